package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"entente/projection"
)

// A House is how a register is kept: what waits, who read it, and how old its
// latest copy is.
type House struct {
	Summary projection.Summary // documents by state
	Newest  string             // day of the latest receipt
	Entries int                // of the ledger
	Packs   []string           // that read what is received now, by tag and hash
	Older   int                // documents that other packs read
	Backup  time.Time          // when it was last copied; zero for never, or where the store does not know
	File    string             // to which file
	Unkept  int                // entries made since
	Knows   bool               // the store knows of its copies
}

// A copied store knows when it was last copied; that of sqlite does.
type copied interface {
	LastBackup(ctx context.Context) (at time.Time, file string, entries int, err error)
}

// House tells how the register is kept.
func (r *Register) House(ctx context.Context) (House, error) {
	in, err := r.Inbox(ctx, "", 0, 0)
	if err != nil {
		return House{}, err
	}
	h := House{Summary: in.Summary, Newest: in.Newest}
	for reader, n := range in.Summary.ByReader {
		language, _, _ := strings.Cut(reader, ": ")
		if now := r.packsOf(language); len(now) > 0 && reader != projection.ReaderOf(language, now) {
			h.Older += n
		}
	}
	err = r.store.View(ctx, func(view Snapshot) error {
		last, err := view.Last()
		h.Entries = int(last)
		return err
	})
	if err != nil {
		return h, err
	}
	if r.packs != nil {
		for _, tag := range r.packs.Languages() {
			for _, p := range r.packsOf(tag) {
				if !slices.Contains(h.Packs, p) {
					h.Packs = append(h.Packs, p)
				}
			}
		}
	}
	if c, ok := r.store.(copied); ok {
		var entries int
		if h.Backup, h.File, entries, err = c.LastBackup(ctx); err != nil {
			return h, err
		}
		h.Knows, h.Unkept = true, h.Entries-entries
	}
	return h, nil
}
