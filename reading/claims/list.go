package claims

import (
	"cmp"

	"entente"
)

// item reads a list item that has no verb of its own: a thing that takes the
// force of the sentence that opens the list. It reports whether it is one.
func (r *run) item(s *sentence) bool {
	force, ok := r.governor(s)
	c := r.newView(s, 0)
	if !ok || len(s.tokens) < 2 || c.verb() >= 0 {
		return false
	}
	to := s.clauses[0].to
	for k := range s.clauses {
		if cl := &s.clauses[k]; cl.parent == 0 && cl.kind == relativeClause {
			to = min(to, cl.from)
		}
	}
	// "au lancement du programme … et à celui de la société …" is two.
	split := to
	for i := 1; i < to; i++ {
		if s.class(i) == "elided" {
			split = i
		}
	}
	cut := split
	for cut > 0 && cut < to && (s.isPrep(cut-1) || s.class(cut-1) == "coord" || s.class(cut-1) == "det") {
		cut--
	}
	d := r.thing(c, force, 0, cut)
	if split < to {
		d2 := r.thing(c, force, cut, to)
		if vs := d.fields[entente.FieldAction]; len(vs) > 0 {
			d2.fields[entente.FieldAction] = vs
		}
	}
	return true
}

// thing drafts the undertaking that tokens [from, to) of a list item name.
func (r *run) thing(c *view, force entente.Force, from, to int) *draft {
	s := c.s
	d := r.draft(entente.Undertaking, c, from, to, "undertaking/item")
	if d.force = force; s.saysNo(from) && force != entente.Done {
		d.force = entente.Refused // "no second bridge"
	}
	var noun *hit
	for i := range c.hits {
		h := &c.hits[i]
		if h.file == "undertaking" && h.role == roleNoun && from <= h.start && h.end <= to && (noun == nil || noun.name == "other-act") {
			noun = h
		}
	}
	a, b := -1, -1
	for i := from; i < to; i++ {
		if s.class(i) == "" && !s.isMark(i) && s.nominal(i) && s.lex.ordinal[s.tokens[i].Norm] == "" {
			a, b = i, s.phraseEnd(i, to)
			break
		}
	}
	if noun != nil {
		d.trace = append(d.trace, "undertaking/"+noun.name)
		// "launch of the programme": the thing is what follows the act.
		if noun.start == a && s.prep(noun.end) == "of" && s.tokens[noun.start].POS != "PROPN" {
			for n := noun.end; n < b; n++ {
				if s.class(n) == "" && s.nominal(n) {
					a = n
					break
				}
			}
		}
		if noun.name != "other-act" {
			r.undertakingAction(d, s, nil, noun)
		}
	}
	if a >= 0 {
		d.head = a
		d.set(entente.FieldTitle, r.value(s, "", a, b))
	}
	for i := range c.hits {
		if h := &c.hits[i]; h.file == "undertaking" && h.role == roleStep && from <= h.start && h.end <= to {
			r.undertakingStage(c, d, h, judgement{force: d.force})
			if f := h.set["force"]; f != "" && f != "done" {
				d.force = entente.Force(f)
			}
			break
		}
	}
	d.set(entente.FieldBy, r.phraseAfter(s, "by", from, to)...)
	if s.bareAhead(&clause{from: from, to: to}) {
		d.set(entente.FieldBy, r.listDoer(s)...)
	} else {
		r.partners(d, s, from, to)
	}
	r.undertakingDetails(c, d, from, to)
	return d
}

// saysNo reports whether an item opens with a word such as "no", its mark or
// number aside.
func (s *sentence) saysNo(from int) bool {
	for from < len(s.tokens)-1 && (s.isMark(from) || digits(s.tokens[from].Text)) {
		from++
	}
	return s.opens("none", from) || s.class(from) == "neg"
}

// partners takes the organisations that a list item names: the first does
// it, the second is the counterpart.
func (r *run) partners(d *draft, s *sentence, from, to int) {
	span := entente.Span{Start: s.tokens[from].Start, End: s.tokens[to-1].End}
	var named []entente.Value
	for i := range r.mentions {
		m := &r.mentions[i]
		if !span.Contains(m.Span) {
			continue
		}
		switch m.Kind {
		case entente.MentionOrganisation:
			named = append(named, entente.Value{Anchor: m.Anchor, Value: cmp.Or(m.Value, m.Quote)})
		case entente.MentionPlace:
			if len(m.Value) == 2 && len(named) > 0 { // "between Lunor and Arcadia"
				named = append(named, entente.Value{Anchor: m.Anchor, Value: m.Quote})
			}
		}
	}
	for _, v := range named {
		switch {
		case !d.has(entente.FieldBy):
			d.set(entente.FieldBy, v)
		case d.fields[entente.FieldBy][0].Start != v.Start:
			d.set(entente.FieldWith, v)
		}
	}
}

// enumeration reads "several agreements, among them space, defence and
// visas": each thing listed is an agreement.
func (r *run) enumeration(c *view) bool {
	s := c.s
	form, step := c.find("agreement", roleNoun), c.find("agreement", roleStep)
	if form == nil || step == nil {
		return false
	}
	at := -1
	for _, p := range s.phrases {
		if p.file == "phrase" && p.set["class"] == "including" && p.start >= form.end {
			at = p.end
			break
		}
	}
	if at < 0 || s.finiteBetween(at, s.nextStrong(at)) {
		return false
	}
	var things [][2]int
	for i, end := at, s.nextStrong(at); i < end; i++ {
		if s.class(i) != "" && s.class(i) != "det" || s.isMark(i) || s.class(i) == "det" {
			continue
		}
		b := i + 1
		for b < end && s.tokens[b].Norm != "," && s.class(b) != "coord" && !(b == end-1 && s.isMark(b)) {
			b++
		}
		things = append(things, [2]int{i, b})
		i = b
	}
	if len(things) < 2 {
		return false
	}
	for _, t := range things {
		from := t[0]
		for from > at && s.class(from-1) == "det" {
			from--
		}
		d := r.agreement(c, form, step, from, t[1])
		delete(d.fields, entente.FieldSubject)
		delete(d.fields, entente.FieldDomain)
		d.head, d.dropped = t[0], false
		d.set(entente.FieldSubject, r.value(s, "", t[0], t[1]))
		r.domainIn(d, s, t[0], t[1])
		d.trace = append(d.trace, "agreement/enumeration")
	}
	for k := range s.clauses {
		if s.clauses[k].from >= c.cl.from {
			s.used[k] = true
		}
	}
	return true
}

// listTerms gives every undertaking of the last list the terms that sentence
// s sets for all of them: "all these projects come with …".
func (r *run) listTerms(s *sentence) {
	all := -1
	for i := 0; i+1 < len(s.tokens); i++ {
		if s.class(i) == "det" && s.lex.demonstrative[s.tokens[i+1].Norm] {
			all = i
		}
	}
	if all < 0 {
		return
	}
	for _, p := range s.phrases {
		if p.file != "phrase" || p.set["class"] != "terms" || p.start < all {
			continue
		}
		to := s.nextStrong(p.start)
		for to > p.end && s.isMark(to-1) {
			to--
		}
		v := r.value(s, "", p.start, to)
		for _, d := range r.drafts {
			if len(d.trace) > 0 && d.trace[0] == "undertaking/item" && s.index-d.s.index < 20 {
				d.set(entente.FieldTerms, v)
			}
		}
		return
	}
}
