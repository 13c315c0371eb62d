package mentions_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMentions(t *testing.T) {
	h := open(t)
	for _, test := range []struct{ tag, text, want string }{
		{"fr", "La société Orsane et l'entreprise Velmont ont signé.", "organisation Orsane; organisation Velmont"},
		{"fr", "Le projet de câble (Orsane-Velmont) avance.", "organisation Orsane; organisation Velmont"},
		{"fr", "Le projet de câble (Orsane -Velmont-Est) avance.", "organisation Orsane; organisation Velmont-Est"},
		{"fr", "Les avions d'AirBelmark voleront vers Dakar.", "organisation AirBelmark; place Dakar"},
		{"fr", "Je prie Votre Excellence et Votre Gouvernement de croire que Vous serez reçu.", ""},
		{"fr", "Les responsables kazakhs et l'équipe française se sont vus.", ""},
		{"fr", "Le total est nice, les tours aussi.", ""},
		{"fr", "M. Anselme Corvin, ministre de l'Europe, s'est rendu à Tours et à Nice.", "person Anselme Corvin; place Tours; place Nice"},
		{"fr", "Le Ministère des Affaires étrangères, du Commerce extérieur et de la Coopération a répondu.", "organisation Ministère des Affaires étrangères, du Commerce extérieur et de la Coopération"},
		{"fr", "L'Agence marocaine de Transit international (AMTI) a écrit. L'AMTI attend.", "organisation Agence marocaine de Transit international; organisation AMTI; organisation AMTI"},
		{"fr", "Les Zones économiques franches (ZEF) seront ouvertes.", ""},
		{"fr", "L'accord entre la Banque du Brésil et la SONAVIE est signé par Paul BERTIN.", "organisation Banque du Brésil; organisation SONAVIE; person Paul BERTIN"},
		{"fr", "Le Président Corvin a reçu la presse. Plus tard, Corvin a parlé.", "person Corvin; person Corvin"},
		{"fr", "Un crédit de 3,2 millions d'euros, 120.000 tonnes de riz et 17 000 barils.", "amount 3,2 millions d'euros; amount 120.000 tonnes; amount 17 000 barils"},
		{"fr", "Le site d'Ostrov et le barrage de Kellen, dans nos deux pays.", "place Ostrov; place Kellen"},
		{"en", "President Jane A. Doe, Jr. spoke with Prime Minister\nIvo Lind of Norway.", "person Jane A. Doe, Jr.; person Ivo Lind; place Norway"},
		{"en", "Kazakh officials met the Russian team.", ""},
		{"en", "The Ministry of Education and Training wrote to the Norwegian Export Fund in March.", "organisation Ministry of Education and Training; organisation Norwegian Export Fund"},
		{"en", "The Committee of 21 met at the East Asia Summit.", "organisation Committee of 21"},
		{"en", "The road to Belmark was built by Pelham Marine and Davidson & Hume Ltd.", "place Belmark; organisation Pelham Marine; organisation Davidson & Hume Ltd"},
		{"en", "A loan of US$ 54.5 million and £300,000, and 1.6 billion euros.", "amount US$ 54.5 million; amount £300,000; amount 1.6 billion euros"},
		{"en", "They met the President of the Republic of Norway and the Kingdom of\nThailand.", "place Republic of Norway; place Kingdom of Thailand"},
		{"fr", "Il s'est rendu en République islamique de Mauritanie et au Palais du Peuple.", "place Mauritanie; place Palais du Peuple"},
		{"fr", "Monsieur le Sénateur, nous avançons avec le duc de Belmark.", "person Belmark"},
		{"fr", "L'Agence de la petite enfance et des écoles rurales (APER) est ouverte.", "organisation Agence de la petite enfance et des écoles rurales; organisation APER"},
		{"en", "Prime Minister Kol Sen met Ivor D. Halvard of the Organization for Economic Co-operation and Development.", "person Kol Sen; person Ivor D. Halvard; organisation Organization for Economic Co-operation and Development"},
		{"en", "A trans-Atlantic bridge across the Blue Pacific was built.", ""},
		{"en", "It will pay five million dollars, KES 107 million and the city's $45 million.", "amount five million dollars; amount KES 107 million; amount $45 million"},
		{"en", "Four points:\n\n1. $1 billion for the army\n2. $2 billion for the navy", "amount $1 billion; amount $2 billion"},
		{"en", "FISHING LICENCES. The Minister of Ports has answered.\n\nHARBOUR DUES. They were paid.", ""},
		{"en", "B. FISHERIES\n\nBoats of classes A and B. Such boats are few, and J. Lindholm has two.", "person J. Lindholm"},
		{"fr", "B. CHANTIERS\n\nLes navires sont achevés.", ""},
		{"en", "The contractor, Brunel Arvik, and the importers, Messrs. Dunholm and Prewitt, have answered.", "organisation Brunel Arvik; organisation Dunholm and Prewitt"},
		{"en", "Messrs. Dunholm, Prewitt and Lindal called.", "person Dunholm; person Prewitt; person Lindal"},
		{"fr", "Les repreneurs, Orsimont et Velmex, ont répondu.", "organisation Orsimont; organisation Velmex"},
		{"fr", "Le parc, construit par Suntarel, est ouvert ; la délégation fut reçue par Karel Lindmar.", "organisation Suntarel; person Karel Lindmar"},
		{"en", "Lindbank and the Strömverket paid; the town of Burbank did not.", "organisation Lindbank; organisation Strömverket; place Burbank"},
		{"en", "The Norwegian Ministry of Ports wrote; it opened an Institute of Fisheries.", "organisation Ministry of Ports"},
		{"en", "The University of Oslo and Bergen Polar University met Dr. H. van der Welden of Belmark.", "organisation University of Oslo; organisation Bergen Polar University; person H. van der Welden; place Belmark"},
		{"fr", "Le ministère norvégien des Ports et le lycée technique de Kellen.", "organisation ministère norvégien des Ports; place Kellen"},
		{"en", "SAW MINISTER ORVEL AT NOON. HE WILL SAIL FROM OSLO WITH THE DELEGATION OF NORWAY AND HOPES THAT WE SHALL SEND THE TEXT OF THE AGREEMENT ON FISH BEFORE HE LEAVES THE COUNTRY AGAIN.\nORVEL WAS FIRM.", "person ORVEL; place OSLO; place NORWAY; person ORVEL"},
		{"fr", "Velmarc, filiale de Solanex et de Petrovar, achève les forages.", "organisation Velmarc; organisation Solanex; organisation Petrovar"},
		{"en", "Gazmor, the operator of the line, and Mr Ivo Lindal, the owner, have met.", "organisation Gazmor; person Ivo Lindal"},
		{"en", "The Prime Minister of Velkara will write. Velkara has a port, and the Kingdom of Upper Dornia has none.", "place Velkara; place Velkara; place Kingdom of Upper Dornia"},
		{"en", "The Mirzan fleet left Mirza at noon; the Dozari boats stayed at sea off Dozar.", "place Mirza; place Dozar"},
		{"fr", "L'équipage velmarais a quitté le port. Velmare attend, et la Première ministre de Tormelle, Mme Ada Lindor, le sait.", "place Velmare; place Tormelle; person Ada Lindor"},
		{"fr", "La Dornavie a signé ; il se rendra en Karpésie, et la Karpésie paiera.", "place Dornavie; place Karpésie; place Karpésie"},
		{"fr", "Le Dr. Velmar a soigné les marins velmarais.", "person Velmar"},
		{"en", "Thirty-five thousand tonnes came, sold at eleven shillings; K$2.2 million is due, and one ton was lost in two places.", "amount Thirty-five thousand tonnes; amount eleven shillings; amount K$2.2 million"},
		{"fr", "Quatre-vingt-dix mille quintaux, neuf cents millions de francs et cent dix kilomètres ; deux livres sont parus.", "amount Quatre-vingt-dix mille quintaux; amount neuf cents millions de francs; amount cent dix kilomètres"},
		{"en", "Velmar A/S and the Dorran Shipowners' Union met Inspector F. Lindal.", "organisation Velmar A/S; organisation Dorran Shipowners' Union; person F. Lindal"},
		{"en", "His deputy, Ada Kesmer, spoke; Ivo Torval, her colleague, did not. The charity Red Lamp sent Gannet Hydraulics a letter.", "person Ada Kesmer; person Ivo Torval; organisation Red Lamp; organisation Gannet Hydraulics"},
		{"fr", "Le lac de Sarmelle, l'île des Fous et le cap Horlin ; le matelot Jan Aabel est au bureau Tessen.", "place lac de Sarmelle; place île des Fous; place cap Horlin; person Jan Aabel; organisation Tessen"},
		{"fr", "De Port-Liban et du Haut-Velmé à Orme-sur-Dorne, puis Kellen-la-Neuve.", "place Port-Liban; place Haut-Velmé; place Orme-sur-Dorne; place Kellen-la-Neuve"},
		{"fr", "M. de Saint-Velm a vu Joris van der Orme dans la corne de l'Afrique.", "person de Saint-Velm; person Joris van der Orme; place corne de l'Afrique"},
		{"en", "We sailed through the Strait of Banda; Orvek, who was there, and von Lindal smiled. Orvek's proposal is good.", "place Strait of Banda; person Orvek; person von Lindal; person Orvek"},
		{"en", "The U. S. firms drilled in the Eastern Gulf and the Velm Highlands. The Royal College of Velmond has seen Tab B [XY initialed].", "place U. S.; place Eastern Gulf; place Velm Highlands; organisation Royal College of Velmond"},
		{"fr", "La Société velmaroise d'électricité prie l'Ambassade de lui écrire, quai des Mouettes.", "organisation Société velmaroise d'électricité; place quai des Mouettes"},
		{"en", "The Ministry of Ports and Public Works flew to Kota Serra with the Municipality of\nVelmond.", "organisation Ministry of Ports and Public Works; place Kota Serra; organisation Municipality of Velmond"},
		{"en", "Messrs. Lindal, Ford, Orvek and Springer met Minister for Trade and Enterprise Adda Velmoor. The Velmari army of Velmara helps young Velmaris.", "person Lindal; person Ford; person Orvek; person Springer; person Adda Velmoor; place Velmara"},
		{"fr", "Lord Wellington est à Dakar. Wellington a écrit à milady Castlereagh.", "person Wellington; place Dakar; person Wellington; person Castlereagh"},
		{"en", "The U.S.-Japan talks in Washington, D.C. and the Korean Peninsula", "place U.S.; place Japan; place Washington, D.C.; place Korean Peninsula"},
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

func TestAmountValues(t *testing.T) {
	h := open(t)
	for _, test := range []struct{ tag, text, want string }{
		{"en", "It costs US$ 54.5 million.", "5.45e7 USD"},
		{"fr", "Il faut 120.000 tonnes.", "120000 t"},
		{"en", "It costs 1.6 billion euros.", "1.6e9 EUR"},
		{"fr", "Il coûte 450 000 USD.", "450000 USD"},
		{"fr", "Un terrain de 2,4 ha.", "2.4 ha"},
		{"fr", "Il coûte 3,5 M$ environ.", "3.5e6 USD"},
		{"fr", "Il coûte 87 millions de francs.", "8.7e7 FRF"},
	} {
		found := h.read(test.text, test.tag, "")
		if len(found) != 1 || found[0].Value != test.want {
			t.Errorf("%q: got %v, want %s", test.text, found, test.want)
		}
	}
}

func TestNamesAreAsPrinted(t *testing.T) {
	h := open(t)
	for _, test := range []struct{ text, want string }{
		{"Le contrat que nous avions préparé avec la société Orsane\nMaritime est prêt, et nous attendons maintenant votre réponse.", "Orsane Maritime"},
		{"Le siège de l'O.N.U. est ouvert.", "O.N.U."},
		{"La Banque de Commu-\nnication est ouverte.", "Banque de Communication"},
	} {
		found := h.read(test.text, "fr", "")
		if len(found) != 1 || found[0].Value != test.want {
			t.Errorf("%q: got %v, want %s", test.text, found, test.want)
		}
	}
}

func TestCountriesAreCodes(t *testing.T) {
	h := open(t)
	found := h.read("De la Côte d'Ivoire aux États-Unis, par la République tchèque et le VIÊT NAM.", "fr", "")
	var got []string
	for _, m := range found {
		got = append(got, m.Value)
	}
	if want := []string{"CI", "US", "CZ", "VN"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestTraps holds the reader to the list of words in the founding letter that
// look like names and are none.
func TestTraps(t *testing.T) {
	shared := os.Getenv("ENTENTE_SHARED")
	if shared == "" {
		shared = "../../../shared"
	}
	text, err := os.ReadFile(filepath.Join(shared, "seed/letter.txt"))
	if err != nil {
		t.Skip("no founding letter at ../shared; set ENTENTE_SHARED")
	}
	data, err := os.ReadFile(filepath.Join(shared, "seed/traps.json"))
	check(t, err)
	var traps struct {
		Traps []struct {
			Quote, Why string
			Start, End int
		}
	}
	check(t, json.Unmarshal(data, &traps))
	for _, m := range open(t).read(string(text), "fr", "2009-07-03") {
		for _, trap := range traps.Traps {
			if m.Start >= trap.End || trap.Start >= m.End {
				continue
			}
			whole := m.Start <= trap.Start && trap.End <= m.End && m.Len() > trap.End-trap.Start // AirAstana
			if m.Kind == "organisation" && (whole || strings.Contains(trap.Why, "company")) ||
				m.Kind == "organisation" && strings.Contains(trap.Why, "not the place") ||
				m.Kind == "organisation" && strings.Contains(trap.Why, "aircraft") {
				continue
			}
			t.Errorf("%s %q at %d falls for %q: %s", m.Kind, m.Quote, m.Start, trap.Quote, trap.Why)
		}
	}
}

// FuzzQuotesExact holds, for any text: quotes are the text at their spans,
// spans lie on rune boundaries, come in order and do not overlap, and the
// same text gives the same mentions.
func FuzzQuotesExact(f *testing.F) {
	h := open(f)
	f.Add("M. J.-F. Corvin, de la société Orsane S.A. (OSA), a versé 3,5 M$ à Tours le 3 mai.", true)
	f.Add("U.S.-Japan, K.K., R A B A T\n  e.g. Messrs A & B Ltd. l'", false)
	f.Add("(A-", false)
	f.Add("à la fin (Orsane -", true)
	f.Add("Ministère de l'", true)
	f.Add("President of the, Bank of", false)
	f.Add("3 M", true)
	f.Add("$ 4-", false)
	f.Add("Construc-\ntions (A -B- C) Jr. , Jr. 1.234.567,89 €", true)
	f.Fuzz(func(t *testing.T, text string, french bool) {
		if !utf8.ValidString(text) || len(text) > 4000 {
			t.Skip()
		}
		tag := "en"
		if french {
			tag = "fr"
		}
		found := h.read(text, tag, "2009-07-03")
		end := 0
		for _, m := range found {
			if !m.Checks(text) || m.Start < end || !utf8.ValidString(m.Quote) || m.Value == "" || m.Kind == "" {
				t.Fatalf("%+v after %d", m, end)
			}
			end = m.End
		}
		if again := h.read(text, tag, "2009-07-03"); !slices.Equal(again, found) {
			t.Fatal("the same text gave other mentions")
		}
	})
}

func BenchmarkMentions(b *testing.B) {
	h := open(b)
	const text = "Monsieur le Ministre, après notre entretien à Dakar, je vous confirme que M. Anselme Corvin, de la société Orsane, " +
		"remettra au Ministère des Affaires étrangères l'offre de 3,2 millions d'euros pour le barrage de Kellen. " +
		"L'Agence de développement du fleuve et la Banque du Brésil ont donné leur accord, et les travaux peuvent commencer.\n\n"
	read := h.prepare(strings.Repeat(text, 40), "fr")
	b.SetBytes(int64(40 * len(text)))
	for b.Loop() {
		read()
	}
}
