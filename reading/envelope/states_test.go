package envelope_test

import (
	"testing"

	"entente"
)

func TestStates(t *testing.T) {
	s := newStages(t)
	state := func(list []entente.Correspondent) string {
		out := ""
		for _, c := range list {
			if c.State.Inferred {
				out += "~"
			}
			out += c.State.Value + " "
		}
		return out
	}
	for _, c := range []struct{ name, text, sender, recipient string }{
		{"a ministry by its capital, an embassy not by its own", "FM EMBASSY MENALE\nTO MINISTRY OF FOREIGN AFFAIRS ALDERMOUTH\nTELNO 9\n3 MARCH 2031\n\n1. The harbour talks went well.\n", " ", "~XS "},
		{"an embassy by the country it names", "From: Osk, Mara (Embassy of Arcadia)\nSent: 3 March 2031 10:00\nTo: Ivo Lind (Ministry of Ports)\nSubject: Quay\n\nDear Ivo,\n\nThe quay is done.\n", "XA ", " "},
		{"a name alone tells nothing", "From: Osk, Mara\nSent: 3 March 2031 10:00\nTo: Ivo Lind, Aldermouth\nSubject: Quay\n\nDear Ivo,\n\nThe quay is done.\n", " ", " "},
	} {
		env := s.read(c.text, "en")
		if from, to := state(env.Sender), state(env.Recipient); from != c.sender || to != c.recipient {
			t.Errorf("%s: from %q to %q, want %q and %q", c.name, from, to, c.sender, c.recipient)
		}
	}
}
