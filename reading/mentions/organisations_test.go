package mentions_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"entente"
)

// TestOrganisations measures the organisations of testdata/organisations.txt.
// With -v it prints what is missed in the half that may be looked at.
func TestOrganisations(t *testing.T) {
	h := open(t)
	data, err := os.ReadFile("testdata/organisations.txt")
	check(t, err)
	type count struct{ right, gold, read int }
	counts := map[string]*count{}
	n := 0
	for line := range bytes.Lines(data) {
		tag, marked, ok := strings.Cut(strings.TrimSpace(string(line)), ": ")
		if !ok || strings.HasPrefix(tag, "#") {
			continue
		}
		n++
		half := "seen"
		if n%2 == 0 {
			half = "blind"
		}
		c := counts[half+" "+tag]
		if c == nil {
			c = &count{}
			counts[half+" "+tag] = c
		}
		text, want := unmarked(marked)
		c.gold += len(want)
		var wrong []string
		for _, m := range h.read(text, tag, "") {
			if m.Kind != entente.MentionOrganisation {
				continue
			}
			c.read++
			if _, ok := want[core(m.Quote)]; ok {
				c.right++
				delete(want, core(m.Quote))
			} else {
				wrong = append(wrong, m.Quote)
			}
		}
		if half == "seen" && len(want)+len(wrong) > 0 {
			missed := []string{}
			for _, w := range want {
				missed = append(missed, w)
			}
			t.Logf("%s: missed %q, wrong %q", text, missed, wrong)
		}
	}
	for _, key := range []string{"seen en", "seen fr", "blind en", "blind fr"} {
		c := counts[key]
		p, r := float64(c.right)/max(1, float64(c.read)), float64(c.right)/float64(c.gold)
		f := 2 * p * r / max(1e-9, p+r)
		t.Logf("%-8s P %.3f R %.3f F1 %.3f  marked %d read %d", key, p, r, f, c.gold, c.read)
		if f < 0.65 {
			t.Errorf("%s: F1 %.3f of organisations, want at least 0.65", key, f)
		}
	}
}

// unmarked returns the text without brackets, and what they held by its core.
func unmarked(marked string) (string, map[string]string) {
	want := map[string]string{}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(marked, "[")
		b.WriteString(before)
		if !ok {
			return b.String(), want
		}
		name, after, _ := strings.Cut(rest, "]")
		b.WriteString(name)
		want[core(name)] = name
		marked = after
	}
}
