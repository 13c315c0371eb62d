package desk

import (
	"fmt"
	"slices"
	"strings"

	"entente"
	"entente/dates"
	"entente/edtf"
	"entente/token"
)

// Dates returns the dates in a line of text, read in a language against a
// reference date, which may be none. If language is "" the text's own is
// recognised, and a language that no pack reads has no dates.
func (r *Reader) Dates(text, language string, reference edtf.Date) []dates.Date {
	if language == "" {
		language = r.intake.Language(text)
	}
	pack := r.Packs.Pack(language)
	if pack == nil {
		return nil
	}
	tokens := token.Tokens(text, entente.Span{End: len(text)}, pack)
	return r.Grammar.Find(text, tokens, language, dates.Reference{Date: reference})
}

// Language returns the tag of the pack that reads a language given as a
// BCP 47 tag: "fr" for "fr-BE". The error wraps ErrInvalid if there is none,
// and names those there are.
func (r *Reader) Language(tag string) (string, error) {
	base, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	if known := r.Packs.Languages(); !slices.Contains(known, base) {
		return "", &entente.InputError{Name: tag, At: -1, Err: entente.ErrInvalid,
			Text: fmt.Sprintf("no such language; there are %s", strings.Join(known, ", "))}
	}
	return base, nil
}
