// Package web is the register as pages. It knows the desk and nothing below
// it.
//
// routes.go names every page; there is one file a resource, with one typed
// struct for each page; errors.go turns errors into pages. Templates, styles,
// fonts and messages are embedded, nothing is loaded from elsewhere, and
// every page works without script.
//
// A Server is for one person on one machine. It answers loopback names only,
// and only to a browser that was let in by a link printed where the server
// was started.
package web

import (
	"context"
	"errors"
	"log"
	"net/http"
	"sync"
	"time"

	"entente/api"
	"entente/desk"
)

// Config configures a Server. Register and By are required.
type Config struct {
	Register *desk.Register
	By       string // who reviews; the name on every judgement
	Name     string // of the register, as a person knows it: "entente.db"
	Version  string // of the program

	// Demo opens a register of an invented dossier; nil for none. It is
	// called when somebody asks for it, until it succeeds.
	Demo func(context.Context) (*desk.Register, error)
	// Date reads a date that a person wrote, in a language, and returns it
	// as EDTF, or "" if there is none in it; nil reads EDTF alone.
	Date func(text, language string) string
	// Amount reads an amount that a person wrote, in a language, and returns it
	// as a register keeps it, or "" if there is none in it; nil reads that form
	// alone.
	Amount func(text, language string) string
	// FeedKey opens the calendar feed to programs that cannot log in; it
	// should be the same from one start to the next. "" means no feed.
	FeedKey string
	// Token returns what programs must bear to ask the API, and is asked for
	// each that bears one; "" and nil let none in.
	Token func() string
	// Reader compares names and finds dates for programs; nil does not.
	Reader *desk.Reader
	// NewLink is told each link that lets a browser in, without the scheme
	// and host: "/login?key=…".
	NewLink func(link string)
	Now     func() time.Time // nil means time.Now
	Log     *log.Logger      // nil means log.Default()
}

// A Server answers requests for pages. It may be used by many at once.
type Server struct {
	Config
	faces    map[string]*face // by language
	sessions *sessions
	handler  http.Handler
	api      *api.API
	started  time.Time

	demo struct {
		sync.Mutex
		register *desk.Register
	}
}

// New returns a Server and makes the first link. The error is a fault of
// what is embedded, or of Config.
func New(c Config) (*Server, error) {
	if c.Register == nil || c.By == "" {
		return nil, errors.New("web: a server needs a register and a name")
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = log.Default()
	}
	if c.NewLink == nil {
		c.NewLink = func(string) {}
	}
	s := &Server{Config: c, faces: map[string]*face{}, sessions: newSessions(c.Now), started: c.Now()}
	for _, language := range languages {
		f, err := newFace(language)
		if err != nil {
			return nil, err
		}
		s.faces[language] = f
	}
	if err := s.newAPI(); err != nil {
		return nil, err
	}
	s.handler = compressed(s.guard(s.routes()))
	s.link()
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// link makes a key that lets one browser in, and tells it.
func (s *Server) link() { s.NewLink("/login?key=" + s.sessions.newKey()) }

// registerOf returns the register that a session looks at.
func (s *Server) registerOf(c *session) *desk.Register {
	if !c.inDemo() {
		return s.Register
	}
	s.demo.Lock()
	defer s.demo.Unlock()
	return s.demo.register
}

// openDemo opens the register of the invented dossier, once.
func (s *Server) openDemo(ctx context.Context) error {
	s.demo.Lock()
	defer s.demo.Unlock()
	if s.demo.register != nil {
		return nil
	}
	r, err := s.Demo(ctx)
	if err == nil {
		s.demo.register = r
	}
	return err
}
