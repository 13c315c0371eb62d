package envelope

import (
	"strconv"
	"strings"

	"entente"
	"entente/dates"
	"entente/edtf"
	"entente/token"
)

// otherDate returns the date of a document where no dateline, header or title
// has a whole one: that in a note or another line above the text, the last
// day of a visit that the dateline or the title gives, or a day of which the
// year stands elsewhere.
func (e *reading) otherDate() entente.Value {
	for _, p := range e.parts {
		if p.Kind == entente.PartParagraph || p.Kind == entente.PartSalutation || p.Kind == entente.PartListIntro {
			break
		}
		switch p.Kind {
		case entente.PartAddress:
			if v := e.dateIn(p.Span); len(v.Value) == len("2006-01-02") && e.env.Form.Value == "telegram" {
				return v
			}
		case entente.PartLetterhead, entente.PartNote, entente.PartSubject, entente.PartAnnotation:
			if v := e.dateIn(p.Span); len(v.Value) == len("2006-01-02") {
				return v
			}
		}
	}
	for _, kind := range []entente.PartKind{entente.PartDateline, entente.PartHeading} {
		for _, p := range e.parts {
			if p.Kind != kind {
				continue
			}
			if v := e.openDate(p.Span, true); !v.Zero() {
				return v
			}
		}
	}
	for _, p := range e.parts {
		if p.Kind == entente.PartParagraph || p.Kind == entente.PartListIntro {
			return e.openDate(e.opening(p), false)
		}
	}
	return entente.Value{}
}

// doneAt returns the date of a short paragraph that words such as "done at"
// open, with the place.
func (e *reading) doneAt() entente.Value {
	for _, p := range e.parts {
		if p.Kind != entente.PartParagraph && p.Kind != entente.PartItem || p.Len() > 250 {
			continue
		}
		c, end, ok := e.at(e.placeLead, p.Start, p.End)
		if !ok || !strings.Contains(c.Words, " ") {
			continue
		}
		v := e.dateIn(entente.Span{Start: end, End: p.End})
		if len(v.Value) != len("2006-01-02") {
			continue
		}
		place := e.withoutLead(entente.Span{Start: end, End: v.Start})
		if k := strings.IndexByte(place.In(e.text), ','); k > 0 { // "in duplicate"
			place.End = place.Start + k
		}
		if s := e.shortPlace(place); !s.Empty() && e.env.Place.Zero() {
			e.env.Place = e.said(s)
		}
		return v
	}
	return entente.Value{}
}

// opening returns what stands before a dash near the start of p, as in a
// release: "PORT SYLVAN, 3 March -- The two Ministers …".
func (e *reading) opening(p entente.Part) entente.Span {
	s := entente.Span{Start: p.Start, End: min(p.End, e.rune(p.Start+80))}
	for _, dash := range []string{" - ", " – ", " — ", "--", "—"} {
		if k := strings.Index(s.In(e.text), dash); k > 0 {
			s.End = s.Start + k
		}
	}
	if s.Len() >= 80 || !capital(s.In(e.text)) || len(words(e.text, s)) > 8 {
		return entente.Span{}
	}
	return s
}

// openDate returns the date in s that is not whole by itself: the last day of
// several, or a day whose year the document gives elsewhere.
func (e *reading) openDate(s entente.Span, several bool) entente.Value {
	if s.Empty() || !strings.ContainsAny(s.In(e.text), "0123456789") {
		return entente.Value{}
	}
	for n, tag := range e.tags {
		for _, d := range e.grammar.Find(e.text, token.Tokens(e.text, s, e.packs[n]), tag, dates.Reference{}) {
			if d.Invalid != "" || d.Value == "" {
				continue
			}
			value := d.Value
			if strings.HasPrefix(value, "XXXX-") {
				year := e.year()
				if year == 0 || len(value) < len("XXXX-03-03") {
					continue
				}
				value = d.Resolve(dates.Reference{Date: edtf.OnDay(year, 7, 1)})
			}
			from, to, is := strings.Cut(value, "/")
			if is && (!several || len(from) != len("2006-01-02")) {
				continue
			}
			if !is {
				to = from
			}
			if len(to) != len("2006-01-02") || strings.ContainsAny(to, "X~?[") {
				continue
			}
			v := entente.Said(to, e.text, d.Span)
			if value != d.Value {
				v.Inferred, v.Why = true, "its year is that which the document names"
			}
			return v
		}
	}
	return entente.Value{}
}

// year returns the year that what stands around the text names, else the one
// of most dates in the text that have a month, the later of two; 0 if there
// is none. "By 2050" tells nothing.
func (e *reading) year() int {
	count := map[string]int{}
	best := ""
	add := func(year string, weight int) {
		count[year] += weight
		if n := count[year]; n > count[best] || n == count[best] && year > best {
			best = year
		}
	}
	for _, p := range e.parts {
		switch p.Kind {
		case entente.PartParagraph, entente.PartListIntro, entente.PartItem:
			if v := e.dateIn(p.Span); len(v.Value) > len("2006") {
				add(v.Value[:4], 1)
			}
		default:
			for _, w := range strings.FieldsFunc(p.In(e.text), func(r rune) bool { return r < '0' || r > '9' }) {
				if len(w) == 4 && "1500" < w && w < "2100" {
					add(w, 100)
				}
			}
		}
	}
	year, _ := strconv.Atoi(best)
	return year
}
