package names

import (
	"fmt"
	"slices"
	"strings"

	"entente"
)

// words compares two folded words with their sounds.
func (c *Comparer) words(a, b, ka, kb string, kind entente.MentionKind) (float64, string) {
	if a == b {
		return 1, ""
	}
	if len(a) > len(b) {
		a, b, ka, kb = b, a, kb, ka
	}
	if kind == entente.MentionPerson {
		if len(a) == 1 && a[0] == b[0] {
			return 0.9, fmt.Sprintf("%s. for %s", strings.ToUpper(a), b)
		}
		if c.nickname[a] == b || c.nickname[b] == a {
			return 0.92, fmt.Sprintf("%s is short for %s", a, b)
		}
	}
	if ka == kb && len(ka) >= 2 {
		return 0.97, fmt.Sprintf("%s is read as %s", a, b)
	}
	// A slip weighs more in a short word, and a change of the first sound
	// more than one inside.
	n := max(len(ka), len(kb))
	if n < 4 || ka == "" || kb == "" { // a word of marks alone has no sounds
		return 0, ""
	}
	if gap := min(abs(len(a)-len(b)), abs(len(ka)-len(kb))); 1-1.3*float64(gap)/float64(n) <= 0.55 {
		return 0, "" // so many letters more are so many slips
	}
	d := min(damerau(a, b), damerau(ka, kb))
	if kind == entente.MentionPerson && consonants(ka) == consonants(kb) && len(consonants(ka)) >= 2 && vowel(ka[len(ka)-1]) == vowel(kb[len(kb)-1]) && (!vowel(ka[len(ka)-1]) || ka[len(ka)-1] == kb[len(kb)-1]) {
		return 0.85, fmt.Sprintf("%s is near %s", a, b)
	}
	s := 1 - 1.3*float64(d)/float64(n)
	if ka[:1] != kb[:1] {
		s -= 0.1
	}
	if s <= 0.55 {
		return 0, ""
	}
	return s, fmt.Sprintf("%s is near %s", a, b)
}

// surname compares a lone surname with a full name: they may be written for
// one another where it is the last word.
func (c *Comparer) surname(x, y []string) (Score, bool) {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) != 1 || len(y) < 2 || len(x[0]) < 4 {
		return Score{}, false
	}
	if last := y[len(y)-1]; x[0] == last || c.key(x[0]) == c.key(last) {
		return Score{Score: 0.84, Same: true, Why: "the surname of the other"}, true
	}
	return Score{}, false
}

// regroup returns x with its words cut as those of y are: a short one taken
// apart where its letters are the initials of words of y that follow each
// other ("JC", "Jean Claude"), several joined where y has them in one.
func (c *Comparer) regroup(x, y *Name) *Name {
	var out []string
	for i := 0; i < len(x.core); i++ {
		w := x.core[i]
		if x.Kind == entente.MentionPerson && abbreviates(w, y.core) {
			out = append(out, strings.Split(w, "")...)
			continue
		}
		for n := 2; n <= 4 && i+n <= len(x.core); n++ {
			if whole := strings.Join(x.core[i:i+n], ""); len(whole) >= 5 && slices.Contains(y.core, whole) {
				w, i = whole, i+n-1
				break
			}
		}
		out = append(out, w)
	}
	if len(out) == len(x.core) {
		return x
	}
	return c.ready(out, x.Kind)
}

// abbreviates reports whether w, two or three letters, is the initials of
// longer words that follow each other.
func abbreviates(w string, words []string) bool {
	if len(w) < 2 || len(w) > 3 {
		return false
	}
	for j := 0; j+len(w) <= len(words); j++ {
		n := 0
		for n < len(w) && len(words[j+n]) > 1 && words[j+n][0] == w[n] {
			n++
		}
		if n == len(w) {
			return true
		}
	}
	return false
}

// digits that are written for letters.
var mixed = strings.NewReplacer("0", "o", "1", "i", "3", "e", "5", "s", "9", "g")

// unmix puts letters for digits into a word that has both.
func unmix(w string) string {
	if strings.ContainsAny(w, "01359") && strings.ContainsAny(w, "abcdefghijklmnopqrstuvwxyz") {
		return mixed.Replace(w)
	}
	return w
}

func vowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

func consonants(key string) string {
	var b strings.Builder
	for i := range len(key) {
		if !vowel(key[i]) {
			b.WriteByte(key[i])
		}
	}
	return b.String()
}

// weight says how much a word tells.
func (c *Comparer) weight(w string, kind entente.MentionKind) float64 {
	switch {
	case c.particle[w]:
		return 0.2
	case kind != entente.MentionPerson && c.generic[w]:
		return 0.35
	case len(w) == 1 && kind == entente.MentionPerson:
		return 0.5
	case len(w) <= 2:
		return 0.7
	}
	return 1
}

// damerau is the optimal string alignment distance in bytes of folded words:
// insert, delete, replace, swap neighbours.
func damerau(a, b string) int {
	var room [3][48]int // names' words are short; the heap is for longer ones
	prev, cur, next := room[0][:], room[1][:], room[2][:]
	if len(b) >= len(cur) {
		prev, cur, next = make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	}
	prev, cur, next = prev[:len(b)+1], cur[:len(b)+1], next[:len(b)+1]
	for j := range cur {
		cur[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(cur[j]+1, next[j-1]+1, cur[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], prev[j-2]+1)
			}
		}
		prev, cur, next = cur, next, prev
	}
	return cur[len(b)]
}

func abs(n int) int { return max(n, -n) }

func unique(sorted []string) []string {
	kept := sorted[:0]
	for i, s := range sorted {
		if i == 0 || s != sorted[i-1] {
			kept = append(kept, s)
		}
	}
	return kept
}
