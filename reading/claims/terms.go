package claims

import "entente"

// undertakingTerms takes the words that set a condition on what is to be
// done, or say at whose cost it is: a clause of its own, "provided that …",
// which may follow the claim's after a comma, or a phrase, "free of charge".
func (r *run) undertakingTerms(c *view, d *draft, from, to int) {
	s := c.s
	for _, p := range s.phrases {
		if p.file != "phrase" || s.withinCue(p) || p.start < from || p.start >= to && !s.joins(to, p.start) {
			continue
		}
		end := p.end
		switch p.set["class"] {
		case "terms":
			if !s.conditions(p, from) {
				continue
			}
			end = s.termsEnd(c, p, from, to)
		case "then": // "once the report is in": only of what is not done
			if d.force == entente.Done || !s.finiteBetween(p.end, s.nextStop(p.end)) {
				continue
			}
			end = s.termsEnd(c, p, from, to)
		case "cost":
			if s.prep(end-1) == "of" || s.prep(end) == "of" {
				end = s.phraseEnd(min(end+1, len(s.tokens)-1), len(s.tokens))
			}
		default:
			continue
		}
		for end > p.end && s.isMark(end-1) {
			end--
		}
		d.set(entente.FieldTerms, r.value(s, "", p.start, end))
	}
	if d.has(entente.FieldTerms) {
		return
	}
	for i := from; i+3 < to; i++ { // "with the presidency alternating every two years", ", le logement étant fourni"
		lead := s.lex.before && s.prep(i) == "with" || !s.lex.before && s.tokens[i].Norm == ","
		if !lead || !c.cl.has(i) || s.class(i+1) != "det" {
			continue
		}
		for k := i + 2; k < to && k < i+7 && !s.isMark(k); k++ {
			if s.verbal(k) == gerund && s.tokens[k].POS != "NOUN" && s.tokens[k].POS != "ADJ" {
				a := i
				if !s.lex.before {
					a++
				}
				d.set(entente.FieldTerms, r.value(s, "", a, min(to, s.nextStop(k))))
				return
			}
		}
	}
}

// withinCue reports whether a phrase is part of the words that govern the
// clause: "we should be grateful if".
func (s *sentence) withinCue(p hit) bool {
	for _, h := range s.hits {
		if h.file == "force" && h.start < p.start && p.end <= h.end {
			return true
		}
	}
	return false
}

// joins reports whether only marks and a conjunction stand between the end of
// a claim and token i.
func (s *sentence) joins(to, i int) bool {
	if i > to+2 || to == 0 || to >= len(s.tokens) {
		return false
	}
	for k := to; k < i; k++ {
		if !s.isMark(k) && s.class(k) != "coord" || s.strong(k) {
			return false
		}
	}
	return s.isMark(to) || s.class(to) == "coord" || to == i
}

// termsEnd returns where the condition ends that a phrase opens: with its
// clause, or where it comes first with its comma.
func (s *sentence) termsEnd(c *view, p hit, from, to int) int {
	if p.start >= to {
		to = s.nextStrong(p.start)
		for k := range s.clauses {
			if cl := &s.clauses[k]; cl.from <= p.start && p.start < cl.to && cl.hole[1] == 0 {
				to = min(to, cl.to)
			}
		}
	}
	end := min(to, s.nextStrong(p.start))
	if p.start == from || p.start == c.cl.from {
		end = min(end, s.nextStop(p.end))
		if past := s.past(c.cl); past > p.end {
			end = min(end, past)
		}
	}
	if n := len(s.tokens); end == n && n > 0 && s.isMark(n-1) {
		end--
	}
	return end
}

// conditional reports whether token i lies in the clause's terms.
func (s *sentence) conditional(c *view, i int) bool {
	for _, p := range s.phrases {
		if p.file != "phrase" || p.set["class"] != "terms" || p.start < c.cl.from || p.start >= i || s.withinCue(p) || !s.conditions(p, c.cl.from) {
			continue
		}
		if p.start > c.cl.from {
			return true
		}
		if past := s.past(c.cl); past > p.end {
			return i < past
		}
		return i < s.nextStop(p.start)
	}
	return false
}

// conditions reports whether a phrase of one word, "if", opens a condition
// and no question: it starts the clause or follows a mark.
func (s *sentence) conditions(p hit, from int) bool {
	if p.end-p.start > 1 || p.start == from || s.isMark(p.start-1) || s.class(p.start-1) == "coord" {
		return true
	}
	prev := p.start - 1
	if s.class(p.start) != "if" { // "pending", but not "the pending matters"
		return s.class(prev) != "det" && !s.isPossessive(prev)
	}
	// "asked if it may" is a question, "si important" an adverb.
	return prev >= 0 && s.tokens[prev].POS != "VERB" && s.tokens[prev].POS != "AUX" && s.finiteBetween(p.end, s.nextStop(p.end)) &&
		(s.person(p.end) != "" || s.class(p.end) == "det" || s.mention[p.end] >= 0 || s.class(p.end) == "pron")
}
