package entente

// A Reading is all that was read from one document. It is a pure function of
// the document and the language packs.
type Reading struct {
	Envelope Envelope
	Between  []Value   // the two states it is between, as codes, where the envelope names one or none; or nothing
	Mentions []Mention // in the order of the text
	Claims   []Claim   // in the order of the text
	Remarks  []Remark  // in the order of the text
}

// A Value is one value and the words that say it. Where it follows from the
// document as a whole the Anchor is zero, Inferred is true and Why says what
// it follows from.
type Value struct {
	Anchor
	Value    string // normalised: an EDTF date, an ISO code, a closed-list word, or the words as printed
	Name     string // for "@sender" and the like: the resolved name, where the reader has one
	Inferred bool
	Why      string
}

// Zero reports whether v says nothing.
func (v Value) Zero() bool { return v.Value == "" }

// Said returns the value that text says at span.
func Said(value, text string, span Span) Value { return Value{Anchor: At(text, span), Value: value} }

// Inferred returns a value that no words say, and why it is believed.
func Inferred(value, why string) Value { return Value{Value: value, Inferred: true, Why: why} }

// A Correspondent is a sender, a recipient or a party of a document.
type Correspondent struct {
	Name      Value // without honorific or office
	Honorific Value // "Son Excellence Monsieur"
	Office    Value // "Président de la République du Kazakhstan"
	State     Value // ISO 3166-1 alpha-2, only when the document or the office makes it certain
}

// An Envelope is what stands on and around a document. A joint statement has
// Parties, and neither Sender nor Recipient.
type Envelope struct {
	Form        Value // one of Forms
	Date        Value // EDTF
	Place       Value
	Sender      []Correspondent
	Recipient   []Correspondent
	Parties     []Correspondent
	Salutation  Value
	Close       Value // the complimentary close
	Signature   Value
	Annotations []Value
	References  []Value
}

// A MentionKind is what a mention names.
type MentionKind string

const (
	MentionPerson       MentionKind = "person"
	MentionOrganisation MentionKind = "organisation"
	MentionPlace        MentionKind = "place"
	MentionDate         MentionKind = "date"
	MentionAmount       MentionKind = "amount"
)

// A Mention is words that name a person, organisation, place, date or
// amount. Value is the name as printed, an ISO 3166-1 alpha-2 code for a
// country, EDTF for a date, number and unit for an amount ("1.6e9 EUR").
type Mention struct {
	Anchor
	Kind  MentionKind
	Value string
}

// A Remark says what could not be read, or was read with a doubt, and where.
type Remark struct {
	Anchor        // zero if the whole document is meant
	Text   string // a sentence for a person, in English
}
