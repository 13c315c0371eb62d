package sqlite_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/sqlite"
)

var ctx = context.Background()

// says checks that an error is one line of a kind that names the file and
// holds a word of what to do.
func says(t *testing.T, err error, kind error, path, word string) {
	t.Helper()
	var input *entente.InputError
	if !errors.As(err, &input) || kind != nil && !errors.Is(err, kind) {
		t.Fatalf("%v: want an InputError of kind %v", err, kind)
	}
	if input.Name != path || !strings.Contains(err.Error(), word) || strings.Contains(err.Error(), "\n") {
		t.Errorf("%q: want one line that names %s and says %q", err, path, word)
	}
}

func TestMissing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.db")
	_, err := sqlite.Open(ctx, sqlite.Config{Path: path})
	says(t, err, entente.ErrNotFound, path, "entente receive")
	if _, err := os.Stat(path); err == nil {
		t.Error("the register was made all the same")
	}
}

func TestNoRegister(t *testing.T) {
	path := filepath.Join(t.TempDir(), "letter.db")
	os.WriteFile(path, []byte(strings.Repeat("Port Sylvan, 3 March 2031. ", 100)), 0o600)
	_, err := sqlite.Open(ctx, sqlite.Config{Path: path})
	says(t, err, entente.ErrCorrupt, path, "--register")
}

func TestDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	s := open(t, path)
	fill(t, s, 400)
	s.Close()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 8192; i < len(data); i++ { // all pages but the first two
		data[i] = 0x5a
	}
	os.WriteFile(path, data, 0o600)
	s, err = sqlite.Open(ctx, sqlite.Config{Path: path})
	if err == nil {
		err = s.View(ctx, func(v sqlite.Snapshot) error {
			for _, err := range v.Scan("", "") {
				if err != nil {
					return err
				}
			}
			return nil
		})
		s.Close()
	}
	says(t, err, entente.ErrCorrupt, path, "restore")
}

func fill(t *testing.T, s *sqlite.Store, rows int) {
	t.Helper()
	err := s.Update(ctx, func(tx sqlite.Tx) error {
		for i := range rows {
			if err := tx.Set(strings.Repeat("k", 20)+string(rune('a'+i%26))+time.Duration(i).String(), make([]byte, 500)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestLocked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	held := open(t, path)
	other, err := sqlite.Open(ctx, sqlite.Config{Path: path, Wait: 50 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	held.Update(ctx, func(tx sqlite.Tx) error {
		err := other.Update(ctx, func(sqlite.Tx) error { return nil })
		says(t, err, entente.ErrConflict, path, "try again")
		if err := other.View(ctx, func(v sqlite.Snapshot) error { _, err := v.Last(); return err }); err != nil {
			t.Errorf("a reader is held up by a writer: %v", err)
		}
		return nil
	})
}

func TestReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	folder := t.TempDir()
	os.Chmod(folder, 0o500)
	path := filepath.Join(folder, "r.db")
	_, err := sqlite.Open(ctx, sqlite.Config{Path: path, Create: true})
	says(t, err, nil, path, "permissions")
}

func TestEntriesStay(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "r.db"))
	if err := sqlite.Exec(ctx, s, "insert into entry (seq, id, data, hashes) values (1, 'a', x'00', x'00')"); err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{"update entry set data = x'01'", "delete from entry"} {
		if err := sqlite.Exec(ctx, s, statement); err == nil {
			t.Errorf("%q is done; the ledger only grows", statement)
		}
	}
}

func TestNewerForm(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	s := open(t, path)
	if err := sqlite.Exec(ctx, s, "insert into goose_db_version (version_id, is_applied) values (99, 1)"); err != nil {
		t.Fatal(err)
	}
	_, err := sqlite.Open(ctx, sqlite.Config{Path: path})
	says(t, err, entente.ErrConflict, path, "newer")
}

func TestDiskFull(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	s := open(t, path)
	fill(t, s, 10)
	if err := sqlite.Exec(ctx, s, "pragma max_page_count = 40"); err != nil { // SQLite's own name for a full disk
		t.Fatal(err)
	}
	err := s.Update(ctx, func(tx sqlite.Tx) error {
		for i := range 1000 {
			if err := tx.PutBlob(time.Duration(i).String(), make([]byte, 1000)); err != nil {
				return err
			}
		}
		return nil
	})
	says(t, err, nil, path, "make room")
	if err := s.View(ctx, func(v sqlite.Snapshot) error { _, err := v.Blob("0s"); return err }); !errors.Is(err, entente.ErrNotFound) {
		t.Errorf("some of it stands: %v", err)
	}
}
