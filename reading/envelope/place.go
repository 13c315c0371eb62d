package envelope

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
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
		if k := strings.IndexByte(p.In(e.text), ':'); k > 0 && e.env.Place.Zero() && e.headerOf(p) == "date" && e.env.Form.Value != "email" && p.Contains(e.env.Date.Span) {
			if s := e.shortPlace(e.withoutLead(entente.Span{Start: p.Start + k + 1, End: e.env.Date.Start})); !s.Empty() && strings.IndexByte(e.text[s.End:e.env.Date.Start], ',') >= 0 { // "Place and date: Zephyr, 3 March"
				e.env.Place = e.said(s)
			}
		}
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
	if e.env.Place.Zero() {
		e.placeOverDate()
	}
	if e.env.Place.Zero() {
		e.placeOfMeeting()
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

func (e *reading) isCapital(s entente.Span) bool {
	_, _, ok := e.at(e.towns, s.Start, s.End)
	return ok
}

// placeIn returns the place in a dateline: what stands before the date, or
// after it where nothing does.
func (e *reading) placeIn(p entente.Part) entente.Span {
	d := e.env.Date
	if d.Inferred || !p.Contains(d.Span) {
		if d = e.dateIn(p.Span); d.Zero() { // "(Zephyr, 3-5 March 2031)"
			if d = e.openDate(p.Span, true); d.Zero() || d.Inferred {
				return entente.Span{}
			}
			return e.shortPlace(e.withoutLead(entente.Span{Start: p.Start, End: d.Start}))
		}
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
	if k := strings.LastIndexByte(s.In(e.text), '|'); k >= 0 { // "Press Office | Port Sylvan, 3 March"
		s = trim(e.text, entente.Span{Start: s.Start + k + 1, End: s.End}, marks)
	}
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
