package envelope

import (
	"strings"

	"entente"
)

// readSpeaker reads who speaks from the title of a speech.
func (e *reading) readSpeaker() {
	e.each(entente.PartHeading, func(p entente.Part) {
		if len(e.env.Sender) > 0 {
			return
		}
		if _, end, ok := e.at(e.forms, p.Start, p.End); ok {
			s := trim(e.text, entente.Span{Start: end, End: p.End}, " \t:")
			if _, _, lead := e.at(e.partyLead, s.Start, s.End); lead { // "de Mme Lind"
				if ws := words(e.text, s); len(ws) > 1 && !capital(s.In(e.text)) {
					s.Start = ws[1].Start
				}
			}
			_, rest := e.style(s)
			if k := strings.IndexAny(rest.In(e.text), ",\n"); k > 0 {
				rest.End = rest.Start + k
			}
			if name := trim(e.text, rest, marks); capital(name.In(e.text)) && len(words(e.text, name)) <= 6 {
				e.env.Sender = []entente.Correspondent{e.oneLine(name)}
			}
		}
	})
}

// readAudience reads whom a speech greets by name: "Excellency, Mr Ivo Lind,
// President of Arcadia,".
func (e *reading) readAudience() {
	n := 0
	for _, p := range e.parts {
		if p.Kind != entente.PartSalutation && p.Kind != entente.PartParagraph && p.Kind != entente.PartAddress {
			continue
		}
		if n++; n > 12 {
			return
		}
		t := strings.TrimRight(p.In(e.text), " \t")
		honorific, rest := e.style(p.Span)
		if p.Len() > 240 || honorific.Empty() || !strings.HasSuffix(t, ",") {
			continue
		}
		k := strings.IndexByte(rest.In(e.text), ',')
		if k < 0 {
			continue
		}
		name := entente.Span{Start: rest.Start, End: rest.Start + k}
		if ws := words(e.text, name); len(ws) < 2 || len(ws) > 6 || !e.namesSomebody(name) || e.officeLine(name) {
			continue
		}
		c := entente.Correspondent{Name: e.said(name), Honorific: e.said(honorific)}
		if office := trim(e.text, entente.Span{Start: rest.Start + k, End: p.End}, marks); !office.Empty() && e.has(e.offices, office) {
			c.Office = e.said(office)
			c.State, _ = e.country(office)
		}
		e.env.Recipient = append(e.env.Recipient, c)
	}
}
