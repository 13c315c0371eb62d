package token

import "strings"

// scannedL is what 1' is before a letter, if the language elides it.
const scannedL = "l'"

// number reads the number at s.at with its separators, and letters that are
// written on to it.
func (s *scanner) number() {
	end := s.digits(s.at)
	if r, n := s.rune(end); isWord(r) {
		s.alnum(end + n)
		return
	}
	if r, n := s.rune(end); isApostrophe(r) && s.text[s.at:end] == "1" && s.rules.elisions[scannedL] {
		if next, _ := s.rune(end + n); isWord(next) && !isDigit(next) {
			s.emitAs(end+n, scannedL)
			return
		}
	}
	if full, plain := s.grouped(end); full > end {
		if r, n := s.rune(full); isWord(r) && !isDigit(r) {
			s.alnum(full + n)
			return
		}
		s.emitAs(full, "")
		if t := &s.tokens[len(s.tokens)-1]; plain {
			t.Norm = strings.ReplaceAll(t.Norm, " ", "")
		}
		return
	}
	if r, n := s.rune(end); r == 'º' || r == '°' {
		if after, _ := s.rune(end + n); !isWord(after) { // 1°, but 20°C is three
			end += n
		}
	}
	s.emit(end)
}

// alnum reads to the end of the letters and digits that start at s.at and go
// on at i: 4th, 15h30, 5.5m.
func (s *scanner) alnum(i int) {
	for {
		r, n := s.rune(i)
		if !isWord(r) && !ignorable(r) {
			break
		}
		i += n
	}
	for i > s.at && ignorable(s.before(i)) {
		i -= len(string(s.before(i)))
	}
	word := s.text[s.at:i]
	reads := mendNumber(word)
	if reads == "" {
		reads = mendWord(word)
	}
	s.emitAs(i, reads)
}

// digits returns the end of the run of digits at i.
func (s *scanner) digits(i int) int {
	for i < len(s.text) && isDigit(rune(s.text[i])) {
		i++
	}
	return i
}

// grouped returns the end of the number whose first digits end at end, with
// groups of three and decimals, and whether the groups are parted by spaces.
// Digits that go on in another way (7.2.2014) end where they ended.
func (s *scanner) grouped(end int) (full int, spaced bool) {
	if r := s.before(s.at); r == '.' || r == ',' {
		if isDigit(s.before(s.at - 1)) {
			return end, false
		}
	}
	first, full := end-s.at, end
	var sep rune
	groups := 0
	for {
		r, n := s.rune(full)
		if !strings.ContainsRune(".,'’ \u00a0\u2009\u202f", r) || n == 0 || groups > 0 && r != sep {
			break
		}
		d := s.digits(full + n)
		if d-full-n != 3 || first > 3 {
			break
		}
		sep, groups, full = r, groups+1, d
	}
	if groups > 0 && sep != '.' && sep != ',' {
		if s.text[s.at] == '0' || sep == ' ' && (s.goesOn(full) || s.wentOn()) {
			return end, false // a telephone number, or "12 300 01"
		}
		spaced = sep != '\'' && sep != '’'
	}
	r, n := s.rune(full)
	if (r == '.' || r == ',') && r != sep {
		if d := s.digits(full + n); d > full+n {
			full = d
			groups++
		}
	}
	if groups == 0 {
		return end, false
	}
	if r, n := s.rune(full); r == '.' || r == ',' {
		if d := s.digits(full + n); d > full+n {
			return end, false
		}
	}
	return full, spaced
}

// wentOn reports whether another number ends one space before s.at.
func (s *scanner) wentOn() bool {
	return s.at > s.start && s.text[s.at-1] == ' ' && isDigit(s.before(s.at-1))
}

// goesOn reports whether another number stands one space after i.
func (s *scanner) goesOn(i int) bool {
	r, n := s.rune(i)
	next, _ := s.rune(i + n)
	return r == ' ' && isDigit(next)
}
