package claims

import (
	"strings"

	"entente"
)

// delays are the steps that only a visit or a meeting can go through.
var delays = map[string]bool{"postponed": true, "rescheduled": true, "cancelled": true}

// inRelative reads a step that somebody's part in a contact goes through,
// where a relative clause says which: "Mr Lind, who was to speak at the
// conference, has had to cancel". It reports whether the clause is one.
func (r *run) inRelative(c *view, step *hit) bool {
	s := c.s
	from, to := c.subject()
	if from < 0 || !r.meets(s, from, to) {
		return false
	}
	for k := range s.clauses {
		cl := &s.clauses[k]
		if cl.parent != c.k || cl.kind != relativeClause || cl.from > step.start || s.used[k] {
			continue
		}
		sub := r.newView(s, k)
		nouns := sub.contactNouns()
		if len(nouns) == 0 || !sub.likely(cl.from, cl.to) {
			continue
		}
		if d := r.contact(c, &nouns[0], nil, step, c.cl.from, c.cl.to, true); d != nil {
			s.used[k] = true
			return true
		}
	}
	return false
}

// personal reports whether a step of several words says by itself that
// somebody comes or stays away, and the clause where or when: "illness keeps
// me from Ravenfeld next week".
func (c *view) personal(step *hit) bool {
	s := c.s
	if step.role == roleNoun { // "the invitation to Mr Lind stands"
		return c.r.meets(s, step.end, c.cl.to)
	}
	if step.end-step.start < 3 || step.name != "cancelled" && step.name != "accepted" && step.name != "invited" {
		return false
	}
	if len(c.mentions(entente.MentionDate, c.cl.from, c.cl.to))+len(c.mentions(entente.MentionPlace, c.cl.from, c.cl.to)) == 0 {
		return false
	}
	from, to := c.subject()
	if from >= 0 && (s.person(from) != "" || c.r.meets(s, from, to)) {
		return true
	}
	for i := step.start; i < step.end; i++ {
		if who := s.person(i); who != "" && !strings.HasPrefix(who, "third:") {
			return true
		}
	}
	return false
}

// comes reports whether a verb says that somebody will come or stand in for
// another, without a word on where or when.
func (c *view) comes(verb *hit) bool {
	m := verb.mood
	if first := c.s.verbal(verb.start); first == future || first == conditional {
		m = first
	}
	if v := c.verb(); m != future && m != conditional && v >= 0 && v < verb.start && verb.start-v <= 3 && m == infinitive {
		m = c.s.verbal(v) // "will represent him"
	}
	if m != future && m != conditional {
		return false
	}
	from, to := c.subject()
	if from < 0 || verb.set["mode"] != "visit" && verb.set["mode"] != "summit" {
		return false
	}
	return c.s.person(from) != "" && verb.set["mode"] == "visit" || c.r.meets(c.s, from, to)
}

// newDates reads a clause that puts forward or takes up dates for the contact
// last spoken of: "we suggest the week of 4 May".
func (r *run) newDates(c *view) bool {
	s := c.s
	j := c.force()
	if j.cue == nil || !c.cl.has(j.cue.start) || j.force != entente.Proposed && j.force != entente.Agreed && j.force != entente.Hoped {
		return false
	}
	date := -1
	for _, i := range c.mentions(entente.MentionDate, j.cue.end, c.cl.to) {
		if date < 0 && i-j.cue.end <= 5 {
			date = i
		}
	}
	if date < 0 || !r.later(r.mentions[s.mention[date]].Value) {
		return false
	}
	for i := j.cue.end; i < date; i++ { // nothing but "the week of" may stand between
		if s.isPrep(i) && s.prep(i) != "of" || s.mention[i] >= 0 || s.verbal(i) != noMood && s.class(i) != "filler" {
			return false
		}
	}
	m := r.recall(c, entente.Contact)
	if m == nil || c.s.index-m.last.s.index > 2 {
		return false
	}
	d := r.contact(c, nil, nil, nil, c.from(), c.cl.to, true)
	if d == nil {
		return false
	}
	d.force = j.force
	d.matter = m
	d.trace = append(d.trace, "contact/new-dates")
	delete(d.fields, entente.FieldStatus)
	status := "rescheduled"
	if j.force == entente.Agreed {
		status = "agreed"
	}
	d.set(entente.FieldStatus, entente.Inferred(status, "dates for the contact spoken of before"))
	return true
}

// pointsBack reports whether a clause that names no contact can mean the last
// one: somebody or a pronoun is its subject, or a date stands beside a step
// that says so itself.
func (c *view) pointsBack(step *hit) bool {
	s := c.s
	from, to := c.subject()
	if from < 0 || s.person(from) == "third:subj" {
		return true
	}
	if long := step.end-step.start > 1; long && (s.person(from) != "" || c.r.meets(s, from, to)) || len(c.mentions(entente.MentionDate, c.cl.from, c.cl.to)) > 0 {
		return true
	}
	return step.start > c.cl.from && (s.tokens[step.start-1].POS == "PRON" || s.tokens[step.start-1].POS == "" && s.class(step.start-1) == "pron")
}

// stepAfter reports whether the clause moves the contact on after token i.
func (c *view) stepAfter(i int) bool {
	for _, h := range c.all("contact", roleStep) {
		if h.start > i {
			return true
		}
	}
	return false
}

// linked reports whether the tree ties the noun of a contact to the step: it
// is what the step's verb has for subject, object or time, or the step says
// which one it is. Where no parse tells, it is.
func (c *view) linked(noun, step *hit) bool {
	s := c.s
	if gap := max(step.start-noun.end, noun.start-step.end); gap < 3 || s.tree()[noun.start].Rel == "" {
		return true // beside it there is nothing to ask
	}
	in := func(k int, h *hit) bool { return h.start <= k && k < h.end }
	for i := step.start; i < step.end; i++ {
		for k, n := i, 0; n < 4 && k >= 0 && k < len(s.tokens); k, n = s.tokens[k].Head, n+1 {
			if in(k, noun) {
				return true
			}
		}
	}
	cur := noun.end - 1
	for n := 0; n < maxDepth && cur >= 0 && cur < len(s.tokens); n++ {
		head := s.tokens[cur].Head
		if head < 0 || head >= len(s.tokens) {
			return in(cur, step)
		}
		switch pos := s.tokens[head].POS; {
		case in(head, step):
			return true
		case in(head, noun), s.nounHit(head):
		case pos == "VERB" || pos == "AUX":
			for i := step.start; i < step.end; i++ {
				switch s.tokens[i].Rel {
				case "xcomp", "aux", "aux:pass", "cop":
					if s.tokens[i].Head == head {
						return true
					}
				}
			}
			return false
		default:
			if rel := s.tokens[cur].Rel; rel != "conj" && rel != "appos" && rel != "compound" && rel != "flat" {
				return false
			}
		}
		cur = head
	}
	return false
}

// helps reports whether the one word of a step is the auxiliary of a verb that
// is no part of it: "the note had asked for two flights".
func (s *sentence) helps(step *hit) bool {
	if step.end-step.start > 1 || s.tokens[step.start].POS != "AUX" {
		return false
	}
	for i := step.end; i < len(s.tokens) && i < step.end+4; i++ {
		if s.verbal(i) == participle && s.tokens[i].POS != "ADJ" {
			return true
		}
		if s.class(i) != "filler" && s.class(i) != "neg" && s.class(i) != "pron" && s.tokens[i].POS != "ADV" {
			return false
		}
	}
	return false
}
