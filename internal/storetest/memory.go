// Package storetest holds what every store of a register must do, as tests
// that an adapter runs on itself, and a store in memory that does it plainly.
package storetest

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sort"
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

	mu    sync.RWMutex // one Update, or many Views
	state state
}

type state struct {
	records []ledger.Record
	blobs   map[string][]byte
	views   map[string][]byte
	stems   map[string]string // by kind, "/" and id
}

// Update is Store's.
func (m *Memory) Update(ctx context.Context, f func(Tx) error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	next := state{slices.Clone(m.state.records), map[string][]byte{}, map[string][]byte{}, map[string]string{}}
	maps.Copy(next.blobs, m.state.blobs)
	maps.Copy(next.views, m.state.views)
	maps.Copy(next.stems, m.state.stems)
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
	defer m.mu.RUnlock()
	return f(&memoryTx{m, &m.state})
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

func (t *memoryTx) Index(kind search.Kind, id, stems string) error {
	key := string(kind) + "/" + id
	delete(t.s.stems, key)
	if stems != "" {
		t.s.stems[key] = stems
	}
	return t.m.fail("Index")
}

func (t *memoryTx) ClearIndex() error {
	clear(t.s.stems)
	return t.m.fail("ClearIndex")
}

// Hits finds by looking at every text; it ranks by id.
func (t *memoryTx) Hits(kind search.Kind, q search.Query, limit int) ([]string, error) {
	var ids []string
	for key, stems := range t.s.stems {
		id, ok := strings.CutPrefix(key, string(kind)+"/")
		if ok && answers(" "+stems+" ", q) {
			ids = append(ids, id)
		}
	}
	sort.Strings(ids)
	return ids[:min(limit, len(ids))], t.m.fail("Hits")
}

func answers(stems string, q search.Query) bool {
	for _, term := range q.Terms {
		found := false
		for _, phrase := range term.Any {
			s := " " + strings.Join(phrase, " ")
			if !term.Prefix {
				s += " "
			}
			found = found || strings.Contains(stems, s)
		}
		if found == term.Not {
			return false
		}
	}
	return true
}
