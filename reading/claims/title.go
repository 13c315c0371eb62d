package claims

import (
	"strings"

	"entente"
)

// undertakingTitle finds the words that name the thing: what the verb is done
// to, the subject of a passive or of a thing's own movement, the noun of a
// frame, else what the paragraph or the claim before was about. A party is
// never what an undertaking is of.
func (r *run) undertakingTitle(c *view, d *draft, verb, noun *hit, j judgement) {
	s := c.s
	a, b := -1, -1
	deed := c.deed(verb, j)
	sub, subEnd := c.subject()
	named := sub >= 0 && s.person(sub) == "" && s.class(sub) == "" && !r.party(s, sub, subEnd)
	moves := verb != nil && (verb.set["of"] == "subject" || s.passive(verb)) || verb == nil && j.cue == nil && (deed < 0 || s.passiveAt(deed) || s.lex.be[s.tokens[deed].Norm] != "") ||
		c.verb() < 0 && noun != nil && (verb == nil || noun.start < verb.start && verb.mood == participle)
	led := r.ledTitle(c)
	switch {
	case led >= 0 && (moves || verb == nil):
		a, b = led, s.phraseEnd(led, c.cl.to)
	case c.cl.kind == relativeClause && verb != nil && !moves && c.relativeObject():
		a, b = s.antecedent(c.cl)
	case moves && named:
		a, b = sub, subEnd
	case moves && sub >= 0 && s.person(sub) != "":
		r.topicTitle(d)
	case deed >= 0:
		a, b = r.deedObject(c, deed)
	}
	if a < 0 && c.cl.kind == relativeClause && verb != nil && !moves {
		a, b = s.antecedent(c.cl)
	}
	if a < 0 && noun != nil && !d.has(entente.FieldTitle) {
		a, b = noun.start, s.phraseEnd(noun.end-1, c.cl.to)
		for a > c.cl.from && c.cl.has(a-1) && s.lex.before && s.class(a-1) == "" && !s.isMark(a-1) && s.nominal(a-1) && s.verbal(a-1) == noMood && s.mentionKind(a-1) != entente.MentionDate {
			a--
		}
	}
	if a < 0 && !d.has(entente.FieldTitle) {
		r.topicTitle(d)
	}
	if a < 0 && !d.has(entente.FieldTitle) && named {
		a, b = sub, subEnd
	}
	if a < 0 || a >= b {
		return
	}
	a, b = r.substance(s, a, b, c.cl.to)
	for a < b-1 && (s.class(a) == "det" || s.isPossessive(a)) {
		a++
	}
	d.head = a
	d.set(entente.FieldTitle, r.value(s, "", a, b))
}

// ledTitle returns where the phrase starts that a clause puts first as what
// it is about, "of the six places", "as to the bridge", or -1.
func (r *run) ledTitle(c *view) int {
	s := c.s
	for _, p := range s.phrases {
		if p.file != "phrase" || p.set["class"] != "topic" || p.start > c.cl.from+1 || p.start < c.cl.from {
			continue
		}
		k := p.end
		for k < c.cl.to && (s.class(k) == "det" || s.isPossessive(k)) {
			k++
		}
		if k < c.cl.to && s.nominal(k) && s.mentionKind(k) != entente.MentionDate && !r.party(s, k, s.phraseEnd(k, c.cl.to)) {
			return k
		}
	}
	return -1
}

// deed returns the verb that says what is done: that of the frame, else what
// the cue governs, else the clause's own; past verbs that only lead to
// another, "continue to support", "intends to help build".
func (c *view) deed(verb *hit, j judgement) int {
	s := c.s
	i := -1
	switch {
	case verb != nil:
		i = verb.end - 1
	case j.cue != nil && c.cl.has(j.cue.start):
		i = j.cue.end - 1
		if k := c.nextVerb(j.cue.end, 4); k >= 0 {
			i = k
		}
	default:
		i = c.verb()
		for i >= 0 && i+1 < c.cl.to { // auxiliaries
			k := c.nextVerb(i+1, 2)
			if k < 0 {
				break
			}
			i = k
		}
	}
	for n := 0; i >= 0 && n < 3 && s.lex.light[s.tokens[i].Norm]; n++ {
		k := c.nextVerb(i+1, 3)
		if k < 0 {
			break
		}
		i = k
	}
	return i
}

// nextVerb returns the first infinitive, gerund or participle within reach
// tokens of i, or -1.
func (c *view) nextVerb(i, reach int) int {
	s := c.s
	for k := i; k < i+reach && k < c.cl.to; k++ {
		if !c.cl.has(k) || s.isMark(k) {
			return -1
		}
		switch m := s.verbal(k); {
		case m.bare() || m == participle && s.tokens[k].POS == "VERB":
			return k
		case s.class(k) == "" && s.nominal(k) && s.verbal(k) == noMood:
			return -1
		}
	}
	return -1
}

// deedObject returns the phrase that the verb at i is done to. Where that is
// a party who is to do something, it is the object of that.
func (r *run) deedObject(c *view, i int) (from, to int) {
	s := c.s
	for n := 0; n < 3; n++ {
		from, to = c.acted(i)
		if from < 0 || from < i {
			from, to = c.object(i + 1)
		} else if to < len(s.tokens) {
			to = max(to, s.phraseEnd(to-1, c.cl.to))
			for k := from + 1; k < to; k++ { // whom it is for is no part of it
				if p := s.prep(k); (p == "to" || p == "for" || p == "with" || p == "by" || p == "time") && s.mention[k] < 0 && !s.lex.bound[s.tokens[k-1].Norm] {
					to = k
				}
			}
		}
		if from < 0 || !r.party(s, from, to) {
			return from, to
		}
		k := c.nextVerb(to, 3)
		if k < 0 {
			if a, b := c.object(to); a >= 0 && !r.party(s, a, b) {
				return a, b
			}
			return -1, -1
		}
		i = k
	}
	return from, to
}

// relativeObject reports whether the relative pronoun of the clause is not
// its subject, so that what it hangs on is what the verb is done to.
func (c *view) relativeObject() bool {
	a, _ := c.subject()
	return a >= c.cl.from
}

// party reports whether tokens [from, to) name somebody who acts: a person,
// an organisation, a state, both sides, or an office or body.
func (r *run) party(s *sentence, from, to int) bool {
	if from < 0 || from >= to {
		return false
	}
	for from < to-1 && (s.class(from) == "det" || s.isPossessive(from)) {
		from++
	}
	if s.lex.actors[s.tokens[from].Norm] || s.person(from) != "" {
		return true
	}
	for _, p := range s.phrases {
		if p.file == "joint" && p.start <= from && from < p.end {
			return true
		}
	}
	m := s.mention[from]
	if m < 0 {
		return false
	}
	if end := s.mentionEnd(from); end < to && s.nominal(end) && s.mention[end] < 0 && s.class(end) == "" {
		return s.lex.actors[s.tokens[to-1].Norm] // "Afghan aid", "U.S. exports"
	}
	switch r.mentions[m].Kind {
	case entente.MentionPerson, entente.MentionOrganisation:
		return true
	case entente.MentionPlace:
		return r.land(m)
	}
	return false
}

// substance moves a title past words that only hold the thing, a sum of money
// or "the possibility of", and takes adjectives in a row with their noun.
func (r *run) substance(s *sentence, a, b, limit int) (from, to int) {
	for n := 0; n < 3; n++ {
		head := a
		for head < b-1 && (s.class(head) == "det" || s.isPossessive(head) || s.tokens[head].POS == "ADJ") {
			head++
		}
		k := -1
		for i := a; i < b && i < a+3 && !r.money(s, a); i++ { // "an additional 4 million dollars in aid"
			if r.money(s, i) && s.mentionEnd(i) < limit && s.isPrep(s.mentionEnd(i)) {
				a = i
			}
		}
		switch {
		case r.money(s, a) && s.mentionEnd(a) < limit && s.isPrep(s.mentionEnd(a)):
			k = s.mentionEnd(a) + 1
		case s.lex.hollow[s.tokens[head].Norm] && head+1 < limit && s.isPrep(head+1):
			k = head + 2
		}
		for k >= 0 && k < limit && (s.class(k) == "det" || s.isPrep(k) || s.isPossessive(k) || s.verbal(k).bare() || s.class(k) == "filler") {
			k++
		}
		if k < 0 || k >= limit || !s.nominal(k) || s.mentionKind(k) == entente.MentionDate || r.party(s, k, s.phraseEnd(k, limit)) {
			break
		}
		a, b = k, s.phraseEnd(k, limit)
	}
	// "barriers to exports": the noun alone says nothing.
	if b < limit && s.isPrep(b) && s.lex.bound[s.tokens[b-1].Norm] {
		k := b + 1
		for k < limit && (s.class(k) == "det" || s.isPossessive(k)) {
			k++
		}
		if k < limit && s.nominal(k) && s.mentionKind(k) != entente.MentionDate {
			b = s.phraseEnd(k, limit)
		}
	}
	// "military, budget and reconstruction support"
	for b < limit && s.tokens[b].Norm == "," && s.tokens[b-1].POS == "ADJ" && s.lex.before {
		k := b + 1
		for k < limit && (s.class(k) == "coord" || s.tokens[k].Norm == "," || s.nominal(k) && s.tokens[k].POS != "PROPN") {
			k++
		}
		if k == b+1 || s.tokens[k-1].POS != "NOUN" {
			break
		}
		b = k
	}
	return a, b
}

// money reports whether a sum of money stands at token i.
func (r *run) money(s *sentence, i int) bool {
	if s.mentionKind(i) != entente.MentionAmount {
		return false
	}
	v := r.mentions[s.mention[i]].Value
	unit := v[strings.LastIndexByte(v, ' ')+1:]
	return len(unit) == 3 && unit == strings.ToUpper(unit)
}

// topicTitle takes the title from the paragraph's topic, or from the
// undertaking spoken of in the sentence before.
func (r *run) topicTitle(d *draft) {
	if t, ok := r.topics[d.s.index]; ok {
		d.set(entente.FieldTitle, t.title)
		return
	}
	for i := len(r.drafts) - 1; i >= 0; i-- {
		o := r.drafts[i]
		if o == d || o.dropped || o.kind != entente.Undertaking {
			continue
		}
		if d.s.index-o.s.index <= 2 {
			r.inherit(d, o, entente.FieldTitle, entente.FieldDomain)
		}
		return
	}
}

// passive reports whether the participle h says what is done to its subject:
// "to be" stands before it, not only "to have".
func (s *sentence) passive(h *hit) bool { return s.passiveAt(h.start) }

func (s *sentence) passiveAt(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if s.lex.be[s.tokens[k].Norm] != "" {
			return true
		}
	}
	return false
}
