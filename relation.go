package entente

import "strings"

// A Code is an ISO 3166-1 alpha-2 country code in capitals; "" is none.
type Code string

// A Relation is a pair of states, the smaller code first. The zero Relation
// is none.
type Relation struct{ A, B Code }

// Between returns the relation of two states: Between(a, b) == Between(b, a).
// It is zero unless both are given and differ.
func Between(a, b Code) Relation {
	if a == "" || b == "" || a == b {
		return Relation{}
	}
	return Relation{min(a, b), max(a, b)}
}

// String returns "FR-KZ", or "" for none.
func (r Relation) String() string {
	if r == (Relation{}) {
		return ""
	}
	return string(r.A) + "-" + string(r.B)
}

// ParseRelation reads "KZ-FR" or "fr-kz" and reports whether it is two codes.
func ParseRelation(s string) (Relation, bool) {
	a, b, ok := strings.Cut(strings.ToUpper(strings.TrimSpace(s)), "-")
	if !ok || !isCode(a) || !isCode(b) || a == b {
		return Relation{}, false
	}
	return Between(Code(a), Code(b)), true
}

func isCode(s string) bool {
	return len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z'
}
