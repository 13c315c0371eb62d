package projection

import (
	"cmp"
	"errors"

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
	all, err := linkedTo(v, id)
	if err != nil {
		return nil, err
	}
	for _, p := range all {
		other, err := load(v, claimKey(p.other), claimRow)
		if err != nil {
			return nil, err
		}
		if other != nil && p.Verdict != "" {
			pairs = append(pairs, Linked{cmp.Or(other.Heir, other.ID), p.Pair})
		}
	}
	return pairs, nil
}

// DoubtsOf returns, of what is held of a claim and others that are there, what
// leaves it open whether they are about one matter; claim returns the row of
// one, or entente.ErrNotFound.
func DoubtsOf(v View, row *Claim, claim func(entente.ClaimID) (*Claim, error)) ([]Linked, error) {
	var pairs []Linked
	for _, self := range append([]entente.ClaimID{row.ID}, row.After...) {
		all, err := linkedTo(v, self)
		if err != nil {
			return nil, err
		}
		for _, p := range all {
			if p.Verdict != entente.Unsure {
				continue
			}
			other, err := claim(p.other)
			if errors.Is(err, entente.ErrNotFound) {
				continue
			}
			if err != nil {
				return nil, err
			}
			pairs = append(pairs, Linked{cmp.Or(other.Heir, other.ID), p.Pair})
		}
	}
	return pairs, nil
}

// DoubtsAhead reads together what is held of claims. It returns a view for
// DoubtsOf of them, and the claims that it will ask for.
func DoubtsAhead(v View, rows []*Claim) (View, []entente.ClaimID, error) {
	var keys []string
	for _, row := range rows {
		for _, self := range append([]entente.ClaimID{row.ID}, row.After...) {
			keys = append(keys, pairsKey(self))
		}
	}
	found, err := v.Rows(keys)
	if err != nil {
		return nil, nil, err
	}
	var others []entente.ClaimID
	for _, key := range keys {
		if found[key] == nil {
			continue
		}
		all, err := parse(Row{key, found[key]}, pairsRow)
		if err != nil {
			return nil, nil, err
		}
		for _, p := range *all {
			if p.Verdict == entente.Unsure {
				others = append(others, p.other)
			}
		}
	}
	return readView{v, found}, others, nil
}

// A readView is a View of which some rows were read ahead.
type readView struct {
	View
	rows map[string][]byte
}

func (v readView) Get(key string) ([]byte, error) {
	if row := v.rows[key]; row != nil {
		return row, nil
	}
	return v.View.Get(key)
}

// linkedTo returns what is held of a claim itself and others.
func linkedTo(v View, id entente.ClaimID) ([]linked, error) {
	row, err := load(v, pairsKey(id), pairsRow)
	if row == nil || err != nil {
		return nil, err
	}
	return *row, nil
}
