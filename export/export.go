// Package export writes what was read in the forms that other programs take.
//
// JSON is the form of `entente read --json`: one object a document, one a
// line. Its fields, their order and their names are a promise to others, so
// they stand here and nowhere else; see doc/json.md. The API serves the same
// shapes.
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
	return enc.Encode(LineOf(doc, r))
}

// A Line is a document and its reading.
type Line struct {
	Document Document  `json:"document"`
	Envelope Envelope  `json:"envelope"`
	Mentions []Mention `json:"mentions"`
	Claims   []Claim   `json:"claims"`
	Warnings []Warning `json:"warnings"`
}

// A Document is what a document is as a file.
type Document struct {
	ID         entente.DocumentID `json:"id"`
	Name       string             `json:"name"`
	MediaType  string             `json:"media_type"`
	Language   string             `json:"language"`
	Bytes      int                `json:"bytes"`
	TextSHA256 string             `json:"text_sha256"`
	Pages      []Page             `json:"pages"`
}

// A Page is a stretch of the text version that stood on one page.
type Page struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// An Anchor is absent as a whole, not null, where no words say the value.
type Anchor struct {
	Quote string `json:"quote"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// A Value without words and without a value is {}.
type Value struct {
	Value string `json:"value,omitempty"`
	Name  string `json:"name,omitempty"`
	*Anchor
	Inferred bool   `json:"inferred,omitempty"`
	Why      string `json:"why,omitempty"`
}

// A Correspondent is a sender, a recipient or a party.
type Correspondent struct {
	Name string `json:"name"`
	*Anchor
	Inferred  bool   `json:"inferred,omitempty"`
	Why       string `json:"why,omitempty"`
	Honorific Value  `json:"honorific"`
	Office    Value  `json:"office"`
	State     Value  `json:"state"`
}

// An Envelope is what stands on and around a document.
type Envelope struct {
	Form        string          `json:"form"`
	Date        Value           `json:"date"`
	Place       Value           `json:"place"`
	Sender      []Correspondent `json:"sender"`
	Recipient   []Correspondent `json:"recipient"`
	Parties     []Correspondent `json:"parties"`
	Salutation  Value           `json:"salutation"`
	Close       Value           `json:"close"`
	Signature   Value           `json:"signature"`
	Annotations []Value         `json:"annotations"`
	References  []Value         `json:"references"`
}

// A Mention is words that name something.
type Mention struct {
	Kind  entente.MentionKind `json:"kind"`
	Value string              `json:"value"`
	Anchor
}

// A Claim is a claim as it was read.
type Claim struct {
	ID    string        `json:"id"`
	Kind  entente.Kind  `json:"kind"`
	Force entente.Force `json:"force"`
	Anchor
	About  string `json:"about,omitempty"`
	Fields Fields `json:"fields"`
}

// A Warning is what could not be read, or was read with a doubt.
type Warning struct {
	Text string `json:"text"`
	*Anchor
}

// LineOf returns the shape of a document and its reading.
func LineOf(doc *entente.Document, r entente.Reading) Line {
	return Line{
		Document: documentOf(doc),
		Envelope: EnvelopeOf(r.Envelope),
		Mentions: mapped(r.Mentions, MentionOf),
		Claims:   mapped(r.Claims, claimOf),
		Warnings: mapped(r.Remarks, WarningOf),
	}
}

func documentOf(d *entente.Document) Document {
	return Document{d.ID, d.Name, d.MediaType, d.Language, d.Bytes, d.TextSHA256, mapped(d.Pages, PageOf)}
}

// PageOf returns the shape of a page.
func PageOf(s entente.Span) Page { return Page{s.Start, s.End} }

// EnvelopeOf returns the shape of an envelope.
func EnvelopeOf(e entente.Envelope) Envelope {
	return Envelope{
		Form: e.Form.Value, Date: valueOf(e.Date), Place: valueOf(e.Place),
		Sender:     mapped(e.Sender, correspondentOf),
		Recipient:  mapped(e.Recipient, correspondentOf),
		Parties:    mapped(e.Parties, correspondentOf),
		Salutation: valueOf(e.Salutation), Close: valueOf(e.Close), Signature: valueOf(e.Signature),
		Annotations: mapped(e.Annotations, valueOf), References: mapped(e.References, valueOf),
	}
}

func correspondentOf(c entente.Correspondent) Correspondent {
	return Correspondent{c.Name.Value, placed(c.Name.Anchor), c.Name.Inferred, c.Name.Why,
		valueOf(c.Honorific), valueOf(c.Office), valueOf(c.State)}
}

// MentionOf returns the shape of a mention.
func MentionOf(m entente.Mention) Mention { return Mention{m.Kind, m.Value, AnchorOf(m.Anchor)} }

func claimOf(c entente.Claim) Claim {
	return Claim{c.ID, c.Kind, c.Force, AnchorOf(c.Anchor), c.About, FieldsOf(c)}
}

// WarningOf returns the shape of a remark.
func WarningOf(r entente.Remark) Warning { return Warning{r.Text, placed(r.Anchor)} }

func valueOf(v entente.Value) Value {
	return Value{v.Value, v.Name, placed(v.Anchor), v.Inferred, v.Why}
}

// AnchorOf returns the shape of words in their place.
func AnchorOf(a entente.Anchor) Anchor { return Anchor{a.Quote, a.Start, a.End} }

func placed(a entente.Anchor) *Anchor {
	if a.Empty() {
		return nil
	}
	shape := AnchorOf(a)
	return &shape
}

// mapped is never nil: an empty list is [], not null.
func mapped[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = f(a)
	}
	return out
}
