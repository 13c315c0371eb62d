package envelope

import (
	"slices"
	"strings"

	"entente"
	"entente/dates"
	"entente/edtf"
	"entente/lang"
	"entente/token"
)

// readDate reads the date of the document: that of the dateline, else of a
// header line, of the title, or of the first sentence where the form is one
// that is dated so.
func (e *reading) readDate() {
	text := len(e.text) // where it starts
	for _, p := range e.parts {
		if p.Kind == entente.PartParagraph || p.Kind == entente.PartListIntro || p.Kind == entente.PartItem {
			text = p.Start
			break
		}
	}
	for n, kind := range []entente.PartKind{entente.PartDateline, entente.PartHeader, entente.PartHeading, entente.PartDateline} {
		var best entente.Value
		from := false // a stamp above the headers may have a date of its own
		e.each(kind, func(p entente.Part) {
			if (n == 0) != (p.Start <= text) && kind == entente.PartDateline {
				return // that at the end comes last
			}
			if kind == entente.PartHeader {
				key := e.headerOf(p)
				if key == "from" && !from {
					from, best = true, entente.Value{}
				}
				if key != "date" && key != "" {
					return
				}
			}
			if best.Zero() {
				best = e.dateIn(p.Span)
			}
		})
		if !best.Zero() {
			e.env.Date = best
			return
		}
	}
	switch e.env.Form.Value {
	case "communique", "readout", "joint_statement", "speech", "press_article", "other", "memorandum_of_conversation", "minutes", "agreement_text":
		for _, p := range e.parts {
			if p.Kind == entente.PartParagraph || p.Kind == entente.PartSubject || p.Kind == entente.PartLetterhead {
				if v := e.dateIn(entente.Span{Start: p.Start, End: min(p.End, e.rune(p.Start+400))}); len(v.Value) >= len("2006-01-02") {
					e.env.Date = v
				}
				if p.Kind == entente.PartParagraph {
					return
				}
			}
		}
	}
}

func (e *reading) headerOf(p entente.Part) string {
	key, _ := e.headers.At(lang.Plain(p.In(e.text), 40))
	return key.Value
}

// dateIn returns the first full date in the text at s: a day, or else the
// most exact of those with a year.
func (e *reading) dateIn(s entente.Span) entente.Value {
	var best entente.Value
	if !strings.ContainsAny(s.In(e.text), "0123456789") && !e.has(e.months, s) {
		return best
	}
	for n, tag := range e.tags {
		tokens := partYears(token.Tokens(e.text, s, e.packs[n]))
		for _, d := range e.grammar.Find(e.text, tokens, tag, dates.Reference{}) {
			if strings.ContainsAny(d.Value, "X/[{") || d.Value == "" || d.Invalid != "" {
				continue
			}
			if _, err := edtf.Parse(d.Value); err != nil {
				continue
			}
			if len(d.Value) > len(best.Value) {
				best = entente.Said(d.Value, e.text, d.Span)
			}
			if len(d.Value) >= len("2006-01-02") {
				return best
			}
		}
		if !best.Zero() {
			break
		}
	}
	return best
}

// partYears parts the numbers of a date that was typed without a space:
// "December 11,2031".
func partYears(tokens []entente.Token) []entente.Token {
	for n := 0; n < len(tokens); n++ {
		t := tokens[n]
		k := strings.IndexByte(t.Text, ',')
		if k < 1 || k > 2 || len(t.Text) != k+5 || strings.Trim(t.Text, "0123456789,") != "" {
			continue
		}
		piece := func(from, to int, space bool) entente.Token {
			return entente.Token{Span: entente.Span{Start: t.Start + from, End: t.Start + to}, Text: t.Text[from:to], Norm: t.Text[from:to], Space: space}
		}
		pieces := []entente.Token{piece(0, k, t.Space), piece(k, k+1, false), piece(k+1, len(t.Text), false)}
		tokens = slices.Concat(tokens[:n], pieces, tokens[n+1:])
		n += 2
	}
	return tokens
}

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
		e.each(entente.PartHeading, func(p entente.Part) {
			d := e.env.Date
			if e.env.Place.Zero() && !d.Zero() && p.Contains(d.Span) {
				e.placeBefore(p.Start, d.Start)
			}
		})
	}
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
	if s.Empty() {
		return s
	}
	for {
		_, end, ok := e.at(e.placeLead, s.Start, s.End)
		if !ok {
			break
		}
		next := trim(e.text, entente.Span{Start: end, End: s.End}, marks)
		if next.Empty() {
			break
		}
		s = next
	}
	if k := strings.IndexByte(s.In(e.text), '('); k > 0 { // the region of a town
		s = trim(e.text, entente.Span{Start: s.Start, End: s.Start + k}, marks)
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
