package goldentest

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"entente"
	"entente/desk"
	"entente/export"
	"entente/lang"
)

var update = flag.Bool("update", false, "rewrite the golden files with what is read")

// reader compiles the packs once for all tests of this package.
var reader = sync.OnceValues(func() (*desk.Reader, error) {
	packs, err := lang.Embedded()
	if err != nil {
		return nil, err
	}
	return desk.NewReader(packs)
})

func TestGoldenLetters(t *testing.T) {
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	letters, err := Letters(filepath.Join("..", "..", "testdata", "letters"))
	if err != nil {
		t.Fatal(err)
	}
	if len(letters) < 13 {
		t.Errorf("%d golden letters, want 13 or more", len(letters))
	}
	for _, l := range letters {
		tag := filepath.Base(filepath.Dir(l.Path))
		name := strings.TrimSuffix(filepath.Base(l.Path), ".txtar")
		t.Run(tag+"/"+name, func(t *testing.T) {
			doc, read, err := r.Read(name+".txt", strings.NewReader(l.Text), "")
			if err != nil {
				t.Fatal(err)
			}
			if doc.Language != tag {
				t.Errorf("the language read is %q, want %q", doc.Language, tag)
			}
			parts, _ := r.Stages(&doc)
			exact(t, &doc, parts, read)
			lines := Lines(&doc, parts, read)
			if *update {
				l.Update(lines)
				if err := os.WriteFile(l.Path, []byte(l.String()), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			for _, fault := range l.Check(lines) {
				t.Error(fault)
			}
		})
	}
}

// exact holds a reading to the bytes: every quote is the text at its span,
// parts are in order, and a second reading gives the same JSON.
func exact(t *testing.T, doc *entente.Document, parts []entente.Part, r entente.Reading) {
	t.Helper()
	end := 0
	for _, p := range parts {
		if p.Start < end || p.End < p.Start || p.End > len(doc.Text) {
			t.Errorf("part %s at %d to %d is out of order or of the text", p.Kind, p.Start, p.End)
		}
		end = p.End
	}
	check := func(what string, a entente.Anchor) {
		if a != (entente.Anchor{}) && !a.Checks(doc.Text) {
			t.Errorf("%s: %d to %d is not %q", what, a.Start, a.End, a.Quote)
		}
	}
	for _, m := range r.Mentions {
		check("mention", m.Anchor)
	}
	for _, c := range r.Claims {
		check("claim "+c.ID, c.Anchor)
		for f, values := range c.Fields {
			for _, v := range values {
				check("claim "+c.ID+" "+string(f), v.Anchor)
			}
		}
	}
	shared, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	var first, second bytes.Buffer
	again := shared.Reading(doc)
	again.Remarks = r.Remarks // intake adds its own
	if err := export.JSON(&first, doc, r); err != nil {
		t.Fatal(err)
	}
	if err := export.JSON(&second, doc, again); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two readings of one document differ")
	}
}

// BenchmarkRead reads the golden letters, all stages.
func BenchmarkRead(b *testing.B) {
	r, err := reader()
	if err != nil {
		b.Fatal(err)
	}
	letters, err := Letters(filepath.Join("..", "..", "testdata", "letters"))
	if err != nil {
		b.Fatal(err)
	}
	size := 0
	for _, l := range letters {
		size += len(l.Text)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, l := range letters {
			if _, _, err := r.Read(l.Path, strings.NewReader(l.Text), ""); err != nil {
				b.Fatal(err)
			}
		}
	}
}
