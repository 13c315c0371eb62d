package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"entente/edtf"

	ics "github.com/arran4/golang-ical"
	"golang.org/x/net/html"
)

func dateOf(t testing.TB, s string) edtf.Date {
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// addresses returns one address of every kind of page that the dossier has.
func addresses(b *browser) []string {
	b.t.Helper()
	inbox := b.get("/")
	b.want(200)
	list := []string{"/", "/?state=new", "/relations", "/relations/XA-XS", "/relations/XA-XS?on=2029-01-01", "/search", "/search?q=tramway", "/search?q=%22", "/calendar", "/people", "/help", "/status"}
	for _, a := range inbox.find("a", "") {
		if strings.HasPrefix(a.attr("href"), "/documents/") {
			list = append(list, a.attr("href"))
		}
	}
	seen := map[string]bool{}
	for _, a := range b.get("/relations/XA-XS").find("a", "") {
		if href := a.attr("href"); strings.HasPrefix(href, "/matters/") && !seen[href] {
			seen[href] = true
			list = append(list, href)
		}
	}
	if cards := b.get(documentAddress(b.t, b)).find("a", "correct"); len(cards) > 0 {
		list = append(list, cards[0].attr("href"))
	}
	return list
}

var outside = regexp.MustCompile(`(?:src|href|action)="(?:https?:)?//`)

func TestEveryPage(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	for _, address := range addresses(b) {
		for _, language := range languages {
			b.header.Set("Accept-Language", language)
			p := b.get(address)
			b.want(200)
			body := b.last.Body.String()
			if n := len(p.find("h1", "")); n != 1 {
				t.Errorf("%s: %d headings of the page", address, n)
			}
			if got := p.find("html", "")[0].attr("lang"); got != language {
				t.Errorf("%s: in %s, not %s", address, got, language)
			}
			for _, landmark := range []string{"header", "main", "nav", "footer"} {
				if len(p.find(landmark, "")) == 0 {
					t.Errorf("%s: no %s", address, landmark)
				}
			}
			if m := outside.FindString(strings.ReplaceAll(body, `href="http://127.0.0.1:8080`, "")); m != "" {
				t.Errorf("%s: loads from elsewhere: %s", address, m)
			}
			if strings.Contains(body, "style=") || len(p.find("style", "")) > 0 {
				t.Errorf("%s: inline style, which the policy forbids", address)
			}
			if m := regexp.MustCompile(`%!|<no value>|ZgotmplZ`).FindString(body); m != "" {
				t.Errorf("%s: a template went wrong: %s", address, m)
			}
			unique(t, address, p)
			labelled(t, address, p)
			if n := sent(body); n > 100<<10 { // with style and script a page is to stay under 150 KB
				t.Errorf("%s: %d bytes are sent", address, n)
			}
			if key := regexp.MustCompile(`\b(?:outcome|verdict|state|rule|field|force|part|word|said|pronoun|receipt)\.[a-z_]+\b`).FindString(p.words()); key != "" {
				t.Errorf("%s: a message that is not there: %s", address, key)
			}
		}
	}
}

// sent returns how many bytes of a page go to a browser.
func sent(body string) int {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	_, _ = io.WriteString(z, body)
	_ = z.Close() // a Buffer does not fail
	return b.Len()
}

// unique fails where two elements have one id.
func unique(t *testing.T, address string, p *node) {
	t.Helper()
	seen := map[string]bool{}
	for _, e := range p.all(func(n *html.Node) bool { return (&node{n}).has("id") }) {
		if id := e.attr("id"); seen[id] {
			t.Errorf("%s: two elements with id %s", address, id)
		} else {
			seen[id] = true
		}
	}
}

// labelled fails where a field has no label.
func labelled(t *testing.T, address string, p *node) {
	t.Helper()
	labels := map[string]bool{}
	for _, l := range p.find("label", "") {
		labels[l.attr("for")] = true
	}
	for _, in := range p.all(func(n *html.Node) bool { return n.Data == "input" || n.Data == "select" || n.Data == "textarea" }) {
		inside := false
		for up := in.Parent; up != nil; up = up.Parent {
			inside = inside || up.Data == "label"
		}
		if in.attr("type") != "hidden" && !inside && (in.attr("id") == "" || !labels[in.attr("id")]) {
			t.Errorf("%s: a field without a label: %s", address, in.attr("name"))
		}
	}
}

// A letter stands on its page whole, its lights in it.
func TestLetter(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	for _, a := range b.get("/").find("a", "") {
		href := a.attr("href")
		if !strings.HasPrefix(href, "/documents/") {
			continue
		}
		l, err := b.server.Register.Letter(t.Context(), strings.TrimPrefix(href, "/documents/"))
		if err != nil {
			t.Fatal(err)
		}
		p := b.get(href)
		letter := p.find("section", "letter")[0]
		if got, want := squeeze(letterWords(letter)), squeeze(l.Text); got != want {
			t.Errorf("%s: the letter reads %q, not %q", href, got, want)
		}
		for _, c := range l.Claims {
			claim := c.Stands()
			var lit strings.Builder
			for _, a := range letter.find("a", "lit") {
				if containsWord(a.attr("data-claims"), short(c.ID)) || a.attr("data-claims") == "" && a.attr("href") == "#c-"+short(c.ID) {
					lit.WriteString(a.words())
				}
			}
			if got, want := squeeze(lit.String()), squeeze(claim.Quote); got != want {
				t.Errorf("%s: claim %s lights %q, not %q", href, c.ID, got, want)
			}
			if p.id("c-"+short(c.ID)) == nil || p.id("w-"+short(c.ID)) == nil {
				t.Errorf("%s: claim %s has no card or no words", href, c.ID)
			}
		}
	}
}

// letterWords are the words of the letter itself, without the page breaks.
func letterWords(letter *node) string {
	var b strings.Builder
	for _, part := range letter.find("p", "part") {
		b.WriteString(part.words())
	}
	return b.String()
}

// squeeze takes out all white space, of which none between parts is shown.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func TestReceive(t *testing.T) {
	b := newBrowser(t)
	if p := b.get("/"); !strings.Contains(p.words(), "The register is empty") || len(p.find("form", "demo")) != 1 {
		t.Errorf("an empty register: %s", p.words())
	}
	send := func(field, name, words string) *node {
		var body bytes.Buffer
		form := multipart.NewWriter(&body)
		part, _ := form.CreateFormFile(field, name)
		if name == "" {
			part, _ = form.CreateFormField(field)
		}
		part.Write([]byte(words))
		form.Close()
		r := b.request("POST", "/documents", &body)
		r.Header.Set("Content-Type", form.FormDataContentType())
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		return b.do(r)
	}
	send("files", `C:\letters\one.txt`, "Menale, 3 March 2031\n\nDear Minister,\n\nWe will build a bridge at Thornby by June 2032.\n\nYours sincerely,\n")
	p := b.follow()
	if got := p.id("receipts").words(); !strings.Contains(got, "one.txt") || strings.Contains(got, "letters") {
		t.Errorf("receipt: %s", got)
	}
	if again := b.get("/"); strings.TrimSpace(again.id("receipts").words()) != "" {
		t.Error("a receipt is told twice")
	}
	send("text", "", "Menale, 4 March 2031\n\nDear Minister,\n\nThe bridge will be opened in 2033.\n")
	if got := b.follow().id("receipts").words(); !strings.Contains(got, "pasted.txt") {
		t.Errorf("pasted: %s", got)
	}
	send("files", "noise.bin", "\x00\x01\x02\x03\xff\xfe")
	if got := b.follow().id("receipts").find("li", "bad"); len(got) != 1 {
		t.Error("bytes that nobody reads are taken for a letter")
	}
	send("other", "x.txt", "words")
	b.want(http.StatusBadRequest)
}

func TestDemo(t *testing.T) {
	b := newBrowser(t)
	b.post("/demo", url.Values{"demo": {"on"}})
	p := b.follow()
	if len(p.find("ol", "documents")) != 1 || len(p.find("form", "banner")) != 1 {
		t.Errorf("the invented file: %s", p.words())
	}
	b.post("/demo", url.Values{"demo": {"off"}})
	if p := b.follow(); !strings.Contains(p.words(), "The register is empty") {
		t.Error("the invented file is in the person's own register")
	}
}

func TestSearch(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	p := b.get("/search?q=tramway")
	marks := p.find("mark", "")
	if len(marks) == 0 {
		t.Fatal("no words are lit")
	}
	for _, m := range marks {
		if !strings.Contains(strings.ToLower(m.words()), "tram") {
			t.Errorf("%q is lit", m.words())
		}
	}
	if p := b.get(`/search?q=%22tramway`); len(p.find("mark", "")) == 0 {
		t.Error("a quotation mark that stands alone hides what there is")
	}
}

func TestCalendarFeed(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	cookie := b.cookie
	b.cookie = nil
	for _, address := range []string{"/calendar.ics", "/feeds//calendar.ics", "/feeds/guess/calendar.ics"} {
		if b.get(address); b.last.Code == 200 {
			t.Errorf("%s is open to everybody", address)
		}
	}
	b.get("/feeds/feed-key/calendar.ics")
	b.want(200)
	fed := b.last.Body.String()
	b.cookie = cookie
	if b.get("/calendar.ics"); b.last.Body.String() != fed {
		t.Error("the feed and the file differ")
	}
	b.want(200)
	body := b.last.Body.String()
	for line := range strings.SplitSeq(body, "\r\n") {
		if len(line) > 75 || strings.Contains(line, "\n") {
			t.Errorf("line of %d bytes: %q", len(line), line)
		}
	}
	cal, err := ics.ParseCalendar(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if len(cal.Events()) == 0 {
		t.Fatal("no event")
	}
	for _, e := range cal.Events() {
		start, err := e.GetAllDayStartAt()
		end, err2 := e.GetAllDayEndAt()
		if err != nil || err2 != nil || !end.After(start) || e.GetProperty(ics.ComponentPropertySummary) == nil {
			t.Errorf("event %s: %v %v", e.Id(), start, end)
		}
	}
}

func TestLanguageAndTheme(t *testing.T) {
	b := newBrowser(t)
	b.header.Set("Accept-Language", "fr-BE, en;q=0.5")
	if p := b.get("/"); p.find("html", "")[0].attr("lang") != "fr" || !strings.Contains(p.words(), "Courrier") {
		t.Error("a browser that wants French gets another language")
	}
	b.post("/preferences", url.Values{"language": {"en"}, "theme": {"dark"}, "back": {"//evil.example/x"}})
	if to := b.last.Header().Get("Location"); to != "/" {
		t.Errorf("sent to %s", to)
	}
	r := b.request("GET", "/", nil)
	for _, c := range b.last.Result().Cookies() {
		r.AddCookie(c)
	}
	r.AddCookie(&http.Cookie{Name: cookieLanguage, Value: "en"})
	r.AddCookie(&http.Cookie{Name: cookieTheme, Value: "dark"})
	root := b.do(r).find("html", "")[0]
	if root.attr("lang") != "en" || root.attr("data-theme") != "dark" {
		t.Errorf("chosen: %v", root.Attr)
	}
}
