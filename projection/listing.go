package projection

import (
	"cmp"
	"fmt"
	"strings"

	"entente"
)

// A listing is one line of the lists by kind and date; relation is "" for the
// list of all, and more stands behind the id.
type listing struct{ relation, what, date, id, more string }

// The lists of documents and matters, by what they hold; those of chosen ones
// hold a word more.
const (
	listDocuments = "document"
	listStarred   = "starred "
	listDoubted   = "doubted "
)

// shows names the list of the documents which show a claim of a kind of which
// a verdict stands, "" being none.
func shows(kind entente.Kind, verdict entente.Verdict) string {
	return string(kind) + " " + string(cmp.Or(verdict, Waiting))
}

// Waiting stands for no verdict where lists are limited to one.
const Waiting entente.Verdict = "waiting"

func (m *Matter) listings(into map[listing]bool) {
	names := []string{string(m.Kind)}
	if m.Note != nil && m.Note.Starred {
		names = append(names, listStarred+string(m.Kind))
	}
	if len(m.Doubts) > 0 {
		names = append(names, listDoubted+string(m.Kind))
	}
	for _, name := range names {
		into[listing{"", name, m.date(), string(m.ID), ""}] = true
		for _, r := range m.Relations {
			into[listing{r.String(), name, m.date(), string(m.ID), ""}] = true
		}
	}
}

// A filing is where a document stands in the lists.
type filing struct {
	lists  map[listing]bool
	inbox  map[string]bool // the keys of its places there
	state  State
	reader string // of Summary.ByReader; "" while nothing read it
}

func filingOf(d *Document) filing {
	f := filing{lists: map[listing]bool{}, inbox: map[string]bool{}, state: d.State()}
	if d.Read > 0 {
		f.reader = ReaderOf(d.Language, d.Packs)
	}
	of := []entente.Relation{{}}
	for _, r := range d.Relations {
		of = append(of, r.Relation)
	}
	place := newestFirst(d)
	for _, r := range of {
		f.lists[listing{r.String(), listDocuments, d.Date, Hex(d.ID), datedPart(d)}] = true
		for _, name := range d.Shown {
			f.lists[listing{r.String(), name, d.Date, Hex(d.ID), ""}] = true
		}
		for _, state := range []State{"", f.state} {
			f.inbox[inboxKey(r, state)+place] = true
		}
	}
	return f
}

// file moves a document from where it stood in the lists to where it stands.
func (f *fold) file(d *Document) error {
	was, is := f.was[d.ID], filingOf(d)
	f.was[d.ID] = is
	if err := f.move(was.lists, is.lists); err != nil {
		return err
	}
	for key := range was.inbox {
		if !is.inbox[key] {
			if err := f.tx.Set(key, nil); err != nil {
				return err
			}
		}
	}
	for key := range is.inbox {
		if !was.inbox[key] {
			if err := f.tx.Set(key, []byte(Hex(d.ID))); err != nil {
				return err
			}
		}
	}
	if was.state == is.state && was.reader == is.reader {
		return nil
	}
	if f.summary == nil {
		var err error
		if f.summary, err = summaryOf(f.tx); err != nil {
			return err
		}
	}
	if was.lists != nil {
		f.summary.count(was, -1)
	}
	f.summary.count(is, 1)
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
		value = []byte(l.id + l.more)
	}
	if err := f.tx.Set(datedKey(l.relation, l.what, l.date, l.id), value); err != nil || l.relation == "" || strings.Contains(l.what, " ") {
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
	case listDocuments:
		row.Documents += step
	}
	return nil
}
