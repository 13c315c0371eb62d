package search

import "entente"

// A Snippet is a stretch of a text and the words to light in it.
type Snippet struct {
	Span entente.Span
	Lit  []entente.Span // in order, within Span
}

// A Lighter finds in texts the words that a query looks for. It is for one
// goroutine: it remembers what it stemmed.
type Lighter struct {
	query  Query
	starts [256]bool // bytes with which the words that are looked for start
	stems  map[string]func(word) string
}

// Lighter returns a Lighter of what q looks for.
func (a *Analyzer) Lighter(q Query) *Lighter {
	l := &Lighter{query: q, stems: map[string]func(word) string{}}
	for _, t := range q.Terms {
		if t.In != InWords || t.Not {
			continue
		}
		for _, phrase := range t.Any {
			for _, s := range phrase {
				l.starts[s[0]] = true
			}
		}
	}
	return l
}

// term returns the index of the term that a word answers, -1 if none.
func (l *Lighter) term(language string, w word) int {
	// No stemming but that of Arabic touches the start of a word.
	if !l.starts[w.folded[0]] && language != "ar" {
		return -1
	}
	stem := l.stems[language]
	if stem == nil {
		stem = stemmer(language)
		l.stems[language] = stem
	}
	return l.query.term(stem(w), w.folded)
}

// Snippet returns the stretch of text, about width bytes long, that holds
// most of the words that are looked for; the start of the text if it holds
// none.
func (l *Lighter) Snippet(language, text string, width int) Snippet {
	type hit struct {
		span entente.Span
		term int
	}
	var hits []hit
	var all []entente.Span
	for _, w := range words(text) {
		all = append(all, w.Span)
		if term := l.term(language, w); term >= 0 {
			hits = append(hits, hit{w.Span, term})
		}
	}
	best, most := 0, 0
	for i := range hits {
		terms := map[int]bool{}
		for _, h := range hits[i:] {
			if h.span.End-hits[i].span.Start > width {
				break
			}
			terms[h.term] = true
		}
		if len(terms) > most {
			best, most = i, len(terms)
		}
	}
	from := 0
	if len(hits) > 0 {
		from = hits[best].span.Start - width/4
	}
	s := Snippet{Span: entente.Span{End: len(text)}}
	if len(text) > width {
		s.Span = window(all, from, width, len(text))
	}
	for _, h := range hits {
		if s.Span.Contains(h.span) && (len(s.Lit) == 0 || s.Lit[len(s.Lit)-1].End <= h.span.Start) {
			s.Lit = append(s.Lit, h.span)
		}
	}
	return s
}

// window returns the whole words from from on, about width bytes of them.
func window(all []entente.Span, from, width, length int) entente.Span {
	var s entente.Span
	for _, w := range all {
		if w.Start < from {
			continue
		}
		if !s.Empty() && w.End-s.Start > width {
			break
		}
		s = s.Cover(w)
	}
	if s.Empty() {
		return entente.Span{}
	}
	if len(all) > 0 && s.End == all[len(all)-1].End {
		s.End = length
	}
	if s.Start == all[0].Start {
		s.Start = 0
	}
	return s
}
