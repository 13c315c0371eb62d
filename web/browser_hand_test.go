package web

import (
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// Words selected in a letter become a claim by c, and undo takes it back.
func TestClaimBySelection(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	address := documentAddress(t, b)
	w := openWindow(t, b)
	w.do(chromedp.Navigate(w.base + address))
	// The last words of the second running paragraph: they are neither first
	// in the text nor in their part.
	chosen := eval[string](w, `(() => {
		const p = [...document.querySelectorAll(".part.p-paragraph")][1], walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
		let last; while (walk.nextNode()) if (walk.currentNode.data.trim().split(/\s+/).length > 2) last = walk.currentNode;
		const r = document.createRange(); r.setStart(last, last.data.length - last.data.trimEnd().split(/\s+/).slice(-2).join(" ").length - (last.data.length - last.data.trimEnd().length)); r.setEnd(last, last.data.trimEnd().length);
		getSelection().removeAllRanges(); getSelection().addRange(r);
		return getSelection().toString();
	})()`)
	w.do(chromedp.WaitVisible(chromedp.CSS(".claimit")))
	w.press("c")
	w.do(chromedp.WaitVisible(chromedp.CSS("form.hand textarea")))
	if got := eval[string](w, `document.querySelector("form.hand textarea").value`); got != chosen || chosen == "" {
		t.Fatalf("the form holds %q, selected was %q", got, chosen)
	}
	if !eval[bool](w, `document.activeElement.name === "kind" && getComputedStyle(document.querySelector(".of-contact")).display === "none"`) {
		t.Error("the kind is not in hand, or the fields of other kinds show")
	}
	eval[bool](w, `(() => { document.querySelector("[name='undertaking.title']").value = "by hand"; const d = document.querySelector("[name='undertaking.due']"); d.value = "2032-06"; d.dispatchEvent(new Event("input", { bubbles: true })); return true; })()`)
	w.do(chromedp.WaitReady(chromedp.CSS("form.hand output:not(:empty)")))
	if got := eval[string](w, `document.querySelector(".of-undertaking output:not(:empty)").value`); !strings.HasPrefix(got, "2032-06") {
		t.Errorf("the date is read as %q", got)
	}
	w.do(chromedp.Click(chromedp.CSS("form.hand button.yes")), chromedp.WaitVisible(chromedp.CSS(".card.byhand.on")))
	lit := eval[string](w, `[...document.querySelectorAll(".lit.on")].map((a) => a.textContent).join("")`)
	if strings.Join(strings.Fields(lit), " ") != strings.Join(strings.Fields(chosen), " ") {
		t.Errorf("lit is %q, selected was %q", lit, chosen)
	}
	w.press("u")
	w.do(chromedp.WaitReady(chromedp.CSS(".card.byhand:not(.v-confirmed)")))
}

// Results show while somebody types, and keys walk them.
func TestSearchWhileTypingInBrowser(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	w := openWindow(t, b)
	w.press("/")
	w.press("t", "r", "a", "m", "w")
	w.do(chromedp.WaitVisible(chromedp.CSS("#instant mark")))
	eval[bool](w, `(() => { document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true })); return true; })()`)
	if !eval[bool](w, `document.activeElement.closest("#instant") !== null`) {
		t.Error("the arrow does not go to what was found")
	}
	eval[bool](w, `(() => { document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })); return true; })()`)
	if !eval[bool](w, `document.getElementById("instant").hidden && document.activeElement.id === "q"`) {
		t.Error("Escape does not close what was found")
	}
	w.do(chromedp.Navigate(w.base+"/search"), chromedp.WaitVisible(chromedp.CSS("#bigq")), chromedp.Focus(chromedp.CSS("#bigq")))
	w.press("t", "r", "a", "m")
	w.do(chromedp.WaitVisible(chromedp.CSS("#results mark")))
	if got := eval[string](w, `location.search + document.getElementById("q").value`); got != "?q=tramtram" {
		t.Errorf("the address and the other field: %q", got)
	}
}

// Nor does axe find anything on the pages of search, of claims by hand and of
// what changed, or where results show under the field.
func TestAccessOfSearchAndHand(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	b.post("/searches", url.Values{"name": {"Trams"}, "query": {"tramway"}})
	address := documentAddress(t, b)
	w := openWindow(t, b)
	w.accessOf(map[string]string{
		"search":  "/search?q=" + url.QueryEscape("tramway kind:undertaking -outcome:kept kind:sonnet from:"),
		"found":   "/search?q=tramway",
		"saved":   "/search",
		"hand":    address + "/claim?quote=the",
		"changes": "/changes?since=2031",
		"status":  "/status",
	})
	w.do(chromedp.Navigate(w.base+"/status"), chromedp.Focus(chromedp.CSS("#q")))
	w.press("t", "r", "a", "m")
	w.do(chromedp.WaitVisible(chromedp.CSS("#instant mark")))
	w.access("instant")
}
