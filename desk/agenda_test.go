package desk_test

import (
	"cmp"
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/internal/storetest"
)

// plainDue says what Due says, the plain way: from the whole of a status.
func plainDue(t *testing.T, r *desk.Register, rel entente.Relation, asOf edtf.Date) (lines []string) {
	t.Helper()
	s, err := r.Status(ctx, rel, asOf)
	if err != nil {
		t.Fatal(err)
	}
	add := func(d edtf.Date, next string, m *desk.Matter) {
		_, last := d.Bounds()
		lines = append(lines, line(desk.DueItem{Date: d, Overdue: last < s.AsOf, Next: next, Matter: m}))
	}
	note := func(m *desk.Matter) {
		if m.Note != nil {
			if d, err := edtf.Parse(m.Note.Due); err == nil && !d.IsZero() {
				add(d, cmp.Or(m.Note.Next, m.Note.Note), m)
			}
		}
	}
	for _, f := range slices.Concat(s.Agreements, s.Undertakings) {
		note(f.Matter)
		if o := f.Outcome(); !f.Due.IsZero() && o != entente.Kept && o != entente.Dropped {
			add(f.Due, "", f.Matter)
		}
	}
	for _, m := range s.Contacts {
		note(m)
		d, err := edtf.Parse(m.Date)
		if err != nil || d.IsZero() || m.Stage == "held" || m.Stage == "cancelled" {
			continue
		}
		if first, last := d.Bounds(); last >= s.AsOf && first != edtf.Earliest {
			add(d, "", m)
		}
	}
	slices.Sort(lines)
	return lines
}

func line(item desk.DueItem) string {
	return fmt.Sprintf("%s %v %q %.6s %q %q %d", item.Date, item.Overdue, item.Next, item.Matter.ID, item.Matter.Title, item.Matter.Stage, len(item.Matter.Claims))
}

// The agenda, which is kept, says what the whole of a status says, on any day
// and whatever was judged and noted.
func TestAgendaIsTheStatus(t *testing.T) {
	reader := benchReader(t)
	list, days := dossier(t)
	r, err := desk.NewRegister(desk.RegisterConfig{Store: &storetest.Memory{}, Reader: reader, Packs: reader.Packs, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	rel := entente.Between("XA", "XS")
	chance := rand.New(rand.NewSource(3))
	found := 0
	compare := func(i int, day string) {
		t.Helper()
		asOf, err := edtf.Parse(day)
		if err != nil {
			t.Fatal(err)
		}
		items, err := r.Due(ctx, rel, asOf)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, item := range items {
			got = append(got, line(item))
		}
		slices.Sort(got)
		if want := plainDue(t, r, rel, asOf); !slices.Equal(got, want) {
			t.Fatalf("after %d letters, on %s:\n%q\nwant\n%q", i+1, day, got, want)
		}
		found += len(got)
	}
	for i := range list {
		take(t, r, list[i:i+1])
		if i < 4 || i%5 != 0 {
			continue
		}
		var ids []entente.ClaimID
		for _, kind := range []string{"undertakings", "agreements", "contacts"} {
			for _, m := range ask(t, r, kind).Matters {
				ids = append(ids, m.Claims...)
			}
		}
		one := func() entente.ClaimID { return ids[chance.Intn(len(ids))] }
		due, star := days[chance.Intn(len(days))], chance.Intn(2) == 0
		if _, err := r.Note(ctx, "Mara", one(), desk.NoteChange{Due: &due, Starred: &star}); err != nil {
			t.Fatal(err)
		}
		for _, j := range []entente.Judgement{
			{Verdict: entente.Concluded, Subject: one(), Outcome: entente.Outcomes[chance.Intn(6)]},
			{Verdict: entente.Rejected, Subject: one()},
			{Verdict: entente.Different, Subject: one(), Other: one()},
		} {
			if j.Subject == j.Other {
				continue
			}
			if _, err := r.Judge(ctx, "Mara", j); err != nil {
				t.Fatal(err)
			}
		}
		for _, day := range []string{"2040", days[0], days[i], days[chance.Intn(len(days))]} {
			compare(i, day)
		}
	}
	for _, day := range days { // on every day of the past
		compare(len(list)-1, day)
	}
	if found == 0 {
		t.Error("nothing was ever due")
	}
	t.Logf("%d lines compared", found)
	if rebuilt, err := r.Rebuild(ctx); err != nil || !rebuilt.Same {
		t.Errorf("Rebuild = %+v, %v", rebuilt, err)
	}
}

// What is due is remembered until something is entered, and nobody who was
// answered can change what the next is told.
func TestDueIsRemembered(t *testing.T) {
	r, _ := peopled(t, 40)
	due := func() []desk.DueItem {
		t.Helper()
		items, err := r.Calendar(ctx)
		if err != nil || len(items) < 2 {
			t.Fatalf("%d items, %v", len(items), err)
		}
		return items
	}
	items := due()
	first := line(items[0])
	slices.Reverse(items)
	if again := due(); line(again[0]) != first || again[0].Matter != items[len(items)-1].Matter {
		t.Errorf("asked again: %s, want %s, as remembered", line(again[0]), first)
	}
	day := "2033-02-01"
	if _, err := r.Note(ctx, "Mara", items[0].Matter.ID, desk.NoteChange{Due: &day}); err != nil {
		t.Fatal(err)
	}
	if now := due(); len(now) != len(items)+1 {
		t.Errorf("%d items with a next step, %d before", len(now), len(items))
	}
}
