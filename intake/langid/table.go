package langid

import "math/bits"

// A table holds the weights of groups: a hash table that is filled once,
// three times as fast as a map. No group is 0, so that 0 is a free place.
type table struct {
	keys    []group
	index   []uint32 // by place in keys: the number of the group
	starts  []uint32 // by number: where its weights start; they end where the next start
	weights []weight
}

func newTable(groups, weights int) table {
	size := 1 << bits.Len(uint(2*groups))
	return table{
		keys:    make([]group, size),
		index:   make([]uint32, size),
		starts:  make([]uint32, 0, groups),
		weights: make([]weight, 0, weights),
	}
}

// add makes g the group whose weights are appended next.
func (t *table) add(g group) {
	at := t.place(g)
	t.keys[at], t.index[at] = g, uint32(len(t.starts))
	t.starts = append(t.starts, uint32(len(t.weights)))
}

// of returns the weights of g, or nil if no language has it.
func (t *table) of(g group) []weight {
	at := t.place(g)
	if t.keys[at] == 0 || g == 0 {
		return nil
	}
	number := int(t.index[at])
	end := len(t.weights)
	if number+1 < len(t.starts) {
		end = int(t.starts[number+1])
	}
	return t.weights[t.starts[number]:end]
}

// place returns where g stands, or the free place where it would.
func (t *table) place(g group) int {
	mask := len(t.keys) - 1
	at := int(uint64(g)*0x9e3779b97f4a7c15>>33) & mask
	for t.keys[at] != 0 && t.keys[at] != g {
		at = (at + 1) & mask
	}
	return at
}
