package claims

import (
	"strings"

	"entente"
)

// A mood is what a verb's form says about force.
type mood int

const (
	noMood      mood = iota
	present          // "signs"
	past             // "signed", "signait"
	future           // "signera", "will"
	conditional      // "signerait", "would"
	subjunctive      // "soit"
	infinitive       // "signer"
	gerund           // "signant", "signing"
	participle       // "signé", "signed" as part of a group
	imperative       // "veuillez"
	ability          // "can", "peut": opens a possibility
	obligation       // "must", "doit"
	mandative        // "that it be built"
)

var moods = map[string]mood{
	"present": present, "past": past, "future": future, "conditional": conditional, "subjunctive": subjunctive,
	"infinitive": infinitive, "gerund": gerund, "participle": participle, "imperative": imperative,
	"ability": ability, "obligation": obligation,
}

func moodOf(value string) mood { return moods[value] }

func (m mood) finite() bool {
	switch m {
	case present, past, future, conditional, subjunctive, imperative, ability, obligation:
		return true
	}
	return false
}

// mood returns the mood of a verb form. What the tagger saw counts before
// what the ending suggests.
func (l *lexicon) mood(t *entente.Token, ending mood) mood {
	if m := l.verbal(t); m != noMood {
		return m
	}
	return ending
}

func featMood(feats string) mood {
	if feats == "" {
		return noMood
	}
	tense := present
	switch {
	case strings.Contains(feats, "Tense=Fut"):
		tense = future
	case strings.Contains(feats, "Tense=Past"), strings.Contains(feats, "Tense=Imp"):
		tense = past
	}
	switch {
	case strings.Contains(feats, "VerbForm=Inf"):
		return infinitive
	case strings.Contains(feats, "VerbForm=Part"):
		if tense == past {
			return participle
		}
		return gerund
	case strings.Contains(feats, "VerbForm=Ger"):
		return gerund
	case strings.Contains(feats, "Mood=Cnd"):
		return conditional
	case strings.Contains(feats, "Mood=Sub"):
		return subjunctive
	case strings.Contains(feats, "Mood=Imp"):
		return imperative
	case strings.Contains(feats, "Mood=Ind"), strings.Contains(feats, "VerbForm=Fin"), strings.Contains(feats, "Tense="):
		return tense
	}
	return noMood
}

// verbal returns the mood of token t as a verb, or noMood where it is none.
func (l *lexicon) verbal(t *entente.Token) mood {
	if t.POS != "" && t.POS != "VERB" && t.POS != "AUX" && l.class[t.Norm] != "" {
		return noMood
	}
	form := l.forms[t.Norm]
	switch form {
	case future, conditional, ability, obligation, imperative:
		return form // modals, whose tense says nothing
	}
	if t.POS == "VERB" || t.POS == "AUX" {
		if m := featMood(t.Feats); m != noMood {
			return m
		}
	}
	return form
}
