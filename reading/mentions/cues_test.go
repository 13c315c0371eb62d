package mentions_test

import (
	"strings"
	"testing"
)

// TestUnknownNames holds the rules for names that no list has, each by a
// sentence that needs it and, where it could take too much, one that is not
// for it.
func TestUnknownNames(t *testing.T) {
	h := open(t)
	for _, test := range []struct{ tag, text, want string }{
		// the whole name of who is named again by the surname
		{"en", "He met today with Ruvena Tolmar, who leads the party. Minister Tolmar agreed.", "person Ruvena Tolmar; person Tolmar"},
		{"en", "Acting Secretary of Defense Torvin Keld hosted the talks.", "person Torvin Keld"},
		{"en", "President Lemos da Torcha left.", "person Lemos da Torcha"},
		{"en", "Cmdr. Dorvan Wick spoke.", "person Dorvan Wick"},
		{"fr", "La mission du Recteur Orsival est prête.", "person Orsival"},
		// lands by the name of their people
		{"en", "Velmara signed first. The Velmaran side had asked for it, and Velmara supplied two ships.", "place Velmara; place Velmara"},
		{"en", "They met with Ruthari Minister of Ports Dr. Orvel Lind.", "person Orvel Lind"},
		// a mark of a company has its own capitals
		{"en", "The ferry calls at Puerto Sal twice a week.", "place Puerto Sal"},
		{"en", "The ferry of Lemar SAL is late.", "organisation Lemar SAL"},
		// bodies built as other languages build them
		{"en", "The bonds of the Handelskontor für Verkehr are due.", "organisation Handelskontor für Verkehr"},
		{"en", "He spoke to Banken Sund about it, and to Rutische Landesbahn.", "organisation Banken Sund; organisation Rutische Landesbahn"},
		{"en", "She works at the Infirmary of St. Orla in the spring.", "organisation Infirmary of St. Orla"},
		{"en", "The Marine Research Station is shut.", "organisation Marine Research Station"},
		{"fr", "La Compagnie du Nord-Est paie les sondages.", "organisation Compagnie du Nord-Est"},
		{"en", "They bought a stake in Tarvex last year.", "organisation Tarvex"},
		{"fr", "Le pont est construit par le groupement Orsane-Velmont.", "organisation Orsane; organisation Velmont"},
		{"fr", "Le ministère tarvois de l'Information et la Direction de la communication et de la presse ont répondu.", "organisation ministère tarvois de l'Information; organisation Direction de la communication et de la presse"},
		{"fr", "Il a visité Kellen. La liaison Kellen-Ostrov est ouverte.", "place Kellen; place Kellen; place Ostrov"},
		{"en", "Velmara Biotech, of Velmara, met a Velmaran minister.", "organisation Velmara Biotech; place Velmara"},
		{"en", "The Strait of Tarvel and the Gulf of Orne are open.", "place Strait of Tarvel; place Gulf of Orne"},
		{"fr", "La société Helmar, de Tarville, paie en mer de Chine méridionale.", "organisation Helmar; place Tarville; place mer de Chine méridionale"},
		{"en", "The Republic of Tarvelia agreed; Tarvelia will pay.", "place Republic of Tarvelia; place Tarvelia"},
		// a noun that tells a company, and of what kind it is
		{"fr", "Le fonds de microfinance Orvelo prête, et le distributeur Tarvex paie.", "organisation Orvelo; organisation Tarvex"},
		{"fr", "La société de la route paie le Fonds de garantie.", "organisation Fonds de garantie"},
		{"fr", "La somme est versée par le Comité pour la coopération au développement.", "organisation Comité pour la coopération au développement"},
		{"fr", "L'abbaye de Stelvar et l'oued Tarza sont voisins.", "place abbaye de Stelvar; place oued Tarza"},
		{"fr", "C'était la demande de vos experts. M. Tarvel Orsane conduira la mission.", "person Tarvel Orsane"},
		{"en", "The credit was reserved in the State Bank. A State Bank is a bank of a state.", "organisation State Bank"},
		{"en", "The works at Tarvel were let to Aguas del Orvel and Granite.", "place Tarvel; organisation Aguas del Orvel"},
		{"en", "They spoke with the Minister of Public Works about the mills at Tarnvale and Orvelby.", "place Tarnvale; place Orvelby"},
		{"fr", "Le dock est à la société Werf De Drie Orvelen.", "organisation Werf De Drie Orvelen"},
		{"fr", "Le permis est à Minerais du Tarvel SPRL depuis mars.", "organisation Minerais du Tarvel SPRL"},
		{"fr", "Le siège de l'Agence\n         tarvoise du médicament est à Paris, chez Kavelna d.o.o. comme avant.", "organisation Agence tarvoise du médicament; place Paris; organisation Kavelna d.o.o."},
		{"en", "It was raised in the General Assembly of the United Nations; Exercise GREY HERON is agreed.", "organisation General Assembly of the United Nations"},
		{"en", "Lurvoil, the state oil company, has gone; the masts were entrusted to Tarvex Bridges.", "organisation Lurvoil; organisation Tarvex Bridges"},
		// no place and nobody
		{"en", "The ship, the \"Lady Ormonde\", passed HMS Tarnvale off Sallow Heath.", "place Sallow Heath"},
		// no company
		{"en", "Defences on the Lurve were built in two years.", ""},
		{"en", "The fee was ECD 55 million.", ""},
	} {
		var got []string
		for _, m := range h.read(test.text, test.tag, "") {
			if m.Kind != "date" {
				got = append(got, string(m.Kind)+" "+strings.Join(strings.Fields(m.Quote), " "))
			}
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%q:\n got %s\nwant %s", test.text, s, test.want)
		}
	}
}
