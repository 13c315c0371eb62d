package mentions

import (
	"strings"

	"entente"
)

// meetings takes out of play the names of meetings that begin with a place or
// a body: "East Asia Summit" names neither.
func (p *page) meetings() {
	for i := range p.atoms {
		if p.class[i]&meeting == 0 || !p.atoms[i].is(upper) || !p.joined(i) || p.owner[i] != 0 {
			continue
		}
		first := i
		for p.joined(first) && p.owner[first-1] == 0 && p.atoms[first-1].is(upper) && p.class[first-1]&stop == 0 {
			first--
		}
		if i-first > 1 {
			p.claim("", first, i+1, "")
		}
	}
}

// headed claims names built on a head noun: "Ministry of Trade", "Export
// Credits Guarantee Department", "Banque du Brésil".
func (p *page) headed() {
	for i := 0; i < len(p.atoms); i++ {
		r := &p.runs[i]
		if r.head == 0 || p.owner[i] != 0 || int(r.known) >= int(r.head) {
			continue
		}
		if p.inOffice(i) {
			continue
		}
		if p.class[i]&state != 0 {
			p.government(i)
			continue
		}
		low := !p.atoms[i].is(upper)
		if low && !p.lowHead(i, int(r.head)) {
			continue
		}
		first := i
		if !low {
			first = p.before(i)
		}
		if int(p.runs[first].known) >= int(r.head) {
			continue
		}
		end := p.complement(i, int(r.head), low)
		body := int(r.body)
		if end <= int(r.head) && first == i && body <= end {
			continue
		}
		if body > end {
			end = body
		} else if !p.telling(first, i, int(r.head), end) {
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

func (p *page) lowHead(i, end int) bool {
	e, ok := p.lex.phrases[p.phrase(i, end)]
	return ok && e.class&orgHeadLow != 0
}

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
// head: "Suez Canal" of "Suez Canal Authority".
func (p *page) before(i int) int {
	first := i
	for j := i; p.joined(j); {
		k := j - 1
		if p.hyphen(k) {
			k--
		} else if p.text(k) == "&" || isAnd(p, j) && p.class[k]&orgLink != 0 && k > 0 && p.capital(k-1) && p.atoms[j].is(upper) && (p.class[k-1]&noun != 0 || p.common(k-1)) {
			k--
		}
		if k < 0 || p.owner[k] != 0 || !p.capital(k) || p.class[k]&(office|title) != 0 || !p.atoms[j].space && k == j-1 {
			break
		}
		if p.atoms[k].start && p.class[k]&(noun|demonym) != 0 && p.atoms[k+1].space && p.class[k]&demonym == 0 {
			break
		}
		first, j = k, k
	}
	if p.lang() == "fr" && first < i && p.class[i]&orgHead != 0 && !p.legal(i) {
		return i // the head leads in French
	}
	return first
}

func (p *page) legal(i int) bool { return p.class[i]&mark != 0 }

func (p *page) lang() string {
	base, _, _ := strings.Cut(p.doc.Language, "-")
	return base
}

// complement returns the end of what follows a head: adjectives and capitals,
// and what is tied on by "of", "pour la".
func (p *page) complement(head, at int, low bool) int {
	end := at
	for at < len(p.atoms) && p.owner[at] == 0 && (p.joined(at) || p.runs[at].link > 0 && (!p.atoms[at].is(upper) || p.atoms[at].shout)) {
		if a := &p.atoms[at]; a.is(caps) && !a.shout && !p.atoms[head].is(caps) && p.class[at-1]&orgLink == 0 && p.runs[at].place == 0 && len(a.text) < 7 {
			return end
		}
		if p.lang() == "en" && end == int(p.runs[head].head) && p.atoms[at].is(upper) && p.runs[at].link == 0 && p.class[at]&(orgHead|mark) == 0 {
			return end
		}
		if place := int(p.runs[at].place); place > 0 && p.capital(at) && p.runs[at].placeClass&(country|region) != 0 && at > head {
			at = place
			end = at
			if r := p.runs[at%len(p.atoms)]; at < len(p.atoms) && r.link > 0 && p.joined(at) && int(r.link) < len(p.atoms) && (p.atoms[r.link].is(upper) || p.class[head]&orgHeadLow != 0 && isAnd(p, int(r.link))) {
				continue
			}
			if p.hyphen(at) {
				at++
				continue
			}
			if at < len(p.atoms) && p.joined(at) && p.capital(at) && p.class[at]&(noun|title|office) == 0 {
				continue
			}
			return end
		}
		switch {
		case p.capital(at) && p.class[at]&orgHead != 0 && p.runs[at].body == 0 && end > int(p.runs[head].head) && p.class[at-1]&orgLink != 0 && isAnd(p, at):
			return end
		case p.capital(at) && (p.class[at]&(office|title) == 0 || at > head+1):
			at++
			end = at
			continue
		case p.hyphen(at), p.text(at) == "&":
			at++
			continue
		case p.atoms[at].is(word) && !p.atoms[at].is(upper) && p.adjective(at) && (!low || p.class[at-1]&portfolio != 0):
			at++
			end = at
			continue
		}
		link := int(p.runs[at].link)
		comma := false
		if link == 0 && p.text(at) == "," && low == p.atoms[head].is(caps) && p.chain(head, at) {
			link, comma = int(p.runs[at+1].link), true
		}
		if link == 0 || link >= len(p.atoms) {
			break
		}
		begun := end > int(p.runs[head].head)
		if !begun && int(p.runs[at].tie) < link {
			break
		}
		if p.apostrophe(link) {
			link++
		}
		if link >= len(p.atoms) || p.atoms[link].hard {
			break
		}
		next := &p.atoms[link]
		switch {
		case p.owner[link] != 0:
		case next.is(digit) && len(next.text) < 3 && !begun && !comma:
			at = link + 1
			end = at
			continue
		case next.is(upper) && p.class[link]&stop == 0 && !((isAnd(p, link) || int(p.runs[at].tie) < link-1) && p.class[link]&(orgHead|office) != 0):
			at = link + 1
			end = at
			continue
		case begun && isAnd(p, link) && !next.is(upper) && p.adjective(link):
			at = link + 1
			end = at
			continue
		case next.is(word) && !next.is(upper) && !comma && (int(p.runs[at].tie) >= link-1 || isAnd(p, link)) && p.class[link]&(stop|orgLink) == 0 && p.lang() == "fr" && (!isAnd(p, link) || p.class[head]&orgHeadLow != 0) && (p.class[head]&orgHeadLow == 0 || p.class[link]&portfolio != 0):
			at = link + 1
			end = at
			continue
		}
		break
	}
	return end
}

// chain reports whether a comma at i goes on with a list of portfolios, as in
// "Ministère des Affaires étrangères, du Commerce et de la Coopération".
func (p *page) chain(head, i int) bool {
	r := p.runs[i+1]
	if r.tie == 0 || r.link > r.tie || !p.atoms[i+1].is(word) || p.atoms[i+1].hard {
		return false
	}
	k := int(r.link)
	if p.apostrophe(k) {
		k++
	}
	return k < len(p.atoms) && p.atoms[k].is(upper) && p.class[k]&stop == 0 && p.runs[k].place == 0 && p.runs[head].head > 0
}

func isAnd(p *page, i int) bool {
	for j := i - 1; j > 0 && j >= i-3; j-- {
		switch p.text(j) {
		case "et", "and":
			return true
		}
		if p.class[j]&orgLink == 0 && !p.apostrophe(j) {
			return false
		}
	}
	return false
}

// adjective reports whether the word at i can be an adjective that belongs to
// a name in French.
func (p *page) adjective(i int) bool {
	if p.class[i]&demonym != 0 {
		return true
	}
	if p.lang() != "fr" {
		return false
	}
	if c := p.atoms[i].pos; c != 0 && c != 'A' && c != 'N' && c != 'P' {
		return false
	}
	s := strings.TrimSuffix(p.text(i), "s")
	for _, end := range adjectiveEnds {
		if (len(s) > len(end)+1 || len(end) > 4) && strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

var adjectiveEnds = []string{"al", "ale", "aux", "au", "ique", "ienne", "ien", "ain", "aine", "aire", "el", "elle", "if", "ive", "gere", "ger", "oise", "aise", "ier", "iere", "mixte", "public", "publique", "uni", "unie", "een", "enne", "eenne", "itime", "federal", "exterieur", "exterieure"}

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

// known claims bodies and companies that the lexicon has.
func (p *page) known() {
	for i := range p.atoms {
		end := int(p.runs[i].body)
		if end == 0 || p.owner[i] != 0 || int(p.runs[i].place) > end {
			continue
		}
		a := &p.atoms[i]
		if end == i+1 {
			if p.class[i]&organisation == 0 && (a.start && !a.is(caps) || a.shout) && p.class[i]&stop == 0 && !p.ending(i, end) {
				continue // "Total" at the head of a sentence
			}
			if len(a.text) < 4 && !a.is(caps) || p.class[i]&stop != 0 && !a.is(caps) {
				continue
			}
			if p.runs[i].place != 0 && p.class[i]&organisation == 0 {
				continue
			}
		}
		first := i
		if p.hyphen(i-1) && p.proper(i-2) && p.owner[i-2] == 0 && p.runs[i-2].placeClass&country == 0 {
			first = i - 2
		}
		if p.hyphen(end) && p.proper(end+1) && p.owner[end+1] == 0 && p.runs[end+1].placeClass&country == 0 && int(p.runs[end+1].body) == 0 {
			end += 2
		}
		p.claim(entente.MentionOrganisation, first, end, "")
	}
}

// ending reports whether nothing more of the sentence follows.
func (p *page) ending(i, end int) bool { return end < len(p.atoms) && p.text(end) == "-" }

// marked claims names before a mark of a company: "Daito Kankyo K.K.".
func (p *page) marked() {
	for i := range p.atoms {
		if p.class[i]&mark == 0 || p.owner[i] != 0 || !p.atoms[i].is(upper) {
			continue
		}
		first := i
		for p.joined(first) && p.owner[first-1] == 0 && (p.capital(first-1) && p.class[first-1]&office == 0 || p.text(first-1) == "&" || p.text(first-1) == "," && first == i || p.hyphen(first-1)) {
			first--
		}
		for first < i && !p.atoms[first].is(word) {
			first++
		}
		end := i + 1
		for end < len(p.atoms) && p.joined(end) && (p.class[end]&mark != 0 && p.atoms[end].is(upper) || p.text(end) == "." && !p.atoms[end].space && len(p.atoms[end-1].text) < 5 && p.text(end-1) != "limited") {
			end++
		}
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

// cued claims names after a noun or a preposition that makes them a company:
// "la société X", "par X", "(X-Y)".
func (p *page) cued() {
	for i := range p.atoms {
		r := &p.runs[i]
		if r.cue == 0 || p.owner[i] != 0 {
			continue
		}
		j := int(r.cue)
		for j < len(p.atoms) && p.joined(j) && p.atoms[j].is(word) && !p.atoms[j].is(upper) && (p.class[j]&demonym != 0 || p.adjective(j)) {
			j++
		}
		if end := p.body(j); end > 0 && p.joined(j) {
			p.claim(entente.MentionOrganisation, j, end, "")
			for end < len(p.atoms) && (p.text(end) == "and" || p.text(end) == "et") && strings.HasSuffix(p.text(i), "s") {
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
		case p.capital(j) && (p.class[j]&(title|demonym) == 0 || j > i) && (p.proper(j) || j > i):
			j++
			end = j
			continue
		case end > 0 && (p.hyphen(j) || p.text(j) == "&" || p.apostrophe(j)):
			j++
			continue
		case end > 0 && p.class[j]&link != 0 && !p.atoms[j].is(upper) && j+1 < len(p.atoms) && p.proper(j+1) && p.runs[j+1].place == 0:
			j++
			continue
		case end > 0 && p.text(j) == "do" && j+1 < len(p.atoms) && p.capital(j+1):
			j++
			continue
		}
		break
	}
	if end == 0 || p.runs[i].placeClass&country != 0 && int(p.runs[i].place) >= end {
		return 0
	}
	return end
}

// bracketed claims what stands in brackets after a noun: partners, such as
// "(Astrium)", "(Thalès-Kazengineering)".
func (p *page) bracketed() {
	for i := range p.atoms {
		if p.text(i) != "(" || p.atoms[i].shout {
			continue
		}
		j := i + 1
		first := len(p.found)
		var spans [][2]int
		for {
			end := j
			for end < len(p.atoms) && !p.atoms[end].hard && p.owner[end] == 0 && (p.proper(end) || p.text(end) == "-" && !p.atoms[end].space && p.atoms[end+1].space) {
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
				for k < len(p.atoms) && (p.proper(k) || p.hyphen(k)) {
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
		_ = first
		for _, s := range spans {
			if p.runs[s[0]].place == 0 && (len(p.atoms[s[0]].text) > 2 || s[1] > s[0]+1) && p.class[s[0]]&(notAcronym|scale|unit|currency) == 0 {
				p.claim(entente.MentionOrganisation, s[0], s[1], "")
			}
		}
	}
}

// acronyms claims words in capitals, and words with an inner capital.
func (p *page) acronyms() {
	other := p.defined()
	for i := range p.atoms {
		if other[p.atoms[i].hash] {
			continue
		}
		a := &p.atoms[i]
		if p.owner[i] != 0 || a.shout || !a.is(caps|inner) || p.class[i]&(notAcronym|stop|title|unit|currency|scale|noun|link) != 0 || roman(a.text) {
			continue
		}
		if p.runs[i].place != 0 || a.is(inner) && strings.HasPrefix(a.text, "Mc") || len(a.fold) < 2 {
			continue
		}
		if i > 0 && (p.atoms[i-1].is(digit) || p.text(i-1) == "/" || p.hyphen(i-1) && p.owner[i-2] == 0) || i+1 < len(p.atoms) && !p.atoms[i+1].space && (p.atoms[i+1].is(digit) || p.text(i+1) == "/" || p.text(i+1) == "-" && i+3 < len(p.atoms) && (p.atoms[i+2].is(digit) || p.atoms[i+2].is(single) && p.atoms[i+3].is(digit))) {
			continue
		}
		switch p.kind(i) {
		case entente.PartReference, entente.PartMark:
			continue
		}
		if a.is(inner) && !a.is(upper) || a.is(caps) && len(a.fold) == 2 && a.hard {
			continue
		}
		p.claim(entente.MentionOrganisation, i, i+1, "")
	}
}

func roman(s string) bool { return strings.Trim(s, "IVX") == "" }

// agents claims unknown names after "by", "with", "entre" and in pairs tied by
// a hyphen to a company.
func (p *page) agents() {
	for i := range p.atoms {
		if p.class[i]&agentPrep == 0 || p.owner[i] != 0 {
			continue
		}
		j := i + 1
		if !p.joined(j) || !p.proper(j) || p.atoms[j].shout || p.runs[j].place != 0 {
			continue
		}
		if end := p.body(j); end > 0 {
			kind := entente.MentionOrganisation
			if s := p.weights.Score(p.features(j, end, nil)); p.class[end-1]&surname != 0 || s[1] > s[2] && s[1] > s[0] {
				kind = entente.MentionPerson
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
		case r.link > 0 && !isAnd(p, int(r.link)):
			j = int(r.link)
		case p.apostrophe(j), p.capital(j), p.adjective(j):
			j++
		default:
			return
		}
	}
}

// trailed claims names before a noun: "the Hallam consortium".
func (p *page) trailed() {
	if p.lang() == "fr" {
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

// initialled claims the initials of a person named in full: "RVS".
func (p *page) initialled() {
	known := map[string]bool{}
	for _, f := range p.found {
		if f.kind != entente.MentionPerson {
			continue
		}
		var s []byte
		for j := f.first; j < f.end; j++ {
			if p.atoms[j].is(upper) {
				s = append(s, p.atoms[j].text[0])
			}
		}
		if len(s) > 1 {
			known[string(s)] = true
		}
	}
	for i := range p.atoms {
		if a := &p.atoms[i]; a.is(caps) && p.owner[i] == 0 && known[a.text] {
			p.claim(entente.MentionPerson, i, i+1, "")
		}
	}
}

// defined returns the acronyms that brackets explain as short for something
// that is no organisation: "Nationally Determined Contributions (NDCs)".
func (p *page) defined() map[uint64]bool {
	other := map[uint64]bool{}
	for i := 1; i+2 < len(p.atoms); i++ {
		a := &p.atoms[i+1]
		if p.text(i) != "(" || !a.is(caps|inner) || p.text(i+2) != ")" || p.owner[i+1] != 0 || a.shout {
			continue
		}
		k := i - 1
		for k > 0 && !p.atoms[k].is(word|digit) {
			k--
		}
		if o := p.owner[k]; o == 0 || p.found[o-1].kind != entente.MentionOrganisation {
			other[a.hash] = true
		}
	}
	return other
}
