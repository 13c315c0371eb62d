package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// keys is how a person answers: a key at a time, or a line.
type keys interface {
	// next prints a prompt and returns the next key; 'q' at the end.
	next(prompt string) (rune, error)
	// line prints a prompt and returns the next line, without white space
	// around it; "" at the end.
	line(prompt string) (string, error)
}

// keys returns the keys of the terminal, or the lines of a standard input
// that is none.
func (h *house) keys() keys {
	typed := typed{h, bufio.NewReader(h.stdin)}
	in, ok := h.stdin.(interruptible)
	if !ok {
		return lines{typed}
	}
	f, ok := in.source.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return lines{typed}
	}
	return terminal{typed, int(f.Fd())}
}

type typed struct {
	h  *house
	in *bufio.Reader
}

func (t typed) prompt(text string) error {
	if _, err := t.h.stdout.WriteString(strings.Repeat(" ", margin) + t.h.screen.paint(dim, text)); err != nil {
		return err
	}
	return t.h.stdout.Flush()
}

func (t typed) line(prompt string) (string, error) {
	if err := t.prompt(prompt); err != nil {
		return "", err
	}
	text, err := t.in.ReadString('\n')
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return strings.TrimSpace(text), err
}

// lines are keys from a file or a pipe: the first letter of each line.
type lines struct{ typed }

func (l lines) next(prompt string) (rune, error) {
	for {
		text, err := l.in.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return 'q', err
		}
		for _, r := range strings.TrimSpace(text) {
			return r, nil
		}
		if err != nil {
			return 'q', nil
		}
	}
}

func (l lines) line(string) (string, error) {
	text, err := l.in.ReadString('\n')
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return strings.TrimSpace(text), err
}

// A terminal gives each key as it is pressed. It is raw only while it waits
// for one, so that whatever ends the program leaves it as it was.
type terminal struct {
	typed
	fd int
}

func (t terminal) next(prompt string) (key rune, err error) {
	if err := t.prompt(prompt); err != nil {
		return 'q', err
	}
	was, err := term.MakeRaw(t.fd)
	if err != nil {
		return 'q', err
	}
	defer func() {
		err = errors.Join(err, term.Restore(t.fd, was))
		if _, w := t.h.stdout.WriteString("\n"); err == nil {
			err = w
		}
	}()
	key, _, err = t.in.ReadRune()
	switch {
	case errors.Is(err, io.EOF), err == nil && (key == 3 || key == 4): // Ctrl-C, Ctrl-D
		return 'q', nil
	case key == '\x1b': // an arrow or the like; its other letters are no keys
		_, err = t.in.Discard(t.in.Buffered())
	}
	return key, err
}
