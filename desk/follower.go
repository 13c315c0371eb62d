package desk

import (
	"cmp"
	"fmt"
	"slices"

	"entente"
	"entente/edtf"
	"entente/followthrough"
	"entente/projection"
)

// A follower concludes what became of matters on one day.
type follower struct {
	view    Snapshot
	docs    map[entente.DocumentID]*Document
	rows    map[entente.ClaimID]*Claim // that were read ahead
	pairs   projection.View            // with what is held of two claims, read ahead; nil: view
	read    []followthrough.Read
	asOf    edtf.Day
	horizon int
}

// readBy notes the documents of a relation and returns those that were
// written by the day.
func (f *follower) readBy(docs []*Document) []*Document {
	var known []*Document
	for _, d := range docs {
		noted := f.docs[d.ID] != nil // of another relation too
		f.docs[d.ID] = d
		if on, ok := dayOf(d.Date); ok && on <= f.asOf {
			known = append(known, d)
			if !noted {
				f.read = append(f.read, followthrough.Read{Document: d.ID, Dated: on})
			}
		}
	}
	slices.SortFunc(f.read, func(a, b followthrough.Read) int {
		return cmp.Or(cmp.Compare(a.Dated, b.Dated), cmp.Compare(a.Document, b.Document))
	})
	return known
}

// all returns the agreements or undertakings known on the day, oldest first.
func (f *follower) all(kind entente.Kind, rel entente.Relation) ([]*Following, error) {
	list, err := projection.Matters(f.view, kind, rel)
	if err != nil {
		return nil, err
	}
	if err := f.readAhead(list); err != nil {
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

// contacts returns the contacts known on the day, as they were then.
func (f *follower) contacts(rel entente.Relation) ([]*Matter, error) {
	list, err := projection.Matters(f.view, entente.Contact, rel)
	if err != nil {
		return nil, err
	}
	var all []*Matter
	for _, m := range list {
		known, err := f.known(m)
		if err != nil {
			return nil, err
		}
		if known != nil {
			all = append(all, known)
		}
	}
	return all, nil
}

// known returns a matter as it was known on the day, nil if it was not.
func (f *follower) known(m *Matter) (*Matter, error) {
	late := 0
	for _, id := range m.Documents {
		d, err := f.document(id)
		if err != nil {
			return nil, err
		}
		if on, ok := dayOf(d.Date); !ok || on > f.asOf {
			late++
		}
	}
	switch late {
	case 0:
		return m, nil
	case len(m.Documents):
		return nil, nil
	}
	claims, err := f.claims(m)
	if err != nil {
		return nil, err
	}
	return m.Known(rowsOf(claims)), nil
}

// claims returns the claims on a matter that were made by the day.
func (f *follower) claims(m *Matter) ([]ClaimFile, error) {
	var all []ClaimFile
	for _, id := range m.Claims {
		c, err := f.file(id)
		if err != nil {
			return nil, err
		}
		if on, ok := dayOf(c.Document.Date); ok && on <= f.asOf {
			all = append(all, c)
		}
	}
	return all, nil
}

func rowsOf(claims []ClaimFile) []*Claim {
	var rows []*Claim
	for _, c := range claims {
		rows = append(rows, c.Claim)
	}
	return rows
}

// follow returns one matter as known on the day; without claims if nothing
// was.
func (f *follower) follow(m *Matter) (*Following, error) {
	claims, err := f.claims(m)
	if err != nil {
		return nil, err
	}
	one := &Following{Matter: m, Claims: claims, Judged: m.Outcome}
	if len(claims) == 0 {
		return one, nil
	}
	one.Matter = m.Known(rowsOf(claims))
	one.Conflicts = conflicts(m, one.Claims)
	if one.Note != nil {
		if on, ok := dayOf(one.Note.On); !ok || on > f.asOf {
			known := *one.Matter
			known.Note, one.Matter = nil, &known
		}
	}
	steps := one.steps()
	one.First, one.Last = steps[0].Dated, steps[len(steps)-1].Dated
	if m.Kind == entente.Contact {
		return one, nil
	}
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
		if on, ok := dayOf(one.Judged.On); !ok || on > f.asOf || one.newer() {
			one.Judged = nil
		}
	}
	return one, nil
}

// steps returns what each claim says of how far the matter has come, and
// notes the latest stage and date.
func (one *Following) steps() []followthrough.Step {
	var steps []followthrough.Step
	for _, c := range one.Claims {
		on, _ := dayOf(c.Document.Date) // known has seen that it has one
		stands := c.Stands()
		step := followthrough.Step{Claim: c.ID, Document: c.Document.ID, Dated: on, Force: stands.Force, Stage: first(stands, entente.FieldStage)}
		if due, err := edtf.Parse(first(stands, entente.FieldDue)); err == nil && !due.IsZero() {
			step.Due, one.Due = due, due
		}
		if step.Stage != "" {
			one.Stated = step.Stage
		}
		steps = append(steps, step)
	}
	return steps
}

// newer reports whether words on the matter came in after it was judged.
func (one *Following) newer() bool {
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
	held := f.pairs
	if held == nil {
		held = f.view
	}
	for _, m := range list {
		for _, id := range m.Doubts {
			row, err := f.claim(id)
			if err != nil {
				return nil, err
			}
			pairs, err := projection.DoubtsOf(held, row, f.claim)
			if err != nil {
				return nil, err
			}
			for _, p := range pairs {
				other, err := f.file(p.Other)
				if err != nil {
					return nil, err
				}
				if on, ok := dayOf(other.Document.Date); !ok || on > f.asOf {
					continue
				}
				key := fmt.Sprint(min(m.ID, other.Matter), max(m.ID, other.Matter))
				if other.Matter == "" || other.Matter == m.ID || asked[key] {
					continue
				}
				asked[key] = true
				q := OpenQuestion{B: other, Reason: p.Reason}
				if q.A, err = f.file(id); err != nil {
					return nil, err
				}
				all = append(all, q)
			}
		}
	}
	return all, nil
}
