package api_test

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"entente/desk"
	"entente/internal/storetest"
)

// What is wrong is told as problem details, with what would do, and nothing
// is entered.
func TestInvalid(t *testing.T) {
	p := newProgram(t, newRegister(t, sources(t)))
	claim := p.get("/claims?limit=1&kind=contact").text("items", 0, "id")
	other := p.get("/claims?limit=1&kind=undertaking").text("items", 0, "id")
	document := p.get("/search?q=the+tramway").text("documents", 0, "document")
	head := p.get("/status").text("head")
	const long = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	for _, test := range []struct {
		method, path string
		body         any
		status       int
		says         string // in the detail or in errors
	}{
		{"GET", "/documents?limit=0", nil, 400, "expected number >= 1"},
		{"GET", "/documents?limit=201", nil, 400, "expected number <= 200"},
		{"GET", "/documents?limit=many", nil, 400, "invalid integer"},
		{"GET", "/documents?state=old", nil, 400, "new, review, done, unread"},
		{"GET", "/documents?relation=XA", nil, 400, "two codes of states"},
		{"GET", "/documents?cursor=!", nil, 400, "no cursor"},
		{"GET", "/documents?cursor=WzFd", nil, 400, "no cursor"},
		{"GET", "/documents?page=2", nil, 400, "unknown query parameter"},
		{"GET", "/documents/ab", nil, 400, "four characters"},
		{"GET", "/documents/zzzz", nil, 400, "an id of which four"},
		{"GET", "/documents/00000000", nil, 404, "Take the id"},
		{"GET", "/documents/" + long, nil, 400, "expected length"},
		{"GET", "/documents/" + claim, nil, 404, "document"},
		{"GET", "/documents/in%2F2026%2F999", nil, 404, "in 2026/999"},
		{"GET", "/claims?document=" + claim, nil, 404, "document"},
		{"GET", "/claims/0000000", nil, 404, "claim"},
		{"GET", "/claims/x", nil, 400, "too short"},
		{"GET", "/claims?kind=letter", nil, 400, "contact, agreement, undertaking"},
		{"GET", "/matters/" + claim + "?as_of=yesterday", nil, 400, "no date"},
		{"GET", "/matters/" + claim + "?as_of=2031..", nil, 400, "no date"},
		{"GET", "/relations/XX-YY", nil, 404, "XX-YY"},
		{"GET", "/relations/everything", nil, 404, "relation"},
		{"GET", "/relations/XA-XS/lifelines.svg?language=de", nil, 400, "en, fr"},
		{"GET", "/search", nil, 400, "required query parameter is missing"},
		{"GET", "/search?q=%20", nil, 400, "nothing to look for"},
		{"GET", "/search?q=quay&cursor=WyIxIl0", nil, 400, "no cursor"},
		{"PUT", "/searches/x", object{"query": ""}, 400, "expected length"},
		{"DELETE", "/searches/none", nil, 404, "none"},
		{"GET", "/searches/none/news", nil, 404, "none"},
		{"POST", "/claims", object{"document": claim, "quote": "x", "kind": "contact", "force": "done"}, 404, "document"},
		{"POST", "/claims", object{"document": document, "quote": "no such words", "kind": "contact", "force": "done"}, 400, "do not stand in the text"},
		{"POST", "/claims", object{"document": document, "quote": "the", "kind": "contact", "force": "done"}, 400, "near"},
		{"POST", "/claims", object{"document": document, "quote": "the", "near": 1, "kind": "contact", "force": "done", "fields": object{"stage": []object{{"value": "open"}}}}, 400, "no such field"},
		{"POST", "/claims", object{"document": document, "quote": "the", "near": 1, "kind": "contact", "force": "done", "fields": object{"date": []object{{"value": "May"}}}}, 400, "EDTF"},
		{"POST", "/claims", object{"document": document, "quote": "the", "near": 1, "kind": "contact", "force": "done", "about": other}, 400, "about"},
		{"POST", "/claims", object{"document": document, "quote": "the", "near": 1, "kind": "undertaking", "force": "done", "fields": object{"amount": []object{{"value": "much"}}}}, 400, "3.1e8 EUR"},
		{"GET", "/verify?head=nonsense", nil, 400, "12:9f86"},
		{"GET", "/changes?since=lately", nil, 400, "2026-11-16"},
		{"GET", "/names?a=x", nil, 400, "required query parameter is missing"},
		{"GET", "/dates?text=May&language=xx", nil, 400, "no such language"},
		{"GET", "/dates?text=May&reference=soon", nil, 400, "EDTF"},
		{"GET", "/nothing", nil, 404, "nothing stands at"},
		{"POST", "/relations", nil, 405, "Allow"},
		{"POST", "/documents", nil, 400, "multipart"},
		{"POST", "/documents?direction=up", nil, 400, "in, out, internal"},
		{"PUT", "/claims/" + claim + "/judgement", nil, 400, "required"},
		{"PUT", "/claims/" + claim + "/judgement", strings.NewReader("{"), 400, "unexpected end"},
		{"PUT", "/claims/" + claim + "/judgement", object{"verdict": "maybe"}, 400, "confirmed, corrected, rejected"},
		{"PUT", "/claims/" + claim + "/judgement", object{"verdict": "confirmed", "why": "x"}, 400, "unexpected property"},
		{"PUT", "/claims/" + claim + "/judgement", object{"verdict": "confirmed", "force": "done"}, 400, "belong to the verdict corrected"},
		{"PUT", "/claims/" + claim + "/judgement", object{"verdict": "corrected"}, 400, "say what is right"},
		{"PUT", "/claims/" + claim + "/judgement", object{"verdict": "corrected", "force": "firm"}, 400, "done, agreed"},
		{"PUT", "/claims/" + claim + "/judgement", object{"verdict": "corrected", "fields": object{"due": []object{{"value": "2031"}}}}, 400, "contact has no such field"},
		{"PUT", "/claims/" + claim + "/judgement", object{"verdict": "corrected", "fields": object{"mode": []object{{"value": "walk"}}}}, 400, "call, meeting, visit"},
		{"PUT", "/claims/" + claim + "/judgement", object{"verdict": "corrected", "fields": object{"date": []object{{"value": "in May"}}}}, 400, "EDTF"},
		{"PUT", "/claims/" + claim + "/judgement", object{"verdict": "corrected", "fields": object{"place": []object{{"value": "Utopia", "words": "not in the quote"}}}}, 400, "byte for byte"},
		{"PUT", "/claims/00000000/judgement", object{"verdict": "confirmed"}, 404, "claim"},
		{"PUT", "/pairs/" + claim + "/" + claim, object{"verdict": "same"}, 400, ""},
		{"PUT", "/pairs/" + claim + "/" + other, object{"verdict": "confirmed"}, 400, "same, different, unsure"},
		{"PUT", "/matters/" + other + "/outcome", object{"outcome": "fine"}, 400, "kept, moving"},
		{"PATCH", "/matters/" + other + "/note", object{"due": "soon"}, 400, "no date"},
		{"PATCH", "/matters/" + other + "/note", object{"starred": "yes"}, 400, "boolean"},
		{"PUT", "/relations/XA-XS/horizon", object{"months": -1}, 400, "expected number >= 0"},
		{"PUT", "/relations/XA-XS/horizon", object{"months": 601}, 400, "expected number <= 600"},
		{"PUT", "/relations/XX-YY/horizon", object{"months": 6}, 404, "XX-YY"},
	} {
		got := p.ask(test.method, test.path, test.body)
		said := problem(t, test.method+" "+test.path, got, test.status)
		if !strings.Contains(said, test.says) {
			t.Errorf("%s %s %v: says %s; want %q", test.method, test.path, test.body, said, test.says)
		}
		if _, once := test.body.(io.Reader); !once {
			inFrench(t, got, p.ask(test.method, test.path, test.body, "Accept-Language", "fr-CA, en;q=0.5"))
		}
	}
	if got := p.get("/status").text("head"); got != head {
		t.Errorf("something was entered")
	}
	if p.log.Len() > 0 {
		t.Errorf("the log holds %s", p.log)
	}
}

// inFrench wants the same problem in another language, whole: no part of it
// may stand in English.
func inFrench(t *testing.T, english, french *httptest.ResponseRecorder) {
	t.Helper()
	type problem struct {
		Type, Title, Detail string
		Errors              []struct{ Message, Location string }
	}
	var a, b problem
	if json.Unmarshal(english.Body.Bytes(), &a) != nil || json.Unmarshal(french.Body.Bytes(), &b) != nil {
		t.Fatalf("%s %s", english.Body, french.Body)
	}
	if h := french.Header(); h.Get("Content-Language") != "fr" || !strings.Contains(strings.Join(h.Values("Vary"), ","), "Accept-Language") || english.Header().Get("Content-Language") != "en" {
		t.Errorf("header: %v", h)
	}
	if a.Type != b.Type || len(a.Errors) != len(b.Errors) || a.Title == b.Title {
		t.Fatalf("%s is not %s", french.Body, english.Body)
	}
	first := func(s string) string { s, _, _ = strings.Cut(s, ". "); return s }
	if first(a.Detail) == first(b.Detail) {
		t.Errorf("not in French: %s", b.Detail)
	}
	for i := range a.Errors {
		if a.Errors[i].Message == b.Errors[i].Message || a.Errors[i].Location != b.Errors[i].Location {
			t.Errorf("not in French: %s", b.Errors[i].Message)
		}
	}
}

// problem wants problem details and returns their words.
func problem(t *testing.T, what string, got *httptest.ResponseRecorder, status int) string {
	t.Helper()
	if got.Code != status || got.Header().Get("Content-Type") != "application/problem+json" {
		t.Errorf("%s: status %d, %s, want a problem %d: %s", what, got.Code, got.Header().Get("Content-Type"), status, got.Body)
		return got.Body.String()
	}
	var m struct {
		Type, Title, Detail string
		Status              int
	}
	if err := json.Unmarshal(got.Body.Bytes(), &m); err != nil {
		t.Errorf("%s: %v", what, err)
	}
	if !strings.HasPrefix(m.Type, "/api#") || m.Title == "" || m.Detail == "" || m.Status != status {
		t.Errorf("%s: %s", what, got.Body)
	}
	words := got.Body.String()
	for _, pair := range [][2]string{{`\u003e`, ">"}, {`\u003c`, "<"}, {`\"`, `"`}} {
		words = strings.ReplaceAll(words, pair[0], pair[1])
	}
	return words
}

// Only programs with the token and browsers that were let in are answered,
// and browsers on behalf of these pages alone.
func TestWhoMayAsk(t *testing.T) {
	p := newProgram(t, newRegister(t, nil))
	in := httptest.NewRecorder()
	p.server.ServeHTTP(in, httptest.NewRequest(http.MethodGet, "http://127.0.0.1:8080"+p.link, nil))
	cookie := in.Result().Cookies()[0].String()
	cookie, _, _ = strings.Cut(cookie, ";")
	for _, test := range []struct {
		name, method, path string
		header             []string
		status             int
	}{
		{"the token", "GET", "/status", nil, 200},
		{"in small letters", "GET", "/status", []string{"Authorization", "bearer " + token}, 200},
		{"nothing", "GET", "/status", []string{"Authorization", ""}, 401},
		{"another token", "GET", "/status", []string{"Authorization", "Bearer OTHER"}, 401},
		{"no token", "GET", "/status", []string{"Authorization", "Bearer "}, 401},
		{"a password", "GET", "/status", []string{"Authorization", "Basic " + token}, 401},
		{"the document", "GET", "/openapi.json", []string{"Authorization", ""}, 401},
		{"nowhere", "GET", "/nothing", []string{"Authorization", ""}, 401},
		{"the cookie", "GET", "/status", []string{"Authorization", "", "Cookie", cookie}, 200},
		{"the cookie and another token", "GET", "/status", []string{"Authorization", "Bearer OTHER", "Cookie", cookie}, 401},
		{"another cookie", "GET", "/status", []string{"Authorization", "", "Cookie", "entente-8080=x"}, 401},
		{"another host", "GET", "/status", []string{"Host", "entente.example"}, 421},
		{"a write of another site", "DELETE", "/claims/0000/judgement", []string{"Authorization", "", "Cookie", cookie, "Sec-Fetch-Site", "cross-site"}, 403},
		{"a write of another site, by origin", "DELETE", "/claims/0000/judgement", []string{"Authorization", "", "Cookie", cookie, "Origin", "https://example.org"}, 403},
		{"a write of the same machine's other port", "DELETE", "/claims/0000/judgement", []string{"Authorization", "", "Cookie", cookie, "Origin", "http://127.0.0.1:9999"}, 403},
		{"a write of these pages", "DELETE", "/claims/0000/judgement", []string{"Authorization", "", "Cookie", cookie, "Sec-Fetch-Site", "same-origin"}, 404},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := httptest.NewRequest(test.method, "http://127.0.0.1:8080/api/v1"+test.path, nil)
			r.Header.Set("Authorization", "Bearer "+token)
			for i := 0; i < len(test.header); i += 2 {
				if test.header[i] == "Host" {
					r.Host = test.header[i+1]
				}
				r.Header.Set(test.header[i], test.header[i+1])
			}
			got := httptest.NewRecorder()
			p.server.ServeHTTP(got, r)
			if got.Code != test.status {
				t.Fatalf("status %d, want %d: %s", got.Code, test.status, got.Body)
			}
			if got.Code >= 400 {
				problem(t, test.name, got, test.status)
			}
			if test.status == 401 && !strings.HasPrefix(got.Header().Get("WWW-Authenticate"), "Bearer") {
				t.Errorf("WWW-Authenticate is %q", got.Header().Get("WWW-Authenticate"))
			}
			if got.Header().Get("Access-Control-Allow-Origin") != "" || got.Header().Get("Content-Security-Policy") == "" {
				t.Errorf("headers %v", got.Header())
			}
		})
	}
	// The token opens the API and no page.
	r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1:8080/", nil)
	r.Header.Set("Authorization", "Bearer "+token)
	got := httptest.NewRecorder()
	p.server.ServeHTTP(got, r)
	if got.Code != 401 {
		t.Errorf("a page for a token: status %d", got.Code)
	}
}

// What is too long is refused, be it one body or an upload.
func TestTooLong(t *testing.T) {
	p := newProgram(t, newRegister(t, nil))
	long := `{"verdict":"confirmed","reason":"` + strings.Repeat("a", 1<<20) + `"}`
	problem(t, "a judgement", p.ask("PUT", "/claims/0000/judgement", strings.NewReader(long), "Content-Type", "application/json"), 413)
	problem(t, "a judgement as a form", p.ask("PUT", "/claims/0000/judgement", strings.NewReader("verdict=confirmed"), "Content-Type", "application/x-www-form-urlencoded"), 415)
	body, kind := form(t, "letters", "a.txt", note)
	problem(t, "nothing as files", p.ask("POST", "/documents", body, "Content-Type", kind), 400)
	problem(t, "half a form", p.ask("POST", "/documents", strings.NewReader("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\nhalf"), "Content-Type", "multipart/form-data; boundary=x"), 400)
	if got := p.get("/status").at("documents"); got != 0.0 {
		t.Errorf("%v documents were entered", got)
	}
}

// Our own faults say nothing of what went wrong but in the log, and the log
// holds no query.
func TestOurFault(t *testing.T) {
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	broken := false
	store := &storetest.Memory{}
	store.Fail = func(string) error {
		if broken {
			return errors.New("disk on fire")
		}
		return nil
	}
	register, err := desk.NewRegister(desk.RegisterConfig{Store: store, Reader: r, Packs: r.Packs, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	p := newProgram(t, register)
	broken = true
	said := problem(t, "a broken disk", p.ask("GET", "/search?q=secretword", nil), 500)
	if strings.Contains(said, "fire") {
		t.Errorf("says %s", said)
	}
	if !strings.Contains(p.log.String(), "fire") || strings.Contains(p.log.String(), "secretword") {
		t.Errorf("the log holds %q", p.log)
	}
}
