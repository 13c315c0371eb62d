package langid_test

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"testing"

	"entente/intake/langid"
)

var texts = map[string]string{
	"xa": "kala mona kala soru mona tiki kala mona",
	"xs": "grauf steltz grauf borden steltz wrim grauf",
	"xx": "зара кола зара мена кола",
}

func likeliest(t *testing.T, m *langid.Model, text string) (string, int) {
	t.Helper()
	costs := make([]float64, len(m.Tags()))
	letters := m.Costs(text, costs)
	return m.Tags()[slices.Index(costs, slices.Min(costs))], letters
}

func TestTrainedModelTellsLanguages(t *testing.T) {
	data := langid.Train(texts, 100)
	if again := langid.Train(texts, 100); !bytes.Equal(data, again) {
		t.Error("equal texts gave different models")
	}
	m, err := langid.Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(m.Tags(), " "); got != "xa xs xx" {
		t.Errorf("tags %s", got)
	}
	for text, want := range map[string]string{"Soru kala!": "xa", "wrim, BORDEN": "xs", "мена": "xx"} {
		if got, letters := likeliest(t, m, text); got != want || letters == 0 {
			t.Errorf("%q: %s by %d letters, want %s", text, got, letters, want)
		}
	}
	if _, letters := likeliest(t, m, "12 — 34"); letters != 0 {
		t.Errorf("%d letters in none", letters)
	}
}

// A letter that its neighbours know is less strange than one they do not.
func TestStrangeness(t *testing.T) {
	m, err := langid.Open(string(langid.Train(texts, 100)))
	if err != nil {
		t.Fatal(err)
	}
	usual, odd := []rune("kala mona"), []rune("kzla mona")
	if a, b := m.Strangeness(usual, 1, 0), m.Strangeness(odd, 1, 0); a >= b {
		t.Errorf("usual %v, odd %v", a, b)
	}
}

// FuzzOpenNeverPanics: bytes that Train did not write are an error, or a
// model that can be asked.
func FuzzOpenNeverPanics(f *testing.F) {
	whole := langid.Train(texts, 20)
	f.Add([]byte{}, "kala")
	f.Add(whole, "kala")
	f.Add(whole[:len(whole)/2], "grauf")
	f.Add(binary.AppendUvarint(append(whole[:8:8], 0), math.MaxUint64), "") // more groups than an int counts
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		m, err := langid.Open(string(data))
		if err != nil {
			return
		}
		m.Costs(text, make([]float64, len(m.Tags())))
		if runes := []rune(text); len(runes) > 0 && len(m.Tags()) > 0 {
			m.Strangeness(runes, len(runes)/2, 0)
		}
	})
}
