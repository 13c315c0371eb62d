package claims

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// classes lists what the words of a clause are of, whatever frames know them:
// the verb that says what is done, the thing that it is done to, and all the
// others. "Give" with a thing is more of a claim than "value" with a talk.
func (r *run) classes(c *view, verb, noun *hit, j judgement) []string {
	s := c.s
	var f []string
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
	f = append(f, "act="+act, "of="+thing, "act*of="+act+"/"+thing, "act*force="+act+"/"+force, "of*force="+thing+"/"+force,
		"of*mood="+thing+"/"+mood, "act*subject="+act+"/"+r.agent(c))
	var words []string
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
		if class = "words=" + class; class != "words=" && !slices.Contains(words, class) {
			words = append(words, class)
		}
	}
	return append(append(f, words...), s.said("word=", c.from(), c.cl.to)...)
}

// said lists the words of tokens [from, to) that name nobody and nothing, each
// once, as evidence: what no frame and no class knows of them, many labelled
// clauses do.
func (s *sentence) said(prefix string, from, to int) []string {
	var f []string
	for i := from; i < to; i++ {
		first, _ := utf8.DecodeRuneInString(s.tokens[i].Norm)
		if s.mention[i] >= 0 || !unicode.IsLetter(first) {
			continue
		}
		if word := prefix + s.tokens[i].Norm; !slices.Contains(f, word) {
			f = append(f, word)
		}
	}
	return f
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
