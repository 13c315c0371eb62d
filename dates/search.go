package dates

import (
	"slices"
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

	items []item
	view  []entente.Token // one for each item
}

// An item is a token or a date that was found.
type item struct {
	first, last int      // its tokens
	meaning     *meaning // nil for a token
}

// A hit is items [first, last) that a rule matched.
type hit struct {
	first, last int
	meaning     *meaning
}

func (s *search) dates() []Date {
	s.view = withoutStops(s.tokens)
	s.unglue()
	s.last = make([]int32, s.tongue.sets)
	for i := range s.view {
		for _, set := range s.tongue.words[s.view[i].Norm] {
			s.last[set] = int32(i + 1)
		}
	}
	for _, level := range s.tongue.levels {
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

// withoutStops returns tokens with the full stop of abbreviations taken from
// their Norm: whether it is part of the token depends on what stands beside.
func withoutStops(tokens []entente.Token) []entente.Token {
	view := tokens
	for i := range tokens {
		if n := tokens[i].Norm; len(n) > 1 && n[len(n)-1] == '.' && n[0] != '.' {
			if &view[0] == &tokens[0] {
				view = slices.Clone(tokens)
			}
			view[i].Norm = n[:len(n)-1]
		}
	}
	return view
}

// run returns what the rules of a level find, leftmost and longest first.
func (s *search) run(level *level) []hit {
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
func (s *search) best(level *level, i int) (best hit, ok bool) {
	length := 0
	try := func(rules []*rule) {
		for _, r := range rules {
			if r.bare && i > 0 || !s.able(r, i) {
				continue
			}
			m, found := r.match.At(s.view, i)
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
	t := &s.view[i]
	switch {
	case t.Norm == "" && t.POS == datePOS:
		for feat := range strings.SplitSeq(t.Feats, "|") {
			try(level.byDate[feat])
		}
		try(level.byDate[""])
	case hasDigit(t.Norm):
		try(level.digits)
		fallthrough
	default:
		try(level.byWord[t.Norm])
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
	if s.items == nil {
		s.items = make([]item, len(s.tokens))
		for i := range s.items {
			s.items[i] = item{i, i + 1, nil}
		}
		s.view = slices.Clone(s.view)
	}
	items, view := s.items[:0:0], s.view[:0:0]
	at := 0
	for _, h := range hits {
		items, view = append(items, s.items[at:h.first]...), append(view, s.view[at:h.first]...)
		items = append(items, item{s.items[h.first].first, s.items[h.last-1].last, h.meaning})
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
		if g.End == g.Start+1 && s.items != nil && s.items[g.Start].meaning != nil {
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
