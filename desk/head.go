package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"entente"
	"entente/ledger"
)

// A Head names one state of a register.
type Head = ledger.Head

// ErrMoved says that a register is no longer in the state that a writer saw.
// It is an entente.ErrConflict.
var ErrMoved = fmt.Errorf("the register has moved on: %w", entente.ErrConflict)

// Head returns the head of the ledger as it stands.
func (r *Register) Head(ctx context.Context) (Head, error) {
	var head Head
	err := r.store.View(ctx, func(view Snapshot) (err error) {
		head, err = headOf(view)
		return err
	})
	return head, err
}

func headOf(r ledger.Reader) (Head, error) {
	last, err := r.Last()
	if err != nil {
		return Head{}, err
	}
	return ledger.HeadAt(r, last)
}

// When returns the register as somebody saw it: the first write to it is
// refused with ErrMoved unless the ledger's head starts with one of heads
// ("12:9f86"), in the same transaction.
func (r *Register) When(heads ...string) *Register {
	seen := *r
	seen.store = &seenStore{Store: r.store, heads: heads}
	return &seen
}

// A seenStore refuses the first write where the ledger has moved.
type seenStore struct {
	Store
	heads []string
	wrote atomic.Bool
}

func (s *seenStore) Update(ctx context.Context, f func(Tx) error) error {
	err := s.Store.Update(ctx, func(tx Tx) error {
		if !s.wrote.Load() {
			head, err := headOf(tx)
			if err != nil {
				return err
			}
			if !slices.ContainsFunc(s.heads, func(h string) bool { return strings.HasPrefix(head.String(), h) }) {
				return ErrMoved
			}
		}
		return f(tx)
	})
	if err == nil {
		s.wrote.Store(true)
	}
	return err
}
