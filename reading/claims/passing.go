package claims

import (
	"strings"

	"entente"
)

// apart reads the contacts that a clause mentions beside the one it is about,
// "after our call of 4 May, …", and returns what is left of the clause.
func (r *run) apart(c *view, nouns []hit, noun *hit, from, to int) (int, int) {
	var others []hit
	for _, n := range nouns {
		if noun == nil || n.start == noun.start {
			continue
		}
		a, b := c.s.nounSpan(c, &n)
		if a <= noun.start && noun.start < b || len(c.s.mentions(r, entente.MentionDate, a, b)) == 0 {
			continue
		}
		others = append(others, n)
		if b < noun.start && b > from && b < to {
			from = b
		} else if a > noun.start && a < to && a > from {
			to = a
		}
	}
	r.nominalContacts(c, others)
	return from, to
}

// covered reports whether a longer hit of another frame holds h: "lettre de
// crédit", "échange de lettres".
func (c *view) covered(h *hit) bool {
	for _, o := range c.s.hits {
		if o.file != h.file && o.file != "force" && o.start <= h.start && h.end <= o.end && o.end-o.start > h.end-h.start {
			return true
		}
		if o.file == h.file && o.role == roleNoun && o.start < h.start && h.end <= o.end {
			return true
		}
	}
	return false
}

// A mentioned is a contact said in passing: its noun phrase, the relative clause
// that hangs on it, or -1, and whether a rule speaks for it.
type mentioned struct {
	from, to, hangs int
	sure            bool
}

// alone finds the words around a noun that names a contact: "votre lettre du
// 4 mai".
func (c *view) alone(n *hit) mentioned {
	s := c.s
	from, to := s.nounSpan(c, n)
	p := mentioned{from: s.compound(n.start, from, c.cl.from), to: c.entry(c.dateAhead(s.parentheses(to, c.cl.to)))}
	p.hangs = s.hangsOn(c.k, p.to)
	if p.hangs >= 0 && s.used[p.hangs] {
		p.hangs = -1
	}
	p.sure = p.hangs >= 0 && c.had(n, p.hangs) || c.evidently(n, p.from, p.to)
	if !p.sure && c.evidently(n, p.from, c.cl.to) { // "the lunch given by the Minister, Mr Lind, on 4 May"
		if end := s.reach(n.end-1, c.cl.to); end > p.to && end-p.from < longReach && c.evidently(n, p.from, end) {
			p.to = end
		}
	}
	return p
}

// nominalContacts reads the contacts that a clause mentions in passing.
func (r *run) nominalContacts(c *view, nouns []hit) {
	for _, n := range nouns {
		if r.drafted(c.s, n.start) {
			continue
		}
		p, told := c.alone(&n), false
		if p.hangs >= 0 && p.sure {
			sub := r.newView(c.s, p.hangs)
			if told = len(sub.mentions(entente.MentionDate, sub.cl.from, sub.cl.to)) > 0 || len(sub.mentions(entente.MentionPlace, sub.cl.from, sub.cl.to)) > 0 || sub.find("contact", roleStep) != nil || sub.find("contact", roleVerb) != nil; told {
				p.to = sub.cl.to
			}
		}
		if d := r.contact(c, &n, nil, nil, p.from, p.to, p.sure); d != nil && told {
			c.s.used[p.hangs] = true
		}
	}
}

// longReach is how many tokens a contact said in passing may have.
const longReach = 30

// dateAhead returns where the date ends that an aside keeps from the noun
// phrase that stops at token to: "the session, under the chairmanship of Mr
// Lind, on 9 May".
func (c *view) dateAhead(to int) int {
	s := c.s
	if to >= c.cl.to || s.tokens[to].Norm != "," || to+1 >= c.cl.to || !s.isPrep(to+1) {
		return to
	}
	comma := false
	for i := to + 1; i < c.cl.to && i < to+24; i++ {
		switch {
		case s.mentionKind(i) == entente.MentionDate:
			if comma {
				return s.mentionEnd(i)
			}
			return to
		case s.verbal(i).finite() || s.relative(i) || s.nounHit(i):
			return to
		}
		comma = s.tokens[i].Norm == "," || comma && (s.class(i) == "det" || s.isPrep(i))
	}
	return to
}

// parentheses returns where the bracket that opens at token i has closed, or i.
func (s *sentence) parentheses(i, limit int) int {
	if i >= limit || s.tokens[i].Norm != "(" {
		return i
	}
	for k := i + 1; k < limit && k < i+12; k++ {
		if s.tokens[k].Norm == ")" {
			return k + 1
		}
	}
	return i
}

// drafted reports whether token i names a contact already.
func (r *run) drafted(s *sentence, i int) bool {
	for n := len(r.drafts) - 1; n >= 0 && r.drafts[n].s == s; n-- {
		if d := r.drafts[n]; !d.dropped && d.kind == entente.Contact && d.head == i {
			return true
		}
	}
	for n := len(r.aside) - 1; n >= 0 && r.aside[n].s == s; n-- {
		if r.aside[n].head == i {
			return true
		}
	}
	return false
}

// had reports whether a relative clause says who held the contact n: "the
// talks that our minister had with yours".
func (c *view) had(n *hit, k int) bool {
	sub := c.r.newView(c.s, k)
	said := sub.find("contact", roleStep) != nil || sub.find("contact", roleVerb) != nil
	if !said && n.name != "visit" && n.name != "meeting" && n.name != "call" {
		return false
	}
	if n.name == "summit" || n.name == "commission" {
		return sub.find("contact", roleStep) != nil && len(sub.mentions(entente.MentionDate, sub.cl.from, sub.cl.to))+len(sub.mentions(entente.MentionPlace, sub.cl.from, sub.cl.to)) > 0
	}
	if n.name == "correspondence" {
		return len(sub.mentions(entente.MentionDate, sub.cl.from, sub.cl.to)) > 0
	}
	from, to := sub.subject()
	if from < 0 {
		return false
	}
	pointed := c.s.person(from) != "" || c.s.isPossessive(from) || from > 0 && c.s.isPossessive(from-1) || len(sub.mentions(entente.MentionPerson, from, to)) > 0
	if said && pointed {
		return true
	}
	// "the visit that the Minister paid to Lune", "the audience that he gave
	// to the Ambassador"
	told := len(sub.mentions(entente.MentionDate, to, sub.cl.to))+len(sub.mentions(entente.MentionPlace, to, sub.cl.to)) > 0 || c.r.meets(c.s, to, sub.cl.to)
	return told && (pointed || c.r.meets(c.s, from, to) || c.r.party(c.s, from, to))
}

// nominalForce tells the force of a contact named in passing: done, or to
// come if its date is.
func (r *run) nominalForce(c *view, from, to int) entente.Force {
	for k := range c.s.clauses {
		cl := &c.s.clauses[k]
		if cl.parent == c.k && cl.kind == relativeClause && from <= cl.from && cl.to <= to {
			if j := c.s.judge(r, k, 0); j.force != entente.Done {
				return j.force
			}
		}
	}
	for _, i := range c.s.mentions(r, entente.MentionDate, from, to) {
		if r.later(r.mentions[c.s.mention[i]].Value) {
			if j := c.force(); j.force != entente.Done {
				return j.force
			}
			return c.toCome(from, to)
		}
	}
	if c.s.unmade(from) {
		if j := c.force(); j.force != entente.Done {
			return j.force // "will send a mission to Lune"
		}
	}
	for i := max(from-4, c.cl.from); i < to; i++ {
		if c.s.lex.coming[c.s.tokens[i].Norm] && c.s.mention[i] < 0 {
			return c.toCome(from, to)
		}
	}
	return entente.Done
}

// toCome is the force of a contact named as one to come: what its author
// plans is promised, what all know of is agreed.
func (c *view) toCome(from, to int) entente.Force {
	for i := from; i < to; i++ {
		if strings.HasPrefix(c.s.person(i), "sender:") {
			return entente.Promised
		}
	}
	return entente.Agreed
}

// demonstrated ties "this visit" to the one last spoken of and takes its date
// and standing.
func (r *run) demonstrated(c *view, d *draft, from int) {
	if c.class(from) != "det" || !c.s.lex.demonstrative[c.s.tokens[from].Norm] {
		return
	}
	m := r.recall(c, entente.Contact)
	if m == nil {
		return
	}
	mode := d.fields[entente.FieldMode]
	if was := m.last.fields[entente.FieldMode]; len(was) > 0 && len(mode) > 0 && was[0].Value != mode[0].Value {
		return
	}
	d.matter = m
	r.inherit(d, m.last, entente.FieldDate, entente.FieldParties)
	if len(d.fields[entente.FieldDate]) > 0 && r.later(d.fields[entente.FieldDate][0].Value) {
		d.force = entente.Agreed
		d.set(entente.FieldStatus, entente.Inferred("planned", "a date to come"))
	}
}
