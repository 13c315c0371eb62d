// Package projection folds the ledger's entries into views: documents, claims
// and the matters they are about, relations, parties. A view is rows under
// keys that a store keeps in order; it can be thrown away and is made again,
// byte for byte, by applying every entry from the first.
//
// Apply reads the entry and the rows, never a clock.
package projection

import (
	"encoding/json"
	"fmt"
	"iter"
	"strings"

	"entente"
)

// A Row is one row of a view.
type Row struct {
	Key   string
	Value []byte
}

// A View reads rows.
type View interface {
	// Get returns the row of a key, nil if there is none.
	Get(key string) ([]byte, error)
	// Scan yields, in the order of the keys' bytes, the rows whose key starts
	// with prefix and comes after after ("" for all). Rows may be set while it
	// runs; it may or may not see them.
	Scan(prefix, after string) iter.Seq2[Row, error]
}

// A Tx is a View that can be written.
type Tx interface {
	View
	// Set puts a row; a nil value takes it away.
	Set(key string, value []byte) error
	// ClearViews takes all rows away.
	ClearViews() error
}

// load returns the row of a key as a T, nil if there is none.
func load[T any](v View, key string) (*T, error) {
	data, err := v.Get(key)
	if data == nil || err != nil {
		return nil, err
	}
	return parse[T](Row{key, data})
}

func parse[T any](r Row) (*T, error) {
	row := new(T)
	if err := json.Unmarshal(r.Value, row); err != nil {
		return nil, fmt.Errorf("view %s: %v: %w; entente rebuild makes the views again", r.Key, err, entente.ErrCorrupt)
	}
	return row, nil
}

func store(tx Tx, key string, row any) error {
	data, err := json.Marshal(row)
	if err != nil {
		return err
	}
	return tx.Set(key, data)
}

// The keys. Ids, codes and dates hold no "/"; a name is the last piece.
func documentKey(id entente.DocumentID) string { return "document/" + Hex(id) }
func claimKey(id entente.ClaimID) string       { return "claim/" + string(id) }
func matterKey(id entente.ClaimID) string      { return "matter/" + string(id) }
func ofKey(id entente.DocumentID, start int, claim entente.ClaimID) string {
	return fmt.Sprintf("of/%s/%09d/%s", Hex(id), start, claim)
}
func pairKey(a, b entente.ClaimID) string         { return "pair/" + string(a) + "/" + string(b) }
func markKey(text string, seq entente.Seq) string { return fmt.Sprintf("mark/%s/%012d", text, seq) }
func numberKey(n entente.Number) string {
	return fmt.Sprintf("number/%s/%04d/%07d", n.Direction, n.Year, n.N)
}
func relationKey(r entente.Relation) string { return "relation/" + r.String() }
func horizonKey(r entente.Relation) string  { return "horizon/" + r.String() }

// datedKey lists documents and matters by kind and date; relation is "" for
// the list of all.
func datedKey(relation, what, date, id string) string {
	return "dated/" + relation + "/" + what + "/" + day(date) + "/" + id
}

// Hex returns the hexadecimal part of a document's id.
func Hex(id entente.DocumentID) string { return strings.TrimPrefix(string(id), "sha256:") }

// day returns the start of an EDTF date in a form that sorts; an open or
// missing one comes first.
func day(date string) string {
	date = strings.TrimLeft(date, "[{.")
	end := 0
	for end < len(date) && (date[end] == '-' || '0' <= date[end] && date[end] <= '9' || date[end] == 'X') {
		end++
	}
	if end == 0 {
		return "0000"
	}
	return strings.ReplaceAll(date[:end], "X", "0")
}
