package goldentest

import (
	"slices"
	"strings"
	"testing"
)

const file = `A note.
-- letter --
Dear Minister,
-- parts --
salutation "Dear Minister,"
-- envelope --
-- mentions --
-- dates --
2031-03-03   "3 March
-- claims --
contact done
-- gaps --
want claims contact promised
wrong mentions place "Minister"
`

func TestLetterPrintsAsParsed(t *testing.T) {
	l, err := parse("x", file)
	if err != nil {
		t.Fatal(err)
	}
	again, err := parse("x", l.String())
	if err != nil {
		t.Fatal(err)
	}
	if l.String() != again.String() || l.Text != "Dear Minister,\n" || l.Remark != "A note.\n" {
		t.Errorf("printed\n%s\nthen\n%s", l, again)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, bad := range []string{"no letter\n", "-- letter --\nx\n-- claim --\n", "-- letter --\nx\n-- gaps --\nmaybe claims x\n"} {
		if _, err := parse("x", bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

func TestCheckAndUpdate(t *testing.T) {
	read := func() map[string][]string {
		return map[string][]string{
			"parts":    {`salutation "Dear Minister,"`},
			"dates":    {`2031-03-03 "3 March`},
			"claims":   {"contact done"},
			"mentions": {`place "Minister"`},
		}
	}
	for _, test := range []struct {
		name   string
		change func(map[string][]string)
		want   string   // part of the one fault; "" for none
		gaps   []string // after Update
	}{
		{"as the file says", func(map[string][]string) {}, "",
			[]string{`wrong mentions place "Minister"`, "want claims contact promised"}},
		{"a line not read", func(m map[string][]string) { m["claims"] = nil }, "claims: not read: contact done",
			[]string{`wrong mentions place "Minister"`, "want claims contact done", "want claims contact promised"}},
		{"a line more", func(m map[string][]string) { m["parts"] = append(m["parts"], "close") }, "parts: read: close",
			[]string{"wrong parts close", `wrong mentions place "Minister"`, "want claims contact promised"}},
		{"a gap is read", func(m map[string][]string) { m["claims"] = append(m["claims"], "contact promised") }, "a gap is read",
			[]string{`wrong mentions place "Minister"`}},
		{"a wrong line is gone", func(m map[string][]string) { m["mentions"] = nil }, "no longer read",
			[]string{"want claims contact promised"}},
		{"a line twice", func(m map[string][]string) { m["claims"] = []string{"contact done", "contact done"} }, "claims: read: contact done",
			[]string{`wrong mentions place "Minister"`, "wrong claims contact done", "want claims contact promised"}},
	} {
		l, err := parse("x", file)
		if err != nil {
			t.Fatal(err)
		}
		lines := read()
		test.change(lines)
		got := l.Check(lines)
		if test.want == "" && len(got) > 0 || test.want != "" && (len(got) != 1 || !strings.Contains(got[0], test.want)) {
			t.Errorf("%s: Check = %q, want %q", test.name, got, test.want)
		}
		l.Update(lines)
		if got := l.Check(lines); len(got) > 0 {
			t.Errorf("%s: after Update Check = %q", test.name, got)
		}
		gaps := []string{}
		for _, g := range l.Gaps {
			gaps = append(gaps, g.String())
		}
		if !slices.Equal(gaps, test.gaps) {
			t.Errorf("%s: gaps after Update = %q, want %q", test.name, gaps, test.gaps)
		}
	}
}

// FuzzLetterPrintsAsParsed holds that a file that is taken prints as a file
// that says the same, and that Check and Update take any of them.
func FuzzLetterPrintsAsParsed(f *testing.F) {
	f.Add(file)
	f.Add("-- letter --\nx\n-- claims --\n\n-- gaps --\nwrong claims  y  z\n")
	f.Fuzz(func(t *testing.T, data string) {
		l, err := parse("x", data)
		if err != nil {
			return
		}
		again, err := parse("x", l.String())
		if err != nil {
			t.Fatalf("%q prints as %q, which is refused: %v", data, l, err)
		}
		if again.String() != l.String() {
			t.Errorf("%q prints as %q and then as %q", data, l, again)
		}
		l.Update(l.Sections)
		l.Check(l.Sections)
	})
}
