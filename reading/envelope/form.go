package envelope

import (
	"strings"

	"entente"
)

// readForm reads what kind of document this is: from its title, else from
// words that only one kind has, else from its parts.
func (e *reading) readForm() {
	form, why := e.partsForm()
	title, titled := e.titleForm()
	mail := form == "email" && !(titled && !e.addressed())
	if mail || form == "telegram" && strings.Contains(why, "header") {
		e.env.Form = entente.Inferred(form, why)
		return
	}
	if titled {
		if v, ok := e.weakForm(); ok && title.Value == "press_article" && v.Value == "readout" { // an "entretien" is both
			title = v
		}
		e.env.Form = title
		return
	}
	if v, ok := e.cueForm(); ok {
		e.env.Form = v
		return
	}
	if why == datedOnly || form == "other" {
		if v, ok := e.weakForm(); ok {
			e.env.Form = v
			return
		}
	}
	e.env.Form = entente.Inferred(form, why)
}

// addressed reports whether a header line has the address of an e-mail.
func (e *reading) addressed() bool {
	found := false
	e.each(entente.PartHeader, func(p entente.Part) { found = found || strings.Contains(p.In(e.text), "@") })
	return found
}

// datedOnly is why a document of no other form is a letter.
const datedOnly = "it has a dateline"

// weakForm looks for words that are common in one form, in the title and in
// the first sentence, where nobody addresses anybody.
func (e *reading) weakForm() (entente.Value, bool) {
	for _, p := range e.parts {
		s := p.Span
		switch p.Kind {
		case entente.PartHeading, entente.PartSubject, entente.PartLetterhead:
		case entente.PartParagraph, entente.PartListIntro:
			s.End = min(s.End, e.rune(s.Start+250))
		default:
			continue
		}
		if c, start, stop, ok := e.find(e.weakFormCues, s.Start, s.End); ok {
			return entente.Said(c.Value, e.text, entente.Span{Start: start, End: stop}), true
		}
		if p.Kind == entente.PartParagraph {
			break
		}
	}
	return entente.Value{}, false
}

// titleForm looks for the name of a form in the headings: at the start of
// one, or anywhere in it.
func (e *reading) titleForm() (entente.Value, bool) {
	var inside entente.Value
	for _, p := range e.parts {
		if p.Kind == entente.PartSalutation || p.Kind == entente.PartParagraph {
			break
		}
		if p.Kind == entente.PartHeader && allCapitals(p.In(e.text)) && strings.IndexByte(p.In(e.text), ':') < 0 { // "MEMORANDUM FOR THE PRESIDENT"
			if c, end, ok := e.at(e.forms, p.Start, p.End); ok {
				return entente.Said(c.Value, e.text, entente.Span{Start: p.Start, End: end}), true
			}
		}
		if p.Kind != entente.PartHeading && p.Kind != entente.PartMark {
			continue
		}
		s := trim(e.text, p.Span, marks+"0123456789()[]°º")
		if s.Empty() {
			continue
		}
		if c, end, ok := e.at(e.forms, s.Start, s.End); ok {
			return entente.Said(c.Value, e.text, entente.Span{Start: s.Start, End: end}), true
		}
		if inside.Zero() {
			for from := s.Start; ; {
				c, start, end, ok := e.find(e.forms, from, s.End)
				if !ok {
					break
				}
				if strings.Contains(c.Words, " ") && capital(e.text[start:]) {
					inside = entente.Said(c.Value, e.text, entente.Span{Start: start, End: end})
					break
				}
				from = end
			}
		}
	}
	return inside, !inside.Zero()
}

// cueForm looks for words that only one form has in the first paragraphs:
// "presents its compliments".
func (e *reading) cueForm() (entente.Value, bool) {
	n := 0
	for _, p := range e.parts {
		if p.Kind != entente.PartParagraph && p.Kind != entente.PartListIntro {
			continue
		}
		if n++; n > 2 {
			break
		}
		end := min(p.End, p.Start+400)
		for end < p.End && e.text[end]&0xC0 == 0x80 {
			end++
		}
		if c, start, stop, ok := e.find(e.formCues, p.Start, end); ok && !e.greets() {
			return entente.Said(c.Value, e.text, entente.Span{Start: start, End: stop}), true
		}
	}
	return entente.Value{}, false
}

func (e *reading) greets() bool {
	_, ok := e.first(entente.PartSalutation)
	return ok
}

// partsForm concludes from the parts: headers with addresses are an e-mail,
// those present a conversation, a salutation or close a letter.
func (e *reading) partsForm() (form, why string) {
	var from, to, sent, mail, subject, telegram, toFirst bool
	e.each(entente.PartHeader, func(p entente.Part) {
		t := p.In(e.text)
		key, _, _ := e.keyAt(p.Span)
		toFirst = toFirst || key.Value == "to" && !from
		from = from || key.Value == "from"
		telegram = telegram || key.Value == "telegram" || e.telegraphic(p.Span)
		to = to || key.Value == "to"
		sent = sent || key.Value == "date"
		mail = mail || strings.Contains(t, "@")
	})
	for _, kind := range []entente.PartKind{entente.PartDateline, entente.PartLetterhead, entente.PartReference} {
		e.each(kind, func(p entente.Part) {
			_, _, head := e.at(e.telegramHeads, p.Start, p.End)
			telegram = telegram || head && !e.greets() && e.telegraphic(p.Lines[0])
		})
	}
	e.each(entente.PartHeading, func(p entente.Part) { telegram = telegram || e.fromPostToPost(p.Lines[0]) })
	_, subject = e.first(entente.PartSubject)
	_, present := e.first(entente.PartParticipants)
	switch {
	case telegram:
		return "telegram", "its header has the number of a telegram"
	case from && (sent && !toFirst || mail) && (to || subject):
		return "email", "it has the header lines of an e-mail"
	case present:
		return "memorandum_of_conversation", "it lists those present"
	case (from && to || (from || to) && subject) && !e.greets():
		return "memorandum", "it has header lines and no salutation"
	case e.telegram():
		return "telegram", "a message number and the style of a telegram open it"
	case e.greets():
		return "letter", "it has a salutation"
	}
	if _, ok := e.first(entente.PartClose); ok {
		return "letter", "it has a complimentary close"
	}
	_, dated := e.first(entente.PartDateline)
	if _, ok := e.first(entente.PartSignature); ok && dated {
		return "letter", "it has a dateline and a signature"
	}
	if dated {
		return "letter", datedOnly
	}
	return "other", "nothing tells its form"
}

// fromPostToPost reports whether l says in capitals "FROM ZEPHYR TO PORT
// SYLVAN".
func (e *reading) fromPostToPost(l entente.Span) bool {
	key, end, ok := e.at(e.headers, l.Start, l.End)
	if !ok || key.Value != "from" || !allCapitals(e.text[l.Start:end]) {
		return false
	}
	for _, w := range words(e.text, entente.Span{Start: end, End: l.End}) {
		if c, _, ok := e.at(e.headers, w.Start, l.End); ok && c.Value == "to" && allCapitals(e.text[l.Start:w.End]) {
			return true
		}
	}
	return false
}

// telegram reports whether the dateline has a time of day in figures, or a
// message number opens the text and words of telegrams follow.
func (e *reading) telegram() bool {
	d, ok := e.first(entente.PartDateline)
	if !ok || e.greets() {
		return false
	}
	time := afterYear(d.In(e.text))
	if k := strings.IndexAny(time, "(["); k >= 0 { // when it was received
		time = time[:k]
	}
	if strings.ContainsAny(time, "0123456789") {
		return true
	}
	for _, p := range e.parts {
		if p.Kind != entente.PartParagraph && p.Kind != entente.PartListIntro && p.Kind != entente.PartItem {
			continue
		}
		t := p.In(e.text)
		digits := len(t) - len(strings.TrimLeft(t, "0123456789"))
		return digits > 1 && strings.HasPrefix(t[digits:], ".") && e.has(e.telegramCues, entente.Span{Start: p.Start, End: min(p.End, e.rune(p.Start+200))})
	}
	return false
}

// rune returns the first rune boundary at k or after it.
func (e *reading) rune(k int) int {
	for k < len(e.text) && e.text[k]&0xC0 == 0x80 {
		k++
	}
	return min(k, len(e.text))
}

// afterYear returns what stands in a dateline after its year.
func afterYear(s string) string {
	for k := 0; k+4 <= len(s); k++ {
		if (s[k] == '1' || s[k] == '2') && strings.Trim(s[k:k+4], "0123456789") == "" && (k+4 == len(s) || s[k+4] < '0' || s[k+4] > '9') {
			return s[k+4:]
		}
	}
	return ""
}
