package syntax

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"entente"
	"entente/lang"
)

// packs returns the packs with the files that this package and token read.
func packs(t testing.TB) *lang.Packs {
	t.Helper()
	files := fstest.MapFS{}
	for _, tag := range []string{"fr", "en", "es"} {
		for _, pattern := range []string{"token.list", "syntax.list", "syntax*.model"} {
			names, _ := filepath.Glob("../lang/packs/" + tag + "/" + pattern)
			for _, name := range names {
				data, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				files[tag+"/"+filepath.Base(name)] = &fstest.MapFile{Data: data}
			}
		}
	}
	ps, err := lang.Open(files)
	if err != nil {
		t.Fatal(err)
	}
	return ps
}

func TestSentencesSplit(t *testing.T) {
	s, err := New(packs(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "M. Lind est venu. Il repart le 3 juil. 2031 ; nous le regrettons.", "M. Lind est venu.|Il repart le 3 juil. 2031 ; nous le regrettons."},
		{"fr", "« Est-ce vrai ? » demanda-t-il. « Oui. » Le silence se fit…", "« Est-ce vrai ? » demanda-t-il.|« Oui. »|Le silence se fit…"},
		{"fr", "1. Le port de Sylvan. 2. La voie ferrée, etc. Nous y veillerons.", "1. Le port de Sylvan.|2. La voie ferrée, etc.|Nous y veillerons."},
		{"fr", "Voir l'art. 5. Le texte est joint.", "Voir l'art. 5.|Le texte est joint."},
		{"fr", "M. Le Guen accepte.Nous aussi.", "M. Le Guen accepte.|Nous aussi."},
		{"en", "He met H.E. The envoy of the U.S. The talks went well.", "He met H.E. The envoy of the U.S.|The talks went well."},
		{"en", "(1) We agree! (2) Do you? No. 14 stands.", "(1) We agree!|(2) Do you?|No. 14 stands."},
		{"en", "At 5 p.m. on Monday Mr. Lind left. \"Why?\" she asked.", "At 5 p.m. on Monday Mr. Lind left.|\"Why?\" she asked."},
		{"xx", "One. Two.", "One.|Two."},
	} {
		doc := &entente.Document{Text: c.text, Language: c.lang}
		part := entente.Part{Span: entente.Span{End: len(c.text)}, Kind: entente.PartParagraph}
		var got []string
		for _, sentence := range s.Sentences(doc, []entente.Part{part}) {
			got = append(got, sentence.In(c.text))
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.lang, g, c.want)
		}
	}
}

func TestSentencesOfParts(t *testing.T) {
	s, err := New(packs(t))
	if err != nil {
		t.Fatal(err)
	}
	text := "Ivo Lind\nMinistre\n\nMerci. Bien.\n\n- 2 -"
	doc := &entente.Document{Text: text, Language: "fr"}
	var got []string
	for _, sentence := range s.Sentences(doc, []entente.Part{
		{Span: entente.Span{Start: 0, End: 17}, Kind: entente.PartSignature, Lines: []entente.Span{{Start: 0, End: 8}, {Start: 9, End: 17}}},
		{Span: entente.Span{Start: 19, End: 31}, Kind: entente.PartParagraph},
		{Span: entente.Span{Start: 33, End: 38}, Kind: entente.PartResidue},
	}) {
		got = append(got, sentence.In(text))
	}
	if g, want := strings.Join(got, "|"), "Ivo Lind|Ministre|Merci.|Bien."; g != want {
		t.Errorf("got %s, want %s", g, want)
	}
}

func TestCapitalsWithoutAccent(t *testing.T) {
	s, err := New(packs(t))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"A l'issue des entretiens, un accord a été signé.": "à",
		"A Lune, les ministres se sont rencontrés.":        "à",
		"A signé pour la Sylvanie M. Lind.":                "a",
	} {
		doc := entente.Document{Text: text, Language: "fr"}
		got := s.Sentences(&doc, []entente.Part{{Kind: entente.PartParagraph, Span: entente.Span{End: len(text)}}})
		if norm := got[0].Tokens[0].Norm; norm != want {
			t.Errorf("%s: the first word is %q, not %q", text, norm, want)
		}
	}
}
