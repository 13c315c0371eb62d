package claims

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// classes lists what the words of a clause are of, whatever frames know them:
// the verb that says what is done, the thing that it is done to, and all the
// others. "Give" with a thing is more of a claim than "value" with a talk.
func (r *run) classes(e *evidence, c *view, verb, noun *hit, j judgement) {
	s := c.s
	act, thing, object := "none", "none", -1
	if deed := c.deed(verb, j); deed >= 0 {
		act = s.verbClass(deed)
		// By the order of the words: a tree for each candidate would double the time.
		if a, b := c.object(deed + 1); s.passiveAt(deed) {
			if a, b := c.subject(); a >= 0 {
				object = s.headOf(a, b)
			}
		} else if a >= 0 && a < b {
			object = s.headOf(a, b)
		}
	}
	if object < 0 && noun != nil {
		object = noun.start
	}
	if object >= 0 {
		thing = s.nounClass(object)
	}
	force, mood := string(j.force), moodNames[j.mood]
	e.add("act=", act)
	e.add("of=", thing)
	e.add("act*of=", act, "/", thing)
	e.add("act*force=", act, "/", force)
	e.add("of*force=", thing, "/", force)
	e.add("of*mood=", thing, "/", mood)
	e.add("act*subject=", act, "/", r.agent(c))
	var seen []string
	for i := c.from(); i < c.cl.to; i++ {
		if !c.cl.has(i) || s.mention[i] >= 0 {
			continue
		}
		class := ""
		switch s.tokens[i].POS {
		case "VERB":
			class = s.lex.verbClass[s.lemma(i)]
		case "NOUN":
			class = s.lex.nounClass[s.lemma(i)]
		case "ADJ":
			class = s.lex.adjClass[s.lemma(i)]
		}
		if class != "" && !slices.Contains(seen, class) {
			seen = append(seen, class)
			e.add("words=", class)
		}
	}
	s.said(e, c.from(), c.cl.to)
}

// said lists the words of tokens [from, to) that name nobody and nothing, each
// once, as evidence: what no frame and no class knows of them, many labelled
// clauses do.
func (s *sentence) said(e *evidence, from, to int) {
	for i := from; i < to; i++ {
		if s.wording(i) && !s.repeats(i, from) {
			e.add("word=", s.tokens[i].Norm)
		}
	}
}

// wording reports whether token i is a word that names nobody and nothing.
func (s *sentence) wording(i int) bool {
	first, _ := utf8.DecodeRuneInString(s.tokens[i].Norm)
	return s.mention[i] < 0 && unicode.IsLetter(first)
}

// repeats reports whether the word at token i stands in tokens [from, i) too.
func (s *sentence) repeats(i, from int) bool {
	for k := from; k < i; k++ {
		if s.tokens[k].Norm == s.tokens[i].Norm && s.mention[k] < 0 {
			return true
		}
	}
	return false
}

func (s *sentence) verbClass(i int) string {
	if class := s.lex.verbClass[s.lemma(i)]; class != "" {
		return class
	}
	return "other"
}

func (s *sentence) nounClass(i int) string {
	if s.mention[i] >= 0 {
		return string(s.mentionKind(i))
	}
	if class := s.lex.nounClass[s.lemma(i)]; class != "" {
		return class
	}
	return "other"
}

// headOf returns the token that heads the noun phrase [from, to): its first
// noun where adjectives follow nouns, else the last before a preposition.
func (s *sentence) headOf(from, to int) int {
	head := from
	for i := from; i < to && (i == from || !s.isPrep(i)); i++ {
		if pos := s.tokens[i].POS; pos == "NOUN" || pos == "PROPN" {
			if head = i; !s.lex.before {
				break
			}
		}
	}
	return head
}
