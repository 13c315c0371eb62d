package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

func TestChanges(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	now := clock()
	b.server.Now = func() time.Time { return now }
	p := b.get("/changes")
	b.want(http.StatusOK)
	if !strings.Contains(p.words(), "new matter") || !strings.Contains(p.words(), "Nothing.") {
		t.Errorf("a week before the first letter: %.400s", p.words())
	}
	var visit *http.Cookie
	for _, c := range b.last.Result().Cookies() {
		if c.Name == cookieVisit {
			visit = c
		}
	}
	if visit == nil {
		t.Fatal("the visit is not kept")
	}
	// A judgement, and an hour later: it is what changed since.
	address := documentAddress(t, b)
	b.submit(b.get(address).find("form", "review")[0], "confirm")
	now = now.Add(time.Hour)
	b.header.Set("Cookie", visit.Name+"="+visit.Value)
	if p = b.get("/changes"); !strings.Contains(p.words(), "09:00") {
		t.Errorf("since the last visit: %.300s", p.words())
	}
	b.header.Del("Cookie")

	if p = b.get("/changes?since=2031-03-04"); !strings.Contains(p.words(), "Nothing was entered") {
		t.Errorf("since tomorrow: %.300s", p.words())
	}
	if p = b.get("/changes?since=2031"); !strings.Contains(strings.ToLower(p.words()), "confirmed") || !strings.Contains(p.words(), "Documents received") {
		t.Errorf("since the year began: %.600s", p.words())
	}
	for _, wrong := range []string{"whenever", "<script>", "\u202e", "../2031", strings.Repeat("9", 5000)} {
		b.get("/changes?since=" + url.QueryEscape(wrong))
		b.want(http.StatusBadRequest)
		if strings.Contains(b.last.Body.String(), "<script>") {
			t.Error("markup comes back")
		}
	}
	for _, cookie := range []string{"x", "-1.-1", "9.1", "99999999999999999999.1", "1"} {
		b.header.Set("Cookie", cookieVisit+"="+cookie)
		b.get("/changes")
		b.want(http.StatusOK)
	}
}
