// Package api is the register as JSON under /api/v1: everything that the
// pages do, for programs. It knows the desk and nothing below it.
//
// routes.go names every operation; there is one file a resource, with the
// shapes it serves; problem.go turns errors into problem details (RFC 9457).
// The OpenAPI document is made from the code and kept as a golden file. Who
// may ask at all, and from where, is decided before a request comes here: see
// the guard of package web.
package api

import (
	"context"
	"errors"
	"log"
	"net/http"
	"sync"
	"time"

	"entente"
	"entente/desk"

	"github.com/danielgtaylor/huma/v2"
)

// Prefix is where the API is served.
const Prefix = "/api/v1"

// Version is that of the API. What is in it stays; see doc/api.md.
const Version = "1.0"

// Config configures an API. Register and By are required.
type Config struct {
	Register func(*http.Request) *desk.Register // that a request is about
	By       string                             // whose name stands on what is entered
	Name     string                             // of the register, as a person knows it
	Program  string                             // its version
	// Reader compares names and finds dates; without one nothing does.
	Reader *desk.Reader
	// Words are the words of the picture of a relation in a language; nil
	// serves no picture.
	Words func(language string) desk.PictureWords
	// Calendar writes what is due as iCalendar and News what a search found
	// as Atom, in a language, for programs that found them at an address of
	// site ("http://127.0.0.1:8080"); nil serves none.
	Calendar func(due []desk.DueItem, language, site string) []byte
	News     func(news *desk.News, language, site, path string) []byte
	Now      func() time.Time // nil means time.Now
	Log      *log.Logger      // nil means log.Default()
}

// An API answers requests below Prefix. It may be used by many at once.
type API struct {
	Config
	mux      *http.ServeMux
	huma     huma.API
	document []byte // OpenAPI
	edition  string // its entity tag
	started  time.Time
	names    func() func(a, b string, kind entente.MentionKind) Likeness
}

// New returns an API. The error is a fault of Config.
func New(c Config) (*API, error) {
	if c.Register == nil || c.By == "" {
		return nil, errors.New("api: needs a register and a name")
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = log.Default()
	}
	a := &API{Config: c, mux: http.NewServeMux(), started: c.Now()}
	a.names = sync.OnceValue(a.comparer)
	a.huma = newHuma(a.mux)
	a.routes()
	return a, a.describe()
}

// A call is one request.
type call struct {
	ctx      context.Context
	r        *http.Request
	w        http.ResponseWriter
	register *desk.Register
	api      *API
}

type callKey struct{}

// ServeHTTP answers one request.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h, pattern := a.mux.Handler(r)
	if pattern == "" {
		a.nothing(w, r, h)
		return
	}
	c := &call{r: r, w: w, register: a.Register(r), api: a}
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		if !uncached[pattern] {
			head, err := c.register.Head(r.Context())
			if err != nil {
				a.fail(w, r, err)
				return
			}
			tag := a.tag(r, head)
			if matches(r.Header.Get("If-None-Match"), tag) {
				w.Header().Set("ETag", tag)
				w.WriteHeader(http.StatusNotModified)
				return
			}
			w = &tagged{ResponseWriter: w, tag: tag}
		}
	default:
		if heads, given := headsOf(r.Header.Values("If-Match")); given {
			c.register = c.register.When(heads...)
		}
	}
	r = r.WithContext(context.WithValue(r.Context(), callKey{}, c))
	c.r, c.ctx = r, r.Context()
	a.mux.ServeHTTP(w, r)
}

// nothing answers where no operation is: another method has one, or none.
func (a *API) nothing(w http.ResponseWriter, r *http.Request, h http.Handler) {
	refusal := &refusal{header: http.Header{}}
	h.ServeHTTP(refusal, r)
	if refusal.status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", refusal.header.Get("Allow"))
		Fail(w, r, refusal.status, "")
		return
	}
	Fail(w, r, http.StatusNotFound, "nothing stands at "+r.URL.Path)
}

// A refusal notes what the mux says where it has no operation.
type refusal struct {
	header http.Header
	status int
}

func (r *refusal) Header() http.Header         { return r.header }
func (r *refusal) Write(p []byte) (int, error) { return len(p), nil }
func (r *refusal) WriteHeader(status int)      { r.status = status }
