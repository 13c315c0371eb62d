package score

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Load reads a file of labels and the text that it labels. NAME.gold.json has
// its text beside it, NAME.txt. Labels kept as offsets alone name a document
// of the folder corpus; there a value that is words is what stands at its
// place, and names whose telling word is not kept are left out.
func Load(file, corpus string) (Document, []byte, error) {
	var gold Document
	data, err := os.ReadFile(file)
	if err != nil {
		return gold, nil, err
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		return gold, nil, fmt.Errorf("%s: %w", file, err)
	}
	of := gold.Document
	if of.Folder == "" {
		text, err := os.ReadFile(strings.TrimSuffix(file, ".gold.json") + ".txt")
		return gold, text, err
	}
	text, err := os.ReadFile(filepath.Join(corpus, of.Folder, of.Name))
	if err != nil {
		return gold, nil, err
	}
	if len(text) < of.Bytes {
		return gold, nil, fmt.Errorf("%s: %s is shorter than what was labelled", file, of.Name)
	}
	text = text[:of.Bytes]
	if sum := sha256.Sum256(text); hex.EncodeToString(sum[:]) != of.SHA {
		return gold, nil, fmt.Errorf("%s: %s is another version than what was labelled", file, of.Name)
	}
	gold.fill(string(text))
	return gold, text, nil
}

// fill gives every value that is words its words.
func (d *Document) fill(text string) {
	value := func(v *Value) {
		if v.Start >= v.End || v.End > len(text) {
			return
		}
		v.Quote = text[v.Start:v.End]
		if v.Value == nil && v.Name == nil {
			v.Value = &v.Quote
		}
	}
	for _, name := range []string{"sender", "recipient", "parties"} {
		delete(d.Envelope, name)
	}
	for _, vs := range d.Envelope {
		for i := range vs {
			value(&vs[i])
		}
	}
	if d.Mentions != nil {
		for i := range *d.Mentions {
			value(&(*d.Mentions)[i].Value)
		}
	}
	if d.Claims == nil {
		return
	}
	for _, c := range *d.Claims {
		for _, vs := range c.Fields {
			for i := range vs {
				value(&vs[i])
			}
		}
	}
}
