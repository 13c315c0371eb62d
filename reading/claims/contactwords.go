package claims

import "entente"

// contactNouns returns the nouns of the clause that name a contact.
func (c *view) contactNouns() []hit {
	var nouns []hit
	for _, h := range c.hits {
		if h.file == "contact" && h.role == roleNoun && h.name != "invited" && !c.covered(&h) && c.s.mentionKind(h.start) != entente.MentionDate && (c.s.tokens[h.start].POS != "VERB" || c.s.ownedAt(h.start)) {
			if n := len(nouns); n > 0 && c.sessionOf(&nouns[n-1], &h) {
				nouns[n-1].frame, nouns[n-1].end = h.frame, h.end
				continue
			}
			nouns = append(nouns, h)
		}
	}
	return nouns
}

// mainNouns returns the nouns of a clause without those that only say in the
// course of what its verb happened: "saw him in the margins of the summit".
func (c *view) mainNouns(nouns []hit, verb *hit) []hit {
	s := c.s
	var main []hit
	for _, n := range nouns {
		a, _ := s.nounSpan(c, &n)
		k := a - 1
		for k > c.cl.from && (s.isPrep(k) || s.class(k) == "det") && !s.lex.margins[s.tokens[k].Norm] && k > a-4 {
			if s.prep(k) == "time" && s.tokens[k].Norm != "as" && n.start > verb.end {
				break
			}
			k--
		}
		aside := n.start > verb.end && a > c.cl.from && (s.lex.margins[s.tokens[k].Norm] && s.mention[k] < 0)
		if !aside || verb.set["mode"] == n.set["mode"] || n.set["mode"] == "correspondence" {
			main = append(main, n)
		}
	}
	return main
}

// ownedAt reports whether an owner and an adjective or a date stand before
// token i, so that it is a noun whatever the tagger says: "the President's
// historic, June 2023, visit to Lune".
func (s *sentence) ownedAt(i int) bool {
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		switch {
		case s.class(k) == "genitive" || s.isPossessive(k):
			return true
		case s.mentionKind(k) == entente.MentionDate, s.tokens[k].Norm == ",", s.nominal(k) && s.verbal(k) == noMood:
		default:
			return false
		}
	}
	return false
}

// sessionOf reports whether n is the meeting of the body or forum that o
// names, so that both are one contact: "the session of the Joint Commission".
func (c *view) sessionOf(n, o *hit) bool {
	if o.set["mode"] != "commission" && o.set["mode"] != "summit" || n.set["mode"] != "meeting" && n.set["mode"] != o.set["mode"] {
		return false
	}
	of := false
	for i := n.end; i < o.start; i++ {
		of = of || c.s.prep(i) == "of"
		if c.s.prep(i) != "of" && (c.s.isPrep(i) || c.s.class(i) == "coord" || c.s.isMark(i)) || c.s.verbal(i).finite() || i-n.end > 6 || c.s.mentionKind(i) == entente.MentionDate {
			return false
		}
	}
	return of
}

// named reports whether the words of a step are part of a noun that names a
// contact: "visit" in "the visit to Lisbon".
func (c *view) named(step *hit) bool {
	for _, h := range c.hits {
		if h.file != "contact" || h.role != roleNoun || h.name == "invited" || !c.s.taggedNoun(step.start) {
			continue
		}
		if h.start <= step.start && step.end <= h.end || h.start == step.start && step.start > c.cl.from && c.s.isPossessive(step.start-1) { // "your stay with us"
			return true
		}
	}
	return false
}

// talked reports whether a verb that only reports what was said, "discussed",
// tells with whom: then it is a contact all the same.
func (c *view) talked(verb *hit) bool {
	from, to := c.subject()
	who := from >= 0 && (c.s.person(from) != "" || c.r.meets(c.s, from, to))
	return who && (verb.set["mode"] == "meeting" || verb.set["mode"] == "call") && len(c.r.companions(c.s, verb.start, c.cl.to)) > 0
}

// trim cuts what a long clause goes on to say from the quote of a contact:
// all its fields stand before "to take stock of …", "on which …".
func (r *run) trim(d *draft, marks ...*hit) {
	s := d.s
	first, last := d.to, d.from
	note := func(a, b int) {
		if d.from <= a && b <= d.to {
			first, last = min(first, a), max(last, b)
		}
	}
	for _, h := range marks {
		if h != nil {
			note(h.start, h.end)
		}
	}
	for _, vs := range d.fields {
		for _, v := range vs {
			for i := d.from; i < d.to && v.Start < v.End; i++ {
				if v.Start <= s.tokens[i].Start && s.tokens[i].End <= v.End {
					note(i, i+1)
				}
			}
		}
	}
	if first >= last {
		return
	}
	if d.to-last > longTail {
		short := last-d.from < longTail // then the quote keeps what for
		for i := last; i < d.to; i++ {
			if s.isMark(i) || s.class(i) == "coord" || s.class(i) == "relative" || s.class(i) == "that" || !short && (s.prep(i) == "about" || s.infinitiveAhead(i) || s.verbal(i) == gerund && i > last) {
				d.to = i
				break
			}
		}
	}
	if first-d.from > longTail {
		for i := first; i > d.from; i-- {
			if s.isMark(i-1) || s.class(i-1) == "coord" || s.class(i-1) == "that" || s.class(i-1) == "relative" {
				d.from = i
				break
			}
		}
	}
}

// longTail is how many tokens beside its fields a quote may have.
const longTail = 6

// setAside notes the relative clause that interrupts the words of a contact of
// a mode and tells one of another: "Mr Lind, whom I met on 4 May, will go to
// Lune".
func (c *view) setAside(mode string, from, to int) {
	c.aside = [2]int{}
	for k := range c.s.clauses {
		cl := &c.s.clauses[k]
		if cl.parent != c.k || cl.kind != relativeClause || cl.from <= from || to <= cl.from || c.s.used[k] {
			continue
		}
		sub := c.r.newView(c.s, k)
		if verb := sub.find("contact", roleVerb); verb != nil && verb.set["mode"] != mode && sub.evidentVerb(verb) {
			c.aside = [2]int{cl.from, cl.to}
			return
		}
	}
}

// own returns the mentions of a kind in tokens [from, to) that are not set
// aside.
func (c *view) own(kind entente.MentionKind, from, to int) []int {
	var own []int
	for _, i := range c.s.mentions(c.r, kind, from, to) {
		if i < c.aside[0] || i >= c.aside[1] {
			own = append(own, i)
		}
	}
	return own
}

// actor returns the subject of the clause; where the rules find one behind the
// verb only, the tree may know one before it.
func (c *view) actor() (from, to int) {
	from, to = c.subject()
	v := c.verb()
	if v < 0 || from >= 0 && from < v {
		return from, to
	}
	c.s.tree()
	for n := 0; n < 2; n++ { // the verb may be an auxiliary
		if k := c.s.child(v, "nsubj", "nsubj:pass"); k >= c.cl.from && k < c.verb() && c.cl.has(k) {
			if c.s.person(k) != "" {
				return k, k + 1
			}
			return c.s.phraseOf(k)
		}
		if v = c.s.tokens[v].Head; v < 0 || v >= len(c.s.tokens) {
			break
		}
	}
	return from, to
}

// asideAt reports whether the noun at token i belongs to an aside that a comma
// and a preposition open.
func (c *view) asideAt(i int) bool {
	for k := i; k > c.cl.from; k-- {
		if c.s.tokens[k].Norm == "," {
			return c.s.isPrep(k + 1)
		}
		if c.s.verbal(k).finite() {
			return false
		}
	}
	return false
}

// opensWith reports whether the clause opens with the noun n as an adverbial,
// before the verb and its subject: "During the lunch given on 4 May, …".
func (c *view) opensWith(n, verb *hit) bool {
	s := c.s
	if n.end > verb.start || !s.isPrep(c.cl.from) || n.start-c.cl.from > 6 {
		return false
	}
	for i := c.cl.from + 1; i < n.start; i++ {
		if s.tokens[i].Norm == "," || s.verbal(i).finite() {
			return false
		}
	}
	return s.nextStop(n.end) < verb.start
}
