package api_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"entente/api"
)

// What a program that was killed left of an upload goes with the next start;
// what somebody is at stays, and so does what is none of ours.
func TestClearUploads(t *testing.T) {
	temp := t.TempDir()
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		t.Setenv(name, temp)
	}
	make := func(folder string, err error) string {
		t.Helper()
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, "0"), []byte("a letter"), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		return folder
	}
	left, busy, other := make(api.UploadFolder()), make(api.UploadFolder()), make(os.MkdirTemp("", "another-*"))
	before := time.Now().Add(-2 * time.Hour)
	for _, folder := range []string{left, other} {
		if err := os.Chtimes(folder, before, before); err != nil {
			t.Fatal(err)
		}
	}
	api.ClearUploads()
	for folder, stays := range map[string]bool{left: false, busy: true, other: true} {
		if _, err := os.Stat(filepath.Join(folder, "0")); (err == nil) != stays {
			t.Errorf("%s stays: %v, want %v", filepath.Base(folder), err == nil, stays)
		}
	}
}
