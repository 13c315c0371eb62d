// Package envelope reads what stands on and around a document.
package envelope

import (
	"entente"
	"entente/dates"
	"entente/lang"
)

// A Reader is the compiled cues of all packs.
type Reader struct{}

// New compiles the cues of the packs.
func New(packs *lang.Packs, grammar *dates.Grammar) (*Reader, error) { return &Reader{}, nil }

// Envelope returns the envelope of doc and what could not be read of it.
func (r *Reader) Envelope(doc *entente.Document, parts []entente.Part, sentences []entente.Sentence) (entente.Envelope, []entente.Remark) {
	return entente.Envelope{}, nil
}
