package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

const (
	// piece is the length, in bytes, of the pieces of text that are judged
	// one by one, so that a letterhead in another language is outvoted.
	piece = 160
	// most is how many are judged at most, spread over the text.
	most = 12
	// headStart is the advantage, in nats, of a language that a pack reads.
	headStart = 4
)

// Language returns the BCP 47 tag of the language that most of the running
// text is in, or "und" if it has no letters. Words in small letters weigh
// more than titles and names in capitals.
func (in *Intake) Language(text string) string {
	tags := in.model.Tags()
	pieces := sample(text)
	votes := make([]float64, len(tags))
	costs := make([]float64, len(tags))
	for i, p := range pieces {
		if leads(votes, float64((len(pieces)-i)*piece)) {
			break
		}
		clear(costs)
		if in.model.Costs(p, costs) == 0 {
			continue
		}
		best, least := 0, 0.0
		for i, c := range costs {
			if in.read[i] {
				c -= headStart
			}
			if i == 0 || c < least {
				best, least = i, c
			}
		}
		votes[best] += running(p)
	}
	best := -1
	for i, v := range votes {
		if v > 0 && (best < 0 || v > votes[best]) {
			best = i
		}
	}
	if best < 0 {
		return "und"
	}
	return tags[best]
}

// leads reports whether what is still to come cannot change who is first.
func leads(votes []float64, toCome float64) bool {
	first, second := 0.0, 0.0
	for _, v := range votes {
		if v > first {
			first, second = v, first
		} else if v > second {
			second = v
		}
	}
	return first > second+toCome
}

// unspoken remarks on a language that no pack reads.
func (in *Intake) unspoken(tag string) (entente.Remark, bool) {
	i := slices.Index(in.model.Tags(), tag)
	if i < 0 || in.read[i] {
		return entente.Remark{}, false
	}
	return entente.Remark{Text: "the text is in the language " + tag + ", which no language pack reads; hardly anything of it is understood"}, true
}

// running counts the letters of s; a capital counts a quarter.
func running(s string) float64 {
	n := 0.0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			n += 0.25
		case unicode.IsLetter(r):
			n++
		}
	}
	return n
}

// sample returns pieces of text, cut at white space where there is any.
func sample(text string) []string {
	step := max(piece, len(text)/most)
	var out []string
	for from := 0; from < len(text); from += step {
		end := min(from+piece, len(text))
		out = append(out, text[edge(text, from):edge(text, end)])
	}
	return out
}

// edge returns the end of the white space at or after i, within 40 bytes, or
// else the start of a rune.
func edge(text string, i int) int {
	if i == 0 || i >= len(text) {
		return min(i, len(text))
	}
	near := text[i:min(i+40, len(text))]
	if at := strings.IndexAny(near, " \n\t\r"); at >= 0 {
		return i + at + 1
	}
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return i
}
