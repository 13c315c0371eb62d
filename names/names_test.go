package names_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"entente"
	"entente/lang"
	"entente/names"
)

var update = flag.Bool("update", false, "write the golden files anew")

func comparer(t testing.TB) *names.Comparer {
	t.Helper()
	packs, err := lang.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return names.New(packs)
}

// TestPairs measures the comparer on pairs of our own. The golden file holds
// the F1 and every pair that fails, so that a change shows what it moved.
func TestPairs(t *testing.T) {
	c := comparer(t)
	data, err := os.ReadFile("testdata/pairs.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var right, said, labelled, n int
	var failures strings.Builder
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 4 {
			continue
		}
		n++
		want := f[3] == "yes"
		s := c.Compare(f[1], f[2], entente.MentionKind(f[0]))
		if s.Same {
			said++
		}
		if want {
			labelled++
		}
		if s.Same && want {
			right++
		}
		if s.Same != want {
			fmt.Fprintf(&failures, "%s\t%s\t%s\tlabelled %s\t%.2f\tunsure %v\t%s\n", f[0], f[1], f[2], f[3], s.Score, s.Unsure, s.Why)
		}
	}
	if n < 200 {
		t.Fatalf("%d pairs, want at least 200", n)
	}
	p, r := float64(right)/float64(said), float64(right)/float64(labelled)
	got := fmt.Sprintf("%d pairs  P %.3f  R %.3f  F1 %.3f\n%s", n, p, r, 2*p*r/(p+r), failures.String())
	const golden = "testdata/pairs.golden"
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
		t.Errorf("scores moved; look, then run with -update\ngot\n%swant\n%s", got, want)
	}
}

func TestFold(t *testing.T) {
	c := comparer(t)
	for _, test := range []struct{ in, want string }{
		{"Société d'Énergie", "societe d energie"},
		{"Noursoultan NAZARBAÏEV", "noursoultan nazarbaiev"},
		{"Нұрсұлтан Назарбаев", "nursultan nazarbaev"},
		{"мой", "moy"},
		{"S.A.", "sa"},
		{"  ", ""},
		{"東京", "東京"},
	} {
		if got := c.Fold(test.in); got != test.want {
			t.Errorf("Fold(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

// A slip in a short name is never certain, whatever the letters.
func TestShortNamesOnlyExact(t *testing.T) {
	c := comparer(t)
	s := c.Compare("KGM", "KMG", entente.MentionOrganisation)
	if s.Same || !s.Unsure || s.Why == "" {
		t.Errorf("KGM, KMG = %+v, want unsure with a reason", s)
	}
}

// Compare is symmetric, bounded, certain of a name and itself, and never
// both the same and unsure.
func FuzzCompareSymmetric(f *testing.F) {
	f.Add("Noursoultan NAZARBAÏEV", "Назарбаев, Н.")
	f.Add("K. M. G.", "\xff\x00")
	c := comparer(f)
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a) > 200 || len(b) > 200 {
			return
		}
		for _, kind := range []entente.MentionKind{entente.MentionPerson, entente.MentionOrganisation, entente.MentionPlace} {
			x, y := c.Compare(a, b, kind), c.Compare(b, a, kind)
			if x.Score != y.Score || x.Same != y.Same || x.Unsure != y.Unsure {
				t.Fatalf("Compare(%q, %q, %s) = %+v, swapped %+v", a, b, kind, x, y)
			}
			if x.Score < 0 || x.Score > 1 || x.Same && x.Unsure {
				t.Fatalf("Compare(%q, %q, %s) = %+v", a, b, kind, x)
			}
			if len(c.Core(a, kind)) > 0 && !c.Compare(a, a, kind).Same {
				t.Fatalf("Compare(%q, itself, %s) is not the same", a, kind)
			}
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	c := comparer(b)
	for b.Loop() {
		c.Compare("Noursoultan NAZARBAÏEV", "Nursultan Nasarbajew", entente.MentionPerson)
	}
}
