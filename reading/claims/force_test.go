package claims_test

import (
	"strings"
	"testing"

	"entente"
)

const (
	letterEnglish = "Arcadia House, 4 May 2031\n\nDear Minister,\n\n"
	letterFrench  = "Port-Sylvan, le 4 mai 2031\n\nMonsieur le Ministre,\n\n"
	jointFrench   = "Déclaration conjointe de la France et du Canada\n\nOttawa, le 4 mai 2031\n\n"
)

// TestForce holds sentences against the force of their last claim.
func TestForce(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct {
		head, text string
		force      entente.Force
	}{
		{letterEnglish, "The ten tractors offered to your farmers were delivered to Port Sylvan on 2 March 2031.", entente.Done},
		{letterEnglish, "We cannot forget that Canada built the hospital at Port Sylvan in 2029.", entente.Done},
		{letterEnglish, "The first tractor, I am told, will be delivered to Lunor by the end of July.", entente.Promised},
		{letterEnglish, "We will seek to deliver the ten tractors to Lunor by the end of July.", entente.Promised},
		{letterEnglish, "The Committee has resolved not to proceed with the dairy plant at Lunor.", entente.Refused},
		{letterEnglish, "The Treaty on Extradition, initialled in Ottawa on 4 March 2031, can be signed in Lisbon in July.", entente.Proposed},
		{letterFrench, "La seconde tranche du prêt, soit 18 millions d'euros, sera versée en juillet 2031.", entente.Promised},
		{letterFrench, "Vous me confirmez que je serai l'hôte du Canada du 21 au 26 novembre 2031.", entente.Agreed},
		{letterFrench, "Le Comité a décidé de ne pas construire la laiterie de Lunor.", entente.Refused},
		{jointEnglish, "We establish a joint training centre at Port Sylvan.", entente.Agreed},
		{jointEnglish, "The United States and Canada will build a hospital at Port Sylvan.", entente.Agreed},
		{jointEnglish, "Canada will build a hospital at Port Sylvan.", entente.Promised},
		{jointEnglish, "The Canadian side committed to build a hospital at Port Sylvan.", entente.Promised},
		{jointEnglish, "The Canadian Minister announced that twelve engineers would join the academy at Port Sylvan.", entente.Promised},
		{jointEnglish, "Canada does not, for the time being, contemplate the removal of the tax on ferries.", entente.Refused},
		{jointEnglish, "Canada will offer ten scholarships a year at the academy of Port Sylvan.", entente.Promised},
		{jointEnglish, "Canada intends to encourage the construction of two dams at Port Sylvan by 2035.", entente.Promised},
		{jointEnglish, "The Canadian Minister confirmed that the first loan had been paid. A second loan of 3 million euros would be granted in 2032.", entente.Promised},
		{jointEnglish, "The Canadian side will bear the cost of travel and grant each engineer a sum of 1,500 euros.", entente.Promised},
		{jointEnglish, "Both sides plan to work together to boost trade, including through the Portugal-Canada Trade and Investment Framework Agreement.", entente.Done},
		{jointEnglish, "Canada further intends to encourage and support the construction of two dams at Port Sylvan by 2035.", entente.Promised},
		{jointEnglish, "Together with international partners, we remain determined to provide ten ambulances to the hospital of Port Sylvan in 2032.", entente.Agreed},
		{jointEnglish, "The sides resolved to build a hospital at Port Sylvan.", entente.Agreed},
		{letterEnglish, "The Government of Canada and the Government of Portugal agree as follows:\n\n1. Canada will build a hospital at Port Sylvan.", entente.Agreed},
		{letterFrench, "Le Gouvernement de la France et le Gouvernement du Canada sont convenus de ce qui suit :\n\n1. Le Canada construira un hôpital à Port-Sylvan.", entente.Agreed},
		{letterEnglish, "Our ministers agreed on the following: the ferry stays.\n\nI will deliver ten tractors to Lunor by the end of July 2031.", entente.Promised},
		{letterFrench, "J'ai bien reçu l'invitation du Maire de Lisbonne à participer au Forum des villes portuaires, du 9 au 13 octobre 2031.", entente.Proposed},
		{letterFrench, "Le Président a, en outre, demandé au Gouvernement de construire un hôpital à Lunor.", entente.Requested},
		{letterFrench, "Le second permis d'exploitation n'a pas été accordé à la société Lunor.", entente.Refused},
		{letterEnglish, "President Costa will dispatch a trade mission to Port Sylvan in July.", entente.Promised},
		{jointEnglish, "It was agreed that the University of Ottawa and the Technical College of Lisbon would open a school of mines in 2032.", entente.Agreed},
		{letterEnglish, "The dairy at Lunor, put up with a loan of 3 million euros in 2021, has lost its two engineers.", entente.Done},
		{letterEnglish, "The Sylvanian Mining Company wants to build a second dam at Lunor.", entente.Requested},
		{letterEnglish, "The Sylvanian Mining Company has thought better of its bid for the dam at Lunor.", entente.Refused},
		{letterFrench, "Il est attendu du Gouvernement :\n- qu'un bureau unique soit ouvert à Lunor ;\n- que deux camions soient livrés à la douane.\n", entente.Requested},
		{jointFrench, "Décisions :\n- envoi à Lunor de dix ingénieurs ;\n- livraison de dix camions à Port-Sylvan.\n", entente.Agreed},
		{jointFrench, "Décisions :\n- envoi à Lunor de dix ingénieurs ;\n- pas de livraison de camions à Port-Sylvan.\n", entente.Refused},
		{letterFrench, "L'école de Lunor, que les communes réclament depuis longtemps, sera construite en 2032.", entente.Promised},
		{letterEnglish, "The works at the dam of Lunor cannot start until the two ministries agree who pays for them.", entente.Done},
		{jointFrench, "Le Président de la France a prié le Premier ministre du Canada de venir à Paris en septembre 2031.", entente.Proposed},
	} {
		_, read, err := r.Read("said.txt", strings.NewReader(c.head+c.text+"\n"), "")
		if err != nil {
			t.Fatal(err)
		}
		if len(read.Claims) == 0 {
			t.Errorf("%q: no claim", c.text)
			continue
		}
		last := read.Claims[len(read.Claims)-1]
		if last.Force != c.force {
			t.Errorf("%q: %s, want %s (%v)", c.text, last.Force, c.force, last.Trace)
		}
	}
}
