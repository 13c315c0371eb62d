package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func TestCompressed(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	plain := b.get("/relations/XA-XS")
	want := b.last.Body.String()
	if plain == nil || b.last.Header().Get("Content-Encoding") != "" {
		t.Fatal("compressed without being asked")
	}
	r := b.request("GET", "/relations/XA-XS", nil)
	r.AddCookie(b.cookie)
	r.Header.Set("Accept-Encoding", "br, gzip")
	got := httptest.NewRecorder()
	b.server.ServeHTTP(got, r)
	if got.Header().Get("Content-Encoding") != "gzip" || !strings.Contains(strings.Join(got.Header().Values("Vary"), ","), "Accept-Encoding") {
		t.Fatalf("header: %v", got.Header())
	}
	if n := got.Body.Len(); n > len(want)/4 {
		t.Errorf("%d bytes of %d", n, len(want))
	}
	z, err := gzip.NewReader(got.Body)
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(z)
	if err != nil || string(all) != want {
		t.Errorf("%d bytes come out of %d: %v", len(all), len(want), err)
	}
}

func TestCompressedWhat(t *testing.T) {
	tests := []struct {
		accept, kind string
		status       int
		want         bool
	}{
		{"gzip", "text/css; charset=utf-8", 200, true},
		{"deflate, gzip;q=0.5", "text/javascript", 200, true},
		{"gzip", "image/svg+xml", 200, true},
		{"gzip", "application/problem+json", 400, true},
		{"gzip;q=0", "text/html", 200, false},
		{"gzip;q=0.0", "text/html", 200, false},
		{"", "text/html", 200, false},
		{"gzip", "font/woff2", 200, false},
		{"gzip", "text/html", 304, false},
		{"gzip", "text/html", 204, false},
	}
	for _, test := range tests {
		h := compressed(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", test.kind)
			w.WriteHeader(test.status)
			if test.status != 304 && test.status != 204 {
				_, _ = io.WriteString(w, "words")
			}
		}))
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("Accept-Encoding", test.accept)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if got := w.Header().Get("Content-Encoding") == "gzip"; got != test.want {
			t.Errorf("%q, %s, %d: compressed %v", test.accept, test.kind, test.status, got)
		}
	}
}

// A page that shows the key of the feeds is not compressed: the size of one
// that also holds words of its address would tell the key, letter by letter.
func TestSecretsStayBare(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	b.post("/searches", url.Values{"name": {"trams"}, "query": {"tramway"}})
	for address, want := range map[string]bool{"/search?q=feed-key": true, "/search": true, "/calendar": true, "/people": false, "/": false} {
		r := b.request("GET", address, nil)
		r.AddCookie(b.cookie)
		r.Header.Set("Accept-Encoding", "gzip")
		got := httptest.NewRecorder()
		b.server.ServeHTTP(got, r)
		is := got.Header().Get("Content-Encoding") == ""
		if is != want || is != strings.Contains(got.Body.String(), "/feeds/feed-key/") {
			t.Errorf("%s: bare %v, %v", address, is, got.Header())
		}
		if n := got.Body.Len(); n > 100<<10 {
			t.Errorf("%s: %d bytes are sent", address, n)
		}
	}
}
