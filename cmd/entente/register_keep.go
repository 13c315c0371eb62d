package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"entente/desk"
	"entente/sqlite"
)

type verifyCommand struct {
	Head string `placeholder:"HEAD" help:"A head that an earlier verify printed; the register must still hold what it held then."`
	registerFlag
}

func (verifyCommand) Help() string {
	return `Every entry must stand in its place under the hash of its bytes, register numbers must follow each other, and every quote must be exactly
the words of its text. The head that is printed names the state of the whole register: write it down elsewhere, and verify --head
shows later that nothing of it was changed or taken away.

Examples:

    entente verify
    entente verify --head 12:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`
}

func (c verifyCommand) Run(h *house) error {
	return c.with(h, desk.RegisterConfig{}, false, func(r *desk.Register, _ *sqlite.Store) error {
		report, err := r.Verify(h.ctx, c.Head)
		if err != nil {
			return err
		}
		fmt.Fprintf(h.stdout, "sound: %d entries, %d texts, %d anchors\n", report.Entries, report.Texts, report.Anchors)
		if report.Entries > 0 {
			fmt.Fprintf(h.stdout, "head %s\n", report.Head)
		}
		return nil
	})
}

type rebuildCommand struct{ registerFlag }

func (rebuildCommand) Help() string {
	return `The views and the index of search are taken away and made again by reading the ledger from its first entry. The ledger is not changed.

Examples:

    entente rebuild`
}

func (c rebuildCommand) Run(h *house) error {
	config, err := asking()
	if err != nil {
		return err
	}
	return c.with(h, config, false, func(r *desk.Register, _ *sqlite.Store) error {
		rebuilt, err := r.Rebuild(h.ctx)
		if err != nil {
			return err
		}
		as := "as they were, byte for byte"
		if !rebuilt.Same {
			as = "they were not what the ledger gives"
		}
		fmt.Fprintf(h.stdout, "rebuilt %d rows from %d entries: %s\n", rebuilt.Rows, rebuilt.Entries, as)
		return nil
	})
}

type backupCommand struct {
	File  string `arg:"" help:"The file to make."`
	Force bool   `help:"Replace the file if it is there."`
	registerFlag
}

func (backupCommand) Help() string {
	return `The copy is one consistent state of the register, made while other programs go on reading and writing. It appears whole or not at all.

Examples:

    entente backup /media/safe/2031-03-03.db`
}

func (c backupCommand) Run(h *house) error {
	return c.with(h, desk.RegisterConfig{}, false, func(_ *desk.Register, s *sqlite.Store) error {
		if err := s.Backup(h.ctx, c.File, c.Force); err != nil {
			return err
		}
		info, err := os.Stat(c.File)
		if err != nil {
			return err
		}
		fmt.Fprintf(h.stdout, "backed up to %s, %d bytes\n", clean(c.File), info.Size())
		return nil
	})
}

type restoreCommand struct {
	File  string `arg:"" help:"The backup."`
	Force bool   `help:"Replace a register that is there; it is kept beside the new one."`
	registerFlag
}

func (restoreCommand) Help() string {
	return `The backup is checked as verify does before anything is changed. A register that is there is replaced only with --force, and kept in a
file beside it. Programs that have it open may go on.

Examples:

    entente restore /media/safe/2031-03-03.db
    entente restore --force --register copy.db /media/safe/2031-03-03.db`
}

func (c restoreCommand) Run(h *house) error {
	path, err := c.path()
	if err != nil {
		return err
	}
	keep := strings.TrimSuffix(path, ".db") + "-before-" + time.Now().UTC().Format("20060102T150405.000") + ".db"
	_, err = os.Stat(path)
	existed := err == nil
	err = sqlite.Restore(h.ctx, sqlite.Restoration{
		Register: sqlite.Config{Path: path, Wait: c.Wait}, Backup: c.File, Force: c.Force, Keep: keep,
		Check:   desk.Check,
		Rebuild: func(tx sqlite.Tx) error { _, err := desk.Refold(tx); return err },
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(h.stdout, "restored %s\n", clean(path))
	if existed {
		fmt.Fprintf(h.stdout, "kept what was there in %s\n", clean(keep))
	}
	return nil
}
