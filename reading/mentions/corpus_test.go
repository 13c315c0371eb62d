package mentions_test

import (
	"encoding/json"
	"hash/fnv"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"entente"
	"entente/dates"
	"entente/lang"
	"entente/layout"
	"entente/reading/mentions"
	"entente/syntax"
)

// house is the stages that mentions stands on.
type house struct {
	packs  *lang.Packs
	layout *layout.Layout
	syntax *syntax.Syntax
	reader *mentions.Reader
}

func open(t testing.TB) *house {
	t.Helper()
	packs, err := lang.Embedded()
	check(t, err)
	grammar, err := dates.New(packs)
	check(t, err)
	h := &house{packs: packs}
	h.layout, err = layout.New(packs)
	check(t, err)
	h.syntax, err = syntax.New(packs)
	check(t, err)
	h.reader, err = mentions.New(packs, grammar)
	check(t, err)
	return h
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// prepare returns a function that finds the mentions of text, with the stages
// before it done.
func (h *house) prepare(text, tag string) func() []entente.Mention {
	doc := &entente.Document{Text: text, Language: tag, Pages: []entente.Span{{End: len(text)}}}
	parts := h.layout.Parts(doc)
	sentences := h.syntax.Sentences(doc, parts)
	return func() []entente.Mention {
		found, _ := h.reader.Mentions(doc, parts, sentences, entente.Envelope{})
		return found
	}
}

func (h *house) read(text, tag, date string) []entente.Mention {
	doc := &entente.Document{Text: text, Language: tag, Pages: []entente.Span{{End: len(text)}}}
	parts := h.layout.Parts(doc)
	sentences := h.syntax.Sentences(doc, parts)
	var env entente.Envelope
	env.Date = entente.Inferred(date, "test")
	found, _ := h.reader.Mentions(doc, parts, sentences, env)
	return found
}

type label struct {
	Kind, Quote, Value string
	Start, End         int
	Optional           bool
}

type gold struct {
	name     string
	text     string
	odd      bool
	Envelope struct{ Date struct{ Value string } }
	Mentions []label
	Document struct{ Language string }
}

func corpus(t testing.TB) []gold {
	t.Helper()
	shared := os.Getenv("ENTENTE_SHARED")
	if shared == "" {
		shared = "../../../shared"
	}
	files, _ := filepath.Glob(filepath.Join(shared, "corpus/claims/*.gold.json"))
	more, _ := filepath.Glob(filepath.Join(shared, "corpus/written/*.gold.json"))
	files = append(files, more...)
	if len(files) == 0 {
		t.Skip("no labelled corpus at ../shared; set ENTENTE_SHARED")
	}
	var all []gold
	for _, f := range files {
		var g gold
		data, err := os.ReadFile(f)
		check(t, err)
		check(t, json.Unmarshal(data, &g))
		text, err := os.ReadFile(strings.TrimSuffix(f, ".gold.json") + ".txt")
		check(t, err)
		g.name, g.text = filepath.Base(f), string(text)
		h := fnv.New32a()
		h.Write([]byte(g.name))
		g.odd = h.Sum32()>>8%2 == 1
		if g.Document.Language == "" {
			g.Document.Language = g.name[:2]
			if strings.HasPrefix(g.name, "seed") {
				g.Document.Language = "fr"
			}
		}
		all = append(all, g)
	}
	return all
}

var article = regexp.MustCompile(`(?i)^(?:(?:the|a|an|on|in|le|la|les|un|une|des|du|de|au|aux|en|of|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|[ld]['’])[\s,]*`)

// core is the quote as the scorer compares it.
func core(q string) string {
	const edge = " \t\n\r.,;:!?()[]«»\"'’“”-–—•*"
	q = strings.Trim(q, edge)
	for {
		next := strings.Trim(article.ReplaceAllString(q, ""), edge)
		if next == q {
			return strings.ToLower(strings.Join(strings.Fields(q), " "))
		}
		q = next
	}
}

// TestCorpus measures the mentions of the labelled corpus by kind and half.
// Only documents of the even half are looked at; with -v it prints their
// misses.
func TestCorpus(t *testing.T) {
	h := open(t)
	type count struct{ right, gold, read int }
	counts := map[string]*count{}
	at := func(key string) *count {
		if counts[key] == nil {
			counts[key] = &count{}
		}
		return counts[key]
	}
	for _, g := range corpus(t) {
		found := h.read(g.text, g.Document.Language, g.Envelope.Date.Value)
		var want []label
		for _, m := range g.Mentions {
			if !m.Optional {
				want = append(want, m)
			}
		}
		half := "even"
		if g.odd {
			half = "odd"
		}
		used := make([]bool, len(found))
		overlaps := func(l label, m entente.Mention) bool {
			return l.Kind == string(m.Kind) && l.Start < m.End && m.Start < l.End
		}
		score := func(kind string) []*count {
			return []*count{at(half + " " + kind), at(half + " all"), at(half + " " + g.Document.Language)}
		}
		if strings.HasPrefix(g.name, "seed") {
			half = "seed"
		}
		for _, w := range want {
			right := false
			for i, m := range found {
				if !used[i] && overlaps(w, m) && core(w.Quote) == core(m.Quote) && (w.Kind != "date" || w.Value == m.Value || w.Value == "" && core(w.Quote) == m.Value) {
					used[i], right = true, true
					break
				}
			}
			for _, c := range score(w.Kind) {
				c.gold++
				if right {
					c.right++
				}
			}
			if !right && half != "odd" {
				t.Logf("%s missed %s %q %s in %q", g.name, w.Kind, w.Quote, w.Value, around(g.text, w.Start, w.End))
			}
		}
	read:
		for i, m := range found {
			if !used[i] {
				for _, o := range g.Mentions {
					if o.Optional && overlaps(o, m) {
						hit := false
						for _, w := range want {
							hit = hit || overlaps(w, m)
						}
						if !hit {
							continue read
						}
					}
				}
				if half != "odd" {
					t.Logf("%s wrong %s %q %s in %q", g.name, m.Kind, m.Quote, m.Value, around(g.text, m.Start, m.End))
				}
			}
			for _, c := range score(string(m.Kind)) {
				c.read++
			}
		}
	}
	floors := map[string]float64{"person": 0.90, "organisation": 0.75, "place": 0.88, "all": 0.85}
	for _, half := range []string{"even", "odd", "seed"} {
		for _, kind := range []string{"person", "organisation", "place", "date", "amount", "fr", "en", "all"} {
			c := at(half + " " + kind)
			if c.gold == 0 {
				continue
			}
			p, r := float64(c.right)/max(1, float64(c.read)), float64(c.right)/float64(c.gold)
			f := 2 * p * r / max(1e-9, p+r)
			t.Logf("%-5s %-13s P %.3f R %.3f F1 %.3f  labelled %d read %d", half, kind, p, r, f, c.gold, c.read)
			if f < floors[kind] {
				t.Errorf("%s half, %s: F1 %.3f, want at least %.2f", half, kind, f, floors[kind])
			}
		}
	}
}

func around(text string, start, end int) string {
	return text[max(0, start-30):start] + "[" + text[start:end] + "]" + text[end:min(len(text), end+25)]
}
