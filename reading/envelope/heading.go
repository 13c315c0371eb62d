package envelope

import (
	"strings"

	"entente"
)

// fromHeading reads an editor's heading: "Letter From A to B", "A TO B.",
// "TO B.".
func (e *reading) fromHeading() {
	signed := len(e.env.Sender) > 0
	e.each(entente.PartHeading, func(p entente.Part) {
		if len(e.env.Sender) > 0 && !signed || len(e.env.Recipient) > 0 {
			return
		}
		s := e.withoutNumber(p.Span)
		lead := false
		if _, end, ok := e.at(e.forms, s.Start, s.End); ok {
			lead = true
			if key, stop, ok := e.at(e.headers, s.Start, s.End); ok && key.Value == "to" && stop < s.End {
				to := trim(e.text, entente.Span{Start: stop, End: s.End}, marks)
				if k := strings.IndexByte(to.In(e.text), '\n'); k > 0 && e.has(e.offices, entente.Span{Start: to.Start, End: to.Start + k}) {
					to.End = to.Start + k // below it, through whom
				}
				e.env.Recipient = []entente.Correspondent{e.titled(e.withoutArticle(trim(e.text, to, marks)))}
				return
			}
			s = trim(e.text, entente.Span{Start: end, End: s.End}, marks)
			// "From" belongs to the phrase or follows it.
			if key, stop, ok := e.at(e.headers, s.Start, s.End); ok && key.Value == "from" {
				s = trim(e.text, entente.Span{Start: stop, End: s.End}, marks)
			}
		}
		if s.Empty() || signed && !lead {
			return
		}
		if key, stop, ok := e.at(e.headers, s.Start, s.End); ok && key.Value == "from" && e.fromPostToPost(p.Lines[0]) {
			s = trim(e.text, entente.Span{Start: stop, End: s.End}, marks)
		}
		from, to, ok := e.cut(e.undated(s), lead)
		if !ok {
			return
		}
		if k := strings.IndexByte(to.In(e.text), '('); k > 0 && e.env.Form.Value == "telegram" && allCapitals(e.text[to.Start:to.Start+k]) { // "(By Bag)"
			to = trim(e.text, entente.Span{Start: to.Start, End: to.Start + k}, marks)
		}
		if !from.Empty() && !signed {
			e.env.Sender = []entente.Correspondent{e.titled(from)}
		}
		if _, end, town := e.at(e.towns, to.Start, to.End); !to.Empty() && !(lead && town && strings.Trim(e.text[end:to.End], marks+"0123456789") == "" || e.dated(to)) {
			e.env.Recipient = []entente.Correspondent{e.titled(to)}
		}
	})
}

// withoutNumber returns s without the number of the piece in a collection:
// "291.", "No 22 bis.--".
func (e *reading) withoutNumber(s entente.Span) entente.Span {
	if k := strings.Index(s.In(e.text), "--"); k >= 0 && k < 24 {
		return trim(e.text, entente.Span{Start: s.Start + k, End: s.End}, marks)
	}
	return trim(e.text, s, marks+"0123456789")
}

// undated returns a heading without place and date at its end: ", Port
// Sylvan, March 3, 2031."
func (e *reading) undated(s entente.Span) entente.Span {
	out, digits := s, false
	for {
		k := strings.LastIndexByte(out.In(e.text), ',')
		if k < 0 {
			break
		}
		piece := entente.Span{Start: out.Start + k + 1, End: out.End}
		dated := strings.ContainsAny(piece.In(e.text), "0123456789")
		if !dated && !digits && strings.TrimSpace(strings.Trim(piece.In(e.text), ".")) != "" {
			break
		}
		if honorific, _ := e.style(trim(e.text, piece, marks)); !dated && !honorific.Empty() { // "…, Mr Ivo Lind, on 3 March"
			return out
		}
		out.End = out.Start + k
		if !dated && digits {
			return out // that was the place
		}
		digits = digits || dated
	}
	if !digits {
		return s
	}
	return out
}

// cut parts a heading at the word between who writes and to whom. Without
// the name of a form before it, both sides must look like names.
func (e *reading) cut(s entente.Span, lead bool) (from, to entente.Span, ok bool) {
	type cutAt struct{ start, end int }
	var cuts, comma []cutAt
	ws := words(e.text, s)
	for n, w := range ws {
		_, end, ok := e.at(e.addressing, w.Start, s.End)
		if !ok || end >= s.End || !capital(strings.TrimLeft(e.text[end:s.End], " \n_*'’")) && !lead {
			continue
		}
		if n > 0 {
			before := e.text[ws[n-1].Start:ws[n-1].End]
			if strings.HasSuffix(before, ",") && len(ws)-n <= 3 && len(cuts)+len(comma) > 0 {
				continue // ", à Paris": where the addressee is
			}
			if strings.HasSuffix(before, ",") {
				comma = append(comma, cutAt{w.Start, end})
				continue
			}
			if _, stop, ok := e.at(e.addressees, ws[n-1].Start, s.End); ok && stop >= ws[n-1].End {
				continue // "the Assistant to the President"
			}
		}
		cuts = append(cuts, cutAt{w.Start, end})
	}
	if len(comma) > 0 && (len(cuts) == 0 || cuts[0].start > s.Start) {
		cuts = comma
	}
	if len(cuts) == 0 {
		if lead {
			return entente.Span{}, entente.Span{}, false
		}
		return
	}
	c := cuts[0]
	from = e.withoutArticle(trim(e.text, entente.Span{Start: s.Start, End: c.start}, marks))
	to = trim(e.text, entente.Span{Start: c.end, End: s.End}, marks)
	for _, mark := range []string{", ", ". "} { // "B, À PARIS"
		for from := 0; ; {
			k := strings.Index(to.In(e.text)[from:], mark)
			if k < 0 {
				break
			}
			if from += k + len(mark); from <= len(mark) {
				continue
			}
			if _, _, ok := e.at(e.addressing, to.Start+from, to.End); ok {
				to.End = to.Start + from - len(mark)
				break
			}
		}
	}
	return from, e.withoutArticle(to), true
}

// titled reads a correspondent of a heading: the name keeps the title that
// tells who it is.
func (e *reading) titled(s entente.Span) entente.Correspondent {
	return e.oneLine(trim(e.text, s, marks))
}
