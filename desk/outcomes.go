package desk

import (
	"errors"
	"math"
	"slices"
	"strings"
	"sync"

	"entente"
	"entente/edtf"
	"entente/followthrough"
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
	all   map[entente.ClaimID]outcomeSet // of all relations; nil: to be made again. It never changes
}

// An outcomeSet holds the outcomes of a claim's matter in its relations, one
// bit each, in the order of entente.Outcomes.
type outcomeSet uint8

func setOf(list ...entente.Outcome) outcomeSet {
	var s outcomeSet
	for _, o := range list {
		if i := slices.Index(entente.Outcomes, o); i >= 0 {
			s |= 1 << i
		}
	}
	return s
}

// tooMany is the number of new entries from which on all is made again.
const tooMany = 200

// mostNamed is how many claims are named to the index; of more it asks.
const mostNamed = 5000

// A wanted is what filters on outcomes make of the claims that a query finds.
type wanted struct {
	some  bool     // only claims with certain outcomes
	among []string // these, where keep is nil
	keep  func(id string) bool
	but   func(id string) bool // those that are kept out; nil for none
}

// outcomesWanted returns what filters let through and keep out.
func (r *Register) outcomesWanted(view Snapshot, filters []search.Filter) (w wanted, err error) {
	var in, out []entente.Outcome
	var rels []entente.Relation // to which the query is limited; none: all
	for _, f := range filters {
		switch {
		case f.Operator == search.InRelation && !f.Not:
			for value := range strings.SplitSeq(f.Value, ",") {
				if rel, ok := entente.ParseRelation(value); ok {
					rels = append(rels, rel)
				}
			}
		case f.Operator == search.WithOutcome:
			to := &in
			if f.Not {
				to = &out
			} else {
				w.some = true
			}
			for value := range strings.SplitSeq(f.Value, ",") {
				*to = append(*to, entente.Outcome(value))
			}
		}
	}
	if !w.some && out == nil {
		return w, nil
	}
	all, err := r.outcomesOf(view, rels)
	if err != nil {
		return w, err
	}
	if unwanted := setOf(out...); out != nil {
		w.but = func(id string) bool { return all[entente.ClaimID(id)]&unwanted != 0 }
	}
	if !w.some {
		return w, nil
	}
	set := setOf(in...)
	w.among = []string{}
	for id, has := range all {
		if has&set == 0 {
			continue
		}
		if w.among = append(w.among, string(id)); len(w.among) > mostNamed {
			w.among = nil
			w.keep = func(id string) bool { return all[entente.ClaimID(id)]&set != 0 }
			return w, nil
		}
	}
	slices.Sort(w.among)
	return w, nil
}

// outcomesOf returns the outcomes of relations, of all where none is given.
func (r *Register) outcomesOf(view Snapshot, rels []entente.Relation) (map[entente.ClaimID]outcomeSet, error) {
	o := r.outcomes
	o.Lock()
	defer o.Unlock()
	if err := r.forget(view); err != nil {
		return nil, err
	}
	if len(rels) == 0 && o.all != nil {
		return o.all, nil
	}
	rows, err := projection.Relations(view)
	if err != nil {
		return nil, err
	}
	all := map[entente.ClaimID]outcomeSet{}
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
		for id, outcome := range o.of[rel] {
			all[id] |= setOf(outcome)
		}
	}
	if len(rels) == 0 {
		o.all = all
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
		o.of, o.all, o.day, o.until = map[entente.Relation]map[entente.ClaimID]entente.Outcome{}, nil, today, last
		return nil
	}
	var docs []entente.DocumentID
	for entry, err := range decoded(view.Records(o.until)) {
		if err != nil {
			return err
		}
		if b, ok := entry.Body.(entente.Watched); ok {
			o.drop(b.Relation)
		}
		some, again, err := touched(view, entry)
		if err != nil {
			return err
		}
		if again {
			o.of, o.all = map[entente.Relation]map[entente.ClaimID]entente.Outcome{}, nil
		}
		docs = append(docs, some...)
	}
	for _, id := range once(docs) {
		if err := o.dropOf(view, id); err != nil {
			return err
		}
	}
	o.until = last
	return nil
}

func (o *outcomes) drop(rel entente.Relation) {
	delete(o.of, rel)
	o.all = nil
}

// dropOf drops the relations of a document, and all others in which its
// claims are, or were, about a matter.
func (o *outcomes) dropOf(view Snapshot, id entente.DocumentID) error {
	d, err := projection.DocumentOf(view, id)
	if err != nil {
		return err
	}
	for _, r := range d.Relations {
		o.drop(r.Relation)
	}
	claims, err := projection.ClaimsOf(view, id)
	if err != nil {
		return err
	}
	var matters []entente.ClaimID
	for _, c := range claims {
		for rel, of := range o.of {
			if _, was := of[c.ID]; was {
				o.drop(rel)
			}
		}
		if c.Matter != "" {
			matters = append(matters, c.Matter)
		}
	}
	are, err := projection.SomeMatters(view, once(matters))
	for _, m := range are {
		for _, rel := range m.Relations {
			o.drop(rel)
		}
	}
	return err
}

// touched returns the documents an entry is about whose claims it may move to
// another matter, or change; again says that it may be any: a document was
// read again, and claims of it may be gone.
func touched(view Snapshot, e entente.Entry) (docs []entente.DocumentID, again bool, err error) {
	switch b := e.Body.(type) {
	case entente.Read:
		d, err := projection.DocumentOf(view, b.Document.ID)
		if err != nil {
			return nil, false, err
		}
		return []entente.DocumentID{d.ID}, d.Read != e.Seq || e.Seq != d.Entered+1, nil
	case entente.Claimed:
		return []entente.DocumentID{b.Document}, false, nil
	case entente.Judgement:
		for _, id := range []entente.ClaimID{b.Subject, b.Other} {
			row, err := projection.ClaimOf(view, id)
			if errors.Is(err, entente.ErrNotFound) {
				continue // there is none, or a reading that is an entry of its own dropped it
			}
			if err != nil {
				return nil, false, err
			}
			docs = append(docs, row.Document)
		}
	}
	return docs, false, nil
}

// concluded returns the outcomes of one relation as of today, or the day of
// its newest document where that is later.
func (r *Register) concluded(view Snapshot, rel entente.Relation) (map[entente.ClaimID]entente.Outcome, error) {
	docs, err := projection.Dates(view, rel)
	if err != nil {
		return nil, err
	}
	now := known{until: math.MaxInt64, asOf: r.day(edtf.Date{}), room: make([]followthrough.Step, 0, manySteps)}
	for _, d := range docs {
		if on, ok := dayOf(d.Date); ok {
			now.asOf = max(now.asOf, on)
			now.read = append(now.read, followthrough.Read{Document: d.ID, Dated: on})
		}
	}
	if now.horizon, err = horizonOf(view, rel); err != nil {
		return nil, err
	}
	of := map[entente.ClaimID]entente.Outcome{}
	for _, kind := range []entente.Kind{entente.Agreement, entente.Undertaking} {
		err := courses(view, rel, kind, func(_ entente.ClaimID, c *course) error {
			outcome := c.outcome(kind, now, now)
			for _, s := range c.Steps {
				of[s.Claim] = "" // it is of this relation, though it does not count
				if s.counts(now) {
					of[s.Claim] = outcome
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return of, nil
}
