package web

import (
	"strings"

	"entente/api"
)

// said is a text that the register made for a person, in the language of the
// face.
func (f *face) said(text string) string { return api.Say(f.tag.String(), text) }

// reasons are how the rules begin to say why two claims may be about one
// matter, with the key of the message and what follows in it.
var reasons = []struct {
	begin, key string
	follows    func(f *face, rest string) []any
}{
	{"both name ", "reason.name", asIs},
	{"both speak of ", "reason.speak", asIs},
	{"the place ", "reason.place", asIs},
	{"the domain ", "reason.domain", func(f *face, rest string) []any { return []any{f.wordsOf(rest)} }},
	{"both of ", "reason.of", asIs},
	{"both to ", "reason.to", asIs},
	{"the same ", "reason.same", func(f *face, rest string) []any {
		mode, day, _ := strings.Cut(rest, " date ")
		return []any{f.word(mode), f.when(day)}
	}},
	{"one was moved from the date of the other, ", "reason.moved", func(f *face, rest string) []any { return []any{f.when(rest)} }},
	{"one gives no date that stands, and the two are told within two years", "reason.near", nil},
}

func asIs(_ *face, rest string) []any { return []any{rest} }

// wordsOf says words of closed lists that stand in one text.
func (f *face) wordsOf(list string) string {
	words := strings.Split(list, ", ")
	for i, w := range words {
		words[i] = f.word(w)
	}
	return strings.Join(words, ", ")
}

// reason says why the rules ask about two claims, or join them. What a person
// wrote stays as it is.
func (f *face) reason(text string) string {
	parts, ours := strings.Split(text, "; "), false
	for i, part := range parts {
		for _, r := range reasons {
			rest, is := strings.CutPrefix(part, r.begin)
			if !is {
				continue
			}
			ours = true
			if r.follows != nil {
				parts[i] = f.T(r.key, r.follows(f, rest)...)
			} else {
				parts[i] = f.T(r.key)
			}
			break
		}
	}
	if !ours {
		return text
	}
	return strings.Join(parts, f.T("reason.and"))
}
