package sqlite_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"entente/sqlite"
)

// A register and its log are for their owner alone.
func TestOwnersAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("rights are those of the folder")
	}
	path := filepath.Join(t.TempDir(), "new.db")
	s, err := sqlite.Open(context.Background(), sqlite.Config{Path: path, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, file := range []string{path, path + "-wal"} {
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != 0o600 {
			t.Errorf("%s: rights %o", filepath.Base(file), got)
		}
	}
}
