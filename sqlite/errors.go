package sqlite

import (
	"errors"

	"github.com/ncruces/go-sqlite3"

	"entente"
)

// explain puts an error of SQLite into one line that says what to do, with
// one of the kinds where there is one. Other errors it returns as they are.
func (s *Store) explain(err error) error {
	say := func(kind error, text string) error {
		return &entente.InputError{Name: s.path, At: -1, Text: text, Err: errors.Join(kind, err)}
	}
	var input *entente.InputError
	switch {
	case err == nil || errors.As(err, &input):
		return err
	case errors.Is(err, sqlite3.BUSY), errors.Is(err, sqlite3.LOCKED):
		return say(entente.ErrConflict, "another program is writing this register and does not finish; try again, or close it")
	case errors.Is(err, sqlite3.NOTADB):
		return say(entente.ErrCorrupt, "this is no register; name another file with --register, or restore a backup with entente restore")
	case errors.Is(err, sqlite3.CORRUPT):
		return say(entente.ErrCorrupt, "the register is damaged; keep the file, and restore a backup with entente restore --force")
	case errors.Is(err, sqlite3.FULL):
		return say(nil, "the disk is full, nothing was entered; make room and try again")
	case errors.Is(err, sqlite3.READONLY), errors.Is(err, sqlite3.PERM), errors.Is(err, sqlite3.AUTH):
		return say(nil, "the register cannot be written; check the permissions of the file and its folder")
	case errors.Is(err, sqlite3.CANTOPEN):
		return say(nil, "the register cannot be opened; check the folder and its permissions")
	case errors.Is(err, sqlite3.IOERR):
		return say(nil, "the disk is full or does not answer, nothing was entered; make room, or check the disk, and try again")
	}
	return err
}

func (s *Store) missing() error {
	return &entente.InputError{Name: s.path, At: -1, Err: entente.ErrNotFound,
		Text: "there is no register yet; enter a first document with entente receive FILE"}
}
