package desk

import (
	"context"
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
func (r *Register) Today(ctx context.Context, rel entente.Relation) (edtf.Day, error) {
	day := r.day(edtf.Date{})
	err := r.store.View(ctx, func(view Snapshot) error {
		docs, err := projection.Documents(view, rel)
		for _, d := range docs {
			if on, err := edtf.Parse(d.Date); err == nil && !on.IsZero() && !on.Open() {
				first, _ := on.Bounds()
				day = max(day, first)
			}
		}
		return err
	})
	return day, err
}
