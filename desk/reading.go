package desk

import (
	"context"
	"errors"
	"fmt"

	"entente"
	"entente/edtf"
	"entente/projection"
)

// Reading returns a document, named as for Letter, with its latest text and
// the reading of it as it was entered. It returns entente.ErrNotFound where
// no document is meant, and one without a text where it could not be read.
func (r *Register) Reading(ctx context.Context, word string) (entente.Document, entente.Reading, error) {
	var read entente.Read
	err := r.store.View(ctx, func(view Snapshot) error {
		a, err := askOne(view, word)
		if err != nil {
			return err
		}
		if a.Document == nil {
			return fmt.Errorf("document %s: %w", word, entente.ErrNotFound)
		}
		row := a.Document.Document
		if row.Read == 0 {
			read.Document = entente.Document{ID: row.ID, Name: row.Name, MediaType: row.MediaType, Language: row.Language, Bytes: row.Bytes}
			read.Reading.Remarks = []entente.Remark{{Text: row.Unread}}
			return nil
		}
		read, err = readOf(view, row)
		return err
	})
	return read.Document, read.Reading, err
}

// Today returns the day as of which a relation is looked at unless somebody
// says another: today, or the day of its newest document if that bears a
// later one, as in dossiers of times to come.
func (r *Register) Today(ctx context.Context, rel entente.Relation) (day edtf.Day, err error) {
	err = r.store.View(ctx, func(view Snapshot) (err error) {
		day, err = r.today(view, rel)
		return err
	})
	return day, err
}

func (r *Register) today(view Snapshot, rel entente.Relation) (edtf.Day, error) {
	day := r.day(edtf.Date{})
	d, err := projection.Newest(view, rel)
	if errors.Is(err, entente.ErrNotFound) {
		return day, nil
	}
	if err != nil {
		return day, err
	}
	if on, ok := dayOf(d.Date); ok {
		day = max(day, on)
	}
	return day, nil
}
