package mentions

import (
	"strings"

	"entente"
)

// headed claims names built on a head noun: "Ministry of Trade", "Export
// Credits Guarantee Department", "Banque du Brésil".
func (p *page) headed() {
	for i := 0; i < len(p.atoms); i++ {
		head := int(p.runs[i].head)
		if head == 0 || p.owner[i] != 0 || int(p.runs[i].known) >= head || int(p.runs[i].place) > head || int(p.inside[i]) >= head || p.inOffice(i) || p.topic(i) {
			continue
		}
		if p.joined(i) && int(p.runs[i-1].body) > head {
			continue // "General Assembly of the United Nations", which the lists have
		}
		if p.class[i]&state != 0 {
			p.government(i)
			continue
		}
		small := !p.atoms[i].is(upper)
		if small && p.lex.phrases.of(p.phrase(i, head)).class&orgHeadLow == 0 {
			continue
		}
		first := i
		if !small {
			first = p.before(i)
		}
		if int(p.runs[first].known) >= head {
			continue
		}
		c := complement{page: p, head: i, at: head, end: head, small: small}
		c.read()
		if first == i-1 && p.class[first]&demonym != 0 && p.class[i]&ownOffice != 0 && c.end > head {
			first = i // "the Sylvanian Ministry of Ports"
		}
		if int(p.runs[first].body) == head && head < len(p.atoms) && p.runs[head].link > 0 && p.class[head]&home == 0 && !p.lex.headFirst {
			c.end = head // "European Commission on Energy"
		}
		if small && c.end == head+1 && p.class[head]&demonym != 0 {
			continue // "le ministère anglais"
		}
		if p.joined(first) && p.class[first-1]&whole != 0 && !p.atoms[first-1].is(caps) && !p.proved(first, c.end) {
			continue // "a School of Navigation"
		}
		end := c.end
		if body := int(p.runs[i].body); body > end || body > head && !p.capitals(body, end) {
			end = body
		} else if end == head && first == i || !p.telling(first, i, head, end) && !p.only(first, i, end) {
			continue
		}
		if end == head && !p.lex.headFirst && (p.joined(end) && p.capital(end) && p.common(end) || p.matter(first, head)) {
			continue // "Diplomatic and Service Passports", "Agreement on Air Services"
		}
		if !p.lex.headFirst && p.charge(first, end) {
			continue // "Minister of Public Works"
		}
		end = p.beforeAcronym(i, end)
		end = p.pastMarks(end)
		if p.claim(entente.MentionOrganisation, first, end, "") {
			i = end - 1
		}
	}
}

// proved reports whether [i, end) names more than its kind: it holds a place,
// a body, a demonym or a word that is seldom written small, or brackets with
// its acronym follow.
func (p *page) proved(i, end int) bool {
	if p.text(end) == "(" {
		return true
	}
	for j := i; j < end; j++ {
		if p.atoms[j].is(upper) && (p.runs[j].place > 0 || p.runs[j].body > 0 || p.class[j]&demonym != 0 || p.class[j]&(noun|orgHead|orgCue|trade) == 0 && !p.common(j)) {
			return true
		}
	}
	return false
}

// capitals reports whether a word of [i, end) begins with a capital.
func (p *page) capitals(i, end int) bool {
	for ; i < end; i++ {
		if p.atoms[i].is(upper) {
			return true
		}
	}
	return false
}

// beforeAcronym returns the end of the name of head i where its acronym tells
// it: "Agence de la petite enfance et des crèches (APEC)". It is end if
// no acronym follows.
func (p *page) beforeAcronym(i, end int) int {
	if !p.lex.headFirst {
		return end
	}
	j := end
	for ; j < len(p.atoms) && j < end+14 && !p.atoms[j].hard && p.owner[j] == 0; j++ {
		a := &p.atoms[j]
		if !a.is(word) && !p.hyphen(j) && !p.apostrophe(j) || a.pos == 'V' || p.class[j]&(office|title) != 0 {
			break
		}
	}
	if j == end || j+2 >= len(p.atoms) || p.text(j) != "(" || !p.atoms[j+1].is(caps) || p.text(j+2) != ")" && p.text(j+2) != "-" {
		return end
	}
	if p.atoms[j+1].fold[0] != p.atoms[i].fold[0] || !p.atoms[i].is(upper) {
		return end
	}
	return j
}

// phrase is the hash of the words [i, end).
func (p *page) phrase(i, end int) uint64 {
	h := p.atoms[i].hash
	for j := i + 1; j < end; j++ {
		if p.atoms[j].is(word | digit) {
			h = then(h, p.atoms[j].hash)
		}
	}
	return h
}

// before returns the first atom of the words in capitals that stand before a
// head: "Suez Canal" of "Suez Canal Authority". Where heads lead there are
// none.
func (p *page) before(i int) int {
	if p.lex.headFirst {
		return i
	}
	first := i
	for j := i; p.joined(j); {
		k, owned := j-1, false
		if p.text(k) == "s" && p.apostrophe(k-1) && k > 2 && (p.class[k-2]&office != 0 || p.class[k-3]&placeFirst != 0) { // "St Brannock's Hospital"
			k, owned = k-2, true
		}
		if p.text(k) == "'" && k > 0 && !p.atoms[k].space && p.atoms[j].space && strings.HasSuffix(p.text(k-1), "s") && p.capital(k-1) { // "Shipowners' Union"
			k, owned = k-1, true
		}
		if p.hyphen(k) || p.text(k) == "&" {
			k--
		} else if p.class[k]&conjunction != 0 && k > 0 && p.capital(k-1) && p.atoms[j].is(upper) && (p.class[k-1]&noun != 0 || p.common(k-1) || p.joined(k-1) && p.capital(k-2) && p.common(k-2)) && !p.withinPlace(k-1) {
			k-- // "Trade and Investment Council"
		}
		if k < 0 || p.owner[k] != 0 || !p.capital(k) || p.class[k]&(office|title) != 0 && !(owned && (p.class[k]&office != 0 || p.joined(k) && p.capital(k-1))) || p.class[k]&notAcronym != 0 && p.runs[k].place == 0 || !p.atoms[j].space && k == j-1 && !owned {
			break
		}
		if p.atoms[k].start && p.class[k]&noun != 0 && p.class[k]&demonym == 0 && p.atoms[k+1].space && p.atoms[k].pos != 'A' {
			break
		}
		first, j = k, k
	}
	return first
}

// word takes a capital, a hyphen or an adjective.
func (c *complement) word() bool {
	i := c.at
	switch {
	case c.ministry() && c.begun() && i == c.end && c.runs[i].placeClass&(city|guess) == city && c.class[i-1]&orgLink == 0:
		return false // "MINISTRY OF TRADE OTTAWA"
	case c.atoms[i].is(caps) && c.class[i]&notAcronym != 0 && c.runs[i].place == 0:
		return false // "INFO"
	case c.flat && c.atoms[i].pos == 'V':
		return false
	case c.small && i == int(c.runs[c.head].head) && c.atoms[i].is(word) && !c.atoms[i].is(upper) && !c.common(i) && c.class[i]&(stop|orgLink) == 0 && c.joined(i+1) && c.runs[i+1].tie > 0 && c.capitals(i+1, min(len(c.atoms), int(c.runs[i+1].tie)+4)):
		return c.take(i + 1) // "ministère sylvanien de l'Information", of a people that no list has
	case !c.small && c.lex.headFirst && i == int(c.runs[c.head].head) && c.at == c.end && c.atoms[i].is(word) && !c.atoms[i].is(upper) && !c.common(i) && c.class[i]&(stop|orgLink) == 0 && c.joined(i+1) && c.runs[i+1].tie > 0 && c.peopleEnd(i):
		return c.take(i + 1) // "Société velmaroise d'électricité"
	case c.capital(i) && (c.class[i]&office == 0 || i > c.head+1):
		return c.take(i + 1)
	case c.hyphen(i) && c.at == c.end && !c.atoms[i+1].is(upper|digit):
		return c.take(i + 2) // "Co-operation"
	case c.hyphen(i), c.text(i) == "&":
		c.at++
		return true
	case c.hyphen(i-1) && c.atoms[i].is(upper) && c.at == c.end+1:
		return c.take(i + 1) // "Compagnie du Nord-Est", where "est" is a verb too
	case c.text(i) == "." && !c.atoms[i].space && c.at == c.end && c.class[i-1]&placeFirst != 0 && c.joined(i+1) && c.capital(i+1):
		return c.take(i + 2) // "St. Bride"
	case c.atoms[i].is(word) && !c.atoms[i].is(upper) && (c.adjective(i) || c.tagged(i)) && (!c.small || c.class[i-1]&portfolio != 0 || c.class[i]&demonym != 0 && i == int(c.runs[c.head].head)):
		return c.take(i + 1)
	}
	return false
}

// telling reports whether [first, end) holds more than nouns: a name, or a
// complement of the head.
func (p *page) telling(first, head, headEnd, end int) bool {
	names, words := 0, 0
	for j := first; j < end; j++ {
		if p.atoms[j].is(digit) {
			names++
		}
		if !p.atoms[j].is(word) || j >= head && j < headEnd || p.class[j]&orgLink != 0 {
			continue
		}
		words++
		if !p.atoms[j].is(upper) || p.class[j]&noun == 0 {
			names++
		}
	}
	return names > 0 || words > 1 || words > 0 && end > headEnd
}

// only reports whether [first, end) is the one body of its kind that two
// nouns in capitals name, one before the head, after an article or an
// owner: "our Space Administration".
func (p *page) only(first, head, end int) bool {
	if p.lex.headFirst || first+1 != head || !p.joined(first) || p.atoms[first].shout || p.atoms[first].is(caps) || p.joined(end) && p.capital(end) {
		return false
	}
	return p.class[first-1]&stop != 0 && p.class[first-1]&(conjunction|placePrep|whole) == 0 && p.class[first]&(demonym|office) == 0
}

// inOffice reports whether atom i is within the words of an office, such as
// "chef du gouvernement".
func (p *page) inOffice(i int) bool {
	for j := max(0, i-4); j < i; j++ {
		if int(p.runs[j].lead) > i {
			return true
		}
	}
	return false
}

// government claims a government by its state: "Gouvernement de la République
// du Panama", "Soviet Government". Without a state it names nobody.
func (p *page) government(i int) {
	if p.joined(i) && p.class[i-1]&demonym != 0 && p.atoms[i].is(upper) && p.atoms[i-1].is(upper) && p.owner[i-1] == 0 {
		p.claim(entente.MentionOrganisation, i-1, i+1, "")
		return
	}
	j := i + 1
	for j < len(p.atoms) && j < i+12 && p.joined(j) {
		r := &p.runs[j]
		switch {
		case r.placeClass&country != 0:
			p.claim(entente.MentionOrganisation, i, int(r.place), "")
			return
		case r.link > 0 && !p.and(int(r.link)) && (j > i+1 || r.tie > 0 || p.lex.headFirst):
			j = int(r.link)
		case p.apostrophe(j), p.capital(j), p.adjective(j):
			j++
		default:
			return
		}
	}
}

// topic reports whether the word at i begins the heading of a numbered item,
// as in "3. Port of Mersin", which names a matter rather than a body.
func (p *page) topic(i int) bool {
	if p.joined(i+1) && p.proper(i+1) && !p.common(i+1) {
		return false // "4. Grupo Maralto"
	}
	return i > 1 && p.class[i]&orgHeadLow == 0 && p.atoms[i-2].is(digit) && p.atoms[i-2].hard && !p.atoms[i-1].is(word)
}

// matter reports whether the capitals [i, end) are what an agreement is about.
func (p *page) matter(i, end int) bool {
	if i < 2 || !p.joined(i) || p.class[i-1]&orgLink == 0 || p.class[i-2]&meeting == 0 {
		return false
	}
	for j := i; j < end; j++ {
		if p.atoms[j].is(word) && !p.common(j) && p.class[j]&(noun|orgHead) == 0 {
			return false
		}
	}
	return true
}

// charge reports whether the capitals [i, end), nouns all of them, are what an
// office is for: they follow it, a small word between.
func (p *page) charge(i, end int) bool {
	if i < 2 || !p.joined(i) || p.class[i-1]&(home|tie) == 0 || p.class[i-2]&office == 0 || !strings.HasSuffix(p.text(end-1), "s") {
		return false
	}
	for j := i; j < end; j++ {
		if p.atoms[j].is(word) && (p.atoms[j].is(caps) || !p.common(j) && p.class[j]&(noun|orgHead|portfolio) == 0) {
			return false
		}
	}
	return true
}

// withinPlace reports whether atom i ends the name of a country: "States" of
// "United States".
func (p *page) withinPlace(i int) bool {
	for j := max(0, i-3); j <= i; j++ {
		if int(p.runs[j].place) > i {
			return true
		}
	}
	return false
}
