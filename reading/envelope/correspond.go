package envelope

import (
	"strings"

	"entente"
)

// readCorrespondents reads who writes to whom, from the surest place to the
// least: an editor's heading, header lines, the first sentence of a note,
// then signature, letterhead and address.
func (e *reading) readCorrespondents() {
	e.fromInitials()
	if e.env.Form.Value == "aide_memoire" {
		e.fromHanding()
	}
	e.fromHeading()
	if e.env.Form.Value == "telegram" {
		e.fromTelegramHeads()
	}
	e.fromHeaders()
	e.fromCompliments()
	e.fromHanding()
	e.fromAttention()
	if len(e.env.Sender) == 0 && e.env.Form.Value == "telegram" {
		e.fromTelegram()
	}
	if len(e.env.Sender) == 0 {
		e.fromSignature()
	}
	e.readSignature()
	if len(e.env.Recipient) == 0 {
		e.fromAddress()
	}
	for _, from := range []func(){e.fromColumns, e.fromSalutation, e.fromVocative, e.fromOfficeSpokenTo} {
		if len(e.env.Recipient) == 0 {
			from()
		}
	}
	e.fromThirdPerson()
	if len(e.env.Sender) == 0 {
		e.fromLetterhead()
	}
	e.senderState()
	if e.env.Place.Zero() && e.env.Form.Value == "telegram" && len(e.env.Sender) == 1 {
		e.fromPost(e.env.Sender[0].Name)
	}
}

// fromPost reads the place of a telegram from the mission that sends it:
// "EMBASSY PORT SYLVAN".
func (e *reading) fromPost(name entente.Value) {
	if name.Inferred {
		return
	}
	if _, _, end, ok := e.find(e.missions, name.Start, name.End); ok {
		if s := e.lastCapital(entente.Span{Start: end, End: name.End}); !s.Empty() {
			e.env.Place = e.said(s)
		} else if s := trim(e.text, entente.Span{Start: end, End: name.End}, marks); !s.Empty() && len(words(e.text, s)) <= 3 && capital(e.text[s.Start:]) {
			e.env.Place = e.said(s)
		}
	} else if s := e.shortPlace(name.Span); !s.Empty() && e.isCapital(s) {
		e.env.Place = e.said(s)
	}
}

// oneLine reads a correspondent from one line: honorific, then a name or an
// office as printed.
func (e *reading) oneLine(s entente.Span) entente.Correspondent {
	if c, ok := e.apart(s); ok {
		return c
	}
	var c entente.Correspondent
	honorific, name := e.style(s)
	if !honorific.Empty() {
		c.Honorific = e.said(honorific)
	}
	if bare := e.withoutArticle(name); bare != name && e.opensOffice(bare) {
		name = bare
	}
	c.Name = e.said(trim(e.text, name, " \t\r\n,;:._*"))
	if _, end, ok := e.at(e.offices, name.Start, name.End); ok {
		if rest := trim(e.text, entente.Span{Start: end, End: name.End}, marks); !rest.Empty() && capital(e.text[rest.Start:]) && len(words(e.text, rest)) <= 4 {
			c.Office = e.said(entente.Span{Start: name.Start, End: end})
		} else {
			c.Office = c.Name
		}
	}
	if !c.Office.Zero() {
		if v, ok := e.country(s); ok {
			c.State = v
		}
	}
	return c
}

// style parts the honorifics that s starts with from what follows.
func (e *reading) style(s entente.Span) (honorific, rest entente.Span) {
	rest = s
	for !rest.Empty() {
		_, end, ok := e.at(e.styles, rest.Start, rest.End)
		if !ok {
			break
		}
		next := trim(e.text, entente.Span{Start: end, End: rest.End}, " \t\r\n\f\u00a0,")
		if next.Empty() {
			break
		}
		honorific = honorific.Cover(entente.Span{Start: rest.Start, End: end})
		rest = next
	}
	return trim(e.text, honorific, " \t\r\n\f\u00a0,"), rest
}

// fromCompliments reads a third person's opening: "The Embassy of A presents
// its compliments to the Ministry of B and …".
func (e *reading) fromCompliments() {
	if len(e.env.Sender) > 0 && len(e.env.Recipient) > 0 {
		return
	}
	for _, p := range e.parts {
		if p.Kind != entente.PartParagraph {
			continue
		}
		end := min(p.End, e.rune(p.Start+400))
		c, start, stop, ok := e.find(e.compliments, p.Start, end)
		if !ok || start-p.Start > 200 {
			return
		}
		from := trim(e.text, entente.Span{Start: p.Start, End: start}, marks)
		if k := strings.IndexByte(from.In(e.text), '('); k > 0 { // the service in it
			from = trim(e.text, entente.Span{Start: from.Start, End: from.Start + k}, marks)
		}
		if len(e.env.Sender) == 0 && !from.Empty() {
			e.env.Sender = []entente.Correspondent{e.named(e.withoutArticle(from))}
		}
		if len(e.env.Recipient) == 0 && c.Value != "sender" {
			if to := e.untilVerb(stop, end); !to.Empty() {
				e.env.Recipient = []entente.Correspondent{e.named(e.withoutArticle(to))}
			}
		}
		return
	}
}

// named reads a correspondent that a sentence names, with its state where
// the words name a country.
func (e *reading) named(s entente.Span) entente.Correspondent {
	c := e.oneLine(s)
	if v, ok := e.country(s); ok && c.State.Zero() {
		c.State = v
	}
	return c
}

// untilVerb returns the words from start up to where the sentence goes on:
// a comma, or a link such as "and" before a small letter.
func (e *reading) untilVerb(start, end int) entente.Span {
	s := trim(e.text, entente.Span{Start: start, End: end}, " \t\r\n\u00a0")
	stop := s.End
	if _, at, _, ok := e.find(e.complimentEnds, s.Start, s.End); ok {
		if k := strings.IndexByte(e.text[s.Start:at], '('); k > 0 {
			at = s.Start + k
		}
		return trim(e.text, entente.Span{Start: s.Start, End: at}, marks)
	}
	ws := words(e.text, s)
	for n, w := range ws {
		if _, e2, ok := e.at(e.partyLinks, w.Start, s.End); ok {
			rest := strings.TrimLeft(e.text[min(e2, s.End):s.End], " \t\r\n")
			if !capital(rest) && w.Start > s.Start {
				stop = w.Start
				break
			}
		}
		if t := w.In(e.text); strings.HasSuffix(t, ",") && n+1 < len(ws) && capital(e.text[ws[n+1].Start:]) {
			if _, _, ok := e.at(e.institutions, ws[n+1].Start, s.End); ok {
				continue // "Ministry of State, Ministry of Ports"
			}
		}
		if t := w.In(e.text); strings.HasSuffix(t, ",") || strings.HasSuffix(t, ".") && len(t) > 4 {
			stop = w.End
			break
		}
	}
	if k := strings.IndexByte(e.text[s.Start:stop], '('); k > 0 { // the service in it
		stop = s.Start + k
	}
	return trim(e.text, entente.Span{Start: s.Start, End: stop}, marks)
}

// withoutArticle returns s without an article at its start.
func (e *reading) withoutArticle(s entente.Span) entente.Span {
	if s.Empty() {
		return s
	}
	if _, end, ok := e.at(e.articles, s.Start, s.End); ok {
		if rest := trim(e.text, entente.Span{Start: end, End: s.End}, " \n\r\t"); !rest.Empty() {
			return rest
		}
	}
	return s
}

// fromLetterhead takes the office that writes for the sender of a note or
// aide-mémoire, which nobody signs.
func (e *reading) fromLetterhead() {
	switch e.env.Form.Value {
	case "note_verbale", "aide_memoire":
	default:
		return
	}
	for _, p := range e.parts {
		if p.Kind != entente.PartLetterhead && p.Kind != entente.PartDateline && p.Kind != entente.PartSignature {
			continue
		}
		for _, l := range p.Lines {
			if k := strings.IndexByte(l.In(e.text), ','); k > 0 && p.Kind == entente.PartDateline {
				l.End = l.Start + k
			}
			if e.has(e.missions, l) {
				e.env.Sender = []entente.Correspondent{e.named(trim(e.text, l, marks))}
				return
			}
		}
	}
}

// senderState adds what the letterhead says of the sender, and concludes
// from a capital in the dateline to the state.
func (e *reading) senderState() {
	if len(e.env.Sender) != 1 {
		return
	}
	c := &e.env.Sender[0]
	if c.State.Zero() {
		e.each(entente.PartLetterhead, func(p entente.Part) {
			for _, l := range p.Lines {
				if v, ok := e.country(l); ok && c.State.Zero() {
					c.State = v
				}
			}
		})
	}
	place := e.env.Place
	if !c.State.Zero() || place.Zero() || e.env.Form.Value != "letter" || place.Inferred || e.has(e.missions, place.Span) {
		return
	}
	if _, ok := e.first(entente.PartLetterhead); ok {
		return
	}
	if cap, end, ok := e.at(e.capitals, place.Start, place.End); ok && end == place.End {
		c.State = entente.Inferred(cap.Value, "the letter is dated from "+place.Value)
	}
}
