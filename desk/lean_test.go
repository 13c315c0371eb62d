package desk_test

import (
	"runtime"
	"strings"
	"testing"

	"entente/desk"
	"entente/lang"
)

// TestLean: what stays in memory once letters in two languages are read is
// little, for a command keeps room in proportion to it. The models of syntax
// alone would be twenty megabytes, were they not read where they lie.
func TestLean(t *testing.T) {
	const most = 24 << 20 // it is 17, a third of that what scorers remember
	before := resident()
	packs, err := lang.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	r, err := desk.NewReader(packs)
	if err != nil {
		t.Fatal(err)
	}
	for tag, text := range map[string]string{
		"en": "Ada Lind promised on 4 May 2026 that Arcadia would repair the bridge at Tarn.",
		"fr": "Ada Lind a promis le 4 mai 2026 que l'Arcadie réparerait le pont de Tarn.",
	} {
		if _, _, err := r.Read(tag, strings.NewReader(text), tag); err != nil {
			t.Fatal(err)
		}
	}
	if stays := resident() - before; stays > most {
		t.Errorf("%d KB of heap stay, and %d at most should", stays>>10, most>>10)
	}
	runtime.KeepAlive(r)
}

// resident is the heap in use after a collection: one alone, which leaves
// pools their content, for what scorers remember counts.
func resident() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
