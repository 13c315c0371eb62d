package claims

import (
	"strings"

	"entente"
)

// meets reports whether tokens [from, to) name somebody who can meet: a
// person, or an office without its holder's name.
func (r *run) meets(s *sentence, from, to int) bool {
	return len(s.mentions(r, entente.MentionPerson, from, to)) > 0 || s.offices(from, to) || s.bothPersons(from, to)
}

// bothPersons reports whether "the two Ministers" or the like stands in
// tokens [from, to).
func (s *sentence) bothPersons(from, to int) bool {
	for k := range s.phrases {
		if p := &s.phrases[k]; p.file == "joint" && p.set["class"] == "persons" && p.end-p.start > 1 && from <= p.start && p.end <= to {
			return true
		}
	}
	return false
}

// others adds to vs those of more that it has not yet.
func others(vs, more []entente.Value) []entente.Value {
	for _, m := range more {
		known := false
		for _, v := range vs {
			known = known || v.Value == m.Value || v.Start < v.End && v.Start <= m.Start && m.End <= v.End
		}
		if !known {
			vs = append(vs, m)
		}
	}
	return vs
}

// invites reports whether the contact is an invitation.
func (d *draft) invites() bool {
	vs := d.fields[entente.FieldStatus]
	return len(vs) > 0 && vs[0].Value == "invited"
}

// companions returns the parties that stand after "with".
func (r *run) companions(s *sentence, from, to int) []entente.Value {
	var vs []entente.Value
	for i := from; i < to; i++ {
		if s.prep(i) != "with" || s.mention[i] >= 0 {
			continue
		}
		n := i + 1
		for n < to && (s.class(n) == "det" || s.isPossessive(n)) {
			n++
		}
		if n < to {
			vs = others(vs, r.people(s, n, s.listEnd(n, to)))
		}
	}
	return vs
}

// attenders returns who the subject of a contact is. "We" is the two sides
// unless somebody else is met, or it is a journey.
func (r *run) attenders(s *sentence, sub, subEnd int, mode string, others, verb bool) []entente.Value {
	who := s.person(sub)
	if r.joint || !strings.HasPrefix(who, "we:") && who != "recipient:subj" && who != "sender:subj" {
		return r.people(s, sub, subEnd)
	}
	both := who == "we:subj" && mode != "visit" && !others
	if sub+2 < len(s.tokens) && s.class(sub+1) == "coord" && s.person(sub+2) != "" && mode != "visit" { // "you and I"
		both = true
	}
	if both {
		return []entente.Value{r.value(s, entente.AtSender, sub, sub+1), r.value(s, entente.AtRecipient, sub, sub+1)}
	}
	return r.pronoun(s, sub, false)
}

// persons adds the persons of a clause that are not among vs yet.
func (r *run) persons(s *sentence, from, to int, vs []entente.Value) []entente.Value {
	for _, i := range s.mentions(r, entente.MentionPerson, from, to) {
		end := s.mentionEnd(i)
		v := r.value(s, s.words(i, end), i, end)
		known := false
		for _, o := range vs {
			known = known || o.Start <= v.Start && v.End <= o.End || o.Value == v.Value
		}
		if !known {
			v.Name = r.titled(s, from, i, end)
			vs = append(vs, v)
		}
	}
	return vs
}
