package claims

import "entente"

// undertakingAction tells what kind of act an undertaking is. A verb that says
// it outright counts; one that only begins, ends, gives or asks for something
// leaves it to the thing: "will complete the course" is training.
func (r *run) undertakingAction(d *draft, s *sentence, verb, noun *hit) {
	thing := r.thingNoun(d, s, noun)
	if verb != nil && noun != nil && s.lex.light[s.tokens[verb.start].Norm] && noun.start-verb.end <= 3 && noun.start >= verb.end {
		verb = nil // "continue coordination"
	}
	act := func(h *hit) string {
		if h == nil {
			return ""
		}
		if h.role == roleNoun && s.lex.people[s.tokens[h.start].Norm] {
			return "supply" // "sixty doctors" are sent, not trained
		}
		return h.set["action"]
	}
	said := verb
	switch {
	case verb == nil:
		said = thing
	case thing == nil:
	case s.governs(verb) || act(verb) == "other" && act(thing) != "other":
		said = thing
	case s.lex.aspects[s.lemma(verb.start)]:
		said = thing
	case s.lex.vague[s.lemma(verb.start)] && definite[act(thing)]:
		said = thing
	}
	if said != nil {
		delete(d.fields, entente.FieldAction)
		d.set(entente.FieldAction, r.value(s, act(said), said.start, said.end))
	}
}

// definite are the kinds of act that a thing tells where its verb does not.
var definite = map[string]bool{"grant": true, "fund": true, "train": true, "support": true, "study": true, "open": true, "extend": true, "explore": true, "reform": true, "create": true, "launch": true}

// thingNoun returns the noun of a frame that heads the title, one within it,
// or the noun that the clause has.
func (r *run) thingNoun(d *draft, s *sentence, noun *hit) *hit {
	title := firstSpan(d.fields[entente.FieldTitle])
	if title.Empty() {
		return noun
	}
	var found *hit
	for i := range s.hits {
		h := &s.hits[i]
		if h.file != "undertaking" || h.role != roleNoun || !title.Contains(s.tokens[h.start].Span) || s.tokens[h.start].POS == "VERB" {
			continue
		}
		if found == nil || s.lex.before && h.start <= found.end {
			found = h // "a training centre" is a centre, "training of judges" training
		}
	}
	if found == nil {
		return noun
	}
	return found
}

// governs reports whether a verb is part of the words that govern the clause.
func (s *sentence) governs(verb *hit) bool {
	for _, h := range s.hits {
		if h.file == "force" && h.role == roleCue && h.start <= verb.start && verb.end <= h.end {
			return true
		}
	}
	return false
}

// lemma returns the lemma of token i, or its norm where there is none.
func (s *sentence) lemma(i int) string {
	if l := s.tokens[i].Lemma; l != "" {
		return l
	}
	return s.tokens[i].Norm
}
