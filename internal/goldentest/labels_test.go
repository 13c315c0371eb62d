package goldentest

import (
	"path/filepath"
	"strings"
	"testing"

	"entente/desk"
	"entente/internal/score"
)

// scoreLabels scores public documents of the folder corpus whose labels are
// kept as offsets alone: those that the weights are learnt on, and the old
// letters and office papers of the archive, which are of another kind.
func scoreLabels(t *testing.T, r *desk.Reader, corpus string) []scored {
	t.Helper()
	all := scoreOffsets(t, r, corpus, "labels", odd)
	return append(all, scoreOffsets(t, r, corpus, "archive", func(string) string { return "all" })...)
}

func scoreOffsets(t *testing.T, r *desk.Reader, corpus, folder string, half func(string) string) []scored {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", folder, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []scored
	for _, file := range files {
		gold, text, err := score.Load(file, corpus)
		if err != nil {
			t.Error(err)
			continue
		}
		name := strings.TrimSuffix(gold.Document.Name, ".txt")
		lang, _, _ := strings.Cut(name, "-")
		read := readDocument(t, r, gold.Document.Name, text)
		all = append(all, scored{folder, half(name + ".gold.json"), lang, score.Of(gold, read)})
	}
	return all
}
