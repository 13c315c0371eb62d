package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"entente"
	"entente/edtf"
	"entente/projection"
	"entente/search"
)

// What a query is made of, as faces see it.
type (
	Parsed      = search.Parsed
	QueryFilter = search.Filter
	QueryNote   = search.Note
	Facet       = search.Facet
	Operator    = search.Operator
)

// Operators lists the operators of a query in the order in which they are
// explained.
var Operators = search.Operators

// The operators whose values a face words.
const (
	InRelation  = search.InRelation
	OfKind      = search.OfKind
	WithOutcome = search.WithOutcome
	Before      = search.Before
	After       = search.After
	On          = search.On
)

// MostFound is how many documents, and how many claims, are ranked and
// counted; of more, those that were entered last.
const MostFound = search.Most

// A Finding is what somebody looks for.
type Finding struct {
	Query     string // in the language of package search
	Limit     int    // of documents, and of claims; 0 means 20
	Documents int    // how many documents to leave out from the start
	Claims    int    // the same of claims
	Typing    bool   // the last word may not be finished
	Latest    bool   // those that were entered last first, whatever fits best
}

// Found is what was found.
type Found struct {
	Parsed
	Documents, Claims         []Hit // best first
	AllDocuments, AllClaims   int   // how many were found, at most MostFound
	MoreDocuments, MoreClaims bool  // there are more than MostFound
	Facets                    []FacetGroup
}

// Nothing reports whether nothing was looked for.
func (f Found) Nothing() bool { return len(f.Words) == 0 && len(f.Filters) == 0 }

// A FacetGroup is one kind of filter with the values that would narrow what
// was found, the most frequent first.
type FacetGroup struct {
	Operator Operator
	Values   []FacetCount
}

// A FacetCount is a value and how many documents and claims it would leave.
type FacetCount struct {
	Facet
	N int
}

// A Hit is a document or a claim that a search found.
type Hit struct {
	Document *Document
	Claim    *Claim         // nil for a document
	Words    string         // a stretch of the document's text, or the claim's words
	Lit      []entente.Span // the words found, as offsets into Words
}

// Hits are the documents and the claims that a search found, best first.
type Hits struct{ Documents, Claims []Hit }

// Search finds documents and claims, at most limit of each. Accents and
// endings do not count. Whatever is written is a query.
func (r *Register) Search(ctx context.Context, query string, limit int) (Hits, error) {
	found, err := r.Find(ctx, Finding{Query: query, Limit: limit})
	return Hits{found.Documents, found.Claims}, err
}

// Find finds documents and claims by words and filters. What of a query is
// not understood is looked for as words, and Found's Notes say so.
func (r *Register) Find(ctx context.Context, f Finding) (Found, error) {
	found := Found{Parsed: r.words.Parse(f.Query)}
	if n := len(found.Words); f.Typing && n > 0 && !found.Words[n-1].Phrase && len(found.Words[n-1].Text) > 1 && found.Words[n-1].End == len(f.Query) {
		found.Words[n-1].Prefix = true
	}
	q := r.words.Query(&found.Parsed, r.date)
	if found.Nothing() {
		return found, nil
	}
	f.Limit = cmp.Or(f.Limit, 20)
	again := false
	err := r.store.View(ctx, func(view Snapshot) error {
		if ok, err := view.Indexed(); !ok {
			again = true
			return err
		}
		return r.find(ctx, view, f, q, &found)
	})
	if !again || err != nil {
		return found, err
	}
	if err := r.reindex(ctx); err != nil {
		return found, err
	}
	return found, r.store.View(ctx, func(view Snapshot) error { return r.find(ctx, view, f, q, &found) })
}

func (r *Register) find(ctx context.Context, view Snapshot, f Finding, q search.Query, found *Found) error {
	all, err := r.answers.answer(view, findAsked{f.Query, f.Typing, r.day(edtf.Date{})}, func() (answered, error) {
		return r.askIndex(ctx, view, q, found.Filters)
	})
	if err != nil {
		return err
	}
	d, c := all.documents, all.claims
	found.AllDocuments, found.MoreDocuments, found.AllClaims, found.MoreClaims = len(d.Hits), d.More, len(c.Hits), c.More
	found.Facets = facets(d.Hits, c.Hits)
	if f.Latest {
		d.Hits, c.Hits = latest(d.Hits), latest(c.Hits)
	}
	d.Hits, c.Hits = window(d.Hits, f.Documents, f.Limit), window(c.Hits, f.Claims, f.Limit)
	rows := follower{view: view, docs: map[entente.DocumentID]*Document{}}
	if err := rows.hitsAhead(d.Hits, c.Hits); err != nil {
		return err
	}
	light := r.words.Lighter(q)
	for _, h := range d.Hits {
		doc, err := rows.document(documentOf(h))
		if err != nil {
			return err
		}
		text, err := view.Blob(doc.TextSHA256)
		if err != nil {
			return err
		}
		found.Documents = append(found.Documents, hit(light, doc, nil, string(text), 240))
	}
	for _, h := range c.Hits {
		file, err := rows.file(entente.ClaimID(h.ID))
		if err != nil {
			return err
		}
		words := file.Stands().Quote
		found.Claims = append(found.Claims, hit(light, file.Document, file.Claim, words, len(words)))
	}
	return nil
}

func documentOf(h search.Hit) entente.DocumentID { return entente.DocumentID("sha256:" + h.ID) }

// hitsAhead reads together what a page of hits shows.
func (f *follower) hitsAhead(documents, claims []search.Hit) error {
	var docs []entente.DocumentID
	for _, h := range documents {
		docs = append(docs, documentOf(h))
	}
	some, err := projection.SomeDocuments(f.view, docs)
	if err != nil {
		return err
	}
	for _, d := range some {
		f.docs[d.ID] = d
	}
	var ids []entente.ClaimID
	for _, h := range claims {
		ids = append(ids, entente.ClaimID(h.ID))
	}
	return f.filesAhead(ids)
}

// window returns the hits from one on, at most limit.
func window(hits []search.Hit, from, limit int) []search.Hit {
	from = min(max(from, 0), len(hits))
	return hits[from:min(from+limit, len(hits))]
}

// latest returns hits by when they were entered, the last first.
func latest(hits []search.Hit) []search.Hit {
	return slices.SortedStableFunc(slices.Values(hits), func(a, b search.Hit) int { return cmp.Compare(b.Entered, a.Entered) })
}

func hit(light *search.Lighter, doc *Document, claim *Claim, text string, width int) Hit {
	s := light.Snippet(doc.Language, text, width)
	h := Hit{Document: doc, Claim: claim, Words: s.Span.In(text)}
	for _, lit := range s.Lit {
		h.Lit = append(h.Lit, entente.Span{Start: lit.Start - s.Span.Start, End: lit.End - s.Span.Start})
	}
	return h
}

// facets counts the facets of what was found.
func facets(lists ...[]search.Hit) []FacetGroup {
	counts := map[Facet]int{}
	for _, list := range lists {
		for _, h := range list {
			for _, f := range h.Facets {
				counts[f]++
			}
		}
	}
	var groups []FacetGroup
	for _, o := range []Operator{search.OfKind, search.InRelation, search.On} {
		g := FacetGroup{Operator: o}
		for f, n := range counts {
			if f.Operator == o {
				g.Values = append(g.Values, FacetCount{f, n})
			}
		}
		slices.SortFunc(g.Values, func(a, b FacetCount) int {
			return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.Value, b.Value))
		})
		if len(g.Values) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// date reads a date in words, where the register was given how.
func (r *Register) date(text string) (edtf.Date, bool) {
	if r.dates == nil {
		return edtf.Date{}, false
	}
	return r.dates(text)
}
