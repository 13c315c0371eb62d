package claims

import "entente"

// Known is what was asked of a clause before. It hangs on nothing but the
// document, so that it is the same for a look ahead and the reading proper;
// how a clause is put hangs also on which sentences are parsed by then.
type known struct {
	judged, bounded bool
	trees           int // when put was judged
	put             judgement
	subject         [2]int
	agent           string // "" while it was not asked
}

// tree returns the tokens with the tree of dependencies.
func (s *sentence) tree() []entente.Token {
	if s.src.Grow != nil {
		*s.trees++
	}
	return s.src.Tree()
}

// subject returns the tokens of the clause's subject, the noun phrase or
// pronoun before its verb; a relative clause has the word it hangs on, a
// coordinate one that of its parent.
func (v *view) subject() (from, to int) { return v.s.subject(v.k) }

func (s *sentence) subject(k int) (from, to int) {
	known := &s.known[k]
	if !known.bounded {
		known.subject[0], known.subject[1] = s.subjectFrom(k, s.complement(&s.clauses[k]), 0)
		known.bounded = true
	}
	return known.subject[0], known.subject[1]
}

// force returns how the clause is put. A clause without a cue and a subject
// of its own takes the force of what it hangs on.
func (v *view) force() judgement {
	known := &v.s.known[v.k]
	if trees := *v.s.trees; !known.judged || known.trees != trees {
		known.put, known.judged, known.trees = v.s.judge(v.r, v.k, 0), true, trees
	}
	return known.put
}
