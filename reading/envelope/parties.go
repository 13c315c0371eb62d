package envelope

import (
	"slices"
	"strings"

	"entente"
)

// readParties reads whose statement or talk this is, from the title, else
// from the first sentence.
func (e *reading) readParties() {
	if e.fromParticipants(); len(e.env.Parties) >= 2 {
		return
	}
	e.env.Parties = nil
	if e.env.Form.Value == "memorandum_of_conversation" || e.env.Form.Value == "minutes" {
		if e.fromSides(); len(e.env.Parties) >= 2 {
			return
		}
	}
	title, first := e.titleAndFirst()
	for _, s := range title {
		if e.partiesIn(s); len(e.env.Parties) >= 2 {
			break
		}
	}
	named := e.env.Form.Value != "minutes" && e.env.Form.Value != "agreement_text" // those have states or offices for parties
	switch e.settle(); {
	case len(e.env.Parties) < 2:
		e.env.Parties = nil
		people := e.people(title...)
		if e.env.Parties = twoSides(people); e.env.Parties != nil && named {
			return
		}
		people = e.people(slices.Concat(title, first)...)
		if len(first) > 0 {
			e.partiesIn(trim(e.text, entente.Span{Start: first[0].Start, End: min(first[0].End, e.rune(first[0].Start+300))}, marks))
			e.settle()
		}
		joint := e.env.Form.Value == "joint_statement" || e.env.Form.Value == "communique"
		if joint && (len(e.env.Parties) < 2 || e.spoken()) { // it is of states, whoever spoke for them
			if states := e.states(); len(states) >= 2 {
				e.env.Parties = states
				return
			}
		}
		if len(e.env.Parties) < 2 && named {
			e.env.Parties = twoSides(people)
		}
	case named:
		people := e.people(slices.Concat(title, first)...)
		if two := twoSides(people); two != nil && e.unnamed() {
			e.env.Parties = two
		} else {
			e.nameOffices(people)
			e.addOffices(people)
		}
	}
	if len(e.env.Parties) < 2 {
		e.env.Parties = e.states()
	}
	if len(e.env.Parties) < 2 {
		e.env.Parties = nil
		e.concluded = e.between()
		for _, state := range e.concluded {
			if name := e.countryNames[state.Value]; name != "" {
				e.env.Parties = append(e.env.Parties, entente.Correspondent{Name: entente.Inferred(name, state.Why), State: state})
			}
		}
	}
	if len(e.env.Parties) < 2 {
		e.env.Parties = nil
	}
}

// titleAndFirst returns the lines of the title, and the first of the text up
// to some seven hundred bytes, without the place and date that open it.
func (e *reading) titleAndFirst() (title, first []entente.Span) {
	left := 700
	for _, p := range e.parts {
		switch {
		case p.Kind == entente.PartHeading, (p.Kind == entente.PartLetterhead || p.Kind == entente.PartSubject) && e.has(e.acts, p.Span):
			if len(first) == 0 {
				title = append(title, p.Span)
			}
		case p.Kind == entente.PartParagraph || p.Kind == entente.PartListIntro:
			s := entente.Span{Start: p.Start, End: min(p.End, e.rune(p.Start+left))}
			if o := e.opening(p); !o.Empty() && strings.ContainsAny(o.In(e.text), "0123456789") { // "ZEPHYR, 3 March --"
				s.Start = o.End
			}
			first = append(first, s)
			if left -= p.Len(); left < 100 {
				return title, first
			}
		}
	}
	return title, first
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
	return len(ws) <= 4 && !e.dated(s) && capital(ws[len(ws)-1].In(e.text)) && !e.has(e.offices, s) // a state that no list knows
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
	if _, _, ok := e.at(e.offices, c.Name.Start, c.Name.End); !ok || !c.Honorific.Zero() {
		return false
	}
	_, _, person := e.personAt(c.Name.Start, c.Name.Span)
	return !person
}

// nameOffices names the parties that are an office without a name after the
// people: the one who is of the same state, where the office tells it.
func (e *reading) nameOffices(people []entente.Correspondent) {
	for i := range e.env.Parties {
		c := &e.env.Parties[i]
		if !e.officeAlone(*c) || c.State.Zero() {
			continue
		}
		k := slices.IndexFunc(people, func(p entente.Correspondent) bool {
			return p.State.Value == c.State.Value && !p.Office.Zero() && !slices.ContainsFunc(e.env.Parties, func(o entente.Correspondent) bool { return e.sameName(o.Name, p.Name) })
		})
		if k >= 0 {
			*c = people[k]
		}
	}
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

// partiesIn reads the parties of one title or sentence: what stands between
// a word that leads one in, links between them, and a word that ends them.
// A lead of the kind "else" counts where there are none without it.
func (e *reading) partiesIn(s entente.Span) {
	if e.partiesFrom(s, false); len(e.env.Parties) < 2 {
		e.partiesFrom(s, true)
	}
}

func (e *reading) partiesFrom(s entente.Span, last bool) {
	e.env.Parties = nil
	if _, end, ok := e.at(e.forms, s.Start, s.End); ok {
		s = trim(e.text, entente.Span{Start: end, End: s.End}, marks)
	}
	if s.Empty() {
		return
	}
	start := s.Start
	for _, w := range words(e.text, s) { // "on relations between A and B" tells more than what stands before
		if c, end, ok := e.at(e.partyLead, w.Start, s.End); ok && (c.Value == "strong" || c.Value == "people" || c.Value == "else" && last) {
			start = end
			e.plural = e.plural || c.Value == "people"
		}
	}
	for _, w := range words(e.text, s) {
		if start >= 0 && w.Start < start {
			continue
		}
		if _, end, ok := e.at(e.partyLead, w.Start, s.End); ok && w.Start == start {
			start = end
			continue
		}
		_, end, act := e.at(e.acts, w.Start, s.End)
		if !act {
			_, end, act = e.at(e.partyLinks, w.Start, s.End)
		}
		if !act && strings.Trim(w.In(e.text), "-–—") == "" { // "Arcadia – Sylvania"
			end, act = w.End, true
		}
		if act {
			if start >= 0 {
				e.party(start, w.Start)
			}
			start = end
			continue
		}
		if _, _, ok := e.at(e.partyEnds, w.Start, s.End); ok && start >= 0 && !e.officeGoesOn(start, w, s.End) {
			e.party(start, w.Start)
			return
		}
		t := w.In(e.text)
		if strings.HasSuffix(t, ":") && start >= 0 {
			e.party(start, w.End)
			return
		}
		if k := possessive(t); k > 0 && start >= 0 && e.actFollows(w.End, s.End) {
			e.party(start, w.Start+k)
			start = w.End
		}
		if strings.HasSuffix(t, ",") && start >= 0 && !e.suffixFollows(w.End, s.End) && !e.apposition(start, w.End, s.End) {
			e.party(start, w.End)
			if start = -1; len(e.env.Parties) >= 2 {
				return // what follows says the same in other words
			}
		}
	}
	if start >= 0 {
		e.party(start, s.End)
	}
}

// officeGoesOn reports whether an office that ends before the word w goes on
// there: "Secretary of State for Ports".
func (e *reading) officeGoesOn(start int, w entente.Span, end int) bool {
	if len(w.In(e.text)) > 4 || !capital(strings.TrimLeft(e.text[w.End:end], " \n")) || strings.HasSuffix(strings.TrimSpace(e.text[start:w.Start]), ",") {
		return false
	}
	for from := start; ; {
		_, _, stop, ok := e.find(e.offices, from, w.Start)
		if !ok {
			return false
		}
		if strings.TrimSpace(e.text[stop:w.Start]) == "" {
			return true
		}
		from = stop
	}
}

// actFollows reports whether words such as "meeting with" stand among the
// first four after byte start: "President Lind's virtual meeting with".
func (e *reading) actFollows(start, end int) bool {
	ws := words(e.text, entente.Span{Start: start, End: min(end, e.rune(start+80))})
	for _, w := range ws[:min(4, len(ws))] {
		if _, _, ok := e.at(e.acts, w.Start, end); ok {
			return true
		}
	}
	return false
}

// apposition reports whether the first comma after start, which ends at
// comma, stands between an office and the name of its holder.
func (e *reading) apposition(start, comma, end int) bool {
	if strings.IndexByte(e.text[start:comma-1], ',') >= 0 {
		return false
	}
	rest := trim(e.text, entente.Span{Start: comma, End: end}, " \t\r\n\u00a0")
	if rest.Empty() {
		return false
	}
	_, _, style := e.at(e.styles, rest.Start, rest.End)
	return style && e.has(e.offices, entente.Span{Start: start, End: comma})
}

// suffixFollows reports whether the comma before start belongs to a name: a
// short word with a full stop follows, as in "Lind, Jr."
func (e *reading) suffixFollows(start, end int) bool {
	ws := words(e.text, entente.Span{Start: start, End: min(end, start+12)})
	return len(ws) > 0 && len(ws[0].In(e.text)) <= 4 && capital(ws[0].In(e.text)) && strings.ContainsAny(ws[0].In(e.text), ".I")
}

// possessive returns where the name ends in "Lind's", or 0.
func possessive(w string) int {
	for _, end := range []string{"'s", "’s"} {
		if k := strings.LastIndex(w, end); k > 0 && k+len(end) == len(w) {
			return k
		}
	}
	return 0
}

// party adds what stands from start to end, if it names somebody.
func (e *reading) party(start, end int) {
	s := e.withoutArticle(trim(e.text, entente.Span{Start: start, End: end}, marks+"()"))
	for _, w := range words(e.text, s) { // "meeting between A"
		if c, stop, ok := e.at(e.partyLead, w.Start, s.End); ok && c.Value == "else" {
			s = e.withoutArticle(trim(e.text, entente.Span{Start: stop, End: s.End}, marks+"()"))
			break
		}
	}
	if c, stop, ok := e.at(e.partyLead, s.Start, s.End); ok && c.Value != "strong" && c.Value != "people" && c.Value != "else" && allCapitals(s.In(e.text)) { // "DU PREMIER MINISTRE"
		s = trim(e.text, entente.Span{Start: stop, End: s.End}, marks)
	}
	if ws := words(e.text, s); len(ws) > 1 { // "the Ministers of Ports of A": it is of A
		for _, w := range ws[:2] {
			if _, _, ok := e.at(e.plurals, w.Start, s.End); ok {
				if v, ok := e.country(s); ok {
					e.plural = true
					e.env.Parties = append(e.env.Parties, entente.Correspondent{Name: e.said(v.Span), State: v})
				}
				return
			}
		}
	}
	if s.Empty() || !capital(e.text[s.Start:]) || len(words(e.text, s)) > 14 || !e.namesSomebody(s) {
		return
	}
	c := entente.Correspondent{Name: e.said(s)}
	if v, ok := e.country(s); ok {
		c.State = v
	}
	if k := strings.Index(s.In(e.text), ","); k > 0 { // "the Minister of Ports, Mr Ivo Lind"
		honorific, name := e.style(trim(e.text, entente.Span{Start: s.Start + k, End: s.End}, marks))
		if !honorific.Empty() {
			c.Name, c.Honorific = e.said(name), e.said(honorific)
			c.Office = e.said(entente.Span{Start: s.Start, End: s.Start + k})
		}
	}
	e.env.Parties = append(e.env.Parties, c)
}

// namesSomebody reports whether at least half of the longer words of s have
// a capital.
func (e *reading) namesSomebody(s entente.Span) bool {
	small, large := 0, 0
	for _, w := range words(e.text, s) {
		t := w.In(e.text)
		switch {
		case capital(t), capital(afterApostrophe(t)): // "d'Arcadie"
			large++
		case w.Len() > 3:
			small++
		}
	}
	return large > small || large == small && large > 1
}

// afterApostrophe returns what follows the first apostrophe of t, or nothing.
func afterApostrophe(t string) string {
	_, after, _ := strings.Cut(strings.ReplaceAll(t, "’", "'"), "'")
	return after
}

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
