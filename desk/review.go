package desk

import (
	"context"
	"slices"
	"strings"

	"entente"
	"entente/edtf"
	"entente/projection"
)

// A Review is what waits for a person: claims that nobody has looked at, and
// doubts about two.
type Review struct {
	Claims    []ClaimFile // by the date of their document, in the order of its text
	Questions []OpenQuestion
}

// Review returns what waits for a person in a relation, in all of them for
// the zero Relation.
func (r *Register) Review(ctx context.Context, rel entente.Relation) (Review, error) {
	var all Review
	err := r.store.View(ctx, func(v Snapshot) error {
		docs, err := projection.Documents(v, rel)
		if err != nil {
			return err
		}
		for _, d := range docs {
			claims, err := projection.ClaimsOf(v, d.ID)
			if err != nil {
				return err
			}
			for _, c := range claims {
				if c.Live() && c.Verdict == "" {
					all.Claims = append(all.Claims, ClaimFile{c, d})
				}
			}
		}
		var list []*Matter
		for _, kind := range []entente.Kind{entente.Contact, entente.Agreement, entente.Undertaking} {
			matters, err := projection.Matters(v, kind, rel)
			if err != nil {
				return err
			}
			list = append(list, matters...)
		}
		f := follower{view: v, docs: map[entente.DocumentID]*Document{}, asOf: edtf.Latest}
		f.readBy(docs)
		all.Questions, err = f.questions(list)
		return err
	})
	return all, err
}

// A Correction is one value that a person puts in a field, and the words that
// say it.
type Correction struct{ Value, Words string }

// Corrected returns a claim with other values in a field, none to empty it.
// Where the words of a value stand in the claim's own they are its proof;
// else it is marked as inferred, with why. The claim it is given stays as it
// is.
func Corrected(c entente.Claim, text string, field entente.Field, values []Correction, why string) entente.Claim {
	fields := map[entente.Field][]entente.Value{}
	for f, values := range c.Fields {
		fields[f] = slices.Clone(values)
	}
	delete(fields, field)
	for _, v := range values {
		if at, ok := find(text, c.Span, v.Words); ok {
			fields[field] = append(fields[field], entente.Said(v.Value, text, at))
		} else {
			fields[field] = append(fields[field], entente.Inferred(v.Value, why))
		}
	}
	c.Fields = fields
	return c
}

// find returns where words stand in a stretch of text.
func find(text string, within entente.Span, words string) (entente.Span, bool) {
	if words == "" || within.End > len(text) {
		return entente.Span{}, false
	}
	at := strings.Index(within.In(text), words)
	if at < 0 {
		return entente.Span{}, false
	}
	return entente.Span{Start: within.Start + at, End: within.Start + at + len(words)}, true
}
