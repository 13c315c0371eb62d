package claims

import (
	"strings"

	"entente"
)

// doers are the parties that may do it: those named in the clause, those of
// the sentences before, and the two sides.
func (f *filler) doers() []Role { return f.parties(entente.FieldBy, nil) }

// counterparts are those whom it may be for or be done with, who do not do it.
func (f *filler) counterparts() []Role {
	return f.parties(entente.FieldWith, f.d.fields[entente.FieldBy])
}

func (f *filler) parties(field entente.Field, taken []entente.Value) []Role {
	s, r, d := f.s, f.r, f.d
	rule := d.fields[field]
	var roles []Role
	offer := func(vs []entente.Value, from, to int, origin string) {
		if len(vs) == 0 || len(roles) >= maxRoles || sameValue(vs, taken) || crosses(vs, taken) {
			return
		}
		if field == entente.FieldWith && from >= 0 && from == d.head {
			return // the thing itself
		}
		for i := range roles { // said twice: the first counts
			if o := &roles[i]; sameValue(o.Values, vs) && len(o.Values) == len(vs) {
				o.Evidence = append(o.Evidence, string(field)+":also="+origin)
				return
			}
		}
		add := evidence(string(field))
		f.partyEvidence(add, vs, from, to, origin)
		switch {
		case sameValue(rule, vs) && len(rule) == len(vs):
			add.is("rule", "this"+inferredMark(rule))
		case len(rule) == 0:
			add.is("rule", "none")
		default:
			add.is("rule", "other"+inferredMark(rule))
		}
		roles = append(roles, Role{field, vs, add.list})
	}
	if len(rule) > 0 {
		a, b := f.tokensOf(rule[0].Span)
		offer(rule, a, b, "rule")
	}
	if f.sub >= 0 {
		a, b := f.c.subject()
		offer(r.who(s, a, b, true), a, b, "subject")
	}
	from, to := min(d.from, f.c.cl.from), max(d.to, f.c.cl.to)
	for i := from; i < to; i++ {
		switch {
		case s.isPossessive(i):
			offer(r.pronoun(s, i, true), i, i+1, "possessive")
		case s.person(i) != "":
			offer(r.who(s, i, i+1, true), i, i+1, "pronoun")
		case s.mention[i] >= 0 && (i == 0 || s.mention[i-1] != s.mention[i]) && r.party(s, i, s.mentionEnd(i)):
			end := s.mentionEnd(i)
			offer(r.who(s, i, max(end, s.phraseEnd(i, to)), true), i, end, "mention")
			offer(r.who(s, i, end, true), i, end, "mention")
		case s.lex.actors[s.tokens[i].Norm]:
			if vs := r.who(s, i, i+1, true); len(vs) > 0 {
				offer(vs, i, i+1, "actor")
			} else {
				end := s.phraseEnd(i, to)
				offer([]entente.Value{r.value(s, "", i, end)}, i, end, "office")
			}
		case field == entente.FieldWith && s.mention[i] < 0 && (s.prep(i) == "to" || s.prep(i) == "for" || s.prep(i) == "with"):
			a := i + 1
			for a < to && (s.class(a) == "det" || s.isPossessive(a)) {
				a++
			}
			if a < to && f.opens(a, i) && s.mentionKind(a) != entente.MentionAmount {
				if b := s.phraseEnd(a, to); !r.party(s, a, b) {
					offer([]entente.Value{r.value(s, "", a, b)}, a, b, "phrase")
				}
			}
		}
	}
	if intro := r.intro(s); intro != nil {
		a, b := intro.subject(0, 0)
		offer(inferred(r.who(intro, a, b, true), "said of the whole list"), -1, -1, "intro")
	}
	for n := len(r.drafts) - 2; n >= 0 && n > len(r.drafts)-6; n-- {
		o := r.drafts[n]
		if o.dropped || o.kind != entente.Undertaking || d.s.index-o.s.index > 2 {
			continue
		}
		origin := "before"
		if o.s == d.s {
			origin = "same-sentence"
		}
		offer(inferred(o.fields[entente.FieldBy], "said of the claim before"), -1, -1, origin)
		offer(inferred(o.fields[entente.FieldWith], "said of the claim before"), -1, -1, origin+"-with")
		break
	}
	if !r.joint && len(r.env.Sender) > 0 {
		offer([]entente.Value{entente.Inferred(entente.AtSenderState, "the author's side")}, -1, -1, "author")
		offer([]entente.Value{entente.Inferred(entente.AtRecipientState, "the other side")}, -1, -1, "addressee")
	}
	if r.joint {
		for _, p := range r.env.Parties {
			v := p.Name
			if v.Zero() {
				v = p.State
			}
			if !v.Zero() && len(r.env.Parties) <= 3 {
				offer([]entente.Value{entente.Inferred(v.Value, "a party to the document")}, -1, -1, "side")
			}
		}
		if n := len(r.env.Parties); n > 1 && n <= 3 {
			offer(inferred(r.partiesAt(s, f.c.cl.from, f.c.cl.from+1), "the parties to the document"), -1, -1, "all-sides")
		}
	}
	return roles
}

// crosses reports whether two values are said by some of the same words.
func crosses(a, b []entente.Value) bool {
	return len(a) > 0 && len(b) > 0 && !firstSpan(a).Empty() && firstSpan(a).Overlaps(firstSpan(b))
}

func inferred(vs []entente.Value, why string) []entente.Value {
	var out []entente.Value
	for _, v := range vs {
		out = append(out, entente.Value{Value: v.Value, Name: v.Name, Inferred: true, Why: why})
	}
	return out
}

func inferredMark(vs []entente.Value) string {
	if len(vs) > 0 && vs[0].Inferred {
		return "-inferred"
	}
	return ""
}

func (f *filler) partyEvidence(add *adder, vs []entente.Value, a, b int, origin string) {
	s := f.s
	kind := "name"
	switch v := vs[0].Value; {
	case strings.HasPrefix(v, "@"):
		kind = v
	case a >= 0:
		kind = string(s.mentionKind(a))
	}
	force, form := string(f.d.force), "letter"
	if f.r.joint {
		form = "joint"
	}
	add.is("origin", origin)
	add.is("origin", origin+"/"+form)
	add.is("kind", kind)
	add.is("force", force+"/"+kind)
	add.is("many", count(len(vs)))
	if f.sub < 0 {
		add.is("no-subject", origin)
	}
	if f.j.cue != nil {
		add.is("cue", f.j.cue.name+"/"+kind)
	}
	add.is("mood", moodNames[f.j.mood]+"/"+kind)
	if add.field == string(entente.FieldWith) {
		does := "nobody"
		if by := f.d.fields[entente.FieldBy]; len(by) > 0 {
			does = "other"
			if strings.HasPrefix(by[0].Value, "@") {
				does = by[0].Value
			}
		}
		add.is("does", does+"/"+kind)
		if as := f.d.fields[entente.FieldAction]; len(as) > 0 {
			add.is("action", as[0].Value+"/"+kind)
		}
	}
	if a < 0 {
		return
	}
	side := f.side(a)
	prep := f.prepAt(a)
	voice := passiveMark(f.passive)
	add.is("side", side+voice)
	add.is("prep", prep+voice)
	add.is("place", side+"/"+prep+"/"+kind)
	add.is("force-side", force+"/"+side)
	if f.verb != nil {
		add.is("act", f.verb.set["action"]+"/"+side+"/"+prep)
		add.is("verb", f.verb.name+"/"+prep)
	}
	if f.noun != nil {
		add.is("noun", f.noun.set["action"]+"/"+prep)
	}
	if who := s.person(a); who != "" {
		add.is("person", who+"/"+force)
	}
	if b < len(s.tokens) && s.class(b) == "genitive" {
		add.is("genitive", "")
	}
	t := s.src.Tree()[a]
	if t.Rel != "" {
		head := f.head(a, max(b, a+1))
		rel := s.tokens[head].Rel
		if s.tokens[head].Head == f.deed && f.deed >= 0 {
			rel += "<deed"
		}
		add.is("rel", rel+voice)
	}
	span := f.d.fields[entente.FieldTitle]
	if len(span) > 0 && !span[0].Inferred && span[0].Start <= s.tokens[a].Start && s.tokens[a].End <= span[0].End {
		add.is("in-title", prep)
	}
	if f.j.cue != nil && f.c.cl.has(f.j.cue.start) {
		if a < f.j.cue.start {
			add.is("cue-side", "before/"+string(f.j.force))
		} else {
			add.is("cue-side", "after/"+string(f.j.force))
		}
	}
}
