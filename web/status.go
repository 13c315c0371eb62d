package web

import (
	"net/http"
	"runtime"
	"time"

	"entente"
	"entente/desk"
)

// helpPage tells the keys, the words, and how reading works.
type helpPage struct{ page }

func (s *Server) help(w http.ResponseWriter, r *http.Request) error {
	return s.show(w, r, "help", &helpPage{s.newPage(r, s.faceOf(r).T("help"))})
}

// statusPage tells what the register holds and what runs.
type statusPage struct {
	page
	Name, By, Version, Go string
	Documents, Unread     int
	Relations             int
	Since                 string // when the server started
	Newest                string // day of the latest receipt
}

func (s *Server) status(w http.ResponseWriter, r *http.Request) error {
	f, register := s.faceOf(r), s.registerOf(sessionOf(r))
	p := statusPage{page: s.newPage(r, f.T("status")), Name: s.Name, By: s.By, Version: s.Version, Go: runtime.Version(),
		Since: f.when(s.started.Format(time.DateOnly)) + ", " + s.started.Format("15:04")}
	in, err := register.Inbox(r.Context(), "", 0, 0)
	if err != nil {
		return err
	}
	p.Documents, p.Unread, p.Newest = in.Summary.Documents, in.Summary.ByState[desk.StateUnread], in.Newest
	relations, err := register.Ask(r.Context(), "relations", entente.Relation{})
	p.Relations = len(relations.Relations)
	if err != nil {
		return err
	}
	return s.show(w, r, "status", &p)
}
