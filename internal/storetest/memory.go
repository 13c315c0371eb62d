// Package storetest holds what every store of a register must do, as tests
// that an adapter runs on itself, and a store in memory that does it plainly.
package storetest

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"entente"
	"entente/ledger"
	"entente/projection"
	"entente/search"
)

// A Snapshot reads one state of a register; a Tx also writes it.
type (
	Snapshot = interface {
		ledger.Reader
		projection.View
		search.Index
	}
	Tx = interface {
		ledger.Tx
		projection.Tx
		search.Tx
	}
)

// A Store is what is tested.
type Store interface {
	Update(ctx context.Context, f func(Tx) error) error
	View(ctx context.Context, f func(Snapshot) error) error
}

// Memory is a store in memory. Its zero value is empty. Fail, if not nil, is
// asked before every call to a transaction and fails it with what it returns.
type Memory struct {
	Fail func(call string) error

	mu    sync.RWMutex // one Update; Views hold it while they take the state
	state state
}

type state struct {
	records []ledger.Record
	blobs   map[string][]byte
	views   map[string][]byte
	items   map[string]search.Item // by kind, "/" and id
}

// Update is Store's.
func (m *Memory) Update(ctx context.Context, f func(Tx) error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	next := state{slices.Clone(m.state.records), map[string][]byte{}, map[string][]byte{}, map[string]search.Item{}}
	maps.Copy(next.blobs, m.state.blobs)
	maps.Copy(next.views, m.state.views)
	maps.Copy(next.items, m.state.items)
	if err := f(&memoryTx{m, &next}); err != nil {
		return err
	}
	if err := m.fail("Commit"); err != nil {
		return err
	}
	m.state = next
	return ctx.Err()
}

// View is Store's.
func (m *Memory) View(ctx context.Context, f func(Snapshot) error) error {
	m.mu.RLock()
	state := m.state // Update puts another in its place
	m.mu.RUnlock()
	return f(&memoryTx{m, &state})
}

// Change lets a test damage a record.
func (m *Memory) Change(seq entente.Seq, f func(*ledger.Record)) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.state.records = slices.Clone(m.state.records)
	f(&m.state.records[seq-1])
}

// ChangeBlob lets a test damage a blob.
func (m *Memory) ChangeBlob(sha string, data []byte) { m.state.blobs[sha] = data }

func (m *Memory) fail(call string) error {
	if m.Fail == nil {
		return nil
	}
	return m.Fail(call)
}

type memoryTx struct {
	m *Memory
	s *state
}

func (t *memoryTx) Last() (entente.Seq, error) {
	return entente.Seq(len(t.s.records)), t.m.fail("Last")
}

func (t *memoryTx) Find(id entente.EntryID) (entente.Seq, error) {
	for _, r := range t.s.records {
		if r.ID == id {
			return r.Seq, t.m.fail("Find")
		}
	}
	return 0, t.m.fail("Find")
}

func (t *memoryTx) Record(seq entente.Seq) (ledger.Record, error) {
	if seq < 1 || int(seq) > len(t.s.records) {
		return ledger.Record{}, fmt.Errorf("entry %d: %w", seq, entente.ErrNotFound)
	}
	return t.s.records[seq-1], t.m.fail("Record")
}

func (t *memoryTx) Records(after entente.Seq) iter.Seq2[ledger.Record, error] {
	return func(yield func(ledger.Record, error) bool) {
		for _, r := range t.s.records[min(int(after), len(t.s.records)):] {
			err := t.m.fail("Records")
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

func (t *memoryTx) Hashes(seq entente.Seq) ([]byte, error) {
	r, err := t.Record(seq)
	return r.Hashes, err
}

func (t *memoryTx) Blob(sha string) ([]byte, error) {
	data, ok := t.s.blobs[sha]
	if !ok {
		return nil, fmt.Errorf("bytes %s: %w", sha, entente.ErrNotFound)
	}
	return data, t.m.fail("Blob")
}

func (t *memoryTx) Put(r ledger.Record) error {
	clash := int(r.Seq) != len(t.s.records)+1
	for _, old := range t.s.records {
		clash = clash || old.ID == r.ID || r.Number != (entente.Number{}) && old.Number == r.Number
	}
	if clash {
		return fmt.Errorf("put entry %d: %w", r.Seq, entente.ErrConflict)
	}
	t.s.records = append(t.s.records, r)
	return t.m.fail("Put")
}

func (t *memoryTx) PutBlob(sha string, data []byte) error {
	if _, ok := t.s.blobs[sha]; !ok {
		t.s.blobs[sha] = slices.Clone(data)
	}
	return t.m.fail("PutBlob")
}

func (t *memoryTx) LastNumber(d entente.Direction, year int) (int, error) {
	last := 0
	for _, r := range t.s.records {
		if r.Number.Direction == d && r.Number.Year == year {
			last = max(last, r.Number.N)
		}
	}
	return last, t.m.fail("LastNumber")
}

func (t *memoryTx) Get(key string) ([]byte, error) { return t.s.views[key], t.m.fail("Get") }

func (t *memoryTx) Rows(keys []string) (map[string][]byte, error) {
	rows := map[string][]byte{}
	for _, key := range keys {
		if value := t.s.views[key]; value != nil {
			rows[key] = value
		}
	}
	return rows, t.m.fail("Rows")
}

func (t *memoryTx) Scan(prefix, after string) iter.Seq2[projection.Row, error] {
	return func(yield func(projection.Row, error) bool) {
		for _, key := range slices.Sorted(maps.Keys(t.s.views)) {
			if !strings.HasPrefix(key, prefix) || after != "" && key <= after {
				continue
			}
			err := t.m.fail("Scan")
			if !yield(projection.Row{Key: key, Value: t.s.views[key]}, err) || err != nil {
				return
			}
		}
	}
}

func (t *memoryTx) Tail(prefix string) (last projection.Row, err error) {
	for key, value := range t.s.views {
		if strings.HasPrefix(key, prefix) && key > last.Key {
			last = projection.Row{Key: key, Value: value}
		}
	}
	return last, t.m.fail("Tail")
}

func (t *memoryTx) Set(key string, value []byte) error {
	if value == nil {
		delete(t.s.views, key)
	} else {
		t.s.views[key] = slices.Clone(value)
	}
	return t.m.fail("Set")
}

func (t *memoryTx) ClearViews() error {
	clear(t.s.views)
	return t.m.fail("ClearViews")
}

func (t *memoryTx) Index(i search.Item) error {
	t.s.items[string(i.Kind)+"/"+i.ID] = i
	return t.m.fail("Index")
}

func (t *memoryTx) Unindex(kind search.Kind, id string) error {
	delete(t.s.items, string(kind)+"/"+id)
	return t.m.fail("Unindex")
}

func (t *memoryTx) ClearIndex() error {
	clear(t.s.items)
	return t.m.fail("ClearIndex")
}

func (t *memoryTx) Indexed() (bool, error) { return len(t.s.items) > 0, t.m.fail("Indexed") }

// Answers looks at every item; it ranks by day and id.
func (t *memoryTx) Answers(kind search.Kind, q search.Query) (search.Found, error) {
	var items []search.Item
	for _, i := range t.s.items {
		if i.Kind == kind && answers(i, q) {
			items = append(items, i)
		}
	}
	slices.SortFunc(items, func(a, b search.Item) int { return cmp.Or(cmp.Compare(b.Day, a.Day), cmp.Compare(a.ID, b.ID)) })
	found := search.Found{More: len(items) > search.Most}
	for _, i := range items[:min(search.Most, len(items))] {
		found.Hits = append(found.Hits, search.Hit{ID: i.ID, Day: i.Day, Facets: i.Shown})
	}
	return found, t.m.fail("Answers")
}

// answers is what an index does with a query, plainly.
func answers(i search.Item, q search.Query) bool {
	columns := map[search.Column]string{search.InWords: i.Words, search.InFrom: i.From, search.InTo: i.To, search.InFacets: strings.Join(i.Facets, " ")}
	for _, term := range q.Terms {
		found := false
		for _, phrase := range term.Any {
			s := " " + strings.Join(phrase, " ")
			if !term.Prefix {
				s += " "
			}
			found = found || strings.Contains(" "+columns[term.In]+" ", s)
		}
		if found == term.Not {
			return false
		}
	}
	if q.Days != nil && (i.Day < q.Days.First || i.Day > q.Days.Last) {
		return false
	}
	return len(q.Terms) > 0 && (q.Among == nil || slices.Contains(q.Among, i.ID)) && (q.Keep == nil || q.Keep(i.ID))
}
