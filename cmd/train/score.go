package main

import (
	"fmt"
	"io"
	"time"

	"entente"
	"entente/syntax"
)

// score prints how far the models agree with sentences: the shares of parts
// of speech, of verbs' features, of lemmas, of heads (UAS) and of heads with
// their relation (LAS), over all tokens with marks.
func score(out io.Writer, name string, s *syntax.Syntax, tag string, gold []entente.Sentence) {
	var tokens, pos, verbs, feats, lemmas, lemma, heads, rels int
	start := time.Now()
	for _, want := range gold {
		got := entente.Sentence{Tokens: bare(want.Tokens)}
		s.Tag(tag, &got)
		s.Parse(tag, &got)
		for i, w := range want.Tokens {
			g := got.Tokens[i]
			tokens++
			pos += one(g.POS == w.POS)
			if w.POS == "VERB" || w.POS == "AUX" {
				verbs++
				feats += one(g.Feats == w.Feats)
			}
			if w.Lemma != "" && w.POS != "PROPN" {
				lemmas++
				lemma += one(g.Lemma == w.Lemma)
			}
			heads += one(g.Head == w.Head)
			rels += one(g.Head == w.Head && g.Rel == w.Rel)
		}
	}
	share := func(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
	fmt.Fprintf(out, "%-24s %6d tokens  UPOS %.2f  verb features %.2f  lemma %.2f  UAS %.2f  LAS %.2f  %.0fk tokens/s\n", name, tokens,
		share(pos, tokens), share(feats, verbs), share(lemma, lemmas), share(heads, tokens), share(rels, tokens),
		float64(tokens)/time.Since(start).Seconds()/1000)
}

// bare returns tokens without what the models are to say.
func bare(tokens []entente.Token) []entente.Token {
	out := make([]entente.Token, len(tokens))
	for i, t := range tokens {
		out[i] = entente.Token{Span: t.Span, Text: t.Text, Norm: t.Norm, Space: t.Space, Head: -1}
	}
	return out
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
