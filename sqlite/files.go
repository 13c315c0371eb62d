package sqlite

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"entente"
)

// vacant refuses a path where a folder is or, without force, a file, and one
// in a folder that is not there.
func vacant(path string, force bool) error {
	folder := filepath.Dir(path)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return &entente.InputError{Name: path, At: -1, Text: "there is no folder " + folder + "; make it first", Err: entente.ErrNotFound}
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return isFolder(path)
	case !force:
		return &entente.InputError{Name: path, At: -1, Text: "the file is there already; name another, or give --force", Err: entente.ErrConflict}
	}
	return nil
}

func isFolder(path string) error {
	return &entente.InputError{Name: path, At: -1, Text: "this is a folder; name a file in it", Err: entente.ErrInvalid}
}

// tempBeside makes an empty file in the folder of path, so that it can be
// renamed to it.
func tempBeside(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".entente-*.db")
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// own makes an empty file that its owner alone may read, unless somebody else
// just made one.
func own(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// put gives a finished file its name. Without force it takes no other's.
func put(temp, path string, force bool) error {
	if !force {
		if err := vacant(path, false); err != nil {
			return err
		}
	}
	if err := os.Rename(temp, path); err != nil {
		return err
	}
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	folder.Sync() // not every file system can; the file itself is synced
	return folder.Close()
}

func sync(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

func removeAll(path string) {
	for _, tail := range []string{"", "-wal", "-shm", "-journal"} {
		os.Remove(path + tail)
	}
}
