package web

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// hostile is what somebody may write in a letter, a name or a query to reach
// whoever reads it.
var hostile = map[string]string{
	"script":   `<script>window.hit=1</script>`,
	"handler":  `<img src=x onerror="window.hit=1">"'><svg onload=window.hit=1>`,
	"address":  `javascript:window.hit=1//`,
	"template": `{{.Register}} ${window.hit=1} <!-- -->`,
	"style":    `</style><style>main{display:none}</style>`,
	"bidi":     "\u202egnissim\u202c \u2066\u200f\u061c",
	"long":     strings.Repeat("Donaudampfschiff", 400),
	"null":     "a\x00b\x01\x1b[31mc\x7f",
	"combined": "Z" + strings.Repeat("\u0301", 300) + "algo",
	"entity":   `&lt;b&gt; &#x3c;script&#x3e; ]]>`,
}

// Hostile words are shown as words: in a letter, the name of its file, a
// query, a note and a reason, wide and narrow.
func TestHostile(t *testing.T) {
	var letter strings.Builder
	letter.WriteString("Menale, 3 March 2031\n\nDear Minister,\n\n")
	for _, words := range hostile {
		fmt.Fprintf(&letter, "The company %s will build a bridge at %s by June 2032.\n\n", words, words)
	}
	name := hostile["handler"] + hostile["bidi"] + hostile["long"][:600] + ".txt"
	b := newBrowser(t, append(dossier(t), text(name, letter.String()), text("unread "+hostile["script"], "\xff\xfe\x00"))...)
	list := kinds(t, b)
	for _, words := range hostile {
		b.post(list["matter"]+"/note", url.Values{"owner": {words}, "next": {words}, "note": {words}, "back": {"/"}})
		b.post(list["matter"]+"/outcome", url.Values{"outcome": {"stalled"}, "reason": {words}, "back": {words}})
		if to := b.last.Header().Get("Location"); to != "" && !strings.HasPrefix(to, "/") {
			t.Errorf("a form leads to %q", to)
		}
	}
	for what, words := range hostile {
		list["query "+what] = "/search?q=" + url.QueryEscape(words)
		list["path "+what] = "/documents/" + url.PathEscape(words)
		list["relation "+what] = "/relations/" + url.PathEscape(words)
		list["day "+what] = "/relations/XA-XS?on=" + url.QueryEscape(words)
	}
	for _, a := range b.get("/").find("a", "") {
		if href := a.attr("href"); strings.HasPrefix(href, "/documents/") {
			list["letter "+href] = href
		}
	}
	w := openWindow(t, b)
	for _, width := range []int64{1440, 390} {
		w.do(chromedp.EmulateViewport(width, 900))
		for what, address := range list {
			w.do(chromedp.Navigate(w.base + address))
			if eval[bool](w, `"hit" in window`) {
				t.Errorf("%s: the words did something", what)
			}
			if !eval[bool](w, `document.querySelector("main").checkVisibility() && !!document.querySelector("h1")`) {
				t.Errorf("%s: the page is gone", what)
			}
			if got := eval[int64](w, `document.querySelectorAll("main img, main script, main style, main iframe, main [onload], main [onerror]").length`); got > 0 {
				t.Errorf("%s: words became %d elements", what, got)
			}
			if got := eval[float64](w, `document.documentElement.scrollWidth`); got > float64(width) {
				t.Errorf("%s is %g wide in a window of %d", what, got, width)
			}
		}
	}
	// Words that turn the direction turn none but their own.
	w.do(chromedp.Navigate(w.base + list["matter"]))
	if got := eval[string](w, `[...document.querySelectorAll("main bdi, main q, main [dir=auto]")].map(e => getComputedStyle(e).unicodeBidi).filter(v => v === "normal").join()`); got != "" {
		t.Errorf("words that are not set apart: %s", got)
	}
}
