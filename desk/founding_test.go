package desk_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"entente/desk"
	"entente/lang"
)

// BenchmarkFounding reads the founding letter, everything on. Run it with
// -cpu 1 for the letters that one core reads in a second.
func BenchmarkFounding(b *testing.B) {
	folder := os.Getenv("ENTENTE_SHARED")
	if folder == "" {
		folder = "../../shared"
	}
	letter, err := os.ReadFile(filepath.Join(folder, "seed", "letter.txt"))
	if err != nil {
		b.Skipf("no founding letter at %s; set ENTENTE_SHARED to the folder that holds seed/", folder)
	}
	packs, err := lang.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	r, err := desk.NewReader(packs)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(letter)))
	for b.Loop() {
		if _, _, err := r.Read("letter.txt", bytes.NewReader(letter), ""); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "letters/s")
}
