package envelope

import (
	"slices"
	"strings"

	"entente"
)

// readParties reads whose statement or talk this is, from the title, else
// from the first sentence.
func (e *reading) readParties() {
	e.findParties()
	e.completeNames()
}

// findParties takes the first of the ways below that finds two.
func (e *reading) findParties() {
	if e.fromParticipants(); len(e.env.Parties) >= 2 {
		return
	}
	e.env.Parties = nil
	if e.fromOneList(); len(e.env.Parties) >= 2 {
		return
	}
	if e.env.Form.Value == "memorandum_of_conversation" || e.env.Form.Value == "minutes" {
		if e.fromSides(); len(e.env.Parties) >= 2 {
			return
		}
	}
	title, first := e.titleAndFirst()
	if e.paired(); len(e.env.Parties) >= 2 {
		return
	}
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
			e.env.Parties = holders(e.env.Parties, two)
		} else {
			e.nameOffices(people)
			e.nameCounterparts(people)
			e.addOffices(people)
			e.nameInFull(first)
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
		case len(first) == 0 && len(title) > 0 && (p.Kind == entente.PartHeading || p.Kind == entente.PartLetterhead) && e.linkEnds(title[len(title)-1]):
			title[len(title)-1].End = p.End // "… and" over "Prime Minister Lind"
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

// linkEnds reports whether the last word of s is a link between parties, so
// that a title goes on below it.
func (e *reading) linkEnds(s entente.Span) bool {
	ws := words(e.text, s)
	if len(ws) == 0 {
		return false
	}
	last := ws[len(ws)-1]
	_, end, ok := e.at(e.partyLinks, last.Start, s.End)
	return ok && end == s.End
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
			if start = e.listedState(w.End, s.End); start < 0 && len(e.env.Parties) >= 2 {
				return // what follows says the same in other words
			}
		}
	}
	if start >= 0 {
		e.party(start, s.End)
	}
}
