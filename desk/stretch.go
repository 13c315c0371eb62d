package desk

import (
	"context"

	"entente"
	"entente/projection"
)

// A Listed is an item of a list and its place there. Who walks a list asks
// for what is behind the place of the last item; what comes and goes
// meanwhile makes the walk neither skip nor repeat.
type Listed[T any] = projection.Listed[T]

// InboxBehind returns at most limit documents of the inbox of a relation, or
// of all for the zero Relation, in a state, or in any for "", behind a place,
// "" being before the first.
func (r *Register) InboxBehind(ctx context.Context, of entente.Relation, state State, place string, limit int) (list []Listed[Document], err error) {
	err = r.store.View(ctx, func(view Snapshot) error {
		list, err = projection.InboxBehind(view, of, state, place, limit)
		return err
	})
	return list, err
}

// A Showing limits documents to those that show certain claims; what is zero
// limits nothing.
type Showing struct {
	Relation entente.Relation
	Kind     entente.Kind
	Verdict  entente.Verdict // Waiting for claims that nobody has judged
}

// Waiting is the Verdict of a Showing for claims that nobody has judged.
const Waiting = projection.Waiting

// ShowingBehind returns documents that show certain claims, by date, each with
// all claims that it shows.
func (r *Register) ShowingBehind(ctx context.Context, of Showing, place string, limit int) (list []Listed[DocumentFile], err error) {
	err = r.store.View(ctx, func(view Snapshot) error {
		docs, err := projection.ShowingBehind(view, of.Relation, of.Kind, of.Verdict, place, limit)
		for _, d := range docs {
			claims, err := claimsShown(view, d.Item.ID)
			if err != nil {
				return err
			}
			list = append(list, Listed[DocumentFile]{Item: &DocumentFile{d.Item, claims}, Place: d.Place})
		}
		return err
	})
	return list, err
}

// MattersBehind returns matters of a kind and relation, or of them the
// starred, by date.
func (r *Register) MattersBehind(ctx context.Context, kind entente.Kind, of entente.Relation, starred bool, place string, limit int) (list []Listed[Matter], err error) {
	from := projection.MattersBehind
	if starred {
		from = projection.StarredBehind
	}
	err = r.store.View(ctx, func(view Snapshot) error {
		list, err = from(view, kind, of, place, limit)
		return err
	})
	return list, err
}

// PartiesBehind returns people, then organisations, by name, or one kind.
func (r *Register) PartiesBehind(ctx context.Context, kind entente.MentionKind, place string, limit int) (list []Listed[Party], err error) {
	err = r.store.View(ctx, func(view Snapshot) error {
		list, err = projection.PartiesBehind(view, kind, place, limit)
		return err
	})
	return list, err
}
