package syntax

import (
	"fmt"
	"sync"

	"entente"
	"entente/internal/linear"
	"entente/lang"
)

// The names of the models in a pack.
const (
	TagsModel    = "syntax-tags"    // parts of speech, then features of verbs
	TreeModel    = "syntax-tree"    // moves of the parser
	Second       = "-2"             // ends the names of a second pair, learnt apart, that has a vote in tags and moves
	LexiconModel = "syntax-lexicon" // forms
)

// models are the models of one pack; each may be nil.
type models struct {
	lexicon    *lexicon
	lemmas     map[string]string // of forms that the lexicon leaves open
	pos        *linear.Committee
	feats      *linear.Committee
	tagOf      []uint64 // of each class of pos, as features see it
	verb       int      // the class of verbs, or -1
	featsClass map[string]int
	tree       *linear.Committee
	moves      []move
	idle       sync.Pool // of *scratch
}

// openModels opens the models of a pack. The error names the one that is no
// good.
func openModels(pack *lang.Pack) (*models, error) {
	m := &models{lemmas: pack.List("lemmas").Map()}
	var err error
	if data := pack.Model(LexiconModel); data != "" {
		if m.lexicon, err = openLexicon(data); err != nil {
			return nil, fmt.Errorf("%s/%s.model: %w", pack.Tag, LexiconModel, err)
		}
	}
	if data := pack.Model(TagsModel); data != "" {
		if err := m.openTags(data, pack.Model(TagsModel+Second)); err != nil {
			return nil, fmt.Errorf("%s/%s*.model: %w", pack.Tag, TagsModel, err)
		}
	}
	if data := pack.Model(TreeModel); data != "" {
		if err := m.openTree(data, pack.Model(TreeModel+Second)); err != nil {
			return nil, fmt.Errorf("%s/%s*.model: %w", pack.Tag, TreeModel, err)
		}
	}
	return m, nil
}

func (m *models) openTags(data, second string) (err error) {
	if m.pos, data, err = committee(data, second); err != nil {
		return err
	}
	feats, _, err := linear.Open(data)
	if err != nil {
		return err
	}
	m.feats = linear.NewCommittee(feats)
	m.tagOf, m.verb, m.featsClass = nil, -1, map[string]int{}
	for _, class := range m.pos.Classes {
		m.tagOf = append(m.tagOf, tagHash(class))
		if class == "VERB" {
			m.verb = len(m.tagOf) - 1
		}
	}
	for i, class := range m.feats.Classes {
		m.featsClass[class] = i
	}
	return nil
}

func (m *models) openTree(data, second string) (err error) {
	if m.tree, _, err = committee(data, second); err != nil {
		return err
	}
	m.moves, err = movesOf(m.tree.Classes)
	return err
}

// committee opens the model in data and, if there is one, that in second. It
// returns what follows in data.
func committee(data, second string) (*linear.Committee, string, error) {
	first, rest, err := linear.Open(data)
	if err != nil {
		return nil, "", err
	}
	if second == "" {
		return linear.NewCommittee(first), rest, nil
	}
	other, _, err := linear.Open(second)
	if err != nil {
		return nil, "", err
	}
	return linear.NewCommittee(first, other), rest, nil
}

// scratch is memory that the work on one sentence leaves to the next. It
// belongs to one models.
type scratch struct {
	words            []word
	tags             []uint64
	features         []uint64
	scores           []int32
	readings         []reading
	state            state
	pos, feats, tree *linear.Scorer // nil until first asked for
}

// take returns a scratch to work with, give leaves it to others: what its
// scorers remember is worth keeping.
func (m *models) take() *scratch {
	if s, ok := m.idle.Get().(*scratch); ok {
		return s
	}
	return &scratch{}
}

func (m *models) give(s *scratch) { m.idle.Put(s) }

// What scorers remember: a letter asks for some five thousand features of
// words and six thousand of moves, whose rows take two megabytes, and for few
// of the forms of verbs.
const (
	many = 1 << 14
	few  = 1 << 11
)

// scorer returns the scorer of c that one keeps, of so many features.
func scorer(kept **linear.Scorer, c *linear.Committee, features int) *linear.Scorer {
	if *kept == nil {
		*kept = c.NewScorer(features)
	}
	return *kept
}

// clear returns n scores of nought.
func (s *scratch) clear(n int) []int32 {
	if cap(s.scores) < n {
		s.scores = make([]int32, n)
	}
	s.scores = s.scores[:n]
	clear(s.scores)
	return s.scores
}

// Tagger returns a function that sets POS, Feats and Lemma of the tokens of a
// sentence by the models given; the lexicon may be nil.
func Tagger(tagsModel, lexiconModel string) (func([]entente.Token), error) {
	m, err := learning(lexiconModel)
	if err != nil {
		return nil, err
	}
	work := &scratch{}
	return func(tokens []entente.Token) { m.tag(tokens, work) }, m.openTags(tagsModel, "")
}
