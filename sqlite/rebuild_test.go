package sqlite_test

import (
	"context"
	"fmt"
	"math/rand"
	"path/filepath"
	"testing"
	"time"

	"entente"
	"entente/desk"
)

// rebuild makes the views again without end.
func rebuild(r *desk.Register) int {
	fmt.Println("ready")
	for {
		if _, err := r.Rebuild(context.Background()); err != nil {
			fmt.Println("fault", err)
			return 1
		}
	}
}

// TestKillWhileRebuilding kills a program that makes the views again, at any
// moment: what is then found is the old views, whole and in use.
func TestKillWhileRebuilding(t *testing.T) {
	rounds := 30
	if testing.Short() {
		rounds = 5
	}
	path := filepath.Join(t.TempDir(), "r.db")
	cmd, out := runClerk(t, path, "clerk")
	acked := map[string]bool{}
	acknowledged(t, out, func() {}, func(id string) { acked[id] = true })
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	chance := rand.New(rand.NewSource(2))
	for range rounds {
		cmd, out := runClerk(t, path, "rebuild")
		moment := time.Duration(chance.Intn(60)) * time.Millisecond
		acknowledged(t, out, func() { time.AfterFunc(moment, func() { cmd.Process.Kill() }) }, func(string) {})
		cmd.Wait()
		r, err := desk.NewRegister(desk.RegisterConfig{Store: open(t, path)})
		if err != nil {
			t.Fatal(err)
		}
		a, err := r.Ask(context.Background(), "undertakings", entente.Relation{})
		if err != nil || len(a.Matters) != len(acked) {
			t.Fatalf("%d undertakings stand after the kill, %v; want %d", len(a.Matters), err, len(acked))
		}
	}
	if n := check(t, path, acked); n != len(acked) || n == 0 {
		t.Errorf("%d documents stand, want %d", n, len(acked))
	}
}
