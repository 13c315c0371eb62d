package desk_test

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/desk"
	"entente/internal/mill"
	"entente/internal/storetest"
	"entente/ledger"
	"entente/projection"
)

// peopled opens a register of n documents on two relations and of what people
// and identity hold of them.
func peopled(t *testing.T, n int) (*desk.Register, *mill.Mill) {
	t.Helper()
	var store storetest.Memory
	now := clock()
	r, err := desk.NewRegister(desk.RegisterConfig{Store: &store, Packs: benchReader(t).Packs, Now: func() time.Time { now = now.Add(time.Second); return now }})
	if err != nil {
		t.Fatal(err)
	}
	m := mill.New(2)
	update := func(f func(ledger.Tx) error) error {
		return store.Update(ctx, func(tx desk.Tx) error { return f(tx) })
	}
	if err := m.Fill(update, ledger.Hand{By: "mill", At: now}, n); err != nil {
		t.Fatal(err)
	}
	if err := m.People(update, ledger.Hand{By: "Bea", At: now}); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	if err := r.Identify(ctx); err != nil {
		t.Fatal(err)
	}
	return r, m
}

// The lists by what documents show hold exactly the documents that show it,
// whatever was judged and taken back, and walking them by any stretch gives
// the same.
func TestShowing(t *testing.T) {
	r, _ := peopled(t, 40)
	docs := ask(t, r, "documents").Documents
	chance := rand.New(rand.NewSource(3))
	for range 30 {
		file, err := r.Ask(ctx, string(docs[chance.Intn(len(docs))].ID), entente.Relation{})
		if err != nil || len(file.Document.Claims) == 0 {
			continue
		}
		c := file.Document.Claims[chance.Intn(len(file.Document.Claims))]
		verdict := []entente.Verdict{entente.Confirmed, entente.Rejected, entente.Superseded}[chance.Intn(3)]
		if _, err := r.Judge(ctx, "Ada", entente.Judgement{Verdict: verdict, Subject: c.ID}); err != nil {
			t.Fatal(err)
		}
	}
	for _, rel := range []entente.Relation{{}, mill.Relation(0), mill.Relation(1)} {
		for _, kind := range []entente.Kind{"", entente.Contact, entente.Agreement, entente.Undertaking} {
			for _, verdict := range []entente.Verdict{"", desk.Waiting, entente.Confirmed, entente.Corrected, entente.Rejected} {
				want := showing(t, r, docs, rel, kind, verdict)
				for _, stretch := range []int{3, 1000} {
					var got []entente.DocumentID
					place := ""
					for {
						list, err := r.ShowingBehind(ctx, desk.Showing{Relation: rel, Kind: kind, Verdict: verdict}, place, stretch)
						if err != nil {
							t.Fatal(err)
						}
						for _, d := range list {
							got, place = append(got, d.Item.ID), d.Place
						}
						if len(list) < stretch {
							break
						}
					}
					if !slices.Equal(got, want) {
						t.Errorf("%s %q %q by %d: %d documents, want %d", rel, kind, verdict, stretch, len(got), len(want))
					}
				}
			}
		}
	}
	if again, err := r.Rebuild(ctx); err != nil || !again.Same {
		t.Errorf("made again the views are others: %+v, %v", again, err)
	}
}

// showing is ShowingBehind by looking at every claim.
func showing(t *testing.T, r *desk.Register, docs []*desk.Document, rel entente.Relation, kind entente.Kind, verdict entente.Verdict) []entente.DocumentID {
	t.Helper()
	var all []entente.DocumentID
	for _, d := range docs {
		if rel != (entente.Relation{}) && !slices.ContainsFunc(d.Relations, func(x projection.Related) bool { return x.Relation == rel }) {
			continue
		}
		file, err := r.Ask(ctx, string(d.ID), entente.Relation{})
		if err != nil {
			t.Fatal(err)
		}
		shows := kind == "" && verdict == ""
		for _, c := range file.Document.Claims {
			held := c.Verdict
			if held == "" {
				held = desk.Waiting
			}
			shows = shows || c.Behind == "" && (kind == "" || c.Claim.Kind == kind) && (verdict == "" || held == verdict)
		}
		if shows {
			all = append(all, d.ID)
		}
	}
	return all
}

// Questions walked by any stretch are those that a review asks, each pair of
// matters once.
func TestQuestionsBehind(t *testing.T) {
	r, _ := peopled(t, 120)
	for _, rel := range []entente.Relation{{}, mill.Relation(0)} {
		review, err := r.Review(ctx, rel)
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, q := range review.Questions {
			want = append(want, string(q.A.ID)+" "+string(q.B.ID)+" "+q.Reason)
		}
		slices.Sort(want)
		for _, stretch := range []int{1, 3, 1000} {
			var got []string
			place := ""
			for {
				list, err := r.QuestionsBehind(ctx, rel, place, stretch)
				if err != nil {
					t.Fatal(err)
				}
				for _, q := range list {
					got, place = append(got, string(q.Item.A.ID)+" "+string(q.Item.B.ID)+" "+q.Item.Reason), q.Place
				}
				if len(list) < stretch {
					break
				}
			}
			slices.Sort(got)
			if !slices.Equal(got, want) || len(want) == 0 {
				t.Errorf("%s by %d: %d questions, want %d:\n%s\n\n%s", rel, stretch, len(got), len(want), strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	}
}

// What a search finds by outcome, from the courses, is what the status of a
// relation concludes from the claims.
func TestCourses(t *testing.T) {
	r, _ := peopled(t, 400)
	today, err := r.Today(ctx, mill.Relation(0))
	if err != nil {
		t.Fatal(err)
	}
	status, err := r.Status(ctx, mill.Relation(0), today.Date())
	if err != nil {
		t.Fatal(err)
	}
	for _, outcome := range entente.Outcomes {
		var want []string
		for _, f := range slices.Concat(status.Agreements, status.Undertakings) {
			if f.Outcome() != outcome {
				continue
			}
			for _, c := range f.Claims {
				want = append(want, string(c.ID))
			}
		}
		for _, query := range []string{"outcome:" + string(outcome) + " relation:" + mill.Relation(0).String(), "-outcome:" + others(outcome) + " relation:" + mill.Relation(0).String() + " kind:agreement,undertaking"} {
			found, err := r.Find(ctx, desk.Finding{Query: query, Limit: 2000})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, h := range found.Claims {
				got = append(got, string(h.Claim.ID))
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s: %d claims, want %d", query, len(got), len(want))
			}
		}
	}
}

func others(but entente.Outcome) string {
	var all []string
	for _, o := range entente.Outcomes {
		if o != but {
			all = append(all, string(o))
		}
	}
	return strings.Join(all, ",")
}
