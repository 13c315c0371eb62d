package intake_test

import (
	"strings"
	"testing"
)

func TestNotes(t *testing.T) {
	in := open(t)
	const text = "\nLe ministre des Ports s'est rendu à Port Arc le 3 mars et il y a signé un accord sur les phares.\n"
	for _, c := range []struct {
		name, head, media, language string
		remarks                     int
	}{
		{"a head", "---\ndate: 2031-03-03\nsource: https://news.example/a\nlanguage: fr\n---\n", "text/markdown", "fr", 0},
		{"the language said counts", "---\ndate: 2031-03-03\nlanguage: \"en\"\n---\n", "text/markdown", "en", 0},
		{"keys in French, Windows lines", "---\r\nDate : 2031-03-03\r\nlangue : fr\r\n---\r\n", "text/markdown", "fr", 0},
		{"a language that is none", "---\ndate: 2031\nlanguage: klingon\n---\n", "text/markdown", "fr", 1},
		{"not closed", "---\ndate: 2031\nsource: x\n", "text/markdown", "fr", 0},
		{"no date", "---\nsource: https://news.example/a\n---\n", "text/plain", "fr", 0},
		{"an e-mail under a rule", "---\nFrom: Ivo Lind\nTo: Mara Osk\nDate: 3 March 2031\n", "text/plain", "fr", 0},
		{"no fence", "date: 2031-03-03\n---\n", "text/plain", "fr", 0},
	} {
		doc, remarks, err := in.Document("note.md", strings.NewReader(c.head+text))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if doc.MediaType != c.media || doc.Language != c.language || len(remarks) != c.remarks || doc.Text != c.head+text {
			t.Errorf("%s: %s in %s, %d remarks; want %s in %s, %d", c.name, doc.MediaType, doc.Language, len(remarks), c.media, c.language, c.remarks)
		}
	}
}
