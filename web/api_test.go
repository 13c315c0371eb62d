package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"entente/api"
)

// The page on the API tells of every operation and kind of problem, and each
// of its links leads somewhere.
func TestReference(t *testing.T) {
	b := newBrowser(t)
	p := b.get("/api")
	ids := map[string]bool{}
	for _, tag := range []string{"section", "tr"} {
		for _, n := range p.find(tag, "") {
			if id := n.attr("id"); id != "" {
				if ids[id] {
					t.Errorf("two things are %s", id)
				}
				ids[id] = true
			}
		}
	}
	ref := b.server.api.Reference("en")
	operations := 0
	for _, g := range ref.Groups {
		for _, op := range g.Operations {
			operations++
			if !ids[op.ID] {
				t.Errorf("operation %s is not told of", op.ID)
			}
			if op.Method == http.MethodGet && len(op.Gives) == 0 {
				t.Errorf("what %s gives is not told", op.ID)
			}
		}
	}
	if operations < 30 {
		t.Errorf("%d operations", operations)
	}
	for _, f := range api.Faults {
		if !ids[f.Slug] {
			t.Errorf("problem %s is not told of", f.Slug)
		}
	}
	for _, a := range p.find("a", "") {
		if to, is := strings.CutPrefix(a.attr("href"), "#"); is && to != "main" && !ids[to] {
			t.Errorf("#%s leads nowhere", to)
		}
	}
	b.header.Set("Accept-Language", "fr")
	french := b.get("/api").words()
	for _, g := range b.server.api.Reference("fr").Groups {
		for _, op := range g.Operations {
			if !strings.Contains(french, op.Summary+".") {
				t.Errorf("%q is not told", op.Summary)
			}
		}
	}
	if !strings.Contains(french, "Vérifier tout le livre") || !strings.Contains(french, "Une faute d’Entente") {
		t.Error("the page is not in French")
	}
	b.cookie = nil
	b.get("/api")
	if b.last.Code != http.StatusUnauthorized || !strings.HasPrefix(b.last.Header().Get("Content-Type"), "text/html") {
		t.Errorf("without a session: status %d, %s", b.last.Code, b.last.Header().Get("Content-Type"))
	}
}

// A browser in the invented dossier asks of it through the API too; a program
// with the token asks of the register itself.
func TestAPIOfTheDemo(t *testing.T) {
	b := newBrowser(t)
	documents := func() string {
		b.get("/api/v1/status")
		_, rest, _ := strings.Cut(b.last.Body.String(), `"documents":`)
		n, _, _ := strings.Cut(rest, ",")
		return n
	}
	if got := documents(); got != "0" {
		t.Errorf("%s documents in a new register", got)
	}
	b.post("/demo", url.Values{"demo": {"on"}})
	if got := documents(); got == "0" || got == "" {
		t.Errorf("%q documents in the demo", got)
	}
	b.server.Token = func() string { return "TOKEN" }
	b.cookie = nil
	b.header.Set("Authorization", "Bearer TOKEN")
	if got := documents(); got != "0" {
		t.Errorf("%s documents for a program", got)
	}
}
