// Package ledger is the only writer of facts. It turns what was received,
// read and judged into entries that are numbered, named by their content and
// chained into a Merkle tree (RFC 6962), and it never changes one. Views are
// folded from its entries elsewhere and can be thrown away.
//
// It keeps no state: a store (see Tx) lends it one transaction, and the
// transaction is what makes several writers queue. No claim is entered
// without words that check.
package ledger

import (
	"fmt"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"entente"
)

// A Hand is who makes an entry, and when.
type Hand struct {
	By   string       // required
	At   time.Time    // stamps Entry.Recorded
	Mark entente.Mark // covers the entry; "" for none
}

// Append enters bodies in order and returns the entries that are new, as the
// ledger now holds them (without Text and Original, see EntryOf); what it held
// already adds nothing. A Received without a register number
// gets the next of its direction and year. Either all are entered or, with
// an error, the transaction must be given up.
//
// It returns entente.ErrInvalid for an anchor that does not check, a hand
// without a name or a body that does not hold together, and
// entente.ErrNotFound for one about a document that was not received.
func Append(tx Tx, hand Hand, bodies ...entente.Body) ([]entente.Entry, error) {
	if hand.By == "" {
		return nil, fmt.Errorf("append: who makes the entry is missing: %w", entente.ErrInvalid)
	}
	last, err := tx.Last()
	if err != nil {
		return nil, err
	}
	var entries []entente.Entry
	known := hashes{tx, map[entente.Seq][]byte{}}
	for _, body := range bodies {
		entry := entente.Entry{Seq: last + 1, Recorded: hand.At.UTC(), By: hand.By, Mark: hand.Mark, Body: body}
		entry.ID, err = entryID(entry)
		if err != nil {
			return nil, fmt.Errorf("append after %d: %w", last, err)
		}
		at, err := tx.Find(entry.ID)
		if err != nil {
			return nil, fmt.Errorf("append after %d: %w", last, err)
		}
		if at != 0 {
			continue
		}
		if err := admit(tx, &entry); err != nil {
			return nil, fmt.Errorf("append after %d: %w", last, err)
		}
		record, err := put(tx, known, entry)
		if err != nil {
			return nil, fmt.Errorf("append after %d: %w", last, err)
		}
		// What is folded now must be what a rebuild will fold, to the last nil.
		if entry, err = EntryOf(record); err != nil {
			return nil, err
		}
		entries = append(entries, entry)
		last = entry.Seq
	}
	return entries, nil
}

// hashes are those of records that were written or read before, so that many
// entries in a row read the tree once.
type hashes struct {
	tx    Tx
	known map[entente.Seq][]byte
}

func (h hashes) of(seq entente.Seq) ([]byte, error) {
	if stored, ok := h.known[seq]; ok {
		return stored, nil
	}
	stored, err := h.tx.Hashes(seq)
	if err == nil {
		h.known[seq] = stored
	}
	return stored, err
}

// put writes one entry that was admitted.
func put(tx Tx, known hashes, entry entente.Entry) (Record, error) {
	data, err := encode(entry)
	if err != nil {
		return Record{}, err
	}
	complete, err := tlog.StoredHashes(int64(entry.Seq)-1, data, hashesFrom(known.of))
	if err != nil {
		return Record{}, err
	}
	record := Record{Seq: entry.Seq, ID: entry.ID, Data: data}
	for _, h := range complete {
		record.Hashes = append(record.Hashes, h[:]...)
	}
	if r, ok := entry.Body.(entente.Received); ok {
		record.Number = r.Number
	}
	known.known[entry.Seq] = record.Hashes
	return record, tx.Put(record)
}

// EntryOf returns the entry that a record holds. Text and Original of its
// documents are not in the record but in blobs, under their hashes. It returns
// entente.ErrCorrupt for bytes that are no entry.
func EntryOf(record Record) (entente.Entry, error) {
	entry, err := decode(record.Data)
	if err != nil {
		return entente.Entry{}, fmt.Errorf("entry %d: %v: %w", record.Seq, err, entente.ErrCorrupt)
	}
	return entry, nil
}
