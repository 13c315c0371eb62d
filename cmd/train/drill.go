package main

import (
	"embed"
	"fmt"
	"strings"

	"entente"
	"entente/desk"
	"entente/reading/claims"
)

// drills holds sentences of our own with what they say, a file a language.
//
//go:embed drill
var drills embed.FS

// An exercise is one sentence, alone in a letter, and the claim that it makes;
// Kind is "" for one that makes none.
type exercise struct {
	name     string // file and line
	sentence string
	text     string // the letter
	labelled
	force entente.Force
}

// exercises returns those of all languages in the order of their files.
func exercises() ([]exercise, error) {
	files, err := drills.ReadDir("drill")
	if err != nil {
		return nil, err
	}
	var all []exercise
	for _, f := range files {
		data, err := drills.ReadFile("drill/" + f.Name())
		if err != nil {
			return nil, err
		}
		head, list, found := strings.Cut(string(data), "-- sentences --\n")
		_, letter, opened := strings.Cut(head, "-- letter --\n")
		before, after, marked := strings.Cut(letter, "%s")
		if !found || !opened || !marked {
			return nil, fmt.Errorf("drill/%s needs a letter with %%s, and sentences", f.Name())
		}
		line := strings.Count(head, "\n") + 1
		for row := range strings.Lines(list) {
			line++
			says, sentence, ok := strings.Cut(strings.TrimSpace(row), " | ")
			kind, force, _ := strings.Cut(says, " ")
			if !ok {
				return nil, fmt.Errorf("drill/%s:%d needs what it says | the sentence", f.Name(), line)
			}
			e := exercise{name: fmt.Sprintf("%s:%d", f.Name(), line), sentence: sentence, text: before + sentence + after, force: entente.Force(force)}
			if kind != "none" {
				e.labelled = labelled{Kind: entente.Kind(kind), Start: len(before), End: len(before) + len(sentence)}
			}
			all = append(all, e)
		}
	}
	return all, nil
}

// drill holds the candidates of every exercise against what it says.
func drill(reader *desk.Reader, frames *claims.Reader) ([]judged, error) {
	list, err := exercises()
	if err != nil {
		return nil, err
	}
	var seen []judged
	for _, e := range list {
		var labels []labelled
		if e.Kind != "" {
			labels = append(labels, e.labelled)
		}
		found, err := hold(e.name+".txt", strings.NewReader(e.text), labels, reader, frames)
		if err != nil {
			return nil, err
		}
		seen = append(seen, found...)
	}
	return seen, nil
}
