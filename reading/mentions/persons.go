package mentions

import "entente"

// persons claims names after a title or an office, in a signature, and with
// a surname in capitals.
func (p *page) persons() {
	led := 0
	for i := range p.atoms {
		r := &p.runs[i]
		if r.lead == 0 || p.owner[i] != 0 || i < led && int(r.lead) <= led {
			continue
		}
		j := int(r.lead)
		led = j
		if j < len(p.atoms) && p.atoms[j].text == "." && !p.atoms[j].space {
			if j++; j < len(p.atoms) && p.class[i]&title == 0 && p.class[j]&title != 0 && p.pointed(j) {
				continue // "à la demande de vos experts. M. Orcel": a title of its own
			}
		}
		titled := p.class[i]&title != 0
		for titled && p.joined(j) && j+1 < len(p.atoms) && p.class[j]&title != 0 && int(p.runs[j].lead) == j+1 && p.pointed(j) && p.text(j+1) == "." { // "H.E. M. Bastien Orcel"
			j += 2
		}
		if titled && p.class[i]&orgCue != 0 && p.trading(i) {
			continue // "the importers, Messrs. Dunn and Pruett"
		}
		if len(p.atoms[i].text) == 1 && p.text(i+1) != "." { // "M" alone is no title
			continue
		}
		if j >= len(p.atoms) || p.atoms[j].hard && (!titled || !p.atoms[i].is(upper)) {
			continue
		}
		end := 0
		if p.class[i]&noble != 0 {
			if end = p.lordship(j); end > 0 {
				for p.class[j]&link != 0 || p.apostrophe(j) {
					j++
				}
			}
		}
		if end == 0 {
			end = p.person(j, titled)
		}
		if end == 0 && titled && int(p.runs[j].place) == j+1 && p.runs[j].placeClass&(country|region) == 0 && p.atoms[i].part == p.atoms[j].part && p.joined(j) && p.atoms[j].space && p.nameWord(j) && p.owner[j] == 0 {
			end = j + 1 // "Lord Wellington"
		}
		if end == 0 && !titled && !p.lex.headFirst {
			j, end = p.pastPortfolio(j)
		}
		if end == 0 {
			continue
		}
		if p.atoms[j].shout && p.common(end-1) && p.class[j]&given == 0 {
			continue // "LE CONSEILLER COMMERCIAL"
		}
		if p.text(end) == "&" {
			if more := p.body(j); more > end {
				p.claim(entente.MentionOrganisation, j, more, "")
			}
			continue
		}
		if quoted(p.text(i-1)) && quoted(p.text(end)) {
			continue // the "Lady Imelda" is a ship
		}
		p.claim(entente.MentionPerson, j, end, "")
		for p.class[i]&several != 0 && p.between(end) && p.joined(end+1) { // "Messrs. Dunn, Pruett and Lind"
			if j = end + 1; p.class[j]&conjunction != 0 {
				j++
			}
			if end = p.person(j, true); end == 0 || !p.claim(entente.MentionPerson, j, end, "") {
				break
			}
		}
	}
	p.particles()
	for i := range p.atoms {
		if p.owner[i] == 0 && p.atoms[i].is(upper) {
			if end := p.shaped(i); end > 0 {
				p.claim(entente.MentionPerson, p.forenames(i), end, "")
			}
		}
	}
	for i := 0; i < len(p.atoms); i++ {
		if p.atoms[i].hard && p.owner[i] == 0 {
			p.signed(i)
		}
	}
}

// person returns the end of the person's name at i, or 0.
func (p *page) person(i int, titled bool) int {
	j, words, last := i, 0, 0
	for j < len(p.atoms) && words < 6 {
		a := &p.atoms[j]
		if j > i && a.hard && !(titled && p.wraps(j, words)) {
			break // but "Mr. Idris", set on two short lines with his surname
		}
		switch {
		case p.owner[j] != 0 && words == 0:
			return 0
		case p.owner[j] != 0:
			if p.atoms[j-1].is(word) || p.text(j-1) == "." {
				return 0 // part of another name
			}
			return p.personEnd(i, last)
		case a.is(word) && a.is(upper) && a.is(single) && p.text(j+1) == ".": // an initial
			words++
			last = j + 1
			j += 2
			if p.text(j) == "-" {
				j++
			}
			continue
		case p.nameWord(j):
			words++
			last = j + 1
			j++
			if p.hyphen(j) && p.atoms[j+1].is(word) {
				j += 2
				last = j
			} else if p.apostrophe(j) && p.atoms[j+1].is(upper) {
				j++
			}
			continue
		case a.is(word) && p.class[j]&link != 0 && !(words > 0 && p.class[j]&home != 0) && (words > 0 || titled || p.class[j]&orgLink == 0) && (words > 0 || p.class[j]&orgLink == 0 || p.apostrophe(j+1) || p.capital(j+1)) && p.linked(j):
			j++
			if p.apostrophe(j) || p.hyphen(j) {
				j++
			}
			continue
		}
		break
	}
	return p.personEnd(i, last)
}

// lordship returns the end of the name of a place at j that a noble bears,
// after a linking word, or 0.
func (p *page) lordship(j int) int {
	if p.class[j]&link == 0 || !p.joined(j+1) {
		return 0
	}
	j++
	if p.apostrophe(j) {
		j++
	}
	if j < len(p.atoms) && p.proper(j) && p.runs[j].placeClass&country == 0 {
		return p.name(j)
	}
	return 0
}

// linked reports whether a name goes on after the small words at j.
func (p *page) linked(j int) bool {
	for k := j + 1; k < len(p.atoms) && k < j+4 && !p.atoms[k].hard; k++ {
		switch {
		case p.nameWord(k):
			return p.class[j]&orgLink == 0 || p.runs[k].place == 0 || p.runs[k].placeClass&guess != 0 && !p.common(j) // "Teles da Rocha"
		case p.class[k]&link != 0, p.apostrophe(k), p.hyphen(k):
		default:
			return false
		}
	}
	return false
}

// nameWord reports whether atom j can be a word of a person's name.
func (p *page) nameWord(j int) bool {
	if p.atoms[j].is(upper) && p.class[j]&stop != 0 && j > 0 && p.atoms[j-1].is(upper) && p.class[j-1]&(stop|noun|office|title) == 0 && !p.atoms[j].hard && !(j+1 < len(p.atoms) && p.atoms[j+1].is(upper)) && p.atoms[j].text[0] < 0x80 {
		return true
	}
	if !p.capital(j) || p.class[j]&(noun|title|office|demonym|country|orgHead|organisation) != 0 && p.class[j]&given == 0 {
		return false
	}
	return true
}

// personEnd takes "Jr." and "III" after a name in.
func (p *page) personEnd(i, last int) int {
	if last <= i {
		return 0
	}
	if r := p.runs[i]; r.place > 0 && int(r.place) >= last && r.placeClass&(guess|doubtful) == 0 && p.class[i]&given == 0 {
		return 0
	}
	if r := p.runs[i]; int(r.body) >= last && p.class[i]&given == 0 {
		return 0
	}
	j := last
	if p.text(j) == "," {
		j++
	}
	if j < len(p.atoms) && p.class[j]&suffix != 0 && p.atoms[j].is(upper) {
		last = j + 1
		if p.text(last) == "." && !p.atoms[last].space && !p.atoms[j].is(caps) {
			last++
		}
	}
	return last
}

// shaped returns the end of a name whose shape tells that it is a person's:
// a surname in capitals after a given name, or a known given name before.
func (p *page) shaped(i int) int {
	a := &p.atoms[i]
	if a.shout || a.is(caps) && p.class[i]&given == 0 || i > 0 && p.hyphen(i-1) {
		return 0
	}
	initial := a.is(single) && p.text(i+1) == "." && !p.atoms[i+1].space && !(a.hard && roman(a.text)) && p.class[i]&title == 0 && !p.lettered(i)
	if !initial && !p.nameWord(i) || p.class[i]&(orgCue|orgHead) != 0 || p.joined(i) && p.class[i-1]&street != 0 {
		return 0
	}
	end := p.person(i, false)
	if end == 0 {
		return 0
	}
	words, big, small, middle := 0, 0, 0, false
	for j := i; j < end; j++ {
		b := &p.atoms[j]
		middle = middle || words > 0 && b.is(single) && b.is(upper) && j+2 < end && p.text(j+1) == "." && p.atoms[j+2].is(upper)
		if b.is(word) && b.is(upper) && !b.is(single) {
			words++
			if b.is(caps) && len(b.text) > 2 {
				if j > i && p.hyphen(j-1) && big == 0 {
					return 0 // "Francorail-MTE"
				}
				big++
			} else if big == 0 {
				small++
			}
		}
	}
	last := end - 1
	for last > i && !p.atoms[last].is(word) {
		last--
	}
	switch {
	case p.class[last]&(mark|orgCue|orgHead|placeLast) != 0:
		return 0
	case big > 0 && small > 0 && p.atoms[last].is(caps) && p.runs[i].place == 0 && p.class[last]&notAcronym == 0 && !(p.common(i) && p.class[i]&given == 0 && !p.lex.headFirst):
		return end
	case middle && words > 1 && p.class[i]&(noun|notAcronym) == 0:
		return end
	case initial && words > 0 && p.text(last) != "" && len(p.atoms[last].text) > 2:
		return end
	case p.class[i]&given != 0 && words > 1 && !p.common(last) && (p.runs[i].place == 0 || p.runs[i].placeClass&guess != 0 && int(p.runs[i].place) < end):
		return end
	}
	return 0
}

// signed claims the line that begins at i if it holds a person's name and
// nothing else, where names stand so: in a signature, an address, a header.
func (p *page) signed(i int) {
	switch p.kind(i) {
	case entente.PartSignature, entente.PartParticipants:
	case entente.PartAddress, entente.PartHeader, entente.PartClose:
	case entente.PartParagraph:
		if !p.alone(i) {
			return
		}
	default:
		return
	}
	if p.text(i) == "(" {
		i++
	}
	first := i
	if i+2 < len(p.atoms) && p.class[i]&link != 0 && p.joined(i+1) && p.atoms[i].is(word) && !p.atoms[i].is(upper) { // "d'Orvel de Lorne"
		if i++; p.apostrophe(i) {
			i++
		}
	}
	if i >= len(p.atoms) || !p.atoms[i].is(upper) || p.kind(i) == entente.PartHeader && p.env.Form.Value == "telegram" {
		return
	}
	if p.class[i]&(noun|orgCue|orgHead|office) != 0 {
		return
	}
	end := p.person(i, false)
	if end == 0 || end < len(p.atoms) && !p.atoms[end].hard && p.text(end) != ")" && p.text(end) != "(" && p.text(end) != "," && p.text(end) != "." {
		return
	}
	if p.kind(i) == entente.PartParagraph && roman(p.atoms[i].text) {
		return // "V. Law": the number of a section
	}
	if p.atoms[i].shout && p.text(end) == "." && p.joined(end+1) {
		return // a title that runs into its paragraph
	}
	words := 0
	for j := i; j < end; j++ {
		if p.atoms[j].is(word) && !p.atoms[j].is(single) {
			words++
		}
		if p.class[j]&(mark|orgCue|orgHead|placeLast) != 0 {
			return
		}
	}
	initial := p.atoms[i].is(single) && p.text(i+1) == "."
	if r := p.runs[i]; words == 1 && !initial || r.place > 0 && int(r.place) >= end || words > 5 {
		return
	}
	p.claim(entente.MentionPerson, first, end, "")
}

// alone reports whether the line at i is one of the last of the document.
func (p *page) alone(i int) bool {
	return p.atoms[i].Start > len(p.doc.Text)*6/10
}
