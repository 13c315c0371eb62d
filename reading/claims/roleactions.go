package claims

import (
	"slices"

	"entente"
)

// chooseAction weighs of what kind the act is. Each kind that the frames tell
// apart is an option; what the verb, the thing, the force and the rules say is
// its evidence.
func (r *run) chooseAction(c *view, d *draft, verb, noun *hit, j judgement) {
	if len(r.lex.roles) == 0 && !r.everyRole {
		return
	}
	f := r.newFiller(c, d, verb, noun, j)
	f.choose(entente.FieldAction, f.actions())
}

// thingClass is of what class the title is.
func (f *filler) thingClass() string {
	if a, b := f.title[0], f.title[1]; a >= 0 && a < b {
		return f.s.nounClass(f.head(a, b))
	}
	return "none"
}

func (f *filler) actions() []filling {
	class := f.thingClass()
	thing := f.r.thingNoun(f.d, f.s, f.noun)
	force := string(f.d.force)
	e := signs{"any", "act=" + f.act, "class=" + class, "act*class=" + f.act + "/" + class, "force=" + force, "force*act=" + force + "/" + f.act}
	e.hit("verb", f.verb)
	e.hit("noun", f.noun)
	e.hit("thing", thing)
	if f.j.cue != nil {
		e = append(e, "cue="+f.j.cue.name)
	}
	said := map[string]*hit{}
	for _, h := range []*hit{thing, f.noun, f.verb} {
		if h != nil {
			said[h.set["action"]] = h
		}
	}
	rule := f.d.fields[entente.FieldAction]
	was, kinds := "nothing", f.r.lex.actions
	if len(rule) > 0 {
		was = rule[0].Value
		if !slices.Contains(kinds, was) {
			kinds = append(slices.Clip(kinds), was)
		}
	}
	e = append(e, "rule="+was)
	var roles []filling
	for _, kind := range kinds {
		add := f.evidence("action:")
		for _, sign := range e {
			add.is(sign, kind)
		}
		v := entente.Inferred(kind, "weighed by what is done to what")
		if h := said[kind]; h != nil {
			v = f.r.value(f.s, kind, h.start, h.end)
		}
		if was == kind {
			v = rule[0]
			add.is("ruled", "this", inferredMark(rule))
		}
		roles = append(roles, filling{[]entente.Value{v}, add, nil})
	}
	return roles
}

// signs are what speaks for one kind or another.
type signs []string

func (e *signs) hit(what string, h *hit) {
	if h != nil {
		*e = append(*e, what+"="+h.name)
	}
}
