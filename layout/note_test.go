package layout_test

import "testing"

func TestNote(t *testing.T) {
	l := newLayout(t)
	for _, c := range []struct{ name, text, want string }{
		{"head, heading, list", "---\ndate: 2031-03-03\nsource: https://news.example/a\n\n---\n\n# The harbour\n\nArcadia built a quay. It opened:\n\n- a dock;\n- a crane.\n\n---\n\nThe end.\n", `residue: ---
header: date: 2031-03-03
header: source: https://news.example/a
residue: ---
heading: # The harbour
list_intro: Arcadia built a quay. It opened:
item of 5: - a dock;
item of 5: - a crane.
residue: ---
paragraph: The end.
`},
		{"a head that is not closed", "---\ndate: 2031\n\nDear is the harbour to its people, and so they built a quay there in March.\n\nYours is the town.\n", `residue: ---
header: date: 2031
paragraph: Dear is the harbour to its people, and so they built a quay there in March.
paragraph: Yours is the town.
`},
		{"nothing but a head", "---\ndate: 2031\n---", "residue: ---\nheader: date: 2031\nresidue: ---\n"},
	} {
		doc := document(c.text, "en")
		doc.MediaType = "text/markdown"
		if got := show(c.text, l.Parts(doc)); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}
