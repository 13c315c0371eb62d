package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// version is set by the linker for a release: -X main.version=1.2.0.
var version = "0.1.0-dev"

type versionCommand struct{}

// versionFlag is --version, which people try first.
type versionFlag bool

// BeforeReset is called by kong when the flag is met.
func (versionFlag) BeforeReset(h *house) error {
	if err := (versionCommand{}).Run(h); err != nil {
		return err
	}
	panic(exit(0))
}

func (versionCommand) Run(h *house) error {
	_, err := fmt.Fprintf(h.stdout, "entente %s%s %s/%s %s\n", version, revision(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	return err
}

// revision returns " (commit)" where the program was built from a checkout.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return " (" + s.Value[:12] + ")"
		}
	}
	return ""
}
