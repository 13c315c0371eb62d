package desk

import (
	"cmp"
	"context"
	"errors"
	"math"
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
		docs, err := projection.ShowingBehind(v, rel, "", Waiting, "", math.MaxInt)
		if err != nil {
			return err
		}
		f := follower{view: v, docs: map[entente.DocumentID]*Document{}, asOf: edtf.Latest}
		for _, d := range docs {
			f.docs[d.Item.ID] = d.Item
			claims, err := projection.ClaimsOf(v, d.Item.ID)
			if err != nil {
				return err
			}
			for _, c := range claims {
				if c.Live() && c.Verdict == "" {
					all.Claims = append(all.Claims, ClaimFile{c, d.Item})
				}
			}
		}
		var list []*Matter
		for _, kind := range kinds {
			matters, err := projection.DoubtedBehind(v, kind, rel, "", math.MaxInt)
			if err != nil {
				return err
			}
			for _, m := range matters {
				list = append(list, m.Item)
			}
		}
		all.Questions, err = f.questions(list)
		return err
	})
	return all, err
}

// kinds in the order of lists of all.
var kinds = []entente.Kind{entente.Contact, entente.Agreement, entente.Undertaking}

// QuestionsBehind returns at most limit doubts about two claims in a relation,
// or in all for the zero Relation, that come behind a place, "" being before
// the first. They come by the matters that are doubted: contacts, agreements,
// undertakings, each by date.
func (r *Register) QuestionsBehind(ctx context.Context, rel entente.Relation, place string, limit int) ([]Listed[OpenQuestion], error) {
	var list []Listed[OpenQuestion]
	at, behind, _ := strings.Cut(place, "/")
	if i := strings.LastIndex(behind, "/"); i > 0 {
		behind = behind[:i-1] // right before the matter of the last question
	}
	err := r.store.View(ctx, func(view Snapshot) error {
		q := questioner{follower{view: view, docs: map[entente.DocumentID]*Document{}, asOf: edtf.Latest}, rel, map[entente.ClaimID]*Matter{}}
		for _, kind := range kinds[max(0, slices.Index(kinds, entente.Kind(at))):] {
			for more := true; more && len(list) < limit; {
				many := min(max(limit/2, 16), 64)
				matters, err := projection.DoubtedBehind(view, kind, rel, behind, many)
				if err != nil {
					return err
				}
				if err := q.doubtsAhead(matters); err != nil {
					return err
				}
				for _, m := range matters {
					some, err := q.of(m)
					if err != nil {
						return err
					}
					for _, one := range some {
						if one.Place > place && len(list) < limit {
							list = append(list, one)
						}
					}
					behind = m.Place
				}
				more = len(matters) == many
			}
			behind, place = "", ""
		}
		return nil
	})
	return list, err
}

// A questioner finds the doubts about matters of a relation.
type questioner struct {
	follower
	rel     entente.Relation
	matters map[entente.ClaimID]*Matter
}

// doubtsAhead reads the doubted claims of matters together, then those that
// they are doubted with, and the documents and matters of all.
func (q *questioner) doubtsAhead(list []Listed[Matter]) error {
	var ids []entente.ClaimID
	for _, m := range list {
		q.matters[m.Item.ID] = m.Item
		ids = append(ids, m.Item.Doubts...)
	}
	if err := q.claimsAhead(ids); err != nil {
		return err
	}
	rows := make([]*Claim, len(ids))
	for i, id := range ids {
		rows[i] = q.rows[id]
	}
	pairs, others, err := projection.DoubtsAhead(q.view, rows)
	if err != nil {
		return err
	}
	q.pairs = pairs
	if err := q.claimsAhead(others); errors.Is(err, entente.ErrNotFound) {
		return nil // one is gone, and the rest is read one by one
	} else if err != nil {
		return err
	}
	all := slices.Concat(others, ids)
	if err := q.documentsAhead(all); err != nil {
		return err
	}
	var matters []entente.ClaimID
	for _, id := range all {
		if m := q.rows[id].Matter; m != "" && q.matters[m] == nil {
			matters = append(matters, m)
		}
	}
	more, err := projection.SomeMatters(q.view, once(matters))
	for _, m := range more {
		q.matters[m.ID] = m
	}
	return err
}

func once[T cmp.Ordered](list []T) []T {
	slices.Sort(list)
	return slices.Compact(list)
}

// of returns the doubts that are asked of a matter: those about it and one
// that comes later in the lists. The others are asked there.
func (q *questioner) of(m Listed[Matter]) ([]Listed[OpenQuestion], error) {
	all, err := q.questions([]*Matter{m.Item})
	if err != nil {
		return nil, err
	}
	var list []Listed[OpenQuestion]
	for _, one := range all {
		other, err := q.matter(one.B.Matter)
		if err != nil {
			return nil, err
		}
		if q.before(other, m.Item) {
			if _, dated := dayOf(one.A.Document.Date); dated {
				continue
			}
			theirs, err := q.questions([]*Matter{other})
			if err != nil {
				return nil, err
			}
			if slices.ContainsFunc(theirs, func(t OpenQuestion) bool { return t.B.Matter == m.Item.ID }) {
				continue
			}
		}
		list = append(list, Listed[OpenQuestion]{Item: &one, Place: string(m.Item.Kind) + "/" + m.Place + "/" + string(one.A.ID) + string(one.B.ID)})
	}
	slices.SortFunc(list, func(a, b Listed[OpenQuestion]) int { return strings.Compare(a.Place, b.Place) })
	return list, nil
}

// matter returns the row of a matter and keeps it.
func (q *questioner) matter(id entente.ClaimID) (*Matter, error) {
	if m := q.matters[id]; m != nil {
		return m, nil
	}
	all, err := projection.SomeMatters(q.view, []entente.ClaimID{id})
	if err != nil {
		return nil, err
	}
	q.matters[id] = all[0]
	return all[0], nil
}

// before reports whether a matter stands in the lists before another.
func (q *questioner) before(a, b *Matter) bool {
	if q.rel != (entente.Relation{}) && !slices.Contains(a.Relations, q.rel) {
		return false
	}
	if a.Kind != b.Kind {
		return slices.Index(kinds, a.Kind) < slices.Index(kinds, b.Kind)
	}
	return projection.PlaceOf(a) < projection.PlaceOf(b)
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
