package web

import (
	"context"
	"encoding/json"
	"flag"
	"io"
	"log"
	"math/rand"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/api"
	"entente/desk"
	"entente/internal/mill"
	"entente/ledger"
	"entente/sqlite"
)

var (
	documents = flag.Int("documents", 20000, "how many documents BenchmarkLarge asks")
	entering  = flag.Bool("entering", false, "a person judges a claim before each question of BenchmarkLarge, so that nothing is remembered")
)

// A large is a register of thousands of documents, and chance.
type large struct {
	*desk.Register
	server *Server
	cookie *http.Cookie
	mill   *mill.Mill
	docs   []*desk.Document
	claims int
	chance *rand.Rand
}

// A question is one address to ask of a large register, under the pattern of
// its route.
type question struct {
	route string
	name  string // "" for the only one of its route
	at    func(*large) string
}

func always(address string) func(*large) string { return func(*large) string { return address } }

// questions ask every page, and every operation of the API that answers to
// GET. Where a list can be limited it is asked for much, for little and for
// its far end.
var questions = []question{
	{"GET /{$}", "", always("/")},
	{"GET /{$}", "far", func(l *large) string { return "/?from=" + l.number(len(l.docs)) }},
	{"GET /{$}", "review", always("/?state=review")},
	{"GET /documents/{id}", "", func(l *large) string { return "/documents/" + l.document() }},
	{"GET /documents/{id}/claim", "", func(l *large) string { return "/documents/" + l.document() + "/claim" }},
	{"GET /dates", "", always("/dates?text=2032-03-03")},
	{"GET /claims/{id}", "", func(l *large) string { return "/claims/" + l.claim() }},
	{"GET /claims/{id}/correction", "", func(l *large) string { return "/claims/" + l.claim() + "/correction" }},
	{"GET /relations", "", always("/relations")},
	{"GET /relations/{pair}", "", func(l *large) string { return "/relations/" + l.relation() }},
	{"GET /relations/{pair}", "past", func(l *large) string { return "/relations/" + l.relation() + "?on=2041" }},
	{"GET /relation/{pair}", "", func(l *large) string { return "/relation/" + l.relation() }},
	{"GET /{pair}", "", func(l *large) string { return "/" + strings.ToLower(l.relation()) }},
	{"GET /matters/{id}", "", func(l *large) string { return "/matters/" + l.claim() }},
	{"GET /search", "nothing", always("/search")},
	{"GET /search", "rare", func(l *large) string { return "/search?q=" + url.QueryEscape(l.thing().Org) }},
	{"GET /search", "two", func(l *large) string { return "/search?q=" + url.QueryEscape(l.thing().What) }},
	{"GET /search", "common", always("/search?q=wished")},
	{"GET /search", "days", always("/search?q=hospital+after:2035-05-03+before:2044-09-17")},
	{"GET /search", "outcome", func(l *large) string { return "/search?q=outcome:silent+relation:" + l.relation() }},
	{"GET /search", "outcome-all", always("/search?q=tramway+outcome:silent,stalled")},
	{"GET /feeds/{key}/search/{name}", "", always("/feeds/feed-key/search/tramways.atom")},
	{"GET /calendar", "", always("/calendar")},
	{"GET /calendar", "past", always("/calendar?on=2041")},
	{"GET /calendar.ics", "", always("/calendar.ics")},
	{"GET /feeds/{key}/calendar.ics", "", always("/feeds/feed-key/calendar.ics")},
	{"GET /changes", "week", always("/changes")},
	{"GET /changes", "all", always("/changes?since=2050")},
	{"GET /people", "", always("/people")},
	{"GET /people", "far", func(l *large) string { return "/people?kind=organisation&from=" + l.number(100*len(l.mill.Things)) }},
	{"GET /help", "", always("/help")},
	{"GET /status", "", always("/status")},
	{"GET /api", "", always("/api")},
	{"GET /login", "", always("/login")},

	{"list-documents", "", always("/api/v1/documents")},
	{"list-documents", "200", always("/api/v1/documents?limit=200")},
	{"list-documents", "relation", func(l *large) string { return "/api/v1/documents?relation=" + l.relation() }},
	{"list-documents", "state-relation", func(l *large) string { return "/api/v1/documents?state=review&relation=" + l.relation() }},
	{"get-document", "", func(l *large) string { return "/api/v1/documents/" + l.document() }},
	{"get-reading", "", func(l *large) string { return "/api/v1/documents/" + l.document() + "/reading" }},
	{"list-claims", "", always("/api/v1/claims")},
	{"list-claims", "200", always("/api/v1/claims?limit=200")},
	{"list-claims", "waiting", always("/api/v1/claims?verdict=waiting&limit=200")},
	{"list-claims", "confirmed", always("/api/v1/claims?verdict=confirmed&limit=200")},
	{"list-claims", "corrected", always("/api/v1/claims?verdict=corrected")},
	{"list-claims", "rejected", always("/api/v1/claims?verdict=rejected&kind=contact&limit=200")},
	{"list-claims", "relation", func(l *large) string { return "/api/v1/claims?verdict=rejected&relation=" + l.relation() }},
	{"get-claim", "", func(l *large) string { return "/api/v1/claims/" + l.claim() }},
	{"list-questions", "", always("/api/v1/questions")},
	{"list-questions", "200", always("/api/v1/questions?limit=200")},
	{"list-questions", "relation", func(l *large) string { return "/api/v1/questions?relation=" + l.relation() }},
	{"list-matters", "", always("/api/v1/matters")},
	{"list-matters", "200", always("/api/v1/matters?limit=200")},
	{"list-matters", "starred", always("/api/v1/matters?starred=true")},
	{"list-matters", "starred-relation", func(l *large) string { return "/api/v1/matters?starred=true&relation=" + l.relation() }},
	{"get-matter", "", func(l *large) string { return "/api/v1/matters/" + l.claim() }},
	{"list-due", "", always("/api/v1/calendar")},
	{"list-due", "200", always("/api/v1/calendar?limit=200")},
	{"list-due", "past", always("/api/v1/calendar?as_of=2041")},
	{"list-due", "relation", func(l *large) string { return "/api/v1/calendar?relation=" + l.relation() }},
	{"get-calendar", "", always("/api/v1/calendar.ics")},
	{"list-relations", "", always("/api/v1/relations?limit=200")},
	{"get-relation", "", func(l *large) string { return "/api/v1/relations/" + l.relation() }},
	{"list-outcomes", "", func(l *large) string { return "/api/v1/relations/" + l.relation() + "/matters?limit=200" }},
	{"get-lifelines", "", func(l *large) string { return "/api/v1/relations/" + l.relation() + "/lifelines" }},
	{"get-picture", "", func(l *large) string { return "/api/v1/relations/" + l.relation() + "/lifelines.svg" }},
	{"list-parties", "", always("/api/v1/parties?limit=200")},
	{"search", "rare", func(l *large) string { return "/api/v1/search?q=" + url.QueryEscape(l.thing().Org) }},
	{"search", "two", func(l *large) string { return "/api/v1/search?q=" + url.QueryEscape(l.thing().What) }},
	{"search", "latest", always("/api/v1/search?q=tramway&order=latest")},
	{"list-changes", "week", always("/api/v1/changes?since=2051-01-25")},
	{"list-changes", "all", always("/api/v1/changes?since=2050&limit=200")},
	{"list-searches", "", always("/api/v1/searches")},
	{"get-news", "", always("/api/v1/searches/tramways/news")},
	{"get-feed", "", always("/api/v1/searches/tramways/news.atom")},
	{"get-status", "", always("/api/v1/status")},
	{"compare-names", "", always("/api/v1/names?a=Ivo+Lind&b=I.+Lind&kind=person")},
	{"find-dates", "", always("/api/v1/dates?text=the+3rd+of+March+2031&language=en")},
}

// unasked are the operations that read the whole register, as they must.
var unasked = []string{"verify", "get-backup"}

func (l *large) number(n int) string { return strconv.Itoa(l.chance.Intn(max(n, 1))) }
func (l *large) relation() string    { return mill.Relation(l.chance.Intn(len(l.mill.Things))).String() }
func (l *large) thing() mill.Thing {
	list := l.mill.Things[l.chance.Intn(len(l.mill.Things))]
	return list[l.chance.Intn(len(list))]
}
func (l *large) document() string { return hex(l.docs[l.chance.Intn(len(l.docs))].ID) }

// claim returns a claim that stands.
func (l *large) claim() string {
	for {
		a, err := l.Ask(context.Background(), l.document(), entente.Relation{})
		if err != nil {
			return err.Error()
		}
		claims := slices.DeleteFunc(a.Document.Claims, func(c *desk.Claim) bool { return c.Matter == "" })
		if len(claims) > 0 {
			return string(claims[l.chance.Intn(len(claims))].ID)
		}
	}
}

// Every page and every operation that answers to GET is measured.
func TestLargeAsksAll(t *testing.T) {
	l := newLarge(t, filepath.Join(t.TempDir(), "large.db"), 400)
	asked := map[string]bool{}
	for _, q := range questions {
		asked[q.route] = true
		address := q.at(l)
		if status, body := l.ask(address); status >= 400 {
			t.Errorf("%s: %s answers %d: %.300s", q.route, address, status, body)
		}
	}
	for pattern := range l.server.pages() {
		if strings.HasPrefix(pattern, "GET ") && !asked[pattern] {
			t.Errorf("nothing measures %s; give questions a line", pattern)
		}
	}
	_, body := l.ask(api.Prefix + "/openapi.json")
	var doc struct {
		Paths map[string]map[string]struct{ OperationID string }
	}
	if err := json.Unmarshal(body, &doc); err != nil || len(doc.Paths) == 0 {
		t.Fatal(err)
	}
	for path, methods := range doc.Paths {
		if id := methods["get"].OperationID; id != "" && !asked[id] && !slices.Contains(unasked, id) {
			t.Errorf("nothing measures %s of %s; give questions a line", id, path)
		}
	}
}

// BenchmarkLarge asks every page and every operation of the API of a register
// of 20,000 documents on a hundred relations, with more than 100,000 claims,
// as a browser and a program do, and reports the fastest, the middle and the
// slowest of 20 answers in milliseconds of the server, and what one costs in
// computing: the goal is 50, for searches 30.
// ENTENTE_LARGE names a file that keeps the register for the next run; with
// -entering it is written to.
//
//	go test ./web -run '^$' -bench Large -benchtime 40x
func BenchmarkLarge(b *testing.B) {
	path := os.Getenv("ENTENTE_LARGE")
	if path == "" {
		path = filepath.Join(b.TempDir(), "large.db")
	}
	l := newLarge(b, path, *documents)
	defer roomy()() // as Serve does
	for _, q := range questions {
		name := strings.NewReplacer("GET /", "page/", "{$}", "inbox").Replace(q.route)
		if q.name != "" {
			name += "/" + q.name
		}
		b.Run(name, func(b *testing.B) {
			var times []time.Duration
			size, spent := 0, cpu()
			for b.Loop() {
				address := q.at(l)
				if *entering {
					b.StopTimer()
					l.enter(b)
					b.StartTimer()
				}
				start := time.Now()
				status, body := l.ask(address)
				times = append(times, time.Since(start))
				if status >= 400 {
					b.Fatalf("%s answers %d: %.300s", address, status, body)
				}
				size += len(body)
			}
			spent = cpu() - spent
			slices.Sort(times)
			ms := func(share int) float64 { return float64(times[len(times)*share/100].Microseconds()) / 1000 }
			b.ReportMetric(ms(0), "min-ms")
			b.ReportMetric(ms(50), "median-ms")
			b.ReportMetric(ms(95), "p95-ms")
			b.ReportMetric(1000*spent/float64(len(times)), "cpu-ms")
			b.ReportMetric(float64(size)/float64(len(times))/1024, "KB")
		})
	}
	b.Logf("%d documents, %d claims", len(l.docs), l.claims)
}

// enter has a person judge some claim.
func (l *large) enter(t testing.TB) {
	t.Helper()
	verdict := []entente.Verdict{entente.Confirmed, entente.Rejected}[l.chance.Intn(2)]
	if _, err := l.Judge(context.Background(), "Bea", entente.Judgement{Verdict: verdict, Subject: entente.ClaimID(l.claim())}); err != nil {
		t.Fatal(err)
	}
}

// ask asks as a browser that was let in does.
func (l *large) ask(address string) (status int, body []byte) {
	r := httptest.NewRequest("GET", "http://127.0.0.1:8080"+address, nil)
	r.Header.Set("Accept-Encoding", "gzip")
	if strings.HasSuffix(address, "openapi.json") {
		r.Header.Del("Accept-Encoding")
	}
	r.AddCookie(l.cookie)
	w := httptest.NewRecorder()
	l.server.ServeHTTP(w, r)
	return w.Code, w.Body.Bytes()
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

// newLarge opens a register of n documents, and makes it where there is none:
// all but some hundred of them long ago, those and what people hold of them
// in its last days.
func newLarge(t testing.TB, path string, n int) *large {
	t.Helper()
	ctx := context.Background()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	read, err := reader()
	must(err)
	_, missing := os.Stat(path)
	store, err := sqlite.Open(ctx, sqlite.Config{Path: path, Create: true})
	must(err)
	t.Cleanup(func() { store.Close() })
	now := time.Date(2051, 1, 2, 9, 0, 0, 0, time.UTC)
	l := &large{mill: mill.New(max(1, n/mill.PerRelation)), chance: rand.New(rand.NewSource(5))}
	replay := replay{}
	l.Register, err = desk.NewRegister(desk.RegisterConfig{Store: store, Reader: replay, Packs: read.Packs, Now: func() time.Time { return now }})
	must(err)
	if missing != nil {
		update := func(f func(ledger.Tx) error) error {
			return store.Update(ctx, func(tx sqlite.Tx) error { return f(tx) })
		}
		late := min(n/4, 300)
		must(l.mill.Fill(update, ledger.Hand{By: "mill", At: now}, n-late))
		must(l.mill.People(update, ledger.Hand{By: "Bea", At: now}))
		_, err = l.Rebuild(ctx)
		must(err)
		must(l.Identify(ctx))
		now = time.Date(2051, 1, 29, 9, 0, 0, 0, time.UTC)
		var sources []desk.Source
		for range late {
			doc := l.mill.Next()
			replay[doc.Document.Name] = doc
			sources = append(sources, text(doc.Document.Name, doc.Document.Text))
		}
		fill(t, l.Register, sources)
		for i := n - late; i < n; i++ {
			for _, held := range l.mill.Held(i) {
				j, is := held.(entente.Judgement)
				if !is {
					continue
				}
				_, err := l.Judge(ctx, "Bea", j)
				must(err)
			}
		}
		must(l.Save(ctx, "Bea", "tramways", "tramway"))
	}
	now = time.Date(2051, 1, 31, 9, 0, 0, 0, time.UTC)
	link := ""
	l.server, err = New(Config{Register: l.Register, By: "Bea", Name: "large.db", Version: "test", Now: func() time.Time { return now }, FeedKey: "feed-key",
		NewLink: func(to string) { link = to }, Log: log.New(testLog{t}, "", 0), Reader: read.Reader})
	must(err)
	w := httptest.NewRecorder()
	l.server.ServeHTTP(w, httptest.NewRequest("GET", "http://127.0.0.1:8080"+link, nil))
	for _, c := range w.Result().Cookies() {
		if strings.HasPrefix(c.Name, "entente-8080") {
			l.cookie = c
		}
	}
	a, err := l.Ask(ctx, "documents", entente.Relation{})
	must(err)
	l.docs = a.Documents
	for _, d := range l.docs {
		l.claims += d.Claims
	}
	return l
}

// A replay reads what a mill made, by name.
type replay map[string]entente.Read

func (r replay) Read(name string, from io.Reader, _ string) (entente.Document, entente.Reading, error) {
	return r[name].Document, r[name].Reading, nil
}

func (r replay) Reading(doc *entente.Document) entente.Reading { return r[doc.Name].Reading }

// Parts are told as for any document.
func (r replay) Parts(doc *entente.Document) []entente.Part {
	read, err := reader()
	if err != nil {
		return nil
	}
	return read.Parts(doc)
}
