package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"log"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"entente/desk"
	"entente/examples"
	"entente/internal/storetest"
	"entente/lang"
	"entente/web"
)

const token = "TEST-TOKEN"

func clock() time.Time { return time.Date(2031, 3, 3, 9, 0, 0, 0, time.UTC) }

var reader = sync.OnceValues(func() (*desk.Reader, error) {
	packs, err := lang.Embedded()
	if err != nil {
		return nil, err
	}
	return desk.NewReader(packs)
})

// A program asks the API of a server with its token.
type program struct {
	t      testing.TB
	server *web.Server
	link   string // lets a browser in
	log    *bytes.Buffer
	last   *httptest.ResponseRecorder
}

func sources(t testing.TB) []desk.Source {
	t.Helper()
	files := examples.ArcadiaSylvania()
	names, err := fs.Glob(files, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []desk.Source
	for _, name := range names {
		all = append(all, desk.Source{Name: name, Open: func() (io.ReadCloser, error) { return files.Open(name) }})
	}
	return all
}

func newRegister(t testing.TB, sources []desk.Source) *desk.Register {
	t.Helper()
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	register, err := desk.NewRegister(desk.RegisterConfig{Store: &storetest.Memory{}, Reader: r, Packs: r.Packs, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	err = register.Receive(context.Background(), desk.Receiving{By: "Ada"}, sources, func(got desk.Receipt) {
		if got.Err != nil {
			t.Error(got.Err)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return register
}

func newProgram(t testing.TB, register *desk.Register) *program {
	t.Helper()
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	p := &program{t: t, log: &bytes.Buffer{}}
	p.server, err = web.New(web.Config{Register: register, By: "Ada", Name: "test.db", Version: "test", Now: clock, Reader: r,
		Token: func() string { return token }, NewLink: func(l string) { p.link = l }, Log: log.New(p.log, "", 0)})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// ask sends a request with the token and returns the answer. A body that is
// no reader is sent as JSON; header is names and values in turn.
func (p *program) ask(method, path string, body any, header ...string) *httptest.ResponseRecorder {
	p.t.Helper()
	var from io.Reader
	kind := ""
	switch b := body.(type) {
	case nil:
	case io.Reader:
		from = b
	default:
		data, err := json.Marshal(body)
		if err != nil {
			p.t.Fatal(err)
		}
		from, kind = bytes.NewReader(data), "application/json"
	}
	r := httptest.NewRequest(method, "http://127.0.0.1:8080/api/v1"+path, from)
	r.Header.Set("Authorization", "Bearer "+token)
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	for i := 0; i+1 < len(header); i += 2 {
		if header[i+1] == "" {
			r.Header.Del(header[i])
			continue
		}
		r.Header.Set(header[i], header[i+1])
	}
	p.last = httptest.NewRecorder()
	p.server.ServeHTTP(p.last, r)
	return p.last
}

// must asks, wants a status and returns the body as what JSON makes of it.
func (p *program) must(status int, method, path string, body any, header ...string) object {
	p.t.Helper()
	got := p.ask(method, path, body, header...)
	if got.Code != status {
		p.t.Fatalf("%s %s: status %d, want %d: %s %s", method, path, got.Code, status, got.Body, p.log)
	}
	var o object
	if strings.Contains(got.Header().Get("Content-Type"), "json") {
		if err := json.Unmarshal(got.Body.Bytes(), &o); err != nil {
			p.t.Fatalf("%s %s: %v", method, path, err)
		}
	}
	return o
}

func (p *program) get(path string, header ...string) object {
	p.t.Helper()
	return p.must(http.StatusOK, http.MethodGet, path, nil, header...)
}

// An object is one of JSON.
type object map[string]any

// at returns what stands at a path of names and places.
func (o object) at(path ...any) any {
	var v any = map[string]any(o)
	for _, step := range path {
		switch s := step.(type) {
		case string:
			m, _ := v.(map[string]any)
			v = m[s]
		case int:
			list, _ := v.([]any)
			if s >= len(list) {
				return nil
			}
			v = list[s]
		}
	}
	return v
}

func (o object) text(path ...any) string {
	s, _ := o.at(path...).(string)
	return s
}

func (o object) list(path ...any) []object {
	list, _ := o.at(path...).([]any)
	var all []object
	for _, item := range list {
		m, _ := item.(map[string]any)
		all = append(all, m)
	}
	return all
}

// form is a multipart/form-data body of files, by name and words in turn, and
// its content type.
func form(t testing.TB, field string, files ...string) (io.Reader, string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		part, err := w.CreateFormFile(field, files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, files[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return &b, w.FormDataContentType()
}

const note = `Port Sylvan, 4 March 2031

Excellency,

I have the honour to confirm that the Minister of Energy of Arcadia will visit Port Sylvan on 9 April 2031.
Arcadia will fund the extension of the harbour at Cold Bay.

Please accept, Excellency, the assurances of my highest consideration.

Ada Lind
Ambassador of Arcadia
`
