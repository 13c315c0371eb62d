package claims

import (
	"slices"

	"entente"
)

// spokenByOne reports whether clause k tells what one side by name says,
// "the Minister announced that six ships would be sold", so that in a joint
// document it is a promise of that side.
func (s *sentence) spokenByOne(r *run, k int) bool {
	cl := &s.clauses[k]
	if s.complement(cl) <= cl.from || s.bothNamed(k) {
		return false
	}
	a, b := s.subjectFrom(k, cl.from, 0)
	return a >= 0 && s.isOneSide(r, k, a, b)
}

// narrated reports whether a conditional of clause k is only a future told in
// the past: a record of talks goes on with what was said, "the third would
// follow", and sets no condition.
func (s *sentence) narrated(r *run, k int) bool {
	cl := &s.clauses[k]
	if !s.lex.before || len(r.env.Sender) > 0 || cl.kind == relativeClause {
		return false
	}
	for i := range s.tokens {
		if s.class(i) == "if" {
			return false
		}
	}
	if a, _ := s.subject(k); a >= 0 && s.person(a) != "" && s.person(a) != "third:subj" {
		return false
	}
	if s.pastBefore(cl.from) {
		return true
	}
	i := slices.Index(r.sentences, s)
	return i > 0 && r.sentences[i-1].pastBefore(len(r.sentences[i-1].tokens))
}

// unmade reports whether the noun phrase at token i is one that is not known
// yet, and the object of the verb before it: "grant him an interview".
func (s *sentence) unmade(i int) bool {
	for k := i; k >= 0 && k > i-3; k-- {
		if s.opens("new", k) {
			return k > 0 && (s.verbal(k-1) != noMood || s.person(k-1) != "" || s.class(k-1) == "pron")
		}
	}
	return false
}

// pastBefore reports whether the first finite verb before token end is past.
func (s *sentence) pastBefore(end int) bool {
	for i := range end {
		if m := s.verbal(i); m.finite() {
			return m == past || m == conditional
		}
	}
	return false
}

// deniedByVerb reports whether the cue h is what the negated verb at main
// governs, whatever stands between commas: "does not, for now, consider".
func (s *sentence) deniedByVerb(h *hit, main int) bool {
	if main < 0 || main >= h.start || h.start-main > 14 || h.set["force"] == string(entente.Refused) || s.taggedNoun(h.start) || s.class(h.start) == "neg" || !s.negates(main, h.start) {
		return false
	}
	inside := false
	for i := main + 1; i < h.start; i++ {
		switch {
		case s.tokens[i].Norm == ",":
			inside = !inside
		case !inside && (s.verbal(i) != noMood || s.isMark(i) || s.tokens[i].POS == "NOUN" || s.class(i) == "that"):
			return false
		}
	}
	return !inside
}

// gives reports whether the cue h is a verb such as "offer" that the future at
// main governs and that has a thing for its object: "will offer ten places".
func (s *sentence) gives(h *hit, main int) bool {
	if h.set["force"] != string(entente.Proposed) || main < 0 || main >= h.start || h.end-h.start > 1 || s.verbal(h.start) != infinitive {
		return false
	}
	for i := main + 1; i < h.start; i++ {
		if s.verbal(i) != noMood || s.isMark(i) {
			return false
		}
	}
	if h.end >= len(s.tokens) {
		return false
	}
	return s.class(h.end) == "det" || s.nominal(h.end) && !s.isPrep(h.end) || digits(s.tokens[h.end].Text)
}

// prolonged reports whether the verb at v, with the participle at k, says in
// the present that something is to last longer: "is extended until 2035".
func (s *sentence) prolonged(v, k int) bool {
	for _, h := range s.hits {
		if h.file == "undertaking" && h.role == roleVerb && h.start == k && h.set["action"] == "extend" {
			return k-v <= 2 && s.lex.be[s.tokens[v].Norm] != ""
		}
	}
	return false
}

// withholds reports whether the passive verb group at main is of an act that
// only a decision makes, so that its denial is a refusal.
func (s *sentence) withholds(k, main int) bool {
	for _, h := range s.hits {
		if h.file == "undertaking" && h.role == roleVerb && h.start > main && h.start < main+6 && s.clauses[k].has(h.start) {
			a := h.set["action"]
			return (a == "grant" || a == "extend") && s.passiveVerb(main, s.clauses[k].to)
		}
	}
	return false
}

// asksWithin reports whether the request h is what somebody promised or agreed to
// by the cue outer: "intends to encourage its banks".
func (s *sentence) asksWithin(h, outer *hit) bool {
	f := entente.Force(outer.set["force"])
	if f != entente.Promised && f != entente.Agreed || h.set["force"] != string(entente.Requested) || outer.end > h.start || h.start-outer.end > 3 {
		return false
	}
	for i := outer.end; i < h.start; i++ {
		if s.verbal(i) != infinitive && s.class(i) != "filler" && s.class(i) != "coord" && s.tokens[i].POS != "ADV" && !s.isPrep(i) {
			return false
		}
	}
	return s.verbal(h.start) == infinitive || s.tokens[h.start].POS == "VERB"
}

// conjoined judges a clause that goes on with what its parent says, "and that
// a second would follow", or whose subject began there, "agreed that the mint
// and | the bank would merge", by the cue of the parent.
func (s *sentence) conjoined(r *run, k, depth int) (judgement, bool) {
	cl := &s.clauses[k]
	if cl.kind != coordinate || cl.parent < 0 || depth >= 4 {
		return judgement{}, false
	}
	up := &s.clauses[cl.parent]
	that := -1
	for i := up.from; i < up.to && i < cl.from; i++ {
		if up.has(i) && s.class(i) == "that" {
			that = i
		}
	}
	if that < 0 {
		return judgement{}, false
	}
	again := s.class(cl.from) == "that" || s.class(cl.from) == "coord" && s.class(min(cl.from+1, len(s.tokens)-1)) == "that"
	if !again && s.finiteBetween(that+1, cl.from) {
		return judgement{}, false
	}
	j := s.judge(r, cl.parent, depth+1)
	return j, j.cue != nil && j.cue.start <= that
}
