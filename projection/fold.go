package projection

import (
	"fmt"
	"maps"
	"slices"

	"entente"
)

// document returns the row of a document that must be there.
func (f *fold) document(id entente.DocumentID) (*Document, error) {
	if d := f.docs[id]; d != nil {
		return d, nil
	}
	d, err := load(f.tx, documentKey(id), documentRow)
	if err == nil && d == nil {
		err = fmt.Errorf("document %s: %w", id, entente.ErrNotFound)
	}
	if err == nil {
		f.docs[id], f.was[id] = d, filingOf(d)
	}
	return d, err
}

// claim returns the row of a claim, nil if there is none.
func (f *fold) claim(id entente.ClaimID) (*Claim, error) {
	if row, ok := f.claims[id]; ok {
		return row, nil
	}
	row, err := load(f.tx, claimKey(id), claimRow)
	if err == nil {
		f.claims[id] = row
	}
	return row, err
}

// claimsOf returns the ids of the claims of a document, in the order of the
// text.
func (f *fold) claimsOf(id entente.DocumentID) ([]entente.ClaimID, error) {
	if ids, ok := f.of[id]; ok {
		return ids, nil
	}
	ids, err := idsOf(f.tx, id)
	if err == nil {
		f.of[id] = ids
	}
	return ids, err
}

type linked struct {
	other entente.ClaimID
	live  bool // the other counts; set by inherited
	Pair
	under []Pair // what stood before it, the latest last
}

// pairs returns what is held of a claim and others, by the other's id.
func (f *fold) pairs(id entente.ClaimID) ([]linked, error) {
	if pairs, ok := f.linked[id]; ok {
		return pairs, nil
	}
	row, err := f.claim(id)
	if err != nil || row == nil || !row.Paired {
		return nil, err
	}
	pairs, err := linkedTo(f.tx, id)
	if err == nil {
		f.linked[id] = pairs
	}
	return pairs, err
}

// inherited returns what is held of a claim, and was of those whose heir it
// is, and others; where the other has an heir, that stands in its place. The
// latest of several on one other counts.
func (f *fold) inherited(row *Claim) ([]linked, error) {
	var all []linked
	for _, id := range append([]entente.ClaimID{row.ID}, row.After...) {
		pairs, err := f.pairs(id)
		if err != nil {
			return nil, err
		}
		for _, p := range pairs {
			if p.Verdict == "" {
				continue
			}
			other, err := f.claim(p.other)
			if err != nil {
				return nil, err
			}
			if other != nil && other.Heir != "" {
				p.other = other.Heir
				if other, err = f.claim(p.other); err != nil {
					return nil, err
				}
			}
			p.live = other != nil && other.Live()
			all = latest(all, p)
		}
	}
	return all, nil
}

// latest puts what is held of a pair in the place of what was before.
func latest(all []linked, p linked) []linked {
	for i, old := range all {
		if old.other == p.other {
			if old.Seq < p.Seq {
				all[i] = p
			}
			return all
		}
	}
	return append(all, p)
}

// flush makes the matters of all touched claims again and writes every row
// that changed.
func (f *fold) flush() error {
	if err := f.matters(); err != nil {
		return err
	}
	ids := slices.Sorted(maps.Keys(f.touched))
	for _, id := range ids {
		row := f.claims[id]
		if row == nil {
			continue
		}
		var value []byte
		if row.kept() {
			value = Encode(row, claimRow)
		}
		if err := f.tx.Set(claimKey(id), value); err != nil {
			return err
		}
		if f.said[id] {
			f.counts[row.Document] = true
			c := ChangedClaim{ID: id}
			if value != nil {
				c.Row = row
			}
			f.changed.Claims = append(f.changed.Claims, c)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(f.pairsOf)) {
		pairs := f.linked[id]
		if err := store(f.tx, pairsKey(id), &pairs, pairsRow); err != nil {
			return err
		}
	}
	if err := f.documents(); err != nil {
		return err
	}
	if err := f.countParties(); err != nil {
		return err
	}
	if err := f.writeLog(); err != nil {
		return err
	}
	return f.countRelations()
}

// kept reports whether a claim keeps its row: it is read, or something is or
// was held of it.
func (c *Claim) kept() bool {
	return c.Current || c.Held || c.Paired || c.Judgement != "" || c.Outcome != nil || c.Note != nil
}

// documents writes the documents that changed and files them in the lists.
func (f *fold) documents() error {
	for _, id := range slices.Sorted(maps.Keys(f.counts)) {
		if err := f.countClaims(id); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(f.wrote)) {
		d := f.docs[id]
		if err := store(f.tx, documentKey(id), d, documentRow); err != nil {
			return err
		}
		if err := f.file(d); err != nil {
			return err
		}
		of := f.of[id]
		if len(of) == 0 && d.Read == 0 {
			continue
		}
		if err := store(f.tx, ofKey(id), &of, idsRow); err != nil {
			return err
		}
	}
	return nil
}

// countClaims counts the claims of a document that wait for a person, and
// those that were judged.
func (f *fold) countClaims(id entente.DocumentID) error {
	d, err := f.document(id)
	if err != nil {
		return err
	}
	ids, err := f.claimsOf(id)
	if err != nil {
		return err
	}
	waiting, judged := 0, 0
	var shown []string
	for _, id := range ids {
		row, err := f.claim(id)
		if err != nil {
			return err
		}
		if !row.Current && !row.Held || row.Behind != "" {
			continue
		}
		shown = addOnce(shown, shows(row.Claim.Kind, row.Verdict))
		if row.Verdict == "" {
			waiting++
		} else {
			judged++
		}
	}
	slices.Sort(shown)
	if d.Waiting != waiting || d.Judged != judged || !slices.Equal(d.Shown, shown) {
		d.Waiting, d.Judged, d.Shown = waiting, judged, shown
		f.wrote[id] = true
	}
	return f.countFresh(ids, f.firsts[id])
}

// relation returns the row of a relation, which will be written.
func (f *fold) relation(r entente.Relation) (*Relation, error) {
	if row := f.relations[r]; row != nil {
		return row, nil
	}
	row, err := load(f.tx, relationKey(r), relationRow)
	if row == nil {
		row = &Relation{Relation: r}
	}
	f.relations[r] = row
	return row, err
}

// countRelations writes the relations, and the whole, whose numbers changed.
func (f *fold) countRelations() error {
	for r, row := range f.relations {
		var value []byte
		if row.Documents+row.Contacts+row.Agreements+row.Undertakings > 0 {
			value = Encode(row, relationRow)
		}
		if err := f.tx.Set(relationKey(r), value); err != nil {
			return err
		}
	}
	if f.summary == nil {
		return nil
	}
	return store(f.tx, summaryKey, f.summary, summaryRow)
}
