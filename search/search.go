// Package search finds words in documents and claims whatever their accents
// and endings: both texts and queries are folded and stemmed here, in Go, so
// that every store indexes and answers alike. The store keeps plain stems and
// ranks; snippets are cut here too.
package search

import (
	"slices"
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"

	"entente"
	"entente/lang"
)

// A Kind is what an index holds.
type Kind string

const (
	Documents Kind = "document"
	Claims    Kind = "claim"
)

// An Index finds what holds a query's stems.
type Index interface {
	// Hits returns the ids of at most limit documents or claims, best first.
	Hits(kind Kind, q Query, limit int) ([]string, error)
}

// A Tx is an Index that can be written.
type Tx interface {
	Index
	// Index puts stems in place of those that kind and id had; "" takes them
	// away.
	Index(kind Kind, id, stems string) error
	// ClearIndex takes all away.
	ClearIndex() error
}

// A stemming is how the endings of one language are taken off words that
// have lost their accents: by Snowball, and then by the letters that Snowball
// leaves where it looks for an accent, as in the participles of French
// (négocié, négociées, négocier are one stem).
type stemming struct {
	stem func(*snowballstem.Env) bool
	tail string
}

var stemmings = map[string]stemming{
	"ar": {arabic.Stem, ""}, "de": {german.Stem, ""}, "en": {english.Stem, ""}, "es": {spanish.Stem, ""},
	"fr": {french.Stem, "ei"}, "it": {italian.Stem, ""}, "pt": {portuguese.Stem, ""}, "ru": {russian.Stem, ""},
}

// shortest is the length in letters below which a tail is left on.
const shortest = 3

// An Analyzer makes stems of words. It does not change and may be used by
// many at once.
type Analyzer struct{ languages []string }

// New returns an Analyzer that answers queries in the languages of packs,
// which may be nil. A language without a stemmer is only folded.
func New(packs *lang.Packs) *Analyzer {
	a := &Analyzer{}
	if packs == nil {
		return a
	}
	for _, tag := range packs.Languages() {
		if _, ok := stemmings[tag]; ok {
			a.languages = append(a.languages, tag)
		}
	}
	return a
}

// Stems returns the stems of text as an index keeps them: words of letters
// and digits with blanks between, in order, then every reference number whole.
func (a *Analyzer) Stems(language, text string) string {
	var b, whole strings.Builder
	stem := stemmer(language)
	for _, w := range words(text) {
		out := &b
		if w.reference {
			out = &whole
		}
		out.WriteString(stem(w))
		out.WriteByte(' ')
	}
	return strings.TrimSpace(b.String() + whole.String())
}

// stemmer returns a function that remembers what it stemmed.
func stemmer(language string) func(word) string {
	known := map[string]string{}
	how, ok := stemmings[language]
	return func(w word) string {
		if w.reference || !ok {
			return w.folded
		}
		s, done := known[w.folded]
		if !done {
			env := snowballstem.NewEnv(w.folded)
			how.stem(env)
			s = env.Current()
			for len(s) > shortest && strings.ContainsRune(how.tail, rune(s[len(s)-1])) {
				s = s[:len(s)-1]
			}
			if s == "" {
				s = w.folded
			}
			known[w.folded] = s
		}
		return s
	}
}

// all returns the stems that a word of a query may have: as it stands and by
// each language.
func (a *Analyzer) all(w word) []string {
	stems := []string{w.folded}
	if w.reference {
		return stems
	}
	for _, tag := range a.languages {
		if s := stemmer(tag)(w); !slices.Contains(stems, s) {
			stems = append(stems, s)
		}
	}
	return stems
}

// A Snippet is a stretch of a text and the words to light in it.
type Snippet struct {
	Span entente.Span
	Lit  []entente.Span // in order, within Span
}

// Snippet returns the stretch of text, about width bytes long, that holds
// most of the words that q looks for; the start of the text if it holds none.
func (a *Analyzer) Snippet(language, text string, q Query, width int) Snippet {
	type hit struct {
		span entente.Span
		term int
	}
	stem := stemmer(language)
	var hits []hit
	var all []entente.Span
	for _, w := range words(text) {
		all = append(all, w.Span)
		if term := q.term(stem(w), w.folded); term >= 0 {
			hits = append(hits, hit{w.Span, term})
		}
	}
	best, most := 0, 0
	for i := range hits {
		terms := map[int]bool{}
		for _, h := range hits[i:] {
			if h.span.End-hits[i].span.Start > width {
				break
			}
			terms[h.term] = true
		}
		if len(terms) > most {
			best, most = i, len(terms)
		}
	}
	from := 0
	if len(hits) > 0 {
		from = hits[best].span.Start - width/4
	}
	s := Snippet{Span: entente.Span{End: len(text)}}
	if len(text) > width {
		s.Span = window(all, from, width, len(text))
	}
	for _, h := range hits {
		if s.Span.Contains(h.span) && (len(s.Lit) == 0 || s.Lit[len(s.Lit)-1].End <= h.span.Start) {
			s.Lit = append(s.Lit, h.span)
		}
	}
	return s
}

// window returns the whole words from from on, about width bytes of them.
func window(all []entente.Span, from, width, length int) entente.Span {
	var s entente.Span
	for _, w := range all {
		if w.Start < from {
			continue
		}
		if !s.Empty() && w.End-s.Start > width {
			break
		}
		s = s.Cover(w)
	}
	if s.Empty() {
		return entente.Span{}
	}
	if len(all) > 0 && s.End == all[len(all)-1].End {
		s.End = length
	}
	if s.Start == all[0].Start {
		s.Start = 0
	}
	return s
}
