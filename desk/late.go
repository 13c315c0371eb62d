package desk

import (
	"math"

	"entente"
	"entente/edtf"
	"entente/projection"
)

// A lateMatter is a matter in the agenda of a relation of which more came to
// be known after the day that is asked for.
type lateMatter struct {
	*Matter
	rel  entente.Relation
	asOf edtf.Day
}

// manyLate is how many of them are read together: rows cost half of what they
// do one by one.
const manyLate = 512

// lateItems returns the lines of matters as they were known.
func lateItems(view Snapshot, list []lateMatter) ([]DueItem, error) {
	if err := readSpent(view, list); err != nil {
		return nil, err
	}
	list, err := wereDue(view, list)
	if err != nil {
		return nil, err
	}
	f := follower{view: view, docs: map[entente.DocumentID]*Document{}}
	var ids []entente.ClaimID
	for _, m := range list {
		ids = append(ids, m.Claims...)
	}
	if err := f.claimsAhead(ids); err != nil {
		return nil, err
	}
	for _, c := range f.rows { // of the documents the day alone is asked for
		f.docs[c.Document] = &Document{ID: c.Document, Date: c.Date}
	}
	var items []DueItem
	for _, m := range list {
		f.asOf = m.asOf
		known, d, err := f.dated(m.Matter)
		if err != nil {
			return nil, err
		}
		if known != nil {
			items = append(items, d.items(known, m.rel, m.asOf)...)
		}
	}
	return items, nil
}

// readSpent reads the matters of which there is the id alone.
func readSpent(view Snapshot, list []lateMatter) error {
	var ids []entente.ClaimID
	for _, m := range list {
		if len(m.Claims) == 0 {
			ids = append(ids, m.ID)
		}
	}
	matters, err := projection.SomeMatters(view, ids)
	if err != nil {
		return err
	}
	for i, m := range list {
		if len(m.Claims) == 0 {
			list[i].Matter, matters = matters[0], matters[1:]
		}
	}
	return nil
}

// wereDue leaves out what was not due, as most of what is known in part. Of
// agreements and undertakings their courses alone tell.
func wereDue(view Snapshot, list []lateMatter) ([]lateMatter, error) {
	var keys []string
	tells := func(m lateMatter) bool { return m.Kind != entente.Contact && m.Note == nil }
	for _, m := range list {
		if tells(m) {
			keys = append(keys, courseOf(m.rel, m.Matter))
		}
	}
	rows, err := view.Rows(keys)
	if err != nil {
		return nil, err
	}
	var due []lateMatter
	for _, m := range list {
		if tells(m) {
			key := courseOf(m.rel, m.Matter)
			var c course
			if err := projection.Decode(rows[key], &c, courseRow); err != nil {
				return nil, corruptRow(key, err)
			}
			if !c.due(known{until: math.MaxInt64, asOf: m.asOf}, m.Kind) {
				continue
			}
		}
		due = append(due, m)
	}
	return due, nil
}

// dated returns a matter as it was known on the day, nil if it was not, and
// its dates.
func (f *follower) dated(m *Matter) (*Matter, dated, error) {
	if m.Kind == entente.Contact {
		known, err := f.known(m)
		if known == nil || err != nil {
			return nil, dated{}, err
		}
		return known, datedOf(known, nil), nil
	}
	one, err := f.follow(m)
	if err != nil || len(one.Claims) == 0 {
		return nil, dated{}, err
	}
	d := dated{}
	if one.Note != nil {
		d.Step = one.Note.Due
	}
	if o := one.Outcome(); !one.Due.IsZero() && o != entente.Kept && o != entente.Dropped {
		d.Due = one.Due.String()
	}
	return one.Matter, d, nil
}
