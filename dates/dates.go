// Package dates finds dates in letters and says what they mean.
//
// What words make a date is in the language packs: dates.rules holds
// patterns with the value they have, dates.list the months, days and
// numbers; doc/dates.md describes both. The package itself knows no word,
// only the calendar: what the month before is, which of two years a bare
// "5 October" falls in, and that no November has 31 days.
package dates

import (
	"sync"

	"entente"
	"entente/edtf"
	"entente/lang"
	"entente/token"
)

// A Tense says whether what a date belongs to has happened or is to come.
type Tense int8

const (
	Unknown Tense = iota
	Past          // a report: the latest such day up to the reference
	Future        // a plan: the next such day from the reference on
)

// A Reference is what dates are relative to.
type Reference struct {
	Date  edtf.Date // of the document, a day; none if unknown
	Near  edtf.Date // the date named last before the text, for a bare "the 13th"; may be none
	Tense Tense     // of the whole text; Unknown lets the words around a date tell

	lean edtf.Day // where Tense is a guess: how much farther a date of that tense may lie
}

// A Date is words that name a date.
type Date struct {
	entente.Span        // of the words, without preposition or article
	First, Last  int    // indices of the first token and of the one after the last
	Value        string // EDTF, "" if Invalid
	Ambiguous    bool   // the words allow several dates; Value is the set of them
	Tense        Tense  // with which Value was chosen
	Rule         string // name of the rule that found it
	Measure      bool   // the words measure a stretch of time up to or from the reference: "within ten days"
	Invalid      string // why there is no such date: "month 11 has no day 31"

	meaning *meaning
	near    edtf.Date
}

// Resolve returns the EDTF value that d has under another reference, "" if
// it has none there. Only the words count, not what Find knew; Near is that
// of Find where ref has none.
func (d Date) Resolve(ref Reference) string {
	if d.meaning == nil {
		return d.Value
	}
	if ref.Near.IsZero() {
		ref.Near = d.near
	}
	value, _ := d.meaning.resolve(ref)
	return value.String()
}

// Near returns the date, and whether it is one that a bare "the 13th" after it
// is near to: a month or less, and certain.
func (d Date) Near() (edtf.Date, bool) {
	value, err := edtf.Parse(d.Value)
	if err != nil || d.Value == "" || value.OneOf() {
		return edtf.Date{}, false
	}
	first, last := value.Bounds()
	return value, last-first < 32 && first > edtf.DayOf(1000, 1, 1)
}

// A Grammar finds dates. It may be used by many at once.
type Grammar struct {
	packs   *lang.Packs
	tongues map[string]*tongue
	idle    sync.Pool // of *search, for their memory
}

// New makes the grammar of all packs. An error names the file and line of a
// rule that cannot be used.
func New(packs *lang.Packs) (*Grammar, error) {
	g := &Grammar{packs: packs, tongues: map[string]*tongue{}}
	for _, tag := range packs.Languages() {
		t, err := newTongue(packs.Pack(tag), packs.Pack("mul"))
		if err != nil {
			return nil, err
		}
		g.tongues[tag] = t
	}
	return g, nil
}

// Line reads the dates of one line of text by itself: lang is the tag of its
// language, reference the EDTF date it was written on, or "".
func (g *Grammar) Line(text, lang, reference string) ([]Date, error) {
	var ref Reference
	if reference != "" {
		d, err := edtf.Parse(reference)
		if err != nil {
			return nil, err
		}
		ref.Date = d
	}
	tokens := token.Tokens(text, entente.Span{End: len(text)}, g.packs.Pack(lang))
	return g.Find(text, tokens, lang, ref), nil
}

// Find returns the dates that tokens name, in order, none overlapping.
// Without a date in ref, dates relative to it are left out, and what lacks
// its year is written so: XXXX-07-16. A date that the calendar does not have
// comes with Invalid.
func (g *Grammar) Find(text string, tokens []entente.Token, lang string, ref Reference) []Date {
	t := g.tongues[lang]
	if t == nil {
		return nil
	}
	s, ok := g.idle.Get().(*search)
	if !ok {
		s = &search{}
	}
	s.tongue, s.tokens, s.ref = t, tokens, ref
	found := s.dates()
	s.tokens, s.view = nil, nil
	g.idle.Put(s)
	return found
}
