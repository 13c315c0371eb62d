package claims

import (
	"strconv"
	"strings"

	"entente"
	"entente/edtf"
)

func (c *view) callHit(from, to int) *hit {
	for i := range c.s.hits {
		h := &c.s.hits[i]
		if h.file == "contact" && h.set["mode"] == "call" && from <= h.start && h.end <= to {
			return h
		}
	}
	return nil
}

// later reports whether an EDTF date lies after the document's.
func (r *run) later(value string) bool {
	date, at, ok := r.beside(value)
	if !ok {
		return false
	}
	first, _ := date.Bounds()
	_, written := at.Bounds()
	return first > written
}

// beside returns a date that words say and that of the document.
func (r *run) beside(value string) (date, at edtf.Date, ok bool) {
	date, err := edtf.Parse(value)
	if err != nil {
		return date, at, false
	}
	at, err = edtf.Parse(r.env.Date.Value)
	return date, at, err == nil
}

// earlier reports whether an EDTF date lies wholly before the document's.
func (r *run) earlier(value string) bool {
	date, at, ok := r.beside(value)
	if !ok || date.Open() {
		return false
	}
	_, last := date.Bounds()
	written, _ := at.Bounds()
	return last < written
}

func (r *run) contactTimes(c *view, d *draft, step *hit, from, to int) {
	s := c.s
	moved := step != nil && (step.set["status"] == "postponed" || step.set["status"] == "rescheduled")
	for _, i := range c.own(entente.MentionDate, from, to) {
		v := r.value(s, r.mentions[s.mention[i]].Value, i, s.mentionEnd(i))
		if moved && r.former(c, d, step, i) {
			d.set(entente.FieldEarlierDate, v)
		} else {
			if moved && step.set["status"] == "postponed" && r.earlier(v.Value) {
				v.Value = nextYear(v)
			}
			d.set(entente.FieldDate, v)
		}
	}
}

// nextYear returns a day or month that was said without its year a year later:
// what is put off is put off to a time to come.
func nextYear(v entente.Value) string {
	year, err := strconv.Atoi(v.Value[:min(4, len(v.Value))])
	if err != nil || len(v.Value) != len("2009-10") && len(v.Value) != len("2009-10-05") || strings.Contains(v.Quote, v.Value[:4]) {
		return v.Value
	}
	next := strconv.Itoa(year+1) + v.Value[4:]
	if _, err := edtf.Parse(next); err != nil { // 29 February
		return v.Value
	}
	return next
}

// former reports whether the date at i is the one a contact was moved from.
func (r *run) former(c *view, d *draft, step *hit, i int) bool {
	s := c.s
	if i >= step.end {
		for k := step.end; k < i; k++ { // "prévue initialement fin juin"
			for _, h := range s.hits {
				if h.start == k && h.file == "contact" && h.role == roleStep && h.name == "holds" {
					return true
				}
			}
		}
		return false
	}
	return true
}

func (r *run) contactStatus(c *view, d *draft, step *hit, j judgement, nominal bool) {
	s := c.s
	status := ""
	if step != nil && step.name != "holds" {
		status = step.set["status"]
	}
	if v := s.governing(c.cl, max(c.from(), s.complement(c.cl))); (status == "postponed" || status == "rescheduled") && j.mood == future && j.cue == nil && (step.start < v || !c.cl.has(step.start)) {
		status = "" // "the session, postponed twice, will be held in May"
	}
	switch status {
	case "postponed", "rescheduled":
		switch {
		case d.force == entente.Agreed && step.set["status"] == "rescheduled":
			status = "agreed"
		case (j.cue != nil || s.asks()) && (d.force == entente.Proposed || d.force == entente.Requested || d.force == entente.Agreed || d.force == entente.Hoped):
		case d.force == entente.Refused && j.cue != nil && j.cue.start != step.start:
			d.force = entente.Done
		default:
			d.force = entente.Done
		}
		d.set(entente.FieldStatus, r.value(s, status, step.start, step.end))
		return
	case "agreed":
		if d.force == entente.Done || d.force == entente.Promised || d.force == entente.Proposed {
			d.force = entente.Agreed
		}
		d.set(entente.FieldStatus, r.value(s, status, step.start, step.end))
		return
	case "cancelled":
		d.force = entente.Refused
		d.set(entente.FieldStatus, r.value(s, status, step.start, step.end))
		return
	case "invited":
		switch {
		case d.force == entente.Refused && j.cue != nil:
			d.set(entente.FieldStatus, r.value(s, "cancelled", j.cue.start, j.cue.end))
		case d.force == entente.Agreed && j.cue != nil && j.force == entente.Agreed && !nominal:
			d.set(entente.FieldStatus, r.value(s, "agreed", j.cue.start, j.cue.end))
		case d.force == entente.Hoped:
			d.set(entente.FieldStatus, r.value(s, "invited", step.start, step.end))
		default:
			d.force = entente.Proposed
			if j.mood == future && j.cue == nil && step.role == roleStep { // "we shall welcome you on 4 May"
				d.force, status = entente.Promised, "planned"
			}
			d.set(entente.FieldStatus, r.value(s, status, step.start, step.end))
		}
		return
	}
	why := "the clause's force"
	switch d.force {
	case entente.Done:
		d.set(entente.FieldStatus, entente.Inferred("held", why))
	case entente.Refused:
		d.set(entente.FieldStatus, entente.Inferred("cancelled", why))
	case entente.Agreed:
		status = "agreed"
		if nominal && j.cue == nil || r.joint { // what both sides set down is a plan
			status = "planned"
		}
		d.set(entente.FieldStatus, entente.Inferred(status, why))
	default:
		d.set(entente.FieldStatus, entente.Inferred("planned", why))
	}
}

func (r *run) contactPlace(c *view, d *draft, noun, verb *hit, from, to int) {
	s := c.s
	after := from
	if noun != nil {
		after = noun.start
	} else if verb != nil {
		after = verb.start
	}
	var places []entente.Value
	end := from                           // of the place before
	if noun != nil && noun.start > from { // "the Lisbon Conference"
		if i := noun.start - 1; s.mentionKind(i) == entente.MentionPlace && !r.land(s.mention[i]) {
			a := i
			for a > from && s.mention[a-1] == s.mention[i] {
				a--
			}
			places = append(places, r.value(s, s.words(a, i+1), a, i+1))
		}
	}
	for _, i := range c.own(entente.MentionPlace, after, to) {
		k := i - 1
		for k > 0 && s.class(k) == "det" {
			k--
		}
		prep := s.prep(k)
		switch city := !r.land(s.mention[i]); {
		case verb != nil && k == verb.end-1 && verb.name == "visit", // "to visit Lisbon"
			verb != nil && verb.name == "visit" && k == verb.end && prep == "of", // "I shall be the guest of Arcadia"
			city && noun != nil && s.tokens[k].Norm == ":",                       // "Thirteenth session: Lune, second week of January"
			city && noun != nil && noun.set["mode"] == "summit" && prep == "of" && k > noun.end && k < s.phraseEnd(noun.end-1, to),
			city && noun != nil && prep == "of" && r.namesPlace(s, noun, k): // "la conférence ministérielle de Genève"
			prep = "in"
		}
		joined := len(places) > 0 && (s.class(k) == "coord" && k-end <= 1 || k == end && s.tokens[k].Norm == ",")
		if prep != "to" && prep != "in" && !joined {
			continue
		}
		end = s.mentionEnd(i)
		places = append(places, r.value(s, s.words(i, end), i, end))
		if d.fields[entente.FieldMode] != nil && d.fields[entente.FieldMode][0].Value != "visit" {
			break
		}
	}
	for _, i := range s.mentions(r, entente.MentionPlace, from, after) { // "to welcome you in Lune for the forum"
		k := i - 1
		for k > from && s.class(k) == "det" {
			k--
		}
		if len(places) == 0 && !r.land(s.mention[i]) && (s.prep(k) == "to" || s.prep(k) == "in") {
			places = append(places, r.value(s, s.words(i, s.mentionEnd(i)), i, s.mentionEnd(i)))
		}
	}
	if verb != nil && len(places) == 0 {
		if i := s.unknownPlace(verb); i >= 0 && i < to {
			end := i + 1
			for end < to && s.tokens[end].POS == "PROPN" && s.mention[end] < 0 {
				end++
			}
			places = append(places, r.value(s, "", i, end))
		}
	}
	if len(places) == 0 {
		places = r.pointedAt(c, from, to)
	}
	d.set(entente.FieldPlace, places...)
}

// pointedAt returns the place that "here" or "there" means: where the letter
// was written, or where the contact last spoken of is.
func (r *run) pointedAt(c *view, from, to int) []entente.Value {
	s := c.s
	for i := from; i < to; i++ {
		switch s.lex.where[s.tokens[i].Norm] {
		case "here":
			if v := r.env.Place; !v.Zero() && !r.joint {
				return []entente.Value{entente.Inferred(v.Value, "where the letter was written")}
			}
		case "there":
			if m := r.recall(c, entente.Contact); m != nil {
				var vs []entente.Value
				for _, v := range m.last.fields[entente.FieldPlace] {
					vs = append(vs, entente.Value{Value: v.Value, Name: v.Name, Inferred: true, Why: "the place last spoken of"})
				}
				return vs
			}
		}
	}
	return nil
}

func (r *run) contactLevel(c *view, d *draft, from, to int) {
	s := c.s
	for _, p := range s.phrases {
		if p.file == "levels" && from <= p.start && p.end <= to {
			d.set(entente.FieldLevel, r.value(s, p.set["class"], p.end-1, p.end))
		}
	}
	if d.head < 0 {
		return
	}
	end := d.head
	for _, v := range d.fields[entente.FieldMode] {
		for end < to && s.tokens[end].End < v.End {
			end++
		}
	}
	for i := max(from, d.head-4); i < end; i++ {
		if o := s.lex.ordinal[s.tokens[i].Norm]; o != "" && s.mention[i] < 0 {
			d.set(entente.FieldOrdinal, r.value(s, o, i, i+1))
		}
	}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// namesPlace reports whether the "of" at token k belongs to the noun itself,
// adjectives between: what it is held at.
func (r *run) namesPlace(s *sentence, noun *hit, k int) bool {
	if k < noun.end {
		return false
	}
	for i := noun.end; i < k; i++ {
		if s.class(i) != "" || s.mention[i] >= 0 || s.isMark(i) || !s.nominal(i) {
			return false
		}
	}
	return true
}
