package desk

import (
	"context"
	"errors"
	"fmt"

	"entente"
	"entente/edtf"
	"entente/ledger"
	"entente/projection"
)

// A Note is what somebody keeps beside a matter.
type Note = projection.Note

// A NoteChange says what of a note is to be another; nil leaves a thing as it
// is, "" takes it away.
type NoteChange struct {
	Starred                *bool
	Owner, Next, Due, Note *string // Due is EDTF
}

func (c NoteChange) apply(n entente.Noted) entente.Noted {
	for _, field := range []struct{ to, from *string }{{&n.Owner, c.Owner}, {&n.Next, c.Next}, {&n.Due, c.Due}, {&n.Note, c.Note}} {
		if field.from != nil {
			*field.to = *field.from
		}
	}
	if c.Starred != nil {
		n.Starred = *c.Starred
	}
	return n
}

// Note changes the note on a matter, named by a claim of it, and returns the
// matter. The note stays with the claim it was first written on when matters
// are joined or parted. It returns entente.ErrInvalid for a date that is
// none, and entente.ErrNotFound where the claim belongs to no matter.
func (r *Register) Note(ctx context.Context, by string, id entente.ClaimID, change NoteChange) (*Matter, error) {
	if change.Due != nil {
		if _, err := edtf.Parse(*change.Due); err != nil && *change.Due != "" {
			return nil, fmt.Errorf("due: %q is no date; write one such as 2012-01-01: %w", *change.Due, errors.Join(entente.ErrInvalid, err))
		}
	}
	var m *Matter
	err := r.store.Update(ctx, func(tx Tx) (err error) {
		if m, err = projection.MatterOf(tx, id); err != nil {
			return err
		}
		was := entente.Noted{Subject: id}
		if m.Note != nil {
			was = m.Note.Noted
		}
		now := change.apply(was)
		if now == was {
			return nil
		}
		claim, err := projection.ClaimOf(tx, now.Subject)
		if err != nil {
			return err
		}
		now.Follows = ""
		if claim.Note != nil {
			now.Follows = claim.Note.Entry
		}
		if _, err := r.enter(tx, ledger.Hand{By: by, At: r.now()}, now); err != nil {
			return err
		}
		m, err = projection.MatterOf(tx, id)
		return err
	})
	return m, err
}

// Watch sets the horizon of a relation in months, 0 for the common one. It
// returns entente.ErrInvalid for more than entente.LongestHorizon and
// entente.ErrNotFound for a relation of which nothing is held.
func (r *Register) Watch(ctx context.Context, by string, rel entente.Relation, months int) error {
	return r.store.Update(ctx, func(tx Tx) error {
		if _, err := projection.RelationOf(tx, rel); err != nil {
			return err
		}
		was, err := projection.HorizonOf(tx, rel)
		if err != nil {
			return err
		}
		entry := entente.Watched{Relation: rel, Months: months}
		if was != nil {
			if was.Months == months {
				return nil
			}
			entry.Follows = was.Entry
		}
		_, err = r.enter(tx, ledger.Hand{By: by, At: r.now()}, entry)
		return err
	})
}
