package claims

import (
	"slices"
	"strings"

	"entente"
)

// governors offers who acts in the clauses that the claim's own hangs on, and
// what a relative clause hangs on.
func (o *offering) governors() {
	s, r := o.s, o.r
	cl := o.c.cl
	for n := 0; n < 5; n++ {
		if cl.kind == relativeClause {
			if a, b := s.antecedent(cl); a < b {
				o.add(r.who(s, a, b, true), said{a, b}, "antecedent")
				o.phrase(a, b, "antecedent-words")
			}
		}
		if cl.parent < 0 {
			return
		}
		k := cl.parent
		cl = &s.clauses[k]
		if a, b := s.subject(k); a >= 0 && a != o.sub {
			o.add(r.who(s, a, b, true), said{a, b}, "governor")
			if s.person(a) == "" {
				o.phrase(a, b, "governor-words")
			}
		}
	}
}

// elsewhere offers who acts in the sentences before, what the sentence says
// that opens a list, and who acts in the claims before.
func (o *offering) elsewhere() {
	r, s, d := o.r, o.s, o.d
	if intro := r.intro(s); intro != nil {
		a, b := intro.subject(0)
		o.add(inferred(r.who(intro, a, b, true), "said of the whole list"), nowhere, "intro")
		o.add(inferred(r.own(intro, a, b), "said of the whole list"), nowhere, "intro-words")
	}
	at, _ := slices.BinarySearchFunc(r.sentences, s.index, func(x *sentence, index int) int { return x.index - index })
	for n := 1; n <= 2 && at-n >= 0; n++ {
		p := r.sentences[at-n]
		far := count(n)
		if p.part != s.part {
			far += "-part"
		}
		for k := range p.clauses {
			a, b := p.subject(k)
			if a < 0 {
				continue
			}
			which := "main"
			if k > 0 {
				which = "other"
			}
			if strings.HasPrefix(p.person(a), "third") {
				continue
			}
			o.add(inferred(r.who(p, a, b, true), "said in the sentence before"), nowhere, "before-subject"+far+which)
			o.add(inferred(r.own(p, a, b), "said in the sentence before"), nowhere, "before-words"+far+which)
		}
		for i := range p.tokens {
			if p.mention[i] >= 0 && (i == 0 || p.mention[i-1] != p.mention[i]) && r.party(p, i, p.mentionEnd(i)) {
				o.add(inferred(r.who(p, i, p.mentionEnd(i), true), "said in the sentence before"), nowhere, "before-named"+far)
			}
		}
	}
	for n, seen := len(r.drafts)-2, 0; n >= 0 && seen < 3; n-- {
		e := r.drafts[n]
		if d.s.index-e.s.index > 3 {
			break
		}
		if e.dropped || e.kind != entente.Undertaking {
			continue
		}
		origin := "claim" + count(seen)
		if e.s == d.s {
			origin = "sentence" + count(seen)
		}
		seen++
		o.add(inferred(e.fields[entente.FieldBy], "said of the claim before"), nowhere, origin)
		o.add(inferred(e.fields[entente.FieldWith], "said of the claim before"), nowhere, origin+"-with")
	}
}

// own returns tokens [a, b) of a sentence as they are printed, if they name
// somebody who acts.
func (r *run) own(s *sentence, a, b int) []entente.Value {
	for a >= 0 && a < b-1 && (s.class(a) == "det" || s.isPossessive(a)) {
		a++
	}
	if a < 0 || a >= b || s.person(a) != "" || !r.party(s, a, b) && s.nounClass(s.headOf(a, b)) != "people" && s.nounClass(s.headOf(a, b)) != "body" {
		return nil
	}
	return []entente.Value{r.value(s, "", a, b)}
}

// sides offers the two sides of the document, by name and by state.
func (o *offering) sides() {
	r := o.r
	if !r.joint {
		if len(r.env.Sender) > 0 {
			o.add([]entente.Value{entente.Inferred(entente.AtSenderState, "the author's side")}, nowhere, "author")
			o.add([]entente.Value{entente.Inferred(entente.AtRecipientState, "the other side")}, nowhere, "addressee")
			o.add([]entente.Value{entente.Inferred(entente.AtSender, "the author")}, nowhere, "author-person")
			o.add([]entente.Value{entente.Inferred(entente.AtRecipient, "whom it is written to")}, nowhere, "addressee-person")
			o.add(r.bothInferred(true), nowhere, "both")
		}
		return
	}
	if n := len(r.env.Parties); n > 3 {
		return
	}
	var states []entente.Value
	for _, p := range r.env.Parties {
		state := r.stateName(p)
		if state != "" {
			states = append(states, entente.Inferred(state, "a party to the document"))
		}
		if !p.Name.Zero() {
			o.add([]entente.Value{entente.Inferred(p.Name.Value, "a party to the document")}, nowhere, "side")
		}
		if state != "" {
			o.add([]entente.Value{entente.Inferred(state, "a party to the document")}, nowhere, "side-as-state")
		}
	}
	if len(r.env.Parties) > 1 {
		o.add(inferred(r.partiesAt(o.s, o.c.cl.from, o.c.cl.from+1), "the parties to the document"), nowhere, "all-sides")
		if len(states) == len(r.env.Parties) {
			o.add(states, nowhere, "all-states")
		}
	}
}

// stateName is the state of a party as the document prints it.
func (r *run) stateName(p entente.Correspondent) string {
	if p.State.Zero() {
		return ""
	}
	for k := range r.mentions {
		if m := &r.mentions[k]; m.Kind == entente.MentionPlace && m.Value == p.State.Value {
			return m.Quote
		}
	}
	return p.State.Value
}
