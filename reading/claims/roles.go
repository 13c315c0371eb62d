package claims

import (
	"math"
	"slices"
	"strings"

	"entente"
)

// A Role is a phrase that may fill a field of a claim, and the evidence for
// that. What the rules filled in is one of them.
type Role struct {
	Field    entente.Field
	Values   []entente.Value
	Evidence []string
}

// A filling is what may fill a field, and the evidence for that.
type filling struct {
	values []entente.Value
	*evidence
	also []string // where else it was found
}

// evidence returns that for what may fill a field; opening is the field's
// name and a colon.
func (f *filler) evidence(opening string) *evidence {
	e := &evidence{opening: opening, weights: f.r.lex.roles, keep: f.r.everyRole, name: f.r.name}
	e.add("bias")
	return e
}

// maxRoles bounds the phrases that are weighed for one field.
const maxRoles = 40

// chooseRoles weighs the phrases that may be what an undertaking is of and who
// does it, and fills in the best. The choice of the rules is a piece of
// evidence like others.
func (r *run) chooseRoles(c *view, d *draft, verb, noun *hit, j judgement) {
	if len(r.lex.roles) == 0 && !r.everyRole {
		return
	}
	f := r.newFiller(c, d, verb, noun, j)
	f.choose(entente.FieldTitle, f.titles())
	if from, to := f.tokensOf(firstSpan(d.fields[entente.FieldTitle])); from >= 0 && from < to {
		d.head = from
	}
	f.choose(entente.FieldBy, f.doers())
	if sameValue(d.fields[entente.FieldBy], d.fields[entente.FieldWith]) {
		delete(d.fields, entente.FieldWith)
	}
}

// chooseCounterpart weighs for whom an undertaking is, when all else is known
// of it.
func (r *run) chooseCounterpart(c *view, d *draft, verb, noun *hit, j judgement) {
	if len(r.lex.roles) == 0 && !r.everyRole {
		return
	}
	f := r.newFiller(c, d, verb, noun, j)
	f.choose(entente.FieldWith, f.counterparts())
}

// firstSpan is where the first of values that are said stands.
func firstSpan(values []entente.Value) entente.Span {
	if len(values) == 0 || values[0].Inferred {
		return entente.Span{}
	}
	return values[0].Span
}

// A filler fills the roles of one undertaking.
type filler struct {
	r          *run
	c          *view
	s          *sentence
	d          *draft
	verb, noun *hit
	j          judgement
	deed       int
	passive    bool
	sub        int
	subEnd     int
	subject    string   // what the subject is
	act        string   // of what class the deed is
	persons    []string // pronouns and possessives of the claim
	title      [2]int   // tokens of the title that the rules chose, or -1
}

func (r *run) newFiller(c *view, d *draft, verb, noun *hit, j judgement) *filler {
	f := &filler{r: r, c: c, s: c.s, d: d, verb: verb, noun: noun, j: j, deed: c.deed(verb, j)}
	f.sub, f.subEnd = c.subject()
	f.passive = f.deed >= 0 && f.s.undergone(f.deed)
	f.subject = r.agent(c)
	if f.sub >= 0 && strings.HasPrefix(f.s.person(f.sub), "third") && f.s.plural(f.sub) {
		f.subject = "they"
	}
	f.subject += passiveMark(f.passive)
	f.act = "none"
	if f.deed >= 0 {
		f.act = f.s.verbClass(f.deed)
	}
	f.persons = f.s.persons(min(d.from, c.cl.from), max(d.to, c.cl.to))
	f.title[0], f.title[1] = f.tokensOf(firstSpan(d.fields[entente.FieldTitle]))
	return f
}

// undergone reports whether the verb at i says what is done to its subject, by
// the tree where there is one.
func (s *sentence) undergone(i int) bool {
	if s.tree()[i].Rel == "" {
		return s.passiveAt(i)
	}
	return s.child(i, "nsubj:pass", "aux:pass") >= 0 || s.passiveAt(i) && s.child(i, "nsubj") < 0
}

// choose fills a field with what has the most weight, if it is likely enough
// among the others.
func (f *filler) choose(field entente.Field, fillings []filling) {
	if f.r.everyRole {
		for _, o := range fillings {
			f.d.roles = append(f.d.roles, Role{field, o.values, o.names})
		}
	}
	if _, learnt := f.r.lex.roles[string(field)+":bias"]; !learnt {
		return // what the rules filled in stands
	}
	delete(f.d.fields, field)
	if field == entente.FieldTitle {
		fillings = slices.DeleteFunc(fillings, f.bare)
	}
	best, weights := 0, make([]int, len(fillings))
	for i, o := range fillings {
		weights[i] = o.weight
		if weights[i] > weights[best] {
			best = i
		}
	}
	if len(fillings) == 0 {
		return
	}
	if share(weights, best) >= likely[field] {
		f.d.set(field, fillings[best].values...)
	}
}

// bareWords are the parts of speech that name nothing by themselves.
var bareWords = map[string]bool{"ADJ": true, "NUM": true, "DET": true, "PRON": true, "ADV": true, "ADP": true, "CCONJ": true, "PUNCT": true}

// bare reports whether a phrase names nothing, "some", "the first", or is no
// phrase: it runs on into a clause, "the loan and the work stands still", or
// breaks off, "land where shall be opened", "send it".
func (f *filler) bare(o filling) bool {
	from, to := f.tokensOf(firstSpan(o.values))
	if from < 0 {
		return false
	}
	verb, led := false, false
	for i := from + 1; i < to; i++ {
		switch class := f.s.class(i); {
		case class == "relative" || class == "that":
			led = true
		case f.s.verbal(i).finite() && (f.s.tokens[i].POS == "VERB" || f.s.tokens[i].POS == "AUX"):
			if !led {
				return true
			}
			verb = true
		}
	}
	if last := f.s.tokens[to-1].POS; last == "PRON" && f.s.person(to-1) != "" || verb && (last == "VERB" || last == "AUX") {
		return true
	}
	for i := from; i < to; i++ {
		if !bareWords[f.s.tokens[i].POS] {
			return false
		}
	}
	return true
}

// likely is how likely the best phrase must be to be filled in: where it is
// less, the field is better left open.
var likely = map[entente.Field]float64{entente.FieldBy: 0.3, entente.FieldWith: 0.4, entente.FieldAction: 0.3}

// share is the share of a weight, in thousandths, among all and that of
// leaving the field open, which is nought: how likely it is.
func share(weights []int, of int) float64 {
	sum := math.Exp(float64(-weights[of]) / 1000)
	for _, w := range weights {
		sum += math.Exp(float64(w-weights[of]) / 1000)
	}
	return 1 / sum
}

// tokensOf returns the tokens of the sentence that a span covers, or -1.
func (f *filler) tokensOf(span entente.Span) (from, to int) {
	from, to = -1, -1
	for i := range f.s.tokens {
		t := &f.s.tokens[i]
		if t.Start == span.Start {
			from = i
		}
		if t.End == span.End && from >= 0 {
			to = i + 1
		}
	}
	if span.Empty() || to < 0 {
		return -1, -1
	}
	return from, to
}

// head returns the token that the others of [a, b) hang on.
func (f *filler) head(a, b int) int {
	s := f.s
	tree := s.tree()
	for i := a; i < b; i++ {
		if tree[i].Rel != "" && (tree[i].Head < a || tree[i].Head >= b) {
			return i
		}
	}
	if !s.lex.before {
		return a
	}
	for i := a; i < b; i++ {
		if s.isPrep(i) && i > a {
			return i - 1
		}
	}
	return b - 1
}

// side tells where a phrase stands: before the verb that says what is done,
// right after it, later, or "" where there is none.
func (f *filler) side(i int) string {
	switch {
	case f.deed < 0:
		return "none"
	case i == f.sub:
		return "subject"
	case i < f.deed:
		return "before"
	}
	for k := f.deed + 1; k < i; k++ {
		if f.s.class(k) != "det" && !f.s.isPossessive(k) {
			return "after"
		}
	}
	return "next"
}

// prepAt returns the kind of preposition before the phrase at i.
func (f *filler) prepAt(i int) string {
	s := f.s
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if p := s.prep(k); p != "" {
			return p
		}
		if s.isPrep(k) {
			return "prep"
		}
		if s.class(k) != "det" && !s.isPossessive(k) {
			break
		}
	}
	return "-"
}

func passiveMark(is bool) string {
	if is {
		return "-passive"
	}
	return ""
}
