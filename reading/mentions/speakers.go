package mentions

import (
	"strings"

	"entente"
)

// speakers claims names of one or two words that no list knows and that do
// what only people do, wherever they stand: "Orvel replied that …", "Lindal,
// who was there", "Corvin m'écrit". A name that is elsewhere one of a place or
// a body is none of a person.
func (p *page) speakers() {
	if len(p.lex.speaks) == 0 && len(p.lex.whom) == 0 {
		return
	}
	var speaking []int // first atoms
	for i := range p.atoms {
		if p.stranger(i) && p.speaks(p.name(i)) {
			speaking = append(speaking, i)
		}
	}
	if len(speaking) == 0 {
		return
	}
	other := map[uint64]bool{} // names of something else
	for _, f := range p.found {
		if f.kind == entente.MentionOrganisation || f.kind == entente.MentionPlace {
			other[p.phrase(f.first, f.end)] = true
		}
	}
	for i := range p.atoms {
		if p.stranger(i) && p.joined(i) && p.class[i-1]&(placePrep|placeSure|placeHead|article|orgCue) != 0 && p.class[i-1]&(toward|link) == 0 {
			other[p.phrase(i, p.name(i))] = true
		}
	}
	known := map[uint64]bool{}
	for _, i := range speaking {
		end := p.name(i)
		if s := p.weights.Score(p.features(i, end, nil)); s[3] > s[1] || p.lex.headFirst && s[1] < s[3]+surePlace {
			continue // rather a town that stands for its government
		}
		if key := p.phrase(i, end); !other[key] {
			known[key] = true
		}
	}
	if len(known) == 0 {
		return
	}
	for i := range p.atoms {
		if p.stranger(i) {
			if end := p.name(i); known[p.phrase(i, end)] {
				p.claim(entente.MentionPerson, p.bonded(i), end, "")
			}
		}
	}
}

// bonded returns the first atom of the small words that bind a surname at i:
// "von Lindal". They have a capital where they begin a sentence, and in "met
// De Lindal".
func (p *page) bonded(i int) int {
	first := i
	for k := i - 1; k >= 0 && p.joined(k+1) && p.atoms[k+1].space && p.owner[k] == 0 && (p.lex.particles[p.atoms[k].hash] || p.class[k]&link != 0 && p.atoms[k].is(upper) && !p.atoms[k].start); k-- {
		first = k
	}
	return first
}

// stranger reports whether a name of one or two words begins at i that no list
// but that of all the cities and that of given names knows.
func (p *page) stranger(i int) bool {
	if p.owner[i] != 0 || !p.nameWord(i) || p.atoms[i].shout || p.atoms[i].is(caps|single) || p.common(i) || len(p.atoms[i].fold) < 4 || p.runs[i].lead > 0 || p.runs[i].body > 0 ||
		p.runs[i].place > 0 && p.runs[i].placeClass&guess == 0 || p.class[i]&(notAcronym|meeting|placeFirst|street|trade|orgHead|leading|lasting|demonym|stop) != 0 {
		return false
	}
	if p.joined(i) && (p.hyphen(i-1) || p.proper(i-1) || p.apostrophe(i-1) && p.lex.headFirst) {
		return false
	}
	end := p.name(i)
	return end > i && end < i+4 && p.class[end-1]&(placeLast|trade|orgHead|mark|lasting|orgCue) == 0 && p.runs[end-1].placeClass&(country|region) == 0
}

// speaks reports whether what follows at end is a verb of which people are the
// subject, a small pronoun of a person before it, or a clause about a person.
func (p *page) speaks(end int) bool {
	if !p.joined(end) {
		return false
	}
	if p.lex.speaks[p.atoms[end].hash] && !p.atoms[end].is(upper) {
		return p.atoms[end].pos == 'V' || p.atoms[end].pos == 0
	}
	if p.text(end) == "," && p.joined(end+1) {
		end++
	}
	if !p.lex.whom[p.atoms[end].hash] || p.atoms[end].is(upper) {
		return false
	}
	return p.lex.headFirst || p.text(end-1) == "," || !strings.HasSuffix(p.text(end-1), "s") // "Velmarans who"
}

// particles claims the names that a small word tells which stands before
// surnames only: "Joris van der Velm", "von Lindal".
func (p *page) particles() {
	for i := range p.atoms {
		if a := &p.atoms[i]; !p.lex.particles[a.hash] || a.is(upper) || !p.joined(i) || !p.joined(i+1) || p.owner[i] != 0 || p.lex.particles[p.atoms[i-1].hash] {
			continue
		}
		j := i + 1
		for p.joined(j) && p.lex.particles[p.atoms[j].hash] && !p.atoms[j].is(upper) {
			j++
		}
		if !p.joined(j) || !p.nameWord(j) || p.owner[j] != 0 || p.atoms[j].is(caps) || !p.atoms[j].space {
			continue
		}
		first := i
		for p.joined(first) && p.atoms[first].space && p.nameWord(first-1) && p.owner[first-1] == 0 && !p.common(first-1) && p.class[first-1]&(stop|orgHead|leading|lasting|mark|placeFirst) == 0 && i-first < 3 {
			first--
		}
		if end := p.person(j, false); end > 0 && (first < i || end == j+1) {
			p.claim(entente.MentionPerson, first, end, "")
		}
	}
}

// listedPeople lets nobody after a title in the plural be taken for a company
// or a town of the lists: "Messrs. Lindal, Ford, Velm and Springer".
func (p *page) listedPeople() {
	for i := range p.atoms {
		if p.class[i]&several == 0 || p.class[i]&title == 0 || p.class[i]&orgCue != 0 && p.trading(i) {
			continue
		}
		j, n := i+1, 0
		if p.text(j) == "." {
			j++
		}
		for p.joined(j) && p.atoms[j].is(upper) && p.class[j]&(office|title|orgHead|orgCue) == 0 && p.runs[j].placeClass&country == 0 {
			if r := &p.runs[j]; int(r.body) == j+1 || int(r.place) == j+1 && n > 0 {
				r.body, r.place, r.placeClass = 0, 0, 0
				p.class[j] &^= company | city
			}
			n++
			if j++; !p.between(j) || !p.joined(j+1) {
				break
			}
			if j++; p.class[j]&conjunction != 0 {
				j++
			}
		}
	}
}

// pastPortfolio returns the name of two words or more that stands after what
// the office before j is for: "Minister for Trade and Enterprise Ada Velm". Its
// end is 0 where there is none.
func (p *page) pastPortfolio(j int) (first, end int) {
	if !p.joined(j) || p.runs[j].tie == 0 {
		return j, 0
	}
	k, nouns := int(p.runs[j].tie), 0
	for ; p.joined(k) && k < j+10; k++ {
		switch {
		case p.atoms[k].is(upper) && p.atoms[k].space && p.common(k) && p.class[k]&given == 0:
			nouns++
			continue
		case nouns > 0 && (p.class[k]&conjunction != 0 || p.text(k) == "," && p.joined(k+1) && p.common(k+1)):
			continue
		}
		break
	}
	if nouns == 0 || !p.joined(k) || !p.atoms[k-1].is(upper) || !p.nameWord(k) || p.common(k) || p.runs[k].body > 0 || p.runs[k].place > 0 && p.runs[k].placeClass&guess == 0 {
		return j, 0
	}
	end = p.person(k, true)
	if end < k+2 || p.common(end-1) || p.class[end-1]&(trade|orgHead|orgCue|lasting|mark|placeLast) != 0 {
		return j, 0
	}
	return k, end
}

// wraps reports whether the name of a person goes on at j, on another line,
// after one word or two: "Mr. Idris / Velmar, of the Ministry".
func (p *page) wraps(j, words int) bool {
	switch p.kind(j) {
	case entente.PartAddress, entente.PartLetterhead, entente.PartDateline, entente.PartSignature, entente.PartCopies:
		return false
	}
	end := j + 1
	if p.hyphen(end) {
		end += 2
	}
	return words < 3 && p.atoms[j-1].is(word) && p.atoms[j].part == p.atoms[j-1].part && p.nameWord(j) && !p.common(j) && p.runs[j].placeClass&country == 0 &&
		(p.text(end) == "," || p.text(end) == ";" && words == 1) && p.joined(end) && !(words == 2 && p.class[j-1]&surname != 0)
}
