package ledger

import (
	"reflect"
	"testing"
	"time"

	"entente"
)

// entries are of every kind that the fast decoder reads, with all that they
// can hold.
func entries() []entente.Entry {
	said := entente.Value{Anchor: entente.Anchor{Span: entente.Span{Start: 13, End: 20}, Quote: "the \"T\"\n"}, Value: "T\u2028", Name: "tramway"}
	inferred := entente.Inferred("XA", "the <letterhead> & more")
	claim := entente.Claim{Anchor: said.Anchor, ID: "s1", Kind: entente.Undertaking, Force: entente.Promised, About: "e1",
		Fields: map[entente.Field][]entente.Value{entente.FieldTitle: {said, inferred}, entente.FieldBy: {inferred}}, Trace: []string{"a", "b"}}
	people := []entente.Correspondent{{Name: said, Honorific: said, Office: inferred, State: inferred}}
	doc := entente.Document{ID: "sha256:00", Name: "note.txt", MediaType: "text/plain", Charset: "utf-8", Language: "en", Bytes: 83, TextSHA256: "11", Pages: []entente.Span{{Start: 0, End: 83}}}
	read := entente.Read{Document: doc, Packs: []string{"en 1"}, Reading: entente.Reading{
		Envelope: entente.Envelope{Form: inferred, Date: said, Place: said, Sender: people, Recipient: people, Parties: people, Salutation: said, Close: said,
			Signature: said, Annotations: []entente.Value{said}, References: []entente.Value{said}},
		Between: []entente.Value{inferred, inferred}, Mentions: []entente.Mention{{Anchor: said.Anchor, Kind: entente.MentionPlace, Value: "XA"}},
		Claims: []entente.Claim{claim}, Remarks: []entente.Remark{{Anchor: said.Anchor, Text: "illegible"}, {Text: "all"}}}}
	var all []entente.Entry
	for i, body := range []entente.Body{
		entente.Received{Document: entente.Document{ID: "sha256:00", Name: "é.txt", MediaType: "text/plain", Bytes: 83}, On: "2031-03-03", Unread: "no text",
			Number: entente.Number{Direction: entente.In, Year: 2031, N: 7}},
		read, entente.Read{Document: doc},
		entente.Judgement{Verdict: entente.Same, Subject: "a", Other: "b", Reason: "both name \"T\"", Follows: "c"},
		entente.Judgement{Verdict: entente.Corrected, Subject: "a", Claim: &claim, TextSHA256: "11"},
		entente.Judgement{Verdict: entente.Concluded, Subject: "a", Outcome: entente.Kept},
	} {
		all = append(all, entente.Entry{Seq: entente.Seq(i + 1), ID: "id", Recorded: time.Date(2031, 3, 3, 9, 0, 0, 5, time.UTC), By: "ivo", Mark: "DR", Body: body})
	}
	return all
}

// What encode writes is read by the fast decoder, and as the plain one reads
// it.
func TestFastDecodes(t *testing.T) {
	for _, e := range entries() {
		data, err := encode(e)
		if err != nil {
			t.Fatal(err)
		}
		fast, ok := decodeFast(data)
		plain, err := decodePlain(data)
		if _, bare := e.Body.(entente.Read); !ok && !(bare && e.Seq == 3) || err != nil {
			t.Errorf("%s: %v, %v", data, ok, err)
		} else if ok && !reflect.DeepEqual(fast, plain) {
			t.Errorf("fast\n%+v\nplain\n%+v", fast, plain)
		}
	}
}

// FuzzDecode: whatever the fast decoder reads, it reads as the plain one.
func FuzzDecode(f *testing.F) {
	for _, e := range entries() {
		data, err := encode(e)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fast, ok := decodeFast(data)
		if !ok {
			return
		}
		plain, err := decodePlain(data)
		if err != nil || !reflect.DeepEqual(fast, plain) {
			t.Errorf("%q is read as\n%+v\nwant\n%+v, %v", data, fast, plain, err)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	data, err := encode(entries()[1])
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := decode(data); err != nil {
			b.Fatal(err)
		}
	}
}
