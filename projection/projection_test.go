package projection

import (
	"slices"
	"testing"

	"entente"
)

func state(code string) entente.Correspondent {
	return entente.Correspondent{Name: entente.Inferred("Head of "+code, "test"), State: entente.Inferred(code, "test")}
}

func between(codes ...string) (all []entente.Value) {
	for _, c := range codes {
		all = append(all, entente.Inferred(c, c+" is named"))
	}
	return all
}

func TestRelations(t *testing.T) {
	list := func(codes ...string) (all []entente.Correspondent) {
		for _, c := range codes {
			all = append(all, state(c))
		}
		return all
	}
	for _, c := range []struct {
		name     string
		envelope entente.Envelope
		between  []entente.Value
		want     []string
		inferred bool
	}{
		{"sender and recipient", entente.Envelope{Sender: list("XS"), Recipient: list("XA")}, between("XA", "XB"), []string{"XA-XS"}, false},
		{"two recipients", entente.Envelope{Sender: list("XS"), Recipient: list("XA", "XB", "XA")}, nil, []string{"XA-XS", "XB-XS"}, false},
		{"within one state", entente.Envelope{Sender: list("XS"), Recipient: list("XS")}, nil, nil, false},
		{"joint text", entente.Envelope{Parties: list("XA", "XB", "XS")}, nil, []string{"XA-XB", "XA-XS", "XB-XS"}, false},
		{"a text of many states", entente.Envelope{Parties: list("XA", "XB", "XC", "XD", "XS")}, nil, nil, false},
		{"one state, the other concluded", entente.Envelope{Sender: list("XS")}, between("XS", "XA"), []string{"XA-XS"}, true},
		{"two states concluded", entente.Envelope{}, between("XB", "XA"), []string{"XA-XB"}, true},
		{"two states said", entente.Envelope{}, []entente.Value{{Value: "XA"}, {Value: "XB"}}, []string{"XA-XB"}, false},
		{"no codes", entente.Envelope{}, between("Port Arc", "UN"), nil, false},
		{"nothing", entente.Envelope{}, nil, nil, false},
	} {
		var got []string
		for _, r := range relations(entente.Reading{Envelope: c.envelope, Between: c.between}) {
			got = append(got, r.Relation.String())
			if (r.Why != "") != c.inferred {
				t.Errorf("%s: why %q; inferred is %v", c.name, r.Why, c.inferred)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestResolve(t *testing.T) {
	r := entente.Reading{
		Envelope: entente.Envelope{Sender: []entente.Correspondent{state("XA"), {Office: entente.Inferred("Minister", "test")}}, Recipient: []entente.Correspondent{state("XS")}},
		Mentions: []entente.Mention{{Anchor: entente.Anchor{Span: entente.Span{Start: 10, End: 20}, Quote: "Borduristan"}, Kind: entente.MentionPlace, Value: "XB"}},
	}
	c := entente.Claim{Fields: map[entente.Field][]entente.Value{
		entente.FieldBy:   {entente.Inferred(entente.AtSender, ""), {Anchor: entente.Anchor{Span: entente.Span{Start: 5, End: 20}}, Value: "the government of Borduristan"}},
		entente.FieldWith: {entente.Inferred(entente.AtRecipientState, "")},
		entente.FieldHost: {entente.Inferred("XC", "")},
	}}
	names, codes := resolve(c, r)
	if names[entente.AtSender] != "Head of XA, Minister" || names[entente.AtRecipientState] != "XS" || len(names) != 2 {
		t.Errorf("names = %v", names)
	}
	if want := []entente.Code{"XA", "XB", "XC", "XS"}; !slices.Equal(codes, want) {
		t.Errorf("states = %v, want %v", codes, want)
	}
}

func TestDaySorts(t *testing.T) {
	for date, want := range map[string]string{
		"": "0000", "2031-03-03": "2031-03-03", "2009-10-05/2009-10-06": "2009-10-05", "[2008-06,2009-06]": "2008-06",
		"..2031": "2031", "2031?": "2031", "201X": "2010", "XXXX-02-25": "0000-02-25", "../..": "0000",
	} {
		if got := day(date); got != want {
			t.Errorf("day(%q) = %q, want %q", date, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"  Élise MARCHEVAL ": "elise marcheval", "Arc-Rail (S.A.)": "arc rail s a", "—": "", "Ко́рсаков": "корсаков",
	} {
		if got := Fold(name); got != want {
			t.Errorf("Fold(%q) = %q, want %q", name, got, want)
		}
	}
}
