package claims

import (
	"strings"

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
			if step == nil || step.name == "holds" && (h.name != "holds" || c.s.attributive(step) && !c.s.attributive(h)) {
				step = h
			}
		case roleVerb:
			if verb == nil && !c.s.nounlike2(h.start) && (!c.s.attributive(h) || c.cl.kind == relativeClause) {
				verb = h
			}
		case roleNoun:
			if h.name == "invited" && step == nil {
				step = h
			}
		}
	}
	nouns := c.contactNouns()
	var noun *hit
	if len(nouns) > 0 {
		noun = &nouns[0]
		for i := range nouns { // the one beside the step names the contact
			if step != nil && abs(nouns[i].start-step.start) < abs(noun.start-step.start) {
				noun = &nouns[i]
			}
		}
	}
	if c.stopped() {
		verb = nil
	}
	from, to := c.from(), c.cl.to
	if step != nil || verb != nil {
		from, to = r.apart(c, nouns, noun, from, to)
	}
	moved := step != nil && step.name != "holds"
	if noun != nil && step != nil && !moved && step.mood == participle && step.start > noun.end && c.s.tokens[step.start-1].Norm == "," && !c.s.auxiliaryBefore(step.start) {
		a, _ := c.s.nounSpan(c, noun)
		if b := c.s.nextStop(step.end); c.verb() > b && c.likely(a, b) && !c.stepAfter(b) {
			if d := r.contact(c, noun, nil, step, a, b); d != nil {
				d.force = entente.Done
				d.fields[entente.FieldStatus] = nil
				d.set(entente.FieldStatus, r.value(c.s, "held", step.start, step.end))
			}
			c.cl.resume, c.s.claimed[c.k] = b, true
			return
		}
	}
	switch {
	case moved && (noun != nil || c.pointsBack(step) && r.recalls(c, entente.Contact)):
		if step.mood == infinitive && !c.s.verbal(step.start).finite() && step.start > from && !c.ownCue() {
			from = step.start
		}
		d := r.contact(c, noun, verb, step, from, r.beforeOwnClause(c, step, to))
		c.taken = d != nil
	case step != nil && noun != nil && step.mood == infinitive && c.stopped():
		from, to := c.s.nounSpan(c, noun)
		r.contact(c, noun, nil, nil, from, to)
		return
	case step != nil && noun != nil && c.evidently(noun, c.cl.from, c.cl.to):
		d := r.contact(c, noun, verb, step, from, to)
		c.taken = d != nil
	case verb != nil && (c.evidentVerb(verb) || verb.set["mode"] == "visit" && (verb.mood == future || verb.mood == conditional) && r.recalls(c, entente.Contact)):
		d := r.contact(c, noun, verb, step, from, to)
		c.taken = d != nil
	}
	if !c.taken {
		r.nominalContacts(c, nouns)
		c.taken = r.newDates(c)
		return
	}
	var rest []hit // what the clause mentions beside
	for _, n := range nouns {
		if (noun == nil || n.start != noun.start) && (verb == nil || n.start > verb.end) && (step == nil || n.start > step.end || n.end < step.start) {
			rest = append(rest, n)
		}
	}
	r.nominalContacts(c, rest)
}

// newDates reads a clause that puts forward or takes up dates for the contact
// last spoken of: "we suggest the week of 4 May".
func (r *run) newDates(c *view) bool {
	s := c.s
	j := c.force()
	if j.cue == nil || !c.cl.has(j.cue.start) || j.force != entente.Proposed && j.force != entente.Agreed && j.force != entente.Hoped {
		return false
	}
	date := -1
	for _, i := range c.mentions(entente.MentionDate, j.cue.end, c.cl.to) {
		if date < 0 && i-j.cue.end <= 5 {
			date = i
		}
	}
	if date < 0 || !r.later(r.mentions[s.mention[date]].Value) {
		return false
	}
	for i := j.cue.end; i < date; i++ { // nothing but "the week of" may stand between
		if s.isPrep(i) && s.prep(i) != "of" || s.mention[i] >= 0 || s.verbal(i) != noMood && s.class(i) != "filler" {
			return false
		}
	}
	m := r.recall(c, entente.Contact)
	if m == nil || c.s.index-m.last.s.index > 2 {
		return false
	}
	d := r.contact(c, nil, nil, nil, c.from(), c.cl.to)
	if d == nil {
		return false
	}
	d.force = j.force
	d.matter = m
	d.trace = append(d.trace, "contact/new-dates")
	delete(d.fields, entente.FieldStatus)
	status := "rescheduled"
	if j.force == entente.Agreed {
		status = "agreed"
	}
	d.set(entente.FieldStatus, entente.Inferred(status, "dates for the contact spoken of before"))
	return true
}

// pointsBack reports whether a clause that names no contact can mean the last
// one: it has a date, a pronoun, or a step that says so itself.
func (c *view) pointsBack(step *hit) bool {
	s := c.s
	if step.end-step.start > 1 || len(c.mentions(entente.MentionDate, c.cl.from, c.cl.to)) > 0 {
		return true
	}
	from, _ := c.subject()
	if from < 0 || s.person(from) == "third:subj" {
		return true
	}
	return step.start > c.cl.from && (s.tokens[step.start-1].POS == "PRON" || s.tokens[step.start-1].POS == "" && s.class(step.start-1) == "pron")
}

// stepAfter reports whether the clause moves the contact on after token i.
func (c *view) stepAfter(i int) bool {
	for _, h := range c.all("contact", roleStep) {
		if h.start > i {
			return true
		}
	}
	return false
}

// ownCue reports whether a word that governs stands in the clause.
func (c *view) ownCue() bool { return c.find("force", roleCue) != nil }

// apart reads the contacts that a clause mentions beside the one it is about,
// "after our call of 4 May, …", and returns what is left of the clause.
func (r *run) apart(c *view, nouns []hit, noun *hit, from, to int) (int, int) {
	var others []hit
	for _, n := range nouns {
		if noun == nil || n.start == noun.start {
			continue
		}
		a, b := c.s.nounSpan(c, &n)
		if a <= noun.start && noun.start < b || len(c.s.mentions(r, entente.MentionDate, a, b)) == 0 {
			continue
		}
		others = append(others, n)
		if b < noun.start && b > from && b < to {
			from = b
		} else if a > noun.start && a < to && a > from {
			to = a
		}
	}
	r.nominalContacts(c, others)
	return from, to
}

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
	d := r.contact(sub, nil, nil, step, step.start, cl.to)
	if d == nil {
		return to
	}
	d.matter = r.recall(c, entente.Contact)
	c.s.used[k] = true
	return cl.from
}

// contactNouns returns the nouns of the clause that name a contact.
func (c *view) contactNouns() []hit {
	var nouns []hit
	for _, h := range c.hits {
		if h.file == "contact" && h.role == roleNoun && h.name != "invited" && !c.covered(&h) && c.s.tokens[h.start].POS != "VERB" {
			nouns = append(nouns, h)
		}
	}
	return nouns
}

// covered reports whether a longer hit of another frame holds h: "lettre de
// crédit", "échange de lettres".
func (c *view) covered(h *hit) bool {
	for _, o := range c.s.hits {
		if o.file != h.file && o.file != "force" && o.start <= h.start && h.end <= o.end && o.end-o.start > h.end-h.start {
			return true
		}
		if o.file == h.file && o.role == roleNoun && o.start < h.start && h.end <= o.end {
			return true
		}
	}
	return false
}

// from is where the clause's own words start, after a hole that made a claim
// of its own.
func (v *view) from() int {
	if v.cl.resume > 0 && v.s.claimed[v.k] {
		return v.cl.resume
	}
	return v.cl.from
}

// nominalContacts reads the contacts that a clause mentions in passing:
// "votre lettre du 4 mai".
func (r *run) nominalContacts(c *view, nouns []hit) {
	for _, n := range nouns {
		if r.drafted(c.s, n.start) {
			continue
		}
		from, to := c.s.nounSpan(c, &n)
		k := c.s.hangsOn(c.k, to)
		if !c.evidently(&n, from, to) && !(k >= 0 && !c.s.used[k] && c.had(&n, k)) {
			continue
		}
		if k >= 0 && !c.s.used[k] {
			sub := r.newView(c.s, k)
			if len(sub.mentions(entente.MentionDate, sub.cl.from, sub.cl.to)) > 0 || len(sub.mentions(entente.MentionPlace, sub.cl.from, sub.cl.to)) > 0 || sub.find("contact", roleStep) != nil || sub.find("contact", roleVerb) != nil {
				to = sub.cl.to
				c.s.used[k] = true
			}
		}
		r.contact(c, &n, nil, nil, from, to)
	}
}

// drafted reports whether token i names a contact already.
func (r *run) drafted(s *sentence, i int) bool {
	for n := len(r.drafts) - 1; n >= 0 && r.drafts[n].s == s; n-- {
		if d := r.drafts[n]; !d.dropped && d.kind == entente.Contact && d.head == i {
			return true
		}
	}
	return false
}

// had reports whether a relative clause says who held the contact n: "the
// talks that our minister had with yours".
func (c *view) had(n *hit, k int) bool {
	sub := c.r.newView(c.s, k)
	if sub.find("contact", roleStep) == nil && sub.find("contact", roleVerb) == nil {
		return false
	}
	if n.name == "correspondence" {
		return len(sub.mentions(entente.MentionDate, sub.cl.from, sub.cl.to)) > 0
	}
	from, to := sub.subject()
	if from < 0 {
		return false
	}
	return c.s.person(from) != "" || c.s.isPossessive(from) || from > 0 && c.s.isPossessive(from-1) || len(sub.mentions(entente.MentionPerson, from, to)) > 0
}

// evident reports whether what names a contact is a certain one: dated or
// placed, and for what is not dated somebody's. Certain says that it is
// beyond doubt: somebody's own, and dated or placed.
func (c *view) evident(n *hit, from, to int) (evident, certain bool) {
	s := c.s
	dated := len(s.mentions(c.r, entente.MentionDate, from, to)) > 0
	owned := false
	for i := max(from, n.start-3); i < n.start; i++ {
		if s.isPossessive(i) || s.lex.demonstrative[s.tokens[i].Norm] && n.name != "correspondence" {
			owned = true
		}
	}
	placed := len(s.mentions(c.r, entente.MentionPlace, n.end, to)) > 0
	persons := len(s.mentions(c.r, entente.MentionPerson, from, to)) > 0
	switch n.name {
	case "correspondence":
		return dated, dated && owned
	case "summit", "commission":
		return dated || placed, dated && placed
	}
	return dated || placed || owned && persons, owned && (dated || placed)
}

// evidentVerb reports whether a contact verb has who and when or where.
func (c *view) evidentVerb(h *hit) bool {
	s := c.s
	dated := len(c.mentions(entente.MentionDate, c.cl.from, c.cl.to)) > 0
	placed := len(c.mentions(entente.MentionPlace, h.end-1, c.cl.to)) > 0
	from, to := c.subject()
	who := from >= 0 && (s.person(from) != "" || len(s.mentions(c.r, entente.MentionPerson, from, to)) > 0)
	persons := len(c.mentions(entente.MentionPerson, c.cl.from, c.cl.to))
	return dated && (who || placed || persons > 0) || placed && who || c.r.joint && persons > 1
}

// likely reports whether tokens [from, to) hold anything that makes a contact
// a certain one: a date, a place, a name or somebody whose it is.
func (c *view) likely(from, to int) bool {
	s := c.s
	for i := from; i < to; i++ {
		switch s.mentionKind(i) {
		case entente.MentionDate, entente.MentionPlace, entente.MentionPerson, entente.MentionOrganisation:
			return true
		}
		if who := s.person(i); who != "" && !strings.HasPrefix(who, "third:") {
			return true
		}
	}
	return false
}

func (c *view) evidently(n *hit, from, to int) bool {
	evident, _ := c.evident(n, from, to)
	return evident
}

// contact drafts a contact.
func (r *run) contact(c *view, noun, verb, step *hit, from, to int) *draft {
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
	nominal := step == nil && verb == nil
	if nominal {
		d.force = r.nominalForce(c, from, to)
		r.demonstrated(c, d, from)
		for i := range c.hits { // "the invitation of the Mayor to the forum"
			if h := &c.hits[i]; h.file == "contact" && h.name == "invited" && from <= h.start && h.end <= to {
				step = h
			}
		}
	}
	r.contactTimes(c, d, step, from, to)
	if past := d.fields[entente.FieldDate]; len(past) > 0 && r.earlier(past[0].Value) && d.force != entente.Refused && j.cue == nil && (step == nil || step.name == "holds") {
		d.force = entente.Done
	}
	if next := d.fields[entente.FieldDate]; len(next) > 0 && r.later(next[0].Value) && d.force == entente.Done && (step == nil || step.name == "holds") {
		d.force = entente.Promised // a date to come
		if r.joint {
			d.force = entente.Agreed
		}
	}
	if noun != nil && noun.name == "commission" && d.force == entente.Promised && step != nil && step.name == "holds" {
		d.force = entente.Agreed // both sides hold it
	}
	r.contactStatus(c, d, step, j, nominal)
	r.contactPlace(c, d, noun, verb, from, to)
	r.contactParties(c, d, noun, verb, from, to)
	r.contactLevel(c, d, from, to)
	r.making = nil
	d.evidence = r.contactEvidence(c, d, noun, verb, step)
	certain := false
	if noun != nil {
		var evident bool
		if evident, certain = c.evident(noun, from, to); evident {
			d.evidence = append(d.evidence, "contact:evident")
		}
	}
	if verb != nil && c.evidentVerb(verb) {
		d.evidence = append(d.evidence, "contact:evident-verb")
	}
	if !certain && !r.weigh(d.evidence) {
		d.dropped = true
		return nil
	}
	return d
}

func (c *view) callHit(from, to int) *hit {
	for i := range c.s.hits {
		h := &c.s.hits[i]
		if h.file == "contact" && h.set["mode"] == "call" && from <= h.start && h.end <= to {
			return h
		}
	}
	return nil
}

// nominalForce tells the force of a contact named in passing: done, or to
// come if its date is.
func (r *run) nominalForce(c *view, from, to int) entente.Force {
	for k := range c.s.clauses {
		cl := &c.s.clauses[k]
		if cl.parent == c.k && cl.kind == relativeClause && from <= cl.from && cl.to <= to {
			if j := c.s.judge(r, k, 0); j.force != entente.Done {
				return j.force
			}
		}
	}
	for _, i := range c.s.mentions(r, entente.MentionDate, from, to) {
		if r.later(r.mentions[c.s.mention[i]].Value) {
			if j := c.force(); j.force != entente.Done {
				return j.force
			}
			return entente.Promised
		}
	}
	return entente.Done
}

// demonstrated ties "this visit" to the one last spoken of and takes its date
// and standing.
func (r *run) demonstrated(c *view, d *draft, from int) {
	if c.class(from) != "det" || !c.s.lex.demonstrative[c.s.tokens[from].Norm] {
		return
	}
	m := r.recall(c, entente.Contact)
	if m == nil {
		return
	}
	mode := d.fields[entente.FieldMode]
	if was := m.last.fields[entente.FieldMode]; len(was) > 0 && len(mode) > 0 && was[0].Value != mode[0].Value {
		return
	}
	d.matter = m
	r.inherit(d, m.last, entente.FieldDate, entente.FieldParties)
	if len(d.fields[entente.FieldDate]) > 0 && r.later(d.fields[entente.FieldDate][0].Value) {
		d.force = entente.Agreed
		d.set(entente.FieldStatus, entente.Inferred("planned", "a date to come"))
	}
}

func (v *view) class(i int) string { return v.s.class(i) }

// later reports whether an EDTF date lies after the document's.
func (r *run) later(value string) bool {
	doc := r.env.Date.Value
	value = strings.TrimLeft(value, "[")
	if len(doc) < 4 || len(value) < 4 {
		return false
	}
	n := min(len(doc), len(value), 10)
	if n >= 7 && value[5] >= '2' { // a season or half: by its year
		n = 4
	}
	return value[:n] > doc[:n]
}

// earlier reports whether an EDTF date lies wholly before the document's.
func (r *run) earlier(value string) bool {
	doc := r.env.Date.Value
	if i := strings.IndexByte(value, '/'); i >= 0 {
		value = value[i+1:]
	}
	if len(doc) < 4 || len(value) < 4 || value[0] < '0' || value[0] > '9' {
		return false
	}
	n := min(len(doc), len(value), 10)
	if n >= 7 && value[5] >= '2' {
		n = 4
	}
	return value[:n] < doc[:n]
}

func (r *run) contactTimes(c *view, d *draft, step *hit, from, to int) {
	s := c.s
	moved := step != nil && (step.set["status"] == "postponed" || step.set["status"] == "rescheduled" || step.set["status"] == "cancelled")
	for _, i := range s.mentions(r, entente.MentionDate, from, to) {
		v := r.value(s, r.mentions[s.mention[i]].Value, i, s.mentionEnd(i))
		if moved && r.former(c, d, step, i) {
			d.set(entente.FieldEarlierDate, v)
		} else {
			d.set(entente.FieldDate, v)
		}
	}
}

// former reports whether the date at i is the one a contact was moved from.
func (r *run) former(c *view, d *draft, step *hit, i int) bool {
	s := c.s
	if i >= step.end {
		for k := step.end; k < i; k++ { // "prévue initialement fin juin"
			for _, h := range s.hits {
				if h.start == k && h.file == "contact" && h.role == roleStep && h.name == "holds" {
					return true
				}
			}
		}
		return step.set["status"] == "cancelled"
	}
	return true
}

func (r *run) contactStatus(c *view, d *draft, step *hit, j judgement, nominal bool) {
	s := c.s
	status := ""
	if step != nil && step.name != "holds" {
		status = step.set["status"]
	}
	switch status {
	case "postponed", "rescheduled":
		switch {
		case d.force == entente.Agreed && step.set["status"] == "rescheduled":
			status = "agreed"
		case j.cue != nil && (d.force == entente.Proposed || d.force == entente.Requested || d.force == entente.Agreed || d.force == entente.Hoped):
		case d.force == entente.Refused && j.cue != nil && j.cue.start != step.start:
			d.force = entente.Done
		default:
			d.force = entente.Done
		}
		d.set(entente.FieldStatus, r.value(s, status, step.start, step.end))
		return
	case "agreed":
		if d.force == entente.Done || d.force == entente.Promised || d.force == entente.Proposed {
			d.force = entente.Agreed
		}
		d.set(entente.FieldStatus, r.value(s, status, step.start, step.end))
		return
	case "cancelled":
		d.force = entente.Refused
		d.set(entente.FieldStatus, r.value(s, status, step.start, step.end))
		return
	case "invited":
		switch d.force {
		case entente.Refused:
			d.set(entente.FieldStatus, r.value(s, "cancelled", j.cue.start, j.cue.end))
		case entente.Agreed:
			d.set(entente.FieldStatus, r.value(s, "agreed", j.cue.start, j.cue.end))
		case entente.Hoped:
			d.set(entente.FieldStatus, r.value(s, "invited", step.start, step.end))
		default:
			d.force = entente.Proposed
			d.set(entente.FieldStatus, r.value(s, "invited", step.start, step.end))
		}
		return
	}
	why := "the clause's force"
	switch d.force {
	case entente.Done:
		d.set(entente.FieldStatus, entente.Inferred("held", why))
	case entente.Refused:
		d.set(entente.FieldStatus, entente.Inferred("cancelled", why))
	case entente.Agreed:
		d.set(entente.FieldStatus, entente.Inferred("agreed", why))
	default:
		d.set(entente.FieldStatus, entente.Inferred("planned", why))
	}
}

func (r *run) contactPlace(c *view, d *draft, noun, verb *hit, from, to int) {
	s := c.s
	after := from
	if noun != nil {
		after = noun.start
	} else if verb != nil {
		after = verb.start
	}
	var places []entente.Value
	for _, i := range s.mentions(r, entente.MentionPlace, after, to) {
		k := i - 1
		for k > 0 && s.class(k) == "det" {
			k--
		}
		prep := s.prep(k)
		joined := s.class(k) == "coord" && len(places) > 0
		if prep != "to" && prep != "in" && !joined {
			continue
		}
		end := s.mentionEnd(i)
		places = append(places, r.value(s, s.words(i, end), i, end))
		if d.fields[entente.FieldMode] != nil && d.fields[entente.FieldMode][0].Value != "visit" {
			break
		}
	}
	d.set(entente.FieldPlace, places...)
}

func (r *run) contactLevel(c *view, d *draft, from, to int) {
	s := c.s
	for _, p := range s.phrases {
		if p.file == "levels" && from <= p.start && p.end <= to {
			d.set(entente.FieldLevel, r.value(s, p.set["class"], p.end-1, p.end))
		}
	}
	if d.head < 0 {
		return
	}
	for i := max(from, d.head-4); i < d.head; i++ {
		if o := s.lex.ordinal[s.tokens[i].Norm]; o != "" && s.mention[i] < 0 {
			d.set(entente.FieldOrdinal, r.value(s, o, i, i+1))
		}
	}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
