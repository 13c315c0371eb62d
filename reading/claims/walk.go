package claims

import (
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
func (l *lexicon) between(t *entente.Token) bool { return t.POS == "AUX" || t.POS == "ADV" }

func (l *lexicon) walk(n *node, tokens []entente.Token, start, i int, m *mood, found func(int, mood, []*frame)) {
	if len(n.frames) > 0 && i > start {
		var got mood
		if m != nil {
			got = *m
		}
		found(i, got, n.frames)
	}
	if i >= len(tokens) {
		return
	}
	norm := tokens[i].Norm
	if next := n.words.to(norm); next != nil {
		l.walk(next, tokens, start, i+1, m, found)
	} else if short, elided := strings.CutSuffix(norm, "'"); elided && n.words.to(short+"e") != nil { // "d'" for "de"
		l.walk(n.words.to(short+"e"), tokens, start, i+1, m, found)
	}
	if n.lemmas != nil && tokens[i].POS == "VERB" {
		if next := n.lemmas.to(tokens[i].Lemma); next != nil {
			if m == nil {
				got := l.mood(&tokens[i], present)
				l.walk(next, tokens, start, i+1, &got, found)
			} else {
				l.walk(next, tokens, start, i+1, m, found)
			}
		}
	}
	if n.gap != nil { // the hit ends where the gap starts
		for k := i + 1; k <= i+maxGap && k < len(tokens); k++ {
			if strings.ContainsAny(tokens[k-1].Norm, ",;:.—") {
				break
			}
			l.walk(n.gap, tokens, start, k, m, func(_ int, m mood, frames []*frame) { found(i, m, frames) })
		}
	}
	if n.stems != nil {
		for cut := len(norm); cut > 0; cut-- {
			next := n.stems.to(norm[:cut])
			if next == nil {
				continue
			}
			ending, ok := l.endings[norm[cut:]]
			if !ok && cut == len(norm) { // the stem alone: "tenu~"
				ending, ok = participle, true
			}
			if ok {
				if m == nil {
					got := l.mood(&tokens[i], ending)
					l.walk(next, tokens, start, i+1, &got, found)
				} else {
					l.walk(next, tokens, start, i+1, m, found)
				}
			}
		}
	}
	if i > start {
		for k := i; k < i+maxFillers && k < len(tokens) && (l.class[tokens[k].Norm] == "filler" || n.lemmas != nil && l.between(&tokens[k])); k++ {
			if (n.words.to(tokens[k].Norm) == nil || n.lemmas != nil) && k+1 < len(tokens) {
				l.step(n, tokens, start, k+1, m, found)
			}
		}
	}
}

// step walks on from n at token i without reporting n itself again.
func (l *lexicon) step(n *node, tokens []entente.Token, start, i int, m *mood, found func(int, mood, []*frame)) {
	bare := node{words: n.words, stems: n.stems, lemmas: n.lemmas, gap: n.gap}
	l.walk(&bare, tokens, start, i, m, found)
}
