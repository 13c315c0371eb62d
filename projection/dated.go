package projection

import (
	"fmt"
	"strconv"
	"strings"

	"entente"
)

// The line of a document in the list of a relation tells its date and when it
// was entered, so that who asks for no more reads one stretch of lines.

// A Dated is a line of the list of documents.
type Dated struct {
	ID      entente.DocumentID
	Entered entente.Seq
	Date    string // EDTF
}

// datedPart is what stands behind the id.
func datedPart(d *Document) string { return fmt.Sprintf(" %d %s", d.Entered, d.Date) }

// datedDocument returns the key of the document of a line.
func datedDocument(r Row) string {
	id, _, _ := strings.Cut(string(r.Value), " ")
	return "document/" + id
}

// Dates returns the lines of all documents of a relation, by date.
func Dates(v View, of entente.Relation) ([]Dated, error) {
	var all []Dated
	for row, err := range v.Scan("dated/"+of.String()+"/"+listDocuments+"/", "") {
		if err != nil {
			return nil, err
		}
		id, rest, _ := strings.Cut(string(row.Value), " ")
		entered, date, _ := strings.Cut(rest, " ")
		seq, err := strconv.ParseInt(entered, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("view %s: %w", row.Key, entente.ErrCorrupt)
		}
		all = append(all, Dated{entente.DocumentID("sha256:" + id), entente.Seq(seq), date})
	}
	return all, nil
}
