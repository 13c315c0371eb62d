package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/lang"
)

// The lists of a pack that layout reads; lang/schema.go says what each is.
var listNames = []string{"marks", "header_keys", "reference_cues", "salutations", "address_cues", "months",
	"other_months", "close_cues", "copies_cues", "stamps", "page_words", "quoted_cues", "forms", "institutions",
	"addressing", "enclosure_cues", "annotation_cues", "postscripts", "note_cues", "offices", "signed_cues", "signing_for"}

// cues are the words that one language, or several, gives to the cascade.
type cues struct {
	lists map[string]*lang.Phrases
	keys  *lang.Phrases // of header lines, in all languages: an e-mail may have a head in any
}

func newCues(keys *lang.Phrases, packs ...*lang.Pack) *cues {
	c := &cues{map[string]*lang.Phrases{}, keys}
	for _, name := range listNames {
		c.lists[name] = lang.NewPhrases(packs, name)
	}
	return c
}

func (c *cues) starts(list, norm string) bool {
	_, ok := c.lists[list].At(norm)
	return ok
}

func (c *cues) has(list, norm string) bool {
	_, _, ok := c.lists[list].Find(norm)
	return ok
}

// whole reports whether norm is a phrase of the list and nothing else but
// marks.
func (c *cues) whole(list, norm string) bool {
	if c.starts(list, norm) && c.bare(list, norm) {
		return true
	}
	return c.bare(list, strings.TrimFunc(norm, func(r rune) bool { return !isAlnum(r) }))
}

func (c *cues) bare(list, norm string) bool {
	e, ok := c.lists[list].At(norm)
	return ok && strings.Trim(norm[len(e.Words):], " .:,;)]/") == ""
}

func isAlnum(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}
