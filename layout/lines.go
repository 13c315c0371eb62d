package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/lang"
)

// A line is one printed line with something on it, or a piece of one where
// a cue stands in its middle. The steps of the cascade fill kind.
type line struct {
	entente.Span        // without white space at the ends
	indent       int    // columns before it
	blank        int    // empty lines before it
	broken       bool   // a page break stands before it
	page         int    // index into Document.Pages
	norm         string // lower case, one space between words, without print marks; at most normSize bytes

	kind   entente.PartKind // "" while unknown
	first  bool             // starts a part of its own
	number string           // of a numbered paragraph or item
	dot    bool             // of a list whose numbers have a full stop
	depth  int
}

// normSize bounds the work on a line that is a whole paragraph; cues that
// open a line are shorter.
const normSize = 240

func linesOf(text string, pages []entente.Span) []line {
	var lines []line
	blank, broken, page := 0, false, 0
	for at := 0; at < len(text); {
		end, next, feed := lineEnd(text, at)
		body := text[at:end]
		trimmed := strings.TrimRightFunc(body, unicode.IsSpace)
		left := strings.TrimLeftFunc(trimmed, unicode.IsSpace)
		if left == "" {
			if !feed {
				blank++
			}
		} else {
			start := at + len(trimmed) - len(left)
			for page+1 < len(pages) && pages[page+1].Start <= start {
				page++
				broken = true
			}
			lines = append(lines, line{
				Span:   entente.Span{Start: start, End: at + len(trimmed)},
				indent: columns(text[at:start]), blank: blank, broken: broken, page: page, norm: lang.Plain(left, normSize),
			})
			blank, broken = 0, false
		}
		broken = broken || feed
		at = next
	}
	return lines
}

// lineEnd returns where the line that starts at ends, where the next one
// starts, and whether a form feed stands between them.
func lineEnd(text string, at int) (end, next int, feed bool) {
	i := strings.IndexAny(text[at:], "\n\r\f")
	if i < 0 {
		return len(text), len(text), false
	}
	end = at + i
	switch {
	case text[end] == '\f':
		return end, end + 1, true
	case strings.HasPrefix(text[end:], "\r\n"):
		return end, end + 2, false
	}
	return end, end + 1, false
}

func columns(space string) int {
	n := 0
	for _, r := range space {
		if r == '\t' {
			n += 8 - n%8
		} else {
			n++
		}
	}
	return n
}

// A sheet is the lines of one document on the way to its parts.
type sheet struct {
	*cues
	text      string
	lines     []line
	addressed bool // an address stands before the close
	lettered  bool // something of a letter stands before the text
	dated     bool // a dateline does
}

func (s *sheet) in(i int) string { return s.text[s.lines[i].Start:s.lines[i].End] }

// last returns the last rune of line i that is not a quote or a bracket.
func (s *sheet) last(i int) rune {
	t := strings.TrimRight(s.in(i), "_*»”\"“’') ]\u00a0\u202f")
	r, _ := utf8.DecodeLastRuneInString(t)
	return r
}

// split cuts line i before byte offset at, so that what follows is a line of
// its own.
func (s *sheet) split(i, at int) {
	l := s.lines[i]
	left := strings.TrimRightFunc(s.text[l.Start:at], unicode.IsSpace)
	right := strings.TrimLeftFunc(s.text[at:l.End], unicode.IsSpace)
	if left == "" || right == "" {
		return
	}
	a, b := l, l
	a.End = l.Start + len(left)
	a.norm = lang.Plain(left, normSize)
	b.Start = l.End - len(right)
	b.norm = lang.Plain(right, normSize)
	b.blank, b.broken = 0, false
	s.lines = append(s.lines, line{})
	copy(s.lines[i+2:], s.lines[i+1:])
	s.lines[i], s.lines[i+1] = a, b
}

// block returns the end of the block that line i stands in: the lines up to
// the next empty one, page break, or line that another step has named.
func (s *sheet) block(i int) int {
	j := i + 1
	for j < len(s.lines) && s.lines[j].blank == 0 && !s.lines[j].broken && s.lines[j].kind == "" {
		j++
	}
	return j
}

// set names the lines i to j, which are one part.
func (s *sheet) set(i, j int, kind entente.PartKind, depth int) {
	s.addressed = s.addressed || kind == entente.PartAddress
	for k := i; k < j; k++ {
		s.lines[k].kind, s.lines[k].depth, s.lines[k].first = kind, depth, k == i
	}
}

// parts makes parts of the lines, which all have their kind by now.
func (s *sheet) parts() []entente.Part {
	var parts []entente.Part
	for i := range s.lines {
		l := &s.lines[i]
		if n := len(parts) - 1; n >= 0 && !l.first && parts[n].Kind == l.kind && parts[n].Depth == l.depth {
			parts[n].End = l.End
			parts[n].Lines = append(parts[n].Lines, l.Span)
			continue
		}
		parts = append(parts, entente.Part{Span: l.Span, Kind: l.kind, Number: l.number, Governor: -1,
			Page: l.page, Lines: []entente.Span{l.Span}, Depth: l.depth})
	}
	govern(parts, s.text)
	return parts
}

// govern gives each item the part that opens its list. A list goes on over
// what stands at a page break: marks, an address at the foot, residue.
func govern(parts []entente.Part, text string) {
	intro, open := -1, false
	for i := range parts {
		p := &parts[i]
		switch p.Kind {
		case entente.PartItem:
			if !open && i > 0 && opensList(parts[i-1], text) {
				intro = i - 1
				parts[i-1].Kind = entente.PartListIntro
			}
			p.Governor, open = intro, true
		case entente.PartResidue, entente.PartAddress, entente.PartMark, entente.PartNote:
		default:
			intro, open = -1, false
		}
	}
}

// opensList reports whether p, which stands right before an item, opens the
// list: it ends without a full stop, or it is one short line.
func opensList(p entente.Part, text string) bool {
	if p.Kind != entente.PartParagraph {
		return false
	}
	t := strings.TrimRight(p.In(text), "-–— \t\u00a0")
	r, _ := utf8.DecodeLastRuneInString(t)
	return r == ':' || r == ',' || r == ';' || !isStop(r) || len(p.Lines) == 1 && p.Len() < 80
}

func isStop(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' }
