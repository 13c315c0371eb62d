package desk

import (
	"errors"

	"entente"
	"entente/projection"
)

// A follower reads rows once. Rows that are read together cost half.

// readAhead reads the claims of matters together, which costs half.
func (f *follower) readAhead(list []*Matter) error {
	var ids []entente.ClaimID
	for _, m := range list {
		ids = append(ids, m.Claims...)
	}
	return f.claimsAhead(ids)
}

// claimsAhead reads claims together.
func (f *follower) claimsAhead(ids []entente.ClaimID) error {
	rows, err := projection.SomeClaims(f.view, ids)
	if f.rows == nil {
		f.rows = map[entente.ClaimID]*Claim{}
	}
	for _, row := range rows {
		f.rows[row.ID] = row
	}
	return err
}

// filesAhead reads claims and their documents together. It reads none where
// one is gone, and then they are read one by one.
func (f *follower) filesAhead(ids []entente.ClaimID) error {
	ids = once(ids)
	if err := f.claimsAhead(ids); errors.Is(err, entente.ErrNotFound) {
		return nil
	} else if err != nil {
		return err
	}
	return f.documentsAhead(ids)
}

// documentsAhead reads together the documents of claims that were read.
func (f *follower) documentsAhead(ids []entente.ClaimID) error {
	var docs []entente.DocumentID
	for _, id := range ids {
		if row := f.rows[id]; f.docs[row.Document] == nil {
			docs = append(docs, row.Document)
		}
	}
	some, err := projection.SomeDocuments(f.view, once(docs))
	for _, d := range some {
		f.docs[d.ID] = d
	}
	return err
}

func (f *follower) file(id entente.ClaimID) (ClaimFile, error) {
	row, err := f.claim(id)
	if err != nil {
		return ClaimFile{}, err
	}
	doc, err := f.document(row.Document)
	return ClaimFile{row, doc}, err
}

// claim returns the row of a claim and keeps it.
func (f *follower) claim(id entente.ClaimID) (*Claim, error) {
	if row := f.rows[id]; row != nil {
		return row, nil
	}
	row, err := projection.ClaimOf(f.view, id)
	if err == nil {
		if f.rows == nil {
			f.rows = map[entente.ClaimID]*Claim{}
		}
		f.rows[id] = row
	}
	return row, err
}
