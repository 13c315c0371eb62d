package desk

import (
	"slices"
	"strings"
	"sync"

	"entente"
	"entente/edtf"
	"entente/projection"
	"entente/search"
)

// outcomes remembers what became of every matter, by the claims on it.
// Outcomes are concluded, not kept, and change with the day: of a relation
// they are made again when something was entered that touches it, or the day
// is another.
type outcomes struct {
	sync.Mutex
	until entente.Seq // the last entry that was looked at
	day   edtf.Day
	of    map[entente.Relation]map[entente.ClaimID]entente.Outcome
}

// tooMany is the number of new entries from which on all is made again.
const tooMany = 500

// outcomesWanted returns the claims that filters on outcomes let through, nil
// where there is none, and those that they keep out.
func (r *Register) outcomesWanted(view Snapshot, filters []search.Filter) (wanted []string, but map[entente.ClaimID]bool, err error) {
	var in, out []string
	var rels []entente.Relation // to which the query is limited; none: all
	for _, f := range filters {
		switch {
		case f.Operator == search.InRelation && !f.Not:
			for value := range strings.SplitSeq(f.Value, ",") {
				if rel, ok := entente.ParseRelation(value); ok {
					rels = append(rels, rel)
				}
			}
		case f.Operator == search.WithOutcome && f.Not:
			out = append(out, strings.Split(f.Value, ",")...)
		case f.Operator == search.WithOutcome:
			in = append(in, strings.Split(f.Value, ",")...)
		}
	}
	if in == nil && out == nil {
		return nil, nil, nil
	}
	all, err := r.outcomesOf(view, rels)
	if err != nil {
		return nil, nil, err
	}
	if in != nil {
		wanted = []string{}
	}
	but = map[entente.ClaimID]bool{}
	for _, of := range all {
		for id, o := range of {
			if slices.Contains(out, string(o)) {
				but[id] = true
			}
			if slices.Contains(in, string(o)) {
				wanted = append(wanted, string(id))
			}
		}
	}
	slices.Sort(wanted)
	return slices.Compact(wanted), but, nil
}

// outcomesOf returns the outcomes of relations, of all where none is given.
func (r *Register) outcomesOf(view Snapshot, rels []entente.Relation) ([]map[entente.ClaimID]entente.Outcome, error) {
	o := r.outcomes
	o.Lock()
	defer o.Unlock()
	if err := r.forget(view); err != nil {
		return nil, err
	}
	rows, err := projection.Relations(view)
	if err != nil {
		return nil, err
	}
	var all []map[entente.ClaimID]entente.Outcome
	for _, row := range rows {
		rel := row.Relation
		if len(rels) > 0 && !slices.Contains(rels, rel) {
			continue
		}
		if o.of[rel] == nil {
			if o.of[rel], err = r.concluded(view, rel); err != nil {
				return nil, err
			}
		}
		all = append(all, o.of[rel])
	}
	return all, nil
}

// forget drops the outcomes that new entries, or a new day, may have changed.
func (r *Register) forget(view Snapshot) error {
	o, today := r.outcomes, r.day(edtf.Date{})
	last, err := view.Last()
	if err != nil {
		return err
	}
	if o.of == nil || o.day != today || last < o.until || last-o.until > tooMany {
		o.of, o.day, o.until = map[entente.Relation]map[entente.ClaimID]entente.Outcome{}, today, last
		return nil
	}
	for entry, err := range decoded(view.Records(o.until)) {
		if err != nil {
			return err
		}
		rels, err := touched(view, entry)
		if err != nil {
			return err
		}
		for _, rel := range rels {
			delete(o.of, rel)
		}
	}
	o.until = last
	return nil
}

// touched returns the relations whose outcomes an entry may change.
func touched(view Snapshot, e entente.Entry) ([]entente.Relation, error) {
	var rels []entente.Relation
	var docs []entente.DocumentID
	var claims []entente.ClaimID
	switch b := e.Body.(type) {
	case entente.Read:
		docs = append(docs, b.Document.ID)
	case entente.Claimed:
		docs = append(docs, b.Document)
	case entente.Judgement:
		claims = append(claims, b.Subject)
		if b.Other != "" {
			claims = append(claims, b.Other)
		}
	case entente.Watched:
		return []entente.Relation{b.Relation}, nil
	}
	for _, id := range claims {
		row, err := projection.ClaimOf(view, id)
		if err != nil {
			continue // gone: the reading that dropped it is an entry of its own
		}
		docs = append(docs, row.Document)
	}
	for _, id := range docs {
		d, err := projection.DocumentOf(view, id)
		if err != nil {
			return nil, err
		}
		for _, r := range d.Relations {
			rels = append(rels, r.Relation)
		}
	}
	return rels, nil
}

// concluded returns the outcomes of one relation as of today, or the day of
// its newest document where that is later.
func (r *Register) concluded(view Snapshot, rel entente.Relation) (map[entente.ClaimID]entente.Outcome, error) {
	docs, err := projection.Documents(view, rel)
	if err != nil {
		return nil, err
	}
	f := follower{view: view, docs: map[entente.DocumentID]*Document{}, asOf: r.day(edtf.Date{})}
	for _, d := range docs {
		if on, ok := dayOf(d.Date); ok {
			f.asOf = max(f.asOf, on)
		}
	}
	if f.horizon, err = horizonOf(view, rel); err != nil {
		return nil, err
	}
	f.readBy(docs)
	of := map[entente.ClaimID]entente.Outcome{}
	for _, kind := range []entente.Kind{entente.Agreement, entente.Undertaking} {
		list, err := f.all(kind, rel)
		if err != nil {
			return nil, err
		}
		for _, m := range list {
			for _, c := range m.Claims {
				of[c.ID] = m.Outcome()
			}
		}
	}
	return of, nil
}
