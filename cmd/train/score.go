package main

import (
	"fmt"
	"time"

	"entente"
	"entente/syntax"
)

// A result counts how often models agree with a treebank: in parts of speech,
// in verbs' features, in lemmas, in heads (UAS) and in heads with their
// relation (LAS), over all tokens with marks.
type result struct {
	tokens, pos    int
	verbs, feats   int
	lemmas, lemma  int
	heads, rels    int
	tokensASeconds float64
}

func (r result) share(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

func (r result) String() string {
	return fmt.Sprintf("%d tokens  UPOS %.2f  verb features %.2f  lemma %.2f  UAS %.2f  LAS %.2f  %.0fk tokens/s", r.tokens,
		r.share(r.pos, r.tokens), r.share(r.feats, r.verbs), r.share(r.lemma, r.lemmas), r.share(r.heads, r.tokens),
		r.share(r.rels, r.tokens), r.tokensASeconds/1000)
}

// measure holds the models of a language against sentences.
func measure(s *syntax.Syntax, tag string, gold []entente.Sentence) result {
	var r result
	start := time.Now()
	for _, want := range gold {
		got := entente.Sentence{Tokens: bare(want.Tokens)}
		s.Tag(tag, &got)
		s.Parse(tag, &got)
		for i, w := range want.Tokens {
			g := got.Tokens[i]
			r.tokens++
			r.pos += one(g.POS == w.POS)
			if w.POS == "VERB" || w.POS == "AUX" {
				r.verbs++
				r.feats += one(g.Feats == w.Feats)
			}
			if content(w) {
				r.lemmas++
				r.lemma += one(g.Lemma == w.Lemma)
			}
			r.heads += one(g.Head == w.Head)
			r.rels += one(g.Head == w.Head && g.Rel == w.Rel)
		}
	}
	r.tokensASeconds = float64(r.tokens) / time.Since(start).Seconds()
	return r
}

// content reports whether the lemma of t counts: treebanks name those of
// function words each in its own way.
func content(t entente.Token) bool {
	switch t.POS {
	case "NOUN", "VERB", "ADJ", "ADV", "AUX":
		return t.Lemma != ""
	}
	return false
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
