package dates

import (
	"strings"

	"entente"
	"entente/pattern"
)

// A search runs the rules over tokens, level by level. What a rule finds
// becomes one token for the levels above: its POS is DATE and its Feats say
// what it is (day, month, year …), so that "end of :DATE/month" can take it.
type search struct {
	tongue *tongue
	tokens []entente.Token
	ref    Reference
	last   []int32 // of each set of words of the tongue, the token after the last that is in it

	items   []item
	view    []entente.Token // one for each item
	room    []entente.Token // for a view that differs from the tokens
	matcher pattern.Matcher
}

// An item is a token or a date that was found.
type item struct {
	first, last int      // its tokens
	meaning     *meaning // nil for a token
	word        *word    // nil for a date, and for what is no word of the rules
	digit       bool     // a token with one
}

// A hit is items [first, last) that a rule matched.
type hit struct {
	first, last int
	meaning     *meaning
}

func (s *search) dates() []Date {
	s.view, s.items = s.tokens, s.items[:0]
	s.withoutStops()
	for i := range s.view {
		s.items = append(s.items, s.item(i, s.view[i].Norm))
	}
	s.unglue()
	s.last = append(s.last[:0], make([]int32, s.tongue.sets)...)
	for i := range s.items {
		if w := s.items[i].word; w != nil {
			for _, set := range w.sets {
				s.last[set] = int32(i + 1)
			}
		}
	}
	for level := range s.tongue.levels {
		if hits := s.run(level); len(hits) > 0 {
			s.fold(hits)
		}
	}
	var found []Date
	near, last := s.ref.Near, 0
	for i, it := range s.items {
		m := it.meaning
		if m == nil || m.rule.part {
			continue
		}
		ref := s.ref
		ref.Near = near
		if ref.Tense == Unknown {
			ref.Tense, ref.lean = s.tense(i)
		}
		value, fault := m.resolve(ref)
		if value.IsZero() && fault == "" || it.first < last {
			continue // nothing, or the rest of a token that a date has
		}
		last = it.last
		d := Date{
			Span:  entente.Span{Start: s.tokens[it.first].Start, End: s.tokens[it.last-1].End},
			First: it.first, Last: it.last, Value: value.String(), Ambiguous: value.OneOf(),
			Tense: ref.Tense, Rule: m.rule.name, Invalid: fault, Measure: m.rule.span, meaning: m, near: near,
		}
		found = append(found, d)
		if v, ok := d.Near(); ok {
			near = v
		}
	}
	return found
}

// item is what the rules see of a norm of token i.
func (s *search) item(i int, norm string) item {
	return item{first: i, last: i + 1, word: s.tongue.words[norm], digit: hasDigit(norm)}
}

// own makes the view one that may be changed.
func (s *search) own() {
	if len(s.view) > 0 && &s.view[0] == &s.tokens[0] {
		s.room = append(s.room[:0], s.tokens...)
		s.view = s.room
	}
}

// withoutStops takes the full stop of abbreviations from their Norm: whether
// it is part of the token depends on what stands beside.
func (s *search) withoutStops() {
	for i := range s.tokens {
		if n := s.tokens[i].Norm; len(n) > 1 && n[len(n)-1] == '.' && n[0] != '.' {
			s.own()
			s.view[i].Norm = n[:len(n)-1]
		}
	}
}

// run returns what the rules of a level find, leftmost and longest first.
func (s *search) run(level int) []hit {
	var hits []hit
	for i := 0; i < len(s.view); i++ {
		best, ok := s.best(level, i)
		if !ok {
			continue
		}
		// Words before the date may have led there; what starts at the date
		// itself and goes on farther is better.
		for best.first > i {
			i = best.first
			if b, ok := s.best(level, i); ok && b.last > best.last {
				best = b
			}
		}
		hits = append(hits, best)
		i = best.last - 1
	}
	return hits
}

// best returns the longest match of a level at i; of several that which has
// more of it in the date, then the first.
func (s *search) best(level, i int) (best hit, ok bool) {
	length := 0
	try := func(rules []*rule) {
		for _, r := range rules {
			if r.bare && i > 0 || !s.able(r, i) {
				continue
			}
			m, found := s.matcher.At(r.match, s.view, i)
			if !found || m.End-m.Start < length || !r.allowed(s.view, m) || r.shift && s.shifted(m.Start) || r.bare && !s.whole(m.End) {
				continue
			}
			h := hit{first: m.Start, last: m.End}
			if g, ok := m.Group("date"); ok {
				h.first, h.last = g.Start, g.End
			}
			if m.End-m.Start == length && h.last-h.first <= best.last-best.first {
				continue
			}
			h.meaning = s.meaning(r, m)
			if _, ok := h.meaning.when(s.ref); ok {
				best, length = h, m.End-m.Start
			}
		}
	}
	it, rules := &s.items[i], &s.tongue.levels[level]
	if it.meaning != nil {
		for feat := range strings.SplitSeq(s.view[i].Feats, "|") {
			try(rules.byDate[feat])
		}
		try(rules.byDate[""])
	}
	if it.digit {
		try(rules.digits)
	}
	if it.word != nil {
		try(it.word.rules[level])
	}
	return best, length > 0
}

// whole reports whether no word stands behind item last: what a field or a
// query holds, and not a text.
func (s *search) whole(last int) bool {
	for _, t := range s.view[last:] {
		if t.Norm != "." && t.Norm != "!" && t.Norm != "?" {
			return false
		}
	}
	return true
}

// shifted reports whether a word of moving a date stands shortly before item
// i: "moved from 3 May to 7 June" names two days and no range.
func (s *search) shifted(i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch n := s.view[j].Norm; {
		case s.tongue.shifts[n]:
			return true
		case n == "." || n == ";":
			return false
		}
	}
	return false
}

// able reports whether the text has the words that a rule cannot do without,
// from item i on. Items found so far only move words to the front.
func (s *search) able(r *rule, i int) bool {
	for _, set := range r.needs {
		if int(s.last[set]) <= i {
			return false
		}
	}
	return true
}

func hasDigit(s string) bool {
	for i := range len(s) {
		if '0' <= s[i] && s[i] <= '9' {
			return true
		}
	}
	return false
}

// fold makes one item of each hit.
func (s *search) fold(hits []hit) {
	s.own()
	items, view, at := s.items[:0], s.view[:0], 0 // which grow more slowly than they are read
	for _, h := range hits {
		items, view = append(items, s.items[at:h.first]...), append(view, s.view[at:h.first]...)
		items = append(items, item{first: s.items[h.first].first, last: s.items[h.last-1].last, meaning: h.meaning})
		first := s.view[h.first]
		view = append(view, entente.Token{
			Span: entente.Span{Start: first.Start, End: s.view[h.last-1].End},
			Text: first.Text, Space: first.Space, POS: datePOS, Feats: h.meaning.feats(s.ref),
		})
		at = h.last
	}
	s.items, s.view = append(items, s.items[at:]...), append(view, s.view[at:]...)
}

// meaning keeps what a match captured, so that it can be valued again under
// another reference when the tokens are gone.
func (s *search) meaning(r *rule, m pattern.Match) *meaning {
	out := &meaning{rule: r, tongue: s.tongue}
	for _, g := range m.Groups {
		if g.Start == g.End || out.has(g.Name) {
			continue
		}
		a := arg{name: g.Name, value: g.Value}
		if g.End == g.Start+1 && s.items[g.Start].meaning != nil {
			a.date = s.items[g.Start].meaning
		} else if a.value == "" {
			a.value = spelled(m.Groups, g)
		}
		if a.value == "" {
			for _, t := range s.view[g.Start:g.End] {
				a.value += t.Norm
			}
		}
		out.args = append(out.args, a)
	}
	return out
}
