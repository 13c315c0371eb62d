package claims_test

import (
	"strings"
	"testing"

	"entente"
	"entente/reading/claims"
)

// TestRolesOffered holds sentences against a phrase that must be among those
// that are weighed for a field, whatever the weights.
func TestRolesOffered(t *testing.T) {
	r := newReader(t)
	frames, err := claims.New(r.Packs, r.Grammar)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		head, text string
		field      entente.Field
		value      string // several: all of them
	}{
		{jointEnglish, "The Canadian side will repair the bridge at Lunor.", entente.FieldBy, "Canada"},
		{jointEnglish, "Canada and the United States will build a school at Lunor.", entente.FieldBy, "Canada; United States"},
		{jointEnglish, "The company Ostrelin Ltd. has built a school at Lunor. It will also train forty teachers.", entente.FieldBy, "Ostrelin Ltd."},
		{jointEnglish, "The engineers who will repair the bridge at Lunor have arrived.", entente.FieldBy, "engineers"},
		{letterEnglish, "The bridge at Lunor will be repaired by the municipality.", entente.FieldBy, "municipality"},
		{letterEnglish, "The Government will abolish the tax on landings by night.", entente.FieldTitle, "tax on landings by night"},
		{letterEnglish, "We undertake to replace them before June 2031.", entente.FieldTitle, "replace them"},
		{letterEnglish, "We have ordered ten tractors for Lunor. They will be delivered in June 2031.", entente.FieldTitle, "ten tractors"},
		{letterFrench, "La partie canadienne réparera le pont de Lunor.", entente.FieldBy, "partie canadienne"},
		{letterFrench, "Le pont de Lunor sera réparé par la municipalité.", entente.FieldBy, "municipalité"},
		{letterFrench, "Le Gouvernement supprimera la taxe sur les atterrissages de nuit.", entente.FieldTitle, "taxe sur les atterrissages de nuit"},
	} {
		doc, read, err := r.Read("said.txt", strings.NewReader(c.head+c.text+"\n"), "")
		if err != nil {
			t.Fatal(err)
		}
		parts, sentences := r.Stages(&doc)
		_, roles := frames.Roles(&doc, parts, sentences, read.Envelope, read.Mentions)
		var offered []string
		found := false
		for _, of := range roles {
			for _, role := range of {
				if role.Field != c.field {
					continue
				}
				var values []string
				for _, v := range role.Values {
					values = append(values, v.Value)
				}
				said := strings.Join(values, "; ")
				offered, found = append(offered, said), found || said == c.value
			}
		}
		if !found {
			t.Errorf("%q: %s may be %q, not %q", c.text, c.field, offered, c.value)
		}
	}
}
