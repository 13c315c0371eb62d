package pattern

import (
	"regexp"
	"slices"
	"strings"

	"entente"
)

// A Matcher tries patterns at tokens, and lends each attempt the memory of the
// one before. The zero Matcher is ready; it serves one at a time.
type Matcher struct {
	tokens []entente.Token
	open   bool // the pattern holds an open {name}
	groups []Group
	steps  int
	best   int
	kept   []Group
	due    []due
}

// A due is what must still match after an element: the rest of its sequence,
// the same again, or nothing but the end of its group. What follows after
// that is the due of number next.
type due struct {
	rest  sequence
	again repeat // if again.n is not nil
	done  int    // times that it has matched
	from  int    // token where the element starts
	group int    // place of the group, if rest is nil and nothing comes again
	next  int
}

// The numbers of dues that stand for the end of the pattern and of a !x; all
// others are one more than a place in Matcher.due.
const (
	whole = 0
	found = -1
)

// add makes a due and returns its number. It is dropped with done when the
// element has matched in no way.
func (m *Matcher) add(d due) int {
	m.due = append(m.due, d)
	return len(m.due)
}

func (m *Matcher) drop(k int) { m.due = m.due[:k-1] }

// follow goes on at token end with due k, and reports whether all is content.
func (m *Matcher) follow(k, end int) bool {
	switch k {
	case found:
		return true
	case whole:
		if end > m.best {
			m.best = end
			m.kept = append(m.kept[:0], m.groups...)
		}
		return m.open || end == len(m.tokens)
	}
	d := m.due[k-1]
	switch {
	case d.rest != nil:
		return d.rest.match(m, end, d.next)
	case d.again.n != nil:
		return end > d.from && d.again.times(m, end, d.done+1, d.next)
	}
	g := &m.groups[d.group]
	g.End = end
	// A group around one list carries the list's value.
	if inner := d.group + 1; inner < len(m.groups) && m.groups[inner].Start == d.from && m.groups[inner].End == end {
		g.Value = m.groups[inner].Value
	}
	return m.follow(d.next, end)
}

// A node matches at i and goes on with due k at each end it can reach, best
// first, until that says that it is content.
type node interface {
	match(m *Matcher, i, k int) bool
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

func (s sequence) match(m *Matcher, i, k int) bool {
	if m.steps++; m.steps > maxSteps {
		return true
	}
	if len(s) == 0 {
		return m.follow(k, i)
	}
	if len(s) == 1 {
		return s[0].match(m, i, k)
	}
	k = m.add(due{rest: s[1:], next: k})
	content := s[0].match(m, i, k)
	m.drop(k)
	return content
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

func (c choice) match(m *Matcher, i, k int) bool {
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

func (l literal) match(m *Matcher, i, k int) bool {
	return i < len(m.tokens) && m.tokens[i].Norm == string(l) && m.follow(k, i+1)
}

func (l literal) firsts(into map[string]bool) (bool, bool) {
	into[string(l)] = true
	return false, true
}

func (l lemma) match(m *Matcher, i, k int) bool {
	return i < len(m.tokens) && m.tokens[i].Lemma == string(l) && m.follow(k, i+1)
}

func (lemma) firsts(map[string]bool) (bool, bool) { return false, false }

func (p pos) match(m *Matcher, i, k int) bool {
	return i < len(m.tokens) && m.tokens[i].POS == p.tag && hasFeat(m.tokens[i].Feats, p.feat) && m.follow(k, i+1)
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

func (anything) match(m *Matcher, i, k int) bool {
	return i < len(m.tokens) && m.follow(k, i+1)
}

func (anything) firsts(map[string]bool) (bool, bool) { return false, false }

func (e expression) match(m *Matcher, i, k int) bool {
	return i < len(m.tokens) && e.re.MatchString(m.tokens[i].Norm) && m.follow(k, i+1)
}

func (expression) firsts(map[string]bool) (bool, bool) { return false, false }

func (n not) match(m *Matcher, i, k int) bool {
	kept := len(m.groups)
	is := n.n.match(m, i, found)
	m.groups = m.groups[:kept]
	return !is && m.follow(k, i)
}

func (not) firsts(map[string]bool) (bool, bool) { return true, true }

func (r run) match(m *Matcher, i, k int) bool {
	kept := len(m.groups)
	for end := i; end <= len(m.tokens) && end-i <= maxRun; end++ {
		if m.steps++; m.steps > maxSteps {
			return true
		}
		m.groups = append(m.groups[:kept], Group{Name: string(r), Start: i, End: end})
		if m.follow(k, end) {
			return true
		}
	}
	m.groups = m.groups[:kept]
	return false
}

func (run) firsts(map[string]bool) (bool, bool) { return true, false }

func (l list) match(m *Matcher, i, k int) bool {
	type stop struct {
		end   int
		value string
	}
	var room [8]stop
	stops := room[:0]
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
		if m.follow(k, stops[n].end) {
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

func (r repeat) match(m *Matcher, i, k int) bool { return r.times(m, i, 0, k) }

func (r repeat) times(m *Matcher, i, done, k int) bool {
	if m.steps++; m.steps > maxSteps {
		return true
	}
	if done < r.hi {
		kept := len(m.groups)
		again := m.add(due{again: r, done: done, from: i, next: k})
		content := r.n.match(m, i, again)
		m.drop(again)
		if content {
			return true
		}
		m.groups = m.groups[:kept]
	}
	return done >= r.lo && m.follow(k, i)
}

func (r repeat) firsts(into map[string]bool) (bool, bool) {
	empty, known := r.n.firsts(into)
	return empty || r.lo == 0, known
}

func (g group) match(m *Matcher, i, k int) bool {
	kept := len(m.groups)
	m.groups = append(m.groups, Group{Name: g.name, Start: i})
	end := m.add(due{from: i, group: kept, next: k})
	content := g.n.match(m, i, end)
	m.drop(end)
	if !content {
		m.groups = m.groups[:kept]
	}
	return content
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
