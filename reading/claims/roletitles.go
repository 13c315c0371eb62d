package claims

import (
	"slices"

	"entente"
)

// titles are the noun phrases of the clause and of what it hangs on, what its
// verb does, and the titles of what was spoken of before.
func (f *filler) titles() []filling {
	s, d := f.s, f.d
	var roles []filling
	rule := d.fields[entente.FieldTitle]
	offer := func(vs []entente.Value, add *evidence) {
		if len(roles) < maxRoles {
			roles = append(roles, filling{vs, add, nil})
		}
	}
	if len(rule) > 0 && !rule[0].Inferred {
		add := f.evidence("title:")
		add.is("rule", "said")
		f.titleEvidence(add, f.title[0], f.title[1])
		offer(rule, add)
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
			add := f.evidence("title:")
			switch {
			case b > end:
				add.is("rule", "longer")
			case ra < i && b < rb, ra <= i && b <= rb:
				add.is("rule", "holds")
			case i <= ra && rb <= b && ra >= 0:
				add.is("rule", "within")
			case ra < 0:
				add.is("rule", "none")
			default:
				add.is("rule", "other")
			}
			if b > end {
				add.is("long", count(b-end))
				add.is("longer", s.class(end), "/", attached(s.below(end, f.head(i, end))))
				add.is("long", s.class(end), "/", s.nounClass(f.head(i, end)))
			}
			if b < end {
				add.is("short", "")
				add.is("cut", s.prep(b), "/", s.nounClass(f.head(i, b)))
			}
			if i > f.deed && f.deed >= 0 && b <= end {
				add.is("nth", count(nth))
			}
			f.titleEvidence(add, i, b)
			offer([]entente.Value{f.r.value(s, "", i, b)}, add)
		}
	}
	f.deedTitle(offer, to)
	f.earlierTitles(offer)
	return roles
}

func attached(is bool) string {
	if is {
		return "attached"
	}
	return "adjacent"
}

// deedTitle offers the deed itself with what it is done to, "welcome up to
// 4,000 pupils".
func (f *filler) deedTitle(offer func([]entente.Value, *evidence), to int) {
	s := f.s
	if f.deed < 0 || f.deed+1 >= to || s.isMark(f.deed+1) || s.tokens[f.deed].POS != "VERB" {
		return
	}
	b := f.deed + 1
	for b < to && !s.isMark(b) && (s.class(b) == "det" || s.isPossessive(b) || s.isPrep(b) || s.tokens[b].POS == "ADV") {
		b++
	}
	if b >= to || s.isMark(b) {
		return
	}
	object := "other"
	if s.person(b) != "" || s.tokens[b].POS == "PRON" {
		object = "pronoun"
		b++
	} else if s.nominal(b) {
		object = s.nounClass(s.headOf(b, s.phraseEnd(b, to)))
		b = s.phraseEnd(b, to)
	}
	add := f.evidence("title:")
	add.is("deed", object)
	add.is("deed-mood", moodNames[s.verbal(f.deed)])
	add.is("deed-act", f.act, "/", object)
	add.is("deed-voice", passiveMark(f.passive))
	add.is("deed-force", string(f.d.force))
	add.is("deed-length", count(max(b-f.deed, 0)))
	offer([]entente.Value{f.r.value(s, "", f.deed, max(b, f.deed+1))}, add)
}

// earlierTitles offers what the paragraph is about and what the claims before
// are of.
func (f *filler) earlierTitles(offer func([]entente.Value, *evidence)) {
	r, d := f.r, f.d
	said := map[string]bool{}
	one := func(vs []entente.Value, origin string) {
		if len(vs) == 0 || said[vs[0].Value] {
			return
		}
		said[vs[0].Value] = true
		vs = inferred(vs, "said of the same thing before")
		add := f.evidence("title:")
		add.is("before", origin)
		add.is("before-subject", origin, "/", f.subject)
		add.is("before-act", f.act, "/", f.subject)
		add.is("before-force", string(d.force))
		add.is("before-object", f.objectKind())
		add.is("before-rule", origin, ruleMark(d.fields[entente.FieldTitle]))
		if f.c.cl.kind == relativeClause {
			add.is("before-relative", origin)
		}
		offer(vs, add)
	}
	if t, ok := r.topics[d.s.index]; ok {
		one([]entente.Value{t.title}, "topic")
	}
	for n, seen := len(r.drafts)-2, 0; n >= 0 && seen < 2; n-- {
		e := r.drafts[n]
		if d.s.index-e.s.index > 2 {
			break
		}
		if e.dropped || e.kind != entente.Undertaking || e == d {
			continue
		}
		origin := "claim" + count(seen)
		if e.s == d.s {
			origin = "sentence" + count(seen)
		}
		seen++
		one(e.fields[entente.FieldTitle], origin)
	}
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

// ends are the places where a phrase from i to end may stop: there, before each
// of its prepositions, after one or two more prepositions and their phrases,
// "tax on landings by night", and where what hangs on its head in the tree
// goes on.
func (f *filler) ends(i, end int) []int {
	s := f.s
	ends := []int{end}
	for k := i + 1; k < end; k++ {
		if (s.isPrep(k) || s.class(k) == "coord") && s.mention[k] < 0 {
			ends = append(ends, k)
			if len(ends) > 3 {
				break
			}
		}
	}
	for k, n := end, 0; n < 2 && k+1 < len(s.tokens) && s.isPrep(k) && s.mention[k] < 0; n++ {
		a := k + 1
		for a < len(s.tokens) && (s.class(a) == "det" || s.isPossessive(a)) {
			a++
		}
		if a >= len(s.tokens) || !s.nominal(a) || s.mentionKind(a) == entente.MentionDate {
			break
		}
		k = s.phraseEnd(a, len(s.tokens))
		ends = append(ends, k)
	}
	head := f.head(i, end)
	if s.tree()[head].Rel == "" {
		return ends
	}
	for k, more := end, 0; k < len(s.tokens) && k < end+maxLonger && more < 3 && !s.isMark(k) && s.below(k, head); {
		k++
		for k < len(s.tokens) && !s.isMark(k) && !s.isPrep(k) && s.below(k, head) {
			k++
		}
		if k < len(s.tokens) && s.mention[k] >= 0 && s.mention[k] == s.mention[k-1] {
			continue
		}
		if b := trimPreps(s, end, k); b > end && !s.isPrep(b-1) && s.class(b-1) != "det" && !slices.Contains(ends, b) {
			ends = append(ends, b)
			more++
		}
	}
	return ends
}

// maxLonger bounds the tokens by which a title may go on in the tree.
const maxLonger = 12

// below reports whether token k hangs on token i, in whatever way but by a
// relative clause.
func (s *sentence) below(k, i int) bool {
	for n := 0; n < maxDepth && k >= 0 && k < len(s.tokens); n++ {
		if k == i {
			return true
		}
		if rel := s.tokens[k].Rel; rel == "" || rel == "acl:relcl" || rel == "appos" || rel == "parataxis" {
			return false
		}
		k = s.tokens[k].Head
	}
	return false
}
