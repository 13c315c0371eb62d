package search

import (
	"slices"
	"strings"

	"entente"
)

// A Query is what a person looks for, as stems. All its terms must be found.
type Query struct{ Terms []Term }

// A Term is a word or a phrase. Any lists its stems by language; one of them
// must be found, its stems side by side in that order.
type Term struct {
	Any    [][]string
	Prefix bool // the last stem is the start of a word
	Not    bool // must not be found
}

// Query reads words, "words side by side", word* for the start of a word, and
// -word for what must not stand there. The error is an *entente.InputError
// that says where and what would do.
func (a *Analyzer) Query(s string) (Query, error) {
	var q Query
	wanted := false
	for i := 0; i < len(s); {
		if s[i] == ' ' || s[i] == '\t' || s[i] == '\n' {
			i++
			continue
		}
		start, term := i, Term{}
		if s[i] == '-' {
			term.Not = true
			i++
		}
		var text string
		if i < len(s) && s[i] == '"' {
			end := strings.IndexByte(s[i+1:], '"')
			if end < 0 {
				return Query{}, queryError(i, `a phrase that is not closed; put " at its end`)
			}
			text, i = s[i+1:i+1+end], i+end+2
		} else {
			end := strings.IndexAny(s[i:], " \t\n\"")
			if end < 0 {
				end = len(s) - i
			}
			text, i = s[i:i+end], i+end
			term.Prefix = strings.HasSuffix(text, "*")
		}
		terms := words(text)
		if len(terms) == 0 {
			if term.Not || strings.ContainsAny(text, "*") {
				return Query{}, queryError(start, "no word here; write letters or digits")
			}
			continue
		}
		if terms[0].reference {
			terms = terms[:1]
		}
		term.Any = a.phrases(terms)
		q.Terms = append(q.Terms, term)
		wanted = wanted || !term.Not
	}
	if !wanted {
		return Query{}, queryError(0, "nothing to look for; give at least one word")
	}
	return q, nil
}

// phrases returns the words as they stand and by the stems of each language.
func (a *Analyzer) phrases(terms []word) [][]string {
	var plain []string
	for _, w := range terms {
		plain = append(plain, w.folded)
	}
	if len(terms) == 1 {
		var any [][]string
		for _, s := range a.all(terms[0]) {
			any = append(any, []string{s})
		}
		return any
	}
	any := [][]string{plain}
	for _, tag := range a.languages {
		stem, phrase := stemmer(tag), []string(nil)
		for _, w := range terms {
			phrase = append(phrase, stem(w))
		}
		if !slices.ContainsFunc(any, func(p []string) bool { return slices.Equal(p, phrase) }) {
			any = append(any, phrase)
		}
	}
	return any
}

// term returns the index of a wanted term that a word answers, -1 if none.
func (q Query) term(stem, folded string) int {
	for i, t := range q.Terms {
		if t.Not {
			continue
		}
		for _, phrase := range t.Any {
			for j, s := range phrase {
				if s == stem || t.Prefix && j == len(phrase)-1 && strings.HasPrefix(folded, s) {
					return i
				}
			}
		}
	}
	return -1
}

func queryError(at int, text string) error {
	return &entente.InputError{Name: "query", At: at, Text: text, Err: entente.ErrInvalid}
}
