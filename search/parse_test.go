package search_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"entente"
	"entente/edtf"
	"entente/lang"
	"entente/search"
)

// pieces writes what Parse makes of a query: words, filters and notes.
func pieces(p search.Parsed) string {
	var all []string
	sign := map[bool]string{true: "-"}
	for _, w := range p.Words {
		s := w.Text
		if w.Phrase {
			s = "[" + s + "]"
		}
		if w.Prefix {
			s += "*"
		}
		all = append(all, sign[w.Not]+s)
	}
	for _, f := range p.Filters {
		all = append(all, fmt.Sprintf("%s%s=%s", sign[f.Not], f.Operator, f.Value))
	}
	for _, n := range p.Notes {
		all = append(all, "!"+string(n.Fault))
	}
	return strings.Join(all, " ")
}

func TestParse(t *testing.T) {
	for query, want := range map[string]string{
		"":                                  "",
		"  \t\n":                            "",
		"tramway port":                      "tramway port",
		`"joint commission" -energy`:        "[joint commission] -energy",
		`-"joint commission"`:               "-[joint commission]",
		"«joint commission» “port”":         "[joint commission] [port]",
		`a"b c"d`:                           "a [b c] d",
		`visit "joint comm`:                 "visit [joint comm]",
		"tram* -rail*":                      "tram* -rail*",
		"* - \" -* \"\"":                    "",
		"from:Lind to:\"Mara Osk\"":         "from=Lind to=Mara Osk",
		"-from:XA relation:xs-xa":           "-from=XA relation=xs-xa",
		"kind:contact,Letter outcome:KEPT":  "kind=contact,letter outcome=kept",
		"before:2031 after:2030-06":         "before=2031 after=2030-06",
		`date:"end of June 2031"`:           "date=end of June 2031",
		"kind:sonnet":                       "[sonnet] !kind",
		"outcome:lovely x":                  "[lovely] x !outcome",
		"relation:everybody":                "[everybody] !relation",
		"from: Lind":                        "Lind !empty",
		"kind:, x":                          "x !empty",
		"form:letter":                       "form:letter !operator",
		"10:30 http://a.example ref:12/045": "10:30 http://a.example ref:12/045",
		"note: the port":                    "note: the port",
		"-":                                 "",
		"12-045":                            "12-045",
		"a\x00b\xff":                        "a\x00b\xff",
	} {
		if got := pieces(search.Parse(query)); got != want {
			t.Errorf("Parse(%q) = %q, want %q", query, got, want)
		}
	}
}

func TestLongQueryIsCut(t *testing.T) {
	p := search.Parse(strings.Repeat("é", entente.LongestQuery))
	if len(p.Words) != 1 || len(p.Words[0].Text) > entente.LongestQuery || !utf8.ValidString(p.Words[0].Text) || pieces(search.Parsed{Notes: p.Notes}) != "!long" {
		t.Errorf("a query without end: %d words, notes %v", len(p.Words), p.Notes)
	}
	if n := len(search.Parse(strings.Repeat("a ", 1000)).Words); n > 64 {
		t.Errorf("%d words are looked for at once", n)
	}
}

// TestOtherLanguages says that operators and their values may be in any
// language of the packs.
func TestOtherLanguages(t *testing.T) {
	packs, err := lang.Open(fstest.MapFS{
		"mul/NOTICE.md":     {Data: []byte("mul")},
		"sv/NOTICE.md":      {Data: []byte("sv")},
		"sv/query.list":     {Data: []byte("[query_operators]\nsors = kind\n\n[query_values]\nbesök | resa = contact\n")},
		"sv/countries.list": {Data: []byte("[countries]\nArkadien = XA\nSylvanien = XS\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	a := search.New(packs)
	p := a.Parse("sors:Besök relation:Sylvanien-arkadien from:Arkadien kind:contact")
	if got, want := pieces(p), "kind=contact relation=sylvanien-arkadien from=Arkadien kind=contact"; got != want {
		t.Errorf("Parse = %q, want %q", got, want)
	}
	if got, want := terms(a.Query(&p, nil)), "facets(kind_contact|kind_contact) facets(relation_xa_xs) sender(arkadien|xa)"; got != want {
		t.Errorf("Query = %q, want %q", got, want)
	}
}

func terms(q search.Query) string {
	var all []string
	for _, t := range q.Terms {
		var any []string
		for _, phrase := range t.Any {
			any = append(any, strings.Join(phrase, " "))
		}
		s := fmt.Sprintf("%s(%s)", t.In, strings.Join(any, "|"))
		if t.Prefix {
			s += "*"
		}
		if t.Not {
			s = "-" + s
		}
		all = append(all, s)
	}
	if q.Days != nil {
		all = append(all, q.Days.First.Date().String()+"/"+q.Days.Last.Date().String())
	}
	return strings.Join(all, " ")
}

func TestTerms(t *testing.T) {
	a := search.New(nil)
	date := func(s string) (edtf.Date, bool) {
		d, err := edtf.Parse("2031-06-30")
		return d, err == nil && s == "the end of June"
	}
	for query, want := range map[string]string{
		"date:2031":                   "facets(y2031)",
		"date:2031 date:2033-04":      "facets(y2031|m2033_04)",
		"after:2029 before:2031-03":   "facets(y2030|y2031) 2030-01-01/2031-02-28",
		"-date:2031-02-28/2031-03-01": "-facets(d2031_02_28|d2031_03_01)",
		`date:"the end of June"`:      "facets(t2031_06_3)",
		`-date:"some day" x`:          "-words(some day) words(x)",
		"after:2899":                  "facets(c29)",
		"relation:XS":                 "facets(relation_xs)",
		"relation:XS-XA,XA-XB":        "facets(relation_xa_xs|relation_xa_xb)",
		"kind:letter -kind:contact":   "facets(kind_letter) -facets(kind_contact)",
		"from:O'Neil to:Lin*":         "sender(neil) recipient(lin)*",
		"outcome:silent":              "",
		"after:2033 before:2031":      "facets()",
		"before:0500":                 "facets()",
	} {
		p := a.Parse(query)
		if got := terms(a.Query(&p, date)); got != want {
			t.Errorf("Query(%q) = %q, want %q", query, got, want)
		}
	}
}

// FuzzTimesCover holds the facets of a stretch of time to every day around
// its ends: a day within has one of them, a day without none.
func FuzzTimesCover(f *testing.F) {
	f.Add(0, 0)
	f.Add(20000, 400)
	f.Add(-30000, 36525)
	f.Fuzz(func(t *testing.T, start, length int) {
		first := edtf.Day(start % 300000)
		last := first + edtf.Day(max(length, -length)%100000)
		a := search.New(nil)
		p := a.Parse(fmt.Sprintf("date:%s/%s", first.Date(), last.Date()))
		q := a.Query(&p, nil)
		if len(q.Terms) != 1 || len(p.Notes) > 0 {
			return // years that dates do not write so
		}
		var asked []string
		for _, any := range q.Terms[0].Any {
			asked = append(asked, any[0])
		}
		if len(asked) > 120 {
			t.Errorf("%d facets for one stretch of time", len(asked))
		}
		for _, day := range []edtf.Day{first - 1, first, first + 1, (first + last) / 2, last - 1, last, last + 1} {
			var i search.Item
			i.Describe(search.Subject{Date: day.Date().String()})
			has := slices.ContainsFunc(i.Facets, func(s string) bool { return slices.Contains(asked, s) })
			y, _, _ := day.Civil()
			if in := first <= day && day <= last && 1000 <= y && y <= 2999; has != in {
				t.Errorf("%s in %s to %s: %v", day.Date(), first.Date(), last.Date(), has)
			}
		}
	})
}

// FuzzParseKeepsAll holds Parse to never failing, to spans that lie within
// the query in order, and to every letter of the query being looked for or
// noted.
func FuzzParseKeepsAll(f *testing.F) {
	for _, s := range []string{"tramway", `from:"Mara Osk" -kind:letter`, "a:b:c\"d", "\u202ex from:\x00", "«»“”", strings.Repeat("é:", 900), "kind:kind:kind:"} {
		f.Add(s)
	}
	a := analyzer(f)
	f.Fuzz(func(t *testing.T, query string) {
		p := a.Parse(query)
		q := a.Query(&p, nil)
		covered := make([]bool, len(query))
		cover := func(s entente.Span) {
			if s.Start < 0 || s.End > len(query) || s.Start >= s.End {
				t.Fatalf("span %v of a query of %d bytes", s, len(query))
			}
			for i := s.Start; i < s.End; i++ {
				covered[i] = true
			}
		}
		for _, w := range p.Words {
			cover(w.Span)
		}
		for _, x := range p.Filters {
			cover(x.Span)
		}
		for _, n := range p.Notes {
			cover(n.Span)
			if n.String() == "" {
				t.Error("a note says nothing")
			}
		}
		if len(p.Words)+len(p.Filters) < 64 {
			for i, r := range query {
				if ('a' <= r && r <= 'z' || '0' <= r && r <= '9') && !covered[i] {
					t.Fatalf("byte %d of %q is lost: %+v", i, query, p)
				}
			}
		}
		for _, term := range q.Terms {
			for _, any := range term.Any {
				for _, s := range any {
					if s == "" || strings.ContainsAny(s, "\"'*() \x00") {
						t.Errorf("%q asks an index for %q", query, s)
					}
				}
			}
		}
	})
}
