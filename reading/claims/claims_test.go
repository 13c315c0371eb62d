package claims_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"entente"
	"entente/desk"
	"entente/lang"
	"entente/reading/claims"
)

func newReader(t testing.TB) *desk.Reader {
	t.Helper()
	packs, err := lang.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	r, err := desk.NewReader(packs)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const english = `Port Sylvan, 20 May 2031

Dear Minister,

Thank you for your letter of 14 May. The second session of the Joint Commission will be held in Geneva from 3 to 5 June.
My visit to Lisbon on 12 June has had to be postponed to September.

The Agreement on Fisheries, signed at Geneva on 4 March 2030, entered into force on 1 April. I propose that we renew it for
three years.

The firm Lunor Marine will deliver one hundred tractors before 31 December. We should be grateful if the spare parts could
be delivered before 1 August. We are unable to finance the bridge.

Please accept, dear Minister, the assurances of my highest consideration.

John Smith
`

const french = `Genève, le 20 mai 2031

Monsieur le Ministre,

Je vous remercie de votre lettre du 14 mai. La deuxième session de la Commission mixte se tiendra à Lisbonne du 3 au 5 juin.

L'accord sur les pêches, signé à Genève le 4 mars 2030, est entré en vigueur le 1er avril.

La société Lunor livrera cent tracteurs avant le 31 décembre. Nous vous prions de faire livrer les pièces de rechange avant
le 1er août. Nous ne sommes pas en mesure de financer le pont.

Je vous prie d'agréer, Monsieur le Ministre, l'expression de ma haute considération.

Jean Dupont
`

// TestClaims reads two invented letters: what counts is read with its force,
// courtesy is not.
func TestClaims(t *testing.T) {
	r := newReader(t)
	for _, test := range []struct {
		name, text string
		want       []string // kind, force, a word of the quote
	}{
		{"letter.txt", english, []string{
			"contact done letter of 14 May",
			"contact agreed Joint Commission",
			"contact done postponed",
			"agreement done signed",
			"agreement done entered into force",
			"agreement proposed renew",
			"undertaking promised tractors",
			"undertaking requested spare parts",
			"undertaking refused bridge",
		}},
		{"lettre.txt", french, []string{
			"contact done lettre du 14 mai",
			"contact agreed Commission mixte",
			"agreement done signé",
			"agreement done entré en vigueur",
			"undertaking promised tracteurs",
			"undertaking requested pièces de rechange",
			"undertaking refused pont",
		}},
	} {
		_, read, err := r.Read(test.name, strings.NewReader(test.text), "")
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range test.want {
			parts := strings.SplitN(want, " ", 3)
			found := false
			for _, c := range read.Claims {
				quote := strings.Join(strings.Fields(c.Quote), " ")
				found = found || string(c.Kind) == parts[0] && string(c.Force) == parts[1] && strings.Contains(quote, parts[2])
			}
			if !found {
				t.Errorf("%s: no claim %q", test.name, want)
			}
		}
		for _, c := range read.Claims {
			if strings.Contains(c.Quote, "consideration") || strings.Contains(c.Quote, "considération") {
				t.Errorf("%s: courtesy is read as a claim: %q", test.name, c.Quote)
			}
			if len(c.Trace) == 0 || c.ID == "" || c.About == "" {
				t.Errorf("%s: claim %q lacks its trace, id or matter", test.name, c.Quote)
			}
		}
		if t.Failed() {
			for _, c := range read.Claims {
				t.Logf("%s %s %q %v", c.Kind, c.Force, c.Quote, c.Trace)
			}
		}
	}
}

// FuzzQuotesExact holds every claim to its law: its quote and the quotes of
// its values are the bytes of the text, its fields and values are those of
// the register, and the same text gives the same claims.
func FuzzQuotesExact(f *testing.F) {
	for _, seed := range []string{english, french, "", ",;:", "1. de", "Le contrat. Il a été signé que qui dont, et", "the visit which, who; and to build and to",
		"- à la construction d'un pont\n- et à celui de\n", strings.Repeat("we agreed that, and ", 40)} {
		f.Add(seed)
	}
	r := newReader(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, tag := range []string{"en", "fr"} {
			doc, read, err := r.Read("x.txt", strings.NewReader(text), tag)
			if err != nil {
				return
			}
			for _, c := range read.Claims {
				if !c.Checks(doc.Text) {
					t.Fatalf("%s: claim %q is not at %v", tag, c.Quote, c.Span)
				}
				if err := known(c); err != nil {
					t.Fatal(err)
				}
				for field, values := range c.Fields {
					for _, v := range values {
						if v.Inferred && v.Why == "" || !v.Inferred && !v.Checks(doc.Text) {
							t.Fatalf("%s: %s of %q: %+v has neither words nor a reason", tag, field, c.Quote, v)
						}
					}
				}
			}
			if again := r.Reading(&doc); !reflect.DeepEqual(again.Claims, read.Claims) {
				t.Fatalf("%s: the same text gives other claims", tag)
			}
		}
	})
}

// known reports a field or value of c that the register does not know.
func known(c entente.Claim) error {
	for field, values := range c.Fields {
		found := false
		for _, rule := range entente.FieldsOf[c.Kind] {
			if rule.Field != field {
				continue
			}
			found = true
			for _, v := range values {
				if rule.Values != nil && !contains(rule.Values, v.Value) {
					return fmt.Errorf("%s %s: %q is no value of the register", c.Kind, field, v.Value)
				}
			}
		}
		if !found {
			return fmt.Errorf("%s has no field %s", c.Kind, field)
		}
	}
	return nil
}

func contains(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}

func BenchmarkClaims(b *testing.B) {
	r := newReader(b)
	frames, err := claims.New(r.Packs, r.Grammar)
	if err != nil {
		b.Fatal(err)
	}
	doc, read, err := r.Read("letter.txt", strings.NewReader(strings.Repeat(english, 3)), "en")
	if err != nil {
		b.Fatal(err)
	}
	parts, sentences := r.Stages(&doc)
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		frames.Claims(&doc, parts, sentences, read.Envelope, read.Mentions)
	}
}
