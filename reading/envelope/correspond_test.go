package envelope_test

import (
	"strings"
	"testing"

	"entente"
)

// Who writes to whom, where the letter says it in one way only.
var correspondents = []struct{ name, tag, text, sender, recipient string }{
	{"for somebody else", "en", `Port Sylvan, 3 May 2031.

Sir: The lock at Arvel will be opened in the spring, and the dredger is paid for.

I am [etc.]

For the Minister of Ports:
Ivo C. Lind
`, "Minister of Ports", ""},
	{"pour quelqu'un d'autre", "fr", `Port-Aigle, le 3 mai 2031.

Monsieur, vous ferez partir les deux vapeurs demain, et le bac suivra dans la journée.

Pour le ministre de la marine,

Le chef de l'état-major,

Baron LINDAL.
`, "ministre de la marine", ""},
	{"a title needs the office above it", "fr", `Port-Aigle, le 3 mai 2031.

Monsieur le maréchal, le roi me charge de vous dire que les deux vapeurs partiront demain avec le bac.

Le ministre de la marine,

DUC D'ARVEL.
`, "Le ministre de la marine, DUC D'ARVEL", ""},
	{"signed, with what is attached", "en", `Port Sylvan, May 3, 2031.

MEMORANDUM FOR THE PRESIDENT

The harbour board has asked for two new ferries, and the treasury has no objection to the purchase.

[signed]

Ivo C. Lind

Attachment:

Harbour Board Paper
`, "Ivo C. Lind", "PRESIDENT"},
	{"text after the signature that no word announces", "fr", `Port-Aigle, 3 mai 2031.

Mademoiselle,

Je vous remercie de votre longue lettre sur les phares, que j'ai lue avec beaucoup de plaisir hier soir.

Agréez, mademoiselle, l'expression de mes sentiments distingués.

OSKAR LINDAL.

Je serai à la capitale vers le 25 septembre. Veuillez m'écrire à la capitainerie du port.
`, "OSKAR LINDAL", ""},
	{"a close without a comma", "fr", `PORT-AIGLE, 3 Mai 2031.
Mon cher Marenne,

Le phare est allumé depuis hier et tout le monde s'en félicite au bureau du port.

Votre affectueusement dévoué
Oskar Lindal
Monsieur le Président I. MARENNE,
ARVEL.
`, "Oskar Lindal", "I. MARENNE"},
	{"a salutation in capitals", "en", "ARVEL CASTLE, _3rd May 1831._\n\nMY DEAR LINDAL,--Your letter about the light has reached me, and I shall answer it at length.\n\nBelieve me, ever, yours most sincerely,\n\nVOSS.\n", "VOSS", "LINDAL"},
	{"a relation is no name", "en", "ARVEL CASTLE, _3rd May 1831._\n\nMY DEAREST NIECE,--Your letter about the light has reached me, and I shall answer it at length.\n\nBelieve me, ever, yours most sincerely,\n\nVOSS.\n", "VOSS", ""},
	{"a name in the close", "en", "ARVEL CASTLE, _3rd May 1831._\n\n... I have also told the keeper to settle something about the light, which is of importance and will be known to all of them. Ever, my dearest Isolde, your devoted Uncle,\n\nMAGNUS R.\n", "MAGNUS R", "Isolde"},
	{"a name in the text", "fr", `Arvel, 3 mai 1831.

Je reçois à l'instant votre lettre, mon bon Lindal. Elle me fait plaisir et j'y réponds tout de suite.

Votre ami

OSKAR.
`, "OSKAR", "Lindal"},
	{"a surname keeps its rank", "fr", "Arvel, le 3 mai 1831.\n\nMonsieur le maréchal duc de Lindal, le roi me charge de vous dire que les vapeurs partiront demain.\n\nVOSS.\n", "VOSS", "maréchal duc de Lindal"},
	{"an office with an honorific", "en", "Arvel, May 3, 1931.\n\nDEAR MR. PRESIDENT: We have just finished and the result is not too bad, much better than it seemed.\n\nFaithfully,\n\nMagnus\n", "Magnus", "PRESIDENT"},
	{"a rank tells nobody", "fr", "Arvel, le 3 mai 1831.\n\nMonsieur le comte,\n\nJe vous transmets le protocole de la conférence des ports, qui s'est tenue hier.\n\nAgréez, Monsieur le comte, l'assurance de ma haute considération.\n\nVOSS.\n", "VOSS", ""},
	{"a subject in the third person", "en", "ARVEL ABBEY, _3rd May 1831._\n\nLord Lindal has this morning received your Majesty's letter of yesterday, and entirely agrees with your Majesty about the lights.\n", "Lord Lindal", ""},
	{"a queen in the third person", "en", "ARVEL PALACE, _3rd May 1831._\n\nThe Queen follows Lord Lindal's advice about the lights with great pleasure, and thinks that others should be lit.\n", "Queen", "Lord Lindal"},
	{"who signs a telegram", "en", "Lisbon, May 3, 1965, 2020Z.\n\n6237. The Minister told me yesterday during a call that he believes the committee will come up with some progress.\n\nLindal\n", "Embassy in Portugal (Lindal)", "Department of State"},
	{"the professor's name below his title", "fr", `Monsieur,

Je vous demande pardon de cette longue lettre, que le mauvais temps m'a donné le loisir d'écrire.

Votre très humble et
très obéissant Serviteur
I. Lindal
Ce 5 de Mai
1761
A Monsieur
Monsieur le Professeur
Marenne
`, "I. Lindal", "Marenne"},
	{"a name by hand and in print", "fr", `PORT-AIGLE, 3 Mai 2031.
Mon cher Marenne,

Le phare est allumé depuis hier et tout le monde s'en félicite au bureau du port.

Il reste à payer l'huile, et c'est l'affaire de la ville, qui n'en veut rien savoir.

Lindal
Oskar LINDAL de Sylvan.

ERRATUM

Lire, page 2, ligne 17, un mot pour un autre, et corriger de même à la page suivante.
`, "Oskar LINDAL de Sylvan", "Marenne"},
	{"no name in a place", "fr", "Monsieur,\n\nJe vous demande pardon de cette longue lettre, que le mauvais temps m'a donné le loisir d'écrire et je suis,\n\nMonsieur,\nà Arvel\nce 5 Mai\n1761.\nVotre tres humble serviteur\nLindal\n", "Lindal", ""},
}

func TestCorrespondents(t *testing.T) {
	s := newStages(t)
	for _, c := range correspondents {
		env := s.read(c.text, c.tag)
		if got := names(env.Sender); got != c.sender {
			t.Errorf("%s: sender %q, want %q", c.name, got, c.sender)
		}
		if got := names(env.Recipient); got != c.recipient {
			t.Errorf("%s: recipient %q, want %q", c.name, got, c.recipient)
		}
	}
}

// Forms, places, dates and parties, where one cue alone tells them.
var told = []struct{ name, tag, text, want string }{
	{"a form that ends the title", "en", "Arcadia and Sylvanian Commission Joint Statement on Lights\n\nArcadia and the Sylvanian Commission announce that they have agreed on the lights of the strait.\n",
		"joint_statement Arcadia; Sylvanian Commission"},
	{"parties about a dash", "en", "Joint Statement: Arcadia – Sylvania\n\nThe two countries have agreed on the lights of the strait today.\n",
		"joint_statement Arcadia; Sylvania"},
	{"a possessive within a party", "en", "Readout of President Lindal’s Virtual Meeting with President Ila Marenne of the People’s Republic of Arcadia\n\nPresident Lindal met with President Marenne today about the lights of the strait.\n",
		"readout President Lindal; Ila Marenne"},
	{"what a colon begins is no party", "en", "Joint Statement from Arcadia and Sylvania: Lighting the Strait\n\nThe two countries have agreed on the lights of the strait today.\n",
		"joint_statement Arcadia; Sylvania"},
	{"a place beside the date", "en", "COUNTY GOVERNMENT OF ARVEL\n\nP.O. Box 36\nARVEL                              22nd May, 2031\n\nYour Excellency,\n\nI write about the lights.\n\nYours sincerely,\n\nIvo Lindal\n",
		"letter 2031-05-22 ARVEL Ivo Lindal"},
	{"no place beside the date", "en", "EMBASSY OF ARCADIA\n\nCONFIDENTIAL                       22nd May, 2031\n\nYour Excellency,\n\nI write about the lights.\n\nYours sincerely,\n\nIvo Lindal\n",
		"letter 2031-05-22 Ivo Lindal"},
	{"a date without a space", "en", "From: Ivo Lindal\nSent: Friday, December 11,2031 11:21 AM\nTo: Ila Marenne\nSubject: Lights\n\nThe light is on.\n",
		"email 2031-12-11 Ivo Lindal Ila Marenne"},
	{"who signs a speech", "fr", "Discours au Forum des phares\n\nMesdames et Messieurs,\n\nJe vous remercie d'être venus si nombreux à cette rencontre des gens de mer.\n\nJe souhaite plein succès à nos travaux et vous remercie de votre attention.\n\nLe Président Oskar Lindal Marenne\n\n05/09/2031\n",
		"speech 2031-09-05 Oskar Lindal Marenne"},
}

func TestTold(t *testing.T) {
	s := newStages(t)
	for _, c := range told {
		env := s.read(c.text, c.tag)
		got := []string{env.Form.Value, env.Date.Value, env.Place.Value, names(env.Sender), names(env.Recipient), names(env.Parties)}
		if got := strings.Join(strings.Fields(strings.Join(got, " ")), " "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func names(list []entente.Correspondent) string {
	var all []string
	for _, c := range list {
		all = append(all, c.Name.Value)
	}
	return strings.Join(all, "; ")
}
