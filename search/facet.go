package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"entente"
	"entente/edtf"
)

// Facets are what filters ask for, as words that no text holds: an index
// keeps them beside the text and answers both alike.

// A Facet names one value of a kind of filter, as an index keeps it and
// counts it.
type Facet struct {
	Operator Operator
	Value    string // "contact", "letter", "FR-KZ", "2009"
}

// anything is the facet that every item has.
const anything = "any"

func (f Facet) token() string {
	return string(f.Operator) + "_" + strings.ToLower(strings.NewReplacer("-", "_", " ", "_").Replace(f.Value))
}

// String is the facet as a query asks for it.
func (f Facet) String() string { return string(f.Operator) + ":" + f.Value }

// relationTokens returns the facets of the relation that s names, by codes or
// by the names of states; of all relations of one state where it names one.
func relationTokens(s string, state func(string) entente.Code) []string {
	if r, ok := entente.ParseRelation(s); ok {
		return []string{Facet{InRelation, r.String()}.token()}
	}
	if code := state(s); code != "" {
		return []string{Facet{InRelation, string(code)}.token()}
	}
	for at, r := range s {
		if r != '-' && r != '–' && r != '/' {
			continue
		}
		a, b := state(s[:at]), state(s[at+utf8.RuneLen(r):])
		if r := entente.Between(a, b); r != (entente.Relation{}) {
			return []string{Facet{InRelation, r.String()}.token()}
		}
	}
	return nil
}

// dayTokens are the facets of a day: its century, decade, year, month, the
// ten days it is among, and itself, so that any stretch of time is a few of
// them.
func dayTokens(day edtf.Day) []string {
	y, m, d := day.Civil()
	if y < firstYear || y > lastYear {
		return nil
	}
	return []string{fmt.Sprintf("c%02d", y/100), fmt.Sprintf("e%03d", y/10), fmt.Sprintf("y%04d", y), fmt.Sprintf("m%04d_%02d", y, m),
		fmt.Sprintf("t%04d_%02d_%d", y, m, d/10), fmt.Sprintf("d%04d_%02d_%02d", y, m, d)}
}

// The years that filters tell apart; what is dated outside has no date for
// them.
const firstYear, lastYear = 1000, 2999

// timeTokens returns the fewest facets of days that cover the days from first
// to last, both included.
func timeTokens(first, last edtf.Day) []string {
	first, last = max(first, edtf.DayOf(firstYear, 1, 1)), min(last, edtf.DayOf(lastYear, 12, 31))
	var all []string
	for first <= last {
		y, m, d := first.Civil()
		tokens := dayTokens(first)
		for i, end := range []edtf.Day{ // the largest that starts here and ends in time
			starts(y%100 == 0 && m == 1 && d == 1, y+99, 12),
			starts(y%10 == 0 && m == 1 && d == 1, y+9, 12),
			starts(m == 1 && d == 1, y, 12),
			starts(d == 1, y, m),
			ten(y, m, d),
			first,
		} {
			if end <= last {
				all = append(all, tokens[i])
				first = end + 1
				break
			}
		}
	}
	return all
}

// starts returns the last day of a month, or of no time at all.
func starts(here bool, year, month int) edtf.Day {
	if !here {
		return edtf.Latest
	}
	return edtf.DayOf(year, month, edtf.MonthLength(year, month))
}

// ten returns the last of the ten days that start with a day; of no time
// where they do not start with it.
func ten(year, month, day int) edtf.Day {
	switch {
	case day == 1:
		return edtf.DayOf(year, month, 9)
	case day%10 != 0:
		return edtf.Latest
	}
	return edtf.DayOf(year, month, min(day+9, edtf.MonthLength(year, month)))
}

// An Item is a document or a claim as an index keeps it.
type Item struct {
	Kind     Kind
	ID       string
	Words    string // stems of its text; see Analyzer.Stems
	From, To string // stems of who wrote and was written to, and their states
	Facets   []string
	Shown    []Facet  // those that are counted
	Day      edtf.Day // by which it is sorted where fit does not tell; edtf.Earliest for none
}

// Subject is what filters ask of a document or of a claim in it.
type Subject struct {
	Kind      entente.Kind // of a claim; "" for a document
	Form      string
	Relations []entente.Relation
	Date      string // EDTF; the day it starts on counts
}

// Describe fills in the facets of an item.
func (i *Item) Describe(s Subject) {
	add := func(o Operator, value string, shown bool) {
		f := Facet{o, value}
		if value == "" || slices.Contains(i.Facets, f.token()) {
			return
		}
		i.Facets = append(i.Facets, f.token())
		if shown {
			i.Shown = append(i.Shown, f)
		}
	}
	i.Facets, i.Day = append(i.Facets, anything), edtf.Earliest
	add(OfKind, string(s.Kind), true)
	add(OfKind, s.Form, true)
	for _, r := range s.Relations {
		add(InRelation, r.String(), true)
		add(InRelation, string(r.A), false)
		add(InRelation, string(r.B), false)
	}
	d, err := edtf.Parse(s.Date)
	if err != nil || d.IsZero() {
		return
	}
	first, _ := d.Bounds()
	if first == edtf.Earliest {
		return
	}
	tokens := dayTokens(first)
	if tokens == nil {
		return
	}
	i.Facets, i.Day = append(i.Facets, tokens...), first
	y, _, _ := first.Civil()
	i.Shown = append(i.Shown, Facet{On, fmt.Sprintf("%04d", y)})
}
