package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/lang"
)

// maxDepth bounds how deep quoted messages nest before they are read as one.
const maxDepth = 8

// document names the lines from i to the end, which are a document at that
// depth and perhaps others enclosed in it or quoted below.
func (s *sheet) document(i, depth int) {
	for i < len(s.lines) {
		nested := len(s.lines)
		if depth < maxDepth {
			nested = s.nested(i)
		}
		tail := len(s.lines) - nested // stays true when lines are split
		s.addressed = false
		body := s.protocol(i, len(s.lines)-tail, depth)
		s.eschatocol(body, len(s.lines)-tail, depth)
		s.body(body, len(s.lines)-tail, depth)
		i = len(s.lines) - tail
		depth++
	}
}

// nested returns the first line after i where another document starts: a
// quoted message or an enclosure.
func (s *sheet) nested(i int) int {
	headers := false
	for k := i; k < len(s.lines); k++ {
		l := &s.lines[k]
		if l.kind != "" {
			continue
		}
		if k > i && s.starts("quoted_cues", strings.TrimLeft(l.norm, "-_=> ")) && len(l.norm) < 60 {
			s.set(k, k+1, entente.PartHeader, l.depth)
			l.first = true
			return k
		}
		if k > i && s.quoteLead(k) {
			s.set(k, k+1, entente.PartHeader, l.depth)
			return k
		}
		if k > i && s.enclosure(k) {
			s.set(k, k+1, entente.PartEnclosure, l.depth)
			return k
		}
		if key, _ := s.headerKey(k); key == "from" && s.headerRun(k) {
			if headers {
				return k
			}
			headers = true
		}
	}
	return len(s.lines)
}

// quoteLead reports whether line k says when somebody wrote what follows: "On
// 3 March 2031, Ivo Lind wrote:".
func (s *sheet) quoteLead(k int) bool {
	norm := s.lines[k].norm
	ph, at, ok := s.lists["quoted_cues"].Find(norm)
	return ok && ph.Value == "end" && at+len(ph.Words) == len(norm) && s.lines[k].Len() < 130 && strings.ContainsAny(norm, "0123456789")
}

// enclosure reports whether line k announces an enclosed document: it stands
// alone and text follows.
func (s *sheet) enclosure(k int) bool {
	l := &s.lines[k]
	if l.blank == 0 && !l.broken || len(l.norm) > 80 || k+1 >= len(s.lines) {
		return false
	}
	norm := strings.TrimLeft(l.norm, "[( ")
	if !s.starts("enclosure_cues", norm) {
		return false
	}
	for n := k + 1; n < len(s.lines) && n < k+5 && len(norm) < 40; n++ { // a letter of its own
		if s.isDated(n) && s.dateline(n, len(s.lines)) > n && n+1 < len(s.lines) && s.lines[n+1].blank > 0 {
			return true
		}
	}
	long := 0
	for _, m := range s.lines[k+1:] {
		long += m.Len()
	}
	return long > 300 || len(s.lines)-k > 2 && len(l.norm) < 40 && !strings.Contains(l.norm, ":") && !s.whole("copies_cues", norm)
}

// headerKey returns what the header at the start of line k is about, and
// where in the line its value starts. A header is a key and a colon; scanning
// may have lost the colon, then a gap stands for it.
func (s *sheet) headerKey(k int) (about string, value int) {
	l := &s.lines[k]
	text := s.in(k)
	ph, ok := s.lists["header_keys"].At(l.norm)
	if !ok { // in another language it has a colon, and more than one letter
		ph, ok = s.keys.At(l.norm)
		if !ok || len(ph.Words) < 2 || !strings.HasPrefix(strings.TrimLeft(text[min(len(text), len(ph.Words)):], " \t\u00a0"), ":") {
			return "", 0
		}
	}
	if colon := strings.IndexAny(text[:min(len(text), len(ph.Words)+14)], ":\uff1a"); colon >= 0 && !namesPlace(text[min(colon, len(ph.Words)):colon]) {
		return ph.Value, colon + 1
	}
	if len(l.norm) == len(ph.Words) {
		return ph.Value, len(text)
	}
	if allCapitals(text) && (s.capitalHeader(k-1) || s.capitalHeader(k+1)) {
		return ph.Value, min(len(text), len(ph.Words))
	}
	rest := text[min(len(text), len(ph.Words)):]
	if gap := len(rest) - len(strings.TrimLeft(rest, " \t\u00a0")); gap >= 4 {
		return ph.Value, len(text) - len(rest) + gap
	}
	return "", 0
}

// namesPlace reports whether a word with a capital follows a key before its
// colon: "A St : Petersburg" is no header.
func namesPlace(between string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(between, " \t"))
	return unicode.IsUpper(r) && !allCapitals(between)
}

// capitalHeader reports whether line k starts with a key, all in capitals, as
// in the heading of a telegram: "FM EMBASSY PORT SYLVAN".
func (s *sheet) capitalHeader(k int) bool {
	if k < 0 || k >= len(s.lines) || len(s.lines[k].norm) > 60 {
		return false
	}
	return s.starts("header_keys", s.lines[k].norm) && allCapitals(s.in(k))
}

// headerRun reports whether two other headers follow the one at line k.
func (s *sheet) headerRun(k int) bool {
	n := 0
	for m := k + 1; m < len(s.lines) && m < k+8; m++ {
		if key, _ := s.headerKey(m); key != "" && key != "from" {
			n++
		}
	}
	return n >= 2
}

// markResidue names the lines that nobody should read, wherever they stand,
// and the handling marks.
func (s *sheet) markResidue() {
	heads := s.runningHeads()
	for k := range s.lines {
		l := &s.lines[k]
		switch {
		case s.residue(k) || len(heads) > 0 && s.atPageEdge(k) && heads[headKey(l.norm)]:
			s.set(k, k+1, entente.PartResidue, 0)
		case len(l.norm) < 60 && s.whole("marks", l.norm):
			s.set(k, k+1, entente.PartMark, 0)
		}
	}
}

func (s *sheet) residue(k int) bool {
	l := &s.lines[k]
	if len(l.norm) < 40 && s.pageNumber(l.norm) {
		return true
	}
	if ph, ok := s.lists["stamps"].At(l.norm); ok {
		switch ph.Value {
		case "line":
			return s.whole("stamps", l.norm)
		case "dated":
			return s.stamped(k)
		}
		return true
	}
	if l.norm[0] == '[' || l.norm[0] == '(' {
		if ph, ok := s.lists["stamps"].At(strings.TrimLeft(l.norm, "[( ")); ok && ph.Value == "dated" {
			return s.stamped(k)
		}
	}
	ph, _, ok := s.lists["stamps"].Find(l.norm)
	return ok && strings.Count(ph.Words, " ") >= 3 // a stamp beside other words
}

// stamped reports whether line k, which starts as the stamp of a registry
// does, is one: it has a date or a number and stands in brackets or apart, or
// it is the words of the stamp alone.
func (s *sheet) stamped(k int) bool {
	l := &s.lines[k]
	if s.whole("stamps", l.norm) {
		return true
	}
	text := s.in(k)
	r, _ := utf8.DecodeRuneInString(text)
	if !strings.ContainsAny(text, "0123456789") || l.Len() > 90 || unicode.IsLower(r) {
		return false
	}
	apart := (k == 0 || l.blank > 0 || l.broken || s.lines[k-1].kind != "") || k+1 == len(s.lines) || s.lines[k+1].blank > 0 || s.lines[k+1].broken
	return !unicode.IsLetter(r) || apart && l.Len() <= 60 && !isStop(s.last(k))
}

// cutStamps parts the lines where the stamp of a registry stands in a column
// to the right.
func (s *sheet) cutStamps() {
	for k := 0; k < len(s.lines); k++ {
		text := s.in(k)
		gap := strings.LastIndex(text, "   ")
		if gap <= 0 || len(text) > 240 {
			continue
		}
		right := strings.TrimLeft(text[gap:], " ")
		norm := strings.TrimLeft(lang.Plain(right, normSize), "[( ")
		if ph, ok := s.lists["stamps"].At(norm); ok && ph.Value == "dated" && right[0] == '[' && strings.ContainsAny(right, "0123456789") {
			s.split(k, s.lines[k].End-len(right))
		}
	}
}

// pageNumber reports whether norm is a page number, a rule, or a lone mark.
func (s *sheet) pageNumber(norm string) bool {
	bare := strings.TrimFunc(norm, func(r rune) bool { return !isAlnum(r) })
	if bare == "" || norm[0] == '/' && !strings.Contains(norm, " ") { // a rule; the catchword of the next page
		return true
	}
	framed := strings.ContainsAny(norm, "-–—/")
	if ph, ok := s.lists["page_words"].At(bare); ok {
		bare, framed = strings.TrimLeft(bare[len(ph.Words):], " ."), true
	}
	digits, letters := 0, 0
	for _, r := range bare {
		switch {
		case '0' <= r && r <= '9':
			digits++
		case r == '/' || r == ' ':
		default:
			letters++
		}
	}
	if letters > 0 {
		roman := digits == 0 && strings.Trim(bare, "ivxlc") == "" && strings.Trim(norm, "ivxlc-–—[]() .") == "" && len(bare) < 7
		return framed && (roman || digits > 0 && s.ofPages(bare))
	}
	return digits > 0 && digits <= 3 && norm == bare || framed && digits > 0 && digits <= 6 && !strings.ContainsAny(norm, "(:,")
}

// ofPages reports whether bare is "3 of 5" in some language: two numbers and
// one word between them.
func (s *sheet) ofPages(bare string) bool {
	words := strings.Fields(bare)
	return len(words) == 3 && isNumber(words[0]) && isNumber(words[2])
}

func isNumber(w string) bool {
	return w != "" && strings.Trim(w, "0123456789") == ""
}

// runningHeads returns the lines that stand at the edge of two pages or more.
func (s *sheet) runningHeads() map[string]bool {
	count := map[string]int{}
	for k := range s.lines {
		if !s.atPageEdge(k) {
			continue
		}
		if key := headKey(s.lines[k].norm); len(key) > 3 && len(key) < 90 {
			count[key]++
		}
	}
	heads := map[string]bool{}
	for key, n := range count {
		if n >= 2 {
			heads[key] = true
		}
	}
	return heads
}

func headKey(norm string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, norm), " -–—.")
}

func (s *sheet) atPageEdge(k int) bool {
	return s.lines[k].broken || k+1 < len(s.lines) && s.lines[k+1].broken
}

// prose reports whether the lines i to j read as running text.
func (s *sheet) prose(i, j int) bool {
	length, small := 0, 0
	for k := i; k < j; k++ {
		length += s.lines[k].Len()
		if k > i {
			if r, _ := utf8.DecodeRuneInString(s.in(k)); unicode.IsLower(r) {
				small++
			}
		}
	}
	words := 0
	text := s.text[s.lines[i].Start:s.lines[j-1].End]
	for _, w := range strings.Fields(text[:min(len(text), 400)]) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			words++
		}
	}
	switch n := j - i; {
	case n >= 3:
		return length/n >= 42 && (small*2 >= n-1 || words >= 4*n) || length > 400
	case isStop(s.last(j - 1)):
		return words >= 5
	default:
		return length > 150 && words >= 10
	}
}

// clause reports whether the lines i to j are the start of a long sentence
// that goes on below, as the preamble of an agreement does.
func (s *sheet) clause(i, j int) bool {
	return strings.ContainsRune(",;", s.last(j-1)) && s.lines[j-1].End-s.lines[i].Start > 90 &&
		s.smallWords(s.text[s.lines[i].Start:s.lines[j-1].End]) >= 4
}

// nameLike reports whether t, up to a comma, looks like the name of a person: few
// words, the long ones in capitals or with a capital.
func nameLike(t string) bool {
	t = strings.Trim(t, "()[]_*,. \u00a0")
	t, _, _ = strings.Cut(t, ",")
	words := strings.Fields(t)
	if len(words) == 0 || len(words) > 7 || len(t) > 60 {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsDigit(r) || strings.ContainsAny(w, ":;?!=@/") {
			return false
		}
		if unicode.IsLower(r) && utf8.RuneCountInString(w) > 4 && !strings.ContainsAny(w, "'’") {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(words[0])
	return unicode.IsUpper(r) || strings.ContainsAny(words[0], "'’") || len(words) > 1 && unicode.IsLetter(r)
}
