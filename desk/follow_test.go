package desk_test

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/followthrough"
	"entente/internal/storetest"
)

// A teller is a scribe whose lines say more: "force=done", "kind=agreement",
// and any field as "stage=signed".
type teller struct{ scribe }

func (s teller) Read(name string, from io.Reader, language string) (entente.Document, entente.Reading, error) {
	doc, _, err := s.scribe.Read(name, from, language)
	return doc, s.Reading(&doc), err
}

func (s teller) Reading(doc *entente.Document) entente.Reading {
	r := s.scribe.Reading(doc)
	for i, c := range r.Claims {
		at := c.Start
		for word := range strings.SplitAfterSeq(c.Quote, " ") {
			key, value, ok := strings.Cut(strings.TrimSpace(word), "=")
			start := at + len(key) + 1
			at += len(word)
			switch {
			case !ok:
			case key == "force":
				r.Claims[i].Force = entente.Force(value)
			case key == "kind":
				r.Claims[i].Kind = entente.Kind(value)
			default:
				c.Fields[entente.Field(key)] = []entente.Value{entente.Said(value, doc.Text, entente.Span{Start: start, End: start + len(value)})}
			}
		}
	}
	return r
}

var told = []string{
	"from XA to XS\ndated 2031-03-03\npromise 1: tramway amount=5e6\u00a0EUR due=2033\npromise 2: school\npromise 3: treaty kind=agreement force=proposed stage=proposed\nmeeting 4: Port Sylvan mode=visit status=planned date=2034-07\n",
	"from XS to XA\ndated 2032-01-05\npromise 1: tramway stage=under_way force=done\npromise 3: treaty kind=agreement force=done stage=signed date=2031-12-01\nmeeting 5: Aldermouth mode=visit force=done status=held date=2031-11-30\n",
	"from XA to XS\ndated 2032-09-09\npromise 1: tramway force=done stage=completed\npromise 3: treaty kind=agreement force=done stage=signed date=2031-12-02\n",
	"from XA to XS\ndated 2033-05-05\npromise 9: a bridge\n",
	"from XA to XS\ndated 2033-06-05\npromise 9: a bridge\n",
}

// join holds all claims about one thing of every document to be one matter.
func join(t *testing.T, r *desk.Register) {
	t.Helper()
	last := map[string]entente.ClaimID{}
	for _, d := range ask(t, r, "documents").Documents {
		for _, c := range ask(t, r, string(d.ID)).Document.Claims {
			key := string(c.Claim.Kind) + c.Claim.About
			if other := last[key]; other != "" {
				if _, err := r.Judge(ctx, "Mara", entente.Judgement{Verdict: entente.Same, Subject: other, Other: c.ID, Reason: "one thing"}); err != nil {
					t.Fatal(err)
				}
			}
			last[key] = c.ID
		}
	}
}

func told5(t *testing.T) *desk.Register {
	t.Helper()
	r := open(t, &storetest.Memory{}, teller{})
	receive(t, r, told...)
	join(t, r)
	return r
}

func on(year, month, day int) edtf.Date { return edtf.OnDay(year, month, day) }

func TestStatus(t *testing.T) {
	r := told5(t)
	rel := entente.Between("XA", "XS")
	s, err := r.Status(ctx, rel, on(2034, 1, 1))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]followthrough.Rule{}
	for _, f := range slices.Concat(s.Agreements, s.Undertakings) {
		name, _, _ := strings.Cut(f.Title+f.Claims[0].Stands().Quote, " ")
		got[strings.TrimSuffix(name, ":")+" "+f.Claims[0].Claim.Claim.About] = f.Concluded.Rule
	}
	for about, want := range map[string]followthrough.Rule{"1": followthrough.ByCompletion, "2": followthrough.BySilence, "3": followthrough.BySignature, "9": followthrough.ByNothing} {
		found := false
		for name, rule := range got {
			if strings.HasSuffix(name, " "+about) {
				found = true
				if rule != want {
					t.Errorf("thing %s is concluded by %q, want %q", about, rule, want)
				}
			}
		}
		if !found {
			t.Errorf("thing %s is not in the status: %v", about, got)
		}
	}
	if s.LastContact == nil || s.LastContact.Place == "" || s.LastContact.Stage != "held" || s.NextContact == nil || s.NextContact.Date != "2034-07" {
		t.Errorf("last %+v, next %+v", s.LastContact, s.NextContact)
	}
	if len(s.Documents) != 5 || s.Horizon != 24 {
		t.Errorf("%d documents, horizon %d", len(s.Documents), s.Horizon)
	}
	if len(s.Conflicts) != 1 || s.Conflicts[0].Field != entente.FieldDate || len(s.Conflicts[0].Values) != 2 {
		t.Errorf("conflicts = %+v; want the two days on which the treaty was signed", s.Conflicts)
	}
	if err := r.Watch(ctx, "Mara", rel, 60); err != nil {
		t.Fatal(err)
	}
	if s, err = r.Status(ctx, rel, on(2034, 1, 1)); err != nil || s.Horizon != 60 {
		t.Errorf("horizon %d, %v; want 60", s.Horizon, err)
	}
	if early, err := r.Status(ctx, rel, on(2031, 6, 1)); err != nil || len(early.Documents) != 1 || early.LastContact != nil {
		t.Errorf("as of 2031: %d documents, last %+v, %v", len(early.Documents), early.LastContact, err)
	}
}

func TestHistoryAndPicture(t *testing.T) {
	r := told5(t)
	rel := entente.Between("XA", "XS")
	var id entente.ClaimID
	for _, m := range ask(t, r, "undertakings").Matters {
		if len(m.Claims) == 3 {
			id = m.ID
		}
	}
	h, err := r.History(ctx, id, edtf.Date{})
	if err != nil || len(h.Claims) != 3 || h.Outcome() != entente.Kept || len(h.Held) != 2 {
		t.Fatalf("History = %+v, %v; want three claims, kept, two judgements", h, err)
	}
	past, err := r.History(ctx, id, on(2032, 2, 1))
	if err != nil || len(past.Claims) != 2 || past.Outcome() == entente.Kept {
		t.Errorf("as of 2032: %d claims, %s, %v", len(past.Claims), past.Outcome(), err)
	}
	if _, err := r.History(ctx, id, on(2030, 1, 1)); err == nil {
		t.Error("a matter was known before its first word")
	}
	s, err := r.Status(ctx, rel, on(2034, 1, 1))
	if err != nil {
		t.Fatal(err)
	}
	same := func(s string) string { return s }
	p := s.Picture(desk.PictureWords{Title: "%s", Desc: "%d %d %s %s", Agreements: "A", Undertakings: "U", Stage: same, Date: same,
		Matter: func(m *desk.Matter) string { return m.Title }})
	var b bytes.Buffer
	if err := p.SVG(&b); err != nil || len(p.Groups) != 2 || strings.Count(b.String(), `class="lifeline"`) != len(s.Agreements)+len(s.Undertakings) {
		t.Errorf("the picture has %d groups, %v", len(p.Groups), err)
	}
}

func TestDue(t *testing.T) {
	r := told5(t)
	rel := entente.Between("XA", "XS")
	star, due, next := true, "2034-02-01", "call"
	school := ask(t, r, "undertakings").Matters
	i := slices.IndexFunc(school, func(m *desk.Matter) bool { return strings.Contains(m.Title, "school") })
	if _, err := r.Note(ctx, "Mara", school[i].ID, desk.NoteChange{Starred: &star, Due: &due, Next: &next}); err != nil {
		t.Fatal(err)
	}
	items, err := r.Due(ctx, rel, on(2034, 3, 1))
	if err != nil || len(items) == 0 || items[0].Next != "call" || !items[0].Overdue {
		t.Fatalf("Due = %+v, %v; want the starred next step first, overdue", items, err)
	}
	if items, err = r.Due(ctx, entente.Relation{}, on(2032, 2, 1)); err != nil || len(items) < 2 {
		t.Errorf("Due in 2032 = %+v, %v; want the tramway and the visit", items, err)
	}
}
