package edtf

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"entente"
)

func TestBounds(t *testing.T) {
	for _, c := range []struct {
		text, first, last string
		level             int
	}{
		{"2009-07-03", "2009-07-03", "2009-07-03", 0},
		{"2008-02", "2008-02-01", "2008-02-29", 0},
		{"2009", "2009-01-01", "2009-12-31", 0},
		{"19", "1900-01-01", "1999-12-31", 0},
		{"196", "1960-01-01", "1969-12-31", 2},
		{"196X", "1960-01-01", "1969-12-31", 1},
		{"1962-XX-30", "1962-01-30", "1962-12-30", 2},
		{"19X2-02-29", "1912-02-29", "1992-02-29", 2},
		{"-0010-12", "-0010-12-01", "-0010-12-31", 1},
		{"-001X", "-0019-01-01", "-0010-12-31", 1},
		{"2010-21", "2010-03-01", "2010-05-31", 1},
		{"2010-24", "2010-12-01", "2011-02-28", 1},
		{"2014-34", "2014-04-01", "2014-06-30", 2},
		{"2010-41", "2010-07-01", "2010-12-31", 2},
		{"2009-06-21/2009-06-30", "2009-06-21", "2009-06-30", 0},
		{"[2008-06,2009-06]", "2008-06-01", "2009-06-30", 2},
		{"{1960,1962..1963}", "1960-01-01", "1963-12-31", 2},
		{"1950S2", "1900-01-01", "1999-12-31", 2},
		{"1914-08~", "1914-08-01", "1914-08-31", 1},
		{"2009-07-03T10:00:00Z", "2009-07-03", "2009-07-03", 0},
	} {
		d, err := Parse(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		first, last := d.Bounds()
		if first.Date().String() != c.first || last.Date().String() != c.last || d.Level() != c.level {
			t.Errorf("%s: %s to %s level %d, want %s to %s level %d", c.text, first.Date(), last.Date(), d.Level(), c.first, c.last, c.level)
		}
	}
}

func TestFaultsSayWhere(t *testing.T) {
	for text, at := range map[string]int{"": 0, "2009-02-30": 10, "2009-7": 6, "1985/1984": 9, "[1999": 5, "1863- 03": 5, "Y9999": 5, "2010-13": 7} {
		_, err := Parse(text)
		var in *entente.InputError
		if !errors.As(err, &in) || !errors.Is(err, entente.ErrInvalid) || in.At != at || in.Text == "" {
			t.Errorf("%q: %v, want a fault at %d", text, err, at)
		}
	}
}

func TestDaysAndBack(t *testing.T) {
	if DayOf(1970, 1, 1) != 0 || DayOf(2009, 13, 1) != DayOf(2010, 1, 1) || DayOf(2009, 3, 0) != DayOf(2009, 2, 28) || DayOf(2009, -1, 1) != DayOf(2008, 11, 1) {
		t.Error("DayOf does not count on")
	}
	for d := DayOf(-401, 1, 1); d < DayOf(2401, 1, 1); d += 13 {
		if DayOf(d.Civil()) != d {
			t.Fatalf("day %d is not itself again", d)
		}
	}
	if w := DayOf(2009, 7, 3).Weekday(); w != 5 {
		t.Errorf("2009-07-03 is weekday %d, want 5", w)
	}
}

func TestOrder(t *testing.T) {
	must := func(s string) Date {
		d, err := Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	if Compare(must("2008"), must("2009-01")) >= 0 || Compare(Date{}, must("2009")) >= 0 || !must("2008").Before(must("2009-01-01")) {
		t.Error("order")
	}
	if !must("2009").Contains(must("2009-07-03")) || must("[2008-06,2009-06]").Contains(must("2008-09")) || must("2009-07").Contains(must("2009")) {
		t.Error("contains")
	}
	if !must("2009-06/2009-08").Overlaps(must("2009-08-31")) || must("{2001,2005}").Overlaps(must("2003")) || !must("2009/..").Overlaps(must("2030")) {
		t.Error("overlaps")
	}
	if got := Choice(must("2009-06"), must("2008-06"), must("2009-06")).String(); got != "[2008-06,2009-06]" {
		t.Error(got)
	}
	if got := Between(OnDay(2009, 10, 5), OnDay(2009, 10, 6)).String(); got != "2009-10-05/2009-10-06" {
		t.Error(got)
	}
}

// FuzzPrintIsParse: what Parse takes prints as it was, and the first day of
// a value is not after its last.
func FuzzPrintIsParse(f *testing.F) {
	for _, s := range []string{"2009-07-03", "?2004-06~", "[..1984,1990..]", "Y17E8S3", "19XX-1X", "-001X-02-29", "../2009", "1985-04-12T23:20:30+04:30", "197?"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			if d != (Date{}) {
				t.Fatalf("%q: a date and an error", s)
			}
			return
		}
		again, err := Parse(d.String())
		if err != nil || again != d {
			t.Fatalf("%q: printed %q, read %v %v", s, d, again, err)
		}
		if first, last := d.Bounds(); first > last {
			t.Fatalf("%q: bounds %d > %d", s, first, last)
		}
		for _, m := range d.Members() {
			if !d.Overlaps(m) {
				t.Fatalf("%q does not overlap its member %q", s, m)
			}
		}
	})
}

// What is read at once is what the parser reads.
func FuzzPlainDay(f *testing.F) {
	for _, text := range []string{"2009-07-03", "2008-02-29", "2009-02-29", "0000-01-01", "2009-00-10", "2009-21-01", "200X-01-01", "2009-07-3~", "-009-07-03", "2009-1X-31"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if d, ok := plainDay(text); ok {
			p := parser{text: text}
			if want := p.value(); p.fault != "" || d != want {
				t.Errorf("%q is %+v, the parser says %+v %s", text, d, want, p.fault)
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	const text = "2009-06-21/2009-06-30"
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := Parse(text); err != nil {
			b.Fatal(err)
		}
	}
}

func TestPublicSuites(t *testing.T) {
	shared := os.Getenv("ENTENTE_SHARED")
	if shared == "" {
		shared = "../../shared"
	}
	f, err := os.Open(filepath.Join(shared, "corpus/dates/edtf.jsonl"))
	if err != nil {
		t.Skipf("no labelled strings: %v", err)
	}
	defer f.Close()
	right, all := 0, 0
	for s := bufio.NewScanner(f); s.Scan(); {
		var line struct {
			Text  string
			Valid bool
			Level *int
		}
		if err := json.Unmarshal(s.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		d, err := Parse(line.Text)
		all++
		if (err == nil) == line.Valid && (!line.Valid || line.Level == nil || *line.Level == d.Level()) {
			right++
		} else {
			t.Logf("%q: level %d %v, want valid %v", line.Text, d.Level(), err, line.Valid)
		}
	}
	if t.Logf("%d of %d", right, all); float64(right) < .97*float64(all) {
		t.Fail()
	}
}
