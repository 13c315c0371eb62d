package envelope

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// fromSalutation reads the recipient's name from a salutation that holds
// one: "Mon cher Lind,", "MY DEAR LIND,--".
func (e *reading) fromSalutation() {
	p, ok := e.first(entente.PartSalutation)
	if !ok {
		return
	}
	if s := e.calledIn(trim(e.text, p.Span, marks)); !s.Empty() {
		e.env.Recipient = []entente.Correspondent{e.called(s)}
	}
}

// calledIn returns the name at the end of s: the last words that have a
// capital and are no title, where others stand before them.
func (e *reading) calledIn(s entente.Span) entente.Span {
	ws := words(e.text, s)
	n := len(ws)
	for n > 1 && capital(e.text[ws[n-1].Start:]) && !e.common(ws[n-1]) {
		n--
	}
	if n == len(ws) || len(ws) < 2 {
		return entente.Span{}
	}
	if allCapitals(s.In(e.text)) && (n < len(ws)-2 || !e.common(ws[n-1])) {
		return entente.Span{} // a cry or a title in capitals
	}
	return trim(e.text, entente.Span{Start: ws[n].Start, End: s.End}, marks)
}

// called reads the correspondent that is called by the name at s. A surname
// keeps the rank or title before it: "maréchal duc de Sylvan".
func (e *reading) called(s entente.Span) entente.Correspondent {
	if len(words(e.text, s)) == 1 {
		if from := e.ranksBefore(s.Start); from < s.Start {
			s.Start = from
		}
	}
	return e.oneLine(s)
}

// ranksBefore returns where the ranks start that end right before byte at,
// or at. Between them and the name one short word may stand: "duc de".
func (e *reading) ranksBefore(at int) int {
	from := at
	for n := 0; n < 3; n++ {
		before := strings.TrimRight(e.text[:from], " \t\r\n")
		k := strings.LastIndexFunc(before, unicode.IsSpace) + 1
		if before == "" || strings.IndexByte(".,;:", before[len(before)-1]) >= 0 {
			break
		}
		if _, end, ok := e.at(e.ranks, k, len(before)); ok && end == len(before) {
			from = k
			continue
		}
		if n > 0 || len(before)-k > 3 {
			break
		}
		before = strings.TrimRight(before[:k], " \t\r\n")
		k = strings.LastIndexFunc(before, unicode.IsSpace) + 1
		if _, end, ok := e.at(e.ranks, k, len(before)); !ok || end != len(before) {
			break
		}
		from = k
	}
	return from
}

// fromVocative reads the recipient's name where the close or the text speaks
// to somebody by name: "Believe me, my dear Lind, …".
func (e *reading) fromVocative() {
	for _, kind := range []entente.PartKind{entente.PartClose, entente.PartParagraph} {
		for _, p := range e.parts {
			if p.Kind != kind {
				continue
			}
			if s := e.spokenTo(p.Span); !s.Empty() {
				e.env.Recipient = []entente.Correspondent{e.called(s)}
				return
			}
		}
	}
}

// spokenTo returns the first name in p that stands between marks, after
// words that speak to somebody.
func (e *reading) spokenTo(p entente.Span) entente.Span {
	for from := p.Start; ; {
		_, start, end, ok := e.find(e.vocatives, from, p.End)
		if !ok {
			return entente.Span{}
		}
		from = end
		before := strings.TrimRight(e.text[p.Start:start], " \r\n")
		if r, _ := utf8.DecodeLastRuneInString(before); before != "" && !strings.ContainsRune(",.;:!?—", r) {
			continue
		}
		stop := strings.IndexAny(e.text[end:min(p.End, end+60)], ",.;:!?")
		if stop < 0 {
			continue
		}
		s := e.calledIn(trim(e.text, entente.Span{Start: start, End: end + stop}, marks))
		if s.Start >= end && len(words(e.text, s)) <= 3 && e.plainBetween(end, s.Start) {
			return s
		}
	}
}

// plainBetween reports whether the words between a vocative and the name are
// few, and none is a name itself.
func (e *reading) plainBetween(start, end int) bool {
	ws := words(e.text, entente.Span{Start: start, End: end})
	for _, w := range ws {
		if capital(strings.TrimLeft(w.In(e.text), "_*")) && !e.common(w) {
			return false
		}
	}
	return len(ws) <= 3
}

// fromOfficeSpokenTo takes the office for the name where the salutation
// gives nothing else: "Dear Mr. President". Without an honorific, as in "Dear
// Minister", it tells nobody.
func (e *reading) fromOfficeSpokenTo() {
	p, ok := e.first(entente.PartSalutation)
	if !ok {
		return
	}
	_, start, _, ok := e.find(e.offices, p.Start, p.End)
	if !ok {
		return
	}
	s := trim(e.text, entente.Span{Start: start, End: p.End}, marks)
	if _, at, _, ok := e.find(e.styles, p.Start, start); !ok || at >= start {
		return
	}
	if _, _, rank := e.at(e.ranks, start, p.End); rank || !capital(s.In(e.text)) || len(words(e.text, s)) > 5 {
		return
	}
	c := e.oneLine(s)
	e.env.Recipient = []entente.Correspondent{c}
}

// fromThirdPerson reads letters that speak of writer and reader in the third
// person: "Lord Lind has received Your Majesty's letter", "The Queen thanks
// Lord Lind".
func (e *reading) fromThirdPerson() {
	if _, ok := e.first(entente.PartSalutation); ok {
		return
	}
	p, ok := e.first(entente.PartParagraph)
	if !ok {
		return
	}
	end := min(p.End, e.rune(p.Start+300))
	if _, stop, ok := e.at(e.sovereigns, p.Start, end); ok {
		if s := e.peer(stop, end); !s.Empty() && len(e.env.Recipient) == 0 && len(e.env.Sender) == 0 {
			e.env.Sender = []entente.Correspondent{e.oneLine(e.withoutArticle(entente.Span{Start: p.Start, End: stop}))}
			e.env.Recipient = []entente.Correspondent{{Name: e.said(s)}}
		}
		return
	}
	if len(e.env.Sender) > 0 || !e.has(e.yours, entente.Span{Start: p.Start, End: end}) {
		return
	}
	if s := e.peer(p.Start, end); s.Start == p.Start && !s.Empty() {
		e.env.Sender = []entente.Correspondent{{Name: e.said(s)}}
	}
}

// peer returns the first peer that is named between start and end: the title
// and up to two words with capitals.
func (e *reading) peer(start, end int) entente.Span {
	_, from, to, ok := e.find(e.peers, start, end)
	if !ok {
		return entente.Span{}
	}
	s := entente.Span{Start: from, End: to}
	for n, w := range words(e.text, entente.Span{Start: to, End: end}) {
		t := strings.TrimSuffix(strings.TrimSuffix(w.In(e.text), "'s"), "’s")
		if n == 2 || !capital(t) {
			break
		}
		s.End = w.Start + len(t)
		if t != w.In(e.text) || strings.ContainsAny(t[len(t)-1:], ",.;:") {
			break
		}
	}
	if s.End == to {
		return entente.Span{}
	}
	return trim(e.text, s, marks)
}

// common reports whether the word at s is a title or an office and no name.
func (e *reading) common(s entente.Span) bool {
	for _, list := range e.commons {
		if _, _, ok := e.at(list, s.Start, s.End); ok {
			return true
		}
	}
	return false
}
