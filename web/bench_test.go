package web

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"entente/desk"
)

// How long the server takes for a page, over a store in memory.
func BenchmarkPages(b *testing.B) {
	w := newBrowser(b, append(dossier(b), longLetter(b))...)
	list := map[string]string{"inbox": "/", "relation": "/relations/XA-XS", "search": "/search?q=tramway", "calendar": "/calendar", "people": "/people"}
	for _, a := range w.get("/").find("a", "") {
		if href := a.attr("href"); strings.HasPrefix(href, "/documents/") && list["document"] == "" {
			list["document"] = href
		}
	}
	found := w.get("/search?q=longest")
	for _, a := range found.find("a", "") {
		if href := a.attr("href"); strings.HasPrefix(href, "/documents/") {
			list["long document"], _, _ = strings.Cut(href, "#")
		}
	}
	for _, a := range w.get("/relations/XA-XS").find("a", "") {
		if href := a.attr("href"); strings.HasPrefix(href, "/matters/") {
			list["matter"] = href
		}
	}
	for name, address := range list {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				r := w.request("GET", address, nil)
				r.AddCookie(w.cookie)
				sink := &discard{header: http.Header{}}
				w.server.ServeHTTP(sink, r)
				b.SetBytes(int64(sink.n))
			}
		})
	}
}

// longLetter is all letters of the dossier in one, many times over: some
// hundred pages.
func longLetter(t testing.TB) desk.Source {
	t.Helper()
	var all strings.Builder
	all.WriteString("The longest letter\n\n")
	for range 12 {
		for _, s := range dossier(t) {
			f, err := s.Open()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(&all, f); err != nil {
				t.Fatal(err)
			}
			f.Close()
			all.WriteString("\n\f\n")
		}
	}
	return text("long.txt", all.String())
}

// discard counts what is written.
type discard struct {
	header http.Header
	n      int
}

func (d *discard) Header() http.Header         { return d.header }
func (d *discard) WriteHeader(int)             {}
func (d *discard) Write(p []byte) (int, error) { d.n += len(p); return len(p), nil }
