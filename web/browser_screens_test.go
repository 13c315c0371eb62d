package web

import (
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/desk"
	"entente/examples"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	devpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

var screens = flag.String("screens", "", "folder in which to leave the pictures of the README")

// TestScreens makes the pictures of the README: make screens.
func TestScreens(t *testing.T) {
	if *screens == "" {
		t.Skip("no -screens folder")
	}
	b := newBrowser(t, dossier(t)...)
	w := openWindow(t, b)
	list := kinds(t, b)
	tramway := ""
	for _, a := range b.get("/relations/XA-XS").find("a", "") {
		if strings.HasPrefix(a.attr("href"), "/matters/") && strings.Contains(a.words(), "tramway") {
			tramway = a.attr("href")
		}
	}
	take := func(name, theme, address string, width, height int64, then func()) {
		w.dress(theme)
		w.do(chromedp.EmulateViewport(width, height, chromedp.EmulateScale(1.5)), chromedp.Navigate(w.base+address))
		eval[bool](w, `document.fonts.ready.then(() => true)`)
		w.do(chromedp.Navigate(w.base + address)) // with every font at hand
		if then != nil {
			then()
		}
		w.keep(filepath.Join(*screens, name+".webp"), 80)
	}
	take("inbox", "light", "/", 1280, 800, nil)
	take("document", "light", list["document"], 1280, 800, func() {
		w.press("j", "y")
		w.do(chromedp.WaitReady(chromedp.CSS(".card.v-confirmed + .card.on")))
	})
	take("matter", "dark", tramway, 1280, 800, nil)
	take("search", "dark", "/search?q=tramway", 1280, 800, nil)
	take("narrow", "light", list["document"], 390, 800, nil)
	w = openWindow(t, newBrowser(t, folder(t, examples.FranceKazakhstan())...))
	take("relation", "light", "/relations/FR-KZ?on=2026-06-01", 1280, 960, func() {
		w.do(chromedp.WaitReady(chromedp.CSS(".tip")))
		at := eval[[]float64](w, `new Promise(done => {
			const dot = [...document.querySelectorAll(".lifelines .dot")].find(d => d.getBoundingClientRect().left > innerWidth / 3);
			requestAnimationFrame(() => { const r = dot.getBoundingClientRect(); done([r.x + r.width / 2, r.y + r.height / 2]); });
		})`)
		w.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at[0], at[1]), chromedp.WaitVisible(chromedp.CSS(".tip")))
	})
}

var gallery = flag.String("gallery", "", "folder in which to leave every page at three widths in both themes")

// TestGallery leaves pictures of every kind of page for the eye, with the
// dossier and of an empty register; it runs when
// it is told where: go test ./web -run Gallery -gallery /tmp/gallery.
func TestGallery(t *testing.T) {
	if *gallery == "" {
		t.Skip("no -gallery folder")
	}
	// A window lives five minutes, so each language has its own.
	for _, language := range languages {
		b := newBrowser(t, dossier(t)...)
		pictures(t, b, kinds(t, b), language, "")
		pictures(t, newBrowser(t), map[string]string{"inbox": "/", "relations": "/relations", "calendar": "/calendar", "people": "/people", "search": "/search?q=tramway",
			"changes": "/changes", "status": "/status"}, language, "empty-")
	}
}

// pictures leaves pictures of pages in the gallery, whole.
func pictures(t *testing.T, b *browser, list map[string]string, language, prefix string) {
	t.Helper()
	w := openWindow(t, b)
	w.speak(language)
	for name, address := range list {
		for _, width := range []int64{1440, 1024, 390} {
			for _, theme := range []string{"light", "dark"} {
				w.dress(theme)
				w.do(chromedp.EmulateViewport(width, 900), chromedp.Navigate(w.base+address))
				high := min(8000, eval[int64](w, `document.documentElement.scrollHeight`))
				w.do(chromedp.EmulateViewport(width, high))
				w.keep(filepath.Join(*gallery, fmt.Sprintf("%s%s-%s-%d-%s.png", prefix, name, language, width, theme)), 0)
			}
		}
	}
}

// kinds names one address of every kind of page that the dossier has.
func kinds(t testing.TB, b *browser) map[string]string {
	t.Helper()
	list := map[string]string{"inbox": "/", "relations": "/relations", "relation": "/relations/XA-XS", "calendar": "/calendar", "people": "/people",
		"help": "/help", "status": "/status", "search": "/search?q=tramway", "search-none": "/search?q=", "missing": "/nothing",
		"reference": "/api", "changes": "/changes?since=2029-01-01",
		"document": documentAddress(t, b)}
	for _, a := range b.get("/relations/XA-XS").find("a", "") {
		if strings.HasPrefix(a.attr("href"), "/matters/") {
			list["matter"] = a.attr("href")
		}
	}
	list["hand"] = list["document"] + "/claim"
	for _, a := range b.get(list["document"]).find("a", "correct") {
		list["correction"] = a.attr("href")
	}
	return list
}

// folder is the documents of a dossier.
func folder(t testing.TB, files fs.FS) []desk.Source {
	t.Helper()
	names, err := fs.Glob(files, "2*.*") // they start with their dates
	if err != nil {
		t.Fatal(err)
	}
	var all []desk.Source
	for _, name := range names {
		all = append(all, desk.Source{Name: name, Open: func() (io.ReadCloser, error) { return files.Open(name) }})
	}
	return all
}

// dress sets the theme that the browser prefers, and that nothing glides.
func (w *window) dress(theme string) {
	w.t.Helper()
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}, {Name: "prefers-reduced-motion", Value: "reduce"}}}
	if _, err := chromedp.Call(w.ctx, emulation.SetEmulatedMedia, media); err != nil {
		w.t.Fatal(err)
	}
}

// keep takes a picture of the window once its fonts stand, and leaves it in a
// file: WebP of a quality of 100, or PNG where that is 0.
func (w *window) keep(name string, quality int64) {
	w.t.Helper()
	eval[bool](w, `document.fonts.ready.then(() => true)`)
	p := devpage.CaptureScreenshotParams{Format: devpage.CaptureScreenshotFormatPng}
	if quality > 0 {
		p.Format, p.Quality = devpage.CaptureScreenshotFormatWebp, &quality
	}
	picture, err := chromedp.Call(w.ctx, devpage.CaptureScreenshot, p)
	if err != nil {
		w.t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(name, picture.Data, 0o644); err != nil {
		w.t.Fatal(err)
	}
}
