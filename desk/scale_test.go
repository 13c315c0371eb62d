package desk_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/ledger"
	"entente/sqlite"
)

// A mill makes the readings of dossiers that never were: relations of two
// hundred documents over twenty years, each of which speaks of some of the
// things that are on foot at its time. The same seed makes the same.
type mill struct {
	chance *rand.Rand
	things [][]thing // by relation
}

const perRelation = 200

// A thing is one undertaking, agreement or visit of a relation.
type thing struct {
	kind                  entente.Kind
	what, org, place, dom string
	from, until           int // months after the start
	day                   string
}

var (
	syllables = strings.Fields("ba bor dur fel gan hol ka lis mar men nor ost pel quor ras sil tam ul vor zen dra ilk")
	objects   = strings.Fields("tramway bridge port hospital school railway dam reactor satellite cannery refinery airport library museum observatory tunnel ferry canal mill quarry")
	kindsOf   = strings.Fields("coastal northern regional experimental floating solar rapid underground alpine tidal rural deep joint inland")
	domains   = entente.Domains
)

func (m *mill) name() string {
	var b strings.Builder
	for range 2 + m.chance.Intn(2) {
		b.WriteString(syllables[m.chance.Intn(len(syllables))])
	}
	return strings.ToUpper(b.String()[:1]) + b.String()[1:]
}

func newMill(relations int) *mill {
	m := &mill{chance: rand.New(rand.NewSource(20))}
	for range relations {
		var list []thing
		for i := range 90 {
			from := m.chance.Intn(240)
			t := thing{kind: entente.Undertaking, from: from, until: from + 12 + m.chance.Intn(60), dom: domains[m.chance.Intn(len(domains))],
				org: m.name() + " " + m.name(), place: m.name(),
				what: kindsOf[m.chance.Intn(len(kindsOf))] + " " + objects[m.chance.Intn(len(objects))]}
			switch i % 6 {
			case 4:
				t.kind = entente.Agreement
			case 5:
				t.kind = entente.Contact
				t.day = day(from+3, 1+m.chance.Intn(28))
			}
			list = append(list, t)
		}
		m.things = append(m.things, list)
	}
	return m
}

func day(month, day int) string { return fmt.Sprintf("%d-%02d-%02d", 2031+month/12, month%12+1, day) }

var late = edtf.InYear(2052)

func code(n int) entente.Code { return entente.Code([]byte{'A' + byte(n/26), 'A' + byte(n%26)}) }

// read makes document n of a relation.
func (m *mill) read(relation, n int) entente.Read {
	month := n * 240 / perRelation
	var text strings.Builder
	var r entente.Reading
	say := func(words string) (s entente.Span) {
		s.Start = text.Len()
		text.WriteString(words)
		s.End = text.Len()
		return s
	}
	type part struct {
		field entente.Field
		value string
		span  entente.Span
	}
	type said struct {
		span  entente.Span
		parts []part
		claim entente.Claim
		names []entente.Mention
		dom   string
	}
	date := day(month, 1+n%28)
	dated := say(date)
	say(fmt.Sprintf("\n\nMr President,\n\nThis is letter %d. ", n))
	var claims []said
	var on []thing
	for _, t := range m.things[relation] {
		if t.from <= month && month <= t.until {
			on = append(on, t)
		}
	}
	m.chance.Shuffle(len(on), func(i, j int) { on[i], on[j] = on[j], on[i] })
	for i, t := range on[:min(6, len(on))] {
		s := said{dom: t.dom, claim: entente.Claim{ID: fmt.Sprint("s", i+1), About: fmt.Sprint("e", i+1), Kind: t.kind, Force: entente.Forces[m.chance.Intn(5)]}}
		s.span.Start = text.Len()
		add := func(f entente.Field, before, words string) entente.Span {
			say(before)
			at := say(words)
			s.parts = append(s.parts, part{f, words, at})
			return at
		}
		name := func(kind entente.MentionKind, at entente.Span, value string) {
			s.names = append(s.names, entente.Mention{Anchor: entente.Anchor{Span: at, Quote: value}, Kind: kind, Value: value})
		}
		switch t.kind {
		case entente.Contact:
			add(entente.FieldMode, "I recall the ", "visit")
			name(entente.MentionPlace, add(entente.FieldPlace, " to ", t.place), t.place)
			add(entente.FieldDate, " on ", t.day)
		case entente.Agreement:
			add(entente.FieldForm, "we signed the ", "agreement")
			add(entente.FieldSubject, " on the ", t.what)
			name(entente.MentionOrganisation, add(entente.FieldParties, " with ", t.org), t.org)
		default:
			name(entente.MentionOrganisation, add(entente.FieldBy, "", t.org), t.org)
			add(entente.FieldTitle, " will build the ", t.what)
			if t.until%4 == 0 {
				add(entente.FieldDue, " by ", day(t.until, 1))
			}
			name(entente.MentionPlace, add(entente.FieldPlace, " at ", t.place), t.place)
		}
		s.span.End = text.Len()
		say(" in good time, as both of us have wished since the first days of our exchange. ")
		claims = append(claims, s)
	}
	say("\n\nYours,\nthe President\n")
	all := text.String()
	stages := []string{"proposed", "agreed", "under_way", "signed"}
	for _, s := range claims {
		c := s.claim
		c.Anchor = entente.At(all, s.span)
		c.Fields = map[entente.Field][]entente.Value{}
		for _, p := range s.parts {
			c.Fields[p.field] = []entente.Value{entente.Said(p.value, all, p.span)}
		}
		if c.Kind == entente.Contact {
			status := "held"
			if t := c.Fields[entente.FieldDate]; t[0].Value > date {
				status = "planned"
			}
			c.Fields[entente.FieldStatus] = []entente.Value{entente.Inferred(status, "mill")}
		} else {
			c.Fields[entente.FieldStage] = []entente.Value{entente.Inferred(stages[m.chance.Intn(len(stages))], "mill")}
			c.Fields[entente.FieldDomain] = []entente.Value{entente.Inferred(s.dom, "mill")}
		}
		r.Claims = append(r.Claims, c)
		r.Mentions = append(r.Mentions, s.names...)
	}
	a, b := state(relation, 0), state(relation, 1)
	if n%2 == 1 {
		a, b = b, a
	}
	r.Envelope = entente.Envelope{Form: entente.Inferred("letter", "mill"), Date: entente.Said(date, all, dated),
		Sender: []entente.Correspondent{a}, Recipient: []entente.Correspondent{b}}
	doc := entente.Document{ID: ledger.DocumentID([]byte(all)), Name: fmt.Sprintf("%d-%d.txt", relation, n), MediaType: "text/plain", Charset: "utf-8",
		Language: "en", Bytes: len(all), Text: all, TextSHA256: ledger.SHA256([]byte(all)), Pages: []entente.Span{{Start: 0, End: len(all)}}}
	return entente.Read{Document: doc, Reading: r}
}

func state(relation, side int) entente.Correspondent {
	c := string(code(2*relation + side))
	return entente.Correspondent{Name: entente.Inferred("the President of "+c, "mill"), State: entente.Inferred(c, "mill")}
}

// fill enters n documents in a ledger, and nothing in its views.
func (m *mill) fill(b *testing.B, store *sqlite.Store, n int) {
	b.Helper()
	hand := ledger.Hand{By: "mill", At: clock()}
	for from := 0; from < n; from += 500 {
		err := store.Update(ctx, func(tx sqlite.Tx) error {
			var bodies []entente.Body
			for i := from; i < min(from+500, n); i++ {
				// Relations take turns, as letters of a ministry come in.
				read := m.read(i%len(m.things), i/len(m.things))
				bodies = append(bodies, entente.Received{Document: read.Document, On: "2051-01-01", Number: entente.Number{Direction: entente.In, Year: 2051}}, read)
			}
			_, err := ledger.Append(tx, hand, bodies...)
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
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
				m := newMill(n / perRelation)
				store := mustOpen(b)
				m.fill(b, store, n)
				extra := make([]entente.Read, 40)
				for i := range extra {
					extra[i] = m.read(i%len(m.things), perRelation/2+i)
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
				if _, err := register.Status(ctx, entente.Between(code(2), code(3)), late); err != nil {
					b.Fatal(err) // wakes the connection that reads
				}
				start = time.Now()
				status, err := register.Status(context.Background(), entente.Between(code(0), code(1)), late)
				if err != nil || len(status.Documents) < perRelation {
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
