package web

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"net/url"
	"path"
	"strings"
	"sync"

	"entente"
	"entente/desk"

	"golang.org/x/text/language"
)

//go:embed templates
var templateFiles embed.FS

// A face is the pages in one language.
type face struct {
	*catalog
	templates map[string]*template.Template // by name of the page
}

func newFace(tag string) (*face, error) {
	c, err := newCatalog(tag)
	if err != nil {
		return nil, err
	}
	f := &face{catalog: c, templates: map[string]*template.Template{}}
	base, err := template.New("base").Funcs(f.functions()).ParseFS(templateFiles, "templates/base.html", "templates/parts.html")
	if err != nil {
		return nil, err
	}
	entries, err := templateFiles.ReadDir("templates")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".html")
		if name == "base" || name == "parts" {
			continue
		}
		t, err := base.Clone()
		if err != nil {
			return nil, err
		}
		if f.templates[name], err = t.ParseFS(templateFiles, path.Join("templates", e.Name())); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// functions are what templates may call besides the methods of what they
// show.
func (f *face) functions() template.FuncMap {
	return template.FuncMap{
		"T": f.T, "N": f.N, "word": f.word, "when": f.when, "day": f.day,
		"matter": f.matter, "between": f.between, "country": f.country, "relation": f.relation,
		"short": short, "hex": hex, "asset": asset, "join": join, "capital": capital, "quoted": f.quoted,
		"document": f.document, "by": f.by, "number": f.number,
		"operators": func() []desk.Operator { return desk.Operators },
		"stated":    func(x *desk.Following) string { return f.word(x.Stated) },
		"reason":    f.reason, "said": f.said, "because": f.because,
		"list":    func(words ...string) []string { return words },
		"dict":    dict,
		"outcome": func(o entente.Outcome) string { return f.T("outcome." + string(o)) },
	}
}

// page is what every page has.
type page struct {
	Lang    string
	Title   string
	Theme   string // "light", "dark", or "" for the browser's
	Here    string // the part of the register that the page belongs to
	Path    string // of the page, to come back to
	Query   string // in the field of search
	Demo    bool   // in the invented dossier
	Outside bool   // for a browser that was not let in
}

const (
	cookieLanguage = "entente-language"
	cookieTheme    = "entente-theme"
)

func (s *Server) newPage(r *http.Request, title string) page {
	p := page{Lang: s.languageOf(r), Title: title, Path: r.URL.RequestURI()}
	if r.Method != http.MethodGet {
		p.Path = "/"
	}
	if c, err := r.Cookie(cookieTheme); err == nil && (c.Value == "light" || c.Value == "dark") {
		p.Theme = c.Value
	}
	if c := sessionOf(r); c != nil {
		p.Demo = c.inDemo()
	}
	p.Here, _, _ = strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	return p
}

var matcher = func() language.Matcher {
	var tags []language.Tag
	for _, l := range languages {
		tags = append(tags, language.MustParse(l))
	}
	return language.NewMatcher(tags)
}()

// languageOf returns the language that was chosen, or else that of the
// browser.
func (s *Server) languageOf(r *http.Request) string {
	if c, err := r.Cookie(cookieLanguage); err == nil && s.faces[c.Value] != nil {
		return c.Value
	}
	wanted, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	if err != nil {
		return languages[0]
	}
	_, i, _ := matcher.Match(wanted...)
	return languages[i]
}

func (s *Server) faceOf(r *http.Request) *face { return s.faces[s.languageOf(r)] }

// show renders a page that went well.
func (s *Server) show(w http.ResponseWriter, r *http.Request, name string, data any) error {
	return s.faceOf(r).render(w, name, http.StatusOK, data)
}

// render writes a whole page or, where the template fails, nothing.
func (f *face) render(w http.ResponseWriter, name string, status int, data any) error {
	return f.renderPart(w, name, "base", status, data)
}

// pageBuffers are for pages that are being made; a long one does not grow
// another each time.
var pageBuffers = sync.Pool{New: func() any { return &bytes.Buffer{} }}

// mostBuffered is how long a buffer is that is used again.
const mostBuffered = 4 << 20

// renderPart writes one part of a page, for the script of that page.
func (f *face) renderPart(w http.ResponseWriter, name, part string, status int, data any) error {
	b := pageBuffers.Get().(*bytes.Buffer)
	defer func() {
		if b.Cap() <= mostBuffered {
			b.Reset()
			pageBuffers.Put(b)
		}
	}()
	if err := f.templates[name].ExecuteTemplate(b, part, data); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Add("Vary", "Accept-Language, Cookie")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // the browser may have gone
	return nil
}

// back sends the browser to the page that a form stood on.
func back(w http.ResponseWriter, r *http.Request, fragment string) {
	to := r.PostFormValue("back")
	if u, err := url.Parse(to); err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(u.Path, "/") || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\r\n") {
		to = "/"
	}
	to, _, _ = strings.Cut(to, "#")
	if fragment != "" {
		to += "#" + fragment
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// wantsPart reports whether the script of a page asks, which needs no whole
// page.
func wantsPart(r *http.Request) bool { return r.Header.Get("Entente-Part") != "" }

// dict makes what a part of a page is given from names and values in turn.
func dict(pairs ...any) map[string]any {
	d := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		d[pairs[i].(string)] = pairs[i+1]
	}
	return d
}
