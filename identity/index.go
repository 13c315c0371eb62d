package identity

import (
	"sort"

	"entente"
)

// An Index holds sketches by their keys and finds, for a new one, all that it
// must be compared with. It is not for use by several at once.
type Index struct {
	matcher *Matcher
	byKey   map[string][]*Sketch
	byID    map[entente.ClaimID]*Sketch
}

// NewIndex returns an empty index.
func NewIndex(m *Matcher) *Index {
	return &Index{m, map[string][]*Sketch{}, map[entente.ClaimID]*Sketch{}}
}

// Add puts l into the index and returns what is proposed of it and those that
// are in already, ordered by the other's id. A Local that is in is not put in
// twice.
func (x *Index) Add(l Local) []Proposal {
	if x.byID[l.ID] != nil {
		return nil
	}
	s := x.matcher.Sketch(l)
	x.byID[l.ID] = s
	seen := map[entente.ClaimID]bool{}
	var found []Proposal
	for _, k := range x.matcher.Keys(s) {
		for _, other := range x.byKey[k] {
			if seen[other.ID] {
				continue
			}
			seen[other.ID] = true
			if p := x.matcher.Compare(s, other); p.Verdict != "" {
				found = append(found, p)
			}
		}
		x.byKey[k] = append(x.byKey[k], s)
	}
	sort.Slice(found, func(i, j int) bool {
		if found[i].A != found[j].A {
			return found[i].A < found[j].A
		}
		return found[i].B < found[j].B
	})
	return found
}
