package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"time"

	"github.com/ncruces/go-sqlite3"
	"github.com/pressly/goose/v3"

	"entente"
)

//go:embed migrations/*.sql
var migrations embed.FS

// latest is the number of the last file in migrations.
const latest = 3

// prepare puts the register in WAL mode and its tables in the present form.
// Several programs may open a new register at once: whoever loses the race
// sees an error of SQLite, waits, and finds the work done.
func (s *Store) prepare(ctx context.Context, wait time.Duration) error {
	deadline := time.Now().Add(wait)
	pause, lost := 5*time.Millisecond, 0
	for {
		err := s.migrate(ctx)
		if errors.Is(err, sqlite3.ERROR) {
			lost++ // "table entry already exists"
		}
		busy := errors.Is(err, sqlite3.BUSY) || errors.Is(err, sqlite3.LOCKED) || errors.Is(err, sqlite3.ERROR)
		if err == nil || !busy || lost > 5 || time.Now().After(deadline) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
		pause = min(2*pause, 200*time.Millisecond)
	}
}

func (s *Store) migrate(ctx context.Context) error {
	at, err := schemaVersion(ctx, s.writer)
	if err != nil {
		return err
	}
	if at > latest {
		return &entente.InputError{Name: s.path, At: -1, Err: entente.ErrConflict,
			Text: fmt.Sprintf("a newer Entente wrote this register (form %d, this program knows %d); use that one", at, latest)}
	}
	var mode string
	if err := s.writer.QueryRowContext(ctx, "pragma journal_mode").Scan(&mode); err != nil {
		return err
	}
	if mode != "wal" {
		if err := s.writer.QueryRowContext(ctx, "pragma journal_mode = wal").Scan(&mode); err != nil {
			return err
		}
	}
	if at == latest {
		return nil
	}
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, s.writer, files, goose.WithSlog(slog.New(slog.DiscardHandler)))
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}

// schemaVersion returns the number of the last migration that a register has
// had, 0 for a new one. It costs less than asking goose.
func schemaVersion(ctx context.Context, db *sql.DB) (int, error) {
	var tables int
	err := db.QueryRowContext(ctx, "select count(*) from sqlite_schema where name = 'goose_db_version'").Scan(&tables)
	if err != nil || tables == 0 {
		return 0, err
	}
	var at int
	err = db.QueryRowContext(ctx, "select coalesce(max(version_id), 0) from goose_db_version where is_applied").Scan(&at)
	return at, err
}
