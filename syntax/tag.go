package syntax

import (
	"strings"

	"entente"
	"entente/internal/linear"
)

// taggerFeatures appends the features of word i, after two words whose
// tags are last and before, 0 at the start. It is what cmd/train learns from as well.
func taggerFeatures(out []uint64, words []word, i int, last, before uint64) []uint64 {
	at := func(j int) *word {
		if j < 0 || j >= len(words) {
			return &none
		}
		return &words[j]
	}
	w, l, r := at(i), at(i-1), at(i+1)
	mix := linear.Mix
	return append(out,
		mix(0),
		mix(1, w.form), mix(2, w.ends[0]), mix(3, w.ends[1]), mix(4, w.ends[2]), mix(5, w.ends[3]), mix(6, w.ends[4]),
		mix(7, w.starts[0]), mix(8, w.starts[1]), mix(9, w.shape), mix(10, w.shape, last),
		mix(11, l.form), mix(12, r.form), mix(13, at(i-2).form), mix(14, at(i+2).form),
		mix(15, last), mix(16, last, before), mix(17, last, w.form), mix(18, last, w.ends[2]),
		mix(19, l.ends[2]), mix(20, r.ends[2]), mix(21, r.shape), mix(22, l.shape),
		mix(23, w.kinds), mix(24, r.kinds), mix(25, w.kinds, last), mix(26, w.kinds, r.kinds),
		mix(27, w.kinds, last, r.kinds), mix(28, w.kinds, w.ends[2]), mix(29, r.kinds, at(i+2).kinds, w.kinds),
		mix(30, l.form, w.form), mix(31, w.form, r.form), mix(32, w.shape, w.kinds),
	)
}

// featsFeatures appends the features that tell the mood, tense, person and
// number of word i, a verb; all are tagged.
func featsFeatures(out []uint64, words []word, tokens []entente.Token, tags []uint64, i int) []uint64 {
	at := func(j int) (*word, uint64) {
		if j < 0 || j >= len(words) {
			return &none, 0
		}
		return &words[j], tags[j]
	}
	w, tag := at(i)
	l, ltag := at(i - 1)
	ll, lltag := at(i - 2)
	r, rtag := at(i + 1)
	// The nearest noun or pronoun before, and the nearest verb.
	subject, stag, verb := &none, uint64(0), &none
	for j := i - 1; j >= max(0, i-8); j-- {
		switch tokens[j].POS {
		case "PRON", "NOUN", "PROPN":
			if subject == &none {
				subject, stag = &words[j], tags[j]
			}
		case "VERB", "AUX":
			if verb == &none {
				verb = &words[j]
			}
		}
	}
	mix := linear.Mix
	set := uint64(w.set + 1)
	return append(out,
		mix(50, tag), mix(51, w.form), mix(52, w.ends[0]), mix(53, w.ends[1]), mix(54, w.ends[2]), mix(55, w.ends[3]),
		mix(56, w.ends[4]), mix(57, l.form), mix(58, l.form, w.ends[2]), mix(59, ll.form), mix(60, r.form), mix(61, ltag),
		mix(62, ltag, lltag), mix(63, rtag), mix(64, subject.form), mix(65, subject.form, w.ends[1]), mix(66, stag, w.ends[2]),
		mix(67, verb.form), mix(68, verb.form, w.ends[1]), mix(69, set), mix(70, set, l.form), mix(71, set, subject.form),
		mix(72, set, stag), mix(73, w.shape, w.ends[2]), mix(74, ltag, w.form), mix(75, subject.ends[0], w.ends[2]), mix(76, set, ltag),
	)
}

// tagHash returns a part of speech as features see it.
func tagHash(pos string) uint64 { return linear.Hash(pos) }

// tag sets POS, Feats and Lemma of tokens.
func (m *models) tag(tokens []entente.Token, s *scratch) {
	if m.pos == nil {
		for i := range tokens {
			tokens[i].Lemma = m.lemma(&tokens[i], m.lexicon.set(tokens[i].Norm), s)
		}
		return
	}
	pos := scorer(&s.pos, m.pos, many)
	s.words = m.words(tokens, s.words[:0])
	s.tags = s.tags[:0]
	var last, before uint64
	for i := range tokens {
		s.features = taggerFeatures(s.features[:0], s.words, i, last, before)
		best := top(pos.Score(s.features))
		if m.pos.Classes[best] == "ADJ" && m.verb >= 0 && m.lexicon.participle(s.words[i].set, s) {
			best = m.verb
		}
		tokens[i].POS = m.pos.Classes[best]
		before, last = last, m.tagOf[best]
		s.tags = append(s.tags, last)
	}
	for i := range tokens {
		t := &tokens[i]
		if verbal(t.POS) {
			s.features = featsFeatures(s.features[:0], s.words, tokens, s.tags, i)
			t.Feats = m.featsOf(s.words[i].set, s)
		}
		t.Lemma = m.lemma(t, s.words[i].set, s)
	}
}

// participle reports whether a telling lexicon knows a form as a participle
// of the past and as no adjective: "finished".
func (l *lexicon) participle(set int, s *scratch) bool {
	if l == nil || !l.telling {
		return false
	}
	is := false
	s.readings = l.readings(set, s.readings[:0])
	for _, r := range s.readings {
		if r.pos == "ADJ" {
			return false
		}
		is = is || r.pos == "VERB" && strings.Contains(r.feats, "Tense=Past|VerbForm=Part")
	}
	return is
}

// lemma returns the base form of t, whose readings are of that set.
func (m *models) lemma(t *entente.Token, set int, s *scratch) string {
	if lemma, ok := m.lemmas[t.Norm]; ok {
		return lemma
	}
	return m.lexicon.lemma(t.Norm, set, t.POS, t.Feats, s)
}

// retag makes ready in s what tag saw of tokens.
func (m *models) retag(tokens []entente.Token, s *scratch) {
	if m.pos == nil {
		return
	}
	s.words = m.words(tokens, s.words[:0])
	s.tags = s.tags[:0]
	for _, t := range tokens {
		s.tags = append(s.tags, tagHash(t.POS))
	}
}

// top returns the index of the highest score; of equals the first.
func top(scores []int32) int {
	best := 0
	for c, score := range scores {
		if score > scores[best] {
			best = c
		}
	}
	return best
}

// featsOf returns the features that s.features speak for: one that the
// lexicon gives to the word, if it gives any.
func (m *models) featsOf(set int, s *scratch) string {
	scores := scorer(&s.feats, m.feats, few).Score(s.features)
	best := top(scores)
	if m.lexicon == nil || !m.lexicon.telling {
		return m.feats.Classes[best]
	}
	s.readings = m.lexicon.readings(set, s.readings[:0])
	chosen, most := "", int32(-1<<31)
	for _, r := range s.readings {
		if r.feats == "" || r.pos != "VERB" && r.pos != "AUX" {
			continue
		}
		score := int32(-1 << 30)
		if c, ok := m.featsClass[r.feats]; ok {
			score = scores[c]
		}
		if score > most {
			chosen, most = r.feats, score
		}
	}
	if chosen == "" {
		return m.feats.Classes[best]
	}
	return chosen
}
