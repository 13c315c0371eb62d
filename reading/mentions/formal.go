package mentions

import "entente"

// formal joins the form of a state to its name: "Republic of Arcadia" is one
// name. Where heads lead, what stands in a list of countries is enough: there
// the short name is the one that tells.
func (p *page) formal() {
	if p.lex.headFirst {
		return
	}
	for i := range p.atoms {
		j := int(p.runs[i].form)
		if j == 0 || j >= len(p.atoms) || p.inOffice(i) || p.atoms[i].shout {
			continue
		}
		switch p.kind(i) {
		case entente.PartAddress, entente.PartLetterhead, entente.PartSignature, entente.PartSubject, entente.PartReference, entente.PartHeader:
			continue // there the short name tells
		}
		if p.apostrophe(j) {
			j++
		}
		for j < len(p.atoms) && j < int(p.runs[i].form)+3 && !p.atoms[j].is(upper) && p.class[j]&(article|link) != 0 {
			j++
		}
		if j >= len(p.atoms) || p.atoms[j].hard || !p.atoms[j].is(upper) {
			continue
		}
		if p.runs[j].place == 0 && p.proper(j) && p.unlisted(j) && !p.atoms[j].is(caps) {
			p.land(p.atoms[j].hash) // "Republic of Velmara"
		}
		r, of := &p.runs[i], p.runs[j]
		if of.placeClass&country != 0 && r.place < of.place {
			r.place, r.placeClass, r.value = of.place, country, of.value
		}
	}
}

// land takes a word, wherever it stands with a capital and is in no list, for
// the name of a state.
func (p *page) land(hash uint64) {
	for i := range p.atoms {
		if p.atoms[i].hash == hash && p.atoms[i].is(upper) && p.runs[i].place == 0 {
			p.runs[i].place, p.runs[i].placeClass = int32(i+1), country
		}
	}
}

// cover notes the atoms within the names of countries and regions.
func (p *page) cover() {
	p.inside = make([]int32, len(p.atoms))
	for i := range p.runs {
		if r := &p.runs[i]; r.placeClass&(country|region) != 0 {
			for j := i + 1; j < int(r.place); j++ {
				p.inside[j] = max(p.inside[j], r.place)
			}
		}
	}
}
