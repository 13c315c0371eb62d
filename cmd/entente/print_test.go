package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"entente"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const invented = `Port Sylvan, this third day of March 2031

Dear President Lind,

After our telephone call of 11 February I confirm my visit to Arcadia on 5 and 6 May.
Arcadian Rail will build a tramway in Port Arc, accompanied by the transfer of the
know-how of which we spoke at length. I hope that we can sign the agreement on visas.

Mara Osk`

// inventedReading is a reading with all that can be printed.
func inventedReading() (*entente.Document, entente.Reading) {
	doc := &entente.Document{Name: "letter.txt", Language: "en", Charset: "windows-1252", Text: invented}
	said := func(value, quote string) entente.Value {
		at := strings.Index(invented, quote)
		if at < 0 {
			panic("no such words: " + quote)
		}
		return entente.Said(value, invented, entente.Span{Start: at, End: at + len(quote)})
	}
	anchor := func(quote string) entente.Anchor { return said("", quote).Anchor }
	r := entente.Reading{
		Envelope: entente.Envelope{
			Form:       entente.Inferred("letter", "it has a salutation"),
			Date:       said("2031-03-03", "third day of March 2031"),
			Place:      said("Port Sylvan", "Port Sylvan"),
			Sender:     []entente.Correspondent{{Name: said("Mara Osk", "Mara Osk"), State: entente.Inferred("XS", "the dateline")}},
			Recipient:  []entente.Correspondent{{Name: said("Lind", "Lind"), Office: said("President", "President"), State: said("XA", "Arcadia")}},
			Salutation: said("Dear President Lind", "Dear President Lind"),
			Signature:  said("Mara Osk", "Mara Osk"),
		},
		Claims: []entente.Claim{
			{ID: "s1", Kind: entente.Contact, Force: entente.Done, About: "e1", Anchor: anchor("our telephone call of 11 February"),
				Fields: map[entente.Field][]entente.Value{
					entente.FieldMode:    {said("call", "telephone call")},
					entente.FieldParties: {said(entente.AtSender, "our"), said(entente.AtRecipient, "our")},
					entente.FieldDate:    {said("2031-02-11", "11 February")},
					entente.FieldStatus:  {entente.Inferred("held", "it is past")},
				}},
			{ID: "s2", Kind: entente.Contact, Force: entente.Promised, About: "e2", Anchor: anchor("my visit to Arcadia on 5 and 6 May"),
				Fields: map[entente.Field][]entente.Value{
					entente.FieldMode:    {said("visit", "visit")},
					entente.FieldParties: {said(entente.AtSender, "my")},
					entente.FieldHost:    {said("XA", "Arcadia")},
					entente.FieldDate:    {said("2031-05-05/2031-05-06", "5 and 6 May")},
				}},
			{ID: "s3", Kind: entente.Undertaking, Force: entente.Promised, About: "e3",
				Anchor: anchor("Arcadian Rail will build a tramway in Port Arc, accompanied by the transfer of the\nknow-how of which we spoke at length"),
				Fields: map[entente.Field][]entente.Value{
					entente.FieldTitle:  {said("a tramway in Port Arc", "a tramway in Port Arc")},
					entente.FieldAction: {said("build", "build")},
					entente.FieldBy:     {said("Arcadian Rail", "Arcadian Rail")},
					entente.FieldPlace:  {said("Port Arc", "Port Arc")},
					entente.FieldDomain: {entente.Inferred("transport", "a tramway")},
					entente.FieldTerms:  {said("accompanied by the transfer of the know-how of which we spoke at length", "accompanied by the transfer of the\nknow-how of which we spoke at length")},
				}},
			{ID: "s4", Kind: entente.Agreement, Force: entente.Hoped, About: "e3", Anchor: anchor("sign the agreement on visas"),
				Fields: map[entente.Field][]entente.Value{
					entente.FieldForm:    {said("agreement", "agreement")},
					entente.FieldSubject: {said("visas", "visas")},
					entente.FieldStage:   {said("to_be_signed", "sign")},
				}},
		},
		Remarks: []entente.Remark{{Anchor: anchor("at length"), Text: "this could be two things, and neither is sure enough to be kept"}},
	}
	return doc, r
}

func TestPrintLetter(t *testing.T) {
	doc, r := inventedReading()
	for _, c := range []struct {
		golden string
		screen screen
	}{
		{"letter-80.golden", screen{width: 80}},
		{"letter-40.golden", screen{width: 40}},
		{"letter-200-colour.golden", screen{width: 200, colour: true}},
	} {
		var b bytes.Buffer
		printLetter(&b, c.screen, doc, r)
		golden(t, c.golden, b.Bytes())
		for _, line := range strings.Split(b.String(), "\n") {
			if !c.screen.colour && width(line) > c.screen.width {
				t.Errorf("%s: a line of %d columns: %q", c.golden, width(line), line)
			}
		}
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s is stale from line %d on; go test ./cmd/entente -update rewrites it for review\ngot  %q\nwant %q",
				file, i+1, g[min(i, len(g)-1)], w[min(i, len(w)-1)])
		}
	}
}

// A letter is written by strangers: nothing in it may steer the terminal.
func TestPrintedWordsAreHarmless(t *testing.T) {
	hostile := "\x1b[31mred\x1b]0;title\x07 \u202egnp.exe\u2066 \u009b2J\r\x00 end"
	v := entente.Value{Value: hostile, Name: hostile}
	c := entente.Correspondent{Name: v, Honorific: v, Office: v, State: v}
	fields := map[entente.Field][]entente.Value{}
	for _, rule := range entente.FieldsOf[entente.Contact] {
		fields[rule.Field] = []entente.Value{v}
	}
	claim := entente.Claim{Anchor: entente.Anchor{Quote: hostile}, Kind: entente.Contact, Force: entente.Force(hostile), Fields: fields}
	r := entente.Reading{
		Envelope: entente.Envelope{Form: v, Date: v, Place: v, Sender: []entente.Correspondent{c}, Recipient: []entente.Correspondent{c},
			Parties: []entente.Correspondent{c}, Salutation: v, Close: v, Signature: v, Annotations: []entente.Value{v}, References: []entente.Value{v}},
		Claims:  []entente.Claim{claim},
		Remarks: []entente.Remark{{Anchor: entente.Anchor{Span: entente.Span{End: 1}, Quote: hostile}, Text: hostile}},
	}
	var b bytes.Buffer
	printLetter(&b, screen{width: 80}, &entente.Document{Name: hostile, Language: hostile, Charset: hostile, Text: hostile}, r)
	for _, c := range b.String() {
		if c != '\n' && unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c) {
			t.Fatalf("%U reached the terminal: %q", c, b.String())
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text    string
		columns int
		want    []string
	}{
		{"", 10, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"  one\n\ttwo ", 20, []string{"one two"}},
		{"Donaudampfschifffahrt", 8, []string{"Donaudam", "pfschiff", "fahrt"}},
		{"中华人民共和国", 6, []string{"中华人", "民共和", "国"}},
		{"a", 0, []string{"a"}},
		{"中", 1, []string{"中"}},
	} {
		got := wrap(c.text, c.columns)
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.text, c.columns, got, c.want)
		}
	}
}

func TestWhen(t *testing.T) {
	for date, want := range map[string]string{
		"2009":                    "2009",
		"2009-07":                 "July 2009",
		"2009-07-03":              "3 July 2009",
		"2009-10-05/2009-10-06":   "5 to 6 October 2009",
		"2009-10-30/2009-11-02":   "30 October to 2 November 2009",
		"2009-12-30/2010-01-02":   "30 December 2009 to 2 January 2010",
		"2009-07/2009-09":         "July to September 2009",
		"2009/2011":               "2009 to 2011",
		"[2008-06,2009-06]":       "June 2008 or June 2009",
		"2010-21":                 "spring 2010",
		"2010-41":                 "second half of 2010",
		"2009-07-03~":             "about 3 July 2009",
		"2009-07?":                "July 2009 (uncertain)",
		"../2009-12-31":           "until 31 December 2009",
		"2009-12-31/..":           "from 31 December 2009",
		"201X":                    "201X",
		"2009-10-05~/2009-10-06~": "about 5 October 2009 to about 6 October 2009",
		"no date":                 "no date",
		"":                        "",
	} {
		if got := when(date); got != want {
			t.Errorf("when(%q) = %q, want %q", date, got, want)
		}
	}
}
