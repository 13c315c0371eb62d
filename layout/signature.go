package layout

import (
	"slices"
	"strings"
	"unicode"

	"entente"
	"entente/lang"
)

// bareSignature names the last lines where they are a name, after running
// text, though no close stands before them.
func (s *sheet) bareSignature(a, b, depth int) bool {
	j := b
	for steps := 0; j > a && steps < 4; steps++ {
		i := j - 1
		for i > a && s.lines[i].blank == 0 && !s.lines[i].broken && s.lines[i].kind == "" && s.lines[i-1].kind == "" {
			i--
		}
		if s.lines[i].kind != "" {
			j = i
			continue
		}
		if i == a || s.prose(i, j) {
			return false
		}
		if norm := strings.TrimLeft(s.lines[i].norm, "(["); s.starts("note_cues", norm) {
			s.set(i, j, entente.PartNote, depth)
			j = i
			continue
		}
		if k := i - 1; k > a && j-i == 1 && s.lines[k].kind == "" && s.last(k) == ':' && s.whole("copies_cues", s.lines[k].norm) {
			s.set(k, j, entente.PartCopies, depth) // what is attached
			j = k
			continue
		}
		if s.dateline(i, j) == j {
			s.set(i, j, entente.PartDateline, depth)
			j = i
			continue
		}
		if unsigned := false; s.starts("address_cues", s.lines[i].norm) {
			if kind, _ := s.afterKind(i, j, &unsigned); kind == entente.PartAddress {
				s.set(i, j, entente.PartAddress, depth)
				j = i
				continue
			}
		}
		if j-i <= 4 && s.signs(i, j) {
			for n := 0; n < 3 && i > a+1 && s.overSignature(i); n++ {
				i--
			}
			s.afterText(i, b, depth)
			return true
		}
		if s.dateline(i, j) != j && !s.afterClose(i) && !s.starts("address_cues", s.lines[i].norm) {
			return false
		}
		j = i
	}
	return false
}

// overSignature reports whether the line above line i, where a signature
// starts, belongs to it: an office, a word for "signed", or the name where i
// is an office.
func (s *sheet) overSignature(i int) bool {
	if s.officeAbove(i-1) || s.whole("signed_cues", s.lines[i-1].norm) {
		return true
	}
	return s.has("offices", s.lines[i].norm) && s.lines[i-1].kind == "" && s.lines[i-1].blank > 0 && s.namesBelow(i-1, i)
}

// officeAbove reports whether line k, which stands before a name, is the
// office of who signs.
func (s *sheet) officeAbove(k int) bool {
	l := &s.lines[k]
	after := l.blank > 0 || k > 0 && isStop(s.last(k-1))
	return l.kind == "" && after && l.Len() < 90 && strings.ContainsRune(",:", s.last(k)) && s.has("offices", l.norm)
}

// signs reports whether the lines i to j can be a signature.
func (s *sheet) signs(i, j int) bool {
	if s.isDated(i) || s.starts("copies_cues", s.lines[i].norm) {
		return false
	}
	text := s.unsigned(i)
	initial := i > 0 && s.lines[i-1].kind == entente.PartClose && unicode.IsUpper(rune(s.in(i)[0])) && strings.HasPrefix(s.in(i)[1:], ".")
	if _, ok := markerOf(text); ok && !initial { // below a close "I." is no number
		return false
	}
	if key, _ := s.headerKey(i); key != "" {
		return false
	}
	r := s.last(i)
	return nameLike(text) && s.titlesName(i) && r != ':' && r != ';' && (j-i < 2 || s.lines[j-1].Len() < 90)
}

// printsName reports whether line i gives in print and in full the name that
// was signed by hand right above it.
func (s *sheet) printsName(i int) bool {
	if i == 0 || s.lines[i-1].kind != entente.PartSignature || s.has("offices", s.lines[i-1].norm) {
		return false
	}
	hand, print := strings.Fields(strings.Trim(s.lines[i-1].norm, "().,")), strings.Fields(s.lines[i].norm)
	for _, w := range hand {
		if len(w) < 3 || !slices.Contains(print, strings.Trim(w, ".,")) {
			return false
		}
	}
	return len(hand) > 0 && len(print) > len(hand)
}

// unsigned returns line i without a word such as "signed" before the name.
func (s *sheet) unsigned(i int) string {
	text := s.in(i)
	if ph, ok := s.lists["signed_cues"].At(s.lines[i].norm); ok {
		if end := lang.PlainEnd(text, len(ph.Words)); strings.TrimLeft(text[end:], " .:_*") != "" {
			return strings.TrimLeft(text[end:], " .:_*")
		}
	}
	return text
}

// officeOver reports whether line i is the office of who signs below it, in
// the next line of the block or in the next block.
func (s *sheet) officeOver(i, j int) bool {
	l := &s.lines[i]
	if _, at, ok := s.lists["offices"].Find(l.norm); !ok || at > 4 || l.Len() > 80 || i+1 >= len(s.lines) || s.lines[i+1].kind != "" || s.lines[i+1].blank > 3 {
		return false
	}
	r := s.last(i)
	return r != '.' && r != ';' && !strings.ContainsAny(s.in(i), "0123456789") && !s.has("offices", s.lines[i+1].norm) &&
		len(strings.Fields(s.in(i+1))) > 1 && !s.starts("addressing", s.lines[i+1].norm) && !s.starts("address_cues", s.lines[i+1].norm) && s.signs(i+1, max(j, i+2))
}

// titlesName reports whether what follows the first comma of line i may
// stand behind a name: an office, or no more than four words.
func (s *sheet) titlesName(i int) bool {
	_, rest, _ := strings.Cut(s.lines[i].norm, ",")
	return len(strings.Fields(rest)) <= 4 || s.has("offices", rest) || s.has("institutions", rest)
}

// signatureEnd returns the line after the signature that starts at i: names
// and offices, up to an address or copies.
func (s *sheet) signatureEnd(i, j int) int {
	for k := i + 1; k < j; k++ {
		norm := s.lines[k].norm
		if s.starts("addressing", norm) || s.starts("address_cues", norm) || s.starts("copies_cues", norm) ||
			s.starts("postscripts", norm) || s.isDated(k) || s.lines[k].Len() > 100 {
			return k
		}
	}
	return j
}

// closeBefore looks for a close with a name below it further up, where a
// postscript or an enclosure follows that no word announces.
func (s *sheet) closeBefore(a, b, depth int) {
	for j := b; j > a+(b-a)/4; {
		i := j - 1
		for i > a && s.lines[i].blank == 0 && !s.lines[i].broken && s.lines[i].kind == "" && s.lines[i-1].kind == "" {
			i--
		}
		if s.lines[i].kind == "" && (s.signedTwice(i, j, depth) || s.signedClose(i, j, b, depth)) {
			return
		}
		j = i
	}
}

// signedClose names the close in the lines i to j and the signature that
// ends them or makes up the next block before b, and reports whether both
// are there.
func (s *sheet) signedClose(i, j, b, depth int) bool {
	at, ok := s.closeIn(i, j)
	if !ok {
		return false
	}
	k := i
	for k < j && s.lines[k].End <= at {
		k++
	}
	end := j
	if k+1 >= j || !s.namesBelow(k+1, j) && !s.namesBelow(j-1, j) {
		if j >= b || s.lines[j].kind != "" || s.lines[j].blank > 3 {
			return false
		}
		if end = min(s.block(j), b); !s.namesBelow(j, end) {
			return false
		}
	}
	n := len(s.lines)
	k = s.cut(i, j, at)
	s.afterText(k, end+len(s.lines)-n, depth)
	return true
}

// signedTwice names the lines i to j a signature if they are one name, by
// hand and in print, and reports whether they are.
func (s *sheet) signedTwice(i, j, depth int) bool {
	if j-i != 2 || !s.namesBelow(i, i+1) || !s.namesBelow(i+1, j) {
		return false
	}
	hand, print := strings.Fields(strings.Trim(s.lines[i].norm, ".,")), strings.Fields(strings.Trim(s.lines[i+1].norm, ".,"))
	if len(hand) == 0 || len(print) < 2 || len(hand[0]) < 4 {
		return false
	}
	for _, w := range hand {
		if !slices.Contains(print, w) {
			return false
		}
	}
	s.afterText(i, j, depth)
	return true
}

// namesBelow reports whether the lines i to j can be a signature, and no
// close or salutation.
func (s *sheet) namesBelow(i, j int) bool {
	return j-i <= 4 && s.signs(i, j) && !s.isClose(s.in(i)) && !s.starts("salutations", s.lines[i].norm)
}
