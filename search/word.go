package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"entente"
)

// A word is a run of letters and digits, or a whole reference number.
type word struct {
	entente.Span
	folded    string
	reference bool // several words with marks between and a digit: "12/045"
}

// words returns the words of text, each reference number before the words it
// is made of. What is elided before an apostrophe (l', qu') and the s after
// one are no words.
func words(text string) []word {
	var all []word
	for start := 0; start < len(text); {
		end := start
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if unicode.IsSpace(r) {
				break
			}
			end += size
		}
		if end == start {
			_, size := utf8.DecodeRuneInString(text[start:])
			start += size
			continue
		}
		all = chunk(all, text, entente.Span{Start: start, End: end})
		start = end
	}
	return all
}

// chunk appends the words of a run without white space.
func chunk(all []word, text string, run entente.Span) []word {
	var pieces []word
	for i := run.Start; i < run.End; {
		r, size := utf8.DecodeRuneInString(text[i:run.End])
		if !inWord(r) {
			i += size
			continue
		}
		end := i
		for end < run.End {
			r, size := utf8.DecodeRuneInString(text[end:run.End])
			if !inWord(r) {
				break
			}
			end += size
		}
		pieces = append(pieces, word{Span: entente.Span{Start: i, End: end}})
		i = end
	}
	if len(pieces) > 1 {
		whole := entente.Span{Start: pieces[0].Start, End: pieces[len(pieces)-1].End}
		if s := whole.In(text); strings.ContainsAny(s, "0123456789") && strings.ContainsAny(s, "/-.") && len(s) <= 40 {
			all = append(all, word{Span: whole, folded: reference(s), reference: true})
		}
	}
	for i, p := range pieces {
		letters := utf8.RuneCountInString(p.In(text))
		if i+1 < len(pieces) && letters <= 2 && apostrophe(text[p.End:pieces[i+1].Start]) {
			continue
		}
		if i > 0 && letters == 1 && apostrophe(text[pieces[i-1].End:p.Start]) {
			continue
		}
		if p.folded = fold(p.In(text)); p.folded == "" {
			continue
		}
		all = append(all, p)
	}
	return all
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

func apostrophe(s string) bool { return s == "'" || s == "’" || s == "ʼ" }

// reference folds a reference number to one word of an index.
func reference(s string) string {
	return strings.Join(strings.FieldsFunc(fold(s), func(r rune) bool { return !inWord(r) }), "_")
}

// fold returns s in small letters without accents. Letters that only look
// accented stay: й is not и.
func fold(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFC.String(s) {
		r = unicode.ToLower(r)
		if r < 0x80 {
			b.WriteRune(r)
			continue
		}
		if to, ok := letters[r]; ok {
			b.WriteString(to)
			continue
		}
		if unicode.Is(unicode.Cyrillic, r) {
			b.WriteRune(r)
			continue
		}
		for _, d := range norm.NFKD.String(string(r)) {
			if !unicode.Is(unicode.Mn, d) {
				b.WriteRune(d)
			}
		}
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// letters are those that do not come apart into a base and a mark.
var letters = map[rune]string{
	'œ': "oe", 'æ': "ae", 'ß': "ss", 'đ': "d", 'ð': "d", 'ø': "o", 'ł': "l", 'þ': "th", 'ı': "i", 'ё': "е",
}
