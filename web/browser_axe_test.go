package web

import (
	_ "embed"
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// axe is axe-core 4.14.1, for tests only; testdata/axe has its licence.
//
//go:embed testdata/axe/axe.min.js
var axe string

// A violation is what axe finds wrong on a page.
type violation struct {
	ID     string `json:"id"`
	Impact string `json:"impact"`
	Help   string `json:"help"`
	Nodes  []struct {
		HTML    string `json:"html"`
		Summary string `json:"failureSummary"`
	} `json:"nodes"`
}

// access runs axe on the page as it stands and fails on all that it finds:
// WCAG 2.2 A and AA and what axe calls best practice. The devtools run it, so
// the page's policy may stay strict.
func (w *window) access(where string) {
	w.t.Helper()
	w.audit(where, "", 15)
}

// colours runs those rules of axe alone that another theme may break.
func (w *window) colours(where string) {
	w.t.Helper()
	w.audit(where, `runOnly: ["color-contrast", "link-in-text-block"], `, 1)
}

func (w *window) audit(where, only string, least int) {
	w.t.Helper()
	if !eval[bool](w, `typeof axe === "object"`) {
		eval[bool](w, axe+`; true`)
	}
	said := eval[string](w, `axe.run(document, {`+only+`resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then(r => JSON.stringify({violations: r.violations, passes: r.passes.length}))`)
	var found struct {
		Violations []violation
		Passes     int
	}
	if err := json.Unmarshal([]byte(said), &found); err != nil {
		w.t.Fatal(err)
	}
	if found.Passes < least {
		w.t.Errorf("%s: axe looked at %d rules only", where, found.Passes)
	}
	for _, v := range found.Violations {
		var nodes []string
		for _, n := range v.Nodes[:min(3, len(v.Nodes))] {
			nodes = append(nodes, n.HTML, n.Summary)
		}
		w.t.Errorf("%s: %s (%s, %d places): %s\n%s", where, v.ID, v.Impact, len(v.Nodes), v.Help, strings.Join(nodes, "\n"))
	}
}

// accessOf runs axe on pages in both themes, wide and narrow. A page is loaded
// once for a language and width; with the other theme only its colours are
// others.
func (w *window) accessOf(pages map[string]string) {
	w.t.Helper()
	for _, run := range []struct {
		language, theme, other string
		width                  int64
	}{{"en", "light", "dark", 1440}, {"fr", "dark", "light", 390}} {
		w.speak(run.language)
		w.do(chromedp.EmulateViewport(run.width, 900))
		for name, address := range pages {
			w.dress(run.theme)
			w.do(chromedp.Navigate(w.base + address))
			eval[bool](w, `document.querySelectorAll("details").forEach(d => d.open = true); true`)
			w.access(name + " " + run.theme)
			w.dress(run.other)
			w.colours(name + " " + run.other)
		}
	}
}

// axe finds nothing on any page.
func TestAccess(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	w := openWindow(t, b)
	w.accessOf(kinds(t, b))
	w.do(chromedp.Navigate(w.base+"/"), chromedp.Click(chromedp.CSS(".demo button")), chromedp.WaitVisible(chromedp.CSS(".banner")))
	w.access("demo")
	if _, err := chromedp.Call(w.ctx, network.ClearBrowserCookies, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	w.do(chromedp.Navigate(w.base+"/relations"), chromedp.WaitVisible(chromedp.CSS(".narrow")))
	w.access("outside")
}

// Nor in the middle of a review: a claim judged, a form of correction open.
func TestAccessInReview(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	w := openWindow(t, b)
	w.do(chromedp.Navigate(w.base + documentAddress(t, b)))
	w.press("j", "y")
	w.do(chromedp.WaitReady(".card.v-confirmed"))
	w.press("n")
	w.do(chromedp.WaitReady(".card.v-rejected"))
	w.press("e")
	w.do(chromedp.WaitVisible(".card.on .correcting select:focus"))
	for _, theme := range []string{"light", "dark"} {
		w.dress(theme)
		w.access("review " + theme)
	}

	w.do(chromedp.Navigate(w.base+"/relations/XA-XS"), chromedp.WaitReady(chromedp.CSS(".tip")))
	w.press("j", "d")
	w.do(chromedp.WaitVisible(chromedp.CSS(".settled")))
	eval[bool](w, `(() => { document.querySelector("a:has(> .lifeline)").focus({preventScroll: true}); return true; })()`)
	w.do(chromedp.WaitVisible(chromedp.CSS(".tip")))
	for _, theme := range []string{"light", "dark"} {
		w.dress(theme)
		w.access("settled " + theme)
	}
}
