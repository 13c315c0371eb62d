package api

import (
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"entente/desk"
)

// uploadFolder is how the folders of uploads start that are on their way into
// the register. They lie where the system keeps what is passing.
const uploadFolder = "entente-upload-"

// UploadFolder makes a folder for what one upload sends, which this user alone
// may read. Whoever asks for it takes it away.
func UploadFolder() (string, error) { return os.MkdirTemp("", uploadFolder+"*") }

// abandoned is how long nobody opens anything in the folder of an upload
// before it is taken for one that a program left which was killed.
const abandoned = time.Hour

// ClearUploads takes away the folders of uploads that programs left which were
// killed. What was entered of them is in the register.
func ClearUploads() {
	folders, _ := filepath.Glob(filepath.Join(os.TempDir(), uploadFolder+"*")) // the pattern is right
	for _, folder := range folders {
		if info, err := os.Lstat(folder); err == nil && info.IsDir() && time.Since(info.ModTime()) > abandoned {
			_ = os.RemoveAll(folder) // another user's stays
		}
	}
}

// Sources streams what a request sends as multipart/form-data, files and words
// that were pasted, to a folder, and returns them.
func Sources(r *http.Request, folder string) ([]desk.Source, error) {
	form, err := r.MultipartReader()
	if err != nil {
		return nil, invalid("body", err.Error())
	}
	var sources []desk.Source
	for i := 0; ; i++ {
		part, err := form.NextPart()
		if err == io.EOF {
			return sources, nil
		}
		if err != nil {
			return nil, cutShort(err)
		}
		name := path.Base(strings.ReplaceAll(part.FileName(), "\\", "/"))
		switch {
		case part.FormName() == "text":
			name = "pasted.txt"
		case part.FormName() != "files" || part.FileName() == "":
			continue
		}
		file := filepath.Join(folder, strconv.Itoa(i))
		n, err := stream(file, part)
		if err != nil {
			return nil, cutShort(err)
		}
		if n == 0 && part.FormName() == "text" {
			continue
		}
		sources = append(sources, desk.Source{Name: name, Open: func() (io.ReadCloser, error) {
			now := time.Now()
			_ = os.Chtimes(folder, now, now) // somebody is at it
			return os.Open(file)
		}})
	}
}

// cutShort tells a request that breaks off or is no form from a fault of the
// disk.
func cutShort(err error) error {
	var long *http.MaxBytesError
	var disk *fs.PathError
	if errors.As(err, &long) || errors.As(err, &disk) {
		return err
	}
	return invalid("body", "no whole multipart/form-data: "+err.Error())
}

func stream(file string, from io.Reader) (int64, error) {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o600)
	if err != nil {
		return 0, err
	}
	n, err := io.Copy(f, from)
	if err2 := f.Close(); err == nil {
		err = err2
	}
	return n, err
}
