package desk

import (
	"cmp"
	"context"
	"fmt"
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

// Status returns where a relation stands, as known on the day asOf, the zero
// Date being today. It returns entente.ErrNotFound for a relation of which
// nothing is held.
func (r *Register) Status(ctx context.Context, rel entente.Relation, asOf edtf.Date) (Status, error) {
	s := Status{Relation: rel, AsOf: r.day(asOf), Horizon: followthrough.DefaultHorizon}
	err := r.store.View(ctx, func(v Snapshot) error {
		if _, err := projection.RelationOf(v, rel); err != nil {
			return err
		}
		docs, err := projection.Documents(v, rel)
		if err != nil {
			return err
		}
		f := follower{view: v, docs: map[entente.DocumentID]*Document{}, asOf: s.AsOf, horizon: s.Horizon}
		s.Documents = f.readBy(docs)
		if err := s.contacts(v); err != nil {
			return err
		}
		if s.Agreements, err = f.all(entente.Agreement, rel); err != nil {
			return err
		}
		if s.Undertakings, err = f.all(entente.Undertaking, rel); err != nil {
			return err
		}
		for _, m := range slices.Concat(s.Agreements, s.Undertakings) {
			s.Conflicts = append(s.Conflicts, m.Conflicts...)
		}
		s.Questions, err = f.questions(slices.Concat(s.Contacts, matters(s.Agreements), matters(s.Undertakings)))
		return err
	})
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

// contacts fills the contacts known on the day, the last that was held and
// the next that is planned.
func (s *Status) contacts(v Snapshot) error {
	all, err := projection.Matters(v, entente.Contact, s.Relation)
	if err != nil {
		return err
	}
	for _, m := range all {
		known := false
		for _, id := range m.Documents {
			d, err := projection.DocumentOf(v, id)
			if err != nil {
				return err
			}
			on, ok := dayOf(d.Date)
			known = known || ok && on <= s.AsOf
		}
		if !known {
			continue
		}
		s.Contacts = append(s.Contacts, m)
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
	return nil
}

// later reports whether contact a starts after contact b.
func later(a, b *Matter) bool {
	x, _ := dayOf(a.Date)
	y, _ := dayOf(b.Date)
	return x > y
}

// A follower concludes what became of matters on one day.
type follower struct {
	view    Snapshot
	docs    map[entente.DocumentID]*Document
	read    []followthrough.Read
	asOf    edtf.Day
	horizon int
}

// readBy notes the documents of a relation and returns those that were
// written by the day.
func (f *follower) readBy(docs []*Document) []*Document {
	var known []*Document
	for _, d := range docs {
		f.docs[d.ID] = d
		if on, ok := dayOf(d.Date); ok && on <= f.asOf {
			known = append(known, d)
			f.read = append(f.read, followthrough.Read{Document: d.ID, Dated: on})
		}
	}
	return known
}

// all returns the agreements or undertakings known on the day, oldest first.
func (f *follower) all(kind entente.Kind, rel entente.Relation) ([]*Following, error) {
	list, err := projection.Matters(f.view, kind, rel)
	if err != nil {
		return nil, err
	}
	var all []*Following
	for _, m := range list {
		one, err := f.follow(m)
		if err != nil {
			return nil, err
		}
		if len(one.Claims) > 0 {
			all = append(all, one)
		}
	}
	slices.SortStableFunc(all, func(a, b *Following) int { return cmp.Compare(a.First, b.First) })
	return all, nil
}

func (f *follower) document(id entente.DocumentID) (*Document, error) {
	if d := f.docs[id]; d != nil {
		return d, nil
	}
	d, err := projection.DocumentOf(f.view, id)
	if err == nil {
		f.docs[id] = d
	}
	return d, err
}

// follow returns one matter as known on the day; without claims if nothing
// was.
func (f *follower) follow(m *Matter) (*Following, error) {
	one := &Following{Matter: m, Judged: m.Outcome}
	var steps []followthrough.Step
	for _, id := range m.Claims {
		row, err := projection.ClaimOf(f.view, id)
		if err != nil {
			return nil, err
		}
		doc, err := f.document(row.Document)
		if err != nil {
			return nil, err
		}
		on, ok := dayOf(row.Date)
		if !ok || on > f.asOf {
			continue
		}
		one.Claims = append(one.Claims, ClaimFile{row, doc})
		c := row.Stands()
		step := followthrough.Step{Claim: row.ID, Document: row.Document, Dated: on, Force: c.Force, Stage: first(c, entente.FieldStage)}
		if due, err := edtf.Parse(first(c, entente.FieldDue)); err == nil && !due.IsZero() {
			step.Due, one.Due = due, due
		}
		if step.Stage != "" {
			one.Stated = step.Stage
		}
		steps = append(steps, step)
	}
	if len(steps) == 0 {
		return one, nil
	}
	one.First, one.Last = steps[0].Dated, steps[len(steps)-1].Dated
	one.Concluded = followthrough.Conclude(m.Kind, steps, f.read, f.asOf, f.horizon)
	for _, id := range one.Concluded.Silent {
		d, err := f.document(id)
		if err != nil {
			return nil, err
		}
		one.SilentDocs = append(one.SilentDocs, d)
	}
	if one.Judged != nil {
		// A person's judgement stands until newer words; and what was judged
		// after the day was not known on it.
		on, ok := dayOf(one.Judged.On)
		if !ok || on > f.asOf && f.past() || f.newer(one) {
			one.Judged = nil
		}
	}
	one.Conflicts = conflicts(m, one.Claims)
	return one, nil
}

// past reports whether the day is one before the newest document: then a
// judgement made later does not count.
func (f *follower) past() bool {
	for _, d := range f.docs {
		if on, ok := dayOf(d.Date); ok && on > f.asOf {
			return true
		}
	}
	return false
}

// newer reports whether words on the matter came in after it was judged.
func (f *follower) newer(one *Following) bool {
	for _, c := range one.Claims {
		if c.First > one.Judged.Seq {
			return true
		}
	}
	return false
}

func first(c entente.Claim, field entente.Field) string {
	if v := c.Fields[field]; len(v) > 0 {
		return v[0].Value
	}
	return ""
}

// questions returns the doubts about claims of these matters that nobody has
// settled, each once.
func (f *follower) questions(list []*Matter) ([]OpenQuestion, error) {
	var all []OpenQuestion
	asked := map[string]bool{}
	for _, m := range list {
		for _, id := range m.Claims {
			pairs, err := projection.PairsOf(f.view, id)
			if err != nil {
				return nil, err
			}
			for _, p := range pairs {
				if p.Verdict != entente.Unsure {
					continue
				}
				other, err := projection.ClaimOf(f.view, p.Other)
				if err != nil {
					return nil, err
				}
				key := fmt.Sprint(min(m.ID, other.Matter), max(m.ID, other.Matter))
				if other.Matter == "" || other.Matter == m.ID || asked[key] {
					continue
				}
				asked[key] = true
				q := OpenQuestion{Reason: p.Reason}
				if q.A, err = f.file(id); err != nil {
					return nil, err
				}
				if q.B, err = f.file(p.Other); err != nil {
					return nil, err
				}
				all = append(all, q)
			}
		}
	}
	return all, nil
}

func (f *follower) file(id entente.ClaimID) (ClaimFile, error) {
	row, err := projection.ClaimOf(f.view, id)
	if err != nil {
		return ClaimFile{}, err
	}
	doc, err := f.document(row.Document)
	return ClaimFile{row, doc}, err
}
