package desk

import (
	"context"
	"slices"

	"entente"
	"entente/edtf"
	"entente/followthrough"
	"entente/projection"
)

// A Following is one agreement or undertaking with what became of it: what
// the documents say stands beside what is concluded, and the two are never
// mixed.
type Following struct {
	*Matter
	Claims     []ClaimFile              // as known on the day, oldest first
	Stated     string                   // the stage that the latest claim with one gives
	Concluded  followthrough.Conclusion // by rule
	Judged     *projection.Conclusion   // a person's, unless newer words came; nil for none
	Conflicts  []Conflict
	First      edtf.Day // of its first document
	Last       edtf.Day // of its latest
	Due        edtf.Date
	SilentDocs []*Document // the documents behind Concluded.Silent
}

// Outcome returns what stands: a person's judgement if there is one, else
// what the rules conclude.
func (f *Following) Outcome() entente.Outcome {
	if f.Judged != nil {
		return f.Judged.Outcome
	}
	return f.Concluded.Outcome
}

// A Conflict is a field for which claims on one matter give values that
// cannot all be right.
type Conflict struct {
	Matter entente.ClaimID
	Field  entente.Field
	Values []ConflictValue
}

// A ConflictValue is one of them and the claim that gives it.
type ConflictValue struct {
	Value string
	Claim ClaimFile
}

// An OpenQuestion is a doubt about two claims that waits for a person.
type OpenQuestion struct {
	A, B   ClaimFile
	Reason string
}

// A Status is where a relation stands on a day.
type Status struct {
	Relation     entente.Relation
	AsOf         edtf.Day
	Horizon      int
	Documents    []*Document // written by that day, oldest first
	LastContact  *Matter
	NextContact  *Matter
	Contacts     []*Matter
	Agreements   []*Following
	Undertakings []*Following
	Conflicts    []Conflict
	Questions    []OpenQuestion
}

// mostStanding is how many documents and claims the states of relations that
// are remembered hold: a dozen relations of two hundred documents, some 40 MB.
const mostStanding = 16000

// weight is how many documents and claims a status holds.
func (s Status) weight() int {
	n := len(s.Documents) + len(s.Contacts)
	for _, m := range slices.Concat(s.Agreements, s.Undertakings) {
		n += len(m.Claims)
	}
	return n
}

// A statusAsked is a relation and the day on which it is asked for.
type statusAsked struct {
	rel entente.Relation
	on  edtf.Day
}

// Status returns where a relation stands, as known on the day asOf, the zero
// Date being today. It returns entente.ErrNotFound for a relation of which
// nothing is held. What it returns is shared and is not to be changed.
func (r *Register) Status(ctx context.Context, rel entente.Relation, asOf edtf.Date) (s Status, err error) {
	day := r.day(asOf)
	err = r.store.View(ctx, func(v Snapshot) (err error) {
		s, err = r.standing.answer(v, statusAsked{rel, day}, func() (Status, error) { return status(v, rel, day) })
		return err
	})
	return s, err
}

func status(v Snapshot, rel entente.Relation, day edtf.Day) (Status, error) {
	s := Status{Relation: rel, AsOf: day}
	if _, err := projection.RelationOf(v, rel); err != nil {
		return s, err
	}
	docs, err := projection.Documents(v, rel)
	if err != nil {
		return s, err
	}
	if s.Horizon, err = horizonOf(v, rel); err != nil {
		return s, err
	}
	f := follower{view: v, docs: map[entente.DocumentID]*Document{}, asOf: s.AsOf, horizon: s.Horizon}
	s.Documents = f.readBy(docs)
	if s.Contacts, err = f.contacts(rel); err != nil {
		return s, err
	}
	s.lastAndNext()
	if s.Agreements, err = f.all(entente.Agreement, rel); err != nil {
		return s, err
	}
	if s.Undertakings, err = f.all(entente.Undertaking, rel); err != nil {
		return s, err
	}
	for _, m := range slices.Concat(s.Agreements, s.Undertakings) {
		s.Conflicts = append(s.Conflicts, m.Conflicts...)
	}
	s.Questions, err = f.questions(slices.Concat(s.Contacts, matters(s.Agreements), matters(s.Undertakings)))
	return s, err
}

// day returns the last day of a date, or today.
func (r *Register) day(d edtf.Date) edtf.Day {
	if d.IsZero() {
		now := r.now()
		return edtf.DayOf(now.Year(), int(now.Month()), now.Day())
	}
	_, last := d.Bounds()
	return last
}

// dayOf returns the first day of an EDTF date.
func dayOf(text string) (edtf.Day, bool) {
	d, err := edtf.Parse(text)
	if err != nil || d.IsZero() {
		return 0, false
	}
	first, _ := d.Bounds()
	return first, first != edtf.Earliest
}

func matters(list []*Following) []*Matter {
	var all []*Matter
	for _, f := range list {
		all = append(all, f.Matter)
	}
	return all
}

// horizonOf returns the months of a relation's horizon.
func horizonOf(v Snapshot, rel entente.Relation) (int, error) {
	h, err := projection.HorizonOf(v, rel)
	if err != nil || h == nil || h.Months == 0 {
		return followthrough.DefaultHorizon, err
	}
	return h.Months, nil
}

// lastAndNext finds the last contact that was held and the next that is
// planned.
func (s *Status) lastAndNext() {
	for _, m := range s.Contacts {
		d, err := edtf.Parse(m.Date)
		if err != nil || m.Mode == "correspondence" {
			continue
		}
		first, last := d.Bounds()
		switch {
		case m.Stage == "held" && first <= s.AsOf && (s.LastContact == nil || later(m, s.LastContact)):
			s.LastContact = m
		case (m.Stage == "planned" || m.Stage == "agreed" || m.Stage == "rescheduled" || m.Stage == "invited") && last >= s.AsOf &&
			(s.NextContact == nil || later(s.NextContact, m)):
			s.NextContact = m
		}
	}
}

// later reports whether contact a starts after contact b.
func later(a, b *Matter) bool {
	x, _ := dayOf(a.Date)
	y, _ := dayOf(b.Date)
	return x > y
}
