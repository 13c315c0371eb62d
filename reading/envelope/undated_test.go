package envelope_test

import "testing"

// Where the date and the place stand in no dateline, and telegrams.
func TestOtherDate(t *testing.T) {
	s := newStages(t)
	for _, c := range []struct{ name, tag, text, want string }{
		{"telegram by the name of the post", "en", `FM   ZEPHYR  FEB 14/61  CONFD
TO   EXTERNAL  PORTSYL  41   PRIORITY
RPTD LORNE  NDHQ
REF  YOURTEL 8 FEB 9

1. I SAW THE HARBOUR MASTER TODAY.

LINDQUIST
`, "form ~telegram\ndate 1961-02-14\nplace ZEPHYR\nsender LINDQUIST\nrecipient EXTERNAL PORTSYL\nsignature LINDQUIST\nreference YOURTEL 8 FEB 9\n"},
		{"a date-time group", "en", `FM EMBASSY ZEPHYR 141530Z FEB 61
TO MINISTRY OF PORTS ORSK
RPTD LORNE

1. The dock is finished.
`, "form ~telegram\ndate 1961-02-14\nplace ZEPHYR\nsender EMBASSY ZEPHYR\nrecipient MINISTRY OF PORTS ORSK\n"},
		{"handed over, in brackets", "en", `AIDE-MÉMOIRE

(Left with the Director of Ports by the Arcadian Ambassador, Zephyr, 23 June 2031)

The quay has sunk by two metres since the spring, and nobody has yet said why.
`, "form aide_memoire\ndate 2031-06-23\nplace Zephyr\nsender Arcadian Ambassador\n  state XA\nrecipient Director of Ports\n  office Director of Ports\n"},
		{"handed over by office and name", "fr", `AIDE-MÉMOIRE

(laissé le 23 juin 2031 au Directeur des ports, M. Ivo Sund, par la Chargée d'affaires, Mme Ada Lind)

Le quai s'est affaissé de deux mètres depuis le printemps.
`, "form aide_memoire\ndate 2031-06-23\nsender Ada Lind\n  honorific Mme\n  office Chargée d'affaires\nrecipient Ivo Sund\n  honorific M.\n  office Directeur des ports\n"},
		{"a stamp is no dateline", "en", `MINISTRY OF PORTS

NV 77/2031
                                         [stamp: received 06 MAR 2031]

The Ministry of Ports of Arcadia presents its compliments to the Embassy of Sylvania and has the honour to state that the dock is open.

Port Sylvan, 4 March 2031
`, "form note_verbale\ndate 2031-03-04\nplace Port Sylvan\nsender Ministry of Ports of Arcadia\n  state XA\nrecipient Embassy of Sylvania\n  state XS\nreference NV 77/2031\n"},
		{"the place in the title", "fr", `PROCÈS-VERBAL de la séance tenue à Port-Aigle le mardi
                4 juillet 2031, de 9 h à 12 h

Le Directeur des ports ouvre la séance.
`, "form minutes\ndate 2031-07-04\nplace Port-Aigle\n"},
		{"the last day of a visit", "fr", `Communiqué final de la visite de la délégation d'Arcadie
(Port-Aigle, 14-16 décembre 2031)

La délégation a achevé ce jour la visite qu'elle a effectuée en Sylvanie.
`, "form communique\ndate 2031-12-16\nplace Port-Aigle\nparty Arcadie\n  state XA\nparty Sylvanie\n  state XS\n"},
		{"a year that stands elsewhere", "en", `PRESS RELEASE 12/2031

ZEPHYR, 3 March - The Ministers of Ports met and agreed on a dock.
`, "form communique\ndate ~2031-03-03\nplace ZEPHYR\n"},
		{"no year at all", "en", `PRESS RELEASE

ZEPHYR, 3 March - The Ministers of Ports agreed on a dock by 2050.
`, "form communique\n"},
	} {
		if got := show(s.read(c.text, c.tag)); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}
