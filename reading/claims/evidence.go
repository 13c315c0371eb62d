package claims

import (
	"strings"
	"unicode"

	"entente"
)

// Evidence is what speaks for or against a claim, or a phrase in a role, by
// name: "force=promised". It is weighed as it comes in; the names themselves
// are kept only where cmd/train is to learn from them.
type evidence struct {
	opening string // of all names
	weights map[string]int
	weight  int // of all, in thousandths
	keep    bool
	names   []string // if kept
	name    []byte   // the latest
}

// evidence returns that for claims, whose names open with opening.
func (r *run) evidence(opening string) *evidence {
	return &evidence{opening: opening, weights: r.lex.weights, keep: r.everything && !r.looking, name: r.name}
}

// add adds a piece of evidence, whose name is in parts.
func (e *evidence) add(parts ...string) {
	e.name = append(e.name[:0], e.opening...)
	e.count(parts)
}

// is adds what=value, where the value is in parts.
func (e *evidence) is(what string, parts ...string) {
	e.name = append(append(append(e.name[:0], e.opening...), what...), '=')
	e.count(parts)
}

// count weighs the piece of evidence whose name ends in parts.
func (e *evidence) count(parts []string) {
	for _, part := range parts {
		e.name = append(e.name, part...)
	}
	e.weight += e.weights[string(e.name)]
	if e.keep {
		e.names = append(e.names, string(e.name))
	}
}

// ofUndertaking lists what speaks for or against an undertaking in a clause:
// the features that the pack's weights are given for.
func (r *run) ofUndertaking(c *view, verb, noun, step *hit, j judgement) *evidence {
	s, from, to := c.s, c.from(), c.cl.to
	e := r.evidence("")
	e.add("bias")
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
	e.add("force=", force)
	e.add("cue=", cue)
	e.add("form=", form)
	frames := ""
	if verb != nil {
		e.add("verb=", verb.name)
		frames += "v"
	}
	if noun != nil {
		e.add("noun=", noun.name)
		frames += "n"
	}
	if step != nil {
		e.add("step=", step.set["stage"])
		frames += "s"
	}
	e.add("frames=", frames)
	mood := moodNames[j.mood]
	e.add("mood=", mood)
	e.add("clause=", clauseNames[c.cl.kind])
	n := 0
	for _, k := range []entente.MentionKind{entente.MentionDate, entente.MentionPlace, entente.MentionOrganisation, entente.MentionAmount, entente.MentionPerson} {
		if len(s.mentions(r, k, from, to)) > 0 {
			e.add("has=", string(k))
			n++
		}
	}
	e.add("mentions=", []string{"0", "1", "2", "3", "3", "3"}[n])
	subject := "none"
	if a, b := c.subject(); a >= 0 {
		subject = "phrase"
		if who := s.person(a); who != "" {
			subject, _, _ = strings.Cut(who, ":")
		} else if vs := r.who(s, a, b, true); len(vs) > 0 {
			subject = "party"
		}
	}
	e.add("subject=", subject)
	for i := from; i < to; i++ {
		if s.class(i) == "neg" && c.cl.has(i) {
			e.add("negated")
			break
		}
	}
	if c.stopped() {
		e.add("stop")
	}
	if _, ok := r.topics[s.index]; ok {
		e.add("topic")
	}
	if r.governed(s) {
		e.add("listed")
	}
	for _, h := range s.domains {
		if from <= h.start && h.end <= to {
			e.add("domain")
			break
		}
	}
	switch n := to - from; {
	case n < 6:
		e.add("length=6")
	case n < 12:
		e.add("length=12")
	case n < 25:
		e.add("length=25")
	case n < 45:
		e.add("length=45")
	default:
		e.add("length=long")
	}
	if c.find("contact", roleNoun) != nil {
		e.add("contact")
	}
	if c.find("agreement", roleNoun) != nil {
		e.add("agreement")
	}
	r.traits(e, c, verb, j)
	r.context(e, c, verb, noun, step, j)
	return e
}

var clauseNames = []string{"main", "relative", "coordinate", "subordinate", "infinitive"}

// moodNames are the names of the moods in evidence, in their order.
var moodNames = []string{"none", "present", "past", "future", "conditional", "subjunctive", "infinitive", "gerund", "participle", "imperative", "ability", "obligation", "mandative"}

// believed reports whether the evidence for an undertaking outweighs that
// against it.
func (r *run) believed(c *view, verb, noun, step *hit, j judgement) bool {
	r.seen = r.ofUndertaking(c, verb, noun, step, j)
	return r.everything || r.seen.weight+r.amid(c) > 0
}

// weigh reports whether a candidate with that evidence is believed.
func (r *run) weigh(e *evidence) bool { return r.everything || e.weight > 0 }

// around lists the evidence that contacts and agreements share: what stands
// before the noun and within the quote, and how the clause is put.
func (r *run) around(kind string, c *view, d *draft, noun *hit) *evidence {
	s := c.s
	e := r.evidence(kind)
	e.add("bias")
	j := c.force()
	e.add("force=", string(d.force))
	e.add("mood=", moodNames[j.mood])
	if j.cue != nil {
		e.add("cue=", j.cue.name)
	}
	form := "letter"
	if r.joint {
		form = "joint"
	}
	e.add("form=", form)
	e.add("clause=", clauseNames[c.cl.kind])
	n := 0
	for _, k := range []entente.MentionKind{entente.MentionDate, entente.MentionPlace, entente.MentionOrganisation, entente.MentionPerson} {
		if m := len(s.mentions(r, k, d.from, d.to)); m > 0 {
			e.add("has=", string(k))
			n++
		}
	}
	e.add("mentions=", []string{"0", "1", "2", "3", "3"}[n])
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
		e.add("det=", det)
		if r := []rune(s.tokens[noun.start].Text); len(r) > 0 && unicode.IsUpper(r[0]) {
			e.add("capital")
		}
	}
	if c.stopped() {
		e.add("stop")
	}
	switch n := d.to - d.from; {
	case n < 5:
		e.add("length=5")
	case n < 12:
		e.add("length=12")
	case n < 30:
		e.add("length=30")
	default:
		e.add("length=long")
	}
	return e
}
