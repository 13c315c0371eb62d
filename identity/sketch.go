package identity

import (
	"sort"
	"strings"

	"entente"
	"entente/edtf"
)

// A Sketch is what of a Local tells it from others. It is made once and kept.
type Sketch struct {
	Local
	concepts map[string]bool // things, one name for all languages
	orgs     []string        // organisations and people who take part, as printed
	places   []string        // sites, cities and regions, as printed
	domains  map[string]bool
	states   map[string]bool
	numbers  map[string]bool // ordinals of a contact
	dates    []edtf.Date     // when it is, was or is to be
	earlier  []edtf.Date     // what it was moved from
	modes    map[string]bool // of a contact
	form     string          // of an agreement
	movers   []string        // who travels or meets
	hosts    []string        // who or which state is visited
	moved    bool            // some claim says postponed or rescheduled
}

// Sketch returns the sketch of l.
func (m *Matcher) Sketch(l Local) *Sketch {
	s := &Sketch{Local: l, concepts: map[string]bool{}, domains: map[string]bool{}, states: map[string]bool{}, numbers: map[string]bool{}, modes: map[string]bool{}}
	for _, c := range l.Claims {
		for _, f := range []entente.Field{entente.FieldTitle, entente.FieldSubject} {
			for _, v := range c.Fields[f] {
				m.title(s, v.Value, c.Mentions)
			}
		}
		for _, f := range []entente.Field{entente.FieldBy, entente.FieldWith, entente.FieldParties, entente.FieldHost} {
			for _, v := range c.Fields[f] {
				m.party(s, f, named(c, v))
			}
		}
		for _, mention := range c.Mentions {
			switch {
			case mention.Kind == entente.MentionOrganisation && l.Kind != entente.Contact:
				s.orgs = m.add(s.orgs, mention.Value, entente.MentionOrganisation)
			case mention.Kind == entente.MentionPlace && m.country[m.names.Fold(mention.Quote)] == "" && !within(mention, c.Mentions):
				s.places = m.add(s.places, mention.Value, entente.MentionPlace)
			}
		}
		for _, v := range c.Fields[entente.FieldPlace] {
			if code := m.country[m.names.Fold(v.Value)]; code != "" {
				s.hosts = m.add(s.hosts, code, entente.MentionPlace)
			} else {
				s.places = m.add(s.places, v.Value, entente.MentionPlace)
			}
		}
		m.closed(s, c)
	}
	return s
}

// within reports whether the words of a place stand in those of an
// organisation: "Eaux de Ménale" is not at Ménale.
func within(place entente.Mention, mentions []entente.Mention) bool {
	for _, m := range mentions {
		if m.Kind == entente.MentionOrganisation && m.Contains(place.Span) {
			return true
		}
	}
	return false
}

// closed files the fields with closed lists and dates.
func (m *Matcher) closed(s *Sketch, c Claim) {
	for _, v := range c.Fields[entente.FieldDomain] {
		s.domains[v.Value] = true
	}
	for _, v := range c.Fields[entente.FieldOrdinal] {
		s.numbers[v.Value] = true
	}
	for _, v := range c.Fields[entente.FieldDate] {
		s.dates = addDate(s.dates, v.Value)
	}
	for _, v := range c.Fields[entente.FieldEarlierDate] {
		s.earlier = addDate(s.earlier, v.Value)
	}
	for _, v := range c.Fields[entente.FieldMode] {
		s.modes[v.Value] = true
	}
	if v := c.Fields[entente.FieldForm]; len(v) > 0 && (s.form == "" || !v[0].Inferred) {
		s.form = v[0].Value
		if s.form == "partnership" {
			s.concepts[s.form] = true
		}
	}
	for _, v := range c.Fields[entente.FieldStatus] {
		s.moved = s.moved || v.Value == "postponed" || v.Value == "rescheduled"
	}
}

// named returns what a value stands for.
func named(c Claim, v entente.Value) string {
	if name := c.Names[v.Value]; name != "" {
		return name
	}
	if v.Name != "" {
		return v.Name
	}
	return v.Value
}

// party files who takes part: a state by its code, others by name.
func (m *Matcher) party(s *Sketch, f entente.Field, name string) {
	if name == "" || strings.HasPrefix(name, "@") {
		return
	}
	if code := m.country[m.names.Fold(name)]; code != "" {
		name = code
	}
	switch state := len(name) == 2 && name == strings.ToUpper(name); {
	case f == entente.FieldHost:
		s.hosts = m.add(s.hosts, name, entente.MentionPerson)
	case state:
		s.states[name] = true
	case s.Kind == entente.Contact:
		s.movers = m.add(s.movers, name, entente.MentionPerson)
	default:
		s.orgs = m.add(s.orgs, name, entente.MentionOrganisation)
	}
}

// title files the words of a title: things by their concept, the rest by
// themselves. Names in it are filed by their mentions.
func (m *Matcher) title(s *Sketch, title string, mentions []entente.Mention) {
	name := map[string]bool{}
	for _, mention := range mentions {
		if mention.Kind != entente.MentionDate && mention.Kind != entente.MentionAmount {
			for _, w := range m.words(mention.Quote) {
				name[w] = true
			}
		}
	}
	words := m.words(title)
	for i := 0; i < len(words); {
		n := min(m.longest, len(words)-i)
		for ; n > 0; n-- {
			if c, ok := m.concepts[strings.Join(words[i:i+n], " ")]; ok {
				s.concepts[c] = true
				break
			}
		}
		if n > 0 {
			i += n
			continue
		}
		w := words[i]
		i++
		switch {
		case m.stops[w] || name[w] || len(w) < 3 || w[0] <= '9':
		case m.country[w] != "":
			s.states[m.country[w]] = true
		case !m.generic[w]:
			s.concepts[w] = true
		}
	}
}

func addDate(dates []edtf.Date, text string) []edtf.Date {
	if d, err := edtf.Parse(text); err == nil {
		dates = append(dates, d)
	}
	return dates
}

// Keys returns what of s another Local must share at least one of to be
// compared with it, sorted: an index by Keys finds all candidates.
func (m *Matcher) Keys(s *Sketch) []string {
	prefix := s.Relation.String() + "/" + string(s.Kind) + "/"
	set := map[string]bool{}
	for c := range s.concepts {
		set[prefix+"c/"+c] = true
	}
	for _, o := range s.orgs {
		for _, w := range m.names.Core(o, entente.MentionOrganisation) {
			if len(w) > 2 && !m.generic[w] && !m.stops[w] {
				set[prefix+"n/"+m.names.Key(w)] = true
			}
		}
	}
	if s.Kind == entente.Contact {
		for _, d := range append(append([]edtf.Date(nil), s.dates...), s.earlier...) {
			first, last := d.Bounds()
			if d.Open() || last-first > 400 {
				continue
			}
			for _, month := range months(first, last) {
				set[prefix+"d/"+month] = true
			}
		}
		if s.moved || len(s.dates) == 0 {
			// A visit that moves is found by who and where instead.
			for _, h := range append(append([]string(nil), s.hosts...), s.places...) {
				set[prefix+"h/"+m.names.Key(h)] = true
			}
		}
	}
	keys := make([]string, 0, len(set))
	for k := range set {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// months returns the months from first to last as EDTF.
func months(first, last edtf.Day) []string {
	y, mo, _ := first.Civil()
	z, mp, _ := last.Civil()
	var list []string
	for n := y*12 + mo - 1; n <= z*12+mp-1; n++ {
		list = append(list, edtf.InMonth(n/12, n%12+1).String())
	}
	return list
}
