package examples_test

import (
	"encoding/json"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"entente"
	"entente/examples"
)

func load(t *testing.T, dossier fs.FS) (examples.Truth, map[string]string) {
	t.Helper()
	names, err := fs.Glob(dossier, "2*.*") // they start with their dates
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, name := range names {
		data, err := fs.ReadFile(dossier, name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = string(data)
	}
	tr, err := examples.ReadTruth(dossier)
	if err != nil {
		t.Fatal(err)
	}
	return tr, texts
}

func TestTruthQuotesStand(t *testing.T) {
	t.Run("arcadia-sylvania", func(t *testing.T) { quotesStand(t, examples.ArcadiaSylvania()) })
	t.Run("fr-kz", func(t *testing.T) { quotesStand(t, examples.FranceKazakhstan()) })
}

func quotesStand(t *testing.T, dossier fs.FS) {
	tr, texts := load(t, dossier)
	stands := func(what string, w examples.Words) {
		text, ok := texts[w.Document]
		if !ok {
			t.Errorf("%s: no document %q", what, w.Document)
		} else if w.Quote == "" || !strings.Contains(text, w.Quote) {
			t.Errorf("%s: %s does not say %q", what, w.Document, w.Quote)
		}
	}
	for _, m := range tr.Matters {
		for _, s := range m.Spoken {
			stands(m.ID, s.Words)
			if !slices.Contains(entente.Forces, s.Force) {
				t.Errorf("%s: unknown force %q", m.ID, s.Force)
			}
		}
	}
	for _, p := range tr.Parties {
		if p.Document != "" {
			stands(p.Name, p.Words)
		}
	}
	for _, c := range tr.Contradictions {
		values := map[string]bool{}
		for _, v := range c.Values {
			stands("contradiction on "+c.Matter, v.Words)
			values[v.Value] = true
		}
		if len(values) < 2 {
			t.Errorf("contradiction on %s: only one value", c.Matter)
		}
	}
}

func TestNotesAreComplete(t *testing.T) {
	complete(t, examples.FranceKazakhstan())
}

// complete holds a truth to its own counts and returns what it found.
func complete(t *testing.T, dossier fs.FS) (texts map[string]string, kinds map[entente.Kind]int, outcomes map[string]int, said map[string]bool) {
	tr, texts := load(t, dossier)
	spoken, ids := 0, map[string]bool{}
	kinds, outcomes = map[entente.Kind]int{}, map[string]int{}
	said = map[string]bool{}
	for _, m := range tr.Matters {
		if ids[m.ID] {
			t.Errorf("%s stands twice", m.ID)
		}
		ids[m.ID] = true
		kinds[m.Kind]++
		spoken += len(m.Spoken)
		if m.Title["fr"] == "" || m.Title["en"] == "" || m.Why == "" || len(m.Spoken) == 0 {
			t.Errorf("%s: want a title in two languages, a why and the words that speak of it", m.ID)
		}
		if m.Kind == entente.Contact {
			continue
		}
		if m.Kind == entente.Undertaking {
			outcomes[m.Outcome]++
		}
		if !slices.Contains([]string{"kept", "moving", "stalled", "silent", "dropped", "open"}, m.Outcome) {
			t.Errorf("%s: unknown outcome %q", m.ID, m.Outcome)
		}
		for _, s := range m.Spoken {
			said[s.Document] = true
		}
	}
	for _, m := range tr.Matters {
		for _, other := range []string{m.ReplacedBy, m.Replaces, m.Serves} {
			if other != "" && !ids[other] {
				t.Errorf("%s names an unknown matter %q", m.ID, other)
			}
		}
	}
	got := []int{len(texts), kinds[entente.Contact], kinds[entente.Agreement], kinds[entente.Undertaking], spoken}
	want := []int{tr.Count.Documents, tr.Count.Contacts, tr.Count.Agreements, tr.Count.Undertakings, tr.Count.Spoken}
	if !slices.Equal(got, want) {
		t.Errorf("counted documents, contacts, agreements, undertakings, words = %v, want %v", got, want)
	}
	return texts, kinds, outcomes, said
}

func TestInventedDossierShowsEverything(t *testing.T) {
	texts, kinds, outcomes, said := complete(t, examples.ArcadiaSylvania())
	if len(texts) != 14 || kinds[entente.Undertaking] != 10 {
		t.Errorf("%d documents and %d undertakings, want 14 and 10", len(texts), kinds[entente.Undertaking])
	}
	for _, o := range []string{"kept", "moving", "stalled", "silent", "dropped", "open"} {
		if outcomes[o] == 0 {
			t.Errorf("no undertaking is %s; the dossier is to show every outcome", o)
		}
	}
	for name := range texts {
		if !said[name] {
			t.Errorf("%s speaks of no agreement or undertaking", name)
		}
	}
}

// TestGoldQuotesExact holds the labels to the bytes of their documents.
func TestGoldQuotesExact(t *testing.T) {
	dossier := examples.ArcadiaSylvania()
	_, texts := load(t, dossier)
	for name, text := range texts {
		data, err := fs.ReadFile(dossier, "gold/"+strings.TrimSuffix(name, ".txt")+".gold.json")
		if err != nil {
			t.Error(err)
			continue
		}
		var gold any
		if err := json.Unmarshal(data, &gold); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var walk func(v any)
		walk = func(v any) {
			switch v := v.(type) {
			case []any:
				for _, x := range v {
					walk(x)
				}
			case map[string]any:
				quote, ok := v["quote"].(string)
				if ok {
					start, end := int(v["start"].(float64)), int(v["end"].(float64))
					if start < 0 || end > len(text) || start >= end || text[start:end] != quote {
						t.Errorf("%s: %d to %d is not %q", name, start, end, quote)
					}
				}
				for _, x := range v {
					walk(x)
				}
			}
		}
		walk(gold)
	}
}
