package claims_test

import (
	"slices"
	"strings"
	"testing"

	"entente"
)

// TestWhoMeets reads who takes part in the contacts of an invented letter:
// names beside offices, who leads a delegation, who an invitation brought,
// and whom "he" means.
func TestWhoMeets(t *testing.T) {
	const text = `Embassy of Sylvania

Port Lune, 3 May 2031

His Excellency Mr Karl Brandt
Minister for Foreign Affairs of Arcadia

Dear Minister,

At the invitation of Minister Otto Lind, Minister Erik Sund was in Ravenfeld from 2 to 4 April. He was received by the President on 3 April.

A delegation headed by Mr Paul Vik visited Port Lune on 9 April.

The Comptroller of Customs, Mr Lionel Holm, will visit Ravenfeld on 9 June.

I propose that our deputies meet at Ravenfeld on 4 July.

Minister Sund will not be able to attend the Ravenfeld conference on 12 June.

We spoke to Mr Karl Berg on 1 May in the margins of the Islands Summit.

The tractors arrived at Port Lune on 4 April.

Our consul received the report of the Bank on 4 April.

Yours sincerely,

Ida Stern
Ambassador of Sylvania
`
	_, read, err := newReader(t).Read("letter.txt", strings.NewReader(text), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct {
		quote string
		field entente.Field
		value string
	}{
		{"was in Ravenfeld", entente.FieldParties, "Erik Sund"},
		{"was in Ravenfeld", entente.FieldStatus, "held"},
		{"He was received", entente.FieldParties, "Erik Sund"},
		{"visited Port Lune", entente.FieldParties, "Paul Vik"},
		{"will visit Ravenfeld", entente.FieldParties, "Lionel Holm"},
		{"our deputies meet", entente.FieldPlace, "Ravenfeld"},
		{"not be able to attend", entente.FieldDate, "2031-06-12"},
		{"We spoke to Mr Karl Berg", entente.FieldMode, "call"},
	} {
		if !slices.ContainsFunc(read.Claims, func(c entente.Claim) bool {
			return c.Kind == entente.Contact && strings.Contains(c.Quote, want.quote) &&
				slices.ContainsFunc(c.Fields[want.field], func(v entente.Value) bool { return v.Value == want.value })
		}) {
			t.Errorf("no contact %q with %s %q", want.quote, want.field, want.value)
		}
	}
	for _, c := range read.Claims {
		if c.Kind == entente.Contact && (strings.Contains(c.Quote, "tractors") || strings.Contains(c.Quote, "report")) {
			t.Errorf("%q is no contact", c.Quote)
		}
		if t.Failed() {
			t.Logf("%s %s %q %v", c.Kind, c.Force, c.Quote, c.Fields[entente.FieldParties])
		}
	}
}
