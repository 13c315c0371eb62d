package claims

import "entente"

// apposed reports whether a step is a participle set beside the name of an
// agreement, "the treaty, signed in Rome", whatever the clause goes on to say.
func (c *view) apposed(step *hit) bool {
	s := c.s
	if step.start == 0 || step.end-step.start > 1 && s.verbal(step.start) != participle || s.auxiliaryBefore(step.start) {
		return false
	}
	switch {
	case step.mood == participle:
	case step.mood == past && s.tokens[step.start-1].Norm == "," && s.isPrep(step.end): // taggers take it for the verb
	default:
		return false
	}
	name := -1
	for _, h := range c.hits {
		if h.file == "agreement" && h.role == roleNoun && h.end <= step.start {
			name = h.start
		}
	}
	return name >= 0 && !s.finiteBetween(name, step.start)
}

// stands reports whether the agreement f is named in passing as one that
// exists: "under the", or after a preposition, dated or "our", though the
// clause asks for or promises something else.
func (r *run) stands(c *view, d *draft, f *hit, from, to int) bool {
	s := c.s
	if d.force == entente.Done || d.force == entente.Refused {
		return false
	}
	for _, p := range s.phrases {
		if p.set["class"] == "standing" && p.start >= c.cl.from && p.end <= f.start && p.end > f.start-8 && !s.finiteBetween(p.end, f.start) {
			return true
		}
	}
	k, ours := f.start, false
	for k > c.cl.from && k > f.start-4 && !s.isPrep(k-1) && !s.verbal(k-1).finite() && !s.isMark(k-1) {
		k--
		ours = ours || s.isPossessive(k)
	}
	if k == c.cl.from || !s.isPrep(k-1) && s.mention[k-1] < 0 || s.verbal(k-2) == infinitive {
		return false
	}
	if ours {
		return true
	}
	for _, i := range s.mentions(r, entente.MentionDate, f.end, to) {
		if r.earlier(r.mentions[s.mention[i]].Value) {
			return true
		}
	}
	return false
}

// atInvitation reports whether an invitation only tells how somebody came:
// "at the invitation of the Mayor".
func (s *sentence) atInvitation(h *hit) bool {
	i := h.start - 1
	if c := s.class(i); c != "det" && c != "filler" || s.isPossessive(i) {
		return false
	}
	return s.isPrep(i-1) && s.prep(i-1) != "of" && s.prep(i-1) != "by" && (s.prep(h.end) == "of" || s.prep(h.end) == "by")
}

// invitation returns the invitation that a relative clause hangs on: "the
// invitation that he extends to you to visit".
func (c *view) invitation() *hit {
	if c.cl.kind != relativeClause {
		return nil
	}
	a, b := c.s.antecedent(c.cl)
	for i := range c.s.hits {
		if h := &c.s.hits[i]; h.file == "contact" && h.role == roleNoun && h.name == "invited" && a <= h.start && h.end <= b {
			return h
		}
	}
	return nil
}

// asks reports whether the sentence is a question.
func (s *sentence) asks() bool { return len(s.tokens) > 0 && s.tokens[len(s.tokens)-1].Norm == "?" }

// firstOf returns the first hit that is there.
func firstOf(hits ...*hit) *hit {
	for _, h := range hits {
		if h != nil {
			return h
		}
	}
	return nil
}
