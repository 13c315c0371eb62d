package desk_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/desk"
	"entente/internal/storetest"
	"entente/ledger"
)

// A scribe reads documents by plain rules, so that tests say what is read: a
// line "promise N: words" is an undertaking about N, "meeting N: words" a
// contact; "from XA to XS" is the envelope. It reads no file that starts with
// a zero byte, and stumbles over "stumble".
type scribe struct {
	force entente.Force // of every claim; "" is promised
}

func (s scribe) Read(name string, from io.Reader, language string) (entente.Document, entente.Reading, error) {
	data, err := io.ReadAll(from)
	if err != nil {
		return entente.Document{}, entente.Reading{}, err
	}
	doc := entente.Document{ID: ledger.DocumentID(data), Name: name, MediaType: "text/plain", Charset: "utf-8", Language: "en", Bytes: len(data), Original: data}
	switch {
	case bytes.HasPrefix(data, []byte{0}):
		return doc, entente.Reading{}, &entente.InputError{Name: name, At: 0, Text: "a format that is not read yet", Err: entente.ErrUnread}
	case len(data) == 0:
		return doc, entente.Reading{}, &entente.InputError{Name: name, At: -1, Text: "no text", Err: entente.ErrInvalid}
	case bytes.HasPrefix(data, []byte("stumble")):
		panic("scribe stumbles")
	}
	doc.Original, doc.Text = nil, string(data)
	doc.TextSHA256, doc.Pages = ledger.SHA256(data), []entente.Span{{Start: 0, End: len(data)}}
	return doc, s.Reading(&doc), nil
}

func (s scribe) Reading(doc *entente.Document) entente.Reading {
	var r entente.Reading
	at := 0
	for line := range strings.SplitAfterSeq(doc.Text, "\n") {
		span := entente.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))}
		at += len(line)
		kind, rest, _ := strings.Cut(span.In(doc.Text), " ")
		about, _, _ := strings.Cut(rest, ":")
		said := func(start int) entente.Value {
			return entente.Said(doc.Text[start:span.End], doc.Text, entente.Span{Start: start, End: span.End})
		}
		switch kind {
		case "from":
			state := func(code string) []entente.Correspondent {
				i := span.Start + strings.Index(span.In(doc.Text), code)
				return []entente.Correspondent{{Name: entente.Inferred("Head of "+code, "test"), State: entente.Said(code, doc.Text, entente.Span{Start: i, End: i + 2})}}
			}
			r.Envelope = entente.Envelope{Form: entente.Inferred("letter", "test"), Sender: state(rest[:2]), Recipient: state(rest[6:8])}
		case "dated":
			r.Envelope.Date = entente.Said(rest, doc.Text, span)
		case "names":
			i := span.Start + len("names ")
			r.Mentions = append(r.Mentions, entente.Mention{Anchor: said(i).Anchor, Kind: entente.MentionOrganisation, Value: doc.Text[i:span.End]})
		case "promise", "meeting":
			c := entente.Claim{Anchor: entente.At(doc.Text, span), ID: fmt.Sprint("s", len(r.Claims)+1), Kind: entente.Undertaking, Force: entente.Promised, About: about,
				Fields: map[entente.Field][]entente.Value{entente.FieldTitle: {said(span.Start + len(kind) + len(about) + 3)}, entente.FieldBy: {entente.Inferred(entente.AtSender, "test")}}}
			if kind == "meeting" {
				c.Kind, c.Fields = entente.Contact, map[entente.Field][]entente.Value{entente.FieldPlace: {said(span.Start + len(kind) + len(about) + 3)}}
			}
			if s.force != "" {
				c.Force = s.force
			}
			r.Claims = append(r.Claims, c)
		}
	}
	return r
}

var ctx = context.Background()

func clock() time.Time { return time.Date(2031, 3, 3, 9, 0, 0, 0, time.UTC) }

func open(t testing.TB, store desk.Store, reader desk.DocumentReader) *desk.Register {
	t.Helper()
	r, err := desk.NewRegister(desk.RegisterConfig{Store: store, Reader: reader, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func sources(texts ...string) []desk.Source {
	var list []desk.Source
	for i, text := range texts {
		list = append(list, desk.Source{Name: fmt.Sprintf("%d.txt", i), Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }})
	}
	return list
}

func receive(t testing.TB, r *desk.Register, texts ...string) []desk.Receipt {
	t.Helper()
	var receipts []desk.Receipt
	err := r.Receive(ctx, desk.Receiving{By: "Ivo"}, sources(texts...), func(r desk.Receipt) { receipts = append(receipts, r) })
	if err != nil {
		t.Fatal(err)
	}
	return receipts
}

func ask(t testing.TB, r *desk.Register, word string) desk.Answer {
	t.Helper()
	a, err := r.Ask(ctx, word, entente.Relation{})
	if err != nil {
		t.Fatalf("Ask(%q): %v", word, err)
	}
	return a
}

const (
	first  = "from XA to XS\ndated 2031-03-03\npromise 1: build a tramway\npromise 1: of the tramway\nmeeting 2: Port Sylvan\nnames Arc Rail\n"
	second = "from XS to XA\ndated 2032-01-05\npromise 1: the light railway\nnames ARC RAIL\n"
	third  = "from XS to XB\ndated 2033-01-05\npromise 1: a dam\npromise 2: a school\n"
)

func TestReceive(t *testing.T) {
	r := open(t, &storetest.Memory{}, scribe{})
	receipts := receive(t, r, first, "\x00unknown", "", first, "stumble", second)
	want := []string{"in 2031/1", "in 2031/2 unread", "error", "in 2031/1 known", "in 2031/3 unread", "in 2031/4"}
	for i, receipt := range receipts {
		got := receipt.Number.String()
		switch {
		case receipt.Err != nil:
			got = "error"
		case receipt.Unread != nil:
			got += " unread"
		case receipt.Known:
			got += " known"
		}
		if got != want[i] {
			t.Errorf("receipt %d: %s, want %s", i, got, want[i])
		}
	}
	if !errors.Is(receipts[1].Unread, entente.ErrUnread) || !errors.Is(receipts[4].Unread, entente.ErrUnread) {
		t.Errorf("unread: %v, %v; want ErrUnread", receipts[1].Unread, receipts[4].Unread)
	}
	if receipts[0].Claims != 3 || receipts[0].Form != "letter" {
		t.Errorf("first receipt = %+v", receipts[0])
	}
	if again := receive(t, r, first, second)[1]; !again.Known || again.Read {
		t.Errorf("received again: %+v", again)
	}
	if report, err := r.Verify(ctx, ""); err != nil || report.Entries != 6 {
		t.Errorf("Verify = %+v, %v; want 6 entries", report, err)
	}
	unread := ask(t, r, "in/2031/2").Document
	if unread == nil || unread.Unread != "a format that is not read yet" {
		t.Errorf("the unread document: %+v", unread)
	}
}

func TestUnreadIsReadLater(t *testing.T) {
	var m storetest.Memory
	receive(t, open(t, &m, failing{}), first)
	receipts := receive(t, open(t, &m, scribe{}), first, first)
	if !receipts[0].Known || !receipts[0].Read || receipts[0].Claims != 3 || receipts[0].Number.N != 1 {
		t.Errorf("read later: %+v", receipts[0])
	}
	if receipts[1].Read {
		t.Errorf("read twice: %+v", receipts[1])
	}
}

type failing struct{ scribe }

func (failing) Read(name string, from io.Reader, language string) (entente.Document, entente.Reading, error) {
	return entente.Document{}, entente.Reading{}, &entente.InputError{Name: name, At: -1, Text: "no", Err: entente.ErrUnread}
}

func TestWrongReadingIsSieved(t *testing.T) {
	r := open(t, &storetest.Memory{}, slipping{})
	receipt := receive(t, r, first)[0]
	if receipt.Err != nil || receipt.Claims != 2 {
		t.Errorf("receipt = %+v; want two claims", receipt)
	}
	d := ask(t, r, "in/2031/1").Document
	if len(d.Remarks) != 1 {
		t.Errorf("remarks = %v; want one that says what was left out", d.Remarks)
	}
}

type slipping struct{ scribe }

func (s slipping) Read(name string, from io.Reader, language string) (entente.Document, entente.Reading, error) {
	doc, r, err := s.scribe.Read(name, from, language)
	r.Claims[0].Quote = "other words"
	return doc, r, err
}

func TestViews(t *testing.T) {
	r := open(t, &storetest.Memory{}, scribe{})
	receive(t, r, first, second, third)
	var got []string
	for _, rel := range ask(t, r, "").Relations {
		got = append(got, fmt.Sprint(rel.Relation, rel.Documents, rel.Contacts, rel.Agreements, rel.Undertakings))
	}
	if want := []string{"XA-XS 2 1 0 2", "XB-XS 1 0 0 2"}; !slices.Equal(got, want) {
		t.Errorf("relations = %q, want %q", got, want)
	}
	if n := len(ask(t, r, "undertakings").Matters); n != 4 {
		t.Errorf("%d undertakings, want 4", n)
	}
	m := ask(t, r, "undertakings").Matters[0]
	if len(m.Claims) != 2 || m.Title != "of the tramway" || !slices.Equal(m.Parties, []string{"Head of XA"}) {
		t.Errorf("matter = %+v", m)
	}
	p := ask(t, r, "parties").Parties
	if len(p) != 1 || !slices.Equal(p[0].Names, []string{"ARC RAIL", "Arc Rail"}) || p[0].Documents != 2 {
		t.Errorf("parties = %+v", p)
	}
	for _, word := range []string{"XS-XA", "xa-xs"} {
		if a := ask(t, r, word); len(a.Documents) != 2 || len(a.Matters) != 3 {
			t.Errorf("Ask(%s): %d documents, %d matters; want 2 and 3", word, len(a.Documents), len(a.Matters))
		}
	}
	if f := ask(t, r, string(m.ID)[:8]).Matter; f == nil || len(f.Claims) != 2 || f.Claims[0].Document.Date != "2031-03-03" {
		t.Errorf("the matter's file = %+v", f)
	}
	for word, want := range map[string]error{"nonsense": entente.ErrInvalid, "ffffffff": entente.ErrNotFound, "XA-XQ": entente.ErrNotFound, "in/2031/9": entente.ErrNotFound} {
		if _, err := r.Ask(ctx, word, entente.Relation{}); !errors.Is(err, want) {
			t.Errorf("Ask(%q): %v; want %v", word, err, want)
		}
	}
}

// undertakings returns, for each matter, how many claims it has, oldest first.
func undertakings(t *testing.T, r *desk.Register) []int {
	var sizes []int
	for _, m := range ask(t, r, "undertakings").Matters {
		sizes = append(sizes, len(m.Claims))
	}
	return sizes
}

func TestSameAndDifferent(t *testing.T) {
	var m storetest.Memory
	r := open(t, &m, scribe{})
	receive(t, r, first, second, third)
	matters := ask(t, r, "undertakings").Matters
	a, b, c := matters[0].Claims[0], matters[1].Claims[0], matters[2].Claims[0]
	judge := func(v entente.Verdict, subject, other entente.ClaimID) entente.EntryID {
		t.Helper()
		id, err := r.Judge(ctx, "Mara", entente.Judgement{Verdict: v, Subject: subject, Other: other, Reason: "because"})
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	steps := []struct {
		name string
		do   func()
		want []int
	}{
		{"apart at first", func() {}, []int{2, 1, 1, 1}},
		{"the same across two letters", func() { judge(entente.Same, a, b) }, []int{3, 1, 1}},
		{"unsure joins nothing", func() { judge(entente.Unsure, b, c) }, []int{3, 1, 1}},
		{"and a third", func() { judge(entente.Same, c, b) }, []int{4, 1}},
		{"different takes it back", func() { judge(entente.Different, b, c) }, []int{3, 1, 1}},
		{"superseded as well", func() { judge(entente.Superseded, a, b) }, []int{2, 1, 1, 1}},
		{"and the same again", func() { judge(entente.Same, a, b) }, []int{3, 1, 1}},
		{"two of one letter are parted", func() { judge(entente.Different, matters[0].Claims[0], matters[0].Claims[1]) }, []int{1, 2, 1, 1}},
	}
	for _, s := range steps {
		s.do()
		got := undertakings(t, r)
		slices.Sort(got)
		want := slices.Sorted(slices.Values(s.want))
		if !slices.Equal(got, want) {
			t.Fatalf("%s: matters of %v claims, want %v", s.name, got, want)
		}
	}
	if first, again := judge(entente.Same, a, b), judge(entente.Same, b, a); first != again {
		t.Errorf("the same judgement twice is two entries: %s, %s", first, again)
	}
	joined := ask(t, r, string(a)).Matter
	if joined.ID != a || len(joined.Documents) != 2 {
		t.Errorf("the joined matter is %s of %d documents; want the first claim's id %s, 2", joined.ID, len(joined.Documents), a)
	}
	meeting := ask(t, r, "contacts").Matters[0].ID
	if _, err := r.Judge(ctx, "Mara", entente.Judgement{Verdict: entente.Same, Subject: a, Other: meeting}); !errors.Is(err, entente.ErrInvalid) {
		t.Errorf("a meeting and an undertaking joined: %v; want ErrInvalid", err)
	}
	if _, err := r.Judge(ctx, "Mara", entente.Judgement{Verdict: entente.Confirmed, Subject: "00"}); !errors.Is(err, entente.ErrNotFound) {
		t.Errorf("a claim that is not there: %v; want ErrNotFound", err)
	}
	rebuilt, err := r.Rebuild(ctx)
	if err != nil || !rebuilt.Same {
		t.Errorf("Rebuild = %+v, %v; want the same rows", rebuilt, err)
	}
}

func TestDisputedIsSaid(t *testing.T) {
	r := open(t, &storetest.Memory{}, scribe{})
	receive(t, r, first, second, third)
	matters := ask(t, r, "undertakings").Matters
	a, b, c := matters[0].Claims[0], matters[1].Claims[0], matters[2].Claims[0]
	for _, j := range []entente.Judgement{{Verdict: entente.Same, Subject: a, Other: b}, {Verdict: entente.Same, Subject: b, Other: c}, {Verdict: entente.Different, Subject: a, Other: c}} {
		if _, err := r.Judge(ctx, "Mara", j); err != nil {
			t.Fatal(err)
		}
	}
	if m := ask(t, r, string(a)).Matter; len(m.Disputed) != 1 {
		t.Errorf("disputed = %v; want the pair that is held different", m.Disputed)
	}
}

func TestJudgementsOutliveReadings(t *testing.T) {
	var m storetest.Memory
	r := open(t, &m, scribe{})
	receive(t, r, first)
	claims := ask(t, r, "in/2031/1").Document.Claims
	corrected := claims[1].Claim
	corrected.Force = entente.Requested
	for _, j := range []entente.Judgement{
		{Verdict: entente.Confirmed, Subject: claims[0].ID},
		{Verdict: entente.Corrected, Subject: claims[1].ID, Claim: &corrected},
		{Verdict: entente.Rejected, Subject: claims[2].ID},
	} {
		if _, err := r.Judge(ctx, "Mara", j); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(ask(t, r, "contacts").Matters); n != 0 {
		t.Errorf("a rejected contact is still listed (%d)", n)
	}
	ids := []entente.DocumentID{ask(t, r, "in/2031/1").Document.ID}
	if n, err := open(t, &m, scribe{}).ReadAgain(ctx, "Ivo", ids); n.Changed != 0 || err != nil {
		t.Errorf("the same reading again: %+v, %v; want none", n, err)
	}
	better := open(t, &m, scribe{force: entente.Proposed})
	if n, err := better.ReadAgain(ctx, "Ivo", ids); n.Changed != 1 || n.Kept != 3 || len(n.Adrift) != 0 || err != nil {
		t.Fatalf("a better reading: %+v, %v; want one", n, err)
	}
	got := map[string]int{}
	for _, c := range ask(t, better, "in/2031/1").Document.Claims {
		state := fmt.Sprintf("%s %s %v %v", c.Verdict, c.Stands().Force, c.Current, c.Behind != "")
		got[state]++
	}
	want := map[string]int{
		"confirmed promised false false":  1, // stands though the new reading lacks it
		"corrected requested false false": 1,
		"rejected promised false false":   1,
		" proposed true true":             2, // behind the two that were judged
		" proposed true false":            1, // the rejected one, read otherwise: a person should look
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("claims after reading again: %v, want %v", got, want)
	}
	back := open(t, &m, scribe{})
	if _, err := back.ReadAgain(ctx, "Ivo", ids); err != nil {
		t.Fatal(err)
	}
	rebuilt, err := back.Rebuild(ctx)
	if err != nil || !rebuilt.Same {
		t.Errorf("Rebuild = %+v, %v", rebuilt, err)
	}
}

func TestOutcome(t *testing.T) {
	r := open(t, &storetest.Memory{}, scribe{})
	receive(t, r, first)
	id := ask(t, r, "undertakings").Matters[0].ID
	for _, o := range []entente.Outcome{entente.Stalled, entente.Kept, ""} {
		if _, err := r.Judge(ctx, "Mara", entente.Judgement{Verdict: entente.Concluded, Subject: id, Outcome: o, Reason: "the line is open"}); err != nil {
			t.Fatal(err)
		}
		got := ask(t, r, string(id)).Matter.Outcome
		if (got == nil) != (o == "") || got != nil && (got.Outcome != o || got.By != "Mara" || got.On != "2031-03-03") {
			t.Errorf("outcome = %+v, want %q by Mara", got, o)
		}
	}
}

func TestMarksAreInherited(t *testing.T) {
	r := open(t, &storetest.Memory{}, scribe{})
	err := r.Receive(ctx, desk.Receiving{By: "Ivo", Mark: "Restricted"}, sources(first), func(desk.Receipt) {})
	if err != nil {
		t.Fatal(err)
	}
	d := ask(t, r, "in/2031/1").Document
	at := strings.Index(first, "Port Sylvan")
	if err := r.Mark(ctx, "Mara", d.ID, entente.Span{Start: at, End: at + 4}, "Secret"); err != nil {
		t.Fatal(err)
	}
	if got := ask(t, r, "undertakings").Matters[0].Marks; !slices.Equal(got, []entente.Mark{"Restricted"}) {
		t.Errorf("the undertaking's marks = %v", got)
	}
	if got := ask(t, r, "contacts").Matters[0].Marks; !slices.Equal(got, []entente.Mark{"Restricted", "Secret"}) {
		t.Errorf("the contact's marks = %v", got)
	}
}

func TestSearch(t *testing.T) {
	r := open(t, &storetest.Memory{}, scribe{})
	receive(t, r, first, second)
	hits, err := r.Search(ctx, "tramways", 10)
	if err != nil || len(hits.Documents) != 0 {
		// Without packs no language is known to the query: words as they stand.
		t.Errorf("tramways: %d documents, %v", len(hits.Documents), err)
	}
	hits, err = r.Search(ctx, "tramway", 10)
	if err != nil || len(hits.Documents) != 1 || len(hits.Claims) != 2 {
		t.Fatalf("tramway: %d documents, %d claims, %v; want 1 and 2", len(hits.Documents), len(hits.Claims), err)
	}
	hit := hits.Claims[0]
	if len(hit.Lit) != 1 || hit.Lit[0].In(hit.Words) != "tramway" {
		t.Errorf("lit %v in %q", hit.Lit, hit.Words)
	}
	if _, err := r.Judge(ctx, "Mara", entente.Judgement{Verdict: entente.Rejected, Subject: hit.Claim.ID}); err != nil {
		t.Fatal(err)
	}
	if hits, _ := r.Search(ctx, "tramway", 10); len(hits.Claims) != 1 {
		t.Errorf("a rejected claim is still found")
	}
}

func TestVerifyHead(t *testing.T) {
	r := open(t, &storetest.Memory{}, scribe{})
	receive(t, r, first)
	report, err := r.Verify(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	receive(t, r, second, third)
	if _, err := r.Verify(ctx, report.Head.String()); err != nil {
		t.Errorf("a head noted before: %v", err)
	}
	for head, want := range map[string]error{
		"2:00": entente.ErrCorrupt, "99" + report.Head.String(): entente.ErrCorrupt, "nonsense": entente.ErrInvalid,
	} {
		if _, err := r.Verify(ctx, head); !errors.Is(err, want) {
			t.Errorf("head %s: %v; want %v", head, err, want)
		}
	}
}

// TestStoreFailsAtEachCall: whatever call fails, nothing of the batch stands,
// nobody is told that it does, and the next try enters it whole.
func TestStoreFailsAtEachCall(t *testing.T) {
	full := errors.New("disk full")
	for nth := 1; ; nth++ {
		m := &storetest.Memory{}
		r := open(t, m, scribe{})
		receive(t, r, third)
		calls := 0
		m.Fail = func(string) error {
			if calls++; calls == nth {
				return full
			}
			return nil
		}
		told := 0
		err := r.Receive(ctx, desk.Receiving{By: "Ivo"}, sources(first), func(receipt desk.Receipt) {
			if receipt.Err == nil {
				told++
			}
		})
		m.Fail = nil
		if calls < nth {
			break
		}
		if told != 0 {
			t.Errorf("call %d failed, and the document was acknowledged (%v)", nth, err)
		}
		if report, err := r.Verify(ctx, ""); err != nil || report.Entries != 2 {
			t.Fatalf("call %d failed: %d entries, %v; want 2", nth, report.Entries, err)
		}
		if nth%10 == 0 {
			receive(t, r, first)
			if rebuilt, err := r.Rebuild(ctx); err != nil || !rebuilt.Same || rebuilt.Entries != 4 {
				t.Fatalf("after call %d failed and a retry: %+v, %v", nth, rebuilt, err)
			}
		}
	}
}
