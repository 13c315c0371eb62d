package envelope

import (
	"cmp"
	"fmt"
	"slices"

	"entente"
)

// enough is how many bytes of the text are counted; what two states a
// document is between shows long before.
const enough = 16 << 10

// unknown is the code of what is a people or a region and no state.
const unknown = "ZZ"

// between concludes which two states a document is between, where its
// correspondents and parties name one or none: from how often the text names
// states, their people and their capitals, which weighs more in what stands
// before and after the text than in it. It returns nothing unless two stand
// out.
func (e *reading) between() []entente.Value {
	if e.concluded != nil {
		return e.concluded
	}
	known := e.statesOf(e.env.Parties)
	if len(known) < 2 {
		known = e.statesOf(e.env.Sender, e.env.Recipient, e.env.Parties)
	}
	if len(known) > 1 {
		return nil
	}
	ranked := e.ranked(known)
	missing := 2 - len(known)
	if len(ranked) < missing || len(ranked) > missing && ranked[missing-1].weight < 2*ranked[missing].weight {
		return nil
	}
	pair := known
	for _, r := range ranked[:missing] {
		pair = append(pair, entente.Inferred(r.code, fmt.Sprintf("%s is told by %s", r.code, r.why())))
	}
	return pair
}

// statesOf returns the states that correspondents are of, each once.
func (e *reading) statesOf(lists ...[]entente.Correspondent) []entente.Value {
	var states []entente.Value
	for _, c := range slices.Concat(lists...) {
		if len(c.State.Value) == 2 && !slices.ContainsFunc(states, func(v entente.Value) bool { return v.Value == c.State.Value }) {
			states = append(states, c.State)
		}
	}
	return states
}

// A told is how a text tells of one state.
type told struct {
	code   string
	weight int
	times  int
	words  string // the first
}

func (t *told) why() string {
	if t.times == 1 {
		return "“" + t.words + "”"
	}
	return fmt.Sprintf("“%s” and the like, %d times", t.words, t.times)
}

// ranked returns the states that the text tells of, but for those known,
// those that weigh most first.
func (e *reading) ranked(known []entente.Value) []*told {
	var all []*told
	left := enough
	for _, p := range e.parts {
		weight := weights[p.Kind]
		if weight == 0 || left <= 0 {
			continue
		}
		end := min(p.End, e.rune(p.Start+left))
		left -= p.Len()
		for from := p.Start; from < end; {
			c, start, stop, ok := e.find(e.nations, from, end)
			if !ok {
				break
			}
			from = stop
			if len(c.Value) != 2 || c.Value == unknown || !capital(e.text[start:]) && !e.isDemonym(c.Words) ||
				slices.ContainsFunc(known, func(v entente.Value) bool { return v.Value == c.Value }) {
				continue
			}
			i := slices.IndexFunc(all, func(t *told) bool { return t.code == c.Value })
			if i < 0 {
				i = len(all)
				all = append(all, &told{code: c.Value, words: oneLine(e.text[start:stop])})
			}
			all[i].weight += weight
			all[i].times++
		}
	}
	slices.SortStableFunc(all, func(a, b *told) int { return -cmp.Compare(a.weight, b.weight) })
	return all
}

// weights are what a state's name weighs by where it stands; in parts that
// are not here it weighs nothing.
var weights = map[entente.PartKind]int{
	entente.PartHeading: 3, entente.PartLetterhead: 3, entente.PartHeader: 3, entente.PartDateline: 3, entente.PartSubject: 3, entente.PartAddress: 3,
	entente.PartParticipants: 3, entente.PartSalutation: 3, entente.PartSignature: 3,
	entente.PartParagraph: 1, entente.PartListIntro: 1, entente.PartItem: 1, entente.PartClose: 1,
}

func (e *reading) isDemonym(words string) bool {
	c, ok := e.demonyms.At(words)
	return ok && c.Words == words
}
