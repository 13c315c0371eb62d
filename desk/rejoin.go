package desk

import (
	"errors"
	"slices"

	"entente"
	"entente/identity"
	"entente/ledger"
	"entente/projection"
)

// Of what joins a matter a tree is entered, so taking one judgement back may
// part what other evidence, which was never entered, still joins. Whoever
// does that means the two claims, and no others: the parts are compared
// again, and what joins them without those two is entered as well.

// claimsAround returns the claims of the matters of some claims.
func claimsAround(view Snapshot, ids ...entente.ClaimID) ([]entente.ClaimID, error) {
	var all []entente.ClaimID
	for _, id := range ids {
		m, err := projection.MatterOf(view, id)
		if errors.Is(err, entente.ErrNotFound) {
			continue // it stands in none
		}
		if err != nil {
			return nil, err
		}
		all = append(all, m.Claims...)
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}

// rejoin enters, of claims that were one matter, what still joins those of
// them that are now apart.
func (r *Register) rejoin(tx Tx, ids []entente.ClaimID) error {
	matters, err := mattersNow(tx, ids)
	if err != nil || len(matters) < 2 {
		return err
	}
	m := r.matcher()
	if at, err := indexed(tx); m == nil || at == 0 || err != nil {
		return err
	}
	n := newNearby(tx, m)
	sketches := make([][]*identity.Sketch, len(matters))
	for i, matter := range matters {
		if sketches[i], err = n.sketchesOf(matter); err != nil {
			return err
		}
	}
	var same []identity.Proposal
	for i, first := range sketches {
		for _, second := range sketches[i+1:] {
			for _, a := range first {
				for _, b := range second {
					if p := n.session.Compare(a, b); p.Verdict == entente.Same {
						same = append(same, p)
					}
				}
			}
		}
	}
	if err := n.join(same); err != nil {
		return err
	}
	return r.enterSame(n)
}

// revive enters what joins a claim, which counts again, with others.
func (r *Register) revive(tx Tx, row *Claim) error {
	m := r.matcher()
	if at, err := indexed(tx); m == nil || at == 0 || err != nil {
		return err
	}
	n := newNearby(tx, m)
	numbers, err := n.numbersOf(row.Document)
	if err != nil {
		return err
	}
	for _, number := range numbers {
		s, err := n.sketch(number)
		if err != nil {
			return err
		}
		if s == nil || s.ID != row.ID {
			continue
		}
		if err := n.propose(s, n.session.Keys(s)); err != nil {
			return err
		}
	}
	return r.enterSame(n)
}

func (r *Register) enterSame(n *nearby) error {
	if len(n.same) == 0 {
		return nil
	}
	_, err := r.enter(n.tx, ledger.Hand{By: ByRule, At: r.now()}, n.same...)
	return err
}

// mattersNow returns the matters that claims are part of now, each once, in
// the order of the claims.
func mattersNow(view Snapshot, ids []entente.ClaimID) ([]*Matter, error) {
	var matters []*Matter
	seen := map[entente.ClaimID]bool{"": true}
	for _, id := range ids {
		c, err := projection.ClaimOf(view, id)
		if errors.Is(err, entente.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if seen[c.Matter] {
			continue
		}
		seen[c.Matter] = true
		m, err := projection.MatterOf(view, id)
		if err != nil {
			return nil, err
		}
		matters = append(matters, m)
	}
	return matters, nil
}

// sketchesOf returns the sketches of the claims of a matter.
func (n *nearby) sketchesOf(m *Matter) ([]*identity.Sketch, error) {
	var all []*identity.Sketch
	for _, id := range m.Documents {
		numbers, err := n.numbersOf(id)
		if err != nil {
			return nil, err
		}
		for _, number := range numbers {
			s, err := n.sketch(number)
			if err != nil {
				return nil, err
			}
			if s != nil && slices.Contains(m.Claims, s.ID) {
				all = append(all, s)
			}
		}
	}
	return all, nil
}
