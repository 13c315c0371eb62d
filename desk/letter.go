package desk

import (
	"context"
	"fmt"

	"entente"
	"entente/ledger"
	"entente/projection"
)

// A Letter is a document with its text and what was read in it, as a page
// shows it.
type Letter struct {
	*DocumentFile
	Text     string // its latest text version; "" while unread
	Pages    []entente.Span
	Parts    []entente.Part // none where the reader tells no parts
	Mentions []entente.Mention
	Envelope entente.Envelope // with the words that say it; its row holds the values alone
}

// A partsReader tells the parts of a document; Reader is one.
type partsReader interface {
	Parts(doc *entente.Document) []entente.Part
}

// Parts returns the parts of a document that was taken in.
func (r *Reader) Parts(doc *entente.Document) []entente.Part { return r.layout.Parts(doc) }

// Letter returns a document named by its register number or by the start of
// its id, of which four characters are enough. It returns
// entente.ErrNotFound where no document is meant.
func (r *Register) Letter(ctx context.Context, word string) (*Letter, error) {
	var letter *Letter
	var doc entente.Document
	err := r.store.View(ctx, func(view Snapshot) error {
		a, err := askOne(view, word)
		if err != nil {
			return err
		}
		if a.Document == nil {
			return fmt.Errorf("document %s: %w", word, entente.ErrNotFound)
		}
		letter = &Letter{DocumentFile: a.Document}
		if a.Document.Read == 0 {
			return nil
		}
		read, err := readOf(view, a.Document.Document)
		if err != nil {
			return err
		}
		doc = read.Document
		letter.Text, letter.Pages, letter.Mentions = doc.Text, doc.Pages, read.Reading.Mentions
		letter.Envelope = read.Reading.Envelope
		return nil
	})
	if err != nil {
		return nil, err
	}
	if p, ok := r.reader.(partsReader); ok && letter.Text != "" {
		letter.Parts = p.Parts(&doc)
	}
	return letter, nil
}

// readOf returns the latest reading of a document that was read, with the
// text it was read from.
func readOf(view Snapshot, row *Document) (entente.Read, error) {
	record, err := view.Record(row.Read)
	if err != nil {
		return entente.Read{}, err
	}
	entry, err := ledger.EntryOf(record)
	if err != nil {
		return entente.Read{}, err
	}
	read := entry.Body.(entente.Read)
	text, err := view.Blob(read.Document.TextSHA256)
	read.Document.Text = string(text)
	return read, err
}

// A Holding is a judgement that stands on a matter or on a claim of it.
type Holding struct {
	Verdict entente.Verdict
	Claim   ClaimFile
	Other   *ClaimFile      // of two claims; nil for one
	Outcome entente.Outcome // of the matter; "" for others
	By      string
	Reason  string
}

// Holdings returns the judgements that stand on a matter, named by a claim
// of it: on its outcome, on its claims, and on them and others.
func (r *Register) Holdings(ctx context.Context, id entente.ClaimID) ([]Holding, error) {
	var all []Holding
	err := r.store.View(ctx, func(view Snapshot) error {
		m, err := projection.MatterOf(view, id)
		if err != nil {
			return err
		}
		f := follower{view: view, docs: map[entente.DocumentID]*Document{}}
		if o := m.Outcome; o != nil {
			c, err := f.file(o.Claim)
			if err != nil {
				return err
			}
			all = append(all, Holding{Verdict: entente.Concluded, Claim: c, Outcome: o.Outcome, By: o.By, Reason: o.Reason})
		}
		seen := map[[2]entente.ClaimID]bool{}
		for _, id := range m.Claims {
			held, err := f.holdings(id, seen)
			if err != nil {
				return err
			}
			all = append(all, held...)
		}
		return nil
	})
	return all, err
}

// holdings returns what is held of one claim, alone and with others; seen
// holds the pairs that were returned before.
func (f *follower) holdings(id entente.ClaimID, seen map[[2]entente.ClaimID]bool) ([]Holding, error) {
	c, err := f.file(id)
	if err != nil {
		return nil, err
	}
	var all []Holding
	if c.Verdict != "" {
		all = append(all, Holding{Verdict: c.Verdict, Claim: c, By: c.By, Reason: c.Reason})
	}
	pairs, err := projection.PairsOf(f.view, id)
	if err != nil {
		return nil, err
	}
	for _, p := range pairs {
		key := [2]entente.ClaimID{min(id, p.Other), max(id, p.Other)}
		if seen[key] || p.Verdict != entente.Same && p.Verdict != entente.Different {
			continue
		}
		seen[key] = true
		other, err := f.file(p.Other)
		if err != nil {
			return nil, err
		}
		all = append(all, Holding{Verdict: p.Verdict, Claim: c, Other: &other, By: p.By, Reason: p.Reason})
	}
	return all, nil
}

// Claim returns the row of a claim, or entente.ErrNotFound.
func (r *Register) Claim(ctx context.Context, id entente.ClaimID) (*Claim, error) {
	var claim *Claim
	err := r.store.View(ctx, func(view Snapshot) (err error) {
		claim, err = projection.ClaimOf(view, id)
		return err
	})
	return claim, err
}
