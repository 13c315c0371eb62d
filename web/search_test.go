package web

import (
	"encoding/xml"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestSearchFilters(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	p := b.get("/search?q=" + url.QueryEscape("kind:undertaking relation:XA-XS tramway"))
	if n := len(p.find("ul", "chosen")); n != 1 || !strings.Contains(p.words(), "Undertaking") && !strings.Contains(p.words(), "undertaking") {
		t.Errorf("the filters that are set are not shown: %s", p.words())
	}
	if len(p.find("nav", "facets")) != 1 || len(p.find("mark", "")) == 0 {
		t.Errorf("no facets, or no lit words")
	}
	for query, want := range map[string]string{
		"kind:sonnet tramway": "kind:sonnet is looked for as words",
		"from: tramway":       "from: says nothing",
		"before:once tramway": "before:once is looked for as words",
		"wat:er":              "wat:er is no operator",
		"outcome:silent":      "Claims",
	} {
		p := b.get("/search?q=" + url.QueryEscape(query))
		b.want(http.StatusOK)
		if got := p.words(); !strings.Contains(strings.ToLower(got), strings.ToLower(want)) && want != "Claims" {
			t.Errorf("%s: %q is not said", query, want)
		}
	}
	// What is set can be taken away, and the rest of the query stays.
	for _, a := range b.get("/search?q="+url.QueryEscape("tramway kind:undertaking")).find("ul", "chosen")[0].find("a", "") {
		if got := a.attr("href"); got != "/search?q=tramway" {
			t.Errorf("without the filter the address is %s", got)
		}
	}
	// Accents count neither in the query nor in the text.
	for _, query := range []string{"ÉTATS", "etats", "états"} {
		b.get("/search?q=" + url.QueryEscape(query))
		b.want(http.StatusOK)
	}
}

// Script asks for parts of the page alone, and a word that is not finished
// is the start of one.
func TestSearchWhileTyping(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	for _, part := range []string{"instant", "results"} {
		b.header = http.Header{"Entente-Part": {part}}
		p := b.get("/search?q=tramw")
		b.want(http.StatusOK)
		if len(p.find("mark", "")) == 0 || len(p.find("header", "top")) != 0 {
			t.Errorf("%s: %s", part, p.words())
		}
	}
}

func TestSavedSearch(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	const name = `Tram & <rail> / "one"`
	b.post("/searches", url.Values{"name": {name}, "query": {"tramway kind:undertaking"}, "back": {"/search?q=x"}})
	p := b.follow()
	if len(p.find("ul", "saved")) != 1 || !strings.Contains(p.words(), name) {
		t.Fatalf("the search is not kept: %s", p.words())
	}
	b.post("/searches", url.Values{"name": {""}, "query": {"x"}})
	b.want(http.StatusBadRequest)
	b.post("/searches", url.Values{"name": {"x\u202ey"}, "query": {"x"}})
	b.want(http.StatusBadRequest)

	address := "/feeds/" + b.server.FeedKey + "/search/" + url.PathEscape(name) + ".atom"
	cookie := b.cookie
	b.cookie = nil
	b.get(address)
	b.want(http.StatusOK)
	if got := b.last.Header().Get("Content-Type"); got != "application/atom+xml; charset=utf-8" {
		t.Errorf("the feed is of type %s", got)
	}
	var feed atomFeed
	if err := xml.Unmarshal(b.last.Body.Bytes(), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.Title != name || len(feed.Entries) == 0 || feed.Entries[0].Updated == "" || !strings.HasPrefix(feed.Entries[0].Link.Href, "http://") {
		t.Errorf("feed %+v", feed)
	}
	for _, e := range feed.Entries {
		if !strings.HasPrefix(e.ID, "urn:entente:claim:") {
			t.Errorf("a search for undertakings tells of %s", e.ID)
		}
	}
	for _, wrong := range []string{"/feeds/guess/search/" + url.PathEscape(name) + ".atom", "/feeds//search/x.atom"} {
		if b.get(wrong); b.last.Code == http.StatusOK {
			t.Errorf("%s is open to everybody", wrong)
		}
	}
	b.get("/feeds/" + b.server.FeedKey + "/search/none.atom")
	b.want(http.StatusNotFound)
	b.cookie = cookie

	b.post("/searches", url.Values{"name": {name}, "remove": {"yes"}, "back": {"/search"}})
	if p := b.follow(); len(p.find("ul", "saved")) != 0 {
		t.Error("a search that was taken away is still there")
	}
	b.get(address)
	b.want(http.StatusNotFound)
}

// What is written in the field comes back as words and nothing else.
func TestHostileQueries(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	for _, query := range []string{
		`<script>alert(1)</script>`,
		`"><img src=x onerror=alert(1)>`,
		`kind:<b>x</b> from:"><script>`,
		"\u202etramway\u2066 \u200e",
		"tram\x00way\x1b[31m",
		"\xff\xfe tramway",
		strings.Repeat("a", 100_000),
		strings.Repeat("x ", 5_000) + "kind:" + strings.Repeat("é", 3_000),
		strings.Repeat(`"`, 999),
		`javascript:alert(1)`,
		`{{.}} %s %!d`,
		`NEAR(a b) AND OR NOT words : * ^ + tramway`,
		`'; drop table entry; --`,
	} {
		for _, part := range []string{"", "instant", "results"} {
			b.header = nil
			if part != "" {
				b.header = http.Header{"Entente-Part": {part}}
			}
			p := b.get("/search?q=" + url.QueryEscape(query))
			if b.last.Code != http.StatusOK {
				t.Errorf("%.40q: status %d", query, b.last.Code)
				continue
			}
			body := b.last.Body.String()
			for _, bad := range []string{"<script>alert", "<img src=x", "\x00", "\x1b"} {
				if strings.Contains(body, bad) {
					t.Errorf("%.40q: the page holds %q", query, bad)
				}
			}
			for _, x := range p.find("title", "") {
				if strings.ContainsAny(x.words(), "\u202e\u2066\u200e\x00") {
					t.Errorf("%.40q: the title %q steers", query, x.words())
				}
			}
			for _, a := range p.find("a", "") {
				if href := a.attr("href"); !strings.HasPrefix(href, "/") && !strings.HasPrefix(href, "#") {
					t.Errorf("%.40q: a link to %q", query, href)
				}
			}
		}
	}
}

func TestShortAddresses(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	for from, to := range map[string]string{"/relation/XA-XS": "/relations/XA-XS", "/relation/xs-xa": "/relations/XA-XS", "/xa-xs": "/relations/XA-XS", "/XS-XA": "/relations/XA-XS"} {
		b.get(from)
		if got := b.last.Header().Get("Location"); b.last.Code != http.StatusMovedPermanently || got != to {
			t.Errorf("%s: %d to %q, want %q", from, b.last.Code, got, to)
		}
	}
	for _, address := range []string{"/relation/everybody", "/nowhere", "/xa-xs-xb"} {
		b.get(address)
		b.want(http.StatusNotFound)
	}
}
