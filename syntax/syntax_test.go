package syntax

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"entente"
)

func sentence(t testing.TB, s *Syntax, tag, text string) []entente.Token {
	t.Helper()
	doc := &entente.Document{Text: text, Language: tag}
	got := s.Sentences(doc, []entente.Part{{Span: entente.Span{End: len(text)}, Kind: entente.PartParagraph, Governor: -1}})
	if len(got) != 1 {
		t.Fatalf("%q: %d sentences", text, len(got))
	}
	return got[0].Tree()
}

func embedded(t testing.TB) *Syntax {
	t.Helper()
	s, err := New(packs(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Check(); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestReads asks what readers ask of trees, of plain sentences: the lemma and
// features of a word, and what it hangs on.
func TestReads(t *testing.T) {
	s := embedded(t)
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "Nous signerons l'accord à Port-Sylvan.", "signerons signer VERB Mood=Ind|Number=Plur|Person=1|Tense=Fut|VerbForm=Fin root -"},
		{"fr", "Nous signerons l'accord à Port-Sylvan.", "accord accord NOUN - obj signerons"},
		{"fr", "Le ministre recevrait les entreprises sylvaines.", "recevrait recevoir VERB Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin root -"},
		{"fr", "Nos deux pays ont conclu un traité.", "pays pays NOUN - nsubj conclu"},
		{"en", "We will sign the agreement in Port Sylvan.", "agreement agreement NOUN - obj sign"},
		{"en", "The treaty was ratified by the parliament.", "treaty treaty NOUN - nsubj:pass ratified"},
	} {
		tokens := sentence(t, s, c.lang, c.text)
		word, _, _ := strings.Cut(c.want, " ")
		for _, tok := range tokens {
			if tok.Text != word {
				continue
			}
			head, feats := "-", "-"
			if tok.Head >= 0 {
				head = tokens[tok.Head].Text
			}
			if tok.Feats != "" {
				feats = tok.Feats
			}
			if got := strings.Join([]string{tok.Text, tok.Lemma, tok.POS, feats, tok.Rel, head}, " "); got != c.want {
				t.Errorf("%s: got %s, want %s", c.text, got, c.want)
			}
		}
	}
}

// TestWithoutModels: a language without models still has its sentences.
func TestWithoutModels(t *testing.T) {
	tokens := sentence(t, embedded(t), "es", "El Sr. Lind llegó.")
	if len(tokens) != 5 || tokens[1].POS != "" || tokens[1].Rel != "" || tokens[3].Lemma != "llegó" {
		t.Errorf("got %v", tokens)
	}
}

// FuzzTrees holds sentences to their law: each is a tree with one root, and
// its parse is what parsing it apart gives.
func FuzzTrees(f *testing.F) {
	for _, text := range []string{"Nous signerons l'accord. Bien !", "- a ; b\n1. c", "\xff «»", "", "U.S. U.S. The"} {
		f.Add(text)
	}
	s := embedded(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, tag := range []string{"fr", "en", "es", "und"} {
			doc := &entente.Document{Text: text, Language: tag}
			parts := []entente.Part{{Span: entente.Span{End: len(text)}, Kind: entente.PartParagraph, Governor: -1}}
			got, tagged := s.Sentences(doc, parts), s.Tagged(doc, parts)
			for n := range got {
				sentence, roots := &got[n], 0
				for i, tok := range sentence.Tree() {
					if tok.Head == -1 {
						roots++
					}
					if tok.Head < -1 || tok.Head >= len(sentence.Tokens) || tok.Head == i || (tok.POS == "") != (tok.Rel == "") {
						t.Fatalf("%s %q: token %d %+v", tag, text, i, tok)
					}
				}
				if sentence.Tokens[0].Rel != "" && roots != 1 {
					t.Fatalf("%s %q: sentence %d has %d roots", tag, text, n, roots)
				}
				s.Parse(tag, &tagged[n])
			}
			if !reflect.DeepEqual(got, tagged) {
				t.Fatalf("%s %q: parsed apart it differs", tag, text)
			}
		}
	})
}

func BenchmarkSentences(b *testing.B) {
	s := embedded(b)
	for tag, text := range map[string]string{
		"fr": "L'Ambassade d'Arcadie a l'honneur d'informer le ministère que la délégation, conduite par M. Lind, arrivera le 3 juillet et que l'accord sur les transports, signé l'année dernière, pourrait être ratifié avant la fin du mois. ",
		"en": "The Embassy of Arcadia has the honour to inform the Ministry that the delegation, led by Mr. Lind, will arrive on 3 July and that the agreement on transport, which was signed last year, could be ratified before the end of the month. ",
	} {
		doc := &entente.Document{Text: strings.Repeat(text, 11), Language: tag} // about a letter
		parts := []entente.Part{{Span: entente.Span{End: len(doc.Text)}, Kind: entente.PartParagraph, Governor: -1}}
		for name, do := range map[string]func(*entente.Document, []entente.Part) []entente.Sentence{"parsed": s.Sentences, "tagged": s.Tagged} {
			b.Run(fmt.Sprintf("%s/%s", tag, name), func(b *testing.B) {
				b.SetBytes(int64(len(doc.Text)))
				n := 0
				for b.Loop() {
					got := do(doc, parts)
					for i := range got {
						n += len(got[i].Tree())
					}
				}
				b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
			})
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	ps := packs(b)
	for b.Loop() {
		for _, tag := range ps.Languages() {
			if _, err := openModels(ps.Pack(tag)); err != nil {
				b.Fatal(err)
			}
		}
	}
}
