package desk

import (
	"cmp"
	"math"
	"slices"
	"time"

	"entente"
	"entente/edtf"
	"entente/followthrough"
	"entente/projection"
)

// moves compares matters with what was known of them before.
func (r *Register) moves(view Snapshot, c *Changes, from entente.Seq, news map[entente.Relation]int, q ChangesQuery) error {
	all, err := projection.Relations(view)
	if err != nil {
		return err
	}
	var rels []entente.Relation
	for _, row := range all {
		if row.Last > from && (q.Relation == entente.Relation{} || q.Relation == row.Relation) {
			rels = append(rels, row.Relation)
		}
	}
	slices.SortFunc(rels, func(a, b entente.Relation) int {
		return cmp.Or(cmp.Compare(news[b], news[a]), cmp.Compare(a.String(), b.String()))
	})
	if len(rels) > mostLooked {
		c.Left, rels = rels[mostLooked:], rels[:mostLooked]
	}
	slices.SortFunc(rels, func(a, b entente.Relation) int { return cmp.Compare(a.String(), b.String()) })
	seen := map[entente.ClaimID]bool{}
	var ids []entente.ClaimID
	for _, rel := range rels {
		err := r.movesIn(view, rel, from, c.Since, func(id entente.ClaimID, m Move) {
			if seen[id] {
				return
			}
			seen[id] = true
			if m.New {
				c.New++
			} else {
				c.Moved++
			}
			if len(c.Moves) < q.Limit {
				c.Moves, ids = append(c.Moves, m), append(ids, id)
			}
		})
		if err != nil {
			return err
		}
	}
	matters, err := projection.SomeMatters(view, ids)
	for i, m := range matters {
		c.Moves[i].Matter = m
	}
	return err
}

// movesIn calls f for the matters of a relation that moved or are new.
func (r *Register) movesIn(view Snapshot, rel entente.Relation, from entente.Seq, since time.Time, f func(entente.ClaimID, Move)) error {
	docs, err := projection.Dates(view, rel)
	if err != nil {
		return err
	}
	horizon, err := horizonOf(view, rel)
	if err != nil {
		return err
	}
	y, m, d := since.UTC().Date()
	then := known{until: from, asOf: edtf.DayOf(y, int(m), d), horizon: horizon}
	now := known{until: math.MaxInt64, asOf: r.day(edtf.Date{}), horizon: horizon, room: make([]followthrough.Step, 0, manySteps)}
	var reads []followthrough.Read
	for _, d := range docs {
		if on, ok := dayOf(d.Date); ok {
			reads = append(reads, followthrough.Read{Document: d.ID, Dated: on})
			now.asOf = max(now.asOf, on)
			if d.Entered <= from {
				then.read = append(then.read, reads[len(reads)-1])
				then.asOf = max(then.asOf, on)
			}
		}
	}
	now.read = reads
	for _, kind := range []entente.Kind{entente.Undertaking, entente.Agreement, entente.Contact} {
		err := courses(view, rel, kind, func(id entente.ClaimID, c *course) error {
			if _, ok := c.stage(now, now); !ok {
				return nil
			}
			move := Move{Relation: rel, Stage: c.Stage}
			was, before := c.stage(now, then)
			move.WasStage, move.New = was, !before
			if kind != entente.Contact {
				move.Now = c.outcome(kind, now, now)
				move.Was = c.outcome(kind, now, then)
			}
			if move.New || move.Was != move.Now || move.WasStage != move.Stage {
				f(id, move)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
