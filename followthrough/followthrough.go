// Package followthrough concludes what became of an agreement or an
// undertaking, from the claims about it and the documents that keep silent.
//
// What the documents say (the stated stage) and what is concluded (the
// outcome) are two things and are never mixed: a conclusion names its rule,
// the claims it rests on, and for a silence the documents that were read and
// do not speak of it. It is a pure function of what was known at a day.
package followthrough

import (
	"cmp"
	"slices"

	"entente"
	"entente/edtf"
)

// DefaultHorizon is the months without news after which a matter is asked
// about, unless a relation sets its own.
const DefaultHorizon = 24

// silentAfter is how many later documents of the relation must have been read
// before a silence counts.
const silentAfter = 3

// A Step is one claim about a matter, as far as its outcome needs it. Steps
// come in the order of their documents, and of the text within one.
type Step struct {
	Claim    entente.ClaimID
	Document entente.DocumentID
	Dated    edtf.Day // of the document
	Force    entente.Force
	Stage    string    // "" if the claim gives none
	Due      edtf.Date // zero if the claim gives none
}

// A Read is a document of the relation that was read.
type Read struct {
	Document entente.DocumentID
	Dated    edtf.Day
}

// A Rule says by which sentence of the rules an outcome was concluded.
type Rule string

// The rules. Each face has its own sentence for each.
const (
	ByCompletion Rule = "completed"     // a claim, done, says so
	BySignature  Rule = "signed"        // an agreement was signed or is in force
	ByAdvance    Rule = "advanced"      // a claim took it further within the horizon
	ByWord       Rule = "said stalled"  // a claim says that it stands still
	ByDue        Rule = "past due"      // the day it was due has passed
	ByNoAdvance  Rule = "no advance"    // mentioned within the horizon, but no further
	BySilence    Rule = "not mentioned" // nor by the later documents that were read
	ByRefusal    Rule = "refused"       // refused, withdrawn or given up
	ByEnd        Rule = "ended"         // an agreement was terminated or ran out
	ByNothing    Rule = "too early"     // none of these
)

// A Conclusion is what became of a matter, by rule, as known on a day.
type Conclusion struct {
	Outcome entente.Outcome
	Rule    Rule
	Claims  []entente.ClaimID    // that it rests on
	Silent  []entente.DocumentID // later documents that do not speak of it
}

// Conclude applies the rules to the steps known on the day asOf. read holds
// the documents of the relation; horizon is in months, 0 for DefaultHorizon.
func Conclude(kind entente.Kind, steps []Step, read []Read, asOf edtf.Day, horizon int) Conclusion {
	c, last := conclude(kind, steps, read, asOf, horizon)
	if c.Rule == BySilence || c.Rule == ByNoAdvance {
		c.Silent = laterReads(read, last, asOf)
	}
	return c
}

// Outcome returns the outcome that Conclude concludes, at half the cost: the
// documents that keep silent are not listed.
func Outcome(kind entente.Kind, steps []Step, read []Read, asOf edtf.Day, horizon int) entente.Outcome {
	c, _ := conclude(kind, steps, read, asOf, horizon)
	return c.Outcome
}

// conclude returns the conclusion without the documents that keep silent, and
// the last step that was known.
func conclude(kind entente.Kind, steps []Step, read []Read, asOf edtf.Day, horizon int) (Conclusion, Step) {
	if horizon <= 0 {
		horizon = DefaultHorizon
	}
	since := monthsBefore(asOf, horizon)
	known := steps
	if late := func(s Step) bool { return s.Dated > asOf }; slices.ContainsFunc(steps, late) {
		known = slices.DeleteFunc(slices.Clone(steps), late)
	}
	if len(known) == 0 {
		return Conclusion{Outcome: entente.Open, Rule: ByNothing}, Step{}
	}
	last := known[len(known)-1]
	turn := decisive(kind, known)
	if turn.Outcome != "" {
		return turn, last // what is said to stand still is not silent
	}
	if last.Dated < since && hushed(read, last, asOf) {
		return Conclusion{entente.Silent, BySilence, []entente.ClaimID{last.Claim}, nil}, last
	}
	if c, ok := overdue(known, asOf); ok {
		return c, last
	}
	if s, ok := advance(known, since); ok {
		return Conclusion{entente.Moving, ByAdvance, []entente.ClaimID{s.Claim}, nil}, last
	}
	if known[0].Dated < since {
		return Conclusion{entente.Stalled, ByNoAdvance, []entente.ClaimID{known[0].Claim, last.Claim}, nil}, last
	}
	return Conclusion{entente.Open, ByNothing, []entente.ClaimID{last.Claim}, nil}, last
}

// decisive returns what the latest turn of a matter makes of it: kept,
// dropped or stalled by the words of a claim, or nothing if the latest words
// open it again.
func decisive(kind entente.Kind, steps []Step) Conclusion {
	var turn Conclusion
	var by entente.ClaimID
	for i, s := range steps {
		take := func(o entente.Outcome, r Rule) { turn, by = Conclusion{Outcome: o, Rule: r}, s.Claim }
		switch {
		case s.Stage == "terminated" || s.Stage == "expired":
			take(entente.Dropped, ByEnd)
		case s.Stage == "dropped" || s.Force == entente.Refused && s.Stage == "":
			take(entente.Dropped, ByRefusal)
		case s.Stage == "stalled":
			take(entente.Stalled, ByWord)
		case kind == entente.Agreement && s.Force == entente.Done && signed(s.Stage):
			take(entente.Kept, BySignature)
		case kind == entente.Undertaking && s.Force == entente.Done && s.Stage == "completed":
			take(entente.Kept, ByCompletion)
		case kind == entente.Undertaking && reopens(s) && (turn.Outcome != entente.Kept || s.Dated >= steps[i-1].Dated && more(s)):
			turn = Conclusion{}
		}
	}
	if turn.Outcome != "" {
		turn.Claims = []entente.ClaimID{by}
	}
	return turn
}

// signed reports whether a stage says that an agreement was signed, or more.
func signed(stage string) bool {
	return stage == "signed" || stage == "ratified" || stage == "in_force" || stage == "renewed"
}

// reopens reports whether a step says that something is still to be done or
// goes on.
func reopens(s Step) bool {
	return s.Stage == "under_way" || s.Stage == "negotiating" || s.Stage == "proposed" || s.Force == entente.Promised || s.Force == entente.Agreed || s.Force == entente.Proposed
}

// more reports whether a step after a completed one speaks of a part that is
// still to come: it names when, or says that work goes on.
func more(s Step) bool { return s.Stage == "under_way" || !s.Due.IsZero() }

// rank orders the stages and, where none is given, the forces.
func rank(s Step) int {
	switch s.Stage {
	case "idea":
		return 1
	case "proposed":
		return 2
	case "negotiating", "initialled", "to_be_signed":
		return 3
	case "agreed":
		return 4
	case "signed", "ratified":
		return 5
	case "under_way", "in_force":
		return 6
	case "completed":
		return 7
	case "":
		switch s.Force {
		case entente.Done:
			return 5
		case entente.Agreed, entente.Promised:
			return 4
		case entente.Requested, entente.Proposed:
			return 2
		case entente.Hoped:
			return 1
		}
	}
	return 0
}

// advance returns the latest step since a day that took the matter further:
// to a higher rank than before, or work that is reported as going on or done
// in part.
func advance(steps []Step, since edtf.Day) (Step, bool) {
	highest, found, ok := 0, Step{}, false
	for i, s := range steps {
		r := rank(s)
		if s.Dated >= since && (i > 0 && r > highest || r >= 6) {
			found, ok = s, true
		}
		highest = max(highest, r)
	}
	return found, ok
}

// overdue returns the conclusion that the latest date at which the matter
// was due has passed.
func overdue(steps []Step, asOf edtf.Day) (Conclusion, bool) {
	for i := len(steps) - 1; i >= 0; i-- {
		s := steps[i]
		if s.Due.IsZero() {
			continue
		}
		_, end := s.Due.Bounds()
		if end >= asOf {
			return Conclusion{}, false
		}
		return Conclusion{entente.Stalled, ByDue, []entente.ClaimID{s.Claim}, nil}, true
	}
	return Conclusion{}, false
}

// later reports whether a document was written after the last step, by the
// day, and is another.
func (r Read) later(last Step, asOf edtf.Day) bool {
	return r.Dated > last.Dated && r.Dated <= asOf && r.Document != last.Document
}

// hushed reports whether so many later documents were read that a silence
// counts.
func hushed(read []Read, last Step, asOf edtf.Day) bool {
	n := 0
	for _, r := range read {
		if r.later(last, asOf) {
			n++
		}
		if n == silentAfter {
			return true
		}
	}
	return false
}

// laterReads returns the documents that were written after the last step and
// do not speak of the matter, oldest first.
func laterReads(read []Read, last Step, asOf edtf.Day) []entente.DocumentID {
	byDay := func(a, b Read) int {
		return cmp.Or(cmp.Compare(a.Dated, b.Dated), cmp.Compare(a.Document, b.Document))
	}
	if !slices.IsSortedFunc(read, byDay) {
		read = slices.SortedFunc(slices.Values(read), byDay)
	}
	n := 0
	for _, r := range read {
		if r.later(last, asOf) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	ids := make([]entente.DocumentID, 0, n)
	for _, r := range read {
		if r.later(last, asOf) {
			ids = append(ids, r.Document)
		}
	}
	return ids
}

// monthsBefore returns the day n months before d, the last of the month where
// that month is shorter.
func monthsBefore(d edtf.Day, n int) edtf.Day {
	y, m, day := d.Civil()
	months := y*12 + m - 1 - n
	y, m = months/12, months%12+1
	return edtf.DayOf(y, m, min(day, edtf.MonthLength(y, m)))
}
