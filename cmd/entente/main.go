// Command entente reads the correspondence of two states and keeps the
// register of their relation.
//
// This package is flags, wiring, printing and exit codes; what the commands
// do is the desk's business. main.go names the commands, house.go holds what
// they work with, fault.go turns errors into one line and an exit code.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/alecthomas/kong"
)

// commands is the whole command line. A command is a struct with its flags,
// a Run(*house) error and, for its examples, a Help() string.
type commands struct {
	Read        readCommand        `cmd:"" help:"Read letters and print what they say."`
	Register    registerCommands   `embed:""`
	Follow      followCommands     `embed:""`
	Serve       serveCommand       `cmd:"" help:"Show the register as pages, in a browser on this machine."`
	Token       tokenCommand       `cmd:"" help:"Print the token with which programs ask the API of entente serve."`
	Dates       datesCommand       `cmd:"" help:"Find the dates in each line of the standard input."`
	Edtf        edtfCommand        `cmd:"" help:"Check each line of the standard input as an EDTF date."`
	Man         manCommand         `cmd:"" help:"Print the manual page."`
	Completions completionsCommand `cmd:"" help:"Print the completions for a shell."`
	Version     versionCommand     `cmd:"" help:"Print the version."`

	PrintVersion versionFlag `name:"version" help:"Print the version."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if os.Getenv("GOGC") == "" {
		// What the packs become, and what scorers remember, is twenty megabytes that
		// stay; at the usual percentage as much room again would be kept for what is
		// thrown away. It costs a twentieth of the computing.
		debug.SetGCPercent(60)
	}
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// exit is how kong ends the program after --help.
type exit int

// run is the whole program; it returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	if len(args) == 0 {
		args = []string{"--help"}
	}
	h := newHouse(ctx, stdin, stdout, stderr)
	defer func() {
		switch e := recover().(type) {
		case nil:
		case exit:
			code = h.end(nil)
		default:
			code = h.end(asBug(args[0], e))
		}
	}()
	parser, err := newParser(h)
	if err != nil {
		return h.end(err)
	}
	h.model = parser.Model
	line, err := parser.Parse(args)
	if err != nil {
		return h.end(asUsage(err))
	}
	return h.end(line.Run(h))
}

func newParser(h *house) (*kong.Kong, error) {
	return kong.New(&commands{},
		kong.Name("entente"),
		kong.Description("Entente reads what two states write to each other and keeps the register of their relation, every fact tied to the exact words it came from."),
		kong.Writers(h.stdout, h.stderr),
		kong.Bind(h),
		kong.Exit(func(code int) { panic(exit(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 96}),
	)
}

// asUsage makes a fault of the command line say which help would tell more.
func asUsage(err error) error {
	var parse *kong.ParseError
	if !errors.As(err, &parse) {
		return err
	}
	command := "entente"
	if node := parse.Context.Selected(); node != nil {
		command = node.FullPath()
	}
	return usage{err.Error() + "; see " + command + " --help"}
}
