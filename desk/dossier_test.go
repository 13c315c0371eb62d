package desk_test

import (
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/examples"
	"entente/internal/storetest"
	"entente/lang"
)

var update = flag.Bool("update", false, "write the golden files anew")

// founding is the letter itself, where the shared texts are at hand; inLetter
// are names by which its claims are known.
const founding = "seed/letter.txt"

var inLetter = map[string]string{
	"visit-2009": "prévue", "partnership": "partenariat", "space-agreement": "espace", "defence-agreement": "défense",
	"innovation-agreement": "innovation", "visa-agreement": "visas", "tramway": "Alstom", "engines": "CFM", "satellites": "Astrium",
	"helicopters": "Eurocopter", "water": "Degremont", "radios": "Thal", "issatay": "Issat", "areva": "Areva",
}

// TestDossier reads the notes on France and Kazakhstan and holds what the
// register makes of them to the truth made by hand: which claims it joins,
// what waits for a person, what became of each matter. A false joining fails
// at once; the rest stands in a golden file.
func TestDossier(t *testing.T) {
	t.Run("notes", func(t *testing.T) { testDossier(t, "testdata/fr-kz.golden", "") })
	t.Run("letter", func(t *testing.T) {
		shared := os.Getenv("ENTENTE_SHARED")
		if shared == "" {
			shared = "../../shared"
		}
		letter := filepath.Join(shared, founding)
		if _, err := os.Stat(letter); err != nil {
			t.Skip("the founding letter is not at hand: " + letter)
		}
		testDossier(t, "testdata/fr-kz-letter.golden", letter)
	})
}

func testDossier(t *testing.T, golden, letter string) {
	dossier := examples.FranceKazakhstan()
	truth, err := examples.ReadTruth(dossier)
	if err != nil {
		t.Fatal(err)
	}
	r := realRegister(t)
	names, err := fs.Glob(dossier, "2*.md")
	if err != nil {
		t.Fatal(err)
	}
	var list []desk.Source
	for _, name := range names {
		s := desk.Source{Name: name, Open: func() (io.ReadCloser, error) { return dossier.Open(name) }}
		if name == examples.LetterReported && letter != "" {
			s = desk.Source{Name: name, Open: func() (io.ReadCloser, error) { return os.Open(letter) }}
		}
		list = append(list, s)
	}
	err = r.Receive(ctx, desk.Receiving{By: "Ivo"}, list, func(receipt desk.Receipt) {
		if receipt.Err != nil || receipt.Unread != nil || receipt.Relation != truth.Relation {
			t.Errorf("%s: relation %q, want %q: %v %v", receipt.Name, receipt.Relation, truth.Relation, receipt.Err, receipt.Unread)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if letter != "" {
		for i, m := range truth.Matters {
			for j, s := range m.Spoken {
				if s.Document == examples.LetterReported {
					truth.Matters[i].Spoken[j].Quote = inLetter[m.ID]
				}
			}
		}
	}
	got := judged(t, r, truth)
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("what the register makes of the dossier moved; look, then run with -update\ngot\n%s", got)
	}
}

func realRegister(t *testing.T) *desk.Register {
	t.Helper()
	packs, err := lang.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := desk.NewReader(packs)
	if err != nil {
		t.Fatal(err)
	}
	r, err := desk.NewRegister(desk.RegisterConfig{Store: &storetest.Memory{}, Reader: reader, Packs: packs, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// judged tells how a register stands to the truth, and fails on a false
// joining.
func judged(t *testing.T, r *desk.Register, truth examples.Truth) string {
	rel, _ := entente.ParseRelation(truth.Relation)
	asOf, err := edtf.Parse(truth.AsOf)
	if err != nil {
		t.Fatal(err)
	}
	status, err := r.Status(ctx, rel, asOf)
	if err != nil {
		t.Fatal(err)
	}
	following := map[entente.ClaimID]*desk.Following{}
	var files []*desk.MatterFile
	for _, list := range [][]*desk.Following{status.Agreements, status.Undertakings} {
		for _, f := range list {
			following[f.ID] = f
			files = append(files, ask(t, r, string(f.ID)).Matter)
		}
	}
	for _, m := range status.Contacts {
		files = append(files, ask(t, r, string(m.ID)).Matter)
	}

	var out strings.Builder
	owner := map[entente.ClaimID]string{} // matter of the register → of the truth
	spoken, joined, missed := 0, 0, 0
	for _, want := range truth.Matters {
		var parts []entente.ClaimID // the matters of the register that it is in
		for _, s := range want.Spoken {
			id := matterOf(files, want.Kind, s)
			switch {
			case id == "" && !s.Aside:
				fmt.Fprintf(&out, "unread   %s: %q\n", want.ID, s.Quote)
				continue
			case id == "":
				continue
			}
			spoken++
			if other := owner[id]; other != "" && other != want.ID {
				t.Errorf("%s and %s are joined", other, want.ID)
			}
			owner[id] = want.ID
			if s.Aside {
				continue
			}
			if n := len(parts); n > 0 {
				if parts[n-1] == id {
					joined++
				} else {
					missed++
					fmt.Fprintf(&out, "missed   %s: %q\n", want.ID, s.Quote)
				}
			}
			parts = append(parts, id)
		}
		if want.Kind == entente.Contact || len(parts) == 0 {
			continue
		}
		f := following[parts[0]]
		if got := string(f.Outcome()); got != want.Outcome {
			fmt.Fprintf(&out, "outcome  %s: %s by %q, in truth %s\n", want.ID, got, f.Concluded.Rule, want.Outcome)
		}
	}
	for _, m := range files {
		for _, c := range m.Claims {
			if owner[m.ID] != "" && !speaks(truth, owner[m.ID], c) {
				fmt.Fprintf(&out, "extra    %s: %s at %d\n", owner[m.ID], c.Document.Name, c.Stands().Start)
			}
		}
	}
	for _, c := range truth.Contradictions {
		for _, v := range c.Values {
			if !shows(status.Conflicts, c.Field, v.Value, owner, c.Matter) {
				fmt.Fprintf(&out, "unshown  %s: %s %s\n", c.Matter, c.Field, v.Value)
			}
		}
	}
	var unsure []string // in an order that does not hang on ids
	for _, q := range status.Questions {
		a, b := owner[q.A.Matter], owner[q.B.Matter]
		unsure = append(unsure, fmt.Sprintf("unsure   %s / %s: %s\n", min(a, b), max(a, b), q.Reason))
	}
	slices.Sort(unsure)
	out.WriteString(strings.Join(unsure, ""))
	return fmt.Sprintf("%d words read, %d joined, %d missed, %d false; %d contradictions\n%s", spoken, joined, missed, 0, len(status.Conflicts), out.String())
}

// matterOf returns the matter with a claim that has most of the words.
func matterOf(files []*desk.MatterFile, kind entente.Kind, s examples.Spoken) entente.ClaimID {
	for _, m := range files {
		if m.Kind != kind {
			continue
		}
		for _, c := range m.Claims {
			quote := c.Stands().Quote
			if c.Document.Name == s.Document && (strings.Contains(quote, s.Quote) || strings.Contains(s.Quote, quote)) {
				return m.ID
			}
		}
	}
	return ""
}

// speaks reports whether the truth knows that a claim is about a matter.
func speaks(truth examples.Truth, matter string, c desk.ClaimFile) bool {
	for _, m := range truth.Matters {
		for _, s := range m.Spoken {
			quote := c.Stands().Quote
			if m.ID == matter && c.Document.Name == s.Document && (s.Quote == inLetter[m.ID] || strings.Contains(quote, s.Quote) || strings.Contains(s.Quote, quote)) {
				return true
			}
		}
	}
	return false
}

// shows reports whether a contradiction on a matter names a value.
func shows(conflicts []desk.Conflict, field entente.Field, value string, owner map[entente.ClaimID]string, matter string) bool {
	for _, c := range conflicts {
		for _, v := range c.Values {
			if owner[c.Matter] == matter && c.Field == field && v.Value == value {
				return true
			}
		}
	}
	return false
}
