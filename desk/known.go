package desk

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"entente"
	"entente/edtf"
	"entente/lang"
)

// A Known is a contact that somebody else lists: a line of a public register
// of visits, or of one's own diary.
type Known struct {
	Line                   int // in the file, from 1
	Date                   edtf.Date
	Place, Who, With, Kind string // as printed, but Kind, which is a contact's mode; "" for none
}

// KnownContacts reads a list of contacts as comma-separated values; a
// semicolon or a tab may stand for the comma. The columns are found by their
// heads, in any order and in the languages of the packs: date, place, who,
// with (or host), kind. A date is needed, and one of place, who and with. It
// is EDTF or written out. The error is an *entente.InputError that names the
// line and says what was expected.
func (r *Reader) KnownContacts(name string, from io.Reader) ([]Known, error) {
	data, err := io.ReadAll(from)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	in := csv.NewReader(strings.NewReader(text))
	in.Comma, in.FieldsPerRecord, in.TrimLeadingSpace, in.LazyQuotes = comma(text), -1, true, true
	head, err := in.Read()
	if err != nil {
		return nil, listFault(name, 1, "a line with the heads of the columns was expected: date, place, who, with, kind")
	}
	at := r.columns(head)
	if _, ok := at["date"]; !ok || len(at) < 2 || len(at) == 2 && has(at, "kind") {
		return nil, listFault(name, 1, "expected a column date and one of who, with and place; its columns are "+strings.Join(head, ", "))
	}
	kinds := lang.NewPhrases(r.every(), "contact_kinds")
	var list []Known
	for {
		row, err := in.Read()
		line, _ := in.FieldPos(0)
		switch {
		case errors.Is(err, io.EOF):
			return list, nil
		case err != nil:
			return nil, listFault(name, line, "no line of comma-separated values: "+err.Error())
		}
		cell := func(column string) string {
			if n, ok := at[column]; ok && n < len(row) {
				return strings.TrimSpace(row[n])
			}
			return ""
		}
		if strings.TrimSpace(strings.Join(row, "")) == "" {
			continue
		}
		k := Known{Line: line, Place: cell("place"), Who: cell("who"), With: cell("with")}
		var ok bool
		if k.Date, ok = r.date(cell("date")); !ok {
			return nil, listFault(name, line, fmt.Sprintf("%q is no date; expected one such as 2031-03-03, 2031-03-03/2031-03-05 or 3 March 2031", cell("date")))
		}
		if k.Place+k.Who+k.With == "" {
			return nil, listFault(name, line, "expected a place, or who met, or with whom")
		}
		if word := lang.Plain(cell("kind"), 80); word != "" {
			kind, _, known := kinds.Find(word)
			if !known {
				return nil, listFault(name, line, fmt.Sprintf("%q is no kind of contact; expected visit, meeting, call, summit, commission or correspondence", cell("kind")))
			}
			k.Kind = kind.Value
		}
		list = append(list, k)
	}
}

func listFault(name string, line int, text string) error {
	return &entente.InputError{Name: fmt.Sprintf("%s, line %d", name, line), At: -1, Text: text, Err: entente.ErrInvalid}
}

func has(at map[string]int, column string) bool {
	_, ok := at[column]
	return ok
}

// comma returns what parts the cells: the sign of the three that stands most
// often in the first line.
func comma(text string) rune {
	head, _, _ := strings.Cut(text, "\n")
	best := ','
	for _, c := range ";\t" {
		if strings.Count(head, string(c)) > strings.Count(head, string(best)) {
			best = c
		}
	}
	return best
}

// columns finds the columns by their heads; of two with one meaning the first
// counts.
func (r *Reader) columns(head []string) map[string]int {
	names := lang.NewPhrases(r.every(), "contact_columns")
	at := map[string]int{}
	for n, cell := range head {
		word := lang.Plain(strings.TrimSpace(cell), len(cell)+1)
		if e, ok := names.At(word); ok && !has(at, e.Value) {
			at[e.Value] = n
		}
	}
	return at
}

func (r *Reader) every() []*lang.Pack {
	var all []*lang.Pack
	for _, tag := range r.Packs.Tags() {
		all = append(all, r.Packs.Pack(tag))
	}
	return all
}

// date reads a date in EDTF, or written out in any language of the packs.
func (r *Reader) date(text string) (edtf.Date, bool) {
	if d, err := edtf.Parse(text); err == nil && !d.IsZero() && !d.Open() {
		return d, true
	}
	for _, tag := range r.Packs.Languages() {
		for _, found := range r.Dates(text, tag, edtf.Date{}) {
			if d, err := edtf.Parse(found.Value); err == nil && !d.IsZero() && !d.Open() && found.Invalid == "" {
				if first, last := d.Bounds(); first != edtf.Earliest && last-first < 366 {
					return d, true
				}
			}
		}
	}
	return edtf.Date{}, false
}
