package desk_test

import (
	"cmp"
	"math/rand"
	"slices"
	"testing"

	"entente"
	"entente/desk"
	"entente/internal/storetest"
)

// The inbox, which is kept, says what the documents and their claims say.
func TestInboxIsTheDocuments(t *testing.T) {
	chance := rand.New(rand.NewSource(4))
	var m storetest.Memory
	r := open(t, &m, scribe{})
	receive(t, r, first, second, third)
	check := func() {
		t.Helper()
		docs := ask(t, r, "documents").Documents
		slices.SortFunc(docs, func(a, b *desk.Document) int {
			return cmp.Or(cmp.Compare(b.On, a.On), cmp.Compare(b.Date, a.Date), cmp.Compare(b.Number.N, a.Number.N))
		})
		want := map[desk.State][]entente.DocumentID{}
		for _, d := range docs {
			waiting, judged := 0, 0
			for _, c := range ask(t, r, string(d.ID)).Document.Claims {
				switch {
				case c.Behind != "":
				case c.Verdict == "":
					waiting++
				default:
					judged++
				}
			}
			state := desk.StateReview
			switch {
			case d.Unread != "":
				state = desk.StateUnread
			case waiting == 0:
				state = desk.StateDone
			case judged == 0:
				state = desk.StateNew
			}
			if d.Waiting != waiting || d.Judged != judged || d.State() != state {
				t.Fatalf("%s: %d wait, %d judged, %s; want %d, %d, %s", d.Name, d.Waiting, d.Judged, d.State(), waiting, judged, state)
			}
			want[state] = append(want[state], d.ID)
			want[""] = append(want[""], d.ID)
		}
		for _, state := range []desk.State{"", desk.StateNew, desk.StateReview, desk.StateDone, desk.StateUnread} {
			var got []entente.DocumentID
			for from := 0; ; {
				in, err := r.Inbox(ctx, state, from, 2)
				if err != nil || in.Total != len(want[state]) || in.Summary.Documents != len(docs) {
					t.Fatalf("Inbox(%q) = %+v, %v; want %d", state, in, err, len(want[state]))
				}
				for _, d := range in.Documents {
					got = append(got, d.ID)
				}
				if from = in.Next; from == 0 {
					break
				}
			}
			if !slices.Equal(got, want[state]) {
				t.Fatalf("Inbox(%q) = %v, want %v", state, got, want[state])
			}
		}
	}
	check()
	all := acts(t, r, chance, entente.Confirmed, entente.Corrected, entente.Rejected)
	for i, a := range all {
		if err := a.do(r); err != nil {
			t.Fatal(err)
		}
		if i%7 == 0 {
			check()
		}
	}
	r = open(t, &m, forgetful{})
	if _, err := r.ReadAgain(ctx, "Ivo", []entente.DocumentID{ask(t, r, "in/2031/1").Document.ID}); err != nil {
		t.Fatal(err)
	}
	check()
	for _, i := range chance.Perm(len(all))[:len(all)/2] {
		if err := all[i].undo(r); err != nil {
			t.Fatal(err)
		}
	}
	check()
}
