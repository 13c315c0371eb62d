package claims

import (
	"strings"
	"unicode"

	"entente"
)

// recallable bounds how many other matters may come up before one is new
// again, so that the work on a book does not grow with the square.
const recallable = 1000

// bind ties a draft to the matter that it is about: one that its clause
// recalls, one that has the same name, or a new one.
func (r *run) bind(d *draft) {
	words := r.naming(d)
	if d.dropped {
		return
	}
	if d.matter == nil {
		for i := len(r.matters) - 1; i >= max(len(r.matters)-recallable, 0) && d.matter == nil; i-- {
			m := r.matters[i]
			if m.kind == d.kind && sameThing(m, words, d) {
				d.matter = m
			}
		}
	}
	if d.matter == nil {
		d.matter = &matter{kind: d.kind, words: map[string]bool{}}
		d.matter.first = d
		r.matters = append(r.matters, d.matter)
	} else { // it came up last
		for i := len(r.matters) - 1; i >= 0; i-- {
			if r.matters[i] == d.matter {
				copy(r.matters[i:], r.matters[i+1:])
				r.matters[len(r.matters)-1] = d.matter
				break
			}
		}
	}
	for w := range words {
		d.matter.words[w] = true
	}
	d.matter.last = d
}

// naming returns the words that tell the thing: of its title or subject, its
// place and its mode or form.
func (r *run) naming(d *draft) map[string]bool {
	words := map[string]bool{}
	add := func(field entente.Field) {
		for _, v := range d.fields[field] {
			for word := range strings.FieldsFuncSeq(v.Value, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
				if word = strings.ToLower(word); len(word) > 3 {
					words[word] = true
				}
			}
		}
	}
	switch d.kind {
	case entente.Contact:
		for _, f := range []entente.Field{entente.FieldMode, entente.FieldPlace, entente.FieldDate} {
			add(f)
		}
	case entente.Agreement:
		add(entente.FieldForm)
		add(entente.FieldSubject)
	default:
		add(entente.FieldTitle)
	}
	return words
}

func sameThing(m *matter, words map[string]bool, d *draft) bool {
	shared := 0
	for w := range words {
		if m.words[w] {
			shared++
		}
	}
	if len(words) == 0 {
		return false
	}
	switch d.kind {
	case entente.Contact:
		return shared >= 2 && shared == len(words)
	case entente.Agreement:
		return shared >= 2
	}
	return shared >= 2 || shared == len(words) && shared > 0
}

// recall returns the matter of a kind that the clause's pronoun means: the
// last one, if it came up a few sentences ago and the clause names none.
func (r *run) recall(c *view, kind entente.Kind) *matter {
	r.settleSoFar(c.s)
	for i := len(r.matters) - 1; i >= 0; i-- {
		m := r.matters[i]
		if m.kind != kind {
			continue
		}
		if c.s.index-m.last.s.index > 3 {
			return nil
		}
		return m
	}
	return nil
}

// recalls reports whether the clause can be about the last matter of a kind:
// a pronoun or nothing stands as its subject.
func (r *run) recalls(c *view, kind entente.Kind) bool {
	return r.recall(c, kind) != nil
}

// settleSoFar binds the drafts of the sentence made so far, so that later
// clauses can recall them.
func (r *run) settleSoFar(s *sentence) {
	for _, d := range r.drafts {
		if d.s == s && d.matter == nil && !d.dropped && d != r.making {
			r.bind(d)
		}
	}
}

// inherit copies fields of an earlier claim on the same matter, as inferred.
func (r *run) inherit(d, from *draft, fields ...entente.Field) {
	if from == nil {
		return
	}
	for _, f := range fields {
		if d.has(f) && !(f == entente.FieldParties && d.fields[f][0].Inferred) {
			continue
		}
		var vs []entente.Value
		for _, v := range from.fields[f] {
			vs = append(vs, entente.Value{Value: v.Value, Name: v.Name, Inferred: true, Why: "said of the same thing before"})
		}
		if len(vs) > 0 {
			d.fields[f] = vs
		}
	}
}
