// Package examples carries dossiers with what a careful reader makes of them.
//
// A dossier is a folder of documents, *.txt or *.md, whose names start with
// their dates. Beside them stands truth.json, the matters of the whole
// dossier, the words that speak of each and what became of it; for the
// invented states also gold/*.gold.json, the labels of each document in the
// form that `entente read --json` prints, with its optional, unlabelled and
// same marks. In the invented dossier all names are invented, and the states
// have codes from the range that ISO 3166-1 leaves to its users. The other
// holds notes on public pages, in our own words, each with its address.
package examples

import (
	"embed"
	"io/fs"
)

//go:embed arcadia-sylvania fr-kz
var files embed.FS

// ArcadiaSylvania returns the dossier of Arcadia (XA), which writes French,
// and Sylvania (XS), which writes English: fourteen documents of the years
// 2026 to 2032.
func ArcadiaSylvania() fs.FS { return folder("arcadia-sylvania") }

// FranceKazakhstan returns the dossier of France and Kazakhstan: notes of the
// years 2008 to 2026 on public pages, and LetterReported.
func FranceKazakhstan() fs.FS { return folder("fr-kz") }

// LetterReported is the note of FranceKazakhstan that reports a letter of
// 3 July 2009; where the letter itself is at hand it takes the note's place.
const LetterReported = "2009-07-03-letter-reported.md"

func folder(name string) fs.FS {
	sub, err := fs.Sub(files, name)
	if err != nil {
		panic("examples: " + err.Error()) // the name is a constant
	}
	return sub
}
