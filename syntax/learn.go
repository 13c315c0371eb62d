package syntax

import (
	"slices"

	"entente"
	"entente/internal/linear"
)

// LearnTags returns a model of parts of speech and of verbs' features, learnt
// from sentences whose tokens have POS and Feats, with the lexicon given,
// which may be "". Features that mattered less than updates times are left
// out. The same sentences make the same bytes.
func LearnTags(sentences []entente.Sentence, lexiconModel string, epochs, updates int) ([]byte, error) {
	m, err := learning(lexiconModel)
	if err != nil {
		return nil, err
	}
	tags, feats := newIndex(), newIndex()
	for _, s := range sentences {
		for _, t := range s.Tokens {
			tags.of(t.POS)
			if verbal(t.POS) {
				feats.of(t.Feats)
			}
		}
	}
	pos, fts := linear.NewLearner(tags.names), linear.NewLearner(feats.names)
	order := newOrder(len(sentences))
	s := &scratch{}
	for range epochs {
		for _, n := range order.next() {
			tokens := slices.Clone(sentences[n].Tokens)
			s.words = m.words(tokens, s.words[:0])
			s.tags = s.tags[:0]
			var last, before uint64
			for i := range tokens {
				s.features = taggerFeatures(s.features[:0], s.words, i, last, before)
				truth := tags.numbers[tokens[i].POS]
				guess := s.learn(pos, truth)
				before, last = last, tagHash(tags.names[guess])
				s.tags = append(s.tags, tagHash(tokens[i].POS))
			}
			for i := range tokens {
				if verbal(tokens[i].POS) {
					s.features = featsFeatures(s.features[:0], s.words, tokens, s.tags, i)
					s.learn(fts, feats.numbers[tokens[i].Feats])
				}
			}
		}
	}
	return append(pos.Model(updates), fts.Model(updates)...), nil
}

func verbal(pos string) bool { return pos == "VERB" || pos == "AUX" }

// learn teaches l that s.features are of class truth, and returns what it
// took them for.
func (s *scratch) learn(l *linear.Learner, truth int) int {
	scores := s.clear(len(l.Classes))
	l.Score(scores, s.features)
	guess := top(scores)
	l.Learn(s.features, truth, guess)
	return guess
}

// LearnTree returns a model of the parser, learnt from sentences whose tokens
// have POS as a tagger gives it, Head and Rel.
func LearnTree(sentences []entente.Sentence, lexiconModel string, epochs, updates int) ([]byte, error) {
	m, err := learning(lexiconModel)
	if err != nil {
		return nil, err
	}
	classes := newIndex()
	classes.of("shift")
	for _, s := range sentences {
		for i, t := range s.Tokens {
			classes.of(class(t.Head, i, t.Rel))
		}
	}
	moves, err := movesOf(classes.names)
	if err != nil {
		return nil, err
	}
	l := linear.NewLearner(classes.names)
	order := newOrder(len(sentences))
	s := &scratch{}
	for epoch := range epochs {
		for _, n := range order.next() {
			tokens := sentences[n].Tokens
			s.words = m.words(tokens, s.words[:0])
			s.tags = s.tags[:0]
			for _, t := range tokens {
				s.tags = append(s.tags, tagHash(t.POS))
			}
			g := newGold(tokens, classes)
			st := &s.state
			for st.start(s.words, s.tags); !st.done(); {
				s.features = st.features(s.features[:0])
				scores := s.clear(len(moves))
				l.Score(scores, s.features)
				guess := st.best(moves, scores)
				truth := g.best(st, moves, scores)
				l.Learn(s.features, truth, guess)
				follow := guess // its faults too, to learn the way back
				if epoch == 0 || order.one(10) {
					follow = truth
				}
				st.do(moves[follow], follow)
			}
		}
		l.Settle()
	}
	return l.Model(updates), nil
}

// class returns the class of the move that hangs child on head.
func class(head, child int, rel string) string {
	switch {
	case head < 0:
		return "left root"
	case child < head:
		return "left " + rel
	}
	return "right " + rel
}

// gold is the tree that a sentence should get: the dynamic oracle of Goldberg
// and Nivre (2013) for the arc-hybrid system.
type gold struct {
	head  []int // of each token; the root is len
	class []int // of the move that hangs it there
}

func newGold(tokens []entente.Token, classes *index) gold {
	g := gold{make([]int, len(tokens)+1), make([]int, len(tokens)+1)}
	for i, t := range tokens {
		g.head[i], g.class[i] = t.Head, classes.of(class(t.Head, i, t.Rel))
		if t.Head < 0 {
			g.head[i] = len(tokens)
		}
	}
	g.head[len(tokens)] = -1
	return g
}

// cost returns how many arcs of the tree can no longer be made after a kind
// of move.
func (g gold) cost(st *state, kind byte) int {
	n := 0
	s0, s1, b := st.top(0), st.top(1), st.next
	if kind == 's' {
		for k, s := range st.stack {
			if g.head[s] == b || k < len(st.stack)-1 && g.head[b] == s {
				n++
			}
		}
		return n
	}
	for i := b; i < len(st.words); i++ {
		if g.head[i] == s0 {
			n++
		}
	}
	h := g.head[s0]
	switch {
	case kind == 'l' && (h > b || h == s1 && s1 >= 0):
		n++
	case kind == 'r' && h >= b:
		n++
	}
	return n
}

// best returns the best scored of the moves that lose
// least and, where they make an arc of the tree, name it well.
func (g gold) best(st *state, moves []move, scores []int32) int {
	least := 1 << 30
	var costs [256]int
	for _, kind := range []byte("slr") {
		costs[kind] = 1 << 30
		if st.may(kind) {
			costs[kind] = g.cost(st, kind)
			least = min(least, costs[kind])
		}
	}
	s0, best := st.top(0), -1
	for c, score := range scores {
		kind := moves[c].kind
		if costs[kind] > least || kind == 'l' && (moves[c].rel == "root") != (st.next == len(st.words)) {
			continue
		}
		if (kind == 'l' && g.head[s0] == st.next || kind == 'r' && g.head[s0] == st.top(1)) && c != g.class[s0] {
			continue
		}
		if best < 0 || score > scores[best] {
			best = c
		}
	}
	return best
}

func learning(lexiconModel string) (*models, error) {
	m := &models{}
	var err error
	if lexiconModel != "" {
		m.lexicon, err = openLexicon(lexiconModel)
	}
	return m, err
}

// An order shuffles, always in the same way.
type order struct {
	list []int
	seed uint64
}

func newOrder(n int) *order {
	o := &order{make([]int, n), 1}
	for i := range o.list {
		o.list[i] = i
	}
	return o
}

func (o *order) next() []int {
	for i := len(o.list) - 1; i > 0; i-- {
		j := int(o.random() % uint64(i+1))
		o.list[i], o.list[j] = o.list[j], o.list[i]
	}
	return o.list
}

// one reports true one time in n.
func (o *order) one(n uint64) bool { return o.random()%n == 0 }

func (o *order) random() uint64 {
	o.seed = o.seed*6364136223846793005 + 1442695040888963407
	return o.seed >> 33
}
