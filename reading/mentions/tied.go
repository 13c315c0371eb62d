package mentions

// tied takes words joined by hyphens for one name where they are the name of a
// place: with small words between them, "Velm-sur-Orne", or a first word that
// names of places begin with, "Port-Velmar". What the lists have of their
// parts alone then counts for nothing.
func (p *page) tied() {
	for i := range p.atoms {
		if !p.hyphen(i+1) || !p.atoms[i].is(upper) || p.hyphen(i-1) || p.text(i-1) == "'" && !p.atoms[i].space && p.hyphen(i-2) {
			continue
		}
		end, small := i+1, false // small: a small word stands between
		for p.hyphen(end) && p.atoms[end+1].is(word) {
			small = small || !p.atoms[end+1].is(upper)
			end += 2
			if p.apostrophe(end) { // "Saint-Jean-d'Orne"
				end += 2
			}
		}
		if int(p.runs[i].place) >= end || int(p.runs[i].body) >= end || !p.capital(i) || !p.capital(end-1) || p.atoms[i].is(single) {
			continue
		}
		first := p.class[i]&placeFirst != 0
		if !first && (p.common(i) || p.class[i]&(noun|office|title|orgHead|demonym|given|surname|country|organisation) != 0) {
			continue
		}
		switch {
		case small && (first || p.class[end-1]&(noun|office|title) == 0) && p.linking(i+2, end-1):
		case first && !small && !p.common(end-1) && p.class[end-1]&(noun|office|orgHead|demonym|organisation|company) == 0:
		default:
			continue
		}
		for j := i; j < end; j++ {
			p.runs[j].place, p.runs[j].placeClass, p.runs[j].value = 0, 0, ""
		}
		if small { // else it may be a person's yet: "M. de Saint-Velm"
			p.runs[i].place, p.runs[i].placeClass = int32(end), city
		}
	}
}

// linking reports whether every small word of [i, end) is one that links the
// words of a name.
func (p *page) linking(i, end int) bool {
	for ; i < end; i++ {
		a := &p.atoms[i]
		if a.is(word) && !a.is(upper) && p.class[i]&(link|orgLink|article|bond|placePrep|placeSure) == 0 {
			return false
		}
	}
	return true
}
