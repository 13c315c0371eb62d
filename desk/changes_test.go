package desk_test

import (
	"testing"
	"time"

	"entente"
	"entente/desk"
	"entente/internal/storetest"
)

func TestChanges(t *testing.T) {
	now := time.Date(2031, 3, 1, 9, 0, 0, 0, time.UTC)
	var store storetest.Memory
	r, err := desk.NewRegister(desk.RegisterConfig{Store: &store, Reader: scribe{}, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	receive(t, r, "from XA to XS\ndated 2031-02-01\npromise canal: canal along the coast\npromise mill: mill\n")
	now = now.AddDate(0, 0, 1)
	midday := now.Add(-time.Hour)
	id := ask(t, r, "undertakings").Matters[0].ID
	if _, err := r.Judge(ctx, "Mara", entente.Judgement{Verdict: entente.Concluded, Subject: id, Outcome: entente.Kept, Reason: "seen"}); err != nil {
		t.Fatal(err)
	}
	receive(t, r, "from XS to XA\ndated 2031-02-20\nmeeting port: Port Arc\n")

	c, err := r.Changes(ctx, desk.ChangesQuery{Since: midday})
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Documents) != 1 || c.Claimed != 1 || len(c.Held) != 1 || c.Held[0].By != "Mara" || c.Held[0].Outcome != entente.Kept || c.Entries != 3 {
		t.Errorf("since: %+v", c)
	}
	var fresh, moved int
	for _, m := range c.Moves {
		switch {
		case m.New && m.Kind == entente.Contact && m.Now == "":
			fresh++
		case m.ID == id && m.Was == entente.Open && m.Now == entente.Kept:
			moved++
		default:
			t.Errorf("moved: %+v", m)
		}
	}
	if fresh != 1 || moved != 1 {
		t.Errorf("%d new, %d moved; want 1 and 1", fresh, moved)
	}
	if all, err := r.Changes(ctx, desk.ChangesQuery{}); err != nil || len(all.Documents) != 2 || all.Claimed != 3 || len(all.Moves) != 3 {
		t.Errorf("since ever: %+v, %v", all, err)
	}
	if none, err := r.Changes(ctx, desk.ChangesQuery{Since: now.Add(time.Hour)}); err != nil || none.Entries != 0 || len(none.Moves) != 0 {
		t.Errorf("since tomorrow: %+v, %v", none, err)
	}
}
