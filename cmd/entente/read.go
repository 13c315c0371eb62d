package main

import (
	"bytes"
	"io"
	"os"

	"entente"
	"entente/desk"
	"entente/export"
)

type readCommand struct {
	Files []string `arg:"" name:"file" help:"Letters, or folders of letters; - is the standard input."`
	JSON  bool     `name:"json" help:"Print one JSON object a document, one a line."`
	Lang  string   `placeholder:"TAG" help:"Language of the letters (fr, en); without it each letter's own is recognised."`
}

func (readCommand) Help() string {
	return `For each letter the envelope is printed and then each claim, with the exact words that make it. What stands in [brackets] is
inferred, not said. Letters are read side by side and printed in the order they are given; a letter that cannot be read is named on
the standard error and the rest goes on.

Examples:

    entente read letter.txt
    entente read --json letters/ > register.jsonl
    pdftotext -layout note.pdf - | entente read -

Exit codes: 0 all was read, 1 something failed, 2 wrong usage, 3 an input is no text that can be read yet.`
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
	files, faults := listFiles(c.Files)
	for _, err := range faults {
		h.fail(err)
	}
	bar := h.progress(len(files))
	defer bar.finish()
	printed := 0
	return sideBySide(h.ctx, files, func(name string) ([]byte, error) {
		return c.read(h, r, name)
	}, func(out []byte, err error) error {
		bar.add()
		if err != nil {
			bar.clear()
			h.fail(err)
			return nil
		}
		if printed > 0 && !c.JSON {
			h.stdout.WriteByte('\n')
		}
		printed++
		if _, err := h.stdout.Write(out); err != nil {
			return err
		}
		return h.stdout.Flush() // what is read is seen at once
	})
}

// read returns what is printed about one file.
func (c readCommand) read(h *house, r *desk.Reader, name string) (out []byte, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = asBug(name, v)
		}
	}()
	doc, reading, err := c.open(h, r, name)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if c.JSON {
		err = export.JSON(&b, &doc, reading)
	} else {
		printLetter(&b, h.screen, &doc, reading)
	}
	return b.Bytes(), err
}

func (c readCommand) open(h *house, r *desk.Reader, name string) (entente.Document, entente.Reading, error) {
	var in io.Reader = h.stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return entente.Document{}, entente.Reading{}, err
		}
		defer f.Close()
		in = f
	}
	return r.Read(name, in, c.Lang)
}
