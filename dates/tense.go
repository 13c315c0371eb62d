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
	words   map[string]float64
	endings [2][]string // of the past, of what is to come
}

func newCues(pack *lang.Pack) cues {
	c := cues{words: map[string]float64{}}
	add := func(list string, sign float64) {
		for _, e := range pack.List(list).Entries {
			weight := 1.0
			if w, err := strconv.ParseFloat(e.Value, 64); err == nil {
				weight = w
			}
			c.words[e.Words] = sign * weight
		}
	}
	add("date_past", -1)
	add("date_future", 1)
	c.endings = [2][]string{pack.List("date_past_endings").Words(), pack.List("date_future_endings").Words()}
	return c
}

// of returns the weight of a token.
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
	for i, endings := range c.endings {
		for _, e := range endings {
			if strings.HasSuffix(t.Norm, e) {
				return float64(2*i-1) * 0.6
			}
		}
	}
	return 0
}

// tense guesses from the words of its sentence whether the date that is item
// i is past or to come. A date all by itself is one to come, and no guess.
func (s *search) tense(i int) (tense Tense, guessed bool) {
	score, words := 0.0, 0
	scan := func(from, step, limit int) {
		for j, n := from, 1; j >= 0 && j < len(s.view) && n <= limit; j, n = j+step, n+1 {
			t := &s.view[j]
			if t.Norm == "." || t.Norm == ";" || t.Norm == "!" || t.Norm == "?" {
				return
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
			score += s.tongue.cues.of(t, before) / float64(n+1)
		}
	}
	scan(i-1, -1, cuesBefore)
	scan(i+1, 1, cuesAfter)
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
