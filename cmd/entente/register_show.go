package main

import (
	"bytes"
	"fmt"
	"strings"

	"entente"
	"entente/desk"
	"entente/sqlite"
)

type showCommand struct {
	What     string `arg:"" optional:"" help:"relations, documents, contacts, agreements, undertakings, parties, people, organisations; a relation (FR-KZ); a register number (in/2031/12); or an id, of which four characters are enough."`
	Relation string `placeholder:"PAIR" help:"Show only what belongs to this relation, such as FR-KZ."`
	asOfFlag
	registerFlag
}

func (showCommand) Help() string {
	return `Without an argument the relations are listed. A matter is shown with its history: how each document worded it, what the documents say beside what is concluded and from what, what contradicts itself, and who judged what.

Examples:

    entente show
    entente show undertakings --relation FR-KZ
    entente show 0123456789ab
    entente show 0123456789ab --as-of 2012-01-01`
}

func (c showCommand) Run(h *house) error {
	var of entente.Relation
	if c.Relation != "" {
		var ok bool
		if of, ok = entente.ParseRelation(c.Relation); !ok {
			return usage{fmt.Sprintf("--relation: %q is no relation; give two country codes, such as FR-KZ", c.Relation)}
		}
	}
	return c.with(h, desk.RegisterConfig{}, false, func(r *desk.Register, _ *sqlite.Store) error {
		answer, err := r.Ask(h.ctx, c.What, of)
		if err != nil {
			return err
		}
		var b bytes.Buffer
		switch {
		case answer.Matter != nil:
			asOf, err := c.date()
			if err != nil {
				return err
			}
			history, err := r.History(h.ctx, answer.Matter.ID, asOf)
			if err != nil {
				return err
			}
			h.list(&b).history(history, c.AsOf != "")
		case c.AsOf != "":
			return usage{"--as-of is for one matter; name it by its id"}
		default:
			h.list(&b).answer(answer)
		}
		_, err = h.stdout.Write(b.Bytes())
		return err
	})
}

// A list is a sheet with what the register holds.
type list struct{ *sheet }

func (h *house) list(b *bytes.Buffer) list {
	scr := h.screen
	scr.width = max(24, min(scr.width, broadest))
	return list{&sheet{Buffer: b, screen: scr}}
}

func (l list) answer(a desk.Answer) {
	switch {
	case a.Document != nil:
		l.documentFile(a.Document)
	default:
		for _, r := range a.Relations {
			l.relation(r)
		}
		for _, m := range a.Matters {
			l.matter(m)
		}
		for _, d := range a.Documents {
			l.document(d)
		}
		for _, p := range a.Parties {
			l.party(p)
		}
		if len(a.Relations)+len(a.Matters)+len(a.Documents)+len(a.Parties) == 0 {
			l.line(margin, plain, dim, "", "no "+a.Title)
		}
	}
}

func (l list) relation(r *desk.Relation) {
	l.apart(margin, bold, r.Relation.String(), dim, strings.Join([]string{
		count(r.Documents, "document"), count(r.Contacts, "contact"), count(r.Agreements, "agreement"), count(r.Undertakings, "undertaking")}, " · "))
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// id is the label of a line.
func (l list) id(id string) string { return short(id) + "  " }

func (l list) document(d *desk.Document) {
	if d.Unread != "" {
		l.line(margin, dim, plain, l.id(string(d.ID)), strings.Join(present(d.Number.String(), d.Name, "unread"), " · "))
		return
	}
	l.line(margin, dim, plain, l.id(string(d.ID)), strings.Join(present(when(d.Date), words(or(d.Form, "document")),
		between(d), d.Number.String(), count(d.Claims, "claim")), " · "))
}

// between says who wrote to whom.
func between(d *desk.Document) string {
	from, to := people(d.Sender), people(d.Recipient)
	switch {
	case from != "" && to != "":
		return from + " to " + to
	case from != "":
		return "from " + from
	case to != "":
		return "to " + to
	}
	return people(d.Parties)
}

func people(list []desk.Person) string {
	var out []string
	for _, p := range list {
		out = append(out, or(or(p.Name, p.Office), string(p.State)))
	}
	return strings.Join(present(out...), ", ")
}

func (l list) matter(m *desk.Matter) {
	l.line(margin, dim, hue[m.Kind], l.id(string(m.ID)), star(m)+capital(matterTitle(m)))
	indent := margin + len(l.id(string(m.ID)))
	facts := present(string(m.Kind), words(m.Stage), when(m.Date), m.Place, strings.Join(m.Parties, ", "))
	if len(m.Documents) > 1 {
		facts = append(facts, count(len(m.Documents), "document"))
	}
	l.line(indent, plain, dim, "", strings.Join(append(facts, marks(m.Marks)...), " · "))
	l.noteLine(indent, noted(m))
}

func matterTitle(m *desk.Matter) string {
	switch {
	case m.Kind == entente.Contact && m.Mode != "" && m.Place != "":
		return words(m.Mode) + ", " + m.Place
	case m.Kind == entente.Contact || m.Title == "":
		return words(or(m.Mode, string(m.Kind)))
	case m.Kind == entente.Agreement && m.Mode != "":
		return words(m.Mode) + ": " + m.Title
	}
	return m.Title
}

func marks(list []entente.Mark) []string {
	var out []string
	for _, m := range list {
		out = append(out, "["+string(m)+"]")
	}
	return out
}

func (l list) party(p desk.Party) {
	l.apart(margin, plain, strings.Join(p.Names, " = "), dim, string(p.Kind)+" · "+count(p.Documents, "document")+" · "+count(p.Mentions, "mention"))
}

func reason(s string) string {
	if s == "" {
		return ""
	}
	return ": " + s
}

func relations(list []entente.Relation) string {
	var out []string
	for _, r := range list {
		out = append(out, r.String())
	}
	return strings.Join(out, ", ")
}

func (l list) documentFile(f *desk.DocumentFile) {
	l.apart(margin, bold, f.Name, dim, strings.Join(present(words(f.Form), f.Language, count(f.Document.Claims, "claim")), " · "))
	l.rule()
	l.field(margin, "Number", f.Number.String()+", received "+when(f.On)+", entered by "+f.By)
	l.field(margin, "Id", string(f.ID))
	l.field(margin, "Mark", string(f.Mark))
	l.field(margin, "Unread", f.Unread)
	l.field(margin, "Date", when(f.Date))
	l.field(margin, "Place", f.Place)
	l.field(margin, "From", people(f.Sender))
	l.field(margin, "To", people(f.Recipient))
	l.field(margin, "Parties", people(f.Parties))
	for _, r := range f.Relations {
		l.field(margin, "Between", r.Relation.String()+inferred(r.Why))
	}
	l.field(margin, "Ref", strings.Join(f.References, "; "))
	for _, c := range f.Claims {
		l.WriteByte('\n')
		l.claim(c, "")
	}
	for _, r := range f.Remarks {
		l.line(margin, yellow, plain, "!", r.Text)
	}
}

func inferred(why string) string {
	if why == "" {
		return ""
	}
	return " [" + why + "]"
}

// claim prints one claim with its words; from says which document makes it.
func (l list) claim(c *desk.Claim, from string) {
	claim := c.Stands()
	label := l.id(string(c.ID))
	indent := margin + len(label)
	for field, values := range claim.Fields {
		for i, v := range values {
			claim.Fields[field][i].Name = or(c.Names[v.Value], v.Name)
		}
	}
	l.line(margin, dim, bold, label, l.title(claim))
	facts := present(string(claim.Kind), string(claim.Force), l.facts(claim), held(c))
	l.line(indent, plain, hue[claim.Kind], "", strings.Join(append(facts, marks(c.Marks)...), " · "))
	for _, rule := range entente.FieldsOf[claim.Kind] {
		if label, ok := fieldLabels[rule.Field]; ok {
			l.field(indent, label, l.values(claim.Fields[rule.Field]))
		}
	}
	l.line(indent, plain, italic, "", "“"+claim.Quote+"”")
	if from != "" {
		l.line(indent, plain, dim, "", from)
	}
}

// held says what a person holds of a claim.
func held(c *desk.Claim) string {
	switch {
	case c.Behind != "":
		return "a judged claim stands in its place"
	case c.Verdict == "":
		return ""
	}
	return string(c.Verdict) + " by " + c.By + reason(c.Reason)
}

func (l list) rule() {
	l.WriteString(strings.Repeat(" ", margin) + l.screen.paint(dim, strings.Repeat("─", l.screen.width-margin)) + "\n")
}
