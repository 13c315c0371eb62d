// Package syntax cuts parts into sentences and says what their words do:
// part of speech, features of verbs, base form, and the tree of
// dependencies, all in the terms of Universal Dependencies.
//
// What it knows of a language are the models and lists of its pack, made by
// cmd/train. Without models sentences and tokens are the same, and what the
// models would say is empty.
package syntax

import (
	"entente"
	"entente/lang"
	"entente/token"
)

// A Syntax is the models and word lists of all packs. It may be used by many
// at once.
type Syntax struct {
	packs *lang.Packs
}

// New opens the models of the packs.
func New(packs *lang.Packs) (*Syntax, error) { return &Syntax{packs: packs}, nil }

// Sentences returns the sentences of the parts, in order, tagged and parsed.
// A heading or item starts a sentence of its own; of an address, a signature
// and their like each line is one. Residue is left out.
func (s *Syntax) Sentences(doc *entente.Document, parts []entente.Part) []entente.Sentence {
	pack := s.packs.Pack(doc.Language)
	b := breaksOf(pack)
	var sentences []entente.Sentence
	for i, part := range parts {
		for _, span := range runs(part) {
			tokens := token.Tokens(doc.Text, span, pack)
			start := 0
			for _, end := range b.split(tokens) {
				run := tokens[start:end:end]
				sentences = append(sentences, entente.Sentence{
					Span:   entente.Span{Start: run[0].Start, End: run[len(run)-1].End},
					Part:   i,
					Tokens: run,
				})
				start = end
			}
		}
	}
	return sentences
}

// runs returns the spans of part whose words belong together.
func runs(part entente.Part) []entente.Span {
	switch part.Kind {
	case entente.PartResidue:
		return nil
	case entente.PartLetterhead, entente.PartAddress, entente.PartParticipants, entente.PartSignature, entente.PartCopies:
		if len(part.Lines) > 0 {
			return part.Lines
		}
	}
	return []entente.Span{part.Span}
}
