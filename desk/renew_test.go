package desk_test

import (
	"testing"

	"entente/desk"
	"entente/internal/storetest"
	"entente/projection"
)

// Views that another version made are made again when the register is opened,
// and that is said.
func TestViewsOfAnotherFormAreMadeAgain(t *testing.T) {
	var m storetest.Memory
	r := open(t, &m, scribe{})
	receive(t, r, first, second, third)
	want := held(t, r)
	err := m.Update(ctx, func(tx storetest.Tx) error {
		if err := tx.ClearViews(); err != nil {
			return err
		}
		return tx.Set("claim/0", []byte(`{"ID":"0"}`))
	})
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	again, err := desk.NewRegister(desk.RegisterConfig{Store: &m, Now: clock, Renewing: func(n int) { told = n }})
	if err != nil || told != 6 {
		t.Fatalf("NewRegister: %v, told of %d entries; want 6", err, told)
	}
	if got := held(t, again); got != want {
		t.Errorf("made again\n%s\nwant\n%s", got, want)
	}
	err = m.View(ctx, func(v storetest.Snapshot) error {
		if ok, err := projection.Present(v); !ok || err != nil {
			t.Errorf("Present = %v, %v", ok, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
