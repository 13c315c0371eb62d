package claims

import (
	"slices"
	"strings"

	"entente"
)

// mutual reports whether both sides stand by what clause k says will be done. A
// letter that tells what was agreed may go on with what its author will do.
func (r *run) mutual(s *sentence, k int) bool {
	return r.covenant != nil && s.index > r.covenant.index && !s.bySender(k) || r.shared && !s.oneSide(r, k)
}

// oneSide reports whether the subject of clause k is one party by name, so
// that a joint document's promise is its own.
func (s *sentence) oneSide(r *run, k int) bool {
	return s.subjectOneSide(r, k) || s.spokenByOne(r, k)
}

func (s *sentence) subjectOneSide(r *run, k int) bool {
	if v := s.governing(&s.clauses[k], s.clauses[k].from); v > 0 && s.person(v-1) == "we:subj" {
		return false // "together with our partners, we will"
	}
	from, to := s.subject(k)
	if from >= 0 && (s.isOneSide(r, k, from, to) || s.person(from) != "") {
		return from >= 0 && s.isOneSide(r, k, from, to)
	}
	cl := &s.clauses[k]
	if n := s.subjectInTree(cl, s.governing(cl, s.complement(cl))); n >= 0 && (n < from || n >= to) { // the words before it misled
		a, b := s.phraseOf(n)
		return s.isOneSide(r, k, a, b)
	}
	return false
}

func (s *sentence) isOneSide(r *run, k, from, to int) bool {
	if who := s.person(from); who != "" {
		return who == "third:subj" && !s.plural(from)
	}
	for _, p := range s.phrases {
		if p.file == "joint" && p.start < to && p.end > from-2 {
			return false
		}
	}
	for i := from; i < to; i++ {
		if s.lex.sides[s.tokens[i].Norm] { // "the Arcadian side"
			return true
		}
	}
	for _, p := range s.phrases { // "the Arcadian Minister"
		if p.file == "offices" && p.start == from && s.class(from-1) == "det" && s.class(p.end) != "coord" {
			return true
		}
	}
	// "Arcadia and Sylvania will": what follows the first party up to the verb
	// may be the other.
	for i := from; i < len(s.tokens) && (i < to || !s.verbal(i).finite() && !s.isMark(i) && !s.opensCue(i)); i++ {
		if s.class(i) == "coord" && s.mention[i] < 0 {
			return false
		}
	}
	if len(r.who(s, from, to, true)) > 0 || s.standsAlone(from, to) {
		return true
	}
	return len(r.phraseAfter(s, "by", to, s.clauses[k].to)) == 1 // "will be built by Sylvania"
}

// opensCue reports whether words that give a force begin at token i.
func (s *sentence) opensCue(i int) bool {
	return slices.ContainsFunc(s.hits, func(h hit) bool { return h.file == "force" && h.role == roleCue && h.start == i })
}

// standsAlone reports whether tokens [from, to) are one name, or one that acts
// for a state, "the Sylvanian Government", though no list knows of whom.
func (s *sentence) standsAlone(from, to int) bool {
	for i := from; i < to; i++ {
		t := &s.tokens[i]
		if strings.Contains(t.Feats, "Number=Plur") && t.POS != "PROPN" {
			return false
		}
		if s.lex.actors[t.Norm] && s.mention[i] < 0 || t.POS == "PROPN" && to-from == 1 {
			return true
		}
	}
	return false
}

// soleBody reports whether the subject of clause k is one organisation by
// name: what it agrees to do is its promise, for nobody else is named.
func (s *sentence) soleBody(r *run, k int) bool {
	from, to := s.subject(k)
	return from >= 0 && len(s.mentions(r, entente.MentionOrganisation, from, to)) == 1 && s.oneSide(r, k)
}

// acts reports whether the verb of clause k is one of an undertaking.
func (s *sentence) acts(k int) bool {
	for _, h := range s.hits {
		if h.file == "undertaking" && h.role == roleVerb && s.clauses[k].has(h.start) {
			return s.verbal(h.start) == present
		}
	}
	return false
}

// plural reports whether the pronoun at i means both sides: "they".
func (s *sentence) plural(i int) bool {
	for _, p := range s.phrases {
		if p.file == "joint" && p.start == i {
			return true
		}
	}
	return false
}
