package claims

import "strings"

// child returns the first dependent of token i with one of the relations, or
// -1; without a parse there is none.
func (s *sentence) child(i int, rels ...string) int {
	for k := range s.tokens {
		t := &s.tokens[k]
		if t.Head != i || t.Rel == "" || k == i {
			continue
		}
		for _, rel := range rels {
			if t.Rel == rel {
				return k
			}
		}
	}
	return -1
}

// phraseOf returns the noun phrase that token i heads in the tree: its
// dependents without relative clauses, appositions and what follows a mark.
// The words are contiguous; a tree that says otherwise is cut short.
func (s *sentence) phraseOf(i int) (from, to int) {
	from, to = i, i+1
	for from > 0 && s.under(from-1, i) && !s.isMark(from-1) {
		from--
	}
	for to < len(s.tokens) && s.under(to, i) && !s.isMark(to) {
		to++
	}
	for from < i && (s.class(from) == "det" || s.isPrep(from) || s.isPossessive(from) || s.tokens[from].POS == "DET" || s.tokens[from].POS == "ADP") {
		from++
	}
	for m := s.mention[to-1]; m >= 0 && to < len(s.tokens) && s.mention[to] == m; {
		to++
	}
	return from, trimPreps(s, i, to)
}

const maxDepth = 12

// under reports whether token k belongs to the phrase headed by i.
func (s *sentence) under(k, i int) bool {
	for n := 0; n < maxDepth && k >= 0 && k < len(s.tokens); n++ {
		if k == i {
			return true
		}
		t := &s.tokens[k]
		switch rel := t.Rel; {
		case rel == "", strings.HasPrefix(rel, "acl"), rel == "appos", rel == "parataxis", rel == "advcl":
			return false
		}
		k = t.Head
	}
	return false
}

// acted returns the phrase that the verb at i is done to by the tree: its
// object, or the subject of a passive. It is (-1, -1) where no parse tells.
func (v *view) acted(i int) (from, to int) {
	s := v.s
	if i < 0 || i >= len(s.tokens) || s.tree()[i].Rel == "" {
		return -1, -1
	}
	for n := 0; n < 3; n++ { // the hit may be an auxiliary or sit under one
		if k := s.child(i, "nsubj:pass", "obj"); k >= 0 && s.person(k) == "" && s.class(k) != "relative" && s.class(k) != "that" && s.class(k) != "pron" && s.tokens[k].POS != "PRON" {
			return s.phraseOf(k)
		}
		if k := s.child(i, "xcomp"); k > i && s.tokens[k].POS == "VERB" {
			i = k
			continue
		}
		break
	}
	return -1, -1
}
