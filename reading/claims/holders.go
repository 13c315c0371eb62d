package claims

import (
	"strings"

	"entente"
)

// A holder is who holds an office, as the document names both together.
type holder struct {
	of   string // what the office is of: "of foreign affairs"
	name string // in full
}

// callByName gives those who meet and visit the name in full that the document
// has for them elsewhere: "President Lind" and "the President" are Ada Lind.
func (r *run) callByName() {
	full := r.fullNames()
	holders := r.holders(full)
	for _, d := range r.drafts {
		if d.kind != entente.Contact || d.dropped {
			continue
		}
		for _, field := range []entente.Field{entente.FieldParties, entente.FieldHost} {
			vs := append([]entente.Value(nil), d.fields[field]...)
			for i := range vs {
				v := &vs[i]
				if strings.HasPrefix(v.Value, "@") {
					continue
				}
				if name := full[v.Value]; name != "" {
					if v.Name != "" {
						v.Value = v.Name
					}
					v.Name = name
				} else if v.Start < v.End {
					if name := d.s.holderOf(*v, holders); name != "" {
						v.Name = name
					}
				}
			}
			if len(vs) > 0 {
				d.fields[field] = vs
			}
		}
	}
}

// fullNames returns for each name of a person that is the end of one other the
// longest of these; a name that two people share has none.
func (r *run) fullNames() map[string]string {
	people := map[string]bool{}
	var names []string
	for i := range r.mentions {
		if m := &r.mentions[i]; m.Kind == entente.MentionPerson && !people[m.Value] {
			people[m.Value] = true
			names = append(names, m.Value)
		}
	}
	full, several := map[string]string{}, map[string]bool{}
	for _, name := range names {
		for end := name; ; {
			var more bool
			if _, end, more = strings.Cut(end, " "); !more {
				break
			}
			if !people[end] {
				continue
			}
			switch had := full[end]; {
			case had == "" || strings.HasSuffix(name, " "+had):
				full[end] = name
			case !strings.HasSuffix(had, " "+name):
				several[end] = true
			}
		}
	}
	for name := range several {
		delete(full, name)
	}
	return full
}

// holders returns who holds which office, by its words.
func (r *run) holders(full map[string]string) map[string][]holder {
	found := map[string][]holder{}
	for _, list := range [][]*sentence{r.headings, r.sentences} {
		for _, s := range list {
			for k := range s.phrases {
				p := &s.phrases[k]
				if p.file != "offices" || s.inOffice(p) {
					continue
				}
				_, end := s.officeSpan(p, p.start, len(s.tokens))
				i := s.namedAt(p, end)
				if i < 0 {
					continue
				}
				name := r.mentions[s.mention[i]].Value
				if other := full[name]; other != "" {
					name = other
				}
				key := s.norms(p.start, p.end)
				found[key] = append(found[key], holder{s.norms(p.end, end), name})
			}
		}
	}
	return found
}

// namedAt returns the token of the person's name that stands right before or
// after the office p, whose complement ends before token end, or -1.
func (s *sentence) namedAt(p *hit, end int) int {
	if s.personAhead(end, len(s.tokens)) {
		for k := end; k < len(s.tokens); k++ {
			if s.mentionKind(k) == entente.MentionPerson {
				return k
			}
		}
	}
	k := p.start - 1
	for k > 0 && s.class(k) == "det" {
		k--
	}
	if k > 0 && s.tokens[k].Norm == "," && s.mentionKind(k-1) == entente.MentionPerson {
		return k - 1
	}
	return -1
}

// holderOf returns the name of the one who holds the office that a party is
// named by, or "".
func (s *sentence) holderOf(v entente.Value, holders map[string][]holder) string {
	for i := range s.tokens {
		if s.tokens[i].Start >= v.Start && s.tokens[i].End <= v.End && s.mentionKind(i) == entente.MentionPerson {
			return ""
		}
	}
	for k := range s.phrases {
		p := &s.phrases[k]
		if p.file != "offices" || s.inOffice(p) || s.tokens[p.start].Start < v.Start || s.tokens[p.end-1].End > v.End {
			continue
		}
		end := p.end
		for end < len(s.tokens) && s.tokens[end].End <= v.End {
			end++
		}
		of, name := s.norms(p.end, end), ""
		for _, h := range holders[s.norms(p.start, p.end)] {
			if of != "" && h.of != of && (h.of == "" || !strings.HasPrefix(of, h.of) && !strings.HasPrefix(h.of, of)) {
				continue
			}
			if name != "" && name != h.name {
				return ""
			}
			name = h.name
		}
		return name
	}
	return ""
}

// inOffice reports whether a longer office holds p: "Minister" in "Prime
// Minister".
func (s *sentence) inOffice(p *hit) bool {
	for k := range s.phrases {
		if o := &s.phrases[k]; o.file == p.file && o.start <= p.start && p.end <= o.end && o.end-o.start > p.end-p.start {
			return true
		}
	}
	return false
}
