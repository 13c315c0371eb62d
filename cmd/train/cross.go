package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"entente/desk"
	"entente/export"
	"entente/internal/score"
	"entente/lang"
)

// crossParts is into how many parts cross cuts the labelled documents.
const crossParts = 5

// A crossing is what was read in the documents of one folder and language.
type crossing struct{ folder, lang string }

// cross tells how well documents are read that the weights of claims and roles
// have not seen: it learns them on all parts of the labelled documents but one
// and reads that one, part by part. Which part a document is in hangs on its
// name alone.
func (j job) cross() error {
	total := map[crossing]score.Counts{}
	for part := range crossParts {
		folder, err := os.MkdirTemp("", "entente-cross")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		if err := overlay(j.out, folder); err != nil {
			return err
		}
		k := j
		k.out, k.say, k.but = folder, io.Discard, func(name string) bool { return partOf(name) == part }
		if err := k.weights(); err != nil {
			return err
		}
		if err := k.roles(); err != nil {
			return err
		}
		packs, err := lang.Open(os.DirFS(folder))
		if err != nil {
			return err
		}
		reader, err := desk.NewReader(packs)
		if err != nil {
			return err
		}
		k.but = func(name string) bool { return partOf(name) != part }
		err = k.golds(func(gold score.Document, name string, text []byte) error {
			read, err := readAs(reader, name, text)
			if err != nil {
				return err
			}
			counts := score.Of(gold, read)
			for _, c := range []crossing{{k.from(name), name[:2]}, {"all", name[:2]}, {"all", "all"}} {
				if total[c] == nil {
					total[c] = score.Counts{}
				}
				total[c].Add(counts)
			}
			return nil
		})
		if err != nil {
			return err
		}
		fmt.Fprintf(j.say, "part %d of %d\n", part+1, crossParts)
	}
	j.table(total)
	return nil
}

func (j job) table(total map[crossing]score.Counts) {
	var rows []crossing
	for c := range total {
		rows = append(rows, c)
	}
	slices.SortFunc(rows, func(a, b crossing) int {
		return bytes.Compare([]byte(a.folder+a.lang), []byte(b.folder+b.lang))
	})
	measures := []string{"claims", "claims.contact", "claims.agreement", "claims.undertaking", "fields", "force", "fields.title", "fields.by", "fields.with", "fields.parties", "mentions.organisation"}
	fmt.Fprintf(j.say, "%-16s %-4s", "folder", "lang")
	for _, m := range measures {
		fmt.Fprintf(j.say, " %21s", m)
	}
	for _, c := range rows {
		fmt.Fprintf(j.say, "\n%-16s %-4s", c.folder, c.lang)
		for _, m := range measures {
			n := total[c][m]
			fmt.Fprintf(j.say, "  %.2f/%.2f=%.3f %5d", n.P(), n.R(), n.F(), n.Gold)
		}
	}
	fmt.Fprintln(j.say)
}

// overlay makes to a folder of packs like from, of links, but with lists of
// weights of its own.
func overlay(from, to string) error {
	from, err := filepath.Abs(from)
	if err != nil {
		return err
	}
	return filepath.WalkDir(from, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, file)
		if err != nil {
			return err
		}
		switch target := filepath.Join(to, rel); {
		case entry.IsDir():
			return os.MkdirAll(target, 0o755)
		case rel == filepath.Join("mul", "claims.list") || rel == filepath.Join("mul", "roles.list"):
			data, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			return os.WriteFile(target, data, 0o644)
		default:
			return os.Symlink(file, target)
		}
	})
}

// from is the name of the folder whose labels name a document.
func (j job) from(name string) string {
	name = name[:len(name)-len(".txt")]
	for _, folder := range filepath.SplitList(j.labelled) {
		for _, end := range []string{".json", ".gold.json"} {
			if _, err := os.Stat(filepath.Join(folder, name+end)); err == nil {
				return filepath.Base(filepath.Dir(folder)) + "/" + filepath.Base(folder)
			}
		}
	}
	return "elsewhere"
}

func partOf(name string) int {
	h := fnv.New32a()
	h.Write([]byte(name))
	return int(h.Sum32()>>8) % crossParts
}

func readAs(reader *desk.Reader, name string, text []byte) (read score.Document, err error) {
	doc, reading, err := reader.Read(name, bytes.NewReader(text), "")
	if err != nil {
		return read, err
	}
	var line bytes.Buffer
	if err := export.JSON(&line, &doc, reading); err != nil {
		return read, err
	}
	return read, json.Unmarshal(line.Bytes(), &read)
}
