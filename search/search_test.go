package search_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"entente/lang"
	"entente/search"
)

func analyzer(t testing.TB) *search.Analyzer {
	t.Helper()
	fs := fstest.MapFS{}
	for _, tag := range []string{"en", "fr", "mul"} {
		fs[tag+"/NOTICE.md"] = &fstest.MapFile{Data: []byte(tag)}
	}
	packs, err := lang.Open(fs)
	if err != nil {
		t.Fatal(err)
	}
	return search.New(packs)
}

func TestStems(t *testing.T) {
	a := analyzer(t)
	for _, c := range []struct{ language, text, want string }{
		{"fr", "L’accord négocié", "accord negoc"},
		{"fr", "qu'ils négociaient des accords", "il negoc de accord"},
		{"fr", "les œuvres d'Élise", "le oeuvr elis"},
		{"en", "The President's visits", "the presid visit"},
		{"en", "Your note No. 12/045 of May", "your note no 12 045 of may 12_045"},
		{"ru", "мой договор, ёлка", "мо договор елк"},
		{"und", "Đorđe ß", "dorde ss"},
		{"fr", "", ""},
	} {
		if got := a.Stems(c.language, c.text); got != c.want {
			t.Errorf("Stems(%s, %q) = %q, want %q", c.language, c.text, got, c.want)
		}
	}
}

// TestFinds says what finds what, whatever the accents and endings.
func TestFinds(t *testing.T) {
	a := analyzer(t)
	for _, c := range []struct {
		language, text, query string
		want                  bool
	}{
		{"fr", "les négociations engagées", "negociation", true},
		{"fr", "les négociations engagées", "NÉGOCIER", true},
		{"fr", "les conventions négociées", "negociees", true},
		{"fr", "les conventions négociées", "négocier", true},
		{"fr", "un accord négocié", "negocie", true},
		{"fr", "un accord négocié", "négociations", true},
		{"fr", "le communiqué publié à Ménale", "publier communiques", true},
		{"fr", "la visite d'État", "etat", true},
		{"fr", "la visite d’État", "\"visites d'état\"", true},
		{"fr", "la première ligne", "premier", true},
		{"fr", "le premier pas", "PREMIERES", true},
		{"fr", "un accord financier", "financières", true},
		{"fr", "les sociétés pétrolières", "petrolier", true},
		{"fr", "une position cohérente", "cohérent", true},
		{"fr", "pour faciliter le transit", "facilite", true},
		{"fr", "une visite", "visiter", true},
		{"fr", "les sites", "site", true},
		{"fr", "les États", "Etats", true},
		{"fr", "les Etats", "états", true},
		{"en", "both sides have been negotiating", "negotiations", true},
		{"en", "both sides have been negotiating", "sides negotiating", true},
		{"en", "both sides have been negotiating", "\"sides negotiating\"", false},
		{"en", "your note 12/045", "12/045", true},
		{"en", "your note 12/045", "12/04", false},
		{"en", "a tramway", "tram*", true},
		{"en", "a tramway", "rail*", false},
		{"en", "a tramway in the port", "tramway -port", false},
		{"en", "a tramway in the harbour", "tramway -port", true},
		{"en", "Saint-Armand hosts", "saint-armand", true},
	} {
		p := a.Parse(c.query)
		q := a.Query(&p, nil)
		if got := found(" "+a.Stems(c.language, c.text)+" ", q); got != c.want {
			t.Errorf("%q in %q: %v, want %v", c.query, c.text, got, c.want)
		}
	}
}

// found is what a store does with a query, plainly.
func found(stems string, q search.Query) bool {
	for _, term := range q.Terms {
		any := false
		if term.In != search.InWords {
			panic("no words")
		}
		for _, phrase := range term.Any {
			s := " " + strings.Join(phrase, " ")
			if !term.Prefix {
				s += " "
			}
			any = any || strings.Contains(stems, s)
		}
		if any == term.Not {
			return false
		}
	}
	return true
}

func TestSnippet(t *testing.T) {
	a := analyzer(t)
	text := strings.Repeat("Words of courtesy fill the page. ", 20) + "The tramways of Port Arc will be built. " + strings.Repeat("And more of them. ", 20)
	p := a.Parse("tramway port from:nobody")
	s := a.Lighter(a.Query(&p, nil)).Snippet("en", text, 80)
	var lit []string
	for _, l := range s.Lit {
		lit = append(lit, l.In(text))
	}
	if strings.Join(lit, " ") != "tramways Port" || s.Span.Len() > 90 {
		t.Errorf("snippet %q, lit %q", s.Span.In(text), lit)
	}
}

// FuzzSnippet holds snippets to the text's bounds and runes, and Stems to
// words that an index takes.
func FuzzSnippet(f *testing.F) {
	f.Add("L’accord n° 12/045-A", "accord", 20)
	f.Add("a\xffb", "a*", 3)
	f.Add("\u0301x 'é'", "-\"x", 1)
	a := analyzer(f)
	f.Fuzz(func(t *testing.T, text, query string, width int) {
		for _, s := range strings.Fields(a.Stems("fr", text)) {
			if strings.ContainsAny(s, "\"'*-() ") {
				t.Errorf("stem %q", s)
			}
		}
		p := a.Parse(query)
		s := a.Lighter(a.Query(&p, nil)).Snippet("fr", text, width)
		if s.Span.Start < 0 || s.Span.End > len(text) || s.Span.Start > s.Span.End {
			t.Fatalf("snippet %v of %d bytes", s.Span, len(text))
		}
		if utf8.ValidString(text) && !utf8.ValidString(s.Span.In(text)) {
			t.Errorf("snippet %v breaks a rune", s.Span)
		}
		last := s.Span.Start
		for _, l := range s.Lit {
			if l.Start < last || l.End > s.Span.End || l.Empty() {
				t.Errorf("lit %v in %v", s.Lit, s.Span)
			}
			last = l.End
		}
	})
}

func BenchmarkStems(b *testing.B) {
	a := analyzer(b)
	text := strings.Repeat("Les deux ministres sont convenus d'engager les négociations d'un accord de coopération. ", 30)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		a.Stems("fr", text)
	}
}
