package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean returns s as a reader sees it: composed, without what is not seen,
// and with white space inside it as one space.
func clean(s string) string {
	plain, marks := true, false
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			plain = false
			break
		}
		if s[i] <= ' ' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	change := false
	for _, r := range s {
		marks = marks || unicode.IsMark(r)
		change = change || ignorable(r) || isSpace(r) || r == utf8.RuneError
	}
	if change {
		s = strings.Map(func(r rune) rune {
			switch {
			case ignorable(r):
				return -1
			case isSpace(r):
				return ' '
			}
			return r
		}, s)
	}
	if marks {
		s = norm.NFC.String(s)
	}
	return s
}

// normal returns s in lower case, with plain apostrophes and hyphens.
func normal(s string) string {
	low := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			low = false
			break
		}
	}
	if low {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case isApostrophe(r):
			return '\''
		case isHyphen(r):
			return '-'
		}
		return unicode.ToLower(r)
	}, s)
}

// mendNumber returns a number or year that scanning has spoilt, 19I6 or 2OO9,
// as it was printed, and "" if s is nothing of the kind.
func mendNumber(s string) string {
	if len(s) < 3 || !strings.ContainsAny(s, "IlOo") || s[len(s)-1] == 'o' {
		return ""
	}
	digits := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isDigit(rune(c)):
			digits++
		case c != 'I' && c != 'l' && c != 'O' && c != 'o':
			return ""
		}
	}
	if digits*2 < len(s) {
		return ""
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case 'I', 'l':
			return '1'
		case 'O', 'o':
			return '0'
		}
		return r
	}, s)
}

// mendWord returns a word whose O was read as nought, 0bjet, as it was
// printed, and "" if s is nothing of the kind.
func mendWord(s string) string {
	rest, ok := strings.CutPrefix(s, "0")
	if !ok || utf8.RuneCountInString(rest) < 3 {
		return ""
	}
	for _, r := range rest {
		if !unicode.IsLetter(r) {
			return ""
		}
	}
	return "O" + rest
}
