package envelope

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/lang"
)

// readPlace reads the place of writing: what stands before the date in the
// dateline, else a capital in the letterhead.
func (e *reading) readPlace() {
	for _, p := range e.parts {
		if p.Kind != entente.PartDateline {
			continue
		}
		if s := e.placeIn(p); !s.Empty() {
			e.env.Place = e.said(s)
			return
		}
	}
	e.each(entente.PartHeader, func(p entente.Part) {
		if e.env.Place.Zero() && e.headerOf(p) == "place" {
			if k := strings.IndexByte(p.In(e.text), ':'); k >= 0 {
				e.env.Place = e.said(trim(e.text, entente.Span{Start: p.Start + k + 1, End: p.End}, marks))
			}
		}
	})
	if !e.env.Place.Zero() || e.env.Form.Value == "email" {
		return
	}
	if s := e.besideDate(); !s.Empty() {
		e.env.Place = e.said(s)
		return
	}
	e.each(entente.PartLetterhead, func(p entente.Part) {
		if !e.env.Place.Zero() {
			return
		}
		for _, l := range p.Lines {
			if s := e.lastCapital(l); !s.Empty() && !e.has(e.institutions, l) {
				e.env.Place = e.said(s)
				return
			}
		}
	})
	if e.env.Place.Zero() {
		e.placeInHead()
	}
	if e.env.Place.Zero() {
		e.each(entente.PartHeading, func(p entente.Part) {
			d := e.env.Date
			if e.env.Place.Zero() && !d.Zero() && p.Contains(d.Span) {
				e.placeBefore(e.titleStart(p), d.Start)
			}
		})
	}
	for _, p := range e.parts {
		if d := e.env.Date; e.env.Place.Zero() && p.Kind == entente.PartParagraph && !d.Span.Empty() && e.opening(p).Contains(d.Span) {
			if s := e.shortPlace(e.withoutLead(entente.Span{Start: p.Start, End: d.Start})); !s.Empty() {
				e.env.Place = e.said(s)
			}
		}
		if d := e.env.Date; e.env.Place.Zero() && !d.Zero() && p.Contains(d.Span) && (p.Kind == entente.PartLetterhead || p.Kind == entente.PartNote || p.Kind == entente.PartSubject) {
			e.placeInPiece(entente.Span{Start: p.Start, End: d.Start})
		}
	}
}

// placeInHead reads the place from the last line of the letterhead over a
// dateline that is a date alone: "Republic House, Port Ansel", or a town alone
// below an institution.
func (e *reading) placeInHead() {
	var head entente.Part
	d, dated := e.first(entente.PartDateline)
	for _, p := range e.parts {
		if p.Start < d.Start && (p.Kind == entente.PartLetterhead || p.Kind == entente.PartAddress && e.has(e.institutions, p.Span)) {
			head = p
		}
	}
	if len(head.Lines) == 0 || !dated || e.env.Form.Value == "telegram" {
		return
	}
	last := head.Lines[len(head.Lines)-1]
	for _, l := range head.Lines { // "14 Tide Street, Port Sylvan, Sylvania"
		if strings.Count(l.In(e.text), ",") < 2 || !e.dated(l) {
			continue
		}
		k := strings.LastIndexByte(l.In(e.text), ',')
		if _, country := e.country(entente.Span{Start: l.Start + k, End: l.End}); country {
			last = entente.Span{Start: l.Start, End: l.Start + k}
		}
	}
	s, k := last, strings.LastIndexByte(last.In(e.text), ',')
	if k > 0 {
		s = entente.Span{Start: last.Start + k + 1, End: last.End}
	} else if len(head.Lines) < 2 || len(words(e.text, last)) > 2 {
		return
	}
	if s = e.shortPlace(s); !s.Empty() && !e.has(e.nations, s) && !e.has(e.handling, s) && !e.has(e.missions, s) && (k > 0 || allCapitals(s.In(e.text)) == allCapitals(head.Lines[0].In(e.text))) {
		e.env.Place = e.said(s)
	}
}

// titleStart returns where the title starts that p goes on with.
func (e *reading) titleStart(p entente.Part) int {
	start := p.Start
	for n := len(e.parts) - 1; n >= 0; n-- {
		if q := e.parts[n]; q.Kind == entente.PartHeading && q.Start < start && strings.TrimSpace(e.text[q.End:start]) == "" && strings.Count(e.text[q.End:start], "\n") < 2 {
			start = q.Start
		}
	}
	return start
}

// placeInPiece reads a place that is all that stands between the last comma
// of s and its end: "… by the Ambassador, Port Sylvan, 3 March".
func (e *reading) placeInPiece(s entente.Span) {
	s = e.withoutLead(s)
	k := strings.LastIndexByte(s.In(e.text), ',')
	if k < 0 {
		return
	}
	if s = e.shortPlace(entente.Span{Start: s.Start + k + 1, End: s.End}); !s.Empty() {
		e.env.Place = e.said(s)
	}
}

// shortPlace returns s without marks where it can be a place and nothing
// else: up to three words, each with a capital, that name no office.
func (e *reading) shortPlace(s entente.Span) entente.Span {
	s = trim(e.text, s, marks+"()[]")
	ws := words(e.text, s)
	if len(ws) == 0 || len(ws) > 3 || strings.ContainsAny(s.In(e.text), "0123456789") {
		return entente.Span{}
	}
	for _, w := range ws {
		if !capital(w.In(e.text)) && w.Len() > 3 {
			return entente.Span{}
		}
	}
	for _, list := range e.commons {
		if e.has(list, s) {
			return entente.Span{}
		}
	}
	return s
}

// besideDate returns the place that stands alone to the left of the first
// dateline, in the same printed line.
func (e *reading) besideDate() entente.Span {
	d, ok := e.first(entente.PartDateline)
	if !ok {
		return entente.Span{}
	}
	start := strings.LastIndexByte(e.text[:d.Start], '\n') + 1
	s := trim(e.text, entente.Span{Start: start, End: d.Start}, marks)
	if s.Empty() || len(words(e.text, s)) > 2 || !capital(s.In(e.text)) || strings.ContainsAny(s.In(e.text), "0123456789:()") {
		return entente.Span{}
	}
	for _, p := range e.parts {
		if p.Contains(s) && p.Kind != entente.PartLetterhead {
			return entente.Span{}
		}
	}
	for _, list := range slices.Concat(e.commons, []*lang.Phrases{e.forms, e.referenceCues, e.headers, e.handling, e.countries, e.demonyms}) {
		if e.has(list, s) {
			return entente.Span{}
		}
	}
	return s
}

// lastCapital returns the last name of a capital in line l: before it may
// stand a street that is called so.
func (e *reading) lastCapital(l entente.Span) entente.Span {
	var last entente.Span
	for from := l.Start; ; {
		_, start, end, ok := e.find(e.towns, from, l.End)
		if !ok {
			return last
		}
		if capital(e.text[start:]) {
			last = entente.Span{Start: start, End: end}
		}
		from = end
	}
}

// placeBefore reads a place that stands between a comma and the date in a
// title: "…, à Port-Aigle le 3 mars".
func (e *reading) placeBefore(start, end int) {
	s := e.withoutLead(entente.Span{Start: start, End: end})
	if k := strings.LastIndexByte(s.In(e.text), '('); k > 0 && strings.IndexByte(s.In(e.text)[k:], ')') < 0 { // "(Palace of Arvel, 3 March)"
		if t := trim(e.text, entente.Span{Start: s.Start + k, End: s.End}, marks+"()"); capital(t.In(e.text)) && len(words(e.text, t)) <= 5 {
			e.env.Place = e.said(t)
			return
		}
	}
	if t := e.placeAtEnd(s); !t.Empty() {
		e.env.Place = e.said(t)
		return
	}
	comma := strings.LastIndexByte(s.In(e.text), ',')
	if comma < 0 {
		return
	}
	s = trim(e.text, entente.Span{Start: s.Start + comma + 1, End: s.End}, marks)
	if s.Empty() {
		return
	}
	_, stop, lead := e.at(e.placeLead, s.Start, s.End)
	if lead {
		s = trim(e.text, entente.Span{Start: stop, End: s.End}, marks)
	}
	talk := e.env.Form.Value == "memorandum_of_conversation" || e.env.Form.Value == "minutes"
	if !s.Empty() && capital(e.text[s.Start:]) && len(words(e.text, s)) <= 4 && (lead || talk || e.isCapital(s)) {
		e.env.Place = e.said(s)
	}
}

// placeAtEnd returns the words with capitals that end s, where a word that
// leads in a place stands before them: "session held at Port-Aigle".
func (e *reading) placeAtEnd(s entente.Span) entente.Span {
	ws := words(e.text, s)
	for n := len(ws) - 1; n > 0 && n >= len(ws)-4; n-- {
		if _, end, ok := e.at(e.placeLead, ws[n-1].Start, s.End); ok && end <= ws[n].Start && strings.TrimSpace(e.text[end:ws[n].Start]) == "" {
			place := entente.Span{Start: ws[n].Start, End: s.End}
			if k := strings.LastIndexByte(place.In(e.text), ','); k > 0 { // "in the Guildhall, Port Sylvan"
				place.Start += k + 1
			}
			return e.shortPlace(place)
		}
		if t := ws[n].In(e.text); !capital(t) && len(t) > 3 {
			break
		}
	}
	return entente.Span{}
}

func (e *reading) isCapital(s entente.Span) bool {
	_, _, ok := e.at(e.towns, s.Start, s.End)
	return ok
}

// placeIn returns the place in a dateline: what stands before the date, or
// after it where nothing does.
func (e *reading) placeIn(p entente.Part) entente.Span {
	d := e.env.Date
	if d.Inferred || !p.Contains(d.Span) {
		d = e.dateIn(p.Span)
	}
	if d.Zero() || d.Start == p.Start {
		if !d.Zero() {
			if s := trim(e.text, entente.Span{Start: d.End, End: p.End}, marks+"()[]"); !s.Empty() && e.isCapital(s) {
				return s
			}
		}
		return entente.Span{}
	}
	s := e.withoutLead(entente.Span{Start: p.Start, End: d.Start})
	if e.env.Form.Value == "telegram" {
		s = e.post(s)
	}
	if s.Empty() {
		return s
	}
	if k := strings.IndexByte(s.In(e.text), ','); k > 0 { // "Port Sylvan, in duplicate"
		if after := trim(e.text, entente.Span{Start: s.Start + k + 1, End: s.End}, marks); !after.Empty() && !strings.ContainsFunc(after.In(e.text), unicode.IsUpper) && e.wordy(after) && e.led(after) == after && !e.wordy(entente.Span{Start: s.Start, End: s.Start + k}) {
			s.End = s.Start + k
		}
	}
	if s = e.led(s); e.wordLength(s) < 2 {
		return entente.Span{}
	}
	if k := strings.IndexByte(s.In(e.text), '('); k > 0 { // the region of a town
		s = trim(e.text, entente.Span{Start: s.Start, End: s.Start + k}, marks)
	}
	if k := strings.LastIndexByte(s.In(e.text), ','); k > 0 { // "Embassy of Arcadia, Port Sylvan", "…, held in Port Sylvan"
		before, last := entente.Span{Start: s.Start, End: s.Start + k}, trim(e.text, entente.Span{Start: s.Start + k + 1, End: s.End}, marks)
		if led := e.led(last); led != last || e.has(e.missions, before) || e.has(e.institutions, before) && e.env.Form.Value != "memorandum_of_conversation" {
			if piece := e.shortPlace(led); !piece.Empty() {
				return piece
			}
		}
	}
	if k := strings.LastIndexByte(s.In(e.text), ','); k > 0 && (len(words(e.text, s)) > 4 || e.has(e.forms, s)) {
		if piece := e.shortPlace(entente.Span{Start: s.Start + k + 1, End: s.End}); !piece.Empty() && e.wordy(entente.Span{Start: s.Start, End: s.Start + k}) {
			return piece // "Second session of the Committee, Port Sylvan"
		}
	}
	// A postal code stands before a town.
	if ws := words(e.text, s); len(ws) > 1 && strings.ContainsAny(ws[0].In(e.text), "0123456789") {
		s.Start = ws[1].Start
	}
	if !strings.ContainsFunc(s.In(e.text), isAlnum) || s.Len() > 120 {
		return entente.Span{}
	}
	return s
}

// led returns s without words that lead in a place: "held in".
func (e *reading) led(s entente.Span) entente.Span {
	for {
		_, end, ok := e.at(e.placeLead, s.Start, s.End)
		if !ok {
			return s
		}
		next := trim(e.text, entente.Span{Start: end, End: s.End}, marks)
		if next.Empty() {
			return s
		}
		s = next
	}
}

// wordLength returns how many letters the longest word of s has.
func (e *reading) wordLength(s entente.Span) int {
	most := 0
	for _, w := range words(e.text, s) {
		most = max(most, utf8.RuneCountInString(strings.Trim(w.In(e.text), marks)))
	}
	return most
}

// wordy reports whether s holds a longer word without a capital, unlike a
// street or a seat.
func (e *reading) wordy(s entente.Span) bool {
	for _, w := range words(e.text, s) {
		if !capital(w.In(e.text)) && w.Len() > 4 {
			return true
		}
	}
	return false
}

// withoutLead returns s without the words before a date at its end: "le",
// "this", a weekday.
func (e *reading) withoutLead(s entente.Span) entente.Span {
	s = trim(e.text, s, marks+"([")
	for !s.Empty() {
		ws := words(e.text, s)
		cut := false
		for k := max(0, len(ws)-4); k < len(ws); k++ {
			if _, end, ok := e.at(e.dateLead, ws[k].Start, s.End); ok && end >= s.End {
				s = trim(e.text, entente.Span{Start: s.Start, End: ws[k].Start}, marks+"([")
				cut = true
				break
			}
		}
		if !cut {
			return s
		}
	}
	return entente.Span{}
}
