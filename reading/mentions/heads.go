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
		if head == 0 || p.owner[i] != 0 || int(p.runs[i].known) >= head || int(p.runs[i].place) > head || p.inOffice(i) || p.topic(i) {
			continue
		}
		if p.class[i]&state != 0 {
			p.government(i)
			continue
		}
		small := !p.atoms[i].is(upper)
		if small && p.lex.phrases[p.phrase(i, head)].class&orgHeadLow == 0 {
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
		end := c.end
		if body := int(p.runs[i].body); body > end {
			end = body
		} else if end == head && first == i || !p.telling(first, i, head, end) {
			continue
		}
		for end < len(p.atoms) && p.joined(end) && p.class[end]&mark != 0 && p.atoms[end].is(upper) {
			end++
		}
		if p.claim(entente.MentionOrganisation, first, end, "") {
			i = end - 1
		}
	}
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
		k := j - 1
		if p.hyphen(k) || p.text(k) == "&" {
			k--
		} else if p.class[k]&conjunction != 0 && k > 0 && p.capital(k-1) && p.atoms[j].is(upper) && (p.class[k-1]&noun != 0 || p.common(k-1)) && !p.withinPlace(k-1) {
			k-- // "Trade and Investment Council"
		}
		if k < 0 || p.owner[k] != 0 || !p.capital(k) || p.class[k]&(office|title) != 0 || !p.atoms[j].space && k == j-1 {
			break
		}
		if p.atoms[k].start && p.class[k]&noun != 0 && p.class[k]&demonym == 0 && p.atoms[k+1].space {
			break
		}
		first, j = k, k
	}
	return first
}

// A complement is what follows a head while it is being read: adjectives and
// capitals, and what is tied on by "of", "pour la".
type complement struct {
	*page
	head  int  // first atom of the head
	at    int  // where reading stands
	end   int  // end of the name so far
	small bool // the head is written small
	ties  int  // complements tied on so far
}

// take extends the name to end.
func (c *complement) take(end int) bool {
	c.at, c.end = end, end
	return true
}

// begun reports whether anything has been taken.
func (c *complement) begun() bool { return c.end > max(int(c.runs[c.head].head), c.head+1) }

// ministry reports whether the head is one whose complements are portfolios.
func (c *complement) ministry() bool { return c.class[c.head]&orgHeadLow != 0 }

func (c *complement) read() {
	for c.at < len(c.atoms) && c.owner[c.at] == 0 && c.goesOn() && !c.over() {
		if c.place() {
			return
		}
		if c.at >= len(c.atoms) || !c.word() && !c.linked() {
			return
		}
	}
}

// goesOn reports whether the atom may belong to the name, which a line does
// not end if the next begins with a small linking word.
func (c *complement) goesOn() bool {
	a := &c.atoms[c.at]
	return c.joined(c.at) || c.runs[c.at].link > 0 && (!a.is(upper) || a.shout)
}

// over reports whether a word in capitals ends the name: an acronym beside
// it, or any word where the head does not lead.
func (c *complement) over() bool {
	a := &c.atoms[c.at]
	if a.is(caps) && !a.shout && !c.atoms[c.head].is(caps) && c.class[c.at-1]&orgLink == 0 && c.runs[c.at].place == 0 && len(a.text) < 7 {
		return true
	}
	return !c.lex.headFirst && !c.begun() && a.is(upper) && c.runs[c.at].link == 0 && c.class[c.at]&(orgHead|mark) == 0
}

// place takes a country or region and reports whether it ends the name: after
// one only capitals follow.
func (c *complement) place() bool {
	r := c.runs[c.at]
	if r.place == 0 || !c.capital(c.at) || r.placeClass&(country|region) == 0 {
		return false
	}
	c.take(int(r.place))
	if c.at >= len(c.atoms) || c.owner[c.at] != 0 || !c.goesOn() {
		return true
	}
	link := int(c.runs[c.at].link)
	switch {
	case link > 0 && link < len(c.atoms) && (c.atoms[link].is(upper) || c.ministry() && c.and(link)):
	case c.hyphen(c.at):
	case c.joined(c.at) && c.capital(c.at) && c.class[c.at]&(noun|title|office) == 0:
	default:
		return true
	}
	return false
}

// word takes a capital, a hyphen or an adjective.
func (c *complement) word() bool {
	i := c.at
	switch {
	case c.capital(i) && (c.class[i]&office == 0 || i > c.head+1):
		return c.take(i + 1)
	case c.hyphen(i), c.text(i) == "&":
		c.at++
		return true
	case c.atoms[i].is(word) && !c.atoms[i].is(upper) && c.adjective(i) && (!c.small || c.class[i-1]&portfolio != 0):
		return c.take(i + 1)
	}
	return false
}

// linked takes a linking word and what it ties on.
func (c *complement) linked() bool {
	from, comma := c.at, false
	if c.text(from) == "," && !c.small && c.ministry() && !c.atoms[c.head].is(caps) && c.chain(from+1) {
		from, comma = from+1, true
	}
	link, tie := int(c.runs[from].link), int(c.runs[from].tie)
	if link == 0 || link >= len(c.atoms) || !c.begun() && tie < link {
		return false
	}
	if c.apostrophe(link) {
		link++
	}
	if link >= len(c.atoms) || c.atoms[link].hard || c.owner[link] != 0 {
		return false
	}
	next := &c.atoms[link]
	if body := int(c.runs[link].body); body > link+1 && !comma && !c.and(link) {
		return c.take(body)
	}
	and, tied := c.and(link), tie >= link-1
	switch {
	case next.is(digit): // "Committee of 21"
		if len(next.text) > 2 || c.begun() || comma {
			return false
		}
	case next.is(upper):
		if next.is(caps) && !next.shout && !c.atoms[c.head].is(caps) && c.runs[link].place == 0 {
			return false // "Conseil exécutif de l'UNESCO"
		}
		if and && link-from == 1 && (!c.ministry() && c.lex.headFirst || c.runs[link].body > 0 || c.runs[link].place > 0) {
			return false // "l'Agence X et Proparco"
		}
		if and && c.ties == 0 && c.lex.headFirst && !c.ministry() || !tied && !and && c.runs[link].placeClass&(city|guess) != 0 {
			return false // "la Compagnie fruitière et d'autres", "à Dakar"
		}
		if c.class[link]&stop != 0 || (and || !tied) && c.class[link]&(orgHead|office) != 0 {
			return false
		}
	case c.begun() && and && c.adjective(link):
	case comma || !tied && !and || !next.is(word) || !c.lex.headFirst || c.class[link]&(stop|orgLink) != 0:
		return false
	case and && !c.ministry() && (link-from < 2 || c.atoms[c.end-1].is(upper) || c.class[link]&orgCue != 0):
		return false
	case c.ministry() && c.class[link]&portfolio == 0:
		return false
	}
	if tied && !and {
		c.ties++
	}
	return c.take(link + 1)
}

// chain reports whether a list of portfolios goes on at i, after a comma:
// "Ministère des Affaires étrangères, du Commerce et de la Coopération".
func (p *page) chain(i int) bool {
	if i >= len(p.atoms) || p.atoms[i].hard {
		return false
	}
	r := p.runs[i]
	if r.tie == 0 || r.link > r.tie {
		return false
	}
	k := int(r.link)
	if p.apostrophe(k) {
		k++
	}
	return k < len(p.atoms) && p.atoms[k].is(upper) && p.class[k]&stop == 0 && p.runs[k].place == 0
}

// and reports whether the linking words before i hold a conjunction.
func (p *page) and(i int) bool {
	for j := i - 1; j > 0 && j >= i-3; j-- {
		if p.class[j]&conjunction != 0 {
			return true
		}
		if p.class[j]&orgLink == 0 && !p.apostrophe(j) {
			return false
		}
	}
	return false
}

// adjective reports whether the small word at i can be an adjective within a
// name: a demonym, or one with an ending of the language.
func (p *page) adjective(i int) bool {
	if p.class[i]&demonym != 0 {
		return true
	}
	if c := p.atoms[i].pos; c != 0 && c != 'A' && c != 'N' && c != 'P' {
		return false
	}
	s := strings.TrimSuffix(p.text(i), "s")
	for _, end := range p.lex.adjectives {
		if (len(s) > len(end)+1 || len(end) > 4) && strings.HasSuffix(s, end) {
			return true
		}
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
		case r.link > 0 && !p.and(int(r.link)):
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
	return i > 1 && p.class[i]&orgHeadLow == 0 && p.atoms[i-2].is(digit) && p.atoms[i-2].hard && !p.atoms[i-1].is(word)
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
