package envelope

import (
	"cmp"
	"strings"

	"entente"
)

// cells parts a line where three blanks or more part its columns.
func (e *reading) cells(l entente.Span) []entente.Span {
	var out []entente.Span
	for start := l.Start; start < l.End; {
		end, next := l.End, l.End
		if k := strings.Index(e.text[start:l.End], "   "); k >= 0 {
			end = start + k
			next = l.End - len(strings.TrimLeft(e.text[end:l.End], " "))
		}
		if s := trim(e.text, entente.Span{Start: start, End: end}, " \t\r\u00a0"); !s.Empty() {
			out = append(out, s)
		}
		start = next
	}
	return out
}

// sideOf returns the state that a demonym names before a colon: "délégation
// arcadienne :", "the Arcadian side:"; or the person listed first behind it.
func (e *reading) sideOf(s entente.Span) (c entente.Correspondent, ok bool) {
	k := strings.IndexByte(s.In(e.text), ':')
	if k < 0 || len(words(e.text, entente.Span{Start: s.Start, End: s.Start + k})) > 3 {
		return c, false
	}
	d, start, end, ok := e.find(e.demonyms, s.Start, s.Start+k)
	if !ok || len(d.Value) != 2 {
		return e.sideUnknown(s, k)
	}
	said := entente.Span{Start: start, End: end}
	c.State = entente.Said(d.Value, e.text, said)
	if e.env.Form.Value == "memorandum_of_conversation" {
		if people := e.people(entente.Span{Start: s.Start + k + 1, End: s.End}); len(people) > 0 {
			people[0].State = c.State
			return people[0], true
		}
	}
	name := e.countryNames[d.Value]
	if name == "" {
		return c, false
	}
	c.Name = entente.Inferred(name, "the list of those present has its side: "+said.In(e.text))
	return c, true
}

// sideUnknown reads the side of a state that no list knows, k bytes into s
// before a colon: in a talk the person listed first behind it, else the state
// where its name and not its people stands there.
func (e *reading) sideUnknown(s entente.Span, k int) (c entente.Correspondent, ok bool) {
	of := trim(e.text, entente.Span{Start: s.Start, End: s.Start + k}, marks+"()")
	if of.Empty() || strings.ContainsAny(of.In(e.text), ",0123456789") || e.has(e.offices, of) || e.has(e.institutions, of) {
		return c, false
	}
	people := e.people(entente.Span{Start: s.Start + k + 1, End: s.End})
	if len(people) == 0 {
		return c, false
	}
	if e.env.Form.Value == "memorandum_of_conversation" {
		return people[0], true
	}
	c.Name = e.said(of)
	return c, capital(of.In(e.text))
}

// columns returns the lines of each column of a block, whole where no gap
// parts them.
func (e *reading) columns(lines []entente.Span) [][]entente.Span {
	columns := make([][]entente.Span, 1)
	for _, l := range lines {
		for n, cell := range e.cells(l) {
			for len(columns) <= n {
				columns = append(columns, nil)
			}
			columns[n] = append(columns[n], cell)
		}
	}
	return columns
}

// fromColumns reads the recipient from an address that stands in a column to
// the right of the letterhead.
func (e *reading) fromColumns() {
	for _, p := range e.parts {
		switch p.Kind {
		case entente.PartLetterhead, entente.PartHeading, entente.PartSubject, entente.PartAddress:
		case entente.PartSalutation, entente.PartParagraph:
			return
		default:
			continue
		}
		var right []entente.Span
		for _, l := range p.Lines {
			cells := e.cells(l)
			if len(cells) < 2 {
				continue
			}
			cell := cells[len(cells)-1]
			if honorific, rest := e.style(cell); len(right) > 0 || !honorific.Empty() && capital(rest.In(e.text)) {
				right = append(right, cell)
			}
		}
		if len(right) == 0 {
			continue
		}
		block := entente.Part{Span: entente.Span{Start: right[0].Start, End: right[len(right)-1].End}, Lines: right}
		if c := e.addressee(block); e.calls(c.Name) || e.calls(c.Office) {
			if c.Name.Zero() {
				c.Name = c.Office
			}
			e.env.Recipient = append(e.env.Recipient, c)
			return
		}
	}
}

// fromSides reads the states whose sides the list of those present names:
// "For Arcadia:", or the state alone over its people.
func (e *reading) fromSides() {
	var sides []entente.Correspondent
	for _, p := range e.parts {
		switch p.Kind {
		case entente.PartParticipants, entente.PartHeader, entente.PartAddress, entente.PartHeading, entente.PartLetterhead:
		case entente.PartParagraph, entente.PartItem, entente.PartListIntro:
			if p.Len() > 400 {
				e.setSides(sides)
				return
			}
		default:
			continue
		}
		for _, l := range p.Lines {
			cells := e.cells(l)
			for _, cell := range cells {
				c, ok := e.side(cell, len(cells) > 1 && p.Kind == entente.PartParticipants)
				if k := strings.IndexByte(cell.In(e.text), ':'); !ok && k > 0 && p.Kind == entente.PartParticipants {
					if _, _, key := e.keyAt(cell); !key && capital(cell.In(e.text)) && len(words(e.text, entente.Span{Start: cell.Start, End: cell.Start + k})) <= 3 {
						c, ok = e.sideUnknown(cell, k)
					}
				}
				if ok {
					sides = append(sides, c)
				}
			}
		}
	}
	e.setSides(sides)
}

func (e *reading) setSides(sides []entente.Correspondent) {
	seen := map[string]bool{}
	for _, c := range sides {
		key := cmp.Or(c.State.Value, c.Name.Value)
		if !seen[key] {
			e.env.Parties = append(e.env.Parties, c)
		}
		seen[key] = true
	}
	if len(e.env.Parties) < 2 {
		e.env.Parties = nil
	}
}

// side returns the state that a cell such as "For Arcadia:" or "Arcadia: Mr
// Ivo Lind" begins with; a cell of the list of those present may be the state
// alone.
func (e *reading) side(cell entente.Span, alone bool) (entente.Correspondent, bool) {
	s := cell
	if _, end, ok := e.at(e.sides, s.Start, s.End); ok {
		s, alone = trim(e.text, entente.Span{Start: end, End: s.End}, marks+"()"), true
	}
	s = e.withoutArticle(trim(e.text, s, " \t()-–—"))
	c, end, ok := e.at(e.countries, s.Start, s.End)
	if !ok && alone { // "Arcadian side:"
		return e.sideOf(s)
	}
	if !ok || len(c.Value) != 2 || !capital(s.In(e.text)) {
		return entente.Correspondent{}, false
	}
	rest := strings.TrimLeft(e.text[end:s.End], " \t)")
	if !strings.HasPrefix(rest, ":") && !(alone && rest == "") {
		return entente.Correspondent{}, false
	}
	s.End = end
	return entente.Correspondent{Name: e.said(s), State: entente.Said(c.Value, e.text, s)}, true
}
