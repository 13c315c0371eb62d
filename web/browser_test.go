package web

import (
	"context"
	"net/http/httptest"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// A window is a real browser that was let in by the link.
type window struct {
	t    *testing.T
	ctx  context.Context
	base string
}

// openWindow starts a headless Chromium, and skips the test where there is
// none.
func openWindow(t *testing.T, b *browser) *window {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	names := []string{"chromium", "chromium-browser", "google-chrome"}
	i := slices.IndexFunc(names, func(name string) bool { _, err := exec.LookPath(name); return err == nil })
	if i < 0 {
		t.Skip("no Chromium here; install the package chromium to test the pages in a real browser")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(names[i]), chromedp.Flag("no-sandbox", true),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("accept-lang", "en"))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	ctx, end := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(end)

	server := httptest.NewServer(b.server)
	t.Cleanup(server.Close)
	w := &window{t, ctx, server.URL}
	link := ""
	b.server.NewLink = func(l string) { link = l }
	b.server.link()
	w.do(chromedp.EmulateViewport(1440, 900), chromedp.Navigate(server.URL+link), chromedp.WaitVisible("#drop"))
	return w
}

func (w *window) do(steps ...chromedp.Action[chromedp.Void]) {
	w.t.Helper()
	if err := chromedp.Do(w.ctx, steps...); err != nil {
		w.t.Fatal(err)
	}
}

// eval runs a line of script and returns what it gives.
func eval[T any](w *window, script string) T {
	w.t.Helper()
	v, err := chromedp.Run(w.ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

func (w *window) press(keys ...string) {
	w.t.Helper()
	for _, key := range keys {
		w.do(chromedp.KeyEvent(key))
	}
}

// A letter is reviewed by keys alone, and each step is announced.
func TestReviewByKeys(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	address := documentAddress(t, b)
	w := openWindow(t, b)
	w.do(chromedp.Navigate(w.base + address))
	first := `document.querySelectorAll(".card")[0]`
	w.press("j")
	if !eval[bool](w, first+`.classList.contains("on") && document.querySelectorAll(".lit.on").length > 0`) {
		t.Error("j lights neither the first card nor its words")
	}
	w.press("y")
	w.do(chromedp.WaitReady(".card.v-confirmed"))
	w.do(chromedp.WaitReady(".card.on:not(.v-confirmed)"), chromedp.WaitReady("#said:not(:empty)"))
	if got := eval[string](w, `document.getElementById("said").textContent`); got != "Confirmed." {
		t.Errorf("announced: %q", got)
	}
	w.press("k", "u")
	w.do(chromedp.WaitReady(".cards:not(:has(.v-confirmed))"))
	w.press("n")
	w.do(chromedp.WaitReady(".card.v-rejected"))
	w.press("e")
	w.do(chromedp.WaitVisible(".card.on .correcting select:focus"))
	w.press("\u001b")
	w.do(chromedp.WaitReady(".cards:not(:has(.correcting))"))
	w.press("?")
	if !eval[bool](w, `document.querySelector(".keys").open`) {
		t.Error("? shows no keys")
	}
	w.press("/")
	if got := eval[string](w, `document.activeElement.id`); got != "q" {
		t.Errorf("/ goes to %q", got)
	}
}

// Every page fits every window, in both themes, and loads nothing from
// elsewhere.
func TestWindows(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	list := []string{"/", "/relations", "/relations/XA-XS", "/calendar", "/people", "/help", "/status", "/search?q=tramway", "/nothing", documentAddress(t, b)}
	for _, a := range b.get("/relations/XA-XS").find("a", "") {
		if strings.HasPrefix(a.attr("href"), "/matters/") {
			list = append(list, a.attr("href"))
			break
		}
	}
	w := openWindow(t, b)
	for i, width := range []int64{1440, 1024, 390} {
		w.do(chromedp.EmulateViewport(width, 900))
		theme := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: []string{"light", "dark"}[i%2]}}}
		if _, err := chromedp.Call(w.ctx, emulation.SetEmulatedMedia, theme); err != nil {
			t.Fatal(err)
		}
		for _, address := range list {
			w.do(chromedp.Navigate(w.base + address))
			if got := eval[float64](w, `document.documentElement.scrollWidth`); got > float64(width) {
				t.Errorf("%s is %g wide in a window of %d", address, got, width)
			}
			loaded := eval[string](w, `performance.getEntriesByType("resource").map(e => e.name).join("\n")`)
			for name := range strings.SplitSeq(loaded, "\n") {
				if !strings.HasPrefix(name, w.base+"/") {
					t.Errorf("%s loads %q", address, name)
				}
			}
			if !eval[bool](w, `document.fonts.ready.then(() => document.fonts.check("16px 'Source Sans 3'"))`) {
				t.Errorf("%s stands in another font", address)
			}
		}
	}
}

// Files that are chosen tell how they fare, each on its own.
func TestReceiveInWindow(t *testing.T) {
	w := openWindow(t, newBrowser(t))
	eval[bool](w, `(() => {
		const d = new DataTransfer();
		d.items.add(new File(["Menale, 3 March 2031\n\nDear Minister,\n\nWe will build a bridge at Thornby by June 2032.\n"], "one.txt"));
		d.items.add(new File(["Menale, 4 March 2031\n\nDear Minister,\n\nThe bridge will be opened in 2033.\n"], "two.txt"));
		document.getElementById("files").files = d.files;
		document.getElementById("drop").requestSubmit();
		return true;
	})()`)
	w.do(chromedp.WaitVisible("#receipts li:nth-child(2).good"))
	w.do(chromedp.WaitVisible(".documents li:nth-child(2)"))
	if got := eval[string](w, `document.getElementById("receipts").innerText`); !strings.Contains(got, "one.txt") || !strings.Contains(got, "two.txt") {
		t.Errorf("receipts: %s", got)
	}
}
