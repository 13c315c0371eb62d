package mentions

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// An atom is the smallest piece a name can begin or end at: the letters
// between hyphens, apostrophes and blanks, a number, or one mark. Tokens are
// too large for names: "Total-KGM" is one token and two companies.
type atom struct {
	entente.Span
	text   string // as a reader sees it, without line breaks
	fold   string // lower case, no accents
	hash   uint64 // of fold
	shape  shape
	pos    byte  // first letter of the UPOS tag of its token ('P' is PROPN only), 0 if unknown
	space  bool  // white space stands before it
	hard   bool  // a new part or a line that ended early stands before it: no name runs over it
	ragged bool  // hard only because a line before it ended early
	start  bool  // first word of a sentence, item or line that begins anew
	shout  bool  // its line is in capitals throughout
	part   int32 // index of the part, -1 if the document has none
}

type shape uint8

const (
	word   shape = 1 << iota // letters
	upper                    // begins with a capital
	caps                     // two capitals or more, no small letter
	digit                    // begins with a digit
	inner                    // a small letter, then a capital: AirAstana
	single                   // one letter
)

func (a *atom) is(s shape) bool { return a.shape&s != 0 }

// atoms cuts the parts of doc that are read into atoms.
func atoms(doc *entente.Document, parts []entente.Part, sentences []entente.Sentence) []atom {
	c := cutter{text: doc.Text, out: make([]atom, 0, len(doc.Text)/5+8)}
	if len(parts) == 0 {
		c.cut(entente.Span{End: len(doc.Text)}, -1)
	}
	for i, p := range parts {
		if p.Kind != entente.PartResidue && 0 <= p.Start && p.Start < p.End && p.End <= len(doc.Text) {
			switch p.Kind {
			case entente.PartAddress, entente.PartLetterhead, entente.PartSignature, entente.PartHeader, entente.PartParticipants, entente.PartCopies:
				c.lines = true
			default:
				c.lines = false
			}
			c.cut(p.Span, int32(i))
		}
	}
	tag(c.out, sentences)
	return c.out
}

// tag takes the parts of speech and the starts of sentences over.
func tag(atoms []atom, sentences []entente.Sentence) {
	i := 0
	for _, s := range sentences {
		for k := range s.Tokens {
			t := &s.Tokens[k]
			for i < len(atoms) && atoms[i].Start < t.Start {
				i++
			}
			if k == 0 && i < len(atoms) {
				atoms[i].start = true
			}
			for j := i; j < len(atoms) && atoms[j].Start < t.End; j++ {
				a := &atoms[j]
				a.pos = letterOf(t.POS)
				if a.ragged && k > 0 && j > 0 && atoms[j-1].is(word) && !(a.is(upper) && atoms[j-1].is(upper)) {
					a.hard = false // a short line, and the sentence goes on
				}
			}
		}
	}
}

func letterOf(pos string) byte {
	switch pos {
	case "":
		return 0
	case "PUNCT", "PART", "PRON":
		return '-'
	case "ADP":
		return 'I'
	case "AUX":
		return 'V'
	case "ADV":
		return 'R'
	}
	return pos[0] // N, P, A, V, D, C, S, X
}

type cutter struct {
	text  string
	out   []atom
	lines bool // each line of the part stands by itself
}

func (c *cutter) cut(span entente.Span, part int32) {
	first := len(c.out)
	text := c.text[:span.End]
	width := 0
	for line := range strings.Lines(text[span.Start:]) {
		width = max(width, len(strings.TrimSpace(line)))
	}
	at, lineStart := span.Start, span.Start
	space, fresh, ragged := true, true, false // fresh: a hard break stands before
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		switch {
		case r == '\n':
			if c.lines {
				fresh = true
			} else if c.ends(text, lineStart, at, width) {
				fresh, ragged = true, !fresh && !strings.HasPrefix(strings.TrimLeft(text[at+1:], " \t\r"), "\n")
			}
			c.shout(first, lineStart)
			at += n
			lineStart, space = at, true
			continue
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad':
			if strings.HasPrefix(text[at:], "    ") && strings.TrimSpace(text[lineStart:at]) != "" { // columns of a letterhead
				fresh = true
			}
			at += n
			space = true
			continue
		}
		a := atom{Span: entente.Span{Start: at}, space: space, hard: fresh, ragged: ragged, part: part}
		switch {
		case unicode.IsLetter(r):
			c.word(&a, text)
		case unicode.IsDigit(r):
			end := at
			for end < len(text) && '0' <= text[end] && text[end] <= '9' {
				end++
			}
			a.End, a.shape = max(end, at+n), digit
			a.text = text[a.Start:a.End]
			a.fold = a.text
		default:
			a.End = at + n
			a.text = text[at:a.End]
			a.fold = a.text
			if r == '’' {
				a.fold = "'"
			} else if r == '‑' || r == '‐' {
				a.fold = "-"
			}
		}
		a.hash = hashOf(a.fold)
		a.start = fresh || c.afterStop(first)
		c.out = append(c.out, a)
		at, space, fresh, ragged = a.End, false, false, false
	}
	c.shout(first, lineStart)
}

// ends reports whether the line that ends at end was ended on purpose: the
// next word would still have fitted.
func (c *cutter) ends(text string, start, end, width int) bool {
	rest := text[end:]
	next := strings.TrimLeft(rest, "\r\n \t\u00a0")
	if strings.Count(rest[:len(rest)-len(next)], "\n") > 1 {
		return true
	}
	word, _, _ := strings.Cut(next, " ")
	word, _, _ = strings.Cut(word, "\n")
	line := len(strings.TrimSpace(text[start:end]))
	return line+1+len(word) < min(width, 100)-2 || width < 44
}

// afterStop reports whether the last atom ends a sentence.
func (c *cutter) afterStop(first int) bool {
	for i := len(c.out) - 1; i >= first; i-- {
		switch c.out[i].text {
		case ".":
			return i == first || !c.out[i-1].is(single) && len(c.out[i-1].text) > 2
		case "!", "?", ":", "•", "–", "—", "*":
			return true
		case "\"", "“", "«", ")", "]", "(", "[", "-":
			continue
		}
		return false
	}
	return true
}

// shout marks the atoms from lineStart on if their line is in capitals.
func (c *cutter) shout(first, lineStart int) {
	from := len(c.out)
	big, all := 0, 0
	for from > first && c.out[from-1].Start >= lineStart {
		from--
		if a := &c.out[from]; a.is(word) && !a.is(single) {
			all++
			if a.is(caps) {
				big++
			}
		}
	}
	if all > 1 && big*10 >= all*7 || all == 1 && big == 1 && len(c.out)-from <= 2 && len(c.out[from].text) > 5 {
		for i := from; i < len(c.out); i++ {
			c.out[i].shout = true
		}
	}
}

const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

// hashOf is FNV-1a, 64 bits.
func hashOf(s string) uint64 { return hashOn(hashSeed, s) }

func hashOn(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h
}

// then returns the hash of a phrase made longer by a word.
func then(phrase, word uint64) uint64 { return (phrase^word)*hashPrime ^ phrase>>29 }
