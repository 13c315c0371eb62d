package syntax

import (
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/internal/linear"
)

// A word is what the models see of a token, as hashes.
type word struct {
	form   uint64    // Norm, each digit as 0
	ends   [5]uint64 // its last 1, 2, 3, 4, 5 runes
	starts [2]uint64 // its first 1, 3
	shape  uint64    // capitals, digits, hyphens
	kinds  uint64    // parts of speech that the lexicon gives it; 0 for none
	set    int       // its set of readings in the lexicon, or -1
}

// none stands for a word outside of the sentence.
var none = word{form: 1, shape: 1, set: -1}

// words appends what the models see of tokens to out.
func (m *models) words(tokens []entente.Token, out []word) []word {
	for i := range tokens {
		out = append(out, m.word(&tokens[i], i == 0))
	}
	return out
}

func (m *models) word(t *entente.Token, first bool) word {
	norm := t.Norm
	w := word{form: formHash(norm)}
	at := len(norm)
	for k := range w.ends {
		if at > 0 {
			_, n := utf8.DecodeLastRuneInString(norm[:at])
			at -= n
		}
		w.ends[k] = formHash(norm[at:])
	}
	at = 0
	for k := range 3 {
		if at < len(norm) {
			_, n := utf8.DecodeRuneInString(norm[at:])
			at += n
		}
		if k != 1 {
			w.starts[k/2] = linear.Hash(norm[:at])
		}
	}
	w.shape = shape(t.Text, first)
	w.set = m.lexicon.set(norm)
	w.kinds = m.lexicon.kinds(w.set)
	return w
}

// formHash is linear.Hash with each digit as 0.
func formHash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if '0' <= c && c <= '9' {
			c = '0'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// shape returns a word for how s is written; first says that it stands first
// in its sentence, where a capital tells less.
func shape(s string, first bool) uint64 {
	var initial, capitals, small, digits, hyphens, marks uint64
	for i, r := range s {
		switch {
		case unicode.IsUpper(r):
			capitals = 1
			if i == 0 {
				initial = 1
			}
		case unicode.IsLetter(r):
			small = 1
		case unicode.IsDigit(r):
			digits = 1
		case r == '-':
			hyphens = 1
		case r == '.' || r == '\'' || r == '’':
		default:
			marks = 1
		}
	}
	n := uint64(min(len(s), 4))
	h := initial | capitals<<1 | small<<2 | digits<<3 | hyphens<<4 | marks<<5 | n<<6 | 1<<10
	if first {
		h |= 1 << 11
	}
	return h
}

// kinds returns a hash of the parts of speech in a set of readings.
func (l *lexicon) kinds(set int) uint64 {
	if set < 0 {
		return 0
	}
	return l.kindsOf[set]
}
