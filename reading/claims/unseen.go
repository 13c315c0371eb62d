package claims

import (
	"strings"
)

// unseen makes a verb of a word that taggers take for a noun where a sentence
// has no other verb: "The Committee meets again", "Mr Lind rang on Friday".
func (s *sentence) unseen() {
	for _, m := range s.moods {
		if m.finite() || m == infinitive || m == participle || m == gerund {
			return
		}
	}
	for i := range s.hits {
		h := &s.hits[i]
		k := h.start
		if h.file != "contact" || h.role != roleVerb || h.stemmed || s.tokens[k].POS != "NOUN" || k == 0 || k+1 >= len(s.tokens) || !s.nominal(k-1) || s.nounHit(k) {
			continue
		}
		if next := s.tokens[k+1].POS; h.end-h.start == 1 && next != "ADP" && next != "ADV" && s.mentionKind(k+1) == "" {
			continue
		}
		s.asVerb, h.mood = k+1, past
		if strings.HasSuffix(s.tokens[k].Norm, "s") {
			h.mood = present
		}
		s.moods[k] = h.mood
		return
	}
}

// subjunctives makes a verb of a word that taggers take for a participle in a
// clause that asks: "I propose that our deputies meet".
func (s *sentence) subjunctives() {
	for j := range s.tokens {
		if !s.lex.before || s.class(j) != "that" || s.tokens[j].POS != "SCONJ" {
			continue
		}
		for k := j + 1; k < len(s.tokens) && !s.moods[k].finite() && s.tokens[k].POS != "AUX" && s.tokens[k].Norm != ","; k++ {
			if s.moods[k] != participle || s.tokens[k].POS != "VERB" || strings.HasSuffix(s.tokens[k].Norm, "d") || strings.HasSuffix(s.tokens[k].Norm, "n") || s.finiteBetween(k+1, s.nextStop(k)) {
				continue
			}
			s.moods[k] = subjunctive
			for i := range s.hits {
				if h := &s.hits[i]; h.start == k && h.mood == participle {
					h.mood = subjunctive
				}
			}
			break
		}
	}
}

// finish makes the last participle of a sentence without a finite verb its
// verb: taggers take "entered into force" for one after "signed in Rome".
func (s *sentence) finish() {
	if !s.lex.before {
		return
	}
	last := -1
	for i, m := range s.moods {
		if m.finite() {
			return
		}
		if m == infinitive && s.lex.be[s.tokens[i].Norm] != "" && i > 1 && s.prep(i-1) == "to" {
			s.moods[i] = future // "tenders to be called on 1 April"
			return
		}
		if m == participle && s.tokens[i].POS == "VERB" && (i == 0 || s.moods[i-1] != gerund) {
			last = i
		}
	}
	if last < 0 {
		return
	}
	s.moods[last] = past
	for i := range s.hits {
		if h := &s.hits[i]; h.start == last && h.mood == participle {
			h.mood = past
		}
	}
}
