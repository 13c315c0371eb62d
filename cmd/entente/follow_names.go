package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"slices"

	"entente"
	"entente/desk"
	"entente/lang"
)

type namesCommand struct{}

func (namesCommand) Help() string {
	return `A line is a JSON object with a, b and kind (person, organisation or place); the answer is {"same", "unsure", "score", "why"}. Names meet across scripts, romanisations, word orders and small slips.

Example:

    echo '{"a": "Nazarbaïev", "b": "Назарбаев", "kind": "person"}' | entente names`
}

// nameKinds are the kinds of name that can be compared.
var nameKinds = []entente.MentionKind{entente.MentionPerson, entente.MentionOrganisation, entente.MentionPlace}

func (namesCommand) Run(h *house) error {
	packs, err := lang.Embedded()
	if err != nil {
		return err
	}
	compare := desk.Names(packs)
	in := bufio.NewScanner(h.stdin)
	in.Buffer(make([]byte, 64<<10), maxLine)
	out := json.NewEncoder(h.stdout)
	out.SetEscapeHTML(false)
	for number := 1; in.Scan(); number++ {
		var q struct {
			A, B string
			Kind entente.MentionKind
		}
		if err := json.Unmarshal(in.Bytes(), &q); err != nil || !slices.Contains(nameKinds, q.Kind) {
			return &entente.InputError{Name: fmt.Sprintf("standard input, line %d", number), At: -1, Err: entente.ErrInvalid,
				Text: `no pair of names; write {"a": …, "b": …, "kind": "person"|"organisation"|"place"}`}
		}
		s := compare(q.A, q.B, q.Kind)
		if err := out.Encode(struct {
			Same   bool    `json:"same"`
			Unsure bool    `json:"unsure"`
			Score  float64 `json:"score"`
			Why    string  `json:"why"`
		}{s.Same, s.Unsure, float64(int(s.Score*1000+0.5)) / 1000, s.Why}); err != nil {
			return err
		}
	}
	return in.Err()
}
