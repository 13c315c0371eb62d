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
// at once. The models of a language are opened when first they are needed.
type Syntax struct{ packs *lang.Packs }

// New returns a Syntax of the packs.
func New(packs *lang.Packs) (*Syntax, error) { return &Syntax{packs}, nil }

type modelsKey struct{}

// models returns the models of a language, all of them nil where the pack
// has none or they cannot be opened; a test holds the committed ones to it.
func (s *Syntax) models(tag string) *models {
	return s.packs.Pack(tag).Made(modelsKey{}, func(p *lang.Pack) any {
		m, err := openModels(p)
		if err != nil {
			return &models{}
		}
		return m
	}).(*models)
}

// Check opens all models. The error names the file that is no good.
func (s *Syntax) Check() error {
	for _, tag := range s.packs.Languages() {
		if _, err := openModels(s.packs.Pack(tag)); err != nil {
			return err
		}
	}
	return nil
}

// Sentences returns the sentences of the parts, in order, tagged, and parsed
// when their Tree is asked for.
// A heading or item starts a sentence of its own; of an address, a signature
// and their like each line is one. Residue is left out.
func (s *Syntax) Sentences(doc *entente.Document, parts []entente.Part) []entente.Sentence {
	sentences := s.Tagged(doc, parts)
	m := s.models(doc.Language)
	grow := func(tokens []entente.Token) {
		work := m.take()
		defer m.give(work)
		m.retag(tokens, work)
		m.parse(tokens, work)
	}
	for i := range sentences {
		sentences[i].Grow = grow
	}
	return sentences
}

// Tagged is Sentences without the trees, which cost most of the time: Head is
// -1 and Rel empty.
func (s *Syntax) Tagged(doc *entente.Document, parts []entente.Part) []entente.Sentence {
	pack := s.packs.Pack(doc.Language)
	b := breaksOf(pack)
	m := s.models(doc.Language)
	work := m.take()
	defer m.give(work)
	var sentences []entente.Sentence
	for i, part := range parts {
		for _, span := range runs(part) {
			tokens := token.Tokens(doc.Text, span, pack)
			start := 0
			for _, end := range b.split(tokens) {
				run := tokens[start:end:end]
				b.accent(run)
				m.tag(run, work)
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

// Tag sets POS, Feats and Lemma of the tokens of a sentence.
func (s *Syntax) Tag(tag string, sentence *entente.Sentence) {
	m := s.models(tag)
	work := m.take()
	defer m.give(work)
	m.tag(sentence.Tokens, work)
}

// Parse sets Head and Rel of the tokens of a sentence that is tagged.
func (s *Syntax) Parse(tag string, sentence *entente.Sentence) {
	m := s.models(tag)
	work := m.take()
	defer m.give(work)
	m.retag(sentence.Tokens, work)
	m.parse(sentence.Tokens, work)
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
