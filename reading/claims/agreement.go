package claims

import "entente"

// sure are the steps that only texts go through, so that a pronoun with one
// of them is the agreement last named.
var sure = map[string]bool{"signed": true, "initialled": true, "to_be_signed": true, "ratified": true, "in_force": true, "renewed": true, "expired": true, "terminated": true}

// agreements reads the treaties, contracts and other texts of a clause and
// the stages that they have reached.
func (r *run) agreements(c *view) {
	s := c.s
	if s.used[c.k] {
		return
	}
	steps := c.all("agreement", roleStep)
	forms := c.forms(false)
	if made := len(r.drafts); len(forms) == 0 {
		if r.recalledAgreement(c, steps); len(r.drafts) > made {
			return
		}
		forms = c.forms(true)
	}
	last := -1
	if r.severalAgreements(c, forms, steps) {
		return
	}
	for i := range forms {
		f := &forms[i]
		if f.start < last {
			continue
		}
		from, to := s.nounSpan(c, f)
		from = s.compound(f.start, from, c.cl.from)
		var apposed, main *hit
		for n := range steps {
			st := &steps[n]
			if st.start < last {
				continue
			}
			switch {
			case st.start >= f.end && (st.mood == participle || st.mood == past && s.tokens[st.start-1].Norm == "," && c.verb() < f.start || s.tokens[st.start-1].Norm == "," && s.isPrep(st.start)) && st.start <= to+2 && !s.auxiliaryBefore(st.start):
				if apposed == nil {
					apposed = st
				}
			case apposed != nil && st.start < s.nextStop(apposed.end) && !s.finiteBetween(apposed.end, st.start): // "expiration" in "come to expiration"
			case i+1 < len(forms) && st.start > forms[i+1].start:
			case (main == nil || main.set["stage"] == "proposed" && sure[st.set["stage"]]) && (st.start >= f.end || st.mood != participle || st.end >= f.start-3 || s.auxiliaryBefore(st.start)):
				main = st
			}
		}
		if apposed != nil {
			end := min(s.nextStop(apposed.end), c.cl.to)
			if f.end < apposed.start && s.tokens[apposed.start-1].Norm != "," && end < c.cl.to && s.verbal(end).finite() {
				end = apposed.end
			}
			for k := apposed.end; k < end; k++ {
				if s.verbal(k).finite() || s.verbal(k) == participle && s.auxiliaryBefore(k) {
					end = k
				}
			}
			d := r.agreement(c, f, apposed, from, end)
			d.force = entente.Done
			r.agreementStage(d, c, apposed)
			last = end
			if main != nil && main.start >= end {
				d2 := r.agreement(c, f, main, end, c.cl.to)
				d2.head = f.start
				c.taken, last = !d2.dropped, c.cl.to
			} else if end >= c.cl.to-1 || c.verb() < 0 || c.verb() < f.start {
				c.taken = c.verb() < 0 || r.weakVerb(c)
			}
			continue
		}
		if k := s.hangsOn(c.k, to); k >= 0 && !s.used[k] {
			sub := r.newView(s, k)
			if st := sub.find("agreement", roleStep); st != nil && !sub.ownForm(st) {
				r.relativeAgreement(c, sub, f, st, from, main)
				last = s.clauses[k].to
				continue
			}
		}
		if main != nil && c.verb() >= 0 && c.verb() < main.start && s.nominalStep(main, f) { // "they welcomed the signing of …"
			d := r.agreement(c, f, main, s.stepStart(main.start, c.cl.from), to)
			c.taken, last = c.taken || !d.dropped, max(last, to)
			continue
		}
		start := c.from()
		draft := main != nil || r.draftText(c, f) != nil
		if main == nil {
			start = from
		}
		if i > 0 && last > start {
			start = from
		}
		end := c.cl.to
		if !draft {
			end = to
		}
		if i+1 < len(forms) && main != nil && forms[i+1].start > main.end && len(steps) > 1 {
			end = forms[i+1].start
			for end > main.end && s.class(end-1) != "coord" && s.class(end-1) != "" {
				end--
			}
		}
		if d := r.agreement(c, f, main, start, end); !d.dropped {
			c.taken, last = c.taken || draft, end
		}
	}
}

// weakVerb reports whether the clause's verb evokes no frame of its own.
func (r *run) weakVerb(c *view) bool {
	return c.find("undertaking", roleVerb) == nil && c.find("force", roleCue) == nil
}

// forms returns the nouns of the clause that name an agreement; with means
// also those that only say by what it is moved on.
func (c *view) forms(means bool) []hit {
	var forms []hit
	steps := c.all("agreement", roleStep)
	for _, h := range c.all("agreement", roleNoun) {
		if h.set["weak"] != "" && len(steps) == 0 || c.covered(&h) || c.s.tokens[h.start].POS == "VERB" {
			continue
		}
		if n := len(forms); n > 0 && forms[n-1].end > h.start {
			continue
		} else if n > 0 && forms[n-1].end == h.start && h.set["weak"] == "" && c.s.lex.before {
			forms = forms[:n-1] // "the partnership agreement" is an agreement
		}
		if h.set["weak"] != "" && !means && c.passing(&h) {
			continue
		}
		// The cue "donner son accord" is no text.
		cued := false
		for _, o := range c.s.hits {
			if o.file == "force" && o.start <= h.start && h.end <= o.end {
				cued = true
			}
		}
		if !cued {
			forms = append(forms, h)
		}
	}
	return forms
}

// passing reports whether words that may name a text only qualify one, "draft
// agreement", or say by what means: "renewed by exchange of letters".
func (c *view) passing(h *hit) bool {
	s := c.s
	for _, o := range c.hits {
		if o.file != "agreement" || o.role != roleNoun || o.start < h.end || o.start > h.end+2 {
			continue
		}
		of := true
		for i := h.end; i < o.start; i++ {
			of = of && (s.prep(i) == "of" || s.class(i) == "det")
		}
		if of {
			return true
		}
	}
	for k := h.start - 1; k > c.cl.from && k > h.start-3; k-- {
		if s.prep(k) == "by" {
			return true
		}
		if s.class(k) != "det" && s.tokens[k].POS != "ADJ" {
			break
		}
	}
	return false
}

// agreement drafts an agreement named by f, which may be nil, with its stage
// by step, which may be nil.
func (r *run) agreement(c *view, f, step *hit, from, to int) *draft {
	s := c.s
	d := r.draft(entente.Agreement, c, from, to)
	d.force = c.force().force
	if f != nil {
		d.head = f.start
		d.trace = append(d.trace, "agreement/"+f.name)
		if f.set["weak"] == "" {
			d.set(entente.FieldForm, r.value(s, f.set["form"], f.start, f.end))
		}
		if a, b := s.subjectOf(c, f); a < b {
			d.set(entente.FieldSubject, r.value(s, "", a, b))
			r.domainIn(d, s, a, b)
		}
		if m := r.labelled(s); m != nil && (f.set["weak"] != "" || !d.has(entente.FieldSubject)) {
			d.matter = m
			delete(d.fields, entente.FieldSubject)
			delete(d.fields, entente.FieldDomain)
			r.inherit(d, m.first, entente.FieldForm, entente.FieldSubject, entente.FieldDomain)
		}
		if !d.has(entente.FieldSubject) {
			r.topicSubject(d)
		}
		if !d.has(entente.FieldSubject) {
			if o, a, b := r.label(s); o != nil && (o != s || b < f.start) {
				d.set(entente.FieldSubject, r.value(o, "", a, b))
				r.domainIn(d, o, a, b)
			}
		}
		if f.set["weak"] != "" && !d.has(entente.FieldForm) {
			if m := r.recall(c, entente.Agreement); m != nil && !d.has(entente.FieldSubject) {
				d.matter = m
				r.inherit(d, m.last, entente.FieldForm, entente.FieldSubject, entente.FieldDomain)
			}
			d.set(entente.FieldForm, r.value(s, "other", f.start, f.end))
		}
	}
	if step != nil {
		d.trace = append(d.trace, "agreement/"+step.name)
		r.agreementStage(d, c, step)
	}
	r.agreementDate(d, s, f, step, from, to)
	r.concluders(c, d, f, step, from, to)
	r.agreementParties(c, d, f, from, to)
	r.making = nil
	if f != nil && step == nil && r.stands(c, d, f, from, to) {
		d.force = entente.Done
	}
	r.asStates(d)
	if !r.looking {
		d.evidence = r.agreementEvidence(c, d, f, step)
	}
	d.dropped = !r.weigh(d.evidence)
	return d
}

// stepAt reports whether a step of an agreement starts at token i.
func (s *sentence) stepAt(i int) bool {
	for _, h := range s.hits {
		if h.start == i && h.file == "agreement" && h.role == roleStep {
			return true
		}
	}
	return s.participleStep(i)
}

func digits(text string) bool { return text != "" && text[0] >= '0' && text[0] <= '9' }

// subjectBefore reports whether the language puts what a text is about before
// its name.
func (s *sentence) subjectBefore() bool { return s.lex.before }

// auxiliaryBefore reports whether an auxiliary stands before the participle
// at i, so that it is a finite verb.
func (s *sentence) auxiliaryBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if _, ok := s.lex.forms[s.tokens[k].Norm]; ok && s.lex.forms[s.tokens[k].Norm] != participle || s.tokens[k].POS == "AUX" {
			return true
		}
		if s.lex.forms[s.tokens[k].Norm] == participle {
			continue
		}
		if c := s.class(k); c != "filler" && c != "neg" && c != "pron" {
			return false
		}
	}
	return false
}
