package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"entente"
	"entente/desk"
	"entente/sqlite"
)

type receiveCommand struct {
	Files     []string `arg:"" name:"file" help:"Documents, or folders of documents; - is the standard input."`
	Direction string   `enum:"in,out,internal" default:"in" help:"Which way they went: in, out or internal (${default})."`
	Received  string   `placeholder:"DATE" help:"Day of receipt, 2026-11-23; without it today."`
	Mark      string   `placeholder:"WORDS" help:"Handling mark of the documents, as printed on them."`
	Lang      string   `placeholder:"TAG" help:"Language of the documents (fr, en); without it each one's own is recognised."`
	byFlag
	registerFlag
}

func (receiveCommand) Help() string {
	return `Each document is read, gets the next register number of its year and direction, and is entered; its line is printed once it is safe on
disk. A document that the register knows adds nothing. A file that cannot be read yet is kept, marked unread, and the rest goes on.
A note of your own on what became of something is Markdown with a head: ---, date: 2031-03-03, source: its address, relation: FR-KZ, ---.

Examples:

    entente receive letter.txt
    entente receive --direction out --received 2031-03-03 sent/
    entente receive --mark "Diffusion restreinte" note.txt

Exit codes: 0 all was entered and read, 1 something failed, 2 wrong usage, 3 a file was kept unread.`
}

func (c receiveCommand) Run(h *house) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	config, err := h.reading()
	if err != nil {
		return err
	}
	if c.Lang != "" {
		r, err := h.reader()
		if err != nil {
			return err
		}
		if c.Lang, err = r.Language(c.Lang); err != nil {
			return err
		}
	}
	files, faults := listFiles(c.Files)
	for _, err := range faults {
		h.fail(err)
	}
	sources := make([]desk.Source, len(files))
	for i, name := range files {
		sources[i] = desk.Source{Name: name, Open: func() (io.ReadCloser, error) {
			if name == "-" {
				return io.NopCloser(h.stdin), nil
			}
			return os.Open(name)
		}}
	}
	how := desk.Receiving{By: by, Direction: entente.Direction(c.Direction), On: c.Received, Mark: entente.Mark(c.Mark), Language: c.Lang}
	return c.with(h, config, true, func(r *desk.Register, _ *sqlite.Store) error {
		return h.receive(r, how, sources)
	})
}

// receive enters sources and prints a line for each.
func (h *house) receive(r *desk.Register, how desk.Receiving, sources []desk.Source) error {
	bar := h.progress(len(sources))
	defer bar.finish()
	var printing error
	err := r.Receive(h.ctx, how, sources, func(receipt desk.Receipt) {
		bar.add()
		if receipt.Err != nil || receipt.Unread != nil {
			bar.clear()
		}
		if receipt.Err != nil {
			h.fail(receipt.Err)
			return
		}
		if receipt.Unread != nil {
			h.fail(receipt.Unread)
		}
		fmt.Fprintln(h.stdout, receiptLine(receipt))
		if err := h.stdout.Flush(); err != nil && printing == nil {
			printing = err
		}
	})
	return errors.Join(err, printing)
}

func receiptLine(r desk.Receipt) string {
	id := short(string(r.ID))
	switch {
	case r.Unread != nil && r.Known:
		return "known " + id + " unread"
	case r.Unread != nil:
		return "received " + id + " unread"
	case r.Known && !r.Read:
		return "known " + id
	}
	claims := "no claims"
	if r.Claims == 1 {
		claims = "1 claim"
	} else if r.Claims > 1 {
		claims = fmt.Sprintf("%d claims", r.Claims)
	}
	line := "received "
	if r.Known {
		line = "read " // it was kept unread before
	}
	return line + id + " " + words(or(r.Form, "document")) + ", " + claims
}

// short is an id as people see it.
func short(id string) string {
	if len(id) > 7 && id[:7] == "sha256:" {
		id = id[7:]
	}
	return id[:min(12, len(id))]
}
