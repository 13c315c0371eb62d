// Package mentions finds the words that name people, organisations, places,
// dates and amounts.
//
// It works on pieces smaller than tokens, since names meet within them
// ("Total-KGM"), and in an order of rank: dates and amounts first, then names
// that their surroundings make certain (a title, a head noun, the mark of a
// company), then the gazetteers, then what is only likely. A piece belongs to
// one mention. What the words are is in the packs; the code knows the shapes.
package mentions

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"entente"
	"entente/dates"
	"entente/edtf"
	"entente/lang"
)

// A Reader is the compiled lists and models of all packs. It may be used by
// many at once. A language's lexicon is compiled when it is first asked for.
type Reader struct {
	grammar *dates.Grammar
	byTag   map[string]func() *lexicon
	model   map[string]Weights
	shared  func() *lexicon // for a language without a pack
	cities  func() *lexicon
}

// New prepares the lists and models of the packs.
func New(packs *lang.Packs, grammar *dates.Grammar) (*Reader, error) {
	shared := packs.Pack("mul")
	r := &Reader{grammar: grammar, byTag: map[string]func() *lexicon{}, model: map[string]Weights{}}
	for _, tag := range packs.Languages() {
		pack := packs.Pack(tag)
		r.model[tag] = Weights(pack.Model("names"))
		r.byTag[tag] = sync.OnceValue(func() *lexicon { return newLexicon(pack, shared) })
	}
	r.shared = sync.OnceValue(func() *lexicon { return newLexicon(nil, shared) })
	r.cities = sync.OnceValue(func() *lexicon { return openCities(shared.Model("cities")) })
	return r, nil
}

// Mentions returns the mentions of doc in the order of the text, none
// overlapping another, and what could not be read. Dates are resolved
// relative to the date of the envelope.
func (r *Reader) Mentions(doc *entente.Document, parts []entente.Part, sentences []entente.Sentence, env entente.Envelope) ([]entente.Mention, []entente.Remark) {
	p := &page{doc: doc, parts: parts, env: env, lex: r.lexicon(doc.Language), cities: r.cities()}
	p.weights = r.model[p.lang()]
	p.atoms = atoms(doc, parts, sentences)
	p.lowered()
	p.headlines()
	p.look()
	remarks := p.dates(r.grammar, sentences)
	p.amounts()
	p.dateline()
	p.meetings()
	p.listedPeople()
	p.headed()
	p.abroad()
	p.marked()
	p.firms()
	p.bracketed()
	p.known()
	p.compounded()
	p.correspondents()
	p.persons()
	p.cued()
	p.appositions()
	p.described()
	p.trailed()
	p.branches()
	p.acting()
	p.traded()
	p.speakers()
	p.gazetteer()
	p.surnames()
	p.leaders()
	p.located()
	p.works()
	p.places()
	p.initialled()
	p.acronyms()
	p.business()
	p.coordinated()
	p.agents()
	p.articled()
	p.again()
	p.guessed()
	p.again()
	p.parted()
	return p.mentions(), remarks
}

// lang is the tag of the language of the document, without region or script.
func (p *page) lang() string {
	base, _, _ := strings.Cut(p.doc.Language, "-")
	return base
}

func (r *Reader) lexicon(tag string) *lexicon {
	for n := len(tag); n > 0; n-- {
		if open := r.byTag[tag[:n]]; open != nil {
			return open()
		}
	}
	return r.shared()
}

// dates claims what the grammar of dates finds in the sentences, and remarks
// on dates that the calendar does not have.
func (p *page) dates(grammar *dates.Grammar, sentences []entente.Sentence) []entente.Remark {
	var remarks []entente.Remark
	var ref dates.Reference
	if d, err := edtf.Parse(p.env.Date.Value); err == nil && p.env.Date.Value != "" {
		ref.Date = d
	}
	tag := p.lang()
	i, part := 0, -1
	for _, s := range sentences {
		if s.Part != part {
			part, ref.Near = s.Part, edtf.Date{}
		}
		if 0 <= s.Part && s.Part < len(p.parts) && p.parts[s.Part].Kind == entente.PartResidue {
			continue
		}
		for _, d := range grammar.Find(p.doc.Text, s.Tokens, tag, ref) {
			if d.Invalid != "" {
				remarks = append(remarks, entente.Remark{Anchor: entente.At(p.doc.Text, d.Span), Text: "no date: " + d.Invalid})
				continue
			}
			if d.Value == "" || d.Empty() || d.Measure {
				continue
			}
			if near, ok := d.Near(); ok {
				ref.Near = near
			}
			for i < len(p.atoms) && p.atoms[i].End <= d.Start {
				i++
			}
			end := i
			for end < len(p.atoms) && p.atoms[end].Start < d.End {
				end++
			}
			if end > i && p.free(i, end) {
				p.found = append(p.found, find{first: i, end: end, kind: entente.MentionDate, value: d.Value, span: d.Span})
				for j := i; j < end; j++ {
					p.owner[j] = int32(len(p.found))
				}
			}
		}
	}
	return remarks
}

func (p *page) mentions() []entente.Mention {
	out := make([]entente.Mention, 0, len(p.found))
	for i := range p.found {
		f := &p.found[i]
		if f.kind == "" {
			continue
		}
		anchor := entente.At(p.doc.Text, p.span(f))
		value := f.value
		if value == "" {
			value = p.printed(f)
		}
		out = append(out, entente.Mention{Anchor: anchor, Kind: f.kind, Value: value})
	}
	slices.SortFunc(out, func(a, b entente.Mention) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// printed returns the words of a find as a reader sees them: on one line,
// with words broken across lines joined.
func (p *page) printed(f *find) string {
	var b []byte
	for j := f.first; j < f.end; j++ {
		a := &p.atoms[j]
		if a.space && j > f.first {
			b = append(b, ' ')
		}
		if raw := a.In(p.doc.Text); strings.Contains(raw, ".") {
			b = append(b, raw...) // "O.N.U."
			continue
		}
		b = append(b, a.text...)
	}
	return string(b)
}
