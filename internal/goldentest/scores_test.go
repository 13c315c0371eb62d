package goldentest

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente/internal/score"
)

var table = flag.Bool("table", false, "print the scores with their 95 % intervals")

var scoresFile = filepath.Join("..", "..", "testdata", "scores.txt")

const scoresHead = `# How much of what people labelled the reader reads, exactly. Made by go test ./internal/goldentest -update.
# dossier, own, unusual and heldout are ours (examples, testdata/written, testdata/unusual, testdata/heldout), the others documents outside the project.
# Nothing is learnt on heldout, unusual and archive, and nobody tunes on heldout and unusual blind; weights are learnt on all the others that have claims, so that their rows flatter.
# corpus half lang measure                    P     R     F1     n
`

// TestScores compares the scores of every corpus with testdata/scores.txt.
// The reader is deterministic, so any difference is a change of the reader.
// With -table it prints them with their intervals instead.
func TestScores(t *testing.T) {
	if testing.Short() {
		t.Skip("scores are long; run without -short")
	}
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	all := append(scoreDossier(t, r), scoreWritten(t, r)...)
	if corpus, ok := sharedCorpora(); ok {
		fsys := os.DirFS(corpus)
		all = append(all, scoreShared(t, r, fsys)...)
		all = append(all, scoreLabels(t, r, corpus)...)
		all = append(all, scoreLines(t, r, fsys)...)
	} else {
		t.Log("only our own documents are scored: the shared corpora are not at ../shared; set ENTENTE_SHARED to their folder")
	}
	if *table {
		printTable(all)
	}
	if t.Failed() || *table && !*update {
		return
	}
	got := rows(all)
	data, err := os.ReadFile(scoresFile)
	if err != nil && !*update {
		t.Fatalf("%v; -update makes it", err)
	}
	want := parseRows(string(data))
	if *update {
		for corpus, lines := range got {
			want[corpus] = lines
		}
		if err := os.WriteFile(scoresFile, []byte(printRows(want)), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, corpus := range slices.Sorted(maps.Keys(got)) {
		missing, extra := differences(want[corpus], got[corpus])
		for _, line := range missing {
			t.Errorf("was  %s", line)
		}
		for _, line := range extra {
			t.Errorf("is   %s", line)
		}
	}
	if t.Failed() {
		t.Log("if the reader became better, go test ./internal/goldentest -run Scores -update, and say in the commit what did it")
	}
}

type group struct{ corpus, half, lang string }

func grouped(all []scored) (map[group][]score.Counts, []group) {
	groups := map[group][]score.Counts{}
	var order []group
	for _, s := range all {
		g := group{s.corpus, s.half, s.lang}
		if groups[g] == nil {
			order = append(order, g)
		}
		groups[g] = append(groups[g], s.counts)
	}
	slices.SortFunc(order, func(a, b group) int {
		return strings.Compare(a.corpus+" "+a.half+" "+a.lang, b.corpus+" "+b.half+" "+b.lang)
	})
	return groups, order
}

func sum(documents []score.Counts) score.Counts {
	total := score.Counts{}
	for _, d := range documents {
		total.Add(d)
	}
	return total
}

// rows returns the lines of the file by corpus.
func rows(all []scored) map[string][]string {
	groups, order := grouped(all)
	lines := map[string][]string{}
	for _, g := range order {
		total := sum(groups[g])
		for _, measure := range slices.Sorted(maps.Keys(total)) {
			if strings.HasPrefix(measure, "fields.") {
				continue
			}
			c := total[measure]
			lines[g.corpus] = append(lines[g.corpus], fmt.Sprintf("%-8s %-4s %-4s %-22s %.3f %.3f %.3f %5d",
				g.corpus, g.half, g.lang, measure, c.P(), c.R(), c.F(), c.Gold))
		}
	}
	return lines
}

func parseRows(data string) map[string][]string {
	lines := map[string][]string{}
	for line := range strings.Lines(data) {
		line = strings.TrimSuffix(line, "\n")
		if corpus, _, ok := strings.Cut(line, " "); ok && !strings.HasPrefix(line, "#") {
			lines[corpus] = append(lines[corpus], line)
		}
	}
	return lines
}

func printRows(lines map[string][]string) string {
	var b strings.Builder
	b.WriteString(scoresHead)
	for _, corpus := range slices.Sorted(maps.Keys(lines)) {
		for _, line := range lines[corpus] {
			fmt.Fprintln(&b, line)
		}
	}
	return b.String()
}

// printTable prints one line a corpus, half, language and main measure.
func printTable(all []scored) {
	groups, order := grouped(all)
	fmt.Printf("%-8s %-4s %-4s %5s  %-20s %6s %6s %6s   %-15s %6s\n", "corpus", "half", "lang", "docs", "measure", "P", "R", "F1", "95 % of F1", "n")
	for _, g := range order {
		total := sum(groups[g])
		for _, measure := range slices.Sorted(maps.Keys(total)) {
			if strings.Contains(measure, ".") && !strings.HasPrefix(measure, "claims.") {
				continue
			}
			c := total[measure]
			low, high := score.Interval(groups[g], measure)
			fmt.Printf("%-8s %-4s %-4s %5d  %-20s %6.3f %6.3f %6.3f   %.3f to %.3f  %6d\n",
				g.corpus, g.half, g.lang, len(groups[g]), measure, c.P(), c.R(), c.F(), low, high, c.Gold)
		}
	}
}
