package claims

import "entente"

// undertakingStage takes the stage that the clause names, which may tell its
// force as well, else the one that its force and tense imply.
func (r *run) undertakingStage(c *view, d *draft, step *hit, j judgement) {
	if r.joint && j.cue == nil && j.mood == future && (d.force == entente.Agreed || d.force == entente.Promised) {
		d.force = entente.Promised // "the cost will be refunded", by whoever bears it
		if c.s.bothSides(r, c.k) || r.listsAgreed(c.s) && (r.decided(c.s) || !c.s.oneSide(r, c.k)) {
			d.force = entente.Agreed
		}
	}
	if j.cue == nil && j.mood == future && d.force == entente.Promised && c.s.bothNamed(c.k) {
		d.force = entente.Agreed // "the two sides will exchange twenty students"
	}
	if step != nil && d.force != entente.Refused {
		d.set(entente.FieldStage, r.value(c.s, step.set["stage"], step.start, step.end))
		if f := step.set["force"]; f != "" && j.cue == nil && j.mood != future && (d.force == entente.Promised || d.force == entente.Done) {
			d.force = entente.Force(f)
			if step.set["stage"] == "stalled" && c.s.promised(d) {
				d.force = entente.Promised // "the scanner promised in May keeps us waiting"
			}
		}
		return
	}
	switch {
	case j.was || d.force == entente.Promised && c.s.pluperfect(c.cl):
		d.set(entente.FieldStage, entente.Inferred("stalled", "it was to be done, or had been promised"))
	case d.force == entente.Refused:
		d.set(entente.FieldStage, entente.Inferred("dropped", "the clause refuses it"))
	case d.force == entente.Proposed && j.cue != nil && j.cue.set["stage"] != "":
		d.set(entente.FieldStage, entente.Inferred(j.cue.set["stage"], "it is only thought of"))
	case d.force == entente.Proposed:
		d.set(entente.FieldStage, entente.Inferred("proposed", "the clause puts it forward"))
	case d.force == entente.Done:
		stage, why := c.progress()
		if stage == "stalled" && c.s.promised(d) {
			d.force = entente.Promised // "the maize promised in July has not come"
		}
		d.set(entente.FieldStage, entente.Inferred(stage, why))
	}
}

// progress tells how far that is which a clause reports: a verb that is
// negated says that it stands still, a present that it goes on.
func (c *view) progress() (stage, why string) {
	const done, going = "the clause reports it as done", "the clause reports it as going on"
	s := c.s
	v := s.governing(c.cl, max(c.from(), s.complement(c.cl)))
	if v < 0 {
		return "completed", done
	}
	if s.negates(v, c.cl.to) {
		return "stalled", "the clause says that it is not done"
	}
	lasting := false
	for k := c.cl.from; k < c.cl.to; k++ {
		lasting = lasting || s.opens("lasting", k)
	}
	for k := v + 1; k < c.cl.to && k < v+7 && !s.isMark(k); k++ {
		m := s.verbal(k)
		if m == gerund && s.lex.before { // "is building", "has been building"
			return "under_way", going
		}
		if m == participle && s.lex.be[s.tokens[k].Norm] == "" {
			if lasting && s.verbal(v) == present {
				return "under_way", going // "have maintained the hospital since 2027"
			}
			return "completed", done
		}
		if s.tokens[k].POS == "NOUN" || m.finite() || s.mention[k] >= 0 {
			break
		}
	}
	if s.verbal(v) == present {
		return "under_way", going
	}
	return "completed", done
}

// promised reports whether the words of a claim recall a promise, or what was
// to be.
func (s *sentence) promised(d *draft) bool {
	for _, h := range s.hits {
		if h.file == "force" && h.role == roleCue && h.set["force"] == string(entente.Promised) && d.from <= h.start && h.end <= d.to {
			return true
		}
	}
	for _, i := range s.overdue {
		if d.from <= i && i < d.to {
			return true
		}
	}
	return false
}

// pluperfect reports whether the verb of a clause says what had been done:
// "had promised".
func (s *sentence) pluperfect(cl *clause) bool {
	v := s.governing(cl, cl.from)
	if v < 0 || s.verbal(v) != past || s.lex.forms[s.tokens[v].Norm] != past || s.lex.be[s.tokens[v].Norm] != "" && s.lex.before {
		return false
	}
	for k := v + 1; k < cl.to && k < v+4; k++ {
		if s.verbal(k) == participle {
			return true
		}
	}
	return false
}
