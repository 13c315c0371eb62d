package claims

import "entente"

// eventNouns reads what a report of talks welcomes or notes as having been
// done: "welcomed the opening of the school at Lune".
func (r *run) eventNouns(c *view) {
	s := c.s
	if !c.stopped() || c.taken {
		return
	}
	for i := c.cl.from; i < c.cl.to; i++ {
		if !s.lex.events[s.tokens[i].Norm] || !c.cl.has(i) || s.tokens[i].POS == "VERB" || s.mention[i] >= 0 || r.within(s, i) || s.negated(c.cl.from, i) {
			continue
		}
		k := i + 1
		for k < c.cl.to && k < i+8 && s.prep(k) != "of" && !s.verbal(k).finite() {
			k++
		}
		if k >= c.cl.to || s.prep(k) != "of" {
			continue
		}
		a := k + 1
		for a < c.cl.to && (s.class(a) == "det" || s.isPossessive(a)) {
			a++
		}
		if a >= c.cl.to || !s.nominal(a) {
			continue
		}
		b := s.phraseEnd(a, c.cl.to)
		if r.party(s, a, b) || !r.namedThing(s, a, c.cl.to) && len(s.mentions(r, entente.MentionDate, i, c.cl.to)) == 0 {
			continue
		}
		if h := c.find("agreement", roleNoun); h != nil && h.start >= a-1 && h.start <= b {
			continue
		}
		from := i
		if from > c.cl.from && (s.class(from-1) == "det" || s.isPossessive(from-1)) {
			from--
		}
		to := r.nextEvent(c, b, r.tail(c, a))
		owner, _ := r.ownerAt(s, i, c.cl.from, c.cl.to)
		if !r.nominal(c, "event", i, a, from, to, owner, entente.Done) {
			continue
		}
		d := r.draft(entente.Undertaking, c, from, to, "undertaking/event")
		d.force, d.head, d.evidence = entente.Done, a, r.seen
		var noun *hit
		for n := range c.hits {
			if h := &c.hits[n]; h.file == "undertaking" && h.role == roleNoun && h.start >= i && h.start < b && noun == nil {
				noun = h
			}
		}
		d.set(entente.FieldTitle, r.value(s, "", a, b))
		r.undertakingAction(d, s, nil, noun)
		d.set(entente.FieldBy, r.phraseAfter(s, "by", b, to)...)
		r.undertakingDetails(c, d, from, to)
		i = to - 1
	}
}

// nextEvent returns where the next event of a row starts after token i, at
// most to.
func (r *run) nextEvent(c *view, i, to int) int {
	for k := i; k < to; k++ {
		if c.s.lex.events[c.s.tokens[k].Norm] && c.s.tokens[k].POS != "VERB" {
			for k > i && (c.s.class(k-1) == "det" || c.s.class(k-1) == "coord" || c.s.isMark(k-1) || c.s.isPrep(k-1)) {
				k--
			}
			return k
		}
	}
	return to
}
