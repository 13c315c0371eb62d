package claims

import "entente"

// predicate reports whether the colon at token i stands for the verb of an
// entry in a list or calendar: "Extradition treaty: signed on 4 May". What is
// before it has no verb, and a step of a contact or an agreement opens what is
// after it.
func (s *sentence) predicate(i int) bool {
	if i+1 >= len(s.tokens) || s.verbal(i+1).finite() && s.verbal(i+1) != past {
		return false
	}
	for k := i - 1; k >= 0 && !s.strongMark(k); k-- {
		if s.verbal(k).finite() || s.relative(k) || s.class(k) == "pron" {
			return false
		}
	}
	for _, h := range s.hits {
		if h.start >= i+1 && h.start <= i+2 && h.role == roleStep && (h.file == "contact" || h.file == "agreement") && (h.mood == participle || h.mood == past || h.mood == noMood) {
			return true
		}
	}
	return false
}

// strongMark reports whether a mark stands at token i that parts sentences.
func (s *sentence) strongMark(i int) bool {
	switch s.tokens[i].Norm {
	case ";", ":", "—", "–":
		return true
	}
	return false
}

// apposition returns where the name ends that stands beside an office at the end
// of the phrase before token i: "the visit of the Comptroller, Sir Lionel
// Lind", or i.
func (s *sentence) apposition(i, limit int) int {
	if i == 0 || i+1 >= limit || s.tokens[i].Norm != "," || s.mention[i-1] >= 0 && s.mentionKind(i-1) == entente.MentionPerson {
		return i
	}
	for k := i + 1; k < limit && k < i+5; k++ {
		if s.mentionKind(k) == entente.MentionPerson {
			return s.mentionEnd(k)
		}
		if s.class(k) != "" || s.isMark(k) && s.tokens[k].Norm != "." || s.mention[k] >= 0 {
			return i
		}
	}
	return i
}

// nominalStep reports whether a step is a noun, or a verb with one, that the
// agreement f complements: "the signing of the treaty", "the entry into force,
// on 4 May, of the treaty".
func (s *sentence) nominalStep(step, f *hit) bool {
	if step.end > f.start || s.tokens[step.start].POS != "NOUN" && s.verbal(step.start) != gerund || s.verbal(step.start) == gerund && s.class(step.start-1) != "det" && s.prep(f.start-1) != "of" && s.tokens[step.start].POS != "NOUN" {
		return false
	}
	of := s.prep(step.end-1) == "of"
	for i := step.end; i < f.start; i++ {
		of = of || s.prep(i) == "of"
		if s.verbal(i).finite() || s.relative(i) || s.class(i) == "coord" || s.person(i) != "" && !s.isPossessive(i) {
			return false
		}
	}
	return of
}

// stepStart returns where the noun phrase starts that the noun of a step at
// token i heads.
func (s *sentence) stepStart(i, limit int) int {
	for i > limit && s.class(i-1) == "" && !s.isMark(i-1) && s.nominal(i-1) && s.mention[i-1] < 0 {
		i--
	}
	if i > limit && (s.class(i-1) == "det" || s.isPossessive(i-1)) {
		i--
	}
	return i
}

// inStep reports whether token i belongs to a step of an agreement of several
// words.
func (s *sentence) inStep(i int) bool {
	for _, h := range s.hits {
		if h.file == "agreement" && h.role == roleStep && h.start <= i && i < h.end && h.end-h.start > 1 {
			return true
		}
	}
	return false
}

// entry returns where an entry of a calendar ends whose name stops at token
// to: "Visit of Mr Lind: 23 February (to be confirmed)", or to.
func (c *view) entry(to int) int {
	s := c.s
	if to+1 >= c.cl.to || s.tokens[to].Norm != ":" || c.verb() >= 0 || c.cl.to-to > 16 || len(s.mentions(c.r, entente.MentionDate, to, c.cl.to)) == 0 {
		return to
	}
	return c.cl.to
}
