// Package export writes what was read in the forms that other programs take.
//
// JSON is the form of `entente read --json`: one object a document, one a
// line. Its fields, their order and their names are a promise to others, so
// they stand here and nowhere else; see doc/json.md.
package export

import (
	"encoding/json"
	"io"

	"entente"
)

// JSON writes a document and its reading as one line. The order of the
// fields is fixed, and equal readings give equal bytes.
func JSON(w io.Writer, doc *entente.Document, r entente.Reading) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(line{
		Document: documentOf(doc),
		Envelope: envelopeOf(r.Envelope),
		Mentions: mapped(r.Mentions, mentionOf),
		Claims:   mapped(r.Claims, claimOf),
		Warnings: mapped(r.Remarks, warningOf),
	})
}

type line struct {
	Document document  `json:"document"`
	Envelope envelope  `json:"envelope"`
	Mentions []mention `json:"mentions"`
	Claims   []claim   `json:"claims"`
	Warnings []warning `json:"warnings"`
}

type document struct {
	ID         entente.DocumentID `json:"id"`
	Name       string             `json:"name"`
	MediaType  string             `json:"media_type"`
	Language   string             `json:"language"`
	Bytes      int                `json:"bytes"`
	TextSHA256 string             `json:"text_sha256"`
	Pages      []page             `json:"pages"`
}

type page struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// An anchor is absent as a whole, not null, where no words say the value.
type anchor struct {
	Quote string `json:"quote"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// A value without words and without a value is {}.
type value struct {
	Value string `json:"value,omitempty"`
	Name  string `json:"name,omitempty"`
	*anchor
	Inferred bool   `json:"inferred,omitempty"`
	Why      string `json:"why,omitempty"`
}

type correspondent struct {
	Name string `json:"name"`
	*anchor
	Inferred  bool   `json:"inferred,omitempty"`
	Why       string `json:"why,omitempty"`
	Honorific value  `json:"honorific"`
	Office    value  `json:"office"`
	State     value  `json:"state"`
}

type envelope struct {
	Form        string          `json:"form"`
	Date        value           `json:"date"`
	Place       value           `json:"place"`
	Sender      []correspondent `json:"sender"`
	Recipient   []correspondent `json:"recipient"`
	Parties     []correspondent `json:"parties"`
	Salutation  value           `json:"salutation"`
	Close       value           `json:"close"`
	Signature   value           `json:"signature"`
	Annotations []value         `json:"annotations"`
	References  []value         `json:"references"`
}

type mention struct {
	Kind  entente.MentionKind `json:"kind"`
	Value string              `json:"value"`
	anchor
}

type claim struct {
	ID    string        `json:"id"`
	Kind  entente.Kind  `json:"kind"`
	Force entente.Force `json:"force"`
	anchor
	About  string `json:"about,omitempty"`
	Fields fields `json:"fields"`
}

type warning struct {
	Text string `json:"text"`
	*anchor
}

func documentOf(d *entente.Document) document {
	return document{d.ID, d.Name, d.MediaType, d.Language, d.Bytes, d.TextSHA256,
		mapped(d.Pages, func(s entente.Span) page { return page{s.Start, s.End} })}
}

func envelopeOf(e entente.Envelope) envelope {
	return envelope{
		Form: e.Form.Value, Date: valueOf(e.Date), Place: valueOf(e.Place),
		Sender:     mapped(e.Sender, correspondentOf),
		Recipient:  mapped(e.Recipient, correspondentOf),
		Parties:    mapped(e.Parties, correspondentOf),
		Salutation: valueOf(e.Salutation), Close: valueOf(e.Close), Signature: valueOf(e.Signature),
		Annotations: mapped(e.Annotations, valueOf), References: mapped(e.References, valueOf),
	}
}

func correspondentOf(c entente.Correspondent) correspondent {
	return correspondent{c.Name.Value, placed(c.Name.Anchor), c.Name.Inferred, c.Name.Why,
		valueOf(c.Honorific), valueOf(c.Office), valueOf(c.State)}
}

func mentionOf(m entente.Mention) mention {
	return mention{m.Kind, m.Value, anchor{m.Quote, m.Start, m.End}}
}

func claimOf(c entente.Claim) claim {
	return claim{c.ID, c.Kind, c.Force, anchor{c.Quote, c.Start, c.End}, c.About, fields{c.Kind, c.Fields}}
}

func warningOf(r entente.Remark) warning { return warning{r.Text, placed(r.Anchor)} }

func valueOf(v entente.Value) value {
	return value{v.Value, v.Name, placed(v.Anchor), v.Inferred, v.Why}
}

func placed(a entente.Anchor) *anchor {
	if a.Empty() {
		return nil
	}
	return &anchor{a.Quote, a.Start, a.End}
}

// mapped is never nil: an empty list is [], not null.
func mapped[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = f(a)
	}
	return out
}
