package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestClaimByHand(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	address := documentAddress(t, b)
	p := b.get(address)
	part := p.find("section", "letter")[0].find("p", "part")
	quote := ""
	for _, x := range part {
		if words := strings.Fields(x.words()); len(words) > 12 {
			quote = strings.Join(words[3:9], " ")
			break
		}
	}
	form := b.get(address + "/claim?quote=" + url.QueryEscape(quote) + "&near=0")
	b.want(http.StatusOK)
	if got := form.find("textarea", "")[0].words(); !strings.Contains(got, quote) {
		t.Errorf("the words that were selected are not in the form: %q", got)
	}
	b.post(address+"/claims", url.Values{"quote": {quote}, "near": {"0"}, "kind": {"undertaking"}, "force": {"promised"},
		"undertaking.title": {"a canal of my own"}, "undertaking.due": {"end of June 2032"}, "undertaking.stage": {"agreed"}, "undertaking.by": {"the sender\nOrsane"}, "undertaking.amount": {"3.1e8 EUR"}})
	b.want(http.StatusSeeOther)
	id := "c-" + strings.TrimPrefix(b.last.Header().Get("Location"), "/claims/")
	card := b.follow().id(id)
	if card == nil {
		t.Fatalf("no card %s", id)
	}
	for _, want := range []string{"made by hand", "by Ada", "canal of my own", "Orsane", "June 2032", "3.1e8 EUR"} {
		if !strings.Contains(card.words(), want) {
			t.Errorf("the card lacks %q: %s", want, card.words())
		}
	}
	if b.get("/search?q=canal+kind:undertaking"); !strings.Contains(b.last.Body.String(), strings.TrimPrefix(id, "c-")) {
		t.Error("the claim is not found by its title")
	}

	b.submit(card.find("form", "review")[0], "undo")
	if again := b.follow().id(id); again != nil {
		t.Errorf("after undo the card is still there: %s", again.words())
	}
	// Made again, it stands again.
	b.post(address+"/claims", url.Values{"quote": {quote}, "near": {"0"}, "kind": {"contact"}, "force": {"done"}})
	b.want(http.StatusSeeOther)
}

func TestClaimByHandGoesWrong(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	address := documentAddress(t, b)
	for name, c := range map[string]struct {
		values url.Values
		want   string
	}{
		"words that are not there": {url.Values{"quote": {"<script>no such words</script>"}, "kind": {"contact"}, "force": {"done"}}, "do not stand"},
		"no words":                 {url.Values{"quote": {"  "}, "kind": {"contact"}, "force": {"done"}}, "do not stand"},
		"no kind":                  {url.Values{"quote": {"the"}, "force": {"done"}}, "kind and a force"},
		"no date":                  {url.Values{"quote": {"the"}, "kind": {"contact"}, "force": {"done"}, "contact.date": {"whenever"}}, "no date"},
		"many places":              {url.Values{"quote": {"e"}, "kind": {"contact"}, "force": {"done"}}, "say which is meant"},
		"about another kind":       {url.Values{"quote": {"e"}, "near": {"1"}, "kind": {"contact"}, "force": {"done"}, "about": {"0123"}}, "same kind"},
	} {
		p := b.post(address+"/claims", c.values)
		b.want(http.StatusBadRequest)
		if !strings.Contains(p.words(), c.want) {
			t.Errorf("%s: %q is not said: %.200s", name, c.want, p.words())
		}
		if strings.Contains(b.last.Body.String(), "<script>no") {
			t.Errorf("%s: markup comes back", name)
		}
	}
	// The n-th of several is chosen without script.
	p := b.post(address+"/claims", url.Values{"quote": {"e"}, "kind": {"contact"}, "force": {"done"}})
	var places []*node
	for _, i := range p.find("input", "") {
		if i.attr("name") == "near" {
			places = append(places, i)
		}
	}
	if len(places) < 2 {
		t.Fatalf("%d places to choose from", len(places))
	}
	b.post(address+"/claims", url.Values{"quote": {"e"}, "near": {places[1].attr("value")}, "kind": {"contact"}, "force": {"done"}})
	b.want(http.StatusSeeOther)
}

func TestDatesAreRead(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	for text, want := range map[string]string{"2031-06": "2031-06 · June 2031", "": "", "whenever": ""} {
		b.get("/dates?text=" + url.QueryEscape(text))
		if got := b.last.Body.String(); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

// Lists and amounts can be corrected, and what is not touched stays.
func TestCorrectLists(t *testing.T) {
	b := newBrowser(t, dossier(t)...)
	var card *node
	for _, a := range b.get("/").find("a", "") {
		if strings.HasPrefix(a.attr("href"), "/documents/") && card == nil {
			for _, c := range b.get(a.attr("href")).find("article", "k-undertaking") {
				card = c
			}
		}
	}
	if card == nil {
		t.Skip("no undertaking in the dossier")
	}
	claim := strings.TrimPrefix(card.attr("id"), "c-")
	correct := func(v url.Values) *node {
		b.header.Set("Entente-Part", "card")
		defer b.header.Del("Entente-Part")
		return b.post("/claims/"+claim+"/correction", v)
	}
	p := correct(url.Values{"by": {"the sender\nOrsane Maritime\n"}, "amount": {"310000 EUR"}, "terms": {"if it rains"}})
	b.want(http.StatusOK)
	for _, want := range []string{"Orsane Maritime", "310000 EUR", "if it rains"} {
		if !strings.Contains(p.words(), want) {
			t.Errorf("the card lacks %q: %s", want, p.words())
		}
	}
	form := b.get("/claims/" + claim + "/correction")
	lines := ""
	for _, x := range form.find("textarea", "") {
		if x.attr("name") == "by" {
			lines = strings.TrimSpace(x.words())
		}
	}
	if !strings.Contains(lines, "Orsane Maritime") || !strings.Contains(lines, "the sender") {
		t.Errorf("the form shows %q", lines)
	}
	correct(url.Values{"amount": {"lots"}})
	b.want(http.StatusBadRequest)
	if p := correct(url.Values{"by": {""}}); strings.Contains(p.words(), "Orsane") {
		t.Errorf("an empty list takes nothing away: %s", p.words())
	}
}
