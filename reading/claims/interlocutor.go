package claims

import "entente"

// intro returns the sentence that opens the list to which s belongs, or nil.
func (r *run) intro(s *sentence) *sentence {
	g := r.parts[s.part].Governor
	if g < 0 {
		g = r.opener(s)
	}
	for i := len(r.sentences) - 1; i >= 0 && g >= 0; i-- {
		if o := r.sentences[i]; o.part == g && o != s {
			return o
		}
	}
	return nil
}

// interlocutor reads a list item that names somebody whom the opening line
// says was met: "He had talks with: …" is one contact an item. It reports
// whether it is one.
func (r *run) interlocutor(s *sentence) bool {
	c := r.newView(s, 0)
	if len(s.tokens) < 2 || len(s.tokens) > 40 || c.verb() >= 0 || !r.meets(s, 0, len(s.tokens)) {
		return false
	}
	intro := r.intro(s)
	if intro == nil {
		return false
	}
	var met *hit
	for i := range intro.hits {
		if h := &intro.hits[i]; h.file == "contact" && (h.role == roleNoun || h.role == roleVerb) && (h.set["mode"] == "meeting" || h.set["mode"] == "call") {
			met = h
		}
	}
	if met == nil {
		return false
	}
	whom := r.people(s, 0, len(s.tokens))
	if len(whom) == 0 {
		return false
	}
	var host []entente.Value
	for _, d := range r.drafts {
		if d.s == intro && !d.dropped && d.kind == entente.Contact && len(d.fields[entente.FieldParties]) > 0 {
			host = d.fields[entente.FieldParties][:1]
		}
	}
	if a, b := intro.subject(0); len(host) == 0 && a >= 0 {
		host = r.people(intro, a, b)
	}
	d := r.draft(entente.Contact, c, 0, len(s.tokens), "contact/interlocutor", "contact/"+met.name)
	d.force = intro.judge(r, 0, 0).force
	d.set(entente.FieldMode, r.value(intro, met.set["mode"], met.start, met.end))
	d.set(entente.FieldParties, others(append([]entente.Value(nil), host...), whom[:1])...)
	r.contactStatus(c, d, nil, judgement{force: d.force}, true)
	for _, i := range intro.mentions(r, entente.MentionPlace, 0, len(intro.tokens)) { // "his stay in Lune saw talks with: …"
		if p := intro.prep(i - 1); (p == "in" || p == "to") && !r.land(intro.mention[i]) {
			v := r.value(intro, "", i, intro.mentionEnd(i))
			d.set(entente.FieldPlace, v)
		}
	}
	r.making = nil
	return true
}

// listedAgreement reads a list item that names an agreement under a line that
// says what became of all of them: "The ministers signed: – a treaty on …". It
// reports whether it is one.
func (r *run) listedAgreement(s *sentence) bool {
	c := r.newView(s, 0)
	forms := c.forms(false)
	if len(forms) == 0 || forms[0].set["weak"] != "" || len(s.tokens) < 2 || c.verb() >= 0 || c.find("agreement", roleStep) != nil {
		return false
	}
	for i := 0; i < forms[0].start; i++ {
		if s.isPrep(i) || s.mention[i] >= 0 && s.mentionKind(i) != entente.MentionPlace {
			return false // the item is something else that mentions it
		}
	}
	force, governed := r.governor(s)
	intro := r.intro(s)
	if intro == nil && !governed {
		return false
	}
	for k := 0; intro != nil && k < len(intro.clauses); k++ {
		v := r.newView(intro, k)
		step := v.find("agreement", roleStep)
		if step == nil {
			continue
		}
		d := r.agreement(c, &forms[0], nil, 0, s.clauses[0].to)
		d.force, d.dropped = v.force().force, false
		r.agreementStage(d, v, step)
		r.agreementDate(d, intro, nil, step, v.cl.from, v.cl.to)
		d.trace = append(d.trace, "agreement/listed")
		for _, o := range r.drafts {
			if o.s == intro && o.kind == entente.Agreement && !o.has(entente.FieldSubject) {
				o.dropped = true // "the following instruments:" are those listed
			}
		}
		return true
	}
	if force != entente.Done && force != entente.Agreed || !s.opensItem(forms[0].start) {
		return false // a partnership that is hoped for is a thing to do
	}
	d := r.agreement(c, &forms[0], nil, 0, s.clauses[0].to)
	d.force, d.dropped = force, false
	d.trace = append(d.trace, "agreement/listed")
	return true
}

// opensItem reports whether the noun at token i is the first of a list item,
// its number aside.
func (s *sentence) opensItem(i int) bool {
	for k := range i {
		if s.class(k) == "" && !s.isMark(k) && !digits(s.tokens[k].Text) && s.tokens[k].POS != "ADJ" && len(s.tokens[k].Text) > 1 {
			return false
		}
	}
	return true
}
