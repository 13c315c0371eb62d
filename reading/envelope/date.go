package envelope

import (
	"slices"
	"strings"

	"entente"
	"entente/dates"
	"entente/edtf"
	"entente/token"
)

// readDate reads the date of the document: that of the dateline, else of a
// header line, of the title, or of the first sentence where the form is one
// that is dated so.
func (e *reading) readDate() {
	if e.datePart(); len(e.env.Date.Value) < len("2006-01-02") {
		if v := e.otherDate(); !v.Zero() {
			e.env.Date = v
		}
	}
}

func (e *reading) datePart() {
	text := len(e.text) // where it starts
	for _, p := range e.parts {
		if p.Kind == entente.PartParagraph || p.Kind == entente.PartListIntro || p.Kind == entente.PartItem {
			text = p.Start
			break
		}
	}
	for n, kind := range []entente.PartKind{entente.PartDateline, entente.PartHeader, entente.PartHeading, entente.PartDateline} {
		var best entente.Value
		from, numbered := false, false // a stamp above the headers may have a date of its own
		e.each(kind, func(p entente.Part) {
			if (n == 0) != (p.Start <= text) && kind == entente.PartDateline {
				return // that at the end comes last
			}
			if kind == entente.PartHeader {
				key := e.headerOf(p)
				if key == "from" && !from {
					if from = true; !numbered {
						best = entente.Value{}
					}
				}
				numbered = numbered || key == "telegram"
				if key != "date" && key != "" && !((key == "from" || key == "telegram") && e.env.Form.Value == "telegram") {
					return
				}
			}
			if best.Zero() {
				best = e.dateIn(p.Span)
			}
			if best.Zero() && kind == entente.PartHeader { // it may be in another language than the text
				best = e.dateOf(e.all(), p.Span)
			}
		})
		if !best.Zero() {
			e.env.Date = best
			return
		}
	}
	if e.env.Form.Value == "telegram" { // "No. 47 of 3 March"
		e.each(entente.PartReference, func(p entente.Part) {
			if v := e.dateIn(p.Span); e.env.Date.Zero() && len(v.Value) == len("2006-01-02") {
				e.env.Date = v
			}
		})
		if !e.env.Date.Zero() {
			return
		}
	}
	if v := e.doneAt(); !v.Zero() {
		e.env.Date = v
		return
	}
	switch e.env.Form.Value {
	case "communique", "readout", "joint_statement", "speech", "press_article", "other", "memorandum_of_conversation", "minutes", "agreement_text":
		for _, p := range e.parts {
			if p.Kind == entente.PartParagraph || p.Kind == entente.PartSubject || p.Kind == entente.PartLetterhead {
				if v := e.openDate(e.opening(p), false); !v.Zero() {
					e.env.Date = v
					return
				}
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
	key, _, _ := e.keyAt(p.Span)
	return key.Value
}

// dateIn returns the first full date in the text at s: a day, or else the
// most exact of those with a year.
func (e *reading) dateIn(s entente.Span) entente.Value { return e.dateOf(e.tongue, s) }

// dateOf is dateIn in the languages of t.
func (e *reading) dateOf(t *tongue, s entente.Span) entente.Value {
	var best entente.Value
	if !strings.ContainsAny(s.In(e.text), "0123456789") && !e.has(t.months, s) {
		return best
	}
	for n, tag := range t.tags {
		tokens := figures(partYears(token.Tokens(e.text, s, t.packs[n])))
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

// figures returns tokens with figures for the letters that scanning put in the
// place of a 1 or a 0 in numbers of two: "l4", "2O".
func figures(tokens []entente.Token) []entente.Token {
	for n, t := range tokens {
		if len(t.Text) != 2 || !strings.ContainsAny(t.Text, "0123456789") || !strings.ContainsAny(t.Text, "lIOo") {
			continue
		}
		figure := asFigures.Replace(t.Text)
		if strings.Trim(figure, "0123456789") == "" {
			tokens[n].Text, tokens[n].Norm = figure, figure
		}
	}
	return tokens
}

var asFigures = strings.NewReplacer("l", "1", "I", "1", "O", "0", "o", "0")
