package claims

import "entente"

// A topic is what a paragraph announces before its first clause: "2. Port of
// Lune. The contract …".
type topic struct {
	title entente.Value
	s     *sentence
}

const maxTopic = 22 // tokens

// isTopic reports whether sentence i is a topic: short, without a verb, at
// the head of its part, with more to follow.
func (r *run) isTopic(i int) bool {
	s := r.sentences[i]
	if i > 0 && r.sentences[i-1].part == s.part && !r.isNumber(i-1) || len(s.tokens) > maxTopic {
		return false
	}
	if i+1 >= len(r.sentences) || r.sentences[i+1].part != s.part {
		return false
	}
	if s.movedOn() {
		return false
	}
	for k := range s.tokens {
		if m := s.verbal(k); m.finite() || m == participle && s.mention[k] < 0 && s.tokens[k].POS == "VERB" {
			return false
		}
	}
	return true
}

func (r *run) isNumber(i int) bool { return len(r.sentences[i].tokens) <= 2 }

// noteTopic makes sentence i the topic of the rest of its part.
func (r *run) noteTopic(i int) {
	s := r.sentences[i]
	from, to := 0, len(s.tokens)
	for from < to && (s.isMark(from) || digits(s.tokens[from].Text)) {
		from++
	}
	for to > from && s.isMark(to-1) {
		to--
	}
	if from >= to {
		return
	}
	end := s.phraseEnd(from, to)
	if s.class(from) != "" {
		end = to
	}
	r.topicMatter(s)
	t := topic{title: r.value(s, "", from, end), s: s}
	for n := i + 1; n < len(r.sentences) && r.sentences[n].part == s.part; n++ {
		r.topics[r.sentences[n].index] = t
	}
}

// topicSubject takes the topic as what an agreement is about.
func (r *run) topicSubject(d *draft) {
	if t, ok := r.topics[d.s.index]; ok {
		d.set(entente.FieldSubject, t.title)
	}
}

// topicDomain takes the domain, and a missing place, from the topic.
func (r *run) topicDomain(d *draft) {
	t, ok := r.topics[d.s.index]
	if !ok {
		return
	}
	if len(t.s.domains) > 0 {
		h := t.s.domains[0]
		d.set(entente.FieldDomain, r.value(t.s, h.set["domain"], h.start, h.end))
	}
	for _, i := range t.s.mentions(r, entente.MentionPlace, 0, len(t.s.tokens)) {
		if !r.land(t.s.mention[i]) {
			d.set(entente.FieldPlace, r.value(t.s, t.s.words(i, t.s.mentionEnd(i)), i, t.s.mentionEnd(i)))
		}
	}
}

// topicMatter makes the contact or agreement that a topic names one that the
// sentences after it can recall.
func (r *run) topicMatter(s *sentence) {
	c := r.newView(s, 0)
	for _, kind := range []entente.Kind{entente.Contact, entente.Agreement} {
		h := c.find(string(kind), roleNoun)
		if h == nil {
			continue
		}
		d := &draft{kind: kind, s: s, head: h.start, dropped: true, fields: map[entente.Field][]entente.Value{}, to: len(s.tokens)}
		if kind == entente.Contact {
			d.set(entente.FieldMode, r.value(s, h.set["mode"], h.start, h.end))
			r.contactPlace(c, d, h, nil, 0, len(s.tokens))
			r.contactTimes(c, d, nil, 0, len(s.tokens))
			r.contactParties(c, d, h, nil, 0, len(s.tokens))
			r.contactLevel(c, d, 0, len(s.tokens))
		} else {
			d.set(entente.FieldForm, r.value(s, h.set["form"], h.start, h.end))
			if a, b := s.subjectOf(c, h); a < b {
				d.set(entente.FieldSubject, r.value(s, "", a, b))
			}
			r.domainIn(d, s, 0, len(s.tokens))
		}
		m := &matter{kind: kind, words: r.naming(d), first: d, last: d}
		d.matter = m
		r.matters = append(r.matters, m)
		return
	}
}
