package desk_test

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"entente"
	"entente/desk"
	"entente/internal/mill"
	"entente/internal/storetest"
	"entente/lang"
	"entente/ledger"
)

// milled returns a register of generated documents of one relation, with
// what identity makes of them.
func milled(t testing.TB, reads []entente.Read) *desk.Register {
	t.Helper()
	packs, err := lang.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	var store storetest.Memory
	r, err := desk.NewRegister(desk.RegisterConfig{Store: &store, Packs: packs, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	err = store.Update(ctx, func(tx storetest.Tx) error {
		var bodies []entente.Body
		for _, read := range reads {
			bodies = append(bodies, entente.Received{Document: read.Document, On: "2051-01-01", Number: entente.Number{Direction: entente.In, Year: 2051}}, read)
		}
		_, err := ledger.Append(tx, ledger.Hand{By: "mill", At: clock()}, bodies...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	if err := r.Identify(ctx); err != nil {
		t.Fatal(err)
	}
	return r
}

func read(n int) []entente.Read {
	m := mill.New(1)
	var reads []entente.Read
	for i := range n {
		reads = append(reads, m.Read(0, 60+i))
	}
	return reads
}

// largest returns the undertaking with most claims.
func largest(t testing.TB, r *desk.Register) *desk.Matter {
	return slices.MaxFunc(ask(t, r, "undertakings").Matters, func(a, b *desk.Matter) int { return len(a.Claims) - len(b.Claims) })
}

// Whoever takes back one judgement of a chain means the two claims it names:
// what other evidence joins stays one matter, and the two are not joined
// again by rule.
func TestUndoInAChain(t *testing.T) {
	r := milled(t, read(20))
	m := largest(t, r)
	want := fmt.Sprint(slices.Sorted(slices.Values(m.Claims)))
	if len(m.Claims) < 4 {
		t.Fatalf("the largest matter has %d claims", len(m.Claims))
	}
	held, err := r.Holdings(ctx, m.ID)
	if err != nil || len(held) != len(m.Claims)-1 {
		t.Fatalf("%d judgements join %d claims, %v; want a tree", len(held), len(m.Claims), err)
	}
	for i, verdict := range []entente.Verdict{entente.Superseded, entente.Different} {
		j := entente.Judgement{Verdict: verdict, Subject: held[i].Claim.ID, Other: held[i].Other.ID, Reason: "not these"}
		if _, err := r.Judge(ctx, "Mara", j); err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(slices.Sorted(slices.Values(largest(t, r).Claims))); got != want {
			t.Errorf("after %s the matter is %s, want %s", verdict, got, want)
		}
	}
	again, err := r.Holdings(ctx, m.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range again {
		refused := h.Claim.ID == held[0].Claim.ID && h.Other.ID == held[0].Other.ID
		if refused || h.Verdict == entente.Same && (h.By != desk.ByRule || h.Reason == "") {
			t.Errorf("held: %s %s by %s, %q", h.Verdict, h.Other.ID, h.By, h.Reason)
		}
	}
	// All that speaks for one of them is refused: it is alone.
	for _, other := range m.Claims[1:] {
		if _, err := r.Judge(ctx, "Mara", entente.Judgement{Verdict: entente.Different, Subject: m.Claims[0], Other: other}); err != nil {
			t.Fatal(err)
		}
	}
	if got := ask(t, r, string(m.Claims[0])).Matter; len(got.Claims) != 1 {
		t.Errorf("told apart from all, it is one with %d others", len(got.Claims)-1)
	}
	if rebuilt, err := r.Rebuild(ctx); err != nil || !rebuilt.Same {
		t.Errorf("Rebuild = %+v, %v", rebuilt, err)
	}
}

// However a person joins, parts, refuses and rejects where rules join too,
// what is taken back, in any order, is as if it had never been done.
func TestUndoAmongRules(t *testing.T) {
	reads := read(14)
	for seed := range int64(12) {
		chance := rand.New(rand.NewSource(seed))
		r, never := milled(t, reads), milled(t, reads)
		all := actsAmongRules(t, r, chance)
		asIfNever(t, seed, chance, r, never, all)
	}
}

// actsAmongRules returns judgements on claims and pairs, each once, many of
// them within matters that rules made. Refusing what a rule holds is not
// undone.
func actsAmongRules(t testing.TB, r *desk.Register, chance *rand.Rand) []act {
	judge := func(j entente.Judgement) func(*desk.Register) error {
		return func(r *desk.Register) error { _, err := r.Judge(ctx, "Mara", j); return err }
	}
	var all []act
	done := map[[2]entente.ClaimID]bool{}
	pair := func(a, b entente.ClaimID, v entente.Verdict) {
		key := [2]entente.ClaimID{min(a, b), max(a, b)}
		if a == b || done[key] {
			return
		}
		done[key] = true
		one := act{do: judge(entente.Judgement{Verdict: v, Subject: a, Other: b})}
		if v != entente.Superseded {
			one.undo = judge(entente.Judgement{Verdict: entente.Superseded, Subject: a, Other: b})
		}
		all = append(all, one)
	}
	verdicts := []entente.Verdict{entente.Same, entente.Different, entente.Different, entente.Unsure}
	var claims []entente.ClaimID
	for _, m := range ask(t, r, "undertakings").Matters {
		claims = append(claims, m.Claims...)
		if len(m.Claims) < 2 {
			continue
		}
		held, err := r.Holdings(ctx, m.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range held {
			if h.Other != nil && chance.Intn(4) == 0 {
				pair(h.Claim.ID, h.Other.ID, entente.Superseded)
			} else if h.Other != nil && chance.Intn(2) == 0 {
				pair(h.Claim.ID, h.Other.ID, verdicts[chance.Intn(4)])
			}
		}
		for range len(m.Claims) {
			pair(m.Claims[chance.Intn(len(m.Claims))], m.Claims[chance.Intn(len(m.Claims))], verdicts[chance.Intn(4)])
		}
	}
	for range 8 {
		pair(claims[chance.Intn(len(claims))], claims[chance.Intn(len(claims))], verdicts[chance.Intn(4)])
	}
	for _, i := range chance.Perm(len(claims))[:len(claims)/8] {
		all = append(all, act{judge(entente.Judgement{Verdict: entente.Rejected, Subject: claims[i]}), judge(entente.Judgement{Verdict: entente.Superseded, Subject: claims[i]})})
	}
	chance.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}
