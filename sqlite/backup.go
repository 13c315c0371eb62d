package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"
	"github.com/ncruces/go-sqlite3/ext/fts5"

	"entente"
)

// Backup writes the register, as it stands now, to a new file, which appears
// whole or not at all. Other programs go on meanwhile. A file that is there
// already is replaced only with force.
func (s *Store) Backup(ctx context.Context, path string, force bool) error {
	if err := vacant(path, force); err != nil {
		return err
	}
	temp, err := tempBeside(path)
	if err != nil {
		return err
	}
	defer os.Remove(temp)
	if err := s.copyTo(ctx, temp, path); err != nil {
		return err
	}
	if err := put(temp, path, force); err != nil {
		return err
	}
	return s.noteBackup(ctx, path)
}

// noteBackup keeps when the register was copied, for who asks how old the
// latest copy is.
func (s *Store) noteBackup(ctx context.Context, path string) error {
	to, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	_, err = s.writer.ExecContext(ctx, "insert into backup (at, file, entries) select $1, $2, coalesce(max(seq), 0) from entry", time.Now().UTC().Format(time.RFC3339), to)
	return s.explain(err)
}

// LastBackup returns when the register was last copied by Backup, to which
// file, and how many entries it held; the zero time if it never was.
func (s *Store) LastBackup(ctx context.Context) (at time.Time, file string, entries int, err error) {
	var written string
	err = s.readers.QueryRowContext(ctx, "select at, file, entries from backup order by rowid desc limit 1").Scan(&written, &file, &entries)
	if errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, "", 0, nil
	}
	if err == nil {
		at, err = time.Parse(time.RFC3339, written)
	}
	return at, file, entries, s.explain(err)
}

// copyTo copies one consistent state of the register to an empty file and
// waits until it is on disk; path is what a person calls that file.
func (s *Store) copyTo(ctx context.Context, temp, path string) error {
	to, err := filepath.Abs(temp)
	if err != nil {
		return err
	}
	here, err := filepath.Abs(s.path)
	if err != nil {
		return err
	}
	// A connection of its own: the readers' may not write, not even elsewhere.
	db, err := driver.Open(dsn(here, 0, "temp_store(memory)"), fts5.Register)
	if err != nil {
		return s.explain(err)
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, "vacuum into $1", to)
	if errors.Is(err, sqlite3.CORRUPT) || errors.Is(err, sqlite3.NOTADB) {
		return s.explain(err)
	}
	if err == nil {
		err = sync(temp)
	}
	if err != nil && ctx.Err() == nil {
		return &entente.InputError{Name: path, At: -1, Err: err, Text: "the copy could not be written (" + err.Error() + "); make room on that disk, or name a file on another"}
	}
	return err
}

// A Restoration says what Restore does.
type Restoration struct {
	Register Config // the register to fill
	Backup   string
	Force    bool   // replace a register that is there
	Keep     string // where the register that is replaced goes

	Check   func(Snapshot) error // refuses a backup that does not hold together
	Rebuild func(Tx) error       // makes the views again
}

// Restore puts a backup in the place of a register. The backup is checked
// first and never changed. A register that is there is kept in the file Keep
// and then replaced in one transaction, so that programs that have it open
// see the old state or the new, and none loses what it enters.
func Restore(ctx context.Context, r Restoration) error {
	path := r.Register.Path
	_, err := os.Stat(path)
	exists := err == nil
	if exists && !r.Force {
		return &entente.InputError{Name: path, At: -1, Err: entente.ErrConflict,
			Text: "there is a register already; give --force to replace it, it will be kept beside the new one"}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	temp, err := tempBeside(path)
	if err != nil {
		return err
	}
	defer removeAll(temp)
	if err := copyFile(r.Backup, temp); err != nil {
		return err
	}
	if err := r.vet(ctx, temp); err != nil {
		return err
	}
	if !exists {
		return put(temp, path, false)
	}
	live, err := Open(ctx, r.Register)
	if errors.Is(err, entente.ErrCorrupt) {
		return r.setAside(temp)
	}
	if err != nil {
		return err
	}
	return errors.Join(live.replace(ctx, temp, r), live.Close())
}

// vet opens the copy of a backup, brings it to the present form, checks it
// and makes its views again.
func (r Restoration) vet(ctx context.Context, temp string) error {
	store, err := Open(ctx, Config{Path: temp})
	if err != nil {
		return r.refuse(err)
	}
	var verdict string
	err = store.writer.QueryRowContext(ctx, "pragma quick_check(1)").Scan(&verdict)
	if err == nil && verdict != "ok" {
		err = fmt.Errorf("%s: %w", verdict, entente.ErrCorrupt)
	}
	if err == nil {
		err = store.View(ctx, r.Check)
	}
	if err == nil {
		err = store.Update(ctx, r.Rebuild)
	}
	if err == nil { // into one file, which can be moved
		var mode string
		store.readers.Close()
		err = store.writer.QueryRowContext(ctx, "pragma journal_mode = delete").Scan(&mode)
	}
	if err = errors.Join(err, store.Close()); err != nil {
		return r.refuse(err)
	}
	return sync(temp)
}

func (r Restoration) refuse(err error) error {
	if !errors.Is(err, entente.ErrCorrupt) {
		return err
	}
	return &entente.InputError{Name: r.Backup, At: -1, Err: err,
		Text: "this is no sound backup of a register (" + cause(err) + "); nothing was changed, take another"}
}

// cause is the innermost reason, without the name of the temporary copy.
func cause(err error) string {
	var input *entente.InputError
	if errors.As(err, &input) {
		return input.Text
	}
	return err.Error()
}

// setAside moves a register that cannot be opened out of the way and the
// backup into its place.
func (r Restoration) setAside(temp string) error {
	path := r.Register.Path
	if err := vacant(r.Keep, false); err != nil {
		return err
	}
	for _, tail := range []string{"", "-wal", "-shm"} {
		if err := os.Rename(path+tail, r.Keep+tail); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return put(temp, path, false)
}

// replace fills the register from another file, in one transaction. While it
// holds the right to write, no entry can be made between the copy that is
// kept and the change.
func (s *Store) replace(ctx context.Context, from string, r Restoration) error {
	if err := vacant(r.Keep, false); err != nil {
		return err
	}
	abs, err := filepath.Abs(from)
	if err != nil {
		return err
	}
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return s.explain(err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "attach $1 as backup", abs); err != nil {
		return s.explain(err)
	}
	defer conn.ExecContext(context.WithoutCancel(ctx), "detach backup")
	t, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return s.explain(err)
	}
	defer t.Rollback()
	if err := s.keep(ctx, r.Keep); err != nil {
		return err
	}
	if err := refill(ctx, t); err != nil {
		return s.explain(err)
	}
	views := newTx(ctx, t)
	if err := errors.Join(r.Rebuild(views), views.flush()); err != nil {
		return s.explain(err)
	}
	return s.explain(t.Commit())
}

func (s *Store) keep(ctx context.Context, path string) error {
	temp, err := tempBeside(path)
	if err != nil {
		return err
	}
	defer os.Remove(temp)
	if err := s.copyTo(ctx, temp, path); err != nil {
		return err
	}
	return put(temp, path, false)
}

// refill takes every entry out and puts those of the backup in. The rule that
// entries stay is lifted for this alone.
func refill(ctx context.Context, t *sql.Tx) error {
	var rule string
	if err := t.QueryRowContext(ctx, "select sql from main.sqlite_schema where name = 'entry_remains'").Scan(&rule); err != nil {
		return err
	}
	for _, statement := range []string{
		"drop trigger main.entry_remains",
		"delete from main.entry",
		"delete from main.blob",
		"insert into main.entry select * from backup.entry order by seq",
		"insert into main.blob select * from backup.blob",
		rule,
	} {
		if _, err := t.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}
