package layout_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"entente"
)

// FuzzPartsCover holds every text to the law of parts: in order, apart, on
// rune boundaries, with lines inside, and every visible byte in one of them.
func FuzzPartsCover(f *testing.F) {
	for _, test := range letters {
		f.Add(test.text, test.tag)
	}
	f.Add("From:\nFrom:\nTo:\nSent:\n\f-\n1.\n(a)\x00 \xff", "en")
	l := newLayout(f)
	f.Fuzz(func(t *testing.T, text, tag string) {
		at := 0
		parts := l.Parts(document(text, tag))
		for i, p := range parts {
			if p.Start < at || p.Empty() || p.End > len(text) || len(p.Lines) == 0 {
				t.Fatalf("part %d %v after %d in %d bytes", i, p.Span, at, len(text))
			}
			blank(t, text[at:p.Start])
			line := p.Start
			for _, s := range p.Lines {
				if s.Start < line || s.Empty() || s.End > p.End {
					t.Fatalf("part %d: line %v after %d", i, s, line)
				}
				blank(t, text[line:s.Start])
				line = s.End
			}
			if line != p.End || p.Lines[0].Start != p.Start {
				t.Fatalf("part %d %v: its lines are %v", i, p.Span, p.Lines)
			}
			for _, at := range []int{p.Start, p.End} {
				if at < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[at]) {
					t.Fatalf("part %d %v: not on a rune", i, p.Span)
				}
			}
			if p.Governor >= i || p.Governor >= 0 && parts[p.Governor].Kind != entente.PartListIntro {
				t.Fatalf("part %d: governor %d", i, p.Governor)
			}
			at = p.End
		}
		blank(t, text[at:])
	})
}

func blank(t *testing.T, between string) {
	t.Helper()
	if strings.TrimFunc(between, unicode.IsSpace) != "" {
		t.Fatalf("%q is in no part", between)
	}
}

func BenchmarkParts(b *testing.B) {
	l := newLayout(b)
	n := 0
	for _, test := range letters {
		n += len(test.text)
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		for _, test := range letters {
			l.Parts(document(test.text, test.tag))
		}
	}
}
