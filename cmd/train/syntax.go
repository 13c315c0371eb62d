package main

import (
	"fmt"
	"path/filepath"

	"entente"
	"entente/lang"
	"entente/syntax"
)

// A recipe says what the models of syntax of a pack are learnt from. Data of
// licences that do not mix never meet in one recipe.
type recipe struct {
	tag         string
	second      string   // ends the names of a second pair of models
	learn, test []string // files in the folder ud
	agent       string   // the word before the agent of a passive
	tagEpochs   int
	treeEpochs  int
	updates     int        // how often a feature of the parser must have mattered
	floor       [2]float64 // UPOS and LAS that the first of test must reach
}

var recipes = []recipe{
	{
		tag: "fr", learn: []string{"fr_gsd-ud-dev", "fr_pud-ud-test"}, test: []string{"fr_gsd-ud-test", "fr_sequoia-ud-test"},
		agent: "par", tagEpochs: 10, treeEpochs: 12, updates: 2, floor: [2]float64{96, 78},
	},
	{
		tag: "fr", second: syntax.Second, learn: []string{"fr_sequoia-ud-train", "fr_sequoia-ud-dev"},
		agent: "par", tagEpochs: 10, treeEpochs: 12, updates: 2,
	},
	{
		tag: "en", learn: []string{"en_ewt-ud-train", "en_ewt-ud-dev"}, test: []string{"en_ewt-ud-test"},
		agent: "by", tagEpochs: 8, treeEpochs: 10, updates: 3, floor: [2]float64{94.5, 78},
	},
}

// each calls do for each recipe that is meant, with its pack and sentences.
func (j job) each(do func(recipe, *lang.Pack, []entente.Sentence) error) error {
	for _, r := range recipes {
		if j.only != "" && j.only != r.tag {
			continue
		}
		_, pack, err := j.pack(r.tag)
		if err != nil {
			return err
		}
		sentences, err := j.read(r.learn, r.agent, pack)
		if err != nil {
			return err
		}
		if err := do(r, pack, sentences); err != nil {
			return fmt.Errorf("%s: %w", r.tag, err)
		}
	}
	return nil
}

func (j job) read(names []string, agent string, pack *lang.Pack) ([]entente.Sentence, error) {
	var all []entente.Sentence
	for _, name := range names {
		sentences, left, err := readTreebank(filepath.Join(j.training, "ud", name+".conllu"), pack)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(j.say, "%s: %d sentences, %d left out\n", name, len(sentences), left)
		for _, s := range sentences {
			markAgents(s.Tokens, agent)
		}
		all = append(all, sentences...)
	}
	return all, nil
}

func (j job) tags() error {
	return j.each(func(r recipe, pack *lang.Pack, sentences []entente.Sentence) error {
		model, err := syntax.LearnTags(sentences, pack.Model(syntax.LexiconModel), r.tagEpochs, tagUpdates)
		if err != nil {
			return err
		}
		return j.write(r.tag, syntax.TagsModel+r.second, model)
	})
}

func (j job) trees() error {
	return j.each(func(r recipe, pack *lang.Pack, sentences []entente.Sentence) error {
		lexicon := pack.Model(syntax.LexiconModel)
		tagged, err := retag(sentences, lexicon, r.tagEpochs, tagUpdates)
		if err != nil {
			return err
		}
		model, err := syntax.LearnTree(tagged, lexicon, r.treeEpochs, r.updates)
		if err != nil {
			return err
		}
		return j.write(r.tag, syntax.TreeModel+r.second, model)
	})
}

// folds is how many parts sentences are cut into to tag each by a model that
// has not seen it.
const folds = 5

// tagUpdates is how often a feature of the tagger must have mattered.
const tagUpdates = 2

// retag returns sentences with the parts of speech that a tagger would give
// them: the parser must learn to live with its faults.
func retag(sentences []entente.Sentence, lexicon string, epochs, updates int) ([]entente.Sentence, error) {
	out := make([]entente.Sentence, len(sentences))
	for fold := range folds {
		var rest []entente.Sentence
		for i, s := range sentences {
			if i%folds != fold {
				rest = append(rest, s)
			}
		}
		model, err := syntax.LearnTags(rest, lexicon, epochs/2, updates)
		if err != nil {
			return nil, err
		}
		tagger, err := syntax.Tagger(string(model), lexicon)
		if err != nil {
			return nil, err
		}
		for i := fold; i < len(sentences); i += folds {
			tokens := bare(sentences[i].Tokens)
			tagger(tokens)
			for k, t := range sentences[i].Tokens {
				tokens[k].Head, tokens[k].Rel = t.Head, t.Rel
			}
			out[i] = entente.Sentence{Tokens: tokens}
		}
	}
	return out, nil
}

func (j job) score() error {
	for _, r := range recipes {
		if j.only != "" && j.only != r.tag || r.second != "" {
			continue
		}
		packs, pack, err := j.pack(r.tag)
		if err != nil {
			return err
		}
		s, err := syntax.New(packs)
		if err != nil {
			return err
		}
		for _, name := range r.test {
			sentences, err := j.read([]string{name}, r.agent, pack)
			if err != nil {
				return err
			}
			fmt.Fprintf(j.say, "%s: %v\n", name, measure(s, r.tag, sentences))
		}
	}
	return nil
}
