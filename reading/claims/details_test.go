package claims_test

import (
	"strings"
	"testing"

	"entente"
	"entente/desk"
)

// TestForceOfMoods holds sentences whose verb, not a cue, tells the force.
func TestForceOfMoods(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct {
		head, text string
		force      entente.Force
	}{
		{letterEnglish, "The second turbine for the Lune power station is to be delivered in July.", entente.Promised},
		{letterEnglish, "Forty scholarships will be offered to students of Canada next year.", entente.Promised},
		{letterEnglish, "The transmitter at Lunor was to be handed over in March 2031.", entente.Promised},
		{letterEnglish, "The hospital at Lunor, closed in May for reasons of economy, will reopen in the new year.", entente.Promised},
		{letterEnglish, "You may keep your survey ship at Port Lune until 31 October.", entente.Promised},
		{letterEnglish, "The Government will not finance the second dam.", entente.Refused},
		{letterEnglish, "The last two ferries will not be delivered until the autumn.", entente.Promised},
		{letterEnglish, "Could the firm Lunor extend the loan by two years?", entente.Requested},
		{letterEnglish, "The arrears, 2 million dollars, must be paid before 30 June.", entente.Requested},
		{letterEnglish, "The Ministry is happy to confirm that forty visas have been granted to the Canadian choir.", entente.Done},
		{letterEnglish, "Your Ministry had agreed to provide a building for the school.", entente.Promised},
		{letterFrench, "Les travaux du pont de Lune sont interrompus depuis février.", entente.Done},
		{letterFrench, "Le Gouvernement ne financera pas le second barrage.", entente.Refused},
		{letterFrench, "Les arriérés doivent être réglés avant le 30 juin.", entente.Requested},
		{letterFrench, "Le Conseil a décidé d'accorder soixante bourses aux médecins canadiens.", entente.Promised},
		{letterFrench, "La centrale de Lunor devait être livrée en mars 2031.", entente.Promised},
	} {
		last := lastClaim(t, r, c.head+c.text)
		if last == nil {
			t.Errorf("%q: no claim", c.text)
		} else if last.Force != c.force {
			t.Errorf("%q: %s, want %s (%v)", c.text, last.Force, c.force, last.Trace)
		}
	}
}

// TestUndertakingDetails holds sentences against one field of their claim.
func TestUndertakingDetails(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct {
		head, text string
		field      entente.Field
		value      string // "" if there is none
	}{
		{letterEnglish, "The transmitter at Lunor was to be handed over in March 2031.", entente.FieldStage, "stalled"},
		{letterEnglish, "Your technicians are installing the transmitter at Lunor.", entente.FieldStage, "under_way"},
		{letterEnglish, "The laboratory at Lunor was built by your engineers.", entente.FieldStage, "completed"},
		{letterEnglish, "We are unable to finance the hospital at Lunor.", entente.FieldStage, "dropped"},
		{letterEnglish, "The Ministry is considering whether to build a second hospital.", entente.FieldStage, "idea"},
		{letterFrench, "Nous serions disposés à former vingt ingénieurs à Lunor.", entente.FieldStage, "proposed"},
		{letterEnglish, "The tractors ordered in May will be delivered not later than the 4th of August.", entente.FieldDue, "2031-08-04"},
		{letterFrench, "Nous enverrons dix ingénieurs à Lunor du 5 au 9 juin 2031.", entente.FieldDue, "2031-06-05/2031-06-09"},
		{letterEnglish, "We delivered ten tractors to Lunor on 2 March 2031.", entente.FieldDue, ""},
		{letterEnglish, "The second instalment of the loan will be paid, provided that the accounts are approved.", entente.FieldTerms, "provided that the accounts are approved"},
		{letterEnglish, "We shall deliver ten tractors to Lunor free of charge.", entente.FieldTerms, "free of charge"},
		{letterEnglish, "If the survey is favourable, we shall build the dam.", entente.FieldTerms, "If the survey is favourable"},
		{letterEnglish, "I should be grateful if you could deliver ten tractors to Lunor.", entente.FieldTerms, ""},
		{letterFrench, "Le don sera versé en juin 2031, sous réserve de l'approbation des comptes.", entente.FieldTerms, "sous réserve de l'approbation des comptes"},
		{letterFrench, "Dix ingénieurs seront envoyés à Lunor aux frais du Canada.", entente.FieldTerms, "aux frais du Canada"},
		{letterEnglish, "The firm Lunor will deliver ten trolleybuses in July 2031.", entente.FieldDomain, "transport"},
		{letterEnglish, "The Bank will lend two million dollars for the hospital at Lunor.", entente.FieldDomain, "health"},
		{letterFrench, "La société Lunor livrera en juillet 2031 dix couveuses à la maternité.", entente.FieldDomain, "health"},
		{letterEnglish, "Twelve of your nurses completed their training at Lunor in March 2031.", entente.FieldAction, "train"},
		{letterEnglish, "We shall send you forty doctors in July 2031.", entente.FieldAction, "supply"},
	} {
		last := lastClaim(t, r, c.head+c.text)
		if last == nil {
			t.Errorf("%q: no claim", c.text)
			continue
		}
		got := ""
		if vs := last.Fields[c.field]; len(vs) > 0 {
			got = vs[0].Value
		}
		if got != c.value {
			t.Errorf("%q: %s is %q, want %q (%v)", c.text, c.field, got, c.value, last.Trace)
		}
	}
}

func lastClaim(t *testing.T, r *desk.Reader, text string) *entente.Claim {
	t.Helper()
	_, read, err := r.Read("said.txt", strings.NewReader(text+"\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	if len(read.Claims) == 0 {
		return nil
	}
	return &read.Claims[len(read.Claims)-1]
}
