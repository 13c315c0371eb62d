package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"

	"github.com/ncruces/go-sqlite3"

	"entente"
	"entente/ledger"
)

// page is how many rows a scan holds in memory at once.
const page = 256

// A tx is one transaction. It is used by one goroutine at a time.
type tx struct {
	ctx   context.Context
	tx    *sql.Tx
	stmts map[string]*sql.Stmt // closed by database/sql with the transaction
	last  *entente.Seq         // what Last returned; nobody else can change it
	views views
	index index
}

func newTx(ctx context.Context, t *sql.Tx) *tx {
	return &tx{ctx: ctx, tx: t, stmts: map[string]*sql.Stmt{}}
}

func (t *tx) stmt(query string) (*sql.Stmt, error) {
	if s := t.stmts[query]; s != nil {
		return s, nil
	}
	s, err := t.tx.PrepareContext(t.ctx, query)
	if err == nil {
		t.stmts[query] = s
	}
	return s, err
}

func (t *tx) exec(query string, args ...any) error {
	s, err := t.stmt(query)
	if err != nil {
		return err
	}
	_, err = s.ExecContext(t.ctx, args...)
	return err
}

// one scans the only row of a query into dest and reports whether there is one.
func (t *tx) one(query string, args []any, dest ...any) (bool, error) {
	s, err := t.stmt(query)
	if err != nil {
		return false, err
	}
	err = s.QueryRowContext(t.ctx, args...).Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// list returns all rows of a query; a statement left open while others run
// would hold its place in the file.
func list[T any](t *tx, scan func(*sql.Rows, *T) error, query string, args ...any) ([]T, error) {
	return some(t, scan, nil, -1, query, args...)
}

// some returns those rows of a query that keep takes, all where it is nil, and
// reads no further once there are limit of them, if that is not negative.
func some[T any](t *tx, scan func(*sql.Rows, *T) error, keep func(*T) bool, limit int, query string, args ...any) ([]T, error) {
	s, err := t.stmt(query)
	if err != nil {
		return nil, err
	}
	rows, err := s.QueryContext(t.ctx, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for len(all) != limit && rows.Next() {
		var item T
		if err := scan(rows, &item); err != nil {
			return nil, err
		}
		if keep == nil || keep(&item) {
			all = append(all, item)
		}
	}
	return all, rows.Err()
}

func (t *tx) Last() (seq entente.Seq, err error) {
	if t.last != nil {
		return *t.last, nil
	}
	if _, err = t.one("select coalesce(max(seq), 0) from entry", nil, &seq); err == nil {
		t.last = &seq
	}
	return seq, err
}

func (t *tx) Find(id entente.EntryID) (seq entente.Seq, err error) {
	_, err = t.one("select seq from entry where id = $1", []any{string(id)}, &seq)
	return seq, err
}

func (t *tx) Record(seq entente.Seq) (ledger.Record, error) {
	records, err := t.records(seq-1, 1)
	if err == nil && (len(records) == 0 || records[0].Seq != seq) {
		err = fmt.Errorf("entry %d: %w", seq, entente.ErrNotFound)
	}
	if err != nil {
		return ledger.Record{}, err
	}
	return records[0], nil
}

func (t *tx) Records(after entente.Seq) iter.Seq2[ledger.Record, error] {
	return func(yield func(ledger.Record, error) bool) {
		for {
			records, err := t.records(after, page)
			if err != nil {
				yield(ledger.Record{}, err)
				return
			}
			for _, r := range records {
				if !yield(r, nil) {
					return
				}
				after = r.Seq
			}
			if len(records) < page {
				return
			}
		}
	}
}

func (t *tx) records(after entente.Seq, limit int) ([]ledger.Record, error) {
	return list(t, func(rows *sql.Rows, r *ledger.Record) error {
		var direction sql.NullString
		var year, n sql.NullInt64
		err := rows.Scan(&r.Seq, &r.ID, &direction, &year, &n, &r.Data, &r.Hashes)
		r.Number = entente.Number{Direction: entente.Direction(direction.String), Year: int(year.Int64), N: int(n.Int64)}
		return err
	}, "select seq, id, direction, year, n, data, hashes from entry where seq > $1 order by seq limit $2", int64(after), limit)
}

func (t *tx) Hashes(seq entente.Seq) ([]byte, error) {
	var hashes []byte
	found, err := t.one("select hashes from entry where seq = $1", []any{int64(seq)}, &hashes)
	if err == nil && !found {
		err = fmt.Errorf("entry %d: %w", seq, entente.ErrNotFound)
	}
	return hashes, err
}

func (t *tx) Blob(sha256 string) ([]byte, error) {
	var data []byte
	found, err := t.one("select data from blob where sha256 = $1", []any{sha256}, &data)
	if err == nil && !found {
		err = fmt.Errorf("bytes %s: %w", sha256, entente.ErrNotFound)
	}
	return data, err
}

func (t *tx) Put(r ledger.Record) error {
	last, err := t.Last()
	if err != nil {
		return err
	}
	conflict := fmt.Errorf("put entry %d after %d: %w", r.Seq, last, entente.ErrConflict)
	if r.Seq != last+1 {
		return conflict
	}
	var direction, year, n any
	if r.Number != (entente.Number{}) {
		direction, year, n = string(r.Number.Direction), r.Number.Year, r.Number.N
	}
	err = t.exec("insert into entry (seq, id, direction, year, n, data, hashes) values ($1, $2, $3, $4, $5, $6, $7)",
		int64(r.Seq), string(r.ID), direction, year, n, r.Data, r.Hashes)
	if errors.Is(err, sqlite3.CONSTRAINT) { // its id or number is not new
		return conflict
	}
	if err == nil {
		t.last = &r.Seq
	}
	return err
}

func (t *tx) PutBlob(sha256 string, data []byte) error {
	if data == nil {
		data = []byte{}
	}
	return t.exec("insert into blob (sha256, data) values ($1, $2) on conflict do nothing", sha256, data)
}

func (t *tx) LastNumber(d entente.Direction, year int) (n int, err error) {
	_, err = t.one("select coalesce(max(n), 0) from entry where direction = $1 and year = $2 and n is not null", []any{string(d), year}, &n)
	return n, err
}
