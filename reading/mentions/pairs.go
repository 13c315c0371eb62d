package mentions

import "entente"

// coordinated claims unknown names that stand in one list with a name that is
// known: "Statnett, Siemens Energy and Moldelectrica" are three companies.
func (p *page) coordinated() {
	for i := 0; i < len(p.atoms); i++ {
		if p.owner[i] != 0 || !p.proper(i) || p.atoms[i].shout || p.common(i) || p.runs[i].place != 0 || p.class[i]&notAcronym != 0 {
			continue
		}
		if i > 0 && p.hyphen(i-1) || p.joined(i) && p.owner[i-1] == 0 && p.proper(i-1) {
			continue
		}
		end := p.name(i)
		if end == 0 || end < len(p.atoms) && p.joined(end) && (p.atoms[end].is(upper) || p.atoms[end].is(digit)) {
			continue
		}
		kind := p.sideOf(p.left(i))
		if kind == "" || p.atoms[i].start {
			kind = p.sideOf(p.right(end))
		}
		words := 0
		for j := i; j < end; j++ {
			if p.atoms[j].is(word) {
				words++
			}
		}
		switch {
		case kind == entente.MentionOrganisation && p.class[i]&(given|surname) == 0:
		case kind == entente.MentionPerson && words > 1 && p.class[end-1]&(trade|mark|orgHead) == 0:
		case kind == entente.MentionPlace && p.class[i]&(given|surname|trade) == 0 && p.class[end-1]&(trade|orgHead) == 0 && p.listedPlace(i):
		default:
			continue
		}
		p.claim(kind, i, end, "")
		i = end - 1
	}
}

// sideOf returns the kind of the mention that has atom i, "" for none and
// for a date or an amount.
func (p *page) sideOf(i int) entente.MentionKind {
	if i < 0 || p.owner[i] == 0 {
		return ""
	}
	switch k := p.found[p.owner[i]-1].kind; k {
	case entente.MentionPerson, entente.MentionOrganisation, entente.MentionPlace:
		return k
	}
	return ""
}

// left returns the last atom of what stands before the conjunction or comma
// before i, or -1. Small words that bind both to their noun may stand between.
func (p *page) left(i int) int {
	k := i - 1
	for k > 0 && k > i-4 && p.small(k) {
		k--
	}
	if k < 1 || !p.joined(i) || !p.between(k) || k < i-1 && p.text(k) == "," && !p.lex.headFirst {
		return -1
	}
	if p.text(k) == "," && k == i-2 && p.class[i-1]&(home|tie) != 0 && !p.same(k-1, i-1) {
		return -1 // "Helmar, de Tarville"
	}
	return k - 1
}

// same reports whether the mention that has atom i follows the same small
// word as stands at k: "de Solane, de Petrovar".
func (p *page) same(i, k int) bool {
	o := p.owner[i]
	return o != 0 && p.joined(p.found[o-1].first) && p.atoms[p.found[o-1].first-1].hash == p.atoms[k].hash
}

// right returns the first atom of what stands after the conjunction or comma
// at end, or -1.
func (p *page) right(end int) int {
	if end >= len(p.atoms) || !p.between(end) || p.atoms[end].hard {
		return -1
	}
	k := end + 1
	for k < len(p.atoms) && k < end+4 && p.small(k) {
		k++
	}
	if k >= len(p.atoms) || p.atoms[k].hard {
		return -1
	}
	return k
}

func (p *page) between(i int) bool {
	return i < len(p.atoms) && (p.text(i) == "," || p.class[i]&conjunction != 0)
}

// small reports whether atom i is a preposition or an article between names.
func (p *page) small(i int) bool {
	return p.class[i]&conjunction == 0 && !p.atoms[i].is(upper) && (p.class[i]&(orgLink|article|link|placeSure|orgCue) != 0 || p.apostrophe(i))
}

// listedPlace reports whether a conjunction, and no comma, ties the name at i
// to the place before it: after a comma, an apposition is as likely.
func (p *page) listedPlace(i int) bool {
	k := p.left(i) + 1
	return k > 0 && p.class[k]&conjunction != 0
}
