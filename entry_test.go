package entente

import "testing"

func TestNumberPrintsAndParses(t *testing.T) {
	for _, s := range []string{"in 2026/12", "out 2009/1", "internal 2031/400"} {
		n, ok := ParseNumber(s)
		if !ok || n.String() != s {
			t.Errorf("ParseNumber(%q) = %v, %v", s, n, ok)
		}
	}
	for _, s := range []string{"", "in", "in 2026", "in 2026/0", "up 2026/1", "in 2026/x"} {
		if n, ok := ParseNumber(s); ok {
			t.Errorf("ParseNumber(%q) = %v, want none", s, n)
		}
	}
}
