package mentions

import "entente"

// formal joins the form of a state to its name: "Republic of Arcadia" is one
// name. Where heads lead, what stands in a list of countries is enough: there
// the short name is the one that tells, but of a state that no list knows.
func (p *page) formal() {
	for i := range p.atoms {
		j := int(p.runs[i].form)
		if j == 0 || j >= len(p.atoms) || p.inOffice(i) {
			continue
		}
		short := false
		switch p.kind(i) {
		case entente.PartAddress, entente.PartLetterhead, entente.PartSignature, entente.PartSubject, entente.PartReference, entente.PartHeader:
			short = true // there the short name tells
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
		r, of := &p.runs[i], p.runs[j]
		if unknown := of.value == ""; (short || p.atoms[i].shout || p.lex.headFirst) && (!unknown || short && p.lex.headFirst) {
			continue
		}
		if of.placeClass&country != 0 && r.place < of.place {
			r.place, r.placeClass, r.value = of.place, country, of.value
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
