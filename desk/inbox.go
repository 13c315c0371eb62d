package desk

import (
	"context"

	"entente"
	"entente/projection"
)

// A State is how far a document has come with us.
type State = projection.State

const (
	StateNew    = projection.StateNew
	StateReview = projection.StateReview
	StateDone   = projection.StateDone
	StateUnread = projection.StateUnread
)

// An Inbox is a stretch of the documents in a state, the latest received
// first, then by date and register number.
type Inbox struct {
	Documents []*Document
	Next      int // where the next stretch starts; 0 for none
	Total     int // in that state
	Summary   projection.Summary
	Newest    string // day of the latest receipt; "" for none
}

// Inbox returns at most limit documents in a state, or in any for "", from
// one on.
func (r *Register) Inbox(ctx context.Context, state State, from, limit int) (Inbox, error) {
	var in Inbox
	err := r.store.View(ctx, func(view Snapshot) (err error) {
		if in.Summary, err = projection.SummaryOf(view); err != nil {
			return err
		}
		in.Total = in.Summary.Documents
		if state != "" {
			in.Total = in.Summary.ByState[state]
		}
		from = max(from, 0)
		if in.Documents, err = projection.Inbox(view, state, from, limit); err != nil {
			return err
		}
		if next := from + len(in.Documents); next < in.Total && len(in.Documents) > 0 {
			in.Next = next
		}
		latest, err := projection.Inbox(view, "", 0, 1)
		if len(latest) > 0 {
			in.Newest = latest[0].On
		}
		return err
	})
	return in, err
}

// Parties returns at most limit people or organisations by name, as one kind
// or, for "", both, from one on, and where the next stretch starts; 0 for
// none.
func (r *Register) Parties(ctx context.Context, kind entente.MentionKind, from, limit int) (list []Party, next int, err error) {
	err = r.store.View(ctx, func(view Snapshot) (err error) {
		list, err = projection.SomeParties(view, kind, max(from, 0), limit+1)
		return err
	})
	if len(list) > limit {
		list, next = list[:limit], max(from, 0)+limit
	}
	return list, next, err
}
