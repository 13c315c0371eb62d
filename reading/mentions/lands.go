package mentions

import (
	"strings"

	"entente"
)

// lands learns the states that no list knows from how the text speaks of
// them: by their form ("Republic of Velmara"), by who stands for one ("the
// ambassador of Velmara"), by the adjective of their people ("velmarais"), as
// a party to the document, and, where the language puts an article before
// lands and none before towns, by that article and a preposition.
func (p *page) lands() {
	l := &learner{page: p, seen: map[uint64]bool{}}
	for i := range p.atoms {
		if j := int(p.runs[i].form); j > 0 {
			l.name(i, j)
		}
		if j := int(p.runs[i].holder); j > 0 {
			l.name(i, j)
		}
	}
	for i := range p.atoms {
		if p.text(i) == "(" && (p.kind(i) == entente.PartAddress || p.kind(i) == entente.PartParticipants) {
			if end := l.end(i + 1); end > 0 && p.text(end) == ")" { // "Port Velm (Velmara)"
				l.learn(i+1, end)
			}
		}
	}
	for _, c := range p.env.Parties {
		if !c.Honorific.Zero() || !c.Office.Zero() || c.Name.Empty() {
			continue
		}
		if i, end := p.within(c.Name.Span); i < end {
			if last := l.end(i); last == end {
				l.learn(i, end)
			}
		}
	}
	l.adjectives()
	l.articles()
}

// A learner takes names for lands, each once.
type learner struct {
	*page
	seen map[uint64]bool
}

// name learns the name at j, after the form of a state or its holder at i; an
// article may stand between.
func (l *learner) name(i, j int) {
	if l.apostrophe(j) {
		j++
	}
	for n := 0; n < 2 && j < len(l.atoms) && l.joined(j) && !l.atoms[j].is(upper) && (l.class[j]&(article|link) != 0 || l.apostrophe(j)); n++ {
		j++
	}
	if j < len(l.atoms) && l.joined(j) {
		if end := l.end(j); end > 0 {
			l.learn(j, end)
		}
	}
}

// end returns the end of the words at i that can be the name of a land that no
// list knows, or 0.
func (l *learner) end(i int) int {
	if i >= len(l.atoms) || !l.atoms[i].is(upper) || l.runs[i].lead > 0 || l.runs[i].placeClass&(country|region) != 0 {
		return 0
	}
	j, known := i, false
	for n := 0; n < 3 && j < len(l.atoms) && (j == i || l.joined(j)) && l.atoms[j].is(upper) && !l.atoms[j].is(single); n++ {
		if l.unlisted(j) && len(l.atoms[j].fold) > 3 || known && l.class[j]&placeLast != 0 {
			known = true
		} else if l.class[j]&(placeFirst|region) == 0 && !((l.hyphen(j+1) || l.apostrophe(j+1)) && l.atoms[j+2].is(upper)) || l.class[j]&(stop|noun|office|title) != 0 {
			break
		}
		j++
		if known && !l.hyphen(j) && !l.apostrophe(j) && !(l.joined(j) && l.atoms[j].space && l.atoms[j].is(upper) && !l.atoms[j].shout && (l.class[j]&placeLast != 0 || l.unlisted(j))) {
			return j
		}
		if l.hyphen(j) || l.apostrophe(j) {
			j++
		}
	}
	return 0
}

// learn takes the words [i, end), wherever they stand with a capital, for the
// name of a state, unless somebody is called so.
func (l *learner) learn(i, end int) {
	key := l.phrase(i, end)
	if l.seen[key] {
		return
	}
	l.seen[key] = true
	var at []int
	for k := range l.atoms {
		if l.atoms[k].hash != l.atoms[i].hash || !l.atoms[k].is(upper) || k+end-i > len(l.atoms) || l.phrase(k, k+end-i) != key {
			continue
		}
		if l.surnamed(k, k+end-i) {
			return
		}
		if after := k + end - i; !(l.hyphen(after) && l.atoms[after+1].is(upper)) && !l.hyphen(k-1) { // "Velmara-Ville"
			at = append(at, k)
		}
	}
	for _, k := range at {
		if r := &l.runs[k]; int(r.place) < k+end-i || r.placeClass&guess != 0 && int(r.place) == k+end-i {
			r.place, r.placeClass, r.value = int32(k+end-i), country, ""
		}
	}
}

// surnamed reports whether the name [i, end) is a person's here: it follows a
// title, a given name or an initial.
func (p *page) surnamed(i, end int) bool {
	if !p.joined(i) {
		return false
	}
	k := i - 1
	if p.text(k) == "." {
		k--
	}
	return k >= 0 && p.atoms[k].is(upper) && (p.class[k]&(title|given) != 0 || p.atoms[k].is(single)) && p.class[k]&(placeFirst|demonym) == 0
}

// adjectives learns lands by the small adjective of their people, where the
// language writes it small: "Velmara" by "velmarais".
func (l *learner) adjectives() {
	if !l.lex.headFirst || len(l.lex.peoples) == 0 {
		return
	}
	stems := map[string][]int{} // the first letters of names that no list knows
	for i := range l.atoms {
		a := &l.atoms[i]
		if a.is(upper) && !a.is(inner) && len(a.fold) > 4 && l.unlisted(i) {
			stems[a.fold[:4]] = append(stems[a.fold[:4]], i)
		}
	}
	if len(stems) == 0 {
		return
	}
	for i := range l.atoms {
		a := &l.atoms[i]
		if !a.is(word) || a.is(upper) || len(a.fold) < 6 || stems[a.fold[:4]] == nil || l.common(i) {
			continue
		}
		for _, k := range stems[a.fold[:4]] {
			if l.peopled(a.fold, l.atoms[k].fold) {
				l.class[i] |= demonym
				if end := l.end(k); end == k+1 && !l.hyphen(k-1) && !l.hyphen(end) {
					l.learn(k, end)
				}
			}
		}
	}
}

// peopled reports whether an adjective is of the people of a land: one of
// their endings after the name, or after its stem, its last vowels let go.
func (l *learner) peopled(adjective, land string) bool {
	for _, end := range l.lex.peoples {
		if stem, ok := strings.CutSuffix(adjective, end); ok && len(stem) > 3 && strings.HasPrefix(land, stem) && vowels(land[len(stem):]) && len(land)-len(stem) < 4 && (len(end) > 2 || land == stem) {
			return true
		}
	}
	return false
}

// articles learns lands by the article before them, where the language puts
// one before lands and none before people and towns: a name that stands after
// a bare article and after the preposition for lands ("in Velmara"), or one
// after its article that ends as the names of lands do.
func (l *learner) articles() {
	if !l.lex.headFirst || len(l.lex.lands) == 0 {
		return
	}
	bare, within := map[uint64]int{}, map[uint64]int{}
	for i := range l.atoms {
		if !l.atoms[i].is(upper) || !l.joined(i) || l.atoms[i].is(caps) || l.atoms[i].shout || !l.unlisted(i) || l.hyphen(i+1) || l.joined(i+1) && l.atoms[i+1].is(upper) {
			continue
		}
		k := i - 1
		if l.apostrophe(k) {
			k--
		}
		switch h := l.atoms[i].hash; {
		case k < 0:
		case l.class[k]&landPrep != 0 && within[h] == 0:
			within[h] = i
		case l.class[k]&article != 0 && bare[h] == 0 && !(k > 0 && l.class[k-1]&(orgLink|placePrep) != 0 && l.joined(k)):
			bare[h] = i
		}
	}
	for i := range l.atoms {
		h := l.atoms[i].hash
		if bare[h] == 0 || l.class[i]&(placeFirst|surname) != 0 {
			continue
		}
		if within[h] != 0 || l.ended(i) {
			l.learn(bare[h], bare[h]+1)
			delete(bare, h)
		}
	}
}

// ended reports whether the word at i ends as the names of lands do.
func (l *learner) ended(i int) bool {
	for _, end := range l.lex.lands {
		if s := l.atoms[i].fold; len(s) > len(end)+3 && strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}
