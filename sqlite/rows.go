package sqlite

import (
	"database/sql"
	"hash/maphash"
	"iter"
	"maps"
	"slices"
	"strings"

	"entente/projection"
)

// views holds the rows that a transaction has set and not yet written. A row
// is often set again by the next entry, and written in the order of their
// keys rows cost a third of what they do one by one.
type views struct {
	set     map[string][]byte // nil: taken away
	bytes   int
	cleared bool   // by this transaction
	written filter // the keys that it wrote since
}

// mayHold reports whether the table may hold a row.
func (v *views) mayHold(key string) bool { return !v.cleared || v.written.has(key) }

const (
	mostSet = 48 << 20 // bytes of rows that wait at most
	atOnce  = 64       // rows read or written by one statement at most
	few     = 8        // the same, for fewer
)

func (t *tx) Get(key string) ([]byte, error) {
	if value, ok := t.views.set[key]; ok || !t.views.mayHold(key) {
		return value, nil
	}
	var value []byte
	_, err := t.one("select value from view where key = $1", []any{key}, &value)
	return value, err
}

func (t *tx) Rows(keys []string) (map[string][]byte, error) {
	rows := make(map[string][]byte, len(keys))
	var ask []any
	for i, key := range keys {
		if value, ok := t.views.set[key]; ok && value != nil {
			rows[key] = value
		} else if !ok && t.views.mayHold(key) {
			ask = append(ask, key)
		}
		if len(ask) == 0 || len(ask) < atOnce && i < len(keys)-1 {
			continue
		}
		n := len(ask)
		for _, size := range []int{1, few, atOnce} { // three statements for any number
			for ; n <= size && len(ask) < size; ask = append(ask, ask[0]) {
			}
			if n <= size {
				break
			}
		}
		found, err := list(t, func(rows *sql.Rows, r *projection.Row) error { return rows.Scan(&r.Key, &r.Value) }, ofKeys(len(ask)), ask...)
		if err != nil {
			return nil, err
		}
		for _, r := range found {
			rows[r.Key] = r.Value
		}
		ask = ask[:0]
	}
	return rows, nil
}

// ofKeys is the statement that reads n rows.
func ofKeys(n int) string {
	return "select key, value from view where key in (?" + strings.Repeat(", ?", n-1) + ")"
}

func (t *tx) Set(key string, value []byte) error {
	if t.views.set == nil {
		t.views.set = map[string][]byte{}
	}
	if old, ok := t.views.set[key]; ok {
		t.views.bytes -= len(key) + len(old)
	}
	t.views.set[key] = value
	t.views.bytes += len(key) + len(value)
	if t.views.bytes < mostSet {
		return nil
	}
	return t.flush()
}

// flush writes the rows that wait.
func (t *tx) flush() error {
	keys := slices.Sorted(maps.Keys(t.views.set))
	var args []any
	for i, key := range keys {
		if value := t.views.set[key]; value != nil {
			args = append(args, key, value)
		} else if !t.views.mayHold(key) {
			// it never was there
		} else if err := t.exec("delete from view where key = $1", key); err != nil {
			return err
		}
		if len(args) == 2*atOnce || i == len(keys)-1 && len(args) > 0 {
			if err := t.exec(insert(len(args)/2), args...); err != nil {
				return err
			}
			args = args[:0]
		}
	}
	if t.views.cleared {
		for _, key := range keys {
			t.views.written.add(key)
		}
	}
	t.views = views{cleared: t.views.cleared, written: t.views.written}
	return nil
}

// insert is the statement that writes n rows.
func insert(n int) string {
	return "insert into view (key, value) values (?, ?)" + strings.Repeat(", (?, ?)", n-1) + " on conflict (key) do update set value = excluded.value"
}

func (t *tx) ClearViews() error {
	t.views = views{cleared: true, written: newFilter()}
	return t.exec("delete from view")
}

func (t *tx) Scan(prefix, after string) iter.Seq2[projection.Row, error] {
	end := prefix + "\U0010FFFF" // no key of ours holds it
	return func(yield func(projection.Row, error) bool) {
		op := ">="
		if after < prefix {
			after = prefix
		} else {
			op = ">"
		}
		for {
			rows, err := t.page("select key, value from view where key "+op+" $1 and key < $2 order by key limit $3", after, end, page)
			if err != nil {
				yield(projection.Row{}, err)
				return
			}
			for _, r := range rows {
				if !yield(r, nil) {
					return
				}
				after = r.Key
			}
			if len(rows) < page {
				return
			}
			op = ">"
		}
	}
}

func (t *tx) Tail(prefix string) (projection.Row, error) {
	rows, err := t.page("select key, value from view where key >= $1 and key < $2 order by key desc limit 1", prefix, prefix+"\U0010FFFF")
	if len(rows) == 0 || err != nil {
		return projection.Row{}, err
	}
	return rows[0], nil
}

// page returns the rows of a query, which sees all that was set.
func (t *tx) page(query string, args ...any) ([]projection.Row, error) {
	if err := t.flush(); err != nil {
		return nil, err
	}
	return list(t, func(rows *sql.Rows, r *projection.Row) error { return rows.Scan(&r.Key, &r.Value) }, query, args...)
}

// A filter says of a key whether it was added; in a large register it errs
// now and then, and only by saying yes.
type filter struct {
	bits []uint64
	seed maphash.Seed
}

const filterBits = 1 << 24 // 2 MB; of a million keys it errs on one in a hundred

func newFilter() filter { return filter{make([]uint64, filterBits/64), maphash.MakeSeed()} }

// places returns where the bits of a key are.
func (f filter) places(key string) [4]uint32 {
	h := maphash.String(f.seed, key)
	return [4]uint32{uint32(h) % filterBits, uint32(h>>12) % filterBits, uint32(h>>24) % filterBits, uint32(h>>36) % filterBits}
}

func (f filter) add(key string) {
	for _, at := range f.places(key) {
		f.bits[at/64] |= 1 << (at % 64)
	}
}

func (f filter) has(key string) bool {
	for _, at := range f.places(key) {
		if f.bits[at/64]&(1<<(at%64)) == 0 {
			return false
		}
	}
	return true
}
