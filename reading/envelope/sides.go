package envelope

import (
	"slices"
	"strings"

	"entente"
)

// fromParticipants reads those who head the delegations, where the list of
// those present parts them by an empty line.
func (e *reading) fromParticipants() {
	e.each(entente.PartParticipants, func(p entente.Part) {
		columns := e.columns(p.Lines)
		if len(columns) == 2 && len(columns[1]) > 0 && len(e.env.Parties) == 0 { // the heads of two columns
			var heads []entente.Correspondent
			for _, lines := range columns {
				for _, l := range lines {
					if c, _, ok := e.personAt(l.Start, l); ok && len(heads) < 2 {
						heads = append(heads, c)
						break
					}
				}
			}
			if len(heads) == 2 {
				e.env.Parties = heads
				return
			}
		}
		for n, l := range p.Lines {
			if n == 0 || strings.Count(e.text[p.Lines[n-1].End:l.Start], "\n") < 2 || strings.IndexByte(l.In(e.text), ',') < 0 {
				continue
			}
			c := e.signer(l)
			if k := strings.IndexByte(l.In(e.text), ','); c.Office.Zero() {
				c.Office = e.said(trim(e.text, entente.Span{Start: l.Start + k, End: l.End}, marks))
			}
			c.State, _ = e.country(l)
			if !c.Name.Zero() {
				e.env.Parties = append(e.env.Parties, c)
			}
		}
	})
}

// fromOneList reads the two who talk where the only list of those present has
// no sides: the first, and the first whose office is of another state.
func (e *reading) fromOneList() {
	lists := 0
	e.each(entente.PartParticipants, func(entente.Part) { lists++ })
	p, _ := e.first(entente.PartParticipants)
	if lists != 1 || e.env.Form.Value != "memorandum_of_conversation" || strings.Count(p.In(e.text), ":") > 1 {
		return
	}
	people := e.people(p.Lines...)
	if len(p.Lines) == 1 && len(people) > 2 {
		return
	}
	for n := 1; n < len(people); n++ {
		if people[n].State.Value != people[0].State.Value && (len(people) == 2 || people[0].State.Zero()) {
			e.env.Parties = []entente.Correspondent{people[0], people[n]}
			return
		}
	}
}

// states returns the countries that the title or the first paragraph names:
// the first two, or all where many stand in one list.
func (e *reading) states() []entente.Correspondent {
	var states []entente.Correspondent
	seen := map[string]bool{}
	for _, p := range e.parts {
		if p.Kind != entente.PartHeading && p.Kind != entente.PartParagraph && p.Kind != entente.PartListIntro {
			continue
		}
		end := min(p.End, e.rune(p.Start+900))
		for from := p.Start; ; {
			c, start, stop, ok := e.find(e.countries, from, end)
			if !ok {
				break
			}
			from = stop
			if capital(e.text[start:]) && !seen[c.Value] {
				seen[c.Value] = true
				said := entente.Span{Start: start, End: stop}
				states = append(states, entente.Correspondent{Name: e.said(said), State: entente.Said(c.Value, e.text, said)})
			}
		}
		if p.Kind != entente.PartHeading {
			break
		}
	}
	if len(states) > 2 && len(states) < 6 {
		states = states[:2]
	}
	return states
}

// spoken reports whether one of the parties is a person.
func (e *reading) spoken() bool {
	return slices.ContainsFunc(e.env.Parties, func(c entente.Correspondent) bool {
		_, _, office := e.at(e.offices, c.Name.Start, c.Name.End)
		return office || !c.Honorific.Zero() || !c.Office.Zero()
	})
}

// unnamed reports whether the parties are offices without names, each or
// together: "the Foreign Ministers of Arcadia and Sylvania".
func (e *reading) unnamed() bool {
	return e.plural || !slices.ContainsFunc(e.env.Parties, func(c entente.Correspondent) bool { return !e.officeAlone(c) })
}

// officeAlone reports whether a party is an office without a name.
func (e *reading) officeAlone(c entente.Correspondent) bool {
	start := c.Name.Start
	if _, end, ok := e.at(e.demonyms, start, c.Name.End); ok { // "Arcadian Prime Minister"
		start = trim(e.text, entente.Span{Start: end, End: c.Name.End}, marks).Start
	}
	if _, _, ok := e.at(e.offices, start, c.Name.End); !ok || !c.Honorific.Zero() {
		return false
	}
	_, _, person := e.personAt(c.Name.Start, c.Name.Span)
	return !person
}

// addOffices gives the parties what else the text says of the same people.
func (e *reading) addOffices(people []entente.Correspondent) {
	for i := range e.env.Parties {
		c := &e.env.Parties[i]
		for _, p := range people {
			if c.Office.Zero() && !p.Office.Zero() && (!c.Honorific.Zero() || e.personal(c.Name.Span)) && e.sameName(c.Name, p.Name) {
				c.Office = p.Office
			}
			if c.State.Zero() && !c.Office.Zero() && e.sameName(c.Name, p.Name) {
				c.State = p.State
			}
		}
	}
}

// settle parts the honorific and the state from the names of the parties, and
// lets go of what names nobody.
func (e *reading) settle() {
	e.env.Parties = slices.DeleteFunc(e.env.Parties, func(c entente.Correspondent) bool {
		_, _, lead := e.at(e.placeLead, c.Name.Start, c.Name.End)
		_, _, addressing := e.at(e.addressing, c.Name.Start, c.Name.End)
		return lead || addressing
	})
	for i := range e.env.Parties {
		c := &e.env.Parties[i]
		s := c.Name.Span
		if k := sentenceEnd(s.In(e.text)); k > 0 {
			s.End = s.Start + k
		}
		if honorific, rest := e.style(s); !honorific.Empty() && !rest.Empty() && capital(rest.In(e.text)) {
			c.Honorific, s = e.said(honorific), rest
		}
		p, end, ok := e.personAt(c.Name.Start, entente.Span{Start: c.Name.Start, End: s.End})
		if after := (entente.Span{Start: end, End: s.End}); ok && end < s.End && (e.withState(after) || e.dated(after)) {
			s.End = end
		}
		if ok && c.Office.Zero() {
			c.Office = p.Office
		}
		c.Name = e.said(e.withDot(trim(e.text, s, marks)))
	}
}

// withDot returns s with the full stop behind it that belongs to its last
// word: "Ivo Lind Jr."
func (e *reading) withDot(s entente.Span) entente.Span {
	ws := words(e.text, s)
	if len(ws) > 1 && ws[len(ws)-1].Len() == 2 && strings.HasPrefix(e.text[s.End:], ".") {
		s.End++
	}
	return s
}

// sentenceEnd returns where the first sentence of t ends, if others follow; 0
// otherwise.
func sentenceEnd(t string) int {
	for from := 0; ; {
		k := strings.Index(t[from:], ". ")
		if k < 0 {
			return 0
		}
		k += from
		if word := t[strings.LastIndexAny(t[:k], " \n")+1 : k]; len(word) > 3 {
			return k
		}
		from = k + 2
	}
}

// withState reports whether s is only where somebody is from: "of the
// Republic of Arcadia".
func (e *reading) withState(s entente.Span) bool {
	ws := words(e.text, s)
	if len(ws) < 2 && !(len(ws) == 1 && strings.ContainsAny(s.In(e.text), "'’")) || len(ws) > 8 || capital(ws[0].In(e.text)) || len(ws[0].In(e.text)) > 3 && len(ws) > 1 {
		return false
	}
	if _, ok := e.country(s); ok {
		return true
	}
	long := 0 // "of the Kingdom of Arcadia" has two long words
	for _, w := range ws {
		if t := w.In(e.text); len(t) > 3 {
			if long++; !capital(t) && !capital(afterApostrophe(t)) {
				return false
			}
		}
	}
	return long > 0 && long <= 3 && !e.dated(s) && !e.has(e.offices, s) // a state that no list knows
}
