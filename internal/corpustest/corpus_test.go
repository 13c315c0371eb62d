package corpustest_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"

	"entente"
	"entente/desk"
	"entente/lang"
)

// shared returns the folder of labelled documents, and skips the test where
// there is none.
func shared(t testing.TB) string {
	t.Helper()
	folder := os.Getenv("ENTENTE_SHARED")
	if folder == "" {
		folder = "../../../shared"
	}
	if _, err := os.Stat(filepath.Join(folder, "corpus")); err != nil {
		t.Skipf("no labelled documents at %s; set ENTENTE_SHARED to the folder that holds corpus/", folder)
	}
	return folder
}

var newReader = sync.OnceValues(func() (*desk.Reader, error) {
	packs, err := lang.Embedded()
	if err != nil {
		return nil, err
	}
	return desk.NewReader(packs)
})

func reader(t testing.TB) *desk.Reader {
	t.Helper()
	r, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// corpus returns the bytes of every text of the corpus.
func corpus(t testing.TB) map[string][]byte {
	t.Helper()
	texts := map[string][]byte{}
	root := filepath.Join(shared(t), "corpus")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".txt" {
			return err
		}
		data, err := os.ReadFile(path)
		texts[strings.TrimPrefix(path, root)] = data
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// check reads one document and returns what is wrong with its anchors.
func check(r *desk.Reader, name string, data []byte) (fault error) {
	defer func() {
		if p := recover(); p != nil {
			fault = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	doc, read, err := r.Read(name, bytes.NewReader(data), "")
	if err != nil {
		if errors.Is(err, entente.ErrUnread) {
			return nil
		}
		return err
	}
	var anchors []entente.Anchor
	values := func(list ...entente.Value) {
		for _, v := range list {
			if !v.Inferred && !v.Zero() {
				anchors = append(anchors, v.Anchor)
			}
		}
	}
	e := read.Envelope
	values(e.Form, e.Date, e.Place, e.Salutation, e.Close, e.Signature)
	values(e.Annotations...)
	values(e.References...)
	for _, list := range [][]entente.Correspondent{e.Sender, e.Recipient, e.Parties} {
		for _, c := range list {
			values(c.Name, c.Honorific, c.Office, c.State)
		}
	}
	for _, m := range read.Mentions {
		anchors = append(anchors, m.Anchor)
	}
	for _, c := range read.Claims {
		anchors = append(anchors, c.Anchor)
		for _, list := range c.Fields {
			values(list...)
		}
	}
	for _, a := range anchors {
		if !a.Checks(doc.Text) {
			return fmt.Errorf("the quote %q at %d to %d is not the text there", a.Quote, a.Start, a.End)
		}
	}
	return nil
}

// sideBySide calls f with every number below n, on all cores.
func sideBySide(n int, f func(int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

// Every quote equals its bytes, on every document of the corpus and on ten
// thousand documents made of them by cutting, repeating, joining and
// spoiling; nothing panics.
func TestQuotesExact(t *testing.T) {
	r, texts := reader(t), corpus(t)
	var names []string
	for name := range texts {
		names = append(names, name)
	}
	slices.Sort(names)
	mutations := 10000
	if testing.Short() {
		mutations = 500
	}
	sideBySide(len(names)+mutations, func(i int) {
		if i < len(names) {
			if err := check(r, names[i], texts[names[i]]); err != nil {
				t.Errorf("%s: %v", names[i], err)
			}
			return
		}
		n := i - len(names)
		name := names[n%len(names)]
		data := mutate(texts[name], texts[names[(n*31+7)%len(names)]], uint64(n))
		if err := check(r, name, data); err != nil {
			t.Errorf("%s, mutation %d: %v", name, n, err)
		}
	})
}

// mutate spoils a copy of a document in ways that depend on seed alone.
func mutate(data, other []byte, seed uint64) []byte {
	random := func(n int) int { // splitmix64
		seed += 0x9e3779b97f4a7c15
		z := seed
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		return int((z ^ z>>31) % uint64(max(n, 1)))
	}
	// A stretch is enough, and keeps ten thousand of them quick.
	if start := random(len(data)); len(data) > 2500 {
		data = data[start:min(len(data), start+2500)]
	}
	out := bytes.Clone(data)
	for range 1 + random(6) {
		at := random(len(out) + 1)
		switch random(9) {
		case 0: // cut
			out = append(out[:at:at], out[min(len(out), at+random(200)):]...)
		case 1: // repeat
			piece := bytes.Clone(out[at:min(len(out), at+random(120))])
			out = append(out[:at:at], append(piece, out[at:]...)...)
		case 2: // a byte of anything
			if at < len(out) {
				out[at] = byte(random(256))
			}
		case 3: // words of another document
			from := random(len(other))
			out = append(out[:at:at], append(bytes.Clone(other[from:min(len(other), from+300)]), out[at:]...)...)
		case 4: // lines end otherwise
			out = bytes.ReplaceAll(out, []byte("\n"), []byte([]string{"\r\n", "\r", "\n\n", " "}[random(4)]))
		case 5: // marks that do not show
			out = append(out[:at:at], append([]byte([]string{"\u200b", "\u202e", "\u00ad", "\ufeff", "\x00", "\f", "\u0301"}[random(7)]), out[at:]...)...)
		case 6: // all in capitals
			out = bytes.ToUpper(out)
		case 7: // all on one line
			out = bytes.ReplaceAll(out, []byte("\n"), []byte(" "))
		case 8: // a long word
			out = append(out[:at:at], append(bytes.Repeat([]byte("é"), random(3000)), out[at:]...)...)
		}
	}
	return out
}

// The founding letter is full of traps; none may be sprung, and nothing may
// be said that it leaves unsaid. The traps are words that must not be read as
// a date, a place, a person, a company or a claim of their own.
func TestTraps(t *testing.T) {
	folder := shared(t)
	var table struct {
		Traps []struct {
			Quote, Why string
			Start, End int
		}
	}
	data, err := os.ReadFile(filepath.Join(folder, "seed", "traps.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &table); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(filepath.Join(folder, "seed", "letter.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	doc, read, err := reader(t).Read("letter.txt", file, "")
	if err != nil {
		t.Fatal(err)
	}
	// These are organisations, and a trap only as anything else.
	companies := map[string]bool{"Safran": true, "Suez": true, "Total": true, "Thalès": true, "Airbus": true}
	for _, trap := range table.Traps {
		span := entente.Span{Start: trap.Start, End: trap.End}
		for _, m := range read.Mentions {
			if !m.Overlaps(span) || companies[trap.Quote] && m.Kind == entente.MentionOrganisation {
				continue
			}
			if trap.Quote == "Astana" && m.Kind == entente.MentionOrganisation { // inside the airline's name
				continue
			}
			t.Errorf("%s %q is read of the trap %q: %s", m.Kind, m.Quote, trap.Quote, trap.Why)
		}
		for _, c := range read.Claims {
			// A claim may hold the words of a trap, but not be made of them.
			if c.Overlaps(span) && c.Len() < 3*span.Len() {
				t.Errorf("the %s %q is made of the trap %q: %s", c.Kind, c.Quote, trap.Quote, trap.Why)
			}
		}
	}
	said := func(what string, is bool) {
		if is {
			t.Errorf("asserted, though the letter does not say it: %s", what)
		}
	}
	for _, s := range read.Envelope.Sender {
		said("the sender's office", !s.Office.Zero() && !s.Office.Inferred)
	}
	for _, c := range read.Claims {
		for field, values := range c.Fields {
			for _, v := range values {
				said(fmt.Sprintf("%s %q, of words that are not there", field, v.Value), !v.Inferred && !v.Checks(doc.Text))
				said("KGM is another company", v.Quote == "KGM" && v.Value != "KGM")
				said("the partnership with Areva is nuclear", v.Value == "nuclear" && !v.Inferred)
				said("the permit is for oil or gas", v.Value == "energy" && !v.Inferred && strings.Contains(c.Quote, "Issata"))
				said("the meeting in Paris was in June 2009 for certain", field == entente.FieldDate && v.Value == "2009-06" && strings.Contains(c.Quote, "Paris"))
			}
		}
		said("the recipient agreed to a project", c.Kind == entente.Undertaking && c.Force == entente.Agreed)
	}
}
