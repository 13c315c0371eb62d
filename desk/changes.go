package desk

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sort"
	"time"

	"entente"
	"entente/edtf"
	"entente/followthrough"
	"entente/ledger"
	"entente/projection"
)

// Changes is what was entered since an instant, and what it moved. Lists hold
// at most as many as were asked for; counts are of all.
type Changes struct {
	Since     time.Time
	Entries   int
	Skipped   int         // entries since then that were not looked at: there are too many
	Received  int         // documents
	Documents []*Document // received, the last first
	Claimed   int         // claims that were read or made for the first time, and stand
	Entered   int         // what people judged, noted and claimed by hand
	Held      []HeldChange
	Rules     int                // judgements that rules made
	Moved     int                // matters whose stage or outcome is another than before
	New       int                // matters of which nothing was known before
	Moves     []Move             // both, by relation
	Left      []entente.Relation // with news, in which nobody looked for moves: there are too many
}

// A ChangesQuery asks what changed.
type ChangesQuery struct {
	Since    time.Time
	Relation entente.Relation // in which moves are looked for; zero for those with the most news
	Limit    int              // of each list; 0 for mostListed
}

// A HeldChange is one thing that a person entered about a claim.
type HeldChange struct {
	On      time.Time
	By      string
	What    entente.Verdict // "" for a note, "claimed" for a claim by hand
	Reason  string
	Outcome entente.Outcome
	Claim   ClaimFile
	Other   *ClaimFile // of two claims
	Note    *entente.Noted
}

// ByHandMade is what HeldChange calls a claim made by hand, and Noted a note.
const (
	ByHandMade entente.Verdict = "claimed"
	NoteMade   entente.Verdict = "noted"
)

// A Move is a matter whose stage or outcome is another than before.
type Move struct {
	*Matter
	Relation        entente.Relation
	New             bool // nothing was known of it before
	WasStage, Stage string
	Was, Now        entente.Outcome // "" for a contact
}

// mostLooked is in how many relations moves are looked for at once, those with
// the most news.
const mostLooked = 8

// mostEntries is how many entries are looked at, the last ones.
const mostEntries = 5000

// mostListed is how long lists are unless somebody asks for another length.
const mostListed = 200

// Changes returns what was entered since an instant. What moved is concluded
// as of today, or the day of a relation's newest document, against what was
// known then.
func (r *Register) Changes(ctx context.Context, q ChangesQuery) (Changes, error) {
	c := Changes{Since: q.Since}
	q.Limit = cmp.Or(q.Limit, mostListed)
	err := r.store.View(ctx, func(view Snapshot) error {
		from, err := enteredBefore(view, q.Since)
		if err != nil {
			return err
		}
		last, err := view.Last()
		if err != nil {
			return err
		}
		if n := int(last - from); n > mostEntries {
			c.Skipped = n - mostEntries
			from = last - mostEntries
		}
		c.Entries = int(last - from)
		news, err := c.take(view, from, q.Limit)
		if err != nil {
			return err
		}
		return r.moves(view, &c, from, news, q)
	})
	return c, err
}

// enteredBefore returns the last entry that was made before an instant, 0 for
// none. Entries follow each other in time, so few have to be looked at.
func enteredBefore(view Snapshot, at time.Time) (entente.Seq, error) {
	last, err := view.Last()
	if err != nil {
		return 0, err
	}
	n := sort.Search(int(last), func(i int) bool {
		entered, e := enteredAt(view, entente.Seq(i+1))
		if e != nil {
			err = e
			return true
		}
		return !entered.Before(at)
	})
	return entente.Seq(n), err
}

// take notes what the log tells of the entries after one, and returns how much
// news there is in each relation.
func (c *Changes) take(view Snapshot, from entente.Seq, limit int) (map[entente.Relation]int, error) {
	news := map[entente.Relation]int{}
	var docs []entente.DocumentID
	var held []entente.Seq
	logged := 0
	err := projection.LoggedAfter(view, from, func(seq entente.Seq, l *projection.Logged) error {
		logged++
		for _, rel := range l.Relations {
			news[rel]++
		}
		switch l.What {
		case projection.LogReceived:
			docs = append(docs, l.Document)
		case projection.LogRead:
			c.Claimed += l.Fresh
		case projection.LogClaimed:
			c.Claimed++
			held = append(held, seq)
		case projection.LogHeld, projection.LogNoted:
			held = append(held, seq)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	c.Received, c.Entered, c.Rules = len(docs), len(held), c.Entries-logged
	docs, held = docs[max(0, len(docs)-limit):], held[max(0, len(held)-limit):]
	if c.Documents, err = projection.SomeDocuments(view, docs); err != nil {
		return nil, err
	}
	slices.Reverse(c.Documents)
	f := &follower{view: view, docs: map[entente.DocumentID]*Document{}}
	for _, seq := range slices.Backward(held) {
		record, err := view.Record(seq)
		if err != nil {
			return nil, err
		}
		entry, err := ledger.EntryOf(record)
		if err != nil {
			return nil, err
		}
		c.hold(f, entry)
	}
	return news, nil
}

// hold notes what a person entered.
func (c *Changes) hold(f *follower, e entente.Entry) {
	held := HeldChange{On: e.Recorded, By: e.By}
	var id, other entente.ClaimID
	switch b := e.Body.(type) {
	case entente.Claimed:
		id, held.What = ledger.ClaimID(b.TextSHA256, b.Claim), ByHandMade
	case entente.Noted:
		id, held.What, held.Note = b.Subject, NoteMade, &b
	case entente.Judgement:
		id, other, held.What, held.Reason, held.Outcome = b.Subject, b.Other, b.Verdict, b.Reason, b.Outcome
	}
	claim, err := f.file(id)
	if err != nil {
		return // gone with a later reading
	}
	held.Claim = claim
	if other != "" {
		if claim, err = f.file(other); err != nil {
			return
		}
		held.Other = &claim
	}
	c.Held = append(c.Held, held)
}

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
	now := known{until: math.MaxInt64, asOf: r.day(edtf.Date{}), horizon: horizon}
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
