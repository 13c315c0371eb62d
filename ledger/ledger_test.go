package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/internal/storetest"
	"entente/ledger"
)

var hand = ledger.Hand{By: "Ivo Lind", At: time.Date(2031, 3, 3, 9, 0, 0, 0, time.UTC)}

const text = "Port Sylvan, 3 March 2031. The Embassy of Arcadia will build a tramway in Port Arc."

func said(value, quote string) entente.Value {
	at := strings.Index(text, quote)
	return entente.Said(value, text, entente.Span{Start: at, End: at + len(quote)})
}

func document() entente.Document {
	return entente.Document{ID: ledger.DocumentID([]byte(text)), Name: "note.txt", MediaType: "text/plain", Charset: "utf-8", Language: "en",
		Bytes: len(text), Text: text, TextSHA256: ledger.SHA256([]byte(text)), Pages: []entente.Span{{Start: 0, End: len(text)}}}
}

func claim() entente.Claim {
	return entente.Claim{Anchor: said("", "will build a tramway in Port Arc").Anchor, ID: "s1", Kind: entente.Undertaking, Force: entente.Promised, About: "e1",
		Fields: map[entente.Field][]entente.Value{
			entente.FieldTitle: {said("tramway", "tramway")}, entente.FieldBy: {said(entente.AtSender, "The Embassy of Arcadia")},
			entente.FieldStage: {entente.Inferred("proposed", "it is promised")}},
		Trace: []string{"build"}}
}

func received() entente.Received {
	return entente.Received{Document: document(), On: "2031-03-04", Number: entente.Number{Direction: entente.In, Year: 2031}}
}

func read() entente.Read {
	return entente.Read{Document: document(), Packs: []string{"en 00"}, Reading: entente.Reading{
		Envelope: entente.Envelope{Form: entente.Inferred("note", "short"), Date: said("2031-03-03", "3 March 2031"), Place: said("Port Sylvan", "Port Sylvan"),
			Sender: []entente.Correspondent{{Office: said("The Embassy of Arcadia", "The Embassy of Arcadia"), State: entente.Inferred("XA", "its name")}}},
		Mentions: []entente.Mention{{Anchor: said("", "Port Arc").Anchor, Kind: entente.MentionPlace, Value: "Port Arc"}},
		Claims:   []entente.Claim{claim()},
		Remarks:  []entente.Remark{{Text: "all was read"}, {Anchor: said("", "3 March").Anchor, Text: "which 3 March?"}},
	}}
}

func appendAll(m *storetest.Memory, bodies ...entente.Body) (entries []entente.Entry, err error) {
	err = m.Update(context.Background(), func(tx storetest.Tx) error {
		entries, err = ledger.Append(tx, hand, bodies...)
		return err
	})
	return entries, err
}

func TestEntriesComeBack(t *testing.T) {
	var m storetest.Memory
	want := read()
	corrected := claim()
	corrected.Force = entente.Requested
	id := ledger.ClaimID(want.Document.TextSHA256, claim())
	judged := entente.Judgement{Verdict: entente.Corrected, Subject: id, Claim: &corrected, TextSHA256: want.Document.TextSHA256, Reason: "it asks"}
	marked := entente.Marked{Document: want.Document.ID, TextSHA256: want.Document.TextSHA256, Passage: said("", "tramway").Anchor, Mark: "Restricted"}
	noted := entente.Noted{Subject: id, Starred: true, Owner: "Mara Osk", Next: "call", Due: "2031-06-21/2031-06-30", Note: "soon"}
	watched := entente.Watched{Relation: entente.Between("XS", "XA"), Months: 36}
	byHand := claim()
	byHand.Force, byHand.About = entente.Hoped, ""
	claimed := entente.Claimed{Document: want.Document.ID, TextSHA256: want.Document.TextSHA256, Claim: byHand}
	saved := entente.Saved{Name: "the tramway, silent", Query: `tramway outcome:silent -"joint commission"`}
	entries, err := appendAll(&m, received(), want, marked, judged, noted, watched, claimed, saved)
	if err != nil || len(entries) != 8 {
		t.Fatalf("Append = %d entries, %v; want 8", len(entries), err)
	}
	want.Document.Text = "" // kept apart
	var got []entente.Body
	err = m.View(context.Background(), func(v storetest.Snapshot) error {
		for record, err := range v.Records(0) {
			if err != nil {
				return err
			}
			e, err := ledger.EntryOf(record)
			if err != nil {
				return err
			}
			if e.By != hand.By || !e.Recorded.Equal(hand.At) || e.Seq != record.Seq || e.ID != record.ID {
				t.Errorf("entry = %+v", e)
			}
			got = append(got, e.Body)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := got[0].(entente.Received).Number.String(); n != "in 2031/1" {
		t.Errorf("register number %q, want in 2031/1", n)
	}
	for i, body := range []entente.Body{want, marked, judged, noted, watched, claimed, saved} {
		if !reflect.DeepEqual(got[i+1], body) {
			t.Errorf("body %d came back as\n%+v, want\n%+v", i+1, got[i+1], body)
		}
	}
}

func TestTwiceAddsNothing(t *testing.T) {
	var m storetest.Memory
	if _, err := appendAll(&m, received(), read(), received(), read()); err != nil {
		t.Fatal(err)
	}
	other := received()
	other.On = "2032-01-01"
	entries, err := appendAll(&m, other, read())
	if err != nil || len(entries) != 0 {
		t.Errorf("received again: %d entries, %v; want none", len(entries), err)
	}
}

func TestRefused(t *testing.T) {
	change := func(f func(*entente.Read)) entente.Read {
		r := read()
		f(&r)
		return r
	}
	for _, c := range []struct {
		name string
		body entente.Body
		want error
	}{
		{"a claim without words", change(func(r *entente.Read) { r.Reading.Claims[0].Anchor = entente.Anchor{} }), entente.ErrInvalid},
		{"a claim with other words", change(func(r *entente.Read) { r.Reading.Claims[0].Quote = "will not build a tramway" }), entente.ErrInvalid},
		{"a claim beyond the text", change(func(r *entente.Read) { r.Reading.Claims[0].End = 1000 }), entente.ErrInvalid},
		{"a value with other words", change(func(r *entente.Read) { r.Reading.Claims[0].Fields[entente.FieldTitle][0].Quote = "canal" }), entente.ErrInvalid},
		{"a value neither said nor inferred", change(func(r *entente.Read) {
			r.Reading.Claims[0].Fields[entente.FieldTitle][0].Anchor = entente.Anchor{}
		}), entente.ErrInvalid},
		{"an unknown force", change(func(r *entente.Read) { r.Reading.Claims[0].Force = "sung" }), entente.ErrInvalid},
		{"a mention with other words", change(func(r *entente.Read) { r.Reading.Mentions[0].Start++ }), entente.ErrInvalid},
		{"an envelope with other words", change(func(r *entente.Read) { r.Reading.Envelope.Date.Start++ }), entente.ErrInvalid},
		{"a remark with other words", change(func(r *entente.Read) { r.Reading.Remarks[1].Quote = "x" }), entente.ErrInvalid},
		{"another text", change(func(r *entente.Read) { r.Document.Text += "." }), entente.ErrInvalid},
		{"a document not received", change(func(r *entente.Read) { r.Document.ID = "sha256:00" }), entente.ErrNotFound},
		{"a mark on other words", entente.Marked{Document: document().ID, TextSHA256: document().TextSHA256, Mark: "x", Passage: entente.Anchor{Span: entente.Span{Start: 0, End: 2}, Quote: "xx"}}, entente.ErrInvalid},
		{"a judgement about nothing", entente.Judgement{Verdict: entente.Confirmed}, entente.ErrInvalid},
		{"a judgement of one claim with itself", entente.Judgement{Verdict: entente.Same, Subject: "a", Other: "a"}, entente.ErrInvalid},
		{"an unknown verdict", entente.Judgement{Verdict: "shrugged", Subject: "a"}, entente.ErrInvalid},
		{"an unknown outcome", entente.Judgement{Verdict: entente.Concluded, Subject: "a", Outcome: "lovely"}, entente.ErrInvalid},
		{"a judgement after none", entente.Judgement{Verdict: entente.Confirmed, Subject: "a", Follows: "b"}, entente.ErrNotFound},
		{"a number that leaves a gap", entente.Received{Document: entente.Document{ID: ledger.DocumentID(nil)}, On: "2031-01-01", Number: entente.Number{Direction: entente.In, Year: 2031, N: 3}}, entente.ErrConflict},
		{"a note on nothing", entente.Noted{Starred: true}, entente.ErrInvalid},
		{"a note after none", entente.Noted{Subject: "a", Follows: "b"}, entente.ErrNotFound},
		{"a horizon of nobody", entente.Watched{Months: 12}, entente.ErrInvalid},
		{"a horizon of a pair turned round", entente.Watched{Relation: entente.Relation{A: "XS", B: "XA"}, Months: 12}, entente.ErrInvalid},
		{"a horizon too far", entente.Watched{Relation: entente.Between("XA", "XS"), Months: entente.LongestHorizon + 1}, entente.ErrInvalid},
		{"a claim by hand in a document not received", entente.Claimed{Document: "sha256:00", TextSHA256: document().TextSHA256, Claim: claim()}, entente.ErrNotFound},
		{"a claim by hand in no text", entente.Claimed{Document: document().ID, TextSHA256: "00", Claim: claim()}, entente.ErrNotFound},
		{"a claim by hand without words", entente.Claimed{Document: document().ID, TextSHA256: strings.TrimPrefix(string(document().ID), "sha256:"), Claim: entente.Claim{Kind: entente.Contact, Force: entente.Done}}, entente.ErrInvalid},
		{"a search without a name", entente.Saved{Query: "x"}, entente.ErrInvalid},
		{"a search with a name of two lines", entente.Saved{Name: "a\nb", Query: "x"}, entente.ErrInvalid},
		{"a search that turns round what stands beside it", entente.Saved{Name: "a", Query: "\u202ex"}, entente.ErrInvalid},
		{"a search that never ends", entente.Saved{Name: "a", Query: strings.Repeat("x", entente.LongestQuery+1)}, entente.ErrInvalid},
		{"a search after none", entente.Saved{Name: "a", Query: "x", Follows: "b"}, entente.ErrNotFound},
		{"no day", entente.Received{Document: entente.Document{ID: ledger.DocumentID(nil)}, On: "soon", Number: entente.Number{Direction: entente.In, Year: 2031}}, entente.ErrInvalid},
		{"no direction", entente.Received{Document: entente.Document{ID: ledger.DocumentID(nil)}, On: "2031-01-01", Number: entente.Number{Direction: "up", Year: 2031}}, entente.ErrInvalid},
		{"bytes of another document", entente.Received{Document: entente.Document{ID: "sha256:00"}, On: "2031-01-01", Number: entente.Number{Direction: entente.In, Year: 2031}}, entente.ErrInvalid},
	} {
		var m storetest.Memory
		if _, err := appendAll(&m, received()); err != nil {
			t.Fatal(err)
		}
		if entries, err := appendAll(&m, c.body); !errors.Is(err, c.want) {
			t.Errorf("%s: %d entries, %v; want %v", c.name, len(entries), err, c.want)
		} else if strings.Contains(err.Error(), "tramway") {
			t.Errorf("%s: the error holds words of the letter: %v", c.name, err)
		}
	}
	var m storetest.Memory
	err := m.Update(context.Background(), func(tx storetest.Tx) error {
		_, err := ledger.Append(tx, ledger.Hand{}, received())
		return err
	})
	if !errors.Is(err, entente.ErrInvalid) {
		t.Errorf("nobody enters: %v; want ErrInvalid", err)
	}
}

func verify(m *storetest.Memory) (report ledger.Report, err error) {
	err = m.View(context.Background(), func(v storetest.Snapshot) error {
		report, err = ledger.Verify(v)
		return err
	})
	return report, err
}

// many enters n documents and returns the head after each.
func many(t testing.TB, m *storetest.Memory, n int) []ledger.Head {
	var heads []ledger.Head
	for i := range n {
		doc := entente.Document{Bytes: 1, Original: fmt.Append(nil, i)}
		doc.ID = ledger.DocumentID(doc.Original)
		if _, err := appendAll(m, entente.Received{Document: doc, On: "2031-01-01", Number: entente.Number{Direction: entente.In, Year: 2031}}); err != nil {
			t.Fatal(err)
		}
		err := m.View(context.Background(), func(v storetest.Snapshot) error {
			head, err := ledger.HeadAt(v, entente.Seq(i+1))
			heads = append(heads, head)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return heads
}

func TestVerifyFindsEveryChange(t *testing.T) {
	const n = 21
	open := func() *storetest.Memory {
		m := &storetest.Memory{}
		if _, err := appendAll(m, received(), read()); err != nil {
			t.Fatal(err)
		}
		return m
	}
	if report, err := verify(open()); err != nil || report.Entries != 2 || report.Texts != 1 || report.Anchors == 0 {
		t.Fatalf("Verify = %+v, %v", report, err)
	}
	for _, c := range []struct {
		name   string
		damage func(*storetest.Memory)
	}{
		{"a word", func(m *storetest.Memory) {
			m.Change(2, func(r *ledger.Record) { r.Data = []byte(strings.Replace(string(r.Data), "tramway", "railway", 1)) })
		}},
		{"a hash", func(m *storetest.Memory) {
			m.Change(1, func(r *ledger.Record) { r.Hashes = append([]byte{r.Hashes[0] ^ 1}, r.Hashes[1:]...) })
		}},
		{"an id", func(m *storetest.Memory) { m.Change(2, func(r *ledger.Record) { r.ID = "00" }) }},
		{"a place", func(m *storetest.Memory) { m.Change(2, func(r *ledger.Record) { r.Seq = 3 }) }},
		{"the text", func(m *storetest.Memory) {
			m.ChangeBlob(document().TextSHA256, []byte(strings.Replace(text, "Arc", "Ark", 1)))
		}},
	} {
		m := open()
		c.damage(m)
		if _, err := verify(m); !errors.Is(err, entente.ErrCorrupt) {
			t.Errorf("%s changed: %v; want ErrCorrupt", c.name, err)
		}
	}

	m := &storetest.Memory{}
	heads := many(t, m, n)
	if report, err := verify(m); err != nil || report.Head != heads[n-1] {
		t.Errorf("Verify = %v, %v; want head %v", report.Head, err, heads[n-1])
	}
	for seq := 1; seq <= n; seq++ {
		m := &storetest.Memory{}
		many(t, m, n)
		m.Change(entente.Seq(seq), func(r *ledger.Record) { r.Data = append([]byte(" "), r.Data...) })
		if _, err := verify(m); !errors.Is(err, entente.ErrCorrupt) || !strings.Contains(err.Error(), fmt.Sprintf("entry %d:", seq)) {
			t.Errorf("entry %d changed: %v; want ErrCorrupt that names it", seq, err)
		}
	}
}

func TestHeadsStayTrue(t *testing.T) {
	var m storetest.Memory
	for i, head := range many(t, &m, 40) {
		err := m.View(context.Background(), func(v storetest.Snapshot) error {
			again, err := ledger.HeadAt(v, entente.Seq(i+1))
			if again != head {
				t.Errorf("the head after %d was %s, now is %s", i+1, head, again)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestStoreFailsAtEachCall lets each call to the store fail in turn: Append
// must say so, and nothing of it may stand.
func TestStoreFailsAtEachCall(t *testing.T) {
	full := errors.New("disk full")
	for nth := 1; ; nth++ {
		m := &storetest.Memory{}
		many(t, m, 3)
		calls := 0
		m.Fail = func(call string) error {
			if calls++; calls == nth {
				return full
			}
			return nil
		}
		_, err := appendAll(m, received(), read())
		failed := calls >= nth
		m.Fail = nil
		if !failed {
			if err != nil || nth < 10 {
				t.Errorf("no call failed of %d: %v", calls, err)
			}
			return
		}
		if !errors.Is(err, full) {
			t.Errorf("call %d failed, Append says %v", nth, err)
		}
		if report, err := verify(m); err != nil || report.Entries != 3 {
			t.Errorf("call %d failed: %d entries stand, %v; want 3", nth, report.Entries, err)
		}
		if _, err := appendAll(m, received(), read()); err != nil {
			t.Errorf("call %d failed: the next Append says %v", nth, err)
		}
		if report, err := verify(m); err != nil || report.Entries != 5 {
			t.Errorf("after call %d failed and a retry: %d entries, %v; want 5", nth, report.Entries, err)
		}
	}
}

func TestClaimIDOutlivesPacks(t *testing.T) {
	sha := document().TextSHA256
	id := ledger.ClaimID(sha, claim())
	same := claim()
	same.ID, same.About, same.Trace = "s9", "e4", []string{"another rule"}
	same.Fields[entente.FieldBy][0].Name = "the Embassy"
	same.Fields[entente.FieldStage][0].Why = "another reason"
	if got := ledger.ClaimID(sha, same); got != id {
		t.Errorf("the same claim by another reader has id %s, want %s", got, id)
	}
	for name, change := range map[string]func(*entente.Claim){
		"kind":  func(c *entente.Claim) { c.Kind = entente.Agreement },
		"force": func(c *entente.Claim) { c.Force = entente.Hoped },
		"span":  func(c *entente.Claim) { c.End-- },
		"field": func(c *entente.Claim) { delete(c.Fields, entente.FieldTitle) },
		"value": func(c *entente.Claim) { c.Fields[entente.FieldTitle][0].Value = "tram" },
	} {
		c := claim()
		change(&c)
		if ledger.ClaimID(sha, c) == id {
			t.Errorf("another %s has the same id", name)
		}
	}
	if ledger.ClaimID("00", claim()) == id {
		t.Error("another text version has the same id")
	}
}

// FuzzEntryOf holds the decoder to never panicking.
func FuzzEntryOf(f *testing.F) {
	var m storetest.Memory
	if _, err := appendAll(&m, received(), read()); err != nil {
		f.Fatal(err)
	}
	m.View(context.Background(), func(v storetest.Snapshot) error {
		for r := range v.Records(0) {
			f.Add(r.Data)
		}
		return nil
	})
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := ledger.EntryOf(ledger.Record{Seq: 1, Data: data})
		if err != nil && !errors.Is(err, entente.ErrCorrupt) {
			t.Errorf("EntryOf: %v; want ErrCorrupt", err)
		}
		if err == nil && e.Body == nil {
			t.Error("an entry without a body")
		}
	})
}
