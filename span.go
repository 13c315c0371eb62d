package entente

// A Span is the half-open interval [Start, End) of byte offsets into the
// UTF-8 text of one document as received. It always falls on rune
// boundaries. The zero Span is empty and means "no place".
type Span struct{ Start, End int }

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Cover returns the smallest span that holds both s and t; an empty span
// adds nothing.
func (s Span) Cover(t Span) Span {
	if s.Empty() {
		return t
	}
	if t.Empty() {
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// In returns the words of text at s, byte for byte. It panics if s does not
// lie in text, which is a bug of the caller.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// An Anchor ties a value to the words that support it: Quote is the text at
// Span, byte for byte. No anchor, no claim. (W3C Web Annotation: text
// position selector and text quote selector.) The zero Anchor means that
// there are no words: the value is inferred.
type Anchor struct {
	Span
	Quote string
}

// At returns the anchor of span in text.
func At(text string, span Span) Anchor { return Anchor{span, span.In(text)} }

// Checks reports whether a names a place in text and its quote is exactly
// the words there.
func (a Anchor) Checks(text string) bool {
	return 0 <= a.Start && a.Start < a.End && a.End <= len(text) && text[a.Start:a.End] == a.Quote
}
