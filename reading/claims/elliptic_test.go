package claims_test

import (
	"slices"
	"strings"
	"testing"

	"entente"
)

// TestEntries reads letters of an invented embassy that say much with few
// words: a colon for a verb, a heading for the kind of text, a relative clause
// for the conference that somebody cannot attend.
func TestEntries(t *testing.T) {
	const english = `EMBASSY OF SYLVANIA

Port Lune, 3 May 2031

Dear Minister,

I have the honour to take stock of our affairs.

1. Treaties

(a) Extradition: approved by our Parliament on 4 April.

(b) Social security: signed at Ravenfeld on 2 March.

2. Visits

Visit of Mr Otto Lind to Port Lune: 23 June.

Mission of Mr Karl Brandt to Ravenfeld: withdrawn from the calendar.

Dr Anna Holm, who was to speak at the Ravenfeld conference on 9 June, has had to cancel. Mr Erik Vik will come in her stead.

President Lind welcomed Prime Minister Erik Sund to Ravenfeld on 2 April.

The two Ministers welcomed the signing of a Memorandum of Understanding on ports between Lunor and Sylvex, on which more will be said at a later time by those who know.

A treaty on trade and a protocol on payments were signed on 5 April.

Yours sincerely,

Ida Stern
`
	const french = `Lettre de l'Ambassade de Sylvanie

Port-Lune, le 3 mai 2031

Monsieur le Ministre,

Un accord sur le commerce et un protocole sur les paiements ont été signés le 5 avril.

Notre convention sur la pêche, en vigueur depuis 2026, sera reconduite le 9 juin.

Des conversations ont été menées avec la partie arcadienne, conduite par M. Otto Lind.

Veuillez agréer, Monsieur le Ministre, l'assurance de ma haute considération.

Ida Stern
`
	tests := []struct {
		text, quote string
		kind        entente.Kind
		field       entente.Field
		value       string
	}{
		{english, "Extradition: approved by our Parliament on 4 April", entente.Agreement, entente.FieldStage, "ratified"},
		{english, "Extradition: approved by our Parliament on 4 April", entente.Agreement, entente.FieldForm, "treaty"},
		{english, "Social security: signed at Ravenfeld on 2 March", entente.Agreement, entente.FieldStage, "signed"},
		{english, "Visit of Mr Otto Lind to Port Lune: 23 June", entente.Contact, entente.FieldDate, "2031-06-23"},
		{english, "Mission of Mr Karl Brandt to Ravenfeld: withdrawn from the calendar", entente.Contact, entente.FieldStatus, "cancelled"},
		{english, "Dr Anna Holm, who was to speak at the Ravenfeld conference on 9 June, has had to cancel", entente.Contact, entente.FieldStatus, "cancelled"},
		{english, "Mr Erik Vik will come in her stead", entente.Contact, entente.FieldMode, "visit"},
		{english, "President Lind welcomed Prime Minister Erik Sund to Ravenfeld on 2 April", entente.Contact, entente.FieldParties, "Erik Sund"},
		{english, "the signing of a Memorandum of Understanding on ports between Lunor and Sylvex", entente.Agreement, entente.FieldStage, "signed"},
		{english, "A treaty on trade", entente.Agreement, entente.FieldDate, "2031-04-05"},
		{english, "a protocol on payments", entente.Agreement, entente.FieldDate, "2031-04-05"},
		{french, "Un accord sur le commerce", entente.Agreement, entente.FieldStage, "signed"},
		{french, "un protocole sur les paiements", entente.Agreement, entente.FieldStage, "signed"},
		{french, "Notre convention sur la pêche, en vigueur depuis 2026", entente.Agreement, entente.FieldStage, "in_force"},
		{french, "sera reconduite le 9 juin", entente.Agreement, entente.FieldStage, "renewed"},
		{french, "Des conversations ont été menées avec la partie arcadienne", entente.Contact, entente.FieldMode, "meeting"},
	}
	reader := newReader(t)
	for _, test := range tests {
		_, read, err := reader.Read("letter.txt", strings.NewReader(test.text), "")
		if err != nil {
			t.Fatal(err)
		}
		var quotes []string
		found := slices.ContainsFunc(read.Claims, func(c entente.Claim) bool {
			quotes = append(quotes, string(c.Kind)+" "+c.Quote)
			return c.Kind == test.kind && strings.Contains(c.Quote, test.quote) && len(c.Quote) < len(test.quote)+70 &&
				slices.ContainsFunc(c.Fields[test.field], func(v entente.Value) bool { return v.Value == test.value })
		})
		if !found {
			t.Errorf("no %s %q with %s %q among\n%s", test.kind, test.quote, test.field, test.value, strings.Join(quotes, "\n"))
		}
	}
}
