package syntax

import (
	"errors"
	"slices"
	"strings"

	"entente/internal/linear"
)

// A lexicon knows forms by hash: what each may be, and of which lemma. It
// reads its tables where they lie. Forms that it does not know it guesses
// from their ends. A nil lexicon knows nothing.
type lexicon struct {
	analyses []analysis
	rules    []string // lemma rules: how many bytes go, as a letter from 'A', and what comes
	sets     string   // sets of readings, each a count and pairs of uint16: analysis, rule
	starts   string   // where each set starts; uint32
	forms    table    // form to set
	kindsOf  []uint64 // of each set, a hash of the parts of speech in it
	telling  bool     // it knows more than the tagger learnt from
	ends     table    // end of a form and part of speech to rule
}

// An analysis is a part of speech with features.
type analysis struct {
	pos, feats string
	hash       uint64
}

// A reading is one thing that a form may be.
type reading struct {
	*analysis
	rule uint16
}

// A table maps hashes to 16-bit numbers. Like a linear.Model it has buckets,
// and knows a hash by 16 bits of it.
type table struct {
	shift   uint
	offsets string // uint32
	entries string // 16 bits of the hash, and the number
}

const lexiconMagic = "lexicon1\n"

var errLexicon = errors.New("not a lexicon, or cut short")

func openLexicon(data string) (*lexicon, error) {
	if !strings.HasPrefix(data, lexiconMagic) {
		return nil, errLexicon
	}
	data = data[len(lexiconMagic):]
	var blocks [9]string
	for i := range blocks {
		if len(data) < 4 || uint64(len(data)-4) < uint64(linear.Uint32(data)) {
			return nil, errLexicon
		}
		n := int(linear.Uint32(data))
		blocks[i], data = data[4:4+n], data[4+n:]
	}
	l := &lexicon{rules: strings.Split(blocks[1], "\n"), sets: blocks[2], starts: blocks[3]}
	for _, line := range strings.Split(blocks[0], "\n") {
		pos, feats, _ := strings.Cut(line, " ")
		l.analyses = append(l.analyses, analysis{pos, feats, linear.Hash(line)})
	}
	var ok1, ok2 bool
	l.forms, ok1 = newTable(blocks[4], blocks[5])
	l.ends, ok2 = newTable(blocks[6], blocks[7])
	if !ok1 || !ok2 {
		return nil, errLexicon
	}
	l.telling = len(blocks[8]) > 0
	return l, l.hashKinds()
}

// hashKinds fills kindsOf: the parts of speech of each set, verbs by form. If
// the lexicon is not telling, all are 0.
func (l *lexicon) hashKinds() error {
	kinds := make([]uint64, len(l.analyses))
	for i, a := range l.analyses {
		_, form, _ := strings.Cut(a.feats, "VerbForm=")
		kinds[i] = linear.Hash(a.pos + form)
	}
	l.kindsOf = make([]uint64, len(l.starts)/4)
	for set := range l.kindsOf {
		at := int(linear.Uint32(l.starts[4*set:]))
		if at >= len(l.sets) || at+1+4*int(l.sets[at]) > len(l.sets) {
			return errLexicon
		}
		seen, sum := []uint64{}, uint64(1)
		for i := range int(l.sets[at]) {
			a := int(linear.Uint16(l.sets[at+1+4*i:]))
			if a >= len(kinds) {
				return errLexicon
			}
			if !slices.Contains(seen, kinds[a]) {
				seen = append(seen, kinds[a])
				sum += linear.Mix(2, kinds[a])
			}
		}
		if l.telling {
			l.kindsOf[set] = sum
		}
	}
	return nil
}

func newTable(offsets, entries string) (table, bool) {
	t := table{64, offsets, entries}
	for n := len(offsets)/4 - 1; n > 1; n /= 2 {
		t.shift--
	}
	last := uint32(0)
	for at := 0; at+4 <= len(offsets); at += 4 {
		n := linear.Uint32(offsets[at:])
		if n < last || int(n) > len(entries) {
			return t, false
		}
		last = n
	}
	return t, true
}

// find returns the number of hash, or -1.
func (t *table) find(hash uint64) int {
	if len(t.offsets) < 8 {
		return -1
	}
	b := hash >> t.shift * 4
	at, end := linear.Uint32(t.offsets[b:]), linear.Uint32(t.offsets[b+4:])
	for e := t.entries[at:end]; len(e) >= 4; e = e[4:] {
		if linear.Uint16(e) == uint16(hash) {
			return int(linear.Uint16(e[2:]))
		}
	}
	return -1
}

// set returns the number of the set of readings of a form, or -1.
func (l *lexicon) set(form string) int {
	if l == nil {
		return -1
	}
	return l.forms.find(linear.Mix(0, linear.Hash(form)))
}

// readings appends the readings of a set to out.
func (l *lexicon) readings(set int, out []reading) []reading {
	if set < 0 {
		return out
	}
	at := int(linear.Uint32(l.starts[4*set:]))
	n := int(l.sets[at])
	for i := range n {
		p := l.sets[at+1+4*i:]
		out = append(out, reading{&l.analyses[linear.Uint16(p)], linear.Uint16(p[2:])})
	}
	return out
}

// lemma returns the base form of a form, whose readings are of that set, of a
// part of speech with features:
// of the reading that agrees best, of a guess from the end of the form, or
// the form itself.
func (l *lexicon) lemma(form string, set int, pos, feats string, work *scratch) string {
	if l == nil || pos == "" {
		return form
	}
	best, score := -1, 0
	work.readings = l.readings(set, work.readings[:0])
	for _, r := range work.readings {
		s := 0
		switch {
		case r.pos == pos && r.feats == feats:
			s = 3
		case r.pos == pos:
			s = 2
		case akin(r.pos, pos):
			s = 1
		}
		if s > score {
			best, score = int(r.rule), s
		}
	}
	if best >= 0 {
		return l.apply(best, form)
	}
	if pos == "PROPN" || pos == "NUM" {
		return form
	}
	for i := max(0, len(form)-7); i < len(form); i++ {
		if rule := l.ends.find(linear.Mix(1, linear.Hash(form[i:]), linear.Hash(pos))); rule >= 0 {
			return l.apply(rule, form)
		}
	}
	return form
}

// akin reports whether words of the two parts of speech share their lemma.
func akin(a, b string) bool {
	return a == "AUX" && b == "VERB" || a == "VERB" && b == "AUX" || a == "VERB" && b == "ADJ"
}

func (l *lexicon) apply(rule int, form string) string {
	r := l.rules[rule]
	cut := int(r[0] - 'A')
	if cut > len(form) || cut == len(form) && len(r) == 1 {
		return form
	}
	return form[:len(form)-cut] + r[1:]
}
