package identity

import (
	"slices"
	"sort"
	"strings"

	"entente"
	"entente/edtf"
)

// A Sketch is what of a Local tells it from others. It is made once and kept;
// as JSON it is the same for the same Local.
type Sketch struct {
	ID        entente.ClaimID
	Document  entente.DocumentID
	Relations []entente.Relation
	Kind      entente.Kind
	Dated     string          // EDTF; of the document
	Concepts  map[string]bool // things, one name for all languages
	Orgs      []string        // organisations and people who take part, as printed
	Places    []string        // sites, cities and regions, as printed
	Domains   map[string]bool
	States    map[string]bool
	Numbers   map[string]bool // ordinals of a contact
	Dates     []string        // EDTF; when it is, was or is to be
	Earlier   []string        // EDTF; what it was moved from
	Modes     map[string]bool // of a contact
	Form      string          // of an agreement
	Movers    []string        // who travels or meets
	Hosts     []string        // who or which state is visited
	Moved     bool            // some claim says postponed or rescheduled
}

// Sketch returns the sketch of l.
func (m *Matcher) Sketch(l Local) *Sketch {
	s := &Sketch{ID: l.ID, Document: l.Document, Relations: l.Relations, Kind: l.Kind, Dated: l.Dated.String(),
		Concepts: map[string]bool{}, Domains: map[string]bool{}, States: map[string]bool{}, Numbers: map[string]bool{}, Modes: map[string]bool{}}
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
				s.Orgs = m.add(s.Orgs, mention.Value, entente.MentionOrganisation)
			case mention.Kind == entente.MentionPlace && m.country[m.names.Fold(mention.Quote)] == "" && !within(mention, c.Mentions):
				s.Places = m.add(s.Places, mention.Value, entente.MentionPlace)
			}
		}
		for _, v := range c.Fields[entente.FieldPlace] {
			if code := m.country[m.names.Fold(v.Value)]; code != "" {
				s.Hosts = m.add(s.Hosts, code, entente.MentionPlace)
			} else {
				s.Places = m.add(s.Places, v.Value, entente.MentionPlace)
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
		s.Domains[v.Value] = true
	}
	for _, v := range c.Fields[entente.FieldOrdinal] {
		s.Numbers[v.Value] = true
	}
	for _, v := range c.Fields[entente.FieldDate] {
		s.Dates = addDate(s.Dates, v.Value)
	}
	for _, v := range c.Fields[entente.FieldEarlierDate] {
		s.Earlier = addDate(s.Earlier, v.Value)
	}
	for _, v := range c.Fields[entente.FieldMode] {
		s.Modes[v.Value] = true
	}
	if v := c.Fields[entente.FieldForm]; len(v) > 0 && (s.Form == "" || !v[0].Inferred) {
		s.Form = v[0].Value
		if s.Form == "partnership" {
			s.Concepts[s.Form] = true
		}
	}
	for _, v := range c.Fields[entente.FieldStatus] {
		s.Moved = s.Moved || v.Value == "postponed" || v.Value == "rescheduled"
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
		s.Hosts = m.add(s.Hosts, name, entente.MentionPerson)
	case state:
		s.States[name] = true
	case s.Kind == entente.Contact:
		s.Movers = m.add(s.Movers, name, entente.MentionPerson)
	default:
		s.Orgs = m.add(s.Orgs, name, entente.MentionOrganisation)
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
				s.Concepts[c] = true
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
			s.States[m.country[w]] = true
		case !m.generic[w]:
			s.Concepts[w] = true
		}
	}
}

func addDate(dates []string, text string) []string {
	if d, err := edtf.Parse(text); err == nil && !slices.Contains(dates, d.String()) {
		dates = append(dates, d.String())
	}
	return dates
}

// Keys returns what of s another Local must share at least one of to be
// compared with it, sorted: an index by Keys finds all candidates.
func (m *Matcher) Keys(s *Sketch) []string {
	var features []string
	for c := range s.Concepts {
		features = append(features, "c/"+c)
	}
	for _, o := range s.Orgs {
		for _, w := range m.names.Core(o, entente.MentionOrganisation) {
			if len(w) > 2 && !m.generic[w] && !m.stops[w] {
				features = append(features, "n/"+m.names.Key(w))
			}
		}
	}
	if s.Kind == entente.Contact {
		features = append(features, m.contactKeys(s)...)
	}
	set := map[string]bool{}
	for _, r := range s.Relations {
		for _, f := range features {
			set[r.String()+"/"+string(s.Kind)+"/"+f] = true
		}
	}
	keys := make([]string, 0, len(set))
	for k := range set {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// contactKeys are the months of a contact; one that moves or has no date is
// found by where it goes as well.
func (m *Matcher) contactKeys(s *Sketch) []string {
	var keys []string
	for _, text := range append(append([]string(nil), s.Dates...), s.Earlier...) {
		d, _ := edtf.Parse(text) // it was parsed before it was filed
		first, last := d.Bounds()
		if d.Open() || last-first > 400 {
			continue
		}
		for _, month := range months(first, last) {
			keys = append(keys, "d/"+month)
		}
	}
	if s.Moved || len(s.Dates) == 0 {
		for _, h := range append(append([]string(nil), s.Hosts...), s.Places...) {
			keys = append(keys, "h/"+m.names.Key(h))
		}
	}
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
