// Package reading turns the parts and sentences of one document into its
// envelope, mentions and claims. It sees one document and no clock: the same
// bytes always give the same reading.
package reading

import (
	"cmp"
	"slices"

	"entente"
	"entente/dates"
	"entente/lang"
	"entente/reading/claims"
	"entente/reading/envelope"
	"entente/reading/mentions"
)

// A Reader reads documents. It may be used by many at once.
type Reader struct {
	envelope *envelope.Reader
	mentions *mentions.Reader
	claims   *claims.Reader
}

// New compiles what the packs know. The error names the file and line of a
// pack that cannot be used.
func New(packs *lang.Packs, grammar *dates.Grammar) (*Reader, error) {
	var r Reader
	var err error
	if r.envelope, err = envelope.New(packs, grammar); err != nil {
		return nil, err
	}
	if r.mentions, err = mentions.New(packs, grammar); err != nil {
		return nil, err
	}
	if r.claims, err = claims.New(packs, grammar); err != nil {
		return nil, err
	}
	return &r, nil
}

// Read returns all that is read from doc, each list in the order of the text.
func (r *Reader) Read(doc *entente.Document, parts []entente.Part, sentences []entente.Sentence) entente.Reading {
	var read entente.Reading
	var remarks []entente.Remark
	read.Envelope, read.Between, read.Remarks = r.envelope.Envelope(doc, parts, sentences)
	read.Mentions, remarks = r.mentions.Mentions(doc, parts, sentences, read.Envelope)
	read.Remarks = append(read.Remarks, remarks...)
	read.Claims, remarks = r.claims.Claims(doc, parts, sentences, read.Envelope, read.Mentions)
	read.Remarks = append(read.Remarks, remarks...)
	slices.SortStableFunc(read.Remarks, func(a, b entente.Remark) int { return cmp.Compare(a.Start, b.Start) })
	return read
}
