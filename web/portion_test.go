package web

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"entente/desk"
)

// hugeLetter is a letter of some two hundred sheets on which no two sentences
// are alike, so that it shrinks no more than words do.
func hugeLetter(t testing.TB) desk.Source {
	t.Helper()
	r := rand.New(rand.NewPCG(7, 11))
	pick := func(of string) string { list := strings.Fields(of); return list[r.IntN(len(list))] }
	name := func() string {
		s := pick("Al Bor Ca Dur Es Fen Gal Hal Is Jor Kel Lor Mar Nor Or Pel Quen Ros Sel Thorn Ul Var Wex Yar Zel")
		for range 1 + r.IntN(3) {
			s += pick("an ber cor den er fal gor hul in jas kor lin mur nes or pan quil rin ses tor und val wen yx zor")
		}
		return s
	}
	filler := func() string {
		var words []string
		for range 14 + r.IntN(14) {
			w := ""
			for range 1 + r.IntN(4) {
				w += pick("ba co du e fi ga ho in ju ka le mo ni or pa qui re sa ti u ve wa xi yo ze ther ment ing ous")
			}
			words = append(words, w)
		}
		return strings.Join(words, " ") + "."
	}
	var b strings.Builder
	b.WriteString("The longest letter\n\nPort Sylvan, 3 March 2031\n\nDear Minister,\n\n")
	for sheet := range 200 {
		for line := range 5 {
			months := strings.Fields("January February March April May June July August September October November December")
			fmt.Fprintf(&b, "%s %s\n\n", []string{
				fmt.Sprintf("We will build a %s at %s by %s %d.", pick("bridge school hospital tramway port dam library"), name(), months[r.IntN(12)], 2032+r.IntN(8)),
				fmt.Sprintf("Our two governments signed an agreement on %s in %s on %d %s %d.", pick("fisheries transport culture taxation extradition energy"), name(), 1+r.IntN(28), months[r.IntN(12)], 2020+r.IntN(10)),
				fmt.Sprintf("The company %s SA will deliver %d locomotives to %s in %d.", name(), 2+r.IntN(90), name(), 2032+r.IntN(8)),
				fmt.Sprintf("I propose that the Minister of %s visit %s on %d %s %d.", pick("Culture Energy Transport Finance"), name(), 1+r.IntN(28), months[r.IntN(12)], 2032+r.IntN(4)),
				fmt.Sprintf("We undertake to finance the %s of %s.", pick("museum railway airport laboratory cathedral"), name()),
			}[line], filler()+" "+filler()+" "+filler())
		}
		if sheet < 199 {
			b.WriteString("\f\n")
		}
	}
	b.WriteString("Yours sincerely,\n\nIvo Lind\n")
	return text("huge.txt", b.String())
}

// A long letter comes in portions that cover it, each with what stands on it
// and nothing else; without script links lead from one to the next.
func TestPortions(t *testing.T) {
	b := newBrowser(t, hugeLetter(t))
	address := documentAddress(t, b)
	l, err := b.server.Register.Letter(t.Context(), strings.TrimPrefix(address, "/documents/"))
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Pages) != 200 || len(l.Claims) < 800 {
		t.Fatalf("%d sheets and %d claims", len(l.Pages), len(l.Claims))
	}
	var words strings.Builder
	cards, portions := 0, 0
	for next := address; next != ""; portions++ {
		p := b.get(next)
		b.want(200)
		unique(t, next, p)
		words.WriteString(letterWords(p.find("section", "letter")[0]))
		for _, c := range p.find("article", "card") {
			if p.id("w-"+strings.TrimPrefix(c.attr("id"), "c-")) == nil {
				t.Errorf("%s: the words of %s stand elsewhere", next, c.attr("id"))
			}
			cards++
		}
		if n := sent(b.last.Body.String()); n > 100<<10 {
			t.Errorf("%s: %d bytes are sent", next, n)
		}
		next = ""
		if after := p.id("after"); after != nil {
			next = after.attr("href")
		}
	}
	if squeeze(words.String()) != squeeze(l.Text) {
		t.Error("the portions are not the letter")
	}
	if cards != len(l.Claims) || portions < 5 {
		t.Errorf("%d cards of %d in %d portions", cards, len(l.Claims), portions)
	}
	last := l.Claims[len(l.Claims)-1]
	b.get("/claims/" + short(last.ID))
	if p := b.follow(); p.id("c-"+short(last.ID)) == nil {
		t.Errorf("the last claim does not stand at %s", b.last.Header().Get("Location"))
	}
	if got := len(b.get(address+"?portion=all").find("article", "card")); got != cards {
		t.Errorf("the whole letter has %d cards of %d", got, cards)
	}
	for _, wrong := range []string{"0", "99", "x"} {
		b.get(address + "?portion=" + wrong)
		b.want(404)
	}
}

// In a window a long letter opens in a second, weighs little, is reviewed by
// keys from one portion to the next, and is found and printed whole.
func TestPortionsInWindow(t *testing.T) {
	b := newBrowser(t, hugeLetter(t))
	address := documentAddress(t, b)
	w := openWindow(t, b)
	w.do(chromedp.Navigate(w.base + address))
	got := eval[load](w, loading)
	t.Logf("%.0f KB, %.0f KB of script, painted in %.0f ms, loaded in %.0f ms, shift %.3f", got.Page, got.Script, got.Paint, got.Load, got.Shift)
	if got.Page > 150 || got.Script > 40 || got.Shift > 0.01 {
		t.Errorf("it weighs %.0f KB, %.0f KB of it script, and jumps by %.3f", got.Page, got.Script, got.Shift)
	}
	count := func() int64 { return eval[int64](w, `document.querySelectorAll(".card").length`) }
	first := count()
	for range first + 3 { // as fast as no hand is
		eval[bool](w, `document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "j", bubbles: true}))`)
	}
	inHand := func() int64 { return eval[int64](w, `Number(document.querySelector(".card.on .no").textContent)`) }
	w.until(fmt.Sprintf(`document.querySelector(".card.on .no").textContent === "%d"`, first+3))
	if count() <= first {
		t.Errorf("%d cards after the next portion came to %d", count(), first)
	}
	w.press("y")
	w.do(chromedp.WaitReady(chromedp.CSS(".card.v-confirmed + .card.on")))

	// From the middle backwards, without a jump.
	l, err := b.server.Register.Letter(t.Context(), strings.TrimPrefix(address, "/documents/"))
	if err != nil {
		t.Fatal(err)
	}
	all := portionsOf(l)
	w.do(chromedp.Navigate(w.base+all[2].Address(l.ID)), chromedp.WaitReady(chromedp.CSS("#before")))
	w.press("j")
	n := inHand()
	w.press("k")
	w.until(fmt.Sprintf(`document.querySelector(".card.on .no").textContent === "%d"`, n-1))
	if at := eval[float64](w, `document.querySelector(".lit.on").getBoundingClientRect().top`); at < 0 || at > 900 {
		t.Errorf("the words of the claim before are at %g", at)
	}

	// A claim of the last portion at the address of the first.
	last := l.Claims[len(l.Claims)-1]
	w.do(chromedp.Navigate(w.base+"/inbox"), chromedp.Navigate(w.base+address+"#c-"+string(last.ID)), chromedp.WaitReady(chromedp.CSS(".card.on")))
	if got := eval[string](w, `document.querySelector(".card.on").id`); got != "c-"+short(last.ID) {
		t.Errorf("the address of a claim leads to %s", got)
	}

	// To print one sheet of it, all of it is fetched first.
	if _, err := chromedp.Run(w.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPageRanges("1"))); err != nil {
		t.Fatal(err)
	}
	if got := eval[string](w, `document.querySelector(".letter").textContent`); !strings.Contains(got, "Dear Minister") || !strings.Contains(got, "Yours sincerely") {
		t.Errorf("a letter of %d characters is printed", len(got))
	}
	if got := eval[int64](w, `document.querySelectorAll(".card").length`); got != int64(len(l.Claims)) {
		t.Errorf("%d cards of %d are printed", got, len(l.Claims))
	}
}

// until waits until a line of script is true.
func (w *window) until(script string) {
	w.t.Helper()
	if !eval[bool](w, `new Promise(done => { const end = Date.now() + 10000, look = () => (`+script+`) ? done(true) : Date.now() > end ? done(false) : setTimeout(look, 20); look(); })`) {
		w.t.Errorf("never true: %s", script)
	}
}
