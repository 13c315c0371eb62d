// Package names compares names of people, organisations and places across
// scripts, romanisations, word orders and small slips: Nazarbaïev,
// Nazarbayev and Назарбаев are one name; KGM and KMG may be.
//
// It says how alike two names are, not whether two people are one: that is
// for identity, which has more evidence than names. The sounds, legal forms
// and honorifics it knows are lists of the pack "mul".
package names

import (
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"entente"
	"entente/lang"
)

// A Comparer compares names. It does not change and may be used by many at
// once.
type Comparer struct {
	roman     map[rune]string
	sounds    []sound // longest first
	legal     map[string]bool
	legalRuns [][]string // legal forms of several words, longest first
	honorific map[string]bool
	particle  map[string]bool
	generic   map[string]bool
	nickname  map[string]string
	number    map[string]string // "first", "1st" → "1"
}

type sound struct {
	letters, sign string
	end           bool // only at the end of a word
}

// New makes a Comparer of the lists in the pack "mul".
func New(packs *lang.Packs) *Comparer {
	p := packs.Pack("mul")
	c := &Comparer{
		roman:     map[rune]string{},
		legal:     map[string]bool{},
		honorific: map[string]bool{},
		particle:  map[string]bool{},
		generic:   map[string]bool{},
		nickname:  map[string]string{},
		number:    map[string]string{},
	}
	for _, e := range p.List("romanise").Entries {
		for _, r := range e.Words {
			c.roman[r] = strings.TrimPrefix(e.Value, "-")
		}
	}
	for _, e := range p.List("sounds").Entries {
		letters, end := strings.CutSuffix(e.Words, "$")
		c.sounds = append(c.sounds, sound{letters, strings.TrimPrefix(e.Value, "-"), end})
	}
	sort.SliceStable(c.sounds, func(i, j int) bool { return len(c.sounds[i].letters) > len(c.sounds[j].letters) })
	for _, w := range p.List("legal_forms").Words() {
		words := strings.Fields(c.Fold(w))
		if len(words) == 1 {
			c.legal[words[0]] = true
		} else {
			c.legalRuns = append(c.legalRuns, words)
		}
	}
	sort.SliceStable(c.legalRuns, func(i, j int) bool { return len(c.legalRuns[i]) > len(c.legalRuns[j]) })
	for list, set := range map[string]map[string]bool{"honorifics": c.honorific, "name_particles": c.particle, "generic_words": c.generic} {
		for _, w := range p.List(list).Words() {
			set[c.Fold(w)] = true
		}
	}
	for _, tag := range packs.Languages() {
		for _, list := range []string{"ordinals", "cardinals"} {
			for _, e := range packs.Pack(tag).List(list).Entries {
				if w := c.Fold(e.Words); !strings.HasPrefix(e.Value, "-") && len(w) > 2 && !strings.Contains(w, " ") {
					c.number[w] = e.Value
				}
			}
		}
	}
	for _, e := range p.List("nicknames").Entries {
		c.nickname[c.Fold(e.Words)] = c.Fold(e.Value)
	}
	return c
}

// Fold returns s in plain small Latin letters and digits with single blanks:
// without marks, in one romanisation, "Société d'Énergie" as "societe d
// energie". Letters of scripts that the pack does not know stay.
func (c *Comparer) Fold(s string) string {
	var b strings.Builder
	blank := true
	run := 0 // letters since the last blank
	for _, r := range strings.ToLower(norm.NFC.String(s)) {
		if r == '\'' || r == '’' || r == 'ʼ' {
			if run > 2 || run == 2 && !strings.HasSuffix(b.String(), "qu") {
				continue // "Qa'ida", "People's"; but "l'Est", "qu'Ali"
			}
		}
		if latin, ok := c.roman[r]; ok {
			b.WriteString(latin)
			blank = blank && latin == ""
			run++
			continue
		}
		for _, d := range norm.NFD.String(string(r)) {
			if latin, ok := c.roman[d]; ok {
				b.WriteString(latin)
				blank = false
				continue
			}
			switch {
			case unicode.IsLetter(d) || unicode.IsDigit(d):
				b.WriteRune(d)
				blank = false
				run++
			case unicode.Is(unicode.Mn, d) || d == '.':
				// A mark on a letter; the full stops of "S.A." join it.
			case !blank:
				b.WriteByte(' ')
				blank, run = true, 0
			default:
				run = 0
			}
		}
	}
	return strings.TrimSpace(b.String())
}

// Key returns the sounds of s: names that are read alike have one key. It
// is for finding candidates; two names with one key may still be two names.
func (c *Comparer) Key(s string) string {
	words := strings.Fields(c.Fold(s))
	for i, w := range words {
		words[i] = c.key(w)
	}
	return strings.Join(words, " ")
}

// key returns the sounds of one folded word, doubled ones once.
func (c *Comparer) key(word string) string {
	var b strings.Builder
	var last byte
	for i := 0; i < len(word); {
		sign, n := word[i:i+1], 1
		for _, s := range c.sounds {
			if strings.HasPrefix(word[i:], s.letters) && (!s.end || i+len(s.letters) == len(word)) {
				sign, n = s.sign, len(s.letters)
				break
			}
		}
		for j := 0; j < len(sign); j++ {
			if sign[j] != last {
				b.WriteByte(sign[j])
			}
			last = sign[j]
		}
		i += n
	}
	return b.String()
}

// Core returns the words that tell a name: folded, without honorifics and,
// for an organisation, without legal forms.
func (c *Comparer) Core(name string, kind entente.MentionKind) []string {
	if before, after, ok := strings.Cut(name, ","); ok && kind == entente.MentionPerson && len(strings.Fields(after)) < 4 {
		name = after + " " + before // "Nuristani, Abdul"
	}
	words := strings.Fields(c.Fold(name))
	if kind == entente.MentionOrganisation {
		words = c.withoutLegal(words)
	}
	kept := words[:0:0]
	for _, w := range words {
		switch n := c.number[w]; {
		case kind == entente.MentionPerson && c.honorific[w]:
			continue
		case n != "" && kind == entente.MentionOrganisation:
			w = n
		}
		kept = append(kept, w)
	}
	if len(kept) == 0 {
		return words
	}
	return kept
}

func (c *Comparer) withoutLegal(words []string) []string {
	for _, run := range c.legalRuns {
		for i := 0; i+len(run) <= len(words); i++ {
			if equal(words[i:i+len(run)], run) && len(words) > len(run) {
				words = append(append([]string(nil), words[:i]...), words[i+len(run):]...)
			}
		}
	}
	kept := words[:0:0]
	for _, w := range words {
		if !c.legal[w] && !c.nearLegal(w) {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return words
	}
	return kept
}

// nearLegal reports whether a long word is a legal form but for one slip.
func (c *Comparer) nearLegal(w string) bool {
	if len(w) < 8 {
		return false
	}
	for form := range c.legal {
		if len(form) >= 8 && max(len(form)-len(w), len(w)-len(form)) <= 1 && damerau(form, w) <= 1 {
			return true
		}
	}
	return false
}

func equal(a, b []string) bool {
	for i := range b {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
