package claims

import (
	"slices"
	"strings"

	"entente"
)

// ending returns future or conditional where the form of a whole word of an
// entry shows it: "suivra".
func (l *lexicon) ending(t *entente.Token) mood {
	if m := l.verbal(t); m != noMood {
		return m
	}
	for cut := 3; cut < len(t.Norm); cut++ {
		if m := l.endings[t.Norm[cut:]]; m == future || m == conditional {
			return m
		}
	}
	return noMood
}

const maxFillers = 2

// between reports whether t may stand between a pronoun and its verb: "se sont
// longuement entretenus".
func (l *lexicon) between(t *entente.Token) bool {
	return t.POS == "AUX" || t.POS == "ADV" || l.be[t.Norm] != ""
}

// A walker finds the frames that start at each token. It lends each sentence
// the memory of the one before.
type walker struct {
	lex    *lexicon
	root   *node
	tokens []entente.Token
	start  int // where the frames looked for start
	found  []hit
	first  int // of found that starts there
}

// A stemmed is the mood of the first word that was found by its stem, if one
// was.
type stemmed struct {
	is   bool
	mood mood
}

// walk reports what ends at node n, reached before token i, and goes on. A
// hit ends at end, if that is not 0, else at i.
func (w *walker) walk(n *node, i int, by stemmed, end int) {
	if len(n.frames) > 0 && i > w.start {
		if end > 0 {
			w.report(end, by.mood, n.frames)
		} else {
			w.report(i, by.mood, n.frames)
		}
	}
	w.on(n, i, by, end)
}

// on goes on from node n at token i.
func (w *walker) on(n *node, i int, by stemmed, end int) {
	l, tokens := w.lex, w.tokens
	if i >= len(tokens) {
		return
	}
	t := &tokens[i]
	norm := t.Norm
	if next := n.words.to(norm); next != nil {
		w.walk(next, i+1, by, end)
	}
	if short, elided := strings.CutSuffix(norm, "'"); elided { // "d'" for "de"
		if next := n.words.to(short + "e"); next != nil {
			w.walk(next, i+1, by, end)
		}
	}
	stem := func(next *node, m mood) {
		if by.is {
			w.walk(next, i+1, by, end)
		} else {
			w.walk(next, i+1, stemmed{true, l.mood(t, m)}, end)
		}
	}
	if n.lemmas != nil && t.POS == "VERB" {
		if next := n.lemmas.to(t.Lemma); next != nil {
			stem(next, present)
		}
	}
	if n.gap != nil { // the hit ends where the gap starts
		at := end
		if at == 0 {
			at = i
		}
		for k := i + 1; k <= i+maxGap && k < len(tokens); k++ {
			if strings.ContainsAny(tokens[k-1].Norm, ",;:.—") {
				break
			}
			w.walk(n.gap, k, by, at)
		}
	}
	if n.stems != nil {
		for cut := min(len(norm), n.stems.longest); cut >= max(1, n.stems.shortest, len(norm)-l.longest); cut-- {
			next := n.stems.to(norm[:cut])
			if next == nil {
				continue
			}
			ending, ok := l.endings[norm[cut:]]
			if !ok && cut == len(norm) { // the stem alone: "tenu~"
				ending, ok = participle, true
			}
			if ok {
				stem(next, ending)
			}
		}
	}
	if past := aside(tokens, i); i > w.start && past > 0 {
		w.on(n, past, by, end)
	}
	if i > w.start {
		for k := i; k < i+maxFillers && k < len(tokens) && (l.class[tokens[k].Norm] == "filler" || n.lemmas != nil && l.between(&tokens[k])); k++ {
			if k+1 < len(tokens) {
				w.on(n, k+1, by, end)
			}
		}
	}
}

// maxAside is how many words may stand between two commas inside an entry.
const maxAside = 4

// aside returns where an entry goes on after words between two commas that
// open at token i, "s'est, de son côté, engagé", or 0.
func aside(tokens []entente.Token, i int) int {
	if tokens[i].Norm != "," {
		return 0
	}
	for k := i + 1; k < len(tokens)-1 && k <= i+maxAside+1; k++ {
		if tokens[k].Norm == "," {
			return k + 1
		}
		if tokens[k].POS == "VERB" || tokens[k].POS == "AUX" || tokens[k].POS == "CCONJ" {
			break
		}
	}
	return 0
}

// report keeps the longest hit of each file and role.
func (w *walker) report(end int, m mood, frames []*frame) {
	byStem := m != noMood
	if m == noMood && w.root == &w.lex.frames {
		m = w.lex.ending(&w.tokens[end-1])
	}
	for _, f := range frames {
		h := hit{f, w.start, end, m, byStem}
		if old := w.like(f); old == nil {
			w.found = append(w.found, h)
		} else if old.end < end {
			*old = h
		}
	}
}

// like returns the hit found here of the file and role of f, or nil.
func (w *walker) like(f *frame) *hit {
	for k := w.first; k < len(w.found); k++ {
		if o := &w.found[k]; o.file == f.file && (o.role == f.role || f.file == "force") {
			return o
		}
	}
	return nil
}

// hits returns the longest frames of each file and role that start at each
// token, in order. Words of the class "filler" may stand inside an entry.
func (w *walker) hits(root *node, tokens []entente.Token) []hit {
	w.root, w.tokens, w.found = root, tokens, w.found[:0]
	nots := 0
	for i := range tokens {
		w.start, w.first = i, len(w.found)
		w.on(root, i, stemmed{}, 0)
		for _, h := range w.found[w.first:] {
			if h.role == roleNot {
				nots++
			}
		}
	}
	if nots == 0 {
		return slices.Clone(w.found)
	}
	found := make([]hit, 0, len(w.found))
	for _, h := range w.found {
		if !w.denied(h) {
			found = append(found, h)
		}
	}
	return found
}

// denied reports whether h lies in words that its rule does not mean.
func (w *walker) denied(h hit) bool {
	for _, o := range w.found {
		if o.role == roleNot && o.file == h.file && o.name == h.name && o.start <= h.start && h.end <= o.end {
			return true
		}
	}
	return false
}
