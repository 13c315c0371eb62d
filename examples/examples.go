// Package examples carries dossiers of invented states: letters and notes as
// they would be typed, with what a careful reader makes of them.
//
// A dossier is a folder of documents, *.txt, whose names start with their
// dates. Beside them stand gold/*.gold.json, the labels of each document in
// the form that `entente read --json` prints, with its optional, unlabelled
// and same marks; and truth.json, the matters of the whole dossier, the
// words that speak of each and what became of it. All names are invented;
// the states have codes from the range that ISO 3166-1 leaves to its users.
package examples

import (
	"embed"
	"io/fs"
)

//go:embed arcadia-sylvania
var files embed.FS

// ArcadiaSylvania returns the dossier of Arcadia (XA), which writes French,
// and Sylvania (XS), which writes English: fourteen documents of the years
// 2026 to 2032.
func ArcadiaSylvania() fs.FS {
	sub, err := fs.Sub(files, "arcadia-sylvania")
	if err != nil {
		panic("examples: " + err.Error()) // the name is a constant
	}
	return sub
}
