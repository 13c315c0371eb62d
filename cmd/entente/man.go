package main

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

type manCommand struct{}

func (manCommand) Help() string {
	return `Examples:

    entente man | man -l -
    entente man > /usr/local/share/man/man1/entente.1`
}

func (manCommand) Run(h *house) error {
	_, err := h.stdout.WriteString(manPage(h.model))
	return err
}

// A roff is a manual page as it grows.
type roff struct{ strings.Builder }

// manPage returns the manual page of the whole command line, in man(7). It
// is made from the same structs that parse it.
func manPage(app *kong.Application) string {
	var r roff
	r.macro("TH", strings.ToUpper(app.Name), "1", "", "Entente", "")
	r.macro("SH", "NAME")
	r.text(app.Name + " - keep the register of what two states write to each other")
	r.macro("SH", "SYNOPSIS")
	r.WriteString(".B " + escape(app.Name) + "\n.I command\n[\n.I argument ...\n]\n")
	r.macro("SH", "DESCRIPTION")
	r.text(app.Help)
	r.macro("SH", "COMMANDS")
	for _, c := range leaves(app.Node) {
		r.macro("SS", commandLine(c))
		r.text(c.Help)
		for _, v := range c.Positional {
			r.entry(v.Summary(), v.Help)
		}
		for _, f := range c.Flags {
			if !f.Hidden {
				r.entry(flagText(f), f.Help)
			}
		}
		r.macro("PP")
		r.detail(c.Detail)
	}
	r.macro("SH", "EXIT STATUS")
	for _, e := range []struct{ code, when string }{
		{"0", "all is done"},
		{fmt.Sprint(codeFailed), "something was not found or failed"},
		{fmt.Sprint(codeUsage), "wrong usage: a flag, a query, a field, a language pack"},
		{fmt.Sprint(codeUnread), "an input is no text that can be read yet; the others were read"},
	} {
		r.entry(e.code, e.when)
	}
	r.macro("SH", "ENVIRONMENT")
	r.entry("NO_COLOR", "if set, nothing is printed in colour")
	r.entry("COLUMNS", "the width of the page where output is no terminal; 80 if not set")
	seen := map[string]bool{}
	for _, c := range leaves(app.Node) {
		for _, f := range c.Flags {
			for _, name := range f.Envs {
				if !seen[name] {
					r.entry(name, f.Help)
				}
				seen[name] = true
			}
		}
	}
	return r.String()
}

// leaves returns the commands that can be run, in the order of the help.
func leaves(n *kong.Node) []*kong.Node {
	if n.Type == kong.CommandNode && len(n.Children) == 0 {
		return []*kong.Node{n}
	}
	var out []*kong.Node
	for _, c := range n.Children {
		if !c.Hidden {
			out = append(out, leaves(c)...)
		}
	}
	return out
}

// commandLine returns "entente read <file> ...".
func commandLine(c *kong.Node) string {
	words := []string{c.FullPath()}
	for _, v := range c.Positional {
		words = append(words, v.Summary())
	}
	return strings.Join(words, " ")
}

func flagText(f *kong.Flag) string {
	text := "--" + f.Name
	if f.Short != 0 {
		text = "-" + string(f.Short) + ", " + text
	}
	if !f.IsBool() && !f.IsCounter() {
		text += "=" + f.FormatPlaceHolder()
	}
	return text
}

func (r *roff) macro(name string, args ...string) {
	r.WriteString("." + name)
	for _, a := range args {
		r.WriteString(` "` + strings.ReplaceAll(escape(a), `"`, `\(dq`) + `"`)
	}
	r.WriteByte('\n')
}

func (r *roff) text(s string) {
	for line := range strings.Lines(s) {
		line = escape(strings.TrimRight(line, "\n"))
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			line = `\&` + line
		}
		r.WriteString(line + "\n")
	}
}

// entry writes a term and what it means.
func (r *roff) entry(term, meaning string) {
	r.macro("TP")
	r.WriteString(`\fB` + escape(term) + "\\fR\n")
	r.text(meaning)
}

// detail writes the longer help of a command, in which indented lines are
// examples.
func (r *roff) detail(s string) {
	for i, block := range strings.Split(strings.TrimSpace(s), "\n\n") {
		if i > 0 {
			r.macro("PP")
		}
		if !strings.HasPrefix(block, "    ") {
			r.text(block)
			continue
		}
		r.macro("RS", "4")
		r.macro("nf")
		for line := range strings.Lines(block) {
			r.text(strings.TrimPrefix(line, "    "))
		}
		r.macro("fi")
		r.macro("RE")
	}
}

func escape(s string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`, "…", "...").Replace(s)
}
