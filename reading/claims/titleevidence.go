package claims

import (
	"strings"

	"entente"
)

// titleEvidence lists what speaks for tokens [a, b) as a title.
func (f *filler) titleEvidence(add *evidence, a, b int) {
	s, r := f.s, f.r
	if a < 0 || a >= b {
		add.is("nowhere", string(f.d.force))
		return
	}
	side := f.side(a)
	add.is("side", side)
	add.is("prep", side, f.prepAt(a))
	if f.verb != nil {
		add.is("act", f.verb.set["action"], side, passiveMark(f.passive))
		add.is("of", f.verb.set["of"], side)
	}
	if r.party(s, a, b) {
		add.is("party", side)
	}
	if r.money(s, a) {
		add.is("money", "")
	}
	head := f.head(a, b)
	class := s.nounClass(head)
	control := f.control(head)
	voice := passiveMark(f.passive)
	add.is("class", class)
	add.is("class", class, "/", control, voice)
	add.is("next", f.neighbour(b))
	add.is("prev", f.neighbour(a-1))
	add.is("where", f.where(a, b))
	if pos := s.tokens[a].POS; pos == "NUM" || digits(s.tokens[a].Text) {
		add.is("counted", class)
	}
	for k := a + 1; k < b; k++ {
		if s.isPrep(k) && s.mention[k] < 0 && k+1 < b {
			add.is("keeps", s.prep(k), "/", class)
			add.is("keeps-what", s.prep(k), "/", s.nounClass(f.head(min(k+1, b-1), b)))
			break
		}
	}
	add.is("pos", s.tokens[head].POS)
	norm := s.tokens[head].Norm
	switch {
	case s.lex.hollow[norm]:
		add.is("head", "hollow")
	case s.lex.bound[norm]:
		add.is("head", "bound")
	case s.lex.deeds[norm] != "":
		add.is("head", "deed")
	case s.lex.actors[norm]:
		add.is("head", "actor")
	}
	if s.tree()[head].Rel != "" {
		t := s.tokens[head]
		rel := t.Rel
		if t.Head == f.deed && f.deed >= 0 {
			rel += "<deed"
		}
		add.is("rel", rel)
	}
	for i := range s.hits {
		h := &s.hits[i]
		if h.start < a || h.end > b {
			continue
		}
		if h.file == "undertaking" && h.role == roleNoun {
			where := "in"
			if h.start <= head && head < h.end {
				where = "head"
			}
			add.is("hit", where)
			add.is("noun", h.name, where)
		} else if h.file != "undertaking" && h.role == roleNoun {
			add.is("hit", h.file)
		}
	}
	for i := range s.domains {
		if h := &s.domains[i]; a <= h.start && h.end <= b {
			add.is("domain", h.set["domain"])
			break
		}
	}
	for i := a; i < b; i++ {
		if k := s.mentionKind(i); k != "" && s.mention[i] >= 0 && (i == a || s.mention[i-1] != s.mention[i]) {
			add.is("mention", string(k), "@", edge(i, a))
		}
	}
	add.is("det", f.determiner(a))
	add.is("length", count(b-a))
	add.is("clause", clauseNames[f.c.cl.kind], side)
	add.is("mood", moodNames[f.j.mood], side)
}

// neighbour tells what stands at token i beside a phrase.
func (f *filler) neighbour(i int) string {
	s := f.s
	switch {
	case i < 0 || i >= len(s.tokens):
		return "edge"
	case s.isMark(i):
		return s.tokens[i].Norm
	case s.mention[i] >= 0:
		return string(s.mentionKind(i))
	case s.class(i) != "":
		return s.class(i)
	case s.verbal(i) != noMood:
		return moodNames[s.verbal(i)]
	}
	return s.tokens[i].POS
}

// where tells in which part of the claim tokens [a, b) stand: its first words,
// its condition, or out of it.
func (f *filler) where(a, b int) string {
	switch {
	case b <= f.d.from || a >= f.d.to:
		return "out"
	case f.s.conditional(f.c, a):
		return "terms"
	case !f.c.cl.has(a):
		return "aside"
	case a <= f.d.from+2:
		return "first"
	}
	return "in"
}

func (f *filler) determiner(a int) string {
	s := f.s
	if a == 0 {
		return "first"
	}
	switch {
	case s.isPossessive(a - 1):
		who, _, _ := strings.Cut(s.person(a-1), ":")
		return who
	case s.lex.demonstrative[s.tokens[a-1].Norm]:
		return "this"
	case s.class(a-1) == "det" && strings.Contains(s.tokens[a-1].Feats, "Definite=Ind"):
		return "a"
	case s.class(a-1) == "det":
		return "the"
	case s.class(a-1) == "genitive":
		return "genitive"
	}
	return "bare"
}

func edge(i, a int) string {
	if i == a {
		return "first"
	}
	return "in"
}

func ruleMark(rule []entente.Value) string {
	switch {
	case len(rule) == 0:
		return "-none"
	case rule[0].Inferred:
		return "-inherited"
	}
	return "-said"
}

// objectKind tells of what class the thing is that the deed is done to, by the
// tree: "pronoun", "none" or a class of nouns.
func (f *filler) objectKind() string {
	s := f.s
	if f.deed < 0 || s.tree()[f.deed].Rel == "" {
		return "unparsed"
	}
	k := s.child(f.deed, "obj", "nsubj:pass")
	switch {
	case k < 0:
		return "none"
	case s.tokens[k].POS == "PRON":
		return "pronoun"
	}
	return s.nounClass(k)
}
