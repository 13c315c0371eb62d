package token

import (
	"strings"
	"unicode"
)

// A seam is a place where a word is broken across lines: at is the hyphen,
// next the first rune of the second half.
type seam struct {
	at, next int
	keep     bool // the hyphen is part of the word
}

// word reads the word at s.at: words elided before it, the word itself or
// the abbreviation, and the clitics and suffixes on to it.
func (s *scanner) word() {
	var seams []seam
	hyphens, apostrophes, digits := false, false, false
	end := s.at
scan:
	for {
		r, n := s.rune(end)
		next, _ := s.rune(end + n)
		switch {
		case n == 0:
			break scan
		case isWord(r):
			digits = digits || isDigit(r)
		case r == '\u00ad' && isSpace(next) || r == '¬':
			m, ok := s.seam(end, n)
			if !ok {
				break scan
			}
			m.keep = false
			seams = append(seams, m)
			end, n = m.next, 0
		case ignorable(r):
		case isApostrophe(r):
			if s.rules.elisions[normal(s.reads(end, seams))+"'"] {
				s.emitAs(end+n, s.reads(end+n, seams))
				seams = nil
				if !isWord(next) || isDigit(next) {
					return
				}
				hyphens, apostrophes, digits = false, false, false
				end, n = s.at, 0
				break
			}
			if !isWord(next) {
				break scan
			}
			apostrophes = true
		case isHyphen(r):
			if isWord(next) {
				if isDigit(next) && s.digits(end+n) > end+n+3 || s.plainDigits(end) {
					break scan
				}
			} else if m, ok := s.seam(end, n); ok {
				seams = append(seams, m)
				n = m.next - end
			} else {
				break scan
			}
			hyphens = true
		default:
			break scan
		}
		end += n
	}
	for end > s.at && ignorable(s.before(end)) {
		end -= len(string(s.before(end)))
	}
	if len(seams) == 0 && s.mark(end) {
		return
	}
	if hyphens || apostrophes {
		s.tails(end, seams)
		return
	}
	reads := s.reads(end, seams)
	if digits {
		if mended := mendNumber(reads); mended != "" {
			reads = mended
		}
	}
	s.emitAs(end, reads)
}

// plainDigits reports whether only digits stand between the last hyphen, or
// the start of the word, and i.
func (s *scanner) plainDigits(i int) bool {
	j := i
	for j > s.at && isDigit(rune(s.text[j-1])) {
		j--
	}
	return j < i && (j == s.at || s.text[j-1] == '-')
}

// seam returns the break of a word whose hyphen of n bytes stands at i, at
// the end of a line.
func (s *scanner) seam(i, n int) (seam, bool) {
	j, lines := i+n, 0
	for j < len(s.text) && strings.IndexByte(" \t\r\n", s.text[j]) >= 0 {
		if s.text[j] == '\n' {
			lines++
		}
		j++
	}
	last, first := s.before(i), rune(0)
	if j < len(s.text) {
		first, _ = s.rune(j)
	}
	if lines != 1 || !unicode.IsLetter(last) || !unicode.IsLetter(first) {
		return seam{}, false
	}
	head, tail := normal(clean(s.text[s.at:i])), normal(clean(s.text[j:s.letters(j)]))
	if unicode.IsUpper(first) {
		// Samor-Kazyn keeps it, MINIS-TÈRE does not.
		initial, _ := s.rune(s.at)
		second, _ := s.rune(j + len(string(first)))
		return seam{i, j, !unicode.IsUpper(last) || !unicode.IsUpper(second)}, unicode.IsUpper(initial)
	}
	keep := s.rules.hyphenated[head] || s.rules.hyphenated["-"+tail] || s.rules.hyphenated[head+"-"+tail]
	return seam{i, j, keep}, true
}

// letters returns the end of the run of letters at i.
func (s *scanner) letters(i int) int {
	for {
		r, n := s.rune(i)
		if n == 0 || !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return i
		}
		i += n
	}
}

// reads returns the Text of the token from s.at to end.
func (s *scanner) reads(end int, seams []seam) string {
	if len(seams) == 0 {
		return clean(s.text[s.at:end])
	}
	var b strings.Builder
	at := s.at
	for _, m := range seams {
		if m.at < at || m.next > end {
			continue
		}
		b.WriteString(s.text[at:m.at])
		if m.keep {
			b.WriteByte('-')
		}
		at = m.next
	}
	b.WriteString(s.text[at:end])
	return clean(b.String())
}

// tails emits the word from s.at to end and the clitics and suffixes at its
// end, each as a token.
func (s *scanner) tails(end int, seams []seam) {
	cuts := []int{end}
	for {
		last := cuts[len(cuts)-1]
		whole := normal(s.reads(last, seams))
		cut := -1
		if !s.rules.hyphenated[whole] {
			cut = s.rules.tail(s.text[s.at:last], whole)
		}
		if cut <= 0 {
			break
		}
		cuts = append(cuts, s.at+cut)
	}
	for i := len(cuts) - 1; i >= 0; i-- {
		s.emitAs(cuts[i], s.reads(cuts[i], seams))
	}
}

// tail returns where in raw, whose Norm is whole, its last clitic or suffix
// starts, or -1.
func (r *rules) tail(raw, whole string) int {
	best := ""
	for _, t := range r.clitics {
		if len(t) > len(best) && strings.HasSuffix(whole, t) {
			best = t
		}
	}
	for _, t := range r.suffixes {
		if len(t) > len(best) && strings.HasSuffix(whole, t) {
			best = t
		}
	}
	if best == "" || len(best) == len(whole) {
		return -1
	}
	// Walk back over raw, rune by rune of best; white space and what is not
	// seen stand at seams.
	want, at := []rune(best), len(raw)
	runes := []rune(raw)
	for i := len(runes) - 1; i >= 0; i-- {
		at -= len(string(runes[i]))
		if isSpace(runes[i]) || ignorable(runes[i]) {
			continue
		}
		if normal(string(runes[i])) != string(want[len(want)-1]) {
			return -1
		}
		if want = want[:len(want)-1]; len(want) == 0 {
			return at
		}
	}
	return -1
}
