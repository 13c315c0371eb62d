package web

import (
	"crypto/sha256"
	"embed"
	"fmt"
	"io/fs"
	"net/http"
	"strings"
	"sync"
)

//go:embed static
var staticFiles embed.FS

// assets gives each embedded file a short hash of its bytes, so that a
// browser may keep it for good.
var assets = sync.OnceValue(func() map[string]string {
	sums := map[string]string{}
	_ = fs.WalkDir(staticFiles, "static", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := staticFiles.ReadFile(path)
		sum := sha256.Sum256(data)
		sums[strings.TrimPrefix(path, "static/")] = fmt.Sprintf("%x", sum[:4])
		return err
	}) // embedded files do not fail
	return sums
})

// asset returns the address of an embedded file.
func asset(name string) string { return "/static/" + name + "?v=" + assets()[name] }

func staticHandler() http.Handler {
	files := http.FileServerFS(staticFiles)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/") {
			http.NotFound(w, r)
			return
		}
		if r.URL.RawQuery != "" || strings.Contains(r.URL.Path, "/fonts/") {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		files.ServeHTTP(w, r)
	})
}
