package desk_test

import (
	"reflect"
	"testing"

	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/internal/storetest"
)

// What is remembered is never shown once something was entered: a register
// that was asked before each entry answers as one that was opened behind it.
func TestNothingOldIsShown(t *testing.T) {
	var store storetest.Memory
	r := open(t, &store, teller{})
	rels := []entente.Relation{entente.Between("XA", "XS"), entente.Between("XA", "XB")}
	asked := func(r *desk.Register) map[string]any {
		all := map[string]any{}
		for _, rel := range rels {
			for _, day := range []edtf.Date{{}, on(2032, 6, 1), on(2035, 1, 1)} {
				s, err := r.Status(ctx, rel, day)
				all["status of "+rel.String()+" "+day.String()] = []any{s, err}
				due, err := r.Due(ctx, rel, day)
				all["due in "+rel.String()+" "+day.String()] = []any{due, err}
			}
		}
		due, err := r.Calendar(ctx)
		all["calendar"] = []any{due, err}
		for _, query := range []string{"tramway", "treaty", "outcome:kept", "outcome:silent,open relation:XA-XS", "-outcome:kept relation:XA-XB", "outcome:dropped"} {
			found, err := r.Find(ctx, desk.Finding{Query: query})
			all["found by "+query] = []any{found, err}
		}
		changes, err := r.Changes(ctx, desk.ChangesQuery{})
		all["changes"] = []any{changes, err}
		return all
	}
	claims := func(document string) []*desk.Claim { return ask(t, r, document).Document.Claims }
	judge := func(j entente.Judgement) func() error {
		return func() error { _, err := r.Judge(ctx, "Mara", j); return err }
	}
	receive(t, r, told...)
	join(t, r)
	receive(t, r, "from XA to XB\ndated 2032-05-05\npromise 1: tramway stage=completed force=done\n")
	first, other := claims("in/2031/1"), claims("in/2031/6")[0]
	third := claims("in/2031/3")
	star := true
	for _, one := range []struct {
		what  string
		enter func() error
	}{
		{"nothing", func() error { return nil }},
		{"a document", func() error {
			receive(t, r, "from XS to XA\ndated 2034-06-05\npromise 2: school stage=under_way force=done\n")
			return nil
		}},
		{"a claim confirmed", judge(entente.Judgement{Verdict: entente.Confirmed, Subject: first[1].ID})},
		{"one matter of two relations", judge(entente.Judgement{Verdict: entente.Same, Subject: first[0].ID, Other: other.ID, Reason: "one"})},
		{"a claim rejected in the other relation", judge(entente.Judgement{Verdict: entente.Rejected, Subject: other.ID, Reason: "no"})},
		{"a claim rejected", judge(entente.Judgement{Verdict: entente.Rejected, Subject: third[0].ID, Reason: "no"})},
		{"a rejection taken back", judge(entente.Judgement{Verdict: entente.Superseded, Subject: other.ID, Reason: "yes"})},
		{"an outcome", judge(entente.Judgement{Verdict: entente.Concluded, Subject: first[1].ID, Outcome: entente.Dropped, Reason: "said so"})},
		{"a doubt", judge(entente.Judgement{Verdict: entente.Unsure, Subject: first[0].ID, Other: first[1].ID, Reason: "who knows"})},
		{"a note", func() error {
			_, err := r.Note(ctx, "Mara", first[1].ID, desk.NoteChange{Starred: &star})
			return err
		}},
		{"another horizon", func() error { return r.Watch(ctx, "Mara", rels[0], 60) }},
		{"a mark", func() error {
			return r.Mark(ctx, "Mara", first[0].Document, first[0].Claim.Span, "restricted")
		}},
		{"a document read again", func() error {
			_, err := open(t, &store, scribe{force: entente.Hoped}).ReadAgain(ctx, "Mara", []entente.DocumentID{first[0].Document})
			return err
		}},
	} {
		before, _ := r.Head(ctx)
		if err := one.enter(); err != nil {
			t.Fatalf("%s: %v", one.what, err)
		}
		if after, _ := r.Head(ctx); after == before && one.what != "nothing" {
			t.Errorf("%s was not entered", one.what)
		}
		got, want := asked(r), asked(open(t, &store, teller{}))
		for what := range want {
			if !reflect.DeepEqual(got[what], want[what]) {
				t.Errorf("after %s, %s is\n%+v\nwant\n%+v", one.what, what, got[what], want[what])
			}
		}
	}
}
