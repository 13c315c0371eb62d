package web

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"entente"
	"entente/desk"
	"entente/examples"
	"entente/internal/storetest"
	"entente/lang"

	"golang.org/x/net/html"
)

// reader reads letters with the embedded packs; it is made once.
var reader = sync.OnceValues(func() (*memory, error) {
	packs, err := lang.Embedded()
	if err != nil {
		return nil, err
	}
	r, err := desk.NewReader(packs)
	return &memory{Reader: r, read: map[string]remembered{}}, err
})

// A memory reads each document once, whoever asks.
type memory struct {
	*desk.Reader
	mu   sync.Mutex
	read map[string]remembered
}

type remembered struct {
	doc     entente.Document
	reading entente.Reading
	err     error
}

func (m *memory) Read(name string, from io.Reader, language string) (entente.Document, entente.Reading, error) {
	data, err := io.ReadAll(from)
	if err != nil {
		return entente.Document{}, entente.Reading{}, err
	}
	key := name + "\x00" + string(data)
	m.mu.Lock()
	defer m.mu.Unlock()
	got, ok := m.read[key]
	if !ok {
		got.doc, got.reading, got.err = m.Reader.Read(name, bytes.NewReader(data), language)
		m.read[key] = got
	}
	return got.doc, got.reading, got.err
}

func clock() time.Time { return time.Date(2031, 3, 3, 9, 0, 0, 0, time.UTC) }

// A browser is a server and one browser that was let in.
type browser struct {
	t      testing.TB
	server *Server
	cookie *http.Cookie
	header http.Header
	last   *httptest.ResponseRecorder
}

func register(t testing.TB) *desk.Register {
	t.Helper()
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	register, err := desk.NewRegister(desk.RegisterConfig{Store: &storetest.Memory{}, Reader: r, Packs: r.Packs, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	return register
}

// newBrowser opens a register with texts in it.
func newBrowser(t testing.TB, sources ...desk.Source) *browser {
	t.Helper()
	r := register(t)
	fill(t, r, sources)
	link := ""
	server, err := New(Config{Register: r, By: "Ada", Name: "test.db", Version: "test", Now: clock, FeedKey: "feed-key",
		NewLink: func(l string) { link = l },
		Log:     log.New(testLog{t}, "", 0),
		Demo: func(context.Context) (*desk.Register, error) {
			demo := register(t)
			fill(t, demo, dossier(t))
			return demo, nil
		},
		Date: func(text, language string) string {
			read, _ := reader()
			for _, d := range read.Dates(text, language, dateOf(t, "2031-03-03")) {
				return d.Value
			}
			return ""
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	b := &browser{t: t, server: server, header: http.Header{}}
	b.get(link)
	for _, c := range b.last.Result().Cookies() {
		if strings.HasPrefix(c.Name, "entente-") {
			b.cookie = c
		}
	}
	if b.cookie == nil {
		t.Fatal("the link let nobody in")
	}
	return b
}

type testLog struct{ t testing.TB }

func (l testLog) Write(p []byte) (int, error) {
	l.t.Helper()
	l.t.Logf("log: %s", p)
	return len(p), nil
}

func fill(t testing.TB, r *desk.Register, sources []desk.Source) {
	t.Helper()
	err := r.Receive(context.Background(), desk.Receiving{By: "Ada"}, sources, func(got desk.Receipt) {
		if got.Err != nil {
			t.Error(got.Err)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}

func text(name, words string) desk.Source {
	return desk.Source{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(words)), nil }}
}

// dossier is the invented one.
func dossier(t testing.TB) []desk.Source {
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

// do sends a request and returns the page; the answer is b.last.
func (b *browser) do(r *http.Request) *node {
	b.t.Helper()
	for name, values := range b.header {
		r.Header[name] = values
	}
	if b.cookie != nil {
		r.AddCookie(b.cookie)
	}
	b.last = httptest.NewRecorder()
	b.server.ServeHTTP(b.last, r)
	root, err := html.Parse(strings.NewReader(b.last.Body.String()))
	if err != nil {
		b.t.Fatal(err)
	}
	return &node{root}
}

func (b *browser) request(method, target string, body io.Reader) *http.Request {
	return httptest.NewRequest(method, "http://127.0.0.1:8080"+target, body)
}

func (b *browser) get(target string) *node {
	b.t.Helper()
	return b.do(b.request("GET", target, nil))
}

// post sends a form as a page of the server's own does.
func (b *browser) post(target string, form url.Values) *node {
	b.t.Helper()
	r := b.request("POST", target, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", "http://127.0.0.1:8080")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return b.do(r)
}

// want fails unless the last answer had that status.
func (b *browser) want(status int) {
	b.t.Helper()
	if b.last.Code != status {
		b.t.Fatalf("status %d, not %d:\n%s", b.last.Code, status, b.last.Body.String())
	}
}

// submit sends a form of a page with one of its buttons, by the button's
// value.
func (b *browser) submit(form *node, button string) *node {
	b.t.Helper()
	values := url.Values{}
	for _, in := range form.all(func(n *html.Node) bool { return n.Data == "input" || n.Data == "button" }) {
		if in.Data == "button" && in.attr("value") != button {
			continue
		}
		if name := in.attr("name"); name != "" {
			values.Set(name, in.attr("value"))
		}
	}
	for _, s := range form.all(func(n *html.Node) bool { return n.Data == "select" }) {
		for _, o := range s.all(func(n *html.Node) bool { return n.Data == "option" }) {
			if o.has("selected") {
				values.Set(s.attr("name"), o.attr("value"))
			}
		}
	}
	return b.post(form.attr("action"), values)
}

// follow goes where the last answer sent the browser.
func (b *browser) follow() *node {
	b.t.Helper()
	b.want(http.StatusSeeOther)
	var p *node
	for b.last.Code == http.StatusSeeOther { // a claim leads to its place in the letter
		to, _, _ := strings.Cut(b.last.Header().Get("Location"), "#")
		p = b.get(to)
	}
	return p
}

// A node is an element of a page.
type node struct{ *html.Node }

func (n *node) all(is func(*html.Node) bool) []*node {
	var found []*node
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && is(c) {
			found = append(found, &node{c})
		}
	}
	return found
}

// find returns the elements of a tag with a class; either may be "".
func (n *node) find(tag, class string) []*node {
	return n.all(func(e *html.Node) bool {
		return (tag == "" || e.Data == tag) && (class == "" || containsWord((&node{e}).attr("class"), class))
	})
}

func (n *node) id(id string) *node {
	for _, e := range n.all(func(e *html.Node) bool { return (&node{e}).attr("id") == id }) {
		return e
	}
	return nil
}

func (n *node) attr(name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func (n *node) has(name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

func (n *node) words() string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func containsWord(words, word string) bool {
	for w := range strings.FieldsSeq(words) {
		if w == word {
			return true
		}
	}
	return false
}
