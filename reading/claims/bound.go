package claims

import (
	"strings"

	"entente"
)

// owed is the force of what must be done: both sides are bound to it, its
// author promises it, or the reader is asked for it.
func (s *sentence) owed(r *run, k int) entente.Force {
	if r.mutual(s, k) {
		return entente.Agreed
	}
	if s.bySender(k) {
		return entente.Promised
	}
	cl := &s.clauses[k]
	if v := s.governing(cl, s.complement(cl)); s.lex.before && v >= 0 && !s.toReader(k) && !s.passiveVerb(v, cl.to) {
		return entente.Promised // "the second should follow in summer"
	}
	return entente.Requested
}

// bothSides reports whether the subject of clause k may be both sides: words
// for both, several parties, "we", or nobody that the clause names.
func (s *sentence) bothSides(r *run, k int) bool {
	from, to := s.subject(k)
	if from < 0 {
		return true
	}
	if s.oneSide(r, k) {
		return false
	}
	if s.person(from) != "" || s.class(from) == "pron" {
		return true
	}
	for _, p := range s.phrases {
		if p.file == "joint" && p.start < to && p.end > from-2 {
			return true
		}
	}
	return r.party(s, from, to)
}

// bothNamed reports whether the subject of clause k is a word for both sides.
func (s *sentence) bothNamed(k int) bool {
	from, to := s.subject(k)
	for _, p := range s.phrases {
		if p.file == "joint" && from >= 0 && p.start < to && p.end > from && s.person(p.start) == "" {
			return true
		}
	}
	return false
}

// listsAgreed reports whether the sentence is an item of a list of what was
// agreed.
func (r *run) listsAgreed(s *sentence) bool {
	force, ok := r.governor(s)
	return ok && force == entente.Agreed
}

// decided reports whether the sentence that opens the list of s says that its
// items were agreed, whoever is to do them: "it was decided that".
func (r *run) decided(s *sentence) bool {
	intro := r.intro(s)
	for k := range intro.clauses {
		if j := intro.judge(r, k, 0); j.cue != nil {
			return j.cue.set["force"] == string(entente.Agreed)
		}
	}
	return false
}

// bySender reports whether the subject of clause k is the author or his.
func (s *sentence) bySender(k int) bool {
	from, to := s.subject(k)
	for i := max(from-1, 0); from >= 0 && i < to; i++ {
		if who := s.person(i); strings.HasPrefix(who, "sender:") || strings.HasPrefix(who, "we:") {
			return true
		}
	}
	return false
}

// nobody reports whether the subject of clause k is denied: "no credit".
func (s *sentence) nobody(k int) bool {
	from, to := s.subject(k)
	for i := max(from-2, s.clauses[k].from); from >= 0 && i <= from && i < to; i++ {
		if s.opens("none", i) {
			return true
		}
	}
	return false
}

// toReader reports whether the subject of clause k is the reader or his.
func (s *sentence) toReader(k int) bool {
	from, to := s.subject(k)
	for i := max(from-1, 0); from >= 0 && i < to; i++ {
		if strings.HasPrefix(s.person(i), "recipient:") {
			return true
		}
	}
	return false
}

// otherParty reports whether the subject of the clause is one party by name
// or office: what it agrees to do is its promise.
func (r *run) otherParty(c *view) bool {
	a, b := c.subject()
	if a < 0 || !r.party(c.s, a, b) || c.s.person(a) != "" && !c.s.isPossessive(a) {
		return false
	}
	for _, p := range c.s.phrases {
		if p.file == "joint" && p.start < b && p.end > a-2 {
			return false
		}
	}
	for i := a; i < b; i++ {
		if c.s.class(i) == "coord" {
			return false
		}
	}
	return true
}
