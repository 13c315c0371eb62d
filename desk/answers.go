package desk

import (
	"context"
	"fmt"
	"slices"

	"entente"
	"entente/edtf"
	"entente/search"
)

// An answered is what the index answers to a query, in order.
type answered struct{ documents, claims search.Found }

func (a answered) weight() int { return len(a.documents.Hits) + len(a.claims.Hits) }

// mostAnswered is how many hits are remembered: those of eight queries at
// least, some megabytes.
const mostAnswered = 8 * 2 * search.Most

// A findAsked is a query, on the day that its words for dates and the outcomes
// go by.
type findAsked struct {
	query  string
	typing bool
	on     edtf.Day
}

// askIndex asks the index for claims and, on another core, for documents.
func (r *Register) askIndex(ctx context.Context, view Snapshot, q search.Query, filters []search.Filter) (a answered, err error) {
	wanted, err := r.outcomesWanted(view, filters)
	if err != nil {
		return a, err
	}
	if len(q.Terms) == 0 && (wanted.some || wanted.but != nil) {
		q.Terms = []search.Term{search.Anything()}
	}
	documents := func() (search.Found, error) { return search.Found{}, nil }
	if !wanted.some { // a document has no outcome
		documents = r.documentsBeside(ctx, view, q)
	}
	claims := q
	claims.Among, claims.Keep = wanted.among, wanted.keep
	var failed error
	a.claims, failed = view.Answers(search.Claims, claims)
	if a.documents, err = documents(); failed != nil {
		return a, failed
	}
	if wanted.but != nil {
		a.claims.Hits = slices.DeleteFunc(a.claims.Hits, func(h search.Hit) bool { return wanted.but(h.ID) })
	}
	return a, err
}

// documentsBeside asks for documents beside what else is done with a view, and
// returns what waits for the answer. Where something was entered between the
// two, or the other cannot be had, the view itself is asked.
func (r *Register) documentsBeside(ctx context.Context, view Snapshot, q search.Query) func() (search.Found, error) {
	type result struct {
		found search.Found
		last  entente.Seq
		err   error
	}
	done := make(chan result, 1)
	go func() {
		var b result
		defer func() {
			if fault := recover(); fault != nil { // the view itself will say so
				b.err = fmt.Errorf("search: %v", fault)
			}
			done <- b
		}()
		b.err = r.store.View(ctx, func(other Snapshot) (err error) {
			if b.last, err = other.Last(); err == nil {
				b.found, err = other.Answers(search.Documents, q)
			}
			return err
		})
	}()
	return func() (search.Found, error) {
		b := <-done
		if last, err := view.Last(); b.err == nil && err == nil && last == b.last {
			return b.found, nil
		}
		return view.Answers(search.Documents, q)
	}
}
