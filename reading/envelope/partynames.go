package envelope

import (
	"strings"

	"entente"
)

// party adds what stands from start to end, if it names somebody.
func (e *reading) party(start, end int) {
	s := e.withoutArticle(trim(e.text, entente.Span{Start: start, End: end}, marks+"()"))
	for _, w := range words(e.text, s) { // "meeting between A"
		if c, stop, ok := e.at(e.partyLead, w.Start, s.End); ok && c.Value == "else" {
			s = e.withoutArticle(trim(e.text, entente.Span{Start: stop, End: s.End}, marks+"()"))
			break
		}
	}
	if c, stop, ok := e.at(e.partyLead, s.Start, s.End); ok && c.Value != "strong" && c.Value != "people" && c.Value != "else" && allCapitals(s.In(e.text)) { // "DU PREMIER MINISTRE"
		s = trim(e.text, entente.Span{Start: stop, End: s.End}, marks)
	}
	if ws := words(e.text, s); len(ws) > 1 { // "the Ministers of Ports of A": it is of A
		for _, w := range ws[:2] {
			if _, _, ok := e.at(e.plurals, w.Start, s.End); ok {
				if v, ok := e.country(s); ok {
					e.plural = true
					e.env.Parties = append(e.env.Parties, entente.Correspondent{Name: e.said(v.Span), State: v})
				}
				return
			}
		}
	}
	if s.Empty() || !capital(e.text[s.Start:]) && !e.officer(s) || len(words(e.text, s)) > 14 || !e.namesSomebody(s) {
		return
	}
	var c entente.Correspondent
	if v, ok := e.country(s); ok {
		c.State = v
	}
	if k := strings.IndexByte(s.In(e.text), '('); k > 0 && strings.IndexByte(s.In(e.text), ')') < 0 { // "the Port of Zephyr (Arcadia)"
		s = trim(e.text, entente.Span{Start: s.Start, End: s.Start + k}, marks)
	}
	c.Name = e.said(s)
	if k := strings.Index(s.In(e.text), ","); k > 0 { // "the Minister of Ports, Mr Ivo Lind"
		honorific, name := e.style(trim(e.text, entente.Span{Start: s.Start + k, End: s.End}, marks))
		if !honorific.Empty() {
			c.Name, c.Honorific = e.said(name), e.said(honorific)
			c.Office = e.said(entente.Span{Start: s.Start, End: s.Start + k})
		}
	}
	e.env.Parties = append(e.env.Parties, c)
}

// paired reads the two states whose body a line of the title names, with a
// stroke between them: "Arcadia - Sylvania Joint Commission", "Commission
// binationale Arcadie / Sylvanie".
func (e *reading) paired() {
	var title []entente.Span
	for _, p := range e.parts {
		if p.Kind == entente.PartHeading || p.Kind == entente.PartLetterhead || p.Kind == entente.PartSubject {
			title = append(title, p.Lines...)
		} else if p.Kind == entente.PartParagraph {
			break
		}
	}
	for _, s := range title {
		if !e.has(e.pairBodies, s) {
			continue
		}
		ws := words(e.text, s)
		for n := 1; n+1 < len(ws); n++ {
			a, b := trim(e.text, ws[n-1], marks), trim(e.text, ws[n+1], marks)
			if strings.Trim(ws[n].In(e.text), "-–—/") != "" || a.Empty() || b.Empty() || !capital(a.In(e.text)) || !capital(b.In(e.text)) || strings.ContainsAny(e.text[a.Start:b.End], "0123456789\n") {
				continue
			}
			if e.has(e.pairBodies, a) || e.has(e.pairBodies, b) || e.has(e.offices, b) || e.has(e.institutions, a) {
				continue
			}
			e.party(a.Start, a.End)
			e.party(b.Start, b.End)
			return
		}
	}
}

// officer reports whether s is an office, in a small letter, and its holder's
// name.
func (e *reading) officer(s entente.Span) bool {
	_, end, office := e.at(e.offices, s.Start, s.End)
	if !office {
		return false
	}
	for _, w := range words(e.text, entente.Span{Start: end, End: s.End}) { // "d'État"
		if name := e.nameAt(w.Start, s.End); capital(w.In(e.text)) {
			return name.End == s.End && len(words(e.text, name)) > 1
		}
	}
	return false
}

// namesSomebody reports whether at least half of the longer words of s have
// a capital.
func (e *reading) namesSomebody(s entente.Span) bool {
	small, large := 0, 0
	for _, w := range words(e.text, s) {
		t := w.In(e.text)
		switch {
		case capital(t), capital(afterApostrophe(t)): // "d'Arcadie"
			large++
		case w.Len() > 3:
			small++
		}
	}
	return large > small || large == small && large > 1
}

// afterApostrophe returns what follows the first apostrophe of t, or nothing.
func afterApostrophe(t string) string {
	_, after, _ := strings.Cut(strings.ReplaceAll(t, "’", "'"), "'")
	return after
}

// listedState returns where a state is named after a comma that ends at
// start: "of Arcadia, Sylvania and …"; -1 if none is.
func (e *reading) listedState(start, end int) int {
	ws := words(e.text, entente.Span{Start: start, End: min(end, e.rune(start+60))})
	for n, w := range ws[:min(3, len(ws))] {
		if _, _, ok := e.at(e.countries, w.Start, end); ok && capital(w.In(e.text)) {
			return w.Start
		}
		if n == 2 || capital(w.In(e.text)) || w.Len() > 4 {
			break
		}
	}
	return -1
}

// officeGoesOn reports whether an office that ends before the word w goes on
// there: "Secretary of State for Ports".
func (e *reading) officeGoesOn(start int, w entente.Span, end int) bool {
	if len(w.In(e.text)) > 4 || !capital(strings.TrimLeft(e.text[w.End:end], " \n")) || strings.HasSuffix(strings.TrimSpace(e.text[start:w.Start]), ",") {
		return false
	}
	for from := start; ; {
		_, _, stop, ok := e.find(e.offices, from, w.Start)
		if !ok {
			return false
		}
		if strings.TrimSpace(e.text[stop:w.Start]) == "" {
			return true
		}
		from = stop
	}
}

// actFollows reports whether words such as "meeting with" stand among the
// first four after byte start: "President Lind's virtual meeting with".
func (e *reading) actFollows(start, end int) bool {
	ws := words(e.text, entente.Span{Start: start, End: min(end, e.rune(start+80))})
	for _, w := range ws[:min(4, len(ws))] {
		if _, _, ok := e.at(e.acts, w.Start, end); ok {
			return true
		}
	}
	return false
}

// apposition reports whether the first comma after start, which ends at
// comma, stands between an office and the name of its holder.
func (e *reading) apposition(start, comma, end int) bool {
	if strings.IndexByte(e.text[start:comma-1], ',') >= 0 {
		return false
	}
	rest := trim(e.text, entente.Span{Start: comma, End: end}, " \t\r\n\u00a0")
	if rest.Empty() {
		return false
	}
	_, _, style := e.at(e.styles, rest.Start, rest.End)
	return style && e.has(e.offices, entente.Span{Start: start, End: comma})
}

// suffixFollows reports whether the comma before start belongs to a name: a
// short word with a full stop follows, as in "Lind, Jr."
func (e *reading) suffixFollows(start, end int) bool {
	ws := words(e.text, entente.Span{Start: start, End: min(end, start+12)})
	return len(ws) > 0 && len(ws[0].In(e.text)) <= 4 && capital(ws[0].In(e.text)) && strings.ContainsAny(ws[0].In(e.text), ".I")
}

// possessive returns where the name ends in "Lind's", or 0.
func possessive(w string) int {
	for _, end := range []string{"'s", "’s"} {
		if k := strings.LastIndex(w, end); k > 0 && k+len(end) == len(w) {
			return k
		}
	}
	return 0
}
