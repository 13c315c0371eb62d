package main

import (
	"bytes"
	"fmt"
	"strings"

	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/sqlite"
)

type searchCommand struct {
	Words []string `arg:"" help:"What to look for: words, \"words side by side\", tram* for the start of a word, -word for what must not stand there, and operators."`
	Limit int      `default:"20" help:"How many documents and how many claims at most (${default})."`
	registerFlag
}

func (searchCommand) Help() string {
	return `All words must be found; accents and endings do not count, in any language the program reads. What is found stands first where it fits best, its words lit. Operators limit what is found, and stand alone as well; a minus before one turns it round, quotation marks hold a value of several words together:

    from:NAME, to:NAME      who wrote, who was written to: part of a name or office, or a state
    relation:FR-KZ          between two states; relation:KZ for all of one
    kind:undertaking        contact, agreement, undertaking, or a form of document such as letter
    outcome:silent          kept, moving, stalled, silent, dropped, open
    before:2009-07          dated before it begins; after: it ends; date: within it

Two of one kind stand for each other, as do values with commas between: kind:letter,telegram. What is not understood is looked for as words, and a line says so.

Examples:

    entente search tramway
    entente search '"joint commission" -energy after:2009'
    entente search relation:XA-XS outcome:silent`
}

func (c searchCommand) Run(h *house) error {
	config, err := asking()
	if err != nil {
		return err
	}
	if c.Limit < 1 {
		return usage{"--limit: give a number from 1"}
	}
	config.Dates = h.dateInAny
	return c.with(h, config, false, func(r *desk.Register, _ *sqlite.Store) error {
		found, err := r.Find(h.ctx, desk.Finding{Query: query(c.Words), Limit: c.Limit})
		if err != nil {
			return err
		}
		for _, n := range found.Notes {
			fmt.Fprintf(h.stderr, "entente: %s\n", oneLine(n.String()))
		}
		if found.Nothing() {
			return usage{"nothing to look for; give at least one word or operator"}
		}
		var b bytes.Buffer
		l := h.list(&b)
		for _, hit := range found.Documents {
			l.document(hit.Document)
			l.lit(hit)
		}
		for _, hit := range found.Claims {
			claim := hit.Claim.Stands()
			l.line(margin, dim, hue[claim.Kind], l.id(string(hit.Claim.ID)), strings.Join(present(string(claim.Kind), string(claim.Force), when(hit.Document.Date)), " · "))
			l.lit(hit)
		}
		if len(found.Documents)+len(found.Claims) == 0 {
			l.line(margin, plain, dim, "", "nothing found")
		}
		_, err = h.stdout.Write(b.Bytes())
		return err
	})
}

// query puts together what the shell took apart: a value of several words
// goes back between quotation marks.
func query(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	all := make([]string, len(words))
	for i, w := range words {
		operator, value, is := strings.Cut(w, ":")
		switch {
		case strings.Contains(w, `"`) || !strings.ContainsAny(w, " \t"):
			all[i] = w
		case is && !strings.ContainsAny(operator, " \t"):
			all[i] = operator + `:"` + value + `"`
		default:
			all[i] = w
		}
	}
	return strings.Join(all, " ")
}

// dateInAny reads one date in words of any language that the program reads.
func (h *house) dateInAny(text string) (edtf.Date, bool) {
	r, err := h.reader()
	if err != nil {
		return edtf.Date{}, false
	}
	for _, language := range r.Packs.Languages() {
		if d, err := edtf.Parse(h.dateIn(text, language)); err == nil && !d.IsZero() {
			return d, true
		}
	}
	return edtf.Date{}, false
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
