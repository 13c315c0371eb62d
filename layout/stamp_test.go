package layout_test

import "testing"

// Stamps, sentences with a date, release lines, and numbers of notes.
func TestStampsAndDates(t *testing.T) {
	l := newLayout(t)
	for _, c := range []struct{ name, tag, text, want string }{
		{"a stamp in brackets", "en", "NV 77/2031\n\n[stamp: received 06 MAR 2031]\n\nZephyr, 4 March 2031\n\nSir,\n\nThe dock is open.\n", `reference: NV 77/2031
residue: [stamp: received 06 MAR 2031]
dateline: Zephyr, 4 March 2031
salutation: Sir,
paragraph: The dock is open.
`},
		{"a stamp in a column", "fr", "SYLVEAU S.A.                     [REÇU LE 2 DEC 2031]\n\nZéphyr, le 24 novembre 2031\n\nMonsieur,\n\nLe bassin est ouvert.\n", `letterhead: SYLVEAU S.A.
residue: [REÇU LE 2 DEC 2031]
dateline: Zéphyr, le 24 novembre 2031
salutation: Monsieur,
paragraph: Le bassin est ouvert.
`},
		{"a sentence that starts as a stamp does", "en", "Zephyr, 4 March 2031\n\nSir,\n\nThe bids that were late came in two groups, and those that were\nreceived after 3 March will not be looked at.\n", `dateline: Zephyr, 4 March 2031
salutation: Sir,
paragraph: The bids that were late came in two groups, and those that were received after 3 March will not be looked at.
`},
		{"a last sentence with a date", "fr", "AIDE-MÉMOIRE\n\nLe prix du gaz a été examiné par les services.\n\nIl souhaite une réponse écrite avant le 30 juin.\n", `heading: AIDE-MÉMOIRE
paragraph: Le prix du gaz a été examiné par les services.
paragraph: Il souhaite une réponse écrite avant le 30 juin.
`},
		{"a dateline beside a title", "fr", "NOTE POUR LE MINISTRE                    Zéphyr, le 30 août 2031\n\nLe bassin est ouvert depuis mardi, comme prévu au plan.\n", `heading: NOTE POUR LE MINISTRE
dateline: Zéphyr, le 30 août 2031
paragraph: Le bassin est ouvert depuis mardi, comme prévu au plan.
`},
	} {
		if got := show(c.text, l.Parts(document(c.text, c.tag))); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}
