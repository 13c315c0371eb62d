package web

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Files are dropped on the page; each says how it fares, and both stand in
// the inbox.
func TestReceiveByDrop(t *testing.T) {
	w := openWindow(t, newBrowser(t))
	folder := t.TempDir()
	var files []string
	for name, words := range map[string]string{
		"one.txt": "Menale, 3 March 2031\n\nDear Minister,\n\nWe will build a bridge at Thornby by June 2032.\n",
		"two.txt": "Menale, 4 March 2031\n\nDear Minister,\n\nThe bridge will be opened in 2033.\n",
	} {
		file := filepath.Join(folder, name)
		if err := os.WriteFile(file, []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	for _, step := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
		drag := input.DispatchDragEventParams{Type: step, X: 700, Y: 500, Data: &input.DragData{Items: []*input.DragDataItem{}, Files: files, DragOperationsMask: 1}}
		if _, err := chromedp.Call(w.ctx, input.DispatchDragEvent, drag); err != nil {
			t.Fatal(err)
		}
	}
	w.do(chromedp.WaitVisible(chromedp.CSS("#receipts li:nth-child(2).good")), chromedp.WaitVisible(chromedp.CSS(".documents li:nth-child(2)")))
	if got := eval[string](w, `document.getElementById("receipts").innerText`); !strings.Contains(got, "one.txt") || !strings.Contains(got, "two.txt") {
		t.Errorf("receipts: %s", got)
	}
	w.do(chromedp.Click(chromedp.CSS(".documents li a")), chromedp.WaitVisible(chromedp.CSS(".letter .lit")))
	if got := eval[string](w, `document.querySelector(".letter").innerText`); !strings.Contains(got, "bridge") {
		t.Errorf("the letter: %s", got)
	}
}

// An open question is settled by one key, announced, and taken back by
// another; the page stays where it is.
func TestSettleByKeys(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	w := openWindow(t, b)
	w.do(chromedp.Navigate(w.base + "/relations/XA-XS"))
	count := func() int64 { return eval[int64](w, `document.querySelectorAll(".question").length`) }
	before := count()
	if before < 2 {
		t.Skip("the dossier leaves no two questions open")
	}
	second := eval[string](w, `document.querySelectorAll(".question")[1].querySelector("[name=a]").value`)
	w.press("j", "j")
	if got := eval[string](w, `document.activeElement.querySelector("[name=a]").value`); got != second {
		t.Errorf("j twice goes to %s, not the second question", got)
	}
	w.press("d")
	w.do(chromedp.WaitVisible(chromedp.CSS(".settled")), chromedp.WaitReady(chromedp.CSS("#said:not(:empty)")))
	if got := eval[string](w, `document.getElementById("said").textContent`); got != "Kept as two matters." {
		t.Errorf("announced: %q", got)
	}
	if got := count(); got >= before {
		t.Errorf("%d questions of %d are left", got, before)
	}
	if !eval[bool](w, `!!document.activeElement.closest(".question")`) {
		t.Error("no next question is in hand")
	}
	w.press("u")
	w.do(chromedp.WaitNotPresent(chromedp.CSS(".settled")))
	if got := count(); got != before {
		t.Errorf("after undo %d questions, not %d", got, before)
	}
	w.press("s")
	w.do(chromedp.WaitVisible(chromedp.CSS(".settled")))
	w.do(chromedp.Click(chromedp.CSS(".settled button")), chromedp.WaitNotPresent(chromedp.CSS(".settled")))
	if got := count(); got != before {
		t.Errorf("after the second undo %d questions, not %d", got, before)
	}
}

// The lifelines say their words to the pointer and to the keyboard, and lead
// to the matter.
func TestLifelines(t *testing.T) {
	w := openWindow(t, newBrowser(t, dossier(t)...))
	w.do(chromedp.Navigate(w.base+"/relations/XA-XS"), chromedp.WaitReady(chromedp.CSS(".tip")))
	eval[bool](w, `new Promise(done => {
		document.querySelector(".lifelines .dot").scrollIntoView({block: "center", behavior: "instant"});
		requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
	})`)
	at := eval[[]float64](w, `(() => { const r = document.querySelector(".lifelines .dot").getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()`)
	w.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at[0], at[1]), chromedp.WaitVisible(chromedp.CSS(".tip")))
	said := eval[string](w, `document.querySelector(".tip").textContent`)
	if want := eval[string](w, `document.querySelector(".lifelines .dot").dataset.tip`); said != want || !strings.Contains(said, " · ") {
		t.Errorf("the mark says %q, not %q", said, want)
	}
	w.press(kb.Escape)
	w.do(chromedp.WaitNotVisible(chromedp.CSS(".tip")))
	eval[bool](w, `(() => { document.querySelector("a:has(> .lifeline)").focus(); return true; })()`)
	w.do(chromedp.WaitVisible(chromedp.CSS(".tip")))
	if got := eval[string](w, `document.querySelector(".tip").textContent`); !strings.Contains(got, said) {
		t.Errorf("the line in focus says %q, without %q", got, said)
	}
	w.press(kb.Enter)
	w.do(chromedp.WaitVisible(chromedp.CSS("[data-page=matter]")))
}

// What is searched by the key of the field is found, with its words lit.
func TestSearchInWindow(t *testing.T) {
	w := openWindow(t, newBrowser(t, dossier(t)...))
	w.press("/")
	w.do(chromedp.KeyEvent("tram"), chromedp.WaitVisible(chromedp.CSS("#instant a")))
	w.access("what is found while somebody types")
	w.do(chromedp.KeyEvent("way"+kb.Enter), chromedp.WaitVisible(chromedp.CSS(".hits mark")))
	if got := eval[string](w, `document.querySelector(".hits mark").textContent.toLowerCase()`); !strings.HasPrefix(got, "tramway") {
		t.Errorf("lit: %q", got)
	}
	w.do(chromedp.Click(chromedp.CSS(".hits li a")), chromedp.WaitVisible(chromedp.CSS(".card.on")))
	if got := eval[int64](w, `document.querySelectorAll(".lit.on").length`); got == 0 {
		t.Error("the claim that was found does not light its words")
	}
}

// Without script a letter is pasted, judged and undone, and a question
// settled, by forms alone.
func TestWithoutScript(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	w := openWindow(t, b)
	if _, err := chromedp.Call(w.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	w.do(chromedp.Navigate(w.base+"/"), chromedp.Click(chromedp.CSS(".drop summary")), chromedp.WaitVisible(chromedp.CSS("#text")),
		chromedp.SendKeys(chromedp.CSS("#text"), "Menale, 3 March 2031\n\nDear Minister,\n\nWe will build a bridge at Thornby by June 2032.\n"),
		chromedp.Click(chromedp.CSS(".drop button.yes")), chromedp.WaitVisible(chromedp.CSS("#receipts .good a")),
		chromedp.Click(chromedp.CSS("#receipts .good a")), chromedp.WaitVisible(chromedp.CSS(".card")),
		chromedp.Click(chromedp.CSS(".card button[value=confirm]")), chromedp.WaitVisible(chromedp.CSS(".card.v-confirmed")),
		chromedp.Click(chromedp.CSS(".card button[value=undo]")), chromedp.WaitVisible(chromedp.CSS(".card button[value=confirm]")),
		chromedp.Click(chromedp.CSS(".card a.correct")), chromedp.WaitVisible(chromedp.CSS("main .correcting select")))
	w.do(chromedp.Navigate(w.base + "/relations/XA-XS"))
	questions := func() int {
		nodes, err := chromedp.Run(w.ctx, chromedp.Nodes(chromedp.CSSAll(".question"), chromedp.AtLeast(0)))
		if err != nil {
			t.Fatal(err)
		}
		return len(nodes)
	}
	if before := questions(); before > 1 {
		w.do(chromedp.Click(chromedp.CSS(".question button[value=different]")), chromedp.WaitReady(chromedp.CSS("#questions:target")))
		if got := questions(); got >= before {
			t.Errorf("%d questions of %d are left", got, before)
		}
	}
}

// The pages are printed: the words are in the PDF, what is for the hand is
// not, and no page of it is wider than the sheet.
func TestPrint(t *testing.T) {
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("no pdftotext here; install the package poppler-utils to test the pages in print")
	}
	b := newBrowser(t, dossier(t)...)
	w := openWindow(t, b)
	list := kinds(t, b)
	tests := []struct {
		page        string
		want, spare []string
	}{
		{"document", []string{"Monsieur le Président, cher Ami", "Élise Marcheval", "soixante bourses universitaires"}, []string{"Confirm", "Reject", "Search the register", "by hand", "Français"}},
		{"relation", []string{"XA – XS", "Undertakings", "Soixante bourses universitaires", "Open questions"}, []string{"One matter", "Show", "Français"}},
		{"matter", []string{"Stated", "Inferred", "How it was worded"}, []string{"Write a note", "Judge the outcome", "Français"}},
	}
	for _, test := range tests {
		w.do(chromedp.Navigate(w.base + list[test.page]))
		eval[bool](w, `document.fonts.ready.then(() => true)`)
		sheet, err := chromedp.Run(w.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), test.page+".pdf")
		if err := os.WriteFile(file, sheet, 0o600); err != nil {
			t.Fatal(err)
		}
		if *gallery != "" {
			if err := os.WriteFile(filepath.Join(*gallery, test.page+".pdf"), sheet, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		out, err := exec.Command(reader, "-layout", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		words := strings.Join(strings.Fields(string(out)), " ")
		for _, s := range test.want {
			if !strings.Contains(words, s) {
				t.Errorf("%s in print lacks %q:\n%s", test.page, s, out)
			}
		}
		for _, s := range test.spare {
			if strings.Contains(words, s) {
				t.Errorf("%s in print says %q", test.page, s)
			}
		}
	}
}

// tabbing looks at what has the focus: whether it shows, where it is, and how
// many there are to go to.
const tabbing = `(() => {
	const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
	const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
		.filter(x => x.tabIndex >= 0 && x.checkVisibility({visibilityProperty: true}));
	const seen = window.seen ??= new Set();
	if (e !== document.body) seen.add(e);
	const x = Math.max(0, Math.min(innerWidth - 1, r.left + r.width / 2)), y = r.height > innerHeight ? innerHeight / 2 : r.top + Math.min(r.height / 2, 12), top = document.elementFromPoint(x, y);
	return {
		Body: e === document.body, What: e.outerHTML.slice(0, 120),
		Ring: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
		Inside: r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth,
		Under: !!top && !!top.closest(".top") && !e.closest(".top"),
		Seen: seen.size, All: all.length, Left: all.filter(x => !seen.has(x)).slice(0, 3).map(x => x.outerHTML.slice(0, 120)),
	};
})()`

// Everything can be reached by the Tab key alone; what has the focus shows it
// and is not hidden.
func TestTab(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	w := openWindow(t, b)
	list := kinds(t, b)
	for _, name := range []string{"inbox", "document", "matter", "search", "relation", "calendar", "correction"} {
		w.do(chromedp.Navigate(w.base + list[name]))
		type focus struct {
			Body, Ring, Inside, Under bool
			What                      string
			Seen, All                 int
			Left                      []string
		}
		var got focus
		for range 900 {
			w.press(kb.Tab)
			if got = eval[focus](w, tabbing); got.Body || got.Seen >= got.All {
				break
			}
			if !got.Ring {
				t.Errorf("%s: no sign of the focus on %s", name, got.What)
			}
			if !got.Inside || got.Under {
				t.Errorf("%s: the focus is out of sight (inside %v, under the top %v) on %s", name, got.Inside, got.Under, got.What)
			}
		}
		if got.Seen < got.All {
			t.Errorf("%s: Tab reaches %d of %d; not %s", name, got.Seen, got.All, strings.Join(got.Left, " "))
		}
	}
}

// Names in other scripts stand in the faces of the pages, too.
func TestScripts(t *testing.T) {
	b := newBrowser(t, text("letter.txt", "Menale, 3 March 2031\n\nDear Minister,\n\nMr Нұрсұлтан Әбішұлы will build a bridge at Łódź by June 2032, and Ελένη too.\n"))
	w := openWindow(t, b)
	w.do(chromedp.Navigate(w.base + documentAddress(t, b)))
	for _, letters := range []string{"Łź", "Нрс", "ұӘ", "Ελ"} {
		if !eval[bool](w, `document.fonts.ready.then(() => document.fonts.load("18px 'Source Serif 4'", "`+letters+`")).then(faces => faces.length > 0 && faces.every(f => f.status === "loaded"))`) {
			t.Errorf("no face for %s", letters)
		}
	}
}

// On a telephone, in French, a claim is judged by touch and undone.
func TestNarrowInFrench(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	w := openWindow(t, b)
	w.speak("fr")
	w.do(chromedp.EmulateViewport(390, 800, chromedp.EmulateMobile, chromedp.EmulateTouch), chromedp.Navigate(w.base+documentAddress(t, b)),
		chromedp.Tap(chromedp.CSS(".card button[value=confirm]")), chromedp.WaitReady(chromedp.CSS("#said:not(:empty)")))
	if got := eval[string](w, `document.getElementById("said").textContent`); got != "Confirmé." {
		t.Errorf("announced: %q", got)
	}
	w.do(chromedp.Tap(chromedp.CSS(".card.v-confirmed button[value=undo]")), chromedp.WaitNotPresent(chromedp.CSS(".card.v-confirmed")),
		chromedp.Tap(chromedp.CSS(".letter .lit")), chromedp.WaitVisible(chromedp.CSS(".card.on")))
	if got := eval[float64](w, `document.querySelector(".card.on").getBoundingClientRect().top`); got < 0 || got > 800 {
		t.Errorf("a touch on the words leaves the card at %g", got)
	}
}

// Words that are selected with the mouse make a claim, whose card stands lit
// among the others.
func TestClaimBySelecting(t *testing.T) {
	b := newBrowser(t, text("letter.txt", "Menale, 3 March 2031\n\nDear Minister,\n\nI trust that you had a pleasant journey home.\n\n"+
		"The old lighthouse of Thornby was, I am told, the talk of the evening.\n\nYours sincerely,\n\nIvo Lind\n"))
	w := openWindow(t, b)
	w.do(chromedp.Navigate(w.base+documentAddress(t, b)), chromedp.WaitReady(chromedp.CSS(".claimit")))
	before := eval[int64](w, `document.querySelectorAll(".card").length`)
	const words = "The old lighthouse of Thornby"
	at := eval[[]float64](w, `(() => {
		const part = [...document.querySelectorAll(".part")].find(p => p.textContent.includes("`+words+`"));
		const all = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), first = all.nextNode();
		const range = document.createRange(), whole = "`+words+`";
		let node = first, left = whole.length;
		while (node.data.length < left) { left -= node.data.length; node = all.nextNode(); }
		range.setStart(first, 0);
		range.setEnd(node, left);
		const lines = [...range.getClientRects()], a = lines[0], z = lines.at(-1);
		return [a.left + 1, a.top + a.height / 2, z.right, z.top + z.height / 2];
	})()`)
	for _, e := range []input.DispatchMouseEventParams{
		{Type: input.DispatchMouseEventTypeMousePressed, X: at[0], Y: at[1], Button: input.MouseButtonLeft, ClickCount: 1},
		{Type: input.DispatchMouseEventTypeMouseMoved, X: at[2], Y: at[3], Button: input.MouseButtonLeft, Buttons: 1},
		{Type: input.DispatchMouseEventTypeMouseReleased, X: at[2], Y: at[3], Button: input.MouseButtonLeft, ClickCount: 1},
	} {
		if _, err := chromedp.Call(w.ctx, input.DispatchMouseEvent, e); err != nil {
			t.Fatal(err)
		}
	}
	w.do(chromedp.WaitVisible(chromedp.CSS(".claimit")))
	w.press("c")
	w.do(chromedp.WaitVisible(chromedp.CSS("form.hand input[name=kind]:focus")))
	if got := eval[string](w, `document.querySelector("form.hand textarea[name=quote]").value`); got != words {
		t.Fatalf("the form holds %q, not the words that were selected", got)
	}
	w.access("claim by hand")
	w.do(chromedp.SendKeys(chromedp.CSS(`form.hand [name="undertaking.title"]`), "the lighthouse"),
		chromedp.Click(chromedp.CSS("form.hand button.yes")),
		chromedp.WaitReady(chromedp.CSS(".card.on")))
	if got := eval[int64](w, `document.querySelectorAll(".card").length`); got != before+1 {
		t.Errorf("%d cards after %d", got, before)
	}
	card := eval[string](w, `document.querySelector(".card.on").textContent`)
	for _, want := range []string{words, "made by hand", "lighthouse"} {
		if !strings.Contains(card, want) {
			t.Errorf("the card lacks %q: %s", want, card)
		}
	}
	if got := eval[string](w, `[...document.querySelectorAll(".lit.on")].map(a => a.textContent).join("")`); got != words {
		t.Errorf("lit: %q", got)
	}
}
