package dates

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"entente"
	"entente/lang"
)

// How many tokens before and after a date are asked for its tense, and from
// how many other words on a text is more than a date by itself.
const (
	cuesBefore = 16
	cuesAfter  = 12
	someWords  = 2
)

// cues are words and endings that tell of the past (negative) or of what is
// to come (positive), with their weights.
type cues struct {
	words   map[string]float64 // one or two words, anywhere in the sentence
	before  map[string]float64 // one or two words that end right before the date
	endings []ending
}

// An ending of verbs.
type ending struct {
	letters string
	weight  float64
}

func newCues(pack *lang.Pack) cues {
	c := cues{words: map[string]float64{}, before: map[string]float64{}}
	add := func(list string, into map[string]float64, sign float64) {
		for _, e := range pack.List(list).Entries {
			weight := 1.0
			if w, err := strconv.ParseFloat(e.Value, 64); err == nil {
				weight = w
			}
			into[e.Words] = sign * weight
		}
	}
	add("date_past", c.words, -1)
	add("date_future", c.words, 1)
	add("date_past_before", c.before, -1)
	add("date_future_before", c.before, 1)
	// The endings of what is to come first: "-erait" ends in "-ait".
	for _, w := range pack.List("date_future_endings").Words() {
		c.endings = append(c.endings, ending{w, 0.6})
	}
	for _, w := range pack.List("date_past_endings").Words() {
		c.endings = append(c.endings, ending{w, -0.6})
	}
	return c
}

// of returns the weight of a token and the word before it.
func (c cues) of(t *entente.Token, before string) float64 {
	if t.POS == "VERB" || t.POS == "AUX" {
		switch {
		case strings.Contains(t.Feats, "Tense=Fut"), strings.Contains(t.Feats, "Mood=Cnd"):
			return 1
		case strings.Contains(t.Feats, "Tense=Past"), strings.Contains(t.Feats, "Tense=Imp"):
			return -1
		}
	}
	if w, ok := c.words[before+" "+t.Norm]; ok {
		return w
	}
	if w, ok := c.words[t.Norm]; ok {
		return w
	}
	if t.POS != "" && t.POS != "VERB" && t.POS != "AUX" || utf8.RuneCountInString(t.Norm) < 5 {
		return 0
	}
	for _, e := range c.endings {
		if strings.HasSuffix(t.Norm, e.letters) {
			return e.weight
		}
	}
	return 0
}

// tense guesses from the words of its sentence whether the date that is item
// i is past or to come. A date all by itself is one to come, and no guess.
func (s *search) tense(i int) (tense Tense, guessed bool) {
	c := &s.tongue.cues
	score, words := 0.0, 0
	// Words that stand right before the date say most.
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		two := ""
		if j > 0 {
			two = s.view[j-1].Norm + " " + s.view[j].Norm
		}
		if w, ok := c.before[two]; ok {
			score += 2 * w
			break
		}
		if w, ok := c.before[s.view[j].Norm]; ok {
			score += 2 * w
			break
		}
	}
	scan := func(from, step, limit int, near float64) { // near: up to the first comma
		for j, n := from, 1; j >= 0 && j < len(s.view) && n <= limit; j, n = j+step, n+1 {
			t := &s.view[j]
			switch t.Norm {
			case ".", ";", "!", "?":
				return
			case ",", ":", "(", ")":
				near = 1
				continue
			}
			if t.POS == datePOS {
				continue
			}
			before := ""
			if j > 0 {
				before = s.view[j-1].Norm
			}
			if r, _ := utf8.DecodeRuneInString(t.Norm); r > '9' {
				words++
			}
			score += near * c.of(t, before) / float64(n+2)
		}
	}
	scan(i-1, -1, cuesBefore, 3)
	scan(i+1, 1, cuesAfter, 1)
	switch {
	case score > 0:
		return Future, true
	case score < 0:
		return Past, true
	case words <= someWords && len(s.tokens) < 10:
		return Future, false
	}
	return Unknown, true
}
