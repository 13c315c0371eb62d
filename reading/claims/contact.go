package claims

import (
	"slices"

	"entente"
)

// contacts reads the visits, meetings, calls and letters of a clause.
func (r *run) contacts(c *view) {
	if c.s.used[c.k] {
		return
	}
	if c.taken {
		r.nominalContacts(c, c.contactNouns())
		return
	}
	var step, verb *hit
	for i := range c.hits {
		h := &c.hits[i]
		if h.file != "contact" || c.covered(h) {
			continue
		}
		switch h.role {
		case roleStep:
			if c.named(h) || c.s.helps(h) {
				continue
			}
			if step == nil || step.name == "holds" && (h.name != "holds" || c.s.attributive(step) && !c.s.attributive(h)) {
				step = h
			}
		case roleVerb:
			if verb == nil && !c.s.taggedNoun(h.start) && (!c.s.attributive(h) || c.cl.kind == relativeClause) {
				verb = h
			}
		case roleNoun:
			if h.name == "invited" && step == nil && !c.s.atInvitation(h) {
				step = h
			}
		}
	}
	if step != nil && step.role == roleNoun && verb != nil && verb.end <= step.start && c.s.verbal(verb.start).finite() && c.asideAt(step.start) {
		step = nil // "will be in Lune in May, in response to an invitation"
	}
	if step == nil {
		step = c.invitation()
	}
	nouns := c.contactNouns()
	if verb != nil {
		nouns = c.mainNouns(nouns, verb)
	}
	if verb != nil && verb.name == "hosted" && c.guest(verb) < 0 && len(nouns) > 0 && nouns[0].set["mode"] != "summit" && nouns[0].set["mode"] != "commission" {
		verb = nil // "welcomed the visit of the Minister"
	}
	var noun *hit
	if len(nouns) > 0 {
		noun = &nouns[0]
		for i := range nouns { // the one beside the step names the contact
			if step != nil && abs(nouns[i].start-step.start) < abs(noun.start-step.start) {
				noun = &nouns[i]
			}
		}
	}
	if step != nil && step.name == "invited" && noun != nil && noun.name == "correspondence" && noun.start < step.start {
		step = nil // "on receipt of the letter, we invite"
	}
	if step != nil && noun != nil && verb == nil && step.name == "holds" {
		if c.alone(noun).sure && !c.linked(noun, step) {
			step = nil // "you asked in your letter of 4 May whether we could meet the costs"
		}
	}
	said := verb
	if c.stopped() && (verb == nil || !c.talked(verb) && !(verb.name == "hosted" && c.evidentVerb(verb))) {
		verb = nil
	}
	from, to := c.from(), c.cl.to
	if step != nil || verb != nil {
		from, to = r.apart(c, nouns, noun, from, to)
	}
	moved := step != nil && step.name != "holds"
	if moved && noun != nil && noun.name == "correspondence" && delays[step.name] {
		moved, step = false, nil // a delay keeps a letter waiting, it calls none off
	}
	if noun != nil && step != nil && !moved && step.mood == participle && step.start > noun.end && c.s.tokens[step.start-1].Norm == "," && !c.s.auxiliaryBefore(step.start) {
		a, _ := c.s.nounSpan(c, noun)
		if b := c.s.nextStop(step.end); c.verb() > b && c.likely(a, b) && !c.stepAfter(b) {
			if d := r.contact(c, noun, nil, step, a, b, true); d != nil {
				d.force = entente.Done
				d.fields[entente.FieldStatus] = nil
				d.set(entente.FieldStatus, r.value(c.s, "held", step.start, step.end))
			}
			c.cl.resume, c.s.claimed[c.k] = b, true
			return
		}
	}
	switch {
	case moved && noun == nil && r.inRelative(c, step):
		c.taken = true
	case moved && noun == nil && c.personal(step) && !r.recalls(c, entente.Contact):
		d := r.contact(c, nil, verb, step, from, to, true)
		if d != nil {
			d.set(entente.FieldMode, entente.Inferred("visit", "the words of the step"))
		}
		c.taken = d != nil
	case moved && (noun != nil || c.pointsBack(step) && r.recalls(c, entente.Contact)):
		if step.mood == infinitive && !c.s.verbal(step.start).finite() && step.start > from && !c.ownCue() {
			from = step.start
		}
		d := r.contact(c, noun, verb, step, from, r.beforeOwnClause(c, step, to), true)
		c.taken = d != nil
	case step != nil && noun != nil && step.mood == infinitive && c.stopped():
		from, to := c.s.nounSpan(c, noun)
		r.contact(c, noun, nil, nil, from, to, true)
		return
	case step != nil && noun != nil && c.evidently(noun, c.cl.from, c.cl.to):
		d := r.contact(c, noun, verb, step, from, to, true)
		c.taken = d != nil
	case verb != nil && (c.evidentVerb(verb) || c.comes(verb) && r.recalls(c, entente.Contact)):
		d := r.contact(c, noun, verb, step, from, to, true)
		c.taken = d != nil
	}
	if said != nil && c.refuted(said, c.scene(said)) {
		said = nil
	}
	if !c.taken && (step != nil && (noun != nil || moved) || said != nil) {
		verb = said
		c.taken = r.contact(c, noun, said, step, from, to, false) != nil
	}
	if !c.taken {
		r.nominalContacts(c, nouns)
		c.taken = r.newDates(c)
		return
	}
	var rest []hit // what the clause mentions beside
	for _, n := range nouns {
		if (noun == nil || n.start != noun.start) && (verb == nil || n.start > verb.end || c.opensWith(&n, verb)) && (step == nil || n.start > step.end || n.end < step.start) {
			rest = append(rest, n)
		}
	}
	r.nominalContacts(c, rest)
}

// body reports whether the subject of clause k is an organisation and no
// person: a joint commission that will sit.
func (r *run) body(s *sentence, k int) bool {
	from, to := s.subject(k)
	return from >= 0 && len(s.mentions(r, entente.MentionOrganisation, from, to)) > 0 && len(s.mentions(r, entente.MentionPerson, from, to)) == 0
}

// ownCue reports whether a word that governs stands in the clause.
func (c *view) ownCue() bool { return c.find("force", roleCue) != nil }

// beforeOwnClause cuts to before a relative clause that makes a claim of its
// own of the step: "the new dates that I proposed".
func (r *run) beforeOwnClause(c *view, step *hit, to int) int {
	k := c.s.hangsOn(c.k, step.end)
	if k < 0 {
		return to
	}
	sub := r.newView(c.s, k)
	if sub.find("force", roleCue) == nil {
		return to
	}
	cl := sub.cl
	d := r.contact(sub, nil, nil, step, step.start, cl.to, true)
	if d == nil {
		return to
	}
	d.matter = r.recall(c, entente.Contact)
	c.s.used[k] = true
	return cl.from
}

// from is where the clause's own words start, after a hole that made a claim
// of its own.
func (v *view) from() int {
	if v.cl.resume > 0 && v.s.claimed[v.k] {
		return v.cl.resume
	}
	return v.cl.from
}

// contact drafts a contact, or returns nil if it is not believed. One that is
// not sure is thin: no rule speaks for it, only its evidence may.
func (r *run) contact(c *view, noun, verb, step *hit, from, to int, sure bool) *draft {
	s := c.s
	d := r.draft(entente.Contact, c, from, to)
	for _, h := range []*hit{noun, verb, step} {
		if h != nil {
			d.trace = append(d.trace, "contact/"+h.name)
		}
	}
	j := c.force()
	d.force = j.force
	if noun != nil {
		d.head = noun.start
	}
	// Mode.
	switch {
	case c.callHit(from, to) != nil:
		h := c.callHit(from, to)
		d.set(entente.FieldMode, r.value(s, "call", h.start, h.end))
	case noun != nil && verb != nil && verb.name == "visit" && noun.set["mode"] == "summit": // "come to the fair"
		d.set(entente.FieldMode, r.value(s, verb.set["mode"], verb.start, verb.end))
	case noun != nil:
		d.set(entente.FieldMode, r.value(s, noun.set["mode"], noun.start, noun.end))
	case verb != nil:
		d.set(entente.FieldMode, r.value(s, verb.set["mode"], verb.start, verb.end))
	default:
		if m := r.recall(c, entente.Contact); m != nil {
			d.matter = m
			r.inherit(d, m.first, entente.FieldMode, entente.FieldParties, entente.FieldPlace)
		}
	}
	mode := ""
	if vs := d.fields[entente.FieldMode]; len(vs) > 0 {
		mode = vs[0].Value
	}
	c.setAside(mode, from, to)
	nominal := step == nil && verb == nil
	if nominal {
		d.force = r.nominalForce(c, from, to)
		r.demonstrated(c, d, from)
		for i := range c.hits { // "the invitation of the Mayor to the forum"
			if h := &c.hits[i]; h.file == "contact" && h.name == "invited" && from <= h.start && h.end <= to && !c.s.atInvitation(h) {
				step = h
			}
		}
	}
	r.contactTimes(c, d, step, from, to)
	if verb != nil && noun == nil && !d.has(entente.FieldDate) && len(s.mentions(r, entente.MentionPlace, from, to)) == 0 && c.comes(verb) {
		if m := r.recall(c, entente.Contact); m != nil && s.index-m.last.s.index < 2 {
			r.inherit(d, m.last, entente.FieldPlace, entente.FieldDate)
		}
	}
	if said := firstOf(verb, step); said != nil && j.cue != nil && s.verbal(said.start) == past && j.cue.start >= said.end && d.force != entente.Refused {
		d.force = entente.Done // "we spoke on Monday and I promised"
	}
	if past := d.fields[entente.FieldDate]; len(past) > 0 && r.earlier(past[0].Value) && d.force != entente.Refused && j.cue == nil && j.mood != future && j.mood != conditional && (step == nil || step.name == "holds") {
		d.force = entente.Done
	}
	if next := d.fields[entente.FieldDate]; len(next) > 0 && r.later(next[0].Value) && d.force == entente.Done && (step == nil || step.name == "holds") {
		d.force = entente.Promised // a date to come
		if r.shared || noun != nil && noun.set["mode"] == "summit" {
			d.force = entente.Agreed
		}
		if slices.ContainsFunc(c.hits, func(h hit) bool { return h.file == "contact" && h.name == "invited" && h.role == roleNoun }) {
			d.force = entente.Proposed // "I received the Mayor's invitation to the Forum of 9 October"
		}
	}
	if r.shared && d.force == entente.Promised && j.cue == nil && step != nil && step.name == "holds" && mode != "visit" && (!s.oneSide(r, c.k) || r.body(s, c.k)) {
		d.force = entente.Agreed // a meeting to come that both tell of
	}
	if mode == "visit" && d.force == entente.Requested && j.cue != nil && verb != nil && j.cue.end <= verb.start {
		d.force = entente.Proposed
		d.set(entente.FieldStatus, entente.Inferred("invited", "who is asked to come is invited"))
	}
	if noun != nil && (noun.set["mode"] == "commission" || noun.set["mode"] == "summit") && d.force == entente.Promised && j.cue == nil && (step == nil || step.name == "holds") && (verb == nil || c.isSubject(noun)) {
		d.force = entente.Agreed // both sides hold it
	}
	r.contactStatus(c, d, step, j, nominal)
	r.contactPlace(c, d, noun, verb, from, to)
	r.contactParties(c, d, noun, verb, from, to)
	r.contactHost(c, d, from, to)
	r.contactLevel(c, d, from, to)
	r.making = nil
	r.trim(d, noun, verb, step)
	if !r.looking {
		d.evidence = r.contactEvidence(c, d, noun, verb, step, from, to)
	}
	if !sure && r.everything {
		r.drafts = r.drafts[:len(r.drafts)-1]
		d.span = r.quote(d)
		r.aside = append(r.aside, d)
		return nil
	}
	certain := false
	if noun != nil {
		_, certain = c.evident(noun, from, to)
	}
	if !certain && !r.weigh(d.evidence) {
		d.dropped = true
		return nil
	}
	r.eachCountry(d)
	if said := firstOf(verb, noun); said != nil {
		r.eachMet(d, said.end-1)
	}
	return d
}

// isSubject reports whether a hit stands in the subject of the clause.
func (v *view) isSubject(h *hit) bool {
	from, to := v.subject()
	return from <= h.start && h.end <= to
}

func (v *view) class(i int) string { return v.s.class(i) }
