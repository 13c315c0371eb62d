package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"entente/desk"
	"entente/edtf"
	"entente/examples"
	"entente/sqlite"
	"entente/web"
)

type serveCommand struct {
	Listen string `default:"127.0.0.1:8080" placeholder:"ADDRESS" help:"Where the pages are, on this machine (${default}); port 0 takes any that is free."`
	Open   bool   `help:"Open the pages in your browser."`
	byFlag
	registerFlag
}

func (serveCommand) Help() string {
	return `The register as pages. A link is printed that lets one browser in, once; ask for another on the page that a second browser gets.
Programs ask /api/v1 with the token that entente token prints. Only this machine is served. Ctrl-C ends it, after what is being received is safe.

Examples:

    entente serve --open
    entente serve --register demo.db --listen 127.0.0.1:9000`
}

func (c serveCommand) Run(h *house) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	path, err := c.path()
	if err != nil {
		return err
	}
	config, err := h.reading()
	if err != nil {
		return err
	}
	reader, err := h.reader()
	if err != nil {
		return err
	}
	listener, err := web.Listen(h.ctx, c.Listen)
	if err != nil {
		return err
	}
	defer listener.Close()
	key, err := feedKey()
	if err != nil {
		return err
	}
	demo := demoRegister{h: h, by: by}
	defer demo.close()
	return c.with(h, config, true, func(r *desk.Register, _ *sqlite.Store) error {
		opened := false
		server, err := web.New(web.Config{
			Register: r, By: by, Name: filepath.Base(path), Version: version, FeedKey: key,
			Demo: demo.open, Date: h.dateIn, Amount: h.amountIn, Reader: reader,
			Token: func() string { return readToken(tokenFile(path)) },
			Log:   log.New(h.stderr, "entente: ", 0),
			NewLink: func(link string) {
				link = "http://" + listener.Addr().String() + link
				fmt.Fprintf(h.stdout, "Open this link in one browser; it works once:\n\n  %s\n\n", link)
				_ = h.stdout.Flush() // a terminal that is gone asks for nothing
				if c.Open && !opened {
					opened = true
					h.browse(link)
				}
			},
		})
		if err != nil {
			return err
		}
		err = server.Serve(h.ctx, listener)
		if errors.Is(err, net.ErrClosed) && h.ctx.Err() != nil {
			return nil
		}
		return err
	})
}

// feedKey returns the key of the calendar feed, which is made once and kept
// in the data folder for this person alone.
func feedKey() (string, error) {
	folder, err := dataFolder()
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, "feed.key")
	if key, err := os.ReadFile(path); err == nil && len(key) > 0 {
		return string(key), nil
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	key := rand.Text()
	return key, os.WriteFile(path, []byte(key), 0o600)
}

// dateIn reads one date in words of a language, "" for none.
func (h *house) dateIn(text, language string) string {
	r, err := h.reader()
	if err != nil {
		return "" // the packs were read before the first page
	}
	y, m, d := time.Now().Date()
	for _, found := range r.Dates(text, language, edtf.OnDay(y, int(m), d)) {
		if found.Value != "" {
			return found.Value
		}
	}
	return ""
}

// amountIn reads one amount in words of a language, "" for none.
func (h *house) amountIn(text, language string) string {
	r, err := h.reader()
	if err != nil {
		return ""
	}
	if all := r.Amounts(text, language); len(all) == 1 {
		return all[0]
	}
	return ""
}

// browse opens a link in a person's browser, as far as that can be done.
func (h *house) browse(link string) {
	command := map[string][]string{"darwin": {"open"}, "windows": {"rundll32", "url.dll,FileProtocolHandler"}}[runtime.GOOS]
	if command == nil {
		command = []string{"xdg-open"}
	}
	command = slices.Concat(command, []string{link})
	if err := exec.CommandContext(h.ctx, command[0], command[1:]...).Start(); err != nil {
		fmt.Fprintf(h.stderr, "entente: no browser could be opened (%s); open the link yourself\n", oneLine(err.Error()))
	}
}

// A demoRegister is the register of the invented dossier, made when somebody
// asks for it.
type demoRegister struct {
	h     *house
	by    string
	store *sqlite.Store
}

// open opens demo.db in the data folder, and enters what it lacks.
func (d *demoRegister) open(ctx context.Context) (*desk.Register, error) {
	d.close() // of an attempt that failed
	folder, err := dataFolder()
	if err != nil {
		return nil, err
	}
	dossier := examples.ArcadiaSylvania()
	names, err := fs.Glob(dossier, "*.txt")
	if err != nil {
		return nil, err
	}
	sources := make([]desk.Source, len(names))
	for i, name := range names {
		sources[i] = desk.Source{Name: name, Open: func() (io.ReadCloser, error) { return dossier.Open(name) }}
	}
	config, err := d.h.reading()
	if err != nil {
		return nil, err
	}
	if d.store, err = sqlite.Open(context.WithoutCancel(ctx), sqlite.Config{Path: filepath.Join(folder, "demo.db"), Create: true}); err != nil {
		return nil, err
	}
	config.Store = d.store
	register, err := desk.NewRegister(config)
	if err != nil {
		return nil, err
	}
	var failed error
	err = register.Receive(ctx, desk.Receiving{By: d.by}, sources, func(r desk.Receipt) { failed = errors.Join(failed, r.Err) })
	return register, errors.Join(err, failed)
}

func (d *demoRegister) close() {
	if d.store != nil {
		_ = d.store.Close() // what it holds is safe or can be made again
		d.store = nil
	}
}
