package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/followthrough"
	"entente/lifelines"
	"entente/sqlite"
)

// followCommands are the commands that follow what was said to what came of
// it.
type followCommands struct {
	Status   statusCommand   `cmd:"" help:"Show where a relation stands: contacts, agreements, and what became of each undertaking."`
	Timeline timelineCommand `cmd:"" help:"Draw the lifelines of a relation as a picture."`
	Due      dueCommand      `cmd:"" help:"List what is due or overdue."`
	Judge    judgeCommand    `cmd:"" help:"Say whether two claims are about one thing, or what became of a matter."`
	Review   reviewCommand   `cmd:"" help:"Look at what was read, one key a claim: confirm, reject or correct it."`
	Note     noteCommand     `cmd:"" help:"Star a matter, give it an owner, a next step, a due date or a note."`
	Horizon  horizonCommand  `cmd:"" help:"Set the months without news after which the matters of a relation are asked about."`
	Reread   rereadCommand   `cmd:"" help:"Read documents again with better packs and keep what was judged."`
	Compare  compareCommand  `cmd:"" help:"Compare the contacts of the register with a list of known ones."`
	Names    namesCommand    `cmd:"" help:"Say of each line of the standard input whether two names are one."`
}

// relationArg is a pair of states on the command line.
type relationArg struct {
	Relation string `arg:"" help:"The pair of states, such as FR-KZ."`
}

func (a relationArg) pair() (entente.Relation, error) {
	rel, ok := entente.ParseRelation(a.Relation)
	if !ok {
		return rel, usage{fmt.Sprintf("%q is no relation; give two country codes, such as FR-KZ", a.Relation)}
	}
	return rel, nil
}

// asOfFlag is the day on which something is to be known.
type asOfFlag struct {
	AsOf string `placeholder:"DATE" help:"Show what was known on this day, such as 2012-01-01; without it, today."`
}

func (f asOfFlag) date() (edtf.Date, error) {
	if f.AsOf == "" {
		return edtf.Date{}, nil
	}
	d, err := edtf.Parse(f.AsOf)
	if err != nil || d.Open() {
		return edtf.Date{}, usage{fmt.Sprintf("--as-of: %q is no day; write one such as 2012-01-01", f.AsOf)}
	}
	return d, nil
}

// standing is what status and timeline ask: a relation, on a day.
type standing struct {
	relationArg
	asOfFlag
	registerFlag
}

// with calls use with where the relation stands.
func (c standing) with(h *house, use func(desk.Status) error) error {
	rel, err := c.pair()
	if err != nil {
		return err
	}
	asOf, err := c.date()
	if err != nil {
		return err
	}
	return c.registerFlag.with(h, desk.RegisterConfig{}, false, func(r *desk.Register, _ *sqlite.Store) error {
		s, err := r.Status(h.ctx, rel, asOf)
		if err != nil {
			return err
		}
		return use(s)
	})
}

type statusCommand struct {
	standing
	All bool `help:"Name every matter, not only those that ask for attention."`
}

func (statusCommand) Help() string {
	return `What documents say and what the register concludes stand apart: the stage is the latest that a claim gives, the outcome is concluded by rule and shows what it rests on.

Examples:

    entente status FR-KZ
    entente status FR-KZ --as-of 2012-01-01`
}

func (c statusCommand) Run(h *house) error {
	return c.with(h, func(s desk.Status) error {
		var b bytes.Buffer
		h.list(&b).status(&s, c.All)
		_, err := h.stdout.Write(b.Bytes())
		return err
	})
}

func (l list) status(s *desk.Status, all bool) {
	l.apart(margin, bold, s.Relation.String(), dim, "as of "+when(s.AsOf.Date().String())+" · horizon "+count(s.Horizon, "month"))
	l.rule()
	if n := len(s.Documents); n > 0 {
		l.field(margin, "Read", count(n, "document")+", "+when(s.Documents[0].Date)+" to "+when(s.Documents[n-1].Date))
	}
	l.field(margin, "Last", contactLine(s.LastContact))
	l.field(margin, "Next", or(contactLine(s.NextContact), "no contact is planned"))
	l.group("Agreements", s.Agreements, all)
	l.group("Undertakings", s.Undertakings, all)
	if len(s.Conflicts) > 0 {
		l.heading("Contradictions")
		for _, c := range s.Conflicts {
			l.conflict(c)
		}
	}
	if len(s.Questions) > 0 {
		l.heading("Open questions")
		for _, q := range s.Questions {
			l.question(q)
		}
	}
}

func contactLine(m *desk.Matter) string {
	if m == nil {
		return ""
	}
	return strings.Join(present(when(m.Date), matterTitle(m), strings.Join(m.Parties, ", "), words(m.Stage)), " · ")
}

func (l list) heading(text string) {
	l.WriteByte('\n')
	l.line(margin, plain, bold, "", text)
}

// outcomes in the order in which they ask for attention.
var outcomes = []entente.Outcome{entente.Stalled, entente.Silent, entente.Open, entente.Moving, entente.Dropped, entente.Kept}

var outcomeHue = map[entente.Outcome]style{entente.Kept: green, entente.Moving: cyan, entente.Stalled: yellow, entente.Silent: dim, entente.Dropped: red, entente.Open: plain}

// group prints agreements or undertakings by outcome: a line of counts, then
// each that asks for attention, or each.
func (l list) group(title string, list []*desk.Following, all bool) {
	if len(list) == 0 {
		return
	}
	by := map[entente.Outcome][]*desk.Following{}
	for _, f := range list {
		by[f.Outcome()] = append(by[f.Outcome()], f)
	}
	var counts []string
	for _, o := range outcomes {
		if n := len(by[o]); n > 0 {
			counts = append(counts, fmt.Sprintf("%d %s", n, o))
		}
	}
	l.WriteByte('\n')
	l.apart(margin, bold, title, dim, strings.Join(counts, " · "))
	for _, f := range list {
		if starred(f.Matter) {
			l.following(f)
		}
	}
	for _, o := range outcomes {
		for _, f := range by[o] {
			if !starred(f.Matter) && (all || o != entente.Kept) {
				l.following(f)
			}
		}
	}
}

func starred(m *desk.Matter) bool { return m.Note != nil && m.Note.Starred }

// star is before the title of a matter that is followed closely.
func star(m *desk.Matter) string {
	if starred(m) {
		return "★ "
	}
	return ""
}

func (l list) following(f *desk.Following) {
	o := f.Outcome()
	label := l.id(string(f.ID))
	l.line(margin, dim, outcomeHue[o], label, fmt.Sprintf("%-9s%s%s", o, star(f.Matter), capital(matterTitle(f.Matter))))
	facts := present(strings.Join(f.Parties, ", "), stated(f), concluded(f))
	l.line(margin+len(label)+9, plain, dim, "", strings.Join(facts, " · "))
	l.noteLine(margin+len(label)+9, noted(f.Matter))
}

// noteLine prints a line of a note, or nothing if there is none.
func (l list) noteLine(indent int, text string) {
	if text != "" {
		l.line(indent, plain, italic, "", text)
	}
}

// stated is what the documents say last; concluded is why the register holds
// its outcome.
func stated(f *desk.Following) string {
	if f.Stated == "" {
		return ""
	}
	return "said: " + words(f.Stated)
}

// because are the rules of follow-through in a person's words.
var because = map[followthrough.Rule]string{
	followthrough.ByCompletion: "a later claim says it was done",
	followthrough.BySignature:  "signed or in force",
	followthrough.ByAdvance:    "news within the horizon",
	followthrough.ByWord:       "said to stand still",
	followthrough.ByDue:        "the day it was due has passed",
	followthrough.ByNoAdvance:  "mentioned, but no further within the horizon",
	followthrough.ByRefusal:    "refused, withdrawn or given up",
	followthrough.ByEnd:        "terminated or run out",
	followthrough.ByNothing:    "too early to tell",
}

func concluded(f *desk.Following) string {
	switch {
	case f.Judged != nil:
		return "judged by " + f.Judged.By + " on " + when(f.Judged.On) + reason(f.Judged.Reason)
	case f.Concluded.Rule == followthrough.BySilence:
		return "last named " + when(f.Last.Date().String()) + "; " + count(len(f.SilentDocs), "later document") + " keep silent"
	case f.Concluded.Rule == followthrough.ByDue:
		return because[f.Concluded.Rule] + " (" + when(f.Due.String()) + ")"
	}
	return because[f.Concluded.Rule]
}

func (l list) conflict(c desk.Conflict) {
	label := l.id(string(c.Matter))
	l.line(margin, dim, plain, label, words(string(c.Field)))
	for _, v := range c.Values {
		l.line(margin+len(label), yellow, plain, when(v.Value), "“"+v.Claim.Stands().Quote+"”, "+when(v.Claim.Document.Date))
	}
}

func (l list) question(q desk.OpenQuestion) {
	label := l.id(string(q.A.ID))
	l.line(margin, dim, plain, label, "“"+q.A.Stands().Quote+"”, "+when(q.A.Document.Date))
	l.line(margin, dim, plain, l.id(string(q.B.ID)), "“"+q.B.Stands().Quote+"”, "+when(q.B.Document.Date))
	l.line(margin+len(label), plain, dim, "", "one thing? "+q.Reason)
}

type timelineCommand struct {
	standing
	Svg   string `type:"path" placeholder:"FILE" help:"Where to write the picture; - or nothing is the standard output."`
	Table bool   `help:"Print the picture as a table of words instead."`
}

func (timelineCommand) Help() string {
	return `Each agreement and undertaking is one line, from its first words to its last; visits and meetings cross them all.

Examples:

    entente timeline FR-KZ --svg lifelines.svg
    entente timeline FR-KZ --table`
}

func (c timelineCommand) Run(h *house) error {
	return c.with(h, func(s desk.Status) error {
		picture := s.Picture(pictureWords())
		if c.Table {
			var b bytes.Buffer
			h.list(&b).table(picture.Table())
			_, err := h.stdout.Write(b.Bytes())
			return err
		}
		if c.Svg == "" || filepath.Base(c.Svg) == "-" {
			return picture.SVG(h.stdout)
		}
		return writeFile(c.Svg, picture.SVG)
	})
}

// writeFile writes a file whole or not at all.
func writeFile(path string, write func(w io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".entente-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone once it is renamed
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// pictureWords are the words of the picture in English.
func pictureWords() desk.PictureWords {
	outcome := map[entente.Outcome]string{}
	for _, o := range entente.Outcomes {
		outcome[o] = string(o)
	}
	return desk.PictureWords{
		Words: lifelines.Words{Line: "Matter", Outcome: "Outcome", First: "First words", Last: "Last words", Mentions: "Claims",
			Wished: "proposed", Agreed: "agreed", Signed: "signed", Moving: "under way", Halted: "stalled",
			Kept: "kept", Dropped: "dropped", Silent: "silent", Contact: "visit or meeting"},
		Title:      "%s: what was said, and what became of it",
		Desc:       "%d agreements and undertakings in %d documents from %s to %s. The table of the same picture names each with its outcome.",
		Agreements: "Agreements", Undertakings: "Undertakings",
		Outcome: outcome, Stage: words, Matter: func(m *desk.Matter) string { return capital(matterTitle(m)) }, Date: when,
	}
}

// table prints rows of words in columns as wide as they need.
func (l list) table(head []string, rows [][]string) {
	widths := make([]int, len(head))
	for _, row := range append([][]string{head}, rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], width(clean(cell)))
		}
	}
	for n, row := range append([][]string{head}, rows...) {
		var b strings.Builder
		for i, cell := range row {
			cell = clean(cell)
			b.WriteString(cell + strings.Repeat(" ", widths[i]-width(cell)+2))
		}
		how := plain
		if n == 0 {
			how = bold
		}
		l.WriteString(strings.Repeat(" ", margin) + l.screen.paint(how, strings.TrimRight(b.String(), " ")) + "\n")
	}
}
