package mentions

import (
	"strings"

	"entente"
)

// countries claims countries, regions and cities that the packs name.
func (p *page) gazetteer() {
	for i := range p.atoms {
		r := &p.runs[i]
		end := int(r.place)
		if end == 0 || p.owner[i] != 0 {
			continue
		}
		a := &p.atoms[i]
		if p.class[i]&(stop|notAcronym) != 0 && end == i+1 && r.placeClass&country == 0 {
			continue
		}
		if end == i+1 && len(a.fold) == 2 && !(a.is(caps)) {
			continue
		}
		value := ""
		switch {
		case r.placeClass&region != 0 && p.portfolioOf(i):
			p.claim("", i, end, "")
			continue
		case r.placeClass&country != 0:
			value = r.value
		case r.placeClass&(guess|doubtful) != 0:
			if p.besidePerson(i) || a.is(inner) {
				continue
			}
			if !p.placed(i, end) && (r.placeClass&doubtful != 0 || a.start || a.shout || end == i+1 && len(a.text) < 5 || p.beside(i, end) || a.is(caps) || !p.proper(i) || p.class[i]&given != 0) {
				continue
			}
		case p.beside(i, end) && !p.placed(i, end):
			continue
		}
		p.claim(entente.MentionPlace, i, end, value)
	}
}

// beside reports whether another name stands right before or after, so that
// the place may be part of it.
func (p *page) beside(i, end int) bool {
	if p.joined(i) && p.owner[i-1] == 0 && p.atoms[i].space && p.proper(i-1) && p.class[i-1]&placeLast == 0 && !p.atoms[i-1].start && p.runs[i-1].place == 0 {
		return true
	}
	return end < len(p.atoms) && p.joined(end) && p.proper(end) && p.owner[end] == 0 && p.runs[end].place == 0 && !p.atoms[end].shout
}

// placed reports whether the words around say that [i, end) is a place.
func (p *page) placed(i, end int) bool {
	k := i - 1
	if p.apostrophe(k) {
		k--
	}
	if k >= 0 && p.joined(i) {
		if p.class[k]&placePrep != 0 && !p.atoms[k].is(caps) {
			if end < len(p.atoms) && p.joined(end) && p.proper(end) && p.owner[end] == 0 {
				return false
			}
			return true
		}
		if (p.text(k) == "," || p.class[k]&conjunction != 0 || p.text(k) == "-" || p.text(k) == "–" || p.text(k) == ";") && k > 0 && p.placeAt(k-1) {
			return true
		}
		if p.class[k]&placeHead != 0 || p.atoms[k].is(digit) && p.atoms[k].hard {
			return true
		}
	}
	switch p.kind(i) {
	case entente.PartDateline:
		return true
	case entente.PartAddress, entente.PartLetterhead:
		return end >= len(p.atoms) || p.atoms[end].hard || p.text(end) == ","
	}
	// alone on its line, or before a date: "Lima, le 7 mai"
	if p.atoms[i].hard && (end >= len(p.atoms) || p.atoms[end].hard) {
		return true
	}
	if p.text(end) == "," && end+2 < len(p.atoms) && p.atoms[i].hard {
		return p.atoms[end+1].is(digit) || p.atoms[end+2].is(digit)
	}
	return false
}

func (p *page) placeAt(i int) bool {
	if i >= len(p.atoms) {
		return false
	}
	o := p.owner[i]
	return o != 0 && p.found[o-1].kind == entente.MentionPlace
}

// located claims names that words around make places: "at Estancia", "le
// site d'Issataï", "Mount Labo", "Senkaku Islands".
func (p *page) located() {
	for i := range p.atoms {
		if p.owner[i] != 0 {
			continue
		}
		switch c := p.class[i]; {
		case c&placeFirst != 0 && p.atoms[i].is(upper) && p.joined(i+1):
			j := i + 1
			if p.hyphen(j) {
				j++
			}
			for j < len(p.atoms) && p.class[j]&orgLink != 0 && !p.atoms[j].is(upper) {
				j++
			}
			if end := p.name(j); end > 0 {
				p.claim(entente.MentionPlace, i, end, "")
			}
		case c&placeLast != 0 && p.atoms[i].is(upper) && p.joined(i) && !p.lex.headFirst:
			first := i
			for p.joined(first) && p.owner[first-1] == 0 && p.proper(first-1) {
				first--
			}
			if first < i {
				p.claim(entente.MentionPlace, first, i+1, "")
			}
		}
	}
	for i := range p.atoms {
		if p.owner[i] != 0 || !p.proper(i) || p.atoms[i].shout || p.class[i]&notAcronym != 0 || p.common(i) && !(p.joined(i+1) && p.proper(i+1)) {
			continue
		}
		k := i - 1
		if p.apostrophe(k) {
			k--
		}
		if k < 0 || !p.joined(i) {
			continue
		}
		sure := p.class[k]&placeSure != 0 && !p.atoms[i].is(caps) && !(k > 0 && p.atoms[k-1].is(upper) && p.owner[k-1] == 0 && p.class[k-1]&stop == 0) && p.kind(i) != entente.PartHeading
		if !sure && p.class[k]&toward != 0 && k > 0 && p.class[k-1]&motion != 0 && !p.atoms[i].is(caps) {
			sure = true
		}
		if !sure && p.class[k]&(placePrep|orgLink) != 0 && k > 0 {
			h := k - 1
			if p.class[h]&orgLink != 0 && h > 0 && !p.atoms[h].is(upper) {
				h-- // "de la"
			}
			sure = p.class[h]&placeHead != 0
		}
		if !sure && p.class[k]&stop != 0 && len(p.atoms[k].fold) < 4 && k > 0 && p.class[k-1]&placeWithin != 0 {
			sure = true
		}
		if !sure && p.listed(i) {
			sure = true
		}
		if !sure && k > 0 && p.placeAt(k-1) && (p.class[k]&conjunction != 0 || p.text(k) == "," || p.text(k) == "-") && p.runs[i].place > 0 {
			sure = true
		}
		if !sure {
			continue
		}
		if end := p.name(i); end > 0 {
			p.claim(entente.MentionPlace, i, end, "")
		}
	}
}

// name returns the end of the proper words at i, hyphens within.
func (p *page) name(i int) int {
	j, end := i, 0
	for j < len(p.atoms) && (j == i || !p.atoms[j].hard) && p.owner[j] == 0 {
		switch {
		case p.proper(j):
			j++
			end = j
			continue
		case end > 0 && (p.hyphen(j) || p.apostrophe(j)):
			j++
			continue
		}
		break
	}
	return end
}

// portfolioOf reports whether the region at i is what a minister is for:
// "ministre de l'Europe".
func (p *page) portfolioOf(i int) bool {
	k := i - 1
	for k > 0 && (p.apostrophe(k) || p.class[k]&orgLink != 0) {
		k--
	}
	return k >= 0 && k < i-1 && p.class[k]&office != 0
}

// dateline claims the place of writing that the envelope found.
func (p *page) dateline() {
	place := p.env.Place.Span
	if place.Empty() || strings.Contains(p.env.Place.Quote, ",") {
		return
	}
	i := 0
	for i < len(p.atoms) && p.atoms[i].Start < place.Start {
		i++
	}
	end := i
	for end < len(p.atoms) && p.atoms[end].End <= place.End {
		end++
	}
	value := ""
	if i < len(p.atoms) && int(p.runs[i].place) == end && p.runs[i].placeClass&country != 0 {
		value = p.runs[i].value
	}
	p.claim(entente.MentionPlace, i, end, value)
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

// besidePerson reports whether a conjunction and a person stand before i.
func (p *page) besidePerson(i int) bool {
	if i < 2 || p.class[i-1]&conjunction == 0 {
		return false
	}
	o := p.owner[i-2]
	return o != 0 && p.found[o-1].kind == entente.MentionPerson
}
