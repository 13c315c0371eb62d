package envelope

import (
	"fmt"
	"strings"

	"entente"
	"entente/edtf"
	"entente/lang"
)

// markdown is the media type that intake gives to a note.
const markdown = "text/markdown"

// readNote reads the head of a note, which somebody wrote for the register to
// report what others said and did: its date, its source as a reference, its
// place. Who wrote it is no party, nor is who published the source. A line
// that cannot be read is remarked on. It returns the two states of the
// relation that the head names, or nothing.
func (e *reading) readNote(keys *lang.Phrases) (between []entente.Value) {
	e.env.Form = entente.Inferred("note", "it has the head of a note")
	var head []entente.Part
	fences := 0
	for _, p := range e.parts {
		if p.Kind == entente.PartResidue && fences < 2 {
			fences++
		} else if p.Kind == entente.PartHeader && fences < 2 {
			head = append(head, p)
		} else {
			break
		}
	}
	for _, p := range head {
		key, value, ok := e.keyOf(keys, p.Span)
		switch {
		case !ok && strings.HasPrefix(p.In(e.text), "#"): // a comment
		case !ok:
			e.remark(p.Span, "the head of a note has lines such as “date: 2031-03-03”; this one was not read")
		case value.Empty():
		case key == "date":
			e.noteDate(value)
		case key == "source":
			e.env.References = append(e.env.References, e.said(value))
		case key == "place":
			e.env.Place = e.said(value)
		case key == "relation":
			between = e.noteRelation(value)
		}
	}
	if fences < 2 && len(head) > 0 {
		e.remark(head[len(head)-1].Span, "the head of the note is not closed: a line of three hyphens is to stand under it")
	}
	return between
}

// keyOf parts a line of the head into what its key means and its value, which
// may stand between quotation marks.
func (e *reading) keyOf(keys *lang.Phrases, line entente.Span) (key string, value entente.Span, ok bool) {
	words, _, colon := strings.Cut(line.In(e.text), ":")
	words = lang.Plain(words, len(words)+1)
	entry, known := keys.At(words)
	if !colon || !known || entry.Words != strings.TrimSpace(words) {
		return "", value, false
	}
	value = trim(e.text, entente.Span{Start: line.Start + strings.IndexByte(line.In(e.text), ':') + 1, End: line.End}, " \t\"'")
	return entry.Value, value, true
}

// noteDate reads the date: EDTF, or in words.
func (e *reading) noteDate(s entente.Span) {
	if d, err := edtf.Parse(s.In(e.text)); err == nil && !d.IsZero() {
		e.env.Date = entente.Said(d.String(), e.text, s)
		return
	}
	if e.env.Date = e.dateIn(s); e.env.Date.Zero() {
		e.remark(s, fmt.Sprintf("%q is no date; give one such as 2031-03-03, 2031-03 or 2031", s.In(e.text)))
	}
}

// noteRelation reads a pair of states such as FR-KZ.
func (e *reading) noteRelation(s entente.Span) []entente.Value {
	words := s.In(e.text)
	if _, ok := entente.ParseRelation(words); !ok {
		e.remark(s, fmt.Sprintf("%q is no relation; give two country codes, such as FR-KZ", words))
		return nil
	}
	a, b, _ := strings.Cut(words, "-")
	first := trim(e.text, entente.Span{Start: s.Start, End: s.Start + len(a)}, " \t")
	second := trim(e.text, entente.Span{Start: s.End - len(b), End: s.End}, " \t")
	return []entente.Value{entente.Said(strings.ToUpper(first.In(e.text)), e.text, first), entente.Said(strings.ToUpper(second.In(e.text)), e.text, second)}
}

func (e *reading) remark(s entente.Span, text string) {
	e.remarks = append(e.remarks, entente.Remark{Anchor: entente.At(e.text, s), Text: text})
}
