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
