package claims

import (
	"strings"

	"entente"
)

// partyEvidence lists what speaks for a party that may fill a field.
func (o *offering) partyEvidence(add *evidence, vs []entente.Value, at said, origin string) {
	s, f := o.s, o.filler
	a, b := at.from, at.to
	kind := "name"
	switch v := vs[0].Value; {
	case strings.HasPrefix(v, "@"):
		kind = v
	case a >= 0 && s.mention[a] < 0:
		kind = s.nounClass(s.headOf(a, b))
	case a >= 0:
		kind = string(s.mentionKind(a))
	}
	force := string(f.d.force)
	form := "letter"
	if f.r.joint {
		form = "joint"
	}
	add.is("origin", origin)
	add.is("origin", origin, "/", form)
	add.is("origin-subject", origin, "/", f.subject)
	add.is("origin-force", origin, "/", force)
	add.is("kind", kind)
	add.is("force", force, "/", kind)
	add.is("many", count(len(vs)))
	add.is("clause", clauseNames[f.c.cl.kind], "/", origin)
	for _, p := range f.persons {
		add.is("has", p, "/", kind)
	}
	if f.j.cue != nil {
		add.is("cue", f.j.cue.name, "/", kind)
	}
	add.is("mood", moodNames[f.j.mood], "/", kind)
	if f.deed >= 0 {
		add.is("act", f.act, "/", kind)
		add.is("voice", kind, passiveMark(f.passive))
	}
	if o.field == entente.FieldWith {
		does := "nobody"
		if by := f.d.fields[entente.FieldBy]; len(by) > 0 {
			does = "other"
			if strings.HasPrefix(by[0].Value, "@") {
				does = by[0].Value
			}
		}
		add.is("does", does, "/", kind)
		add.is("does", does, "/", origin)
		if as := f.d.fields[entente.FieldAction]; len(as) > 0 {
			add.is("action", as[0].Value, "/", kind)
			add.is("action", as[0].Value, "/", origin)
		}
	}
	if a < 0 {
		return
	}
	side := f.side(a)
	prep := f.prepAt(a)
	voice := passiveMark(f.passive)
	add.is("side", side, voice)
	add.is("prep", prep, voice)
	add.is("place", side, "/", prep, "/", kind)
	add.is("force-side", force, "/", side)
	add.is("det", f.determiner(a))
	if f.verb != nil {
		add.is("act", f.verb.set["action"], "/", side, "/", prep)
		add.is("verb", f.verb.name, "/", prep)
	}
	if f.noun != nil {
		add.is("noun", f.noun.set["action"], "/", prep)
	}
	if who := s.person(a); who != "" {
		add.is("person", who, "/", force)
	}
	if b < len(s.tokens) && s.class(b) == "genitive" {
		add.is("genitive", "")
	}
	head := f.head(a, max(b, a+1))
	add.is("among", count(o.parts), "/", origin)
	if up := s.tokens[head].Head; s.src.Tree()[head].Rel == "nmod" && up >= 0 && up < len(s.tokens) {
		under := s.nounClass(up)
		switch {
		case f.noun != nil && f.noun.start <= up && up < f.noun.end:
			under = "deed"
		case f.title[0] <= up && up < f.title[1]:
			under = "title-" + under
		}
		add.is("under", under, "/", prep)
		add.is("under", under, "/", prep, voice)
	}
	control := f.control(head)
	add.is("control", control, voice)
	add.is("control", control, "/", kind)
	add.is("control", control, "/", force, "/", f.act)
	if s.tree()[a].Rel != "" {
		add.is("rel", s.tokens[head].Rel, voice)
	}
	span := f.d.fields[entente.FieldTitle]
	if len(span) > 0 && !span[0].Inferred && span[0].Start <= s.tokens[a].Start && s.tokens[a].End <= span[0].End {
		add.is("in-title", prep)
	}
	if f.j.cue != nil && f.c.cl.has(f.j.cue.start) {
		if a < f.j.cue.start {
			add.is("cue-side", "before/", string(f.j.force))
		} else {
			add.is("cue-side", "after/", string(f.j.force))
		}
	}
}

// agentOf returns the subject of the deed in the tree, its own or that of the
// verb that it hangs on, and how many verbs up, or -1.
func (f *filler) agentOf() (subject, steps int) {
	s, k := f.s, f.deed
	for n := 0; n < 4 && k >= 0 && k < len(s.tokens) && s.tree()[k].Rel != ""; n++ {
		if i := s.child(k, "nsubj", "nsubj:pass", "csubj"); i >= 0 {
			return i, n
		}
		switch rel := s.tokens[k].Rel; {
		case rel == "xcomp", rel == "conj", rel == "advcl", rel == "aux", rel == "cop", rel == "aux:pass", rel == "ccomp", strings.HasPrefix(rel, "acl"):
			k = s.tokens[k].Head
		default:
			return -1, 0
		}
	}
	return -1, 0
}

// controlled returns, in the tree, what the verb is done to that the deed
// hangs on: "asked their regulators to settle"; or -1.
func (f *filler) controlled() int {
	s := f.s
	if f.deed < 0 || f.deed >= len(s.tokens) {
		return -1
	}
	switch t := s.tree()[f.deed]; t.Rel {
	case "xcomp", "advcl", "ccomp", "acl", "obl":
		if k := s.child(t.Head, "obj", "iobj", "obl:arg"); k >= 0 && k < f.deed {
			return k
		}
	}
	return -1
}

// control tells which place token i has around the deed: its subject, that of
// the verb that it hangs on, what that verb is done to, or who it is said to
// be done by.
func (f *filler) control(i int) string {
	s := f.s
	if f.deed < 0 || i < 0 || s.tree()[i].Rel == "" {
		return "none"
	}
	if k, n := f.agentOf(); k == i || k >= 0 && s.tokens[i].Head == k && s.tokens[i].Rel == "conj" {
		return "subject" + count(n)
	} else if k >= 0 && s.under(i, k) {
		return "in-subject" + count(n) + s.tokens[i].Rel
	}
	rel, h := s.tokens[i].Rel, s.tokens[i].Head
	if h == f.deed {
		return rel
	}
	if up := s.tokens[f.deed].Head; h == up && h >= 0 {
		return "up-" + rel + "-" + s.tokens[f.deed].Rel
	}
	return "other"
}

// persons lists the pronouns and possessives of tokens [from, to), each once.
func (s *sentence) persons(from, to int) []string {
	var found []string
	for i := max(from, 0); i < to && i < len(s.tokens); i++ {
		p := s.person(i)
		if p == "" || strings.HasPrefix(p, "third") {
			continue
		}
		seen := false
		for _, o := range found {
			seen = seen || o == p
		}
		if !seen {
			found = append(found, p)
		}
	}
	return found
}
