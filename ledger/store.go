package ledger

import (
	"iter"

	"golang.org/x/mod/sumdb/tlog"

	"entente"
)

// A Record is an entry as a store keeps it: bytes it need not understand.
type Record struct {
	Seq    entente.Seq
	ID     entente.EntryID
	Number entente.Number // of a Received; a store holds it unique
	Data   []byte         // the entry, encoded
	Hashes []byte         // the hashes of the Merkle tree that this entry completes, 32 bytes each, leaf first
}

// A Reader reads one consistent state of a ledger.
type Reader interface {
	// Last returns the place of the last entry, 0 in an empty ledger.
	Last() (entente.Seq, error)
	// Find returns the place of the entry of that id, 0 if there is none.
	Find(id entente.EntryID) (entente.Seq, error)
	// Record returns one record, or entente.ErrNotFound.
	Record(seq entente.Seq) (Record, error)
	// Records yields, in order, every record after seq.
	Records(after entente.Seq) iter.Seq2[Record, error]
	// Hashes returns Record.Hashes of one record, or entente.ErrNotFound.
	Hashes(seq entente.Seq) ([]byte, error)
	// Blob returns bytes by their hexadecimal SHA-256, or entente.ErrNotFound.
	Blob(sha256 string) ([]byte, error)
}

// A Tx is a Reader that may also write. All that is written through one Tx
// stands, or none; and while it is open no other Tx is, so that what it reads
// is still true when it writes. What a store must do beyond these words is
// what internal/storetest checks.
type Tx interface {
	Reader
	// Put appends a record. It returns entente.ErrConflict unless Seq is one
	// more than Last, and both ID and Number are new.
	Put(Record) error
	// PutBlob keeps bytes under their hexadecimal SHA-256; bytes that are
	// there already are left alone.
	PutBlob(sha256 string, data []byte) error
	// LastNumber returns the highest register number of a direction and year,
	// 0 if there is none.
	LastNumber(entente.Direction, int) (int, error)
}

// hashReader reads the hashes of the Merkle tree from the records that
// completed them. Hash number i of the tree is on level l at place n; the
// last leaf below it is (n+1)<<l - 1, and that leaf's record holds it.
func hashReader(r Reader) tlog.HashReaderFunc { return hashesFrom(r.Hashes) }

// hashesFrom is hashReader for a function that returns Record.Hashes.
func hashesFrom(of func(entente.Seq) ([]byte, error)) tlog.HashReaderFunc {
	return func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			level, n := tlog.SplitStoredHashIndex(index)
			leaf := (n+1)<<level - 1
			stored, err := of(entente.Seq(leaf + 1))
			if err != nil {
				return nil, err
			}
			if len(stored) < (level+1)*tlog.HashSize {
				return nil, corrupt(entente.Seq(leaf+1), "its hashes are incomplete")
			}
			copy(hashes[i][:], stored[level*tlog.HashSize:])
		}
		return hashes, nil
	}
}
