package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"entente"
	"entente/lang"
	"entente/layout"
)

func newLayout(t testing.TB) *layout.Layout {
	t.Helper()
	packs, err := lang.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	l, err := layout.New(packs)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func document(text, tag string) *entente.Document {
	return &entente.Document{Text: text, Language: tag, Pages: []entente.Span{{Start: 0, End: len(text)}}}
}

// show prints parts a line each: depth if any, kind, number, governor, text.
func show(text string, parts []entente.Part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Depth > 0 {
			fmt.Fprintf(&b, "%d ", p.Depth)
		}
		b.WriteString(string(p.Kind))
		if p.Number != "" {
			b.WriteString(" " + p.Number)
		}
		if p.Governor >= 0 {
			fmt.Fprintf(&b, " of %d", p.Governor)
		}
		fmt.Fprintf(&b, ": %s\n", strings.Join(strings.Fields(p.In(text)), " "))
	}
	return b.String()
}

// The letters are invented, and so are their states and people.
var letters = []struct{ name, tag, text, want string }{
	{"list over a page break", "fr", `Port-Aigle, le 03 JUIL. 2031

Madame la Présidente,

Je pense notamment :

- au phare d'Arvel ;
- aux balises du chenal.

 
Son Excellence
Madame Ila MARENNE
Présidente de la République d'Arcadie

-
- au radoub de Port-Aigle.

Je vous prie d'agréer, Madame la Présidente, l'assurance de ma haute considération.

amitiés vives

Oskar LIND`, `dateline: Port-Aigle, le 03 JUIL. 2031
salutation: Madame la Présidente,
list_intro: Je pense notamment :
item of 2: - au phare d'Arvel ;
item of 2: - aux balises du chenal.
address: Son Excellence Madame Ila MARENNE Présidente de la République d'Arcadie
residue: -
item of 2: - au radoub de Port-Aigle.
close: Je vous prie d'agréer, Madame la Présidente, l'assurance de ma haute considération.
annotation: amitiés vives
signature: Oskar LIND
`},
	{"numbered paragraphs, address at the foot", "en", `MINISTER FOR PORTS
SYLVANIA

D.O. No. 12/MP/2031
Port Sylvan, 9 March 2031

Excellency,

I write about two matters.

2. The dredger has been paid for. It sails on 4 May.

3. Three things remain:
(a) the crew;
(b) the insurance; and
(c) the pilot.

Please accept, Excellency, the assurances of my highest consideration.

Yours sincerely,

(T. R. Voss)

and my warm regards - TRV

H.E. Mr. Ivo Lind
Minister of Harbours
Port-Aigle
`, `letterhead: MINISTER FOR PORTS SYLVANIA
reference: D.O. No. 12/MP/2031
dateline: Port Sylvan, 9 March 2031
salutation: Excellency,
paragraph: I write about two matters.
paragraph 2: 2. The dredger has been paid for. It sails on 4 May.
list_intro 3: 3. Three things remain:
item a of 6: (a) the crew;
item b of 6: (b) the insurance; and
item c of 6: (c) the pilot.
close: Please accept, Excellency, the assurances of my highest consideration.
close: Yours sincerely,
signature: (T. R. Voss)
annotation: and my warm regards - TRV
address: H.E. Mr. Ivo Lind Minister of Harbours Port-Aigle
`},
	{"editor's heading, salutation in the line", "en", `17. Letter From Chancellor Voss to President Lind

Port Sylvan , July 8, 2031 .

DEAR MR. PRESIDENT: On the first of May you were kind enough to write to me.

[Here follow two pages on fishing.]

I remain hopeful that both of us will see the lock completed.

Sincerely,

Anna Voss`, `heading: 17. Letter From Chancellor Voss to President Lind
dateline: Port Sylvan , July 8, 2031 .
salutation: DEAR MR. PRESIDENT:
paragraph: On the first of May you were kind enough to write to me.
note: [Here follow two pages on fishing.]
paragraph: I remain hopeful that both of us will see the lock completed.
close: Sincerely,
signature: Anna Voss
`},
	{"hard-wrapped, letterhead beside the dateline", "fr", `REPUBLIQUE D'ARCADIE

LE PRESIDENT                          Port-Aigle, le 4 mai 2031

N° 12/PR

Monsieur le Président et cher ami,

Votre ambassadeur m'a remis hier le message où vous me confirmez que je
serai votre hôte en novembre prochain. J'y ai été sensible.
Il me faut pourtant vous demander de retarder ce voyage d'une semaine
entière, et je vous prie, Monsieur le Président et cher ami, de croire à
l'assurance de ma haute considération.

                                   Ila MARENNE
`, `letterhead: REPUBLIQUE D'ARCADIE
letterhead: LE PRESIDENT
dateline: Port-Aigle, le 4 mai 2031
reference: N° 12/PR
salutation: Monsieur le Président et cher ami,
paragraph: Votre ambassadeur m'a remis hier le message où vous me confirmez que je serai votre hôte en novembre prochain. J'y ai été sensible.
close: Il me faut pourtant vous demander de retarder ce voyage d'une semaine entière, et je vous prie, Monsieur le Président et cher ami, de croire à l'assurance de ma haute considération.
signature: Ila MARENNE
`},
	{"e-mail with a quoted one below", "en", `From:        Voss, Anna <voss@sylvania.example>
Sent:        Monday, May 5, 2031 7:05 PM
To:          'lind@arcadia.example'
Subject      Re: The lock

Seen, thanks.

    Original Message
From: Ivo Lind
To: Anna Voss
Sent: Mon May 05 18:00:01 2031
Subject: The lock

The lock is open.
`, `header: From: Voss, Anna <voss@sylvania.example>
header: Sent: Monday, May 5, 2031 7:05 PM
header: To: 'lind@arcadia.example'
subject: Subject Re: The lock
paragraph: Seen, thanks.
1 header: Original Message
1 header: From: Ivo Lind
1 header: To: Anna Voss
1 header: Sent: Mon May 05 18:00:01 2031
1 subject: Subject: The lock
1 paragraph: The lock is open.
`},
	{"record of a conversation", "en", `28. Memorandum of Conversation

Port Sylvan, June 27, 2031.

SUBJECT

The lock

PARTICIPANTS

Mr. Ivo Lind, Minister
Ms. Anna Voss, Chancellor

The Minister said that the lock would be opened in the spring of next year.
`, `heading: 28. Memorandum of Conversation
dateline: Port Sylvan, June 27, 2031.
subject: SUBJECT The lock
participants: PARTICIPANTS Mr. Ivo Lind, Minister Ms. Anna Voss, Chancellor
paragraph: The Minister said that the lock would be opened in the spring of next year.
`},
	{"Spanish", "es", `Puerto Águila, 3 de mayo de 2031

Excelentísimo señor
Don Ivo Lind
Presidente de la República de Silvania

Señor Presidente:

Agradezco a Vuestra Excelencia su carta del mes pasado.

Le ruego acepte, señor Presidente, las seguridades de mi más alta consideración.

Ila Marenne
`, `dateline: Puerto Águila, 3 de mayo de 2031
address: Excelentísimo señor Don Ivo Lind Presidente de la República de Silvania
salutation: Señor Presidente:
paragraph: Agradezco a Vuestra Excelencia su carta del mes pasado.
close: Le ruego acepte, señor Presidente, las seguridades de mi más alta consideración.
signature: Ila Marenne
`},
	{"no language", "und", "Alpha beta gamma.\n\nDelta epsilon:\n- one\n- two\n\n- 3 -\n\nZeta.\n", `paragraph: Alpha beta gamma.
list_intro: Delta epsilon:
item of 1: - one
item of 1: - two
residue: - 3 -
paragraph: Zeta.
`},
}

func TestLetters(t *testing.T) {
	l := newLayout(t)
	for _, test := range letters {
		for _, end := range []string{"\n", "\r\n"} {
			text := strings.ReplaceAll(test.text, "\n", end)
			if got := show(text, l.Parts(document(text, test.tag))); got != test.want {
				t.Errorf("%s (line end %q): got\n%swant\n%s", test.name, end, got, test.want)
			}
		}
	}
}

// A paragraph that tells of a meeting may look like a place and a date as far
// as its first line goes.
func TestReportIsNoDateline(t *testing.T) {
	l := newLayout(t)
	for _, text := range []string{
		"Readout of the Meeting\n\nPresident Lind met on Friday, May 9, 2031 with Prime Minister Olsen in Lune.\n",
		"Readout of the Meeting\n\nNational Security Advisor Otto Lind met on Friday, May 9,\n2031 with National Security Advisor Per Olsen in Port Lune, the\nRepublic of Sylvania. Mr. Lind spoke of the tunnel.\n",
	} {
		doc := document(text, "en")
		for _, p := range l.Parts(doc) {
			if p.Kind == entente.PartDateline {
				t.Errorf("a dateline: %q", p.In(text))
			}
		}
	}
}
