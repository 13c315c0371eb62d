package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// value says one value: in brackets where no words do, a date in words, a
// party that is only pointed at by its name.
func (s *sheet) value(v entente.Value, say func(string) string) string {
	if v.Zero() {
		return ""
	}
	text := v.Value
	if say != nil {
		text = say(text)
	}
	if strings.HasPrefix(v.Value, "@") {
		text = s.party(v)
	}
	text = strings.TrimSpace(text)
	if v.Inferred {
		s.ground = true
		return "[" + text + "]"
	}
	return text
}

// values says a list of values, dates as dates, each once.
func (s *sheet) values(list []entente.Value) string {
	var out []string
	seen := map[string]bool{}
	for _, v := range list {
		text := s.value(v, when)
		if text != "" && !seen[text] {
			seen[text] = true
			out = append(out, text)
		}
	}
	return strings.Join(out, "; ")
}

// party names a party that the text only points at.
func (s *sheet) party(v entente.Value) string {
	if v.Name != "" {
		return v.Name
	}
	e := s.said.Envelope
	from, to := names(e.Sender), names(e.Recipient)
	switch v.Value {
	case entente.AtSender:
		return or(from.name, "the sender")
	case entente.AtRecipient:
		return or(to.name, "the recipient")
	case entente.AtSenderState:
		return or(from.state, "the sender's state")
	case entente.AtRecipientState:
		return or(to.state, "the recipient's state")
	}
	return v.Value
}

type named struct{ name, state string }

func names(list []entente.Correspondent) named {
	var n, st []string
	for _, c := range list {
		n = append(n, or(c.Name.Value, c.Office.Value))
		st = append(st, c.State.Value)
	}
	return named{strings.Join(present(n...), " and "), strings.Join(present(st...), " and ")}
}

// field prints a label and its words, or nothing if there are none.
func (s *sheet) field(indent int, label, text string) {
	if text != "" {
		s.line(indent, dim, plain, label+strings.Repeat(" ", max(1, labels-len(label))), text)
	}
}

// line prints text, cleaned and wrapped, with a label before its first line
// and the other lines aligned under it.
func (s *sheet) line(indent int, labelStyle, textStyle style, label, text string) {
	if label != "" && !strings.HasSuffix(label, " ") {
		label += " "
	}
	for i, l := range wrap(clean(text), s.screen.width-indent-len(label)) {
		if i > 0 {
			label = strings.Repeat(" ", len(label))
		}
		s.WriteString(strings.Repeat(" ", indent) + s.screen.paint(labelStyle, label) + s.screen.paint(textStyle, l) + "\n")
	}
}

// apart prints two texts at the two ends of a line, or on two lines if they
// do not fit on one.
func (s *sheet) apart(indent int, leftStyle style, left string, rightStyle style, right string) {
	left, right = clean(left), clean(right)
	room := s.screen.width - indent - width(left) - width(right)
	if room < 2 {
		s.line(indent, plain, leftStyle, "", left)
		s.line(indent, plain, rightStyle, "", right)
		return
	}
	s.WriteString(strings.Repeat(" ", indent) + s.screen.paint(leftStyle, left) +
		strings.Repeat(" ", room) + s.screen.paint(rightStyle, right) + "\n")
}

// words turns a closed-list word into plain ones: "to be signed".
func words(s string) string { return strings.ReplaceAll(s, "_", " ") }

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// present returns those that are not empty.
func present(list ...string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// capital returns s with a capital at its start, or after a bracket there.
func capital(s string) string {
	start := len(s) - len(strings.TrimLeft(s, "["))
	r, n := utf8.DecodeRuneInString(s[start:])
	return s[:start] + string(unicode.ToUpper(r)) + s[start+n:]
}
