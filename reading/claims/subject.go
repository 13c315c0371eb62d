package claims

import (
	"unicode"
	"unicode/utf8"

	"entente"
)

// subjectOf returns the tokens that say what an agreement is about.
func (s *sentence) subjectOf(c *view, f *hit) (from, to int) {
	limit := c.cl.to
	i := f.end
	if a, b := s.purpose(f, limit); a < b {
		return a, b
	}
	for i < limit && (s.class(i) == "filler" && s.class(i) != "prep-of") {
		i++
	}
	// An adjective: "accord commercial"; "Merchant Shipping Agreement".
	if i < limit && s.class(i) == "" && s.nominal(i) && s.mention[i] < 0 && !s.isMark(i) && !s.stepAt(i) && s.verbal(i) == noMood && !digits(s.tokens[i].Text) {
		return i, s.phraseEnd(i, limit)
	}
	if a := s.titleStart(f.start, c.cl.from); a < f.start && s.subjectBefore() && !(f.start-a == 1 && (s.textAt(a) || !s.names(a, f.start))) {
		return a, f.start
	}
	for i < limit && !s.isMark(i) && !s.verbal(i).finite() {
		p := s.prep(i)
		if s.inStep(i) || s.inStep(i+1) { // "open for signature", "into force"
			i++
			continue
		}
		if p == "about" || p == "of" || p == "in" || p == "for" || p == "to" && i > f.end {
			k := i + 1
			for k < limit && (s.class(k) == "det" || s.class(k) == "prep-of" || s.isPossessive(k)) {
				k++
			}
			if k < limit && s.mentionKind(k) == entente.MentionDate {
				i = s.mentionEnd(k)
				continue
			}
			if k < limit && s.mention[k] >= 0 && (p == "to" || p == "in") {
				i = s.mentionEnd(k) // where it was signed
				continue
			}
			if k < limit && s.nominal(k) && (s.mention[k] < 0 || p != "of") && !digits(s.tokens[k].Text) {
				return k, s.phraseEnd(k, limit)
			}
		}
		if i > f.end+14 {
			break
		}
		i++
	}
	return -1, -1
}

// titleStart returns where the words start that name, before token i, what a
// text is about: "Trade and Investment", "General Security of Information".
func (s *sentence) titleStart(i, limit int) int {
	capital := func(k int) bool {
		r, _ := utf8.DecodeRuneInString(s.tokens[k].Text)
		return unicode.IsUpper(r) && s.mention[k] < 0
	}
	a := i
	for a > limit {
		k := a - 1
		switch b := k - 1; {
		case s.class(k) == "" && s.nominal(k) && !s.isMark(k) && s.lex.ordinal[s.tokens[k].Norm] == "" && s.mention[k] < 0:
			a = k
		case a < i && b >= limit && (s.class(k) == "coord" || s.prep(k) == "of") && capital(a) && capital(b) && s.class(b) == "":
			a = b
		default:
			return a
		}
	}
	return a
}

// names reports whether tokens [from, to) say what a text is about: more than
// an adjective such as "historic".
func (s *sentence) names(from, to int) bool {
	for i := from; i < to; i++ {
		if r, _ := utf8.DecodeRuneInString(s.tokens[i].Text); s.tokens[i].POS != "ADJ" || unicode.IsUpper(r) {
			return true
		}
	}
	for _, h := range s.domains {
		if from <= h.start && h.end <= to {
			return true
		}
	}
	return false
}

// textAt reports whether token i itself names a text or its stage, "draft",
// and so says nothing of what it is about.
func (s *sentence) textAt(i int) bool {
	for _, h := range s.hits {
		if h.file == "agreement" && h.start <= i && i < h.end {
			return true
		}
	}
	return false
}

// purpose returns what an agreement is for where a verb says it: "convention
// tendant à éviter la double imposition", "the arrangement that governs the
// presence of our troops".
func (s *sentence) purpose(f *hit, limit int) (from, to int) {
	i := s.phraseEnd(f.end-1, limit)
	if i >= limit {
		return -1, -1
	}
	verb := -1
	switch {
	case s.verbal(i) == gerund && !s.stepAt(i):
		verb = i
		for k := i + 1; k < limit && k < i+4; k++ {
			if s.verbal(k) == infinitive {
				verb = k
			}
		}
	case s.relative(i) && s.verbal(i+1) == present && s.tokens[i+1].POS == "VERB" && !s.stepAt(i+1):
		verb = i + 1
	}
	if verb < 0 {
		return -1, -1
	}
	k := verb + 1
	for k < limit && (s.class(k) == "det" || s.isPossessive(k)) {
		k++
	}
	if k >= limit || !s.nominal(k) || s.mention[k] >= 0 {
		return -1, -1
	}
	return k, s.phraseEnd(k, limit)
}

// ownForm reports whether a relative clause names an agreement of its own
// before the step.
func (v *view) ownForm(step *hit) bool {
	for _, h := range v.all("agreement", roleNoun) {
		if h.end <= step.start {
			return true
		}
	}
	return false
}

// compound returns where the name that ends in the noun at token i starts,
// with the states joined before it: "Sylvania-Arcadia Trade Agreement".
func (s *sentence) compound(i, from, limit int) int {
	if !s.lex.before {
		return from
	}
	for k := from; k > limit && k > i-12; k-- {
		switch {
		case s.mention[k-1] >= 0 && s.mentionKind(k-1) != entente.MentionDate && s.mentionKind(k-1) != entente.MentionPerson:
		case s.tokens[k-1].Norm == "-" || s.tokens[k-1].Norm == "–":
		case s.class(k-1) == "coord" && k-2 > limit && s.tokens[k-2].POS == "PROPN" && s.tokens[k].POS == "PROPN":
		case s.tokens[k-1].POS == "PROPN" && k < i:
		case s.class(k-1) == "det":
			return k - 1
		default:
			return k
		}
	}
	return from
}

// concluders fills in who concludes an agreement where its name or its step
// says so: "the Sylvania-Arcadia Treaty", "signed by sixteen nations".
func (r *run) concluders(c *view, d *draft, f, step *hit, from, to int) {
	s := c.s
	if f != nil {
		var pair []entente.Value
		for _, i := range s.mentions(r, entente.MentionPlace, from, f.start) {
			end := s.mentionEnd(i)
			if v, ok := r.state(s, i, end); ok && (s.tokens[end].Norm == "-" || s.tokens[end].Norm == "–" || i > 0 && (s.tokens[i-1].Norm == "-" || s.tokens[i-1].Norm == "–")) {
				pair = append(pair, v)
			}
		}
		for _, i := range s.mentions(r, entente.MentionOrganisation, from, f.start) {
			if end := s.mentionEnd(i); len(pair) > 0 && i > 0 && s.tokens[i-1].Norm == "-" {
				pair = append(pair, r.value(s, s.words(i, end), i, end))
			}
		}
		if len(pair) > 1 {
			d.set(entente.FieldParties, pair...)
			return
		}
		if f.set["form"] == "declaration" && s.prep(f.end) == "of" {
			k := f.end + 1
			for k < to && s.class(k) == "det" {
				k++
			}
			if k < to && s.mentionKind(k) == entente.MentionOrganisation {
				end := s.mentionEnd(k)
				d.set(entente.FieldParties, r.value(s, s.words(k, end), k, end))
				return
			}
		}
	}
	if step == nil || step.set["stage"] != "signed" && step.set["stage"] != "initialled" && step.set["stage"] != "to_be_signed" {
		return
	}
	if vs := r.signers(c, f, step); len(vs) > 0 {
		d.set(entente.FieldParties, vs...)
		return
	}
	for i := step.start; i < to && i <= step.end+6; i++ {
		if s.prep(i) != "by" {
			continue
		}
		a := i + 1
		for a < to && s.class(a) == "det" {
			a++
		}
		end := s.listEnd(a, to)
		for k := end; k < to && (s.class(k) == "coord" || s.class(k) == "det" || s.mentionKind(k) == entente.MentionPlace || s.mentionKind(k) == entente.MentionOrganisation); k++ {
			end = k + 1
		}
		vs := r.who(s, a, end, true)
		if len(vs) == 0 && a < end && s.nominal(a) {
			vs = []entente.Value{r.value(s, "", a, end)}
		}
		d.set(entente.FieldParties, vs...)
		return
	}
}

// signers returns those by name who are the subject of the step that concludes
// an agreement: "the Bureau of Standards and the Institute have concluded".
func (r *run) signers(c *view, f, step *hit) []entente.Value {
	s := c.s
	a, b := c.subject()
	if a < 0 || a >= step.start || f != nil && f.start < step.start || s.passiveVerb(max(c.verb(), 0), c.cl.to) || s.person(a) != "" {
		return nil
	}
	for _, p := range s.phrases {
		if p.file == "joint" && p.start < b && a < p.end {
			return nil
		}
	}
	return r.named(s, a, max(b, min(c.verb(), step.start)))
}

// pair returns the two parties of "between X and Y" as printed where only one
// of them, or neither, is known to be somebody; else known.
func (r *run) pair(s *sentence, from, to int, known []entente.Value) []entente.Value {
	mid := -1
	for i := from; i < to && mid < 0; i++ {
		if s.class(i) == "coord" {
			mid = i
		}
		if s.tokens[i].Norm == "," {
			return known
		}
	}
	if mid <= from || mid+1 >= to {
		return known
	}
	var vs []entente.Value
	for _, half := range [][2]int{{from, mid}, {mid + 1, to}} {
		a, b := half[0], half[1]
		for a < b && s.class(a) == "det" {
			a++
		}
		if a >= b || s.tokens[a].POS != "PROPN" && s.mention[a] < 0 {
			return known
		}
		vs = append(vs, r.value(s, "", a, s.phraseEnd(a, b)))
	}
	return vs
}

// asStates writes the persons for whom a joint document speaks as the states
// that conclude its agreements, as far as it prints them.
func (r *run) asStates(d *draft) {
	var vs []entente.Value
	if read := d.fields[entente.FieldParties]; !r.joint || len(read) == 0 || len(r.env.Parties) > 3 || len(read) != len(r.env.Parties) || !r.meansSides(read) {
		return
	}
	for _, p := range r.env.Parties {
		if p.Office.Zero() && p.Honorific.Zero() {
			continue
		}
		if p.State.Zero() || p.State.Quote == "" {
			delete(d.fields, entente.FieldParties)
			return
		}
		v := p.State
		v.Name = v.Quote
		vs = append(vs, v)
	}
	if len(vs) > 0 {
		d.fields[entente.FieldParties] = vs
	}
}

// meansSides reports whether all values stand for the sides as a whole: one
// word says them all.
func (r *run) meansSides(vs []entente.Value) bool {
	for _, v := range vs {
		if v.Start != vs[0].Start {
			return false
		}
	}
	return true
}
