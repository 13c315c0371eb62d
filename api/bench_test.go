package api_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"

	"entente/desk"
	"entente/sqlite"
)

// BenchmarkGet measures the answers to what programs ask most, over the
// invented dossier in a file.
func BenchmarkGet(b *testing.B) {
	ctx := context.Background()
	store, err := sqlite.Open(ctx, sqlite.Config{Path: filepath.Join(b.TempDir(), "bench.db"), Create: true})
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	r, err := reader()
	if err != nil {
		b.Fatal(err)
	}
	register, err := desk.NewRegister(desk.RegisterConfig{Store: store, Reader: r, Packs: r.Packs, Now: clock})
	if err != nil {
		b.Fatal(err)
	}
	if err := register.Receive(ctx, desk.Receiving{By: "Ada"}, sources(b), func(desk.Receipt) {}); err != nil {
		b.Fatal(err)
	}
	p := newProgram(b, register)
	document := p.get("/documents").text("items", 0, "id")
	claim := p.get("/claims").text("items", 0, "id")
	matter := p.get("/matters?kind=undertaking").text("items", 0, "id")
	for _, path := range []string{"/status", "/documents", "/documents/" + document, "/documents/" + document + "/reading", "/claims", "/claims/" + claim,
		"/matters", "/matters/" + matter, "/relations", "/relations/XA-XS", "/relations/XA-XS/matters", "/relations/XA-XS/lifelines",
		"/relations/XA-XS/lifelines.svg", "/parties", "/search?q=tramway", "/calendar", "/names?a=Lind&b=Lindt", "/openapi.json"} {
		name := path
		if len(name) > 40 {
			name = fmt.Sprintf("%.20s…", path)
		}
		bench(b, name, p, path, "")
	}
	p.get("/documents")
	bench(b, "/documents, as it was", p, "/documents", p.last.Header().Get("ETag"))
}

func bench(b *testing.B, name string, p *program, path, tag string) {
	b.Run(name, func(b *testing.B) {
		r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1:8080/api/v1"+path, nil)
		r.Header.Set("Authorization", "Bearer "+token)
		r.Header.Set("If-None-Match", tag)
		for b.Loop() {
			w := httptest.NewRecorder()
			p.server.ServeHTTP(w, r)
			if w.Code >= 400 {
				b.Fatalf("status %d: %s", w.Code, w.Body)
			}
			b.SetBytes(int64(w.Body.Len()))
		}
	})
}
