package lifelines_test

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"entente/edtf"
	"entente/lifelines"
)

var largeOut = flag.String("large", "", "write the picture of sixty lines over twenty years to this file")

// large is a picture as full as one gets: sixty lines over twenty years, long
// titles, and many contacts.
func large() lifelines.Picture {
	chance := rand.New(rand.NewSource(7))
	p := lifelines.Picture{Title: "Arcadia – Sylvania: what was said, and what became of it", Desc: "Sixty lines.", Words: words, AsOf: edtf.DayOf(2050, 6, 1)}
	things := strings.Fields("tramway bridge port hospital school railway dam reactor satellite cannery refinery airport library museum observatory")
	for i := range 45 {
		first := edtf.DayOf(2031, 1, 1) + edtf.Day(chance.Intn(19*365))
		c := lifelines.Contact{First: first, Last: first + edtf.Day(chance.Intn(2)), Mode: []string{"visit", "visit", "summit", "meeting", "commission", "call"}[chance.Intn(6)],
			Held: chance.Intn(4) > 0, Label: "State visit, Port Sylvan", Short: []string{"State visit, Port Sylvan", "Visit, Aldermouth", "Joint commission, Ménale", ""}[i%4]}
		p.Contacts = append(p.Contacts, c)
	}
	for _, g := range []string{"Agreements", "Undertakings"} {
		group := lifelines.Group{Title: g}
		for i := range 30 {
			l := lifelines.Line{Title: "construction of a " + things[i%len(things)], End: lifelines.End(chance.Intn(5))}
			if i%5 == 0 {
				l.Title += " and of a training centre for its operators at Port Sylvan, with the transfer of its technology"
			}
			l.Outcome = []string{"open", "kept", "dropped", "stalled", "silent"}[l.End]
			day := edtf.DayOf(2031, 1, 1) + edtf.Day(chance.Intn(15*365))
			for range 1 + chance.Intn(7) {
				pt := lifelines.Point{First: day, Last: day, Step: lifelines.Step(chance.Intn(5)), Label: "words"}
				if chance.Intn(9) == 0 {
					pt.Last += 300
				}
				l.Points = append(l.Points, pt)
				if day += edtf.Day(30 + chance.Intn(700)); day > p.AsOf {
					break
				}
			}
			group.Lines = append(group.Lines, l)
		}
		p.Groups = append(p.Groups, group)
	}
	return p
}

// On a full picture no two labels of contacts stand on each other, and no
// title runs into the lines.
func TestLargePicture(t *testing.T) {
	var b bytes.Buffer
	if err := large().SVG(&b); err != nil {
		t.Fatal(err)
	}
	if *largeOut != "" {
		if err := os.WriteFile(*largeOut, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	svg := b.String()
	if n := strings.Count(svg, `class="lifeline"`); n != 60 {
		t.Errorf("%d lines, want 60", n)
	}
	ends := map[string]float64{} // by row
	for _, m := range regexp.MustCompile(`<text x="([0-9.]+)" y="([0-9.]+)" font-size="10.5" fill="#7d6a58">([^<]*)</text>`).FindAllStringSubmatch(svg, -1) {
		x, _ := strconv.ParseFloat(m[1], 64)
		if x < ends[m[2]] {
			t.Errorf("%q stands on the label before it", m[3])
		}
		ends[m[2]] = x + 5*float64(len([]rune(m[3])))
	}
	if len(ends) == 0 {
		t.Error("no contact has a label")
	}
	if fmt.Sprint(strings.Count(svg, "NaN")) != "0" {
		t.Error("the picture holds a place that is none")
	}
}
