package web

import (
	"compress/gzip"
	"net/http"
	"strings"
	"sync"
)

// compressed sends what is text in gzip to those who take it: a page of words
// shrinks to a tenth. What is marked as bare goes as it is.
func compressed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !takesGzip(r.Header.Get("Accept-Encoding")) || r.Header.Get("Range") != "" || r.Method == http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		c := &compressor{ResponseWriter: w}
		defer c.close()
		next.ServeHTTP(c, r)
	})
}

// takesGzip reads an Accept-Encoding header.
func takesGzip(header string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, q, weighted := strings.Cut(strings.ToLower(strings.ReplaceAll(part, " ", "")), ";")
		if name == "gzip" {
			return !weighted || strings.Trim(strings.TrimPrefix(q, "q="), "0.") != ""
		}
	}
	return false
}

// bare marks a page that shows a secret, the key of the feeds. How far such a
// page shrinks would tell whether words that were put into its address are
// like the secret (BREACH), so it is not compressed, by us or by anybody on
// the way. It is to be called before the page is written.
func bare(w http.ResponseWriter) { w.Header().Set("Cache-Control", "no-store, no-transform") }

// shrinks reports whether a kind of content is worth compressing; fonts and
// pictures are compressed already.
func shrinks(kind string) bool {
	kind, _, _ = strings.Cut(kind, ";")
	return strings.HasPrefix(kind, "text/") || strings.HasSuffix(kind, "javascript") || strings.HasSuffix(kind, "json") || strings.HasSuffix(kind, "+xml")
}

var zippers = sync.Pool{New: func() any {
	z, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed) // the level is one of gzip's
	return z
}}

// A compressor decides with the header whether what follows is compressed.
type compressor struct {
	http.ResponseWriter
	zip     *gzip.Writer // nil if it is not
	decided bool
}

func (c *compressor) WriteHeader(status int) {
	h := c.Header()
	if !c.decided && status >= 200 {
		c.decided = true
		if body := status != http.StatusNoContent && status != http.StatusNotModified; body && h.Get("Content-Encoding") == "" && !strings.Contains(h.Get("Cache-Control"), "no-transform") && shrinks(h.Get("Content-Type")) {
			h.Set("Content-Encoding", "gzip")
			h.Add("Vary", "Accept-Encoding")
			h.Del("Content-Length")
			h.Del("Accept-Ranges")
			c.zip = zippers.Get().(*gzip.Writer)
			c.zip.Reset(c.ResponseWriter)
		}
	}
	c.ResponseWriter.WriteHeader(status)
}

func (c *compressor) Write(p []byte) (int, error) {
	if !c.decided {
		if c.Header().Get("Content-Type") == "" {
			c.Header().Set("Content-Type", http.DetectContentType(p))
		}
		c.WriteHeader(http.StatusOK)
	}
	if c.zip != nil {
		return c.zip.Write(p)
	}
	return c.ResponseWriter.Write(p)
}

// FlushError sends what there is, for answers that come piece by piece.
func (c *compressor) FlushError() error {
	if c.zip != nil {
		if err := c.zip.Flush(); err != nil {
			return err
		}
	}
	return http.NewResponseController(c.ResponseWriter).Flush()
}

// Unwrap is for http.ResponseController, which sets deadlines.
func (c *compressor) Unwrap() http.ResponseWriter { return c.ResponseWriter }

func (c *compressor) close() {
	if c.zip == nil {
		return
	}
	_ = c.zip.Close() // the browser may have gone
	zippers.Put(c.zip)
	c.zip = nil
}
