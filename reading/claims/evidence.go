package claims

import (
	"strings"
	"unicode"

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
	if r.joint {
		form = "joint"
	}
	add("force=", force)
	add("cue=", cue)
	add("form=", form)
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
	mood := moodNames[j.mood]
	add("mood=", mood)
	add("clause=", clauseNames[c.cl.kind])
	n := 0
	for _, k := range []entente.MentionKind{entente.MentionDate, entente.MentionPlace, entente.MentionOrganisation, entente.MentionAmount, entente.MentionPerson} {
		if len(s.mentions(r, k, from, to)) > 0 {
			add("has=", string(k))
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
	for i := from; i < to; i++ {
		if s.class(i) == "neg" && c.cl.has(i) {
			add("negated")
			break
		}
	}
	if c.stopped() {
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
	f = append(f, r.traits(c, verb, j)...)
	return append(f, r.context(c, verb, noun, step, j)...)
}

var clauseNames = []string{"main", "relative", "coordinate", "subordinate", "infinitive"}

// moodNames are the names of the moods in evidence, in their order.
var moodNames = []string{"none", "present", "past", "future", "conditional", "subjunctive", "infinitive", "gerund", "participle", "imperative", "ability", "obligation", "mandative"}

// believed reports whether the evidence for an undertaking outweighs that
// against it.
func (r *run) believed(c *view, verb, noun, step *hit, j judgement) bool {
	r.seen = r.evidence(c, verb, noun, step, j)
	return r.everything || r.score(r.seen)+r.amid(c) > 0
}

// weigh reports whether a candidate with that evidence is believed.
func (r *run) weigh(evidence []string) bool { return r.everything || r.score(evidence) > 0 }

// score is what evidence weighs, in thousandths.
func (r *run) score(evidence []string) int {
	score := 0
	for _, name := range evidence {
		score += r.lex.weights[name]
	}
	return score
}

// around lists the evidence that contacts and agreements share: what stands
// before the noun and within the quote, and how the clause is put.
func (r *run) around(kind string, c *view, d *draft, noun *hit) []string {
	s := c.s
	var f []string
	add := func(parts ...string) { f = append(f, kind+":"+strings.Join(parts, "")) }
	add("bias")
	j := c.force()
	add("force=", string(d.force))
	add("mood=", moodNames[j.mood])
	if j.cue != nil {
		add("cue=", j.cue.name)
	}
	form := "letter"
	if r.joint {
		form = "joint"
	}
	add("form=", form)
	add("clause=", clauseNames[c.cl.kind])
	n := 0
	for _, k := range []entente.MentionKind{entente.MentionDate, entente.MentionPlace, entente.MentionOrganisation, entente.MentionPerson} {
		if m := len(s.mentions(r, k, d.from, d.to)); m > 0 {
			add("has=", string(k))
			n++
		}
	}
	add("mentions=", []string{"0", "1", "2", "3", "3"}[n])
	if noun != nil {
		det := "bare"
		for i := max(d.from, noun.start-4); i < noun.start; i++ {
			switch {
			case s.isPossessive(i):
				who, _, _ := strings.Cut(s.person(i), ":")
				det = "poss-" + who
			case s.lex.demonstrative[s.tokens[i].Norm]:
				det = "demonstrative"
			case s.class(i) == "det" && det == "bare":
				det = "det"
				if strings.Contains(s.tokens[i].Feats, "Definite=Ind") {
					det = "indefinite"
				}
			}
		}
		add("det=", det)
		if r := []rune(s.tokens[noun.start].Text); len(r) > 0 && unicode.IsUpper(r[0]) {
			add("capital")
		}
	}
	if c.stopped() {
		add("stop")
	}
	switch n := d.to - d.from; {
	case n < 5:
		add("length=5")
	case n < 12:
		add("length=12")
	case n < 30:
		add("length=30")
	default:
		add("length=long")
	}
	return f
}
