package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"strings"
	"syscall"

	"entente"
)

// The exit codes. Where several inputs fail in different ways the smallest
// but success counts: something that failed weighs more than an input that
// is left unread.
const (
	codeFailed = 1 // not found, a conflict, a failed write, a fault of ours
	codeUsage  = 2 // a wrong flag, query, field or pack
	codeUnread = 3 // an input that no decoder takes
)

// codes gives each kind of error its exit code; what is not here has failed.
var codes = []struct {
	kind error
	code int
}{
	{entente.ErrUnread, codeUnread},
	{entente.ErrInvalid, codeUsage},
}

// usage is a fault of the command line.
type usage struct{ text string }

func (u usage) Error() string { return u.text }
func (u usage) Unwrap() error { return entente.ErrInvalid }

// A bug is a panic of ours in a command, or while one input was read.
type bug struct {
	name  string // of the input, or the command
	value any
	place string // in our source
}

// asBug is called with what recover returned, where it was called.
func asBug(name string, value any) bug {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	for {
		f, more := frames.Next()
		if strings.HasPrefix(f.Function, "entente/") || strings.HasPrefix(f.Function, "main.") || !more {
			return bug{name, value, fmt.Sprintf("%s:%d", path.Base(f.File), f.Line)}
		}
	}
}

func (b bug) Error() string {
	return fmt.Sprintf("%s: a fault of Entente, not yours (%v, %s); please report it", b.name, b.value, b.place)
}

// quiet reports whether nobody needs to be told: the reader of our output
// has gone, or a person has interrupted us.
func quiet(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, context.Canceled)
}

// fail prints one line about err, unless it is quiet, and notes its exit
// code. The command may go on with the next input.
func (h *house) fail(err error) {
	code := codeFailed
	for _, c := range codes {
		if errors.Is(err, c.kind) {
			code = c.code
			break
		}
	}
	if h.code == 0 || code < h.code {
		h.code = code
	}
	if !quiet(err) {
		fmt.Fprintf(h.stderr, "entente: %s\n", oneLine(said(err)))
	}
}

// end flushes what was printed and returns the exit code.
func (h *house) end(err error) int {
	if err != nil {
		h.fail(err)
	}
	if flush := h.stdout.Flush(); flush != nil && !errors.Is(err, flush) {
		h.fail(flush)
	}
	if h.ctx.Err() != nil {
		return 130 // as shells do after an interrupt
	}
	return h.code
}

// said puts the errors of the system in a person's words.
func said(err error) string {
	var path *fs.PathError
	if !errors.As(err, &path) {
		return err.Error()
	}
	switch {
	case errors.Is(path.Err, fs.ErrNotExist):
		return path.Path + ": no such file or folder; check the name"
	case errors.Is(path.Err, fs.ErrPermission):
		return path.Path + ": may not be read; check its permissions"
	}
	return path.Path + ": " + path.Err.Error()
}

func oneLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }
