package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"entente"
	"entente/ledger"
	"entente/projection"
)

// A SavedSearch is a search that somebody keeps under a name.
type SavedSearch = projection.Search

// Save keeps a search under a name, in place of what was kept under it; an
// empty query takes it away. It returns entente.ErrInvalid for a name or a
// query that is empty, too long or no plain text, and entente.ErrNotFound for
// one to be taken away that is not kept.
func (r *Register) Save(ctx context.Context, by, name, query string) error {
	name, query = strings.TrimSpace(name), strings.TrimSpace(query)
	return r.store.Update(ctx, func(tx Tx) error {
		was, err := projection.SearchOf(tx, name)
		if err != nil {
			return err
		}
		entry := entente.Saved{Name: name, Query: query}
		if was != nil {
			entry.Follows = was.Entry
			if was.Query == query {
				return nil
			}
		}
		if query == "" && was == nil {
			return fmt.Errorf("search %q: %w", name, entente.ErrNotFound)
		}
		_, err = r.enter(tx, ledger.Hand{By: by, At: r.now()}, entry)
		return err
	})
}

// Searches returns the searches that are kept, by name.
func (r *Register) Searches(ctx context.Context) ([]*SavedSearch, error) {
	var all []*SavedSearch
	err := r.store.View(ctx, func(view Snapshot) (err error) {
		all, err = projection.Searches(view)
		return err
	})
	return all, err
}

// News is what a search that is kept finds, what was entered last first.
type News struct {
	*SavedSearch
	Items []NewsItem
}

// A NewsItem is a hit and when it was entered.
type NewsItem struct {
	Hit
	Entered time.Time
}

// News returns the documents and claims that a search finds and that were
// entered last, at most limit of each. It returns entente.ErrNotFound for a
// search that is not kept.
func (r *Register) News(ctx context.Context, name string, limit int) (*News, error) {
	news := &News{}
	err := r.store.View(ctx, func(view Snapshot) (err error) {
		news.SavedSearch, err = projection.SearchOf(view, name)
		if err == nil && (news.SavedSearch == nil || news.Query == "") {
			err = fmt.Errorf("search %q: %w", name, entente.ErrNotFound)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	found, err := r.Find(ctx, Finding{Query: news.Query, Limit: limit, Latest: true})
	if err != nil {
		return nil, err
	}
	err = r.store.View(ctx, func(view Snapshot) error {
		times := map[entente.Seq]time.Time{}
		for _, h := range slices.Concat(found.Documents, found.Claims) {
			seq := entente.Seq(0)
			if h.Claim != nil {
				seq = h.Claim.First
			} else if seq, err = view.Find(ledger.ReceivedID(h.Document.ID)); err != nil {
				return err
			}
			at, ok := times[seq]
			if !ok {
				if at, err = enteredAt(view, seq); err != nil {
					return err
				}
				times[seq] = at
			}
			news.Items = append(news.Items, NewsItem{h, at})
		}
		return nil
	})
	slices.SortStableFunc(news.Items, func(a, b NewsItem) int { return b.Entered.Compare(a.Entered) })
	return news, err
}

// enteredAt returns when an entry was made.
func enteredAt(view Snapshot, seq entente.Seq) (time.Time, error) {
	record, err := view.Record(seq)
	if err != nil {
		return time.Time{}, err
	}
	entry, err := ledger.EntryOf(record)
	return entry.Recorded, err
}
