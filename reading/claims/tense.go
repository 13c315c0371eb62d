package claims

import (
	"strings"

	"entente"
)

// periphrases gives verb groups that say a tense with several words the mood
// of that tense: "is to open" is a future, "was to be opened" one that is
// past. What an aim "is to" do is only named.
func (s *sentence) periphrases() {
	for _, p := range s.phrases {
		class := p.set["class"]
		if p.file != "phrase" || class != "future" && class != "planned" {
			continue
		}
		i := p.end
		for i < len(s.tokens) && i < p.end+3 && (s.class(i) == "filler" && s.verbal(i) != infinitive || s.class(i) == "pron" || s.tokens[i].POS == "ADV") {
			i++
		}
		if m := s.verbal(i); (class == "future" || s.lex.before) && m != infinitive && m != participle || s.aims(p.start) {
			continue
		}
		s.moods[p.start] = future
		if class == "planned" {
			s.overdue = append(s.overdue, p.start)
		}
	}
}

// aims reports whether a noun such as "aim" stands shortly before token i.
func (s *sentence) aims(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6 && !s.isMark(k); k-- {
		if s.lex.hollow[s.tokens[k].Norm] {
			return true
		}
	}
	return false
}

// governing returns the first finite verb of a clause at or after token from,
// or -1; a subjunctive counts only where no other verb follows: "the second
// part, be it small, will be paid".
func (s *sentence) governing(cl *clause, from int) int {
	first := -1
	for i := from; i < cl.to; i++ {
		if m := s.verbal(i); cl.has(i) && m.finite() {
			if m != subjunctive && !s.parenthetic(i, cl.to) {
				return i
			}
			first = i
		}
	}
	return first
}

// negates reports whether the finite verb at i is negated: "will not",
// "ne vendra rien"; "ne … que" only restricts.
func (s *sentence) negates(i, limit int) bool {
	if i < 0 {
		return false
	}
	if s.lex.before {
		for k := i + 1; k < i+3 && k < limit; k++ {
			if s.class(k) == "neg" {
				return !s.opens("restricts", k) && !s.waits(k, limit)
			}
			if s.class(k) != "filler" && s.tokens[k].POS != "ADV" {
				return false
			}
		}
		return false
	}
	ne := false
	for k := i - 1; k >= 0 && k >= i-4 && !ne && (s.class(k) == "neg" || s.class(k) == "filler" || s.class(k) == "pron"); k-- {
		ne = s.class(k) == "neg"
	}
	if !ne {
		return false
	}
	for k := i + 1; k < limit && k < i+12 && !s.strong(k); k++ {
		switch s.class(k) {
		case "neg":
			return true
		case "that":
			return false
		}
	}
	return true
}

// waits reports whether a negated verb only tells from when on it will be:
// "not until the autumn".
func (s *sentence) waits(i, limit int) bool {
	for _, p := range s.phrases {
		if c := p.set["class"]; p.file != "phrase" || p.start <= i || p.end >= limit || c != "terms" && c != "then" && c != "deadline" {
			continue
		}
		if k := p.end; s.mentionKind(k) == entente.MentionDate || s.class(k) == "det" && s.mentionKind(k+1) == entente.MentionDate {
			return true
		}
	}
	return false
}

// waitsFor reports whether what clause k says of a thing with the verb at main
// holds only until something else is so: nobody refuses it.
func (s *sentence) waitsFor(r *run, k, main int) bool {
	from, to := s.subject(k)
	if main < 0 || from < 0 || s.person(from) != "" || r.party(s, from, to) || s.isOneSide(r, k, from, to) {
		return false
	}
	for _, p := range s.phrases {
		if c := p.set["class"]; p.file == "phrase" && p.start > main && (c == "terms" || c == "then") && s.verbal(main) == ability {
			return true
		}
	}
	return false
}

// bareVerb reports whether coordinate clause cl opens with the base form of its
// verb, main, after a verb of what will be: "will bear the cost and grant each
// a sum".
func (s *sentence) bareVerb(main int, cl *clause) bool {
	if !s.lex.before || main < 0 || main > cl.from+1 || main > cl.from && s.class(cl.from) != "coord" || s.tokens[main].Lemma != s.tokens[main].Norm {
		return false
	}
	m := s.moodIn(&s.clauses[cl.parent], s.clauses[cl.parent].from)
	return m == future || m == conditional || m == ability || m == obligation
}

// opens reports whether a function phrase of that class starts at token i.
func (s *sentence) opens(class string, i int) bool {
	for _, p := range s.phrases {
		if p.file == "phrase" && p.start == i && p.set["class"] == class {
			return true
		}
	}
	return false
}

// willBe reports whether the cue h is a participle under a passive future
// whose verb is at main: "will be offered", "sera proposé".
func (s *sentence) willBe(main int, h *hit) bool {
	if main < 0 || main >= h.start || s.verbal(main) != future && s.verbal(main) != conditional || h.start-main > 4 || h.end-h.start > 2 {
		return false
	}
	for i := main + 1; i < h.start; i++ {
		if s.lex.be[s.tokens[i].Norm] != "" {
			return true
		}
	}
	return s.lex.be[s.tokens[main].Norm] != ""
}

// governed reports whether a future or conditional stands before token i,
// which verbs in a row share.
func (s *sentence) governed(i int) bool {
	for k := range i {
		if m := s.moods[k]; m == future || m == conditional || m == ability || m == obligation {
			return true
		}
	}
	return false
}

// givesNothing reports whether a verb group at token v has "no" or "nothing"
// for its object: "can give no undertaking".
func (s *sentence) givesNothing(v, limit int) bool {
	for k := max(v, 0); v >= 0 && k < limit && k < v+4; k++ {
		if s.tokens[k].POS == "VERB" && s.verbal(k) == infinitive {
			act := s.verbClass(k)
			return k+1 < limit && s.opens("none", k+1) && (act == "give" || act == "build")
		}
	}
	return false
}

// perfect reports whether the verb group at token v is a perfect: "have been
// granted", "had been granted".
func (s *sentence) perfect(v, limit int) bool {
	if m := s.verbal(v); m != present && (m != past || s.tokens[v].POS != "AUX") || s.lex.before && s.lex.be[s.tokens[v].Norm] != "" {
		return false
	}
	for k := v + 1; k < limit && k < v+4; k++ {
		if s.verbal(k) == participle {
			return true
		}
		if s.class(k) != "filler" && s.tokens[k].POS != "ADV" {
			return false
		}
	}
	return false
}

// past returns where a clause goes on after the condition that opens it, or
// where it starts: "if he agrees, we …", "should you be unable to pay I …".
func (s *sentence) past(cl *clause) int {
	if s.class(cl.from) != "if" && !s.opens("terms", cl.from) {
		return cl.from
	}
	if stop := s.nextStop(cl.from); stop < cl.to {
		return stop
	}
	for i := cl.from + 3; i+1 < cl.to; i++ {
		if strings.HasSuffix(s.person(i), ":subj") && s.verbal(i+1).finite() && s.finiteBetween(cl.from, i) {
			return i
		}
	}
	return cl.from
}

// tells reports whether the first finite verb before token i is past or
// present, so that what is added to it is no command.
func (s *sentence) tells(i int) bool {
	for k := range i {
		if m := s.moods[k]; m.finite() {
			return m == past || m == present
		}
	}
	return false
}

// ahead reports whether the clause speaks of a date to come, in the present
// or without a verb: "it now travels by air, in the week of 11 December".
func (r *run) ahead(c *view, j judgement) bool {
	s := c.s
	if j.mood != present && j.mood != noMood {
		return false
	}
	if v := s.governing(c.cl, c.cl.from); v >= 0 {
		for k := v + 1; k < c.cl.to && k < v+4; k++ {
			if s.verbal(k) == participle && !s.prolonged(v, k) { // "has been opened", "est arrivé"
				return false
			}
		}
	}
	for _, i := range s.mentions(r, entente.MentionDate, c.cl.from, c.cl.to) {
		if c.cl.has(i) && s.class(i-1) != "if" && s.prep(i-1) != "of" && r.later(r.mentions[s.mention[i]].Value) {
			return true
		}
	}
	return false
}
