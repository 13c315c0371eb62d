package main

import (
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A progress shows on the standard error how far a long reading has come,
// from its second second on. It is silent where nobody would see it, or
// where it would run into what is printed.
type progress struct {
	bar   *progressbar.ProgressBar // nil: silent
	since time.Time
	done  int
}

func (h *house) progress(total int) *progress {
	p := &progress{since: time.Now()}
	f, ok := h.stderr.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) || h.screen.terminal || total < 2 {
		return p
	}
	p.bar = progressbar.NewOptions(total,
		progressbar.OptionSetWriter(f),
		progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionSetWidth(30),
		progressbar.OptionSetTheme(progressbar.Theme{Saucer: "━", SaucerHead: "━", SaucerPadding: "─", BarStart: "", BarEnd: " "}),
	)
	return p
}

func (p *progress) add() {
	p.done++
	if p.bar != nil && time.Since(p.since) > time.Second {
		p.bar.Set(p.done)
	}
}

// clear makes room for a line of another kind.
func (p *progress) clear() {
	if p.bar != nil {
		p.bar.Clear()
	}
}

func (p *progress) finish() { p.clear() }
