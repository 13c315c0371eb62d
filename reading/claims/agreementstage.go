package claims

import (
	"strings"

	"entente"
)

// relativeAgreement reads "le protocole de 1967, que vous avez dénoncé", and
// what the main clause goes on to say of it.
func (r *run) relativeAgreement(c, sub *view, f, st *hit, from int, main *hit) {
	s := c.s
	d := r.agreement(c, f, st, from, sub.cl.to)
	d.force = sub.force().force
	r.agreementStage(d, sub, st)
	s.used[sub.k] = true
	s.claimed[c.k] = true
	if main != nil && c.cl.resume > 0 && main.start >= c.cl.resume {
		d2 := r.agreement(c, f, main, c.cl.resume, c.cl.to)
		d2.head = f.start
		c.taken = !d2.dropped
	}
}

// recalledAgreement reads a clause that moves on an agreement which it does
// not name: "elle a été ratifiée".
func (r *run) recalledAgreement(c *view, steps []hit) {
	labelled := r.labelled(c.s)
	for i := range steps {
		st := &steps[i]
		if !sure[st.set["stage"]] && labelled == nil || c.s.attributive(st) && c.cl.kind != relativeClause {
			continue
		}
		m := labelled
		if m == nil {
			m = r.recall(c, entente.Agreement)
		}
		if m == nil {
			m = r.headed(c.s, st)
		}
		if m == nil || m != labelled && r.ofAnother(c, st) {
			return
		}
		d := r.agreement(c, nil, st, c.from(), c.cl.to)
		d.matter = m
		r.inherit(d, m.last, entente.FieldForm, entente.FieldSubject, entente.FieldDomain, entente.FieldParties)
		c.taken = !d.dropped
		return
	}
}

// ofAnother reports whether the clause moves on a thing that it names, no
// agreement: "the talks ended at noon".
func (r *run) ofAnother(c *view, step *hit) bool {
	a, b := c.subject()
	if a < 0 || c.cl.kind == relativeClause || c.s.lex.demonstrative[c.s.tokens[max(a-1, 0)].Norm] || a <= step.start && step.start < b {
		return false
	}
	if strings.HasPrefix(c.s.person(step.start-1), "third:") && c.s.isPossessive(step.start-1) || c.s.lex.demonstrative[c.s.tokens[max(step.start-1, 0)].Norm] {
		return false // "you suggested its extension"
	}
	if c.s.person(a) == "" && !r.party(c.s, a, b) && len(r.who(c.s, a, b, true)) == 0 {
		return true
	}
	// "we cannot extend the credit": what the step itself is done to
	from, to := c.direct(step.end, true)
	return from >= 0 && from-step.end <= 2 && step.mood != participle && c.s.mentionKind(from) != entente.MentionDate && !r.party(c.s, from, to)
}

// draftText returns the words that make the agreement f a proposal.
func (r *run) draftText(c *view, f *hit) *hit {
	for _, h := range c.all("agreement", roleStep) {
		if h.set["stage"] == "proposed" && h.start <= f.start && f.start-h.end <= 4 {
			return &h
		}
	}
	if j := c.force(); j.cue != nil && j.force == entente.Proposed && j.cue.start < f.start {
		return j.cue
	}
	return nil
}

func (r *run) agreementStage(d *draft, c *view, step *hit) {
	stage := step.set["stage"]
	delete(d.fields, entente.FieldStage)
	if d.force != entente.Refused && c.cl.kind != relativeClause && c.apposed(step) {
		d.force = entente.Done // "the treaty, signed in Rome": whatever the clause goes on to ask
	}
	switch {
	case stage == "signed" && d.force != entente.Done && d.force != entente.Refused:
		stage = "to_be_signed"
	case stage == "expired" || stage == "terminated" || stage == "in_force":
		if d.force == entente.Promised && c.force().cue == nil { // a legal effect to come
			d.force = entente.Done
		}
	case stage == "proposed" && d.force == entente.Done:
		d.force = entente.Proposed
	case stage == "to_be_signed" && d.force == entente.Done:
		d.force = entente.Agreed
	}
	d.set(entente.FieldStage, r.value(c.s, stage, step.start, step.end))
}

// agreementDate takes the date beside the step; a date inside the name, "the
// protocol of 1967", is none.
func (r *run) agreementDate(d *draft, s *sentence, f, step *hit, from, to int) {
	if step == nil {
		if f != nil { // "the declaration of 16 June"
			for _, i := range s.mentions(r, entente.MentionDate, f.end, to) {
				if v := r.mentions[s.mention[i]].Value; s.prepBefore(i) == "of" && i <= f.end+8 {
					d.set(entente.FieldDate, r.value(s, v, i, s.mentionEnd(i)))
					if r.earlier(v) {
						d.set(entente.FieldStage, entente.Inferred("signed", "the date in its name"))
					}
				}
			}
		}
		return
	}
	for _, i := range s.mentions(r, entente.MentionDate, from, to) {
		if f != nil && i > f.start && i < step.start && s.prep(i-1) == "of" {
			continue
		}
		if s.prep(i-1) == "of" && i < step.start || s.elsewhere(i, step.start) {
			continue
		}
		d.set(entente.FieldDate, r.value(s, r.mentions[s.mention[i]].Value, i, s.mentionEnd(i)))
	}
}

// elsewhere reports whether token i stands in a relative clause after the step
// at token step, which tells of something else: "signed in Lune, to which a
// reply is due in May".
func (s *sentence) elsewhere(i, step int) bool {
	for k := range s.clauses {
		if cl := &s.clauses[k]; cl.kind == relativeClause && cl.from > step && cl.has(i) && !cl.has(step) {
			return true
		}
	}
	return false
}
