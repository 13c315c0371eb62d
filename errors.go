package entente

import (
	"errors"
	"fmt"
)

// The kinds of error. Each face has one table that turns them into its codes.
var (
	ErrNotFound = errors.New("not found")
	ErrInvalid  = errors.New("invalid")
	ErrConflict = errors.New("conflict")
	ErrCorrupt  = errors.New("corrupt")
	ErrUnread   = errors.New("not read") // bytes that no decoder takes
)

// An InputError says where something a person gave us went wrong, and in its
// text what would do.
type InputError struct {
	Name string // the file, form field or query, as the person named it
	At   int    // byte offset into it; -1 if the whole is meant
	Text string // what is wrong and what would do
	Err  error  // one of the kinds
}

func (e *InputError) Error() string {
	if e.At >= 0 {
		return fmt.Sprintf("%s: byte %d: %s", e.Name, e.At, e.Text)
	}
	return e.Name + ": " + e.Text
}

func (e *InputError) Unwrap() error { return e.Err }
