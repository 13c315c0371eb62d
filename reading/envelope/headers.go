package envelope

import (
	"strings"

	"entente"
	"entente/lang"
)

// keyAt returns the key of a header line, in the document's language or in
// another, and where it ends.
func (e *reading) keyAt(s entente.Span) (key lang.Entry, end int, ok bool) {
	if key, end, ok = e.at(e.headers, s.Start, s.End); !ok {
		key, end, ok = e.at(e.keys, s.Start, s.End)
	}
	return key, end, ok
}

// fromHeaders reads the "From:" and "To:" lines.
func (e *reading) fromHeaders() {
	e.each(entente.PartHeader, func(p entente.Part) {
		key, end, ok := e.keyAt(p.Span)
		if !ok || key.Value != "from" && key.Value != "to" && key.Value != "info" {
			return
		}
		if key.Value == "info" && e.env.Form.Value == "telegram" {
			return // posts that get a copy
		}
		to := &e.env.Sender
		if key.Value != "from" {
			to = &e.env.Recipient
		}
		if len(*to) > 0 && key.Value != "info" {
			return
		}
		s := trim(e.text, entente.Span{Start: end, End: p.End}, " \t\r\n\f\u00a0:")
		if s.Empty() {
			return
		}
		if e.env.Form.Value == "email" {
			*to = e.listed(s)
		} else {
			*to = append(*to, e.inHeader(s))
		}
	})
}

// fromInitials reads a name above the text that somebody has put initials
// to: "Ivo Lind [IL initialed]".
func (e *reading) fromInitials() {
	for _, p := range e.parts {
		if p.Kind != entente.PartHeading && p.Kind != entente.PartLetterhead && p.Kind != entente.PartSubject {
			continue
		}
		for _, l := range p.Lines {
			k := strings.IndexByte(l.In(e.text), '[')
			if k <= 0 || !e.has(e.initialed, entente.Span{Start: l.Start + k, End: l.End}) {
				continue
			}
			if name := trim(e.text, entente.Span{Start: l.Start, End: l.Start + k}, marks); !name.Empty() {
				e.env.Sender = []entente.Correspondent{e.oneLine(name)}
				return
			}
		}
	}
}

// listed reads a list of correspondents that semicolons, lines, or commas
// after an address part.
func (e *reading) listed(s entente.Span) []entente.Correspondent {
	var list []entente.Correspondent
	start := s.Start
	for k := s.Start; k <= s.End; k++ {
		if k < s.End && e.text[k] != ';' && e.text[k] != '\n' && !(e.text[k] == ',' && strings.IndexByte(e.text[start:k], '@') >= 0) {
			continue
		}
		if item := trim(e.text, entente.Span{Start: start, End: k}, " \t\r\n\f\u00a0;,"); !item.Empty() {
			if k < s.End && e.text[k] == '\n' && e.text[item.End-1] == ',' {
				continue
			}
			list = append(list, e.headerName(item))
		}
		start = k + 1
	}
	return list
}

// inHeader reads a correspondent from the header of a memorandum: the name
// in the first line, office and place in those below.
func (e *reading) inHeader(s entente.Span) entente.Correspondent {
	k := strings.IndexByte(s.In(e.text), '\n')
	if k < 0 {
		return e.headerName(s)
	}
	c := e.headerName(trim(e.text, entente.Span{Start: s.Start, End: s.Start + k}, " \t\r\u00a0,"))
	below := trim(e.text, entente.Span{Start: s.Start + k, End: s.End}, " \t\r\n\f\u00a0")
	if k := strings.IndexByte(below.In(e.text), '\n'); k > 0 {
		below.End = below.Start + k
	}
	if !below.Empty() && c.Office.Zero() && e.has(e.offices, below) {
		c.Office = e.said(trim(e.text, below, marks))
		c.State, _ = e.country(below)
	}
	return c
}

// headerName reads one name of a header line, without initials in brackets
// and honorifics.
func (e *reading) headerName(s entente.Span) entente.Correspondent {
	if k := strings.IndexByte(s.In(e.text), '['); k > 0 && strings.HasSuffix(s.In(e.text), "]") {
		s = trim(e.text, entente.Span{Start: s.Start, End: s.Start + k}, " \t,")
	}
	if strings.Contains(s.In(e.text), "@") {
		return entente.Correspondent{Name: e.said(s)}
	}
	if honorific, rest := e.style(s); !honorific.Empty() { // "Madame la Ministre"
		if bare := e.withoutArticle(rest); bare != rest {
			c := e.oneLine(bare)
			c.Honorific = e.said(honorific)
			return c
		}
	}
	return e.oneLine(s)
}
