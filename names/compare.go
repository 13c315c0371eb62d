package names

import (
	"sort"
	"strings"
	"unicode/utf8"

	"entente"
)

// A Score says how alike two names are.
type Score struct {
	Score  float64 // 0 to 1
	Same   bool    // enough alike to be written for one another
	Unsure bool    // near; a person should look
	Why    string  // for a person, in English
}

// The scores from which two names are the same, and from which they are near.
const (
	sameFrom = 0.82
	nearFrom = 0.62
)

// A Name is a name made ready to be compared with many.
type Name struct {
	Kind entente.MentionKind
	core []string // its Core
	keys []string // the sounds of each
	text string   // core with blanks
	run  string   // core run together
}

// Ready makes a name ready.
func (c *Comparer) Ready(name string, kind entente.MentionKind) *Name {
	return c.ready(c.Core(name, kind), kind)
}

func (c *Comparer) ready(core []string, kind entente.MentionKind) *Name {
	n := &Name{Kind: kind, core: core}
	for i, w := range core {
		n.core[i] = unmix(w)
		n.keys = append(n.keys, c.key(n.core[i]))
	}
	n.text, n.run = strings.Join(n.core, " "), strings.Join(n.core, "")
	return n
}

// Compare says how alike two names of one kind are. It is symmetric.
func (c *Comparer) Compare(a, b string, kind entente.MentionKind) Score {
	return c.CompareReady(c.Ready(a, kind), c.Ready(b, kind))
}

// CompareReady is Compare for two names of one kind that were made ready.
func (c *Comparer) CompareReady(a, b *Name) Score {
	if a.text > b.text {
		a, b = b, a // what follows prefers one side where two words are equally near
	}
	x, y, kind := a.core, b.core, a.Kind
	if len(x) == 0 || len(y) == 0 {
		return Score{Why: "a name without letters"}
	}
	if a.run == b.run {
		return Score{Score: 1, Same: true, Why: "the same letters"}
	}
	if s, ok := c.acronym(x, y, kind); ok {
		return s
	}
	if kind == entente.MentionPerson {
		if s, ok := c.surname(x, y); ok {
			return s
		}
	}
	a, b = c.regroup(a, b), c.regroup(b, a)
	s := c.align(a, b)
	if joined := c.joined(a, b); joined > s.Score {
		s = Score{Score: joined, Why: "alike when written in one word"}
	}
	s.Same = s.Score >= sameFrom
	s.Unsure = !s.Same && s.Score >= nearFrom
	return s
}

// acronym compares where one name is a single short word: either it stands
// for the initials of the other, or it must be exact. KGM may be a slip for
// KMG, but no score can tell.
func (c *Comparer) acronym(x, y []string, kind entente.MentionKind) (Score, bool) {
	if len(x) > len(y) || len(x) == len(y) && len(x[0]) > len(y[0]) {
		x, y = y, x
	}
	if len(x) != 1 || kind != entente.MentionOrganisation {
		return Score{}, false
	}
	if len(y) > 1 {
		var all, strong strings.Builder
		for _, w := range y {
			all.WriteByte(w[0])
			if !c.particle[w] {
				strong.WriteByte(w[0])
			}
		}
		if len(x[0]) >= 2 && (x[0] == all.String() || x[0] == strong.String()) {
			return Score{Score: 0.85, Same: true, Why: "the initials of the other"}, true
		}
		return Score{}, false
	}
	if short := max(utf8.RuneCountInString(x[0]), utf8.RuneCountInString(y[0])); short <= 4 {
		if damerau(x[0], y[0]) == 1 && len(x[0]) >= 3 && len(y[0]) >= 3 {
			return Score{Score: 0.7, Unsure: true, Why: "short names one slip apart"}, true
		}
		return Score{Score: 0.3, Why: "short names must be exact"}, true
	}
	return Score{}, false
}

// joined compares the words of both run together, for names that one hand
// writes in one word and another in two. It is strict, as the bounds of words
// no longer help.
func (c *Comparer) joined(a, b *Name) float64 {
	if len(a.core) == len(b.core) && len(a.core) > 1 {
		return 0
	}
	xs, ys := a.run, b.run
	if len(xs) > len(ys) {
		xs, ys = ys, xs
	}
	if form, longer := strings.CutPrefix(ys, xs); longer && len(xs) >= 5 && c.legal[form] {
		return 0.9 // "SiemensAG"
	}
	if len(a.core) == len(b.core) {
		return 0
	}
	if xk, yk := c.key(xs), c.key(ys); xk == yk && len(xk) >= 5 {
		return 0.95
	}
	if d := damerau(xs, ys); d == 1 && min(len(xs), len(ys)) >= 8 {
		return 0.86
	}
	return 0
}

// A pair is two words and how alike they are.
type pair struct {
	i, j  int
	score float64
	why   string
}

// align pairs the words of two names, best first, and weighs what is left
// over.
func (c *Comparer) align(a, b *Name) Score {
	x, y, kind := a.core, b.core, a.Kind
	var pairs []pair
	for i := range x {
		for j := range y {
			if s, why := c.words(x[i], y[j], a.keys[i], b.keys[j], kind); s > 0.55 {
				pairs = append(pairs, pair{i, j, s, why})
			}
		}
	}
	if len(pairs) == 0 {
		return Score{Why: "no word in common"}
	}
	sort.SliceStable(pairs, func(i, j int) bool {
		a, b := pairs[i], pairs[j]
		if a.score != b.score {
			return a.score > b.score
		}
		return abs(a.i-a.j) < abs(b.i-b.j)
	})
	usedX, usedY := make([]bool, len(x)), make([]bool, len(y))
	var sum, weight float64
	var why []string
	strong := 0
	for _, p := range pairs {
		if usedX[p.i] || usedY[p.j] {
			continue
		}
		usedX[p.i], usedY[p.j] = true, true
		w := (c.weight(x[p.i], kind) + c.weight(y[p.j], kind)) / 2
		sum, weight = sum+w*p.score, weight+w
		if p.why != "" {
			why = append(why, p.why)
		}
		if w >= 0.9 && p.score > 0.8 && len(x[p.i]) > 1 && len(y[p.j]) > 1 {
			strong++
		}
	}
	leftX, leftY := 0.0, 0.0
	for i, w := range x {
		if !usedX[i] {
			leftX += c.weight(w, kind)
		}
	}
	for j, w := range y {
		if !usedY[j] {
			leftY += c.weight(w, kind)
		}
	}
	// Words that only one side has cost a person little (a middle name, a
	// patronymic), an organisation more, and both much when each has its own.
	one, both := min(leftX, leftY), max(leftX, leftY)-min(leftX, leftY)
	extra := 0.6
	if kind == entente.MentionPerson {
		extra = 0.18
		if strong < 2 && strong < min(len(x), len(y)) || strong == 0 {
			extra = 0.5
		}
	}
	total := weight + 2*one + extra*both
	if total == 0 {
		return Score{Why: "no word in common"}
	}
	if both > 0 {
		why = append(why, "one has words the other lacks")
	}
	if one > 0 {
		why = append(why, "each has words the other lacks")
	}
	if len(why) == 0 {
		why = []string{"the same words"}
	}
	if kind == entente.MentionPerson && strong == 0 && len(pairs) > 0 && a.run != b.run {
		sum = min(sum, 0.75*total) // initials alone tell no name
	}
	sort.Strings(why)
	return Score{Score: sum / total, Why: strings.Join(unique(why), "; ")}
}
