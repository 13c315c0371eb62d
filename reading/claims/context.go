package claims

import (
	"unicode"
	"unicode/utf8"

	"entente"
)

// context lists what the words of a clause and the place of its sentence say
// for or against an undertaking.
func (r *run) context(e *evidence, c *view, verb, noun, step *hit, j judgement) {
	s, from, to := c.s, c.from(), c.cl.to
	form := "letter"
	if r.joint {
		form = "joint"
	}
	mood := moodNames[j.mood]
	subject := r.agent(c)
	main := c.verb()
	frames := ""
	if verb != nil {
		frames += "v"
		e.add("verb*mood=", verb.name, "/", mood)
		e.add("verb*form=", verb.name, "/", form)
	}
	if noun != nil {
		frames += "n"
	}
	if step != nil {
		frames += "s"
	}
	e.add("subject*mood=", subject, "/", mood)
	e.add("subject*force=", subject, "/", string(j.force))
	e.add("form*mood=", form, "/", mood)
	e.add("form*force=", form, "/", string(j.force))
	e.add("frames*mood=", frames, "/", mood)
	e.add("frames*form=", frames, "/", form)
	if main >= 0 && s.passiveVerb(main, c.cl.to) {
		e.add("passive*mood=", mood)
	}
	upper, numbers, dated := 0, 0, false
	for i := from; i < to; i++ {
		if !c.cl.has(i) {
			continue
		}
		t := &s.tokens[i]
		first, _ := utf8.DecodeRuneInString(t.Text)
		if s.mention[i] < 0 {
			if unicode.IsUpper(first) && i > 0 {
				upper++
			}
			if digits(t.Text) || t.POS == "NUM" {
				numbers++
			}
		} else if s.mentionKind(i) == entente.MentionDate && s.isPrep(i-1) {
			dated = true
			e.add("date-prep=", s.tokens[i-1].Norm)
		}
	}
	if dated {
		e.add("dated*mood=", mood)
		e.add("dated*form=", form)
	}
	if upper > 0 {
		e.add("capitals=", count(min(upper, 4)))
	}
	if numbers > 0 {
		e.add("numbers=", count(min(numbers, 3)))
		e.add("numbers*form=", form)
	}
	if s.tokens[len(s.tokens)-1].Norm == "?" {
		e.add("question")
	}
	place := "middle"
	switch n := len(r.sentences); {
	case s == r.sentences[0]:
		place = "first"
	case s == r.sentences[n-1]:
		place = "last"
	case n > 2 && s == r.sentences[n-2]:
		place = "last-but-one"
	}
	e.add("place=", place, "/", form)
	if k := c.cl.from; k < len(s.tokens) {
		e.add("opens=", s.tokens[k].Norm)
	}
	e.add("density=", count(r.density()), "/", form)
	for _, h := range s.domains {
		if from <= h.start && h.end <= to {
			e.add("domain=", h.set["domain"])
		}
	}
	r.classes(e, c, verb, noun, j)
}

// density is how many of ten sentences name a date, a sum or an organisation.
func (r *run) density() int {
	if r.dense == 0 {
		n := 0
		for _, s := range r.sentences {
			for i := range s.tokens {
				if k := s.mentionKind(i); k == entente.MentionDate || k == entente.MentionAmount || k == entente.MentionOrganisation {
					n++
					break
				}
			}
		}
		r.dense = 1 + 10*n/max(len(r.sentences), 1)
	}
	return r.dense
}

// count is a number as evidence: few as they are, many in classes.
func count(n int) string {
	switch {
	case n <= 4:
		return "01234"[n : n+1]
	case n <= 7:
		return "7"
	case n <= 12:
		return "12"
	}
	return "many"
}
