package mentions

import "strings"

// peoples learns the states that the text itself tells by the name of their
// people: where both "Velmara" and "Velmaran" stand, with a capital and in no
// list, the first is a land and the second a demonym.
func (p *page) peoples() {
	if len(p.lex.peoples) == 0 || p.lex.headFirst {
		return
	}
	var names []int // one atom of each unknown name
	seen := map[uint64]bool{}
	for i := range p.atoms {
		a := &p.atoms[i]
		if !a.is(upper) || a.is(caps|inner) || a.shout || len(a.fold) < 5 || seen[a.hash] || !p.unlisted(i) {
			continue
		}
		seen[a.hash] = true
		names = append(names, i)
	}
	lands, folk := map[uint64]bool{}, map[uint64]bool{}
	for _, i := range names {
		for _, end := range p.lex.peoples {
			stem, ok := strings.CutSuffix(p.atoms[i].fold, end)
			if !ok || len(stem) < 4 {
				continue
			}
			for _, k := range names {
				if land := p.atoms[k].fold; k != i && strings.HasPrefix(land, stem) && vowels(land[len(stem):]) && len(land)-len(stem) < 3 && (vowels(land[len(land)-1:]) || land == stem && len(stem) > 4 && vowels(end[:1]) && !p.someone(i) && !p.someone(k)) {
					lands[p.atoms[k].hash], folk[p.atoms[i].hash] = true, true
				}
			}
		}
	}
	if len(lands) == 0 {
		return
	}
	for i := range p.atoms { // "Velmari" is no land of the Velmaris where Velmara is one
		switch a := &p.atoms[i]; {
		case lands[a.hash] && !folk[a.hash] && a.is(upper) && p.runs[i].place == 0:
			p.runs[i].place, p.runs[i].placeClass = int32(i+1), country
		case folk[a.hash] && a.is(upper):
			p.class[i] |= demonym
			p.runs[i].place = 0
		}
	}
}

// unlisted reports whether no list, but that of all the cities, has the word
// at i, and it is seldom written small.
func (p *page) unlisted(i int) bool {
	return !p.common(i) && p.class[i]&(stop|demonym|given|surname|noun|office|title|organisation|company|country|region|city|trade) == 0 &&
		p.runs[i].body == 0 && (p.runs[i].place == 0 || p.runs[i].placeClass&guess != 0)
}

func vowels(s string) bool { return strings.Trim(s, "aeiouy") == "" }

// someone reports whether the word at i is part of a person's name here: a
// title, a given name or an initial stands before, or another name after.
func (p *page) someone(i int) bool {
	if p.joined(i+1) && p.atoms[i+1].space && p.proper(i+1) && !p.common(i+1) {
		return true
	}
	if !p.joined(i) {
		return false
	}
	k := i - 1
	if p.text(k) == "." {
		k--
	}
	return k >= 0 && p.atoms[k].is(upper) && !p.atoms[k].start && (p.class[k]&(title|given|office) != 0 || p.atoms[k].is(single) || p.proper(k))
}
