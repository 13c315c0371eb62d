package projection

import (
	"fmt"
	"time"

	"entente"
	"entente/ledger"
)

// Changed names what entries changed, for views that are kept elsewhere, such
// as the index of search.
type Changed struct {
	Documents []entente.DocumentID // whose text is new
	Claims    []ChangedClaim       // that are new, gone or say something else
}

// A ChangedClaim is a claim that changed; Row is nil if it is gone.
type ChangedClaim struct {
	ID  entente.ClaimID
	Row *Claim
}

// Apply folds entries into the views, in order. It fails on a row that cannot
// be read or written, and with entente.ErrNotFound for a judgement on a claim
// that no entry before it made.
func Apply(tx Tx, entries ...entente.Entry) (Changed, error) {
	var changed Changed
	for len(entries) > 0 {
		n := run(entries)
		f := newFold(tx)
		for _, e := range entries[:n] {
			if err := f.apply(e); err != nil {
				return changed, fmt.Errorf("apply entry %d: %w", e.Seq, err)
			}
		}
		if err := f.flush(); err != nil {
			return changed, fmt.Errorf("apply entries to %d: %w", entries[n-1].Seq, err)
		}
		for _, id := range f.changed.Documents {
			changed.Documents = addOnce(changed.Documents, id)
		}
		changed.Claims = append(changed.Claims, f.changed.Claims...)
		entries = entries[n:]
	}
	return changed, nil
}

// run returns how many entries are folded as one: judgements on pairs, which
// come in hundreds when matters are joined by rule, or else a single entry.
// The rows are the same as if each were folded alone.
func run(entries []entente.Entry) int {
	n := 0
	for _, e := range entries {
		if j, ok := e.Body.(entente.Judgement); !ok || j.Other == "" {
			break
		}
		n++
	}
	return max(n, 1)
}

func (f *fold) apply(e entente.Entry) error {
	switch b := e.Body.(type) {
	case entente.Received:
		return f.received(e, b)
	case entente.Read:
		return f.read(e, b)
	case entente.Marked:
		return f.marked(e, b)
	case entente.Judgement:
		return f.judged(e, b)
	case entente.Noted:
		return f.noted(e, b)
	case entente.Claimed:
		return f.claimed(e, b)
	case entente.Saved:
		return f.saved(e, b)
	case entente.Watched:
		return store(f.tx, horizonKey(b.Relation), Horizon{b.Months, e.By, e.Recorded.Format(time.DateOnly), e.ID})
	}
	return fmt.Errorf("a body of type %T: %w", e.Body, entente.ErrInvalid)
}

// A fold is the work of one run of entries: rows are read once, changed here,
// and written at the end in the order of their ids.
type fold struct {
	tx        Tx
	docs      map[entente.DocumentID]*Document
	claims    map[entente.ClaimID]*Claim // nil: no such row
	linked    map[entente.ClaimID][]linked
	of        map[entente.DocumentID][]entente.ClaimID // by document, in the order of the text
	touched   map[entente.ClaimID]bool                 // claims to be written, and whose matters are made again
	said      map[entente.ClaimID]bool                 // touched ones that say something else now, or no longer count
	passages  []passage                                // marked ones of the text that is being read; nil: not looked up
	relations map[entente.Relation]*Relation           // whose numbers change
	changed   Changed
}

func newFold(tx Tx) *fold {
	return &fold{
		tx:        tx,
		docs:      map[entente.DocumentID]*Document{},
		claims:    map[entente.ClaimID]*Claim{},
		linked:    map[entente.ClaimID][]linked{},
		of:        map[entente.DocumentID][]entente.ClaimID{},
		touched:   map[entente.ClaimID]bool{},
		said:      map[entente.ClaimID]bool{},
		relations: map[entente.Relation]*Relation{},
	}
}

func (f *fold) received(e entente.Entry, b entente.Received) error {
	d := Document{ID: b.Document.ID, Name: b.Document.Name, MediaType: b.Document.MediaType, Bytes: b.Document.Bytes,
		Number: b.Number, On: b.On, By: e.By, Mark: e.Mark, Unread: b.Unread}
	if err := f.tx.Set(numberKey(b.Number), []byte(d.ID)); err != nil {
		return err
	}
	if err := f.list("", "document", d.Date, Hex(d.ID), true); err != nil {
		return err
	}
	return store(f.tx, documentKey(d.ID), d)
}

func (f *fold) read(e entente.Entry, b entente.Read) error {
	d, err := f.document(b.Document.ID)
	if err != nil {
		return err
	}
	if err := f.unlist(d); err != nil {
		return err
	}
	if err := f.parties(b.Document.ID, b.Reading); err != nil {
		return err
	}
	envelope(d, b)
	d.Read = e.Seq
	d.Relations = relations(b.Reading)
	d.Claims = 0
	fresh := map[entente.ClaimID]bool{}
	old, err := f.claimsOf(d.ID)
	if err != nil {
		return err
	}
	before := map[place]entente.Seq{} // words that were read before are not new
	for _, id := range old {
		row, err := f.claim(id)
		if err != nil {
			return err
		}
		if at, ok := before[placeOf(row)]; !ok || row.First < at {
			before[placeOf(row)] = row.First
		}
	}
	for i, c := range b.Reading.Claims {
		id := ledger.ClaimID(d.TextSHA256, c)
		if fresh[id] {
			continue
		}
		fresh[id] = true
		row, err := f.claim(id)
		if err != nil {
			return err
		}
		if row == nil {
			row = &Claim{ID: id, Document: d.ID, First: e.Seq}
			if at, ok := before[place{c.Kind, d.TextSHA256, c.Span}]; ok {
				row.First = at
			}
			f.claims[id] = row
		}
		row.TextSHA256, row.Read, row.Order, row.Date, row.Claim, row.Current, row.Behind = d.TextSHA256, e.Seq, i, d.Date, c, true, ""
		row.Names, row.States = resolve(c, b.Reading)
		if row.Marks, err = f.marks(d, e.Mark, c); err != nil {
			return err
		}
		d.Claims++
		f.touched[id], f.said[id] = true, true
	}
	for _, id := range old {
		row, err := f.claim(id)
		if err != nil {
			return err
		}
		f.touched[id], f.said[id] = true, true
		if !fresh[id] {
			row.Current = false
			row.Date = d.Date
		}
	}
	f.of[d.ID] = merge(old, b.Reading.Claims, d.TextSHA256)
	if err := f.shade(d.ID); err != nil {
		return err
	}
	if err := f.listDocument(d); err != nil {
		return err
	}
	f.changed.Documents = append(f.changed.Documents, d.ID)
	return store(f.tx, documentKey(d.ID), d)
}

// merge returns old and the ids of claims, each once.
func merge(old []entente.ClaimID, claims []entente.Claim, text string) []entente.ClaimID {
	all := append([]entente.ClaimID(nil), old...)
	seen := map[entente.ClaimID]bool{}
	for _, id := range old {
		seen[id] = true
	}
	for _, c := range claims {
		if id := ledger.ClaimID(text, c); !seen[id] {
			seen[id] = true
			all = append(all, id)
		}
	}
	return all
}

func (f *fold) marked(e entente.Entry, b entente.Marked) error {
	d, err := f.document(b.Document)
	if err != nil {
		return err
	}
	if err := store(f.tx, markKey(b.TextSHA256, e.Seq), passage{b.Passage.Span, b.Mark}); err != nil {
		return err
	}
	ids, err := f.claimsOf(d.ID)
	if err != nil {
		return err
	}
	for _, id := range ids {
		row, err := f.claim(id)
		if err != nil {
			return err
		}
		if row.TextSHA256 == b.TextSHA256 && covers(b.Passage.Span, row.Claim) {
			row.Marks = addOnce(row.Marks, b.Mark)
			f.touched[id] = true
		}
	}
	return nil
}

func addOnce[T comparable](list []T, item T) []T {
	for _, x := range list {
		if x == item {
			return list
		}
	}
	return append(list, item)
}
