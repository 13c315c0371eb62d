package desk_test

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/internal/mill"
	"entente/ledger"
	"entente/sqlite"
)

// late is a day on which all is past.
var late = edtf.InYear(mill.Late)

// fill enters n documents of a mill in a ledger, and nothing in its views.
func fill(b *testing.B, m *mill.Mill, store *sqlite.Store, n int) {
	b.Helper()
	update := func(f func(ledger.Tx) error) error {
		return store.Update(ctx, func(tx sqlite.Tx) error { return f(tx) })
	}
	if err := m.Fill(update, ledger.Hand{By: "mill", At: clock()}, n); err != nil {
		b.Fatal(err)
	}
}

// again is a reader that reads what a mill made.
type again struct{ read entente.Read }

func (a again) Read(string, io.Reader, string) (entente.Document, entente.Reading, error) {
	return a.read.Document, a.read.Reading, nil
}

func (a again) Reading(*entente.Document) entente.Reading { return a.read.Reading }

// BenchmarkScale takes a ledger that holds the readings of n documents and no
// views: it makes all views and the index of search of it, then identity of
// all, with the judgements that it enters and what they change in the views.
// Reading is not part of it. Then it takes in one more document, and asks for
// the state of one relation of two hundred. What a document costs must not
// grow with their number.
//
//	go test ./desk -run '^$' -bench Scale -benchtime 1x
func BenchmarkScale(b *testing.B) {
	packs := benchReader(b).Packs
	for _, n := range []int{1000, 5000, 20000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				m := mill.New(n / mill.PerRelation)
				store := mustOpen(b)
				fill(b, m, store, n)
				extra := make([]entente.Read, 40)
				for i := range extra {
					extra[i] = m.Read(i%len(m.Things), mill.PerRelation/2+i)
				}
				b.StartTimer()

				start, spent := time.Now(), cpu()
				register, err := desk.NewRegister(desk.RegisterConfig{Store: store, Packs: packs, Now: clock}) // makes the views
				if err != nil {
					b.Fatal(err)
				}
				views, spentOnViews := time.Since(start), cpu()-spent
				if err := register.Identify(ctx); err != nil {
					b.Fatal(err)
				}
				all, spentOnAll := time.Since(start), cpu()-spent
				b.StopTimer()

				var times []time.Duration
				spentOnMore := 0.0
				for _, read := range extra {
					r, err := desk.NewRegister(desk.RegisterConfig{Store: store, Packs: packs, Reader: again{read}, Now: clock})
					if err != nil {
						b.Fatal(err)
					}
					if err := r.Identify(ctx); err != nil { // wakes the matcher
						b.Fatal(err)
					}
					source := desk.Source{Name: read.Document.Name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(read.Document.Text)), nil }}
					start, spent = time.Now(), cpu()
					err = r.Receive(ctx, desk.Receiving{By: "mill", On: "2051-01-01"}, []desk.Source{source}, func(receipt desk.Receipt) {
						if receipt.Err != nil || receipt.Claims == 0 {
							b.Fatalf("one more: %+v", receipt)
						}
					})
					if err != nil {
						b.Fatal(err)
					}
					times = append(times, time.Since(start))
					spentOnMore += cpu() - spent
				}
				if _, err := register.Status(ctx, mill.Relation(1), late); err != nil {
					b.Fatal(err) // wakes the connection that reads
				}
				start = time.Now()
				status, err := register.Status(context.Background(), mill.Relation(0), late)
				if err != nil || len(status.Documents) < mill.PerRelation {
					b.Fatalf("status of %d documents, %v", len(status.Documents), err)
				}
				asked := time.Since(start)
				matters := len(status.Agreements) + len(status.Undertakings) + len(status.Contacts)
				b.ReportMetric(float64(views.Milliseconds())/float64(n), "views-ms/doc")
				b.ReportMetric(float64((all-views).Milliseconds())/float64(n), "identity-ms/doc")
				b.ReportMetric(1000*spentOnViews/float64(n), "views-cpu-ms/doc")
				b.ReportMetric(1000*(spentOnAll-spentOnViews)/float64(n), "identity-cpu-ms/doc")
				b.ReportMetric(all.Seconds(), "s")
				b.ReportMetric(spentOnAll, "cpu-s")
				slices.Sort(times)
				b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "onemore-ms")
				b.ReportMetric(1000*spentOnMore/float64(len(times)), "onemore-cpu-ms")
				b.ReportMetric(float64(asked.Microseconds())/1000, "status-ms")
				b.ReportMetric(float64(matters), "matters")
				b.ReportMetric(peak(b), "peak-MB")
				b.StartTimer()
			}
		})
	}
}

// cpu returns the seconds that this program has computed, on all cores; 0
// where the system does not say. On a machine that others use too it says
// more than the clock.
func cpu() float64 {
	data, _ := os.ReadFile("/proc/self/stat")
	_, rest, _ := strings.Cut(string(data), ") ")
	fields := strings.Fields(rest)
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.ParseFloat(fields[11], 64)
	system, _ := strconv.ParseFloat(fields[12], 64)
	return (user + system) / 100
}

// peak returns the most memory that this program has held, in megabytes; 0
// where the system does not say.
func peak(b *testing.B) float64 {
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			kb, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kb / 1024
		}
	}
	return 0
}
