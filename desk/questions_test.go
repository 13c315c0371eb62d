package desk_test

import (
	"errors"
	"flag"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/internal/mill"
	"entente/sqlite"
)

// A large register is made once for all questions.
var large struct {
	sync.Once
	register *desk.Register
	mill     *mill.Mill
	docs     []*desk.Document
	claims   int
	close    func()
}

var documents = flag.Int("documents", 20000, "how many documents BenchmarkDesk asks")

func largeRegister(b *testing.B) {
	large.Do(func() {
		packs := benchReader(b).Packs
		m := mill.New(*documents / mill.PerRelation)
		store := keptOpen(b)
		r, err := desk.NewRegister(desk.RegisterConfig{Store: store, Packs: packs, Now: clock})
		if err != nil {
			b.Fatal(err)
		}
		fill(b, m, store, *documents)
		if _, err := r.Rebuild(ctx); err != nil {
			b.Fatal(err)
		}
		if err := r.Identify(ctx); err != nil {
			b.Fatal(err)
		}
		a, err := r.Ask(ctx, "documents", entente.Relation{})
		if err != nil {
			b.Fatal(err)
		}
		large.register, large.mill, large.docs = r, m, a.Documents
		for _, d := range a.Documents {
			large.claims += d.Claims
		}
	})
}

// BenchmarkDesk asks what the pages of the web ask, of a register of 20,000
// documents on a hundred relations and more than 100,000 claims, and reports
// what 95 of 100 answers take at most.
//
//	go test ./desk -run '^$' -bench Desk -benchtime 100x
func BenchmarkDesk(b *testing.B) {
	largeRegister(b)
	r, chance := large.register, rand.New(rand.NewSource(5))
	relation := func() entente.Relation {
		return mill.Relation(chance.Intn(len(large.mill.Things)))
	}
	document := func() *desk.Document { return large.docs[chance.Intn(len(large.docs))] }
	claim := func() entente.ClaimID {
		a, err := r.Ask(ctx, string(document().ID), entente.Relation{})
		if err != nil {
			b.Fatal(err)
		}
		if len(a.Document.Claims) == 0 {
			return ""
		}
		return a.Document.Claims[chance.Intn(len(a.Document.Claims))].ID
	}
	search := func(word func() string) func() error {
		return func() error { _, err := r.Find(ctx, desk.Finding{Query: word(), Limit: 40}); return err }
	}
	thing := func() mill.Thing {
		list := large.mill.Things[chance.Intn(len(large.mill.Things))]
		return list[chance.Intn(len(list))]
	}
	for _, q := range []struct {
		name string
		ask  func() error
	}{
		{"relations", func() error { _, err := r.Ask(ctx, "relations", entente.Relation{}); return err }},
		{"inbox", func() error { _, err := r.Inbox(ctx, "", 0, 50); return err }},
		{"inbox-new", func() error { _, err := r.Inbox(ctx, desk.StateNew, 50*chance.Intn(10), 50); return err }},
		{"relation", func() error { _, err := r.Status(ctx, relation(), late); return err }},
		{"relation-past", func() error { _, err := r.Status(ctx, relation(), edtf.InYear(2033+chance.Intn(15))); return err }},
		{"calendar", func() error { _, err := r.Calendar(ctx); return err }},
		{"due", func() error { _, err := r.Due(ctx, relation(), edtf.Date{}); return err }},
		{"matter", func() error { _, err := r.History(ctx, claim(), edtf.Date{}); return err }},
		{"document", func() error { _, err := r.Letter(ctx, string(document().ID)); return err }},
		{"claim", func() error { _, err := r.Claim(ctx, claim()); return err }},
		{"people", func() error {
			_, _, err := r.Parties(ctx, entente.MentionOrganisation, 200*chance.Intn(20), 200)
			return err
		}},
		{"search-rare", search(func() string { return thing().Org })},
		{"search-two", search(func() string { return thing().What })},
		{"search-common", search(func() string { return "wished" })},
	} {
		b.Run(q.name, func(b *testing.B) {
			var times []time.Duration
			spent := cpu()
			for b.Loop() {
				start := time.Now()
				if err := q.ask(); err != nil && !errors.Is(err, entente.ErrNotFound) {
					b.Fatal(err)
				}
				times = append(times, time.Since(start))
			}
			slices.Sort(times)
			b.ReportMetric(1000*(cpu()-spent)/float64(len(times)), "cpu-ms")
			b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
	b.Logf("%d documents, %d claims, %.0f MB at most", len(large.docs), large.claims, peak(b))
}

// keptOpen opens a new register that outlives the benchmark which makes it.
func keptOpen(b *testing.B) *sqlite.Store {
	folder, err := os.MkdirTemp("", "entente-bench-*")
	if err != nil {
		b.Fatal(err)
	}
	store, err := sqlite.Open(ctx, sqlite.Config{Path: filepath.Join(folder, "large.db"), Create: true})
	if err != nil {
		b.Fatal(err)
	}
	large.close = func() { store.Close(); os.RemoveAll(folder) }
	return store
}

func TestMain(m *testing.M) {
	code := m.Run()
	if large.close != nil {
		large.close()
	}
	os.Exit(code)
}
