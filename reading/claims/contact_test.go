package claims_test

import (
	"slices"
	"strings"
	"testing"

	"entente"
)

// TestContacts reads an invented communiqué: offices without names are
// parties, each country of a journey and each name of a list is a contact,
// and the country visited is the host.
func TestContacts(t *testing.T) {
	const text = `Communiqué

Le ministre de l'Intérieur s'est ensuite rendu en Norvège, le 17 mars 2031.

Le Chef de l'Etat a effectué le 4 avril 2031 une visite officielle en Islande et en Finlande.

Le Chef de l'Etat a eu des entretiens avec :

- La Secrétaire générale de l'Union des ports ;

- Le Directeur général de la Banque de Lune.
`
	_, read, err := newReader(t).Read("communique.txt", strings.NewReader(text), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct {
		quote       string
		field       entente.Field
		value, mode string
	}{
		{"Norvège", entente.FieldParties, "ministre de l'Intérieur", "visit"},
		{"Norvège", entente.FieldHost, "Norvège", "visit"},
		{"Islande", entente.FieldHost, "Islande", "visit"},
		{"Finlande", entente.FieldHost, "Finlande", "visit"},
		{"Secrétaire générale", entente.FieldParties, "Chef de l'Etat", "meeting"},
		{"Directeur général", entente.FieldParties, "Directeur général de la Banque de Lune", "meeting"},
	} {
		found := false
		for _, c := range read.Claims {
			has := func(field entente.Field, value string) bool {
				return slices.ContainsFunc(c.Fields[field], func(v entente.Value) bool { return v.Value == value })
			}
			found = found || strings.Contains(c.Quote, want.quote) && has(entente.FieldMode, want.mode) && has(want.field, want.value)
		}
		if !found {
			t.Errorf("no %s with %q and %s %q", want.mode, want.quote, want.field, want.value)
		}
	}
	if t.Failed() {
		for _, c := range read.Claims {
			t.Logf("%s %q %v", c.Kind, c.Quote, c.Fields)
		}
	}
}

// TestWhoIsMet reads invented sentences: who is met by name is called by the
// name in full, an office by its holder, and each who receives is a contact of
// its own; a relative clause about another contact keeps its date.
func TestWhoIsMet(t *testing.T) {
	const text = `Readout of the talks

Lune, 9 March 2031 - The Foreign Minister of Sylvania, Maria Lind, was received by the President, Otto Sund, and by the Mayor of Lune, Ivo Karp.

Mr Karp, whom she had met in Ménale on 3 February 2031, will visit Port Sylvan on 4 June 2031. The Foreign Minister will meet Minister Brand in Lune on 7 July 2031.
`
	_, read, err := newReader(t).Read("readout.txt", strings.NewReader(text), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct {
		quote string
		field entente.Field
		value string
	}{
		{"Otto Sund", entente.FieldParties, "Maria Lind"},
		{"Ivo Karp", entente.FieldParties, "Ivo Karp"},
		{"will visit", entente.FieldDate, "2031-06-04"},
		{"whom she", entente.FieldDate, "2031-02-03"},
		{"will meet", entente.FieldParties, "Maria Lind"},
	} {
		found := false
		for _, c := range read.Claims {
			if c.Kind != entente.Contact || !strings.Contains(c.Quote, want.quote) {
				continue
			}
			for _, v := range c.Fields[want.field] {
				found = found || v.Value == want.value || v.Name == want.value
			}
		}
		if !found {
			t.Errorf("no contact %q with %s %s", want.quote, want.field, want.value)
		}
	}
	if t.Failed() {
		for _, c := range read.Claims {
			t.Logf("%s %s %q %v", c.Kind, c.Force, c.Quote, c.Fields)
		}
	}
}
