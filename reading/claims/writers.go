package claims

import (
	"strings"

	"entente"
)

// visible returns those of vs that no preposition makes a mere place: not
// "Lune" in "met in Lune".
func (r *run) visible(s *sentence, vs []entente.Value) []entente.Value {
	var seen []entente.Value
	for _, v := range vs {
		place := false
		for i := 1; i < len(s.tokens); i++ {
			if s.tokens[i].Start == v.Start && s.mentionKind(i) == entente.MentionPlace {
				k := i - 1
				for k > 0 && s.class(k) == "det" {
					k--
				}
				place = s.prep(k) == "in" || s.prep(k) == "to"
			}
		}
		if !place {
			seen = append(seen, v)
		}
	}
	return seen
}

// writers fills in who wrote to whom.
func (r *run) writers(c *view, d *draft, noun *hit, owner, from, to int) {
	s := c.s
	other := map[string]string{"sender": entente.AtRecipient, "we": entente.AtRecipient, "recipient": entente.AtSender}
	i := owner
	if i < 0 {
		if vs := r.correspondents(c, noun, to); len(vs) > 0 {
			d.set(entente.FieldParties, vs...)
			return
		}
		i, _ = c.subject()
	}
	if i >= 0 && !r.joint {
		if who, _, _ := strings.Cut(s.person(i), ":"); other[who] != "" {
			vs := r.pronoun(s, i, false)
			d.set(entente.FieldParties, append(vs, entente.Inferred(other[who], "the other side of the letter"))...)
			return
		}
	}
	if len(r.env.Sender) > 0 {
		d.set(entente.FieldParties, r.bothInferred(false)...)
	}
}

// correspondents returns who wrote a letter and to whom as far as words after
// its noun name people: "a letter from the Ambassador to Mr Lind".
func (r *run) correspondents(c *view, noun *hit, to int) []entente.Value {
	if noun == nil {
		return nil
	}
	s := c.s
	var vs []entente.Value
	for i := noun.end; i < to && !s.verbal(i).finite() && !s.relative(i); i++ {
		p := s.prep(i)
		if p != "of" && p != "by" && p != "to" && p != "between" && !(p == "time" && i == noun.end) || s.mention[i] >= 0 {
			continue
		}
		a := i + 1
		for a < to && s.class(a) == "det" {
			a++
		}
		if a >= to || s.mentionKind(a) == entente.MentionDate {
			continue
		}
		if end := s.phraseEnd(a, s.nextVerb(a, to)); r.meets(s, a, end) {
			vs = others(vs, r.people(s, a, end))
			i = end - 1
		}
	}
	return vs
}
