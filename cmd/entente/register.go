package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"time"

	"entente/desk"
	"entente/lang"
	"entente/sqlite"
)

// registerCommands are the commands that keep a register.
type registerCommands struct {
	Receive receiveCommand `cmd:"" help:"Read documents and enter them in the register."`
	Show    showCommand    `cmd:"" help:"Show documents, relations, contacts, agreements, undertakings or parties, or one of them."`
	Search  searchCommand  `cmd:"" help:"Find documents and claims by words."`
	Verify  verifyCommand  `cmd:"" help:"Check the register: its hash chain, and every quote against its text."`
	Rebuild rebuildCommand `cmd:"" help:"Make all views of the register again from its ledger."`
	Backup  backupCommand  `cmd:"" help:"Copy the register to a file, while it is in use."`
	Restore restoreCommand `cmd:"" help:"Put a backup in the place of the register."`
	Demo    demoCommand    `cmd:"" help:"Make a register of an invented dossier, to look around in."`
}

// registerFlag names the register that a command works on.
type registerFlag struct {
	Register string        `env:"ENTENTE_REGISTER" placeholder:"PATH" help:"The register; without it entente.db in your data folder."`
	Wait     time.Duration `default:"1m" placeholder:"TIME" help:"How long to queue behind other programs that write it (${default})."`
}

// byFlag names who makes an entry.
type byFlag struct {
	By string `env:"ENTENTE_BY" placeholder:"NAME" help:"Who enters this; without it your user name."`
}

func (b byFlag) name() (string, error) {
	if b.By != "" {
		return b.By, nil
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username, nil
	}
	return "", usage{"nobody is known to enter this; name yourself with --by NAME"}
}

// path returns the register's file: the one named, or entente.db where the
// platform keeps a person's data.
func (f registerFlag) path() (string, error) {
	if f.Register != "" {
		return f.Register, nil
	}
	folder, err := dataFolder()
	return filepath.Join(folder, "entente.db"), err
}

func dataFolder() (string, error) {
	if folder := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(folder) {
		return filepath.Join(folder, "entente"), nil
	}
	if folder := os.Getenv("LocalAppData"); runtime.GOOS == "windows" && folder != "" {
		return filepath.Join(folder, "entente"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", usage{"your data folder is not known; name the register with --register PATH"}
	}
	if runtime.GOOS == "darwin" {
		return filepath.Join(home, "Library", "Application Support", "entente"), nil
	}
	return filepath.Join(home, ".local", "share", "entente"), nil
}

// with opens the register for f. A new one is made with create, and said on
// the standard error.
func (f registerFlag) with(h *house, c desk.RegisterConfig, create bool, use func(*desk.Register, *sqlite.Store) error) error {
	path, err := f.path()
	if err != nil {
		return err
	}
	_, err = os.Stat(path)
	store, err2 := sqlite.Open(h.ctx, sqlite.Config{Path: path, Create: create, Wait: f.Wait})
	if err2 != nil {
		return err2
	}
	defer store.Close()
	if errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintf(h.stderr, "entente: new register %s\n", clean(path))
	}
	c.Store = store
	c.Renewing = func(entries int) {
		fmt.Fprintf(h.stderr, "entente: another version of Entente made the views of %s; making them again from %d entries\n", clean(path), entries)
	}
	register, err := desk.NewRegister(c)
	if err != nil {
		return err
	}
	return use(register, store)
}

// asking configures a register that reads no documents, but queries and names
// in the languages of the packs.
func asking() (desk.RegisterConfig, error) {
	packs, err := lang.Embedded()
	return desk.RegisterConfig{Packs: packs}, err
}

// reading configures a register that reads what it receives.
func (h *house) reading() (desk.RegisterConfig, error) {
	r, err := h.reader()
	if err != nil {
		return desk.RegisterConfig{}, err
	}
	return desk.RegisterConfig{Reader: r, Packs: r.Packs, Dates: h.dateInAny}, nil
}
