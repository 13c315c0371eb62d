package projection

import (
	"cmp"
	"slices"
	"strings"

	"entente"
)

// matters makes again every matter that a touched claim was or is part of.
// Two claims are about one matter if one reading says so (the same kind and
// About in one document) or a judgement does; what is joined is the closure
// of these, minus the pairs held to be different.
func (f *fold) matters() error {
	var queue []entente.ClaimID
	for id := range f.touched {
		queue = append(queue, id)
	}
	slices.Sort(queue)
	gone := map[entente.ClaimID]*Matter{}
	for i := 0; i < len(queue); i++ { // grows: a matter brings its other claims
		row, err := f.claim(queue[i])
		if err != nil {
			return err
		}
		if row == nil || row.Matter == "" || gone[row.Matter] != nil {
			continue
		}
		m, err := load(f.tx, matterKey(row.Matter), MatterRow)
		if err != nil {
			return err
		}
		if m == nil {
			continue
		}
		gone[m.ID] = m
		if err := f.readAhead(m.Claims, m.Documents); err != nil {
			return err
		}
		for _, id := range m.Claims {
			if !f.touched[id] {
				f.touched[id] = true
				queue = append(queue, id)
			}
		}
	}
	var fresh []ChangedMatter
	seen := map[entente.ClaimID]bool{}
	for _, id := range queue {
		if seen[id] {
			continue
		}
		rows, err := f.component(id, seen, gone)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			continue
		}
		m, err := f.matter(rows)
		if err != nil {
			return err
		}
		fresh = append(fresh, ChangedMatter{m.ID, gone[m.ID], m, rows})
	}
	return f.replace(gone, fresh)
}

// component returns the live claims that id is joined with, itself included,
// and adds the matters that they were part of to gone. It is empty for a
// claim that does not stand.
func (f *fold) component(id entente.ClaimID, seen map[entente.ClaimID]bool, gone map[entente.ClaimID]*Matter) ([]*Claim, error) {
	var rows []*Claim
	queue := []entente.ClaimID{id}
	seen[id] = true
	for len(queue) > 0 {
		row, err := f.claim(queue[0])
		queue = queue[1:]
		if err != nil {
			return nil, err
		}
		if row == nil {
			continue
		}
		if row.Matter != "" && gone[row.Matter] == nil {
			m, err := load(f.tx, matterKey(row.Matter), MatterRow)
			if err != nil {
				return nil, err
			}
			if m != nil {
				gone[m.ID] = m
			}
		}
		f.touched[row.ID] = true
		if row.Heir != "" && !seen[row.Heir] {
			seen[row.Heir] = true
			queue = append(queue, row.Heir)
		}
		if !row.Live() {
			if row.Heir == "" {
				row.Matter = ""
			}
			continue
		}
		row.Matter = ""
		rows = append(rows, row)
		next, err := f.neighbours(row)
		if err != nil {
			return nil, err
		}
		for _, n := range next {
			if !seen[n] {
				seen[n] = true
				queue = append(queue, n)
			}
		}
	}
	return rows, nil
}

// neighbours returns the live claims that row is joined with directly.
func (f *fold) neighbours(row *Claim) ([]entente.ClaimID, error) {
	pairs, err := f.inherited(row)
	if err != nil {
		return nil, err
	}
	apart := map[entente.ClaimID]bool{}
	var next []entente.ClaimID
	for _, p := range pairs {
		switch {
		case p.Verdict == entente.Same && p.live:
			next = append(next, p.other)
		case p.Verdict == entente.Different:
			apart[p.other] = true
		}
	}
	if row.About == "" {
		return next, nil
	}
	siblings, err := f.siblings(row)
	if err != nil {
		return nil, err
	}
	for _, id := range siblings {
		if id != row.ID && !apart[id] {
			next = append(next, id)
		}
	}
	return next, nil
}

// matter makes the row of one matter from its claims.
func (f *fold) matter(rows []*Claim) (*Matter, error) {
	first := slices.MinFunc(rows, func(a, b *Claim) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Claim.Start, b.Claim.Start), cmp.Compare(a.ID, b.ID))
	})
	entered := map[entente.DocumentID]entente.Seq{}
	for _, row := range rows {
		if at, ok := entered[row.Document]; !ok || row.First < at {
			entered[row.Document] = row.First
		}
	}
	slices.SortFunc(rows, func(a, b *Claim) int {
		return cmp.Or(cmp.Compare(day(a.Date), day(b.Date)), cmp.Compare(entered[a.Document], entered[b.Document]), cmp.Compare(a.Claim.Start, b.Claim.Start), cmp.Compare(a.ID, b.ID))
	})
	m := &Matter{ID: first.ID, Kind: first.Claim.Kind}
	in := map[entente.ClaimID]bool{}
	for _, row := range rows {
		in[row.ID] = true
	}
	for _, row := range rows {
		row.Matter = m.ID
		m.Claims = append(m.Claims, row.ID)
		m.add(row)
		d, err := f.document(row.Document)
		if err != nil {
			return nil, err
		}
		m.Documents = addOnce(m.Documents, row.Document)
		for _, r := range d.Relations {
			m.Relations = addOnce(m.Relations, r.Relation)
		}
		m.hold(row)
		for _, id := range row.After {
			before, err := f.claim(id)
			if err != nil {
				return nil, err
			}
			before.Matter, f.touched[id] = m.ID, true
			m.hold(before)
		}
		pairs, err := f.inherited(row)
		if err != nil {
			return nil, err
		}
		for _, p := range pairs {
			if p.Verdict == entente.Unsure && !in[p.other] {
				m.Doubts = addOnce(m.Doubts, row.ID)
			}
			if p.Verdict == entente.Different && in[p.other] && row.ID < p.other {
				m.Disputed = append(m.Disputed, [2]entente.ClaimID{row.ID, p.other})
			}
		}
	}
	return m, nil
}

// hold takes into m what a person holds of it by one of its claims, if it is
// newer and was not taken back.
func (m *Matter) hold(row *Claim) {
	if c := row.Outcome; c != nil && c.Outcome != "" && (m.Outcome == nil || m.Outcome.Seq < c.Seq) {
		m.Outcome = c
	}
	if n := row.Note; n != nil && !n.Empty() && (m.Note == nil || m.Note.Seq < n.Seq) {
		m.Note = n
	}
}

// Known returns m as some of its claims alone tell it: what was known before
// the others came. They are in m's order.
func (m *Matter) Known(rows []*Claim) *Matter {
	if len(rows) == len(m.Claims) {
		return m
	}
	k := &Matter{ID: m.ID, Kind: m.Kind, Relations: m.Relations, Outcome: m.Outcome, Note: m.Note}
	for _, row := range rows {
		k.Claims = append(k.Claims, row.ID)
		k.Documents = addOnce(k.Documents, row.Document)
		k.add(row)
	}
	for _, id := range m.Doubts {
		if slices.Contains(k.Claims, id) {
			k.Doubts = append(k.Doubts, id)
		}
	}
	for _, pair := range m.Disputed {
		if slices.Contains(k.Claims, pair[0]) && slices.Contains(k.Claims, pair[1]) {
			k.Disputed = append(k.Disputed, pair)
		}
	}
	return k
}

// add takes into m what a later claim says; what it does not say stays.
func (m *Matter) add(row *Claim) {
	c := row.Stands()
	last := func(field entente.Field, into *string) bool {
		values := c.Fields[field]
		if len(values) > 0 && values[0].Value != "" {
			*into = row.Name(values[0])
			return true
		}
		return false
	}
	stage, mode, date := entente.FieldStage, entente.FieldForm, entente.FieldDate
	switch m.Kind {
	case entente.Contact:
		stage, mode = entente.FieldStatus, entente.FieldMode
	case entente.Agreement:
		last(entente.FieldSubject, &m.Title)
	case entente.Undertaking:
		mode, date = entente.FieldAction, entente.FieldDue
		last(entente.FieldTitle, &m.Title)
	}
	if last(stage, &m.Stage) {
		m.StageForce = c.Force
	}
	last(mode, &m.Mode)
	last(date, &m.Date)
	last(entente.FieldPlace, &m.Place)
	for _, v := range c.Fields[entente.FieldDomain] {
		m.Domains = addOnce(m.Domains, v.Value)
	}
	for _, field := range []entente.Field{entente.FieldParties, entente.FieldHost, entente.FieldBy, entente.FieldWith} {
		for _, v := range c.Fields[field] {
			if name := row.Name(v); !strings.HasPrefix(name, "@") { // else the document does not say who that is
				m.Parties = addName(m.Parties, name)
			}
		}
	}
	for _, mark := range row.Marks {
		m.Marks = addOnce(m.Marks, mark)
	}
	if day(row.Date) > day(m.Last) {
		m.Last = row.Date
	}
}

// date is where a matter stands in the lists: its own date, or that of its
// latest document.
func (m *Matter) date() string {
	if m.Kind == entente.Contact && m.Date != "" {
		return m.Date
	}
	return m.Last
}
