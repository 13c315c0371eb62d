package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"entente"
	"entente/desk"
	"entente/internal/score"
	"entente/lang"
	"entente/reading/claims"
)

// A judged candidate is the evidence for a claim and whether a person
// labelled it.
type judged struct {
	kind     entente.Kind
	evidence []string
	right    bool
}

// A labelled claim is what of a gold file matters here.
type labelled struct {
	Kind       entente.Kind
	Start, End int
	Optional   bool
}

// readers opens the packs as they stand in the folder of packs.
func (j job) readers() (*desk.Reader, *claims.Reader, error) {
	packs, err := lang.Open(os.DirFS(j.out))
	if err != nil {
		return nil, nil, err
	}
	reader, err := desk.NewReader(packs)
	if err != nil {
		return nil, nil, err
	}
	frames, err := claims.New(packs, reader.Grammar)
	return reader, frames, err
}

// weights weighs the evidence of claims on labelled documents and on the
// sentences of drill; documents labelled later are what they are judged by.
func (j job) weights() error {
	reader, frames, err := j.readers()
	if err != nil {
		return err
	}
	seen, err := drill(reader, frames)
	if err != nil {
		return err
	}
	err = j.golds(func(gold score.Document, name string, text []byte) error {
		found, err := judge(gold, name, text, reader, frames)
		seen = append(seen, found...)
		return err
	})
	if err != nil {
		return err
	}
	all := map[string]int{}
	for _, kind := range []entente.Kind{entente.Contact, entente.Agreement, entente.Undertaking} {
		var own []judged
		for _, c := range seen {
			if c.kind == kind {
				own = append(own, c)
			}
		}
		for name, w := range weigh(own) {
			if strings.HasSuffix(name, "bias") {
				w += lean[kind]
			}
			if n := int(math.Round(w * 1000)); n != 0 {
				all[name] = n
			}
		}
		fmt.Fprintf(j.say, "%s: %d candidates\n", kind, len(own))
	}
	return writeWeights(filepath.Join(j.out, "mul", "claims.list"), "claim_weights", "how evidence weighs for a claim", all)
}

// golds calls do with each labelled document, its name and its text.
func (j job) golds(do func(gold score.Document, name string, text []byte) error) error {
	n := 0
	for _, folder := range filepath.SplitList(j.labelled) {
		err := filepath.WalkDir(folder, func(file string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".json") {
				return err
			}
			gold, text, err := score.Load(file, j.corpus)
			if err != nil || gold.Claims == nil {
				return err
			}
			name, _, _ := strings.Cut(filepath.Base(file), ".")
			if n++; j.but != nil && j.but(name+".txt") {
				return nil
			}
			return do(gold, name+".txt", text)
		})
		if err != nil {
			return err
		}
	}
	if n == 0 {
		return errors.New("no labelled documents in " + j.labelled)
	}
	return nil
}

// judge reads one labelled document. An optional label teaches nothing.
func judge(gold score.Document, name string, text []byte, reader *desk.Reader, frames *claims.Reader) ([]judged, error) {
	var labels []labelled
	for _, c := range *gold.Claims {
		labels = append(labels, labelled{entente.Kind(c.Kind), c.Start, c.End, c.Optional})
	}
	return hold(name, bytes.NewReader(text), labels, reader, frames)
}

// hold reads one document with every candidate believed and holds the
// candidates against its labels.
func hold(name string, text io.Reader, labels []labelled, reader *desk.Reader, frames *claims.Reader) ([]judged, error) {
	doc, read, err := reader.Read(name, text, "")
	if err != nil {
		return nil, err
	}
	parts, sentences := reader.Stages(&doc)
	candidates, evidence := frames.Candidates(&doc, parts, sentences, read.Envelope, read.Mentions)
	type pair struct {
		label, candidate int
		weight           float64
	}
	var pairs []pair
	for i, l := range labels {
		for n, c := range candidates {
			if w := likeness(l, c); w > 0 {
				pairs = append(pairs, pair{i, n, w})
			}
		}
	}
	// What a clause only names in passing has the labels that are left.
	slices.SortStableFunc(pairs, func(a, b pair) int {
		if x, y := named(evidence[a.candidate]), named(evidence[b.candidate]); x != y {
			if x {
				return 1
			}
			return -1
		}
		return cmp.Compare(b.weight, a.weight)
	})
	of, used := map[int]int{}, map[int]bool{}
	for _, p := range pairs {
		if _, taken := of[p.candidate]; !taken && !used[p.label] {
			of[p.candidate], used[p.label] = p.label, true
		}
	}
	var found []judged
	for n, c := range candidates {
		l, matched := of[n]
		if len(evidence[n]) == 0 || matched && labels[l].Optional {
			continue
		}
		if !matched && named(evidence[n]) && within(n, candidates, of) {
			continue // never asked for where the clause is believed
		}
		found = append(found, judged{c.Kind, evidence[n], matched})
	}
	return found, nil
}

// within reports whether candidate n lies in another that has a label.
func within(n int, candidates []entente.Claim, of map[int]int) bool {
	for k := range of {
		if o := candidates[k]; k != n && o.Kind == entente.Undertaking && o.Start <= candidates[n].Start && candidates[n].End <= o.End {
			return true
		}
	}
	return false
}

// named reports whether evidence is for what a clause only names in passing.
func named(evidence []string) bool {
	return len(evidence) > 0 && strings.HasPrefix(evidence[0], "named:")
}

// likeness is the share of their words that a label and a candidate have in
// common, or 0 if they cannot be the same claim; it prefers firm labels.
func likeness(l labelled, c entente.Claim) float64 {
	a, b := l.End-l.Start, c.Len()
	shared := min(l.End, c.End) - max(l.Start, c.Start)
	if l.Kind != c.Kind || shared*2 < min(a, b) || max(a, b) > 3*min(a, b)+24 {
		return 0
	}
	w := float64(shared) / float64(max(l.End, c.End)-min(l.Start, c.Start))
	if !l.Optional {
		w += 0.3
	}
	return w
}

const (
	ridge = 13.0 // how dear a weight is, against one example
	plain = 5.0  // that of a word by itself
	least = 2    // examples that a piece of evidence must speak in
)

// lean moves the odds at which a candidate is believed, which are exp(-lean):
// nought or below, for a claim read wrongly costs its reader more than one lost.
var lean = map[entente.Kind]float64{entente.Contact: -0.2, entente.Agreement: -0.35, entente.Undertaking: -0.25}

// dearness is how dear the weight of a piece of evidence is.
func dearness(name string) float64 {
	if strings.Contains(name, "word=") {
		return plain
	}
	return ridge
}

// weigh learns a logistic regression: the weights that make the examples
// likeliest. The same examples make the same weights.
func weigh(examples []judged) map[string]float64 {
	var evidence [][]string
	for _, e := range examples {
		evidence = append(evidence, e.evidence)
	}
	names, rows := index(evidence)
	bend := make([]float64, len(names))
	for _, row := range rows {
		for _, k := range row {
			bend[k] += float64(len(row)) / 4
		}
	}
	w := descend(names, bend, dearness, func(at, grad []float64) {
		for i, row := range rows {
			sum := 0.0
			for _, k := range row {
				sum += at[k]
			}
			miss := 1 / (1 + math.Exp(-sum))
			if examples[i].right {
				miss--
			}
			for _, k := range row {
				grad[k] += miss
			}
		}
	})
	return w
}

// writeWeights writes a list of weights, with what it is for before it.
func writeWeights(file, list, what string, weights map[string]int) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# Made by cmd/train from labelled documents: %s, in thousandths.\n\n[%s]\n", what, list)
	names := make([]string, 0, len(weights))
	for name := range weights {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(&b, "%s = %d\n", name, weights[name])
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}
