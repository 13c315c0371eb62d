package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"entente"
	"entente/desk"
	"entente/examples"
	"entente/sqlite"
)

type demoCommand struct {
	Dossier string `enum:"invented,fr-kz" default:"invented" help:"invented: the letters of two states that do not exist; fr-kz: notes on public pages about France and Kazakhstan (${default})."`
	Letter  string `type:"existingfile" placeholder:"FILE" help:"The founding letter itself, for fr-kz; without it a note that reports the letter stands in."`
	byFlag
	registerFlag
}

func (demoCommand) Help() string {
	return `Fourteen letters, notes and records between two invented states are entered in a register of their own: demo.db in your data folder,
or --register PATH. With --dossier fr-kz it is demo-fr-kz.db, and holds notes of public pages on what became of a letter of 3 July 2009.
Nothing of your own register is touched.

Examples:

    entente demo
    entente show undertakings --register demo.db
    entente demo --dossier fr-kz --register demo-fr-kz.db
    entente status FR-KZ --register demo-fr-kz.db`
}

// A demo is a dossier that can be looked around in.
type demo struct {
	register string // file name
	files    fs.FS
	try      []string // commands
}

func (c demoCommand) demo() demo {
	if c.Dossier == "fr-kz" {
		return demo{"demo-fr-kz.db", examples.FranceKazakhstan(), []string{"status FR-KZ --all", "status FR-KZ --as-of 2012-01-01", "timeline FR-KZ --table"}}
	}
	return demo{"demo.db", examples.ArcadiaSylvania(), []string{"status XA-XS --as-of 2032-06-30", "show undertakings", "search tramway", "timeline XA-XS --svg lifelines.svg", "serve"}}
}

func (c demoCommand) Run(h *house) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	d := c.demo()
	sources, err := c.sources(d)
	if err != nil {
		return err
	}
	if c.Register == "" {
		folder, err := dataFolder()
		if err != nil {
			return err
		}
		c.Register = filepath.Join(folder, d.register)
	}
	config, err := h.reading()
	if err != nil {
		return err
	}
	return c.with(h, config, true, func(r *desk.Register, _ *sqlite.Store) error {
		if err := h.receive(r, desk.Receiving{By: by}, sources); err != nil {
			return err
		}
		held, err := r.Ask(h.ctx, "", entente.Relation{})
		if err != nil {
			return err
		}
		var b bytes.Buffer
		b.WriteString("\nThe register holds:\n")
		h.list(&b).answer(held)
		if _, err := h.stdout.Write(b.Bytes()); err != nil {
			return err
		}
		fmt.Fprint(h.stdout, "\nLook around, for example:\n")
		for _, words := range d.try {
			fmt.Fprintf(h.stdout, "  entente %s --register %s\n", words, clean(c.Register))
		}
		return nil
	})
}

// sources are the documents of a dossier in the order of their dates, with
// the letter in place of the note that reports it.
func (c demoCommand) sources(d demo) ([]desk.Source, error) {
	if c.Letter != "" && c.Dossier != "fr-kz" {
		return nil, usage{"--letter belongs to --dossier fr-kz"}
	}
	var sources []desk.Source
	for _, pattern := range []string{"*.txt", "*.md"} {
		names, err := fs.Glob(d.files, pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			source := desk.Source{Name: name, Open: func() (io.ReadCloser, error) { return d.files.Open(name) }}
			if name == examples.LetterReported && c.Letter != "" {
				source = desk.Source{Name: c.Letter, Open: func() (io.ReadCloser, error) { return os.Open(c.Letter) }}
			}
			sources = append(sources, source)
		}
	}
	return slices.DeleteFunc(sources, func(s desk.Source) bool { return s.Name == "README.md" }), nil
}
