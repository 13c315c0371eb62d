package envelope

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/lang"
)

// fromAddress reads the recipient from the address: honorific, name and
// office, over the lines.
func (e *reading) fromAddress() {
	e.each(entente.PartAddress, func(p entente.Part) {
		if c := e.addressee(p); strings.ContainsFunc(c.Name.Value+c.Office.Value, unicode.IsUpper) {
			if c.Name.Zero() {
				c.Name = c.Office
			}
			if len(e.env.Recipient) == 0 {
				e.env.Recipient = append(e.env.Recipient, c)
			}
		}
	})
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
		case c.Name.Zero() && c.Office.Zero() && !e.officeLine(l):
			c.Name, c.Office = e.nameAndOffice(l)
		case c.Name.Zero() && c.Office.Zero():
			c.Name, c.Office = e.officeAndName(l)
		case c.Office.Zero() && (e.has(e.offices, l) || e.has(e.institutions, l)):
			c.Office = e.said(e.officeSpan(lines, n))
		}
	}
	if v, ok := e.country(rest); ok {
		c.State = v
	}
	return c
}

// linesOf returns the lines of p from where rest starts.
func (e *reading) linesOf(p entente.Part, rest entente.Span) []entente.Span {
	var lines []entente.Span
	for _, l := range p.Lines {
		if l.End > rest.Start {
			lines = append(lines, entente.Span{Start: max(l.Start, rest.Start), End: l.End})
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

// fromSalutation reads the recipient's name from a salutation that holds
// one: "Mon cher Lind,".
func (e *reading) fromSalutation() {
	p, ok := e.first(entente.PartSalutation)
	if !ok {
		return
	}
	ws := words(e.text, trim(e.text, p.Span, marks))
	if len(ws) < 2 || allCapitals(p.In(e.text)) {
		return
	}
	n := len(ws)
	for n > 1 && capital(e.text[ws[n-1].Start:]) && !e.common(ws[n-1]) {
		n--
	}
	if n == len(ws) {
		return
	}
	s := trim(e.text, entente.Span{Start: ws[n].Start, End: ws[len(ws)-1].End}, marks)
	e.env.Recipient = []entente.Correspondent{e.oneLine(s)}
}

// common reports whether the word at s is a title or an office and no name.
func (e *reading) common(s entente.Span) bool {
	for _, list := range []*lang.Phrases{e.offices, e.styles, e.titles, e.institutions} {
		if _, _, ok := e.at(list, s.Start, s.End); ok {
			return true
		}
	}
	return false
}

func allCapitals(t string) bool {
	for _, r := range t {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}
