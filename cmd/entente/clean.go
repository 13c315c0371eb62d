package main

import (
	"strings"
	"unicode"
)

// clean makes words of a letter safe to print: no control character, escape
// sequence or change of writing direction reaches the terminal. Line breaks
// and tabs become spaces.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == '\f' || r == '\v' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r) || r == unicode.ReplacementChar:
			return '\ufffd'
		case unicode.Is(unicode.Bidi_Control, r) || r == '\ufeff' || r == '\u00ad':
			return -1
		}
		return r
	}, s)
}
