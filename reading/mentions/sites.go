package mentions

import (
	"strings"

	"entente"
)

// dateline claims the place of writing that the envelope found.
func (p *page) dateline() {
	place := p.env.Place.Span
	if place.Empty() || strings.Contains(p.env.Place.Quote, ",") {
		return
	}
	i, end := p.within(place)
	value := ""
	if i < len(p.atoms) && int(p.runs[i].place) == end && p.runs[i].placeClass&country != 0 {
		value = p.runs[i].value
	}
	if p.claim(entente.MentionPlace, i, end, value) && p.runs[i].place == 0 && p.proper(i) {
		p.towns(i, end)
	}
}

// towns takes the words [i, end) for a town wherever they stand, unless
// somebody is called so.
func (p *page) towns(i, end int) {
	n, key := end-i, p.phrase(i, end)
	for k := range p.atoms {
		if p.atoms[k].hash == p.atoms[i].hash && p.atoms[k].is(upper) && k+n <= len(p.atoms) && p.phrase(k, k+n) == key && p.runs[k].place == 0 && !p.surnamed(k, k+n) && !p.hyphen(k+n) && !p.hyphen(k-1) {
			p.runs[k].place, p.runs[k].placeClass = int32(k+n), city
		}
	}
}

// places claims names before a date at the head of a line, in the last line
// of an address, and wherever a name stands again that is a place elsewhere.
func (p *page) places() {
	known := map[uint64]int{}
	for _, f := range p.found {
		if f.kind == entente.MentionPlace && f.value == "" {
			known[p.phrase(f.first, f.end)] = f.end - f.first
		}
	}
	for i := range p.atoms {
		if p.owner[i] != 0 || !p.proper(i) {
			continue
		}
		end := p.name(i)
		if end == 0 || i > 0 && p.hyphen(i-1) && p.owner[i-2] == 0 {
			continue
		}
		if known[p.phrase(i, end)] == end-i || p.atoms[i].hard && p.beforeDate(end) || p.addressed(i, end) {
			p.claim(entente.MentionPlace, i, end, "")
		}
	}
}

// parted cuts a name of two places tied by a hyphen in two where one of them
// stands alone elsewhere: "the line Ostrow-Belmark".
func (p *page) parted() {
	alone := map[uint64]bool{}
	for _, f := range p.found {
		if f.kind == entente.MentionPlace && f.end == f.first+1 {
			alone[p.atoms[f.first].hash] = true
		}
	}
	for n := range p.found {
		f := p.found[n]
		if f.kind != entente.MentionPlace || f.value != "" || f.end != f.first+3 || !p.hyphen(f.first+1) || p.class[f.first]&placeFirst != 0 {
			continue
		}
		if second := f.first + 2; p.proper(f.first) && p.proper(second) && (alone[p.atoms[f.first].hash] || alone[p.atoms[second].hash]) {
			p.found[n].end = f.first + 1
			p.owner[f.first+1], p.owner[second] = 0, 0
			p.claim(entente.MentionPlace, second, second+1, "")
		}
	}
}

// beforeDate reports whether a comma and a date follow at end.
func (p *page) beforeDate(end int) bool {
	if p.text(end) != "," {
		return false
	}
	for j := end + 1; j < len(p.atoms) && j < end+4 && !p.atoms[j].hard; j++ {
		if o := p.owner[j]; o != 0 {
			return p.found[o-1].kind == entente.MentionDate
		}
	}
	return false
}

// addressed reports whether [i, end) is the last line of an address of
// several lines.
func (p *page) addressed(i, end int) bool {
	if p.kind(i) != entente.PartAddress || !p.atoms[i].hard || i == 0 || p.kind(i-1) != entente.PartAddress {
		return false
	}
	return end-i < 4 && (end == len(p.atoms) || p.atoms[end].part != p.atoms[i].part)
}

// listed reports whether the unknown name at i stands in a list between
// places: "Ostrow, Belmark and Paris".
func (p *page) listed(i int) bool {
	end := p.name(i)
	if end == 0 || end+1 >= len(p.atoms) || i < 2 {
		return false
	}
	comma := func(j int) bool { return p.text(j) == "," || p.class[j]&conjunction != 0 }
	return comma(i-1) && comma(end) && p.placeAt(i-2) && p.placeAt(end+1)
}

// works claims the names before what is built or lies there: "the Helwan
// trunk sewer".
func (p *page) works() {
	if p.lex.headFirst {
		return
	}
	for i := range p.atoms {
		if p.class[i]&placeAfter == 0 || p.atoms[i].is(upper) || !p.joined(i) {
			continue
		}
		j := i - 1
		for j > i-3 && p.joined(j) && p.atoms[j].is(word) && !p.atoms[j].is(upper) && p.class[j]&(stop|orgLink) == 0 {
			j--
		}
		end := j + 1
		for j >= 0 && p.owner[j] == 0 && p.proper(j) && !p.atoms[j].start && (j == end-1 || p.joined(j+1)) {
			j--
		}
		if first := j + 1; first < end && end <= i && !p.common(first) && !p.atoms[first].is(caps) && p.class[first]&given == 0 {
			p.claim(entente.MentionPlace, first, end, "")
		}
	}
}

// seated reports whether the name at i says where the organisation before it
// is: "the Helmar company, of Tarville,".
func (p *page) seated(i int) bool {
	if i < 3 || p.class[i-1]&(home|tie) == 0 || p.text(i-2) != "," || p.atoms[i-2].hard || p.sideOf(i-3) != entente.MentionOrganisation || p.same(i-3, i-1) {
		return false
	}
	end := p.name(i)
	return end > 0 && (p.text(end) == "," || p.text(end) == ".")
}

// besidePerson reports whether a conjunction and a person stand before i.
func (p *page) besidePerson(i int) bool {
	if i < 2 || p.class[i-1]&conjunction == 0 {
		return false
	}
	o := p.owner[i-2]
	return o != 0 && p.found[o-1].kind == entente.MentionPerson
}

// feature returns the end of the name that a feature of the land leads in,
// written small: "lac de Sarmelle", "île des Fous", "cap Horlin". It is 0 where
// there is none, and where the name is one that stands alone.
func (p *page) feature(i int) int {
	if p.class[i]&feature == 0 || p.atoms[i].is(upper) {
		return 0
	}
	if p.class[i]&street != 0 && p.text(i-1) == "," && i > 1 && p.atoms[i-2].is(digit) {
		return 0 // a house of an address: "18, avenue des Ormes"
	}
	j := i + 1
	for j < i+4 && p.joined(j) && !p.atoms[j].is(upper) && (p.class[j]&(tie|article|link) != 0 || p.apostrophe(j)) {
		j++
	}
	if !p.joined(j) || !p.capital(j) || !p.atoms[j].space && !p.apostrophe(j-1) || p.owner[j] != 0 || p.class[j]&(title|office|demonym) != 0 || p.atoms[j].is(caps) || p.runs[j].placeClass&(country|region) != 0 {
		return 0
	}
	return max(p.name(j), j+1)
}

// appositions claims unknown names of two words or more that an office stands
// beside, a comma between: "my deputy, Daina Kesmer, was there".
func (p *page) appositions() {
	for i := range p.atoms {
		if p.owner[i] != 0 || !p.proper(i) || p.atoms[i].shout || p.runs[i].place != 0 && p.runs[i].placeClass&guess == 0 || p.joined(i) && (p.proper(i-1) || p.hyphen(i-1)) {
			continue
		}
		end := p.name(i)
		if end < i+2 || end > i+6 || p.hyphen(i+1) && end == i+3 || p.class[i]&(placeFirst|orgHead|leading|street) != 0 || p.class[end-1]&(placeLast|trade|orgHead|lasting|mark) != 0 || p.common(i) || p.common(end-1) {
			continue
		}
		before := p.text(i-1) == "," && p.joined(i) && p.text(end) == "," && p.officeIn(i-3, i-1)
		after := p.text(end) == "," && p.joined(end+1) && !p.atoms[end+1].is(upper) && p.officeIn(end+2, end+4) && !p.atoms[end+2].is(upper)
		if before || after {
			p.claim(entente.MentionPerson, i, end, "")
		}
	}
}

// officeIn reports whether an office stands in the atoms [i, end), no mark
// before it.
func (p *page) officeIn(i, end int) bool {
	for j := max(i, 0); j < min(end, len(p.atoms)); j++ {
		if !p.atoms[j].is(word) {
			return false
		}
		if p.class[j]&office != 0 {
			return true
		}
	}
	return false
}
