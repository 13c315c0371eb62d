package web

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"net/http"
	"sync"
	"time"
)

const (
	sessionAge = 12 * time.Hour   // without a request
	linkEvery  = 10 * time.Second // at most one new link in this time
	maxAlive   = 100              // sessions; the one unused longest makes room
)

// A session is one browser that was let in.
type session struct {
	mu       sync.Mutex
	seen     time.Time
	demo     bool
	receipts []receiptView // what the next page tells of an upload
}

// inDemo reports whether the session looks at the invented dossier; a program
// that only has the key of the feed does not.
func (c *session) inDemo() bool {
	if c == nil {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.demo
}

func (c *session) setDemo(on bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.demo = on
}

// tell keeps receipts for the next page.
func (c *session) tell(receipts []receiptView) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.receipts = receipts
}

// told returns what was kept, once.
func (c *session) told() []receiptView {
	c.mu.Lock()
	defer c.mu.Unlock()
	receipts := c.receipts
	c.receipts = nil
	return receipts
}

// sessions are the browsers that were let in. They and the key that lets in
// the next are kept by their hashes, so that how long a look-up takes tells
// nothing about them.
type sessions struct {
	now func() time.Time

	mu    sync.Mutex
	key   [sha256.Size]byte // zero once it was used
	keyed time.Time         // when it was made
	alive map[[sha256.Size]byte]*session
}

func newSessions(now func() time.Time) *sessions {
	return &sessions{now: now, alive: map[[sha256.Size]byte]*session{}}
}

// newKey returns a key that lets one browser in; older ones no longer do.
func (s *sessions) newKey() string {
	key := rand.Text()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.key, s.keyed = sha256.Sum256([]byte(key)), s.now()
	return key
}

// mayLink reports whether it is time for another link.
func (s *sessions) mayLink() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now().Sub(s.keyed) >= linkEvery
}

// enter uses up the key and returns the secret of a new session.
func (s *sessions) enter(key string) (secret string, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.key == ([sha256.Size]byte{}) || sha256.Sum256([]byte(key)) != s.key {
		return "", false
	}
	s.key = [sha256.Size]byte{}
	var oldest [sha256.Size]byte
	for id, c := range s.alive {
		if s.alive[oldest] == nil || c.seen.Before(s.alive[oldest].seen) {
			oldest = id
		}
	}
	if len(s.alive) >= maxAlive {
		delete(s.alive, oldest)
	}
	secret = rand.Text() + rand.Text()
	s.alive[sha256.Sum256([]byte(secret))] = &session{seen: s.now()}
	return secret, true
}

// find returns the session of a secret, nil if there is none.
func (s *sessions) find(secret string) *session {
	id := sha256.Sum256([]byte(secret))
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.alive[id]
	if c == nil {
		return nil
	}
	if s.now().Sub(c.seen) > sessionAge {
		delete(s.alive, id)
		return nil
	}
	c.seen = s.now()
	return c
}

// cookieName carries the port, since browsers share cookies between the
// ports of a host.
func cookieName(r *http.Request) string {
	_, port := hostPort(r.Host)
	return "entente-" + port
}

type sessionKey struct{}

// sessionOf returns the session of a request that passed the guard.
func sessionOf(r *http.Request) *session {
	c, _ := r.Context().Value(sessionKey{}).(*session)
	return c
}

func withSession(r *http.Request, c *session) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), sessionKey{}, c))
}
