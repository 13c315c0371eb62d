package projection

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"entente"
	"entente/ledger"
)

// Changed names what entries changed, for views that are kept elsewhere, such
// as the index of search.
type Changed struct {
	Documents []entente.DocumentID // whose text is new
	Claims    []ChangedClaim       // that are new, gone or say something else
	Matters   []ChangedMatter      // that are new, gone or made again
}

// A ChangedClaim is a claim that changed; Row is nil if it is gone.
type ChangedClaim struct {
	ID  entente.ClaimID
	Row *Claim
}

// A ChangedMatter is a matter that changed, with its claims in its order; Row
// is nil if it is gone, Was if it is new.
type ChangedMatter struct {
	ID       entente.ClaimID
	Was, Row *Matter
	Claims   []*Claim
}

// Apply folds entries into the views, in order and all at once: what they
// touch is read and written once. The rows are the same as if each were
// folded alone. It fails on a row that cannot be read or written, and with
// entente.ErrNotFound for a judgement on a claim that no entry before it made.
func Apply(tx Tx, entries ...entente.Entry) (Changed, error) {
	f := newFold(tx)
	var judged []entente.ClaimID
	for _, e := range entries {
		if j, ok := e.Body.(entente.Judgement); ok && j.Other != "" {
			judged = append(judged, j.Subject, j.Other)
		}
	}
	if err := f.readAhead(judged, nil); err != nil {
		return f.changed, err
	}
	var docs []entente.DocumentID
	for _, id := range judged {
		if row := f.claims[id]; row != nil {
			docs = append(docs, row.Document)
		}
	}
	if err := f.readAhead(nil, docs); err != nil {
		return f.changed, err
	}
	for _, e := range entries {
		err := f.apply(e)
		if err == nil {
			err = f.log(e)
		}
		if err != nil {
			return f.changed, fmt.Errorf("apply entry %d: %w", e.Seq, err)
		}
	}
	if len(entries) > 0 {
		if err := f.flush(); err != nil {
			return f.changed, fmt.Errorf("apply entries to %d: %w", entries[len(entries)-1].Seq, err)
		}
	}
	return f.changed, nil
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
		return store(f.tx, horizonKey(b.Relation), &Horizon{b.Months, e.By, e.Recorded.Format(time.DateOnly), e.ID}, horizonRow)
	}
	return fmt.Errorf("a body of type %T: %w", e.Body, entente.ErrInvalid)
}

// A fold is the work of one run of entries: rows are read once, changed here,
// and written at the end in the order of their ids.
type fold struct {
	tx        Tx
	docs      map[entente.DocumentID]*Document
	was       map[entente.DocumentID]filing // where those documents stand in the lists
	claims    map[entente.ClaimID]*Claim    // nil: no such row
	linked    map[entente.ClaimID][]linked
	of        map[entente.DocumentID][]entente.ClaimID // by document, in the order of the text
	passages  map[string][]passage                     // marked ones, by text
	parties   map[string]*partyRow
	relations map[entente.Relation]*Relation
	logged    map[entente.Seq]*Logged                     // to be written
	firsts    map[entente.DocumentID]map[entente.Seq]bool // the entries that read claims first which a later reading may lack
	summary   *Summary
	grouped   map[entente.DocumentID]bool // documents whose claims are in things
	things    map[thing][]entente.ClaimID

	wrote   map[entente.DocumentID]bool // documents to be written
	counts  map[entente.DocumentID]bool // documents whose claims to review are counted again
	pairsOf map[entente.ClaimID]bool    // claims whose pairs are to be written
	touched map[entente.ClaimID]bool    // claims to be written, and whose matters are made again
	said    map[entente.ClaimID]bool    // touched ones that say something else now, or no longer count
	changed Changed
}

func newFold(tx Tx) *fold {
	return &fold{
		tx:        tx,
		docs:      map[entente.DocumentID]*Document{},
		was:       map[entente.DocumentID]filing{},
		claims:    map[entente.ClaimID]*Claim{},
		linked:    map[entente.ClaimID][]linked{},
		of:        map[entente.DocumentID][]entente.ClaimID{},
		passages:  map[string][]passage{},
		parties:   map[string]*partyRow{},
		relations: map[entente.Relation]*Relation{},
		logged:    map[entente.Seq]*Logged{},
		firsts:    map[entente.DocumentID]map[entente.Seq]bool{},
		grouped:   map[entente.DocumentID]bool{},
		things:    map[thing][]entente.ClaimID{},
		wrote:     map[entente.DocumentID]bool{},
		counts:    map[entente.DocumentID]bool{},
		pairsOf:   map[entente.ClaimID]bool{},
		touched:   map[entente.ClaimID]bool{},
		said:      map[entente.ClaimID]bool{},
	}
}

func (f *fold) received(e entente.Entry, b entente.Received) error {
	d := &Document{ID: b.Document.ID, Name: b.Document.Name, MediaType: b.Document.MediaType, Bytes: b.Document.Bytes,
		Number: b.Number, On: b.On, By: e.By, Mark: e.Mark, Unread: b.Unread, Entered: e.Seq}
	f.docs[d.ID], f.wrote[d.ID], f.of[d.ID] = d, true, nil
	return f.tx.Set(numberKey(b.Number), []byte(d.ID))
}

func (f *fold) read(e entente.Entry, b entente.Read) error {
	d, err := f.document(b.Document.ID)
	if err != nil {
		return err
	}
	if err := f.mentioned(d, b.Reading); err != nil {
		return err
	}
	envelope(d, b)
	d.Read = e.Seq
	d.Relations = relations(b.Reading)
	d.Claims = 0
	old, err := f.claimsOf(d.ID)
	if err != nil {
		return err
	}
	before := map[place]entente.Seq{} // words that were read before are not new
	if f.firsts[d.ID] == nil {
		f.firsts[d.ID] = map[entente.Seq]bool{}
	}
	for _, id := range old {
		row, err := f.claim(id)
		if err != nil {
			return err
		}
		if at, ok := before[placeOf(row)]; !ok || row.First < at {
			before[placeOf(row)] = row.First
		}
		if row.Hand == "" {
			f.firsts[d.ID][row.First] = true
		}
	}
	all, fresh := slices.Clone(old), map[entente.ClaimID]bool{}
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
		if row == nil || !row.kept() {
			again := &Claim{ID: id, Document: d.ID, First: e.Seq}
			if row != nil {
				again.Matter = row.Matter // the one to be made again
			}
			row = again
			if at, ok := before[place{c.Kind, d.TextSHA256, c.Span}]; ok {
				row.First = at
			}
			f.claims[id] = row
			all = append(all, id)
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
		row := f.claims[id]
		f.touched[id], f.said[id] = true, true
		if !fresh[id] {
			row.Current = false
			row.Date = d.Date
		}
	}
	f.inOrder(all)
	f.of[d.ID] = all
	if err := f.shade(d.ID); err != nil {
		return err
	}
	f.of[d.ID] = slices.DeleteFunc(all, func(id entente.ClaimID) bool { return !f.claims[id].kept() })
	f.wrote[d.ID], f.counts[d.ID] = true, true
	f.changed.Documents = addOnce(f.changed.Documents, d.ID)
	return nil
}

// inOrder sorts claims of one document, which were loaded, by their place in
// the text.
func (f *fold) inOrder(ids []entente.ClaimID) {
	slices.SortFunc(ids, func(a, b entente.ClaimID) int {
		return cmp.Or(cmp.Compare(f.claims[a].Claim.Start, f.claims[b].Claim.Start), cmp.Compare(a, b))
	})
}

func (f *fold) marked(e entente.Entry, b entente.Marked) error {
	d, err := f.document(b.Document)
	if err != nil {
		return err
	}
	marked, err := f.passagesOf(b.TextSHA256)
	if err != nil {
		return err
	}
	marked = append(marked, passage{b.Passage.Span, b.Mark})
	f.passages[b.TextSHA256] = marked
	if err := store(f.tx, marksKey(b.TextSHA256), &marked, passagesRow); err != nil {
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

// addName is addOnce for names as they are printed: capitals make no other
// name, and the one with fewer of them stays.
func addName(names []string, name string) []string {
	for i, x := range names {
		if strings.EqualFold(x, name) {
			if capitals(name) < capitals(x) {
				names[i] = name
			}
			return names
		}
	}
	return append(names, name)
}

func capitals(s string) (n int) {
	for _, c := range s {
		if unicode.IsUpper(c) {
			n++
		}
	}
	return n
}
