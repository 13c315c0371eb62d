package claims

import (
	"strings"

	"entente"
)

// findLands notes the places that are states in this document though no list
// of countries has them: whose offices are named, "President Marwick of
// Norvale", "Norvale's Minister", or who acts, "Norvale will provide".
func (r *run) findLands() {
	r.lands = map[string]bool{}
	for _, s := range r.sentences {
		for i := range s.tokens {
			m := s.mention[i]
			if m < 0 || i > 0 && s.mention[i-1] == m || r.mentions[m].Kind != entente.MentionPlace || len(r.mentions[m].Value) == 2 {
				continue
			}
			if s.hasOffice(i) || s.acting(i) {
				r.lands[strings.ToLower(r.mentions[m].Quote)] = true
			}
		}
	}
}

// hasOffice reports whether the place at i has an office or a body.
func (s *sentence) hasOffice(i int) bool {
	if end := s.mentionEnd(i); end+1 < len(s.tokens) && s.class(end) == "genitive" && s.lex.actors[s.tokens[end+1].Norm] {
		return true
	}
	k := i - 1
	for k >= 0 && s.class(k) == "det" {
		k--
	}
	return k > 0 && s.prep(k) == "of" && (s.lex.actors[s.tokens[k-1].Norm] || s.mentionKind(k-1) == entente.MentionPerson)
}

// acting reports whether a verb that is no passive follows the place at i,
// which opens its clause.
func (s *sentence) acting(i int) bool {
	v := s.mentionEnd(i)
	for v < len(s.tokens) && (s.class(v) == "neg" || s.class(v) == "pron" || s.tokens[v].POS == "ADV") {
		v++
	}
	if !s.verbal(v).finite() || s.passiveVerb(v, len(s.tokens)) {
		return false
	}
	k := i - 1
	for k >= 0 && s.class(k) == "det" {
		k--
	}
	return k < 0 || s.isMark(k) || s.class(k) == "coord" || s.class(k) == "that"
}

// land reports whether mention m names a state.
func (r *run) land(m int) bool {
	x := &r.mentions[m]
	return x.Kind == entente.MentionPlace && (len(x.Value) == 2 || r.lands[strings.ToLower(x.Quote)])
}
