package envelope

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/lang"
)

// marks are what stands around a salutation or a name and is no part of it.
const marks = " \t\r\n\f\u00a0\u202f,;:.!-–—_*\"“”«»"

// reach bounds how far a phrase may go, in bytes.
const reach = 160

// trim returns s without the runes of cut at its ends.
func trim(text string, s entente.Span, cut string) entente.Span {
	if s.Empty() {
		return entente.Span{}
	}
	t := strings.TrimLeft(text[s.Start:s.End], cut)
	s.Start = s.End - len(t)
	s.End = s.Start + len(strings.TrimRight(t, cut))
	if s.Empty() {
		return entente.Span{}
	}
	return s
}

// oneLine returns s with one space for each run of white space, and without
// the signs that stand for italics.
func oneLine(s string) string {
	ws := strings.Fields(s)
	for n, w := range ws {
		if strings.IndexByte(w, '_') >= 0 && strings.Trim(w, "_,.;:") != "" {
			ws[n] = strings.Trim(w, "_")
		}
	}
	return strings.Join(ws, " ")
}

// at returns the phrase of the list that the text starts with at byte start,
// and where it ends.
func (e *reading) at(list *lang.Phrases, start, end int) (lang.Entry, int, bool) {
	stop := min(end, start+reach)
	for stop < end && !utf8.RuneStart(e.text[stop]) {
		stop++
	}
	if start >= stop || !list.May(e.text[start:stop]) {
		return lang.Entry{}, 0, false
	}
	c, ok := list.At(lang.Plain(e.text[start:stop], reach))
	if !ok {
		return c, 0, false
	}
	return c, start + lang.PlainEnd(e.text[start:stop], len(c.Words)), true
}

// find returns the first phrase of the list in the text from start to end,
// where it starts and where it ends. It looks at the starts of words only.
func (e *reading) find(list *lang.Phrases, start, end int) (lang.Entry, int, int, bool) {
	inWord := false
	for k := start; k < end; {
		r, n := utf8.DecodeRuneInString(e.text[k:])
		is := isAlnum(r)
		if is && !inWord {
			if c, stop, ok := e.at(list, k, end); ok {
				return c, k, stop, true
			}
		}
		inWord = is
		k += n
	}
	return lang.Entry{}, 0, 0, false
}

// has reports whether a phrase of the list stands in the text at s.
func (e *reading) has(list *lang.Phrases, s entente.Span) bool {
	_, _, ok := list.Find(lang.Plain(s.In(e.text), s.Len()+1))
	return ok
}

// country returns the country that is named in the text at s and the words
// that name it; of several the last longest.
func (e *reading) country(s entente.Span) (entente.Value, bool) {
	if c, start, end, ok := e.find(e.countries, s.Start, s.End); ok && len(c.Value) == 2 && capital(e.text[start:]) {
		return entente.Said(c.Value, e.text, entente.Span{Start: start, End: end}), true
	}
	if c, start, end, ok := e.find(e.demonyms, s.Start, s.End); ok && len(c.Value) == 2 {
		return entente.Said(c.Value, e.text, entente.Span{Start: start, End: end}), true
	}
	return entente.Value{}, false
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func isAlnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// words returns the spans of the words of s, parted by white space.
func words(text string, s entente.Span) []entente.Span {
	var ws []entente.Span
	if s.Empty() {
		return nil
	}
	start := -1
	for k, r := range text[s.Start:s.End] {
		switch space := unicode.IsSpace(r); {
		case space && start >= 0:
			ws = append(ws, entente.Span{Start: start, End: s.Start + k})
			start = -1
		case !space && start < 0:
			start = s.Start + k
		}
	}
	if start >= 0 {
		ws = append(ws, entente.Span{Start: start, End: s.End})
	}
	return ws
}
