package goldentest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"entente/desk"
	"entente/internal/score"
)

// labelled says which bytes of which document a file of labels is about.
type labelled struct {
	Document struct {
		Folder, Name string
		Bytes        int
		SHA          string `json:"text_sha256"`
	}
}

// scoreLabels scores public documents whose labels are kept as offsets alone:
// a value that is words is what stands at its place in the text.
func scoreLabels(t *testing.T, r *desk.Reader, fsys fs.FS) []scored {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "labels", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []scored
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var of labelled
		var gold score.Document
		if err := json.Unmarshal(data, &of); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if err := json.Unmarshal(data, &gold); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		text, err := fs.ReadFile(fsys, path.Join(of.Document.Folder, of.Document.Name))
		if err != nil || len(text) < of.Document.Bytes {
			t.Errorf("%s: its document is not there: %v", file, err)
			continue
		}
		text = text[:of.Document.Bytes]
		if sum := sha256.Sum256(text); hex.EncodeToString(sum[:]) != of.Document.SHA {
			t.Errorf("%s: its document is another version", file)
			continue
		}
		fill(&gold, string(text))
		for _, name := range []string{"sender", "recipient", "parties"} {
			delete(gold.Envelope, name) // the word that tells a name is not kept
		}
		name := strings.TrimSuffix(of.Document.Name, ".txt")
		lang, _, _ := strings.Cut(name, "-")
		read := readDocument(t, r, of.Document.Name, text)
		all = append(all, scored{"labels", odd(name + ".gold.json"), lang, score.Of(gold, read)})
	}
	return all
}

// fill gives every value that is words its words.
func fill(gold *score.Document, text string) {
	value := func(v *score.Value) {
		if v.Start >= v.End || v.End > len(text) {
			return
		}
		v.Quote = text[v.Start:v.End]
		if v.Value == nil && v.Name == nil {
			v.Value = &v.Quote
		}
	}
	for _, vs := range gold.Envelope {
		for i := range vs {
			value(&vs[i])
		}
	}
	if gold.Mentions != nil {
		for i := range *gold.Mentions {
			value(&(*gold.Mentions)[i].Value)
		}
	}
	if gold.Claims == nil {
		return
	}
	for _, c := range *gold.Claims {
		for _, vs := range c.Fields {
			for i := range vs {
				value(&vs[i])
			}
		}
	}
}
