package web

import (
	"strings"
	"testing"
)

// Why the rules ask is said in the language of the page, with words of closed
// lists and dates in it; what a person wrote stays.
func TestReasons(t *testing.T) {
	b := newBrowser(t)
	for _, test := range []struct{ text, en, fr string }{
		{`both name "Hydréa"; both speak of lycée; the domain education`, `both name "Hydréa"; both speak of lycée; the domain education`, `les deux nomment "Hydréa" ; les deux parlent de lycée ; le domaine éducation`},
		{"the same visit date 2031-03-03; both to Menale", "the same date of a visit, 3 March 2031; both to Menale", "même date (visite), 3 mars 2031 ; les deux vers Menale"},
		{"they told us; by telephone", "they told us; by telephone", "they told us; by telephone"},
	} {
		if got := b.server.faces["en"].reason(test.text); got != test.en {
			t.Errorf("%q, want %q", got, test.en)
		}
		if got := b.server.faces["fr"].reason(test.text); got != test.fr {
			t.Errorf("%q, want %q", got, test.fr)
		}
	}
	d := newBrowser(t, dossier(t)...)
	d.header.Set("Accept-Language", "fr")
	for _, q := range d.get("/relations/XA-XS").find("li", "question") {
		for _, english := range []string{"both ", "the domain", "the place", "the same"} {
			if p := q.find("p", "dim"); strings.Contains(p[len(p)-1].words(), english) {
				t.Errorf("a question in English: %s", p[len(p)-1].words())
			}
		}
	}
	if got := b.server.faces["fr"].said("no date: month 11 has no day 31"); got != "ce n’est pas une date : le mois 11 n’a pas de jour 31" {
		t.Error(got)
	}
}
