package desk

import (
	"iter"

	"entente"
	"entente/ledger"
)

// ahead is how many records are decoded ahead of the one in hand.
const ahead = 64

// decoded yields the entries of records, in their order, decoded on all cores
// while the ones before are worked on.
func decoded(records iter.Seq2[ledger.Record, error]) iter.Seq2[entente.Entry, error] {
	type result struct {
		entry entente.Entry
		err   error
	}
	return func(yield func(entente.Entry, error) bool) {
		var queue []chan result
		next := func() bool {
			r := <-queue[0]
			queue = queue[1:]
			return yield(r.entry, r.err) && r.err == nil
		}
		for record, err := range records {
			out := make(chan result, 1)
			queue = append(queue, out)
			if err != nil {
				out <- result{err: err}
				break
			}
			go func() {
				entry, err := ledger.EntryOf(record)
				out <- result{entry, err}
			}()
			if len(queue) > ahead && !next() {
				return
			}
		}
		for len(queue) > 0 && next() {
		}
	}
}

// readings yields the records of the latest readings of documents.
func readings(tx Tx, docs []*Document) iter.Seq2[ledger.Record, error] {
	return func(yield func(ledger.Record, error) bool) {
		for _, d := range docs {
			if record, err := tx.Record(d.Read); !yield(record, err) || err != nil {
				return
			}
		}
	}
}
