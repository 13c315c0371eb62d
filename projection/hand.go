package projection

import (
	"fmt"
	"slices"
	"time"

	"entente"
	"entente/ledger"
)

// claimed takes in a claim that a person made. From then on it is a claim
// like any other that a person confirmed and the latest reading lacks.
func (f *fold) claimed(e entente.Entry, b entente.Claimed) error {
	d, err := f.document(b.Document)
	if err != nil {
		return err
	}
	old, err := f.claimsOf(d.ID)
	if err != nil {
		return err
	}
	id := ledger.ClaimID(b.TextSHA256, b.Claim)
	row, err := f.claim(id)
	if err != nil {
		return err
	}
	if row == nil || !row.kept() {
		row = &Claim{ID: id, Document: d.ID, TextSHA256: b.TextSHA256, First: e.Seq, Read: e.Seq, Date: d.Date, Claim: b.Claim}
		row.Names, row.States = resolve(b.Claim, entente.Reading{Envelope: entente.Envelope{Sender: correspondents(d.Sender), Recipient: correspondents(d.Recipient)}})
		if row.Marks, err = f.marks(d, e.Mark, b.Claim); err != nil {
			return err
		}
		f.claims[id] = row
		for _, other := range old { // they are put in order by their rows
			if _, err := f.claim(other); err != nil {
				return err
			}
		}
		f.of[d.ID] = append(slices.Clone(old), id)
		f.inOrder(f.of[d.ID])
		f.wrote[d.ID] = true
	}
	row.Hand, row.By, row.Verdict, row.Judgement, row.Reason, row.Corrected = e.By, e.By, entente.Confirmed, e.ID, "", nil
	f.touched[id], f.said[id] = true, true
	return f.hold(row)
}

// correspondents are people as the row of a document keeps them.
func correspondents(list []Person) []entente.Correspondent {
	var all []entente.Correspondent
	for _, p := range list {
		all = append(all, entente.Correspondent{Name: entente.Value{Value: p.Name}, Office: entente.Value{Value: p.Office}, State: entente.Value{Value: string(p.State)}})
	}
	return all
}

// A Search is one that somebody keeps under a name.
type Search struct {
	Name  string
	Query string
	By    string
	On    string // day it was entered
	Seq   entente.Seq
	Entry entente.EntryID
}

func searchKey(name string) string { return "search/" + name }

// saved keeps the row of a search that was taken away, so that what is saved
// under the name again can follow it.
func (f *fold) saved(e entente.Entry, b entente.Saved) error {
	return store(f.tx, searchKey(b.Name), &Search{b.Name, b.Query, e.By, e.Recorded.Format(time.DateOnly), e.Seq, e.ID}, searchRow)
}

// SearchOf returns what was saved under a name last, taken away or not, or
// nil.
func SearchOf(v View, name string) (*Search, error) { return load(v, searchKey(name), searchRow) }

// Searches returns the searches that are kept, by name.
func Searches(v View) ([]*Search, error) {
	var all []*Search
	for row, err := range v.Scan("search/", "") {
		if err != nil {
			return nil, err
		}
		s, err := parse(row, searchRow)
		if err != nil {
			return nil, fmt.Errorf("searches: %w", err)
		}
		if s.Query != "" {
			all = append(all, s)
		}
	}
	return all, nil
}
