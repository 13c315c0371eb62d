package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"entente"
	"entente/internal/score"
	"entente/lang"
	"entente/reading/mentions"
)

// A named text is a piece of text whose names are marked.
type namedText struct {
	text  string
	names []namedSpan
}

type namedSpan struct {
	entente.Span
	kind entente.MentionKind
}

var nameKinds = map[string]entente.MentionKind{
	"PER": entente.MentionPerson, "ORG": entente.MentionOrganisation, "LOC": entente.MentionPlace,
	"person": entente.MentionPerson, "organisation": entente.MentionOrganisation, "place": entente.MentionPlace,
}

// names makes names.model of the packs en and fr: what a run of capitals is.
func (j job) names() error {
	packs, err := lang.Open(os.DirFS(j.out))
	if err != nil {
		return err
	}
	reader, err := mentions.New(packs, nil)
	if err != nil {
		return err
	}
	folder := filepath.Join(j.training, "ner")
	sources := map[string]func() ([]namedText, error){
		"en": func() ([]namedText, error) {
			a, err := columns(filepath.Join(folder, "wikigold.conll.txt"), 0, 1)
			if err != nil {
				return nil, err
			}
			b, err := columns(filepath.Join(folder, "en_ewt-ud-dev.iob2"), 1, 2)
			if err != nil {
				return nil, err
			}
			c, err := columns(filepath.Join(folder, "en_ewt-ud-test.iob2"), 1, 2)
			return append(append(a, b...), c...), err
		},
		"fr": func() ([]namedText, error) {
			a, err := columns(filepath.Join(folder, "enp_FR.bnf.bio"), 0, 1)
			if err != nil {
				return nil, err
			}
			b, err := letters(filepath.Join(folder, "fr-letters.jsonl"))
			return append(a, b...), err
		},
	}
	for _, tag := range []string{"en", "fr"} {
		if j.only != "" && j.only != tag {
			continue
		}
		texts, err := sources[tag]()
		if err != nil {
			return err
		}
		labelled, err := j.named(tag)
		if err != nil {
			return err
		}
		first := len(texts) // of the labelled documents, on which nothing is held out
		for range tradeWeight {
			texts = append(texts, labelled...)
		}
		small, err := j.smallWords(tag, texts)
		if err != nil {
			return err
		}
		var examples []nameExample
		public := 0
		for i, t := range texts {
			if i == first {
				public = len(examples)
			}
			examples = append(examples, nameExamples(reader, t, tag, small)...)
		}
		var train, test []nameExample
		for i, e := range examples {
			if i < public && i/200%10 == 9 {
				test = append(test, e)
			} else {
				train = append(train, e)
			}
		}
		fmt.Fprintf(j.say, "%s: %d runs of capitals; held-out accuracy %.3f\n", tag, len(examples), nameAccuracy(learnNames(train, small), test))
		if err := os.WriteFile(filepath.Join(j.out, tag, "names.model"), []byte(learnNames(examples, small)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

type nameExample struct {
	features []uint32
	kind     int
}

func nameExamples(reader *mentions.Reader, t namedText, tag string, small mentions.Weights) []nameExample {
	doc := &entente.Document{Text: t.text, Language: tag}
	var out []nameExample
	for _, c := range reader.Candidates(doc, small) {
		e := nameExample{features: c.Features}
		for _, n := range t.names {
			if n.Overlaps(c.Span) {
				for k, kind := range mentions.Kinds {
					if kind == n.kind {
						e.kind = k
					}
				}
			}
		}
		out = append(out, e)
	}
	return out
}

// learnNames is an averaged perceptron, quantised to a byte a weight.
func learnNames(examples []nameExample, small mentions.Weights) mentions.Weights {
	const kinds = len(mentions.Kinds)
	now := make([]float64, mentions.Buckets*kinds)
	sum := make([]float64, mentions.Buckets*kinds)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	shuffle := rand.New(rand.NewPCG(1, 2)) // the same data make the same bytes
	step := 1.0
	for range 8 {
		shuffle.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, i := range order {
			e := examples[i]
			var s [kinds]float64
			for _, f := range e.features {
				for k := range s {
					s[k] += now[int(f)*kinds+k]
				}
			}
			best := 0
			for k := range s {
				if k != e.kind {
					s[k] += 1 // a margin
				}
				if s[k] > s[best] {
					best = k
				}
			}
			if best != e.kind {
				for _, f := range e.features {
					now[int(f)*kinds+e.kind]++
					now[int(f)*kinds+best]--
					sum[int(f)*kinds+e.kind] += step
					sum[int(f)*kinds+best] -= step
				}
			}
			step++
		}
	}
	out := []byte(small)
	for i := range now {
		w := (now[i] - sum[i]/step) * 8
		out[i] = byte(int8(max(-127, min(127, w))))
	}
	return mentions.Weights(out)
}

func nameAccuracy(w mentions.Weights, test []nameExample) float64 {
	right := 0
	for _, e := range test {
		s := w.Score(e.features)
		best := 0
		for k := range s {
			if s[k] > s[best] {
				best = k
			}
		}
		if best == e.kind {
			right++
		}
	}
	return float64(right) / float64(max(1, len(test)))
}

// columns reads a file of one token a line, a blank line after each sentence,
// as running text; token and tag say which columns they stand in.
func columns(file string, token, tag int) ([]namedText, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []namedText
	var t namedText
	var b strings.Builder
	last := ""
	flush := func() {
		if t.text = b.String(); t.text != "" {
			out = append(out, t)
		}
		t, last = namedText{}, ""
		b.Reset()
	}
	tokens := 0
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		c := strings.Fields(lines.Text())
		if len(c) <= max(token, tag) {
			if tokens > 20 || !strings.HasSuffix(file, ".bio") {
				flush()
				tokens = 0
			}
			continue
		}
		if c[0] == "#" || c[0] == "-DOCSTART-" {
			continue
		}
		tokens++
		word := c[token]
		if s := b.String(); s != "" && !strings.ContainsAny(word[:1], ",.;:!?)]'") && !strings.HasSuffix(s, "'") && !strings.HasSuffix(s, "(") {
			b.WriteByte(' ')
		}
		start := b.Len()
		b.WriteString(word)
		mark, kind, _ := strings.Cut(c[tag], "-")
		if k := nameKinds[kind]; k != "" {
			if n := len(t.names); n > 0 && kind == last && mark == "I" {
				t.names[n-1].End = b.Len()
			} else {
				t.names = append(t.names, namedSpan{entente.Span{Start: start, End: b.Len()}, k})
			}
		}
		last = kind
		if word == "." && tokens > 60 {
			flush()
			tokens = 0
		}
	}
	flush()
	return out, lines.Err()
}

// tradeWeight is how often each labelled document is learnt on: the others are
// further from what the reader reads.
const tradeWeight = 3

// named reads the names of the labelled documents of a language.
func (j job) named(tag string) ([]namedText, error) {
	var out []namedText
	err := j.golds(func(gold score.Document, name string, text []byte) error {
		lang := gold.Document.Language
		if lang == "" {
			lang = name[:2]
		}
		if lang != tag || gold.Mentions == nil {
			return nil
		}
		t := namedText{text: string(text)}
		for _, m := range *gold.Mentions {
			if k := nameKinds[m.Kind]; k != "" {
				t.names = append(t.names, namedSpan{entente.Span{Start: m.Start, End: m.End}, k})
			}
		}
		out = append(out, t)
		return nil
	})
	return out, err
}

// letters reads the marked letters, one a line.
func letters(file string) ([]namedText, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []namedText
	d := json.NewDecoder(f)
	for d.More() {
		var l struct {
			Text     string
			Entities []struct {
				Kind       string
				Start, End int
			}
		}
		if err := d.Decode(&l); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		t := namedText{text: l.Text}
		for _, e := range l.Entities {
			if k := nameKinds[e.Kind]; k != "" {
				t.names = append(t.names, namedSpan{entente.Span{Start: e.Start, End: e.End}, k})
			}
		}
		out = append(out, t)
	}
	return out, nil
}

// smallWords returns a model that knows nothing but which words are written
// small three times or more in the texts, which are partly badly printed, or
// once in the treebanks under CC BY-SA.
func (j job) smallWords(tag string, texts []namedText) (mentions.Weights, error) {
	model := make([]byte, mentions.ModelSize)
	files, err := filepath.Glob(filepath.Join(j.training, "ud", tag+"_*.conllu"))
	if err != nil {
		return "", err
	}
	seen := map[string]int{}
	for _, t := range texts {
		for _, word := range strings.FieldsFunc(t.text, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if len(word) > 2 && strings.ToLower(word) == word {
				if seen[word]++; seen[word] == 3 {
					mentions.SetSmall(model, word)
				}
			}
		}
	}
	for _, file := range files {
		if strings.Contains(file, "sequoia") {
			continue // LGPL-LR, which does not mix
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		for line := range strings.Lines(string(data)) {
			c := strings.SplitN(line, "\t", 5)
			if len(c) == 5 && strings.ToLower(c[1]) == c[1] && c[3] != "PROPN" && c[3] != "NUM" && len(c[1]) > 2 {
				mentions.SetSmall(model, c[1])
			}
		}
	}
	return mentions.Weights(model), nil
}
