package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"entente"
)

func TestGuard(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	for _, test := range []struct {
		name   string
		change func(*http.Request)
		post   bool
		status int
	}{
		{"own", func(*http.Request) {}, false, 200},
		{"localhost", func(r *http.Request) { r.Host = "localhost:8080" }, false, 200},
		{"a name that resolves to this machine", func(r *http.Request) { r.Host = "evil.example:8080" }, false, http.StatusMisdirectedRequest},
		{"a name that starts like this machine", func(r *http.Request) { r.Host = "127.0.0.1.evil.example:8080" }, false, http.StatusMisdirectedRequest},
		{"no host", func(r *http.Request) { r.Host = "" }, false, http.StatusMisdirectedRequest},
		{"the network", func(r *http.Request) { r.Host = "192.168.1.2:8080" }, false, http.StatusMisdirectedRequest},
		{"no cookie", func(r *http.Request) { r.Header.Del("Cookie") }, false, http.StatusUnauthorized},
		{"another cookie", func(r *http.Request) { r.Header.Set("Cookie", "entente-8080=guess") }, false, http.StatusUnauthorized},
		{"a form of another site", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, true, http.StatusForbidden},
		{"a form of another port", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "same-site") }, true, http.StatusForbidden},
		{"a form of another origin", func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") }, true, http.StatusForbidden},
		{"a form of a sandbox", func(r *http.Request) { r.Header.Set("Origin", "null") }, true, http.StatusForbidden},
		{"a page that is not there", func(r *http.Request) { r.URL.Path = "/nothing" }, false, http.StatusNotFound},
		{"a listing of what is embedded", func(r *http.Request) { r.URL.Path = "/static/" }, false, http.StatusNotFound},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := b.request("GET", "/", nil)
			if test.post {
				r = b.request("POST", "/demo", strings.NewReader("demo=off"))
				r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			}
			r.AddCookie(b.cookie)
			test.change(r)
			cookie := b.cookie
			b.cookie = nil
			defer func() { b.cookie = cookie }()
			b.do(r)
			b.want(test.status)
			h := b.last.Header()
			if h.Get("Content-Security-Policy") != contentPolicy || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("X-Frame-Options") != "DENY" {
				t.Errorf("headers: %v", h)
			}
		})
	}
	if strings.Contains(contentPolicy, "unsafe") {
		t.Error("the policy allows what is unsafe")
	}
	if !b.cookie.HttpOnly || b.cookie.SameSite != http.SameSiteStrictMode {
		t.Errorf("cookie: %v", b.cookie)
	}
}

func TestLinkWorksOnce(t *testing.T) {
	b := newBrowser(t)
	var link string
	b.server.NewLink = func(l string) { link = l }
	b.server.link()
	first := b.cookie
	b.cookie = nil
	b.get(link)
	b.want(200)
	b.get(link)
	b.want(http.StatusUnauthorized)
	b.get("/login?key=")
	b.want(http.StatusUnauthorized)
	b.get("/login")
	b.want(http.StatusUnauthorized)

	old := link
	b.post("/login", nil) // too soon after the last
	b.want(http.StatusUnauthorized)
	if link != old {
		t.Error("links are printed as fast as somebody asks")
	}
	b.cookie = first
	b.get("/")
	b.want(200)
}

func TestTooLong(t *testing.T) {
	b := newBrowser(t)
	b.post("/pairs", url.Values{"verdict": {"same"}, "reason": {strings.Repeat("x", maxForm+1)}})
	if b.last.Code < 400 {
		t.Errorf("status %d", b.last.Code)
	}
}

func TestHostileLetter(t *testing.T) {
	const evil = `<script>alert(1)</script><img src=x onerror=alert(2)>"'\u202e</q></p>`
	letter := "Menale, 3 March 2031\n\nDear Minister " + evil + ",\n\nWe will build a bridge \"><svg onload=alert(3)> at Thornby by June 2032 with " + evil +
		".\n\n" + strings.Repeat("w", 20000) + "\n\nJohn </title><script>alert(4)</script> Doe\n"
	b := newBrowser(t, text(evil+".txt", letter), text("<b>.bin", "\x00\x01\xff"))
	list := []string{"/", "/people", "/relations", "/calendar", "/search?q=" + url.QueryEscape(evil), "/search?q=bridge", "/documents/" + url.PathEscape(evil), "/relations/" + url.PathEscape(evil)}
	for _, a := range b.get("/").find("a", "") {
		if strings.HasPrefix(a.attr("href"), "/documents/") {
			list = append(list, a.attr("href"))
		}
	}
	for _, address := range list {
		p := b.get(address)
		if b.last.Code >= 500 {
			t.Errorf("%s: status %d", address, b.last.Code)
		}
		for _, s := range p.find("script", "") {
			if !strings.HasPrefix(s.attr("src"), "/static/") || s.words() != "" {
				t.Errorf("%s: a script of the letter's: %s", address, s.words())
			}
		}
		for _, e := range p.find("", "") {
			for _, a := range e.Attr {
				if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
					t.Errorf("%s: attribute %s=%q", address, a.Key, a.Val)
				}
			}
			if e.Data == "img" {
				t.Errorf("%s: an image of the letter's", address)
			}
		}
		if strings.Contains(b.last.Body.String(), "\x00") {
			t.Errorf("%s: a zero byte", address)
		}
	}
}

func TestListen(t *testing.T) {
	for _, address := range []string{"0.0.0.0:0", ":0", "[::]:0", "192.168.1.2:80", "example.org:80", "nonsense"} {
		if l, err := Listen(context.Background(), address); !errors.Is(err, entente.ErrInvalid) {
			if err == nil {
				l.Close()
			}
			t.Errorf("Listen(%q): %v", address, err)
		}
	}
	l, err := Listen(context.Background(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	b := newBrowser(t)
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- b.server.Serve(ctx, l) }()
	answer, err := http.Get("http://" + l.Addr().String() + "/")
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusUnauthorized {
		t.Errorf("status %d", answer.StatusCode)
	}
	stop()
	if err := <-done; err != nil {
		t.Errorf("a graceful stop: %v", err)
	}
}
