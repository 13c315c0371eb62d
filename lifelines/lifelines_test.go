package lifelines_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"entente/edtf"
	"entente/lifelines"
)

var (
	out    = flag.String("out", "", "write the picture of the example dossier to this file")
	update = flag.Bool("update", false, "write the golden picture anew")
)

var words = lifelines.Words{
	Line: "Matter", Outcome: "Outcome", First: "First words", Last: "Last words", Mentions: "Documents",
	Wished: "proposed", Agreed: "agreed", Signed: "signed", Moving: "under way", Halted: "stalled",
	Kept: "kept", Dropped: "dropped", Silent: "silent", Contact: "visit or meeting",
}

// example is the picture of the example dossier, drawn from the truth that
// was made by hand and not from a reading of it.
func example(t testing.TB) lifelines.Picture {
	t.Helper()
	data, err := os.ReadFile("../examples/arcadia-sylvania/truth.json")
	if err != nil {
		t.Fatal(err)
	}
	var truth struct {
		AsOf    string `json:"as_of"`
		Matters []struct {
			Kind, Outcome, Status string
			Title                 struct{ En string }
			Spoken                []struct{ Document, Quote, Force, Stage, Status, Date string }
		}
	}
	if err := json.Unmarshal(data, &truth); err != nil {
		t.Fatal(err)
	}
	day := func(s string) (edtf.Day, edtf.Day) {
		d, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d.Bounds()
	}
	p := lifelines.Picture{Title: "Arcadia – Sylvania, what was said and what became of it", Desc: "Eighteen matters over six years.", Words: words}
	_, p.AsOf = day(truth.AsOf)
	steps := map[string]lifelines.Step{"agreed": lifelines.Agreed, "negotiating": lifelines.Agreed, "initialled": lifelines.Agreed,
		"to_be_signed": lifelines.Agreed, "signed": lifelines.Signed, "ratified": lifelines.Signed, "under_way": lifelines.Moving,
		"in_force": lifelines.Moving, "completed": lifelines.Moving, "stalled": lifelines.Halted}
	endings := map[string]lifelines.End{"kept": lifelines.Kept, "dropped": lifelines.Dropped, "silent": lifelines.Silent, "stalled": lifelines.Stalled}
	groups := map[string]*lifelines.Group{"agreement": {Title: "Agreements"}, "undertaking": {Title: "Undertakings"}}
	for _, m := range truth.Matters {
		if m.Kind == "contact" {
			last := m.Spoken[len(m.Spoken)-1]
			if last.Date == "" {
				continue
			}
			c := lifelines.Contact{Mode: "visit", Held: m.Status == "held", Label: m.Title.En, Short: last.Date}
			c.First, c.Last = day(last.Date)
			p.Contacts = append(p.Contacts, c)
			continue
		}
		line := lifelines.Line{Title: m.Title.En, Outcome: m.Outcome, End: endings[m.Outcome]}
		step := lifelines.Wished
		for _, s := range m.Spoken {
			if st, ok := steps[s.Stage]; ok {
				step = st
			}
			pt := lifelines.Point{Step: step, Label: s.Document[:10] + " " + s.Quote}
			pt.First, pt.Last = day(s.Document[:10])
			line.Points = append(line.Points, pt)
		}
		groups[m.Kind].Lines = append(groups[m.Kind].Lines, line)
	}
	p.Groups = []lifelines.Group{*groups["agreement"], *groups["undertaking"]}
	return p
}

func TestExample(t *testing.T) {
	p := example(t)
	var b bytes.Buffer
	if err := p.SVG(&b); err != nil {
		t.Fatal(err)
	}
	if *out != "" {
		if err := os.WriteFile(*out, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	svg := b.String()
	const golden = "testdata/arcadia-sylvania.svg"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(golden); err != nil || svg != string(want) {
		t.Errorf("the picture is not that of %s (%v); look at it, then run with -update", golden, err)
	}
	for _, want := range []string{"<title id=", "<desc id=", `role="img"`, "Eighteen matters", "linearGradient"} {
		if !strings.Contains(svg, want) {
			t.Errorf("the picture lacks %q", want)
		}
	}
	if strings.Contains(svg, "style=") || strings.Contains(svg, "<style") {
		t.Error("the picture has inline styles, which a strict page forbids")
	}
	if n := strings.Count(svg, `class="lifeline"`); n != 18 {
		t.Errorf("%d lines, want 18", n)
	}
	head, rows := p.Table()
	if len(head) != 5 || len(rows) != 18 {
		t.Errorf("table of %d heads and %d rows, want 5 and 18", len(head), len(rows))
	}
}

// On a telephone each title stands above its line and inside the sheet, and
// nothing in the picture has the id of something in the other.
func TestNarrow(t *testing.T) {
	p := large()
	var a, b bytes.Buffer
	if p.SVG(&a) != nil || p.Narrow(&b) != nil {
		t.Fatal("a buffer fails")
	}
	if n, want := strings.Count(b.String(), `class="lifeline"`), strings.Count(a.String(), `class="lifeline"`); n != want {
		t.Errorf("%d lines, want %d", n, want)
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(`id="([^"]+)"`).FindAllStringSubmatch(a.String()+b.String(), -1) {
		if ids[m[1]] {
			t.Errorf("two things are %s", m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`<(?:circle|text|line) (?:c?x1?)="([-\d.]+)"`).FindAllStringSubmatch(b.String(), -1) {
		if x, err := strconv.ParseFloat(m[1], 64); err != nil || x < 0 || x > 360 {
			t.Errorf("something is drawn at %s", m[1])
		}
	}
}

// Whatever words come in, the picture is well-formed XML and runs nothing.
func FuzzWellFormed(f *testing.F) {
	f.Add("<script>alert(1)</script>", "javascript:alert(1)\x00")
	f.Add("a\u202eb\"'&", "]]>")
	f.Fuzz(func(t *testing.T, title, label string) {
		day := edtf.DayOf(2031, 3, 3)
		p := lifelines.Picture{Title: title, Desc: label, AsOf: day, Words: words,
			Contacts: []lifelines.Contact{{First: day, Last: day, Mode: label, Label: title, Short: label}},
			Groups: []lifelines.Group{{Title: title, Lines: []lifelines.Line{{Title: title, Outcome: label, End: lifelines.Kept,
				Points: []lifelines.Point{{First: edtf.Earliest, Last: edtf.Latest, Label: label}}}}}}}
		var b bytes.Buffer
		if err := errors.Join(p.SVG(&b), p.Narrow(&b)); err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(&b); ; {
			tok, err := d.Token()
			if err == io.EOF {
				return
			}
			if err != nil {
				t.Fatalf("not well-formed: %v", err)
			}
			if e, ok := tok.(xml.StartElement); ok && e.Name.Local == "script" {
				t.Fatal("a script got in")
			}
		}
	})
}

func BenchmarkSVG(b *testing.B) {
	p := example(b)
	for b.Loop() {
		if err := p.SVG(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
