package envelope_test

import (
	"testing"

	"entente"
)

func TestNote(t *testing.T) {
	s := newStages(t)
	const body = "\nIvo Lind, President of Sylvania, opened the quay.\n\nDear reader, he left.\n"
	for _, c := range []struct {
		name, head, want, between string
		remarks                   int
	}{
		{"a head", "---\ndate: 2031-03\nsource: https://news.example/a\nplace: Port Arc\npublisher: The Lantern\nrelation: xs-xa\n---\n",
			"form ~note\ndate 2031-03\nplace Port Arc\nreference https://news.example/a\n", "XS XA", 0},
		{"keys of another language, quotation marks", "---\nDate: \"3 March 2031\"\nfuente: 'https://news.example/a'\n---\n",
			"form ~note\ndate 2031-03-03\nreference https://news.example/a\n", "", 0},
		{"lines that cannot be read", "---\ndate: soon\nmood: good\nrelation: XA\n# a comment\n---\n", "form ~note\n", "", 3},
		{"not closed", "---\ndate: 2031\nsource:\n", "form ~note\ndate 2031\n", "", 1},
	} {
		text := c.head + body
		doc := &entente.Document{Text: text, MediaType: "text/markdown", Language: "en", Pages: []entente.Span{{Start: 0, End: len(text)}}}
		env, between, remarks := s.envelope.Envelope(doc, s.layout.Parts(doc), nil)
		if got := show(env); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
		codes := ""
		for _, v := range between {
			if codes != "" {
				codes += " "
			}
			codes += v.Value
			if !v.Checks(text) {
				t.Errorf("%s: %q does not stand in the text", c.name, v.Quote)
			}
		}
		if codes != c.between || len(remarks) != c.remarks {
			t.Errorf("%s: between %q with %d remarks, want %q with %d: %v", c.name, codes, len(remarks), c.between, c.remarks, remarks)
		}
	}
}
