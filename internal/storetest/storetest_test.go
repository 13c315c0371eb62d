package storetest_test

import (
	"testing"

	"entente/internal/storetest"
)

func TestMemory(t *testing.T) {
	storetest.Run(t, func(*testing.T) storetest.Store { return &storetest.Memory{} })
}
