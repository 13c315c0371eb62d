package dates

import (
	"strings"
	"sync"
	"testing"

	"entente"
	"entente/edtf"
	"entente/lang"
	"entente/token"
)

var grammar = sync.OnceValue(func() *Grammar {
	packs, err := lang.Embedded()
	if err != nil {
		panic(err)
	}
	g, err := New(packs)
	if err != nil {
		panic(err)
	}
	return g
})

func TestWithoutReference(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		{"fr", "Zéphyr, le 3 juillet 2009", "2009-07-03"},
		{"fr", "Votre lettre du 16 juillet nous est parvenue hier.", "XXXX-07-16"},
		{"fr", "Il viendra la semaine prochaine, lundi.", ""},
		{"en", "ZEPHYR, JULY 3RD, 2009.", "2009-07-03"},
		{"en", "It ran from January 29 to February 14.", "XXXX-01-29/XXXX-02-14"},
		{"en", "He arrived on the 13th, as agreed last month.", ""},
		{"es", "Céfiro, 3 de julio de 2009", "2009-07-03"},
	} {
		found, err := grammar().Line(c.text, c.tag, "")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range found {
			got = append(got, d.Value)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q is %q, want %q", c.text, s, c.want)
		}
	}
}

func TestFalseFriends(t *testing.T) {
	for _, c := range []struct{ tag, text string }{
		{"fr", "Les accords ont été signés et le second navire, premier de sa classe, a été livré."},
		{"fr", "La résolution 1701, l'article 12, le paragraphe 3 et la note n° 0093/AML/14."},
		{"fr", "Téléphone : 01 43 17 53 53, poste 2010 ; 54,5 % des 1 963 tonnes, à 15 h 30."},
		{"en", "They may march in the second half of the match; fall back, spring up."},
		{"en", "Resolution 1701, Article 12, paragraph 3, at 15:30, No. 2010/45."},
		{"en", "It employs 1998 people and spent $2010 at 9.30 a.m."},
	} {
		found, _ := grammar().Line(c.text, c.tag, written)
		for _, d := range found {
			t.Errorf("%q: %q is read as %q by rule %s", c.text, c.text[d.Start:d.End], d.Value, d.Rule)
		}
	}
}

func TestResolve(t *testing.T) {
	found, _ := grammar().Line("les 5 et 6 octobre", "fr", written)
	if len(found) != 1 {
		t.Fatalf("%v, want one date", found)
	}
	day, _ := edtf.Parse("2009-07-03")
	for _, c := range []struct {
		ref  Reference
		want string
	}{
		{Reference{Date: day, Tense: Future}, "2009-10-05/2009-10-06"},
		{Reference{Date: day, Tense: Past}, "2008-10-05/2008-10-06"},
		{Reference{}, "XXXX-10-05/XXXX-10-06"},
	} {
		if got := found[0].Resolve(c.ref); got != c.want {
			t.Errorf("with %v: %q, want %q", c.ref, got, c.want)
		}
	}
}

func TestInvalidSaysWhy(t *testing.T) {
	found, _ := grammar().Line("le 31 novembre 2008", "fr", written)
	if len(found) != 1 || found[0].Value != "" || found[0].Invalid != "month 11 has no day 31" {
		t.Errorf("%+v", found)
	}
}

// FuzzSpansAndValues: whatever the text, dates stand in order on rune
// boundaries, do not overlap, and have a value that is EDTF or say why not.
func FuzzSpansAndValues(f *testing.F) {
	for _, s := range []string{"le 3 mai 2010 au 5 juin", "du 21 au 22, fin juin dernier", "the 4th instant, 31/12/99 – 1/2", "last week of the first half of next year", "lundi en huit à l'été de 19I6", "29 February 1900 to the 30th"} {
		f.Add(s, "2009-07-03", true)
	}
	f.Fuzz(func(t *testing.T, text, reference string, french bool) {
		tag := "en"
		if french {
			tag = "fr"
		}
		text = strings.ToValidUTF8(text, "?")
		found, err := grammar().Line(text, tag, reference)
		if err != nil {
			return
		}
		end := 0
		for _, d := range found {
			if d.Start < end || d.End <= d.Start || d.End > len(text) || !strings.Contains(text, text[d.Start:d.End]) {
				t.Fatalf("%q: span %v after %d", text, d.Span, end)
			}
			end = d.End
			if _, err := edtf.Parse(d.Value); err != nil && d.Invalid == "" {
				t.Fatalf("%q: %v", text, err)
			}
			d.Resolve(Reference{Tense: Past})
		}
	})
}

func BenchmarkFind(b *testing.B) {
	const sentence = "Lors de notre entretien du 11 juin dernier, vous m'avez confirmé que la visite prévue fin juin, puis reportée aux 5 et 6 octobre, permettrait de signer l'accord négocié depuis mars 2008 entre nos deux gouvernements et leurs entreprises. "
	text := strings.Repeat(sentence, 20)
	packs, err := lang.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	tokens := token.Tokens(text, entente.Span{End: len(text)}, packs.Pack("fr"))
	day, _ := edtf.Parse("2009-07-03")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		grammar().Find(text, tokens, "fr", Reference{Date: day})
	}
}

func BenchmarkNew(b *testing.B) {
	packs, err := lang.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := New(packs); err != nil {
			b.Fatal(err)
		}
	}
}
