package envelope

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// fromAddress reads the recipient from the address: honorific, name and
// office, over the lines.
func (e *reading) fromAddress() {
	e.each(entente.PartAddress, func(p entente.Part) {
		if c := e.addressee(p); e.calls(c.Name) || e.calls(c.Office) {
			if c.Name.Zero() {
				c.Name = c.Office
			}
			if len(e.env.Recipient) == 0 && !slices.ContainsFunc(e.env.Sender, func(s entente.Correspondent) bool { return e.sameName(s.Name, c.Name) }) {
				e.env.Recipient = append(e.env.Recipient, c)
			}
		}
	})
}

// calls reports whether v may call somebody: one of its first words has a
// capital, unlike "mon très cher oncle".
func (e *reading) calls(v entente.Value) bool {
	if _, _, ok := e.at(e.addressing, v.Start, v.End); ok && !capital(v.Value) {
		return false // "à Sylvan" is where the letter goes
	}
	ws := strings.Fields(v.Value)
	return strings.ContainsFunc(strings.Join(ws[:min(4, len(ws))], " "), unicode.IsUpper)
}

func (e *reading) addressee(p entente.Part) entente.Correspondent {
	var c entente.Correspondent
	s := p.Span
	if _, end, ok := e.at(e.addressing, s.Start, s.End); ok {
		if rest := trim(e.text, entente.Span{Start: end, End: s.End}, " \t\r\n"); !rest.Empty() {
			s = rest
		}
	}
	honorific, rest := e.style(s)
	if !honorific.Empty() {
		c.Honorific = e.said(honorific)
	}
	lines := e.linesOf(p, rest)
	for n, l := range lines {
		l = trim(e.text, l, " \t\r\n,;")
		if l.Empty() {
			continue
		}
		switch {
		case c.Name.Zero() && c.Office.Zero() && !e.officeLine(l) && !(n+1 < len(lines) && e.articled(l)):
			c.Name, c.Office = e.nameAndOffice(l)
		case c.Name.Zero() && c.Office.Zero():
			c.Name, c.Office = e.officeAndName(l)
		case c.Name.Zero() && !c.Honorific.Zero() && n > 0 && e.nameBelow(lines[n-1], l):
			c.Name = e.said(trim(e.text, l, marks))
		case c.Office.Zero() && (e.has(e.offices, l) || e.has(e.institutions, l)):
			c.Office = e.said(e.officeSpan(lines, n))
		}
	}
	if v, ok := e.country(rest); ok {
		c.State = v
	}
	return c
}

// articled reports whether l is an article and one word, as a title is:
// "le Professeur".
func (e *reading) articled(l entente.Span) bool {
	_, end, ok := e.at(e.articles, l.Start, l.End)
	return ok && !capital(e.text[l.Start:]) && len(words(e.text, entente.Span{Start: end, End: l.End})) == 1
}

// nameBelow reports whether l, below the office at above, is a name: one to
// three words with capitals that name no place and no institution.
func (e *reading) nameBelow(above, l entente.Span) bool {
	ws := words(e.text, l)
	if len(ws) > 3 || !capital(e.text[l.Start:]) || strings.HasSuffix(above.In(e.text), ",") || strings.ContainsAny(l.In(e.text), "0123456789") {
		return false
	}
	return !e.has(e.nations, l) && !e.has(e.towns, l) && !e.has(e.institutions, l) && !e.has(e.offices, l)
}

// linesOf returns the lines of p from where rest starts.
func (e *reading) linesOf(p entente.Part, rest entente.Span) []entente.Span {
	var lines []entente.Span
	for _, l := range p.Lines {
		if l.End > rest.Start {
			l.Start = max(l.Start, rest.Start)
			if cells := e.cells(l); len(cells) > 1 && e.has(e.offices, cells[len(cells)-1]) {
				l = cells[len(cells)-1] // a reference number stands to the left
			}
			lines = append(lines, l)
		}
	}
	return lines
}

// officeSpan returns the office that starts at line n: with the next line
// where that goes on in a small letter.
func (e *reading) officeSpan(lines []entente.Span, n int) entente.Span {
	s := lines[n]
	for k := n + 1; k < len(lines); k++ {
		r, _ := utf8.DecodeRuneInString(e.text[lines[k].Start:])
		if !unicode.IsLower(r) {
			break
		}
		s.End = lines[k].End
	}
	return trim(e.text, s, " \t\r\n,;.")
}

// officeLine reports whether l is an office, with or without an article.
func (e *reading) officeLine(l entente.Span) bool {
	_, _, ok := e.at(e.offices, l.Start, l.End)
	return ok || e.startsOffice(l)
}

// nameAndOffice parts "Graeme Lind, Minister of Ports".
func (e *reading) nameAndOffice(l entente.Span) (name, office entente.Value) {
	if k := strings.IndexByte(l.In(e.text), ','); k > 0 {
		after := trim(e.text, entente.Span{Start: l.Start + k, End: l.End}, marks)
		if !after.Empty() && e.has(e.offices, after) {
			office = e.said(after)
		}
		l.End = l.Start + k
	}
	return e.said(trim(e.text, l, marks)), office
}

// officeAndName parts "le Président Ivo Lind"; a line that is all office
// names nobody.
func (e *reading) officeAndName(l entente.Span) (name, office entente.Value) {
	start := l.Start
	if _, _, ok := e.at(e.offices, start, l.End); !ok {
		if ws := words(e.text, l); len(ws) > 1 {
			start = ws[1].Start
		}
	}
	_, end, ok := e.at(e.offices, start, l.End)
	if ok {
		rest := trim(e.text, entente.Span{Start: end, End: l.End}, " \t,")
		if !rest.Empty() && capital(e.text[rest.Start:]) {
			return e.said(trim(e.text, rest, marks)), e.said(trim(e.text, entente.Span{Start: l.Start, End: end}, marks))
		}
	}
	return entente.Value{}, e.said(trim(e.text, l, marks))
}

func allCapitals(t string) bool {
	for _, r := range t {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}
