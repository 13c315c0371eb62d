package main

import (
	"bufio"
	"context"
	"io"
	"sync"

	"entente/desk"
	"entente/lang"

	"github.com/alecthomas/kong"
)

// A house is what the commands work with. The reader and its packs are made
// when first asked for, so that a command without need of them starts at
// once.
type house struct {
	ctx    context.Context
	stdin  io.Reader
	stdout *bufio.Writer
	stderr io.Writer
	screen screen            // of stdout
	model  *kong.Application // the command line, for its manual
	code   int               // exit code of what has failed so far

	reader func() (*desk.Reader, error)
}

func newHouse(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) *house {
	return &house{
		ctx:    ctx,
		stdin:  interruptible{ctx, stdin},
		stdout: bufio.NewWriterSize(stdout, 64<<10),
		stderr: stderr,
		screen: screenOf(stdout),
		reader: sync.OnceValues(newReader),
	}
}

func newReader() (*desk.Reader, error) {
	packs, err := lang.Embedded()
	if err != nil {
		return nil, err
	}
	return desk.NewReader(packs)
}

// An interruptible reader does not wait for its source once ctx is done: a
// person who presses Ctrl-C at an empty terminal is let go.
type interruptible struct {
	ctx    context.Context
	source io.Reader
}

func (r interruptible) Read(p []byte) (int, error) {
	type result struct {
		data []byte
		err  error
	}
	got := make(chan result, 1)
	go func() {
		data := make([]byte, len(p))
		n, err := r.source.Read(data)
		got <- result{data[:n], err}
	}()
	select {
	case g := <-got:
		return copy(p, g.data), g.err
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	}
}
