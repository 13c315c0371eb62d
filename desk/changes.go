package desk

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"time"

	"entente"
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
	var entries []entente.Entry
	var ids []entente.ClaimID
	for _, seq := range slices.Backward(held) {
		record, err := view.Record(seq)
		if err != nil {
			return nil, err
		}
		entry, err := ledger.EntryOf(record)
		if err != nil {
			return nil, err
		}
		entries = append(entries, entry)
		id, other := heldOf(entry)
		if ids = append(ids, id); other != "" {
			ids = append(ids, other)
		}
	}
	if err := f.filesAhead(ids); err != nil {
		return nil, err
	}
	for _, entry := range entries {
		c.hold(f, entry)
	}
	return news, nil
}

// heldOf returns the claims that a person's entry is about, the other "" for
// one alone.
func heldOf(e entente.Entry) (id, other entente.ClaimID) {
	switch b := e.Body.(type) {
	case entente.Claimed:
		return ledger.ClaimID(b.TextSHA256, b.Claim), ""
	case entente.Noted:
		return b.Subject, ""
	case entente.Judgement:
		return b.Subject, b.Other
	}
	return "", ""
}

// hold notes what a person entered.
func (c *Changes) hold(f *follower, e entente.Entry) {
	held := HeldChange{On: e.Recorded, By: e.By}
	id, other := heldOf(e)
	switch b := e.Body.(type) {
	case entente.Claimed:
		held.What = ByHandMade
	case entente.Noted:
		held.What, held.Note = NoteMade, &b
	case entente.Judgement:
		held.What, held.Reason, held.Outcome = b.Verdict, b.Reason, b.Outcome
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
