package desk

import (
	"strings"

	"entente"
)

// Amounts returns the amounts that stand in a short text of a language, each
// a number and its unit.
func (r *Reader) Amounts(text, language string) []string {
	_, reading, err := r.Read("amount", strings.NewReader(text), language)
	if err != nil {
		return nil
	}
	var all []string
	for _, m := range reading.Mentions {
		if m.Kind == entente.MentionAmount {
			all = append(all, m.Value)
		}
	}
	return all
}
