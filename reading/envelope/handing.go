package envelope

import (
	"strings"

	"entente"
)

// fromHanding reads the note on an aide-mémoire that says who handed it to
// whom.
func (e *reading) fromHanding() {
	if len(e.env.Sender) > 0 || len(e.env.Recipient) > 0 {
		return
	}
	for _, p := range e.parts {
		if p.Kind == entente.PartParagraph {
			return
		}
		cue, start, end, ok := e.find(e.handed, p.Start, p.End)
		if !ok {
			continue
		}
		if cue.Value == "to" {
			ws := words(e.text, entente.Span{Start: start, End: end})
			_, _, dated := e.at(e.dateLead, ws[len(ws)-1].Start, end) // "handed over on", and a date
			if next := words(e.text, entente.Span{Start: end, End: p.End}); dated && len(next) > 0 {
				dated = e.dated(entente.Span{Start: end, End: next[min(2, len(next)-1)].End})
			}
			e.handedTo(entente.Span{Start: end, End: p.End}, dated)
			return
		}
		s := e.undated(trim(e.text, entente.Span{Start: end, End: p.End}, marks+"()[]"))
		if from, to, ok := e.cut(s, true); ok && !from.Empty() && !to.Empty() {
			e.env.Sender = []entente.Correspondent{e.named(from)}
			e.env.Recipient = []entente.Correspondent{e.named(to)}
		}
		return
	}
}

// fromAttention reads the recipient from a line above the text such as "For
// the attention of the Director of Ports".
func (e *reading) fromAttention() {
	if len(e.env.Recipient) > 0 || e.env.Form.Value != "aide_memoire" && e.env.Form.Value != "memorandum" && e.env.Form.Value != "note_verbale" {
		return
	}
	for _, p := range e.parts {
		if p.Kind == entente.PartParagraph {
			return
		}
		for _, l := range p.Lines {
			cue, end, ok := e.at(e.addressing, l.Start, l.End)
			if s := e.withoutArticle(trim(e.text, entente.Span{Start: end, End: l.End}, marks+"()")); ok && strings.Count(cue.Words, " ") > 1 && !s.Empty() {
				e.env.Recipient = []entente.Correspondent{e.named(s)}
				return
			}
		}
	}
}

// handedTo reads "the Director of Ports by the Ambassador of Arcadia, Port
// Sylvan, 3 March" after words such as "left with", and either order of "to"
// and "by" after "handed over on 3 March", which is dated. It may tell nobody
// who handed it over.
func (e *reading) handedTo(s entente.Span, dated bool) {
	s = trim(e.text, s, marks+"()[]")
	to, from := -1, -1
	ends := map[int]int{}
	for n, w := range words(e.text, s) {
		if _, end, ok := e.at(e.handedBy, w.Start, s.End); ok && n > 0 && from < 0 {
			from, ends[w.Start] = w.Start, end
		} else if _, end, ok := e.at(e.addressing, w.Start, s.End); ok && to < 0 {
			to, ends[w.Start] = w.Start, end
		}
	}
	if from < 0 { // "left with the Director of Ports": the letterhead tells who left it
		if !dated {
			to, ends[s.Start] = s.Start, s.Start
		}
		if to < 0 {
			return
		}
	} else if to < 0 && e.dated(entente.Span{Start: s.Start, End: from}) {
		return
	}
	if from >= 0 && (to < 0 || to > from && !e.dated(entente.Span{Start: s.Start, End: from})) {
		to, ends[s.Start] = s.Start, s.Start
	}
	side := func(at, other int) entente.Span {
		stop := s.End
		if other > at {
			stop = other
		}
		s := trim(e.text, e.undated(entente.Span{Start: ends[at], End: stop}), marks)
		if d := e.dateIn(s); !d.Zero() && d.End == s.End { // "… on 3 March"
			s = e.withoutLead(entente.Span{Start: s.Start, End: d.Start})
		}
		return e.withoutArticle(s)
	}
	recipient := side(to, from)
	var sender entente.Span
	if from >= 0 {
		sender = side(from, to)
	}
	if recipient.Empty() || from >= 0 && sender.Empty() {
		return
	}
	for _, c := range []struct {
		to *[]entente.Correspondent
		s  entente.Span
	}{{&e.env.Sender, sender}, {&e.env.Recipient, recipient}} {
		if c.s.Empty() {
			continue
		}
		if k := strings.IndexByte(c.s.In(e.text), ','); k > 0 {
			if honorific, _ := e.style(c.s); !honorific.Empty() { // "Mr Ivo Lind, Director of Ports"
				c.s.End = c.s.Start + k
			}
		}
		var office entente.Span
		if k := strings.LastIndexByte(c.s.In(e.text), ','); k > 0 { // "the Chargée d'affaires, Mrs Ada Lind"
			name := trim(e.text, entente.Span{Start: c.s.Start + k + 1, End: c.s.End}, marks)
			if honorific, rest := e.style(name); !honorific.Empty() && !rest.Empty() {
				office = entente.Span{Start: c.s.Start, End: c.s.Start + k}
				c.s = name
			}
		}
		who := e.named(c.s)
		if !office.Empty() && who.Office.Zero() {
			who.Office = entente.Said(office.In(e.text), e.text, office)
		}
		*c.to = []entente.Correspondent{who}
	}
}

// dated reports whether a number stands in s, as in "on 3 March".
func (e *reading) dated(s entente.Span) bool {
	return strings.ContainsAny(s.In(e.text), "0123456789")
}
