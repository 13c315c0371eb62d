package examples

import (
	"encoding/json"
	"fmt"
	"io/fs"

	"entente"
)

// A Truth is what a careful reader makes of a dossier: truth.json.
type Truth struct {
	AsOf          string `json:"as_of"`          // EDTF day on which the outcomes hold
	HorizonMonths int    `json:"horizon_months"` // after so many months silence is a finding
	Relation      string
	// Count is how much there is, so that nothing can be lost unseen.
	Count          struct{ Documents, Contacts, Agreements, Undertakings, Spoken int }
	Parties        []Party
	Matters        []Matter
	Contradictions []Contradiction
}

// Words are a quote and the document where it stands, byte for byte.
type Words struct{ Document, Quote string }

// A Party is a person, state, company or thing with its other names. Words
// say so where it changed its name.
type Party struct {
	Name    string
	Names   []string
	Code    string // of a state
	Office  string // of a person
	Renamed string // EDTF
	Words
}

// A Matter is one contact, agreement or undertaking.
type Matter struct {
	ID      string
	Kind    entente.Kind
	Title   map[string]string // by language
	Status  string            // of a contact, stated last
	Stage   string            // of an agreement or undertaking, stated last
	Outcome string            // kept, moving, stalled, silent, dropped, open; "" for a contact
	Why     string
	// Ids of other matters.
	ReplacedBy string `json:"replaced_by"`
	Replaces   string
	Serves     string
	Spoken     []Spoken // in the order of the documents
}

// A Spoken is words of one document that speak of a matter.
type Spoken struct {
	Words
	Force         entente.Force
	Status, Stage string
	Date, Due     string // EDTF
	Amount        string
	Aside         bool // not worth a claim of its own: reading it counts neither way
}

// A Contradiction is a field for which the documents give several values.
type Contradiction struct {
	Matter string
	Field  entente.Field
	Values []struct {
		Value string
		Words
	}
	Why string
}

// ReadTruth returns the truth of a dossier.
func ReadTruth(dossier fs.FS) (Truth, error) {
	var truth Truth
	data, err := fs.ReadFile(dossier, "truth.json")
	if err == nil {
		err = json.Unmarshal(data, &truth)
	}
	if err != nil {
		return Truth{}, fmt.Errorf("read truth of a dossier: %w", err)
	}
	return truth, nil
}
