package claims

import "entente"

// deedNouns reads what a clause names in passing as somebody's decision,
// pledge, request or offer: "welcomed Sylvania's commitment to reopen the
// bridge". It needs an owner or a sum, and what it is for.
func (r *run) deedNouns(c *view) {
	s := c.s
	for i := c.cl.from; i < c.cl.to; i++ {
		force := entente.Force(s.lex.deeds[s.tokens[i].Norm])
		if force == "" || !c.cl.has(i) || s.tokens[i].POS == "VERB" || s.mention[i] >= 0 || r.within(s, i) {
			continue
		}
		owner, from := r.ownerAt(s, i, c.cl.from, c.cl.to)
		for _, m := range s.mentions(r, entente.MentionAmount, from, min(i+4, c.cl.to)) {
			if owner == nil && r.money(s, m) {
				owner = []entente.Value{}
			}
		}
		if owner == nil {
			continue
		}
		if len(owner) == 0 { // "Sylvania expressed its support"
			if a, b := c.subject(); a >= 0 && b <= i && r.party(s, a, b) {
				owner = r.who(s, a, b, true)
			}
		}
		goal := c.goal(i)
		if goal < 0 || s.negated(c.cl.from, i) {
			continue
		}
		to := r.nextDeed(c, goal, r.tail(c, goal))
		j := c.force()
		if !r.nominal(c, "deed", i, goal, from, to, owner, force) {
			continue
		}
		d := r.draft(entente.Undertaking, c, from, to, "undertaking/deed")
		d.force, d.evidence = force, r.seen
		switch {
		case force == entente.Promised && len(owner) > 1 && r.joint:
			d.force = entente.Agreed
		case j.force == entente.Refused && j.cue != nil && c.cl.has(j.cue.start):
			d.force = entente.Refused
		}
		var verb, noun *hit
		for n := range c.hits {
			h := &c.hits[n]
			if h.file != "undertaking" || h.start < goal || h.start >= to {
				continue
			}
			if h.role == roleVerb && noun == nil && !s.taggedNoun(h.start) && (verb == nil || s.lex.light[s.tokens[verb.start].Norm]) {
				verb = h
			}
			if h.role == roleNoun && noun == nil {
				noun = h
			}
		}
		a, b := -1, -1
		if s.verbal(goal).bare() {
			deed := goal
			for n := 0; n < 3 && s.lex.light[s.tokens[deed].Norm]; n++ {
				if k := c.nextVerb(deed+1, 3); k >= 0 {
					deed = k
				}
			}
			a, b = r.deedObject(c, deed)
		} else {
			a, b = goal, s.phraseEnd(goal, to)
			if b+1 < to && s.class(b) == "genitive" { // "Sylvania's candidature"
				b = s.phraseEnd(b+1, to)
			}
		}
		if a >= 0 && a < b {
			a, b = r.substance(s, a, b, to)
			d.head = a
			d.set(entente.FieldTitle, r.value(s, "", a, b))
		}
		r.undertakingAction(d, s, verb, noun)
		d.set(entente.FieldBy, owner...)
		for _, kind := range []string{"to", "for", "with"} {
			if vs := r.phraseAfter(s, kind, goal, to); len(vs) > 0 && !sameValue(vs, owner) {
				d.set(entente.FieldWith, vs[0])
				break
			}
		}
		r.undertakingDetails(c, d, from, to)
		i = to - 1
	}
}

// within reports whether an undertaking of the sentence holds token i.
func (r *run) within(s *sentence, i int) bool {
	for n := len(r.drafts) - 1; n >= 0 && r.drafts[n].s == s && !r.everything; n-- {
		if d := r.drafts[n]; !d.dropped && d.kind == entente.Undertaking && d.from <= i && i < d.to {
			return true
		}
	}
	return false
}

func (s *sentence) negated(from, i int) bool {
	for k := max(from, i-4); k < i; k++ {
		if s.class(k) == "neg" {
			return true
		}
	}
	return false
}

// goal returns where that starts which a deed is for, its verb or noun, after
// the noun at i and its owner; or -1.
func (c *view) goal(i int) int {
	s := c.s
	for k := i + 1; k < c.cl.to && k < i+16; k++ {
		if !c.cl.has(k) || s.verbal(k).finite() || s.isMark(k) && s.tokens[k].Norm != "," {
			return -1
		}
		switch p := s.prep(k); p {
		case "to", "of", "for":
			n := k + 1
			for n < c.cl.to && (s.class(n) == "filler" || s.person(n) != "" && !s.isPossessive(n)) {
				n++
			}
			if n < c.cl.to && s.verbal(n).bare() {
				return n
			}
			if n < c.cl.to && p == "of" && k == i+1 && c.r.money(s, n) { // "the announcement of $5 million"
				return n
			}
			if p == "of" || n >= c.cl.to {
				continue
			}
			for n < c.cl.to && n < k+4 && (s.class(n) == "det" || s.isPossessive(n) || s.verbal(n) == participle) {
				n++
			}
			if n >= c.cl.to || !s.nominal(n) || k != i+1 {
				continue
			}
			if c.r.namedThing(s, n, c.cl.to) {
				return n
			}
			if end := s.phraseEnd(n, c.cl.to); p == "for" && end < c.cl.to && s.verbal(end) == gerund && s.tokens[end].POS == "VERB" && c.r.party(s, n, end) {
				return end // "support for Sylvania joining the League"
			}
		}
	}
	return -1
}

// nextDeed returns where the next deed with an owner starts after token i, at
// most to: "the decision of Sylvania to …, further to that of …".
func (r *run) nextDeed(c *view, i, to int) int {
	s := c.s
	for k := i + 2; k < to; k++ {
		if s.lex.deeds[s.tokens[k].Norm] == "" || !c.cl.has(k) || s.tokens[k].POS == "VERB" || s.mention[k] >= 0 {
			continue
		}
		owner, from := r.ownerAt(s, k, i+1, to)
		if owner == nil || from <= i+1 || c.goal(k) < 0 {
			continue
		}
		for from > i+1 && (s.isPrep(from-1) || s.isMark(from-1) || s.class(from-1) == "coord" || s.class(from-1) == "filler") {
			from--
		}
		return from
	}
	return to
}

// namedThing reports whether the phrase at token i is of a thing that bears a
// name: "the defence of Arcadia", not "Arcadia" nor "good governance".
func (r *run) namedThing(s *sentence, i, limit int) bool {
	end := i + 1
	if s.mention[i] >= 0 {
		if end = s.mentionEnd(i); r.party(s, i, end) && s.class(end) != "genitive" {
			return false
		}
	}
	for k := i; k < s.phraseEnd(end-1, limit); k++ {
		if s.mention[k] >= 0 && s.mentionKind(k) != entente.MentionDate {
			return true
		}
	}
	return false
}

// tail returns where a claim that starts before token i ends in its clause: a
// long one at the words that only say why or give an instance.
func (r *run) tail(c *view, i int) int {
	if c.cl.to-i < longClaim {
		return c.cl.to
	}
	for _, p := range c.s.phrases {
		if p.file == "phrase" && (p.set["class"] == "why" || p.set["class"] == "including") && p.start > i+6 && p.start < c.cl.to && c.cl.has(p.start) {
			return p.start
		}
	}
	return c.cl.to
}

// longClaim is how many tokens a claim has before its reasons are cut off.
const longClaim = 24

// ownerAt returns whose deed the noun at i is, nil if nobody's, and where its
// phrase starts.
func (r *run) ownerAt(s *sentence, i, from, to int) ([]entente.Value, int) {
	k := i
	for k > from && (!s.isMark(k-1) || s.class(k-1) == "genitive") {
		prev := k - 1
		if s.class(prev) == "det" || s.isPossessive(prev) {
			k--
			break
		}
		if s.class(prev) != "genitive" && s.mention[prev] < 0 && (s.class(prev) != "" || !s.nominal(prev) || s.verbal(prev).finite()) {
			break
		}
		k--
	}
	var owner []entente.Value
	for n := i; n > k; n-- {
		p := n - 1
		switch {
		case s.isPossessive(p):
			owner = r.pronoun(s, p, true)
			if owner == nil {
				owner = []entente.Value{}
			}
			return owner, k
		case s.class(p) == "genitive" && p > k:
			a := p - 1
			for a > k && (s.mention[a-1] >= 0 || s.class(a-1) == "det" || s.nominal(a-1)) {
				a--
			}
			if vs := r.who(s, a, p, true); len(vs) > 0 || r.party(s, a, p) {
				return append([]entente.Value{}, vs...), k
			}
		case s.lex.before && s.mentionKind(p) == entente.MentionPlace && (p == i-1 || s.tokens[i-1].POS == "ADJ"):
			a := p
			for a > k && s.mention[a-1] == s.mention[p] {
				a--
			}
			if vs := r.who(s, a, p+1, true); len(vs) > 0 {
				return vs, k
			}
		}
	}
	for n := i + 1; n < to && n < i+6 && !s.verbal(n).finite(); n++ {
		if p := s.prep(n); p == "of" || p == "by" || s.class(n) == "prep-time" {
			a := n + 1
			for a < to && s.class(a) == "det" {
				a++
			}
			if a < to && (s.mention[a] >= 0 || s.isPossessive(a) || s.lex.actors[s.tokens[a].Norm]) {
				if vs := r.who(s, a, s.phraseEnd(a, to), true); len(vs) > 0 || r.party(s, a, s.phraseEnd(a, to)) {
					return append([]entente.Value{}, vs...), k
				}
			}
		}
	}
	return nil, k
}
