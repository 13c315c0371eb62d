package web

import (
	"slices"
	"strings"
	"testing"

	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/internal/mill"
	"entente/internal/storetest"
	"entente/ledger"
)

// Who follows the links to more walks all that is due, each line once and in
// its order: what is overdue by one link, what comes by the other, and on the
// day that was asked for.
func TestCalendarGoesOn(t *testing.T) {
	b := newBrowser(t)
	store := &storetest.Memory{}
	r, err := desk.NewRegister(desk.RegisterConfig{Store: store, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	update := func(f func(ledger.Tx) error) error {
		return store.Update(t.Context(), func(tx desk.Tx) error { return f(tx) })
	}
	if err := mill.New(8).Fill(update, ledger.Hand{By: "mill", At: clock()}, 600); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.server.Register = r
	due := func(on string) (items []desk.DueItem) {
		var err error
		if on == "" {
			items, err = b.server.Register.Calendar(t.Context())
		} else {
			items, err = b.server.Register.Due(t.Context(), entente.Relation{}, dateOf(t, on))
		}
		if err != nil {
			t.Fatal(err)
		}
		slices.SortStableFunc(items, func(a, b desk.DueItem) int { return edtf.Compare(a.Date, b.Date) })
		return items
	}
	for _, on := range []string{"", "2036-11-15", "2029"} {
		query := ""
		if on != "" {
			query = "?on=" + on
		}
		for _, overdue := range []bool{true, false} {
			var want, got []string
			for _, item := range due(on) {
				if item.Overdue == overdue {
					want = append(want, "/matters/"+short(item.Matter.ID))
				}
			}
			pages := 0
			for next := "/calendar" + query; next != ""; pages++ {
				p := b.get(next)
				b.want(200)
				lines := 0
				for _, list := range p.find("ol", "due") {
					if overdue != strings.Contains(list.attr("class"), "overdue") {
						continue
					}
					for _, line := range list.find("li", "") {
						got = append(got, line.find("a", "")[0].attr("href"))
						lines++
					}
				}
				if lines > perCalendar || lines < min(perCalendar, len(want)) && next == "/calendar"+query {
					t.Errorf("%s shows %d lines of %d", next, lines, len(want))
				}
				next = ""
				for _, a := range p.find("a", "") {
					if href := a.attr("href"); strings.HasPrefix(href, "/calendar?") && strings.Contains(href, "overdue=") == overdue && strings.Contains(href, "coming=") != overdue {
						next = href
					}
				}
				if on != "" && next != "" && !strings.Contains(next, "on="+on) {
					t.Fatalf("%s is on another day", next)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("on %q, overdue %v: %d lines on %d pages, want %d, each once", on, overdue, len(got), pages, len(want))
			}
			if on == "2036-11-15" && pages < 2 {
				t.Errorf("overdue %v: %d lines on one page; the test wants a longer list", overdue, len(want))
			}
			t.Logf("on %q, overdue %v: %d lines on %d pages", on, overdue, len(want), pages)
		}
	}
	for _, address := range []string{"/calendar?overdue=9999999999999999999999", "/calendar?coming=-3", "/calendar?coming=x&overdue=100000"} {
		b.get(address)
		b.want(200)
	}
}
