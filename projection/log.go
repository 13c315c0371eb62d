package projection

import (
	"fmt"
	"strconv"
	"strings"

	"entente"
)

// The log has one row for each entry but the judgements of rules, which are
// ten times as many: what it is, what it is about, and what has become of it.
// Who asks what is new reads a stretch of small rows and no entries.

// A Logged is the row of one entry.
type Logged struct {
	What      string             // received, read, claimed, held (by a person), noted, or other
	Document  entente.DocumentID // of received and read
	Relations []entente.Relation // in which it may have moved matters
	Fresh     int                // of read: claims that nobody had read before and that stand now
}

// What a Logged may be.
const (
	LogReceived = "received"
	LogRead     = "read"
	LogClaimed  = "claimed"
	LogHeld     = "held"
	LogNoted    = "noted"
	LogOther    = "other"
)

func logKey(seq entente.Seq) string { return fmt.Sprintf("log/%012d", seq) }

// LoggedAfter calls f with each row of the log after an entry, in order.
func LoggedAfter(v View, after entente.Seq, f func(entente.Seq, *Logged) error) error {
	for row, err := range v.Scan("log/", logKey(after)) {
		if err != nil {
			return err
		}
		seq, err := strconv.ParseInt(strings.TrimPrefix(row.Key, "log/"), 10, 64)
		if err != nil {
			return fmt.Errorf("view %s: %w", row.Key, entente.ErrCorrupt)
		}
		l, err := parse(row, loggedRow)
		if err != nil {
			return err
		}
		if err := f(entente.Seq(seq), l); err != nil {
			return err
		}
	}
	return nil
}

// log notes an entry that was folded, and the relations that it may have
// moved.
func (f *fold) log(e entente.Entry) error {
	l := &Logged{What: LogOther}
	var docs []entente.DocumentID
	switch b := e.Body.(type) {
	case entente.Received:
		l.What, l.Document = LogReceived, b.Document.ID
	case entente.Read:
		l.What, l.Document, docs = LogRead, b.Document.ID, []entente.DocumentID{b.Document.ID}
	case entente.Claimed:
		l.What, docs = LogClaimed, []entente.DocumentID{b.Document}
	case entente.Noted:
		l.What = LogNoted
	case entente.Judgement:
		l.What = LogHeld
		for _, id := range []entente.ClaimID{b.Subject, b.Other} {
			if row := f.claims[id]; row != nil { // it was judged just now
				docs = append(docs, row.Document)
			}
		}
	case entente.Watched:
		l.Relations = []entente.Relation{b.Relation}
	}
	for _, id := range docs {
		d, err := f.document(id)
		if err != nil {
			return err
		}
		for _, r := range d.Relations {
			l.Relations = addOnce(l.Relations, r.Relation)
		}
	}
	for _, r := range l.Relations {
		row, err := f.relation(r)
		if err != nil {
			return err
		}
		row.Last = e.Seq
	}
	if l.What != LogHeld || !byRule(e.By) {
		f.logged[e.Seq] = l
	}
	return nil
}

// countFresh counts the claims of a document that stand in the rows of the
// readings that made them first.
func (f *fold) countFresh(ids []entente.ClaimID, firsts map[entente.Seq]bool) error {
	fresh := map[entente.Seq]int{}
	for seq := range firsts {
		fresh[seq] = 0
	}
	for _, id := range ids {
		row := f.claims[id] // countClaims has read it
		if row.Hand != "" {
			continue
		}
		if row.Live() {
			fresh[row.First]++
		} else {
			fresh[row.First] += 0
		}
	}
	for seq, n := range fresh {
		l := f.logged[seq]
		if l == nil {
			var err error
			if l, err = load(f.tx, logKey(seq), loggedRow); err != nil {
				return err
			}
		}
		if l != nil && l.What == LogRead && l.Fresh != n {
			l.Fresh = n
			f.logged[seq] = l
		}
	}
	return nil
}

func (f *fold) writeLog() error {
	for seq, l := range f.logged {
		if err := store(f.tx, logKey(seq), l, loggedRow); err != nil {
			return err
		}
	}
	return nil
}
