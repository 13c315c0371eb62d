package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// agreementEvidence lists what speaks for or against an agreement.
func (r *run) agreementEvidence(c *view, d *draft, noun, step *hit) *evidence {
	e := r.around("agreement:", c, d, noun)
	stage := "none"
	if step != nil {
		stage = step.set["stage"]
	}
	e.add("stage=", stage)
	if noun != nil {
		e.add("noun=", noun.name)
		if step == nil {
			e.add("no-step=", noun.name)
		}
		for _, told := range r.nameEvidence(c, noun, d.from, d.to) {
			e.add(told)
			if step == nil {
				e.add("passing-", told)
			}
		}
	} else {
		e.add("recalled")
		e.add("recalled=", stage)
		if step != nil {
			how := c.recalls(step)
			e.add("recalled-by=", how)
			e.add("recalled-by=", how, "/", stage)
		}
		if m := r.recall(c, entente.Agreement); m != nil && m.last != nil {
			e.add("recalled-after=", count(max(0, c.s.index-m.last.s.index)))
		}
	}
	for _, field := range []entente.Field{entente.FieldDate, entente.FieldSubject, entente.FieldDomain} {
		if d.has(field) {
			e.add("field=", string(field))
		}
	}
	if vs := d.fields[entente.FieldParties]; len(vs) > 0 && !vs[0].Inferred {
		e.add("parties")
	}
	return e
}

// recalls tells by which word a step means an agreement named before: a
// pronoun as its object or subject, "its", "this", or none.
func (c *view) recalls(step *hit) string {
	s := c.s
	for _, k := range []int{step.start - 1, step.end} {
		if k >= 0 && k < len(s.tokens) && (strings.HasPrefix(s.person(k), "third") || s.tokens[k].POS == "PRON") {
			return "object"
		}
	}
	a, b := c.subject()
	switch {
	case a < 0:
		return "none"
	case s.person(a) != "":
		return s.person(a)
	case s.lex.demonstrative[s.tokens[max(a-1, 0)].Norm]:
		return "this"
	case a > 0 && s.isPossessive(a-1):
		return "its"
	case c.r.party(s, a, b):
		return "party"
	}
	return "thing"
}

// nameEvidence lists what the name of an agreement tells: capitals, a year,
// the states in it, how it is governed, and whether the text named it before.
func (r *run) nameEvidence(c *view, noun *hit, from, to int) []string {
	s := c.s
	var f []string
	start := s.compound(noun.start, s.titleStart(noun.start, c.cl.from), c.cl.from)
	capitals, states := 0, 0
	for i := start; i < noun.end; i++ {
		if first, _ := utf8.DecodeRuneInString(s.tokens[i].Text); unicode.IsUpper(first) {
			capitals++
		}
		if k := s.mentionKind(i); i == start || s.mention[i] != s.mention[i-1] {
			switch {
			case k == entente.MentionPlace && r.land(s.mention[i]):
				states++
			case k == entente.MentionOrganisation:
				f = append(f, "of-body")
			case k == entente.MentionDate:
				f = append(f, "year-before")
			}
		}
	}
	f = append(f, "capitals="+count(min(capitals, 5)), "states="+count(states))
	k := start
	for k > c.cl.from && (s.class(k-1) == "det" || s.tokens[k-1].POS == "ADJ") {
		k--
	}
	switch {
	case k > c.cl.from && s.isPrep(k-1):
		f = append(f, "under="+s.tokens[k-1].Norm)
	case k > c.cl.from && s.verbal(k-1).finite():
		f = append(f, "under=verb")
	}
	switch end := s.phraseEnd(noun.end-1, c.cl.to); {
	case end < c.cl.to && s.prep(end) != "":
		f = append(f, "then="+s.prep(end))
	case end < c.cl.to && s.mentionKind(end) == entente.MentionDate:
		f = append(f, "then=date")
	}
	for n := len(r.drafts) - 2; n >= 0; n-- {
		if o := r.drafts[n]; o.kind == entente.Agreement && o.head >= 0 && sameWords(o.s, o.head, s, noun.start) {
			return append(f, "again")
		}
	}
	return f
}

// sameWords reports whether the noun at token i of one sentence and at k of
// another, with the word before it, are alike.
func sameWords(a *sentence, i int, b *sentence, k int) bool {
	return i > 0 && k > 0 && a.tokens[i].Norm == b.tokens[k].Norm && a.tokens[i-1].Norm == b.tokens[k-1].Norm
}
