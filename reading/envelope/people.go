package envelope

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/lang"
)

// people returns the persons that titles or sentences name with an honorific
// or an office, each once, with the office that stands before or behind the
// name.
func (e *reading) people(spans ...entente.Span) []entente.Correspondent {
	var all []entente.Correspondent
	for _, s := range spans {
		all = e.addPeople(all, s)
	}
	return all
}

func (e *reading) addPeople(all []entente.Correspondent, s entente.Span) []entente.Correspondent {
	segment := s.Start // where the words before a name start
	ws := words(e.text, s)
	for n := 0; n < len(ws); n++ {
		w := ws[n]
		if w.Start < segment {
			continue
		}
		if _, end, ok := e.at(e.partyLinks, w.Start, s.End); ok {
			segment = end
			continue
		}
		c, end, ok := e.personAt(w.Start, s)
		if !ok {
			c, end, ok = e.besideOffice(w.Start, s)
		}
		if !ok {
			continue
		}
		e.addOffice(&c, trim(e.text, entente.Span{Start: segment, End: w.Start}, marks+"("), end, s.End)
		if !slices.ContainsFunc(all, func(o entente.Correspondent) bool { return e.sameName(o.Name, c.Name) }) {
			all = append(all, c)
		}
		segment = max(end, c.Office.End)
	}
	return all
}

// personAt reads the person that is named at byte start: honorifics and a
// name, or an office and a name.
func (e *reading) personAt(start int, s entente.Span) (c entente.Correspondent, end int, ok bool) {
	honorific, rest := e.style(entente.Span{Start: start, End: s.End})
	name := e.nameAt(rest.Start, s.End)
	if !honorific.Empty() && rest.Start > start && !name.Empty() {
		return entente.Correspondent{Name: e.said(name), Honorific: e.said(honorific)}, name.End, true
	}
	if !capital(e.text[start:]) && honorific.Empty() {
		return c, 0, false
	}
	_, end, is := e.at(e.offices, rest.Start, s.End)
	if !is {
		return c, 0, false
	}
	office := entente.Span{Start: rest.Start, End: end}
	for { // "Prime Minister and Minister of Ports"; "Foreign Minister Lind"
		next := trim(e.text, entente.Span{Start: end, End: min(s.End, e.rune(end+80))}, " \t\r\n\u00a0")
		_, stop, more := e.at(e.offices, next.Start, next.End)
		if next.Empty() || !more {
			break
		}
		end, office.End = stop, stop
	}
	later, rest := e.style(trim(e.text, entente.Span{Start: end, End: s.End}, " \t\r\n\u00a0")) // "Prime Minister Shri Ivo Lind"
	if !later.Empty() && strings.TrimSpace(e.text[end:later.Start]) == "" {
		end, honorific = rest.Start, honorific.Cover(later)
	}
	name = e.nameAt(end, s.End)
	if k := strings.IndexByte(e.text[end:s.End], ','); name.Empty() && k > 0 && e.withState(entente.Span{Start: end, End: end + k}) { // "Premier ministre d'Arcadie, Ivo Lind"
		later, rest := e.style(trim(e.text, entente.Span{Start: end + k + 1, End: s.End}, " \t\r\n\u00a0"))
		if name = e.nameAt(rest.Start, s.End); len(words(e.text, name)) > 1 || !name.Empty() && !later.Empty() {
			c = entente.Correspondent{Name: e.said(name), Honorific: e.said(later), Office: e.said(entente.Span{Start: office.Start, End: end + k})}
			c.State, _ = e.country(c.Office.Span)
			return c, name.End, true
		}
		return c, 0, false
	}
	if name.Empty() || strings.ContainsAny(e.text[end:name.Start], ",.;:(") {
		return c, 0, false
	}
	c = entente.Correspondent{Name: e.said(name), Honorific: e.said(honorific), Office: e.said(office)}
	if len(words(e.text, name)) == 1 { // a surname keeps its office
		c.Name = e.said(entente.Span{Start: office.Start, End: name.End})
	}
	return c, name.End, true
}

// besideOffice reads a name of two words and more that stands at byte start
// after a link such as "with", and an office behind the comma after it: "met
// with Ivo Lind, Commissioner for Ports".
func (e *reading) besideOffice(start int, s entente.Span) (c entente.Correspondent, end int, ok bool) {
	before := words(e.text, entente.Span{Start: s.Start, End: start})
	if len(before) == 0 || !capital(e.text[start:]) {
		return c, 0, false
	}
	if _, _, link := e.at(e.partyLinks, before[len(before)-1].Start, start); !link {
		return c, 0, false
	}
	name := e.nameAt(start, s.End)
	if name.Empty() || name.Start != start || len(words(e.text, name)) < 2 || !strings.HasPrefix(e.text[name.End:s.End], ",") || e.has(e.nations, name) {
		return c, 0, false
	}
	rest := e.withoutArticle(trim(e.text, entente.Span{Start: name.End, End: s.End}, marks))
	if _, _, office := e.at(e.offices, rest.Start, rest.End); !office {
		return c, 0, false
	}
	return entente.Correspondent{Name: e.said(name)}, name.End, true
}

// nameAt returns the name that starts at byte start: up to six words with
// capitals and the small ones that names have between them.
func (e *reading) nameAt(start, end int) entente.Span {
	var name entente.Span
	ws := words(e.text, entente.Span{Start: start, End: min(end, e.rune(start+90))})
	shouted := len(ws) > 1 && allCapitals(ws[0].In(e.text)) && allCapitals(ws[1].In(e.text))
	for n, w := range ws {
		t := strings.TrimRight(w.In(e.text), ",;:)")
		link := false
		if n == 6 || t == "" || e.stopsName(w, end) || shouted && e.small(w, end, n == 0) {
			break
		}
		if _, stop, ok := e.at(e.nameLinks, w.Start, end); ok && n > 0 && n+1 < len(ws) && (!shouted || len(t) < 4) {
			_, _, home := e.at(e.homes, w.Start, end)
			link = !home && stop >= w.Start+len(t) && !e.stopsName(ws[n+1], end) && capital(ws[n+1].In(e.text))
		}
		r, _ := utf8.DecodeRuneInString(t)
		if !link && !unicode.IsUpper(r) && !(strings.ContainsAny(t, "-'’") && strings.ContainsFunc(t, unicode.IsUpper)) || strings.ContainsAny(t, "0123456789") {
			break
		}
		if !link {
			if name.Empty() {
				name.Start = w.Start
			}
			name.End = w.Start + len(t)
			for _, cut := range []string{"'s", "’s"} {
				if k, ok := strings.CutSuffix(t, cut); ok {
					name.End = w.Start + len(k)
					return name
				}
			}
		}
		if len(t) < w.Len() || strings.HasSuffix(t, ".") && utf8.RuneCountInString(t) > 3 {
			break
		}
	}
	if name.Empty() {
		return name
	}
	return trim(e.text, name, marks+"()")
}

// small reports whether the word w of a text in capitals is one that is
// written in small letters elsewhere, and stands in no name or opens none.
func (e *reading) small(w entente.Span, end int, first bool) bool {
	for _, list := range []*lang.Phrases{e.articles, e.partyEnds, e.addressing, e.homes, e.nameLinks, e.partyLead} {
		if list == e.homes && !first {
			return false
		}
		if c, stop, ok := e.at(list, w.Start, end); ok && c.Words != "," && stop >= w.End {
			return true
		}
	}
	return false
}

// stopsName reports whether no name goes on at the word w.
func (e *reading) stopsName(w entente.Span, end int) bool {
	if _, _, ok := e.at(e.partyLinks, w.Start, end); ok {
		return true
	}
	if _, _, ok := e.at(e.offices, w.Start, end); ok {
		return true
	}
	if _, stop, ok := e.at(e.countries, w.Start, end); ok && stop >= w.Start+len(strings.TrimRight(w.In(e.text), ",;:.)")) {
		return true
	}
	_, _, act := e.at(e.acts, w.Start, end)
	_, _, institution := e.at(e.institutions, w.Start, end)
	return act || institution
}

// addOffice gives a person the office before the name, which the words at
// before end in, or the one after the comma behind it, and its state.
func (e *reading) addOffice(c *entente.Correspondent, before entente.Span, after, end int) {
	if c.Office.Zero() {
		if k := strings.LastIndexAny(before.In(e.text), ".;:("); k >= 0 {
			before = trim(e.text, entente.Span{Start: before.Start + k + 1, End: before.End}, marks)
		}
		if _, at, _, ok := e.find(e.offices, before.Start, before.End); ok && !before.Empty() && before.Len() < 160 {
			c.Office = e.said(trim(e.text, entente.Span{Start: at, End: before.End}, marks))
			c.State, _ = e.country(before)
		}
	}
	rest := entente.Span{Start: after, End: min(end, e.rune(after+160))}
	behind := trim(e.text, rest, " \t\r\n\u00a0")
	if c.Office.Zero() && strings.HasPrefix(behind.In(e.text), ",") {
		piece := trim(e.text, behind, marks)
		if k := strings.IndexAny(piece.In(e.text), ",;(\n"); k > 0 {
			if e.text[piece.Start+k] != '\n' || strings.IndexByte(e.text[piece.Start:piece.Start+k], '.') >= 0 {
				piece.End = piece.Start + k
			}
		}
		if k := strings.IndexAny(piece.In(e.text), ",;("); k > 0 {
			piece.End = piece.Start + k
		}
		if k := sentenceEnd(piece.In(e.text)); k > 0 {
			piece.End = piece.Start + k
		}
		if e.opensOffice(piece) {
			c.Office = e.said(e.withoutArticle(trim(e.text, piece, marks)))
			c.State, _ = e.country(piece)
		}
	}
	if !c.State.Zero() {
		return
	}
	// "Lind of Arcadia", "le Premier ministre arcadien Lind"
	if ws := words(e.text, behind); len(ws) > 1 && len(ws[0].In(e.text)) <= 3 && !capital(ws[0].In(e.text)) {
		near := entente.Span{Start: ws[0].Start, End: ws[min(len(ws)-1, 4)].End}
		if v, ok := e.country(near); ok && !strings.ContainsAny(e.text[near.Start:v.Start], ",.;") {
			c.State = v
			return
		}
	}
	if ws := words(e.text, before); len(ws) > 0 {
		if v, ok := e.country(entente.Span{Start: ws[max(0, len(ws)-4)].Start, End: before.End}); ok {
			c.State = v
		}
	}
}

// sameName reports whether two names end in the same word.
func (e *reading) sameName(a, b entente.Value) bool {
	x, y := strings.Fields(strings.ToLower(a.Value)), strings.Fields(strings.ToLower(b.Value))
	return len(x) > 0 && len(y) > 0 && (x[len(x)-1] == y[len(y)-1] || slices.Contains(y, x[len(x)-1]) || slices.Contains(x, y[len(y)-1]))
}

// twoSides returns the first of the people and the first after that may speak
// for another state, or nothing.
func twoSides(people []entente.Correspondent) []entente.Correspondent {
	for n, a := range people {
		for _, b := range people[n+1:] {
			if a.State.Value != b.State.Value && !a.State.Zero() && !b.State.Zero() {
				return []entente.Correspondent{a, b}
			}
		}
		for _, b := range people[n+1:] {
			if a.State.Zero() || b.State.Zero() {
				return []entente.Correspondent{a, b}
			}
		}
	}
	return nil
}
