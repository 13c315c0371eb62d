package api_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// A list that is walked page by page holds what it holds at once, in its
// order, by the cursor and by the header alike.
func TestPaging(t *testing.T) {
	p := newProgram(t, newRegister(t, sources(t)))
	for path, id := range map[string]string{
		"/documents":                            "id",
		"/documents?state=new":                  "id",
		"/claims":                               "id",
		"/claims?kind=agreement":                "id",
		"/claims?relation=XA-XS":                "id",
		"/matters":                              "id",
		"/matters?kind=contact":                 "id",
		"/relations":                            "relation",
		"/relations/XA-XS/matters":              "id",
		"/relations/XA-XS/matters?outcome=open": "id",
		"/parties":                              "name",
		"/parties?kind=organisation":            "name",
		"/questions":                            "reason",
		"/calendar":                             "date",
	} {
		sign := "?"
		if strings.Contains(path, "?") {
			sign = "&"
		}
		var whole []string
		for at := path + sign + "limit=200"; at != ""; at = p.next() {
			for _, item := range p.get(at).list("items") {
				whole = append(whole, item.text(id))
			}
		}
		for _, size := range []string{"1", "7"} {
			var walked []string
			cursor := ""
			for pages := 0; ; pages++ {
				if pages > len(whole) {
					t.Fatalf("%s: the walk does not end", path)
				}
				page := p.get(path + sign + "limit=" + size + "&cursor=" + url.QueryEscape(cursor))
				for _, item := range page.list("items") {
					walked = append(walked, item.text(id))
				}
				if cursor = page.text("next"); (cursor == "") != (p.next() == "") {
					t.Errorf("%s: next is %q and the header leads to %q", path, cursor, p.next())
				}
				if cursor == "" {
					break
				}
			}
			if strings.Join(walked, "\n") != strings.Join(whole, "\n") {
				t.Errorf("%s by %s: walked %d of %d, or in another order", path, size, len(walked), len(whole))
			}
		}
	}
}

// A search is walked too, both its lists at once.
func TestSearchPaging(t *testing.T) {
	p := newProgram(t, newRegister(t, sources(t)))
	whole := p.get("/search?q=the&limit=200")
	documents, claims := 0, 0
	seen := map[string]bool{}
	for at := "/search?q=the&limit=5"; at != ""; at = p.next() {
		hits := p.get(at)
		for _, h := range hits.list("documents") {
			documents++
			seen[h.text("document")] = true
		}
		for _, h := range hits.list("claims") {
			claims++
			seen[h.text("claim", "id")] = true
		}
	}
	if float64(documents) != whole.at("found", "documents") || float64(claims) != whole.at("found", "claims") || len(seen) != documents+claims || documents < 6 {
		t.Errorf("walked %d documents and %d claims, %d of them once; found %v", documents, claims, len(seen), whole.at("found"))
	}
}

// next returns the address of the next page that the last answer names.
func (p *program) next() string {
	link := p.last.Header().Get("Link")
	if link == "" {
		return ""
	}
	at, rel, ok := strings.Cut(strings.TrimPrefix(link, "<"), ">; ")
	if !ok || rel != `rel="next"` || !strings.HasPrefix(at, "/api/v1/") {
		p.t.Errorf("Link is %q", link)
	}
	return strings.TrimPrefix(at, "/api/v1")
}

// Claims that were judged on the way leave a list of those that wait, and
// the walk goes on behind them.
func TestReviewWalk(t *testing.T) {
	p := newProgram(t, newRegister(t, sources(t)[:3]))
	seen := map[string]bool{}
	for at := "/claims?verdict=waiting&limit=2"; at != ""; {
		page := p.get(at)
		at = p.next()
		for _, c := range page.list("items") {
			if seen[c.text("id")] {
				t.Fatalf("claim %s comes twice", c.text("id"))
			}
			seen[c.text("id")] = true
			p.must(200, http.MethodPut, "/claims/"+c.text("id")+"/judgement", object{"verdict": "confirmed"})
		}
	}
	if rest := p.get("/claims?verdict=waiting").list("items"); len(rest) > 0 || len(seen) == 0 {
		t.Errorf("%d claims were judged, %d wait", len(seen), len(rest))
	}
	if done := p.get("/documents?state=done").list("items"); len(done) != 3 {
		t.Errorf("%d documents are done", len(done))
	}
}

// Of many who write with the tag of one state, one is first.
func TestWritersWithOneTag(t *testing.T) {
	p := newProgram(t, newRegister(t, sources(t)[:2]))
	claims := p.get("/claims").list("items")
	tag := p.last.Header().Get("ETag")
	codes := make(chan int)
	for _, c := range claims[:6] {
		go func() {
			r := httptest.NewRequest(http.MethodPut, "http://127.0.0.1:8080/api/v1/claims/"+c.text("id")+"/judgement", strings.NewReader(`{"verdict":"confirmed"}`))
			r.Header.Set("Authorization", "Bearer "+token)
			r.Header.Set("If-Match", tag)
			w := httptest.NewRecorder()
			p.server.ServeHTTP(w, r)
			codes <- w.Code
		}()
	}
	count := map[int]int{}
	for range 6 {
		count[<-codes]++
	}
	if count[200] != 1 || count[412] != 5 {
		t.Errorf("answers %v; want one 200 and five 412", count)
	}
}

// Whatever is asked, the answer is no fault of ours and, if it is JSON, whole.
func FuzzAsk(f *testing.F) {
	p := newProgram(f, newRegister(f, sources(f)[:3]))
	for _, seed := range []string{"/documents?cursor=WyJhIl0&limit=1", "/claims?cursor=WyJhIiwiYiIsImMiXQ", "/documents/in%2F2026%2F1", "/matters?cursor=WyJjb250YWN0LyJd",
		"/search?q=from%3A%22x&cursor=WyI5OTk5OTk5OTk5OTk5IiwiMCJd", "/relations/XA-XS?as_of=-9999", "/relations/XA-XS/matters?as_of=9999-12&outcome=kept", "/calendar?as_of=1985~",
		"/dates?text=31+February", "/names?a=%00&b=%ff", "/verify?head=9:0", "/parties?cursor=WyIiXQ", "/searches/%2f/news", "/questions?cursor=W10"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, path string) {
		u, err := url.Parse(path)
		if err != nil || !strings.HasPrefix(path, "/") || u.Host != "" {
			t.Skip()
		}
		r := &http.Request{Method: http.MethodGet, Host: "127.0.0.1:8080", Header: http.Header{"Authorization": {"Bearer " + token}}, Body: http.NoBody,
			URL: &url.URL{Path: "/api/v1" + u.Path, RawPath: "/api/v1" + u.EscapedPath(), RawQuery: u.RawQuery}}
		w := httptest.NewRecorder()
		p.server.ServeHTTP(w, r)
		if w.Code >= 500 || strings.Contains(w.Header().Get("Content-Type"), "json") && !json.Valid(w.Body.Bytes()) {
			t.Errorf("%q: status %d, %s", path, w.Code, w.Body)
		}
	})
}

// An answer bears a tag; while it holds nothing is sent again, and a write
// ends it.
func TestTags(t *testing.T) {
	p := newProgram(t, newRegister(t, sources(t)))
	claim := p.get("/claims?limit=1").text("items", 0, "id")
	for _, path := range []string{"/documents", "/claims/" + claim, "/relations/XA-XS", "/relations/XA-XS/lifelines.svg", "/search?q=quay", "/status", "/names?a=a&b=b"} {
		p.get(path)
		tag := p.last.Header().Get("ETag")
		if !strings.HasPrefix(tag, `"`) {
			t.Fatalf("%s: ETag %q", path, tag)
		}
		for _, list := range []string{tag, "W/" + tag, `"other", ` + tag} {
			got := p.ask(http.MethodGet, path, nil, "If-None-Match", list)
			if got.Code != http.StatusNotModified || got.Body.Len() > 0 || got.Header().Get("ETag") != tag {
				t.Errorf("%s with %s: status %d, %d bytes", path, list, got.Code, got.Body.Len())
			}
		}
		if got := p.ask(http.MethodGet, path, nil, "If-None-Match", `"other"`); got.Code != 200 {
			t.Errorf("%s with another tag: status %d", path, got.Code)
		}
		if got := p.ask(http.MethodHead, path, nil); got.Code != 200 || got.Header().Get("ETag") != tag {
			t.Errorf("HEAD %s: status %d, %s", path, got.Code, got.Header().Get("ETag"))
		}
		if p.ask(http.MethodGet, path, nil, "Accept-Encoding", "gzip").Header().Get("ETag") == tag {
			t.Errorf("%s: one tag for two encodings", path)
		}
	}
	if p.ask(http.MethodGet, "/claims/00000000", nil).Header().Get("ETag") != "" {
		t.Error("what is not there has a tag")
	}
	p.get("/documents")
	old := p.last.Header().Get("ETag")
	p.get("/claims")
	if p.last.Header().Get("ETag") == old {
		t.Error("two addresses have one tag")
	}
	seen := p.last.Header().Get("ETag")
	judge := "/claims/" + claim + "/judgement"
	if got := p.ask(http.MethodPut, judge, object{"verdict": "confirmed"}, "If-Match", `"1:0000-00"`); got.Code != 412 {
		t.Errorf("a write with a tag of no state: status %d", got.Code)
	}
	if got := p.ask(http.MethodPut, judge, object{"verdict": "confirmed"}, "If-Match", `nonsense`); got.Code != 412 {
		t.Errorf("a write with no tag of ours: status %d", got.Code)
	}
	p.must(200, http.MethodPut, judge, object{"verdict": "confirmed"}, "If-Match", seen)
	problem(t, "a write with the tag of before", p.ask(http.MethodPut, judge, object{"verdict": "rejected"}, "If-Match", seen), 412)
	p.must(200, http.MethodPut, judge, object{"verdict": "rejected"}, "If-Match", "*")
	if got := p.ask(http.MethodGet, "/documents", nil, "If-None-Match", old); got.Code != 200 {
		t.Errorf("after a write: status %d", got.Code)
	}
	p.get("/openapi.json")
	if got := p.ask(http.MethodGet, "/openapi.json", nil, "If-None-Match", p.last.Header().Get("ETag")); got.Code != http.StatusNotModified {
		t.Errorf("the document again: status %d", got.Code)
	}
}
