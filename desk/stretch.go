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

// InboxBehind returns at most limit documents of the inbox in a state, or in
// any for "", behind a place, "" being before the first.
func (r *Register) InboxBehind(ctx context.Context, state State, place string, limit int) (list []Listed[Document], err error) {
	err = r.store.View(ctx, func(view Snapshot) error {
		list, err = projection.InboxBehind(view, state, place, limit)
		return err
	})
	return list, err
}

// DocumentsBehind returns documents of a relation, or of all for the zero
// Relation, by date.
func (r *Register) DocumentsBehind(ctx context.Context, of entente.Relation, place string, limit int) (list []Listed[Document], err error) {
	err = r.store.View(ctx, func(view Snapshot) error {
		list, err = projection.DocumentsBehind(view, of, place, limit)
		return err
	})
	return list, err
}

// MattersBehind returns matters of a kind and relation, by date.
func (r *Register) MattersBehind(ctx context.Context, kind entente.Kind, of entente.Relation, place string, limit int) (list []Listed[Matter], err error) {
	err = r.store.View(ctx, func(view Snapshot) error {
		list, err = projection.MattersBehind(view, kind, of, place, limit)
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
