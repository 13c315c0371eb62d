package claims

import (
	"slices"
	"strings"

	"entente"
)

// doers are the parties that may do it: those named in the clause, those of
// the sentences before, and the two sides.
func (f *filler) doers() []filling { return f.parties(entente.FieldBy, nil) }

// counterparts are those whom it may be for or be done with, who do not do it.
func (f *filler) counterparts() []filling {
	return f.parties(entente.FieldWith, f.d.fields[entente.FieldBy])
}

// An offering collects the parties that may fill a field, and why.
type offering struct {
	*filler
	field   entente.Field
	opening string          // of the evidence for it
	taken   []entente.Value // what another field says already
	rule    []entente.Value // what the rules chose
	roles   []filling
	parts   int // parties that the claim names, those of the other field left out
}

// said is where in the sentence of the claim a party is named; nowhere is
// for one that is named elsewhere or not at all.
type said struct{ from, to int }

var nowhere = said{-1, -1}

// maxParties bounds the parties that are weighed for one field.
const maxParties = 60

func (o *offering) add(vs []entente.Value, at said, origin string) {
	if len(vs) == 0 || vs[0].Value == "" || len(o.roles) >= maxParties || sameValue(vs, o.taken) || crosses(vs, o.taken) {
		return
	}
	if o.field == entente.FieldWith && at.from >= 0 && at.from == o.d.head && o.s.nounClass(o.s.headOf(at.from, at.to)) != "people" {
		return // the thing itself
	}
	for i := range o.roles { // said twice: the first counts
		if r := &o.roles[i]; sameValues(r.values, vs) {
			if !slices.Contains(r.also, origin) {
				r.also = append(r.also, origin)
				r.is("also", origin)
			}
			return
		}
	}
	add := o.evidence(o.opening)
	o.partyEvidence(add, vs, at, origin)
	switch {
	case sameValues(o.rule, vs):
		add.is("rule", "this", inferredMark(o.rule))
	case len(o.rule) == 0:
		add.is("rule", "none")
	default:
		add.is("rule", "other", inferredMark(o.rule))
	}
	o.roles = append(o.roles, filling{vs, add, nil})
}

func (f *filler) parties(field entente.Field, taken []entente.Value) []filling {
	o := &offering{filler: f, field: field, opening: string(field) + ":", taken: taken, rule: f.d.fields[field]}
	from, to := min(f.d.from, f.c.cl.from), max(f.d.to, f.c.cl.to)
	o.parts = o.partiesNamed(from, to)
	if f.sub >= 0 {
		o.add(f.r.who(f.s, f.sub, f.subEnd, true), said{f.sub, f.subEnd}, "subject")
		if f.s.person(f.sub) == "" {
			o.phrase(f.sub, f.subEnd, "subject-words")
		}
	}
	for k, steps := f.agentOf(); k >= 0 && steps < 4; steps = 4 {
		if f.s.person(k) == "" {
			a, b := f.s.phraseOf(k)
			o.add(f.r.who(f.s, a, b, true), said{a, b}, "agent"+count(steps))
			o.phrase(a, b, "agent-words"+count(steps))
		}
	}
	if k := f.controlled(); k >= 0 && f.s.person(k) == "" {
		a, b := f.s.phraseOf(k)
		o.add(f.r.who(f.s, a, b, true), said{a, b}, "controlled")
		o.phrase(a, b, "controlled-words")
	}
	o.named(from, to, "")
	o.governors()
	o.named(0, from, "-early")
	o.named(to, len(f.s.tokens), "-late")
	o.elsewhere()
	o.sides()
	if len(o.rule) > 0 { // where nothing else found it
		a, b := f.tokensOf(o.rule[0].Span)
		o.add(o.rule, said{a, b}, "rule")
	}
	return o.roles
}

// partiesNamed counts the parties that tokens [from, to) name.
func (o *offering) partiesNamed(from, to int) int {
	n := 0
	for i := max(from, 0); i < to && i < len(o.s.tokens); i++ {
		if end := o.s.mentionEnd(i); o.s.mention[i] >= 0 && (i == 0 || o.s.mention[i-1] != o.s.mention[i]) && o.r.party(o.s, i, end) &&
			!crosses([]entente.Value{o.r.value(o.s, "", i, end)}, o.taken) {
			n++
		}
	}
	return n
}

// phrase offers tokens [a, b) as they are printed.
func (o *offering) phrase(a, b int, origin string) {
	for a < b-1 && (o.s.class(a) == "det" || o.s.isPossessive(a)) {
		a++
	}
	if a >= 0 && a < b && o.s.tokens[o.s.headOf(a, b)].POS != "NUM" && o.s.mentionKind(a) != entente.MentionAmount && o.s.mentionKind(a) != entente.MentionDate {
		o.add([]entente.Value{o.r.value(o.s, "", a, b)}, said{a, b}, origin)
	}
}

// named offers the parties that tokens [from, to) name: by pronouns, names,
// offices and bodies, and phrases that a preposition makes a party.
func (o *offering) named(from, to int, where string) {
	s, r := o.s, o.r
	for i := from; i < to; i++ {
		switch {
		case s.isPossessive(i):
			o.add(r.pronoun(s, i, true), said{i, i + 1}, "possessive"+where)
			if i+1 < to && s.nominal(i+1) && s.nounClass(i+1) == "people" {
				o.phrase(i+1, s.phraseEnd(i+1, to), "people"+where)
			}
		case s.person(i) != "":
			o.pronouns(i, where)
		case s.mention[i] >= 0 && (i == 0 || s.mention[i-1] != s.mention[i]) && r.party(s, i, s.mentionEnd(i)):
			end := s.mentionEnd(i)
			vs, last := o.row(i, to)
			if len(vs) > 1 {
				o.add(vs, said{i, last}, "row"+where)
				where += "-of-row"
			}
			o.add(r.who(s, i, max(end, s.phraseEnd(i, to)), true), said{i, end}, "mention"+where)
			o.add(r.who(s, i, end, true), said{i, end}, "mention"+where)
			where = strings.TrimSuffix(where, "-of-row")
		case s.lex.actors[s.tokens[i].Norm]:
			o.office(i, to, where)
		case where == "" && s.mention[i] < 0 && s.isPrep(i):
			a := i + 1
			for a < to && (s.class(a) == "det" || s.isPossessive(a)) {
				a++
			}
			p := s.prep(i)
			if a < to && o.opens(a, i) && s.mentionKind(a) != entente.MentionAmount && (p == "by" || o.field == entente.FieldWith && (p == "to" || p == "for" || p == "with")) {
				if b := s.phraseEnd(a, to); !r.party(s, a, b) {
					o.add([]entente.Value{r.value(s, "", a, b)}, said{a, b}, "phrase-"+p)
				}
			}
		case o.field == entente.FieldWith && where == "" && s.tokens[i].POS == "NOUN" && s.mention[i] < 0 && s.nounClass(i) == "people":
			a := o.start(i)
			o.phrase(a, s.phraseEnd(i, to), "people")
		}
	}
}

// row returns the parties that are named in a row from token i, "the firms
// Lunor, Ostrel and Karn", and where the row ends.
func (o *offering) row(i, to int) (vs []entente.Value, end int) {
	s, r := o.s, o.r
	for {
		end = s.mentionEnd(i)
		v := r.who(s, i, end, true)
		if len(v) != 1 {
			return nil, end
		}
		vs = append(vs, v[0])
		k, and := end, false
		for k < to && k < end+4 && s.mention[k] < 0 && (s.tokens[k].Norm == "," || s.class(k) == "coord" || s.class(k) == "det" || s.class(k) == "genitive") {
			and = and || s.class(k) == "coord"
			k++
		}
		if k == end || k >= to || s.mention[k] < 0 || !r.party(s, k, s.mentionEnd(k)) || !and && !s.rowsOn(k, to) {
			return vs, end
		}
		i = k
	}
}

// rowsOn reports whether "and" or another comma follows the mention at i.
func (s *sentence) rowsOn(i, to int) bool {
	end := s.mentionEnd(i)
	return end < to && s.class(end) == "coord" || end+1 < to && s.tokens[end].Norm == "," && s.class(end+1) == "coord"
}

// start returns where the words before a noun begin that belong to its phrase.
func (o *offering) start(i int) int {
	s := o.s
	if !s.lex.before {
		return i
	}
	for i > 0 && !s.isMark(i-1) && s.class(i-1) == "" && s.nominal(i-1) && s.verbal(i-1) == noMood && s.mentionKind(i-1) != entente.MentionDate {
		i--
	}
	return i
}

// pronouns offers whom the pronoun at i points at. One of the third person
// is of both sides only where it is of several, and may be of one of them.
func (o *offering) pronouns(i int, where string) {
	s, r := o.s, o.r
	if !strings.HasPrefix(s.person(i), "third") {
		o.add(r.who(s, i, i+1, true), said{i, i + 1}, "pronoun"+where)
		return
	}
	if r.joint && s.plural(i) {
		o.add(r.partiesAt(s, i, i+1), said{i, i + 1}, "they"+where)
	}
}

// office offers the office or body at i as it is printed, and the state whose
// it is: "the Arcadian side".
func (o *offering) office(i, to int, where string) {
	s, r := o.s, o.r
	if vs := r.who(s, i, i+1, true); len(vs) > 0 {
		o.add(vs, said{i, i + 1}, "actor"+where)
		return
	}
	a, end := o.start(i), s.phraseEnd(i, to)
	if v, ok := r.stateWithin(s, a, end); ok {
		origin := "office-state"
		if s.lex.sides[s.tokens[i].Norm] {
			origin = "side-state"
		}
		o.add([]entente.Value{v}, said{a, end}, origin+where)
	}
	o.add([]entente.Value{r.value(s, "", a, end)}, said{a, end}, "office"+where)
}

// stateWithin returns the state of which a word in tokens [a, b) says that
// something or somebody is its.
func (r *run) stateWithin(s *sentence, a, b int) (entente.Value, bool) {
	for i := a; i < b; i++ {
		code := s.lex.demonyms[s.tokens[i].Norm]
		if code == "" || s.mention[i] >= 0 {
			continue
		}
		switch code {
		case stateOf(r.env.Sender):
			return r.value(s, entente.AtSenderState, a, b), true
		case stateOf(r.env.Recipient):
			return r.value(s, entente.AtRecipientState, a, b), true
		}
		for k := range r.mentions {
			if m := &r.mentions[k]; m.Kind == entente.MentionPlace && m.Value == code {
				return r.value(s, m.Quote, a, b), true
			}
		}
	}
	return entente.Value{}, false
}

// sameValues reports whether two fields are filled alike.
func sameValues(a, b []entente.Value) bool {
	return len(a) > 0 && slices.EqualFunc(a, b, func(x, y entente.Value) bool { return x.Value == y.Value })
}

// crosses reports whether two values are said by some of the same words.
func crosses(a, b []entente.Value) bool {
	return len(a) > 0 && len(b) > 0 && !firstSpan(a).Empty() && firstSpan(a).Overlaps(firstSpan(b))
}

func inferred(vs []entente.Value, why string) []entente.Value {
	var out []entente.Value
	for _, v := range vs {
		out = append(out, entente.Value{Value: v.Value, Name: v.Name, Inferred: true, Why: why})
	}
	return out
}

func inferredMark(vs []entente.Value) string {
	if len(vs) > 0 && vs[0].Inferred {
		return "-inferred"
	}
	return ""
}
