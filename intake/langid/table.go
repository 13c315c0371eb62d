package langid

import "math/bits"

// A table holds the weights of groups: a hash table that is filled once,
// several times as fast as a map. No group is 0, so that 0 is a free place.
type table struct {
	places  []place
	weights []weight
}

// A place is a group and where its weights stand.
type place struct {
	group
	from, to uint32
}

func newTable(groups, weights int) table {
	return table{make([]place, 1<<bits.Len(uint(2*groups))), make([]weight, 0, weights)}
}

// add adds a group whose weights are those from place from on.
func (t *table) add(g group, from int) {
	if g != 0 {
		*t.place(g) = place{g, uint32(from), uint32(len(t.weights))}
	}
}

// of returns the weights of g, or none if no language has it.
func (t *table) of(g group) []weight {
	p := t.place(g)
	return t.weights[p.from:p.to]
}

// place returns where g stands, or the free place where it would.
func (t *table) place(g group) *place {
	mask := len(t.places) - 1
	at := int(uint64(g)*0x9e3779b97f4a7c15>>33) & mask
	for t.places[at].group != 0 && t.places[at].group != g {
		at = (at + 1) & mask
	}
	return &t.places[at]
}
