package pattern

import (
	"regexp"
	"slices"
	"strings"

	"entente"
)

// A matcher is the state of one attempt: backtracking with continuations,
// bounded in steps.
type matcher struct {
	tokens []entente.Token
	groups []Group
	steps  int
	best   int
	kept   []Group
}

// A node matches at i and calls k with each end it can reach, best first,
// until k says that it is content.
type node interface {
	match(m *matcher, i int, k func(end int) bool) bool
	// firsts adds the norms a match can start with. empty: it can match
	// nothing at all; known: the norms tell all there is.
	firsts(into map[string]bool) (empty, known bool)
}

type (
	sequence   []node
	choice     []node
	literal    string
	lemma      string
	pos        struct{ tag, feat string }
	anything   struct{}
	run        string
	not        struct{ n node }
	expression struct{ re *regexp.Regexp }
	list       struct {
		name string
		set  *set
	}
	repeat struct {
		n      node
		lo, hi int
	}
	group struct {
		name string
		n    node
	}
)

func (s sequence) match(m *matcher, i int, k func(int) bool) bool {
	if m.steps++; m.steps > maxSteps {
		return true
	}
	if len(s) == 0 {
		return k(i)
	}
	if len(s) == 1 {
		return s[0].match(m, i, k)
	}
	return s[0].match(m, i, func(end int) bool { return s[1:].match(m, end, k) })
}

func (s sequence) firsts(into map[string]bool) (bool, bool) {
	for _, n := range s {
		if _, is := n.(not); is {
			continue
		}
		empty, known := n.firsts(into)
		if !known || !empty {
			return empty, known
		}
	}
	return true, true
}

func (c choice) match(m *matcher, i int, k func(int) bool) bool {
	for _, n := range c {
		if n.match(m, i, k) {
			return true
		}
	}
	return false
}

func (c choice) firsts(into map[string]bool) (empty, known bool) {
	known = true
	for _, n := range c {
		e, kn := n.firsts(into)
		empty, known = empty || e, known && kn
	}
	return empty, known
}

func (l literal) match(m *matcher, i int, k func(int) bool) bool {
	return i < len(m.tokens) && m.tokens[i].Norm == string(l) && k(i+1)
}

func (l literal) firsts(into map[string]bool) (bool, bool) {
	into[string(l)] = true
	return false, true
}

func (l lemma) match(m *matcher, i int, k func(int) bool) bool {
	return i < len(m.tokens) && m.tokens[i].Lemma == string(l) && k(i+1)
}

func (lemma) firsts(map[string]bool) (bool, bool) { return false, false }

func (p pos) match(m *matcher, i int, k func(int) bool) bool {
	return i < len(m.tokens) && m.tokens[i].POS == p.tag && hasFeat(m.tokens[i].Feats, p.feat) && k(i+1)
}

func (pos) firsts(map[string]bool) (bool, bool) { return false, false }

// hasFeat reports whether feats, "Mood=Cnd|Tense=Pres", holds feat.
func hasFeat(feats, feat string) bool {
	if feat == "" {
		return true
	}
	for f := range strings.SplitSeq(feats, "|") {
		if f == feat {
			return true
		}
	}
	return false
}

func (anything) match(m *matcher, i int, k func(int) bool) bool {
	return i < len(m.tokens) && k(i+1)
}

func (anything) firsts(map[string]bool) (bool, bool) { return false, false }

func (e expression) match(m *matcher, i int, k func(int) bool) bool {
	return i < len(m.tokens) && e.re.MatchString(m.tokens[i].Norm) && k(i+1)
}

func (expression) firsts(map[string]bool) (bool, bool) { return false, false }

func (n not) match(m *matcher, i int, k func(int) bool) bool {
	kept := len(m.groups)
	found := n.n.match(m, i, func(int) bool { return true })
	m.groups = m.groups[:kept]
	return !found && k(i)
}

func (not) firsts(map[string]bool) (bool, bool) { return true, true }

func (r run) match(m *matcher, i int, k func(int) bool) bool {
	kept := len(m.groups)
	for end := i; end <= len(m.tokens) && end-i <= maxRun; end++ {
		if m.steps++; m.steps > maxSteps {
			return true
		}
		m.groups = append(m.groups[:kept], Group{Name: string(r), Start: i, End: end})
		if k(end) {
			return true
		}
	}
	m.groups = m.groups[:kept]
	return false
}

func (run) firsts(map[string]bool) (bool, bool) { return true, false }

func (l list) match(m *matcher, i int, k func(int) bool) bool {
	type stop struct {
		end   int
		value string
	}
	var stops []stop
	for s, j := l.set, i; j < len(m.tokens); j++ {
		if s = s.next[m.tokens[j].Norm]; s == nil {
			break
		}
		if s.end {
			stops = append(stops, stop{j + 1, s.value})
		}
	}
	kept := len(m.groups)
	for n := len(stops) - 1; n >= 0; n-- {
		m.groups = append(m.groups[:kept], Group{l.name, i, stops[n].end, stops[n].value})
		if k(stops[n].end) {
			return true
		}
	}
	m.groups = m.groups[:kept]
	return false
}

func (l list) firsts(into map[string]bool) (bool, bool) {
	for norm := range l.set.next {
		into[norm] = true
	}
	return false, true
}

func (r repeat) match(m *matcher, i int, k func(int) bool) bool { return r.times(m, i, 0, k) }

func (r repeat) times(m *matcher, i, done int, k func(int) bool) bool {
	if m.steps++; m.steps > maxSteps {
		return true
	}
	if done < r.hi {
		kept := len(m.groups)
		if r.n.match(m, i, func(end int) bool { return end > i && r.times(m, end, done+1, k) }) {
			return true
		}
		m.groups = m.groups[:kept]
	}
	return done >= r.lo && k(i)
}

func (r repeat) firsts(into map[string]bool) (bool, bool) {
	empty, known := r.n.firsts(into)
	return empty || r.lo == 0, known
}

func (g group) match(m *matcher, i int, k func(int) bool) bool {
	kept := len(m.groups)
	m.groups = append(m.groups, Group{Name: g.name, Start: i})
	if g.n.match(m, i, func(end int) bool {
		m.groups[kept].End = end
		// A group around one list carries the list's value.
		if kept+1 < len(m.groups) && m.groups[kept+1].Start == i && m.groups[kept+1].End == end {
			m.groups[kept].Value = m.groups[kept+1].Value
		}
		return k(end)
	}) {
		return true
	}
	m.groups = m.groups[:kept]
	return false
}

func (g group) firsts(into map[string]bool) (bool, bool) { return g.n.firsts(into) }

// isOpen reports whether n holds an open {name}.
func isOpen(n node) bool {
	switch n := n.(type) {
	case run:
		return true
	case sequence:
		return slices.ContainsFunc(n, isOpen)
	case choice:
		return slices.ContainsFunc(n, isOpen)
	case repeat:
		return isOpen(n.n)
	case group:
		return isOpen(n.n)
	}
	return false
}
