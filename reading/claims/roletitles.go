package claims

import (
	"strings"

	"entente"
)

// titles are the noun phrases of the clause and of what it hangs on.
func (f *filler) titles() []Role {
	s, d := f.s, f.d
	var roles []Role
	rule := d.fields[entente.FieldTitle]
	if len(rule) > 0 {
		add := evidence("title")
		if rule[0].Inferred {
			add.is("rule", "inherited")
		} else {
			add.is("rule", "said")
		}
		f.titleEvidence(add, f.title[0], f.title[1])
		roles = append(roles, Role{entente.FieldTitle, rule, add.list})
	}
	from, to := d.from, d.to
	from = min(from, f.c.cl.from)
	if f.sub >= 0 {
		from = min(from, f.sub)
	}
	to = max(to, f.c.cl.to)
	ra, rb := f.title[0], f.title[1]
	nth := 0
	for i := from; i < to && len(roles) < maxRoles; i++ {
		if !f.opens(i, from) || f.r.money(s, i) && s.mentionEnd(i) < to && s.isPrep(s.mentionEnd(i)) {
			continue // "20 million dollars in aid" is named by what it is for
		}
		end := s.phraseEnd(i, to)
		if i > f.deed {
			nth++
		}
		for _, b := range f.ends(i, end) {
			if i == ra && b == rb {
				continue
			}
			add := evidence("title")
			switch {
			case ra < i && b < rb, ra <= i && b <= rb:
				add.is("rule", "holds")
			case i <= ra && rb <= b && ra >= 0:
				add.is("rule", "within")
			case ra < 0:
				add.is("rule", "none")
			default:
				add.is("rule", "other")
			}
			if b < end {
				add.is("short", "")
			}
			if i > f.deed && f.deed >= 0 {
				add.is("nth", count(nth))
			}
			f.titleEvidence(add, i, b)
			roles = append(roles, Role{entente.FieldTitle, []entente.Value{f.r.value(s, "", i, b)}, add.list})
		}
	}
	return roles
}

// opens reports whether a noun phrase starts at token i.
func (f *filler) opens(i, from int) bool {
	s := f.s
	ok := func(k int) bool {
		return s.class(k) == "" && !s.isMark(k) && s.nominal(k) && s.mentionKind(k) != entente.MentionDate && (s.verbal(k) == noMood || s.taggedNoun(k))
	}
	if !ok(i) {
		return false
	}
	return i == from || !ok(i-1) || s.mention[i] >= 0 && s.mention[i] != s.mention[i-1] && s.mention[i-1] >= 0
}

// ends are the places where a phrase from i to end may stop: there, and
// before each of its prepositions.
func (f *filler) ends(i, end int) []int {
	ends := []int{end}
	for k := i + 1; k < end; k++ {
		if (f.s.isPrep(k) || f.s.class(k) == "coord") && f.s.mention[k] < 0 {
			ends = append(ends, k)
			if len(ends) > 3 {
				break
			}
		}
	}
	return ends
}

func (f *filler) titleEvidence(add *adder, a, b int) {
	s, r := f.s, f.r
	if a < 0 || a >= b {
		add.is("nowhere", string(f.d.force))
		return
	}
	side := f.side(a)
	add.is("side", side)
	add.is("prep", side+f.prepAt(a))
	if f.verb != nil {
		add.is("act", f.verb.set["action"]+side+passiveMark(f.passive))
		add.is("of", f.verb.set["of"]+side)
	}
	if r.party(s, a, b) {
		add.is("party", side)
	}
	if r.money(s, a) {
		add.is("money", "")
	}
	head := f.head(a, b)
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
	if s.src.Tree()[head].Rel != "" {
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
			add.is("noun", h.name+where)
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
			add.is("mention", string(k)+"@"+edge(i, a))
		}
	}
	add.is("det", f.determiner(a))
	add.is("length", count(b-a))
	add.is("clause", clauseNames[f.c.cl.kind]+side)
	add.is("mood", moodNames[f.j.mood]+side)
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
