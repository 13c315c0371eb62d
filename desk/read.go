// Package desk has one method for each thing people do with Entente: read,
// receive, ask, judge. It introduces the stages to each other; they share the
// root's nouns and do not know of one another. Faces know the desk and
// nothing below it.
package desk

import (
	"io"
	"slices"

	"entente"
	"entente/dates"
	"entente/intake"
	"entente/lang"
	"entente/layout"
	"entente/reading"
	"entente/syntax"
)

// A Reader takes bytes through the house as far as a reading: intake →
// layout → syntax → reading. Nothing is stored. It may be used by many at
// once.
type Reader struct {
	Packs   *lang.Packs
	Grammar *dates.Grammar

	intake  *intake.Intake
	layout  *layout.Layout
	syntax  *syntax.Syntax
	reading *reading.Reader
}

// NewReader compiles what the packs know. The error names the file and line
// of a pack that cannot be used.
func NewReader(packs *lang.Packs) (*Reader, error) {
	r := &Reader{Packs: packs}
	var err error
	if r.intake, err = intake.New(packs); err != nil {
		return nil, err
	}
	if r.Grammar, err = dates.New(packs); err != nil {
		return nil, err
	}
	if r.layout, err = layout.New(packs); err != nil {
		return nil, err
	}
	if r.syntax, err = syntax.New(packs); err != nil {
		return nil, err
	}
	if r.reading, err = reading.New(packs, r.Grammar); err != nil {
		return nil, err
	}
	return r, nil
}

// Read reads the document in from. A language that is not "" overrides the
// one that is recognised. The error is an *entente.InputError where the bytes
// cannot be read; the document then still has its id and original.
func (r *Reader) Read(name string, from io.Reader, language string) (entente.Document, entente.Reading, error) {
	doc, remarks, err := r.intake.Document(name, from)
	if err != nil {
		return doc, entente.Reading{Remarks: remarks}, err
	}
	if language != "" {
		doc.Language = language
	}
	read := r.Reading(&doc)
	read.Remarks = slices.Concat(remarks, read.Remarks)
	return doc, read, nil
}

// Reading reads a document that was taken in, now or long ago. It is a pure
// function of the document and the packs.
func (r *Reader) Reading(doc *entente.Document) entente.Reading {
	parts, sentences := r.Stages(doc)
	return r.reading.Read(doc, parts, sentences)
}

// Stages returns what the stages before reading make of doc.
func (r *Reader) Stages(doc *entente.Document) ([]entente.Part, []entente.Sentence) {
	parts := r.layout.Parts(doc)
	return parts, r.syntax.Sentences(doc, parts)
}
