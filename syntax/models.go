package syntax

import (
	"fmt"

	"entente"
	"entente/internal/linear"
	"entente/lang"
)

// The names of the models in a pack.
const (
	TagsModel    = "syntax-tags"    // parts of speech, then features of verbs
	TreeModel    = "syntax-tree"    // moves of the parser
	LexiconModel = "syntax-lexicon" // forms
)

// models are the models of one pack; each may be nil.
type models struct {
	lexicon    *lexicon
	lemmas     map[string]string // of forms that the lexicon leaves open
	pos, feats *linear.Model
	tagOf      []uint64 // of each class of pos, as features see it
	featsClass map[string]int
	tree       *linear.Model
	moves      []move
}

// openModels opens the models of a pack. The error names the one that is no
// good.
func openModels(pack *lang.Pack) (*models, error) {
	m := &models{lemmas: pack.List("lemmas").Map()}
	var err error
	if data := pack.Model(LexiconModel); data != nil {
		if m.lexicon, err = openLexicon(data); err != nil {
			return nil, fmt.Errorf("%s/%s.model: %w", pack.Tag, LexiconModel, err)
		}
	}
	if data := pack.Model(TagsModel); data != nil {
		if err := m.openTags(data); err != nil {
			return nil, fmt.Errorf("%s/%s.model: %w", pack.Tag, TagsModel, err)
		}
	}
	if data := pack.Model(TreeModel); data != nil {
		if err := m.openTree(data); err != nil {
			return nil, fmt.Errorf("%s/%s.model: %w", pack.Tag, TreeModel, err)
		}
	}
	return m, nil
}

func (m *models) openTags(data []byte) (err error) {
	if m.pos, data, err = linear.Open(data); err != nil {
		return err
	}
	if m.feats, _, err = linear.Open(data); err != nil {
		return err
	}
	m.tagOf, m.featsClass = nil, map[string]int{}
	for _, class := range m.pos.Classes {
		m.tagOf = append(m.tagOf, tagHash(class))
	}
	for i, class := range m.feats.Classes {
		m.featsClass[class] = i
	}
	return nil
}

func (m *models) openTree(data []byte) (err error) {
	if m.tree, _, err = linear.Open(data); err != nil {
		return err
	}
	m.moves, err = movesOf(m.tree.Classes)
	return err
}

// scratch is memory that the work on one sentence leaves to the next.
type scratch struct {
	words    []word
	tags     []uint64
	features []uint64
	scores   []int32
	readings []reading
	state    state
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
func Tagger(tagsModel, lexiconModel []byte) (func([]entente.Token), error) {
	m, err := learning(lexiconModel)
	if err != nil {
		return nil, err
	}
	work := &scratch{}
	return func(tokens []entente.Token) { m.tag(tokens, work) }, m.openTags(tagsModel)
}
