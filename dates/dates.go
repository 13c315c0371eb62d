// Package dates finds dates in tokens and says them in EDTF.
package dates

import (
	"entente"
	"entente/lang"
)

// A Grammar is the compiled date rules of all packs.
type Grammar struct{}

// A Reference is what relative dates are read against.
type Reference struct{ Date string }

// A Date is one date expression.
type Date struct {
	entente.Span
	Value string
}

// New compiles the date rules of the packs.
func New(packs *lang.Packs) (*Grammar, error) { return &Grammar{}, nil }

// Find returns the dates in tokens, in order.
func (g *Grammar) Find(text string, tokens []entente.Token, tag string, ref Reference) []Date {
	return nil
}
