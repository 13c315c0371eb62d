package desk

import (
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
	day := r.day(asOf)
	return r.dueOn(ctx, dueAsked{rel, day, true}, func(Snapshot, entente.Relation) (edtf.Day, error) { return day, nil })
}

// Calendar is Due of all relations, each on the day that Today says.
func (r *Register) Calendar(ctx context.Context) ([]DueItem, error) {
	return r.dueOn(ctx, dueAsked{on: r.day(edtf.Date{})}, r.today)
}

// mostDue is how many answers about the agenda are remembered: those about a
// large register take some megabytes each.
const mostDue = 4

// A dueAsked is what is asked of the agenda.
type dueAsked struct {
	rel  entente.Relation
	on   edtf.Day
	past bool // on is the day of every relation; else that of those with no later document
}

// dueOn answers what is asked, each relation on the day that on says.
func (r *Register) dueOn(ctx context.Context, q dueAsked, on func(Snapshot, entente.Relation) (edtf.Day, error)) ([]DueItem, error) {
	var items []DueItem
	err := r.store.View(ctx, func(v Snapshot) (err error) {
		if q.rel != (entente.Relation{}) {
			if _, err := projection.RelationOf(v, q.rel); err != nil {
				return err
			}
		}
		items, err = r.due.answer(v, q, func() ([]DueItem, error) {
			items, err := r.agenda(v, q.rel, q.past, func(rel entente.Relation) (edtf.Day, error) { return on(v, rel) })
			inAgendaOrder(items)
			return items, err
		})
		return err
	})
	return slices.Clone(items), err
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
