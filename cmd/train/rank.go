package main

import (
	"fmt"
	"math"
	"path/filepath"
	"strings"

	"entente"
	"entente/internal/score"
)

// held is how dear a weight for a role is, against one choice.
const held = 5.0

// slight is the least that a weight must weigh, in thousandths; a bias is kept
// whatever it weighs, for it says that a field is weighed at all.
const slight = 15

// roles weighs the evidence by which phrases fill the fields of an
// undertaking, on the claims that are read as those that were labelled.
func (j job) roles() error {
	list := filepath.Join(j.out, "mul", "roles.list")
	all := map[string]int{}
	if err := writeWeights(list, "role_weights", roleWeights, all); err != nil { // weights must not hang on those before
		return err
	}
	of, err := j.choices()
	if err != nil {
		return err
	}
	for _, field := range []entente.Field{entente.FieldTitle, entente.FieldBy, entente.FieldAction, entente.FieldWith} {
		for name, w := range rank(of[field]) {
			if n := int(math.Round(w * 1000)); n >= slight || n <= -slight || strings.HasSuffix(name, ":bias") {
				all[name] = n
			}
		}
		fmt.Fprintf(j.say, "%s: %d choices\n", field, len(of[field]))
	}
	return writeWeights(list, "role_weights", roleWeights, all)
}

const roleWeights = "how evidence weighs for what fills a field"

// choices returns the choices that all labelled documents were, by field.
func (j job) choices() (map[entente.Field][]choice, error) {
	reader, frames, err := j.readers()
	if err != nil {
		return nil, err
	}
	of := map[entente.Field][]choice{}
	err = j.golds(func(gold score.Document, name string, text []byte) error {
		found, err := choices(gold, name, text, reader, frames)
		for _, c := range found {
			of[c.field] = append(of[c.field], c)
		}
		return err
	})
	return of, err
}

// rank learns weights of evidence by which the right option of each choice
// outweighs the others, and no option at all, which weighs nothing: a
// conditional logit.
func rank(choices []choice) map[string]float64 {
	type one struct {
		first, last int // its options among all
		right       []bool
	}
	var evidence [][]string
	var all []one
	for _, c := range choices {
		x, any := one{first: len(evidence)}, len(c.gold) == 0
		for _, o := range c.options {
			any = any || o.right
		}
		if !any {
			continue // nothing that was found is right
		}
		for _, o := range c.options {
			evidence, x.right = append(evidence, o.evidence), append(x.right, o.right)
		}
		x.last, x.right = len(evidence), append(x.right, len(c.gold) == 0)
		all = append(all, x)
	}
	names, rows := index(evidence)
	bend := make([]float64, len(names))
	for _, x := range all {
		most := map[int]int{}
		for _, row := range rows[x.first:x.last] {
			for _, k := range row {
				most[k] = max(most[k], len(row))
			}
		}
		for k, n := range most {
			bend[k] += float64(n)
		}
	}
	return descend(names, bend, func(string) float64 { return held }, func(at, grad []float64) {
		for _, x := range all {
			options := rows[x.first:x.last]
			p := make([]float64, len(options)+1)
			sum, good := 0.0, 0.0
			for i := range p {
				if i < len(options) {
					for _, k := range options[i] {
						p[i] += at[k]
					}
				}
				p[i] = math.Exp(min(p[i], 60))
				sum += p[i]
				if x.right[i] {
					good += p[i]
				}
			}
			for i, row := range options {
				g := p[i] / sum
				if x.right[i] {
					g -= p[i] / good
				}
				for _, k := range row {
					grad[k] += g
				}
			}
		}
	})
}
