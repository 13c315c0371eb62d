package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/lang"
)

// findClose looks for the complimentary close from the end on, over what may
// follow it, and returns its first line; it splits a paragraph that ends in
// one.
func (s *sheet) findClose(a, b int) (int, bool) {
	found := -1
	for j, steps := b, 0; j > a && steps < 14; steps++ {
		i := j - 1
		for i > a && s.lines[i].blank == 0 && !s.lines[i].broken && s.lines[i-1].kind == "" && s.lines[i].kind == "" {
			i--
		}
		if s.lines[i].kind != "" {
			j = i
			continue
		}
		at, is := s.closeIn(i, j)
		switch {
		case is:
			found = s.cut(i, j, at)
			if found > i {
				return s.datedClose(i, found), true // text stands before it in the paragraph
			}
		case found >= 0:
			return s.datedClose(i, found), true
		case s.prose(i, j) && !s.afterClose(i) && !(i > a && s.starts("postscripts", s.lines[i-1].norm)) && !(j == b && j == i+1 && s.closedAbove(i, a)):
			return 0, false
		}
		j = i
	}
	return found, found >= 0
}

// datedClose returns where a close starts that goes on at line k: above it,
// from i on, "Sir," and a dateline may stand.
func (s *sheet) datedClose(i, k int) int {
	for n := k - 1; n >= i && n > k-6; n-- {
		if s.whole("salutations", s.lines[n].norm) && s.dateline(n+1, k) > n+1 {
			return n
		}
	}
	return k
}

// closedAbove reports whether the block above line i ends in a close and a
// name, so that one line below them is an afterthought.
func (s *sheet) closedAbove(i, a int) bool {
	h := i - 1
	for h > a && h > i-9 && s.lines[h].blank == 0 && s.lines[h].kind == "" {
		h--
	}
	if h < a || i-h < 2 || !nameLike(s.in(i-1)) {
		return false
	}
	_, ok := s.closeIn(h, i)
	return ok
}

// afterClose reports whether the running text at line i may follow a close:
// a postscript, a note, a list of copies.
func (s *sheet) afterClose(i int) bool {
	norm := strings.TrimLeft(s.lines[i].norm, "([")
	return s.starts("postscripts", norm) || s.starts("copies_cues", norm) || s.starts("annotation_cues", norm) || s.starts("note_cues", norm)
}

// closeIn returns the byte offset of the sentence in the lines i to j that
// is a complimentary close; only the last three sentences are looked at.
func (s *sheet) closeIn(i, j int) (int, bool) {
	for k := max(i, j-12); k < j; k++ {
		if e, ok := s.lists["close_cues"].At(s.lines[k].norm); ok && e.Value == "line" && s.lines[k].Len() <= len(e.Words)+45 {
			return s.lines[k].Start, true
		}
	}
	end := s.lines[j-1].End
	from := max(s.lines[i].Start, end-1500)
	starts := s.sentences(from, end)
	if from == s.lines[i].Start {
		starts[0] = from
	}
	for n := max(0, len(starts)-5); n < len(starts); n++ {
		stop := end
		if n+1 < len(starts) {
			stop = starts[n+1]
		}
		if s.isClose(s.text[starts[n]:stop]) {
			return starts[n], true
		}
	}
	return 0, false
}

// sentences returns where sentences start in the text from from to end:
// roughly, after a full stop and before a capital; each line that starts
// after a line's end mark counts too.
func (s *sheet) sentences(from, end int) []int {
	for from < end && !utf8.RuneStart(s.text[from]) {
		from++
	}
	starts := []int{from}
	for k := from; k < end; k++ {
		c := s.text[k]
		if c != '.' && c != '!' && c != '?' && c != '\n' {
			continue
		}
		n := k + 1
		for n < end && (s.text[n] == ' ' || s.text[n] == '\n' || s.text[n] == '\r') {
			n++
		}
		if n == k+1 && c != '\n' || n >= end {
			continue
		}
		if c == '.' && k >= from+2 && !isAlnum(rune(s.text[k-2])) && s.text[k-2] < utf8.RuneSelf {
			continue // one letter before it: an initial or "M."
		}
		r, _ := utf8.DecodeRuneInString(s.text[n:])
		if unicode.IsUpper(r) && starts[len(starts)-1] != n {
			starts = append(starts, n)
		}
	}
	return starts
}

// isClose reports whether a sentence holds a phrase of a close. Short
// phrases ("line") must open the sentence, and little may follow.
func (s *sheet) isClose(sentence string) bool {
	if len(sentence) > 700 {
		return false
	}
	norm := lang.Plain(sentence, len(sentence))
	list := s.lists["close_cues"]
	if ph, ok := list.At(strings.TrimLeft(norm, "\"“« ")); ok {
		if ph.Value != "line" || len(norm) <= len(ph.Words)+45 {
			return true
		}
	}
	for at := 0; ; {
		ph, k, ok := list.Find(norm[at:])
		if !ok {
			return false
		}
		if ph.Value != "line" {
			return true
		}
		at += k + len(ph.Words)
	}
}

// cut returns the line of the close that starts at byte offset at in the
// lines i to j, and parts that line if the text before it is in it.
func (s *sheet) cut(i, j, at int) int {
	for k := i; k < j; k++ {
		if l := s.lines[k]; l.Start <= at && at < l.End {
			if at > l.Start {
				n := len(s.lines)
				s.split(k, at)
				if len(s.lines) > n {
					return k + 1
				}
			}
			return k
		}
	}
	return i
}

// cutLastDateline parts the last line where it ends in a place and a date
// after a full stop, as old letters do.
func (s *sheet) cutLastDateline(a, b, depth int) {
	k := b - 1
	for n := 0; k > a && (s.lines[k].kind != "" || n < 3 && s.aside(k)); n++ {
		k--
	}
	if k < a || s.lines[k].kind != "" || s.starts("note_cues", s.lines[k].norm) {
		return
	}
	if k > a && s.isDated(k) && (s.lines[k].blank > 0 || s.lines[k].broken || s.smallWords(s.in(k)) <= 1 && !s.prose(k, k+1)) {
		s.set(k, k+1, entente.PartDateline, depth)
		return
	}
	text := s.in(k)
	stop := strings.LastIndex(strings.TrimRight(text, ". "), ". ")
	if stop < 0 || len(text)-stop > 90 || !s.placeAndDate(lang.Plain(text[stop+1:], normSize)) || s.smallWords(text[stop+1:]) > 1 {
		return
	}
	n := len(s.lines)
	if s.split(k, s.lines[k].Start+stop+1); len(s.lines) > n {
		s.set(k+1, k+2, entente.PartDateline, depth)
	}
}

// footDateline names a dateline that is a block of its own at the end, and
// the address below it, and reports whether they are there.
func (s *sheet) footDateline(a, b, depth int) bool {
	sides := b // where the signatures of two sides start
	for i, steps := b-1, 0; i > a && steps < 3; i, steps = i-1, steps+1 {
		j := i + 1
		for i > a && s.lines[i].blank == 0 && !s.lines[i].broken && s.lines[i-1].kind == "" {
			i--
		}
		if s.lines[i].kind != "" || s.lines[i].blank == 0 && !s.lines[i].broken {
			return false
		}
		if n := s.dateline(i, j); n == j && s.smallWords(s.in(j-1)) <= 1 {
			s.set(i, j, entente.PartDateline, depth)
			if sides < b {
				s.set(sides, b, entente.PartSignature, depth)
			} else if j < b && s.lines[j].kind == "" {
				s.set(j, b, entente.PartAddress, depth)
			}
			return true
		}
		if s.starts("signing_for", s.lines[i].norm) && s.last(j-1) != '.' && !s.prose(i, j) && s.lines[i].Len() < 110 && j == sides {
			sides = i
			continue
		}
		if steps > 0 || !s.starts("addressing", s.lines[i].norm) && !s.starts("address_cues", s.lines[i].norm) && !s.has("institutions", s.lines[i].norm) || !s.addressBlock(i, j, 90) {
			return false
		}
	}
	return false
}

// aside reports whether line k, one of the last, stands apart in brackets and
// is no date: "(Bulletin No. 8)".
func (s *sheet) aside(k int) bool {
	text := s.in(k)
	return (s.lines[k].blank > 0 || k > 0 && s.isDated(k-1)) && s.lines[k].Len() < 90 && (text[0] == '(' || text[0] == '[') && strings.ContainsAny(text[len(text)-1:], ")]") && !s.isDated(k)
}

// cutSigned parts a line that is a short close with a name after the last
// comma: "Sincerely yours, Ivo Lind".
func (s *sheet) cutSigned(i int) bool {
	text := s.in(i)
	comma := strings.LastIndex(text, ", ")
	e, ok := s.lists["close_cues"].At(s.lines[i].norm)
	if !ok || e.Value != "line" || comma < 0 || comma+2 >= len(text) {
		return false
	}
	name := text[comma+2:]
	words := strings.Fields(name)
	if len(words) < 2 || !nameLike(name) || s.starts("salutations", lang.Plain(name, normSize)) {
		return false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			return false
		}
	}
	n := len(s.lines)
	s.split(i, s.lines[i].Start+comma+1)
	return len(s.lines) > n
}
