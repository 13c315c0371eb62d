package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// A sentence is one sentence with all that the lexicon knows of its words.
type sentence struct {
	lex     *lexicon
	index   int
	part    int
	src     *entente.Sentence
	tokens  []entente.Token
	mention []int // index of the mention that covers each token, or -1
	hits    []hit
	phrases []hit // function phrases
	domains []hit
	clauses []clause
	known   []known // of each clause
	trees   *int    // how many sentences of the document are parsed
	moods   []mood
	classOf []string              // of each token
	overdue []int                 // verbs of what was to be done: "was to open"
	kinds   []entente.MentionKind // of all mentions of the document
	asVerb  int                   // one more than the token that is a verb whatever the tagger says, or 0
	used    map[int]bool          // clauses that another's claim has swallowed
	claimed map[int]bool          // clauses whose first part has made a claim
}

func (r *run) newSentence(index int, src *entente.Sentence, kinds []entente.MentionKind) *sentence {
	lex, mentions := r.lex, r.mentions
	s := &sentence{lex: lex, index: index, part: src.Part, src: src, tokens: src.Tokens, kinds: kinds, trees: &r.trees, used: map[int]bool{}, claimed: map[int]bool{}}
	s.mention = make([]int, len(s.tokens))
	s.moods = make([]mood, len(s.tokens))
	s.classOf = make([]string, len(s.tokens))
	m := 0
	for i := range s.tokens {
		t := &s.tokens[i]
		s.mention[i], s.classOf[i] = -1, lex.class[t.Norm]
		for m < len(mentions) && mentions[m].End <= t.Start {
			m++
		}
		for k := m; k < len(mentions) && mentions[k].Start < t.End; k++ {
			if mentions[k].Overlaps(t.Span) {
				s.mention[i] = k
				break
			}
		}
	}
	s.hits = s.tagged(r.walker.hits(&lex.frames, s.tokens))
	s.phrases = r.walker.hits(&lex.phrases, s.tokens)
	s.domains = r.walker.hits(&lex.domains, s.tokens)
	for i := range s.tokens {
		if s.mention[i] < 0 { // "May" is a month there
			s.moods[i] = lex.verbal(&s.tokens[i])
		}
	}
	s.unseen()
	s.subjunctives()
	s.finish()
	s.shout()
	s.commands()
	s.reduce()
	s.periphrases()
	for i := 1; i+1 < len(s.moods); i++ { // "the loan, be it 4 million,": no verb
		if s.moods[i] == subjunctive && s.tokens[i-1].Norm == "," && s.mentionKind(i+1) == entente.MentionAmount {
			s.moods[i] = noMood
		}
	}
	for _, h := range s.hits {
		k := h.start
		for k < h.end-1 && s.person(k) != "" && !s.isPossessive(k) { // "I hope": the verb, not who speaks
			k++
		}
		if (h.role == roleVerb || h.role == roleStep || h.role == roleCue) && h.mood.finite() && h.mood != imperative && s.moods[k] == noMood && (k > h.start && s.class(k) == "" || !s.nounlike(k)) {
			s.moods[k] = h.mood
		}
	}
	s.clauses = cut(s)
	s.known = make([]known, len(s.clauses))
	return s
}

// tagged keeps the hits that the tagger does not gainsay: a noun is no verb.
func (s *sentence) tagged(hits []hit) []hit {
	kept := hits[:0]
	for _, h := range hits {
		pos := s.tokens[h.start].POS
		if pos != "" {
			switch {
			case h.role == roleNoun && h.end-h.start == 1 && (pos == "VERB" || pos == "AUX" || pos == "ADV"):
				continue
			case h.role != roleNoun && h.mood != noMood && (h.end-h.start == 1 || pos == "DET") && pos != "ADJ" && s.taggedNoun(h.start) && !s.sayable(&h, pos):
				continue
			case h.stemmed && h.end-h.start == 1 && (pos == "PRON" || pos == "DET" || pos == "ADP" || pos == "ADV" || pos == "SCONJ" || pos == "CCONJ" || pos == "NUM"):
				continue
			}
		}
		for (h.file == "agreement" || h.file == "contact") && h.role == roleNoun && h.end-h.start > 1 && s.isPrep(h.end-1) {
			h.end-- // "agreement on": the noun that a complement follows
		}
		if h.file == "agreement" && h.role == roleStep && h.mood == noMood && h.end-h.start > 1 && pos == "VERB" {
			h.mood = s.lex.verbal(&s.tokens[h.start]) // "signed at": its first word is the verb
		}
		kept = append(kept, h)
	}
	return kept
}

// sayable reports whether a hit may be a noun all the same: a step's own entry,
// "ratification", or a step of an agreement that taggers mistake, "expires".
func (s *sentence) sayable(h *hit, pos string) bool {
	return h.role != roleVerb && !h.stemmed || h.file == "agreement" && h.mood == present && pos == "NOUN"
}

// nounlike reports whether the tagger, or the word before, makes token i a
// noun rather than a verb.
func (s *sentence) nounlike(i int) bool {
	switch s.tokens[i].POS {
	case "NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM":
		return true
	case "":
		return i > 0 && (s.class(i-1) == "det" || strings.HasPrefix(s.class(i-1), "prep") || s.isPossessive(i-1))
	}
	return false
}

func (s *sentence) class(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.classOf[i]
}

func (s *sentence) isPrep(i int) bool { return strings.HasPrefix(s.class(i), "prep") }

// prep returns what kind of preposition token i is: "of", "by", "to", or "".
func (s *sentence) prep(i int) string {
	kind, ok := strings.CutPrefix(s.class(i), "prep-")
	if !ok {
		return ""
	}
	return kind
}

func (s *sentence) verbal(i int) mood {
	if i < 0 || i >= len(s.moods) {
		return noMood
	}
	return s.moods[i]
}

// person returns whom the pronoun or possessive at i points at, or "".
func (s *sentence) person(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.lex.persons[s.tokens[i].Norm]
}

func (s *sentence) isPossessive(i int) bool { return strings.HasSuffix(s.person(i), ":poss") }

func (s *sentence) strong(i int) bool {
	switch s.tokens[i].Norm {
	case ";", "—", "–":
		return true
	case ":":
		if s.predicate(i) {
			return false
		}
		return i+1 < len(s.tokens) && s.finiteBetween(i+1, s.nextStrong(i+1))
	}
	return false
}

// relative reports whether token i opens a relative clause.
func (s *sentence) relative(i int) bool {
	if i == 0 {
		return false
	}
	switch s.class(i) {
	case "relative":
		return s.class(i-1) != "pron" && s.verbal(i-1) == noMood || s.tokens[i-1].Norm == ","
	case "that":
		switch s.tokens[i-1].POS {
		case "PRON", "ADV", "VERB", "AUX", "SCONJ", "ADP":
			return false
		}
		switch s.tokens[i].POS {
		case "SCONJ":
			// What follows a bare noun phrase can only be relative, and what
			// follows "la visite", which no clause completes.
			prev := i - 1
			if s.tokens[prev].Norm == "," && prev > 0 {
				prev--
			}
			return s.nominal(prev) && !s.finiteBefore(prev+1) || !s.lex.before && s.nounHit(i-1) && s.mention[i-1] < 0
		case "PRON":
			return true
		}
		prev := i - 1
		if s.tokens[prev].Norm == "," && prev > 0 {
			return s.nominal(prev - 1)
		}
		return s.nominal(prev)
	}
	return false
}

// finiteBefore reports whether a finite verb or a cue stands before token i
// since the last strong mark.
func (s *sentence) finiteBefore(i int) bool {
	for k := i - 1; k >= 0; k-- {
		if s.verbal(k).finite() {
			return true
		}
		switch s.tokens[k].Norm {
		case ";", ":", "—", "–":
			return false
		}
	}
	return !s.nominal(i - 1)
}

// nominal reports whether token i can end a noun phrase.
func (s *sentence) nominal(i int) bool {
	for _, h := range s.hits {
		if h.file == "force" && h.start <= i && i < h.end {
			return false
		}
	}
	if s.mention[i] >= 0 {
		return true
	}
	switch s.tokens[i].POS {
	case "NOUN", "PROPN", "ADJ", "NUM":
		return true
	case "":
		r, _ := utf8.DecodeRuneInString(s.tokens[i].Text)
		return s.class(i) == "" && s.verbal(i) == noMood && (unicode.IsLetter(r) || unicode.IsDigit(r))
	}
	return false
}

// finiteBetween reports whether a finite verb stands in tokens [a, b) before
// a relative clause opens.
func (s *sentence) finiteBetween(a, b int) bool {
	for i := a; i < b && i < len(s.tokens); i++ {
		if s.verbal(i).finite() {
			return true
		}
		if i > a && s.relative(i) {
			return false
		}
	}
	return false
}

// nextStop returns the next comma or strong mark at or after i.
func (s *sentence) nextStop(i int) int {
	for ; i < len(s.tokens); i++ {
		if i > 0 && s.mention[i] >= 0 && s.mention[i] == s.mention[i-1] {
			continue
		}
		switch s.tokens[i].Norm {
		case ",", ";", ":", "—", "–":
			return i
		}
	}
	return i
}

func (s *sentence) nextStrong(i int) int {
	for ; i < len(s.tokens); i++ {
		switch s.tokens[i].Norm {
		case ";", ":", "—", "–":
			return i
		}
	}
	return i
}

// clauseAhead reports whether a clause with its own subject starts at i: a
// pronoun or a noun phrase, then a finite verb before the next comma.
func (s *sentence) clauseAhead(i int) bool {
	stop := s.nextStop(i)
	if s.verbal(i).finite() || s.isPrep(i) || s.relative(i) {
		return false
	}
	return s.finiteBetween(i, stop)
}

// infinitiveAhead reports whether "to repair", "de réparer" stands at i.
func (s *sentence) infinitiveAhead(i int) bool {
	if i+1 >= len(s.tokens) {
		return false
	}
	if p := s.prep(i); p != "to" && p != "of" {
		return false
	}
	for k := i + 1; k < i+3 && k < len(s.tokens); k++ {
		if s.verbal(k) == infinitive {
			return true
		}
		for _, h := range s.hits {
			if h.start == k && (h.role == roleVerb || h.role == roleStep) && h.mood == infinitive && !s.taggedNoun(k) {
				return true
			}
		}
		if s.class(k) != "filler" && s.person(k) == "" && s.tokens[k].POS != "ADV" {
			return false
		}
	}
	return false
}

// taggedNoun reports whether the tagger says that token i is no verb.
func (s *sentence) taggedNoun(i int) bool {
	if i+1 == s.asVerb {
		return false
	}
	switch s.tokens[i].POS {
	case "NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM":
		return true
	}
	return false
}
