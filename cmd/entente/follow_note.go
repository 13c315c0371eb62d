package main

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/sqlite"
)

type noteCommand struct {
	ID    string  `arg:"" help:"The id of a matter or of a claim on it, of which four characters are enough."`
	Star  *bool   `negatable:"" help:"Follow the matter closely: it is listed first."`
	Owner *string `placeholder:"NAME" help:"Who follows it."`
	Next  *string `placeholder:"WORDS" help:"The next step."`
	Due   *string `placeholder:"DATE" help:"When the next step is due: 2012-01-01, or in words such as \"end of June\"."`
	Text  *string `placeholder:"WORDS" help:"A note."`
	byFlag
	registerFlag
}

func (noteCommand) Help() string {
	return `Only what is given changes; an empty word takes a thing away. A note is an entry of the ledger with your name; it stays with the matter when others are joined to it.

Examples:

    entente note 0f3a --star --owner "Mara Osk"
    entente note 0f3a --next "call the operator" --due "end of June"
    entente note 0f3a --no-star --next ""`
}

func (c noteCommand) Run(h *house) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	change := desk.NoteChange{Starred: c.Star, Owner: c.Owner, Next: c.Next, Due: c.Due, Note: c.Text}
	if c.Due != nil && *c.Due != "" {
		due, ok := h.dateOf(*c.Due, "", edtf.Date{})
		if !ok {
			return usage{fmt.Sprintf("--due: %q is no date; write one such as 2012-01-01 or \"end of June 2012\"", *c.Due)}
		}
		change.Due = &due
	}
	return c.with(h, desk.RegisterConfig{}, false, func(r *desk.Register, _ *sqlite.Store) error {
		id, err := r.ClaimID(h.ctx, c.ID)
		if err != nil {
			return err
		}
		m, err := r.Note(h.ctx, by, id, change)
		if err != nil {
			return err
		}
		var b bytes.Buffer
		l := h.list(&b)
		l.matter(m)
		_, err = h.stdout.Write(b.Bytes())
		return err
	})
}

// dateOf reads a date as EDTF or, failing that, in words against a reference,
// today if it is zero; a language that is not known is tried in turn.
func (h *house) dateOf(text, language string, reference edtf.Date) (string, bool) {
	text = strings.TrimSpace(text)
	if d, err := edtf.Parse(text); err == nil && !d.IsZero() {
		return d.String(), true
	}
	r, err := h.reader()
	if err != nil {
		return "", false
	}
	if reference.IsZero() {
		now := time.Now()
		reference = edtf.OnDay(now.Year(), int(now.Month()), now.Day())
	}
	languages := []string{language}
	if language == "" {
		languages = r.Packs.Languages()
	}
	for _, tag := range languages {
		for _, d := range r.Dates(text, tag, reference) {
			if d.Value != "" && d.Span.Start == 0 && d.Span.End == len(text) {
				return d.Value, true
			}
		}
	}
	return "", false
}

// noted says what is noted of a matter in one line, "" for nothing.
func noted(m *desk.Matter) string {
	n := m.Note
	if n == nil {
		return ""
	}
	next := strings.Join(present(n.Next, when(n.Due)), ", ")
	return strings.Join(present(n.Owner, next, n.Noted.Note), " · ")
}

type horizonCommand struct {
	relationArg
	Months int `arg:"" help:"Months without news after which a matter is asked about; 0 is the common horizon of 24."`
	byFlag
	registerFlag
}

func (horizonCommand) Help() string {
	return `A matter of which no document speaks within the horizon is silent, one that is mentioned and does not advance is stalled.

Examples:

    entente horizon FR-KZ 36
    entente horizon FR-KZ 0`
}

func (c horizonCommand) Run(h *house) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	rel, err := c.pair()
	if err != nil {
		return err
	}
	if c.Months < 0 || c.Months > entente.LongestHorizon {
		return usage{fmt.Sprintf("a horizon has 0 to %d months", entente.LongestHorizon)}
	}
	return c.with(h, desk.RegisterConfig{}, false, func(r *desk.Register, _ *sqlite.Store) error {
		if err := r.Watch(h.ctx, by, rel, c.Months); err != nil {
			return err
		}
		fmt.Fprintf(h.stdout, "horizon of %s: %s\n", rel, or(map[bool]string{false: count(c.Months, "month")}[c.Months == 0], "the common one"))
		return nil
	})
}

type rereadCommand struct {
	ID []string `arg:"" optional:"" help:"Documents by register number or id, of which four characters are enough; without one, all."`
	byFlag
	registerFlag
}

func (rereadCommand) Help() string {
	return `The texts are read again with the packs of this program. What somebody judged stays where its words still make a claim; what was judged of other words stands too, and is listed.

Examples:

    entente reread
    entente reread in/2031/12 0f3a`
}

func (c rereadCommand) Run(h *house) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	config, err := h.reading()
	if err != nil {
		return err
	}
	return c.with(h, config, false, func(r *desk.Register, _ *sqlite.Store) error {
		ids, err := c.documents(h, r)
		if err != nil {
			return err
		}
		done, err := r.ReadAgain(h.ctx, by, ids)
		if err != nil {
			return err
		}
		var b bytes.Buffer
		l := h.list(&b)
		l.line(margin, plain, plain, "", fmt.Sprintf("%s read again, %d read otherwise, %s kept",
			count(done.Documents, "document"), done.Changed, count(done.Kept, "judged claim")))
		for _, a := range done.Adrift {
			label := l.id(string(a.ID))
			l.line(margin, dim, plain, label, "“"+a.Stands().Quote+"”")
			l.line(margin+len(label), plain, dim, "", strings.Join(present("no longer read; it stands as it was judged", held(a.Claim), when(a.Document.Date), a.Document.Number.String()), " · "))
		}
		_, err = h.stdout.Write(b.Bytes())
		return err
	})
}

func (c rereadCommand) documents(h *house, r *desk.Register) ([]entente.DocumentID, error) {
	var ids []entente.DocumentID
	if len(c.ID) == 0 {
		a, err := r.Ask(h.ctx, "documents", entente.Relation{})
		for _, d := range a.Documents {
			ids = append(ids, d.ID)
		}
		return ids, err
	}
	for _, word := range c.ID {
		letter, err := r.Letter(h.ctx, word)
		if err != nil {
			return nil, err
		}
		ids = append(ids, letter.ID)
	}
	return ids, nil
}
