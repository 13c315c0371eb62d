package pattern

// Needs returns sets of norms: every match holds a word of each of them. A
// caller with many patterns asks first whether the text has such words.
func (p *Pattern) Needs() []map[string]bool { return needs(p.root, nil) }

func needs(n node, sets []map[string]bool) []map[string]bool {
	switch n := n.(type) {
	case sequence:
		for _, n := range n {
			sets = needs(n, sets)
		}
		return sets
	case group:
		return needs(n.n, sets)
	case not:
		return sets
	case repeat:
		if n.lo == 0 { // it may be missing
			return sets
		}
	}
	first := map[string]bool{}
	if empty, known := n.firsts(first); known && !empty {
		sets = append(sets, first)
	}
	return sets
}
