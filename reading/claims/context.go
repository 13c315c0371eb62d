package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// context lists what the words of a clause and the place of its sentence say
// for or against an undertaking.
func (r *run) context(c *view, verb, noun, step *hit, j judgement) []string {
	s, from, to := c.s, c.from(), c.cl.to
	var f []string
	add := func(parts ...string) { f = append(f, strings.Join(parts, "")) }
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
		add("verb*mood=", verb.name, "/", mood)
		add("verb*form=", verb.name, "/", form)
	}
	if noun != nil {
		frames += "n"
	}
	if step != nil {
		frames += "s"
	}
	add("subject*mood=", subject, "/", mood)
	add("subject*force=", subject, "/", string(j.force))
	add("form*mood=", form, "/", mood)
	add("form*force=", form, "/", string(j.force))
	add("frames*mood=", frames, "/", mood)
	add("frames*form=", frames, "/", form)
	if main >= 0 && s.passiveVerb(main, c.cl.to) {
		add("passive*mood=", mood)
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
			add("date-prep=", s.tokens[i-1].Norm)
		}
	}
	if dated {
		add("dated*mood=", mood)
		add("dated*form=", form)
	}
	if upper > 0 {
		add("capitals=", count(min(upper, 4)))
	}
	if numbers > 0 {
		add("numbers=", count(min(numbers, 3)))
		add("numbers*form=", form)
	}
	if s.tokens[len(s.tokens)-1].Norm == "?" {
		add("question")
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
	add("place=", place, "/", form)
	if k := c.cl.from; k < len(s.tokens) {
		add("opens=", s.tokens[k].Norm)
	}
	add("density=", count(r.density()), "/", form)
	for _, h := range s.domains {
		if from <= h.start && h.end <= to {
			add("domain=", h.set["domain"])
		}
	}
	return append(f, r.classes(c, verb, noun, j)...)
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
