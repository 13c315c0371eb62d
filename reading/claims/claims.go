// Package claims reads what a document says about contacts, agreements and
// undertakings.
package claims

import (
	"entente"
	"entente/dates"
	"entente/lang"
)

// A Reader is the compiled frames of all packs.
type Reader struct{}

// New compiles the frames of the packs.
func New(packs *lang.Packs, grammar *dates.Grammar) (*Reader, error) { return &Reader{}, nil }

// Claims returns the claims of doc, in order, and what could not be read.
func (r *Reader) Claims(doc *entente.Document, parts []entente.Part, sentences []entente.Sentence, env entente.Envelope, mentions []entente.Mention) ([]entente.Claim, []entente.Remark) {
	return nil, nil
}
