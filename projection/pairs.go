package projection

import (
	"cmp"
	"strings"

	"entente"
)

// A Linked is what is held of one claim and another.
type Linked struct {
	Other entente.ClaimID
	Pair
}

// PairsOf returns what is held of a claim and others that are there, by the
// other's id; an heir stands for the claim before it.
func PairsOf(v View, id entente.ClaimID) ([]Linked, error) {
	selves, err := heirs(v, id)
	if err != nil {
		return nil, err
	}
	var pairs []Linked
	for _, self := range selves {
		if pairs, err = pairsOf(v, self, pairs); err != nil {
			return nil, err
		}
	}
	return pairs, nil
}

func pairsOf(v View, id entente.ClaimID, pairs []Linked) ([]Linked, error) {
	prefix := pairKey(id, "")
	for row, err := range v.Scan(prefix, "") {
		if err != nil {
			return nil, err
		}
		p, err := parse[Pair](row)
		if err != nil {
			return nil, err
		}
		other, err := load[Claim](v, claimKey(entente.ClaimID(strings.TrimPrefix(row.Key, prefix))))
		if err != nil {
			return nil, err
		}
		if other != nil {
			pairs = append(pairs, Linked{cmp.Or(other.Heir, other.ID), *p})
		}
	}
	return pairs, nil
}
