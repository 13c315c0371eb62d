package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"entente"
	"entente/syntax"
)

// A wordnet is what the lexical database WordNet knows of single words: the
// parts of speech of base forms, how often texts have them so, and the forms
// that follow no rule.
type wordnet struct {
	times     map[string]map[string]int      // part of speech, base form
	exception map[string]map[string][]string // part of speech, base form: forms
}

// openClasses are the files of WordNet by part of speech, and its numbers.
var openClasses = []struct{ pos, file, number string }{
	{"NOUN", "noun", "1"}, {"VERB", "verb", "2"}, {"ADJ", "adj", "3"}, {"ADV", "adv", "4"},
}

func readWordNet(folder string) (*wordnet, error) {
	w := &wordnet{times: map[string]map[string]int{}, exception: map[string]map[string][]string{}}
	for _, c := range openClasses {
		times, forms := map[string]int{}, map[string][]string{}
		err := eachLine(filepath.Join(folder, "index."+c.file), func(fields []string) {
			if lemma := fields[0]; plainWord(lemma) {
				times[lemma] = 0
			}
		})
		if err == nil {
			err = eachLine(filepath.Join(folder, c.file+".exc"), func(fields []string) {
				for _, lemma := range fields[1:] {
					if plainWord(fields[0]) {
						forms[lemma] = append(forms[lemma], fields[0])
					}
				}
			})
		}
		if err != nil {
			return nil, fmt.Errorf("WordNet, of the Debian package wordnet-base: %w", err)
		}
		w.times[c.pos], w.exception[c.pos] = times, forms
	}
	err := eachLine(filepath.Join(folder, "cntlist.rev"), func(fields []string) { // supply%2:40:00:: 1 21
		lemma, sense, _ := strings.Cut(fields[0], "%")
		for _, c := range openClasses {
			if _, known := w.times[c.pos][lemma]; known && (sense[:1] == c.number || sense[:1] == "5" && c.pos == "ADJ") {
				n, _ := strconv.Atoi(fields[len(fields)-1])
				w.times[c.pos][lemma] += n
			}
		}
	})
	return w, err
}

func eachLine(file string, do func(fields []string)) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if fields := strings.Fields(lines.Text()); len(fields) > 1 && !strings.HasPrefix(lines.Text(), " ") {
			do(fields)
		}
	}
	return lines.Err()
}

func plainWord(s string) bool {
	for _, c := range s {
		if (c < 'a' || c > 'z') && c != '-' {
			return false
		}
	}
	return len(s) > 1
}

// rare is how many times as often a word must be something else for a part of
// speech that it may be as well to be left out: "paper", a verb.
const rare = 60

// entries returns the forms of all words, verbs with the features that verbs
// of that form have in sentences. Words of closed classes are what they are
// in the sentences.
func (w *wordnet) entries(sentences []entente.Sentence) []syntax.Entry {
	seen := fromTreebank(sentences)
	counts := map[string]int{}
	for _, s := range sentences {
		for _, t := range s.Tokens {
			counts[t.Norm+" "+t.POS]++
		}
	}
	closed, feats := map[string]bool{}, map[string][]string{}
	var out []syntax.Entry
	for _, e := range seen {
		switch e.POS {
		case "NOUN", "ADJ", "ADV", "INTJ":
		case "VERB":
			for _, form := range verbForms(e) {
				if !slices.Contains(feats[form], e.Feats) {
					feats[form] = append(feats[form], e.Feats)
				}
			}
		default:
			if counts[e.Form+" "+e.POS] > 2 {
				closed[e.Form] = true
			}
		}
	}
	for _, e := range seen {
		if n := counts[e.Form+" "+e.POS]; n > 2 && (closed[e.Form] || !w.knows(e.Form)) || n > 8 || closed[e.Lemma] && e.POS == "VERB" {
			out = append(out, e)
		}
	}
	pasts := map[string]string{} // of regular verbs
	for _, c := range openClasses {
		lemmas := make([]string, 0, len(w.times[c.pos]))
		for lemma := range w.times[c.pos] {
			lemmas = append(lemmas, lemma)
		}
		slices.Sort(lemmas)
		for _, lemma := range lemmas {
			if closed[lemma] || w.seldom(c.pos, lemma) {
				continue
			}
			for _, f := range w.forms(c.pos, lemma) {
				if closed[f.form] {
					continue
				}
				if c.pos != "VERB" {
					out = append(out, syntax.Entry{Form: f.form, Lemma: lemma, POS: c.pos})
					continue
				}
				if f.kind == past {
					pasts[f.form] = lemma
				}
				for _, features := range feats[f.kind] {
					out = append(out, syntax.Entry{Form: f.form, Lemma: lemma, POS: "VERB", Feats: features})
				}
			}
		}
	}
	out = slices.DeleteFunc(out, func(e syntax.Entry) bool { // "finished" is a participle first
		return e.POS == "ADJ" && e.Form == e.Lemma && strings.HasSuffix(e.Form, "ed") && pasts[e.Form] != "" && w.times["ADJ"][e.Form] < 2*w.times["VERB"][pasts[e.Form]]
	})
	slices.SortStableFunc(out, func(a, b syntax.Entry) int { // the commoner base form first
		return cmp.Or(strings.Compare(a.Form, b.Form), -cmp.Compare(w.times[a.POS][a.Lemma], w.times[b.POS][b.Lemma]))
	})
	return out
}

func (w *wordnet) knows(form string) bool {
	for _, c := range openClasses {
		if _, ok := w.times[c.pos][form]; ok {
			return true
		}
	}
	return false
}

func (w *wordnet) seldom(pos, lemma string) bool {
	most := 0
	for _, c := range openClasses {
		most = max(most, w.times[c.pos][lemma])
	}
	return most > rare*w.times[pos][lemma] && most > rare/4
}

// The forms of verbs, as fields of feats.
const base, third, gerund, past, finite, passive = "base", "third", "gerund", "past", "finite", "passive"

// verbForms tells which forms of verbs have the features of one in a sentence.
func verbForms(e syntax.Entry) []string {
	switch {
	case strings.Contains(e.Feats, "Tense=Past|VerbForm=Part"):
		return []string{past, passive}
	case strings.Contains(e.Feats, "Tense=Past"):
		return []string{past, finite}
	case strings.HasSuffix(e.Form, "ing") && e.Form != e.Lemma:
		return []string{gerund}
	case e.Form == e.Lemma:
		return []string{base}
	case strings.HasSuffix(e.Form, "s"):
		return []string{third}
	}
	return nil
}

type inflected struct{ form, kind string }

// forms inflects a word.
func (w *wordnet) forms(pos, lemma string) []inflected {
	out := []inflected{{lemma, base}}
	add := func(form, kind string) {
		if f := (inflected{form, kind}); !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	odd := w.exception[pos][lemma]
	switch pos {
	case "NOUN":
		for _, form := range odd {
			add(form, "")
		}
		if len(odd) == 0 {
			add(withS(lemma), "")
		}
	case "ADJ":
		for _, form := range odd {
			add(form, "")
		}
		if len(odd) == 0 && len(lemma) < 7 && w.times[pos][lemma] > 4 {
			add(withEnd(lemma, "er"), "")
			add(withEnd(lemma, "est"), "")
		}
	case "ADV":
		for _, form := range odd {
			add(form, "")
		}
	case "VERB":
		add(withS(lemma), third)
		var pasts []string
		running := false
		for _, form := range odd {
			switch {
			case strings.HasSuffix(form, "ing"):
				add(form, gerund)
				running = true
			case strings.HasSuffix(form, "s"):
				add(form, third)
			default:
				pasts = append(pasts, form)
			}
		}
		if !running {
			add(withEnd(lemma, "ing"), gerund)
		}
		for _, form := range pasts {
			kind := past
			if len(pasts) > 1 { // "went", "gone"
				kind = finite
				if strings.HasSuffix(form, "n") || strings.HasSuffix(form, "ne") {
					kind = passive
				}
			}
			if strings.HasSuffix(form, "ed") {
				kind = past
			}
			add(form, kind)
		}
		if len(pasts) == 0 {
			add(withEnd(lemma, "ed"), past)
		}
	}
	return out
}

func withS(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "y") && len(lemma) > 2 && !strings.ContainsRune("aeiou", rune(lemma[len(lemma)-2])):
		return lemma[:len(lemma)-1] + "ies"
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "x"), strings.HasSuffix(lemma, "z"), strings.HasSuffix(lemma, "ch"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "o"):
		return lemma + "es"
	}
	return lemma + "s"
}

func withEnd(lemma, end string) string {
	last := lemma[len(lemma)-1]
	switch {
	case last == 'e' && !strings.HasSuffix(lemma, "ee") && !strings.HasSuffix(lemma, "oe") && !strings.HasSuffix(lemma, "ye"):
		return lemma[:len(lemma)-1] + end
	case last == 'e' && end != "ing":
		return lemma + end[1:]
	case last == 'y' && end != "ing" && len(lemma) > 2 && !strings.ContainsRune("aeiou", rune(lemma[len(lemma)-2])):
		return lemma[:len(lemma)-1] + "i" + end
	}
	return lemma + end
}
