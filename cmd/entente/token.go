package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

type tokenCommand struct {
	New bool `help:"Make another one; the one before lets nobody in any more, at once."`
	registerFlag
}

func (tokenCommand) Help() string {
	return `Programs that ask the API of entente serve send it as Authorization: Bearer …; without it nobody on this machine reads the register
through them. It stands beside the register in a file that only you can read, and is made when it is first asked for.

Examples:

    entente token
    curl -H "Authorization: Bearer $(entente token)" http://127.0.0.1:8080/api/v1/relations`
}

func (c tokenCommand) Run(h *house) error {
	path, err := c.path()
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); err != nil {
		return err
	}
	file := tokenFile(path)
	if c.New {
		if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	token := readToken(file)
	if token == "" {
		if token, err = makeToken(file); err != nil {
			return err
		}
	}
	fmt.Fprintln(h.stdout, token)
	return nil
}

// tokenFile is where the token of a register stands.
func tokenFile(register string) string { return register + ".token" }

// readToken returns the token of a file that its owner alone may read, "" for
// none.
func readToken(file string) string {
	info, err := os.Stat(file)
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return "" // others may have read it
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(data))
}

// makeToken writes a new token, whole or not at all: a server may read the
// file at any time.
func makeToken(file string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(file), ".token-*") // for its owner alone
	if err != nil {
		return "", err
	}
	defer os.Remove(f.Name())
	token := rand.Text()
	_, err = fmt.Fprintln(f, token)
	if err := errors.Join(err, f.Close()); err != nil {
		return "", err
	}
	return token, os.Rename(f.Name(), file)
}
