package desk_test

import (
	"testing"

	"entente"
	"entente/desk"
)

// A pair that a rule joined and a person parts is a question, which can be
// settled either way and taken back, as often as one likes.
func TestUnpair(t *testing.T) {
	r := milled(t, read(20))
	questions := func() map[[2]entente.ClaimID]string {
		review, err := r.Review(ctx, entente.Relation{})
		if err != nil {
			t.Fatal(err)
		}
		all := map[[2]entente.ClaimID]string{}
		for _, q := range review.Questions {
			all[[2]entente.ClaimID{min(q.A.ID, q.B.ID), max(q.A.ID, q.B.ID)}] = q.Reason
		}
		return all
	}
	unpair := func(a, b entente.ClaimID) {
		t.Helper()
		if _, err := r.Unpair(ctx, "Mara", a, b, ""); err != nil {
			t.Fatal(err)
		}
	}
	judge := func(v entente.Verdict, a, b entente.ClaimID) {
		t.Helper()
		if _, err := r.Judge(ctx, "Mara", entente.Judgement{Verdict: v, Subject: a, Other: b}); err != nil {
			t.Fatal(err)
		}
	}
	// A matter of two claims, which nothing else joins.
	var a, b entente.ClaimID
	why := ""
	for _, m := range ask(t, r, "undertakings").Matters {
		held, err := r.Holdings(ctx, m.ID)
		if err != nil {
			t.Fatal(err)
		}
		if len(m.Claims) == 2 && len(held) == 1 && held[0].By == desk.ByRule {
			a, b, why = min(m.Claims[0], m.Claims[1]), max(m.Claims[0], m.Claims[1]), held[0].Reason
			break
		}
	}
	if a == "" {
		t.Fatal("no matter of two claims")
	}
	pair := [2]entente.ClaimID{a, b}
	matterOf := func(id entente.ClaimID) entente.ClaimID { return ask(t, r, string(id)).Matter.ID }

	unpair(a, b)
	if got, ok := questions()[pair]; !ok || got != why || matterOf(a) == matterOf(b) {
		t.Fatalf("parted, the two are no question for %q: %v %q", why, ok, got)
	}
	for _, v := range []entente.Verdict{entente.Different, entente.Same} {
		judge(v, a, b)
		if _, ok := questions()[pair]; ok || (matterOf(a) == matterOf(b)) != (v == entente.Same) {
			t.Errorf("%s does not settle it", v)
		}
		unpair(a, b)
		if _, ok := questions()[pair]; !ok {
			t.Errorf("%s taken back leaves no question", v)
		}
	}
	unpair(a, b) // the doubt itself: what the rule said counts again
	if matterOf(a) != matterOf(b) {
		t.Error("the rule does not join them again")
	}

	if rebuilt, err := r.Rebuild(ctx); err != nil || !rebuilt.Same {
		t.Errorf("Rebuild = %+v, %v", rebuilt, err)
	}
}
