package claims

import (
	"strings"

	"entente"
)

// evidence lists what speaks for or against an undertaking in a clause: the
// features that the pack's weights are given for.
func (r *run) evidence(c *view, verb, noun, step *hit, j judgement) []string {
	s, from, to := c.s, c.from(), c.cl.to
	var f []string
	add := func(parts ...string) { f = append(f, strings.Join(parts, "")) }
	add("bias")
	force := string(j.force)
	cue := "none"
	if j.cue != nil {
		cue = "inherited"
		if c.cl.has(j.cue.start) {
			cue = j.cue.name
		}
	}
	form := "letter"
	switch {
	case r.joint:
		form = "joint"
	case len(r.env.Sender) == 0:
		form = "other"
	}
	add("force=", force)
	add("cue=", cue)
	add("form=", form)
	add("form+force=", form, "+", force)
	frames := ""
	if verb != nil {
		add("verb=", verb.name)
		frames += "v"
	}
	if noun != nil {
		add("noun=", noun.name)
		frames += "n"
	}
	if step != nil {
		add("step=", step.set["stage"])
		frames += "s"
	}
	add("frames=", frames)
	add("frames+force=", frames, "+", force)
	mood := moodNames[j.mood]
	add("mood=", mood)
	add("clause=", clauseNames[c.cl.kind])
	n := 0
	for _, k := range []entente.MentionKind{entente.MentionDate, entente.MentionPlace, entente.MentionOrganisation, entente.MentionAmount, entente.MentionPerson} {
		if len(s.mentions(r, k, from, to)) > 0 {
			add("has=", string(k))
			add("has+force=", string(k), "+", force)
			n++
		}
	}
	add("mentions=", []string{"0", "1", "2", "3", "3", "3"}[n])
	subject := "none"
	if a, b := c.subject(); a >= 0 {
		subject = "phrase"
		if who := s.person(a); who != "" {
			subject, _, _ = strings.Cut(who, ":")
		} else if vs := r.who(s, a, b, true); len(vs) > 0 {
			subject = "party"
		}
	}
	add("subject=", subject)
	add("subject+force=", subject, "+", force)
	add("subject+form=", subject, "+", form)
	for i := from; i < to; i++ {
		if s.class(i) == "neg" && c.cl.has(i) {
			add("negated")
			break
		}
	}
	if c.find("force", roleStop) != nil {
		add("stop")
	}
	if _, ok := r.topics[s.index]; ok {
		add("topic")
	}
	if r.governed(s) {
		add("listed")
	}
	for _, h := range s.domains {
		if from <= h.start && h.end <= to {
			add("domain")
			break
		}
	}
	switch n := to - from; {
	case n < 6:
		add("length=6")
	case n < 12:
		add("length=12")
	case n < 25:
		add("length=25")
	case n < 45:
		add("length=45")
	default:
		add("length=long")
	}
	if c.find("contact", roleNoun) != nil {
		add("contact")
	}
	if c.find("agreement", roleNoun) != nil {
		add("agreement")
	}
	return f
}

var clauseNames = []string{"main", "relative", "coordinate", "subordinate", "infinitive"}

// moodNames are the names of the moods in evidence, in their order.
var moodNames = []string{"none", "present", "past", "future", "conditional", "subjunctive", "infinitive", "gerund", "participle", "imperative", "ability", "obligation"}

// believed reports whether the evidence for an undertaking outweighs that
// against it.
func (r *run) believed(c *view, verb, noun, step *hit, j judgement) bool {
	f := r.evidence(c, verb, noun, step, j)
	r.seen = f
	score := 0
	for _, name := range f {
		score += r.lex.weights[name]
	}
	return score > 0 || r.everything
}
