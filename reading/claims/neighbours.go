package claims

import (
	"cmp"
	"math"
	"slices"

	"entente"
)

// A neighbour is how likely the undertaking of one clause is by its own evidence.
type neighbour struct {
	sentence, clause int
	odds             float64 // from nought to one
}

// Claims stand beside claims: what a letter asks for it asks for in a row, and
// thanks are followed by thanks. So what is thin by its own evidence is believed
// more where the candidates before and after it are likely. The shares were
// fitted on labelled documents, with weights that had not seen them.
const (
	amidEach = 0.35 // of the two together
	amidBest = 0.8  // of the likelier one
)

// lookAhead reads the document once with every candidate believed, to know how
// likely each is by itself.
func (r *run) lookAhead() {
	first := *r
	first.everything, first.looking, first.topics = true, true, map[int]topic{}
	first.sentences = make([]*sentence, len(r.sentences))
	for i, s := range r.sentences {
		twin := *s
		twin.clauses, twin.used, twin.claimed = slices.Clone(s.clauses), map[int]bool{}, map[int]bool{}
		first.sentences[i] = &twin
	}
	first.read()
	for _, d := range first.drafts {
		if d.kind == entente.Undertaking && d.evidence != nil && !d.dropped {
			odds := 1 / (1 + math.Exp(-float64(d.evidence.weight)/1000))
			r.neighbours = append(r.neighbours, neighbour{d.s.index, d.cl, odds})
		}
	}
	slices.SortStableFunc(r.neighbours, func(a, b neighbour) int {
		return cmp.Or(cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.clause, b.clause))
	})
}

// amid returns what the candidates before and after a clause speak for its
// own, in thousandths.
func (r *run) amid(c *view) int {
	s, k := c.s, c.k
	at, _ := slices.BinarySearchFunc(r.neighbours, neighbour{sentence: s.index, clause: k}, func(a, b neighbour) int {
		return cmp.Or(cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.clause, b.clause))
	})
	before, after := 0.5, 0.5
	if at > 0 {
		before = r.neighbours[at-1].odds
	}
	for at < len(r.neighbours) && r.neighbours[at].sentence == s.index && r.neighbours[at].clause == k {
		at++
	}
	if at < len(r.neighbours) {
		after = r.neighbours[at].odds
	}
	return int(math.Round(1000 * (amidEach*(before+after-1) + amidBest*(max(before, after)-0.5))))
}
