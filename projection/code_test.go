package projection

import (
	"reflect"
	"strings"
	"testing"

	"entente"
)

func sampleClaim() Claim {
	said := func(start int, words string) entente.Value {
		return entente.Value{Anchor: entente.Anchor{Span: entente.Span{Start: start, End: start + len(words)}, Quote: words}, Value: words}
	}
	c := entente.Claim{ID: "s1", Kind: entente.Undertaking, Force: entente.Promised, About: "e1", Trace: []string{"rule"},
		Anchor: entente.Anchor{Span: entente.Span{Start: 300, End: 340}, Quote: "Arcadia will build the tramway"},
		Fields: map[entente.Field][]entente.Value{
			entente.FieldTitle: {said(323, "tramway")},
			entente.FieldBy:    {{Value: entente.AtSender, Name: "XA", Inferred: true, Why: "the letter"}, said(300, "Arcadia")},
		}}
	hash := strings.Repeat("0123456789abcdef", 4)
	return Claim{ID: entente.ClaimID(hash), Document: entente.DocumentID("sha256:" + hash), TextSHA256: strings.ToUpper(hash), First: 3, Read: 5, Claim: c, Corrected: &c, Names: map[string]string{entente.AtSender: "XA"},
		States: []entente.Code{"XA"}, Verdict: entente.Corrected, Note: &Note{Noted: entente.Noted{Subject: "c", Starred: true, Note: "call"}, By: "Mara", Seq: 9},
		Outcome: &Conclusion{Claim: "c", Outcome: entente.Kept, Seq: 8}, Current: true, Paired: true, After: []entente.ClaimID{"b"}, Matter: "c"}
}

func TestRowsAreReadAsWritten(t *testing.T) {
	want := sampleClaim()
	data := Encode(&want, claimRow)
	var got Claim
	if err := Decode(data, &got, claimRow); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("claim, %v:\n%+v\nwant\n%+v", err, got, want)
	}
	for n := range data {
		if err := Decode(data[:n], new(Claim), claimRow); err == nil {
			t.Errorf("the first %d of %d bytes are taken for a row", n, len(data))
		}
	}
	if err := Decode(append(data, 0), new(Claim), claimRow); err == nil {
		t.Error("a byte too many is taken")
	}
}

// FuzzRowsNeverPanic: bytes that are no row are refused, and a row that is
// read is written as it was meant.
func FuzzRowsNeverPanic(f *testing.F) {
	c := sampleClaim()
	f.Add(Encode(&c, claimRow))
	f.Add([]byte("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var c, again Claim
		if Decode(data, &c, claimRow) != nil {
			return
		}
		if err := Decode(Encode(&c, claimRow), &again, claimRow); err != nil || !reflect.DeepEqual(c, again) {
			t.Errorf("%v: %+v is written as %+v", err, c, again)
		}
	})
}

func TestAddName(t *testing.T) {
	var names []string
	for _, name := range []string{"Edmund WEXCOMBE", "ÉLISE MARCHEVAL", "Élise Marcheval", "Edmund Wexcombe", "Minarc", "MINARC"} {
		names = addName(names, name)
	}
	if got := strings.Join(names, ", "); got != "Edmund Wexcombe, Élise Marcheval, Minarc" {
		t.Error(got)
	}
}
