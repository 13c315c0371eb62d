package mentions

import (
	"strings"

	"entente"
)

// meetings takes out of play the names of meetings that begin with a place or
// a body: "East Asia Summit" names neither.
func (p *page) meetings() {
	for i := range p.atoms {
		if p.class[i]&meeting == 0 || !p.atoms[i].is(upper) || !p.joined(i) || p.owner[i] != 0 {
			continue
		}
		first := i
		for p.joined(first) && p.owner[first-1] == 0 && p.atoms[first-1].is(upper) && p.class[first-1]&stop == 0 {
			first--
		}
		if body := int(p.runs[first].body); body > first && body < i && p.hyphen(first-1) {
			first = body // "Arcadia-NATO Special Summit"
		}
		if i-first > 1 || i-first == 1 && p.runs[first].placeClass&(country|region|guess) == 0 && p.runs[first].body == 0 && !p.atoms[first].is(caps) {
			p.claim("", first, i+1, "")
		}
	}
}

// known claims bodies and companies that the lexicon has.
func (p *page) known() {
	for i := range p.atoms {
		end := int(p.runs[i].body)
		if end == 0 || p.owner[i] != 0 || int(p.runs[i].place) > end || int(p.inside[i]) >= end {
			continue
		}
		a := &p.atoms[i]
		if end == i+1 {
			if p.class[i]&organisation == 0 && (a.start && !a.is(caps) || a.shout) && p.class[i]&stop == 0 && !p.ending(i, end) {
				continue // "Total" at the head of a sentence
			}
			if len(a.text) < 4 && !a.is(caps) || p.class[i]&stop != 0 && !a.is(caps) {
				continue
			}
			if p.runs[i].place != 0 && p.class[i]&organisation == 0 {
				continue
			}
		}
		if end == i+1 && p.common(i) && p.joined(end) && p.capital(end) && p.common(end) && p.class[i]&company != 0 && p.class[end]&(trade|mark|orgHead|office|title) == 0 {
			continue // "Visa Waiver Scheme"
		}
		if end == i+1 && p.joined(end) && p.atoms[end].is(upper) && p.class[end]&placeLast != 0 && !p.lex.headFirst {
			continue // "Parliament Square"
		}
		if p.class[i]&residence != 0 && p.at(i) {
			p.claim(entente.MentionPlace, i, end, "")
			continue
		}
		first := i
		if p.hyphen(i-1) && p.proper(i-2) && p.owner[i-2] == 0 && p.runs[i-2].placeClass&country == 0 {
			first = i - 2
		}
		for p.class[i]&company != 0 && end < len(p.atoms) && end < i+4 && p.joined(end) && p.atoms[end].space && p.capital(end) && p.owner[end] == 0 && (p.class[end]&(noun|office|title|meeting|demonym) == 0 || p.class[end]&trade != 0) && p.runs[end].place == 0 {
			end++
		}
		if p.hyphen(end) && p.proper(end+1) && p.owner[end+1] == 0 && p.runs[end+1].placeClass&country == 0 && int(p.runs[end+1].body) == 0 {
			end += 2
		}
		if p.lex.headFirst && first == i && p.atoms[i].is(caps) && p.joined(end) && p.atoms[end].is(upper) && p.runs[end].placeClass&country != 0 {
			end = int(p.runs[end].place) // "UNICEF Sylvanie"
		}
		p.claim(entente.MentionOrganisation, first, end, "")
	}
}

// ending reports whether nothing more of the sentence follows.
func (p *page) ending(i, end int) bool { return end < len(p.atoms) && p.text(end) == "-" }

// acronyms claims words in capitals, and words with an inner capital.
func (p *page) acronyms() {
	other := p.defined()
	for i := range p.atoms {
		if other[p.atoms[i].hash] {
			continue
		}
		a := &p.atoms[i]
		if p.owner[i] != 0 || a.shout || !a.is(caps|inner) || quoted(p.text(i-1)) || p.class[i]&(notAcronym|stop|title|unit|currency|scale|noun|link|demonym) != 0 || p.codename(i) || roman(a.text) {
			continue
		}
		if p.class[i]&given != 0 && len(a.fold) > 3 {
			if p.kind(i) == entente.PartSignature && a.hard {
				p.claim(entente.MentionPerson, i, i+1, "")
			}
			continue
		}
		if p.runs[i].place != 0 && p.runs[i].placeClass&guess == 0 || a.is(inner) && strings.HasPrefix(a.text, "Mc") || len(a.fold) < 2 {
			continue
		}
		if p.joined(i+1) && p.atoms[i+1].is(digit) && p.counted(i+1) {
			continue // "ECD 55 million"
		}
		if i > 0 && (p.atoms[i-1].is(digit) || p.text(i-1) == "/" || p.hyphen(i-1) && p.owner[i-2] == 0) || i+1 < len(p.atoms) && !p.atoms[i+1].space && (p.atoms[i+1].is(digit) || p.text(i+1) == "/" || p.text(i+1) == "-" && i+3 < len(p.atoms) && (p.atoms[i+2].is(digit) || p.atoms[i+2].is(single) && p.atoms[i+3].is(digit))) {
			continue
		}
		switch p.kind(i) {
		case entente.PartReference, entente.PartMark:
			continue
		case entente.PartSignature:
			if a.hard && len(a.text) < 4 && (i+1 == len(p.atoms) || p.atoms[i+1].hard) {
				continue // somebody's initials
			}
		}
		if p.text(i-1) == "[" && p.joined(i+1) && !p.atoms[i+1].is(upper) && p.atoms[i+1].is(word) || a.hard && p.joined(i+1) && p.atoms[i+1].is(digit) && len(p.atoms[i+1].text) > 4 {
			continue // "[RN initialed]", "CAP 82324": an editor's note, the number of a telegram
		}
		if a.is(inner) && !a.is(upper) || a.is(caps) && len(a.fold) == 2 && a.hard {
			continue
		}
		end := i + 1
		if p.hyphen(end) && p.atoms[end+1].is(caps) && p.owner[end+1] == 0 && min(len(a.text), len(p.atoms[end+1].text)) < 3 {
			end += 2 // "AP-HM"
		}
		p.claim(entente.MentionOrganisation, i, end, "")
	}
}

// codename reports whether the capitals at i are what an exercise, a ship or a
// system is called, one word or the second: "Exercise SILVER FERN".
func (p *page) codename(i int) bool {
	if !p.joined(i) {
		return false
	}
	if p.class[i-1]&product != 0 && (!p.atoms[i-1].is(upper) || p.joined(i+1) && p.atoms[i+1].is(caps)) {
		return true
	}
	return p.joined(i-1) && p.atoms[i-1].is(caps) && p.class[i-2]&product != 0 && !p.atoms[i-2].is(caps)
}

// counted reports whether a scale follows the number at i: "55 million".
func (p *page) counted(i int) bool {
	for j := i + 1; j < i+4 && p.joined(j); j++ {
		if p.class[j]&scale != 0 && !p.atoms[j].is(upper) {
			return true
		}
	}
	return false
}

func roman(s string) bool { return strings.Trim(s, "IVX") == "" }

// initialled claims the initials of a person named in full: "RVS".
func (p *page) initialled() {
	known := map[string]bool{}
	for _, f := range p.found {
		if f.kind != entente.MentionPerson {
			continue
		}
		var s []byte
		for j := f.first; j < f.end; j++ {
			if p.atoms[j].is(upper) {
				s = append(s, p.atoms[j].text[0])
			}
		}
		if len(s) > 1 {
			known[string(s)] = true
		}
	}
	for i := range p.atoms {
		if a := &p.atoms[i]; a.is(caps) && p.owner[i] == 0 && known[a.text] && p.kind(i) != entente.PartReference && p.text(i-1) != "/" && p.text(i+1) != "/" {
			p.claim(entente.MentionPerson, i, i+1, "")
		}
	}
}

// defined returns the acronyms that brackets explain as short for something
// that is no organisation: "Nationally Determined Contributions (NDCs)".
func (p *page) defined() map[uint64]bool {
	other := map[uint64]bool{}
	for i := 1; i+2 < len(p.atoms); i++ {
		a := &p.atoms[i+1]
		if p.text(i) != "(" || !a.is(caps|inner) || p.text(i+2) != ")" || a.shout {
			continue
		}
		k := i - 1
		for k > 0 && !p.atoms[k].is(word|digit) {
			k--
		}
		if o := p.owner[k]; (o == 0 || p.found[o-1].kind != entente.MentionOrganisation) && p.spells(a.fold, i) {
			other[a.hash] = true
		}
	}
	return other
}

// spells reports whether the words before atom i begin with the letters of an
// acronym, small linking words left out, an s at its end let go.
func (p *page) spells(acronym string, i int) bool {
	letters := strings.TrimSuffix(acronym, "s")
	n := len(letters) - 1
	for j := i - 1; j >= 0 && n >= 0 && i-j < 4*len(acronym); j-- {
		a := &p.atoms[j]
		if !a.is(word) {
			continue
		}
		switch {
		case a.fold[0] == letters[n]:
			n--
		case p.class[j]&(stop|orgLink) != 0:
		default:
			return false
		}
	}
	return n < 0
}

// quoted reports whether a mark opens a quotation: a word in capitals that
// stands in one is a slogan more often than a body.
func quoted(mark string) bool {
	return mark == "«" || mark == "“" || mark == "\"" || mark == "”" || mark == "»"
}

// at reports whether a word before i, an article between, says where:
// "at the White House".
func (p *page) at(i int) bool {
	k := i - 1
	for k > 0 && k > i-4 && (p.apostrophe(k) || len(p.atoms[k].fold) < 4 && p.class[k]&stop != 0 && p.class[k]&placeSure == 0) {
		k--
	}
	return k >= 0 && p.joined(i) && p.class[k]&placeSure != 0
}
