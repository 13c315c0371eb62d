package web

import (
	"fmt"
	"net/http"

	"entente"
)

// loginPage says that the browser was let in, and goes on.
type loginPage struct{ page }

// login lets a browser in that brings the key.
func (s *Server) login(w http.ResponseWriter, r *http.Request) error {
	if r.Method != http.MethodGet {
		return errNoSession // a HEAD would use up the key
	}
	secret, ok := s.sessions.enter(r.URL.Query().Get("key"))
	if !ok {
		if c, err := r.Cookie(cookieName(r)); err == nil && s.sessions.find(c.Value) != nil {
			http.Redirect(w, r, "/", http.StatusSeeOther)
			return nil
		}
		return errNoSession
	}
	http.SetCookie(w, &http.Cookie{Name: cookieName(r), Value: secret, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: r.TLS != nil})
	// A redirect would still count as coming from elsewhere, and the browser
	// keep the cookie back; a page of our own goes on by itself.
	w.Header().Set("Refresh", "0; url=/")
	w.Header().Set("Cache-Control", "no-store")
	p := loginPage{page: s.newPage(r, s.faceOf(r).T("login.title"))}
	p.Outside, p.Path = true, "/"
	return s.show(w, r, "login", &p)
}

// newLink prints another link where the server was started, for whoever can
// read it there.
func (s *Server) newLink(w http.ResponseWriter, r *http.Request) error {
	if s.sessions.mayLink() {
		s.link()
	}
	return errNoSession
}

// prefer keeps the language and the theme that a person chooses.
func (s *Server) prefer(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	for _, c := range []struct {
		field, cookie string
		known         func(string) bool
	}{
		{"language", cookieLanguage, func(v string) bool { return s.faces[v] != nil }},
		{"theme", cookieTheme, func(v string) bool { return v == "light" || v == "dark" || v == "auto" }},
	} {
		if v := r.PostForm.Get(c.field); c.known(v) {
			http.SetCookie(w, &http.Cookie{Name: c.cookie, Value: v, Path: "/", MaxAge: 400 * 24 * 3600, HttpOnly: true, SameSite: http.SameSiteStrictMode})
		}
	}
	back(w, r, "")
	return nil
}

// enterDemo goes to the invented dossier, or back from it.
func (s *Server) enterDemo(w http.ResponseWriter, r *http.Request) error {
	on := r.PostFormValue("demo") == "on"
	if on {
		if s.Demo == nil {
			return fmt.Errorf("demo: %w", entente.ErrNotFound)
		}
		if err := s.openDemo(r.Context()); err != nil {
			return err
		}
	}
	sessionOf(r).setDemo(on)
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}

func (s *Server) nothing(http.ResponseWriter, *http.Request) error {
	return fmt.Errorf("page: %w", entente.ErrNotFound)
}
