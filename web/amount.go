package web

import (
	"regexp"
	"strings"
)

// plainAmount is an amount as a register keeps it: a number and its unit.
var plainAmount = regexp.MustCompile(`^[0-9]+(\.[0-9]+)?(e[0-9]{1,2})? \S.{0,40}$`)

// amount reads an amount that a person wrote and returns it as a register
// keeps it, "3.1e8 EUR"; "" for what is none.
func (s *Server) amount(text, language string) string {
	text = strings.TrimSpace(text)
	if plainAmount.MatchString(text) && (s.Amount == nil || len(strings.Fields(text)) == 2) {
		return text
	}
	if s.Amount == nil {
		return ""
	}
	return s.Amount(text, language)
}
