package desk_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"entente/desk"
	"entente/internal/storetest"
)

// A besideStore does something before the view that is asked beside another.
type besideStore struct {
	*storetest.Memory
	views  atomic.Int32
	before func() error
}

func (s *besideStore) View(ctx context.Context, f func(desk.Snapshot) error) error {
	if s.views.Add(1) == 2 && s.before != nil {
		before := s.before
		s.before = nil
		if err := before(); err != nil {
			return err
		}
	}
	return s.Memory.View(ctx, f)
}

// Documents and claims are found in one state of the register, whatever is
// entered between the two questions and though the second view fails.
func TestFoundInOneState(t *testing.T) {
	store := &besideStore{Memory: &storetest.Memory{}}
	r := open(t, store, scribe{})
	receive(t, r, "from XA to XS\ndated 2031-02-01\npromise 1: a tramway\n")
	find := func(query string, before func() error) (documents, claims int) {
		t.Helper()
		store.before = before
		store.views.Store(0)
		found, err := r.Find(ctx, desk.Finding{Query: query})
		if err != nil {
			t.Fatal(err)
		}
		return found.AllDocuments, found.AllClaims
	}
	if d, c := find("tramway", func() error { return errors.New("no more views") }); d != 1 || c != 1 {
		t.Errorf("%d documents and %d claims where the second view fails, want 1 and 1", d, c)
	}
	enter := func() error {
		receive(t, r, "from XS to XA\ndated 2031-03-01\npromise 2: a tramway too\n")
		return nil
	}
	if d, c := find("TRAMWAY", enter); d != 1 || c != 1 {
		t.Errorf("%d documents and %d claims while one more is entered, want 1 and 1", d, c)
	}
	if d, c := find("TRAMWAY", nil); d != 2 || c != 2 {
		t.Errorf("%d documents and %d claims behind it, want 2 and 2", d, c)
	}
}
