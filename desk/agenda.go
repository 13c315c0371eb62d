package desk

import (
	"cmp"
	"slices"
	"strings"

	"entente"
	"entente/edtf"
	"entente/followthrough"
	"entente/projection"
)

// The agenda is a view of what has a date: one row a matter and relation, so
// that a calendar reads what is in it and nothing else. What is spent, which
// was due once and is no more, stands apart: only a day past asks for it.

const (
	agendaKey = "agenda/" // + a relation, "/" and the id of a matter
	spentKey  = "spent/"
)

// A dated is the row of a matter in the agenda, as it stands once all of it is
// known.
type dated struct {
	First   edtf.Day // the day from which on anything is known of it; edtf.Latest: never
	Since   edtf.Day // the day from which on all of it is known; edtf.Latest: never, follow it
	Due     string   // EDTF; of the matter, "" for none or where it is kept or dropped
	Meeting string   // EDTF; of a contact that was neither held nor cancelled
	Step    string   // EDTF; of the next step
	Matter  string   // its row, so that a calendar of hundreds reads one stretch of rows; "" where it is spent
	ever    bool     // it has or had a date, and so is in the agenda
}

func datedRow(c *projection.Coder, d *dated) {
	projection.Number(c, &d.First)
	projection.Number(c, &d.Since)
	projection.Text(c, &d.Due)
	projection.Text(c, &d.Meeting)
	projection.Text(c, &d.Step)
	projection.Text(c, &d.Matter)
}

// putDates takes matters that changed into the agenda.
func putDates(tx Tx, changed []projection.ChangedMatter) error {
	for _, m := range changed {
		rows := map[string][]byte{}
		if m.Was != nil {
			for _, rel := range m.Was.Relations {
				rows[agendaKey+rel.String()+"/"+string(m.ID)] = nil
				rows[spentKey+rel.String()+"/"+string(m.ID)] = nil
			}
		}
		if m.Row != nil {
			d := datedOf(m.Row, m.Claims)
			if d.ever {
				prefix := spentKey
				if d.Due+d.Step+d.Meeting != "" || d.Since == edtf.Latest || len(m.Row.Relations) > 1 { // what one relation knows another may not yet
					prefix = agendaKey
					d.Matter = string(projection.Encode(m.Row, projection.MatterRow))
				}
				for _, rel := range m.Row.Relations {
					rows[prefix+rel.String()+"/"+string(m.ID)] = projection.Encode(&d, datedRow)
				}
			}
		}
		for key, value := range rows {
			if err := tx.Set(key, value); err != nil {
				return err
			}
		}
	}
	return nil
}

func datedOf(m *Matter, claims []*Claim) dated {
	d := dated{First: edtf.Latest}
	known := func(date string) (edtf.Day, bool) {
		on, ok := dayOf(date)
		if ok {
			d.Since = max(d.Since, on)
		} else {
			d.Since = edtf.Latest
		}
		return on, ok
	}
	one := &Following{Matter: m, Judged: m.Outcome}
	for _, c := range claims {
		if on, ok := known(c.Date); ok {
			d.First = min(d.First, on)
		}
		one.Claims = append(one.Claims, ClaimFile{c, &Document{ID: c.Document, Date: c.Date}})
	}
	if m.Note != nil {
		known(m.Note.On)
		d.Step, d.ever = m.Note.Due, m.Note.Due != ""
	}
	if m.Kind == entente.Contact {
		d.ever = d.ever || m.Date != ""
		if m.Stage != "held" && m.Stage != "cancelled" {
			d.Meeting = m.Date
		}
		return d
	}
	if m.Outcome != nil {
		known(m.Outcome.On)
	}
	steps := one.steps()
	if one.Judged != nil && one.newer() {
		one.Judged = nil
	}
	if one.Due.IsZero() {
		return d
	}
	d.ever = true
	// Whether it is kept or dropped its claims alone tell.
	one.Concluded = followthrough.Conclude(m.Kind, steps, nil, edtf.Latest, followthrough.DefaultHorizon)
	if o := one.Outcome(); o != entente.Kept && o != entente.Dropped {
		d.Due = one.Due.String()
	}
	return d
}

// agenda returns what is due, or overdue, of one relation, or of all for the
// zero Relation, each on the day that on says; of a matter that is not yet
// wholly known on it, what was known. past says that the day may come before
// what is known.
func (r *Register) agenda(view Snapshot, rel entente.Relation, past bool, on func(entente.Relation) (edtf.Day, error)) ([]DueItem, error) {
	under := ""
	if rel != (entente.Relation{}) {
		under = rel.String() + "/"
	}
	prefixes := []string{agendaKey}
	if past {
		prefixes = append(prefixes, spentKey)
	}
	var items []DueItem
	var late []lateMatter
	flush := func() error {
		some, err := lateItems(view, late)
		items, late = append(items, some...), late[:0]
		return err
	}
	for _, prefix := range prefixes {
		at, asOf := "", edtf.Earliest
		for row, err := range view.Scan(prefix+under, "") {
			if err != nil {
				return nil, err
			}
			var d dated
			if err := projection.Decode(row.Value, &d, datedRow); err != nil {
				return nil, corruptRow(row.Key, err)
			}
			of, id, _ := strings.Cut(strings.TrimPrefix(row.Key, prefix), "/")
			if of != at {
				at = of
				rel, _ = entente.ParseRelation(of)
				if asOf, err = on(rel); err != nil {
					return nil, err
				}
			}
			if d.First > asOf || d.Since <= asOf && d.Due+d.Step == "" && !d.comes(asOf) {
				continue
			}
			m, err := d.matter(row.Key, entente.ClaimID(id))
			if err != nil {
				return nil, err
			}
			if d.Since <= asOf { // what is spent never gets here
				items = append(items, d.items(m, rel, asOf)...)
				continue
			}
			if late = append(late, lateMatter{m, rel, asOf}); len(late) == manyLate {
				if err := flush(); err != nil {
					return nil, err
				}
			}
		}
	}
	return items, flush()
}

// matter returns the matter of a row; of what is spent its id alone.
func (d dated) matter(key string, id entente.ClaimID) (*Matter, error) {
	m := &Matter{ID: id}
	if d.Matter == "" {
		return m, nil
	}
	if err := projection.Decode([]byte(d.Matter), m, projection.MatterRow); err != nil {
		return nil, corruptRow(key, err)
	}
	return m, nil
}

// comes reports whether a contact is still to come.
func (d dated) comes(asOf edtf.Day) bool {
	on, err := edtf.Parse(d.Meeting)
	if err != nil || on.IsZero() {
		return false
	}
	first, last := on.Bounds()
	return last >= asOf && first != edtf.Earliest
}

// items returns the lines of a matter: its next step, and itself.
func (d dated) items(m *Matter, rel entente.Relation, asOf edtf.Day) []DueItem {
	var items []DueItem
	add := func(date, next string) {
		on, err := edtf.Parse(date)
		if err != nil || on.IsZero() {
			return
		}
		_, last := on.Bounds()
		items = append(items, DueItem{on, last < asOf, next, m, rel})
	}
	if m.Note != nil {
		add(d.Step, cmp.Or(m.Note.Next, m.Note.Note))
	}
	add(d.Due, "")
	if d.comes(asOf) {
		add(d.Meeting, "")
	}
	return items
}

// inAgendaOrder sorts what is due: starred matters first, then by date.
func inAgendaOrder(items []DueItem) {
	slices.SortStableFunc(items, func(a, b DueItem) int {
		return cmp.Or(-cmp.Compare(starred(a.Matter), starred(b.Matter)), edtf.Compare(a.Date, b.Date),
			cmp.Compare(a.Relation.String(), b.Relation.String()), cmp.Compare(a.Matter.ID, b.Matter.ID))
	})
}
