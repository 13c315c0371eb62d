package sqlite_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/desk"
	"entente/sqlite"
)

func register(t *testing.T, s *sqlite.Store) *desk.Register {
	t.Helper()
	r, err := desk.NewRegister(desk.RegisterConfig{Store: s, Reader: plain{}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func enter(t *testing.T, s *sqlite.Store, texts ...string) {
	t.Helper()
	var sources []desk.Source
	for _, text := range texts {
		sources = append(sources, desk.Source{Name: text, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }})
	}
	if err := register(t, s).Receive(ctx, desk.Receiving{By: "Ivo"}, sources, func(desk.Receipt) {}); err != nil {
		t.Fatal(err)
	}
}

// names returns the names of the documents of a register, sorted.
func names(t *testing.T, s *sqlite.Store) []string {
	t.Helper()
	r := register(t, s)
	a, err := r.Ask(ctx, "documents", entente.Relation{})
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, d := range a.Documents {
		list = append(list, d.Name)
	}
	slices.Sort(list)
	if _, err := r.Verify(ctx, ""); err != nil {
		t.Fatal(err)
	}
	if rebuilt, err := r.Rebuild(ctx); err != nil || !rebuilt.Same {
		t.Fatalf("Rebuild = %+v, %v", rebuilt, err)
	}
	return list
}

func restoration(path, backup, keep string, force bool) sqlite.Restoration {
	return sqlite.Restoration{Register: sqlite.Config{Path: path}, Backup: backup, Keep: keep, Force: force, Check: desk.Check,
		Rebuild: func(tx sqlite.Tx) error { _, err := desk.Refold(tx); return err }}
}

func TestBackupAndRestore(t *testing.T) {
	folder := t.TempDir()
	path, backup, keep := filepath.Join(folder, "r.db"), filepath.Join(folder, "b.db"), filepath.Join(folder, "k.db")
	live := open(t, path)
	enter(t, live, "one", "two")
	if err := live.Backup(ctx, backup, false); err != nil {
		t.Fatal(err)
	}
	if err := live.Backup(ctx, backup, false); !errors.Is(err, entente.ErrConflict) {
		t.Errorf("backup over a file: %v; want ErrConflict", err)
	}
	if err := live.Backup(ctx, backup, true); err != nil {
		t.Errorf("backup over a file with force: %v", err)
	}
	before, _ := os.ReadFile(backup)
	enter(t, live, "three")

	if err := sqlite.Restore(ctx, restoration(path, backup, keep, false)); !errors.Is(err, entente.ErrConflict) {
		t.Fatalf("restore over a register: %v; want ErrConflict", err)
	}
	if err := sqlite.Restore(ctx, restoration(path, backup, keep, true)); err != nil {
		t.Fatal(err)
	}
	// The store that was open all the while sees the backup and goes on.
	if got := names(t, live); !slices.Equal(got, []string{"one", "two"}) {
		t.Errorf("after the restore: %v", got)
	}
	enter(t, live, "four")
	if got := names(t, live); !slices.Equal(got, []string{"four", "one", "two"}) {
		t.Errorf("after one more: %v", got)
	}
	if got := names(t, open(t, keep)); !slices.Equal(got, []string{"one", "three", "two"}) {
		t.Errorf("what was kept: %v", got)
	}
	after, _ := os.ReadFile(backup)
	if !slices.Equal(before, after) {
		t.Error("the backup was changed")
	}

	elsewhere := filepath.Join(folder, "new", "r.db")
	if err := sqlite.Restore(ctx, restoration(elsewhere, backup, keep+"2", false)); err != nil {
		t.Fatal(err)
	}
	if got := names(t, open(t, elsewhere)); !slices.Equal(got, []string{"one", "two"}) {
		t.Errorf("restored elsewhere: %v", got)
	}
	left, _ := filepath.Glob(filepath.Join(folder, "*", ".entente-*"))
	left2, _ := filepath.Glob(filepath.Join(folder, ".entente-*"))
	if len(left)+len(left2) != 0 {
		t.Errorf("temporary files are left: %v %v", left, left2)
	}
}

func TestRestoreRefusesUnsoundBackup(t *testing.T) {
	folder := t.TempDir()
	path, backup, keep := filepath.Join(folder, "r.db"), filepath.Join(folder, "b.db"), filepath.Join(folder, "k.db")
	live := open(t, path)
	enter(t, live, "one")
	forged := open(t, backup)
	enter(t, forged, "two")
	if err := sqlite.Exec(ctx, forged, "drop trigger entry_stays"); err != nil {
		t.Fatal(err)
	}
	if err := sqlite.Exec(ctx, forged, "update entry set data = replace(data, 'Ivo', 'Eve') where seq = 1"); err != nil {
		t.Fatal(err)
	}
	forged.Close()
	err := sqlite.Restore(ctx, restoration(path, backup, keep, true))
	says(t, err, entente.ErrCorrupt, backup, "nothing was changed")
	if got := names(t, live); !slices.Equal(got, []string{"one"}) {
		t.Errorf("the register holds %v", got)
	}
	text := filepath.Join(folder, "letter.txt")
	os.WriteFile(text, []byte("Port Sylvan, 3 March 2031"), 0o600)
	says(t, sqlite.Restore(ctx, restoration(path, text, keep, true)), entente.ErrCorrupt, text, "nothing was changed")
}

func TestRestoreOverDamagedRegister(t *testing.T) {
	folder := t.TempDir()
	path, backup, keep := filepath.Join(folder, "r.db"), filepath.Join(folder, "b.db"), filepath.Join(folder, "k.db")
	s := open(t, filepath.Join(folder, "sound.db"))
	enter(t, s, "one")
	if err := s.Backup(ctx, backup, false); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(path, []byte(strings.Repeat("no register ", 1000)), 0o600)
	if err := sqlite.Restore(ctx, restoration(path, backup, keep, true)); err != nil {
		t.Fatal(err)
	}
	if got := names(t, open(t, path)); !slices.Equal(got, []string{"one"}) {
		t.Errorf("the register holds %v", got)
	}
	if kept, _ := os.ReadFile(keep); !strings.HasPrefix(string(kept), "no register") {
		t.Error("the damaged register was not kept")
	}
}

func TestLastBackup(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "r.db"))
	if at, file, n, err := s.LastBackup(ctx); err != nil || !at.IsZero() || file != "" || n != 0 {
		t.Errorf("before any: %v %q %d, %v", at, file, n, err)
	}
	path := filepath.Join(t.TempDir(), "copy.db")
	before := time.Now().Add(-time.Minute)
	if err := s.Backup(ctx, path, false); err != nil {
		t.Fatal(err)
	}
	if at, file, _, err := s.LastBackup(ctx); err != nil || at.Before(before) || file != path {
		t.Errorf("after one: %v %q, %v", at, file, err)
	}
}
