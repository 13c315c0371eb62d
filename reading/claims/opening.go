package claims

import (
	"strings"

	"entente"
)

// request returns the force of the words before clause k that open a list
// within the sentence, "asks (a) that …; (b) that …", or in the one before,
// where the letter ended it.
func (s *sentence) request(r *run, k int) (entente.Force, bool) {
	for ; k > 0; k-- {
		if j := s.judge(r, k-1, 1); j.cue != nil {
			return j.force, true
		}
	}
	for i := len(r.sentences) - 1; i >= 0; i-- {
		o := r.sentences[i]
		if o.index != s.index-1 || len(o.tokens) == 0 {
			continue
		}
		if o.ends(&o.tokens[len(o.tokens)-1]) {
			break
		}
		for k := range o.clauses {
			if j := o.judge(r, k, 0); j.cue != nil || j.force == entente.Requested {
				return j.force, true
			}
		}
	}
	return "", false
}

// ends reports whether a token is a full stop.
func (s *sentence) ends(t *entente.Token) bool {
	return t.Norm == "." || t.Norm == "!" || t.Norm == "?"
}

// opened returns how the words are put that open a list within the sentence,
// of which clause k is an item: "undertakes, by: opening …; closing …".
func (s *sentence) opened(r *run, k int) (judgement, bool) {
	first := judgement{}
	for o := k - 1; o >= 0; o-- {
		up := s.judge(r, o, 1)
		if up.cue != nil {
			return up, true
		}
		if up.mood != noMood {
			first = up
		}
	}
	return first, first.mood != noMood
}

// opensWithThat reports whether a list item starts with "that", after its
// letter or mark, so that the sentence that opens the list governs it.
func (s *sentence) opensWithThat(cl *clause) bool {
	for i := cl.from; i < cl.to && i < cl.from+5; i++ {
		if s.class(i) == "that" {
			return true
		}
		if s.isPrep(i) || !s.isMark(i) && len(s.tokens[i].Text) > 2 {
			return false
		}
	}
	return false
}

// describes reports whether a clause is a relative one that tells of a noun
// which is no cue: "the journey that he will make".
func (s *sentence) describes(cl *clause) bool {
	k := cl.from - 1
	if cl.kind != relativeClause || k < 0 || !s.nominal(k) || s.tokens[cl.from].POS == "SCONJ" && s.lex.before {
		return false
	}
	for _, h := range s.hits {
		if h.file == "force" && h.role == roleCue && h.start <= k && k < h.end {
			return false
		}
	}
	return true
}

// governor returns the force of the sentence that opens the list to which a
// list item belongs.
func (r *run) governor(s *sentence) (entente.Force, bool) {
	intro := r.intro(s)
	if intro == nil {
		return r.headedForce(s)
	}
	// The outermost cue of the sentence governs the list.
	for k := range intro.clauses {
		if j := intro.judge(r, k, 0); j.cue != nil {
			return j.force, true
		}
	}
	if f, ok := intro.titled(); ok {
		return f, true
	}
	force := intro.judge(r, 0, 1).force
	for i := range intro.tokens {
		if force == entente.Done && intro.lex.coming[intro.tokens[i].Norm] && intro.mention[i] < 0 {
			force = entente.Agreed // "the forthcoming contracts:"
		}
	}
	return force, true
}

// titled returns how things are put that stand under words such as
// "Decisions:", which have no verb.
func (s *sentence) titled() (entente.Force, bool) {
	if s.finiteBetween(0, len(s.tokens)) {
		return "", false
	}
	for _, p := range s.phrases {
		if f, ok := strings.CutPrefix(p.set["class"], "under "); ok && p.file == "phrase" {
			return entente.Force(f), true
		}
	}
	return "", false
}

// headedForce returns how an item is put that has no other opening than the
// heading of its section, "II. Decisions".
func (r *run) headedForce(s *sentence) (entente.Force, bool) {
	if r.parts[s.part].Kind != entente.PartItem {
		return "", false
	}
	for i := len(r.headings) - 1; i >= 0; i-- {
		if o := r.headings[i]; o.part < s.part {
			return o.titled()
		}
	}
	return "", false
}

func (r *run) governed(s *sentence) bool {
	_, ok := r.governor(s)
	return ok
}

// opener returns the part that ends in a colon before the run of items to
// which s belongs, or -1: a numbered paragraph may open a list of its own.
func (r *run) opener(s *sentence) int {
	if r.parts[s.part].Kind != entente.PartItem {
		return -1
	}
	for p := s.part - 1; p >= 0; p-- {
		switch r.parts[p].Kind {
		case entente.PartItem, entente.PartParagraph, entente.PartListIntro:
		case entente.PartResidue, entente.PartAddress:
			continue
		default:
			return -1
		}
		text := strings.TrimRight(r.parts[p].In(r.doc.Text), " \n\t\u00a0-–•")
		if strings.HasSuffix(text, ":") {
			return p
		}
		if r.parts[p].Kind != entente.PartItem {
			return -1
		}
	}
	return -1
}
