package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/lang"
)

// cutDateline parts line i where a dateline stands to the right of other
// words, after a gap, and reports whether it did.
func (p *protocol) cutDateline(i int) bool {
	text := p.in(i)
	if len(text) > 240 {
		return false
	}
	gap := strings.LastIndex(text, "   ")
	if gap <= 0 {
		return false
	}
	right := strings.TrimLeft(text[gap:], " ")
	if !p.placeAndDate(lang.Plain(right, normSize)) {
		return false
	}
	p.split(i, p.lines[i].End-len(right))
	return true
}

// dateline returns the end of a dateline at line i, or i. The place may
// stand in the lines before the date, each ended by a comma.
func (s *sheet) dateline(i, end int) int {
	for k := i; k < end && k < i+4; k++ {
		l := &s.lines[k]
		if l.kind != "" || k > i && (l.blank > 0 || l.broken) || l.Len() > 130 {
			return i
		}
		if s.isDated(k) && !s.endsBracket(k) {
			if k+1 < end && s.lines[k+1].kind == "" && s.lines[k+1].blank == 0 && isYear(strings.Trim(s.lines[k+1].norm, ". ")) {
				return k + 2
			}
			return k + 1
		}
		if s.last(k) != ',' && (k > i || !s.atPlace(k)) || l.Len() > 60 {
			return i
		}
	}
	return i
}

// endsBracket reports whether line k closes a bracket that a line before opened:
// "(left with the Director on the" and "3 May 2031)".
func (s *sheet) endsBracket(k int) bool {
	text := s.in(k)
	return strings.IndexByte(text, ')') >= 0 && strings.IndexByte(text, '(') < 0 && k > 0 && s.lines[k].blank == 0 && strings.LastIndexByte(s.in(k-1), '(') > strings.LastIndexByte(s.in(k-1), ')')
}

// atPlace reports whether line k is a word such as "at" and a place.
func (s *sheet) atPlace(k int) bool {
	return s.starts("addressing", s.lines[k].norm) && len(strings.Fields(s.lines[k].norm)) <= 3
}

// isDated reports whether line k is a place and a date and little else.
func (s *sheet) isDated(k int) bool {
	l := &s.lines[k]
	return l.kind == "" && l.Len() <= 130 && s.placeAndDate(l.norm) && !s.states(k)
}

// states reports whether line k says something: a numbered paragraph, or a
// line without a year, says it in fewer words than a solemn dateline has.
func (s *sheet) states(k int) bool {
	text := s.in(k)
	if s.runsOn(text) {
		return true
	}
	most := 3
	if strings.Contains(text, ",") { // "Zephyr, 3 May 2031, at half past nine in the evening"
		most = 4
	}
	if m, ok := markerOf(text); ok && m.dot {
		most = 1
	} else if !strings.ContainsFunc(text, unicode.IsDigit) || !hasYear(s.lines[k].norm) {
		most = 2
	}
	return s.smallWords(text) > most
}

// runsOn reports whether names follow the year of a line, or a new sentence: "met
// on 3 May 2031 with Minister Lind".
func (s *sheet) runsOn(text string) bool {
	words, year, names, small := strings.Fields(text), false, 0, 0
	for i, w := range words {
		bare := strings.Trim(w, "()[].,;:")
		r, _ := utf8.DecodeRuneInString(bare)
		switch {
		case isYear(bare):
			year = true
		case year && unicode.IsUpper(r) && utf8.RuneCountInString(bare) > 3 && !s.whole("months", strings.ToLower(bare)):
			names++
		case year && unicode.IsLower(r):
			small++
		}
		if i > 3 && i+4 < len(words) && strings.HasSuffix(w, ".") && unicode.IsLower(r) && len(bare) > 3 {
			if r, _ := utf8.DecodeRuneInString(words[i+1]); unicode.IsUpper(r) {
				return true
			}
		}
	}
	return names > 1 && small > 0
}

// smallWords counts the words of four letters and more without a capital that
// are no month.
func (s *sheet) smallWords(text string) int {
	n := 0
	for _, w := range strings.Fields(text) {
		w = strings.Trim(w, "()[].,;:")
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && utf8.RuneCountInString(w) > 3 && !s.whole("months", strings.ToLower(w)) {
			n++
		}
	}
	return n
}

func hasYear(norm string) bool {
	for _, w := range strings.FieldsFunc(norm, func(r rune) bool { return r < '0' || r > '9' }) {
		if isYear(w) {
			return true
		}
	}
	return false
}

// placeAndDate reports whether norm holds a date and, besides it, no more words
// than a place and a time of day have.
func (s *sheet) placeAndDate(norm string) bool {
	norm = strings.Trim(norm, "[](). ")
	if len(norm) > 130 || strings.ContainsAny(norm, "!?;@=") || strings.Contains(norm, "//") || !strings.ContainsAny(norm, "0123456789") {
		return false
	}
	month := -1
	words := strings.FieldsFunc(norm, func(r rune) bool {
		return r == ' ' || r == ',' || r == '.' || r == '(' || r == ')' || r == '-' || r == '–' || r == '\''
	})
	number, year := -1, -1
	for n, w := range words {
		switch {
		case s.whole("months", w) && !isNumber(w), s.whole("other_months", w):
			if month < 0 {
				month = n
			}
		case isYear(w):
			year = n
		case isDay(w):
			if number < 0 || month < 0 {
				number = n
			}
		case isNumericDate(w):
			month, number, year = n, n, n
		}
	}
	if month < 0 || number < 0 && year < 0 {
		return false
	}
	if number >= 0 && abs(number-month) > 2 && (year < 0 || abs(year-month) > 2) {
		return false
	}
	return month <= 11 && len(words)-month <= 14 && !release(norm)
}

// release reports whether text follows a dash as in a release: "Zephyr,
// 3 March - The Ministers met …".
func release(norm string) bool {
	for _, dash := range []string{" - ", " – ", " — ", "--", "—"} {
		if _, after, ok := strings.Cut(norm, dash); ok && len(strings.Fields(after)) > 6 && strings.ContainsAny(norm[:len(norm)-len(after)], "0123456789") {
			return true
		}
	}
	return false
}

func isYear(w string) bool { return len(w) == 4 && isNumber(w) && (w[0] == '1' || w[0] == '2') }

// isDay reports whether w is a day: "3", "03", "3rd", "1er".
func isDay(w string) bool {
	digits := 0
	for digits < len(w) && '0' <= w[digits] && w[digits] <= '9' {
		digits++
	}
	return digits > 0 && digits <= 2 && utf8.RuneCountInString(w[digits:]) <= 2
}

// isNumericDate reports whether w is a date in figures: "03/04/2031".
func isNumericDate(w string) bool {
	parts := strings.Split(w, "/")
	if len(parts) != 3 {
		return false
	}
	for _, p := range parts {
		if !isNumber(p) || len(p) > 4 {
			return false
		}
	}
	return true
}

func abs(n int) int { return max(n, -n) }
