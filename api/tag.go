package api

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"strings"
	"time"

	"entente/desk"
)

// uncached are the operations whose answer does not follow from the ledger.
var uncached = map[string]bool{"GET " + Prefix + "/verify": true, "GET " + Prefix + "/backup": true, "GET " + Prefix + "/openapi.json": true}

// tag returns the entity tag of what a request asks for: the head of the
// ledger, then what else the answer follows from, which is the question, the
// day, how it is sent, the language and the program that runs. It is made before the answer, so an answer
// may be newer than its tag and never older.
func (a *API) tag(r *http.Request, head desk.Head) string {
	rest := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%s\n%s\n%s\n%d", r.URL.RequestURI(), r.Header.Get("Accept-Encoding"), languageOf(r.Header.Get("Accept-Language")), a.Program, a.Now().Format(time.DateOnly), a.started.UnixNano()))
	return fmt.Sprintf(`"%d:%s-%s"`, head.Size, head.Hash[:16], hex.EncodeToString(rest[:6]))
}

// matches reports whether a list of entity tags holds one.
func matches(list, tag string) bool {
	for one := range strings.SplitSeq(list, ",") {
		if strings.TrimPrefix(strings.TrimSpace(one), "W/") == tag {
			return true
		}
	}
	return false
}

// headsOf returns the starts of heads that the entity tags of If-Match name,
// and whether it asks for any: "*" is content with all.
func headsOf(lists []string) (heads []string, given bool) {
	for one := range strings.SplitSeq(strings.Join(lists, ","), ",") {
		one = strings.TrimSpace(one)
		if one == "" || one == "*" {
			continue
		}
		head, _, _ := strings.Cut(strings.Trim(one, `"`), "-")
		if strings.Count(head, ":") != 1 || strings.HasPrefix(one, "W/") {
			head = "none" // a tag that is none of ours matches nothing
		}
		heads = append(heads, head)
	}
	return heads, len(heads) > 0
}

// A tagged answer bears its entity tag if it went well.
type tagged struct {
	http.ResponseWriter
	tag string
}

func (t *tagged) WriteHeader(status int) {
	if status == http.StatusOK {
		t.Header().Set("ETag", t.tag)
	}
	t.ResponseWriter.WriteHeader(status)
}

func (t *tagged) Unwrap() http.ResponseWriter { return t.ResponseWriter }
