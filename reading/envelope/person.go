package envelope

import (
	"strings"

	"entente"
)

// apart parts a name from the office beside it, where a comma stands between
// them: "Mr Ivo Lind, Minister of Ports", "the Minister of Ports, Mr Ivo
// Lind". It reports whether s is such a pair.
func (e *reading) apart(s entente.Span) (c entente.Correspondent, ok bool) {
	honorific, rest := e.style(s)
	comma := strings.IndexByte(rest.In(e.text), ',')
	if comma <= 0 {
		return c, false
	}
	first := trim(e.text, entente.Span{Start: rest.Start, End: rest.Start + comma}, marks)
	second := trim(e.text, entente.Span{Start: rest.Start + comma, End: s.End}, marks+"()")
	if first.Empty() || second.Empty() {
		return c, false
	}
	if k := strings.LastIndexByte(second.In(e.text), ','); k > 0 { // where the office is
		if town := e.shortPlace(entente.Span{Start: second.Start + k, End: second.End}); !town.Empty() && e.isCapital(town) {
			second = trim(e.text, entente.Span{Start: second.Start, End: second.Start + k}, marks)
		}
	}
	if e.personal(first) && e.opensOffice(second) {
		c = entente.Correspondent{Name: e.said(first), Honorific: e.said(honorific), Office: e.said(second)}
	} else {
		later, name := e.style(second)
		office := trim(e.text, entente.Span{Start: s.Start, End: rest.Start + comma}, marks)
		if k := strings.IndexByte(name.In(e.text), ','); k > 0 { // what follows says more of the name
			name = trim(e.text, entente.Span{Start: name.Start, End: name.Start + k}, marks)
		}
		if !e.has(e.offices, office) || !e.personal(name) || later.Empty() && len(words(e.text, name)) < 2 || later.Empty() && e.has(e.nations, name) {
			return c, false
		}
		c = entente.Correspondent{Name: e.said(name), Honorific: e.said(later), Office: e.said(e.withoutArticle(office))}
	}
	c.State, _ = e.country(c.Office.Span)
	return c, true
}

// personal reports whether s can be the name of a person: up to six words
// that begin with a capital, but for short ones between them, of which none
// is an office.
func (e *reading) personal(s entente.Span) bool {
	ws := words(e.text, s)
	if len(ws) == 0 || len(ws) > 6 || !capital(e.text[s.Start:]) || strings.ContainsAny(s.In(e.text), "0123456789:;/@") {
		return false
	}
	for _, w := range ws {
		if t := w.In(e.text); !capital(t) && len(t) > 3 && !strings.ContainsAny(t, "'’-") {
			return false
		}
	}
	return !e.has(e.offices, s) && !e.has(e.institutions, s)
}

// opensOffice reports whether s starts with an office, perhaps after an
// article and up to two words: "former Minister of Ports".
func (e *reading) opensOffice(s entente.Span) bool {
	for n, w := range words(e.text, s) {
		if _, _, ok := e.at(e.offices, w.Start, s.End); ok {
			return true
		}
		if n == 3 {
			break
		}
	}
	return false
}
