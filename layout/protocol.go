package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// protocol names the lines that stand before the text, from a on and before
// b, and returns where the text starts.
func (s *sheet) protocol(a, b, depth int) int {
	tail := len(s.lines) - b
	p := &protocol{sheet: s, from: a, depth: depth}
	i := a
	for i < len(s.lines)-tail {
		next, done := p.step(i, len(s.lines)-tail)
		if done {
			i = next
			break
		}
		i = next
	}
	if !p.dated && !p.greeting && !p.headed && !p.headers {
		i = p.firstSentence(i)
	}
	s.lettered, s.dated = i > a, p.dated
	p.resolve(i)
	return i
}

// firstSentence returns the first loose line of a block that ends as a
// sentence does, or start: without any sign of a letter that is text.
func (p *protocol) firstSentence(start int) int {
	for n, i := range p.loose {
		if last := p.last(min(p.block(i), start) - 1); isStop(last) || last == ':' {
			p.loose = p.loose[:n]
			return i
		}
	}
	return start
}

type protocol struct {
	*sheet
	from, depth      int
	loose            []int // lines that no cue has named yet
	headed, greeting bool
	dated            bool // hides that of the sheet, which is set at the end
	headers          bool
}

// step names line i, or more from it on, and returns the next line, and
// whether the text starts there.
func (p *protocol) step(i, end int) (next int, done bool) {
	l := &p.lines[i]
	if l.kind != "" {
		l.depth = p.depth
		return i + 1, false
	}
	if key, value := p.headerKey(i); key != "" && (p.headers || p.headerLine(i, end, value)) {
		return p.header(i, end, key, value), false
	}
	if p.heading(i) {
		if p.cutDateline(i) {
			return i, false
		}
		p.headed = true
		n, most := i+1, i+4
		if allCapitals(p.in(i)) {
			most = i + 9
		}
		for n < end && n < most && p.lines[n].kind == "" && p.lines[n].blank == 0 && !p.prose(n, p.block(n)) && (!p.isDated(n) || p.runsOn(n)) && p.last(n-1) != '.' && p.salutation(n, end) == 0 {
			n++
		}
		p.set(i, n, entente.PartHeading, p.depth)
		return n, false
	}
	if p.opening(i) {
		return i, true
	}
	if n := p.salutation(i, end); n > 0 {
		p.set(i, n, entente.PartSalutation, p.depth)
		p.greeting = true
		return n, true
	}
	if p.cutDateline(i) { // what stands left of it is looked at again
		return i, false
	}
	if p.headers && p.starts("reference_cues", l.norm) && allCapitals(p.in(i)) {
		p.set(i, i+1, entente.PartReference, p.depth)
		return i + 1, false
	}
	if p.starts("reference_cues", l.norm) && l.Len() < 90 && !p.has("months", l.norm) && !p.has("other_months", l.norm) { // its number may look like a date
		p.set(i, i+1, entente.PartReference, p.depth)
		return i + 1, false
	}
	if n := p.dateline(i, end); n > i && !p.midSentence(i) {
		p.set(i, n, entente.PartDateline, p.depth)
		p.dated = true
		return n, false
	}
	if p.starts("reference_cues", strings.TrimLeft(l.norm, "([")) && l.Len() < 90 || p.fileNumber(i) {
		p.set(i, i+1, entente.PartReference, p.depth)
		return i + 1, false
	}
	j := min(p.block(i), end)
	if ph, ok := p.lists["address_cues"].At(l.norm); ok && !strings.HasPrefix(l.norm[len(ph.Words):], "'s ") && p.addressBlock(i, j, 90) {
		p.set(i, j, entente.PartAddress, p.depth)
		return j, false
	}
	if p.titleGoesOn(i, j) {
		p.set(i, j, entente.PartHeading, p.depth)
		return j, false
	}
	if p.headers && (l.blank > 0 || l.broken) && !p.greetsBelow(i, end) || p.prose(i, j) || p.headed && p.clause(i, j) {
		return i, true
	}
	p.loose = append(p.loose, i)
	return i + 1, false
}

// runsOn reports whether line n starts with a number that the line above leads
// in with a small word: "held at Zephyr on", "4 July 2031".
func (p *protocol) runsOn(n int) bool {
	words := strings.Fields(p.in(n - 1))
	r, _ := utf8.DecodeRuneInString(words[len(words)-1])
	first := p.in(n)[0]
	return '0' <= first && first <= '9' && unicode.IsLower(r) && len(words) > 3
}

// titleGoesOn reports whether the lines i to j go on with the title right
// above them: in a small letter, or in capitals as it is.
func (p *protocol) titleGoesOn(i, j int) bool {
	if i == p.from || p.lines[i-1].kind != entente.PartHeading || p.last(j-1) == ':' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.in(i))
	return unicode.IsLower(r) && j-i <= 3 || j-i <= 6 && p.headed && allCapitals(p.text[p.lines[i-1].Start:p.lines[j-1].End]) && p.last(j-1) != ','
}

// greetsBelow reports whether the block at line i, under header lines, still
// belongs to the head of a letter: an office, and a salutation not far below.
func (p *protocol) greetsBelow(i, end int) bool {
	if !p.has("institutions", p.lines[i].norm) && !p.has("offices", p.lines[i].norm) || p.lines[i].Len() > 90 || isStop(p.last(i)) {
		return false
	}
	for k := i + 1; k < end && k < i+10 && p.lines[k].kind == "" && p.lines[k].Len() < 90; k++ {
		if p.lines[k].blank > 0 && p.starts("salutations", p.lines[k].norm) && strings.ContainsRune(",:!", p.last(k)) {
			return true
		}
	}
	return false
}

// midSentence reports whether line i goes on in a small letter where the
// line above, which is no part yet, left off, or is gone on with so below.
func (p *protocol) midSentence(i int) bool {
	if i+1 < len(p.lines) && p.lines[i+1].blank == 0 && p.lines[i+1].Len() > 30 && p.last(i) == ',' {
		if year, _, _ := strings.Cut(p.lines[i+1].norm, " "); isYear(year) {
			return true // "met on Friday, May 9," and "2031 with …" below
		}
	}
	small := func(k int) bool {
		r, _ := utf8.DecodeRuneInString(p.in(k))
		return p.lines[k].blank == 0 && p.lines[k].kind == "" && unicode.IsLower(r)
	}
	return i > p.from && p.lines[i-1].kind == "" && small(i) || i+1 < len(p.lines) && (small(i+1) || p.lines[i+1].blank == 0 && p.endsSmall(i)) && p.prose(i, p.block(i))
}

// endsSmall reports whether line i ends in a small word that no dateline ends in,
// "met on 3 May with".
func (p *protocol) endsSmall(i int) bool {
	words := strings.Fields(p.lines[i].norm)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	printed := strings.Fields(p.in(i))
	r, _ := utf8.DecodeRuneInString(printed[len(printed)-1])
	return unicode.IsLower(r) && strings.IndexFunc(last, func(r rune) bool { return !unicode.IsLetter(r) }) < 0 && !p.whole("months", last)
}

// opening reports whether line i, which is no prose, can only be text: an
// item of a list, or far from the top.
func (p *protocol) opening(i int) bool {
	m, ok := markerOf(p.in(i))
	return ok && m.bullet || p.dated && messageNumber(p.in(i)) || i-p.from > 40
}

// headerLine reports whether the key at line i is a header, and no sentence
// that starts with such a word: another header or its value follows.
func (p *protocol) headerLine(i, end, value int) bool {
	text := p.in(i)
	if strings.ContainsRune(text[:min(value, len(text))], ':') || value < len(text) && allCapitals(text) {
		return true
	}
	if p.bare("header_keys", p.lines[i].norm) && allCapitals(text) {
		return true
	}
	for k := i + 1; k < end && k < i+12; k++ {
		if key, _ := p.headerKey(k); key != "" {
			return true
		}
	}
	return false
}

// header names the header at line i with its value, which may go on over
// several lines or stand in the block below, and returns the line after it.
func (p *protocol) header(i, end int, key string, value int) int {
	kind := entente.PartHeader
	switch key {
	case "subject":
		kind = entente.PartSubject
	case "participants":
		kind = entente.PartParticipants
	case "from", "to":
		p.headers = true
	}
	empty := strings.TrimSpace(p.in(i)[min(value, len(p.in(i))):]) == ""
	n := i + 1
	for n < end && p.lines[n].kind == "" {
		if k, _ := p.headerKey(n); k != "" || p.dateline(n, end) > n {
			break
		}
		l := &p.lines[n]
		if l.blank > 0 || l.broken {
			if !empty || l.blank > 2 || p.prose(n, min(p.block(n), end)) && key != "participants" && key != "subject" {
				break
			}
			if n > i+1 && key != "participants" { // the value was one block
				break
			}
			if key == "participants" && n > i+1 && !p.morePeople(n, end) {
				break
			}
		} else if !empty && l.indent < 4 && key != "participants" && key != "subject" && l.indent <= p.lines[i].indent {
			break
		}
		n++
	}
	p.set(i, n, kind, p.depth)
	return n
}

// morePeople reports whether the block at n goes on with the list of those
// present: short lines without a full stop, or one long line of names.
func (p *protocol) morePeople(n, end int) bool {
	j := min(p.block(n), end)
	return !p.prose(n, j) && !isStop(p.last(j-1)) && p.last(j-1) != ':'
}

// addressBlock reports whether the lines i to j can be an address: short,
// few, not a sentence.
func (s *sheet) addressBlock(i, j, width int) bool {
	if j-i < 2 && !s.starts("addressing", s.lines[i].norm) || j-i > 8 || isStop(s.last(j-1)) && j-i < 2 {
		return false
	}
	for k := i; k < j; k++ {
		if s.lines[k].Len() > width {
			return false
		}
	}
	return s.last(j-1) != ':' && !s.prose(i, j)
}

// resolve names the loose lines, now that it is known where the text starts:
// letterhead before the dateline; after it the address, and the subject in
// the line before the salutation.
func (p *protocol) resolve(start int) {
	dated := -1
	for k := p.from; k < start; k++ {
		if p.lines[k].kind == entente.PartDateline {
			dated = k
			break
		}
	}
	for n := 0; n < len(p.loose); {
		i := p.loose[n]
		j := i + 1
		for n++; n < len(p.loose) && p.loose[n] == j && p.lines[j].blank == 0 && !p.lines[j].broken; n++ {
			j++
		}
		p.set(i, j, p.looseKind(i, j, start, dated), p.depth)
	}
}

func (p *protocol) looseKind(i, j, start, dated int) entente.PartKind {
	office, first := false, false
	for k := i; k < j; k++ {
		is := p.has("institutions", p.lines[k].norm) || p.has("offices", p.lines[k].norm)
		first = first || is && k == i
		office = office || is
	}
	switch {
	case j-i == 1 && i == p.from && p.titled(i):
		return entente.PartHeading
	case dated >= 0 && i > dated && p.greeting && j-i >= 2 && office && (!first || !allCapitals(p.in(i))):
		return entente.PartAddress
	case dated >= 0 && i > dated && p.greeting && j-i == 1:
		return entente.PartSubject
	case office || dated > i && p.greeting:
		return entente.PartLetterhead
	case dated >= 0 && i > dated && p.greeting:
		return entente.PartSubject
	}
	return entente.PartHeading
}

// titled reports whether line i names a form in several words of which the
// first has a capital: "A and B Joint Statement on Ports".
func (p *protocol) titled(i int) bool {
	e, at, ok := p.lists["forms"].Find(p.lines[i].norm)
	if !ok || !strings.Contains(e.Words, " ") || at >= p.lines[i].Len() || len(p.lines[i].norm) != p.lines[i].Len() {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.in(i)[at:])
	return unicode.IsUpper(r) && !p.greeting
}
