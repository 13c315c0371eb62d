package web

import (
	"context"
	"iter"
	"net/http/httptest"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	devlog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A window is a real browser that was let in by the link.
type window struct {
	t    testing.TB
	ctx  context.Context
	base string

	mu   sync.Mutex
	asks []string // every address that the browser asked for
	ills []string // what the console and the page's policy complained of
}

// chromium names the Chromium of this machine, "" for none. Some systems have
// a command of that name which only says where to get one.
var chromium = sync.OnceValue(func() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if exec.Command(name, "--version").Run() == nil {
			return name
		}
	}
	return ""
})

// openWindow starts a headless Chromium, and skips the test where there is
// none.
func openWindow(t testing.TB, b *browser) *window {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	if chromium() == "" {
		t.Skip("no Chromium here; install the package chromium to test the pages in a real browser")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(chromium()), chromedp.Flag("no-sandbox", true),
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
	w := &window{t: t, ctx: ctx, base: server.URL}
	w.watch()
	w.dress("light")
	link := ""
	b.server.NewLink = func(l string) { link = l }
	b.server.link()
	w.do(chromedp.EmulateViewport(1440, 900), chromedp.Navigate(server.URL+link), chromedp.WaitVisible("#drop"))
	return w
}

// watch listens to the browser's network and console until the test ends:
// whatever a test does, nothing may be asked of another host, no script may
// fail, and the page's policy may have nothing to forbid.
func (w *window) watch() {
	w.t.Helper()
	for _, on := range []func() error{
		func() error { _, err := chromedp.Call(w.ctx, network.Enable, network.EnableParams{}); return err },
		func() error { _, err := chromedp.Call(w.ctx, devlog.Enable, cdp.Empty{}); return err },
	} {
		if err := on(); err != nil {
			w.t.Fatal(err)
		}
	}
	follow(w, chromedp.Events(w.ctx, network.RequestWillBeSent), func(e network.EventRequestWillBeSent) {
		w.asks = append(w.asks, e.Request.URL)
	})
	follow(w, chromedp.Events(w.ctx, runtime.ExceptionThrown), func(e runtime.EventExceptionThrown) {
		w.ills = append(w.ills, e.ExceptionDetails.Text)
	})
	follow(w, chromedp.Events(w.ctx, devlog.EntryAdded), func(e devlog.EventEntryAdded) {
		if e.Entry.Source != devlog.EntrySourceNetwork { // a page that is not there is no fault of it
			w.ills = append(w.ills, e.Entry.Text)
		}
	})
	w.t.Cleanup(func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		for _, address := range w.asks {
			if !strings.HasPrefix(address, w.base+"/") && !strings.HasPrefix(address, "about:") && !strings.HasPrefix(address, "data:") {
				w.t.Errorf("the browser asks for %s", address)
			}
		}
		if len(w.asks) == 0 {
			w.t.Error("nobody watched the network")
		}
		for _, text := range w.ills {
			w.t.Errorf("the console says %s", text)
		}
	})
}

func follow[E any](w *window, events iter.Seq2[E, error], see func(E)) {
	go func() {
		for e, err := range events {
			if err != nil {
				return // the window was closed
			}
			w.mu.Lock()
			see(e)
			w.mu.Unlock()
		}
	}()
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

// Every page fits every window, in both themes and both languages, in its own
// fonts.
func TestWindows(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	w := openWindow(t, b)
	list := kinds(t, b)
	for i, width := range []int64{1440, 1024, 390, 320} {
		w.do(chromedp.EmulateViewport(width, 900))
		w.dress([]string{"light", "dark"}[i%2])
		w.speak(languages[i/2%2])
		for name, address := range list {
			w.do(chromedp.Navigate(w.base + address))
			if got := eval[float64](w, `document.documentElement.scrollWidth`); got > float64(width) {
				t.Errorf("%s is %g wide in a window of %d", name, got, width)
			}
			if got := eval[string](w, `document.documentElement.lang`); got != languages[i/2%2] {
				t.Errorf("%s is in %s", name, got)
			}
			if !eval[bool](w, `document.fonts.ready.then(() => document.fonts.check("16px 'Source Sans 3'"))`) {
				t.Errorf("%s stands in another font", name)
			}
		}
	}
}

// speak sets the language that the browser asks for.
func (w *window) speak(language string) {
	w.t.Helper()
	headers := network.SetExtraHTTPHeadersParams{Headers: network.Headers{"Accept-Language": language}}
	if _, err := chromedp.Call(w.ctx, network.SetExtraHTTPHeaders, headers); err != nil {
		w.t.Fatal(err)
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
