// Package token cuts text into words, numbers and marks. It joins words that
// are broken across lines and mends what scanning spoils, without losing the
// place: a token's Text is what a reader sees, its Span the original bytes.
//
// What is one token:
//
//   - a word with its inner hyphens and apostrophes (rendez-vous, O'Brien);
//     elided words before it (l', qu'), and the clitics (-t-il, -nous) and
//     suffixes ('s, n't) that the pack names are tokens of their own
//   - an abbreviation with its full stop (M., art., U.S.), an initial (J.)
//   - a number with its separators (54.5, 120.000, "1 200", whose Norm is
//     1200) and letters written on to it (4th, 15h30); but a hyphen, a slash
//     or a second decimal mark parts numbers, so that 29-30 is three tokens,
//     and 2014-02-07, 03/04/2031 and 7.2.2014 are five each
//   - an e-mail address or URL, a run of equal dots, dashes or rules, and
//     any other mark by itself
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/lang"
)

// Tokens returns the tokens of text within span, in order, with Span, Text,
// Norm and Space set. The pack says what the language elides and abbreviates;
// it may be nil. Every visible rune lies in exactly one token.
func Tokens(text string, span entente.Span, pack *lang.Pack) []entente.Token {
	return Into(make([]entente.Token, 0, span.Len()/5+4), text, span, pack)
}

// Into is Tokens in the room of others, which are lost: for many short texts
// one after the other.
func Into(room []entente.Token, text string, span entente.Span, pack *lang.Pack) []entente.Token {
	s := scanner{text: text[:span.End], start: span.Start, at: span.Start, rules: rulesOf(pack)}
	s.mail = strings.IndexByte(text[span.Start:span.End], '@') >= 0
	s.tokens = room[:0]
	for s.skipSpace(); s.at < len(s.text); s.skipSpace() {
		s.next()
	}
	return s.tokens
}

// A scanner walks over text from start. What next reads it appends to tokens.
type scanner struct {
	text      string
	start, at int
	space     bool // white space stands before at
	mail      bool // there is an @ somewhere
	rules     *rules
	tokens    []entente.Token
}

// skipSpace passes over white space and what cannot be seen.
func (s *scanner) skipSpace() {
	s.space = false
	for s.at < len(s.text) {
		r, n := s.rune(s.at)
		switch {
		case isSpace(r):
			s.space = true
		case !ignorable(r):
			return
		}
		s.at += n
	}
}

// next reads the tokens that start at s.at: one, or a word and what is
// written on to it.
func (s *scanner) next() {
	r, n := s.rune(s.at)
	switch {
	case s.address():
	case isDigit(r):
		s.number()
	case isWord(r):
		s.word()
	case r == '$' && s.capitals(s.at+n) > 0: // $US
		s.emit(s.at + n + s.capitals(s.at+n))
	case strings.ContainsRune(".-_*=~#–—", r):
		end := s.at + n
		for strings.HasPrefix(s.text[end:], s.text[s.at:s.at+n]) {
			end += n
		}
		s.emit(end)
	default:
		s.emit(s.at + n)
	}
}

// emit appends the token from s.at to end, whose Text is as it stands.
func (s *scanner) emit(end int) { s.emitAs(end, "") }

// emitAs appends the token from s.at to end. Reads is its Text; if it is
// empty, that is the words as they stand, cleaned.
func (s *scanner) emitAs(end int, reads string) {
	if reads == "" {
		reads = clean(s.text[s.at:end])
	}
	s.tokens = append(s.tokens, entente.Token{
		Span: entente.Span{Start: s.at, End: end}, Text: reads, Norm: normal(reads), Space: s.space, Head: -1,
	})
	s.at, s.space = end, false
}

// rune returns the rune at i, and 0 past the end.
func (s *scanner) rune(i int) (rune, int) {
	if i >= len(s.text) {
		return 0, 0
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[i:])
}

// before returns the rune that ends at i, and 0 at the start.
func (s *scanner) before(i int) rune {
	if i <= s.start {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[s.start:i])
	return r
}

// capitals returns the length of a run of two or three ASCII capitals at i
// that no letter follows, or 0.
func (s *scanner) capitals(i int) int {
	j := i
	for j < len(s.text) && 'A' <= s.text[j] && s.text[j] <= 'Z' {
		j++
	}
	if r, _ := s.rune(j); j-i < 2 || j-i > 3 || isWord(r) {
		return 0
	}
	return j - i
}

// isSpace reports white space and control characters.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7f
	}
	return unicode.IsSpace(r) || unicode.IsControl(r)
}

// ignorable reports what is not seen: soft hyphens, joiners, marks of order.
func ignorable(r rune) bool {
	return r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || isDigit(r)
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '´' || r == '`' }

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }
