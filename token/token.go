// Package token cuts text into words, numbers and marks. It joins words that
// are broken across lines and mends what scanning spoils, without losing the
// place: a token's Text is what a reader sees, its Span the original bytes.
package token

import (
	"entente"
	"entente/lang"
)

// Tokens returns the tokens of text within span, in order, with Span, Text,
// Norm and Space set. The pack says what the language elides and abbreviates;
// it may be nil.
func Tokens(text string, span entente.Span, pack *lang.Pack) []entente.Token {
	panic("token: to be written")
}
