package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
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
