package projection

import "entente"

// A thing is what claims of a document are about, as its reading says.
type thing struct {
	document entente.DocumentID
	kind     entente.Kind
	about    string
}

func thingOf(row *Claim) thing { return thing{row.Document, row.Claim.Kind, row.About} }

// siblings returns the live claims about the thing that row is about, itself
// included, in the order of the text. Those of a document are grouped once:
// which are live and about what is settled before matters are made.
func (f *fold) siblings(row *Claim) ([]entente.ClaimID, error) {
	if f.grouped[row.Document] {
		return f.things[thingOf(row)], nil
	}
	ids, err := f.claimsOf(row.Document)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		s, err := f.claim(id)
		if err != nil {
			return nil, err
		}
		if s != nil && s.Live() {
			f.things[thingOf(s)] = append(f.things[thingOf(s)], id)
		}
	}
	f.grouped[row.Document] = true
	return f.things[thingOf(row)], nil
}
