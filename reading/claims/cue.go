package claims

import (
	"strings"

	"entente"
)

// listed reports whether token i opens a clause set off by a strong mark, as
// one of a list of acts: "by: accepting …; opening …".
func (s *sentence) listed(cl *clause, i int) bool {
	return cl.from > 0 && i <= cl.from+2 && s.strong(cl.from-1) || i > 0 && s.tokens[i-1].Norm == ":"
}

// verbFollows reports whether a finite verb stands after token i before any
// mark, and nothing that starts a clause of its own.
func (s *sentence) verbFollows(i int) bool {
	for ; i < len(s.tokens); i++ {
		if s.verbal(i).finite() {
			return true
		}
		if s.isMark(i) || s.class(i) == "that" || s.class(i) == "relative" || s.class(i) == "coord" || strings.HasSuffix(s.person(i), ":subj") {
			return false
		}
	}
	return false
}

// assured returns the cue that follows "assures that", which tells how what
// is assured is put, or nil.
func (s *sentence) assured(cl *clause, cue *hit) *hit {
	if s.class(cue.end-1) != "that" && s.class(cue.end) != "that" {
		return nil
	}
	for i := range s.hits {
		if h := &s.hits[i]; h.file == "force" && h.role == roleCue && h.start >= cue.end && cl.has(h.start) && !s.attributive(h) && !s.denied(h) && !s.aside(h) {
			return h
		}
	}
	return nil
}

// aside reports whether a cue stands in words such as "as you asked", which
// say what somebody wanted and govern nothing.
func (s *sentence) aside(h *hit) bool {
	for i := h.start - 1; i >= 0 && i >= h.start-4; i-- {
		switch {
		case s.lex.asides[s.tokens[i].Norm]:
			return true
		case s.person(i) == "" && s.class(i) != "filler" && s.class(i) != "pron" && s.verbal(i) == noMood:
			return false
		}
	}
	return false
}

// attributive reports whether a cue is a participle or noun inside a noun
// phrase, "la visite demandée par vous", which governs nothing.
func (s *sentence) attributive(h *hit) bool {
	if m := s.verbal(h.start); (m == participle || m == past) && s.tokens[h.start].POS != "ADJ" && h.start > 0 && s.nominal(h.start-1) && !s.auxiliaryBefore(h.start) && s.verbFollows(h.end) {
		return true // "the places offered to them are doubled"
	}
	if m := s.verbal(h.start); (m == participle || m == past) && (s.nominal(max(h.start-1, 0)) || h.start > 0 && s.tokens[h.start-1].Norm == ",") &&
		s.finiteBetween(0, h.start) && !s.auxiliaryBefore(h.start) && s.tree()[h.start].Rel == "acl" {
		return true // "they await the visas asked for in July"
	}
	if h.mood == participle || h.mood == past {
		if i := h.start; i > 0 && h.end == i+1 && s.tokens[i-1].Norm == "," && s.isPrep(i+1) && s.finiteBetween(0, i) && s.asideTo(i-1) < 0 {
			return true // "will leave the wind farm, announced in May, as it is"
		}
	}
	if h.mood != participle && h.mood != past || h.end-h.start > 1 {
		return false
	}
	if h.mood == past && s.tokens[h.start].POS == "VERB" && s.verbal(h.start) == past {
		return false
	}
	for i := h.start - 1; i >= 0 && i >= h.start-9; i-- {
		if m, ok := s.lex.forms[s.tokens[i].Norm]; ok && m != noMood {
			return false
		}
		if s.person(i) != "" && h.mood == past {
			return false
		}
		if j := s.asideTo(i); j > 0 {
			i = j // "a, en outre, demandé"
			continue
		}
		if s.class(i) != "filler" && s.class(i) != "neg" && s.class(i) != "pron" && s.tokens[i].POS != "ADV" {
			break
		}
	}
	return h.mood == participle || s.nominal(h.start-1+boolInt(h.start == 0)) && h.mood == past && s.prep(h.end) == "by"
}

// asideTo returns where an aside between two commas opens whose last comma is
// token i, if a verb stands right before it, or -1.
func (s *sentence) asideTo(i int) int {
	if s.tokens[i].Norm != "," {
		return -1
	}
	for k := i - 2; k > 0 && k >= i-6; k-- {
		if s.tokens[k].Norm == "," {
			if s.lex.forms[s.tokens[k-1].Norm] != noMood {
				return k
			}
			return -1
		}
	}
	return -1
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// denied reports whether a cue is negated: "does not demand". A refusal is
// made of its negation.
func (s *sentence) denied(h *hit) bool {
	if h.set["force"] == string(entente.Refused) {
		return false
	}
	for i := h.start - 1; i >= 0 && i >= h.start-3; i-- {
		if s.class(i) == "neg" {
			return true
		}
		if s.class(i) == "" || s.isMark(i) {
			return false
		}
	}
	return false
}

// spared reports whether a cue stands under words such as "without".
func (s *sentence) spared(h *hit) bool {
	for i := h.start - 1; i >= 0 && i >= h.start-6 && !s.isMark(i); i-- {
		if s.opens("without", i) {
			return true
		}
	}
	return false
}

// setApart reports whether a cue is a participle set between commas before the
// clause's verb at main, "the bridge, promised in 2028, was opened", or ends
// in a preposition that belongs to a date, "were called on 2 March".
func (s *sentence) setApart(h *hit, main int) bool {
	if s.isPrep(h.end-1) && h.end-h.start > 1 && s.mentionKind(h.end) == entente.MentionDate {
		return true
	}
	return h.start < main && h.start > 0 && s.tokens[h.start-1].Norm == "," && s.verbal(h.start) == participle
}

// introduces reports whether a cue is a noun in the words before the clause's
// subject, "with reference to your wish to have it, I regret", which it does
// not govern.
func (s *sentence) introduces(cl *clause, h *hit) bool {
	main := s.governing(cl, cl.from)
	if main < h.end || !s.isPrep(cl.from) {
		return false
	}
	for i := h.start; i < h.end; i++ {
		if s.verbal(i).finite() {
			return false
		}
	}
	for i := h.end; i < main; i++ {
		if s.tokens[i].Norm == "," {
			return true
		}
	}
	return false
}
