package export_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"entente"
	"entente/export"
)

const text = "Port Sylvan, 3 March 2031\n\nWe <& you> met on 5 May."

func said(value, quote string) entente.Value {
	at := strings.Index(text, quote)
	return entente.Said(value, text, entente.Span{Start: at, End: at + len(quote)})
}

// The line is a promise to other programs: its fields, their order, what is
// {} and what is [].
func TestJSON(t *testing.T) {
	doc := entente.Document{ID: "sha256:ab", Name: "letter.txt", MediaType: "text/plain", Charset: "utf-8", Language: "en",
		Bytes: len(text), Text: text, TextSHA256: "ab", Pages: []entente.Span{{Start: 0, End: len(text)}}}
	party := said(entente.AtSender, "We")
	party.Name = "Mara Osk"
	r := entente.Reading{
		Envelope: entente.Envelope{
			Form:   entente.Inferred("letter", "it has a date"),
			Date:   said("2031-03-03", "3 March 2031"),
			Sender: []entente.Correspondent{{Name: said("Osk", "We"), State: entente.Inferred("XS", "the dateline")}, {Name: entente.Inferred("Lind", "the other letter")}},
		},
		Mentions: []entente.Mention{{Anchor: said("", "5 May").Anchor, Kind: entente.MentionDate, Value: "2030-05-05"}},
		Claims: []entente.Claim{{ID: "s1", Kind: entente.Contact, Force: entente.Done, About: "e1", Anchor: said("", "We <& you> met").Anchor,
			Trace: []string{"rule"},
			Fields: map[entente.Field][]entente.Value{
				"unknown":            {said("met", "met")},
				entente.FieldDate:    {said("2030-05-05", "5 May")},
				entente.FieldMode:    {said("meeting", "met")},
				entente.FieldHost:    {},
				entente.FieldParties: {party, said("you", "you")},
			}}},
		Remarks: []entente.Remark{{Text: "whole"}, {Anchor: said("", "met").Anchor, Text: "what?"}},
	}
	want := `{"document":{"id":"sha256:ab","name":"letter.txt","media_type":"text/plain","language":"en","bytes":51,"text_sha256":"ab","pages":[{"start":0,"end":51}]},` +
		`"envelope":{"form":"letter","date":{"value":"2031-03-03","quote":"3 March 2031","start":13,"end":25},"place":{},` +
		`"sender":[{"name":"Osk","quote":"We","start":27,"end":29,"honorific":{},"office":{},"state":{"value":"XS","inferred":true,"why":"the dateline"}},` +
		`{"name":"Lind","inferred":true,"why":"the other letter","honorific":{},"office":{},"state":{}}],` +
		`"recipient":[],"parties":[],"salutation":{},"close":{},"signature":{},"annotations":[],"references":[]},` +
		`"mentions":[{"kind":"date","value":"2030-05-05","quote":"5 May","start":45,"end":50}],` +
		`"claims":[{"id":"s1","kind":"contact","force":"done","quote":"We <& you> met","start":27,"end":41,"about":"e1",` +
		`"fields":{"mode":[{"value":"meeting","quote":"met","start":38,"end":41}],` +
		`"parties":[{"value":"@sender","name":"Mara Osk","quote":"We","start":27,"end":29},{"value":"you","quote":"you","start":33,"end":36}],` +
		`"date":[{"value":"2030-05-05","quote":"5 May","start":45,"end":50}],"unknown":[{"value":"met","quote":"met","start":38,"end":41}]}}],` +
		`"warnings":[{"text":"whole"},{"text":"what?","quote":"met","start":38,"end":41}]}` + "\n"
	for range 20 { // maps have no order; the line has
		var b bytes.Buffer
		if err := export.JSON(&b, &doc, r); err != nil {
			t.Fatal(err)
		}
		if b.String() != want {
			t.Fatalf("got\n%swant\n%s", b.String(), want)
		}
	}
}

func TestEmptyReading(t *testing.T) {
	var b bytes.Buffer
	if err := export.JSON(&b, &entente.Document{}, entente.Reading{}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "null") || !json.Valid(b.Bytes()) || strings.Count(b.String(), "\n") != 1 {
		t.Errorf("got %s", b.String())
	}
}

type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteFails(t *testing.T) {
	if err := export.JSON(full{}, &entente.Document{}, entente.Reading{}); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}
