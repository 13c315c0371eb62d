package projection

import (
	"fmt"

	"entente"
)

// A listing is one line of the lists by kind and date; relation is "" for the
// list of all.
type listing struct{ relation, what, date, id string }

func (m *Matter) listings(into map[listing]bool) {
	into[listing{"", string(m.Kind), m.date(), string(m.ID)}] = true
	for _, r := range m.Relations {
		into[listing{r.String(), string(m.Kind), m.date(), string(m.ID)}] = true
	}
}

// A filing is where a document stands in the lists.
type filing struct {
	lists map[listing]bool
	inbox string // its place there, behind the state
	state State
}

func filingOf(d *Document) filing {
	lists := map[listing]bool{{"", "document", d.Date, Hex(d.ID)}: true}
	for _, r := range d.Relations {
		lists[listing{r.Relation.String(), "document", d.Date, Hex(d.ID)}] = true
	}
	return filing{lists, newestFirst(d), d.State()}
}

// file moves a document from where it stood in the lists to where it stands.
func (f *fold) file(d *Document) error {
	was, is := f.was[d.ID], filingOf(d)
	f.was[d.ID] = is
	if err := f.move(was.lists, is.lists); err != nil {
		return err
	}
	if was.inbox == is.inbox && was.state == is.state {
		return nil
	}
	if f.summary == nil {
		var err error
		if f.summary, err = summaryOf(f.tx); err != nil {
			return err
		}
	}
	if was.inbox != "" {
		f.summary.count(was.state, -1)
		for _, state := range []State{"", was.state} {
			if err := f.tx.Set(inboxKey(state)+was.inbox, nil); err != nil {
				return err
			}
		}
	}
	f.summary.count(is.state, 1)
	for _, state := range []State{"", is.state} {
		if err := f.tx.Set(inboxKey(state)+is.inbox, []byte(Hex(d.ID))); err != nil {
			return err
		}
	}
	return nil
}

// newestFirst returns the key of a document in the inbox: the latest day of
// receipt comes first, then the latest date, then the highest number.
func newestFirst(d *Document) string {
	key := []byte(fmt.Sprintf("%s/%-10.10s/%07d/", d.On, day(d.Date), d.Number.N))
	for i, b := range key {
		switch {
		case '0' <= b && b <= '9':
			key[i] = '0' + '9' - b
		case b == ' ':
			key[i] = '~' // a year alone comes after its days
		}
	}
	return string(key) + Hex(d.ID)
}

// replace takes away the matters that were and files those that are; what
// stays in its place in the lists is left there.
func (f *fold) replace(gone map[entente.ClaimID]*Matter, fresh []ChangedMatter) error {
	before, after := map[listing]bool{}, map[listing]bool{}
	there := map[entente.ClaimID]bool{}
	for _, m := range fresh {
		m.Row.listings(after)
		there[m.ID] = true
		if err := store(f.tx, matterKey(m.ID), m.Row, MatterRow); err != nil {
			return err
		}
	}
	f.changed.Matters = fresh
	for id, m := range gone {
		m.listings(before)
		if there[id] {
			continue
		}
		if err := f.tx.Set(matterKey(id), nil); err != nil {
			return err
		}
		f.changed.Matters = append(f.changed.Matters, ChangedMatter{ID: id, Was: m})
	}
	return f.move(before, after)
}

// move takes lines out of the lists and puts others in.
func (f *fold) move(before, after map[listing]bool) error {
	for l := range before {
		if !after[l] {
			if err := f.list(l, -1); err != nil {
				return err
			}
		}
	}
	for l := range after {
		if !before[l] {
			if err := f.list(l, 1); err != nil {
				return err
			}
		}
	}
	return nil
}

// list puts a line in (step 1) or takes it out (-1) and counts it in its
// relation. It is called once for each that comes or goes.
func (f *fold) list(l listing, step int) error {
	var value []byte
	if step > 0 {
		value = []byte(l.id)
	}
	if err := f.tx.Set(datedKey(l.relation, l.what, l.date, l.id), value); err != nil || l.relation == "" {
		return err
	}
	r, _ := entente.ParseRelation(l.relation)
	row, err := f.relation(r)
	if err != nil {
		return err
	}
	switch entente.Kind(l.what) {
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
