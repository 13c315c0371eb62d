package projection

import (
	"slices"
	"strings"

	"entente"
)

// resolve says what the pronouns of a claim stand for in its document, and
// which states its parties are or belong to.
func resolve(c entente.Claim, r entente.Reading) (map[string]string, []entente.Code) {
	names := map[string]string{}
	var codes []entente.Code
	for _, field := range []entente.Field{entente.FieldParties, entente.FieldHost, entente.FieldBy, entente.FieldWith} {
		for _, v := range c.Fields[field] {
			name, of := pronoun(v.Value, r.Envelope)
			if name != "" {
				names[v.Value] = name
			}
			if code, ok := country(v.Value); ok {
				of = append(of, code)
			}
			for _, m := range r.Mentions {
				if code, ok := country(m.Value); ok && m.Kind == entente.MentionPlace && !v.Span.Empty() && v.Span.Contains(m.Span) {
					of = append(of, code)
				}
			}
			for _, code := range of {
				codes = addOnce(codes, code)
			}
		}
	}
	slices.Sort(codes)
	if len(names) == 0 {
		names = nil
	}
	return names, codes
}

// pronoun returns the printed names and the states that "@sender" and the
// like stand for.
func pronoun(value string, e entente.Envelope) (string, []entente.Code) {
	list := e.Sender
	if strings.HasPrefix(value, entente.AtRecipient) {
		list = e.Recipient
	}
	codes := states(list)
	var names []string
	switch value {
	case entente.AtSender, entente.AtRecipient:
		for _, c := range list {
			if c.Name.Value != "" {
				names = append(names, c.Name.Value)
			} else if c.Office.Value != "" {
				names = append(names, c.Office.Value)
			}
		}
	case entente.AtSenderState, entente.AtRecipientState:
		for _, code := range codes {
			names = append(names, string(code))
		}
	default:
		return "", nil
	}
	return strings.Join(names, ", "), codes
}

// A passage is the row of a handling mark.
type passage struct {
	Span entente.Span
	Mark entente.Mark
}

// marks returns the handling marks that a claim inherits: of its document, of
// the entry that read it, and of the passages that its words lie in.
func (f *fold) marks(d *Document, read entente.Mark, c entente.Claim) ([]entente.Mark, error) {
	var marks []entente.Mark
	for _, m := range []entente.Mark{d.Mark, read} {
		if m != "" {
			marks = addOnce(marks, m)
		}
	}
	passages, err := f.passagesOf(d.TextSHA256)
	if err != nil {
		return nil, err
	}
	for _, p := range passages {
		if covers(p.Span, c) {
			marks = addOnce(marks, p.Mark)
		}
	}
	return marks, nil
}

// passagesOf returns the marked passages of a text.
func (f *fold) passagesOf(text string) ([]passage, error) {
	if known, ok := f.passages[text]; ok {
		return known, nil
	}
	row, err := load(f.tx, marksKey(text), passagesRow)
	if err != nil {
		return nil, err
	}
	if row == nil {
		row = new([]passage)
	}
	f.passages[text] = *row
	return *row, nil
}

// covers reports whether any words of a claim or of its values lie in span.
func covers(span entente.Span, c entente.Claim) bool {
	if span.Overlaps(c.Span) {
		return true
	}
	for _, values := range c.Fields {
		for _, v := range values {
			if span.Overlaps(v.Span) {
				return true
			}
		}
	}
	return false
}
