package search

import (
	"slices"
	"strings"
	"unicode"

	"entente"
	"entente/edtf"
)

// A Query is what is looked for, as an index understands it. All its terms
// must be found. The zero Query finds nothing.
type Query struct {
	Terms []Term
	Among []string // ids of the items that count; nil for all
	// Keep reports whether an item counts, for where those that do are too many
	// to name; nil for all. It is asked of items that answer, until there are
	// enough.
	Keep func(id string) bool
	Days *Days // what counts is dated within these; nil for any
}

// Days are those from First to Last, both included.
type Days struct{ First, Last edtf.Day }

// A Column is a part of what an index keeps of an item.
type Column string

const (
	InWords  Column = "words"
	InFrom   Column = "sender"
	InTo     Column = "recipient"
	InFacets Column = "facets"
)

// A Term is a word or a phrase. Any lists its stems by language; one of them
// must be found, its stems side by side in that order.
type Term struct {
	In     Column
	Any    [][]string
	Prefix bool // the last stem is the start of a word
	Not    bool // must not be found
}

// ByFit reports whether what the query finds can be ranked: words are looked
// for, not only filters set.
func (q Query) ByFit() bool {
	return slices.ContainsFunc(q.Terms, func(t Term) bool { return t.In == InWords && !t.Not })
}

// Anything is a term that every item answers.
func Anything() Term { return Term{In: InFacets, Any: [][]string{{anything}}} }

// Query makes of a parsed query what an index understands. date reads a date
// in words; nil reads EDTF alone. What no date can be read of is looked for
// as words, and p gets a note. Outcomes are for the caller, who alone can
// know them.
func (a *Analyzer) Query(p *Parsed, date func(string) (edtf.Date, bool)) Query {
	var q Query
	from, until := edtf.Earliest, edtf.Latest // within what filters before and after leave
	either := map[Operator]int{}              // closed filters of one kind stand for each other; 1 + the place of their term
	for _, f := range p.Filters {
		switch f.Operator {
		case From:
			q.add(a.named(InFrom, f))
		case To:
			q.add(a.named(InTo, f))
		case OfKind, InRelation:
			var any [][]string
			for value := range strings.SplitSeq(f.Value, ",") {
				tokens := []string{Facet{f.Operator, value}.token()}
				if f.Operator == InRelation {
					tokens = relationTokens(value, a.state)
				}
				for _, t := range tokens {
					any = append(any, []string{t})
				}
			}
			q.either(either, f, any)
		case Before, After, On:
			d, ok := readDate(f.Value, date)
			if !ok {
				p.Notes = append(p.Notes, Note{f.Span, NoDate, string(f.Operator), f.Value})
				q.add(a.term(Words{Text: f.Value, Phrase: true, Not: f.Not}))
				continue
			}
			first, last := d.Bounds()
			switch f.Operator {
			case Before:
				first, last = edtf.Earliest, first-1
			case After:
				first, last = last+1, edtf.Latest
			}
			switch {
			case f.Operator == On:
				q.either(either, f, within(first, last))
			case f.Not:
				q.add(Term{In: InFacets, Any: within(first, last), Not: true}, true)
			default:
				from, until = max(from, first), min(until, last)
			}
		}
	}
	if from != edtf.Earliest || until != edtf.Latest {
		// Whole years are few facets; the days at their ends are looked at.
		first, last := wholeYears(from, until)
		q.add(Term{In: InFacets, Any: within(first, last)}, true)
		if first != from || last != until {
			q.Days = &Days{from, until}
		}
	}
	for _, w := range p.Words {
		q.add(a.term(w))
	}
	return q
}

// wholeYears returns the days of the years in which two days lie; none where
// the second comes before the first.
func wholeYears(first, last edtf.Day) (edtf.Day, edtf.Day) {
	if first > last {
		return first, last
	}
	if first != edtf.Earliest {
		y, _, _ := first.Civil()
		first = edtf.DayOf(y, 1, 1)
	}
	if last != edtf.Latest {
		y, _, _ := last.Civil()
		last = edtf.DayOf(y, 12, 31)
	}
	return first, last
}

// within is what a term asks for that means the days from first to last.
func within(first, last edtf.Day) [][]string {
	any := [][]string{}
	for _, t := range timeTokens(first, last) {
		any = append(any, []string{t})
	}
	return any
}

// add adds a term; one that holds nothing is left out, unless it stands for a
// time in which nothing can lie.
func (q *Query) add(t Term, ok bool) {
	if ok {
		q.Terms = append(q.Terms, t)
	}
}

// either adds a term, or what it asks for to that of an earlier filter of the
// kind.
func (q *Query) either(places map[Operator]int, f Filter, any [][]string) {
	if at := places[f.Operator]; at > 0 && !f.Not {
		q.Terms[at-1].Any = append(q.Terms[at-1].Any, any...)
		return
	}
	q.add(Term{In: InFacets, Any: any, Not: f.Not}, true)
	if !f.Not {
		places[f.Operator] = len(q.Terms)
	}
}

// readDate reads a date that has a first and a last day.
func readDate(text string, date func(string) (edtf.Date, bool)) (edtf.Date, bool) {
	d, err := edtf.Parse(text)
	ok := err == nil && !d.IsZero()
	if !ok && date != nil {
		d, ok = date(text)
	}
	return d, ok && !d.IsZero() && !d.Open()
}

// named is the term of a sender or a recipient: the words of a name, or a
// state.
func (a *Analyzer) named(in Column, f Filter) (Term, bool) {
	t, ok := a.term(Words{Text: strings.TrimRight(f.Value, "*"), Phrase: true, Prefix: strings.HasSuffix(f.Value, "*"), Not: f.Not})
	t.In = in
	if code := a.state(f.Value); code != "" {
		t.Any = append(t.Any, []string{strings.ToLower(string(code))})
	}
	return t, ok
}

// term is what an index looks for where words were written.
func (a *Analyzer) term(w Words) (Term, bool) {
	terms := words(w.Text)
	if len(terms) == 0 {
		return Term{}, false
	}
	if terms[0].reference {
		terms = terms[:1]
	}
	return Term{In: InWords, Any: a.phrases(terms), Prefix: w.Prefix, Not: w.Not}, true
}

// phrases returns the words as they stand and by the stems of each language.
func (a *Analyzer) phrases(terms []word) [][]string {
	if len(terms) == 1 {
		var any [][]string
		for _, s := range a.all(terms[0]) {
			any = append(any, []string{s})
		}
		return any
	}
	var plain []string
	for _, w := range terms {
		plain = append(plain, w.folded)
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

// state returns the state that a name or a code means, "" for none.
func (a *Analyzer) state(name string) entente.Code {
	name = strings.TrimSpace(name)
	if code := strings.ToUpper(name); len(code) == 2 && !strings.ContainsFunc(code, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) }) {
		return entente.Code(code)
	}
	return entente.Code(a.terms("countries")[fold(name)])
}

// term returns the index of a wanted term that a word answers, -1 if none.
func (q Query) term(stem, folded string) int {
	for i, t := range q.Terms {
		if t.Not || t.In != InWords {
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
