package sqlite

import (
	"context"
	"path/filepath"
	"testing"
)

func TestOpen(t *testing.T) {
	s, err := Open(context.Background(), Config{Path: filepath.Join(t.TempDir(), "a b?.db"), Create: true})
	if err != nil {
		t.Fatal(err)
	}
	err = s.Update(context.Background(), func(tx Tx) error {
		if err := tx.Set("a/b", []byte("x")); err != nil {
			return err
		}
		if err := tx.Index("document", "x1", "accor negoci 12_045"); err != nil {
			return err
		}
		for r, err := range tx.Scan("a/", "") {
			t.Log(r.Key, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Log(s.Close())
}
