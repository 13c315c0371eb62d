package mentions

import "strings"

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
func (c *complement) ministry() bool {
	return c.class[c.head]&orgHeadLow != 0 || !c.lex.headFirst && c.class[c.head]&ownOffice != 0
}

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
	if c.joined(c.at) || c.runs[c.at].link > 0 && (!a.is(upper) || a.shout) {
		return true
	}
	// "AMBASSADE DE LA REPUBLIQUE / FEDERALE DE SYLVANIE"
	return a.shout && c.at == c.end && c.at > 0 && c.atoms[c.at-1].shout && c.atoms[c.at-1].part == a.part && c.lex.forms[c.atoms[c.at-1].hash] && c.class[c.at]&(orgHead|office|title) == 0 && c.begun()
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
	case link > 0 && link < len(c.atoms) && (c.atoms[link].is(upper) && (!c.and(link) || c.ministry() || c.runs[link].placeClass&(country|region) != 0) || c.ministry() && c.and(link)):
	case c.hyphen(c.at):
	case c.joined(c.at) && c.capital(c.at) && c.class[c.at]&(noun|title|office) == 0:
	default:
		return true
	}
	return false
}

// linked takes a linking word and what it ties on.
func (c *complement) linked() bool {
	from, comma := c.at, false
	if c.text(from) == "," && c.begun() && !c.lex.headFirst && c.ministry() && c.series(from+1) {
		return c.take(from + 2)
	}
	if c.text(from) == "," && c.begun() && c.lex.headFirst && c.class[c.head]&ownOffice != 0 && !c.small && c.tail(from+1) {
		from, comma = from+1, true
	}
	if c.text(from) == "," && c.ministry() && !c.atoms[c.head].is(caps) && c.chain(from+1) {
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
	if c.ties > 0 && tied && !and && c.lex.headFirst && !next.is(upper) && c.class[from]&bond == 0 && c.text(from) != "," {
		return false // "Banque arcadienne d'investissement pour l'électrification"
	}
	if c.ties > 0 && tied && !and && c.lex.headFirst && !next.is(upper) && c.atoms[c.end-1].is(upper) && !c.common(c.end-1) {
		return false // "l'Herbier de Velmare des doubles"
	}
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
		if and && !c.ministry() && c.runs[c.end-1].placeClass&country != 0 && c.runs[link].placeClass&country == 0 {
			return false // "Bank of Sylvania and Crédit Varne"
		}
		if and && link-from == 1 && c.ministry() && c.lex.headFirst && !c.matters(link) {
			return false // "Ministère de la Santé et Velmarc"
		}
		if and && !c.lex.headFirst && (c.headed(link) || !c.matters(link) && c.ties > 0) {
			return false // "University of A and B University"
		}
		if and && c.ties == 0 && c.lex.headFirst && !c.ministry() || !tied && !and && c.runs[link].placeClass&(city|guess) != 0 {
			return false // "la Compagnie fruitière et d'autres", "à Dakar"
		}
		if !tied && !and && c.class[link-1]&placeSure != 0 && c.begun() && c.unlisted(link) {
			return false // "Ministry of Ports in Velmhaven"
		}
		if c.class[link]&stop != 0 && !c.apostrophe(link-1) || (and || !tied) && c.class[link]&(orgHead|office) != 0 && !(c.ministry() && !c.lex.headFirst && c.class[link]&office == 0 && strings.HasSuffix(c.text(link), "s")) {
			return false
		}
	case c.begun() && and && c.adjective(link):
	case comma && tied && next.is(word) && c.class[link]&(stop|orgLink) == 0 && c.class[c.head]&ownOffice != 0 && !c.small:
	case tied && !and && link-from == 1 && (next.pos == '-' || next.pos == 'V' && next.is(word) && c.class[link]&portfolio == 0 && !c.joined(link+1)):
		return false // "prie l'Ambassade de lui communiquer"
	case comma || !tied && !and || !next.is(word) || !c.lex.headFirst || c.class[link]&(stop|orgLink) != 0:
		return false
	case and && !c.ministry() && (link-from < 2 || c.atoms[c.end-1].is(upper) || c.class[link]&orgCue != 0):
		return false
	case c.ministry() && c.class[link]&portfolio == 0 && !(and && !c.small && link-from > 2 && !c.atoms[c.end-1].is(upper)):
		return false
	}
	if tied && !and {
		c.ties++
	}
	return c.take(link + 1)
}

// headed reports whether the words in capitals at i end in a head or the mark
// of a company, and so are a name of their own.
func (c *complement) headed(i int) bool {
	for j := i; j < len(c.atoms) && (j == i || c.joined(j)) && (c.capital(j) || c.hyphen(j)); j++ {
		if j > i && c.class[j]&(orgHead|mark) != 0 && !(c.ministry() && c.class[j]&mark == 0 && strings.HasSuffix(c.text(j), "s")) && c.runs[j].link == 0 && !c.hyphen(j+1) {
			return true
		}
	}
	return false
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

// matters reports whether the capital at i begins what a body is for, rather
// than another name: "Institute of Science and Technology".
func (p *page) matters(i int) bool {
	return p.common(i) || p.class[i]&(noun|portfolio|trade|demonym|lasting|orgHead) != 0 || strings.HasSuffix(p.text(i), "s")
}

// tail reports whether the last items of a list in small letters follow at i,
// after a comma: "Direction de la pharmacie, du médicament et des vaccins".
func (p *page) tail(i int) bool {
	for i < len(p.atoms) && p.runs[i].tie > 0 && !p.atoms[i].hard {
		j := int(p.runs[i].tie)
		if p.apostrophe(j) {
			j++
		}
		for n := 0; n < 3 && j < len(p.atoms) && p.atoms[j].is(word) && p.runs[j].link == 0 && p.class[j]&stop == 0; n++ {
			j++
		}
		if j >= len(p.atoms) || p.atoms[j].hard {
			return false
		}
		if p.text(j) == "," {
			i = j + 1
			continue
		}
		return p.class[j]&conjunction != 0 && p.runs[j].link > int32(j)+1
	}
	return false
}

// series reports whether a list of what a ministry is for goes on at i, after
// a comma, up to its conjunction: "Ministry of Ports, Roads and Rural Water".
func (p *page) series(i int) bool {
	for j := i; p.joined(j) && p.capital(j) && p.class[j]&(orgHead|office|title) == 0 && p.runs[j].place == 0 && p.matters(j); {
		for j++; p.joined(j) && p.capital(j); {
			j++
		}
		switch {
		case p.text(j) == ",":
			j++
		case j < len(p.atoms) && p.class[j]&conjunction != 0 && p.joined(j):
			return p.joined(j+1) && p.capital(j+1) && p.class[j+1]&(office|title) == 0 && p.runs[j+1].place == 0
		default:
			return false
		}
	}
	return false
}

// and reports whether the linking words before i hold a conjunction.
func (p *page) and(i int) bool {
	for j := i - 1; j > 0 && j >= i-3; j-- {
		if p.class[j]&conjunction != 0 {
			return true
		}
		if p.class[j]&(orgLink|article) == 0 && !p.apostrophe(j) {
			return false
		}
	}
	return false
}

// tagged reports whether the small word at i is an adjective by its part of
// speech, and follows a noun of the name written small too: "Institut des
// terres arides".
func (c *complement) tagged(i int) bool {
	a := &c.atoms[i]
	if a.pos == 'A' && c.lex.headFirst && !c.begun() && !c.small && c.at == c.end && i == int(c.runs[c.head].head) {
		return c.class[i]&(stop|orgLink) == 0 && c.joined(i+1) && c.runs[i+1].tie > 0 // "Coopérative agricole du Val"
	}
	return a.pos == 'A' && c.at == c.end && c.lex.headFirst && c.begun() && !c.small && c.atoms[i-1].is(word) && !c.atoms[i-1].is(upper) && c.class[i]&(stop|orgLink) == 0
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

// peopleEnd reports whether the word at i has the ending of an adjective of a
// people, of three letters or more.
func (p *page) peopleEnd(i int) bool {
	for _, end := range p.lex.peoples {
		if len(end) > 2 && len(p.atoms[i].fold) > len(end)+3 && strings.HasSuffix(p.atoms[i].fold, end) {
			return true
		}
	}
	return false
}
