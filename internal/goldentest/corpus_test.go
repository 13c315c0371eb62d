package goldentest

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"entente/desk"
	"entente/edtf"
	"entente/examples"
	"entente/export"
	"entente/internal/score"
)

// A scored document: where it belongs, and its counts.
type scored struct {
	corpus, half, lang string
	counts             score.Counts
}

// sharedCorpora holds real documents with labels that are no part of the
// project; without the folder their rows are not compared.
func sharedCorpora() (dir string, ok bool) {
	dir = os.Getenv("ENTENTE_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	dir = filepath.Join(dir, "corpus")
	info, err := os.Stat(dir)
	return dir, err == nil && info.IsDir()
}

// scoreDossier scores our own dossier, which everybody may tune on.
func scoreDossier(t *testing.T, r *desk.Reader) []scored {
	t.Helper()
	dossier := examples.ArcadiaSylvania()
	return scoreFolder(t, r, dossier, "gold", func(gold string) string {
		return path.Join(path.Dir(path.Dir(gold)), strings.TrimSuffix(path.Base(gold), ".gold.json")+".txt")
	}, "dossier", func(string) string { return "all" })
}

// scoreWritten scores the documents written for the project: those that the
// weights are learnt on, those meant to be hard, and those that nothing is
// learnt on or tuned to.
func scoreWritten(t *testing.T, r *desk.Reader) []scored {
	t.Helper()
	testdata := os.DirFS(filepath.Join("..", "..", "testdata"))
	all := scoreFolder(t, r, testdata, "written", textBeside, "own", odd)
	for _, part := range []string{"seen", "blind"} {
		all = append(all, scoreFolder(t, r, testdata, "unusual/"+part, textBeside, "unusual", func(string) string { return part })...)
	}
	return append(all, scoreFolder(t, r, testdata, "heldout", textBeside, "heldout", func(string) string { return "all" })...)
}

func textBeside(gold string) string { return strings.TrimSuffix(gold, ".gold.json") + ".txt" }

// scoreFolder scores every gold file of a folder against a reading of the
// text that textOf names.
func scoreFolder(t *testing.T, r *desk.Reader, fsys fs.FS, dir string, textOf func(string) string, corpus string, half func(string) string) []scored {
	t.Helper()
	golds, err := fs.Glob(fsys, path.Join(dir, "*.gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	all := make([]scored, len(golds))
	work := make(chan int)
	var done sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		done.Go(func() {
			for i := range work {
				all[i] = scoreDocument(t, r, fsys, golds[i], textOf(golds[i]))
				all[i].corpus, all[i].half = corpus, half(path.Base(golds[i]))
			}
		})
	}
	for i := range golds {
		work <- i
	}
	close(work)
	done.Wait()
	return all
}

func scoreDocument(t *testing.T, r *desk.Reader, fsys fs.FS, goldPath, textPath string) scored {
	data, err := fs.ReadFile(fsys, goldPath)
	if err != nil {
		t.Error(err)
		return scored{}
	}
	var gold score.Document
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Errorf("%s: %v", goldPath, err)
		return scored{}
	}
	text, err := fs.ReadFile(fsys, textPath)
	if err != nil {
		t.Error(err)
		return scored{}
	}
	read := readDocument(t, r, path.Base(textPath), text)
	lang, _, _ := strings.Cut(path.Base(goldPath), "-")
	if gold.Document.Language != "" {
		lang = gold.Document.Language
	}
	return scored{lang: lang, counts: score.Of(gold, read)}
}

// readDocument is what the reader prints of a text; nothing if it cannot.
func readDocument(t *testing.T, r *desk.Reader, name string, text []byte) (read score.Document) {
	doc, reading, err := r.Read(name, bytes.NewReader(text), "")
	if err != nil {
		return read
	}
	var line bytes.Buffer
	if err := export.JSON(&line, &doc, reading); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	if err := json.Unmarshal(line.Bytes(), &read); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	return read
}

func odd(name string) string {
	if score.Odd(name) {
		return "odd"
	}
	return "even"
}

// scoreShared scores the corpora of whole documents.
func scoreShared(t *testing.T, r *desk.Reader, fsys fs.FS) []scored {
	t.Helper()
	var all []scored
	for _, corpus := range []string{"claims", "written", "letters", "headed", "memcon", "email"} {
		all = append(all, scoreFolder(t, r, fsys, corpus, textBeside, corpus, odd)...)
	}
	return all
}

// scoreLines scores the date phrases and the EDTF strings, one a line.
func scoreLines(t *testing.T, r *desk.Reader, fsys fs.FS) []scored {
	t.Helper()
	var all []scored
	for _, lang := range []string{"fr", "en", "es", "edtf"} {
		data, err := fs.ReadFile(fsys, "dates/"+lang+".jsonl")
		if err != nil {
			t.Error(err)
			continue
		}
		for line := range strings.Lines(string(data)) {
			var q dateLine
			if err := json.Unmarshal([]byte(line), &q); err != nil {
				t.Errorf("dates/%s.jsonl: %v", lang, err)
				continue
			}
			c := score.Count{Gold: 1, Read: 1}
			if lang == "edtf" && q.validIsRead() || lang != "edtf" && q.isRead(r, lang) {
				c.Right = 1
			}
			all = append(all, scored{"dates", odd(q.Text), lang, score.Counts{"dates": c}})
		}
	}
	return all
}

type dateLine struct {
	Text, Expression string
	ReferenceDate    string `json:"reference_date"`
	Expected         string
	Also             []string
	Valid            bool
	Level            *int
}

func (q dateLine) validIsRead() bool {
	d, err := edtf.Parse(q.Text)
	if err != nil || !q.Valid {
		return (err == nil) == q.Valid
	}
	return q.Level == nil || *q.Level == d.Level()
}

// isRead reports whether the date that overlaps the expression, or without
// one any date, has a value that is expected.
func (q dateLine) isRead(r *desk.Reader, lang string) bool {
	start, end := 0, len(q.Text)
	if i := strings.Index(q.Text, q.Expression); q.Expression != "" && i >= 0 {
		start, end = i, i+len(q.Expression)
	}
	reference, _ := edtf.Parse(q.ReferenceDate) // none where it is ""
	for _, d := range r.Dates(q.Text, lang, reference) {
		if d.Start >= end || d.End <= start {
			continue
		}
		if d.Value == q.Expected {
			return true
		}
		for _, also := range q.Also {
			if d.Value == also {
				return true
			}
		}
	}
	return false
}
