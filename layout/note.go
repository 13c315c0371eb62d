package layout

import (
	"strings"

	"entente"
)

// markdown is the media type that intake gives to a note.
const markdown = "text/markdown"

// note names the lines of a note: the head between its fences, headings by
// their signs, and the text, which has no letter's protocol around it.
func (s *sheet) note() {
	n := s.noteHead()
	for k := n; k < len(s.lines); k++ {
		if isHeading(s.in(k)) {
			s.set(k, k+1, entente.PartHeading, 0)
		}
	}
	s.body(n, len(s.lines), 0)
}

// noteHead names the lines of the head, each a part, and returns the line
// after it. A head that no fence closes ends at the first empty line.
func (s *sheet) noteHead() int {
	for k := range s.lines {
		fence := strings.TrimPrefix(s.in(k), "\ufeff") == "---"
		if k > 0 && !fence && s.lines[k].blank > 0 {
			return k
		}
		kind := entente.PartHeader
		if fence {
			kind = entente.PartResidue
		}
		s.set(k, k+1, kind, 0)
		if k > 0 && fence {
			return k + 1
		}
	}
	return len(s.lines)
}

// isHeading reports whether text is a heading of Markdown: one to six signs,
// a space, words.
func isHeading(text string) bool {
	rest := strings.TrimLeft(text, "#")
	n := len(text) - len(rest)
	return 1 <= n && n <= 6 && strings.HasPrefix(rest, " ") && strings.TrimSpace(rest) != ""
}
