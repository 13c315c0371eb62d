package envelope_test

import (
	"fmt"
	"strings"
	"testing"

	"entente"
	"entente/dates"
	"entente/lang"
	"entente/layout"
	"entente/reading/envelope"
)

type stages struct {
	layout   *layout.Layout
	envelope *envelope.Reader
}

func newStages(t testing.TB) stages {
	t.Helper()
	packs, err := lang.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	l, err := layout.New(packs)
	if err != nil {
		t.Fatal(err)
	}
	g, err := dates.New(packs)
	if err != nil {
		t.Fatal(err)
	}
	r, err := envelope.New(packs, g)
	if err != nil {
		t.Fatal(err)
	}
	return stages{l, r}
}

func (s stages) read(text, tag string) entente.Envelope {
	doc := &entente.Document{Text: text, Language: tag, Pages: []entente.Span{{Start: 0, End: len(text)}}}
	env, _, _ := s.envelope.Envelope(doc, s.layout.Parts(doc), nil)
	return env
}

// show prints what an envelope says, a line each; ~ marks what is inferred.
func show(e entente.Envelope) string {
	var b strings.Builder
	line := func(name string, v entente.Value) {
		if v.Zero() {
			return
		}
		mark := ""
		if v.Inferred {
			mark = "~"
		}
		fmt.Fprintf(&b, "%s %s%s\n", name, mark, v.Value)
	}
	people := func(name string, list []entente.Correspondent) {
		for _, c := range list {
			line(name, c.Name)
			line("  honorific", c.Honorific)
			line("  office", c.Office)
			line("  state", c.State)
		}
	}
	line("form", e.Form)
	line("date", e.Date)
	line("place", e.Place)
	people("sender", e.Sender)
	people("recipient", e.Recipient)
	people("party", e.Parties)
	line("salutation", e.Salutation)
	line("close", e.Close)
	line("signature", e.Signature)
	for _, v := range e.Annotations {
		line("annotation", v)
	}
	for _, v := range e.References {
		line("reference", v)
	}
	return b.String()
}

// The letters are invented; so are their people and, but for capitals, their
// places.
var letters = []struct{ name, tag, text, want string }{
	{"letter with the address inside the list", "fr", `Port-Aigle, le 03 JUIL. 2031

Madame la Présidente,

Je pense notamment :

- au phare d'Arvel ;

Son Excellence
Madame Ila MARENNE
Présidente de la République d'Arcadie

-
- au radoub de Port-Aigle.

Dans l'attente de vous lire, je vous prie d'agréer, Madame la Présidente, l'assurance de ma haute considération.

amitiés vives

Oskar LIND`, `form ~letter
date 2031-07-03
place Port-Aigle
sender Oskar LIND
recipient Ila MARENNE
  honorific Son Excellence Madame
  office Présidente de la République d'Arcadie
  state XA
salutation Madame la Présidente
close je vous prie d'agréer, Madame la Présidente, l'assurance de ma haute considération
signature Oskar LIND
annotation amitiés vives
`},
	{"the state follows from a capital", "en", `Lisbon, 3 May 2031

Dear Minister,

The lock will be opened in the spring.

Yours sincerely,

Ana Telles
Minister for Ports

`, `form ~letter
date 2031-05-03
place Lisbon
sender Ana Telles
  office Minister for Ports
  state ~PT
salutation Dear Minister
close Yours sincerely
signature Ana Telles
`},
	{"editor's heading", "en", `17. Letter From Chancellor Voss to President Lind

Port Sylvan , July 8, 2031 .

DEAR MR. PRESIDENT: On the first of May you were kind enough to write to me about the lock.

Sincerely,`, `form letter
date 2031-07-08
place Port Sylvan
sender Chancellor Voss
  office Chancellor
recipient President Lind
  office President
salutation DEAR MR. PRESIDENT
close Sincerely
`},
	{"the assistant to somebody", "en", `9. Memorandum From Ivo Lind of the Planning Staff to the Assistant to the President for Locks (Voss)

Port Sylvan, July 8, 2031.

The lock should be opened before the end of the year, if the money can be found.`, `form memorandum
date 2031-07-08
place Port Sylvan
sender Ivo Lind of the Planning Staff
recipient Assistant to the President for Locks (Voss)
`},
	{"note verbale", "fr", `AMBASSADE D'ARCADIE
EN SYLVANIE

N° 12/2031

L'Ambassade d'Arcadie présente ses compliments au Ministère des Affaires étrangères et du Commerce de Sylvanie et a l'honneur de lui faire savoir que le navire est arrivé.

Port-Aigle, le 4 mai 2031
`, `form note_verbale
date 2031-05-04
place Port-Aigle
sender Ambassade d'Arcadie
  state XA
recipient Ministère des Affaires étrangères et du Commerce de Sylvanie
  state XS
reference 12/2031
`},
	{"readout", "en", `Readout of President Voss’s Call with President Ivo Lind of Arcadia

President Voss spoke today with President Ivo Lind of Arcadia about the lock.`, `form readout
party President Voss
  office President
party Ivo Lind
  office President
  state XA
`},
	{"e-mail", "en", `From:        Voss, Anna <voss@sylvania.example>
Sent:        Monday, May 5, 2031 7:05 PM
To:          'lind@arcadia.example'
Subject      Re: The lock

Seen, thanks.
`, `form ~email
date 2031-05-05
sender Voss, Anna <voss@sylvania.example>
recipient 'lind@arcadia.example'
`},
	{"telegram", "en", `FM EMBASSY PORT SYLVAN
TO MINISTRY OF FOREIGN AFFAIRS
TELNO 47
18 FEBRUARY 2031

1. I was called in this morning and told that the visit must be put off.

LIND
`, `form ~telegram
date 2031-02-18
place PORT SYLVAN
sender EMBASSY PORT SYLVAN
recipient MINISTRY OF FOREIGN AFFAIRS
signature LIND
`},
	{"Spanish", "es", `Puerto Águila, 3 de mayo de 2031

Excelentísimo señor
Don Ivo Lind
Presidente de la República de Silvania

Señor Presidente:

Agradezco a Vuestra Excelencia su carta del mes pasado.

Le ruego acepte, señor Presidente, las seguridades de mi más alta consideración.

Ila Marenne
`, `form ~letter
date 2031-05-03
place Puerto Águila
sender Ila Marenne
recipient Ivo Lind
  honorific Excelentísimo señor Don
  office Presidente de la República de Silvania
  state XS
salutation Señor Presidente
close Le ruego acepte, señor Presidente, las seguridades de mi más alta consideración
signature Ila Marenne
`},
	{"nothing is said", "fr", "Le phare est allumé.\n", "form ~other\n"},
}

func TestLetters(t *testing.T) {
	s := newStages(t)
	for _, test := range letters {
		if got := show(s.read(test.text, test.tag)); got != test.want {
			t.Errorf("%s: got\n%swant\n%s", test.name, got, test.want)
		}
	}
}

// FuzzQuotesExact holds every text to the law of quotes: each value that is
// said quotes the text byte for byte, and each that is not says why.
func FuzzQuotesExact(f *testing.F) {
	for _, test := range letters {
		f.Add(test.text, test.tag)
	}
	s := newStages(f)
	f.Fuzz(func(t *testing.T, text, tag string) {
		e := s.read(text, tag)
		check := func(v entente.Value) {
			if !v.Zero() && !v.Inferred && !v.Checks(text) || v.Inferred && v.Why == "" {
				t.Fatalf("%+v", v)
			}
		}
		for _, v := range append([]entente.Value{e.Form, e.Date, e.Place, e.Salutation, e.Close, e.Signature}, append(e.Annotations, e.References...)...) {
			check(v)
		}
		for _, c := range append(append(e.Sender, e.Recipient...), e.Parties...) {
			check(c.Name)
			check(c.Honorific)
			check(c.Office)
			check(c.State)
		}
	})
}

func BenchmarkEnvelope(b *testing.B) {
	s := newStages(b)
	n := 0
	for _, test := range letters {
		n += len(test.text)
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		for _, test := range letters {
			s.read(test.text, test.tag)
		}
	}
}
