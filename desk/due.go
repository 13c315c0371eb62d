package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"entente"
	"entente/edtf"
	"entente/lang"
	"entente/names"
	"entente/projection"
)

// A DueItem is one matter that is due or overdue on a day.
type DueItem struct {
	Date     edtf.Date
	Overdue  bool
	Next     string // the next step that is due, of a note; "" for the matter itself
	Matter   *Matter
	Relation entente.Relation
}

// Due lists what is overdue and what is due on the day asOf, the zero Date
// being today, starred ones first, then by date: undertakings and agreements
// that are neither kept nor dropped, contacts to come, and next steps with a
// date. rel limits it to one relation.
func (r *Register) Due(ctx context.Context, rel entente.Relation, asOf edtf.Date) ([]DueItem, error) {
	relations := []entente.Relation{rel}
	if rel == (entente.Relation{}) {
		relations = nil
		err := r.store.View(ctx, func(v Snapshot) error {
			all, err := projection.Relations(v)
			for _, row := range all {
				relations = append(relations, row.Relation)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	var items []DueItem
	for _, rel := range relations {
		s, err := r.Status(ctx, rel, asOf)
		if err != nil {
			return nil, err
		}
		for _, m := range slices.Concat(s.Contacts, matters(s.Agreements), matters(s.Undertakings)) {
			if m.Note == nil {
				continue
			}
			if d, err := edtf.Parse(m.Note.Due); err == nil && !d.IsZero() {
				_, last := d.Bounds()
				items = append(items, DueItem{d, last < s.AsOf, cmp.Or(m.Note.Next, m.Note.Note), m, rel})
			}
		}
		for _, f := range slices.Concat(s.Agreements, s.Undertakings) {
			if o := f.Outcome(); f.Due.IsZero() || o == entente.Kept || o == entente.Dropped {
				continue
			}
			_, last := f.Due.Bounds()
			items = append(items, DueItem{f.Due, last < s.AsOf, "", f.Matter, rel})
		}
		for _, m := range s.Contacts {
			d, err := edtf.Parse(m.Date)
			if err != nil || d.IsZero() || m.Stage == "held" || m.Stage == "cancelled" {
				continue
			}
			if first, last := d.Bounds(); last >= s.AsOf && first != edtf.Earliest {
				items = append(items, DueItem{d, false, "", m, rel})
			}
		}
	}
	slices.SortStableFunc(items, func(a, b DueItem) int {
		return cmp.Or(-cmp.Compare(starred(a.Matter), starred(b.Matter)), edtf.Compare(a.Date, b.Date))
	})
	return items, nil
}

func starred(m *Matter) int {
	if m.Note != nil && m.Note.Starred {
		return 1
	}
	return 0
}

// ClaimID returns the one claim or matter whose id starts with prefix, which
// has four characters or more. It returns entente.ErrNotFound for none and
// entente.ErrInvalid for several.
func (r *Register) ClaimID(ctx context.Context, prefix string) (entente.ClaimID, error) {
	if len(prefix) < 4 {
		return "", fmt.Errorf("%q is too short for an id; give four characters or more: %w", prefix, entente.ErrInvalid)
	}
	var id entente.ClaimID
	err := r.store.View(ctx, func(v Snapshot) error {
		found, err := projection.Find(v, prefix, 2)
		if err != nil {
			return err
		}
		switch len(found.Claims) {
		case 0:
			return fmt.Errorf("claim %s: %w", prefix, entente.ErrNotFound)
		case 1:
			id = found.Claims[0]
			return nil
		}
		return fmt.Errorf("several claims start with %s; give more of the id: %w", prefix, entente.ErrInvalid)
	})
	return id, err
}

// Names returns a function that compares names.
func Names(packs *lang.Packs) func(a, b string, kind entente.MentionKind) names.Score {
	return names.New(packs).Compare
}

// Follow returns one matter, named by the start of the id of a claim on it,
// with what became of it as known on the day asOf.
func (r *Register) Follow(ctx context.Context, prefix string, asOf edtf.Date) (*Following, error) {
	id, err := r.ClaimID(ctx, prefix)
	if err != nil {
		return nil, err
	}
	var one *Following
	err = r.store.View(ctx, func(v Snapshot) error {
		m, err := projection.MatterOf(v, id)
		if err != nil {
			return err
		}
		f := follower{view: v, docs: map[entente.DocumentID]*Document{}, asOf: r.day(asOf)}
		for i, rel := range m.Relations {
			if i == 0 {
				if f.horizon, err = horizonOf(v, rel); err != nil {
					return err
				}
			}
			docs, err := projection.Documents(v, rel)
			if err != nil {
				return err
			}
			f.readBy(docs)
		}
		one, err = f.follow(m)
		return err
	})
	return one, err
}
