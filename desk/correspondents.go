package desk

import (
	"slices"
	"strings"
)

// Correspondents returns who wrote documents and was written to, each once,
// in the order of the documents.
func Correspondents(docs []*Document) []Person {
	var all []Person
	for _, d := range docs {
		for _, p := range slices.Concat(d.Sender, d.Recipient, d.Parties) {
			i := slices.IndexFunc(all, func(q Person) bool { return strings.EqualFold(q.Name, p.Name) })
			switch {
			case p.Name == "":
			case i < 0:
				all = append(all, p)
			case all[i].Office == "":
				all[i].Office = p.Office
			}
		}
	}
	return all
}
