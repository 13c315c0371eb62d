package claims

import (
	"strings"

	"entente"
)

// contactParties fills in who meets, writes or travels.
func (r *run) contactParties(c *view, d *draft, noun, verb *hit, from, to int) {
	s := c.s
	mode := ""
	if vs := d.fields[entente.FieldMode]; len(vs) > 0 {
		mode = vs[0].Value
	}
	set := func(vs []entente.Value) { d.set(entente.FieldParties, vs...) }
	owner := -1
	if noun != nil && (verb == nil || noun.start < verb.start || noun.end > verb.end) { // not "return your visit"
		for i := max(from, noun.start-4); i < noun.start; i++ {
			if s.isPossessive(i) {
				owner = i
			}
		}
	}
	switch mode {
	case "commission":
		set(r.bothInferred(true))
		if r.joint {
			d.fields[entente.FieldParties] = r.jointStates()
		}
		return
	case "correspondence":
		r.writers(c, d, noun, owner, from, to)
		return
	}
	if verb != nil && verb.name == "hosted" && (noun == nil || mode == "summit") {
		if g := c.guest(verb); g >= 0 {
			end := g
			for end < to && !s.isPrep(end) && !s.verbal(end).finite() && s.mentionKind(end) != entente.MentionDate || end < to && s.prep(end) == "of" {
				end++
			}
			vs := r.people(s, g, end)
			if a, b := c.actor(); noun != nil && a >= 0 && a < verb.start { // both will be there
				vs = others(r.people(s, a, b), vs)
			}
			set(vs)
			return
		}
	}
	sub, subEnd := c.actor()
	sub, subEnd = r.afterInviter(c, sub, subEnd)
	if sub >= 0 && s.offices(sub, subEnd) && !r.isNamed(s, sub, subEnd) {
		subEnd = s.forWhat(subEnd, c.cl.to)
	}
	with := r.companions(s, from, to)
	if owner >= 0 {
		vs := r.pronoun(s, owner, false)
		switch who := s.person(owner); {
		case who == "we:poss" && mode != "visit" && !r.joint:
			vs = []entente.Value{r.value(s, entente.AtSender, owner, owner+1), r.value(s, entente.AtRecipient, owner, owner+1)}
		case who == "third:poss" && sub >= 0 && sub < owner && s.person(sub) == "": // "the Minister spoke of his visit"
			vs = r.people(s, sub, subEnd)
		}
		if mode != "visit" && len(vs) < 2 {
			vs = others(vs, with)
		}
		set(vs)
	}
	if noun != nil && !d.has(entente.FieldParties) { // "la visite de M. Lind"
		vs := r.complementOf(s, noun, to, mode == "visit")
		if g := noun.start - 1; len(vs) == 0 && g > 0 && s.class(g) == "genitive" { // "the President's visit"
			a := g
			for a > 0 && s.class(a-1) == "" && !s.isMark(a-1) && s.nominal(a-1) {
				a--
			}
			if a < g {
				if vs = r.people(s, a, g); len(vs) == 0 {
					vs = []entente.Value{r.value(s, "", a, g)}
				}
			}
		}
		if len(vs) == 1 && mode != "visit" && len(with) == 1 {
			if verb == nil && sub >= 0 && sub < noun.start && r.meets(s, sub, subEnd) {
				vs = others(r.people(s, sub, subEnd), vs)
			}
			vs = others(vs, with)
		}
		set(vs)
	}
	if d.has(entente.FieldParties) && mode == "visit" {
		return
	}
	var vs []entente.Value
	if d.invites() { // the guest, not the host
		for i := from; i < to; i++ {
			if who := s.person(i); strings.HasPrefix(who, "recipient:") && !s.isPossessive(i) {
				set(r.pronoun(s, i, false))
				break
			}
		}
		if d.has(entente.FieldParties) {
			return
		}
		for _, h := range c.hits {
			if h.file != "contact" || h.name != "invited" || h.role != roleStep || sub < 0 || sub > h.start || s.auxiliaryBefore(h.start) && s.verbal(h.start) == participle && s.lex.be[s.tokens[h.start-1].Norm] != "" {
				continue
			}
			if vs := r.people(s, h.end, s.phraseEnd(min(h.end, len(s.tokens)-1), to)); len(vs) > 0 && r.meets(s, h.end, to) {
				set(vs)
				return
			}
		}
	}
	if verb != nil && len(r.env.Sender) > 0 && c.reporter(verb) && mode != "visit" { // "saw Minister at noon"
		set(append(r.people(s, verb.end, s.nextVerb(verb.end, to)), entente.Inferred(entente.AtSender, "who writes")))
		return
	}
	if sub < 0 && verb != nil && r.meets(s, from, verb.start) {
		vs = r.people(s, from, verb.start)
	}
	if sub >= 0 && (verb != nil || noun == nil || sub < from || s.person(sub) != "" || r.meets(s, sub, subEnd)) {
		vs = r.attenders(s, sub, subEnd, mode, len(with) > 0, verb != nil)
	}
	if sub >= 0 && s.person(sub) == "third:subj" && !s.plural(sub) {
		if last := r.traveller(c); len(last) > 0 {
			vs = last
		}
	}
	if len(vs) == 0 && sub >= 0 && s.person(sub) == "third:subj" && !r.joint { // "he": whoever the main clause speaks of
		if p := c.cl.parent; p >= 0 {
			if a, b := s.subject(p); a >= 0 && s.person(a) == "" {
				vs = r.people(s, a, b)
			}
		}
	}
	if len(vs) == 0 && noun != nil && !d.has(entente.FieldParties) { // "the talks that we had"
		for i := noun.end; i < to; i++ {
			if who := s.person(i); strings.HasSuffix(who, ":subj") && !strings.HasPrefix(who, "third") {
				vs = r.attenders(s, i, i+1, mode, len(with) > 0, true)
				break
			}
			if s.person(i) == "third:subj" && !r.joint && sub >= 0 && sub < noun.start && s.person(sub) == "" { // "the audience that he gave"
				vs = r.people(s, sub, subEnd)
				break
			}
		}
	}
	if mode != "visit" && !d.has(entente.FieldParties) {
		vs = others(vs, with)
		if len(vs) < 2 && verb != nil && verb.end < to { // whom the subject received
			vs = others(vs, r.visible(s, r.people(s, verb.end, s.nextVerb(verb.end, to))))
		}
		if len(vs) < 2 {
			vs = r.persons(s, from, to, vs)
		}
		if len(vs) == 1 && !r.joint {
			for i := from; i < to; i++ {
				if who := s.person(i); strings.HasSuffix(who, ":obj") || who == "recipient:subj" && i != sub {
					if more := r.pronoun(s, i, false); len(more) > 0 && more[0].Value != vs[0].Value {
						vs = append(vs, more...)
						break
					}
				}
			}
		}
	}
	if len(vs) == 1 && len(with) > 0 && mode != "visit" && noun != nil && verb == nil && (r.joint || len(r.env.Sender) == 0) {
		vs = others(r.traveller(c), vs) // "the talks with Mr Lind": of whom the text is about
	}
	if mode == "visit" && verb != nil && len(vs) == 1 { // "I shall come with Mr Lind"
		for _, v := range with {
			if r.isPerson(v) {
				vs = others(vs, []entente.Value{v})
			}
		}
	}
	if len(vs) == 0 && !r.joint && len(r.env.Sender) > 0 && mode != "visit" { // "it was good to see you"
		for i := from; i < to; i++ {
			if s.person(i) == "recipient:obj" || s.person(i) == "recipient:subj" {
				vs = append([]entente.Value{entente.Inferred(entente.AtSender, "who writes")}, r.pronoun(s, i, false)...)
				break
			}
		}
	}
	set(vs)
	if !d.has(entente.FieldParties) {
		set(r.persons(s, from, to, nil))
	}
	if !d.has(entente.FieldParties) && mode == "meeting" && r.joint {
		set(r.partiesAt(s, from, from+1))
	}
	if !d.has(entente.FieldParties) && mode == "visit" && verb != nil && sub >= 0 && s.person(sub) == "" && s.class(sub) == "" {
		set([]entente.Value{r.value(s, "", sub, subEnd)}) // "a delegation"
	}
}

// afterInviter returns the subject of a clause that opens with who invites:
// "At the invitation of Minister Lind, Minister Sund was in Lune".
func (r *run) afterInviter(c *view, sub, subEnd int) (from, to int) {
	s, verb := c.s, c.verb()
	if sub < 0 || verb < 0 {
		return sub, subEnd
	}
	opens := false
	for i := c.cl.from; i < verb && i < c.cl.from+6; i++ {
		opens = opens || s.invitedAt(i)
	}
	if named := s.mentions(r, entente.MentionPerson, c.cl.from, verb); opens && len(named) > 1 {
		last := named[len(named)-1]
		return last, s.mentionEnd(last)
	}
	return sub, subEnd
}

// isNamed reports whether tokens [from, to) name a person.
func (r *run) isNamed(s *sentence, from, to int) bool {
	return len(s.mentions(r, entente.MentionPerson, from, to)) > 0
}

// isPerson reports whether a value is the name of a person.
func (r *run) isPerson(v entente.Value) bool {
	for i := range r.mentions {
		if m := &r.mentions[i]; m.Kind == entente.MentionPerson && v.Start < v.End && v.Start <= m.Start && m.End <= v.End {
			return true
		}
	}
	return false
}

// traveller returns who took part first in the contact last spoken of, whom
// "he" or "she" means: one person by name.
func (r *run) traveller(c *view) []entente.Value {
	m := r.recall(c, entente.Contact)
	if m == nil {
		return nil
	}
	for _, v := range m.last.fields[entente.FieldParties] {
		for i := range r.mentions {
			if p := &r.mentions[i]; p.Kind == entente.MentionPerson && (v.Start < v.End && v.Start <= p.Start && p.End <= v.End || v.Value == p.Value) {
				return []entente.Value{{Value: v.Value, Name: v.Name, Inferred: true, Why: "said of the same person before"}}
			}
		}
	}
	return nil
}

// jointStates returns the states of a joint document as far as it prints them.
func (r *run) jointStates() []entente.Value {
	var vs []entente.Value
	for _, p := range r.env.Parties {
		v := p.Name
		if !p.Office.Zero() || !p.Honorific.Zero() {
			v = p.State
			v.Name = v.Quote
		}
		if v.Zero() || len(r.env.Parties) > 3 {
			return nil
		}
		v.Inferred, v.Why = true, "the two sides of the document"
		vs = append(vs, v)
	}
	return vs
}
