package claims

import (
	"strings"

	"entente"
)

// who returns the party that tokens [from, to) name, or the zero Value. As
// says whether a pronoun means the person or the state.
func (r *run) who(s *sentence, from, to int, state bool) []entente.Value {
	if from < 0 || from >= to {
		return nil
	}
	for _, p := range s.phrases {
		if p.file == "joint" && p.start < to && from < p.end && p.end-p.start > 1 {
			return r.both(s, p.start, p.end, p.set["class"] == "states")
		}
	}
	if who := s.person(from); who != "" {
		if vs := r.pronoun(s, from, state); vs != nil {
			if s.isPossessive(from) && from+1 < to {
				// "votre Gouvernement" is the party, "votre visite" only its owner.
				vs[0] = r.value(s, vs[0].Value, from, to)
				vs[0].Name = s.words(from+1, to)
			}
			return vs
		}
		return nil
	}
	if to+1 < len(s.tokens) && s.tokens[to].Norm == "," && len(s.mentions(r, entente.MentionPerson, from, to)) == 0 {
		// "my Minister of Culture, Mr Lind,": the name stands beside.
		next := to + 1
		for next < len(s.tokens) && next < to+4 && s.mention[next] < 0 && !s.isMark(next) && s.class(next) == "" {
			next++
		}
		if next < len(s.tokens) && s.mentionKind(next) == entente.MentionPerson && s.verbal(to+1) == noMood {
			end := s.mentionEnd(next)
			v := r.value(s, s.words(next, end), next, end)
			return []entente.Value{v}
		}
	}
	if from > 0 && s.isPossessive(from-1) {
		if vs := r.pronoun(s, from-1, true); len(vs) == 1 && len(s.mentions(r, entente.MentionPerson, from, to)) == 0 {
			vs[0] = r.value(s, vs[0].Value, from-1, to)
			vs[0].Name = s.words(from, to)
			return vs
		}
	}
	var found []entente.Value
	for _, kind := range []entente.MentionKind{entente.MentionPerson, entente.MentionOrganisation, entente.MentionPlace} {
		for _, i := range s.mentions(r, kind, from, to) {
			end := s.mentionEnd(i)
			if kind == entente.MentionPlace {
				if v, ok := r.state(s, i, end); ok {
					found = append(found, v)
				}
				continue
			}
			v := r.value(s, s.words(i, end), i, end)
			if kind == entente.MentionPerson {
				v.Name = r.titled(s, from, i, end)
			}
			found = append(found, v)
		}
		if len(found) > 0 {
			return found
		}
	}
	return found
}

// titled returns a person's name with the office before it.
func (r *run) titled(s *sentence, from, i, end int) string {
	a := i
	for a > from && !s.isMark(a-1) && s.class(a-1) == "" {
		a--
	}
	return s.words(a, end)
}

// state returns the party that a country is.
func (r *run) state(s *sentence, i, end int) (entente.Value, bool) {
	code := r.mentions[s.mention[i]].Value
	v := r.value(s, s.words(i, end), i, end)
	if len(code) != 2 {
		return v, false
	}
	switch {
	case code == stateOf(r.env.Sender):
		v.Value, v.Name = entente.AtSenderState, s.words(i, end)
	case code == stateOf(r.env.Recipient):
		v.Value, v.Name = entente.AtRecipientState, s.words(i, end)
	}
	return v, true
}

func stateOf(people []entente.Correspondent) string {
	if len(people) == 0 {
		return ""
	}
	return people[0].State.Value
}

func nameOf(people []entente.Correspondent) string {
	if len(people) == 0 {
		return ""
	}
	return people[0].Name.Value
}

// pronoun returns whom a pronoun or possessive points at: a person, or with
// state that person's state.
func (r *run) pronoun(s *sentence, i int, state bool) []entente.Value {
	who, slot, _ := strings.Cut(s.person(i), ":")
	at := ""
	switch who {
	case "sender":
		at = entente.AtSender
		if state && slot == "poss" {
			at = entente.AtSenderState
		}
	case "we":
		if r.joint {
			return r.partiesAt(s, i, i+1)
		}
		at = entente.AtSender
		if state {
			at = entente.AtSenderState
		}
	case "recipient":
		at = entente.AtRecipient
		if state && slot != "subj" {
			at = entente.AtRecipientState
		}
	default:
		if r.joint && slot == "subj" {
			return r.partiesAt(s, i, i+1)
		}
		return nil
	}
	if r.joint {
		return nil
	}
	v := r.value(s, at, i, i+1)
	v.Name = r.resolved(at)
	return []entente.Value{v}
}

// resolved returns the name behind "@sender" and the like, where one is known.
func (r *run) resolved(at string) string {
	switch at {
	case entente.AtSender:
		return nameOf(r.env.Sender)
	case entente.AtRecipient:
		return nameOf(r.env.Recipient)
	case entente.AtSenderState:
		return stateOf(r.env.Sender)
	case entente.AtRecipientState:
		return stateOf(r.env.Recipient)
	}
	return ""
}

// partiesAt returns the parties of a joint document, said by tokens [i, j).
func (r *run) partiesAt(s *sentence, i, j int) []entente.Value {
	var vs []entente.Value
	if len(r.env.Parties) > 3 { // too many to name: as printed
		return []entente.Value{r.value(s, "", i, j)}
	}
	for _, p := range r.env.Parties {
		v := p.Name
		if v.Zero() {
			v = p.State
		}
		if v.Zero() {
			continue
		}
		vs = append(vs, r.value(s, v.Value, i, j))
	}
	return vs
}

// both returns the two sides, said by tokens [i, j).
func (r *run) both(s *sentence, i, j int, states bool) []entente.Value {
	if r.joint {
		return r.partiesAt(s, i, j)
	}
	a, b := entente.AtSender, entente.AtRecipient
	if states {
		a, b = entente.AtSenderState, entente.AtRecipientState
	}
	return []entente.Value{r.value(s, a, i, j), r.value(s, b, i, j)}
}

func (r *run) bothInferred(states bool) []entente.Value {
	const why = "the two sides of the document"
	if r.joint || len(r.env.Sender) == 0 {
		return nil
	}
	if states {
		return []entente.Value{entente.Inferred(entente.AtSenderState, why), entente.Inferred(entente.AtRecipientState, why)}
	}
	return []entente.Value{entente.Inferred(entente.AtSender, why), entente.Inferred(entente.AtRecipient, why)}
}

// contactParties fills in who meets, writes or travels.
func (r *run) contactParties(c *view, d *draft, noun, verb *hit, from, to int) {
	s := c.s
	mode := ""
	if vs := d.fields[entente.FieldMode]; len(vs) > 0 {
		mode = vs[0].Value
	}
	set := func(vs []entente.Value) { d.set(entente.FieldParties, vs...) }
	owner := -1
	if noun != nil {
		for i := max(from, noun.start-4); i < noun.start; i++ {
			if s.isPossessive(i) {
				owner = i
			}
		}
	}
	switch mode {
	case "commission":
		set(r.bothInferred(true))
		return
	case "correspondence":
		r.writers(c, d, noun, owner, from, to)
		return
	}
	sub, subEnd := c.subject()
	if owner >= 0 {
		vs := r.pronoun(s, owner, false)
		if who := s.person(owner); who == "we:poss" && mode != "visit" && !r.joint {
			vs = []entente.Value{r.value(s, entente.AtSender, owner, owner+1), r.value(s, entente.AtRecipient, owner, owner+1)}
		}
		set(vs)
	}
	if noun != nil && !d.has(entente.FieldParties) { // "la visite de M. Lind"
		if p := s.prep(noun.end); p == "of" || p == "with" || p == "by" {
			a := noun.end + 1
			for a < to && s.class(a) == "det" {
				a++
			}
			if a < to {
				b := s.phraseEnd(a, to)
				vs := r.who(s, a, b, false)
				if len(vs) == 0 && mode == "visit" && p == "of" && s.nominal(a) && s.mention[a] < 0 {
					vs = []entente.Value{r.value(s, "", a, b)} // "the visit of the President"
				}
				set(vs)
			}
		}
		if g := noun.start - 1; g > 0 && s.class(g) == "genitive" { // "the President's visit"
			a := g
			for a > 0 && s.class(a-1) == "" && !s.isMark(a-1) && s.nominal(a-1) {
				a--
			}
			if a < g {
				vs := r.who(s, a, g, false)
				if len(vs) == 0 {
					vs = []entente.Value{r.value(s, "", a, g)}
				}
				set(vs)
			}
		}
	}
	if d.has(entente.FieldParties) && mode == "visit" {
		return
	}
	var vs []entente.Value
	if d.invites() { // the guest, not the host
		for i := from; i < to; i++ {
			if who := s.person(i); strings.HasPrefix(who, "recipient:") && !s.isPossessive(i) {
				set(r.pronoun(s, i, false))
				break
			}
		}
		if d.has(entente.FieldParties) {
			return
		}
	}
	with := r.companions(s, from, to)
	if sub >= 0 && (verb != nil || noun == nil || sub < from || s.person(sub) != "" || len(s.mentions(r, entente.MentionPerson, sub, subEnd)) > 0) {
		vs = r.attenders(s, sub, subEnd, mode, len(with) > 0, verb != nil)
	}
	if len(vs) == 0 && noun != nil && !d.has(entente.FieldParties) { // "the talks that we had"
		for i := noun.end; i < to; i++ {
			if who := s.person(i); strings.HasSuffix(who, ":subj") && !strings.HasPrefix(who, "third") {
				vs = r.attenders(s, i, i+1, mode, len(with) > 0, true)
				break
			}
		}
	}
	if mode != "visit" && !d.has(entente.FieldParties) {
		vs = append(vs, with...)
		if len(vs) < 2 {
			vs = r.persons(s, from, to, vs)
		}
		if len(vs) == 1 && !r.joint {
			for i := from; i < to; i++ {
				if who := s.person(i); strings.HasSuffix(who, ":obj") || who == "recipient:subj" && i != sub {
					if more := r.pronoun(s, i, false); len(more) > 0 && more[0].Value != vs[0].Value {
						vs = append(vs, more...)
						break
					}
				}
			}
		}
	}
	set(vs)
	if !d.has(entente.FieldParties) {
		set(r.persons(s, from, to, nil))
	}
	if !d.has(entente.FieldParties) && mode == "meeting" && r.joint {
		set(r.partiesAt(s, from, from+1))
	}
	if !d.has(entente.FieldParties) && mode == "visit" && verb != nil && sub >= 0 && s.person(sub) == "" && s.class(sub) == "" {
		set([]entente.Value{r.value(s, "", sub, subEnd)}) // "a delegation"
	}
}

// invites reports whether the contact is an invitation.
func (d *draft) invites() bool {
	vs := d.fields[entente.FieldStatus]
	return len(vs) > 0 && vs[0].Value == "invited"
}

// companions returns the parties that stand after "with".
func (r *run) companions(s *sentence, from, to int) []entente.Value {
	var vs []entente.Value
	for i := from; i < to; i++ {
		if s.prep(i) != "with" || s.mention[i] >= 0 {
			continue
		}
		n := i + 1
		for n < to && (s.class(n) == "det" || s.isPossessive(n)) {
			n++
		}
		if n < to {
			vs = append(vs, r.who(s, n, s.phraseEnd(n, to), false)...)
		}
	}
	return vs
}

// attenders returns who the subject of a contact is. "We" is the two sides
// unless somebody else is met, or it is a journey.
func (r *run) attenders(s *sentence, sub, subEnd int, mode string, others, verb bool) []entente.Value {
	who := s.person(sub)
	if r.joint || !strings.HasPrefix(who, "we:") && who != "recipient:subj" && who != "sender:subj" {
		return r.who(s, sub, subEnd, false)
	}
	both := who == "we:subj" && mode != "visit" && !others
	if sub+2 < len(s.tokens) && s.class(sub+1) == "coord" && s.person(sub+2) != "" && mode != "visit" { // "you and I"
		both = true
	}
	if both {
		return []entente.Value{r.value(s, entente.AtSender, sub, sub+1), r.value(s, entente.AtRecipient, sub, sub+1)}
	}
	return r.pronoun(s, sub, false)
}

// persons adds the persons of a clause that are not among vs yet.
func (r *run) persons(s *sentence, from, to int, vs []entente.Value) []entente.Value {
	for _, i := range s.mentions(r, entente.MentionPerson, from, to) {
		end := s.mentionEnd(i)
		v := r.value(s, s.words(i, end), i, end)
		known := false
		for _, o := range vs {
			known = known || o.Start <= v.Start && v.End <= o.End || o.Value == v.Value
		}
		if !known {
			v.Name = r.titled(s, from, i, end)
			vs = append(vs, v)
		}
	}
	return vs
}

// writers fills in who wrote to whom.
func (r *run) writers(c *view, d *draft, noun *hit, owner, from, to int) {
	s := c.s
	other := map[string]string{"sender": entente.AtRecipient, "we": entente.AtRecipient, "recipient": entente.AtSender}
	i := owner
	if i < 0 {
		i, _ = c.subject()
	}
	if i >= 0 && !r.joint {
		if who, _, _ := strings.Cut(s.person(i), ":"); other[who] != "" {
			vs := r.pronoun(s, i, false)
			d.set(entente.FieldParties, append(vs, entente.Inferred(other[who], "the other side of the letter"))...)
			return
		}
	}
	if len(r.env.Sender) > 0 {
		d.set(entente.FieldParties, r.bothInferred(false)...)
	}
}

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
	by := r.phraseAfter(s, "by", from, to)
	if by == nil && sub >= 0 {
		by = r.who(s, sub, subEnd, true)
	}
	if d.force == entente.Requested {
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
	if !d.has(entente.FieldWith) {
		for _, kind := range []string{"to", "for", "with"} {
			if vs := r.phraseAfter(s, kind, from, to); len(vs) > 0 && !sameValue(vs, by) {
				d.set(entente.FieldWith, vs[0])
				break
			}
		}
	}
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
		a, b := s.subject(k, 0)
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
		end := s.phraseEnd(n, to)
		var vs []entente.Value
		for _, v := range r.who(s, n, end, true) {
			vs = append(vs, v)
		}
		if kind == "to" || kind == "for" {
			kept := vs[:0]
			for _, v := range vs {
				kept = append(kept, v)
			}
			vs = kept
		}
		if len(vs) > 0 {
			return vs
		}
	}
	return nil
}
