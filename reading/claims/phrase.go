package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// nounSpan returns the noun phrase around a hit, from its determiner or
// possessive to the end of its complements, dates and places included.
func (s *sentence) nounSpan(c *view, h *hit) (from, to int) {
	from = h.start
	for from > c.cl.from && s.mention[from] >= 0 && s.mention[from-1] == s.mention[from] {
		from--
	}
	for from > c.cl.from && !s.isMark(from-1) {
		cl := s.class(from - 1)
		if cl == "det" || s.isPossessive(from-1) {
			from--
			break
		}
		if cl == "genitive" { // "the Ministry's note", "Mr Lind's visit"
			from = s.ownerStart(from-1, c.cl.from)
			break
		}
		if cl != "" && cl != "filler" || !s.nominal(from-1) || s.verbal(from-1).finite() || s.mention[from-1] >= 0 {
			break
		}
		from--
	}
	to = s.phraseEnd(h.end-1, c.cl.to)
	to = s.apposition(s.reference(to, c.cl.to), c.cl.to)
	// Dates, places and "with X" that follow.
	for to < c.cl.to {
		k := to
		if s.tokens[k].Norm == "," && k+1 < c.cl.to {
			k++
		}
		for k < c.cl.to && (s.isPrep(k) || s.class(k) == "det" || s.isPossessive(k)) {
			k++
		}
		if k >= c.cl.to || !c.cl.has(k) {
			break
		}
		kind := s.mentionKind(k)
		if kind == "" && (k == to || s.tokens[to].Norm == "," || !s.isPrep(to) || !s.nominal(k)) {
			break
		}
		if s.tokens[to].Norm == "," && kind != entente.MentionDate && kind != entente.MentionPlace {
			break
		}
		if kind != "" {
			to = s.mentionEnd(k)
			if kind != entente.MentionDate {
				to = s.phraseEnd(k, c.cl.to)
			}
		} else {
			to = s.phraseEnd(k, c.cl.to)
		}
	}
	return from, to
}

// hangsOn returns the relative clause of clause k that starts at token to, a
// comma aside, or -1.
func (s *sentence) hangsOn(k, to int) int {
	for n := range s.clauses {
		cl := &s.clauses[n]
		if cl.kind == relativeClause && cl.parent == k && (cl.from == to || cl.from == to+1 && to < len(s.tokens) && (s.isMark(to) || s.isPrep(to))) {
			return n
		}
	}
	return -1
}

// object returns the noun phrase after token i that the verb there is about:
// the first that no preposition governs, else the first that one does.
func (v *view) object(i int) (from, to int) {
	if from, to = v.direct(i, true); from < 0 {
		from, to = v.direct(i, false)
	}
	return from, to
}

// direct returns the first noun phrase after token i; strict passes over
// those that a preposition governs, otherwise only dates and places are.
func (v *view) direct(i int, strict bool) (from, to int) {
	s := v.s
	for k := i; k < v.cl.to; k++ {
		if !v.cl.has(k) {
			continue
		}
		switch {
		case s.mentionKind(k) == entente.MentionDate:
			k = s.mentionEnd(k) - 1
		case s.isPrep(k) && (strict || k+1 < v.cl.to && s.mention[k+1] >= 0) && !s.verbal(k+1).bare() && !s.partitive(k):
			// an adverbial or another complement: skip its phrase
			n := k + 1
			for n < v.cl.to && (s.class(n) == "det" || s.isPossessive(n) || s.isPrep(n)) {
				n++
			}
			if n < v.cl.to && s.nominal(n) {
				k = s.phraseEnd(n, v.cl.to) - 1
			}
		case s.class(k) == "" && !s.isMark(k) && s.nominal(k) && s.verbal(k) == noMood && !s.verbHit(k) && s.tokens[k].POS != "ADV":
			return k, s.phraseEnd(k, v.cl.to)
		}
	}
	return -1, -1
}

// bare reports whether a mood is that of a verb after a preposition: "de
// construire", "to build".
func (m mood) bare() bool { return m == infinitive || m == gerund }

// partitive reports whether the preposition at k is an article: "livrer des
// tracteurs".
func (s *sentence) partitive(k int) bool { return s.tokens[k].POS == "DET" }

// verbHit reports whether a verb of a frame stands at token i.
func (s *sentence) verbHit(i int) bool {
	if s.taggedNoun(i) {
		return false
	}
	for _, h := range s.hits {
		if h.start <= i && i < h.end && (h.role == roleVerb || h.role == roleCue || h.role == roleStep) && !s.nounHit(i) {
			return true
		}
	}
	return false
}

func (s *sentence) nounHit(i int) bool {
	for _, h := range s.hits {
		if h.start <= i && i < h.end && h.role == roleNoun {
			return true
		}
	}
	return false
}

// ownerStart returns where the phrase starts whose genitive mark stands at
// token i, limit at the earliest.
func (s *sentence) ownerStart(i, limit int) int {
	for i > limit && !s.isMark(i-1) && (s.mention[i-1] >= 0 || s.class(i-1) == "" && s.nominal(i-1) && !s.verbal(i-1).finite()) {
		i--
	}
	if i > limit && (s.class(i-1) == "det" || s.isPossessive(i-1)) {
		i--
	}
	return i
}

// reference returns where the number and date of a text end that stand at
// token i: "No. C/118 dated 9 September", or i where there are none.
func (s *sentence) reference(i, limit int) int {
	k, numbered := i, false
	for k < limit && k < i+10 && s.mention[k] < 0 {
		text := s.tokens[k].Text
		if strings.ContainsAny(text, "0123456789") {
			numbered = true
		} else if first, _ := utf8.DecodeRuneInString(text); s.tokens[k].Norm == "," || s.verbal(k).finite() ||
			!s.isMark(k) && !s.lex.numbered[s.tokens[k].Norm] && (len(text) > 4 || !unicode.IsUpper(first)) {
			break
		}
		k++
	}
	if !numbered {
		k = i
	}
	n, dated := k, false
	for n < limit && n < k+4 && (s.lex.numbered[s.tokens[n].Norm] || s.isPrep(n) || s.class(n) == "det") {
		dated = dated || s.lex.numbered[s.tokens[n].Norm]
		n++
	}
	if n < limit && n > k && (numbered || dated) && s.mentionKind(n) == entente.MentionDate {
		return s.mentionEnd(n)
	}
	return k
}

// reach returns where the words end that hang on the noun at token i in the
// tree, relative clauses and what is apposed included; limit at the latest.
func (s *sentence) reach(i, limit int) int {
	s.tree()
	to := i + 1
	for to < limit && to < len(s.tokens) && !s.strongMark(to) && s.within(to, i) {
		to++
	}
	for to > i+1 && (s.isMark(to-1) || s.isPrep(to-1) || s.class(to-1) == "coord" || s.class(to-1) == "det") {
		to--
	}
	return to
}

// within reports whether token k hangs on token i, by whatever relation.
func (s *sentence) within(k, i int) bool {
	for n := 0; n < 2*maxDepth && k >= 0 && k < len(s.tokens); n++ {
		if k == i {
			return true
		}
		k = s.tokens[k].Head
	}
	return false
}
