package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"entente"
)

func TestReview(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	address := documentAddress(t, b)
	card := b.get(address).find("article", "card")[0]
	review := func() *node { return b.get(address).id(card.attr("id")).find("form", "review")[0] }

	b.submit(review(), "confirm")
	p := b.follow()
	if got := p.id(card.attr("id")); !containsWord(got.attr("class"), "v-confirmed") || !strings.Contains(got.words(), "by Ada") {
		t.Errorf("after confirm: %s", got.words())
	}
	b.submit(review(), "undo")
	b.submit(review(), "reject")
	if got := b.follow().id(card.attr("id")); !containsWord(got.attr("class"), "v-rejected") {
		t.Errorf("after reject: %s", got.attr("class"))
	}
	b.submit(review(), "undo")
	if got := b.follow().id(card.attr("id")); strings.Contains(got.attr("class"), "v-") {
		t.Errorf("after undo: %s", got.attr("class"))
	}

	b.header.Set("Entente-Part", "card")
	part := b.submit(review(), "confirm")
	b.want(200)
	if len(part.find("article", "card")) != 1 || len(part.find("h1", "")) != 0 {
		t.Errorf("the script of the page gets more or less than a card: %s", b.last.Body)
	}
}

func documentAddress(t testing.TB, b *browser) string {
	t.Helper()
	for _, a := range b.get("/").find("a", "") {
		if strings.HasPrefix(a.attr("href"), "/documents/") {
			return a.attr("href")
		}
	}
	t.Fatal("no document")
	return ""
}

func TestCorrect(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	address := documentAddress(t, b)
	var card *node
	for _, c := range b.get(address).find("article", "k-contact") {
		card = c
	}
	if card == nil {
		t.Skip("no contact in the newest letter")
	}
	id := strings.TrimPrefix(card.attr("id"), "c-")
	form := b.get(card.find("a", "correct")[0].attr("href")).find("form", "correcting")
	b.want(200)
	if len(form) != 1 || len(form[0].find("select", "")) < 3 {
		t.Fatal("no form for a correction")
	}
	b.post("/claims/"+id+"/correction", url.Values{"back": {address}, "force": {"hoped"}, "status": {"cancelled"}, "date": {"late June 2027"}, "place": {"Port <Arc>"}, "reason": {"as told"}})
	got := b.follow().id(card.attr("id"))
	if !containsWord(got.attr("class"), "v-corrected") {
		t.Fatalf("after a correction: %s", got.attr("class"))
	}
	for _, want := range []string{"hoped for", "cancelled", "21 to 30 June 2027", "Port <Arc>", "as told"} {
		if !strings.Contains(got.words(), want) {
			t.Errorf("%q does not stand in %s", want, got.words())
		}
	}
	for _, bad := range []url.Values{{"status": {"dreamt"}}, {"force": {"sworn"}}, {"date": {"whenever"}}} {
		b.post("/claims/"+id+"/correction", bad)
		b.want(http.StatusBadRequest)
	}
}

func TestSettle(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	questions := func() []*node { return b.get("/relations/XA-XS").find("li", "question") }
	before := questions()
	if len(before) == 0 {
		t.Skip("the rules ask nothing of this dossier")
	}
	form := before[0].find("form", "")[0]
	a := ""
	for _, in := range form.find("input", "") {
		if in.attr("name") == "a" {
			a = in.attr("value")
		}
	}
	b.submit(form, "same")
	b.follow()
	if after := questions(); len(after) >= len(before) {
		t.Errorf("%d questions, before %d", len(after), len(before))
	}
	p := b.get("/matters/" + a)
	b.want(200)
	var undo *node
	for _, li := range p.find("ul", "judgements")[0].find("li", "") {
		if strings.Contains(li.words(), "by Ada") {
			undo = li.find("form", "")[0]
		}
	}
	if undo == nil {
		t.Fatal("the judgement does not stand on the page of the matter")
	}
	b.submit(undo, "undo")
	b.want(http.StatusSeeOther)
	if list := b.get("/matters/"+a).find("ul", "judgements"); len(list) > 0 && strings.Contains(list[0].words(), "by Ada") {
		t.Error("the judgement stands after undo")
	}
	b.submit(undo, "undo") // sent twice, it takes back nothing more
	if after := questions(); len(after) != len(before) {
		t.Errorf("after undo %d questions, before %d", len(after), len(before))
	}
}

// What a rule joined and a person parts, on the page of the matter, is an open
// question there and then.
func TestPart(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	for _, a := range b.get("/relations/XA-XS").find("a", "") {
		if !strings.HasPrefix(a.attr("href"), "/matters/") {
			continue
		}
		p := b.get(a.attr("href"))
		for _, li := range p.find("ul", "judgements") {
			for _, form := range li.find("form", "") {
				if form.attr("action") != "/pairs" || !strings.Contains(li.words(), "by rule") {
					continue
				}
				had := len(p.find("li", "question"))
				b.submit(form, "undo")
				p = b.follow()
				after := p.find("li", "question")
				if len(after) != had+1 {
					continue // other words still join the two
				}
				b.submit(after[0].find("form", "")[0], "same")
				if again := b.follow().find("li", "question"); len(again) != had {
					t.Errorf("joined again, %d questions of %d are open", len(again), had)
				}
				return
			}
		}
	}
	t.Error("nothing that a rule joined was parted into a question")
}

func TestOutcome(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	m, err := b.server.Register.Ask(t.Context(), "undertakings", entente.Relation{})
	if err != nil || len(m.Matters) == 0 {
		t.Fatal("no undertaking", err)
	}
	at := "/matters/" + string(m.Matters[0].ID)
	b.post(at+"/outcome", url.Values{"outcome": {"dropped"}, "reason": {"they told us"}, "back": {at}})
	p := b.follow()
	if words := p.find("div", "twain")[0].words(); !strings.Contains(words, "dropped") || !strings.Contains(words, "they told us") {
		t.Errorf("after a judgement: %s", words)
	}
	b.submit(p.find("ul", "judgements")[0].find("form", "")[0], "undo")
	if list := b.follow().find("ul", "judgements"); len(list) > 0 && strings.Contains(list[0].words(), "they told us") {
		t.Error("the outcome stands after undo")
	}
	b.post(at+"/outcome", url.Values{"outcome": {"splendid"}})
	b.want(http.StatusBadRequest)
}

func TestNote(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	m, err := b.server.Register.Ask(t.Context(), "undertakings", entente.Relation{})
	if err != nil || len(m.Matters) == 0 {
		t.Fatal("no undertaking", err)
	}
	at := "/matters/" + string(m.Matters[0].ID)
	b.post(at+"/note", url.Values{"owner": {"Ivo <b>"}, "next": {"call them"}, "due": {"late June 2032"}, "note": {"two\nlines"}, "back": {at}})
	noted := b.follow().find("section", "noted")[0].words()
	for _, want := range []string{"Ivo <b>", "call them", "21 to 30 June 2032", "two\nlines", "by Ada"} {
		if !strings.Contains(noted, want) {
			t.Errorf("%q does not stand in %s", want, noted)
		}
	}
	b.submit(b.get(at).find("form", "star")[0], "on")
	p := b.follow()
	if got := p.find("form", "star")[0].words(); !strings.Contains(got, "★") || !strings.Contains(p.words(), "call them") {
		t.Errorf("after a star: %s", got)
	}
	b.post(at+"/note", url.Values{"due": {"whenever"}})
	b.want(http.StatusBadRequest)
}
