// Package sqlite keeps a register in one SQLite file: the ledger's entries
// and blobs, the rows of the views, and the index of search. Several programs
// may use one file at once: readers never wait, writers queue.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3/driver"
	"github.com/ncruces/go-sqlite3/ext/fts5"

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

// Config configures a Store. Only Path is required.
type Config struct {
	Path   string
	Create bool          // make the register if there is none; else that is entente.ErrNotFound
	Wait   time.Duration // how long to queue behind other writers; 0 means a minute
}

// A Store is one open register. It may be used by many at once.
type Store struct {
	path    string
	writer  *sql.DB // one connection: writers of this program queue in Go, those of others in SQLite
	readers *sql.DB
}

// Open opens a register and brings its tables to the present form. Errors of
// the file are *entente.InputError that say what to do.
func Open(ctx context.Context, c Config) (*Store, error) {
	if c.Wait == 0 {
		c.Wait = time.Minute
	}
	path, err := filepath.Abs(c.Path)
	if err != nil {
		return nil, err
	}
	s := &Store{path: c.Path}
	if info, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if !c.Create {
			return nil, s.missing()
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return nil, err
		}
		if err := own(path); err != nil {
			return nil, err
		}
	} else if err != nil {
		return nil, err
	} else if info.IsDir() {
		return nil, isFolder(s.path)
	}
	if s.writer, err = driver.Open(dsn(path, c.Wait, "synchronous(full)", "cache_size(-65536)")+"&_txlock=immediate", fts5.Register); err != nil {
		return nil, s.explain(err)
	}
	s.writer.SetMaxOpenConns(1)
	if s.readers, err = driver.Open(dsn(path, c.Wait, "query_only(on)", "cache_size(-16384)"), fts5.Register); err != nil {
		return nil, s.explain(errors.Join(err, s.writer.Close()))
	}
	s.readers.SetMaxIdleConns(4)
	if err := s.prepare(ctx, c.Wait); err != nil {
		return nil, s.explain(errors.Join(err, s.Close()))
	}
	return s, nil
}

func dsn(path string, wait time.Duration, pragmas ...string) string {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	if filepath.VolumeName(path) != "" {
		u.Path = "/" + u.Path
	}
	q := url.Values{"_pragma": append([]string{fmt.Sprintf("busy_timeout(%d)", wait.Milliseconds()), "temp_store(memory)"}, pragmas...)}
	q.Set("modeof", path)                                   // the log beside the register is read by nobody else either
	u.RawQuery = strings.ReplaceAll(q.Encode(), "+", "%20") // SQLite takes a plus for one
	return u.String()
}

// Path returns the file as it was named.
func (s *Store) Path() string { return s.path }

// Close closes the register.
func (s *Store) Close() error { return errors.Join(s.readers.Close(), s.writer.Close()) }

// Update calls f with a transaction that no other writer shares. What f wrote
// stands, on disk, once Update returns nil; with an error nothing does.
func (s *Store) Update(ctx context.Context, f func(Tx) error) error {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return s.explain(err)
	}
	defer tx.Rollback() // does nothing after Commit
	t := newTx(ctx, tx)
	if err := f(t); err != nil {
		return s.explain(err)
	}
	if err := t.flush(); err != nil {
		return s.explain(err)
	}
	return s.explain(tx.Commit())
}

// View calls f with one consistent state of the register, whatever is written
// meanwhile.
func (s *Store) View(ctx context.Context, f func(Snapshot) error) error {
	tx, err := s.readers.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return s.explain(err)
	}
	defer tx.Rollback()
	return s.explain(f(newTx(ctx, tx)))
}
