package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// body names the lines from a on and before b that have no kind yet:
// paragraphs, items, headings between them, and what a page break dropped.
func (s *sheet) body(a, b, depth int) {
	width := s.width(a, b)
	prev := -1 // the line before in the text, over residue
	for i := a; i < b; i++ {
		l := &s.lines[i]
		if l.kind != "" {
			l.depth = depth
			if l.kind != entente.PartResidue && l.kind != entente.PartMark && l.kind != entente.PartAddress {
				prev = -1
			}
			continue
		}
		apart := l.blank > 0 || l.broken || i == a || s.lines[i-1].kind == entente.PartResidue
		if j := min(s.block(i), b); apart && i > a {
			if s.starts("address_cues", l.norm) && l.Len() < 60 && s.last(j-1) != ',' && s.addressBlock(i, j, 90) {
				s.set(i, j, entente.PartAddress, depth)
				i = j - 1
				continue
			}
			if s.bracketed(i, j) {
				s.set(i, j, entente.PartNote, depth)
				i, prev = j-1, -1
				continue
			}
			if s.between(i, j, b) {
				s.set(i, j, entente.PartHeading, depth)
				i, prev = j-1, -1
				continue
			}
		}
		if n := s.footAddress(i, b); n > i {
			s.set(i, n, entente.PartAddress, depth)
			i = n - 1
			continue
		}
		kind, number, first := s.textLine(i, prev, width, apart)
		l.kind, l.number, l.first, l.depth = kind, number, first, depth
		if m, ok := markerOf(s.in(i)); first && ok {
			l.dot = m.dot
		} else if !first {
			l.dot = s.lines[prev].dot
		}
		prev = i
	}
}

// footAddress returns the end of an address at the foot of a page, which
// stands in the middle of a paragraph and is led in by a word such as "to".
func (s *sheet) footAddress(i, b int) int {
	l := &s.lines[i]
	if !s.starts("addressing", l.norm) || !s.starts("address_cues", l.norm) || l.Len() > 60 {
		return i
	}
	for n := i + 1; n <= b && n <= i+3; n++ {
		if n < len(s.lines) && (s.lines[n].broken || s.lines[n].kind == entente.PartResidue) {
			return n
		}
		if n < b && (s.lines[n].kind != "" || s.lines[n].Len() > 40) {
			break
		}
	}
	return i
}

// width returns the measure that the lines are set in: that of the longest
// but a tenth.
func (s *sheet) width(a, b int) int {
	var count [301]int
	for i := a; i < b; i++ {
		count[min(s.lines[i].Len(), 300)]++
	}
	rest := (b - a) / 10
	for w := 300; w > 0; w-- {
		if rest -= count[w]; rest < 0 {
			return w
		}
	}
	return 0
}

// textLine says what the text line i is, given the one before it: a
// paragraph or an item, and whether it starts one.
func (s *sheet) textLine(i, prev, width int, apart bool) (kind entente.PartKind, number string, first bool) {
	l := &s.lines[i]
	if prev < 0 {
		if m, ok := markerOf(s.in(i)); ok {
			return m.kind(), m.number, true
		}
		return entente.PartParagraph, "", true
	}
	before := &s.lines[prev]
	ended := s.last(prev)
	if m, ok := markerOf(s.in(i)); ok {
		opened := apart || isStop(ended) || ended == ':' || ended == ';' || ended == ',' && before.kind == entente.PartItem ||
			before.kind == entente.PartItem && l.indent <= before.indent+1 && (!m.bullet && !m.dot || prev < i-1 || m.bullet && s.sameBullet(prev, i))
		if opened {
			kind = m.kind()
			if m.dot && (ended == ':' || before.kind == entente.PartItem && before.dot) {
				kind = entente.PartItem
			}
			return kind, m.number, true
		}
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s.in(i), "«\"“'‘(_ \u00a0"))
	if apart {
		if unicode.IsLower(r) && prev == i-1 && l.blank <= 2 && (unicode.IsLetter(ended) || ended == ',' || ended == '-') && before.kind == entente.PartParagraph && before.Len()*10 > width*6 {
			return before.kind, "", false // a paragraph that a page break or a gap cut
		}
		return entente.PartParagraph, "", true
	}
	short := before.Len()*10 < width*7 || width > 180
	deeper := l.indent >= before.indent+2 && !before.first
	if before.kind == entente.PartItem && l.indent > before.indent {
		return before.kind, "", false
	}
	if (isStop(ended) || ended == ':') && !unicode.IsLower(r) && (short || deeper) {
		return entente.PartParagraph, "", true
	}
	return before.kind, "", false
}

// sameBullet reports whether line i starts with the sign that the item of
// line prev starts with.
func (s *sheet) sameBullet(prev, i int) bool {
	for prev > 0 && !s.lines[prev].first {
		prev--
	}
	a, _ := utf8.DecodeRuneInString(s.in(prev))
	b, _ := utf8.DecodeRuneInString(s.in(i))
	return a == b
}

// bracketed reports whether the lines i to j are an editor's words in
// brackets.
func (s *sheet) bracketed(i, j int) bool {
	return s.text[s.lines[i].Start] == '[' && s.text[s.lines[j-1].End-1] == ']' &&
		!strings.Contains(s.text[s.lines[i].Start:s.lines[j-1].End-1], "]") && s.lines[i].Len() > 8
}

// between reports whether the lines i to j are a heading inside the text:
// one short line without a full stop, set apart, before running text.
func (s *sheet) between(i, j, b int) bool {
	if j != i+1 || j >= b || s.lines[i].Len() > 90 || s.lines[j].blank == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.in(i))
	if unicode.IsLower(r) || !isAlnum(r) {
		return false
	}
	if m, ok := markerOf(s.in(i)); ok && (m.bullet || !m.dot) {
		return false
	}
	if s.isClose(s.in(i)) {
		return false
	}
	ended := s.last(i)
	return (unicode.IsLetter(ended) || unicode.IsDigit(ended)) && len(strings.Fields(s.in(i))) <= 12 && s.prose(j, min(s.block(j), b))
}

// A marker is what stands before an item or a numbered paragraph.
type marker struct {
	number      string
	bullet, dot bool
}

func (m marker) kind() entente.PartKind {
	if m.dot {
		return entente.PartParagraph
	}
	return entente.PartItem
}

// markerOf returns the marker that text starts with: a bullet or dash, "a)",
// "(iv)", "1)", or with a full stop "2." and "2.1", which number paragraphs.
func markerOf(text string) (marker, bool) {
	r, n := utf8.DecodeRuneInString(text)
	if strings.ContainsRune("-–—•·*▪●◦‣■□►▶➢✓o\uf0b7", r) {
		next, _ := utf8.DecodeRuneInString(text[n:])
		if strings.HasSuffix(strings.TrimSpace(text), " "+text[:n]) { // "- Official translation -"
			return marker{}, false
		}
		if unicode.IsSpace(next) && strings.TrimSpace(text[n:]) != "" || r == '•' || r == '\uf0b7' || r == '-' && unicode.IsLetter(next) && r != 'o' {
			return marker{bullet: true}, true
		}
		return marker{}, false
	}
	open := 0
	if r == '(' {
		open = 1
	}
	end := open
	for end < len(text) && end < open+7 && (text[end] >= '0' && text[end] <= '9' || text[end] >= 'a' && text[end] <= 'z' || text[end] >= 'A' && text[end] <= 'Z' || text[end] == '.') {
		end++
	}
	number := text[open:end]
	if end < len(text) && text[end] == ')' && number != "" {
		if !isEnumerator(number) || end+1 >= len(text) || isAlnum(rune(text[end+1])) {
			return marker{}, false
		}
		return marker{number: number}, true
	}
	if open == 1 || end >= len(text) {
		return marker{}, false
	}
	if number == "" || !strings.Contains(number, ".") {
		if rest := text[end:]; isNumber(number) && len(number) <= 2 && (strings.HasPrefix(rest, "°") || strings.HasPrefix(rest, "º")) {
			return marker{number: number, dot: true}, true
		}
		return marker{}, false
	}
	if next, _ := utf8.DecodeRuneInString(text[end:]); !unicode.IsSpace(next) {
		return marker{}, false
	}
	bare := strings.TrimSuffix(number, ".")
	digits := strings.ReplaceAll(bare, ".", "")
	if isNumber(digits) && len(digits) <= 3 {
		return marker{number: bare, dot: true}, true
	}
	if strings.Trim(bare, "IVX") == "" && bare != "" {
		return marker{number: bare, dot: true}, true
	}
	return marker{}, false
}

// isEnumerator reports whether w is a number, one letter, or a small Roman
// numeral.
func isEnumerator(w string) bool {
	return isNumber(w) && len(w) <= 2 || len(w) == 1 && w != "." || strings.Trim(w, "ivx") == "" || strings.Trim(w, "IVX") == ""
}
