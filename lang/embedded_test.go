package lang

import (
	"io/fs"
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// TestInPlace: what is read where it lies is what the packs hold, and opening
// them copies little: a large file that is copied wants a line in embedded.go.
func TestInPlace(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	packs, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if kb := (after.TotalAlloc - before.TotalAlloc) >> 10; kb > 6<<10 {
		t.Errorf("opening the packs takes %d KB of heap", kb)
	}
	sub, err := fs.Sub(embedded, "packs")
	if err != nil {
		t.Fatal(err)
	}
	copied, err := Open(sub)
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range packs.Tags() {
		p, q := packs.Pack(tag), copied.Pack(tag)
		if !maps.Equal(p.models, q.models) || p.Hash() != q.Hash() {
			t.Errorf("%s: read in place it is another pack: models %s", tag, strings.Join(slices.Sorted(maps.Keys(p.models)), ", "))
		}
	}
}
