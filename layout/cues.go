package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/lang"
)

// The lists of a pack that layout reads; lang/schema.go says what each is.
var listNames = []string{"marks", "header_keys", "reference_cues", "salutations", "address_cues", "months",
	"close_cues", "copies_cues", "stamps", "page_words", "quoted_cues", "forms", "institutions", "addressing",
	"enclosure_cues", "annotation_cues", "postscripts", "note_cues", "offices"}

// cues are the words that one language, or several, gives to the cascade.
type cues struct{ lists map[string]*phrases }

func newCues(packs ...*lang.Pack) *cues {
	c := &cues{map[string]*phrases{}}
	for _, name := range listNames {
		p := &phrases{map[string][]phrase{}}
		for _, pack := range packs {
			for _, e := range pack.List(name).Entries {
				p.add(e)
			}
		}
		c.lists[name] = p
	}
	return c
}

// phrases finds the phrases of a list in normal text, by their first word.
type phrases struct{ byFirst map[string][]phrase }

type phrase struct{ words, value string }

func (p *phrases) add(e lang.Entry) {
	w := normal(e.Words)
	first := firstWord(w)
	p.byFirst[first] = append(p.byFirst[first], phrase{w, e.Value})
}

// firstWord returns the letters and digits that s starts with, or its first
// rune if it starts with neither.
func firstWord(s string) string {
	for i, r := range s {
		if !isAlnum(r) {
			if i == 0 {
				return s[:utf8.RuneLen(r)]
			}
			return s[:i]
		}
	}
	return s
}

// at returns the longest phrase that norm starts with.
func (p *phrases) at(norm string) (phrase, bool) {
	var best phrase
	if norm == "" || len(p.byFirst) == 0 {
		return best, false
	}
	for _, ph := range p.byFirst[firstWord(norm)] {
		if len(ph.words) > len(best.words) && strings.HasPrefix(norm, ph.words) && ends(norm, ph.words) {
			best = ph
		}
	}
	return best, best.words != ""
}

// ends reports whether the phrase that norm starts with ends at a word's end.
func ends(norm, words string) bool {
	r, _ := utf8.DecodeLastRuneInString(words)
	if !isAlnum(r) {
		return true
	}
	next, n := utf8.DecodeRuneInString(norm[len(words):])
	return n == 0 || !isAlnum(next)
}

// find returns the first phrase in norm and where it starts.
func (p *phrases) find(norm string) (phrase, int, bool) {
	inWord := false
	for i, r := range norm {
		is := isAlnum(r)
		if !inWord || !is {
			if ph, ok := p.at(norm[i:]); ok {
				return ph, i, true
			}
		}
		inWord = is
	}
	return phrase{}, 0, false
}

func (c *cues) starts(list, norm string) bool {
	_, ok := c.lists[list].at(norm)
	return ok
}

func (c *cues) has(list, norm string) bool {
	_, _, ok := c.lists[list].find(norm)
	return ok
}

// whole reports whether norm is a phrase of the list and nothing else but
// marks.
func (c *cues) whole(list, norm string) bool {
	norm = strings.TrimFunc(norm, func(r rune) bool { return !isAlnum(r) })
	ph, ok := c.lists[list].at(norm)
	return ok && len(strings.Trim(norm[len(ph.words):], " .:,;)]/")) == 0
}

func isAlnum(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}
