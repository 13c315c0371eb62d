package score

import (
	"encoding/json"
	"testing"
)

func document(t *testing.T, text string) Document {
	t.Helper()
	var d Document
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return d
}

func TestEqual(t *testing.T) {
	for _, test := range []struct {
		field, gold, read string
		want              bool
	}{
		{"status", `{"value": "held"}`, `{"value": "held"}`, true},
		{"status", `{"value": "held"}`, `{"value": "planned"}`, false},
		{"status", `{"value": "planned", "same": ["held"]}`, `{"value": "held"}`, true},
		{"sender", `{"name": "Élise MARCHEVAL"}`, `{"name": "Elise Marcheval"}`, true},
		{"sender", `{"name": "Élise MARCHEVAL", "key": "MARCHEVAL"}`, `{"name": "Mme la Présidente Marcheval"}`, true},
		{"sender", `{"name": "Élise MARCHEVAL"}`, `{"name": "Marcheval"}`, false},
		{"title", `{"value": "tramway d'Aldermouth"}`, `{"value": "tramway"}`, false},
		{"title", `{"value": "coastal radar chain"}`, `{"value": "radar chain"}`, true},
		{"place", `{"value": "Port Hallow"}`, `{"value": "Hallow"}`, false},
		{"parties", `{"value": "@sender", "same": ["Wexcombe"]}`, `{"value": "@sender_state", "name": "Wexcombe"}`, true},
		{"form", `"letter"`, `"letter"`, true},
	} {
		var gold, read Values
		if err := json.Unmarshal([]byte(test.gold), &gold); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(test.read), &read); err != nil {
			t.Fatal(err)
		}
		if got := Equal(test.field, gold[0], read[0]); got != test.want {
			t.Errorf("Equal(%s, %s, %s) = %v, want %v", test.field, test.gold, test.read, got, test.want)
		}
	}
}

func TestValuesFormsOfJSON(t *testing.T) {
	for text, want := range map[string]int{`null`: 0, `""`: 0, `{}`: 0, `[]`: 0, `"letter"`: 1, `{"value": "x"}`: 1, `["a", {"name": "b"}]`: 2} {
		var vs Values
		if err := json.Unmarshal([]byte(text), &vs); err != nil || len(vs) != want {
			t.Errorf("%s gives %d values, error %v; want %d", text, len(vs), err, want)
		}
	}
}

func TestCore(t *testing.T) {
	for quote, want := range map[string]string{
		"le 3 MARS 2027,":        "3 mars 2027",
		"Monday, the 4th of May": "4th of may",
		"« L’Arcadie »":          "arcadie",
		"d'Aldermouth":           "aldermouth",
		"aérodrome":              "aerodrome", // "a" is an article only as a word of its own
		"the":                    "",
		"mi-\njuin":              "mi- juin",
	} {
		if got := core(quote); got != want {
			t.Errorf("core(%q) = %q, want %q", quote, got, want)
		}
	}
}

func TestAssignSwapsForOneMore(t *testing.T) {
	// Greedily row 0 takes column 0, and row 1 is left without.
	got := assign(map[[2]int]float64{{0, 0}: 2, {0, 1}: 1, {1, 0}: 1}, 2, 2)
	if len(got) != 2 || got[0] != 1 || got[1] != 0 {
		t.Errorf("assign = %v, want 0→1, 1→0", got)
	}
}

func TestOf(t *testing.T) {
	gold := document(t, `{"envelope": {"form": "letter", "date": {"value": "2031-03-03"}, "parties": []},
	  "mentions": [
	   {"kind": "place", "quote": "Ménale", "start": 0, "end": 7},
	   {"kind": "date", "value": "2031", "quote": "2031", "start": 10, "end": 14},
	   {"kind": "person", "quote": "Lind", "start": 20, "end": 24, "optional": true}],
	  "claims": [
	   {"kind": "contact", "force": "done", "start": 0, "end": 40, "unlabelled": ["host"],
	    "fields": {"mode": [{"value": "visit"}], "place": [{"value": "Ménale"}]}},
	   {"kind": "agreement", "force": "done", "start": 50, "end": 60, "optional": true, "fields": {"form": [{"value": "treaty"}]}},
	   {"kind": "undertaking", "force": "hoped", "start": 70, "end": 90, "fields": {"title": [{"value": "bridge"}]}}]}`)
	read := document(t, `{"envelope": {"form": "letter", "date": {"value": "2031-03-04"}, "place": {"value": "Ménale"}},
	  "mentions": [
	   {"kind": "place", "quote": "à Ménale", "start": -3, "end": 7},
	   {"kind": "date", "value": "2030", "quote": "2031", "start": 10, "end": 14},
	   {"kind": "person", "quote": "Lind", "start": 20, "end": 24},
	   {"kind": "person", "quote": "Dear", "start": 30, "end": 34}],
	  "claims": [
	   {"kind": "contact", "force": "agreed", "start": 0, "end": 30,
	    "fields": {"mode": [{"value": "visit"}], "host": [{"value": "XS"}], "date": [{"value": "2031"}]}},
	   {"kind": "agreement", "force": "done", "start": 50, "end": 60, "fields": {"form": [{"value": "convention"}]}},
	   {"kind": "undertaking", "force": "hoped", "start": 200, "end": 220, "fields": {"title": [{"value": "road"}]}}]}`)
	got := Of(gold, read)
	for measure, want := range map[string]Count{
		"envelope":           {1, 2, 2},
		"envelope.parties":   {0, 0, 0},
		"mentions.place":     {0, 1, 1}, // "à" is no article
		"mentions.date":      {0, 1, 1},
		"mentions.person":    {0, 0, 1},
		"claims":             {1, 2, 2}, // the optional one counts neither way
		"claims.contact":     {1, 1, 1},
		"claims.undertaking": {0, 1, 1},
		"fields.mode":        {1, 1, 1},
		"fields.place":       {0, 1, 0},
		"fields.date":        {0, 0, 1},
		"fields.host":        {0, 0, 0}, // not labelled
		"fields.form":        {0, 0, 0},
		"fields.title":       {0, 1, 1},
		"force":              {0, 1, 1},
	} {
		if got[measure] != want {
			t.Errorf("%s = %v, want %v", measure, got[measure], want)
		}
	}
	if _, counted := got["envelope.place"]; counted {
		t.Error("envelope.place is counted though the gold file does not label it")
	}
}

func TestGoldAgainstItselfIsPerfect(t *testing.T) {
	d := document(t, `{"envelope": {"form": "letter"}, "claims": [{"kind": "contact", "force": "done", "start": 3, "end": 9, "fields": {"mode": [{"value": "call"}]}}]}`)
	for measure, c := range Of(d, d) {
		if c.F() != 1 {
			t.Errorf("%s: F = %v, want 1", measure, c.F())
		}
	}
}

func TestIntervalHoldsTheMeasureAndIsStable(t *testing.T) {
	var documents []Counts
	for i := range 40 {
		documents = append(documents, Counts{"claims": {Right: i % 3, Gold: 3, Read: 2}})
	}
	var sum Counts = Counts{}
	for _, d := range documents {
		sum.Add(d)
	}
	low, high := Interval(documents, "claims")
	if f := sum["claims"].F(); low >= f || high <= f || low < 0 || high > 1 {
		t.Errorf("interval %.3f to %.3f does not hold %.3f", low, high, f)
	}
	if a, b := Interval(documents, "claims"); a != low || b != high {
		t.Error("two runs give two intervals")
	}
}
