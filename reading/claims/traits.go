package claims

import "strings"

// traits lists what the build of a clause says for or against an undertaking,
// whatever its words mean: who its subject is, how close the cue stands to
// what is done, whether things are counted.
func (r *run) traits(e *evidence, c *view, verb *hit, j judgement) {
	s := c.s
	passive := ""
	if v := c.verb(); v >= 0 && s.passiveVerb(v, c.cl.to) {
		passive = "-passive"
	}
	e.add("agent=", r.agent(c), passive)
	e.add("part=", string(r.parts[s.part].Kind))
	if j.cue != nil && verb != nil {
		e.add("cue-verb=", j.cue.name, "-", verb.name)
	}
	if deed := c.deed(verb, j); deed >= 0 && j.cue != nil && c.cl.has(j.cue.start) {
		switch n := deed - j.cue.end; {
		case n < 0:
			e.add("led=within")
		case n < 3:
			e.add("led=near")
		default:
			e.add("led=far")
		}
	}
	for i := c.from() + 2; i < c.cl.to; i++ {
		if c.cl.has(i) && s.mention[i] < 0 && (s.tokens[i].POS == "NUM" || digits(s.tokens[i].Text)) {
			e.add("counted")
			return
		}
	}
}

// passiveVerb reports whether the verb group that starts at token v is a
// passive: "was built", "will be built", "a été construit".
func (s *sentence) passiveVerb(v, to int) bool {
	be := s.lex.be[s.tokens[v].Norm] != ""
	for i := v + 1; i < to && i < v+5; i++ {
		switch {
		case s.lex.be[s.tokens[i].Norm] != "":
			be = true
		case s.verbal(i) == participle:
			return be
		case s.class(i) == "" && s.nominal(i), s.isMark(i), s.class(i) == "det":
			return false
		}
	}
	return false
}

// agent tells what the subject of a clause is: a side by its pronoun, a party
// or a thing, and whose.
func (r *run) agent(c *view) string {
	known := &c.s.known[c.k]
	if known.agent == "" {
		known.agent = r.agentOf(c)
	}
	return known.agent
}

func (r *run) agentOf(c *view) string {
	s := c.s
	a, b := c.subject()
	if a < 0 {
		return "none"
	}
	if who, kind, _ := strings.Cut(s.person(a), ":"); who != "" && kind != "poss" {
		return who
	}
	owner := ""
	for i := max(a-1, c.cl.from); i <= a && i < b; i++ {
		if s.isPossessive(i) {
			owner, _, _ = strings.Cut(s.person(i), ":")
		}
	}
	switch {
	case r.party(s, a, b) && owner != "":
		return "party-" + owner
	case r.party(s, a, b):
		return "party"
	case len(r.who(s, a, b, true)) > 0:
		return "party-of"
	case owner != "":
		return "thing-" + owner
	}
	for i := a; i < b; i++ {
		if s.mention[i] >= 0 || s.tokens[i].POS == "NUM" || digits(s.tokens[i].Text) {
			return "thing-named"
		}
	}
	for _, h := range s.hits {
		if h.file == "undertaking" && h.role == roleNoun && h.start >= a && h.end <= b {
			return "thing-framed"
		}
	}
	return "thing"
}
