package web

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/desk"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// matter says what a matter is about, in the fewest words.
func (f *face) matter(m *desk.Matter) string {
	kind := f.word(m.Mode)
	if kind == "" {
		kind = f.word(string(m.Kind))
	}
	switch {
	case m.Kind == entente.Contact && m.Place != "":
		return capital(kind + ", " + m.Place)
	case m.Kind == entente.Contact || m.Title == "" && m.Date == "":
		return capital(kind)
	case m.Title == "":
		return capital(kind + ", " + f.when(m.Date))
	case m.Kind == entente.Agreement && m.Mode != "":
		return capital(kind) + f.T("colon") + m.Title
	}
	return capital(m.Title)
}

// between says who wrote to whom.
func (f *face) between(d *desk.Document) string {
	from, to := people(d.Sender), people(d.Recipient)
	switch {
	case from != "" && to != "":
		return f.T("between.both", from, to)
	case from != "":
		return f.T("between.from", from)
	case to != "":
		return f.T("between.to", to)
	}
	return people(d.Parties)
}

func people(list []desk.Person) string {
	var out []string
	for _, p := range list {
		name := p.Name
		if name == "" {
			name = p.Office
		}
		if name == "" {
			name = string(p.State)
		}
		out = append(out, name)
	}
	return join(", ", out...)
}

// document says what a document is: "letter of 3 July 2009".
func (f *face) document(d *desk.Document) string {
	form := f.word(d.Form)
	if form == "" {
		form = f.T("document")
	}
	if d.Date == "" {
		return form
	}
	if strings.Count(d.Date, "-") < 2 {
		return form + ", " + f.when(d.Date)
	}
	return f.T("document.of", form, f.when(d.Date))
}

// country names a state; a code without a name stays as it is.
func (f *face) country(code entente.Code) string {
	region, err := language.ParseRegion(string(code))
	if err != nil || !region.IsCountry() || region.IsPrivateUse() || code[0] == 'X' && code != "XK" {
		return string(code)
	}
	if name := display.Regions(f.tag).Name(region); name != "" {
		return name
	}
	return string(code)
}

// relation names a pair of states.
func (f *face) relation(r entente.Relation) string {
	return f.country(r.A) + " – " + f.country(r.B)
}

// because says by which rule an outcome was concluded, and what it rests on.
func (f *face) because(x *desk.Following) string {
	key := "rule." + strings.ReplaceAll(string(x.Concluded.Rule), " ", "_")
	switch key {
	case "rule.not_mentioned":
		return f.N(key, len(x.SilentDocs), f.day(x.Last))
	case "rule.past_due":
		return f.T(key, f.when(x.Due.String()))
	}
	return f.T(key)
}

// quoted sets words between the quotation marks of the language.
func (f *face) quoted(s string) string { return f.T("quote.open") + s + f.T("quote.close") }

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// join sets what is not empty side by side.
func join(between string, words ...string) string {
	var kept []string
	for _, w := range words {
		if w != "" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, between)
}

// hex returns a document's id as it stands in addresses.
func hex(id entente.DocumentID) string { return strings.TrimPrefix(string(id), "sha256:") }

// short is an id as people see it.
func short(id any) string {
	s := strings.TrimPrefix(fmt.Sprint(id), "sha256:")
	return s[:min(12, len(s))]
}

// by says who judged.
func (f *face) by(name string) string {
	if name == desk.ByRule {
		return f.T("by.rule")
	}
	return f.T("by", name)
}

// number says a register number.
func (f *face) number(n entente.Number) string {
	if n == (entente.Number{}) {
		return ""
	}
	return fmt.Sprintf("%s %d/%d", f.T("direction."+string(n.Direction)), n.Year, n.N)
}
