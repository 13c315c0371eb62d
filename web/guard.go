package web

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"

	"entente/api"
)

const (
	maxForm   = 1 << 20   // bytes of a form without files
	maxUpload = 512 << 20 // bytes of one upload
)

// contentPolicy lets a page load what this server sends and nothing else.
const contentPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard stands before every route. It refuses hosts that are not this
// machine, whoever resolves their names to it; requests that another site
// makes a browser send; and browsers that were not let in.
func (s *Server) guard(next http.Handler) http.Handler {
	cross := http.NewCrossOriginProtection()
	cross.SetDenyHandler(s.page(func(http.ResponseWriter, *http.Request) error { return errForeign }))
	inside := cross.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if open(r.URL.Path) {
			next.ServeHTTP(w, r)
			return
		}
		if token, borne := bearer(r); borne && ofAPI(r) {
			if !s.lets(token) {
				s.fail(w, r, errNoSession)
				return
			}
			w.Header().Set("Cache-Control", "private, no-cache")
			next.ServeHTTP(w, r)
			return
		}
		var c *session
		if cookie, err := r.Cookie(cookieName(r)); err == nil {
			c = s.sessions.find(cookie.Value)
		}
		if c == nil {
			s.fail(w, r, errNoSession)
			return
		}
		w.Header().Set("Cache-Control", "no-store")
		next.ServeHTTP(w, withSession(r, c))
	}))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		defer s.recovered(w, r)
		if host, _ := hostPort(r.Host); !isLoopback(host) {
			s.fail(w, r, errHost)
			return
		}
		limit := int64(maxForm)
		if r.URL.Path == "/documents" || r.URL.Path == api.Prefix+"/documents" {
			limit = maxUpload
		}
		r.Body = http.MaxBytesReader(w, r.Body, limit)
		inside.ServeHTTP(w, r)
	})
}

// recovered turns a panic of ours into a page and a line in the log.
func (s *Server) recovered(w http.ResponseWriter, r *http.Request) {
	fault := recover()
	if fault == nil {
		return
	}
	if fault == http.ErrAbortHandler {
		panic(fault)
	}
	s.fail(w, r, fmt.Errorf("a fault of Entente: %v", fault))
}

// open reports whether a path is for everybody: the way in, what every page
// is dressed with, and what asks for a key of its own.
func open(path string) bool {
	return path == "/login" || strings.HasPrefix(path, "/feeds/") || path == "/preferences" || strings.HasPrefix(path, "/static/")
}

// hostPort divides a Host header; the port of none is "80".
func hostPort(host string) (name, port string) {
	if name, port, err := net.SplitHostPort(host); err == nil {
		return name, port
	}
	return strings.Trim(host, "[]"), "80"
}

func isLoopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}
