package mentions

import "entente"

// lowered gives the words of a text that is all in capitals, as telegrams
// are, the shapes they would have in print: what the model's set knows as
// often written small is small, what the lists know as a name and all else
// has one capital.
func (p *page) lowered() {
	big, small := 0, 0
	for i := range p.atoms {
		if a := &p.atoms[i]; a.is(word) && !a.is(single) && p.running(i) {
			if a.is(caps) {
				big++
			} else {
				small++
			}
		}
	}
	if big < 30 || small*9 > big {
		return
	}
	p.flat = true
	for i := range p.atoms {
		a := &p.atoms[i]
		if !a.is(caps) || a.is(inner) || a.End-a.Start > len(a.text) {
			continue
		}
		a.shout = false
		if p.acronym(i) || p.lex.phrases.of(a.hash).class&notAcronym != 0 {
			continue
		}
		a.shape &^= caps
		if p.common(i) || p.lex.small(a.hash) {
			a.shape &^= upper
		}
	}
	for i := range p.atoms {
		if p.lex.phrases.of(p.atoms[i].hash).class&(orgHead|leading) != 0 && !p.atoms[i].is(upper) && p.bears(i) {
			p.atoms[i].shape |= upper
		}
	}
	if !p.lex.headFirst {
		for i := range p.atoms {
			p.raised(i)
		}
	}
	for i := range p.atoms { // what the lists know by several words
		for _, h := range p.lex.at(p.atoms, i, nil) {
			if h.class&(places|bodies) != 0 && (h.end > i+1 || h.class&(country|region) != 0) && h.class&lowEnd == 0 || h.class&orgHead != 0 && h.end > i+1 {
				for j := i; j < h.end; j++ {
					if p.atoms[j].is(word) && p.lex.phrases.of(p.atoms[j].hash).class&orgLink == 0 {
						p.atoms[j].shape |= upper
					}
				}
			}
		}
	}
}

// raised gives the words before a head that ends names their capitals, in a
// text that tells none and, as telegrams do, leaves articles out: "PROMISED BY
// NATIONAL CEREALS OFFICE". What numbers and verbs stand before is no name.
func (p *page) raised(i int) {
	if p.lex.phrases.of(p.atoms[i].hash).class&(lasting|orgHead) == 0 || i+1 < len(p.atoms) && p.atoms[i+1].is(word) && !p.atoms[i+1].hard && (p.atoms[i+1].pos == 'N' || p.atoms[i+1].pos == 'A') {
		return
	}
	first := i
	for first > 0 && first > i-5 && p.joined(first) && p.atoms[first-1].is(word) && (p.atoms[first-1].pos == 'N' || p.atoms[first-1].pos == 'A' || p.atoms[first-1].pos == 'P') && p.lex.phrases.of(p.atoms[first-1].hash).class&(stop|office|title|conjunction|scale) == 0 {
		first--
	}
	if i-first < 2 || first > 0 && p.joined(first) && (p.atoms[first-1].is(digit) || p.lex.phrases.of(p.atoms[first-1].hash).class&(article|whole|scale|office|title) != 0) {
		return
	}
	for ; first <= i; first++ {
		p.atoms[first].shape |= upper
	}
}

// bears reports whether the complement of the head at i holds a word that is a
// name, in a text that tells no capitals: "ECOLE DES MINES DE THORNBY".
func (p *page) bears(i int) bool {
	tied := !p.lex.headFirst
	for j := i + 1; j < len(p.atoms) && j < i+8 && !p.atoms[j].hard; j++ {
		a, e := &p.atoms[j], p.lex.phrases.of(p.atoms[j].hash)
		switch {
		case e.class&(stop|conjunction) != 0 && e.class&(tie|orgLink|link) == 0, !a.is(word) && a.fold != "'", a.pos == 'V':
			return false
		case e.class&demonym != 0:
			return true
		case e.class&(tie|link) != 0:
			tied = true
		case a.is(upper):
			return tied && e.class&(title|office) == 0
		}
	}
	return false
}

// running reports whether atom i is text rather than what stands around it.
func (p *page) running(i int) bool {
	switch p.kind(i) {
	case entente.PartParagraph, entente.PartListIntro, entente.PartItem:
		return true
	}
	return false
}

// acronym reports whether the word in capitals at i, in a text of nothing but
// capitals, is a name that is always written so.
func (p *page) acronym(i int) bool {
	e := p.lex.phrases.of(p.atoms[i].hash)
	return e.class&inCaps != 0 && e.class&bodies != 0 && e.class&stop == 0 && !p.common(i)
}

// small reports whether a word of the lists is one that no name is made of.
func (x *lexicon) small(hash uint64) bool {
	return x.phrases.of(hash).class&(stop|orgLink|link|placePrep|conjunction|article) != 0
}

// body1 reports whether [i, end) is one body that the lists name.
func (p *page) body1(i, end int) bool {
	for _, h := range p.lex.at(p.atoms, i, nil) {
		if h.end == end && h.class&bodies != 0 {
			return true
		}
	}
	return false
}

// headlines takes the titles that run into their paragraph for what they are:
// "DRIVING LICENCES. The Arcadian authorities …".
func (p *page) headlines() {
	for i := range p.atoms {
		if !p.atoms[i].hard || !p.running(i) && p.kind(i) != entente.PartHeading {
			continue
		}
		j, numbered := i, false
		if p.atoms[i].is(single) && p.text(i+1) == "." { // "B. FISHERIES"
			j, numbered = i+2, true
		}
		for j < len(p.atoms) && !p.atoms[j].is(word) && j < i+4 && (j == i || !p.atoms[j].hard) { // "1."
			j++
		}
		first, words, common := j, 0, 0
		for j < len(p.atoms) && (j == first || !p.atoms[j].hard) && (p.atoms[j].is(caps) || p.hyphen(j) || p.apostrophe(j) || p.text(j) == "&" || p.text(j) == ",") {
			if p.atoms[j].is(word) {
				words++
				if p.common(j) {
					common++
				}
			}
			j++
		}
		if words > 0 && numbered && (j == len(p.atoms) || p.atoms[j].hard) {
			for k := first; k < j; k++ {
				p.atoms[k].shout = true
			}
			continue
		}
		if words == 0 || words == 1 && common == 0 && len(p.atoms[first].text) < 7 || j >= len(p.atoms) || p.atoms[j].shout || p.body1(first, j) {
			continue
		}
		switch p.text(j) {
		case ".", ":", "-", "–", "—":
			for k := first; k < j; k++ {
				p.atoms[k].shout = true
			}
		}
	}
}

// lettered reports whether the letter and the point at i number a section,
// "B. FISHERIES", or end a sentence, "of classes A and B. Such permits".
func (p *page) lettered(i int) bool {
	if i+2 >= len(p.atoms) || !p.atoms[i+2].is(word) {
		return false
	}
	next := &p.atoms[i+2]
	if p.atoms[i].hard && p.running(i) || p.kind(i) == entente.PartHeading {
		return next.is(caps) || p.common(i+2) || p.class[i+2]&noun != 0
	}
	return i > 0 && p.class[i-1]&conjunction != 0 && p.common(i+2)
}
