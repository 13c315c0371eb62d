package envelope

import (
	"slices"
	"strings"

	"entente"
	"entente/lang"
)

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

// placeOverDate reads the place of a text for the public from the heading of
// one or two words right above a dateline that is a date alone.
func (e *reading) placeOverDate() {
	switch e.env.Form.Value {
	case "joint_statement", "communique", "readout":
	default:
		return
	}
	for n := 1; n+1 < len(e.parts); n++ {
		p, d := e.parts[n], e.parts[n+1]
		if p.Kind != entente.PartHeading || d.Kind != entente.PartDateline || strings.Count(e.text[p.End:d.Start], "\n") != 1 || len(p.Lines) != 1 {
			continue
		}
		if s := e.shortPlace(p.Span); !s.Empty() && len(words(e.text, s)) <= 2 && !e.has(e.nations, s) && !e.has(e.forms, s) && !e.has(e.handling, s) && !e.linkEnds(e.parts[n-1].Span) {
			e.env.Place = e.said(s)
			return
		}
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
	if !s.Empty() && capital(e.text[s.Start:]) && len(words(e.text, s)) <= 4 && (lead || talk && !e.has(e.offices, s) && !e.has(e.demonyms, s) || e.isCapital(s)) {
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

// placeOfMeeting reads the place of a joint text from its first sentence, where
// that tells on the date of the text where the two met: "on the occasion of
// the talks held in Port Sylvan on 3 March 2031". What only says that they met
// there, or today, tells where they were and not where the text is from.
func (e *reading) placeOfMeeting() {
	if form := e.env.Form.Value; form != "joint_statement" && form != "communique" {
		return
	}
	p, ok := e.first(entente.PartParagraph)
	d := e.env.Date
	if !ok || d.Inferred || !p.Contains(d.Span) {
		return
	}
	s := e.withoutLead(entente.Span{Start: p.Start, End: d.Start})
	for _, w := range words(e.text, s) {
		c, end, lead := e.at(e.placeLead, w.Start, s.End)
		if !lead || !strings.Contains(c.Words, " ") {
			continue
		}
		if place := e.shortPlace(entente.Span{Start: end, End: s.End}); !place.Empty() {
			e.env.Place = e.said(place)
			return
		}
	}
}
