package web

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A load is how a page came into a window: kilobytes as sent without fonts,
// of these script, milliseconds since it was asked for, and how far things
// jumped while it came (the layout shift of web vitals, 0 is not at all).
type load struct {
	Page, Script float64
	Paint, Load  float64
	Shift        float64
}

// loading waits until the page is painted and its fonts stand.
const loading = `new Promise(done => {
	let shift = 0;
	const add = list => list.forEach(e => { shift += e.value; }), jumps = new PerformanceObserver(l => add(l.getEntries()));
	jumps.observe({type: "layout-shift", buffered: true});
	const tell = paint => {
		add(jumps.takeRecords());
		const page = performance.getEntriesByType("navigation")[0], rest = performance.getEntriesByType("resource");
		const sum = list => list.reduce((n, e) => n + e.encodedBodySize, 0) / 1024;
		done({
			Page: page.encodedBodySize / 1024 + sum(rest.filter(e => !e.name.includes("/fonts/"))),
			Script: sum(rest.filter(e => e.initiatorType === "script")),
			Paint: paint, Load: page.loadEventEnd, Shift: shift,
		});
	};
	const frame = then => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then)));
	new PerformanceObserver((l, me) => {
		const e = l.getEntriesByName("first-contentful-paint")[0];
		if (e) { me.disconnect(); document.fonts.ready.then(() => frame(() => tell(e.startTime))); }
	}).observe({type: "paint", buffered: true});
})`

// No page weighs more than 150 KB without fonts, or 40 KB of script; none
// jumps while it loads.
func TestWeights(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	w := openWindow(t, b)
	for _, width := range []int64{1440, 390} {
		w.do(chromedp.EmulateViewport(width, 900))
		for name, address := range kinds(t, b) {
			w.do(chromedp.Navigate(w.base + address))
			got := eval[load](w, loading)
			t.Logf("%s, %d pixels: %.0f KB, %.0f KB of script, painted in %.0f ms, shift %.3f", name, width, got.Page, got.Script, got.Paint, got.Shift)
			if got.Page == 0 || got.Page > 150 {
				t.Errorf("%s weighs %.0f KB", name, got.Page)
			}
			if got.Script == 0 || got.Script > 40 {
				t.Errorf("%s has %.0f KB of script", name, got.Script)
			}
			if got.Shift > 0.01 {
				t.Errorf("%s jumps by %.3f while it loads", name, got.Shift)
			}
		}
	}
	// The measure itself: a page that is pushed down does jump.
	eval[bool](w, `(() => { const p = document.createElement("p"); p.textContent = "late"; p.style.height = "300px"; document.body.prepend(p); return true; })()`)
	if got := eval[load](w, loading); got.Shift < 0.01 {
		t.Errorf("a page that is pushed down jumps by %.3f", got.Shift)
	}
}

// scrolling goes from the top to the end in sixty steps, a frame each, and
// returns the longest and the middle frame in milliseconds.
const scrolling = `new Promise(done => {
	const frames = [];
	let n = 0, last = performance.now();
	const step = now => {
		frames.push(now - last);
		last = now;
		if (n++ === 60) { frames.shift(); frames.sort((a, b) => a - b); return done([frames.at(-1), frames[frames.length >> 1]]); }
		scrollTo({top: n * 900, behavior: "instant"});
		requestAnimationFrame(step);
	};
	requestAnimationFrame(step);
})`

// How soon pages stand in a browser on this machine: the goals are a first
// paint in 300 ms, and a letter of some 170 pages and 750 claims in a second.
func BenchmarkOpen(b *testing.B) {
	r := newBrowser(b, append(dossier(b), longLetter(b))...)
	w := openWindow(b, r)
	for name, address := range map[string]string{"inbox": "/", "relation": "/relations/XA-XS", "document": documentAddress(b, r), "long": longest(b, r)} {
		b.Run(name, func(b *testing.B) {
			var sum load
			for b.Loop() {
				w.do(chromedp.Navigate(w.base + address))
				got := eval[load](w, loading)
				sum.Paint += got.Paint
				sum.Load += got.Load
				sum.Page = got.Page
			}
			b.ReportMetric(sum.Paint/float64(b.N), "paint-ms")
			b.ReportMetric(sum.Load/float64(b.N), "load-ms")
			b.ReportMetric(sum.Page, "KB")
			if name == "long" {
				frames := eval[[]float64](w, scrolling)
				b.ReportMetric(frames[0], "longest-frame-ms")
				b.ReportMetric(frames[1], "middle-frame-ms")
			}
		})
	}
}

// longest returns the address of the longest letter.
func longest(t testing.TB, b *browser) string {
	t.Helper()
	for _, a := range b.get("/search?q=longest").find("a", "") {
		if href := a.attr("href"); strings.HasPrefix(href, "/documents/") {
			address, _, _ := strings.Cut(href, "#")
			return address
		}
	}
	t.Fatal("no long letter")
	return ""
}
