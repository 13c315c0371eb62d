package dates

import (
	"strings"
	"testing"

	"entente/edtf"
	"entente/lang"
)

// The day on which the sentences of the rules are taken to be written.
const written = "2009-07-03"

// TestEveryRule reads the sentences of every rule: in a "yes" the rule, or
// one that takes what it found, finds the value after "=>"; a "no" has that
// value, or no date by that rule.
func TestEveryRule(t *testing.T) {
	packs, err := lang.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	g, err := New(packs)
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range packs.Languages() {
		for _, r := range packs.Pack(tag).Rules(rulesFile) {
			for _, line := range r.Yes {
				text, want, _ := strings.Cut(line, " =>")
				if got, _ := values(t, g, tag, text); got != strings.TrimSpace(want) {
					t.Errorf("%s:%d rule %s: %q is %q, want %q", r.File, r.Line, r.Name, text, got, want)
				}
			}
			for _, line := range r.No {
				text, want, _ := strings.Cut(line, " =>")
				got, rules := values(t, g, tag, text)
				if got != strings.TrimSpace(want) || strings.Contains(rules, " "+r.Name+" ") && want == "" {
					t.Errorf("%s:%d rule %s: %q is %q by%s, want %q", r.File, r.Line, r.Name, text, got, rules, want)
				}
			}
		}
	}
}

func values(t *testing.T, g *Grammar, tag, text string) (values, rules string) {
	t.Helper()
	found, err := g.Line(text, tag, written)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	rules = " "
	for _, d := range found {
		if d.Invalid != "" {
			words = append(words, "!")
		} else {
			words = append(words, d.Value)
			if _, err := edtf.Parse(d.Value); err != nil {
				t.Errorf("%q: %v", text, err)
			}
		}
		rules += d.Rule + " "
	}
	return strings.Join(words, " "), rules
}
