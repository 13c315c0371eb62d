package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"sync/atomic"
	"testing"
	"time"
)

// A panic while one letter is read is our fault: it is named with the
// letter, and the others are read.
func TestPanicIsOneLettersFault(t *testing.T) {
	file := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(file, []byte("We confirm the visit."), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	h := newHouse(context.Background(), nil, &out, &errs)
	_, err := readCommand{}.read(h, nil, file) // no reader: it panics
	if code := h.end(err); code != codeFailed {
		t.Errorf("exit code %d, want %d", code, codeFailed)
	}
	want := regexp.MustCompile("^entente: " + regexp.QuoteMeta(file) +
		`: a fault of Entente, not yours \(.*nil pointer.*, read\.go:\d+\); please report it\n$`)
	if got := errs.String(); !want.MatchString(got) {
		t.Errorf("said %q", got)
	}
}

func TestSideBySideKeepsTheOrder(t *testing.T) {
	var inputs, got []int
	for i := range 100 {
		inputs = append(inputs, i)
	}
	err := sideBySide(context.Background(), inputs, func(i int) (int, error) {
		time.Sleep(time.Duration(i%7) * time.Millisecond / 4)
		return i * i, nil
	}, func(out int, err error) error {
		got = append(got, out)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, g := range got {
		if g != i*i {
			t.Fatalf("result %d is %d, want %d", i, g, i*i)
		}
	}
	if len(got) != len(inputs) {
		t.Errorf("%d results, want %d", len(got), len(inputs))
	}
}

// Few results wait to be printed, however slow the printing is.
func TestSideBySideIsBounded(t *testing.T) {
	var done, printed atomic.Int64
	inputs := make([]int, 500)
	most := int64(0)
	sideBySide(context.Background(), inputs, func(int) (int, error) {
		done.Add(1)
		return 0, nil
	}, func(int, error) error {
		time.Sleep(50 * time.Microsecond)
		most = max(most, done.Load()-printed.Add(1))
		return nil
	})
	if most > int64(4*runtime.GOMAXPROCS(0)) {
		t.Errorf("%d results were waiting", most)
	}
}

func TestSideBySideStops(t *testing.T) {
	full := errors.New("disk full")
	inputs := make([]int, 1000)
	var done atomic.Int64
	err := sideBySide(context.Background(), inputs, func(int) (int, error) {
		done.Add(1)
		return 0, nil
	}, func(int, error) error { return full })
	if err != full || done.Load() > 100 {
		t.Errorf("error %v after %d inputs; want %v soon", err, done.Load(), full)
	}

	ctx, interrupt := context.WithCancel(context.Background())
	err = sideBySide(ctx, inputs, func(int) (int, error) { return 0, nil }, func(int, error) error {
		interrupt()
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v after an interrupt", err)
	}
}

func TestInterruptEndsQuietly(t *testing.T) {
	ctx, interrupt := context.WithCancel(context.Background())
	interrupt()
	var out, errs bytes.Buffer
	h := newHouse(ctx, nil, &out, &errs)
	if code := h.end(fmt.Errorf("read: %w", ctx.Err())); code != 130 || errs.Len() > 0 {
		t.Errorf("exit code %d, said %q; want 130 and nothing", code, errs.String())
	}
}
