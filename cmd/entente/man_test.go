package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

func TestManualPageIsFresh(t *testing.T) {
	var out, errs bytes.Buffer
	if code := run(context.Background(), []string{"man"}, nil, &out, &errs); code != 0 || errs.Len() > 0 {
		t.Fatalf("exit code %d, %s", code, errs.String())
	}
	golden(t, "../../../doc/entente.1", out.Bytes())
}

// Every command that can be run says in its help how it is used.
func TestEveryCommandHasHelp(t *testing.T) {
	h := newHouse(context.Background(), nil, &bytes.Buffer{}, &bytes.Buffer{})
	parser, err := newParser(h)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range leaves(parser.Model.Node) {
		if c.Help == "" {
			t.Errorf("%s has no help", c.FullPath())
		}
		if len(c.Flags)+len(c.Positional) > 0 && !strings.Contains(c.Detail, "Example") {
			t.Errorf("the help of %s has no example", c.FullPath())
		}
		for _, f := range c.Flags {
			if f.Help == "" {
				t.Errorf("%s --%s has no help", c.FullPath(), f.Name)
			}
		}
	}
}
