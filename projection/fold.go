package projection

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"entente"
)

// document returns the row of a document that must be there.
func (f *fold) document(id entente.DocumentID) (*Document, error) {
	if d := f.docs[id]; d != nil {
		return d, nil
	}
	d, err := load[Document](f.tx, documentKey(id))
	if err == nil && d == nil {
		err = fmt.Errorf("document %s: %w", id, entente.ErrNotFound)
	}
	if err == nil {
		f.docs[id] = d
	}
	return d, err
}

// claim returns the row of a claim, nil if there is none.
func (f *fold) claim(id entente.ClaimID) (*Claim, error) {
	if row, ok := f.claims[id]; ok {
		return row, nil
	}
	row, err := load[Claim](f.tx, claimKey(id))
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
	ids := []entente.ClaimID{}
	for row, err := range f.tx.Scan("of/"+Hex(id)+"/", "") {
		if err != nil {
			return nil, err
		}
		ids = append(ids, entente.ClaimID(row.Value))
	}
	f.of[id] = ids
	return ids, nil
}

type linked struct {
	other entente.ClaimID
	live  bool // the other counts; set by inherited
	Pair
}

// pairs returns what is held of a claim and others, by the other's id.
func (f *fold) pairs(id entente.ClaimID) ([]linked, error) {
	if pairs, ok := f.linked[id]; ok {
		return pairs, nil
	}
	row, err := f.claim(id)
	if err != nil {
		return nil, err
	}
	if row == nil || !row.Paired {
		return nil, nil
	}
	var pairs []linked
	prefix := "pair/" + string(id) + "/"
	for row, err := range f.tx.Scan(prefix, "") {
		if err != nil {
			return nil, err
		}
		p, err := parse[Pair](row)
		if err != nil {
			return nil, err
		}
		pairs = append(pairs, linked{other: entente.ClaimID(strings.TrimPrefix(row.Key, prefix)), Pair: *p})
	}
	f.linked[id] = pairs
	return pairs, nil
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
	if err := f.countRelations(); err != nil {
		return err
	}
	ids := slices.Sorted(maps.Keys(f.touched))
	for _, id := range ids {
		row := f.claims[id]
		if row == nil {
			continue
		}
		key := ofKey(row.Document, row.Claim.Start, id)
		var err error
		if row.kept() {
			if err = store(f.tx, claimKey(id), row); err == nil {
				err = f.tx.Set(key, []byte(id))
			}
		} else if err = f.tx.Set(claimKey(id), nil); err == nil {
			err = f.tx.Set(key, nil)
		}
		if err != nil {
			return err
		}
	}
	for _, id := range ids {
		if !f.said[id] {
			continue
		}
		c := ChangedClaim{ID: id}
		if row := f.claims[id]; row != nil && row.kept() {
			c.Row = row
		}
		f.changed.Claims = append(f.changed.Claims, c)
	}
	return nil
}

// kept reports whether a claim keeps its row: it is read, or something is or
// was held of it.
func (c *Claim) kept() bool {
	return c.Current || c.Held || c.Paired || c.Judgement != "" || c.Outcome != nil || c.Note != nil
}

// list files something under its kind and date, or takes it away, and counts
// it in its relation. It is called once for each that comes or goes.
func (f *fold) list(relation, what, date, id string, in bool) error {
	key := datedKey(relation, what, date, id)
	step, value := 1, []byte(id)
	if !in {
		step, value = -1, nil
	}
	if err := f.tx.Set(key, value); err != nil || relation == "" {
		return err
	}
	r, _ := entente.ParseRelation(relation)
	row := f.relations[r]
	if row == nil {
		var err error
		if row, err = load[Relation](f.tx, relationKey(r)); err != nil {
			return err
		}
		if row == nil {
			row = &Relation{Relation: r}
		}
		f.relations[r] = row
	}
	switch entente.Kind(what) {
	case entente.Contact:
		row.Contacts += step
	case entente.Agreement:
		row.Agreements += step
	case entente.Undertaking:
		row.Undertakings += step
	default:
		row.Documents += step
	}
	return nil
}

// countRelations writes the relations whose numbers changed.
func (f *fold) countRelations() error {
	for r, row := range f.relations {
		var err error
		if row.Documents+row.Contacts+row.Agreements+row.Undertakings == 0 {
			err = f.tx.Set(relationKey(r), nil)
		} else {
			err = store(f.tx, relationKey(r), row)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (f *fold) listDocument(d *Document) error {
	if err := f.list("", "document", d.Date, Hex(d.ID), true); err != nil {
		return err
	}
	for _, r := range d.Relations {
		if err := f.list(r.Relation.String(), "document", d.Date, Hex(d.ID), true); err != nil {
			return err
		}
	}
	return nil
}

// unlist takes a document out of the lists before its date or relations
// change.
func (f *fold) unlist(d *Document) error {
	if err := f.list("", "document", d.Date, Hex(d.ID), false); err != nil {
		return err
	}
	for _, r := range d.Relations {
		if err := f.list(r.Relation.String(), "document", d.Date, Hex(d.ID), false); err != nil {
			return err
		}
	}
	return nil
}
