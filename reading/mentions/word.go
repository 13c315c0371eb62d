package mentions

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word reads the letters at a.Start. A word broken by a hyphen at the end of
// a line is one atom, and so is one set in spaced capitals.
func (c *cutter) word(a *atom, text string) {
	at := a.Start
	letters := func() {
		for at < len(text) {
			r, n := utf8.DecodeRuneInString(text[at:])
			if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
				return
			}
			at += n
		}
	}
	letters()
	broken := false
	if rest := text[at:]; strings.HasPrefix(rest, "-\n") || strings.HasPrefix(rest, "-\r\n") {
		next := strings.TrimLeft(rest[1:], " \t\r\n")
		r, _ := utf8.DecodeRuneInString(next)
		if unicode.IsLower(r) && len(rest)-len(next) < 40 && at-a.Start > 1 {
			at += len(rest) - len(next)
			letters()
			broken = true
		}
	}
	if end := spaced(text, a.Start, at); end > at {
		at, broken = end, true
	}
	a.End = at
	a.text = text[a.Start:at]
	if broken {
		a.text = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) {
				return r
			}
			return -1
		}, a.text)
	}
	// U.S., O.N.U.: letters and points are one word
	if at-a.Start <= 2 && at < len(text) && text[at] == '.' {
		if end := pointed(text, a.Start); end > at+1 {
			a.End = end
			a.text = strings.ReplaceAll(text[a.Start:end], ".", "")
		}
	}
	a.fold = fold(a.text)
	a.shape = shapeOf(a.text)
}

// pointed returns the end of a run "A.B.C." at start, or 0.
func pointed(text string, start int) int {
	at, n := start, 0
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsUpper(r) || at+size >= len(text) || text[at+size] != '.' {
			break
		}
		at += size + 1
		n++
	}
	if n < 1 {
		return 0
	}
	if r, size := utf8.DecodeRuneInString(text[at:]); unicode.IsUpper(r) { // U.S
		after, _ := utf8.DecodeRuneInString(text[at+size:])
		if unicode.IsLetter(after) { // "P.-H. GEVAERTS", "J.K.Smith"
			return 0
		}
		return at + size
	}
	if n < 2 {
		return 0
	}
	return at
}

// spaced returns the end of a word set as "R A B A T" whose first letter
// ends at end, or 0.
func spaced(text string, start, end int) int {
	if _, n := utf8.DecodeRuneInString(text[start:]); start+n != end {
		return 0
	}
	at, n := end, 1
	for at+1 < len(text) && text[at] == ' ' {
		r, size := utf8.DecodeRuneInString(text[at+1:])
		if !unicode.IsLetter(r) {
			break
		}
		if next, _ := utf8.DecodeRuneInString(text[at+1+size:]); unicode.IsLetter(next) {
			break
		}
		at += 1 + size
		n++
	}
	if n < 4 {
		return 0
	}
	return at
}

func shapeOf(s string) shape {
	out, uppers, lowers := word, 0, 0
	for i, r := range s {
		switch {
		case unicode.IsUpper(r):
			uppers++
			if i == 0 {
				out |= upper
			} else if lowers > 0 {
				out |= inner
			}
		case unicode.IsLower(r):
			lowers++
		}
	}
	if uppers > 1 && (lowers == 0 || lowers == 1 && strings.HasSuffix(s, "s")) {
		out |= caps
	}
	if uppers+lowers == 1 {
		out |= single
	}
	return out
}
