package web

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"time"

	"entente"
	"entente/api"
)

// Listen listens on an address of this machine's own ("127.0.0.1:8080",
// "localhost:0"). Any other is refused with an *entente.InputError: without
// accounts everybody on the network would be let in.
func Listen(ctx context.Context, address string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, &entente.InputError{Name: address, At: -1, Err: entente.ErrInvalid,
			Text: "no address to listen on; write one such as 127.0.0.1:8080"}
	}
	if !isLoopback(host) {
		return nil, &entente.InputError{Name: address, At: -1, Err: entente.ErrInvalid,
			Text: "the register is served on this machine only, since there are no accounts yet; listen on 127.0.0.1"}
	}
	var c net.ListenConfig
	return c.Listen(ctx, "tcp", address)
}

// Serve answers until ctx is done, then lets requests that are under way
// finish, for some seconds.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       5 * time.Minute, // an upload
		WriteTimeout:      10 * time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          s.Log,
	}
	defer roomy()()
	api.ClearUploads()
	done := make(chan error, 1)
	go func() { done <- server.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if err := server.Shutdown(stop); err != nil {
		return errors.Join(err, server.Close())
	}
	return nil
}

// roomy lets this program keep more of what is thrown away before it collects
// it, up to some hundred megabytes, and returns what undoes that. A page makes
// megabytes that nobody needs behind it, beside a few dozen that stay, so a
// fifth of the computing for one would go into collecting them. What GOGC or
// GOMEMLIMIT says stands.
func roomy() (undo func()) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	percent, limit := debug.SetGCPercent(300), debug.SetMemoryLimit(384<<20)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}
