package mentions

import "entente"

// abroad claims names built as the language of another country builds them:
// "Banque arcadienne d'investissement" in an English text, "Thornfield
// College" in a French one.
func (p *page) abroad() {
	for i := range p.atoms {
		a := &p.atoms[i]
		if p.owner[i] != 0 || !a.is(upper) || a.shout || p.class[i]&leading == 0 {
			continue
		}
		if end := p.led(i); end > 0 {
			p.claim(entente.MentionOrganisation, i, p.pastMarks(end), "")
		}
	}
	if !p.lex.headFirst {
		return
	}
	for i := range p.atoms {
		a := &p.atoms[i]
		if p.owner[i] != 0 || !a.is(upper) || a.shout || p.class[i]&lasting == 0 || !p.joined(i) {
			continue
		}
		first := i
		for p.joined(first) && p.owner[first-1] == 0 && p.atoms[first].space && p.capital(first-1) && p.class[first-1]&(office|title) == 0 {
			first--
		}
		if p.class[first]&orgHead != 0 || i == first || p.class[i]&(noun|orgHead) != 0 && i == first+1 && (!p.proper(first) || p.common(first) || p.runs[first].place > 0) {
			continue
		}
		p.claim(entente.MentionOrganisation, first, p.bound(i+1), "")
	}
}

// bound returns the end of the capitals that small words bind to the name
// that ends at i: "Bank of Upper Marle".
func (p *page) bound(end int) int {
	for j := end; j < len(p.atoms) && j < end+3 && p.joined(j) && p.owner[j] == 0; j++ {
		if p.atoms[j].is(upper) {
			if j == end || !p.capital(j) {
				return end
			}
			for j < len(p.atoms) && p.joined(j) && p.owner[j] == 0 && p.capital(j) {
				j++
			}
			return j
		}
		if p.class[j]&(home|tie) == 0 || p.class[j]&bond != 0 {
			return end
		}
	}
	return end
}

// led returns the end of the name that the head at i leads in, or 0: capitals
// that are names, words that this language does not have, and the small words
// between them.
func (p *page) led(i int) int {
	end, named := 0, false
	tied := false // a small word has just been read
	for j := i + 1; j < len(p.atoms) && j < i+10 && p.joined(j) && p.owner[j] == 0; j++ {
		a := &p.atoms[j]
		switch {
		case p.apostrophe(j), p.hyphen(j):
		case !a.is(word):
			return end
		case a.is(upper):
			if !p.capital(j) || a.is(caps) && end > 0 && !tied || p.class[j]&(office|title|noun) != 0 && !tied {
				return end
			}
			if !named && !tied && p.common(j) {
				return end
			}
			end, tied, named = j+1, false, true
		case p.class[j]&bond != 0 && j+1 < len(p.atoms):
			tied = true
		case p.alien(j, tied):
			end, tied = j+1, false
		default:
			return end
		}
	}
	return end
}

// alien reports whether the small word at j belongs to another language than
// the text's, where it may stand in a name: after a small word, or as the
// adjective of a head.
func (p *page) alien(j int, tied bool) bool {
	if p.common(j) || p.lex.small(p.atoms[j].hash) || p.atoms[j].pos == 'V' && !tied {
		return !tied && p.joined(j+1) && p.class[j]&(stop|orgLink) == 0 && !p.atoms[j+1].is(upper) && p.atoms[j+1].is(word) && !p.common(j+1) && !p.lex.small(p.atoms[j+1].hash)
	}
	return true
}
