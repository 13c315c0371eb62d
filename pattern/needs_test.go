package pattern_test

import (
	"testing"

	"entente/pattern"
)

func TestNeeds(t *testing.T) {
	for _, c := range []struct {
		src  string
		want int // sets
	}{
		{"end of {m:<may|june>} next?", 3},
		{"<a|b c> /\\d+/", 1},
		{"{rest} !x", 0},
		{"x? y+", 1},
	} {
		p, err := pattern.Compile(c.src, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Needs(); len(got) != c.want {
			t.Errorf("%s needs %v, want %d sets", c.src, got, c.want)
		}
	}
}
