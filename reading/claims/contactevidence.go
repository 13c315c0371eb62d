package claims

import (
	"strings"

	"entente"
)

// contactEvidence lists what speaks for or against a contact: how it is put,
// who, when and where it names, what has been said of such a contact before,
// and whether it is evident by rule.
func (r *run) contactEvidence(c *view, d *draft, noun, verb, step *hit, from, to int) *evidence {
	s := c.s
	e := r.around("contact:", c, d, noun)
	slots := ""
	for _, h := range []*hit{noun, verb, step} {
		if h != nil {
			e.add(h.role, "=", h.name)
			slots += h.role[:1]
		}
	}
	e.add("slots=", slots)
	for _, field := range []entente.Field{entente.FieldDate, entente.FieldPlace, entente.FieldParties, entente.FieldOrdinal, entente.FieldLevel} {
		if d.has(field) {
			e.add("field=", string(field))
		}
	}
	mode := "none"
	if vs := d.fields[entente.FieldMode]; len(vs) > 0 {
		mode = vs[0].Value
	}
	told := ""
	if d.has(entente.FieldDate) {
		told += "d"
	}
	if d.has(entente.FieldPlace) {
		told += "p"
	}
	e.add("mode*told=", mode, "/", told)
	named := 0
	for _, v := range d.fields[entente.FieldParties] {
		if !v.Inferred {
			named++
		}
	}
	e.add("mode*named=", mode, "/", count(min(named, 3)))
	e.add("slots*named=", slots, "/", count(min(named, 3)))
	if noun != nil && d.has(entente.FieldDate) {
		e.add("dated=", noun.name)
	}
	agent := r.agent(c)
	e.add("agent*slots=", agent, "/", slots)
	e.add("agent*mode=", agent, "/", mode)
	if len(r.companions(s, from, to)) > 0 {
		e.add("with=", mode)
	}
	if noun != nil {
		evident, certain := c.evident(noun, from, to)
		switch {
		case certain:
			e.add("certain=", noun.name)
		case evident:
			e.add("evident")
			e.add("evident=", noun.name)
		default:
			e.add("thin=", noun.name)
		}
	}
	if verb != nil {
		in := c.scene(verb)
		e.add("verb-pos=", s.tokens[verb.start].POS)
		for _, told := range []struct {
			name string
			is   bool
		}{{"who", in.who}, {"met", in.met}, {"dated", in.dated}, {"placed", in.placed}} {
			if told.is {
				e.add("verb-", told.name, "=", verb.name)
			}
		}
		if c.evidentVerb(verb) {
			e.add("evident-verb")
			e.add("evident-verb=", verb.name)
		} else {
			e.add("thin-verb=", verb.name)
		}
	}
	for _, file := range []string{"undertaking", "agreement"} {
		if c.find(file, roleNoun) != nil {
			e.add("beside=", file, "/", slots)
		}
	}
	if len(s.mentions(r, entente.MentionAmount, from, to)) > 0 {
		e.add("has=amount")
		e.add("amount*slots=", slots)
	}
	e.add("part=", string(r.parts[s.part].Kind))
	again := "0"
	for _, o := range r.drafts[max(len(r.drafts)-recallable, 0):] {
		if vs := o.fields[entente.FieldMode]; o != d && o.kind == entente.Contact && !o.dropped && len(vs) > 0 && vs[0].Value == mode {
			again = "1"
			if sameValue(o.fields[entente.FieldDate], d.fields[entente.FieldDate]) && sameValue(o.fields[entente.FieldPlace], d.fields[entente.FieldPlace]) {
				again = "2"
				break
			}
		}
	}
	e.add("again=", again, "/", slots)
	s.said(e, from, to)
	return e
}

// norms is what tokens [from, to) say, in lower case.
func (s *sentence) norms(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		if i > from {
			b.WriteByte('_')
		}
		b.WriteString(s.tokens[i].Norm)
	}
	return b.String()
}
