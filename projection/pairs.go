package projection

import (
	"strings"

	"entente"
)

// A Linked is what is held of one claim and another.
type Linked struct {
	Other entente.ClaimID
	Pair
}

// PairsOf returns what is held of a claim and others, by the other's id.
func PairsOf(v View, id entente.ClaimID) ([]Linked, error) {
	var pairs []Linked
	prefix := pairKey(id, "")
	for row, err := range v.Scan(prefix, "") {
		if err != nil {
			return nil, err
		}
		p, err := parse[Pair](row)
		if err != nil {
			return nil, err
		}
		pairs = append(pairs, Linked{entente.ClaimID(strings.TrimPrefix(row.Key, prefix)), *p})
	}
	return pairs, nil
}
