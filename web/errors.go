package web

import (
	"context"
	"errors"
	"net/http"

	"entente"
	"entente/api"
)

// What the guard refuses. The texts are for the log; a person reads those of
// the catalog.
var (
	errHost      = errors.New("a host that is not this machine")
	errForeign   = errors.New("a request that another site made")
	errNoSession = errors.New("a browser that was not let in")
	errTooLong   = errors.New("too long")
)

// faults gives each kind of error its status and the key of its messages.
// What is not here is a fault of ours.
var faults = []struct {
	kind   error
	status int
	key    string
}{
	{errHost, http.StatusMisdirectedRequest, "error.host"},
	{errForeign, http.StatusForbidden, "error.foreign"},
	{errNoSession, http.StatusUnauthorized, "error.session"},
	{errTooLong, http.StatusRequestEntityTooLarge, "error.long"},
	{entente.ErrNotFound, http.StatusNotFound, "error.notfound"},
	{entente.ErrInvalid, http.StatusBadRequest, "error.invalid"},
	{entente.ErrConflict, http.StatusConflict, "error.conflict"},
}

// problem says what is wrong with something a person gave us.
func problem(err error) string {
	var input *entente.InputError
	if errors.As(err, &input) {
		return input.Text
	}
	return err.Error()
}

// errorPage is a page that says what went wrong and what would do.
type errorPage struct {
	page
	Status int
	Text   string
	Detail string // of a fault in what a person wrote
	Enter  bool   // offer to print a new link
}

// page makes a handler of a function that may fail.
func (s *Server) page(f func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := f(w, r); err != nil {
			s.fail(w, r, err)
		}
	})
}

// fail is the one place that turns an error into a page.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, context.Canceled) && r.Context().Err() != nil {
		return // nobody waits
	}
	var tooLong *http.MaxBytesError
	if errors.As(err, &tooLong) {
		err = errTooLong
	}
	status, key := http.StatusInternalServerError, "error.ours"
	for _, f := range faults {
		if errors.Is(err, f.kind) {
			status, key = f.status, f.key
			break
		}
	}
	if status >= 500 {
		s.Log.Printf("%s %q: %q", r.Method, r.URL.Path, err)
	}
	if ofAPI(r) {
		api.Fail(w, r, status, "")
		return
	}
	f := s.faceOf(r)
	p := errorPage{page: s.newPage(r, f.T(key+".title")), Status: status, Text: f.T(key), Enter: status == http.StatusUnauthorized}
	var input *entente.InputError
	if errors.As(err, &input) {
		p.Detail = input.Text
	}
	if sessionOf(r) == nil {
		p.Outside = true
	}
	w.Header().Set("Cache-Control", "no-store")
	if err := f.render(w, "error", status, &p); err != nil {
		s.Log.Printf("%s %q: %q", r.Method, r.URL.Path, err)
	}
}
