package claims

import "entente"

// contactHost fills in who is visited: whoever invites, else the country that
// the journey goes to.
func (r *run) contactHost(c *view, d *draft, from, to int) {
	if vs := d.fields[entente.FieldMode]; len(vs) == 0 || vs[0].Value != "visit" {
		return
	}
	s := c.s
	for i := range s.hits {
		h := &s.hits[i]
		if h.file == "contact" && h.name == "hosted" && h.role == roleVerb && from <= h.start && h.end <= to && c.guest(h) >= 0 {
			if a, b := c.actor(); a >= 0 && a < h.start {
				if vs := r.people(s, a, b); len(vs) > 0 {
					d.set(entente.FieldHost, vs...)
					return
				}
			}
		}
		if h.file != "contact" || h.name != "invited" || h.start < from || h.end > to {
			continue
		}
		if h.role == roleNoun {
			if vs := r.inviter(s, h, from, to); len(vs) > 0 {
				d.set(entente.FieldHost, vs...)
				return
			}
			continue
		}
		if a, b := c.actor(); a >= 0 && a < h.start && !s.auxiliaryBefore(h.start) {
			if vs := r.people(s, a, b); len(vs) == 1 && !sameValue(vs, d.fields[entente.FieldParties]) {
				d.set(entente.FieldHost, vs...)
				return
			}
		}
	}
	for _, p := range d.fields[entente.FieldPlace] {
		if r.isState(s, p) {
			d.set(entente.FieldHost, p)
			return
		}
	}
}

// inviter returns whose invitation the noun h is: "at the invitation of the
// President", "your invitation".
func (r *run) inviter(s *sentence, h *hit, from, to int) []entente.Value {
	if k := h.start - 1; k >= from && s.isPossessive(k) {
		return r.pronoun(s, k, false)
	}
	if s.prep(h.end) != "of" && s.prep(h.end) != "by" && s.prep(h.end) != "from" {
		return nil
	}
	return r.people(s, h.end+1, s.phraseEnd(min(h.end+1, len(s.tokens)-1), to))
}

// isState reports whether a printed place is a country.
func (r *run) isState(s *sentence, v entente.Value) bool {
	for i := range s.tokens {
		if m := s.mention[i]; m >= 0 && s.tokens[i].Start >= v.Start && s.tokens[i].End <= v.End && r.land(m) {
			return true
		}
	}
	return false
}

// eachCountry makes one contact of each country of a journey: "visits to
// Sylvania and to Arcadia" are two.
func (r *run) eachCountry(d *draft) {
	s, places := d.s, d.fields[entente.FieldPlace]
	if vs := d.fields[entente.FieldMode]; len(places) < 2 || len(vs) == 0 || vs[0].Value != "visit" {
		return
	}
	for _, p := range places {
		if !r.isState(s, p) {
			return
		}
	}
	end := d.to
	for n := len(places) - 1; n > 0; n-- {
		from := d.from
		for from < end && s.tokens[from].Start < places[n].Start {
			from++
		}
		for from > d.from && (s.isPrep(from-1) || s.class(from-1) == "det") {
			from--
		}
		o := *d
		o.from, o.to, o.fields = from, end, map[entente.Field][]entente.Value{}
		for f, vs := range d.fields {
			o.fields[f] = vs
		}
		o.fields[entente.FieldPlace] = places[n : n+1]
		if d.has(entente.FieldHost) && sameValue(d.fields[entente.FieldHost], places[:1]) {
			o.fields[entente.FieldHost] = places[n : n+1]
		}
		o.trace = append(append([]string(nil), d.trace...), "contact/each-country")
		o.matter = nil
		r.drafts = append(r.drafts, &o)
		end = from
	}
	d.to = end
	d.fields[entente.FieldPlace] = places[:1]
}

// eachMet makes one contact of each of those who are met one after the other,
// which a preposition said again tells: "was received by the Governor and by
// the Mayor".
func (r *run) eachMet(d *draft, after int) {
	s := d.s
	if vs := d.fields[entente.FieldMode]; len(vs) == 0 || vs[0].Value != "meeting" {
		return
	}
	first := ""
	for i := after; i < d.to; i++ {
		p := s.prep(i)
		if p != "by" && p != "to" && p != "with" || !r.meetsNext(s, i+1, d.to) {
			continue
		}
		if first == "" || s.class(i-1) != "coord" {
			first = p
			continue
		}
		if p != first {
			continue
		}
		met := r.people(s, i+1, s.listEnd(min(i+1, d.to-1), d.to))
		o := *d
		o.from, o.to, o.fields, o.matter = i, d.to, map[entente.Field][]entente.Value{}, nil
		for f, vs := range d.fields {
			o.fields[f] = vs
		}
		var here, there []entente.Value
		for _, v := range d.fields[entente.FieldParties] {
			if v.Start < s.tokens[i].Start || v.Inferred {
				here = append(here, v)
			}
			if v.Start < s.tokens[after].Start || v.Inferred {
				there = append(there, v)
			}
		}
		d.to, d.fields[entente.FieldParties], o.fields[entente.FieldParties] = i-1, here, others(there, met)
		o.trace = append(append([]string(nil), d.trace...), "contact/each-met")
		r.drafts = append(r.drafts, &o)
		r.eachMet(&o, i)
		return
	}
}

// meetsNext reports whether somebody is named at token i, an article between.
func (r *run) meetsNext(s *sentence, i, to int) bool {
	for i < to && s.class(i) == "det" {
		i++
	}
	return i < to && (s.mentionKind(i) == entente.MentionPerson || s.office(i) != nil || s.personAhead(i, min(i+3, to)))
}
