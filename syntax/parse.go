package syntax

import (
	"errors"
	"strings"

	"entente"
	"entente/internal/linear"
)

// The parser is arc-hybrid: it reads the tokens from left to right on to a
// stack, and either hangs the top of the stack on the next token (left) or on
// the token under it (right). The root stands after the last token.

// A move is one step of the parser.
type move struct {
	kind byte   // 's' shift, 'l' left, 'r' right
	rel  string // of the arc
	hash uint64 // of rel
}

func movesOf(classes []string) ([]move, error) {
	moves := make([]move, len(classes))
	for i, class := range classes {
		kind, rel, _ := strings.Cut(class, " ")
		if kind != "shift" && kind != "left" && kind != "right" {
			return nil, errors.New("not a model of a parser")
		}
		moves[i] = move{kind[0], rel, linear.Hash(rel)}
	}
	return moves, nil
}

// A state is a sentence half parsed. Token i of it is node i, the root is
// node len(tokens).
type state struct {
	words []word
	pos   []uint64
	stack []int
	next  int // the first node of the buffer

	head  []int    // -1 while there is none
	rel   []uint64 // hash of the relation; 0 while there is none
	class []int    // of the move that made the arc
	first []int    // leftmost child, or -1
	left  []int    // the child that came before it, or -1
	last  []int    // rightmost child, or -1
	right []int
	lefts []uint8 // how many children on each side
	rghts []uint8
}

func (st *state) start(words []word, pos []uint64) {
	n := len(words)
	st.words, st.pos, st.stack, st.next = words, pos, st.stack[:0], 0
	for _, p := range []*[]int{&st.head, &st.class, &st.first, &st.left, &st.last, &st.right} {
		*p = refill(*p, n+1, -1)
	}
	st.rel = refill(st.rel, n+1, 0)
	st.lefts = refill(st.lefts, n+1, 0)
	st.rghts = refill(st.rghts, n+1, 0)
}

func refill[T any](s []T, n int, v T) []T {
	s = s[:0]
	for range n {
		s = append(s, v)
	}
	return s
}

// done reports whether all tokens have their head.
func (st *state) done() bool { return st.next == len(st.words) && len(st.stack) == 0 }

// may reports whether a kind of move can be made. Only one token hangs on the
// root.
func (st *state) may(kind byte) bool {
	switch kind {
	case 's':
		return st.next < len(st.words)
	case 'l':
		return len(st.stack) > 0 && (st.next < len(st.words) || len(st.stack) == 1)
	}
	return len(st.stack) > 1
}

// do makes the move m, whose class is class.
func (st *state) do(m move, class int) {
	switch m.kind {
	case 's':
		st.stack = append(st.stack, st.next)
		st.next++
		return
	case 'l':
		st.arc(st.next, st.top(0), m, class)
	case 'r':
		st.arc(st.top(1), st.top(0), m, class)
	}
	st.stack = st.stack[:len(st.stack)-1]
}

// arc hangs child on head. Features see the relation by its name, which is
// the same to models whose classes differ.
func (st *state) arc(head, child int, m move, class int) {
	st.head[child], st.rel[child], st.class[child] = head, m.hash, class
	if child < head {
		st.left[head], st.first[head] = st.first[head], child
		st.lefts[head]++
	} else {
		st.right[head], st.last[head] = st.last[head], child
		st.rghts[head]++
	}
}

// top returns the node at depth k of the stack, or -1.
func (st *state) top(k int) int {
	if k >= len(st.stack) {
		return -1
	}
	return st.stack[len(st.stack)-1-k]
}

// node is what features see of a node: its form, part of speech and relation,
// and 0 if there is one, 1 before the first word and 2 after the last.
type node struct{ form, pos, rel, lacks uint64 }

func (st *state) node(i int) node {
	switch {
	case i < 0:
		return node{1, 97, 97, 1}
	case i >= len(st.words):
		return node{2, 96, 96, 2}
	}
	return node{st.words[i].form, st.pos[i], st.rel[i], 0}
}

func (st *state) of(list []int, i int) int {
	if i < 0 {
		return -1
	}
	return list[i]
}

// features appends the features of the state.
func (st *state) features(out []uint64) []uint64 {
	is0, is1, is2 := st.top(0), st.top(1), st.top(2)
	ib0, ib1, ib2 := st.next, st.next+1, st.next+2
	s0, s1, s2 := st.node(is0), st.node(is1), st.node(is2)
	b0, b1, b2 := st.node(ib0), st.node(ib1), st.node(ib2)
	if ib0 > len(st.words) {
		ib0 = len(st.words)
	}
	s0l, s0r := st.node(st.of(st.first, is0)), st.node(st.of(st.last, is0))
	s0l2, s0r2 := st.node(st.of(st.left, is0)), st.node(st.of(st.right, is0))
	s1l, s1r := st.node(st.of(st.first, is1)), st.node(st.of(st.last, is1))
	s1r2 := st.node(st.of(st.right, is1))
	b0l, b0l2 := st.node(st.of(st.first, ib0)), st.node(st.of(st.left, ib0))
	var d0, d1, v0l, v0r, v1r, vbl uint64
	if is0 >= 0 {
		d0 = uint64(min(ib0-is0, 8))
		v0l, v0r = uint64(st.lefts[is0]), uint64(st.rghts[is0])
	}
	if is1 >= 0 {
		d1 = uint64(min(is0-is1, 8))
		v1r = uint64(st.rghts[is1])
	}
	vbl = uint64(st.lefts[ib0])
	mix := linear.Mix
	return append(out,
		mix(100),
		mix(101, s0.form), mix(102, s0.pos), mix(103, s0.form, s0.pos),
		mix(104, s1.form), mix(105, s1.pos), mix(106, s1.form, s1.pos),
		mix(107, b0.form), mix(108, b0.pos), mix(109, b0.form, b0.pos),
		mix(110, b1.form), mix(111, b1.pos), mix(112, b2.pos), mix(113, s2.pos), mix(114, b2.form),
		mix(115, s0.form, b0.form), mix(116, s0.pos, b0.pos), mix(117, s0.form, b0.pos), mix(118, s0.pos, b0.form),
		mix(119, s0.form, s0.pos, b0.pos), mix(120, s0.pos, b0.form, b0.pos),
		mix(121, s0.form, s1.form), mix(122, s0.pos, s1.pos), mix(123, s0.form, s1.pos), mix(124, s0.pos, s1.form),
		mix(125, s1.pos, b0.pos), mix(126, s1.form, b0.pos), mix(127, s1.pos, b0.form),
		mix(128, b0.pos, b1.pos), mix(129, b0.pos, b1.pos, b2.pos), mix(130, s0.pos, b0.pos, b1.pos),
		mix(131, s1.pos, s0.pos, b0.pos), mix(132, s2.pos, s1.pos, s0.pos), mix(133, s1.pos, s0.pos, b0.pos, b1.pos),
		mix(134, s0.form, b0.pos, b1.pos), mix(135, s1.form, s0.pos, b0.pos), mix(136, s1.pos, s0.form, b0.pos), mix(137, s1.pos, s0.pos, b0.form),
		// children
		mix(140, s0.pos, s0l.pos, b0.pos), mix(141, s0.pos, s0r.pos, b0.pos), mix(142, s0.pos, b0.pos, b0l.pos),
		mix(143, s1.pos, s1r.pos, s0.pos), mix(144, s1.pos, s0.pos, s0l.pos), mix(145, s1.pos, s1l.pos, s0.pos), mix(146, s1.pos, s0.pos, s0r.pos),
		mix(147, s0l.rel, s0.pos), mix(148, s0r.rel, s0.pos), mix(149, s1l.rel, s1.pos), mix(150, s1r.rel, s1.pos), mix(151, b0l.rel, b0.pos),
		mix(152, s0.pos, s0l.rel, s0r.rel), mix(153, s1.pos, s1l.rel, s1r.rel, s0.pos), mix(154, s0l.form, s0.pos), mix(155, s0r.form, s0.pos),
		mix(156, s0.pos, s0l.rel, s0l2.rel), mix(157, s0.pos, s0r.rel, s0r2.rel), mix(158, s1.pos, s1r.rel, s1r2.rel), mix(159, b0.pos, b0l.rel, b0l2.rel),
		mix(160, s0l.form, s0.form), mix(161, b0l.form, b0.pos), mix(162, s0.form, s0l.rel), mix(163, s1.form, s1r.rel), mix(164, s1l.form, s1.pos),
		// distance and number of children
		mix(170, d0, s0.pos, b0.pos), mix(171, d0, s0.form), mix(172, d0, b0.form), mix(173, d1, s0.pos, s1.pos), mix(174, d1, s1.form), mix(175, d1, s0.form),
		mix(176, v0l, s0.pos), mix(177, v0r, s0.pos), mix(178, v1r, s1.pos, s0.pos), mix(179, vbl, b0.pos), mix(180, v0r, s0.form), mix(181, v1r, s1.form),
		// which nodes there are
		mix(190, s0.lacks, b0.lacks), mix(191, s0.lacks, s1.lacks),
	)
}

// parse sets Head and Rel of tokens, which are tagged; s.words and s.tags are
// what tag saw of them.
func (m *models) parse(tokens []entente.Token, s *scratch) {
	if m.tree == nil || m.pos == nil {
		return
	}
	tree, st := scorer(&s.tree, m.tree, many), &s.state
	st.start(s.words, s.tags)
	for !st.done() {
		s.features = st.features(s.features[:0])
		best := st.best(m.moves, tree.Score(s.features))
		st.do(m.moves[best], best)
	}
	for i := range tokens {
		if h := st.head[i]; h < len(tokens) {
			tokens[i].Head = h
			tokens[i].Rel = m.moves[st.class[i]].rel
		} else {
			tokens[i].Head, tokens[i].Rel = -1, "root"
		}
	}
}

// best returns the move with the best score of those that can be made.
func (st *state) best(moves []move, scores []int32) int {
	shift, left, right := st.may('s'), st.may('l'), st.may('r')
	best := -1
	for c, score := range scores {
		switch moves[c].kind {
		case 's':
			if !shift {
				continue
			}
		case 'l':
			if !left || (moves[c].rel == "root") != (st.next == len(st.words)) {
				continue
			}
		case 'r':
			if !right {
				continue
			}
		}
		if best < 0 || score > scores[best] {
			best = c
		}
	}
	return best
}
