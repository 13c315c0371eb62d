package envelope

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/lang"
)

// readSignature reads the signature as it is printed, in any form.
func (e *reading) readSignature() {
	lines := e.signatureLines()
	if len(lines) == 0 {
		return
	}
	s := trim(e.text, lines[e.nameLine(lines)], " \t()[].,;")
	if e.env.Form.Value == "note_verbale" && slices.ContainsFunc(e.env.Recipient, func(c entente.Correspondent) bool {
		return strings.HasPrefix(strings.ToLower(c.Name.Value), strings.ToLower(oneLine(s.In(e.text))))
	}) {
		return // nobody signs; the addressee stands there
	}
	e.env.Signature = e.said(s)
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
		_, _, institution := e.at(e.institutions, rest.Start, rest.End)
		if _, _, signsFor := e.at(e.signingFor, l.Start, l.End); institution || signsFor && len(lines) > 1 {
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
// honorific and what follows a comma, and the office above or below it. Who
// signs for somebody else is not the sender.
func (e *reading) fromSignature() {
	lines := e.signatureLines()
	if len(lines) == 0 || e.fromSignatures() {
		return
	}
	if c, ok := e.signedFor(lines); ok {
		e.env.Sender = append(e.env.Sender, c)
		return
	}
	n := e.nameLine(lines)
	if n+1 < len(lines) && e.fuller(lines[n], lines[n+1]) {
		n++
	}
	c := e.signer(lines[n])
	if n > 0 && e.needsTitle(c.Name) {
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

// fromSignatures reads the senders from names that stand side by side, each
// perhaps with an office below it, and reports whether there are two.
func (e *reading) fromSignatures() bool {
	p, _ := e.first(entente.PartSignature)
	columns := e.columns(p.Lines)
	if len(columns) < 2 || len(e.cells(p.Lines[0])) < 2 {
		return false
	}
	var senders []entente.Correspondent
	for _, lines := range columns {
		c := e.signer(lines[0])
		if c.Name.Zero() || !e.personal(c.Name.Span) || len(words(e.text, lines[0])) < 2 {
			return false
		}
		for _, l := range lines[1:] {
			if c.Office.Zero() && e.has(e.offices, l) {
				c.Office = e.said(trim(e.text, l, marks))
				c.State, _ = e.country(l)
			}
		}
		senders = append(senders, c)
	}
	e.env.Sender = senders
	return true
}

// fuller reports whether the line below gives the name above it, which is by
// hand, in print and in full.
func (e *reading) fuller(above, below entente.Span) bool {
	plain := func(s entente.Span) []string {
		return strings.Fields(lang.Plain(trim(e.text, s, marks).In(e.text), reach))
	}
	hand, print := plain(above), plain(below)
	for _, w := range hand {
		if !slices.Contains(print, w) {
			return false
		}
	}
	return len(hand) > 0 && len(print) > len(hand)
}

// signatureLines returns the lines of the signature without words such as
// "signed" before the name or over it.
func (e *reading) signatureLines() []entente.Span {
	var lines []entente.Span
	e.each(entente.PartSignature, func(p entente.Part) {
		for _, l := range slices.Concat(e.columns(p.Lines)...) {
			for _, cut := range []string{" \t\u00a0_*", " \t\u00a0_*()[]"} {
				s := trim(e.text, l, cut)
				if _, end, ok := e.at(e.signed, s.Start, s.End); ok {
					l = trim(e.text, entente.Span{Start: end, End: l.End}, " \t\u00a0_*()[]:.")
				}
			}
			if !l.Empty() {
				lines = append(lines, l)
			}
		}
	})
	return lines
}

// signedFor reads the one that the last of the lines signs for: "For the
// Minister of Ports:".
func (e *reading) signedFor(lines []entente.Span) (entente.Correspondent, bool) {
	_, end, ok := e.at(e.signingFor, lines[0].Start, lines[0].End)
	if !ok || len(lines) < 2 {
		return entente.Correspondent{}, false
	}
	s := e.withoutArticle(trim(e.text, entente.Span{Start: end, End: lines[0].End}, marks))
	if _, at, _, ok := e.find(e.partyLinks, s.Start, s.End); ok && !strings.ContainsFunc(e.text[at:s.End], unicode.IsUpper) { // "and by order"
		s = trim(e.text, entente.Span{Start: s.Start, End: at}, marks)
	}
	if s.Empty() || !e.has(e.offices, s) && !e.has(e.institutions, s) {
		return entente.Correspondent{}, false
	}
	name := e.said(s)
	c := entente.Correspondent{Name: name, Office: name}
	c.State, _ = e.country(s)
	return c, true
}

// needsTitle reports whether a name tells nobody without the titles above
// it: it is one word, or itself a title ("Duke of Port Sylvan").
func (e *reading) needsTitle(name entente.Value) bool {
	if name.Zero() || len(words(e.text, name.Span)) == 1 {
		return true
	}
	_, _, ok := e.at(e.titles, name.Start, name.End)
	return ok
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
	if e.officeLine(name) { // "Prime Minister Ivo Lind"
		if bare, office := e.officeAndName(name); len(strings.Fields(bare.Value)) > 1 {
			c.Name, c.Office = bare, office
		}
	}
	return c
}
