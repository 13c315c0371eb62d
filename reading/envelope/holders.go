package envelope

import (
	"slices"
	"strings"

	"entente"
)

// holders returns the two people who hold the two offices, in their order and
// each with its state, where the state of one of the people tells it.
func holders(offices, people []entente.Correspondent) []entente.Correspondent {
	if len(offices) != 2 || offices[0].State.Zero() || offices[1].State.Zero() || offices[0].State.Value == offices[1].State.Value {
		return people
	}
	for i, p := range people {
		for k, o := range offices {
			other := people[1-i].State
			if p.State.Value != o.State.Value || !other.Zero() && other.Value != offices[1-k].State.Value {
				continue
			}
			if other.Zero() {
				people[1-i].State = offices[1-k].State
			}
			if i != k {
				people[0], people[1] = people[1], people[0]
			}
			return people
		}
	}
	return people
}

// nameOffices names the parties that are an office without a name after the
// people: the one who is of the same state, where the office tells it.
func (e *reading) nameOffices(people []entente.Correspondent) {
	for i := range e.env.Parties {
		c := &e.env.Parties[i]
		if !e.officeAlone(*c) {
			continue
		}
		if c.State.Zero() {
			e.nameOffice(c, people)
			continue
		}
		k := slices.IndexFunc(people, func(p entente.Correspondent) bool {
			return p.State.Value == c.State.Value && !p.Office.Zero() && !slices.ContainsFunc(e.env.Parties, func(o entente.Correspondent) bool { return e.sameName(o.Name, p.Name) })
		})
		if k >= 0 {
			*c = people[k]
		}
	}
}

// nameOffice names c, an office of a state that no list knows, after the one
// of the people who has that office and is no party yet, if only one has.
func (e *reading) nameOffice(c *entente.Correspondent, people []entente.Correspondent) {
	office, _, _ := e.at(e.offices, c.Name.Start, c.Name.End)
	var found []entente.Correspondent
	for _, p := range people {
		if same, _, ok := e.at(e.offices, p.Office.Start, p.Office.End); !ok || same.Words != office.Words {
			continue
		}
		if !slices.ContainsFunc(e.env.Parties, func(o entente.Correspondent) bool { return e.sameName(o.Name, p.Name) }) {
			found = append(found, p)
		}
	}
	if len(found) == 1 {
		*c = found[0]
	}
}

// nameCounterparts names a party that is only the other's counterpart after
// the first of the people who is neither.
func (e *reading) nameCounterparts(people []entente.Correspondent) {
	for i := range e.env.Parties {
		c := &e.env.Parties[i]
		if !e.has(e.counterparts, c.Name.Span) {
			continue
		}
		k := slices.IndexFunc(people, func(p entente.Correspondent) bool {
			return !e.has(e.counterparts, p.Name.Span) && !slices.ContainsFunc(e.env.Parties, func(o entente.Correspondent) bool { return e.sameName(o.Name, p.Name) })
		})
		if k >= 0 {
			*c = people[k]
		}
	}
}

// nameInFull gives a party that the title names by office and surname the
// first names that stand before the surname in the first sentences.
func (e *reading) nameInFull(first []entente.Span) {
	for i := range e.env.Parties {
		c := &e.env.Parties[i]
		_, office, ok := e.at(e.offices, c.Name.Start, c.Name.End)
		surname := words(e.text, trim(e.text, entente.Span{Start: office, End: c.Name.End}, marks))
		if !ok || len(surname) != 1 {
			continue
		}
		for _, s := range first {
			if full := e.inFull(surname[0].In(e.text), s); !full.Empty() {
				c.Name, c.Office = e.said(full), e.said(entente.Span{Start: c.Name.Start, End: office})
				break
			}
		}
	}
}

// inFull returns the surname in s with the known first name before it, and
// those around that.
func (e *reading) inFull(surname string, s entente.Span) entente.Span {
	ws := words(e.text, s)
	for n := 1; n < len(ws); n++ {
		w := trim(e.text, ws[n], marks)
		w.End = w.Start + len(strings.TrimSuffix(strings.TrimSuffix(w.In(e.text), "'s"), "’s"))
		if w.Empty() || !strings.EqualFold(w.In(e.text), surname) {
			continue
		}
		from := n
		for from > 0 && n-from < 3 {
			t := ws[from-1].In(e.text)
			_, end, given := e.at(e.given, ws[from-1].Start, ws[from-1].End)
			if !capital(t) || !(given && end == ws[from-1].End || from < n && len(t) == 2 && t[1] == '.') {
				break
			}
			from--
		}
		if from < n {
			return entente.Span{Start: ws[from].Start, End: w.End}
		}
	}
	return entente.Span{}
}

// completeNames gives a party that is named by the surname alone the name that
// the title, the list of those present or the first sentences have in full.
func (e *reading) completeNames() {
	var people []entente.Correspondent
	for i := range e.env.Parties {
		c := &e.env.Parties[i]
		start := c.Name.Start
		if _, end, ok := e.at(e.offices, start, c.Name.End); ok && end < c.Name.End {
			start = end
		}
		surname := words(e.text, trim(e.text, entente.Span{Start: start, End: c.Name.End}, marks))
		if c.Name.Inferred || len(surname) != 1 || !e.personal(c.Name.Span) && c.Honorific.Zero() && start == c.Name.Start {
			continue
		}
		if people == nil {
			title, first := e.titleAndFirst()
			e.each(entente.PartParticipants, func(p entente.Part) { title = append(title, p.Lines...) })
			people = e.people(slices.Concat(title, first)...)
		}
		for _, p := range people {
			ws := words(e.text, p.Name.Span)
			if len(ws) > 1 && !p.Name.Inferred && strings.EqualFold(ws[len(ws)-1].In(e.text), surname[0].In(e.text)) {
				if start > c.Name.Start && c.Office.Zero() {
					c.Office = e.said(trim(e.text, entente.Span{Start: c.Name.Start, End: start}, marks))
				}
				c.Name = p.Name
				break
			}
		}
	}
}
