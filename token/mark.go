package token

import (
	"strings"
	"unicode"
)

// mark reads a word whose end is a mark that belongs to it, an abbreviation,
// n° or US$, if the word from s.at to end is one, and reports whether.
func (s *scanner) mark(end int) bool {
	r, n := s.rune(end)
	switch r {
	case '.':
		if end := s.abbreviation(end); end > 0 {
			s.emit(end)
			return true
		}
	case '°', 'º':
		if s.letters(s.at) == end && s.single(s.at) == end {
			s.emit(end + n)
			return true
		}
	case '$':
		if s.capitals(s.at) == end-s.at || end == s.at+1 && unicode.IsUpper(rune(s.text[s.at])) {
			s.emit(end + n)
			return true
		}
	}
	return false
}

// single returns the end of the one letter at i, or -1 if none or more stand
// there.
func (s *scanner) single(i int) int {
	r, n := s.rune(i)
	after, _ := s.rune(i + n)
	if !unicode.IsLetter(r) || isWord(after) {
		return -1
	}
	return i + n
}

// abbreviation returns the end of the abbreviation whose first full stop is
// at dot, or -1.
func (s *scanner) abbreviation(dot int) int {
	// The longest that the pack knows: "ph.d." before "ph.".
	best := -1
	for i, stops := dot, 0; stops < 4 && i < len(s.text) && s.text[i] == '.'; stops++ {
		value, ok := s.rules.abbreviate[normal(s.text[s.at:i+1])]
		if ok && (value != "number" || s.besideNumber(i+1)) {
			best = i + 1
		}
		i = s.letters(i + 1)
	}
	if best > 0 {
		return best
	}
	// Letters with a full stop each: U.S., H.E., p.m.
	i, letters := s.at, 0
	for {
		j := s.single(i)
		if j < 0 || j >= len(s.text) || s.text[j] != '.' {
			if r, _ := s.rune(i); letters > 0 && j > 0 && unicode.IsUpper(r) {
				return j // U.S without its last stop
			}
			break
		}
		i, letters = j+1, letters+1
	}
	switch first, _ := s.rune(s.at); {
	case letters >= 2:
		return i
	case letters == 1 && unicode.IsUpper(first) && s.initial(i, first):
		return i
	}
	return -1
}

// initial reports whether a capital and a full stop that end at i are the
// initial of a name: another capital follows on the line. "I. " at the start
// of a line is a number.
func (s *scanner) initial(i int, letter rune) bool {
	if strings.ContainsRune("IVX", letter) {
		if b := s.before(s.at); b == 0 || b == '\n' {
			return false
		}
	}
	for {
		r, n := s.rune(i)
		if n == 0 || r == '\n' {
			return false
		}
		if !isSpace(r) {
			return unicode.IsUpper(r)
		}
		i += n
	}
}

// besideNumber reports whether a number follows at i, in digits or Roman, or
// stands before s.at.
func (s *scanner) besideNumber(i int) bool {
	if n := len(s.tokens); n > 0 {
		if t := s.tokens[n-1]; isDigit(rune(t.Norm[0])) && s.space {
			return true
		}
	}
	for {
		r, n := s.rune(i)
		if isDigit(r) {
			return true
		}
		if n == 0 || !isSpace(r) {
			break
		}
		i += n
	}
	end := s.letters(i)
	return end > i && strings.Trim(s.text[i:end], "IVXLC") == ""
}

// address reads the e-mail address or URL at s.at, if one stands there.
func (s *scanner) address() bool {
	end := s.url()
	if end < 0 && s.mail {
		end = s.email()
	}
	if end < 0 {
		return false
	}
	s.emit(end)
	return true
}

func (s *scanner) url() int {
	rest := s.text[s.at:]
	if rest[0]|0x20 != 'h' && rest[0]|0x20 != 'w' {
		return -1
	}
	low := strings.ToLower(rest[:min(len(rest), 8)])
	n := 0
	for _, p := range []string{"http://", "https://", "www."} {
		if strings.HasPrefix(low, p) {
			n = len(p)
		}
	}
	if r, _ := s.rune(s.at + n); n == 0 || !isWord(r) {
		return -1
	}
	i := s.at + n
	for {
		r, n := s.rune(i)
		if n == 0 || isSpace(r) || strings.ContainsRune("<>\"«»“”\uFFFD", r) {
			break
		}
		i += n
	}
	for strings.ContainsRune(".,;:!?)]}'’…", s.before(i)) {
		i -= len(string(s.before(i)))
	}
	return i
}

func (s *scanner) email() int {
	i := s.at
	for i < len(s.text) && inAddress(s.text[i]) {
		i++
	}
	if i == s.at || i+1 >= len(s.text) || s.text[i] != '@' || s.text[s.at] == '.' {
		return -1
	}
	j := i + 1
	for j < len(s.text) && inAddress(s.text[j]) {
		j++
	}
	for j > i && strings.IndexByte("._%+-", s.text[j-1]) >= 0 {
		j--
	}
	if j <= i+1 {
		return -1
	}
	return j
}

func inAddress(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || isDigit(rune(c)) || strings.IndexByte("._%+-", c) >= 0
}
