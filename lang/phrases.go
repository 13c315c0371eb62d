package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Phrases finds the phrases of lists in plain text (see Plain), by their
// first word, also where their accents are left off, as capitals often do.
// The zero Phrases is empty.
type Phrases struct {
	phrases []phrase
	byFirst map[string]chain
}

// A phrase is an entry, and the place of the next that begins with the same
// word, or 0.
type phrase struct {
	Entry
	next int32
}

// A chain is the places of the first and the last of phrases that begin with
// one word.
type chain struct{ first, last int32 }

// NewPhrases returns the phrases of the lists of those names in the packs,
// any of which may be nil. Of phrases that stand twice the first counts.
func NewPhrases(packs []*Pack, names ...string) *Phrases {
	var lists []*List
	n := 0
	for _, pack := range packs {
		for _, name := range names {
			lists = append(lists, pack.List(name))
			n += len(lists[len(lists)-1].Entries)
		}
	}
	if n == 0 {
		return &Phrases{}
	}
	p := &Phrases{make([]phrase, 0, n), map[string]chain{}}
	for _, l := range lists {
		for _, e := range l.Entries {
			p.add(e)
		}
	}
	return p
}

func (p *Phrases) add(e Entry) {
	words := Plain(e.Words, len(e.Words)+1)
	if words == e.Words {
		words = e.Words // which is kept anyway
	}
	p.enter(words, e.Value)
	if bare := unaccented(words); bare != words && utf8.RuneCountInString(firstWord(words)) > 1 {
		p.enter(bare, e.Value) // one letter without its mark would be another word
	}
}

func (p *Phrases) enter(words, value string) {
	first, at := firstWord(words), int32(len(p.phrases))
	p.phrases = append(p.phrases, phrase{Entry: Entry{words, value}})
	c, ok := p.byFirst[first]
	if ok {
		p.phrases[c.last].next = at
	} else {
		c.first = at
	}
	c.last = at
	p.byFirst[first] = c
}

// unaccented returns s with its letters as typewriters and telegrams write
// them, without marks.
func unaccented(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

// At returns the longest phrase that the plain text starts with, up to the
// end of a word.
func (p *Phrases) At(plain string) (Entry, bool) {
	var best Entry
	if plain == "" || len(p.byFirst) == 0 {
		return best, false
	}
	c, ok := p.byFirst[firstWord(plain)]
	for at := c.first; ok; at, ok = p.phrases[at].next, p.phrases[at].next > 0 {
		e := &p.phrases[at].Entry
		if len(e.Words) > len(best.Words) && strings.HasPrefix(plain, e.Words) && wordEnds(plain, e.Words) {
			best = *e
		}
	}
	return best, best.Words != ""
}

// May reports whether a phrase may start where text, which need not be
// plain, starts. It is quicker than At, and sure only where it says no.
func (p *Phrases) May(text string) bool {
	if len(p.byFirst) == 0 {
		return false
	}
	var word [48]byte
	n := 0
	for _, r := range text {
		switch {
		case n > len(word)-utf8.UTFMax || r == '0' || r == '_' || r == '*': // Plain may change more than case
			return true
		case r < utf8.RuneSelf && 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r >= utf8.RuneSelf:
			r = unicode.ToLower(r)
		}
		if !isWordRune(r) {
			break
		}
		n += utf8.EncodeRune(word[n:], r)
	}
	if n == 0 {
		return true // a sign
	}
	_, ok := p.byFirst[string(word[:n])]
	return ok
}

// Find returns the first phrase in the plain text and where it starts.
func (p *Phrases) Find(plain string) (Entry, int, bool) {
	if len(p.byFirst) == 0 {
		return Entry{}, 0, false
	}
	inWord := false
	for i, r := range plain {
		if r == ' ' { // no phrase starts with it
			inWord = false
			continue
		}
		is := isWordRune(r)
		if !inWord || !is {
			if e, ok := p.At(plain[i:]); ok {
				return e, i, true
			}
		}
		inWord = is
	}
	return Entry{}, 0, false
}

// wordEnds reports whether the phrase that plain starts with ends where a
// word ends.
func wordEnds(plain, words string) bool {
	r, _ := utf8.DecodeLastRuneInString(words)
	if !isWordRune(r) {
		return true
	}
	next, n := utf8.DecodeRuneInString(plain[len(words):])
	return n == 0 || !isWordRune(next)
}

// firstWord returns the letters and digits that s starts with, or its first
// rune if it starts with neither.
func firstWord(s string) string {
	n := 0
	for n < len(s) && s[n] < utf8.RuneSelf && isWordRune(rune(s[n])) {
		n++
	}
	if n == len(s) || n > 0 && s[n] < utf8.RuneSelf {
		return s[:n]
	}
	for i, r := range s {
		if !isWordRune(r) {
			if i == 0 {
				_, n := utf8.DecodeRuneInString(s) // not RuneLen: s may begin within a rune
				return s[:n]
			}
			return s[:i]
		}
	}
	return s
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// Plain returns the start of s as phrases are compared with it: lower case,
// plain apostrophes, one space between words and none at the ends, without
// the signs _ and * that stand for italics, and with o for a 0 among letters,
// which is a fault of scanning. It stops once it has limit bytes.
func Plain(s string, limit int) string {
	plain, _ := plainTo(s, limit)
	return plain
}

// PlainEnd returns how many bytes of s the first limit bytes of Plain are
// made of.
func PlainEnd(s string, limit int) int {
	_, n := plainTo(s, limit)
	return n
}

func plainTo(s string, limit int) (plain string, read int) {
	var b strings.Builder
	b.Grow(min(len(s), limit) + utf8.UTFMax)
	space := false
	for i, r := range s {
		if b.Len() >= limit {
			return b.String(), i
		}
		switch {
		case r < utf8.RuneSelf:
			switch {
			case r == '0' && scannedO(s, i):
				r = 'o'
			case r == ' ' || '\t' <= r && r <= '\r':
				space = true
				continue
			case r == '_' || r == '*':
				continue
			case 'A' <= r && r <= 'Z':
				r += 'a' - 'A'
			}
		case unicode.IsSpace(r):
			space = true
			continue
		case r == '’' || r == 'ʼ' || r == '‘':
			r = '\''
		default:
			r = unicode.ToLower(r)
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return b.String(), len(s)
}

// scannedO reports whether the 0 at i stands before a letter and not after a
// digit.
func scannedO(s string, i int) bool {
	next, _ := utf8.DecodeRuneInString(s[i+1:])
	last, _ := utf8.DecodeLastRuneInString(s[:i])
	return unicode.IsLetter(next) && !unicode.IsDigit(last) && last != '.' && last != ','
}
