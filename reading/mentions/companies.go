package mentions

import (
	"strings"

	"entente"
)

// marked claims names before a mark of a company: "Daito Kankyo K.K.".
func (p *page) marked() {
	for i := range p.atoms {
		if end := int(p.runs[i].mark); end > 0 && p.joined(i) && p.atoms[i].space && (p.atoms[i].is(upper) || p.atoms[i].is(single) && p.text(i+1) == "." && p.proper(i-1)) && !p.atoms[end-2].space { // "Velmar A/S"
			first := i
			for p.joined(first) && p.owner[first-1] == 0 && (p.proper(first-1) || p.hyphen(first-1) || p.text(first-1) == "&") {
				first--
			}
			if p.text(i+1) == "." && p.text(end) == "." && !p.atoms[end].space {
				end++
			}
			if first < i && p.claim(entente.MentionOrganisation, first, end, "") {
				continue
			}
		}
		if p.class[i]&inCaps != 0 && !p.atoms[i].is(caps) && !p.flat {
			continue // "Puerto Sal", and not "Lemar SAL"
		}
		if p.class[i]&mark == 0 || p.class[i]&organisation != 0 && p.atoms[i].is(caps) || p.owner[i] != 0 || p.hyphen(i+1) || !p.atoms[i].is(upper) && !(len(p.atoms[i].text) == 3 && p.joined(i) && p.proper(i-1)) {
			continue
		}
		if p.class[i]&stop != 0 && !p.atoms[i].is(caps) || p.text(i-1) == "," && p.joined(i+1) && p.atoms[i+1].is(upper) {
			continue
		}
		first := i
		for p.joined(first) && p.owner[first-1] == 0 && (p.capital(first-1) && p.class[first-1]&office == 0 || p.text(first-1) == "&" || p.text(first-1) == "," && first == i || p.hyphen(first-1)) {
			first--
		}
		for first < i && !p.atoms[first].is(word) {
			first++
		}
		if k := first - 2; p.lex.headFirst && first < i && k >= 0 && p.joined(first) && p.joined(k+1) && p.class[k+1]&tie != 0 && p.class[k+1]&conjunction == 0 && p.capital(k) && p.owner[k] == 0 && p.class[k]&(office|title|demonym|meeting) == 0 && p.runs[k].place == 0 {
			first = k // "Minéraux du Marle SPRL"
		}
		end := p.pastMarks(i + 1)
		if first == i { // "PT Samudra": the mark leads
			for end < len(p.atoms) && p.joined(end) && p.proper(end) {
				end++
			}
			if end == i+1 {
				continue
			}
		}
		p.claim(entente.MentionOrganisation, first, end, "")
	}
}

// pastMarks returns the end of the marks of a company at i, the one before
// which may be a mark too: "Co. Ltd.".
func (p *page) pastMarks(i int) int {
	for i < len(p.atoms) && p.joined(i) {
		point := p.text(i) == "." && !p.atoms[i].space && len(p.atoms[i-1].text) < 5 && p.class[i-1]&mark != 0 && p.joined(i+1)
		if !(p.class[i]&mark != 0 && p.atoms[i].is(upper)) && !(point && (!p.atoms[i+1].is(upper) || p.class[i+1]&mark != 0 && p.atoms[i+1].space)) {
			break
		}
		i++
	}
	return i
}

// cued claims names after a noun or a preposition that makes them a company:
// "la société X", "par X", "(X-Y)".
func (p *page) cued() {
	for i := range p.atoms {
		r := &p.runs[i]
		if r.cue == 0 || p.owner[i] != 0 {
			continue
		}
		j := int(r.cue)
		if p.text(j) == "." && !p.atoms[j].space || p.hyphen(j) && int(r.cue) == i+1 && len(p.atoms[i].fold) < 3 { // "Messrs.", "ex-Velmont"
			j++
		}
		for j < len(p.atoms) && p.joined(j) && p.atoms[j].is(word) && !p.atoms[j].is(upper) && (p.class[j]&demonym != 0 || p.adjective(j)) {
			j++
		}
		end := p.body(j)
		if end == 0 {
			end = p.worksOf(j)
		}
		if k := p.pastKind(j); end == 0 && k > 0 {
			if end = p.body(k); end > 0 {
				j = k
			}
		}
		if end == 0 && p.text(j) == "," && p.joined(j) && p.joined(j+1) { // "the contractor, X,"
			if k := p.body(j + 1); k > 0 && p.apposed(j+1, k) {
				j, end = j+1, k
			}
		}
		if end > 0 && p.joined(j) {
			if p.class[i]&title != 0 && end < len(p.atoms) && p.class[end]&conjunction != 0 && p.trading(i) {
				if k := p.body(end + 1); k > 0 {
					end = k
				}
			}
			if end == j+3 && p.hyphen(j+1) && p.class[i]&several != 0 { // "consortium Solane-Petrovar"
				p.claim(entente.MentionOrganisation, j, j+1, "")
				j += 2
			}
			p.claim(entente.MentionOrganisation, j, end, "")
			if k := end + 2; k < len(p.atoms) && p.class[end]&conjunction != 0 && p.class[k-1]&orgLink != 0 && !p.atoms[k-1].is(upper) && p.class[j-1]&orgLink != 0 && p.runs[k].place == 0 {
				if stop := p.body(k); stop > 0 { // "filiale de Solane et de Petrovar"
					p.claim(entente.MentionOrganisation, k, stop, "")
				}
			}
			for end < len(p.atoms) && p.class[end]&conjunction != 0 && strings.HasSuffix(p.text(i), "s") {
				j = end + 1
				if end = p.body(j); end == 0 {
					break
				}
				p.claim(entente.MentionOrganisation, j, end, "")
			}
		}
	}
}

// body returns the end of the words in capitals at i that can name a company.
func (p *page) body(i int) int {
	j, end := i, 0
	if i < len(p.atoms) && p.runs[i].lead > 0 {
		return 0
	}
	for j < len(p.atoms) && (j == i || !p.atoms[j].hard) && p.owner[j] == 0 {
		switch {
		case j > i && int(p.runs[j].lead) > j+1:
		case p.capital(j) && (p.class[j]&(title|demonym) == 0 || j > i) && (p.proper(j) || j > i && p.class[j]&office == 0):
			j++
			end = j
			continue
		case end > 0 && (p.hyphen(j) || p.text(j) == "&" || p.apostrophe(j)):
			j++
			continue
		case end > 0 && p.class[j]&link != 0 && j+1 < len(p.atoms) && p.proper(j+1) && (p.runs[j+1].place == 0 || p.atoms[j].is(upper)):
			j++
			continue
		}
		break
	}
	if end == 0 || p.runs[i].placeClass&(country|region) != 0 && int(p.runs[i].place) >= end {
		return 0
	}
	return end
}

// bracketed claims what stands in brackets after a noun: partners, such as
// "(Carmont)", "(Minarc-SYLMIN)".
func (p *page) bracketed() {
	other := p.defined()
	for i := range p.atoms {
		if p.text(i) != "(" || p.atoms[i].shout || p.kind(i) == entente.PartHeader || p.kind(i) == entente.PartParticipants {
			continue
		}
		j := i + 1
		var spans [][2]int
		for {
			end := j
			for end < len(p.atoms) && !p.atoms[end].hard && p.owner[end] == 0 && (p.proper(end) || p.text(end) == "-" && !p.atoms[end].space && end+1 < len(p.atoms) && p.atoms[end+1].space) {
				end++
			}
			if end == j || end >= len(p.atoms) {
				spans = nil
				break
			}
			spans = append(spans, [2]int{j, end})
			if p.text(end) == ")" {
				break
			}
			if p.text(end) != "-" && p.text(end) != "/" && p.text(end) != "," && p.text(end) != "–" {
				spans = nil
				break
			}
			split := p.atoms[end].space
			j = end + 1
			if split { // " -Samruk-Kazyna": what follows is one name
				k := j
				for k < len(p.atoms) && (p.proper(k) || p.hyphen(k) || k > j && p.hyphen(k-1)) {
					k++
				}
				if k == j || p.text(k) != ")" {
					spans = nil
				} else {
					spans = append(spans, [2]int{j, k})
				}
				break
			}
		}
		for _, s := range spans {
			if p.runs[s[0]].place == 0 && !p.afterTown(i) && !other[p.atoms[s[0]].hash] && (len(p.atoms[s[0]].text) > 2 || s[1] > s[0]+1) && p.class[s[0]]&(notAcronym|scale|unit|currency) == 0 {
				p.claim(entente.MentionOrganisation, s[0], s[1], "")
			}
		}
	}
}

// afterTown reports whether a place that the lists know ends before the
// bracket at i, which then holds where it lies: "Santa Maria (Sal)".
func (p *page) afterTown(i int) bool {
	for j := max(0, i-4); j < i; j++ {
		if int(p.runs[j].place) == i {
			return true
		}
	}
	return false
}

// trailed claims names before a noun: "the Hallam consortium".
func (p *page) trailed() {
	if p.lex.headFirst {
		return
	}
	for i := range p.atoms {
		if p.class[i]&orgCue == 0 || p.atoms[i].is(upper) || !p.joined(i) || p.owner[i] != 0 {
			continue
		}
		first := i
		for p.joined(first) && p.owner[first-1] == 0 && (p.proper(first-1) || p.text(first-1) == "&") && !(p.atoms[first-1].start && first < i) {
			first--
		}
		if first < i && p.runs[first].place == 0 {
			p.claim(entente.MentionOrganisation, first, i, "")
		}
	}
}

// agents claims unknown names after "by", "with", "entre" and in pairs tied by
// a hyphen to a company.
func (p *page) agents() {
	for i := range p.atoms {
		j := int(p.runs[i].agent)
		if j == 0 || p.owner[i] != 0 {
			continue
		}
		if p.apostrophe(j) {
			j++
		}
		if !p.joined(j) || !p.proper(j) || p.atoms[j].shout || p.runs[j].place != 0 {
			continue
		}
		if end := p.body(j); end > 0 {
			if end < len(p.atoms) && p.joined(end) && p.class[end]&(office|title) != 0 {
				continue // "with Esmari Minister of Health": a people
			}
			kind := entente.MentionOrganisation
			s := p.weights.Score(p.features(j, end, nil))
			switch {
			case i > 0 && p.class[i-1]&made != 0 && p.class[j]&given == 0:
			case p.class[j]&given != 0 && p.class[end-1]&(mark|trade|orgCue|orgHead) == 0, p.class[end-1]&surname != 0 || s[1] > s[2]+surePerson && s[1] > s[0], end > j+1 && s[1] > s[2] && s[1] > s[0] && p.class[end-1]&(mark|trade|orgCue|orgHead|lasting) == 0:
				kind = entente.MentionPerson
			case end < len(p.atoms) && p.class[end]&conjunction != 0 && p.placeAt(end+1):
				kind = entente.MentionPlace // "between Ostrow and Paris"
			}
			p.claim(kind, j, end, "")
		}
	}
	known := map[uint64]bool{}
	for _, f := range p.found {
		if f.kind == entente.MentionOrganisation && f.end == f.first+1 {
			known[p.atoms[f.first].hash] = true
		}
	}
	for i := range p.atoms {
		if a := &p.atoms[i]; p.owner[i] == 0 && known[a.hash] && p.proper(i) {
			p.claim(entente.MentionOrganisation, i, i+1, "")
		}
	}
}

// traded claims names that end with what a company deals in: "Pelham Marine".
func (p *page) traded() {
	for i := range p.atoms {
		if p.class[i]&trade == 0 || !p.atoms[i].is(upper) || !p.joined(i) || p.owner[i] != 0 || p.atoms[i].shout {
			continue
		}
		if i+1 < len(p.atoms) && p.joined(i+1) && (p.atoms[i+1].is(upper) || p.hyphen(i+1)) {
			continue
		}
		first := i
		for p.joined(first) && p.owner[first-1] == 0 && (p.proper(first-1) && p.atoms[first].space || p.text(first-1) == "&") {
			first--
		}
		if first == i || p.common(first) || p.atoms[first].start && p.runs[first].place != 0 && p.runs[first].placeClass&guess == 0 && p.runs[first].value != "" || p.runs[first].placeClass&(country|region) != 0 && (p.runs[first].value != "" || p.common(i)) || p.hyphen(first-1) {
			continue
		}
		p.claim(entente.MentionOrganisation, first, i+1, "")
	}
}

// worksOf returns the end of a name such as "Ciments de Bizerte" at i, where
// a noun in capitals leads: the noun, and what it is tied to. It is 0 where
// there is none.
func (p *page) worksOf(i int) int {
	if i >= len(p.atoms) || p.owner[i] != 0 || !p.capital(i) || p.class[i]&(office|title|demonym) != 0 || p.runs[i].place != 0 {
		return 0
	}
	c := complement{page: p, head: i, at: i + 1, end: i + 1}
	c.read()
	if c.end == i+1 {
		return 0
	}
	return c.end
}
