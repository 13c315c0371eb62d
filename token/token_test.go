package token

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"entente"
	"entente/lang"
)

// packs returns the packs with the lists of this package alone.
func packs(t testing.TB) *lang.Packs {
	t.Helper()
	files := fstest.MapFS{}
	for _, tag := range []string{"fr", "en", "es"} {
		data, err := os.ReadFile("../lang/packs/" + tag + "/token.list")
		if err != nil {
			t.Fatal(err)
		}
		files[tag+"/token.list"] = &fstest.MapFile{Data: data}
	}
	ps, err := lang.Open(files)
	if err != nil {
		t.Fatal(err)
	}
	return ps
}

func all(text string) entente.Span { return entente.Span{End: len(text)} }

func TestTokens(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "L'Ambassade d’Arcadie", "L'|Ambassade|d’|Arcadie"},
		{"fr", "jusqu'au, lorsqu'il, aujourd'hui", "jusqu'|au|,|lorsqu'|il|,|aujourd'hui"},
		{"fr", "l'«accord»", "l'|«|accord|»"},
		{"fr", "Prions-nous ? A-t-il un rendez-vous ?", "Prions|-nous|?|A|-t-il|un|rendez-vous|?"},
		{"fr", "Donnez-le-moi ce jour-là, celui-ci", "Donnez|-le|-moi|ce|jour|-là|,|celui-ci"},
		{"fr", "Jean-Claude et Orsol-Kavian", "Jean-Claude|et|Orsol-Kavian"},
		{"fr", "M. Lind, art. 5, 3 juil. 2031 etc.", "M.|Lind|,|art.|5|,|3|juil.|2031|etc."},
		{"fr", "ils étaient sept. Le", "ils|étaient|sept|.|Le"},
		{"fr", "120.000 t, 54,5 % et 1 200 €", "120.000|t|,|54,5|%|et|1 200|€"},
		{"fr", "1\u202f200\u202f000 habitants", "1 200 000|habitants"},
		{"fr", "tél. 01 234 567", "tél.|01|234|567"},
		{"fr", "le 1er et les 29-30 mai", "le|1er|et|les|29|-|30|mai"},
		{"fr", "N° 0093/AML/14", "N°|0093|/|AML|/|14"},
		{"fr", "le 12.05.2031 à 15h30", "le|12|.|05|.|2031|à|15h30"},
		{"fr", "un mé-\n  moire, le franco-\narcadien, Samor-\nKazyn", "un|mémoire|,|le|franco-arcadien|,|Samor-Kazyn"},
		{"fr", "nous prions-\nnous, le pro-\ngrès de la vil-\nle jus-\nqu'au MINIS-\nTÈRE", "nous|prions|-nous|,|le|progrès|de|la|ville|jusqu'|au|MINISTÈRE"},
		{"fr", "- premier\n-- second\n-\n", "-|premier|--|second|-"},
		{"fr", "en 20I1, 0bjet : 1'accord", "en|2011|,|Objet|:|l'|accord"},
		{"fr", "le 1e Consul", "le|1e|Consul"},
		{"fr", "J. Lind… fin...", "J.|Lind|…|fin|..."},
		{"fr", "me\u0301moire", "mémoire"},
		{"en", "Arcadia's and Sylvania’s, don't, the States' view", "Arcadia|'s|and|Sylvania|’s|,|do|n't|,|the|States|'|view"},
		{"en", "O'Brien can’t", "O'Brien|ca|n’t"},
		{"en", "H.E. Ivo Lind, the U.S. at 5 p.m.", "H.E.|Ivo|Lind|,|the|U.S.|at|5|p.m."},
		{"en", "No. 14. No. We agree.", "No.|14|.|No|.|We|agree|."},
		{"en", "US$ 5.5 million, US$54m, $US 3, €7,000", "US$|5.5|million|,|US$|54m|,|$US|3|,|€|7,000"},
		{"en", "2031-02-07 or 03/04/2031, 4th", "2031|-|02|-|07|or|03|/|04|/|2031|,|4th"},
		{"en", "write to i.lind@mfa.example, see http://mfa.example/a.b. Then", "write|to|i.lind@mfa.example|,|see|http://mfa.example/a.b|.|Then"},
		{"en", "long-term COVID-19 five-\nyear on-\nly", "long-term|COVID-19|five-year|only"},
		{"en", "a\u00ad\nb so\u200bme", "ab|some"},
		{"en", "\ufeff\u0000 x\xff\x80y", "x|\ufffd|\ufffd|y"},
		{"en", "1.2.3 and 1,200.50", "1|.|2|.|3|and|1,200.50"},
		{"en", "I. Scope\nII. J. Lind", "I|.|Scope|II|.|J.|Lind"},
	} {
		var got []string
		for _, tok := range Tokens(c.text, all(c.text), packs(t).Pack(c.lang)) {
			got = append(got, tok.Text)
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%s %q:\n got %s\nwant %s", c.lang, c.text, g, c.want)
		}
	}
}

func TestNorm(t *testing.T) {
	text := "L’État 1 200 t, 20I1 ME\u0301MO\u00adIRE"
	var got []string
	for _, tok := range Tokens(text, all(text), packs(t).Pack("fr")) {
		got = append(got, tok.Norm)
	}
	if g, want := strings.Join(got, "|"), "l'|état|1200|t|,|2011|mémoire"; g != want {
		t.Errorf("got %s, want %s", g, want)
	}
}

func TestTokensWithin(t *testing.T) {
	text := "un deux trois quatre"
	got := Tokens(text, entente.Span{Start: 3, End: 13}, nil)
	if len(got) != 2 || got[0].Span.In(text) != "deux" || got[1].Span.In(text) != "trois" || got[0].Space {
		t.Errorf("got %v", got)
	}
}

// FuzzTokensCover holds tokens to their law: in order, disjoint, on the
// bounds of runes, and each rune that is seen in just one of them.
func FuzzTokensCover(f *testing.F) {
	for _, s := range []string{"L'Ambassade a-t-il", "mé-\nmoire 1 200,5", "U.S. don't x@y.z", "\xff\u00ad'-\u0301", "1'a 0bjet l’’a", "-nous d'1 a¬\nb n't's"} {
		f.Add(s, 0)
	}
	ps := packs(f)
	f.Fuzz(func(t *testing.T, text string, from int) {
		span := all(text)
		for i := range text {
			if i == from {
				span.Start = i
			}
		}
		for _, tag := range []string{"fr", "en", "es", "none"} {
			tokens := Tokens(text, span, ps.Pack(tag))
			at := span.Start
			for i, tok := range append(tokens, entente.Token{Span: entente.Span{Start: len(text), End: len(text) + 1}}) {
				if tok.Start < at || tok.Empty() {
					t.Fatalf("%s %q: token %d %v starts before %d", tag, text, i, tok.Span, at)
				}
				space := false
				for _, r := range text[at:tok.Start] {
					space = space || isSpace(r)
					if !isSpace(r) && !ignorable(r) {
						t.Fatalf("%s %q: %q at %d is in no token", tag, text, r, at)
					}
				}
				if i == len(tokens) {
					break
				}
				if !utf8.ValidString(tok.Text) || tok.Text == "" || tok.Norm == "" {
					t.Fatalf("%s %q: token %d reads %q, %q", tag, text, i, tok.Text, tok.Norm)
				}
				if tok.Space != space {
					t.Fatalf("%s %q: token %d Space %v", tag, text, i, tok.Space)
				}
				if r, n := utf8.DecodeRuneInString(text[tok.Start:]); r == utf8.RuneError && n > 1 && !utf8.RuneStart(text[tok.Start]) {
					t.Fatalf("%s %q: token %d starts within a rune", tag, text, i)
				}
				at = tok.End
			}
		}
	})
}

func BenchmarkTokens(b *testing.B) {
	text := strings.Repeat("L'Ambassade d'Arcadie présente ses compliments au ministère et l’informe que M. Lind, accompagné de 12 experts, arrivera le 3 juillet 2031 ; la rencontre-débat aura lieu à 15h30.\n", 50)
	pack := packs(b).Pack("fr")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Tokens(text, all(text), pack)
	}
}
