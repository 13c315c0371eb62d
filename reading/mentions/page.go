package mentions

import (
	"entente"
)

// A page is one document while its mentions are being found. Each rule claims
// atoms that no rule before it claimed, so the order of the rules is their
// rank.
type page struct {
	doc     *entente.Document
	parts   []entente.Part
	env     entente.Envelope
	lex     *lexicon
	cities  *lexicon
	weights Weights
	atoms   []atom
	class   []class // of the one-word phrase at each atom
	runs    []hits  // longer phrases of names that begin at an atom
	inside  []int32 // the end of the name of a country or region that began before the atom
	owner   []int32 // index of the mention that has the atom, plus one
	found   []find
	flat    bool // the text is in capitals throughout
}

// hits are the ends of the longest phrases of each sort at an atom; 0 for none.
type hits struct {
	place, body, lead, head, cue, link, tie, known, form, agent, holder, mark int32
	placeClass                                                                class
	value                                                                     string
}

// A find is a mention by its atoms, [first, end).
type find struct {
	first, end int
	kind       entente.MentionKind
	value      string
	span       entente.Span // where atoms do not tell, as for a date; else empty
}

const (
	places = country | region | city
	bodies = organisation | company
	leads  = title | office
)

// look reads the lexicon at every atom.
func (p *page) look() {
	n := len(p.atoms)
	p.class = make([]class, n)
	p.runs = make([]hits, n)
	p.owner = make([]int32, n)
	var buffer []hit
	for i := range p.atoms {
		a := &p.atoms[i]
		if !a.is(word) {
			buffer = p.lex.at(p.atoms, i, buffer[:0]) // "$"
			for _, h := range buffer {
				if h.end == i+1 {
					p.class[i] |= h.class
				}
			}
			continue
		}
		buffer = p.lex.at(p.atoms, i, buffer[:0])
		known := len(buffer)
		if a.is(upper) {
			buffer = p.cities.at(p.atoms, i, buffer)
		}
		r := &p.runs[i]
		for k, h := range buffer { // longest first
			if h.end == i+1 && k < known {
				if h.class&(title|stop) == title|stop && len(a.fold) < 3 && !p.pointed(i) {
					h.class &^= title // "he", and not "H.E."
				}
				p.class[i] |= h.class
				if h.class&title != 0 && len(a.fold) < 5 && !p.pointed(i) && p.joined(i) && p.nameWord(i-1) && (i+1 == n || !p.atoms[i+1].is(upper)) {
					p.class[i] &^= title // "Hun Sen", and not "Sen. Smith"
					h.class &^= title
				}
			}
			if h.class&country != 0 && h.end > i+1 && p.atoms[h.end-1].is(single) && p.text(h.end) == "." && !p.atoms[h.end].space {
				h.end++ // "U. S."
			}
			end := int32(h.end)
			if h.class&inCaps != 0 && !a.is(caps) {
				h.class &^= country | organisation | company
			}
			if h.class&places != 0 && (p.named(i, h.end) || h.class&region != 0 && h.end > i+1 && k < known && p.capitals(i+1, h.end) || h.class&lowEnd != 0 && (a.is(upper) || k < known && p.capitals(i, h.end))) && (r.place < end || r.place == end && k < known && r.placeClass&country == 0) {
				r.place, r.placeClass, r.value = end, h.class, h.value
				if k >= known {
					r.placeClass |= guess
				}
			}
			if h.class&organisation != 0 && a.is(upper) || h.class&company != 0 && p.named(i, h.end) {
				r.body = max(r.body, end)
			}
			if h.class&leads != 0 && !(h.class&stop != 0 && len(a.fold) < 3 && !p.pointed(i)) {
				r.lead = max(r.lead, end)
			}
			if h.class&(orgHead|orgHeadLow) != 0 {
				r.head = max(r.head, end)
			}
			if h.class&agentPrep != 0 {
				r.agent = max(r.agent, end)
			}
			if h.class&orgCue != 0 {
				r.cue = max(r.cue, end)
			}
			if h.class&orgLink != 0 {
				r.link = max(r.link, end)
			}
			if h.class&tie != 0 {
				r.tie = max(r.tie, end)
			}
			if h.class&mark != 0 && h.end > i+2 {
				r.mark = max(r.mark, end)
			}
			if h.class&holder != 0 {
				r.holder = max(r.holder, end)
			}
			if h.class&form != 0 && a.is(upper) {
				r.form = max(r.form, end)
			}
			if h.class&(noun|stop) != 0 && h.end > i+1 {
				r.known = max(r.known, end)
			}
		}
	}
	p.peoples()
	p.lands()
	p.formal()
	p.tied()
	p.cover()
}

// guess marks a place of the large list of cities, which many other names
// share.
const guess class = 1 << 63

// named reports whether atoms [i, end) are written as a name: the first and
// the last word begin with a capital.
func (p *page) named(i, end int) bool {
	if !p.atoms[i].is(upper) {
		return false
	}
	for j := end - 1; j > i; j-- {
		if p.atoms[j].is(word) {
			return p.atoms[j].is(upper)
		}
	}
	return true
}

// free reports whether no mention has any of the atoms [i, end).
func (p *page) free(i, end int) bool {
	for ; i < end; i++ {
		if p.owner[i] != 0 {
			return false
		}
	}
	return true
}

// claim enters a mention if its atoms are free.
func (p *page) claim(kind entente.MentionKind, i, end int, value string) bool {
	for end > i && !p.atoms[end-1].is(word|digit) && !p.endsAbbreviation(end-1) {
		end--
	}
	return p.take(kind, i, end, value)
}

// take is claim for words that may end with a mark: "3 M$".
func (p *page) take(kind entente.MentionKind, i, end int, value string) bool {
	if end <= i || !p.free(i, end) {
		return false
	}
	p.found = append(p.found, find{first: i, end: end, kind: kind, value: value})
	for ; i < end; i++ {
		p.owner[i] = int32(len(p.found))
	}
	return true
}

// endsAbbreviation reports whether the mark at i is the point of "Jr." or "K.K.".
func (p *page) endsAbbreviation(i int) bool {
	return p.atoms[i].text == "." && i > 0 && !p.atoms[i].space && p.atoms[i-1].is(word) && (p.atoms[i-1].is(single) && !p.atoms[i-1].is(upper) && p.text(i-2) == "." && !p.atoms[i-1].space || p.atoms[i-1].is(single) && i > 2 && p.runs[i-3].placeClass&country != 0 && int(p.runs[i-3].place) == i+1 || p.class[i-1]&mark != 0 && len(p.atoms[i-1].text) <= 4 || p.class[i-1]&suffix != 0)
}

// capital reports whether atom i is a word that may be part of a name: with
// a capital, and no word that has one for another reason.
func (p *page) capital(i int) bool {
	if i < 0 || i >= len(p.atoms) || !p.atoms[i].is(upper) {
		return false
	}
	return p.class[i]&stop == 0 || p.atoms[i].is(caps) && !p.atoms[i].shout && (p.runs[i].place > 0 || p.runs[i].body > 0)
}

// proper reports whether atom i is a name rather than a noun, an office or a
// demonym with a capital.
func (p *page) proper(i int) bool {
	if i+1 < len(p.atoms) && i >= 0 && p.atoms[i+1].is(digit) && !p.atoms[i+1].space {
		return false // "SW1"
	}
	if !p.capital(i) || p.class[i]&notAcronym != 0 && p.atoms[i].is(caps) && p.runs[i].place == 0 {
		return false
	}
	return p.class[i]&(noun|office|title|demonym|orgHead) == 0
}

func (p *page) text(i int) string {
	if i < 0 || i >= len(p.atoms) {
		return ""
	}
	return p.atoms[i].fold
}

// joined reports whether atom i follows the one before without a break.
func (p *page) joined(i int) bool { return i > 0 && i < len(p.atoms) && !p.atoms[i].hard }

// hyphen reports whether atom i is a hyphen written on to both its words.
func (p *page) hyphen(i int) bool {
	return i > 0 && i+1 < len(p.atoms) && p.atoms[i].fold == "-" && !p.atoms[i].space && !p.atoms[i+1].space && p.atoms[i-1].is(word) && p.atoms[i+1].is(word|digit)
}

// apostrophe reports whether atom i is one within a word.
func (p *page) apostrophe(i int) bool {
	return i > 0 && i+1 < len(p.atoms) && p.atoms[i].fold == "'" && !p.atoms[i].space && !p.atoms[i+1].space
}

// span returns the bytes of a find.
func (p *page) span(f *find) entente.Span {
	if !f.span.Empty() {
		return f.span
	}
	return entente.Span{Start: p.atoms[f.first].Start, End: p.atoms[f.end-1].End}
}

func (p *page) kind(i int) entente.PartKind {
	if i < 0 || i >= len(p.atoms) || p.atoms[i].part < 0 {
		return entente.PartParagraph
	}
	return p.parts[p.atoms[i].part].Kind
}

// pointed reports whether the word at i is written as an abbreviation: "M.",
// "H.E.".
func (p *page) pointed(i int) bool {
	a := &p.atoms[i]
	return a.End-a.Start > len(a.text) || p.text(i+1) == "." && !p.atoms[i+1].space
}
