package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// An Operator says what a part of a query is about.
type Operator string

const (
	From        Operator = "from"     // words of a sender's name or office, or a state
	To          Operator = "to"       // the same of a recipient
	InRelation  Operator = "relation" // two states, or one
	OfKind      Operator = "kind"     // a kind of claim, or a form of document
	WithOutcome Operator = "outcome"  // what became of the matter
	Before      Operator = "before"   // dated before a date begins
	After       Operator = "after"    // dated after a date ends
	On          Operator = "date"     // dated within a date: a year, a month, a day
)

// Operators lists them in the order in which they are explained.
var Operators = []Operator{From, To, InRelation, OfKind, WithOutcome, Before, After, On}

// A Parsed is a query in its pieces, as it was written.
type Parsed struct {
	Words   []Words
	Filters []Filter
	Notes   []Note // what could not be understood, in the order of the text
}

// Words are a word or, side by side, several; all Words of a query must be
// found, or must not where they are Not.
type Words struct {
	entente.Span
	Text   string // without its marks
	Phrase bool
	Prefix bool // the start of a word
	Not    bool
}

// A Filter is an operator with its value.
type Filter struct {
	entente.Span
	Operator Operator
	Value    string
	Not      bool
}

// A Note says what of a query was not understood and is looked for as words,
// or left out where it has none.
type Note struct {
	entente.Span
	Fault    Fault
	Operator string // as written
	Value    string
}

// A Fault is what may be wrong with a part of a query.
type Fault string

const (
	NoOperator Fault = "operator" // no such operator
	NoValue    Fault = "empty"    // nothing stands after it
	NoRelation Fault = "relation" // not two states, nor one
	NoKind     Fault = "kind"     // not of the closed lists
	NoOutcome  Fault = "outcome"
	NoDate     Fault = "date"
	TooLong    Fault = "long" // the rest was left out
)

// String says it in a sentence, in English.
func (n Note) String() string {
	said := n.Operator + ":" + n.Value
	switch n.Fault {
	case NoOperator:
		var names []string
		for _, o := range Operators {
			names = append(names, string(o)+":")
		}
		return said + " is looked for as words; the operators are " + strings.Join(names, ", ") + "."
	case NoValue:
		return said + " says nothing; write what is meant right after the colon."
	case NoRelation:
		return said + " is looked for as words; write two states, relation:FR-KZ, or one."
	case NoKind:
		return said + " is looked for as words; a kind is " + choices([]entente.Kind{entente.Contact, entente.Agreement, entente.Undertaking}) + ", or a form such as letter or communique."
	case NoOutcome:
		return said + " is looked for as words; an outcome is " + choices(entente.Outcomes) + "."
	case NoDate:
		return said + " is looked for as words; write a date such as 2009, 2009-07 or 2009-07-03."
	}
	return "The query is too long; its end was left out."
}

func choices[T ~string](list []T) string {
	var b strings.Builder
	for i, item := range list {
		switch {
		case i > 0 && i == len(list)-1:
			b.WriteString(" or ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(string(item))
	}
	return b.String()
}

// The most that is looked for at once.
const (
	longestQuery = entente.LongestQuery
	mostPieces   = 64
)

// closers are the marks that end what another opens: people type " and their
// programs make something else of it.
var closers = map[rune]string{'"': `"`, '“': `”“"`, '„': `“”"`, '«': `»"`, '”': `”"`}

// Parse divides a query into its pieces. Whatever is written is a query: what
// is not understood is looked for as words, and a Note says so. Operators and
// their values are in English; An Analyzer knows those of its languages too.
func Parse(query string) Parsed { return (&Analyzer{}).Parse(query) }

// Parse divides a query into its pieces; see the function of that name.
func (a *Analyzer) Parse(query string) Parsed {
	var p Parsed
	text := cut(query, longestQuery)
	if len(text) < len(query) {
		p.Notes = append(p.Notes, Note{Span: entente.Span{Start: len(text), End: len(query)}, Fault: TooLong})
	}
	for i := 0; i < len(text) && len(p.Words)+len(p.Filters) < mostPieces; {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		start, not := i, false
		if r == '-' || r == '–' || r == '−' {
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			not = i+n < len(text) && !unicode.IsSpace(next)
			i += n
		}
		name, after := operatorAt(text, i)
		if name == "" {
			i = p.words(text, start, i, not)
			continue
		}
		value, _, end := valueAt(text, after)
		f := Filter{Span: entente.Span{Start: start, End: end}, Value: value, Not: not}
		var fault Fault
		if f.Operator, fault = a.operator(name); fault == "" {
			f.Value, fault = a.value(f.Operator, value)
		}
		switch {
		case fault == "":
			p.Filters = append(p.Filters, f)
		case fault == NoOperator && unlike(value):
			p.words(text, start, i, not)
		default:
			p.Notes = append(p.Notes, Note{f.Span, fault, name, value})
			if fault == NoOperator {
				p.add(Words{Span: f.Span, Text: text[i:end], Not: not})
			} else {
				p.add(Words{Span: f.Span, Text: value, Not: not, Phrase: true})
			}
		}
		i = end
	}
	return p
}

// cut returns the start of s, at most n bytes of whole runes.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// words takes the words or the phrase at i and returns where they end.
func (p *Parsed) words(text string, start, i int, not bool) int {
	value, phrase, end := valueAt(text, i)
	w := Words{Span: entente.Span{Start: start, End: end}, Text: value, Phrase: phrase, Not: not}
	if !phrase && strings.HasSuffix(value, "*") {
		w.Text, w.Prefix = strings.TrimRight(value, "*"), true
	}
	p.add(w)
	return end
}

// add keeps words if they hold a letter or a digit.
func (p *Parsed) add(w Words) {
	if strings.ContainsFunc(w.Text, inWord) {
		p.Words = append(p.Words, w)
	}
}

// operatorAt returns the name before a colon at i and where its value starts;
// "" if none stands there.
func operatorAt(text string, i int) (name string, value int) {
	end := i
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += n
	}
	if end-i < 2 || end == len(text) || text[end] != ':' {
		return "", i
	}
	return text[i:end], end + 1
}

// valueAt returns what stands at i up to the next blank, or between quotation
// marks, and where it ends.
func valueAt(text string, i int) (value string, phrase bool, end int) {
	if i >= len(text) {
		return "", false, i
	}
	first, n := utf8.DecodeRuneInString(text[i:])
	if closing, ok := closers[first]; ok {
		from := i + n
		at := strings.IndexAny(text[from:], closing)
		if at < 0 {
			return strings.TrimSpace(text[from:]), true, len(text)
		}
		_, n = utf8.DecodeRuneInString(text[from+at:])
		return strings.TrimSpace(text[from : from+at]), true, from + at + n
	}
	end = i
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if unicode.IsSpace(r) || end > i && (r == '"' || r == '“' || r == '«') {
			break
		}
		end += n
	}
	return text[i:end], false, end
}

// unlike reports whether what stands after a word and a colon is no value: a
// reference such as "Réf:12/3", a time, an address of the web.
func unlike(value string) bool {
	first, _ := utf8.DecodeRuneInString(value)
	return value == "" || !unicode.IsLetter(first) && closers[first] == ""
}

func (a *Analyzer) operator(name string) (Operator, Fault) {
	plain := fold(name)
	if o := Operator(plain); slices.Contains(Operators, o) {
		return o, ""
	}
	if o := Operator(a.terms("query_operators")[plain]); slices.Contains(Operators, o) {
		return o, ""
	}
	return "", NoOperator
}

// value checks the value of an operator and returns it as the lists have it.
// Dates are read later, since that needs a calendar.
func (a *Analyzer) value(o Operator, value string) (string, Fault) {
	if !strings.ContainsFunc(value, inWord) {
		return "", NoValue
	}
	switch o {
	case OfKind:
		return a.listed(value, NoKind, func(s string) bool {
			_, claim := entente.FieldsOf[entente.Kind(s)]
			return claim || slices.Contains(entente.Forms, s)
		})
	case WithOutcome:
		return a.listed(value, NoOutcome, func(s string) bool { return slices.Contains(entente.Outcomes, entente.Outcome(s)) })
	case InRelation:
		return a.listed(value, NoRelation, func(s string) bool { return len(relationTokens(s, a.state)) > 0 })
	}
	return value, ""
}

// listed reads values with commas between, each of a closed list or another
// word for one that is.
func (a *Analyzer) listed(value string, fault Fault, known func(string) bool) (string, Fault) {
	var all []string
	for s := range strings.SplitSeq(value, ",") {
		s = strings.TrimSpace(s)
		plain := strings.ReplaceAll(fold(s), " ", "_")
		switch other := a.terms("query_values")[strings.ReplaceAll(plain, "_", " ")]; {
		case s == "":
			continue
		case known(plain):
			all = append(all, plain)
		case known(s): // the name of a state
			all = append(all, s)
		case known(other):
			all = append(all, other)
		default:
			return value, fault
		}
	}
	return strings.Join(all, ","), ""
}
