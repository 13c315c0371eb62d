package main

import (
	"bytes"
	"strings"

	"entente"
	"entente/desk"
	"entente/sqlite"
)

type searchCommand struct {
	Words []string `arg:"" help:"Words that must all be found; \"words side by side\"; word* for the start of a word; -word for one that must not stand there."`
	Limit int      `default:"20" help:"How many documents and how many claims at most (${default})."`
	registerFlag
}

func (searchCommand) Help() string {
	return `Accents and endings do not count, in any language the program reads. What is found stands first where it fits best, its words lit.

Examples:

    entente search tramway
    entente search '"joint commission" -energy'`
}

func (c searchCommand) Run(h *house) error {
	config, err := asking()
	if err != nil {
		return err
	}
	if c.Limit < 1 {
		return usage{"--limit: give a number from 1"}
	}
	return c.with(h, config, false, func(r *desk.Register, _ *sqlite.Store) error {
		hits, err := r.Search(h.ctx, strings.Join(c.Words, " "), c.Limit)
		if err != nil {
			return err
		}
		var b bytes.Buffer
		l := h.list(&b)
		for _, hit := range hits.Documents {
			l.document(hit.Document)
			l.lit(hit)
		}
		for _, hit := range hits.Claims {
			claim := hit.Claim.Stands()
			l.line(margin, dim, hue[claim.Kind], l.id(string(hit.Claim.ID)), strings.Join(present(string(claim.Kind), string(claim.Force), when(hit.Document.Date)), " · "))
			l.lit(hit)
		}
		if len(hits.Documents)+len(hits.Claims) == 0 {
			l.line(margin, plain, dim, "", "nothing found")
		}
		_, err = h.stdout.Write(b.Bytes())
		return err
	})
}

// lit prints a stretch of words with those that were found lit.
func (l list) lit(hit desk.Hit) { l.litWords(margin+len(l.id(""))+12, hit.Words, hit.Lit) }

// litWords prints words with some of them lit: bold where the screen has
// colours, else in guillemets.
func (l list) litWords(indent int, words string, spans []entente.Span) {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(clean(words[at:s.Start]) + litStart + clean(s.In(words)) + litEnd)
		at = s.End
	}
	b.WriteString(clean(words[at:]))
	on, off := "«", "»"
	if l.screen.colour {
		on, off = "\x1b["+string(bold)+"m", "\x1b[0m"
	}
	lit := strings.NewReplacer(litStart, on, litEnd, off)
	for _, line := range wrap(b.String(), l.screen.width-indent) {
		l.WriteString(strings.Repeat(" ", indent) + lit.Replace(line) + "\n")
	}
}

// What marks lit words while lines are broken: characters without width that
// clean lets no letter print.
const litStart, litEnd = "\u2066", "\u2069"
