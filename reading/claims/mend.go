package claims

import "strings"

// reduce makes participles of past forms that stand between two commas
// before the clause's own verb: "the office, closed in May, will reopen".
func (s *sentence) reduce() {
	for i := 1; i+1 < len(s.tokens); i++ {
		if s.moods[i] == past && s.lex.before && s.lex.forms[s.tokens[i].Norm] == noMood && s.nominal(i-1) && s.verbAfter(i+1, false) && s.reduced(i) {
			s.moods[i] = participle // "of the three experts pledged for it, one has come"
			continue
		}
		if s.moods[i] != past && s.moods[i] != participle && s.moods[i] != imperative || s.tokens[i-1].Norm != "," || s.lex.forms[s.tokens[i].Norm] != noMood {
			continue
		}
		stop := s.nextStop(i)
		if stop >= len(s.tokens) || s.tokens[stop].Norm != "," || s.finiteBetween(i+1, stop) {
			continue
		}
		k := stop + 1
		for k < len(s.tokens) && k < stop+3 && (s.tokens[k].POS == "ADV" || s.class(k) == "filler") && !s.verbal(k).finite() {
			k++
		}
		switch m := s.verbal(k); {
		case m.finite():
			s.moods[i] = participle
		case m == participle && s.tokens[k].POS == "VERB" && !s.finiteBetween(0, i):
			s.moods[i], s.moods[k] = participle, past // "…, promised in May, reached us"
		}
	}
}

// reduced reports whether the past at i is a participle by the tree, or by a
// preposition right after it, where it does not say something.
func (s *sentence) reduced(i int) bool {
	if class := s.verbClass(i); s.isPrep(i+1) && class != "say" && class != "mind" && class != "decide" {
		return true
	}
	return s.tree()[i].Rel == "acl"
}

// verbAfter reports whether a finite verb follows token i before a strong mark,
// or before any where asides do not count, with no word between that opens a
// clause for it.
func (s *sentence) verbAfter(i int, asides bool) bool {
	for ; i < len(s.tokens) && !s.strong(i) && (asides || !s.isMark(i)); i++ {
		if s.verbal(i).finite() {
			return true
		}
		switch s.class(i) {
		case "coord", "that", "relative", "when", "if":
			return false
		}
		if strings.HasSuffix(s.person(i), ":subj") {
			return false
		}
	}
	return false
}

// commands keeps imperatives only where a clause starts; elsewhere taggers
// take nouns for them.
func (s *sentence) commands() {
	for i := range s.moods {
		if s.moods[i] != imperative || s.lex.forms[s.tokens[i].Norm] == imperative {
			continue
		}
		if i > 0 && s.class(i-1) == "coord" && s.governed(i) {
			s.moods[i] = infinitive // "will build a bridge and ensure …"
			continue
		}
		if s.prep(i+1) == "of" {
			s.moods[i] = noMood
			continue
		}
		if k := s.beforeAdverbs(i); s.lex.before && k >= 0 && (s.class(k) == "coord" && s.tells(k) || k < i-1 && s.nominal(k)) {
			s.moods[i] = present // "the samples left in May and now lie in Lune"
			continue
		}
		start := i == 0 || s.isMark(i-1) || s.class(i-1) == "coord" || s.class(i-1) == "filler" || s.class(i-1) == "neg" || s.tokens[i-1].POS == "ADV" || s.tokens[i-1].POS == "INTJ"
		if !start || s.subjectAhead(i) || s.person(i+1) == "" && s.class(i+1) != "det" && s.finiteBetween(i+1, s.nextStop(i+1)) {
			s.moods[i] = noMood
		}
	}
}

// subjectAhead reports whether token i, which may be a verb, is the subject of
// one that follows: "Work on the first, at Lune, has begun".
func (s *sentence) subjectAhead(i int) bool { return s.isPrep(i+1) && s.verbAfter(i+2, true) }

// beforeAdverbs returns the token before i, adverbs and negations aside, or -1.
func (s *sentence) beforeAdverbs(i int) int {
	k := i - 1
	for k >= 0 && (s.class(k) == "neg" || s.tokens[k].POS == "ADV") {
		k--
	}
	return k
}

// shout keeps of the moods of a sentence in capitals only those of known
// forms where there is one that is finite: there taggers see verbs everywhere.
func (s *sentence) shout() {
	known := false
	for i := range s.tokens {
		if t := s.tokens[i].Text; t != strings.ToUpper(t) {
			return
		}
		known = known || s.lex.forms[s.tokens[i].Norm].finite()
	}
	for i := range s.moods {
		if form := s.lex.forms[s.tokens[i].Norm]; known && form == noMood && (s.moods[i] == present || s.moods[i] == imperative) {
			s.moods[i] = noMood
		}
	}
}
