package claims

import "entente"

// undertaking reads what somebody does, will do or is asked to do in a
// clause.
func (r *run) undertaking(c *view) {
	s := c.s
	if s.used[c.k] {
		return
	}
	j := c.force()
	var verb, noun, step *hit
	for i := range c.hits {
		h := &c.hits[i]
		if h.file != "undertaking" {
			continue
		}
		switch h.role {
		case roleVerb:
			if s.nounlike2(h.start) || h.mood == participle && s.attributive(h) && c.cl.kind != relativeClause && c.verb() >= 0 {
				continue
			}
			if verb == nil || s.verbal(verb.start).finite() == false && s.verbal(h.start).finite() {
				verb = h
			}
		case roleNoun:
			if noun == nil && s.tokens[h.start].POS != "VERB" {
				noun = h
			}
		case roleStep:
			if step == nil {
				step = h
			}
		}
	}
	from, to := c.from(), c.cl.to
	if verb == nil && noun == nil && step == nil && (j.cue == nil || !c.cl.has(j.cue.start)) && !j.mood.finite() {
		return
	}
	if !r.believed(c, verb, noun, step, j) {
		return
	}
	if c.cl.kind == relativeClause {
		if a, b := s.antecedent(c.cl); a < b {
			for a > 0 && (s.class(a-1) == "det" || s.isPossessive(a-1)) {
				a--
			}
			from = a
		}
	}
	d := r.draft(entente.Undertaking, c, from, to)
	d.force, d.evidence = j.force, r.seen
	for _, h := range []*hit{verb, noun, step} {
		if h != nil {
			d.trace = append(d.trace, "undertaking/"+h.name)
		}
	}
	if j.cue != nil {
		d.trace = append(d.trace, "force/"+j.cue.name)
	}
	r.undertakingTitle(c, d, verb, noun, j)
	r.undertakingAction(d, s, verb, noun)
	r.undertakingStage(c, d, step, verb)
	r.undertakingParties(c, d, verb, j)
	r.undertakingDetails(c, d, from, to)
	c.taken = true
}

func (r *run) undertakingTitle(c *view, d *draft, verb, noun *hit, j judgement) {
	s := c.s
	a, b := -1, -1
	passive := verb != nil && (verb.mood == participle || verb.mood == past) && s.auxiliaryBefore(verb.start) && s.passive(verb)
	switch {
	case c.cl.kind == relativeClause && verb != nil:
		a, b = s.antecedent(c.cl)
	case passive || verb == nil && j.cue == nil:
		a, b = c.subject()
	case verb != nil:
		a, b = c.object(verb.end)
	}
	if a < 0 && j.cue != nil && c.cl.has(j.cue.start) {
		a, b = c.object(j.cue.end)
	}
	if a < 0 && noun != nil {
		a, b = noun.start, s.phraseEnd(noun.end-1, c.cl.to)
	}
	if a < 0 {
		a, b = c.subject()
	}
	if a >= 0 && s.person(a) != "" {
		if t, ok := r.topics[s.index]; ok {
			d.set(entente.FieldTitle, t.title)
			d.head = -1
			return
		}
		if x, y := c.object(max(a+1, c.verb())); x >= 0 {
			a, b = x, y
		} else {
			return
		}
	}
	if a >= 0 && a < b {
		for a < b-1 && (s.class(a) == "det" || s.isPossessive(a)) {
			a++
		}
		d.head = a
		d.set(entente.FieldTitle, r.value(s, "", a, b))
	}
}

// passive reports whether the participle h says what is done to its subject:
// "to be" stands before it, not only "to have".
func (s *sentence) passive(h *hit) bool {
	for k := h.start - 1; k >= 0 && k >= h.start-4; k-- {
		if s.lex.be[s.tokens[k].Norm] != "" {
			return true
		}
	}
	return false
}

func (r *run) undertakingAction(d *draft, s *sentence, verb, noun *hit) {
	switch {
	case verb != nil && verb.set["action"] != "other":
		d.set(entente.FieldAction, r.value(s, verb.set["action"], verb.start, verb.end))
	case noun != nil && noun.set["action"] != "other":
		d.set(entente.FieldAction, r.value(s, noun.set["action"], noun.start, noun.end))
	case verb != nil:
		d.set(entente.FieldAction, r.value(s, verb.set["action"], verb.start, verb.end))
	}
}

func (r *run) undertakingStage(c *view, d *draft, step, verb *hit) {
	if step != nil {
		d.set(entente.FieldStage, r.value(c.s, step.set["stage"], step.start, step.end))
		if d.force == entente.Promised || d.force == entente.Done {
			if f := step.set["force"]; f != "" && c.force().cue == nil {
				d.force = entente.Force(f)
			}
		}
		return
	}
	if d.force == entente.Done && verb != nil {
		d.set(entente.FieldStage, entente.Inferred("completed", "the clause reports it as done"))
	}
}

// undertakingDetails fills in amount, due, place, domain and terms.
func (r *run) undertakingDetails(c *view, d *draft, from, to int) {
	s := c.s
	for _, i := range s.mentions(r, entente.MentionAmount, from, to) {
		d.set(entente.FieldAmount, r.value(s, r.mentions[s.mention[i]].Value, i, s.mentionEnd(i)))
	}
	if d.force != entente.Done && d.force != entente.Refused {
		for _, i := range s.mentions(r, entente.MentionDate, from, to) {
			v := r.mentions[s.mention[i]].Value
			if s.prep(i-1) == "of" || !r.later(v) {
				continue
			}
			d.set(entente.FieldDue, r.value(s, v, i, s.mentionEnd(i)))
		}
	}
	for _, i := range s.mentions(r, entente.MentionPlace, from, to) {
		if m := r.mentions[s.mention[i]]; len(m.Value) == 2 { // a country is a party
			continue
		}
		end := s.mentionEnd(i)
		d.set(entente.FieldPlace, r.value(s, s.words(i, end), i, end))
	}
	for _, p := range s.phrases {
		if p.file == "phrase" && p.set["class"] == "terms" && from < p.start && p.end < to {
			d.set(entente.FieldTerms, r.value(s, "", p.start, min(to, s.nextStrong(p.start))))
		}
	}
	r.domainIn(d, s, from, to)
	r.topicDomain(d)
}

// domainIn takes the domain of the first words of tokens [from, to) that
// belong to one; the title's own words count first.
func (r *run) domainIn(d *draft, s *sentence, from, to int) {
	best := -1
	for i, h := range s.domains {
		if h.start < from || h.end > to {
			continue
		}
		if best < 0 || d.head >= 0 && h.start >= d.head && s.domains[best].start < d.head {
			best = i
		}
	}
	if best >= 0 {
		h := s.domains[best]
		d.set(entente.FieldDomain, r.value(s, h.set["domain"], h.start, h.end))
	}
}
