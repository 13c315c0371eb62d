package claims

import (
	"strings"

	"entente"
)

// agreementParties fills in who concludes an agreement: those between whom or
// with whom it is, else the two states.
func (r *run) agreementParties(c *view, d *draft, f *hit, from, to int) {
	s := c.s
	start := from
	if f != nil {
		start = f.end
	}
	for i := start; i < to; i++ {
		if p := s.prep(i); p != "between" && p != "with" {
			continue
		}
		end := i + 1
		for end < to && !s.verbal(end).finite() && s.tokens[end].Norm != ";" && !s.participleStep(end) && !s.relative(end) {
			end++
		}
		vs := r.who(s, i+1, end, true)
		if s.prep(i) == "between" && len(vs) < 2 {
			vs = r.pair(s, i+1, end, vs)
		}
		if len(vs) > 0 {
			d.set(entente.FieldParties, vs...)
			return
		}
	}
	if r.joint {
		d.set(entente.FieldParties, r.partiesAt(s, from, from+1)...)
		return
	}
	if sub, subEnd := c.subject(); sub >= 0 && strings.HasPrefix(s.person(sub), "we:") {
		d.set(entente.FieldParties, r.both(s, sub, subEnd, true)...)
		return
	}
	d.set(entente.FieldParties, r.bothInferred(true)...)
}

// undertakingParties fills in who does it and for whom.
func (r *run) undertakingParties(c *view, d *draft, verb *hit, j judgement) {
	s := c.s
	from, to := c.from(), c.cl.to
	sub, subEnd := c.subject()
	for sub >= 0 && subEnd < c.cl.to && s.class(subEnd) == "coord" { // "France and the Kingdom of Sylvania"
		k := subEnd + 1
		for k < c.cl.to && s.class(k) == "det" {
			k++
		}
		if k >= c.cl.to || s.mention[k] < 0 || s.mentionKind(k) == entente.MentionDate || k == subEnd+1 && !r.party(s, k, s.mentionEnd(k)) {
			break
		}
		subEnd = s.phraseEnd(k, c.cl.to)
	}
	var by []entente.Value
	if sub >= 0 && (s.person(sub) != "" || r.party(s, sub, subEnd)) && !(verb != nil && s.passive(verb)) {
		by = r.who(s, sub, subEnd, true)
	}
	if by == nil {
		by = r.phraseAfter(s, "by", from, to)
	}
	if by == nil {
		by = r.owner(c, from, to)
	}
	if by == nil && sub >= 0 {
		by = r.who(s, sub, subEnd, true)
	}
	if asked := r.asked(c, j); d.force == entente.Requested && len(asked) > 0 {
		by = asked
	} else if d.force == entente.Requested {
		by = nil
		for i := from; i < to; i++ {
			if who := s.person(i); strings.HasPrefix(who, "recipient:") {
				by = r.pronoun(s, i, false)
				break
			}
		}
		if sub >= 0 && strings.HasPrefix(s.person(sub), "recipient:") && j.cue != nil && sub < j.cue.start { // "vous sollicitez"
			by = nil
			if !r.joint && len(r.env.Sender) > 0 {
				by = []entente.Value{entente.Inferred(entente.AtSenderState, "asked of the author's side")}
			}
			d.set(entente.FieldWith, r.value(s, entente.AtRecipientState, sub, sub+1))
		} else if by == nil && !r.joint && len(r.env.Sender) > 0 {
			by = []entente.Value{entente.Inferred(entente.AtRecipientState, "asked of the other side")}
		}
	}
	if len(by) == 0 {
		by = r.doer(c, d, from, to)
	}
	if len(by) == 0 {
		by = r.listDoer(s)
	}
	d.set(entente.FieldBy, by...)
	taken := -1
	if sub >= 0 {
		taken = sub
	}
	// The beneficiary: an object pronoun, or whom the thing is for, to or with.
	for i := from; i < to && !d.has(entente.FieldWith); i++ {
		if i == taken {
			continue
		}
		who := s.person(i)
		if (who == "recipient:subj" || who == "recipient:obj" || who == "we:obj" || who == "we:subj" && i > from && d.force != entente.Requested) && sub >= 0 && !r.joint && (d.force != entente.Requested || strings.HasPrefix(who, "we:")) && s.person(sub) != who {
			vs := r.pronoun(s, i, true)
			if len(vs) > 0 {
				if strings.HasPrefix(who, "recipient") {
					vs[0].Value = entente.AtRecipientState
				}
				d.set(entente.FieldWith, vs...)
			}
		}
	}
	if deed := c.deed(verb, j); deed >= 0 && !d.has(entente.FieldWith) && d.force != entente.Requested {
		if a, b := c.acted(deed); a > deed && r.party(s, a, b) && c.nextVerb(b, 3) >= 0 { // "help Sylvania to build"
			if vs := r.who(s, a, b, true); len(vs) > 0 && !sameValue(vs, by) {
				d.set(entente.FieldWith, vs[0])
			}
		}
	}
	if !d.has(entente.FieldWith) {
		for _, kind := range []string{"to", "for", "with"} {
			if vs := r.phraseAfter(s, kind, from, to); len(vs) > 0 && !sameValue(vs, by) {
				d.set(entente.FieldWith, vs[0])
				break
			}
		}
	}
}

// owner returns the party whose decision, commitment or announcement the
// clause names: "the decision of Sylvania to", "Sylvania's pledge".
func (r *run) owner(c *view, from, to int) []entente.Value {
	for i := from; i < to; i++ {
		if c.s.lex.deeds[c.s.tokens[i].Norm] == "" {
			continue
		}
		if vs, _ := r.ownerAt(c.s, i, from, to); len(vs) > 0 {
			return vs
		}
	}
	return nil
}

// asked returns the party that a request names: "urged the Minister to".
func (r *run) asked(c *view, j judgement) []entente.Value {
	s := c.s
	if j.cue == nil || !c.cl.has(j.cue.start) {
		return nil
	}
	k := j.cue.end
	for k < c.cl.to && (s.class(k) == "det" || s.isPrep(k) && s.mention[k] < 0) {
		k++
	}
	if k >= c.cl.to || s.person(k) != "" {
		return nil
	}
	end := s.phraseEnd(k, c.cl.to)
	if !r.party(s, k, end) || c.nextVerb(end, 3) < 0 {
		return nil
	}
	return r.who(s, k, end, true)
}

// listDoer returns the subject of the sentence that opens the list of which s
// is an item.
func (r *run) listDoer(s *sentence) []entente.Value {
	intro := r.intro(s)
	if intro == nil {
		return nil
	}
	a, b := intro.subject(0)
	var vs []entente.Value
	for _, v := range r.who(intro, a, b, true) {
		vs = append(vs, entente.Value{Value: v.Value, Name: v.Name, Inferred: true, Why: "said of the whole list"})
	}
	return vs
}

// doer looks further for who does it: the subject of a relative clause that
// stands after its verb, the one organisation named, the maker of the same
// thing in the claim before, or, of what a letter promises, its author's side.
func (r *run) doer(c *view, d *draft, from, to int) []entente.Value {
	s := c.s
	for k := range s.clauses {
		cl := &s.clauses[k]
		if cl.kind != relativeClause || cl.from < from || cl.to > to {
			continue
		}
		a, b := s.subject(k)
		if a >= cl.from {
			if vs := r.who(s, a, b, true); len(vs) > 0 {
				return vs
			}
		}
	}
	var orgs []int
	for _, i := range s.mentions(r, entente.MentionOrganisation, from, to) {
		if p := s.prepBefore(i); p != "to" && p != "for" && p != "with" && p != "of" && p != "in" {
			orgs = append(orgs, i)
		}
	}
	if len(orgs) == 1 {
		i := orgs[0]
		return []entente.Value{r.value(s, s.words(i, s.mentionEnd(i)), i, s.mentionEnd(i))}
	}
	if t, ok := r.topics[s.index]; ok {
		for n := len(r.drafts) - 1; n >= 0; n-- {
			o := r.drafts[n]
			if ot, same := r.topics[o.s.index]; o == d || !same || ot.s != t.s {
				continue
			}
			if vs := o.fields[entente.FieldBy]; len(vs) > 0 && !o.dropped {
				return []entente.Value{{Value: vs[0].Value, Name: vs[0].Name, Inferred: true, Why: "said of the same thing before"}}
			}
		}
	}
	if r.joint || len(r.env.Sender) == 0 {
		return nil
	}
	switch d.force {
	case entente.Promised, entente.Refused, entente.Proposed:
		return []entente.Value{entente.Inferred(entente.AtSenderState, "the author's side says so")}
	}
	return nil
}

// prepBefore returns the kind of the preposition before token i, articles and
// common nouns of the same phrase aside: "to the firm Lunor".
func (s *sentence) prepBefore(i int) string {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if p := s.prep(k); p != "" {
			return p
		}
		if s.isMark(k) || s.verbal(k).finite() {
			return ""
		}
	}
	return ""
}

func sameValue(a, b []entente.Value) bool {
	return len(a) > 0 && len(b) > 0 && a[0].Value == b[0].Value
}

// phraseAfter returns the parties named after a preposition of a kind.
func (r *run) phraseAfter(s *sentence, kind string, from, to int) []entente.Value {
	for i := from; i < to; i++ {
		if s.prep(i) != kind || s.mention[i] >= 0 {
			continue
		}
		n := i + 1
		for n < to && (s.class(n) == "det" || s.prep(n) == "of") {
			n++
		}
		if n >= to {
			break
		}
		if s.isPossessive(n) {
			n++
		}
		if n >= to || !s.nominal(n) {
			continue
		}
		if vs := r.who(s, n, s.phraseEnd(n, to), true); len(vs) > 0 {
			return vs
		}
	}
	return nil
}
