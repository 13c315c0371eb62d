package mentions

import (
	"strings"

	"entente"
)

// compounded claims words of one piece whose ending tells what they name:
// "Kontrollbank", "Machinoexport".
func (p *page) compounded() {
	for i := range p.atoms {
		a := &p.atoms[i]
		if p.owner[i] != 0 || !p.proper(i) || a.is(caps) && len(a.text) < 9 || len(a.fold) < 8 || p.common(i) || p.runs[i].place != 0 || p.class[i]&(given|surname|meeting) != 0 {
			continue
		}
		for _, end := range p.lex.compounds {
			if len(a.fold) > len(end)+2 && strings.HasSuffix(a.fold, end) {
				last := p.tiedOn(i + 1)
				for last < len(p.atoms) && last < i+3 && p.joined(last) && p.atoms[last].space && p.proper(last) && p.owner[last] == 0 && (p.runs[last].place == 0 || p.runs[last].placeClass&country != 0 && p.runs[last].value == "") {
					last++
				}
				first := i
				if p.joined(i) && p.proper(i-1) && p.owner[i-1] == 0 && p.atoms[i].space && p.runs[i-1].place == 0 && (!p.atoms[i-1].start || !p.common(i-1)) {
					first--
				}
				p.claim(entente.MentionOrganisation, first, last, "")
				break
			}
		}
	}
}

// tiedOn returns the end of the name that ends at end with the capital that
// a small word of another language ties to it: "Staatskontor für Aussenhandel".
func (p *page) tiedOn(end int) int {
	if p.joined(end) && p.joined(end+1) && p.class[end]&bond != 0 && !p.lex.headFirst && p.capital(end+1) && p.free(end, end+2) {
		return end + 2
	}
	return end
}

// acting claims an unknown name of two words or more before a verb in the
// plural, as English writes of companies: "Balfour Kinnear have asked".
func (p *page) acting() {
	for i := range p.atoms {
		if p.class[i]&pluralVerb == 0 || p.atoms[i].is(upper) || !p.joined(i) {
			continue
		}
		first := i
		for p.joined(first) && p.owner[first-1] == 0 && p.proper(first-1) {
			first--
		}
		if i-first > 1 && p.runs[first].place == 0 && !p.common(first) && p.class[first]&given == 0 && !(first > 0 && p.class[first-1]&conjunction != 0) {
			p.claim(entente.MentionOrganisation, first, i, "")
		}
	}
}

// articled claims an unknown name after an article, where the language puts
// none before a person or a town, unless the model takes it for a land.
func (p *page) articled() {
	if !p.lex.headFirst {
		return
	}
	for i := range p.atoms {
		if p.owner[i] != 0 || !p.proper(i) || p.atoms[i].shout || p.common(i) || p.runs[i].place != 0 || p.class[i]&(given|surname|notAcronym) != 0 {
			continue
		}
		k := i - 1
		if p.apostrophe(k) {
			k--
		}
		if k < 1 || !p.joined(i) || p.class[k]&article == 0 || p.class[k-1]&orgLink != 0 && p.class[k-1]&conjunction == 0 || p.atoms[k].is(upper) && !p.atoms[k].start {
			continue
		}
		end := p.name(i)
		if s := p.weights.Score(p.features(i, end, nil)); s[3] <= s[2] && !(end == i+1 && p.abstract(i)) {
			p.claim(entente.MentionOrganisation, i, end, "")
		}
	}
}

// abstract reports whether the word at i has the ending of a noun that names
// nobody: "Alphabétisation".
func (p *page) abstract(i int) bool {
	for _, end := range p.lex.abstracts {
		if len(p.atoms[i].fold) > len(end)+2 && strings.HasSuffix(p.atoms[i].fold, end) {
			return true
		}
	}
	return false
}

// apposed reports whether [i, end), after a noun such as "contractor" and a
// comma, can be that company rather than a person or a place.
func (p *page) apposed(i, end int) bool {
	if p.class[i]&(given|title|surname) != 0 || p.runs[i].place != 0 || p.runs[i].lead != 0 || p.common(i) && end == i+1 {
		return false
	}
	if s := p.weights.Score(p.features(i, end, nil)); end > i+1 && s[1] > s[2]+surePerson {
		return false // one word without a title is rather a company's name
	}
	switch p.text(end) {
	case ",", ".", ";", ")", ":":
		return true
	}
	return end < len(p.atoms) && p.class[end]&conjunction != 0
}

// trading reports whether a noun that leads in a company stands shortly
// before i.
func (p *page) trading(i int) bool {
	for k := i - 1; k >= 0 && k > i-4 && !p.atoms[k+1].hard; k-- {
		if p.class[k]&orgCue != 0 && !p.atoms[k].is(upper) {
			return true
		}
	}
	return false
}

// described claims names that a noun for companies follows in apposition:
// "Minarc, filiale de Solane", "Gazar, the operator of the line".
func (p *page) described() {
	for i := range p.atoms {
		if p.class[i]&orgCue == 0 || p.class[i]&title != 0 || p.atoms[i].is(upper) || !p.joined(i) {
			continue
		}
		k := i - 1
		for k > i-4 && k > 0 && p.joined(k) && p.atoms[k].is(word) && !p.atoms[k].is(upper) && (p.atoms[k].pos == 'N' || p.atoms[k].pos == 'A') && p.class[k]&(stop|article|orgLink|placePrep) == 0 {
			k-- // "the state oil company"
		}
		for n := 0; n < 2 && k > 0 && !p.atoms[k].is(upper) && (p.class[k]&(article|whole|demonym) != 0 || p.apostrophe(k) || p.class[k]&stop != 0 && len(p.atoms[k].fold) < 4); n++ {
			k--
		}
		if k < 1 || p.text(k) != "," && p.text(k) != "(" || !p.joined(k+1) || p.owner[k-1] != 0 || !p.proper(k-1) {
			continue
		}
		first := k - 1
		for p.joined(first) && p.owner[first-1] == 0 && (p.proper(first-1) || p.hyphen(first-1)) {
			first--
		}
		if p.class[first]&(given|title|surname) != 0 || p.runs[first].place != 0 || p.atoms[first].shout || k-first > 4 || p.common(first) || p.joined(first) && p.class[first-1]&(office|title) != 0 {
			continue
		}
		p.claim(entente.MentionOrganisation, first, k, "")
	}
}

// branches claims a name before the name of a country: "Petro Kenya".
func (p *page) branches() {
	for i := range p.atoms {
		r := &p.runs[i]
		if r.placeClass&country == 0 || !p.joined(i) || !p.atoms[i].space || p.owner[i] != 0 || p.atoms[i].shout || p.atoms[i].is(caps) {
			continue
		}
		k := i - 1
		if !p.proper(k) || p.owner[k] != 0 || p.atoms[k].start || p.runs[k].place != 0 || p.common(k) && !p.atoms[k].is(caps) || p.kind(i) == entente.PartHeading {
			continue
		}
		if p.joined(k) && p.capital(k-1) {
			continue
		}
		p.claim(entente.MentionOrganisation, k, int(r.place), "")
	}
}

// needBody is the margin that an organisation needs which ends at end: little
// where a verb follows, as after who does something.
func (p *page) needBody(end int) int {
	if p.joined(end) && !p.atoms[end].is(upper) && p.atoms[end].pos == 'V' {
		return actingBody
	}
	return sureBody
}

// bodied reports whether a run that the model takes for an organisation is
// more than nouns with a capital: it has a word that is seldom written small,
// stands by itself and in no quotation, as a ship does.
func (p *page) bodied(c *Candidate) bool {
	i := c.first
	if quoted(p.text(i-1)) || p.atoms[i].shout || p.joined(i) && (p.hyphen(i-1) || p.capital(i-1)) || p.hyphen(c.end) || p.joined(c.end) && p.atoms[c.end].is(upper) || p.joined(c.end+1) && p.class[c.end]&bond != 0 && p.atoms[c.end+1].is(upper) {
		return false
	}
	if p.joined(i) && p.class[i-1]&(title|office|product) != 0 || p.class[i]&given != 0 || p.class[c.end-1]&(surname|placeLast) != 0 {
		return false
	}
	for j := i; j < c.end; j++ {
		if p.atoms[j].is(word) && !p.common(j) {
			return true
		}
	}
	return false
}
