package claims

import "entente"

// weighty are the classes of nouns that may be an undertaking by themselves.
var weighty = map[string]bool{"deed": true, "money": true, "scheme": true, "measure": true}

// namedDeeds reads the other undertakings that a clause only names: "our
// support for the League", "$4 million pledged in May", "the assistance given by
// the firemen of Lune". The phrase needs an owner, a sum, a date or a name.
func (r *run) namedDeeds(c *view) {
	s := c.s
	for i := c.cl.from; i < c.cl.to; i++ {
		if !c.cl.has(i) || r.within(s, i) || s.inFrame(i) {
			continue
		}
		kind := ""
		switch {
		case r.money(s, i) && (i == 0 || s.mention[i-1] != s.mention[i]):
			kind = "sum"
		case s.mention[i] < 0 && s.tokens[i].POS == "NOUN" && (weighty[s.nounClass(i)] || s.lex.events[s.tokens[i].Norm] || s.lex.deeds[s.tokens[i].Norm] != ""):
			kind = "noun"
		default:
			continue
		}
		owner, start := r.ownerAt(s, i, c.cl.from, c.cl.to)
		from, to := s.nounSpan(c, &hit{frame: &frame{}, start: i, end: s.endOf(i)})
		from = min(from, start)
		if to < c.cl.to && s.verbal(to) == participle && s.tokens[to].POS == "VERB" { // "given by", "pledged at"
			to = min(s.nextStop(to), c.cl.to)
			for k := i; k < to; k++ {
				if s.verbal(k).finite() || s.relative(k) {
					to = k
				}
			}
		}
		if to-from < 3 || s.negated(c.cl.from, i) {
			continue
		}
		for k := i; k < to; k++ { // the last word of a row of nouns heads it
			if s.lex.before && kind == "noun" && k > i && s.tokens[k].POS == "NOUN" && s.tokens[k-1].POS == "NOUN" && s.mention[k] < 0 && k == i+1 {
				i = k
			}
		}
		anchored := owner != nil || kind == "sum"
		for k := from; k < to && !anchored; k++ {
			anchored = s.mention[k] >= 0
		}
		if !anchored {
			continue
		}
		goal := c.goal(i)
		if goal < 0 && s.prep(s.endOf(i)) == "of" {
			for goal = s.endOf(i) + 1; goal < to && s.class(goal) == "det"; goal++ {
			}
		}
		if goal >= to {
			goal = -1
		}
		j := c.force()
		force := entente.Done
		if f := s.lex.deeds[s.tokens[i].Norm]; f != "" {
			force = entente.Force(f)
		}
		if j.force != entente.Done && (j.cue != nil || j.mood == future) && !c.stopped() {
			force = j.force
		}
		if !r.nominal(c, kind, i, goal, from, to, owner, force) {
			continue
		}
		d := r.draft(entente.Undertaking, c, from, to, "undertaking/named")
		d.force, d.evidence = force, r.seen
		a, b := i, s.phraseEnd(s.endOf(i)-1, to)
		if goal >= 0 && s.nominal(goal) && s.nounClass(i) != "scheme" {
			a, b = goal, s.phraseEnd(goal, to)
		}
		for a > from && kind == "noun" && a == i && s.class(a-1) == "" && s.nominal(a-1) && s.mention[a-1] < 0 {
			a--
		}
		a, b = r.substance(s, a, b, to)
		d.head = a
		d.set(entente.FieldTitle, r.value(s, "", a, b))
		var noun *hit
		for n := range c.hits {
			if h := &c.hits[n]; h.file == "undertaking" && h.role == roleNoun && h.start >= from && h.start < to && noun == nil {
				noun = h
			}
		}
		r.undertakingAction(d, s, nil, noun)
		d.set(entente.FieldBy, owner...)
		d.set(entente.FieldBy, r.phraseAfter(s, "by", b, to)...)
		r.undertakingDetails(c, d, from, to)
		i = to - 1
	}
}

// inFrame reports whether token i belongs to the name of a contact or an
// agreement.
func (s *sentence) inFrame(i int) bool {
	for _, h := range s.hits {
		if (h.file == "contact" || h.file == "agreement") && h.start <= i && i < h.end && h.role == roleNoun {
			return true
		}
	}
	return false
}

// endOf returns the token after token i, or after the mention that covers it.
func (s *sentence) endOf(i int) int {
	if s.mention[i] >= 0 {
		return s.mentionEnd(i)
	}
	return i + 1
}
