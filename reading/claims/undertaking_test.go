package claims_test

import (
	"strings"
	"testing"

	"entente"
	"entente/desk"
)

// said reads one paragraph of a joint statement or letter and returns its
// undertakings.
func said(t *testing.T, r *desk.Reader, head, text string) []entente.Claim {
	t.Helper()
	_, read, err := r.Read("said.txt", strings.NewReader(head+text+"\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	var found []entente.Claim
	for _, c := range read.Claims {
		if c.Kind == entente.Undertaking {
			found = append(found, c)
		}
	}
	return found
}

const jointEnglish = "Joint Statement by the United States and Canada\n\nOttawa, 4 May 2031\n\n"

// TestUndertakingTitles holds sentences against the words that name the thing.
func TestUndertakingTitles(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ head, text, title string }{
		{jointEnglish, "Canada will supply one hundred tractors to the farmers of Port Sylvan before 31 December 2031.", "one hundred tractors"},
		{jointEnglish, "Canada committed to continue to support the bridge on the Lune.", "bridge on the Lune"},
		{jointEnglish, "The two sides welcomed Canada's commitment to build a school at Port Sylvan.", "school"},
		{jointEnglish, "Canada announced 20 million dollars in food aid to Port Sylvan.", "food aid to Port Sylvan"},
		{jointEnglish, "The Treasury will not give a guarantee and the project is at a standstill.", "guarantee"},
		{"Déclaration conjointe de la France et du Canada\n\nOttawa, le 4 mai 2031\n\n", "Le Canada mettra à la disposition de la France, à Port-Sylvan, un terrain où sera ouvert, à la rentrée de 2032, un lycée.", "terrain"},
	} {
		found := said(t, r, c.head, c.text)
		if len(found) == 0 {
			t.Errorf("%q: no undertaking", c.text)
			continue
		}
		title := ""
		for _, v := range found[0].Fields[entente.FieldTitle] {
			title = v.Value
		}
		if !strings.HasPrefix(c.title, title) || title == "" {
			t.Errorf("%q: title %q, want %q", c.text, title, c.title)
		}
	}
}

// TestUndertakingRows holds rows of verbs under one cue, each a claim of its
// own, and sentences that undertake nothing.
func TestUndertakingRows(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct {
		text string
		n    int
	}{
		{"Canada commits to build a hospital at Port Sylvan, to train twenty doctors, and to supply ten ambulances before 2033.", 3},
		{"Canada will build the railway to Port Sylvan, and Transimpex, of Belmont, will supply 9,000 tons of rail.", 2},
		{"Canada will build a bridge at Port Sylvan, the United States supplying 900 tons of steel.", 2},
		{"Canada will repair the harbour of Port Sylvan in May and supply four ships in June.", 2},
		{"Canada will build a hospital at Port Sylvan, for which the United States will supply twenty doctors.", 2},
		{"The two leaders praised the friendship of their peoples.", 0},
		{"The two sides recalled their support for Canada.", 0},
	} {
		if found := said(t, r, jointEnglish, c.text); len(found) != c.n {
			t.Errorf("%q: %d undertakings, want %d: %v", c.text, len(found), c.n, found)
		}
	}
}

// TestUndertakingDoers holds sentences against who does it.
func TestUndertakingDoers(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, by string }{
		{"The United States and Canada will build a hospital at Port Sylvan.", "United States, Canada"},
		{"The two sides welcomed the decision of Canada to finance the bridge at Port Sylvan.", "Canada"},
		{"Canada will pay the 2 million dollars assessed by the surveyors of Lunor.", "Canada"},
	} {
		found := said(t, r, jointEnglish, c.text)
		if len(found) == 0 {
			t.Errorf("%q: no undertaking", c.text)
			continue
		}
		var by []string
		for _, v := range found[0].Fields[entente.FieldBy] {
			by = append(by, v.Value)
		}
		if got := strings.Join(by, ", "); got != c.by {
			t.Errorf("%q: by %q, want %q", c.text, got, c.by)
		}
	}
}
