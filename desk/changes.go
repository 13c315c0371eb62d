package desk

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sort"
	"time"

	"entente"
	"entente/edtf"
	"entente/followthrough"
	"entente/ledger"
	"entente/projection"
)

// Changes is what was entered since an instant, and what it moved.
type Changes struct {
	Since     time.Time
	Entries   int
	Skipped   int          // entries since then that were not looked at: there are too many
	Documents []*Document  // received, the last first
	Claimed   int          // claims that were read or made for the first time, and stand
	Held      []HeldChange // what people judged, noted and claimed by hand, the last first
	Rules     int          // judgements that rules made
	Moves     []Move       // by relation
	Left      int          // relations with news in which nobody looked for moves: there are too many
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

// mostLooked is in how many relations moves are looked for, those with the
// most news; to look in one takes some tens of milliseconds.
const mostLooked = 12

// mostEntries is how many entries are looked at, the last ones.
const mostEntries = 5000

// Changes returns what was entered since an instant. What moved is concluded
// as of today, or the day of a relation's newest document, against what was
// known then.
func (r *Register) Changes(ctx context.Context, since time.Time) (Changes, error) {
	c := Changes{Since: since}
	err := r.store.View(ctx, func(view Snapshot) error {
		from, err := enteredBefore(view, since)
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
		f := &follower{view: view, docs: map[entente.DocumentID]*Document{}}
		news := map[entente.Relation]int{}
		for entry, err := range decoded(view.Records(from)) {
			if err != nil {
				return err
			}
			c.Entries++
			rels, err := touched(view, entry)
			if err != nil {
				return err
			}
			for _, rel := range rels {
				news[rel]++
			}
			if err := c.take(f, entry, from); err != nil {
				return err
			}
		}
		slices.Reverse(c.Documents)
		slices.Reverse(c.Held)
		return r.moves(view, &c, from, news)
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

// take notes one entry.
func (c *Changes) take(f *follower, e entente.Entry, from entente.Seq) error {
	held := HeldChange{On: e.Recorded, By: e.By}
	var id, other entente.ClaimID
	switch b := e.Body.(type) {
	case entente.Received:
		d, err := f.document(b.Document.ID)
		if err != nil {
			return err
		}
		c.Documents = append(c.Documents, d)
		return nil
	case entente.Read:
		d, err := f.document(b.Document.ID)
		if err != nil || d.Read != e.Seq {
			return err
		}
		claims, err := projection.ClaimsOf(f.view, d.ID)
		for _, claim := range claims {
			if claim.First > from && claim.Live() && claim.Hand == "" {
				c.Claimed++
			}
		}
		return err
	case entente.Claimed:
		id, held.What = ledger.ClaimID(b.TextSHA256, b.Claim), ByHandMade
		c.Claimed++
	case entente.Noted:
		id, held.What, held.Note = b.Subject, NoteMade, &b
	case entente.Judgement:
		if e.By == ByRule {
			c.Rules++
			return nil
		}
		id, other, held.What, held.Reason, held.Outcome = b.Subject, b.Other, b.Verdict, b.Reason, b.Outcome
	default:
		return nil
	}
	claim, err := f.file(id)
	if err != nil {
		return nil // gone with a later reading
	}
	held.Claim = claim
	if other != "" {
		if claim, err = f.file(other); err != nil {
			return nil
		}
		held.Other = &claim
	}
	c.Held = append(c.Held, held)
	return nil
}

// moves compares matters with what was known of them before.
func (r *Register) moves(view Snapshot, c *Changes, from entente.Seq, news map[entente.Relation]int) error {
	rels := slices.SortedFunc(maps.Keys(news), func(a, b entente.Relation) int {
		return cmp.Or(cmp.Compare(news[b], news[a]), cmp.Compare(a.String(), b.String()))
	})
	if len(rels) > mostLooked {
		c.Left, rels = len(rels)-mostLooked, rels[:mostLooked]
	}
	slices.SortFunc(rels, func(a, b entente.Relation) int { return cmp.Compare(a.String(), b.String()) })
	seen := map[entente.ClaimID]bool{}
	for _, rel := range rels {
		moved, err := r.movesIn(view, rel, from, c.Since)
		if err != nil {
			return err
		}
		for _, m := range moved {
			if !seen[m.ID] {
				seen[m.ID] = true
				c.Moves = append(c.Moves, m)
			}
		}
	}
	return nil
}

func (r *Register) movesIn(view Snapshot, rel entente.Relation, from entente.Seq, since time.Time) ([]Move, error) {
	docs, err := projection.Documents(view, rel)
	if err != nil {
		return nil, err
	}
	then, now := follower{view: view, docs: map[entente.DocumentID]*Document{}}, follower{view: view, docs: map[entente.DocumentID]*Document{}}
	if now.horizon, err = horizonOf(view, rel); err != nil {
		return nil, err
	}
	then.horizon = now.horizon
	y, m, d := since.UTC().Date()
	then.asOf, now.asOf = edtf.DayOf(y, int(m), d), r.day(edtf.Date{})
	var before []*Document
	for _, d := range docs {
		seq, err := view.Find(ledger.ReceivedID(d.ID))
		if err != nil {
			return nil, err
		}
		on, ok := dayOf(d.Date)
		if seq <= from {
			before = append(before, d)
		}
		if !ok {
			continue
		}
		now.asOf = max(now.asOf, on)
		if seq <= from {
			then.asOf = max(then.asOf, on)
		}
	}
	then.readBy(before)
	now.readBy(docs)
	maps.Copy(then.docs, now.docs)
	var moves []Move
	for _, kind := range []entente.Kind{entente.Undertaking, entente.Agreement, entente.Contact} {
		list, err := projection.Matters(view, kind, rel)
		if err != nil {
			return nil, err
		}
		if err := now.readAhead(list); err != nil {
			return nil, err
		}
		for _, matter := range list {
			move, moved, err := movedOf(&then, &now, matter, from)
			if err != nil {
				return nil, err
			}
			if moved {
				move.Relation = rel
				moves = append(moves, move)
			}
		}
	}
	return moves, nil
}

// movedOf compares a matter with what was known of it up to an entry.
func movedOf(then, now *follower, m *Matter, from entente.Seq) (Move, bool, error) {
	present, err := now.follow(m)
	if err != nil || len(present.Claims) == 0 {
		return Move{}, false, err
	}
	var known []ClaimFile
	for _, c := range present.Claims {
		if c.First <= from {
			known = append(known, c)
		}
	}
	move := Move{Matter: m, Stage: m.Stage, New: len(known) == 0}
	if m.Kind != entente.Contact {
		move.Now = present.Outcome()
	}
	if move.New {
		return move, true, nil
	}
	past := &Following{Matter: m.Known(rowsOf(known)), Claims: known}
	move.WasStage = past.Stage
	if m.Kind != entente.Contact {
		past.Concluded = followthrough.Conclude(m.Kind, past.steps(), then.read, then.asOf, then.horizon)
		move.Was = past.Concluded.Outcome
		if o := m.Outcome; o != nil && o.Seq <= from {
			if past.Judged = o; !past.newer() {
				move.Was = o.Outcome
			}
		}
	}
	return move, move.Was != move.Now || move.WasStage != move.Stage, nil
}
