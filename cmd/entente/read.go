package main

import (
	"bytes"
	"errors"
	"io"
	"os"

	"entente"
	"entente/desk"
	"entente/export"
)

type readCommand struct {
	Files []string `arg:"" name:"file" help:"Files, or folders whose files are read; - is the standard input."`
	JSON  bool     `name:"json" help:"Print one JSON object a document, one a line."`
	Lang  string   `placeholder:"TAG" help:"Language of the letters (fr, en); without it each letter's own is recognised."`
}

func (c readCommand) Run(h *house) error {
	r, err := h.reader()
	if err != nil {
		return err
	}
	if c.Lang != "" {
		if c.Lang, err = r.Language(c.Lang); err != nil {
			return err
		}
	}
	for _, name := range c.Files {
		out, err := c.read(h, r, name)
		if err != nil {
			h.fail(err)
			continue
		}
		if _, err := h.stdout.Write(out); err != nil {
			return err
		}
	}
	return nil
}

func (c readCommand) read(h *house, r *desk.Reader, name string) (out []byte, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = bug{name, v}
		}
	}()
	var in io.Reader = h.stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	doc, reading, err := r.Read(name, in, c.Lang)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if c.JSON {
		err = export.JSON(&b, &doc, reading)
	} else {
		err = errors.Join(entente.ErrInvalid)
	}
	return b.Bytes(), err
}
