package main

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/lang"
	"entente/token"
)

// readTreebank returns the sentences of a CoNLL-U file, cut into tokens as
// package token does it, and how many it left out because they could not be.
func readTreebank(file string, pack *lang.Pack) (sentences []entente.Sentence, left int, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, 0, fmt.Errorf("treebank: %w", err)
	}
	defer f.Close()
	var text string
	var words []word
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# text = "):
			text = line[len("# text = "):]
		case line == "":
			if tokens := align(text, words, pack); tokens != nil {
				sentences = append(sentences, entente.Sentence{Tokens: tokens})
			} else {
				left++
			}
			words = nil
		case line[0] != '#':
			fields := strings.Split(line, "\t")
			if len(fields) != 10 || strings.Contains(fields[0], ".") {
				continue
			}
			if from, to, ok := strings.Cut(fields[0], "-"); ok {
				a, _ := strconv.Atoi(from)
				b, _ := strconv.Atoi(to)
				words = append(words, word{form: fields[1], size: b - a + 1})
				continue
			}
			head, _ := strconv.Atoi(fields[6])
			words = append(words, word{
				form: fields[1], lemma: strings.ToLower(fields[2]), pos: fields[3], feats: feats(fields[3], fields[5]), head: head - 1, rel: relation(fields[7]),
			})
		}
	}
	return sentences, left, lines.Err()
}

// A word is a syntactic word of the treebank, or, if size is not nought, a
// surface word that stands before the size words it is made of.
type word struct {
	form, lemma, pos, feats string
	head                    int
	rel                     string
	size                    int
}

// feats returns those features of verbs that say its mood, tense, person and
// number.
func feats(pos, all string) string {
	if pos != "VERB" && pos != "AUX" {
		return ""
	}
	var kept []string
	for _, f := range strings.Split(all, "|") {
		switch name, _, _ := strings.Cut(f, "="); name {
		case "Mood", "Tense", "VerbForm", "Person", "Number":
			kept = append(kept, f)
		}
	}
	return strings.Join(kept, "|")
}

// relation returns rel without its subtype, unless readers use that.
func relation(rel string) string {
	switch rel {
	case "acl:relcl", "aux:pass", "nsubj:pass", "obl:agent", "nmod:poss", "compound:prt":
		return rel
	}
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

// align returns the tokens of text with what the words say of them, or nil if
// tokens and words cannot be brought together. A token that is several words
// (du, long-term) takes the one that heads the others.
func align(text string, words []word, pack *lang.Pack) []entente.Token {
	tokens := token.Tokens(text, entente.Span{End: len(text)}, pack)
	var gold []word // the syntactic words
	var ends []int  // of each, where it ends in text; of a surface word's words all but the last have -1
	at, within := 0, 0
	for _, w := range words {
		if within == 0 {
			for _, r := range w.form {
				for at < len(text) {
					have, n := utf8.DecodeRuneInString(text[at:])
					at += n
					if have == r {
						break
					}
					if !unicode.IsSpace(have) {
						return nil
					}
				}
			}
		}
		if w.size > 0 {
			within = w.size
			continue
		}
		end := at
		if within > 1 {
			end = -1
		}
		within = max(within-1, 0)
		gold, ends = append(gold, w), append(ends, end)
	}
	owner := make([]int, len(gold)) // the token of each word
	parts := map[int]int{}          // tokens that are part of a word, to the token that stands for it
	for t, w := 0, 0; t < len(tokens) || w < len(gold); {
		t2, w2 := t, w
		for t2 == t || w2 == w || ends[w2-1] < 0 || tokens[t2-1].End != ends[w2-1] {
			switch {
			case t2 < len(tokens) && (t2 == t || w2 > w && ends[w2-1] >= 0 && tokens[t2-1].End < ends[w2-1]):
				t2++
			case w2 < len(gold):
				w2++
			default:
				return nil
			}
		}
		for i := w; i < w2; i++ {
			switch {
			case t2-t == w2-w:
				owner[i] = t + i - w
			case t2-t == 1 || !strings.HasSuffix(tokens[t].Norm, "'"):
				owner[i] = t
			default:
				owner[i] = t2 - 1
			}
		}
		if w2-w != t2-t {
			for i := t; i < t2; i++ {
				if i != owner[w] {
					parts[i] = owner[w]
				}
			}
		}
		t, w = t2, w2
	}
	chosen := slices.Repeat([]int{-1}, len(tokens))
	for i, w := range gold {
		t := owner[i]
		outside := w.head < 0 || owner[w.head] != t
		if c := chosen[t]; c < 0 || outside && gold[c].head >= 0 && owner[gold[c].head] == t {
			chosen[t] = i
		}
	}
	for t, c := range chosen {
		if c < 0 {
			continue
		}
		w := gold[c]
		tokens[t].POS, tokens[t].Feats, tokens[t].Lemma, tokens[t].Rel = w.pos, w.feats, w.lemma, w.rel
		if c+1 < len(gold) && owner[c+1] == t || c > 0 && owner[c-1] == t {
			tokens[t].Lemma = "" // of several words
		}
		if w.head >= 0 {
			tokens[t].Head = owner[w.head]
		}
	}
	for t, whole := range parts {
		tokens[t].Head = whole
		switch r, _ := utf8.DecodeRuneInString(tokens[t].Norm); {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			tokens[t].POS, tokens[t].Rel = "PUNCT", "punct"
		case t < whole:
			tokens[t].POS, tokens[t].Rel = "DET", "det"
		default:
			tokens[t].POS, tokens[t].Rel = tokens[whole].POS, "flat"
		}
	}
	for t := range tokens {
		if strings.ContainsAny(tokens[t].Norm, "%€$£") {
			tokens[t].POS = "SYM" // treebanks differ
		}
	}
	if !isTree(tokens) {
		return nil
	}
	return tokens
}

// markAgents makes each obl that hangs on a passive by the word agent an
// obl:agent, where a treebank does not: PUD against GSD.
func markAgents(tokens []entente.Token, agent string) {
	passive := map[int]bool{}
	for _, t := range tokens {
		passive[t.Head] = passive[t.Head] || t.Rel == "aux:pass"
	}
	for _, t := range tokens {
		if t.Rel == "case" && t.Norm == agent && t.Head >= 0 && tokens[t.Head].Rel == "obl" && passive[tokens[t.Head].Head] {
			tokens[t.Head].Rel = "obl:agent"
		}
	}
}

func isTree(tokens []entente.Token) bool {
	roots := 0
	for i := range tokens {
		h, steps := i, 0
		for h >= 0 && steps <= len(tokens) {
			h, steps = tokens[h].Head, steps+1
		}
		if h >= 0 {
			return false
		}
		if tokens[i].Head < 0 {
			roots++
		}
	}
	return roots == 1
}
