package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// eschatocol names the lines after the text: from the complimentary close
// on, or the signature where there is no close.
func (s *sheet) eschatocol(a, b, depth int) {
	tail := len(s.lines) - b
	if !s.dated {
		if !s.footDateline(a, b, depth) && s.lettered {
			s.cutLastDateline(a, b, depth)
		}
		b = len(s.lines) - tail
	}
	start, ok := s.findClose(a, b)
	switch {
	case ok:
	case !s.lettered || s.bareSignature(a, b, depth):
		return
	default:
		s.closeBefore(a, b, depth)
		return
	}
	s.afterText(start, len(s.lines)-tail, depth)
}

// afterText names the lines from the close, or from a signature without one,
// to b.
func (s *sheet) afterText(a, b, depth int) {
	signed := false
	for i := a; i < b; {
		l := &s.lines[i]
		if l.kind != "" {
			l.depth = depth
			i++
			continue
		}
		if !signed && s.cutSigned(i) {
			s.set(i, i+1, entente.PartClose, depth)
			s.set(i+1, i+2, entente.PartSignature, depth)
			signed = true
			i, b = i+2, b+1
			continue
		}
		j := min(s.block(i), b)
		kind, n := s.afterKind(i, j, &signed)
		if kind == entente.PartParagraph {
			for k := i; k < n; k++ {
				s.lines[k].kind, s.lines[k].depth, s.lines[k].first = kind, depth, k == i
			}
		} else {
			s.set(i, n, kind, depth)
		}
		i = n
	}
}

// afterKind says what line i of the block i to j is, and how far it goes.
func (s *sheet) afterKind(i, j int, signed *bool) (entente.PartKind, int) {
	l := &s.lines[i]
	norm := strings.TrimLeft(l.norm, "([")
	switch {
	case s.starts("postscripts", norm):
		return entente.PartParagraph, j
	case s.starts("copies_cues", norm) && !s.closes(i):
		return entente.PartCopies, j
	case s.starts("annotation_cues", norm):
		return entente.PartAnnotation, j
	case s.starts("note_cues", norm):
		return entente.PartNote, j
	case s.closes(i):
		if r, _ := utf8.DecodeRuneInString(s.in(i)); unicode.IsLower(r) && i > 0 && s.lines[i-1].kind == entente.PartClose && l.blank > 0 {
			return entente.PartAnnotation, j // a word by hand below the formula
		}
		return entente.PartClose, s.closeEnd(i, j)
	case s.dateline(i, j) > i:
		return entente.PartDateline, s.dateline(i, j)
	case s.starts("reference_cues", norm):
		return entente.PartReference, i + 1
	case !*signed && j-i > 1 && s.whole("salutations", l.norm) && s.dateline(i+1, j) > i+1:
		return entente.PartClose, i + 1 // the address of a close that goes on below the date
	case *signed && s.printsName(i):
		return entente.PartSignature, s.signatureEnd(i, j)
	case *signed && j-i == 1 && s.starts("address_cues", l.norm) && strings.Contains(l.norm, ", ") && l.Len() < 120 && s.smallWords(s.in(i)) <= 4:
		return entente.PartAddress, j
	case s.starts("address_cues", l.norm) && (*signed || !s.addressed && j-i >= 2 || s.starts("addressing", l.norm)) && s.addressBlock(i, j, 90):
		return entente.PartAddress, j
	case *signed && s.starts("addressing", l.norm) && s.addressBlock(i, j, 90):
		return entente.PartAddress, j
	case !*signed && (s.officeAbove(i) || s.officeOver(i, j) || s.whole("signed_cues", norm) || s.whole("signed_cues", l.norm)):
		return entente.PartSignature, i + 1
	case !*signed && s.prose(i, j):
		return entente.PartClose, j // a close that goes on in a block of its own
	case !*signed && s.signs(i, j):
		*signed = true
		return entente.PartSignature, s.signatureEnd(i, j)
	case *signed && (s.has("offices", l.norm) || s.has("institutions", l.norm)) && l.Len() < 90:
		return entente.PartSignature, s.signatureEnd(i, j)
	case *signed && s.signs(i, j) && allCapitals(s.in(i)):
		return entente.PartSignature, s.signatureEnd(i, j)
	case l.Len() < 140 && j-i <= 3:
		return entente.PartAnnotation, j
	}
	return entente.PartParagraph, j
}

// closes reports whether the sentence at the start of line i is a close.
func (s *sheet) closes(i int) bool {
	end := s.lines[i].End
	for k := i + 1; k < len(s.lines) && k < i+6 && s.lines[k].blank == 0 && s.lines[k].kind == ""; k++ {
		end = s.lines[k].End
		if isStop(s.last(k)) || s.last(k) == ',' {
			break
		}
	}
	if s.isClose(s.in(i)) {
		return true
	}
	return (!nameLike(s.in(i)) || s.goesOn(i)) && s.isClose(s.text[s.lines[i].Start:end])
}

// goesOn reports whether the line below line i starts with a small letter.
func (s *sheet) goesOn(i int) bool {
	if i+1 >= len(s.lines) || s.lines[i+1].blank > 0 || s.last(i) == ',' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.in(i + 1))
	return unicode.IsLower(r)
}

// closeEnd returns the line after the close that starts at i: it ends where
// a name, an office or an address starts a line.
func (s *sheet) closeEnd(i, j int) int {
	for k := i + 1; k < j; k++ {
		l := &s.lines[k]
		ended := s.last(k - 1)
		r, _ := utf8.DecodeRuneInString(s.in(k))
		if (isStop(ended) || ended == ',') && (nameLike(s.in(k)) || !unicode.IsLower(r) && s.starts("offices", l.norm) || s.starts("addressing", l.norm)) && !s.isClose(s.in(k)) {
			return k
		}
		if l.indent >= s.lines[k-1].indent+8 && nameLike(s.in(k)) {
			return k
		}
		if k == i+1 && s.whole("close_cues", s.lines[i].norm) && s.namesBelow(k, k+1) {
			return k
		}
	}
	// Nothing marks the end of the close: the name is the last line that looks
	// like one, above an address and a date.
	end := j
	for k := i + 1; k < j; k++ {
		if norm := s.lines[k].norm; s.starts("addressing", norm) && s.starts("address_cues", norm) {
			j = k
			break
		}
	}
	for k := j - 1; k > i; k-- {
		if nameLike(s.in(k)) && !s.isClose(s.in(k)) && !s.isDated(k) {
			return k
		}
		if !strings.ContainsAny(s.in(k), "0123456789") {
			break
		}
	}
	return end
}

func allCapitals(t string) bool {
	letters := false
	for _, r := range t {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsLetter(r)
	}
	return letters
}
