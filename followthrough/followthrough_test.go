package followthrough_test

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"entente"
	"entente/edtf"
	"entente/examples"
	"entente/followthrough"
)

func day(t testing.TB, text string) edtf.Day {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	first, _ := d.Bounds()
	return first
}

// TestDossier concludes what became of each matter of the example dossier
// from what its documents say, and compares with the truth made by hand.
func TestDossier(t *testing.T) {
	dossier := os.DirFS("../examples/arcadia-sylvania")
	truth, err := examples.ReadTruth(dossier)
	if err != nil {
		t.Fatal(err)
	}
	letters, err := fs.Glob(dossier, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var read []followthrough.Read
	for _, name := range letters {
		read = append(read, followthrough.Read{Document: entente.DocumentID(name), Dated: day(t, name[:10])})
	}
	for _, m := range truth.Matters {
		if m.Kind == entente.Contact {
			continue
		}
		var steps []followthrough.Step
		for i, s := range m.Spoken {
			step := followthrough.Step{Claim: entente.ClaimID(fmt.Sprint(i)), Document: entente.DocumentID(s.Document), Dated: day(t, s.Document[:10]), Force: s.Force, Stage: s.Stage}
			if s.Due != "" {
				step.Due, _ = edtf.Parse(s.Due)
			}
			steps = append(steps, step)
		}
		got := followthrough.Conclude(m.Kind, steps, read, day(t, truth.AsOf), truth.HorizonMonths)
		if string(got.Outcome) != m.Outcome {
			t.Errorf("%s is %s by %q, want %s: %s", m.ID, got.Outcome, got.Rule, m.Outcome, m.Why)
		}
		if len(got.Claims) == 0 {
			t.Errorf("%s is %s without a claim that shows it", m.ID, got.Outcome)
		}
	}
}

func TestConclude(t *testing.T) {
	var read []followthrough.Read
	for _, d := range []string{"2030-01-10", "2031-01-10", "2032-01-10", "2033-01-10", "2034-01-10"} {
		read = append(read, followthrough.Read{Document: entente.DocumentID(d), Dated: day(t, d)})
	}
	for _, test := range []struct {
		name, kind, steps, asOf string // steps: "date force stage due;…"
		want                    entente.Outcome
		rule                    followthrough.Rule
		silent                  int
	}{
		{"a promise not yet due is open", "undertaking", "2030-01-10 promised - 2032-12-31", "2030-06-01", entente.Open, followthrough.ByNothing, 0},
		{"past its due date it is stalled", "undertaking", "2030-01-10 promised - 2030-12-31", "2031-02-01", entente.Stalled, followthrough.ByDue, 0},
		{"what is done is kept", "undertaking", "2030-01-10 promised;2031-01-10 done completed", "2034-01-10", entente.Kept, followthrough.ByCompletion, 0},
		{"a signed agreement is kept", "agreement", "2030-01-10 proposed to_be_signed;2031-01-10 done signed", "2034-01-10", entente.Kept, followthrough.BySignature, 0},
		{"until it is terminated", "agreement", "2030-01-10 done signed;2031-01-10 done terminated", "2034-01-10", entente.Dropped, followthrough.ByEnd, 0},
		{"three silent documents make a silence", "undertaking", "2030-01-10 proposed", "2033-06-01", entente.Silent, followthrough.BySilence, 3},
		{"two do not", "undertaking", "2031-01-10 hoped", "2033-06-01", entente.Stalled, followthrough.ByNoAdvance, 0},
		{"silence needs the horizon to pass", "undertaking", "2032-01-10 proposed", "2033-12-01", entente.Open, followthrough.ByNothing, 0},
		{"news opens what was dropped", "undertaking", "2030-01-10 refused dropped;2033-01-10 agreed", "2033-06-01", entente.Moving, followthrough.ByAdvance, 0},
		{"refused is dropped", "undertaking", "2030-01-10 proposed;2031-01-10 refused -", "2031-06-01", entente.Dropped, followthrough.ByRefusal, 0},
		{"words of standstill count", "undertaking", "2030-01-10 done under_way;2031-01-10 done stalled", "2031-06-01", entente.Stalled, followthrough.ByWord, 0},
		{"repeating is no advance", "undertaking", "2030-01-10 proposed;2032-01-10 proposed", "2032-06-01", entente.Stalled, followthrough.ByNoAdvance, 0},
		{"what came later was not known then", "undertaking", "2030-01-10 promised;2031-01-10 done completed", "2030-06-01", entente.Open, followthrough.ByNothing, 0},
	} {
		var steps []followthrough.Step
		for i, s := range strings.Split(test.steps, ";") {
			f := append(strings.Fields(s), "-", "-")
			step := followthrough.Step{Claim: entente.ClaimID(fmt.Sprint(i)), Document: entente.DocumentID(f[0]), Dated: day(t, f[0]), Force: entente.Force(f[1]), Stage: strings.Trim(f[2], "-")}
			if f[3] != "-" {
				step.Due, _ = edtf.Parse(f[3])
			}
			steps = append(steps, step)
		}
		got := followthrough.Conclude(entente.Kind(test.kind), steps, read, day(t, test.asOf), 0)
		if got.Outcome != test.want || got.Rule != test.rule || test.rule == followthrough.BySilence && len(got.Silent) != test.silent {
			t.Errorf("%s: %s by %q with %d silent, want %s by %q with %d", test.name, got.Outcome, got.Rule, len(got.Silent), test.want, test.rule, test.silent)
		}
	}
}
