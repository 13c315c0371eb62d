package main

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"
)

// A screen is what is known of the place where output appears.
type screen struct {
	terminal bool
	colour   bool
	width    int // columns
}

// screenOf looks at w and the environment. NO_COLOR and TERM=dumb turn
// colours off; what is no terminal is 80 columns wide, or COLUMNS.
func screenOf(w io.Writer) screen {
	s := screen{width: 80}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		s.width = n
	}
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return s
	}
	s.terminal = true
	s.colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && os.Getenv("TERM") != ""
	if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
		s.width = n
	}
	return s
}
