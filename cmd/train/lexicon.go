package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"entente"
	"entente/lang"
	"entente/syntax"
)

// lexicons makes the lexicon of French from Lefff and the others from their
// treebank. The latter knows nothing that the tagger does not learn itself,
// so the tagger leaves it alone.
func (j job) lexicons() error {
	return j.each(func(r recipe, pack *lang.Pack, sentences []entente.Sentence) error {
		if r.second != "" {
			return nil
		}
		var entries []syntax.Entry
		telling := true
		switch r.tag {
		case "fr":
			var err error
			if entries, err = fromLefff(j.lefff); err != nil {
				return err
			}
		case "en":
			words, err := readWordNet(j.wordnet)
			if err != nil {
				return err
			}
			entries = words.entries(sentences)
		default:
			entries, telling = fromTreebank(sentences), false
		}
		data, err := syntax.BuildLexicon(entries, telling)
		if err != nil {
			return err
		}
		return j.write(r.tag, syntax.LexiconModel, data)
	})
}

// fromTreebank returns what each form is in sentences, the most frequent
// first.
func fromTreebank(sentences []entente.Sentence) []syntax.Entry {
	counts := map[syntax.Entry]int{}
	for _, s := range sentences {
		for _, t := range s.Tokens {
			if t.Lemma != "" && t.POS != "PUNCT" && t.POS != "SYM" && t.POS != "NUM" && t.POS != "X" && t.POS != "PROPN" {
				counts[syntax.Entry{Form: t.Norm, Lemma: t.Lemma, POS: t.POS, Feats: t.Feats}]++
			}
		}
	}
	var entries []syntax.Entry
	for e := range counts {
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b syntax.Entry) int {
		return cmp.Or(-cmp.Compare(counts[a], counts[b]), cmp.Compare(a.Form, b.Form), cmp.Compare(a.POS, b.POS),
			cmp.Compare(a.Feats, b.Feats), cmp.Compare(a.Lemma, b.Lemma))
	})
	return entries
}

// categories are the parts of speech for those of Lefff.
var categories = map[string]string{
	"v": "VERB", "auxAvoir": "AUX", "auxEtre": "AUX", "nc": "NOUN", "np": "PROPN", "adj": "ADJ", "adv": "ADV", "advneg": "ADV",
	"clneg": "ADV", "prep": "ADP", "det": "DET", "coo": "CCONJ", "csu": "SCONJ", "que": "SCONJ", "pro": "PRON", "cln": "PRON",
	"cla": "PRON", "cld": "PRON", "clr": "PRON", "cll": "PRON", "clg": "PRON", "ce": "PRON", "caimp": "PRON", "ilimp": "PRON",
	"pri": "PRON", "prel": "PRON", "pres": "INTJ",
}

// fromLefff returns the entries of Lefff for single words.
func fromLefff(file string) ([]syntax.Entry, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("lexicon Lefff: %w", err)
	}
	defer f.Close()
	var entries []syntax.Entry
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) != 4 {
			continue
		}
		form, category, lemma, morph := fields[0], fields[1], fields[2], fields[3]
		pos := categories[category]
		if pos == "" || strings.ContainsAny(form, " _") || strings.ContainsAny(lemma, " _") || pos == "ADJ" && strings.HasPrefix(morph, "K") {
			continue
		}
		form, lemma = strings.ToLower(form), strings.TrimRight(strings.ToLower(lemma), "?")
		if pos == "PRON" {
			lemma = form // Lefff names the class
		}
		all := []string{""}
		if pos == "VERB" || pos == "AUX" {
			all = morphology(morph)
		}
		for _, feats := range all {
			entries = append(entries, syntax.Entry{Form: form, Lemma: lemma, POS: pos, Feats: feats})
		}
	}
	// "mois" is of "mois" before it is of "moi".
	slices.SortStableFunc(entries, func(a, b syntax.Entry) int {
		return cmp.Or(strings.Compare(a.Form, b.Form), -cmp.Compare(own(a), own(b)))
	})
	return entries, lines.Err()
}

func own(e syntax.Entry) int {
	if e.Form == e.Lemma {
		return 1
	}
	return 0
}

// tenses are the features of the letters of Lefff's verbs.
var tenses = map[rune][2]string{
	'P': {"Ind", "Pres"}, 'F': {"Ind", "Fut"}, 'I': {"Ind", "Imp"}, 'J': {"Ind", "Past"}, 'C': {"Cnd", "Pres"},
	'Y': {"Imp", "Pres"}, 'S': {"Sub", "Pres"}, 'T': {"Sub", "Imp"},
}

// morphology returns the features that a code of Lefff stands for: "PS13s" is
// the present, indicative and subjunctive, first and third person singular.
func morphology(code string) []string {
	if code != "K" && strings.HasPrefix(code, "K") && !strings.ContainsAny(code, "sp") {
		return append(morphology(code+"s"), morphology(code+"p")...) // permis
	}
	if code == "K" {
		code = "Kms" // été
	}
	number := ""
	switch {
	case strings.HasSuffix(code, "s"):
		number = "Number=Sing|"
	case strings.HasSuffix(code, "p"):
		number = "Number=Plur|"
	}
	switch code[:min(1, len(code))] {
	case "W":
		return []string{"VerbForm=Inf"}
	case "G":
		return []string{"Tense=Pres|VerbForm=Part"}
	case "K":
		return []string{number + "Tense=Past|VerbForm=Part"}
	}
	var all []string
	for _, letter := range code {
		tense, ok := tenses[letter]
		if !ok {
			continue
		}
		for _, person := range code {
			if '1' <= person && person <= '3' {
				all = append(all, fmt.Sprintf("Mood=%s|%sPerson=%c|Tense=%s|VerbForm=Fin", tense[0], number, person, tense[1]))
			}
		}
	}
	return all
}
