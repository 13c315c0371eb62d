package mentions

import "entente"

// gazetteer claims countries, regions and cities that the packs name.
func (p *page) gazetteer() {
	known, _ := p.lastNames()
	for i := range p.atoms {
		r := &p.runs[i]
		end := int(r.place)
		if end == 0 || p.owner[i] != 0 {
			continue
		}
		a := &p.atoms[i]
		if p.class[i]&(stop|notAcronym) != 0 && end == i+1 && r.placeClass&country == 0 || r.placeClass&(guess|doubtful) != 0 && p.kind(i) == entente.PartSalutation {
			continue
		}
		if p.joined(i) && p.class[i-1]&product != 0 && p.atoms[i-1].is(caps) {
			continue // "HMS Alderney"
		}
		if r.placeClass&(country|region) == 0 && r.value != "" && quoted(p.text(i-1)) && !p.atoms[end-1].hard && end < len(p.atoms) && quoted(p.text(end)) {
			continue // the "Alvorada"
		}
		if end == i+1 && len(a.fold) == 2 && (!a.is(caps) || end < len(p.atoms) && p.atoms[end].is(digit)) {
			continue
		}
		if r.placeClass&guess != 0 && p.joined(end) && p.atoms[end].space && p.runs[end].placeClass&guess != 0 && p.proper(end) && p.owner[end] == 0 {
			end = int(p.runs[end].place) // "Kota Velmar": two towns beside each other are one
		}
		value := ""
		switch {
		case r.placeClass&region != 0 && p.portfolioOf(i):
			p.claim("", i, end, "")
			continue
		case end == i+1 && p.class[i]&placeFirst != 0 && p.joined(end+1) && p.runs[end].tie > 0 && p.proper(end+1) && p.runs[end+1].place == 0:
			continue // "Gulf of Orne"
		case r.placeClass&region != 0 && p.tiedTo(i, end):
			continue
		case r.placeClass&country != 0:
			value = r.value
		case r.placeClass&(guess|doubtful) != 0:
			if end == i+1 && known[a.hash] && !p.placed(i, end) || p.besidePerson(i) || a.is(inner) || end == i+1 && p.class[i]&surname != 0 && p.class[i]&given != 0 && !(i > 0 && p.class[i-1]&placeSure != 0) {
				continue
			}
			if !p.placed(i, end) && (r.placeClass&doubtful != 0 || a.start || a.shout || end == i+1 && len(a.text) < 5 || p.beside(i, end) || a.is(caps) || !p.proper(i) || p.class[i]&given != 0) {
				continue
			}
		case r.placeClass&region == 0 && end == i+1 && known[a.hash] && !p.placed(i, end):
			continue // "Wellington" after "Lord Wellington"
		case p.beside(i, end) && !p.placed(i, end):
			continue
		}
		if k := p.headland(i); k < i {
			i, value = k, ""
		}
		if r.placeClass&(country|region) == 0 {
			end = p.tiedOn(end) // "Porto Vale do Sul"
		}
		p.claim(entente.MentionPlace, i, end, value)
	}
}

// headland returns the first atom of the words in capitals that lead in a
// place with the name at i: "Strait of Orne". It is i where there are none.
func (p *page) headland(i int) int {
	k := i - 1
	for k > i-3 && k > 0 && p.joined(k+1) && !p.atoms[k].is(upper) && (p.class[k]&(tie|article) != 0 || p.apostrophe(k)) {
		k--
	}
	if k < 0 || k == i-1 || !p.joined(k+1) || !p.atoms[k].is(upper) || p.atoms[k].shout || p.atoms[k].start || p.class[k]&placeFirst == 0 || p.topic(k) || p.owner[k] != 0 {
		return i
	}
	return k
}

// tiedTo reports whether the region [i, end) is only part of a longer word or
// name: "Trans-Atlantic", "Blue Pacific", "Atlantic solidarity" is none.
func (p *page) tiedTo(i, end int) bool {
	if p.hyphen(i-1) && p.owner[i-2] == 0 && p.runs[i-2].place == 0 && p.runs[i-2].body == 0 {
		return true
	}
	if k := i - 1; p.joined(i) && p.atoms[i].space && p.atoms[k].is(upper) && p.owner[k] == 0 && p.class[k]&(stop|placeLast|demonym|office|title) == 0 && !p.atoms[k].start && p.common(k) {
		return true
	}
	return false
}

// beside reports whether another name stands right before or after, so that
// the place may be part of it.
func (p *page) beside(i, end int) bool {
	if p.joined(i) && p.owner[i-1] == 0 && p.atoms[i].space && p.proper(i-1) && p.class[i-1]&placeLast == 0 && !p.atoms[i-1].start && (p.runs[i-1].place == 0 || p.runs[i-1].placeClass&guess != 0) {
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
// site de Kelldale", "Mount Labo", "Senkaku Islands".
func (p *page) located() {
	for i := range p.atoms {
		if p.owner[i] != 0 {
			continue
		}
		if end := p.feature(i); end > 0 {
			p.claim(entente.MentionPlace, i, end, "")
			continue
		}
		switch c := p.class[i]; {
		case p.lex.compass[p.atoms[i].hash] && p.atoms[i].is(upper) && !p.atoms[i].shout && p.joined(i+1) && p.class[i+1]&placeLast != 0 && p.atoms[i+1].is(upper) && !(p.joined(i+2) && p.atoms[i+2].is(upper)):
			p.claim(entente.MentionPlace, i, i+2, "")
		case c&placeFirst != 0 && p.atoms[i].is(upper) && p.joined(i+1):
			j := i + 1
			if p.hyphen(j) {
				j++
			}
			for j < len(p.atoms) && p.class[j]&orgLink != 0 && !p.atoms[j].is(upper) {
				j++
			}
			if end := p.name(j); end > 0 {
				p.claim(entente.MentionPlace, i, p.owned(i, end), "")
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
			if h > 0 && !p.atoms[h].is(upper) && p.lex.headFirst && p.class[h]&placeHead == 0 && p.adjective(h) {
				h-- // "le lycée agricole de"
			}
			sure = p.class[h]&placeHead != 0
		}
		if !sure && p.class[k]&stop != 0 && len(p.atoms[k].fold) < 4 && k > 0 && p.class[k-1]&placeWithin != 0 {
			sure = true
		}
		if !sure && (p.listed(i) || p.seated(i)) {
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

// owned returns the end of the name [i, end) with the genitive that towns
// named after saints have: "St Orla's".
func (p *page) owned(i, end int) int {
	if !p.lex.headFirst && p.class[i]&placeFirst != 0 && len(p.atoms[i].fold) < 6 && p.apostrophe(end) && p.text(end+1) == "s" && !(p.joined(end+2) && p.atoms[end+2].is(word)) {
		return end + 2
	}
	return end
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
