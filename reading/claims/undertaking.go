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
			if s.taggedNoun(h.start) || h.mood == participle && s.attributive(h) && c.cl.kind != relativeClause && c.verb() >= 0 {
				continue
			}
			leads := verb != nil && (s.lex.light[s.tokens[verb.start].Norm] && h.start-verb.end <= 3 ||
				j.cue != nil && verb.start < j.cue.end && verb.end > j.cue.start && h.start >= j.cue.end && h.start-j.cue.end <= 4)
			if (verb == nil || leads) && !s.conditional(c, h.start) {
				verb = h
			}
		case roleNoun:
			if noun == nil && s.tokens[h.start].POS != "VERB" {
				noun = h
			}
		case roleStep:
			if v := c.verb(); step == nil || step.end <= v && v <= h.start {
				step = h // "the tender, prepared in May, is suspended": the verb's own step
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
	if deed := c.deed(verb, j); deed >= 0 {
		to = r.tail(c, deed)
	}
	d := r.draft(entente.Undertaking, c, from, to)
	d.force, d.evidence = j.force, r.seen
	if r.looking {
		c.taken = true
		return
	}
	if j.force == entente.Done && j.cue == nil && r.ahead(c, j) {
		d.force = entente.Promised
		if r.shared && !s.oneSide(r, c.k) {
			d.force = entente.Agreed
		}
	}
	if j.force == entente.Agreed && j.cue != nil && !r.joint && c.cl.has(j.cue.start) && s.infinitiveAhead(j.cue.end-1) && r.otherParty(c) {
		d.force = entente.Promised // "your Ministry had agreed to provide a building"
	}
	for _, h := range []*hit{verb, noun, step} {
		if h != nil {
			d.trace = append(d.trace, "undertaking/"+h.name)
		}
	}
	if j.cue != nil {
		d.trace = append(d.trace, "force/"+j.cue.name)
	} else {
		d.trace = append(d.trace, "mood/"+moodNames[j.mood])
	}
	r.undertakingTitle(c, d, verb, noun, j)
	r.undertakingStage(c, d, step, j)
	r.undertakingParties(c, d, verb, j)
	r.undertakingAction(d, s, verb, noun)
	r.chooseRoles(c, d, verb, noun, j)
	r.undertakingAction(d, s, verb, noun) // anew, of the title that was chosen
	r.chooseAction(c, d, verb, noun, j)
	r.undertakingDetails(c, d, from, to)
	r.chooseCounterpart(c, d, verb, noun, j)
	c.taken = true
}

// undertakingDetails fills in amount, due, place, domain and terms.
func (r *run) undertakingDetails(c *view, d *draft, from, to int) {
	s := c.s
	for _, i := range s.mentions(r, entente.MentionAmount, from, to) {
		d.set(entente.FieldAmount, r.value(s, r.mentions[s.mention[i]].Value, i, s.mentionEnd(i)))
	}
	if d.force != entente.Done && d.force != entente.Refused {
		r.undertakingDue(c, d, from, to)
	}
	for _, i := range s.mentions(r, entente.MentionPlace, from, to) {
		if r.land(s.mention[i]) { // a country is a party
			continue
		}
		end := s.mentionEnd(i)
		d.set(entente.FieldPlace, r.value(s, s.words(i, end), i, end))
	}
	r.undertakingTerms(c, d, from, to)
	r.domainIn(d, s, from, to)
	r.topicDomain(d)
}

// domainIn takes the domain of the first words of tokens [from, to) that
// belong to one; the title's own words count first, and money gives way to
// what it is for.
func (r *run) domainIn(d *draft, s *sentence, from, to int) {
	best := -1
	rank := func(h *hit) int {
		n := 0
		if d.head >= 0 && h.start >= d.head {
			n += 2
		}
		if h.set["domain"] != moneyDomain {
			n += 3
		}
		return n
	}
	for i := range s.domains {
		h := &s.domains[i]
		if h.start < from || h.end > to {
			continue
		}
		if best < 0 || rank(h) > rank(&s.domains[best]) {
			best = i
		}
	}
	if best >= 0 {
		h := s.domains[best]
		d.set(entente.FieldDomain, r.value(s, h.set["domain"], h.start, h.end))
	}
}
