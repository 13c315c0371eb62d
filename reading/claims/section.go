package claims

import "entente"

// maxLabel is how many tokens before its colon or full stop the name of an
// entry may have.
const maxLabel = 12

// section returns the words for an agreement in the heading under which the
// part of s stands, "3. Treaties", or nil. The heading is the nearest part of
// that kind before it, or a paragraph of a few words without a verb.
func (r *run) section(s *sentence) (h *hit, heading *sentence) {
	for i := len(r.headings) - 1; i >= 0; i-- {
		if o := r.headings[i]; o.part < s.part {
			return r.newView(o, 0).find("agreement", roleNoun), o
		}
	}
	return nil, nil
}

// isHeading reports whether source sentence i is a heading: in a part of that
// kind, or the only sentence of a paragraph, a few words without a verb.
func (r *run) isHeading(sentences []entente.Sentence, i int) bool {
	src := &sentences[i]
	if len(src.Tokens) == 0 || len(src.Tokens) > maxLabel {
		return false
	}
	switch r.parts[src.Part].Kind {
	case entente.PartHeading:
		return true
	case entente.PartParagraph, entente.PartListIntro:
	default:
		return false
	}
	if i > 0 && sentences[i-1].Part == src.Part && len(sentences[i-1].Tokens) > 2 || i+1 < len(sentences) && sentences[i+1].Part == src.Part {
		return false
	}
	for k := range src.Tokens {
		if t := &src.Tokens[k]; r.lex.verbal(t).finite() {
			return false
		}
	}
	return true
}

// label returns the words before the colon that open the part of sentence s,
// what an entry of a list is about: "Extradition: your draft reached us".
func (r *run) label(s *sentence) (o *sentence, from, to int) {
	for i := range r.sentences {
		if o = r.sentences[i]; o.part == s.part {
			break
		}
	}
	if o == nil || o.part != s.part {
		return nil, 0, 0
	}
	for from < len(o.tokens) && (o.isMark(from) || digits(o.tokens[from].Text) || len(o.tokens[from].Text) == 1) {
		from++
	}
	for to = from; to < len(o.tokens) && to < from+maxLabel; to++ {
		if o.tokens[to].Norm == ":" {
			break
		}
		if o.verbal(to).finite() || o.relative(to) {
			return nil, 0, 0
		}
	}
	if to == from || to >= len(o.tokens) || o.tokens[to].Norm != ":" {
		return nil, 0, 0
	}
	return o, from, to
}

// labelled returns the agreement that the label of an entry names under a
// heading such as "Treaties", or nil.
func (r *run) labelled(s *sentence) *matter {
	form, heading := r.section(s)
	if form == nil {
		return nil
	}
	o, from, to := r.label(s)
	if o == nil {
		return nil
	}
	subject := r.value(o, "", from, to)
	for _, m := range r.matters {
		if vs := m.first.fields[entente.FieldSubject]; m.kind == entente.Agreement && len(vs) > 0 && vs[0].Start == subject.Start && vs[0].End == subject.End {
			return m
		}
	}
	d := r.unsaid(s)
	d.set(entente.FieldForm, r.value(heading, form.set["form"], form.start, form.end))
	d.set(entente.FieldSubject, subject)
	r.domainIn(d, o, from, to)
	return r.found(d)
}

// headed returns the agreement that a step moves on where only the topic of
// the paragraph says which, and no other thing could go through that step.
func (r *run) headed(s *sentence, step *hit) *matter {
	t, ok := r.topics[s.index]
	if !ok || !alone[step.set["stage"]] || step.end-step.start > 1 {
		return nil
	}
	d := r.unsaid(s)
	d.set(entente.FieldForm, entente.Inferred("agreement", "nothing else goes through that stage"))
	d.set(entente.FieldSubject, t.title)
	r.domainIn(d, t.s, 0, len(t.s.tokens))
	return r.found(d)
}

// unsaid drafts an agreement that the layout names and no claim is made of.
func (r *run) unsaid(s *sentence) *draft {
	return &draft{kind: entente.Agreement, s: s, head: -1, dropped: true, fields: map[entente.Field][]entente.Value{}, to: len(s.tokens)}
}

// found makes what a draft names a matter that later sentences can recall.
func (r *run) found(d *draft) *matter {
	m := &matter{kind: d.kind, words: r.naming(d), first: d, last: d}
	d.matter = m
	r.matters = append(r.matters, m)
	return m
}

// alone are the stages that nothing but an agreement reaches.
var alone = map[string]bool{"initialled": true, "ratified": true}

// movedOn reports whether a sentence without a verb names an agreement and,
// after it, what became of it: "the Agreement of 1987 lapses on 14 June",
// where taggers see a noun.
func (s *sentence) movedOn() bool {
	for _, f := range s.hits {
		if f.file != "agreement" || f.role != roleNoun {
			continue
		}
		for _, h := range s.hits {
			if h.file == "agreement" && h.role == roleStep && h.start >= f.end && sure[h.set["stage"]] {
				return true
			}
		}
	}
	return false
}

// severalAgreements reads a clause that moves on several agreements at once,
// "a treaty on trade and a protocol on payments were signed": each is a claim
// whose quote is its name. It reports whether the clause is one.
func (r *run) severalAgreements(c *view, forms, steps []hit) bool {
	s := c.s
	if len(forms) < 2 || len(steps) == 0 {
		return false
	}
	type span struct{ from, to int }
	spans := make([]span, len(forms))
	for i := range forms {
		spans[i].from, spans[i].to = s.nounSpan(c, &forms[i])
		if a, b := s.subjectOf(c, &forms[i]); a >= b {
			return false
		}
		if i == 0 {
			continue
		}
		if spans[i-1].to > spans[i].from { // the phrase took in its neighbour
			spans[i-1].to = spans[i].from
			for spans[i-1].to > forms[i-1].end && (s.class(spans[i-1].to-1) == "coord" || s.isMark(spans[i-1].to-1)) {
				spans[i-1].to--
			}
		}
		joined := false
		for k := spans[i-1].to; k < spans[i].from; k++ {
			joined = joined || s.class(k) == "coord" || s.tokens[k].Norm == ","
			if s.class(k) != "coord" && s.tokens[k].Norm != "," {
				return false
			}
		}
		if !joined {
			return false
		}
	}
	first, end := spans[0].from, spans[len(spans)-1].to
	var step *hit
	for i := range steps {
		st := &steps[i]
		before := st.end <= first && first-st.end <= 3 && (st.mood == past || st.mood == present || st.mood == infinitive || st.mood == participle)
		after := st.start >= end && c.verb() >= end && (st.mood == participle && s.auxiliaryBefore(st.start) || st.mood == past || st.mood == noMood)
		if sure[st.set["stage"]] && (before || after) {
			step = st
		}
	}
	if step == nil {
		return false
	}
	for i := range forms {
		d := r.agreement(c, &forms[i], step, spans[i].from, spans[i].to)
		r.agreementDate(d, s, nil, step, step.start, c.cl.to)
		r.concluders(c, d, nil, step, step.start, c.cl.to)
		d.trace = append(d.trace, "agreement/several")
		c.taken = c.taken || !d.dropped
	}
	return true
}
