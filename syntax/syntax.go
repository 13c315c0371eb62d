// Package syntax cuts parts into sentences and says what their words do.
package syntax

import (
	"entente"
	"entente/lang"
)

// A Syntax is the models and word lists of all packs.
type Syntax struct{}

// New opens the models of the packs.
func New(packs *lang.Packs) (*Syntax, error) { return &Syntax{}, nil }

// Sentences returns the sentences of the parts, in order.
func (s *Syntax) Sentences(doc *entente.Document, parts []entente.Part) []entente.Sentence {
	return nil
}
