package envelope_test

import (
	"testing"

	"entente"
)

func TestBetween(t *testing.T) {
	s := newStages(t)
	for _, c := range []struct {
		name, tag, text, want string
	}{
		{"certain from the envelope", "en", "MINISTRY OF PORTS\nREPUBLIC OF SYLVANIA\n\n3 March 2031\n\nDear Minister,\n\nThank you for your letter of 4 May.\n\nYours sincerely,\n\nIvo Lind\n\nMara Osk\nMinister of Ports of Arcadia\n", ""},
		{"a telegram told by capitals", "en", "FM EMBASSY MENALE\nTO MINISTRY OF FOREIGN AFFAIRS ALDERMOUTH\nTELNO 9\n3 MARCH 2031\n\n1. The harbour talks went well.\n", "XA XS"},
		{"people of two states", "fr", "Compte rendu\n\nLes négociateurs arcadiens et sylvaniens se sont revus. La partie sylvanienne a remis un texte, la partie arcadienne un autre.\n", "XA XS"},
		{"three states alike", "en", "Summary\n\nArcadian, Sylvanian and French envoys met in a hall by the harbour.\n", ""},
		{"one state alone", "en", "Summary\n\nThe Arcadian harbour was closed for a week.\n", ""},
		{"a continent is no state", "en", "Summary\n\nEuropean and Arcadian envoys met.\n", ""},
	} {
		doc := &entente.Document{Text: c.text, Language: c.tag, Pages: []entente.Span{{Start: 0, End: len(c.text)}}}
		_, between, _ := s.envelope.Envelope(doc, s.layout.Parts(doc), nil)
		got := ""
		for n, v := range between {
			if n > 0 {
				got += " "
			}
			got += v.Value
			if v.Inferred && v.Why == "" {
				t.Errorf("%s: %s is inferred without a why", c.name, v.Value)
			}
		}
		if got != c.want && got != reversed(c.want) {
			t.Errorf("%s: between %q, want %q", c.name, got, c.want)
		}
	}
}

// reversed swaps two codes: which comes first does not count.
func reversed(pair string) string {
	if len(pair) != 5 {
		return pair
	}
	return pair[3:] + " " + pair[:2]
}
