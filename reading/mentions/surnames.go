package mentions

import "entente"

// surnames claims the later mentions of people who were named in full or by
// title, by their last name.
func (p *page) surnames() {
	known, particle := p.lastNames()
	if len(known) == 0 {
		return
	}
	for i := range p.atoms {
		if known[p.atoms[i].hash] && p.capital(i) && p.owner[i] == 0 && p.runs[i].placeClass&(country|region) == 0 {
			first := i
			if h := particle[p.atoms[i].hash]; h != 0 && p.joined(i) && p.atoms[i-1].hash == h && p.owner[i-1] == 0 {
				first--
			}
			p.claim(entente.MentionPerson, p.forenames(first), i+1, "")
		}
	}
}

// lastNames returns the last names of the people found so far, and the small
// word before each that has one.
func (p *page) lastNames() (known map[uint64]bool, particle map[uint64]uint64) {
	known = map[uint64]bool{}
	particle = map[uint64]uint64{} // "de" of "de Gaulle"
	for _, f := range p.found {
		if f.kind != entente.MentionPerson {
			continue
		}
		for j := f.end - 1; j >= f.first; j-- {
			if a := &p.atoms[j]; a.is(word) && len(a.text) > 2 && p.class[j]&suffix == 0 && p.runs[j].placeClass&country == 0 {
				known[a.hash] = true
				if j > f.first && p.class[j-1]&link != 0 {
					particle[a.hash] = p.atoms[j-1].hash
				}
				break
			}
		}
	}
	return known, particle
}

// forenames returns the first atom of the unknown names that stand before the
// name at i and are one with it: "Milena" of "Milena Orsova".
func (p *page) forenames(i int) int {
	first := i
	for k := i; p.joined(k) && i-first < 4; {
		k--
		if p.hyphen(k) {
			k--
		}
		if k < 0 || p.owner[k] != 0 || p.atoms[k].is(caps) != p.atoms[i].is(caps) || p.atoms[k].shout || !p.nameWord(k) || p.common(k) || p.class[k]&(stop|orgHead|orgCue|trade|placeFirst|leading|lasting|notAcronym|meeting|street) != 0 ||
			p.runs[k].body > 0 || p.runs[k].place > 0 && p.runs[k].placeClass&guess == 0 {
			break
		}
		first = k
	}
	return first
}

// leaders claims heads of state and government of the last decades, named
// by surname alone.
func (p *page) leaders() {
	for i := range p.atoms {
		a := &p.atoms[i]
		if p.class[i]&surname == 0 || p.owner[i] != 0 || !p.proper(i) || a.shout || a.start || a.is(caps) || p.common(i) || len(a.text) < 4 || p.runs[i].place != 0 {
			continue
		}
		if p.joined(i) && (p.proper(i-1) || p.class[i-1]&placeFirst != 0 && p.atoms[i-1].is(upper)) || i+1 < len(p.atoms) && p.joined(i+1) && p.atoms[i+1].is(upper) || p.hyphen(i+1) || p.hyphen(i-1) {
			continue
		}
		p.claim(entente.MentionPerson, i, i+1, "")
	}
}
