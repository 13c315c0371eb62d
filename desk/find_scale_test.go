package desk_test

import (
	"cmp"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"entente/desk"
	"entente/internal/mill"
	"entente/sqlite"
)

// BenchmarkFind searches among 20,000 documents and their claims: for what
// few and what all of them hold, with filters and without, and while somebody
// types. No search should take more than 30 ms. ENTENTE_SCALE names a file
// that keeps what is searched from one run to the next.
//
//	go test ./desk -run '^$' -bench Find -benchtime 20x
func BenchmarkFind(b *testing.B) {
	const n = 20000
	packs := benchReader(b).Packs
	path := os.Getenv("ENTENTE_SCALE")
	_, err := os.Stat(path)
	store, opened := mustOpen(b), error(nil)
	if path != "" {
		store, opened = sqlite.Open(ctx, sqlite.Config{Path: path, Create: true})
	}
	if opened != nil {
		b.Fatal(opened)
	}
	register, made := desk.NewRegister(desk.RegisterConfig{Store: store, Packs: packs, Now: clock})
	if made != nil {
		b.Fatal(made)
	}
	if path == "" || err != nil {
		fill(b, mill.New(n/mill.PerRelation), store, n)
		if _, err := register.Rebuild(ctx); err != nil {
			b.Fatal(err)
		}
	}
	for name, query := range map[string]string{
		"rare":       "tidal tunnel",
		"all":        "wished",
		"two":        "wished tramway",
		"phrase":     `"as both of us have wished"`,
		"not":        "exchange -tramway",
		"filters":    "relation:AA-AB kind:undertaking after:2040",
		"who":        "from:AC tramway",
		"times":      "after:2035-05-03 before:2044-09-17 hospital",
		"outcome":    "relation:AA-AB outcome:moving,silent,stalled,open",
		"everything": "kind:contact",
		"typing two": "tr",
		"typing one": "ho",
	} {
		b.Run(name, func(b *testing.B) {
			f := desk.Finding{Query: query, Typing: strings.HasPrefix(name, "typing")}
			found, err := register.Find(ctx, f) // wakes the connection, and concludes outcomes
			if err != nil || found.AllClaims+found.AllDocuments == 0 {
				b.Fatalf("nothing found: %v", err)
			}
			var times []time.Duration
			spent := cpu()
			for b.Loop() {
				start := time.Now()
				if _, err := register.Find(ctx, f); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(start))
			}
			slices.SortFunc(times, cmp.Compare[time.Duration])
			b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "ms")
			b.ReportMetric(1000*(cpu()-spent)/float64(len(times)), "cpu-ms")
			b.ReportMetric(float64(found.AllDocuments+found.AllClaims), "found")
		})
	}
}
