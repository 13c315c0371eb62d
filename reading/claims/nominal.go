package claims

import (
	"strings"

	"entente"
)

// nominal reports whether a noun phrase, tokens [from, to), is believed to be
// an undertaking that the clause names in passing, and leaves the evidence in
// r.seen. Its noun stands at i; goal is the verb or noun that it is for, or -1.
func (r *run) nominal(c *view, kind string, i, goal, from, to int, owner []entente.Value, force entente.Force) bool {
	s := c.s
	e := r.evidence(namedPrefix)
	e.add("bias")
	e.add("kind=", kind)
	e.add("noun=", s.lemma(i))
	of := s.nounClass(i)
	if s.tokens[i].POS == "VERB" {
		of = s.verbClass(i)
	}
	e.add("class=", of)
	e.add("kind*force=", kind, "/", string(force))
	form := "letter"
	if r.joint {
		form = "joint"
	}
	e.add("form=", form)
	e.add("kind*form=", kind, "/", form)
	owned := "none"
	switch {
	case len(owner) > 0:
		owned = "party"
		if owner[0].Span.Empty() {
			owned = "somebody"
		}
	case owner != nil:
		owned = "somebody"
	}
	for k := from; k < i; k++ {
		if s.isPossessive(k) {
			owned, _, _ = strings.Cut(s.person(k), ":")
		}
	}
	e.add("owner=", owned)
	det := "bare"
	switch {
	case s.isPossessive(from):
		det = "possessive"
	case s.class(from) == "det":
		det = "definite"
		if strings.Contains(s.tokens[from].Feats, "Definite=Ind") {
			det = "indefinite"
		}
	}
	e.add("det=", det)
	act, thing := "none", "none"
	if goal >= 0 {
		if s.verbal(goal).bare() && s.tokens[goal].POS == "VERB" {
			act = s.verbClass(goal)
			if a, b := r.deedObject(c, goal); a >= 0 && a < b {
				thing = s.nounClass(s.headOf(a, b))
			}
		} else {
			thing = s.nounClass(s.headOf(goal, max(goal+1, s.phraseEnd(goal, to))))
		}
	}
	e.add("act=", act)
	e.add("of=", thing)
	e.add("act*of=", act, "/", thing)
	n := 0
	for _, k := range []entente.MentionKind{entente.MentionDate, entente.MentionPlace, entente.MentionOrganisation, entente.MentionAmount, entente.MentionPerson} {
		if len(s.mentions(r, k, from, to)) > 0 {
			e.add("has=", string(k))
			n++
		}
	}
	e.add("mentions=", count(n))
	j := c.force()
	e.add("clause*force=", string(j.force))
	e.add("mood=", moodNames[j.mood])
	main := "none"
	if v := c.deed(nil, j); v >= 0 && v < i {
		main = s.verbClass(v)
		e.add("under=", s.lemma(v))
	}
	e.add("main=", main)
	if c.stopped() {
		e.add("stop")
	}
	if c.taken {
		e.add("taken")
	}
	e.add("clause=", clauseNames[c.cl.kind])
	seen := map[string]bool{}
	for k := from; k < to; k++ {
		class := ""
		switch s.tokens[k].POS {
		case "VERB":
			class = s.lex.verbClass[s.lemma(k)]
		case "NOUN":
			class = s.lex.nounClass[s.lemma(k)]
		case "ADJ":
			class = s.lex.adjClass[s.lemma(k)]
		case "NUM":
			class = "number"
		}
		if class != "" && s.mention[k] < 0 && !seen[class] {
			seen[class] = true
			e.add("words=", class)
		}
	}
	switch n := to - from; {
	case n < 5:
		e.add("length=5")
	case n < 10:
		e.add("length=10")
	case n < 20:
		e.add("length=20")
	default:
		e.add("length=long")
	}
	before := "none"
	if from > c.cl.from {
		before = s.prep(from - 1)
		if before == "" {
			before = s.tokens[from-1].POS
		}
	}
	e.add("after=", before)
	r.seen = e
	if _, weighed := r.lex.weights[namedPrefix+"bias"]; !weighed {
		return r.everything || kind == "deed" || kind == "event"
	}
	return r.everything || e.weight+r.amid(c) > 0
}

// namedPrefix opens the evidence for what a clause names in passing. Such a
// claim counts only where the clause itself makes none.
const namedPrefix = "named:"
