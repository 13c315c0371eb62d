// Package projection folds the ledger's entries into views: documents, claims
// and the matters they are about, relations, parties. A view is rows under
// keys that a store keeps in order; it can be thrown away and is made again,
// byte for byte, by applying every entry from the first.
//
// Apply reads the entry and the rows, never a clock.
package projection

import (
	"fmt"
	"iter"
	"strconv"
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
	// Rows returns the rows of those of some keys that have one, by key.
	Rows(keys []string) (map[string][]byte, error)
	// Scan yields, in the order of the keys' bytes, the rows whose key starts
	// with prefix and comes after after ("" for all). Rows may be set while it
	// runs; it may or may not see them.
	Scan(prefix, after string) iter.Seq2[Row, error]
	// Tail returns the last row whose key starts with prefix; the zero Row if
	// there is none.
	Tail(prefix string) (Row, error)
}

// A Tx is a View that can be written.
type Tx interface {
	View
	// Set puts a row, whose value is not changed afterwards; a nil value takes
	// it away.
	Set(key string, value []byte) error
	// ClearViews takes all rows away.
	ClearViews() error
}

const formKey = "form"

// SetForm notes that the views have the present Form.
func SetForm(tx Tx) error { return tx.Set(formKey, strconv.AppendInt(nil, Form, 10)) }

// Present reports whether the views have the present Form. Those of an empty
// ledger have none.
func Present(v View) (bool, error) {
	form, err := v.Get(formKey)
	return string(form) == strconv.Itoa(Form), err
}

// load returns the row of a key, nil if there is none.
func load[T any](v View, key string, code func(*Coder, *T)) (*T, error) {
	data, err := v.Get(key)
	if data == nil || err != nil {
		return nil, err
	}
	return parse(Row{key, data}, code)
}

func parse[T any](r Row, code func(*Coder, *T)) (*T, error) {
	row := new(T)
	if err := Decode(r.Value, row, code); err != nil {
		return nil, fmt.Errorf("view %s: %v: %w; entente rebuild makes the views again", r.Key, err, entente.ErrCorrupt)
	}
	return row, nil
}

func store[T any](tx Tx, key string, row *T, code func(*Coder, *T)) error {
	return tx.Set(key, Encode(row, code))
}

// The keys. Ids, codes and dates hold no "/"; a name is the last piece.
func documentKey(id entente.DocumentID) string { return "document/" + Hex(id) }
func claimKey(id entente.ClaimID) string       { return "claim/" + string(id) }
func matterKey(id entente.ClaimID) string      { return "matter/" + string(id) }
func ofKey(id entente.DocumentID) string       { return "of/" + Hex(id) }
func pairsKey(id entente.ClaimID) string       { return "pairs/" + string(id) }
func marksKey(text string) string              { return "marks/" + text }
func namesKey(id entente.DocumentID) string    { return "names/" + Hex(id) }
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
