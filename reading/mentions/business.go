package mentions

import (
	"strings"

	"entente"
)

// business claims unknown names that do or have what only companies do or
// have: "Tarvane will tender", "Telkara's licence", "le capital de Velmont".
func (p *page) business() {
	for i := 0; i < len(p.atoms); i++ {
		if !p.unknown(i) || p.joined(i) && (p.proper(i-1) || p.hyphen(i-1)) {
			continue
		}
		end := p.name(i)
		if end == 0 || end-i > 5 {
			continue
		}
		if !p.lex.headFirst && p.joined(i) && p.class[i-1]&article != 0 && !p.atoms[i].is(caps|inner) {
			continue // "the Lethe was dredged": a river, a ship, a people
		}
		if i > 1 && p.joined(i) && p.class[i-1]&conjunction != 0 && p.placeAt(i-2) {
			continue // "the mills at Skara and Velby were shut"
		}
		if (p.doing(end) || p.having(end) || p.had(i)) && !p.called(i, end) {
			p.claim(entente.MentionOrganisation, i, end, "")
		}
		i = end - 1
	}
}

// unknown reports whether a name that no list knows may begin at i.
func (p *page) unknown(i int) bool {
	return p.owner[i] == 0 && p.proper(i) && !p.atoms[i].shout && !p.common(i) && p.runs[i].place == 0 && p.runs[i].lead == 0 &&
		p.class[i]&(given|surname|notAcronym|meeting|placeFirst|street) == 0 && !(p.atoms[i].is(single) && p.text(i+1) == ".")
}

// called reports whether the words before i, or the last of [i, end), make the
// name one of a person, a place or a thing.
func (p *page) called(i, end int) bool {
	if p.class[end-1]&(given|surname|placeLast) != 0 || p.runs[end-1].place > 0 && end == i+1 {
		return true
	}
	return p.joined(i) && p.class[i-1]&(product|title|office|placeHead|street|placeSure) != 0
}

// doing reports whether a verb that companies are the subject of follows at
// end, auxiliaries and a negation between.
func (p *page) doing(end int) bool {
	for j := end; j < end+5 && p.joined(j) && p.owner[j] == 0; j++ {
		switch {
		case p.atoms[j].is(upper):
			return false
		case p.class[j]&trading != 0 && p.atoms[j].pos != 'N':
			return true
		case p.class[j]&pluralVerb != 0 && j == end && p.atoms[j].pos == 'V':
			return !strings.HasSuffix(p.text(end-1), "s") || p.joined(end-1) && p.atoms[end-2].is(upper)
		case p.atoms[j].pos == 'V' && p.class[j]&stop != 0, p.class[j]&stop != 0 && len(p.atoms[j].fold) < 4, p.apostrophe(j), p.atoms[j].pos == 'R':
		default:
			return false
		}
	}
	return false
}

// having reports whether a genitive and what companies have follow at end.
func (p *page) having(end int) bool {
	j := end
	if p.apostrophe(j) && p.text(j+1) == "s" {
		j += 2
	}
	if j == end {
		return false
	}
	for k := j; k < j+3 && p.joined(k) && !p.atoms[k].is(upper); k++ {
		if p.class[k]&goods != 0 {
			return true
		}
	}
	return false
}

// had reports whether what companies have stands before the name at i, and a
// word that ties them: "le capital de Velmont".
func (p *page) had(i int) bool {
	k := i - 1
	if p.apostrophe(k) {
		k--
	}
	return k > 0 && p.joined(i) && !p.atoms[k].is(upper) && p.class[k]&(tie|home) != 0 && p.class[k-1]&goods != 0 && p.joined(k) && !p.atoms[k-1].is(upper)
}

// firms claims names held together by an ampersand: "Hollis & Crane".
func (p *page) firms() {
	for i := range p.atoms {
		if p.text(i) != "&" || p.owner[i] != 0 || p.atoms[i].shout || !p.joined(i) || !p.joined(i+1) || !p.proper(i-1) || !p.capital(i+1) || p.kind(i) == entente.PartHeading {
			continue
		}
		if p.common(i-1) && (p.atoms[i-1].start || p.class[i+1]&(noun|orgHead) != 0) || p.atoms[i-1].is(single) && p.text(i-2) != "." {
			continue
		}
		first, end := i-1, i+2
		for p.joined(first) && p.owner[first-1] == 0 && (p.proper(first-1) && p.class[first-1]&stop == 0 || p.hyphen(first-1)) {
			first--
		}
		for p.joined(end) && p.owner[end] == 0 && p.proper(end) {
			end++
		}
		p.claim(entente.MentionOrganisation, first, end, "")
	}
}

// again claims the names of organisations wherever they stand once more, and
// the first word of one that is named in full: "Norelia" of "Norelia Gas".
func (p *page) again() {
	full := map[uint64]int{} // the atoms of each name
	alone := map[uint64]bool{}
	for _, f := range p.found {
		if f.kind != entente.MentionOrganisation || !p.atoms[f.first].is(upper) || p.atoms[f.first].shout {
			continue
		}
		full[p.phrase(f.first, f.end)] = f.end - f.first
		last := f.end - 1
		for last > f.first && !p.atoms[last].is(word) {
			last--
		}
		if j := f.first; f.end > j+1 && p.proper(j) && len(p.atoms[j].text) > 3 && !p.common(j) && p.runs[j].place == 0 && p.class[j]&(given|surname|leading|lasting|orgCue|trade|demonym|noun) == 0 &&
			(p.class[last]&(trade|mark|orgCue) != 0 || p.class[last]&(orgHead|lasting) != 0 && p.lex.headFirst) && p.atoms[j+1].space {
			alone[p.atoms[j].hash] = true
		}
	}
	if len(full) == 0 {
		return
	}
	for i := 0; i < len(p.atoms); i++ {
		if p.owner[i] != 0 || !p.capital(i) || p.atoms[i].shout || p.joined(i) && p.hyphen(i-1) && p.owner[i-2] == 0 {
			continue
		}
		end := p.name(i)
		if end == 0 {
			continue
		}
		if n := full[p.phrase(i, end)]; n == end-i && (n > 1 || !p.common(i)) && p.class[i]&(given|surname) == 0 {
			p.claim(entente.MentionOrganisation, i, end, "")
		} else if end == i+1 && alone[p.atoms[i].hash] && !(p.joined(i) && p.class[i-1]&(title|office) != 0) {
			p.claim(entente.MentionOrganisation, i, end, "")
		}
		i = end - 1
	}
}

// pastKind returns the end of the small words at i that tell of what kind a
// company is, its name after them: "le fonds de microfinance Velmar". It is 0
// where there are none.
func (p *page) pastKind(i int) int {
	if !p.lex.headFirst || !p.joined(i) || p.runs[i].tie == 0 {
		return 0
	}
	j := int(p.runs[i].tie)
	if p.apostrophe(j) {
		j++
	}
	first := j
	for p.joined(j) && j < first+3 && p.atoms[j].is(word) && !p.atoms[j].is(upper) && (j == first && p.atoms[j].pos != 'V' || p.adjective(j)) && p.class[j]&(stop|orgLink|office|title|placeHead) == 0 {
		j++
	}
	if j == first || !p.joined(j) || !p.atoms[j].space || !p.proper(j) || p.runs[j].place != 0 || p.class[j]&(given|surname) != 0 {
		return 0
	}
	return j
}
