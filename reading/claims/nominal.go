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
	var f []string
	add := func(parts ...string) { f = append(f, namedPrefix+strings.Join(parts, "")) }
	add("bias")
	add("kind=", kind)
	add("noun=", s.lemma(i))
	of := s.nounClass(i)
	if s.tokens[i].POS == "VERB" {
		of = s.verbClass(i)
	}
	add("class=", of)
	add("kind*force=", kind, "/", string(force))
	form := "letter"
	if r.joint {
		form = "joint"
	}
	add("form=", form)
	add("kind*form=", kind, "/", form)
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
	add("owner=", owned)
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
	add("det=", det)
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
	add("act=", act)
	add("of=", thing)
	add("act*of=", act, "/", thing)
	n := 0
	for _, k := range []entente.MentionKind{entente.MentionDate, entente.MentionPlace, entente.MentionOrganisation, entente.MentionAmount, entente.MentionPerson} {
		if len(s.mentions(r, k, from, to)) > 0 {
			add("has=", string(k))
			n++
		}
	}
	add("mentions=", count(n))
	j := c.force()
	add("clause*force=", string(j.force))
	add("mood=", moodNames[j.mood])
	main := "none"
	if v := c.deed(nil, j); v >= 0 && v < i {
		main = s.verbClass(v)
		add("under=", s.lemma(v))
	}
	add("main=", main)
	if c.stopped() {
		add("stop")
	}
	if c.taken {
		add("taken")
	}
	add("clause=", clauseNames[c.cl.kind])
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
			add("words=", class)
		}
	}
	switch n := to - from; {
	case n < 5:
		add("length=5")
	case n < 10:
		add("length=10")
	case n < 20:
		add("length=20")
	default:
		add("length=long")
	}
	before := "none"
	if from > c.cl.from {
		before = s.prep(from - 1)
		if before == "" {
			before = s.tokens[from-1].POS
		}
	}
	add("after=", before)
	r.seen = f
	if _, weighed := r.lex.weights[namedPrefix+"bias"]; !weighed {
		return r.everything || kind == "deed" || kind == "event"
	}
	return r.everything || r.score(f)+r.amid(c) > 0
}

// namedPrefix opens the evidence for what a clause names in passing. Such a
// claim counts only where the clause itself makes none.
const namedPrefix = "named:"
