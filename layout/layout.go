// Package layout cuts a document into its parts.
package layout

import (
	"entente"
	"entente/lang"
)

// A Layout is the compiled cues of all packs.
type Layout struct{}

// New compiles the cues of the packs.
func New(packs *lang.Packs) (*Layout, error) { return &Layout{}, nil }

// Parts returns the parts of doc, in order.
func (l *Layout) Parts(doc *entente.Document) []entente.Part { return nil }
