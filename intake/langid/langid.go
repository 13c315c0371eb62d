// Package langid tells languages apart by their groups of one to four
// letters: naive Bayes over weights that Train made, and that a language
// pack carries as a file. The same weights say how likely a letter is among
// its neighbours, which is how an encoding is recognised.
//
// It judges letters alone. Digits, marks and spaces only part words.
package langid

import (
	"errors"
	"fmt"
	"math"
	"unicode"
)

// longest is the length, in letters, of the longest group that is counted.
const longest = 4

// A Model is the weights of some languages. It does not change once opened
// and may be used by many at once.
type Model struct {
	tags   []string
	unseen []int // by language: cost of a group it does not have, in sixteenths
	groups table // those that at least one language has
}

// A group is up to four letters, 16 bits each, the last lowest.
type group uint64

// A weight is what a group costs in one language: -ln of its probability,
// in sixteenths.
type weight struct{ language, cost uint8 }

const scale = 16

// Open reads the bytes that Train wrote.
func Open(data string) (*Model, error) {
	r := reader{data: data}
	if r.text(len(magic)) != magic {
		return nil, errors.New("no model of languages; make it with cmd/train langid")
	}
	m := &Model{}
	for range r.byte() {
		m.tags = append(m.tags, r.text(int(r.byte())))
		m.unseen = append(m.unseen, int(r.byte()))
	}
	many := r.uvarint()
	if many > uint64(len(data)) {
		return nil, errShort
	}
	n := int(many)
	m.groups = newTable(n, len(data)/2)
	var g group
	for range n {
		g += group(r.uvarint())
		from := len(m.groups.weights)
		for range r.byte() {
			w := weight{r.byte(), r.byte()}
			if int(w.language) >= len(m.tags) {
				return nil, fmt.Errorf("a weight for language %d of %d", w.language, len(m.tags))
			}
			m.groups.weights = append(m.groups.weights, w)
		}
		m.groups.add(g, from)
	}
	if r.short {
		return nil, errShort
	}
	return m, nil
}

const magic = "langid1\n"

var errShort = errors.New("the model of languages is cut short")

// Tags returns the BCP 47 tags of the languages, sorted.
func (m *Model) Tags() []string { return m.tags }

// Costs adds to costs, by language in the order of Tags, what the letters of
// text cost in it, and returns how many letters there were. The language of
// the least cost is the likeliest; differences are in nats.
func (m *Model) Costs(text string, costs []float64) (letters int) {
	var seen [longest]group // the groups that end at the last rune, by length
	length := 0             // letters since the word began, at most longest
	known := 0              // groups that some language has
	sums := make([]int, len(m.tags))
	add := func(r rune) {
		length = min(length+1, longest)
		for n := length - 1; n > 0; n-- {
			seen[n] = seen[n-1]<<16 | group(uint16(r))
		}
		seen[0] = group(uint16(r))
		for n := range length {
			if weights := m.groups.of(seen[n]); len(weights) > 0 {
				known++
				for _, w := range weights {
					sums[w.language] += int(w.cost) - m.unseen[w.language]
				}
			}
		}
	}
	inWord := false
	for _, r := range text {
		if !isLetter(r) {
			if inWord {
				add(' ')
			}
			inWord, length = false, 0
			continue
		}
		if !inWord {
			add(' ')
			inWord = true
		}
		letters++
		add(fold(r))
	}
	if inWord {
		add(' ')
	}
	for i, u := range m.unseen {
		costs[i] += float64(sums[i]+known*u) / scale
	}
	return letters
}

// Strangeness returns what the groups of up to three letters that hold the
// rune at i cost in a language, on average: high where the letter has no
// business among its neighbours. letters[i] must be a letter; what is none
// parts words.
func (m *Model) Strangeness(letters []rune, i, language int) float64 {
	sum, n := 0.0, 0
	for from := max(0, i-2); from <= i; from++ {
		for to := i + 1; to <= min(len(letters), from+3); to++ {
			g, ok := groupOf(letters[from:to])
			if !ok {
				break
			}
			sum += m.cost(g, language)
			n++
		}
	}
	return sum / float64(max(n, 1))
}

func (m *Model) cost(g group, language int) float64 {
	for _, w := range m.groups.of(g) {
		if int(w.language) == language {
			return float64(w.cost) / scale
		}
	}
	return float64(m.unseen[language])/scale + 2
}

// groupOf packs runes; a word's edge may stand at either end, not within.
func groupOf(runes []rune) (g group, ok bool) {
	for i, r := range runes {
		if !isLetter(r) {
			if i > 0 && i < len(runes)-1 {
				return 0, false
			}
			r = ' '
		}
		g = g<<16 | group(uint16(fold(r)))
	}
	return g, true
}

func isLetter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return r <= math.MaxUint16 && unicode.In(r, unicode.L, unicode.M)
}

func fold(r rune) rune {
	if r < 0x80 {
		return r | 0x20
	}
	return unicode.ToLower(r)
}

// A reader reads bytes and notes when there are too few.
type reader struct {
	data  string
	short bool
}

func (r *reader) text(n int) string {
	if n > len(r.data) {
		r.data, r.short = "", true
		return ""
	}
	s := r.data[:n]
	r.data = r.data[n:]
	return s
}

func (r *reader) byte() uint8 {
	if s := r.text(1); s != "" {
		return s[0]
	}
	return 0
}

// uvarint reads a number as binary.AppendUvarint writes it.
func (r *reader) uvarint() (v uint64) {
	for shift := 0; shift < 64; shift += 7 {
		b := r.byte()
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
	}
	r.data, r.short = "", true
	return 0
}
