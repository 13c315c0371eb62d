package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"entente"
)

const (
	margin   = 2   // columns left of everything
	labels   = 9   // columns of a label, with the space after it
	broadest = 100 // columns a line has at most; longer ones are hard to read
)

// A sheet is a letter's page as it is printed: lines of labels and words,
// all of them clean and wrapped to the screen.
type sheet struct {
	*bytes.Buffer
	screen screen
	doc    *entente.Document
	said   entente.Reading
	ground bool // something was printed in brackets, which needs a word
}

// printLetter prints for a person what was read from a document: its
// envelope, its claims with their words, and what could not be read.
func printLetter(b *bytes.Buffer, scr screen, doc *entente.Document, r entente.Reading) {
	scr.width = max(24, min(scr.width, broadest))
	s := &sheet{Buffer: b, screen: scr, doc: doc, said: r}
	s.head()
	s.envelope()
	first := map[string]int{} // the first claim about each matter
	for i, c := range r.Claims {
		s.WriteByte('\n')
		s.claim(i+1, c, first[c.About])
		if c.About != "" && first[c.About] == 0 {
			first[c.About] = i + 1
		}
	}
	s.remarks()
	if s.ground {
		s.WriteByte('\n')
		s.line(margin, plain, dim, "", "[…] is inferred, not said.")
	}
}

// head prints the name of the file over a rule, and what it is.
func (s *sheet) head() {
	what := strings.Join(present(
		words(s.said.Envelope.Form.Value), s.doc.Language, charset(s.doc.Charset), counted(s.said.Claims)), " · ")
	name := s.doc.Name
	if name == "-" {
		name = "standard input"
	}
	s.apart(margin, bold, name, dim, what)
	s.WriteString(strings.Repeat(" ", margin) + s.screen.paint(dim, strings.Repeat("─", s.screen.width-margin)) + "\n")
}

// charset is worth a word only where the text had to be decoded.
func charset(name string) string {
	if name == "utf-8" {
		return ""
	}
	return name
}

func counted(claims []entente.Claim) string {
	switch len(claims) {
	case 0:
		return "no claims"
	case 1:
		return "1 claim"
	}
	return fmt.Sprintf("%d claims", len(claims))
}

func (s *sheet) envelope() {
	e := s.said.Envelope
	s.field(margin, "Date", s.value(e.Date, when))
	s.field(margin, "Place", s.value(e.Place, nil))
	s.correspondents("From", e.Sender)
	s.correspondents("To", e.Recipient)
	s.correspondents("Between", e.Parties)
	s.field(margin, "Ref", s.values(e.References))
	s.field(margin, "Opens", s.value(e.Salutation, nil))
	s.field(margin, "Closes", s.value(e.Close, nil))
	s.field(margin, "Signed", s.value(e.Signature, nil))
	s.field(margin, "By hand", s.values(e.Annotations))
}

// correspondents prints each on a line of its own; the label stands once.
func (s *sheet) correspondents(label string, list []entente.Correspondent) {
	for _, c := range list {
		s.field(margin, label, strings.Join(present(
			strings.Join(present(s.value(c.Honorific, nil), s.value(c.Name, nil)), " "),
			s.value(c.Office, nil), s.value(c.State, nil)), ", "))
		label = ""
	}
}

// claim prints one claim; same is the number of an earlier one about the
// same matter, or 0.
func (s *sheet) claim(number int, c entente.Claim, same int) {
	label := fmt.Sprintf("%*d  ", margin+2, number)
	indent := len(label)
	s.line(0, dim, bold, label, s.title(c))
	facts := present(string(c.Kind), string(c.Force), s.facts(c), sameAs(same), s.where(c.Anchor))
	s.line(indent, plain, hue[c.Kind], "", strings.Join(facts, " · "))
	for _, rule := range entente.FieldsOf[c.Kind] {
		label, ok := fieldLabels[rule.Field]
		if !ok {
			continue
		}
		s.field(indent, label, s.values(c.Fields[rule.Field]))
	}
	s.line(indent, plain, italic, "", "“"+c.Quote+"”")
}

func sameAs(number int) string {
	if number == 0 {
		return ""
	}
	return fmt.Sprintf("same matter as %d", number)
}

// fieldLabels are the fields that get a line of their own; the others stand
// in the title or among the facts.
var fieldLabels = map[entente.Field]string{
	entente.FieldParties:     "who",
	entente.FieldBy:          "who",
	entente.FieldWith:        "with",
	entente.FieldHost:        "host",
	entente.FieldPlace:       "where",
	entente.FieldDate:        "when",
	entente.FieldEarlierDate: "was",
	entente.FieldDue:         "due",
	entente.FieldAmount:      "amount",
	entente.FieldTerms:       "terms",
}

// title is what a claim is about, in the fewest words.
func (s *sheet) title(c entente.Claim) string {
	title := ""
	switch c.Kind {
	case entente.Contact:
		title = strings.Join(present(s.closed(c, entente.FieldOrdinal), s.closed(c, entente.FieldLevel), s.closed(c, entente.FieldMode)), " ")
	case entente.Agreement:
		title = strings.Join(present(s.closed(c, entente.FieldForm), s.values(c.Fields[entente.FieldSubject])), ": ")
	case entente.Undertaking:
		title = s.values(c.Fields[entente.FieldTitle])
	}
	if title == "" {
		title = string(c.Kind)
	}
	return capital(title)
}

// facts are the values from closed lists, each word once and not the force
// again.
func (s *sheet) facts(c entente.Claim) string {
	var facts []string
	for _, f := range []entente.Field{entente.FieldStatus, entente.FieldStage, entente.FieldAction, entente.FieldDomain} {
		if fact := s.closed(c, f); fact != string(c.Force) && !slices.Contains(facts, fact) {
			facts = append(facts, fact)
		}
	}
	return strings.Join(present(facts...), " · ")
}

func (s *sheet) closed(c entente.Claim, f entente.Field) string {
	var out []string
	for _, v := range c.Fields[f] {
		out = append(out, s.value(v, words))
	}
	return strings.Join(out, ", ")
}

// remarks prints what could not be read and where.
func (s *sheet) remarks() {
	for i, r := range s.said.Remarks {
		if i == 0 {
			s.WriteByte('\n')
		}
		text := strings.Join(present(s.where(r.Anchor), r.Text), ": ")
		if quote := strings.TrimSpace(r.Quote); quote != "" {
			text += ": “" + quote + "”"
		}
		s.line(margin, yellow, plain, "!", text)
	}
}

// where says where words stand, as editors count.
func (s *sheet) where(a entente.Anchor) string {
	if a.Empty() {
		return ""
	}
	return fmt.Sprintf("line %d", 1+strings.Count(s.doc.Text[:a.Start], "\n"))
}
