package storetest_test

import (
	"context"
	"testing"

	"entente/internal/storetest"
)

// open returns a Memory that is ready; its maps are made by the first Update.
func open(t *testing.T) storetest.Store {
	m := &storetest.Memory{}
	if err := m.Update(context.Background(), func(storetest.Tx) error { return nil }); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMemory(t *testing.T) { storetest.Run(t, open) }
