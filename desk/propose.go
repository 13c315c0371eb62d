package desk

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"entente"
	"entente/identity"
	"entente/projection"
)

// propose compares a sketch with all that are near it. What is the same is
// joined at once, the best reasons first; of what may be the same a doubt is
// noted.
func (n *nearby) propose(s *identity.Sketch, keys []string) error {
	seen := map[int]bool{}
	var others []int
	for _, k := range keys {
		bucket, err := n.bucket(k)
		if err != nil {
			return err
		}
		if len(bucket) >= crowd {
			continue
		}
		for _, other := range bucket {
			if !seen[other.sketch] {
				seen[other.sketch] = true
				others = append(others, other.sketch)
			}
		}
	}
	if err := n.readAhead(others); err != nil {
		return err
	}
	var same []identity.Proposal
	for _, other := range others {
		o, err := n.sketch(other)
		if err != nil {
			return err
		}
		if o == nil {
			continue
		}
		switch p := n.session.Compare(s, o); p.Verdict {
		case entente.Same:
			same = append(same, p)
		case entente.Unsure:
			n.doubts = append(n.doubts, p)
		}
	}
	return n.join(same)
}

// join notes, of things that are the same, the best reasons first, what joins
// matters that are not yet one. What anybody holds of two claims already is
// left alone.
func (n *nearby) join(same []identity.Proposal) error {
	slices.SortFunc(same, order)
	for _, p := range same {
		a, b, err := n.matters(p)
		if err != nil {
			return err
		}
		if a == b {
			continue
		}
		if x, y := n.standing[p.A], n.standing[p.B]; x.paired && y.paired {
			held, err := projection.PairAmong(n.tx, x.selves, y.selves)
			if err != nil {
				return err
			}
			if held != nil && held.Verdict != "" {
				continue
			}
		}
		if a != "" && b != "" { // both stand
			if n.order[b] < n.order[a] {
				a, b = b, a
			}
			n.joined[b] = a // the matter that was there first keeps its name
		}
		n.same = append(n.same, judgementOf(p))
	}
	return nil
}

// order puts proposals with more reasons first.
func order(a, b identity.Proposal) int {
	return cmp.Or(-cmp.Compare(len(a.Reasons), len(b.Reasons)), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
}

func judgementOf(p identity.Proposal) entente.Judgement {
	return entente.Judgement{Verdict: p.Verdict, Subject: p.A, Other: p.B, Reason: strings.Join(p.Reasons, "; ")}
}

func (n *nearby) matters(p identity.Proposal) (a, b entente.ClaimID, err error) {
	if a, err = n.matter(p.A); err != nil {
		return "", "", err
	}
	b, err = n.matter(p.B)
	return a, b, err
}

// judgements returns what is to be entered. What joins a matter is a tree of
// judgements, so that taking one back parts it; of two matters one doubt is
// enough, and none where somebody was in doubt or held them apart before.
func (n *nearby) judgements() ([]entente.Body, error) {
	bodies := n.same
	asked := map[[2]entente.ClaimID]bool{}
	slices.SortFunc(n.doubts, order)
	for _, p := range n.doubts {
		a, b, err := n.matters(p)
		if err != nil {
			return nil, err
		}
		pair := [2]entente.ClaimID{min(a, b), max(a, b)}
		if a == b || asked[pair] {
			continue
		}
		asked[pair] = true
		before, err := n.askedBefore(pair)
		if err != nil {
			return nil, err
		}
		if !before {
			bodies = append(bodies, judgementOf(p))
		}
	}
	return bodies, nil
}

// askedBefore reports whether a doubt about two matters, or that they are
// not one, was entered before.
func (n *nearby) askedBefore(pair [2]entente.ClaimID) (bool, error) {
	var list []entente.ClaimID
	var far entente.ClaimID // the matter whose claims are not in list
	for i, id := range pair {
		m, err := projection.MatterOf(n.tx, id)
		if errors.Is(err, entente.ErrNotFound) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		if list == nil || len(m.Claims) < len(list) {
			list, far = m.Claims, pair[1-i]
		}
	}
	for _, id := range list {
		pairs, err := projection.PairsOf(n.tx, id)
		if err != nil {
			return false, err
		}
		for _, p := range pairs {
			if p.Verdict != entente.Unsure && p.Verdict != entente.Different {
				continue
			}
			other, err := n.matter(p.Other)
			if err != nil {
				return false, err
			}
			if other == far {
				return true, nil
			}
		}
	}
	return false, nil
}
