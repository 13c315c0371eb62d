package envelope

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/lang"
)

// readCorrespondents reads who writes to whom, from the surest place to the
// least: an editor's heading, header lines, the first sentence of a note,
// then signature, letterhead and address.
func (e *reading) readCorrespondents() {
	e.fromHeading()
	e.fromHeaders()
	e.fromCompliments()
	e.fromHanding()
	if len(e.env.Sender) == 0 {
		e.fromInitials()
	}
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
	if len(e.env.Recipient) == 0 {
		e.fromSalutation()
	}
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
	if _, end, ok := e.at(e.missions, name.Start, name.End); ok {
		if s := trim(e.text, entente.Span{Start: end, End: name.End}, marks); !s.Empty() && len(words(e.text, s)) <= 3 && capital(e.text[s.Start:]) {
			e.env.Place = e.said(s)
		}
	}
}

// fromHeaders reads the "From:" and "To:" lines.
func (e *reading) fromHeaders() {
	e.each(entente.PartHeader, func(p entente.Part) {
		key, end, ok := e.at(e.headers, p.Start, p.End)
		if !ok || key.Value != "from" && key.Value != "to" && key.Value != "info" {
			return
		}
		to := &e.env.Sender
		if key.Value != "from" {
			to = &e.env.Recipient
		}
		if len(*to) > 0 && key.Value != "info" {
			return
		}
		s := trim(e.text, entente.Span{Start: end, End: p.End}, " \t\r\n\f\u00a0:")
		if s.Empty() {
			return
		}
		if e.env.Form.Value == "email" {
			*to = e.listed(s)
		} else {
			*to = append(*to, e.inHeader(s))
		}
	})
}

// fromInitials reads a name above the text that somebody has put initials
// to: "Ivo Lind [IL initialed]".
func (e *reading) fromInitials() {
	for _, p := range e.parts {
		if p.Kind != entente.PartHeading && p.Kind != entente.PartLetterhead && p.Kind != entente.PartSubject {
			continue
		}
		for _, l := range p.Lines {
			k := strings.IndexByte(l.In(e.text), '[')
			if k <= 0 || !e.has(e.initialed, entente.Span{Start: l.Start + k, End: l.End}) {
				continue
			}
			if name := trim(e.text, entente.Span{Start: l.Start, End: l.Start + k}, marks); !name.Empty() {
				e.env.Sender = []entente.Correspondent{e.oneLine(name)}
				return
			}
		}
	}
}

// listed reads a list of correspondents that semicolons or lines part.
func (e *reading) listed(s entente.Span) []entente.Correspondent {
	var list []entente.Correspondent
	start := s.Start
	for k := s.Start; k <= s.End; k++ {
		if k < s.End && e.text[k] != ';' && e.text[k] != '\n' {
			continue
		}
		if item := trim(e.text, entente.Span{Start: start, End: k}, " \t\r\n\f\u00a0;,"); !item.Empty() {
			if k < s.End && e.text[k] == '\n' && e.text[item.End-1] == ',' {
				continue
			}
			list = append(list, e.headerName(item))
		}
		start = k + 1
	}
	return list
}

// inHeader reads a correspondent from the header of a memorandum: the name
// in the first line, office and place in those below.
func (e *reading) inHeader(s entente.Span) entente.Correspondent {
	k := strings.IndexByte(s.In(e.text), '\n')
	if k < 0 {
		return e.headerName(s)
	}
	c := e.headerName(trim(e.text, entente.Span{Start: s.Start, End: s.Start + k}, " \t\r\u00a0,"))
	below := trim(e.text, entente.Span{Start: s.Start + k, End: s.End}, " \t\r\n\f\u00a0")
	if k := strings.IndexByte(below.In(e.text), '\n'); k > 0 {
		below.End = below.Start + k
	}
	if !below.Empty() && c.Office.Zero() && e.has(e.offices, below) {
		c.Office = e.said(trim(e.text, below, marks))
		c.State, _ = e.country(below)
	}
	return c
}

// headerName reads one name of a header line, without initials in brackets
// and honorifics.
func (e *reading) headerName(s entente.Span) entente.Correspondent {
	if k := strings.IndexByte(s.In(e.text), '['); k > 0 && strings.HasSuffix(s.In(e.text), "]") {
		s = trim(e.text, entente.Span{Start: s.Start, End: s.Start + k}, " \t,")
	}
	if strings.Contains(s.In(e.text), "@") {
		return entente.Correspondent{Name: e.said(s)}
	}
	return e.oneLine(s)
}

// oneLine reads a correspondent from one line: honorific, then a name or an
// office as printed.
func (e *reading) oneLine(s entente.Span) entente.Correspondent {
	var c entente.Correspondent
	honorific, name := e.style(s)
	if !honorific.Empty() {
		c.Honorific = e.said(honorific)
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
		_, _, end, ok := e.find(e.handed, p.Start, p.End)
		if !ok {
			continue
		}
		s := e.undated(trim(e.text, entente.Span{Start: end, End: p.End}, marks+"()[]"))
		if from, to, ok := e.cut(s, true); ok && !from.Empty() && !to.Empty() {
			e.env.Sender = []entente.Correspondent{e.named(from)}
			e.env.Recipient = []entente.Correspondent{e.named(to)}
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

// readSignature reads the signature as it is printed, in any form.
func (e *reading) readSignature() {
	if p, ok := e.first(entente.PartSignature); ok {
		e.env.Signature = e.said(trim(e.text, p.Lines[e.nameLine(p.Lines)], " \t()[].,;"))
	}
}

// nameLine returns the line of a signature that is the name: the first that
// is no office, or the last after an office that a comma ends.
func (e *reading) nameLine(lines []entente.Span) int {
	for n, l := range lines {
		_, rest := e.style(trim(e.text, l, " \t()[]"))
		if rest.Empty() {
			continue
		}
		if _, _, office := e.at(e.offices, rest.Start, rest.End); office || e.startsOffice(rest) {
			continue
		}
		if _, _, ok := e.at(e.institutions, rest.Start, rest.End); ok {
			continue
		}
		return n
	}
	return 0
}

// startsOffice reports whether an office stands after the first word of s,
// which is then an article.
func (e *reading) startsOffice(s entente.Span) bool {
	ws := words(e.text, s)
	if len(ws) < 2 {
		return false
	}
	first := ws[0].In(e.text)
	if utf8.RuneCountInString(first) > 3 || strings.Contains(first, ".") {
		return false
	}
	_, _, ok := e.at(e.offices, ws[1].Start, s.End)
	return ok
}

// fromSignature reads the senders from the signature: the name without
// honorific and what follows a comma, and the office above or below it.
func (e *reading) fromSignature() {
	var lines []entente.Span
	e.each(entente.PartSignature, func(p entente.Part) { lines = append(lines, p.Lines...) })
	if len(lines) == 0 {
		return
	}
	n := e.nameLine(lines)
	c := e.signer(lines[n])
	if n > 0 && len(words(e.text, lines[n])) == 1 { // one name tells nobody without the titles above it
		c.Name = e.said(trim(e.text, entente.Span{Start: lines[0].Start, End: lines[n].End}, marks))
	}
	if c.Name.Zero() {
		return
	}
	for k, l := range lines {
		if k == n || !e.officeLine(l) && !e.has(e.offices, l) {
			continue
		}
		if c.Office.Zero() {
			c.Office = e.said(trim(e.text, l, marks))
			c.State, _ = e.country(l)
		}
	}
	e.env.Sender = append(e.env.Sender, c)
	for _, l := range lines[n+1:] { // others who sign with the first, in the same capitals
		if other := e.signer(l); len(words(e.text, l)) > 1 && allCapitals(l.In(e.text)) && allCapitals(lines[n].In(e.text)) && !e.has(e.offices, l) && !e.has(e.institutions, l) && !other.Name.Zero() {
			e.env.Sender = append(e.env.Sender, other)
		}
	}
}

// signer reads the line of a signature that holds the name.
func (e *reading) signer(l entente.Span) entente.Correspondent {
	var c entente.Correspondent
	s := trim(e.text, l, " \t\r\n()[]_*.,;“”\"")
	if s.Empty() {
		return c
	}
	honorific, name := e.style(s)
	if !honorific.Empty() {
		c.Honorific = e.said(honorific)
	}
	if k := strings.IndexByte(name.In(e.text), '['); k > 0 {
		name.End = name.Start + k
	}
	if k := strings.IndexByte(name.In(e.text), ','); k > 0 {
		if rest := trim(e.text, entente.Span{Start: name.Start + k, End: name.End}, marks); !rest.Empty() && e.has(e.offices, rest) {
			c.Office = e.said(rest)
		}
		name.End = name.Start + k
	}
	c.Name = e.said(trim(e.text, name, " \t.,;_*"))
	return c
}

// fromAddress reads the recipient from the address: honorific, name and
// office, over the lines.
func (e *reading) fromAddress() {
	e.each(entente.PartAddress, func(p entente.Part) {
		if c := e.addressee(p); !c.Name.Zero() || !c.Office.Zero() {
			if c.Name.Zero() {
				c.Name = c.Office
			}
			if len(e.env.Recipient) == 0 {
				e.env.Recipient = append(e.env.Recipient, c)
			}
		}
	})
}

func (e *reading) addressee(p entente.Part) entente.Correspondent {
	var c entente.Correspondent
	s := p.Span
	if _, end, ok := e.at(e.addressing, s.Start, s.End); ok {
		if rest := trim(e.text, entente.Span{Start: end, End: s.End}, " \t\r\n"); !rest.Empty() {
			s = rest
		}
	}
	honorific, rest := e.style(s)
	if !honorific.Empty() {
		c.Honorific = e.said(honorific)
	}
	lines := e.linesOf(p, rest)
	for n, l := range lines {
		l = trim(e.text, l, " \t\r\n,;")
		if l.Empty() {
			continue
		}
		switch {
		case c.Name.Zero() && c.Office.Zero() && !e.officeLine(l):
			c.Name, c.Office = e.nameAndOffice(l)
		case c.Name.Zero() && c.Office.Zero():
			c.Name, c.Office = e.officeAndName(l)
		case c.Office.Zero() && (e.has(e.offices, l) || e.has(e.institutions, l)):
			c.Office = e.said(e.officeSpan(lines, n))
		}
	}
	if v, ok := e.country(rest); ok {
		c.State = v
	}
	return c
}

// linesOf returns the lines of p from where rest starts.
func (e *reading) linesOf(p entente.Part, rest entente.Span) []entente.Span {
	var lines []entente.Span
	for _, l := range p.Lines {
		if l.End > rest.Start {
			lines = append(lines, entente.Span{Start: max(l.Start, rest.Start), End: l.End})
		}
	}
	return lines
}

// officeSpan returns the office that starts at line n: with the next line
// where that goes on in a small letter.
func (e *reading) officeSpan(lines []entente.Span, n int) entente.Span {
	s := lines[n]
	for k := n + 1; k < len(lines); k++ {
		r, _ := utf8.DecodeRuneInString(e.text[lines[k].Start:])
		if !unicode.IsLower(r) {
			break
		}
		s.End = lines[k].End
	}
	return trim(e.text, s, " \t\r\n,;.")
}

// officeLine reports whether l is an office, with or without an article.
func (e *reading) officeLine(l entente.Span) bool {
	_, _, ok := e.at(e.offices, l.Start, l.End)
	return ok || e.startsOffice(l)
}

// nameAndOffice parts "Graeme Lind, Minister of Ports".
func (e *reading) nameAndOffice(l entente.Span) (name, office entente.Value) {
	if k := strings.IndexByte(l.In(e.text), ','); k > 0 {
		after := trim(e.text, entente.Span{Start: l.Start + k, End: l.End}, marks)
		if !after.Empty() && e.has(e.offices, after) {
			office = e.said(after)
		}
		l.End = l.Start + k
	}
	return e.said(trim(e.text, l, marks)), office
}

// officeAndName parts "le Président Ivo Lind"; a line that is all office
// names nobody.
func (e *reading) officeAndName(l entente.Span) (name, office entente.Value) {
	start := l.Start
	if _, _, ok := e.at(e.offices, start, l.End); !ok {
		if ws := words(e.text, l); len(ws) > 1 {
			start = ws[1].Start
		}
	}
	_, end, ok := e.at(e.offices, start, l.End)
	if ok {
		rest := trim(e.text, entente.Span{Start: end, End: l.End}, " \t,")
		if !rest.Empty() && capital(e.text[rest.Start:]) {
			return e.said(trim(e.text, rest, marks)), e.said(trim(e.text, entente.Span{Start: l.Start, End: end}, marks))
		}
	}
	return entente.Value{}, e.said(trim(e.text, l, marks))
}

// fromSalutation reads the recipient's name from a salutation that holds
// one: "Mon cher Lind,".
func (e *reading) fromSalutation() {
	p, ok := e.first(entente.PartSalutation)
	if !ok {
		return
	}
	ws := words(e.text, trim(e.text, p.Span, marks))
	if len(ws) < 2 || allCapitals(p.In(e.text)) {
		return
	}
	n := len(ws)
	for n > 1 && capital(e.text[ws[n-1].Start:]) && !e.common(ws[n-1]) {
		n--
	}
	if n == len(ws) {
		return
	}
	s := trim(e.text, entente.Span{Start: ws[n].Start, End: ws[len(ws)-1].End}, marks)
	e.env.Recipient = []entente.Correspondent{e.oneLine(s)}
}

// common reports whether the word at s is a title or an office and no name.
func (e *reading) common(s entente.Span) bool {
	for _, list := range []*lang.Phrases{e.offices, e.styles, e.titles, e.institutions} {
		if _, _, ok := e.at(list, s.Start, s.End); ok {
			return true
		}
	}
	return false
}

func allCapitals(t string) bool {
	for _, r := range t {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// fromLetterhead takes the office that writes for the sender of a note or
// aide-mémoire, which nobody signs.
func (e *reading) fromLetterhead() {
	switch e.env.Form.Value {
	case "note_verbale", "aide_memoire":
	default:
		return
	}
	if p, ok := e.first(entente.PartLetterhead); ok {
		for _, l := range p.Lines {
			if e.has(e.missions, l) {
				e.env.Sender = []entente.Correspondent{e.named(l)}
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
