package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"entente"
	"entente/desk"

	"github.com/danielgtaylor/huma/v2"
)

// A Fault is one kind of problem: its status, its name in the type of the
// problem, and what a caller does about it.
type Fault struct {
	Status             int
	Slug, Title, Would string
}

// Faults are all kinds of problem, each with a place of its own on the
// reference page.
var Faults = []Fault{
	{http.StatusBadRequest, "invalid", "Something given is wrong", "Mend what is named and ask again."},
	{http.StatusUnauthorized, "token", "Not let in", "Send the token that `entente token` prints, as Authorization: Bearer …, or the cookie of a browser that was let in."},
	{http.StatusForbidden, "foreign", "A request that another site made", "Browsers are answered on the pages of Entente only."},
	{http.StatusNotFound, "not-found", "Not found", "Take the id or the address from a list; four characters of an id are enough."},
	{http.StatusMethodNotAllowed, "method", "No such method here", "The header Allow names those there are."},
	{http.StatusNotAcceptable, "format", "No such format", "Ask for application/json."},
	{http.StatusConflict, "conflict", "Somebody else was first", "Ask again for what you change, then try again."},
	{http.StatusPreconditionFailed, "moved", "The register has moved on", "Ask again for what you change and send its new ETag in If-Match."},
	{http.StatusRequestEntityTooLarge, "long", "Too long", "Divide it and send it in several requests."},
	{http.StatusUnsupportedMediaType, "media-type", "No such media type", "Send application/json, or multipart/form-data to receive documents."},
	{http.StatusMisdirectedRequest, "host", "A host that is not this machine", "Ask 127.0.0.1 or localhost."},
	{http.StatusInternalServerError, "ours", "A fault of Entente", "Please report it; the log where the server was started names it."},
}

// kinds gives each kind of error its status. What is not here is a fault of
// ours.
var kinds = []struct {
	kind   error
	status int
}{
	{desk.ErrMoved, http.StatusPreconditionFailed},
	{entente.ErrNotFound, http.StatusNotFound},
	{entente.ErrInvalid, http.StatusBadRequest},
	{entente.ErrUnread, http.StatusBadRequest},
	{entente.ErrConflict, http.StatusConflict},
}

func faultOf(status int) Fault {
	for _, f := range Faults {
		if f.Status == status {
			return f
		}
	}
	return Faults[len(Faults)-1]
}

// problem returns the problem details of an error.
func problem(err error) *huma.ErrorModel {
	var ready *huma.ErrorModel
	if errors.As(err, &ready) {
		return ready
	}
	m := &huma.ErrorModel{Status: http.StatusInternalServerError}
	var long *http.MaxBytesError
	if errors.As(err, &long) {
		m.Status = http.StatusRequestEntityTooLarge
		return complete(m)
	}
	for _, k := range kinds {
		if errors.Is(err, k.kind) {
			m.Status, m.Detail = k.status, err.Error()
			break
		}
	}
	var input *entente.InputError
	if errors.As(err, &input) && m.Status != http.StatusInternalServerError {
		m.Detail = input.Text
		m.Errors = []*huma.ErrorDetail{{Message: input.Text, Location: input.Name}}
	}
	return complete(m)
}

// complete gives a problem what its status says of it. What huma finds wrong
// is a bad request like any other.
func complete(m *huma.ErrorModel) *huma.ErrorModel {
	if m.Status == http.StatusUnprocessableEntity {
		m.Status = http.StatusBadRequest
	}
	f := faultOf(m.Status)
	m.Type, m.Title = "/api#"+f.Slug, f.Title
	switch {
	case m.Detail == "validation failed":
		m.Detail = "errors says what is wrong, and where. " + f.Would
	case m.Detail == "":
		m.Detail = f.Would
	case !strings.HasSuffix(m.Detail, f.Would):
		m.Detail = strings.TrimSuffix(m.Detail, ".") + ". " + f.Would
	}
	return m
}

// fail writes an error where no operation does.
func (a *API) fail(w http.ResponseWriter, r *http.Request, err error) {
	m := problem(err)
	a.note(r, m.Status, err)
	write(w, r, m)
}

// note logs a fault of ours; never the words of a letter or of a query.
func (a *API) note(r *http.Request, status int, err error) {
	if status >= http.StatusInternalServerError && !(errors.Is(err, context.Canceled) && r.Context().Err() != nil) {
		a.Log.Printf("%s %q: %q", r.Method, r.URL.Path, err)
	}
}

// Fail writes a problem of a status, with a detail or, for "", with what
// would do alone, in the language that the request asks for.
func Fail(w http.ResponseWriter, r *http.Request, status int, detail string) {
	write(w, r, &huma.ErrorModel{Status: status, Detail: detail})
}

func write(w http.ResponseWriter, r *http.Request, m *huma.ErrorModel) {
	language := languageOf(r.Header.Get("Accept-Language"))
	translated(m, language)
	h := w.Header()
	spoken(h, language)
	h.Set("Content-Type", "application/problem+json")
	if m.Status == http.StatusUnauthorized {
		h.Set("WWW-Authenticate", `Bearer realm="entente"`)
	}
	w.WriteHeader(m.Status)
	_ = json.NewEncoder(w).Encode(m) // the caller may have gone
}

// invalid says what is wrong with something that was given, and where.
func invalid(where, text string) error {
	return &entente.InputError{Name: where, At: -1, Text: text, Err: entente.ErrInvalid}
}
