package main

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// A token counts as long as nobody else could read it, and another takes its
// place at once.
func TestToken(t *testing.T) {
	file := tokenFile(filepath.Join(t.TempDir(), "entente.db"))
	if got := readToken(file); got != "" {
		t.Errorf("no file holds %q", got)
	}
	first, err := makeToken(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := readToken(file); got != first || len(got) < 26 {
		t.Errorf("read %q, made %q", got, first)
	}
	second, err := makeToken(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := readToken(file); got != second || second == first {
		t.Errorf("read %q after %q and %q", got, first, second)
	}
	if runtime.GOOS == "windows" {
		return
	}
	if err := os.Chmod(file, 0o640); err != nil {
		t.Fatal(err)
	}
	if got := readToken(file); got != "" {
		t.Errorf("a token that others may have read still counts: %q", got)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(file), ".token-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
