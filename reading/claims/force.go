package claims

import (
	"slices"

	"entente"
)

// A judgement is how a clause is put: its force, and the words that say so.
type judgement struct {
	force entente.Force
	cue   *hit // what governs the clause, or nil
	mood  mood // of its first finite verb
	was   bool // it was to be done, and the text does not say that it is
}

// strength orders the forces of cues in one clause: the outermost counts, but
// a refusal or a request is never softened by what follows.
var strength = map[entente.Force]int{entente.Refused: 3, entente.Requested: 2}

// weaker are the forces of cues that only tell what is done, where the verb
// says that it will be; deniable those whose "not" is a refusal.
var (
	weaker   = map[entente.Force]bool{entente.Proposed: true, entente.Requested: true, entente.Hoped: true}
	deniable = map[entente.Force]bool{entente.Proposed: true, entente.Promised: true, entente.Agreed: true, entente.Hoped: true}
)

func (s *sentence) judge(r *run, k, depth int) judgement {
	cl := &s.clauses[k]
	j := judgement{}
	from := s.past(cl) // the condition's verb is not the clause's
	start := from      // cues before it belong to the condition
	if inner := s.complement(cl); inner > from {
		from = inner
	}
	main := s.governing(cl, from)
	j.mood, j.was = s.verbal(main), slices.Contains(s.overdue, main)
	if outer := s.moodIn(cl, cl.from); from > cl.from && outer == future && (j.mood == present || j.mood == past || j.mood == subjunctive) {
		j.mood = future // "we will see to it that all is known": what will be done
	} else if from > start && j.mood == conditional && s.reports(cl, from) {
		j.mood = future // "they confirmed that they would vote for it"
	}
	if s.mandative(cl) {
		j.mood = mandative
	}
	if j.mood == conditional && s.narrated(r, k) {
		j.mood = future // "the third part would follow in June", in minutes
	}
	denied, refused := false, false
	for i := range s.hits {
		h := &s.hits[i]
		if h.file != "force" || h.role != roleCue || !cl.has(h.start) || h.start < start || s.attributive(h) || s.aside(h) || h.mood == gerund && s.listed(cl, h.start) {
			continue
		}
		if s.spared(h) || s.setApart(h, main) || weaker[entente.Force(h.set["force"])] && s.introduces(cl, h) {
			continue // "without your having to ask for them"
		}
		if s.deniedByVerb(h, main) {
			denied = denied || deniable[entente.Force(h.set["force"])]
			continue
		}
		if s.denied(h) {
			denied = denied || deniable[entente.Force(h.set["force"])] && h.start <= main+4
			continue
		}
		if h.start == main && h.set["force"] == string(entente.Proposed) && (s.negates(main, cl.to) || s.nobody(k) || s.givesNothing(main, cl.to)) {
			refused = true // "no further credit could be granted"
			continue
		}
		if h.set["force"] == string(entente.Agreed) && h.end-h.start == 1 && s.willBe(main, h) {
			continue // "papers will be accepted": it is yet to come
		}
		if weaker[entente.Force(h.set["force"])] && (s.willBe(main, h) || j.mood == future && main < h.start && s.taggedNoun(h.start)) {
			continue // "thirty awards will be offered": the future counts
		}
		if j.mood == future && s.gives(h, main) || j.cue != nil && s.asksWithin(h, j.cue) {
			continue
		}
		if j.cue == nil || strength[entente.Force(h.set["force"])] > strength[entente.Force(j.cue.set["force"])] ||
			j.cue.end <= main && main <= h.start && s.taggedNoun(j.cue.start) { // "your proposal … is acceptable"
			j.cue = h
		}
	}
	if s.asks() && main == start && (j.mood == conditional || j.mood == ability || j.mood == future || j.mood == present) &&
		(j.cue == nil || j.cue.start == main && j.cue.end == main+1) && !s.bySender(k) {
		j.cue, j.force = nil, entente.Requested // "Could the loan be extended?"
		return j
	}
	if j.cue != nil && j.cue.set["force"] == string(entente.Promised) {
		if inner := s.assured(cl, j.cue); inner != nil {
			j.cue = inner
		}
	}
	if j.cue != nil {
		j.force = entente.Force(j.cue.set["force"])
		switch {
		case (j.force == entente.Promised || j.force == entente.Agreed) && from > start && j.cue.end <= from && s.perfect(main, cl.to):
			j.force = entente.Done // "is happy to confirm that the visas have been granted"
		case j.force == entente.Refused && s.waitsFor(r, k, main):
			j.force = entente.Done // "the works cannot start until the loan is paid"
		case j.force == entente.Promised && r.mutual(s, k):
			j.force = entente.Agreed
		case j.force == entente.Agreed && s.infinitiveAhead(j.cue.end-1) && s.soleBody(r, k):
			j.force = entente.Promised // "the Bank has agreed to lend"
		}
		return j
	}
	if up, ok := s.conjoined(r, k, depth); ok {
		return up
	}
	if depth == 0 && s.opensWithThat(cl) && !s.describes(cl) {
		if f, ok := s.request(r, k); ok {
			j.force = f
			return j
		}
		if f, ok := r.governor(s); ok {
			j.force = f
			return j
		}
	}
	if j.mood == subjunctive && cl.parent >= 0 && cl.kind != relativeClause && depth < 4 ||
		cl.kind == subordinate && cl.parent >= 0 && s.verbal(cl.from-1) == infinitive && depth < 4 { // "glad to learn when it will be"
		if up := s.judge(r, cl.parent, depth+1); up.cue != nil {
			return up
		}
	}
	if (j.mood == noMood || cl.kind == infinitiveItem) && cl.parent >= 0 && depth < 4 && cl.kind != relativeClause {
		return s.judge(r, cl.parent, depth+1)
	}
	if j.mood == noMood && depth == 0 && cl.parent < 0 && cl.from > 0 && s.strong(cl.from-1) {
		if up, ok := s.opened(r, k); ok {
			return up
		}
	}
	if j.mood == noMood && depth == 0 {
		if f, ok := r.governor(s); ok {
			j.force = f
			return j
		}
	}
	switch {
	case refused || denied && j.mood != future || (s.negates(main, cl.to) || s.lex.before && s.givesNothing(main, cl.to)) && (j.mood == future || j.mood == ability):
		j.force = entente.Refused
		return j
	}
	switch j.mood {
	case obligation:
		j.force = s.owed(r, k)
	case future:
		j.force = entente.Promised
		if r.mutual(s, k) {
			j.force = entente.Agreed
		}
	case conditional, ability:
		j.force = entente.Proposed
		if j.mood == ability && s.toReader(k) {
			j.force = entente.Promised // "your ships may stay"
		}
	case imperative, mandative:
		j.force = entente.Requested
	default:
		j.force = entente.Done
		if j.mood == noMood && cl.parent < 0 && s.bareAhead(cl) {
			j.force = entente.Proposed // "Thirdly, to build roads"
		}
		if s.negates(main, cl.to) && s.withholds(k, main) {
			j.force = entente.Refused // "was not granted"
		}
		if from, _ := s.subject(k); j.mood == present && r.shared && from >= 0 && s.person(from) == "we:subj" && s.acts(k) {
			j.force = entente.Agreed // "we establish a joint team"
		}
	}
	if depth == 0 && cl.kind == coordinate && cl.parent >= 0 && j.force == entente.Done && (j.mood == infinitive || s.bareVerb(main, cl)) {
		return s.judge(r, cl.parent, depth+1)
	}
	return j
}

// reports reports whether the first verb of a clause before token end is
// past, simple or compound.
func (s *sentence) reports(cl *clause, end int) bool {
	for i := cl.from; i < end; i++ {
		if m := s.verbal(i); m.finite() {
			return m == past || m == present && i+1 < end && s.verbal(i+1) == participle
		}
	}
	return false
}

// moodIn returns the mood of the verb that governs a clause from token from on.
func (s *sentence) moodIn(cl *clause, from int) mood { return s.verbal(s.governing(cl, from)) }

// mandative reports whether a clause says "that … be done", which asks for it
// whatever governs it.
func (s *sentence) mandative(cl *clause) bool {
	for i := cl.from + 2; i+1 < cl.to; i++ {
		norm := s.tokens[i].Norm
		if !cl.has(i) || s.lex.be[norm] == "" || s.lex.forms[norm] != infinitive {
			continue
		}
		for k := i - 1; k >= cl.from; k-- {
			if s.class(k) == "that" {
				return true
			}
			if cl.has(k) && (s.verbal(k).finite() || s.prep(k) == "to" && k == i-1) {
				break
			}
		}
	}
	return false
}

// parenthetic reports whether the verb at i stands in words such as ", I am
// told," with the clause's own verb still to come.
func (s *sentence) parenthetic(i, limit int) bool {
	a := i - 1
	for a > i-3 && a > 0 && s.person(a) != "" {
		a--
	}
	if a == i-1 || a < 0 || s.tokens[a].Norm != "," {
		return false
	}
	stop := s.nextStop(i)
	if stop-i > 4 || stop >= limit || s.tokens[stop].Norm != "," {
		return false
	}
	return s.verbal(stop + 1).finite()
}
