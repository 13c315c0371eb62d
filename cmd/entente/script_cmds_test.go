package main

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// checkCode is "code N [< FILE] COMMAND…": the command must end with exit
// code N. Its output is for the script's stdout and stderr.
func checkCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N command…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// writeHex is "hex FILE HEX…": it writes bytes that no script can hold.
func writeHex(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: hex file bytes…")
	}
	data, err := hex.DecodeString(strings.Join(args[1:], ""))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}

// compareNames is "cmp-names NAME…": the documents printed last, as JSON
// lines, must have these names in this order.
func compareNames(ts *testscript.TestScript, neg bool, args []string) {
	var got []string
	for line := range strings.Lines(ts.ReadFile("stdout")) {
		var d struct{ Document struct{ Name string } }
		ts.Check(json.Unmarshal([]byte(line), &d))
		got = append(got, d.Document.Name)
	}
	if neg || !slices.Equal(got, args) {
		ts.Fatalf("documents %q, want %q", got, args)
	}
}

// noteID is "id WORDS": the id at the start of the line printed last that
// holds the words goes into $ID.
func noteID(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: id words…")
	}
	words := strings.Join(args, " ")
	for line := range strings.Lines(ts.ReadFile("stdout")) {
		if id, _, ok := strings.Cut(strings.TrimSpace(line), " "); ok && strings.Contains(line, words) {
			ts.Setenv("ID", id)
			return
		}
	}
	ts.Fatalf("no line holds %q", words)
}
