package web

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"entente"
)

var verb = regexp.MustCompile(`%(?:\[\d\])?[a-z]`)

// Every language has the messages, the forms and the places for values of
// the first.
func TestCatalogs(t *testing.T) {
	catalogs := map[string]*catalog{}
	for _, l := range languages {
		c, err := newCatalog(l)
		if err != nil {
			t.Fatal(err)
		}
		catalogs[l] = c
	}
	first := catalogs[languages[0]]
	for _, l := range languages[1:] {
		c := catalogs[l]
		for key := range first.messages {
			if !c.Has(key) {
				t.Errorf("%s has no %s", l, key)
			}
		}
		for key, m := range c.messages {
			want, ok := first.messages[key]
			if !ok {
				t.Errorf("%s alone has %s", l, key)
				continue
			}
			if got, want := slices.Sorted(maps.Keys(m.forms)), slices.Sorted(maps.Keys(want.forms)); !slices.Equal(got, want) {
				t.Errorf("%s %s: forms %v, not %v", l, key, got, want)
			}
			if (m.text == "") != (want.text == "") {
				t.Errorf("%s %s: %q beside %q", l, key, m.text, want.text)
			}
			for form := range want.forms {
				if !slices.Equal(verbs(m.forms[form]), verbs(want.forms[form])) {
					t.Errorf("%s %s: %q beside %q", l, key, m.forms[form], want.forms[form])
				}
			}
			if !slices.Equal(verbs(m.text), verbs(want.text)) {
				t.Errorf("%s %s: %q beside %q", l, key, m.text, want.text)
			}
		}
	}
}

func verbs(s string) []string {
	list := verb.FindAllString(s, -1)
	slices.Sort(list)
	return list
}

// Every message that a template or a source names is there, and every word of
// a closed list has one.
func TestMessagesAreThere(t *testing.T) {
	c, err := newCatalog(languages[0])
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`\b[TN] "([a-z._0-9]+)"`)
	files, err := templateFiles.ReadDir("templates")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := templateFiles.ReadFile("templates/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range named.FindAllStringSubmatch(string(data), -1) {
			if !c.Has(m[1]) {
				t.Errorf("%s: no message %s", file.Name(), m[1])
			}
		}
	}
	words := slices.Concat(entente.Forms, entente.Domains)
	for kind, rules := range entente.FieldsOf {
		words = append(words, string(kind))
		for _, rule := range rules {
			words = append(words, rule.Values...)
			if !c.Has("field." + string(rule.Field)) {
				t.Errorf("no message field.%s", rule.Field)
			}
		}
	}
	for _, w := range words {
		if !c.Has("word." + w) {
			t.Errorf("no message word.%s", w)
		}
	}
	for _, o := range entente.Outcomes {
		if !c.Has("outcome."+string(o)) || !c.Has("outcome."+string(o)+".means") {
			t.Errorf("no message outcome.%s", o)
		}
	}
	for _, d := range entente.Directions {
		if !c.Has("direction." + string(d)) {
			t.Errorf("no message direction.%s", d)
		}
	}
	for _, f := range entente.Forces {
		if !c.Has("force." + string(f)) {
			t.Errorf("no message force.%s", f)
		}
	}
}

func TestWhen(t *testing.T) {
	for _, test := range []struct{ date, en, fr string }{
		{"2009-07-03", "3 July 2009", "3 juillet 2009"},
		{"2009-10-01", "1 October 2009", "1er octobre 2009"},
		{"2009-10-05/2009-10-06", "5 to 6 October 2009", "5 au 6 octobre 2009"},
		{"2009-06/2009-08", "June to August 2009", "juin à août 2009"},
		{"2009-06-21/2009-07-02", "21 June to 2 July 2009", "21 juin au 2 juillet 2009"},
		{"2009", "2009", "2009"},
		{"2009-33", "first quarter of 2009", "premier trimestre 2009"},
		{"2009-06~", "about June 2009", "vers juin 2009"},
		{"2009/..", "from 2009", "à partir de 2009"},
		{"../2009-06-30", "until 30 June 2009", "jusqu’au 30 juin 2009"},
		{"[2008-06,2009-06]", "June 2008 or June 2009", "juin 2008 ou juin 2009"},
		{"200X", "200X", "200X"},
		{"nonsense", "nonsense", "nonsense"},
		{"", "", ""},
	} {
		for l, want := range map[string]string{"en": test.en, "fr": test.fr} {
			c, err := newCatalog(l)
			if err != nil {
				t.Fatal(err)
			}
			if got := c.when(test.date); got != want {
				t.Errorf("%s: when(%q) = %q, not %q", l, test.date, got, want)
			}
		}
	}
}

func TestPlurals(t *testing.T) {
	for l, want := range map[string][3]string{"en": {"0 claims", "1 claim", "2 claims"}, "fr": {"0 fait", "1 fait", "2 faits"}} {
		c, err := newCatalog(l)
		if err != nil {
			t.Fatal(err)
		}
		for n, w := range want {
			if got := c.N("claims", n); got != w {
				t.Errorf("%s: %q, not %q", l, got, w)
			}
		}
	}
}

// The weight of what a page loads.
func TestWeight(t *testing.T) {
	script, err := staticFiles.ReadFile("static/app.js")
	if err != nil {
		t.Fatal(err)
	}
	style, err := staticFiles.ReadFile("static/app.css")
	if err != nil {
		t.Fatal(err)
	}
	if len(script) > 40<<10 || len(script)+len(style) > 60<<10 {
		t.Errorf("script %d bytes, style %d", len(script), len(style))
	}
	if m := regexp.MustCompile(`https?:|//[a-z]+\.`).FindString(string(style)); m != "" || strings.Contains(string(script), "eval(") {
		t.Errorf("style or script reaches out: %s", m)
	}
}
