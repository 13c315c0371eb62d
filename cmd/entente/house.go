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
		stdin:  stdin,
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
