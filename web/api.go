package web

import (
	"crypto/sha256"
	"net/http"
	"strings"

	"entente/api"
	"entente/desk"
)

// newAPI makes what answers programs.
func (s *Server) newAPI() (err error) {
	s.api, err = api.New(api.Config{
		Register: func(r *http.Request) *desk.Register { return s.registerOf(sessionOf(r)) },
		By:       s.By, Name: s.Name, Program: s.Version, Reader: s.Reader, Now: s.Now, Log: s.Log,
		Words: func(language string) desk.PictureWords { return s.faces[language].pictureWords() },
		Calendar: func(due []desk.DueItem, language, site string) []byte {
			return s.faces[language].icalendar(due, s.Now(), site)
		},
		News: func(news *desk.News, language, site, path string) []byte {
			return s.faces[language].atom(news, site, path)
		},
	})
	return err
}

// ofAPI reports whether a program asks, which is told of errors in its own
// form.
func ofAPI(r *http.Request) bool {
	return r.URL.Path == api.Prefix || strings.HasPrefix(r.URL.Path, api.Prefix+"/")
}

// bearer returns the token that a request bears, and whether it bears one.
func bearer(r *http.Request) (token string, borne bool) {
	kind, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	return strings.TrimSpace(token), strings.EqualFold(kind, "Bearer")
}

// lets reports whether a token lets a program in. Hashes are compared, so
// that how long it takes tells nothing about the one that does.
func (s *Server) lets(token string) bool {
	if s.Token == nil {
		return false
	}
	want := s.Token()
	return want != "" && sha256.Sum256([]byte(token)) == sha256.Sum256([]byte(want))
}

// referencePage tells of every operation of the API.
type referencePage struct {
	page
	api.Reference
}

func (s *Server) reference(w http.ResponseWriter, r *http.Request) error {
	p := referencePage{s.newPage(r, s.faceOf(r).T("api")), s.api.Reference(s.languageOf(r))}
	return s.show(w, r, "reference", &p)
}
