package envelope

import (
	"strings"

	"entente"
)

// fromTelegram concludes from the capital that a telegram is dated from to
// the mission that sent it; whoever signs it signs for the mission and is
// named behind it: "Embassy in Arcadia (Lind)".
func (e *reading) fromTelegram() {
	place := e.env.Place
	if place.Zero() {
		return
	}
	c, end, ok := e.at(e.capitals, place.Start, place.End)
	if !ok || end < place.End { // a country that stands for its capital
		if c, end, ok = e.at(e.countries, place.Start, place.End); !ok || end < place.End {
			return
		}
	}
	why := "a telegram dated from " + place.Value
	if office, ok := e.foreignOffices.At(strings.ToLower(c.Value)); ok {
		e.env.Sender = []entente.Correspondent{e.mission(office.Value, entente.Inferred(c.Value, why), why)}
		return
	}
	mission, ok := e.foreignOffices.At("abroad")
	name := e.countryNames[c.Value]
	if !ok || name == "" {
		return
	}
	sender := e.mission(strings.ReplaceAll(mission.Value, "…", name), entente.Value{}, why)
	service, words := e.telegramStyle() // its abbreviations are those of one service
	state, delegation := strings.CutSuffix(service, " delegation")
	if home, ok := e.foreignOffices.At(state); ok {
		why := "a telegram in the style of that office: " + words
		sender.State = entente.Inferred(strings.ToUpper(state), why)
		if len(e.env.Recipient) == 0 {
			e.env.Recipient = []entente.Correspondent{{Name: entente.Inferred(home.Value, why), State: sender.State}}
		}
	}
	if !delegation { // on its travels a delegation signs for itself
		e.env.Sender = []entente.Correspondent{sender}
	}
}

// telegraphic reports whether the line at s is in capitals and holds words of
// the head of a telegram, or starts with a key that telegrams alone have.
func (e *reading) telegraphic(s entente.Span) bool {
	if !allCapitals(s.In(e.text)) {
		return false
	}
	if _, _, ok := e.at(e.telegramHeads, s.Start, s.End); ok {
		return true
	}
	key, end, ok := e.keyAt(s)
	if !ok || key.Value != "from" && key.Value != "to" {
		return false
	}
	rest := trim(e.text, entente.Span{Start: end, End: s.End}, marks)
	if rest.Empty() {
		return false
	}
	_, _, ok = e.at(e.telegramHeads, rest.Start, rest.End)
	return ok
}

// fromTelegramHeads reads the lines "FM …" and "TO …" of a telegram, which
// name a post by its town, without date, number and urgency. Who signs it is
// the sender, else the post.
func (e *reading) fromTelegramHeads() {
	e.each(entente.PartHeader, func(p entente.Part) {
		key, end, ok := e.keyAt(p.Span)
		if !ok || key.Value != "from" && key.Value != "to" || !allCapitals(p.In(e.text)) {
			return
		}
		value := trim(e.text, entente.Span{Start: end, End: p.End}, " \t\r\n\f\u00a0:")
		if key.Value == "from" { // "FROM ZEPHYR TO PORT SYLVAN"
			for n, w := range words(e.text, value) {
				if c, stop, ok := e.at(e.headers, w.Start, value.End); ok && n > 0 && c.Value == "to" {
					if to := e.post(entente.Span{Start: stop, End: value.End}); !to.Empty() && len(e.env.Recipient) == 0 {
						e.env.Recipient = []entente.Correspondent{e.headerName(to)}
					}
					value.End = w.Start
					break
				}
			}
		}
		s := e.post(value)
		if s.Empty() {
			return
		}
		switch {
		case key.Value == "to":
			if len(e.env.Recipient) == 0 {
				e.env.Recipient = []entente.Correspondent{e.headerName(s)}
			}
			return
		case len(e.env.Sender) > 0:
			return
		}
		if _, _, mission := e.at(e.missions, s.Start, s.End); !mission && len(words(e.text, s)) <= 2 {
			if e.env.Place.Zero() {
				if town := e.lastCapital(s); !town.Empty() {
					e.env.Place = e.said(town)
				} else {
					e.env.Place = e.said(s)
				}
			}
			if e.fromSignature(); len(e.env.Sender) > 0 {
				return
			}
		}
		e.env.Sender = []entente.Correspondent{e.headerName(s)}
	})
}

// post returns what the header value s names: its first line up to the date,
// without what stands around it: numbers, marks of urgency and secrecy, the
// next column.
func (e *reading) post(s entente.Span) entente.Span {
	if k := strings.IndexByte(s.In(e.text), '\n'); k > 0 {
		s.End = s.Start + k
	}
	if d := e.env.Date.Span; !d.Empty() && s.Contains(d) {
		s = e.withoutLead(entente.Span{Start: s.Start, End: d.Start})
	}
	const around = marks + "/()"
	s = trim(e.text, s, around)
	if k := strings.Index(s.In(e.text), "   "); k > 0 && e.wordLength(entente.Span{Start: s.Start, End: s.Start + k}) > 3 {
		s.End = s.Start + k // what stands in the next column is the time
	}
	idle := func(w entente.Span) bool {
		_, end, ok := e.at(e.telegramHeads, w.Start, w.End)
		return strings.ContainsAny(w.In(e.text), "0123456789") || e.has(e.handling, w) || ok && end == w.End && w.Len() < 5
	}
	for ws := words(e.text, s); len(ws) > 0; ws = words(e.text, s) {
		switch {
		case idle(ws[len(ws)-1]):
			s.End = ws[len(ws)-1].Start
		case idle(ws[0]):
			s.Start = ws[0].End
		default:
			return s
		}
		s = trim(e.text, s, around)
	}
	return s
}

// mission is the sender of a telegram: an office, with who signs for it.
func (e *reading) mission(office string, state entente.Value, why string) entente.Correspondent {
	c := entente.Correspondent{Name: entente.Inferred(office, why), Office: entente.Inferred(office, why), State: state}
	lines := e.signatureLines()
	if len(lines) != 1 || len(words(e.text, lines[0])) > 3 || e.officeLine(lines[0]) {
		return c
	}
	if signer := e.signer(lines[0]).Name; !signer.Zero() {
		c.Name = entente.Inferred(office+" ("+signer.Value+")", why+", signed "+signer.Value)
	}
	return c
}

// telegramStyle returns the service that uses a word that stands in the
// telegram, and the word: in its text, over it where it was received, or as
// the time of day in its dateline.
func (e *reading) telegramStyle() (service, words string) {
	for _, p := range e.parts {
		switch p.Kind {
		case entente.PartDateline:
			if service, words = e.timeStyle(p.Span); service != "" {
				return service, words
			}
		case entente.PartResidue:
			if c, end, ok := e.at(e.telegramCues, p.Start, p.End); ok && c.Value != c.Words {
				return c.Value, e.text[p.Start:end]
			}
		default:
			for from, end := p.Start, min(p.End, e.rune(p.Start+2000)); ; {
				c, start, stop, ok := e.find(e.telegramCues, from, end)
				if !ok {
					break
				}
				if c.Value != c.Words {
					return c.Value, e.text[start:stop]
				}
				from = stop
			}
		}
	}
	return "", ""
}

// timeStyle returns the service that writes times as one does in the
// dateline at s; 0 stands for every digit.
func (e *reading) timeStyle(s entente.Span) (service, words string) {
	for _, w := range strings.FieldsFunc(s.In(e.text), func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '\n' }) {
		shape := strings.ToLower(strings.Map(func(r rune) rune {
			if '0' <= r && r <= '9' {
				return '0'
			}
			return r
		}, w))
		if c, ok := e.telegramCues.At(shape); ok && c.Words == shape && c.Value != c.Words && shape[0] == '0' {
			return c.Value, w
		}
	}
	return "", ""
}
