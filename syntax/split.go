package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/lang"
)

// Marks that may end a sentence, and what may stand after them within it.
const (
	stops    = ".!?…"
	closings = "»”\")]’'›"
	openings = "«“\"([‘'‹—–-"
)

// breaks are the lists of a pack that tell where sentences end.
type breaks struct {
	starters map[string]bool   // words that seldom follow an abbreviation but in a new sentence
	abbrevs  map[string]string // value "name": a name follows
	accents  map[string]string // capitals that typewriters write without their accent
	bears    map[string]bool   // words before which they stand so
}

type breaksKey struct{}

func breaksOf(pack *lang.Pack) *breaks {
	return pack.Made(breaksKey{}, func(p *lang.Pack) any {
		b := &breaks{starters: map[string]bool{}, abbrevs: map[string]string{}, accents: map[string]string{}, bears: map[string]bool{}}
		for _, w := range p.List("starters").Words() {
			b.starters[w] = true
		}
		for _, e := range p.List("abbreviations").Entries {
			b.abbrevs[e.Words] = e.Value
		}
		for _, e := range p.List("bare_capitals").Entries {
			b.accents[e.Words] = e.Value
		}
		for _, w := range p.List("after_bare_capitals").Words() {
			b.bears[w] = true
		}
		return b
	}).(*breaks)
}

// accent gives the first word of a sentence the accent that its capital goes
// without: "A l'issue des entretiens".
func (b *breaks) accent(sentence []entente.Token) {
	if len(sentence) < 2 || !capital(sentence[0].Text) {
		return
	}
	full, next := b.accents[sentence[0].Norm], sentence[1]
	if r, _ := utf8.DecodeRuneInString(next.Text); full != "" && (b.bears[next.Norm] || capital(next.Text) || unicode.IsDigit(r)) {
		sentence[0].Norm = full
	}
}

// split returns where the sentences in tokens end: indexes of the tokens
// after each, the last of which is len(tokens). A semicolon ends none.
func (b *breaks) split(tokens []entente.Token) []int {
	var ends []int
	start := 0
	for i := 0; i < len(tokens)-1; i++ {
		if !b.stop(tokens, i) {
			continue
		}
		end := i + 1
		for end < len(tokens) && closes(tokens, end) {
			end++
		}
		if end == len(tokens) {
			break
		}
		if tokens[i].Norm == "." && numbers(tokens[start:i]) || !b.starts(tokens, i, end) {
			continue
		}
		ends = append(ends, end)
		start, i = end, end-1
	}
	if len(tokens) > 0 {
		ends = append(ends, len(tokens))
	}
	return ends
}

// stop reports whether token i is a mark that may end a sentence, or an
// abbreviation whose full stop does it as well.
func (b *breaks) stop(tokens []entente.Token, i int) bool {
	t := tokens[i].Norm
	if strings.Trim(t, stops) == "" {
		return true
	}
	return strings.HasSuffix(t, ".") && b.abbrevs[t] != "name" && utf8.RuneCountInString(t) > 2 &&
		b.starters[tokens[i+1].Norm] && capital(tokens[i+1].Text)
}

// starts reports whether a sentence may start at token next, after a stop
// at token i.
func (b *breaks) starts(tokens []entente.Token, i, next int) bool {
	t := tokens[next]
	if !t.Space { // "fin.Le": a space is missing
		return i > 0 && next == i+1 && len(t.Norm) > 1 && capital(t.Text) && len(tokens[i-1].Norm) > 2 && lower(tokens[i-1].Text)
	}
	for strings.Contains(openings, t.Norm) && next+1 < len(tokens) {
		next++
		t = tokens[next]
	}
	r, _ := utf8.DecodeRuneInString(t.Text)
	return !unicode.IsLower(r) && !strings.Contains(",;:", t.Norm)
}

// closes reports whether token i is a quote or bracket that closes.
func closes(tokens []entente.Token, i int) bool {
	t := tokens[i]
	switch t.Norm {
	case "»", "”", ")", "]", "›":
		return true
	}
	return !t.Space && strings.Contains(closings, t.Norm)
}

// numbers reports whether tokens are no more than the number of a paragraph:
// nothing, "2", "II", "a".
func numbers(tokens []entente.Token) bool {
	if len(tokens) > 1 && strings.Contains(openings, tokens[0].Norm) {
		tokens = tokens[1:]
	}
	if len(tokens) != 1 {
		return len(tokens) == 0
	}
	t := tokens[0].Norm
	return utf8.RuneCountInString(t) == 1 || strings.Trim(t, "0123456789") == "" || strings.Trim(t, "ivxlc") == ""
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func lower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
