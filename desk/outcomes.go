package desk

import (
	"maps"
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
	all   map[entente.ClaimID]outcomeSet                           // of all relations; nil: to be made. What was returned never changes
	was   map[entente.Relation]map[entente.ClaimID]entente.Outcome // as all has those that were dropped since it was made
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
	if len(rels) == 0 && o.all != nil && len(o.was) == 0 {
		return o.all, nil
	}
	rows, err := projection.Relations(view)
	if err != nil {
		return nil, err
	}
	some := map[entente.ClaimID]outcomeSet{}
	for _, row := range rows {
		rel := row.Relation
		if len(rels) > 0 && !slices.Contains(rels, rel) {
			continue
		}
		if o.of[rel] == nil {
			if o.of[rel], err = r.concluded(view, rel); err != nil {
				return nil, err
			}
			if o.was[rel] == nil { // all knows nothing of it
				o.was[rel] = map[entente.ClaimID]entente.Outcome{}
			}
		}
		if len(rels) > 0 {
			add(some, o.of[rel])
		}
	}
	if len(rels) > 0 {
		return some, nil
	}
	o.merge()
	return o.all, nil
}

func add(sets map[entente.ClaimID]outcomeSet, of map[entente.ClaimID]entente.Outcome) {
	for id, outcome := range of {
		sets[id] |= setOf(outcome)
	}
}

// merge brings all to what each relation says now. Of those that were dropped
// few claims have another outcome.
func (o *outcomes) merge() {
	if o.all == nil {
		o.all = map[entente.ClaimID]outcomeSet{}
		for _, of := range o.of {
			add(o.all, of)
		}
		clear(o.was)
		return
	}
	o.all = maps.Clone(o.all) // somebody may be looking at it
	again := func(id entente.ClaimID) {
		var set outcomeSet
		for _, of := range o.of {
			if outcome, ok := of[id]; ok {
				set |= setOf(outcome)
			}
		}
		o.all[id] = set
	}
	for rel, was := range o.was {
		is := o.of[rel]
		for id, outcome := range is {
			if before, ok := was[id]; !ok || before != outcome {
				again(id)
			}
		}
		for id := range was {
			if _, ok := is[id]; !ok {
				again(id)
			}
		}
	}
	clear(o.was)
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
