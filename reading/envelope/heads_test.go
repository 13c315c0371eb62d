package envelope_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what is read into testdata/heads, for review")

// TestHeads reads the heads and feet of invented documents of all forms in
// testdata/heads, each followed by what its envelope says.
func TestHeads(t *testing.T) {
	const mark = "\n-- envelope --\n"
	files, err := filepath.Glob(filepath.Join("testdata", "heads", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no heads", err)
	}
	s := newStages(t)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, want, _ := strings.Cut(string(data), mark)
		tag, _, _ := strings.Cut(filepath.Base(file), "-")
		got := show(s.read(text, tag))
		if *update {
			if err := os.WriteFile(file, []byte(text+mark+got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got != want {
			t.Errorf("%s: got\n%swant\n%s", file, got, want)
		}
	}
}
