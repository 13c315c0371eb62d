// Package layout cuts a document into its parts, in the words of
// diplomatics: what stands before the text (letterhead, dateline, address,
// salutation), the text itself with its paragraphs and lists, and what
// follows it (close, signature, annotation, copies).
//
// It is a cascade over lines: each step names the lines that it is sure of
// and leaves the others to the next. What the cues are is general; the words
// they need stand in the packs, so that a new language adds lists alone. The
// text is never changed, every visible byte of it is in exactly one part, and
// what nobody should read, such as a page number, is a part of kind residue.
package layout

import (
	"strings"
	"sync"

	"entente"
	"entente/lang"
)

// A Layout is the compiled cues of all packs. It may be used by many at once.
type Layout struct {
	byTag map[string]func() *cues // compiled when first asked for
	all   func() *cues            // of all languages, for a document of none
}

// New prepares the cues of the packs.
func New(packs *lang.Packs) (*Layout, error) {
	l := &Layout{byTag: map[string]func() *cues{}}
	shared := packs.Pack("mul")
	every := []*lang.Pack{shared}
	for _, tag := range packs.Languages() {
		every = append(every, packs.Pack(tag))
	}
	keys := lang.NewPhrases(every, "header_keys")
	for _, tag := range packs.Languages() {
		l.byTag[tag] = sync.OnceValue(func() *cues { return newCues(keys, packs.Pack(tag), shared) })
	}
	l.all = sync.OnceValue(func() *cues { return newCues(keys, every...) })
	return l, nil
}

// cuesOf returns the cues of the pack of a BCP 47 tag: of "fr-CA" those of "fr".
func (l *Layout) cuesOf(tag string) *cues {
	base, _, _ := strings.Cut(tag, "-")
	if c := l.byTag[strings.ToLower(base)]; c != nil {
		return c()
	}
	return l.all()
}

// Parts returns the parts of doc, in order. It never fails: a text without
// any cue is a run of paragraphs.
func (l *Layout) Parts(doc *entente.Document) []entente.Part {
	s := &sheet{cues: l.cuesOf(doc.Language), text: doc.Text}
	s.lines = linesOf(doc.Text, doc.Pages)
	s.cutStamps()
	s.markResidue()
	if doc.MediaType == markdown {
		s.note()
	} else {
		s.document(0, 0)
	}
	return s.parts()
}
