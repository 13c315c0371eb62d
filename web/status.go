package web

import (
	"net/http"
	"runtime"
	"strings"
	"time"

	"entente"
	"entente/desk"
)

// helpPage tells the keys, the words, and how reading works.
type helpPage struct{ page }

func (s *Server) help(w http.ResponseWriter, r *http.Request) error {
	return s.show(w, r, "help", &helpPage{s.newPage(r, s.faceOf(r).T("help"))})
}

// statusPage tells what the register holds, what waits, and what runs.
type statusPage struct {
	page
	desk.House
	Name, By, Version, Go string
	States                []stateCount
	Relations             int
	Since                 string // when the server started
	Age                   int    // days since the latest copy
	Reader                []string
}

// A stateCount is how many documents are in a state.
type stateCount struct {
	State desk.State
	N     int
}

func (s *Server) status(w http.ResponseWriter, r *http.Request) error {
	f, register := s.faceOf(r), s.registerOf(sessionOf(r))
	p := statusPage{page: s.newPage(r, f.T("status")), Name: s.Name, By: s.By, Version: s.Version, Go: runtime.Version(),
		Since: f.when(s.started.Format(time.DateOnly)) + ", " + s.started.Format("15:04")}
	var err error
	if p.House, err = register.House(r.Context()); err != nil {
		return err
	}
	for _, state := range []desk.State{desk.StateNew, desk.StateReview, desk.StateUnread} {
		if n := p.Summary.ByState[state]; n > 0 {
			p.States = append(p.States, stateCount{state, n})
		}
	}
	if !p.Backup.IsZero() {
		p.Age = max(0, int(s.Now().Sub(p.Backup).Hours()/24))
	}
	for _, pack := range p.Packs {
		tag, hash, _ := strings.Cut(pack, " ")
		p.Reader = append(p.Reader, tag+" "+hash[:min(8, len(hash))])
	}
	relations, err := register.Ask(r.Context(), "relations", entente.Relation{})
	p.Relations = len(relations.Relations)
	if err != nil {
		return err
	}
	return s.show(w, r, "status", &p)
}
