package desk

import (
	"context"
	"errors"
	"fmt"

	"entente"
	"entente/ledger"
	"entente/projection"
)

// A Reread is what reading documents again came to.
type Reread struct {
	Documents int // read again
	Changed   int // that gave another reading
	Kept      int // claims that somebody judged and whose words the new reading has too
	// Adrift are the claims that somebody judged and of whose words the new
	// reading makes no claim. They stand as they were judged; a person should
	// look.
	Adrift []ClaimFile
}

// ReadAgain reads documents of the register again, with better packs. What
// was judged stays: a claim that was confirmed or corrected stands before the
// new reading of its words, and what is held of a matter goes over to it.
// Documents that could not be read before are left out.
func (r *Register) ReadAgain(ctx context.Context, by string, ids []entente.DocumentID) (Reread, error) {
	var done Reread
	if r.reader == nil {
		return done, errors.New("desk: this register has no reader")
	}
	for _, id := range ids {
		var doc entente.Document
		err := r.store.View(ctx, func(view Snapshot) (err error) {
			doc, err = r.textOf(view, id)
			return err
		})
		if errors.Is(err, entente.ErrUnread) {
			continue
		}
		if err != nil {
			return done, err
		}
		reading := sieve(doc.Text, r.reader.Reading(&doc))
		err = r.store.Update(ctx, func(tx Tx) error {
			around, err := claimsOn(tx, id)
			if err != nil {
				return err
			}
			entries, err := r.enter(tx, ledger.Hand{By: by, At: r.now()}, entente.Read{Document: doc, Packs: r.packsOf(doc.Language), Reading: reading})
			if err != nil {
				return err
			}
			if err := r.identify(tx); err != nil {
				return err
			}
			if err := r.rejoin(tx, around); err != nil {
				return err
			}
			done.Documents++
			done.Changed += len(entries)
			return done.look(tx, id)
		})
		if err != nil {
			return done, err
		}
	}
	return done, nil
}

// claimsOn returns the claims of the matters that a document speaks of.
func claimsOn(tx Tx, id entente.DocumentID) ([]entente.ClaimID, error) {
	claims, err := projection.ClaimsOf(tx, id)
	if err != nil {
		return nil, err
	}
	var ids []entente.ClaimID
	for _, c := range claims {
		if c.Matter != "" {
			ids = append(ids, c.ID)
		}
	}
	return claimsAround(tx, ids...)
}

// look counts the judged claims of a document that was read again.
func (done *Reread) look(tx Tx, id entente.DocumentID) error {
	doc, err := projection.DocumentOf(tx, id)
	if err != nil {
		return err
	}
	claims, err := projection.ClaimsOf(tx, id)
	if err != nil {
		return err
	}
	for _, c := range claims {
		switch {
		case c.Adrift():
			done.Adrift = append(done.Adrift, ClaimFile{c, doc})
		case c.Held:
			done.Kept++
		}
	}
	return nil
}

// textOf returns a document with its latest text version.
func (r *Register) textOf(view Snapshot, id entente.DocumentID) (entente.Document, error) {
	row, err := projection.DocumentOf(view, id)
	if err != nil {
		return entente.Document{}, err
	}
	if row.Read == 0 {
		return entente.Document{}, fmt.Errorf("document %s: %w", id, entente.ErrUnread)
	}
	read, err := readOf(view, row)
	return read.Document, err
}
