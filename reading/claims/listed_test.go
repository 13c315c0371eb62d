package claims_test

import (
	"strings"
	"testing"

	"entente"
)

// TestListedAgreements reads the papers that a list names as agreements,
// whatever the sentence that opens the list calls what was done with them.
func TestListedAgreements(t *testing.T) {
	const text = `Joint Statement

Borovia and Lunor, 4 May 2031

The two ministers witnessed the exchange of the following documents:
(a) Agreement on Cooperation in Veterinary Medicine;
(b) Memorandum of Understanding between the Archives of Borovia and the Museum of Lunor on the loan of maps.
`
	_, read, err := newReader(t).Read("statement.txt", strings.NewReader(text), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Agreement on Cooperation", "Memorandum of Understanding"} {
		found := false
		for _, c := range read.Claims {
			if strings.Contains(c.Quote, want) {
				found = found || c.Kind == entente.Agreement && c.Force == entente.Done
				if c.Kind != entente.Agreement {
					t.Errorf("%q is read as %s", c.Quote, c.Kind)
				}
			}
		}
		if !found {
			t.Errorf("%q is not read", want)
		}
	}
}
