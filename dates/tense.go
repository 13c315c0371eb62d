package dates

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"entente"
	"entente/edtf"
	"entente/lang"
)

// How many tokens before and after a date are asked for its tense, and from
// how many other words on a text is more than a date by itself.
const (
	cuesBefore = 16
	cuesAfter  = 12
	someWords  = 2
)

// A guess of the tense is not certain: "end of June", said in July of a plan,
// is the June just over rather than the one in a year. The words weigh up to
// this many days; certain is more than the calendar has.
const (
	leanMin = 60.
	leanBy  = 300.
	leanMax = 300.
	certain = 1 << 40

	leanOpen = 60. // where no word tells, a date is rather to come
	beyond   = 0.3 // how much words count behind another date
)

// cues are words and endings that tell of the past (negative) or of what is
// to come (positive), with their weights.
type cues struct {
	words    map[string]float64 // one or two words, anywhere in the sentence
	before   map[string]float64 // one or two words that end right before the date
	passives map[string]bool    // words that turn a participle to what is to come: "be"
	breaks   map[string]bool    // words that join clauses: "and", "but"
	endings  []ending
}

// An ending of verbs.
type ending struct {
	letters string
	weight  float64
}

func newCues(pack *lang.Pack) cues {
	c := cues{words: map[string]float64{}, before: map[string]float64{}, passives: map[string]bool{}, breaks: map[string]bool{}}
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
	for _, w := range pack.List("date_passives").Words() {
		c.passives[w] = true
	}
	for _, w := range pack.List("date_breaks").Words() {
		c.breaks[w] = true
	}
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
	if w, ok := c.words[before+" "+t.Norm]; ok {
		return w
	}
	w, listed := c.words[t.Norm]
	switch verb := t.POS == "VERB" || t.POS == "AUX"; {
	case c.passives[before] && (w < 0 || !listed): // "to be signed" is to come
		return 0
	case listed:
		return w
	case verb && (strings.Contains(t.Feats, "Tense=Fut") || strings.Contains(t.Feats, "Mood=Cnd")):
		return 1
	case verb && strings.Contains(t.Feats, "VerbForm=Part"):
		return -0.6
	case verb && (strings.Contains(t.Feats, "Tense=Past") || strings.Contains(t.Feats, "Tense=Imp")):
		return -1
	case t.POS == "VERB" && (strings.Contains(t.Feats, "Tense=Pres") || strings.Contains(t.Feats, "Mood=Imp") || strings.Contains(t.Feats, "VerbForm=Inf")):
		return 0.3 // what is said, offered or asked now is rather to come
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
// i is past or to come, and how many days farther than one of the other
// tense a date of this one may lie. A date all by itself is one to come.
func (s *search) tense(i int) (Tense, edtf.Day) {
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
				near = min(near, 1)
				continue
			}
			if c.breaks[t.Norm] {
				near *= 0.5
				continue
			}
			if t.POS == datePOS { // what lies beyond is rather about that one
				near *= beyond
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
	lean := edtf.Day(min(leanMax, leanMin+leanBy*math.Abs(score)))
	switch {
	case score > 0:
		return Future, lean
	case score < 0:
		return Past, lean
	case words <= someWords && len(s.tokens) < 10:
		return Future, certain
	}
	return Unknown, 0
}
