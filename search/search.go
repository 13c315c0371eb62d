// Package search finds words in documents and claims whatever their accents
// and endings: both texts and queries are folded and stemmed here, in Go, so
// that every store indexes and answers alike. The store keeps plain stems and
// ranks; snippets are cut here too.
package search

import (
	"slices"
	"strings"
	"sync"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"

	"entente/edtf"
	"entente/lang"
)

// A Kind is what an index holds.
type Kind string

const (
	Documents Kind = "document"
	Claims    Kind = "claim"
)

// An Index finds what answers a query.
type Index interface {
	// Answers returns the items of a kind that answer a query. Where they are
	// Most or fewer they come by fit or, where no words are looked for, by day,
	// the latest first; of more, the Most that were entered last, the latest
	// first.
	Answers(kind Kind, q Query) (Found, error)
	// Indexed reports whether the index holds anything.
	Indexed() (bool, error)
}

// Most is the number of items among which an index ranks and counts. A word
// that more hold tells nothing of any of them.
const Most = 2000

// A Found is what answers a query, in order.
type Found struct {
	Hits []Hit
	More bool // there are more than Most
}

// A Hit is one item that answers.
type Hit struct {
	ID      string
	Entered int // grows with each item that comes in
	Day     edtf.Day
	Facets  []Facet // those that are shown
}

// A Tx is an Index that can be written.
type Tx interface {
	Index
	// Index puts an item in place of the one of its kind and id.
	Index(Item) error
	// Unindex takes an item away, if it is there.
	Unindex(kind Kind, id string) error
	// ClearIndex takes all away.
	ClearIndex() error
}

// A stemming is how the endings of one language are taken off words that
// have lost their accents. Endings that Snowball knows by their accent get it
// back first (première and premier are one stem);
// afterwards the letters go that Snowball leaves where it looks for an accent,
// as in the participles of French (négocié, négociées, négocier are one stem).
type stemming struct {
	stem    func(*snowballstem.Env) bool
	tail    string
	accents *strings.Replacer // of endings, which a blank follows
}

var stemmings = map[string]stemming{
	"ar": {arabic.Stem, "", nil}, "de": {german.Stem, "", nil}, "en": {english.Stem, "", nil}, "es": {spanish.Stem, "", nil},
	"fr": {french.Stem, "ei", strings.NewReplacer("iere ", "ière", "ieres ", "ières", "ierement ", "ièrement")},
	"it": {italian.Stem, "", nil}, "pt": {portuguese.Stem, "", nil}, "ru": {russian.Stem, "", nil},
}

// shortest is the length in letters below which a tail is left on.
const shortest = 3

// An Analyzer makes stems of words, and of queries what an index understands.
// It does not change and may be used by many at once.
type Analyzer struct {
	languages []string
	lists     func() map[string]map[string]string
}

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
	a.lists = sync.OnceValue(func() map[string]map[string]string {
		lists := map[string]map[string]string{"countries": {}, "query_operators": {}, "query_values": {}}
		for _, tag := range packs.Tags() {
			for name, list := range lists {
				for _, e := range packs.Pack(tag).List(name).Entries {
					if plain := fold(e.Words); list[plain] == "" {
						list[plain] = e.Value
					}
				}
			}
		}
		return lists
	})
	return a
}

// terms returns the values of a list of the packs by its words, folded.
func (a *Analyzer) terms(list string) map[string]string {
	if a.lists == nil {
		return nil
	}
	return a.lists()[list]
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

// accented gives an ending its accent back.
func (s stemming) accented(word string) string {
	if s.accents == nil {
		return word
	}
	return strings.TrimSuffix(s.accents.Replace(word+" "), " ")
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
			env := snowballstem.NewEnv(how.accented(w.folded))
			how.stem(env)
			s = fold(env.Current())
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
