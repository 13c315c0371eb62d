package identity

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"entente"
	"entente/edtf"
	"entente/names"
)

// Compare says whether two Locals are about one thing: the verdict is Same,
// Unsure or "" for neither. It depends on the two alone and is symmetric.
func (m *Matcher) Compare(a, b *Sketch) Proposal { return m.Session().Compare(a, b) }

// A Session compares many Locals and remembers what it found of their names,
// of which a relation has few. It is not for use by several at once.
type Session struct {
	*Matcher
	ready map[nameOf]*names.Name
	known map[[2]*names.Name]bool
}

type nameOf struct {
	kind entente.MentionKind
	name string
}

// Session returns a new Session.
func (m *Matcher) Session() *Session {
	return &Session{m, map[nameOf]*names.Name{}, map[[2]*names.Name]bool{}}
}

// Compare is Matcher.Compare.
func (m *Session) Compare(a, b *Sketch) Proposal {
	if b.ID < a.ID {
		a, b = b, a
	}
	p := Proposal{A: a.ID, B: b.ID}
	if a.Kind != b.Kind || a.Document == b.Document || !slices.ContainsFunc(a.Relations, func(r entente.Relation) bool { return slices.Contains(b.Relations, r) }) {
		return p
	}
	if a.Kind == entente.Contact {
		p.Verdict, p.Reasons = m.contacts(a, b)
	} else {
		p.Verdict, p.Reasons = m.things(a, b)
	}
	return p
}

// things compares two agreements or two undertakings.
func (m *Session) things(a, b *Sketch) (entente.Verdict, []string) {
	if a.Form != "" && b.Form != "" && a.Form != b.Form && (apart[a.Form] || apart[b.Form]) {
		return "", nil
	}
	orgs := m.sharedNames(a.Orgs, b.Orgs, entente.MentionOrganisation)
	concepts := shared(a.Concepts, b.Concepts)
	if len(orgs)+len(concepts) == 0 {
		return "", nil
	}
	places := m.sharedNames(a.Places, b.Places, entente.MentionPlace)
	domains := shared(a.Domains, b.Domains)
	smaller := min(len(a.Concepts), len(b.Concepts))
	whole := smaller > 0 && len(concepts) == smaller

	// Where each names its own thing, names and places join only by a person:
	// a plant and the centre that replaced it have one owner and one site.
	other := smaller > 0 && len(concepts) == 0

	var reasons []string
	say := func(what string, words []string) {
		if len(words) > 0 {
			reasons = append(reasons, what+" "+strings.Join(words, ", "))
		}
	}
	say("both name", orgs)
	say("both speak of", concepts)
	say("the place", places)
	say("the domain", domains)

	switch {
	case len(orgs) > 0 && len(concepts) > 0 && (whole || len(concepts) >= 2 || len(places) > 0):
		return entente.Same, reasons
	case len(orgs) >= 2 && len(domains) > 0 && !other:
		return entente.Same, reasons
	case len(places) > 0 && len(domains) > 0 && (whole || len(orgs) > 0) && !other:
		return entente.Same, reasons
	case whole && smaller >= 2:
		return entente.Same, reasons
	case whole && a.Kind == entente.Agreement && (len(domains) > 0 || a.Form == "partnership" && b.Form == a.Form):
		return entente.Same, reasons
	case len(concepts) > 0 && (len(domains) > 0 || len(places) > 0) || len(orgs) > 0 && len(domains) > 0:
		return entente.Unsure, reasons
	}
	return "", nil
}

// apart are the forms of agreement that are never written for one another;
// an agreement, a convention and a treaty may be.
var apart = map[string]bool{"roadmap": true, "contract": true, "memorandum": true, "letter_of_intent": true, "protocol": true}

// contacts compares two contacts. What tells them is when; a contact that was
// moved is found by the date it was moved from.
func (m *Session) contacts(a, b *Sketch) (entente.Verdict, []string) {
	modes := shared(a.Modes, b.Modes)
	if len(modes) == 0 || len(a.Numbers) > 0 && len(b.Numbers) > 0 && len(shared(a.Numbers, b.Numbers)) == 0 {
		return "", nil
	}
	who := m.sharedNames(a.Movers, b.Movers, entente.MentionPerson)
	where := m.sharedNames(append(slices.Clone(a.Places), a.Hosts...), append(slices.Clone(b.Places), b.Hosts...), entente.MentionPlace)
	if len(a.Hosts) > 0 && len(b.Hosts) > 0 && len(m.sharedNames(a.Hosts, b.Hosts, entente.MentionPlace)) == 0 && len(where) == 0 {
		return "", nil // one travels there, the other here
	}
	var reasons []string
	if len(who) > 0 {
		reasons = append(reasons, "both of "+strings.Join(who, ", "))
	}
	if len(where) > 0 {
		reasons = append(reasons, "both to "+strings.Join(where, ", "))
	}
	day := meet(a.Dates, b.Dates)
	moved := meet(a.Earlier, b.Dates) + meet(a.Dates, b.Earlier) + meet(a.Earlier, b.Earlier)
	switch {
	case day != "":
		reasons = append([]string{"the same " + modes[0] + " date " + day}, reasons...)
	case moved != "":
		reasons = append([]string{"one was moved from the date of the other, " + moved}, reasons...)
	}
	precise := day != "" || moved != ""
	switch {
	case precise && (len(who) > 0 || len(where) > 0):
		return entente.Same, reasons
	case precise && !a.Modes["visit"] && !a.Modes["meeting"]:
		return entente.Same, reasons
	case precise:
		return entente.Unsure, reasons
	case !a.Modes["visit"] && !a.Modes["commission"] || len(who) == 0 && len(where) == 0:
		return "", nil
	case near(a, b) && (len(a.Dates) == 0 || len(b.Dates) == 0 || a.Moved || b.Moved):
		return entente.Unsure, append(reasons, "one gives no date that stands, and the two are told within two years")
	}
	return "", nil
}

// meet returns a date of one list that overlaps one of the other, where both
// are known to six weeks; "" if there is none.
func meet(a, b []string) string {
	for _, s := range a {
		x, _ := edtf.Parse(s) // what is filed was parsed before
		for _, t := range b {
			if y, _ := edtf.Parse(t); fine(x) && fine(y) && x.Overlaps(y) {
				return s
			}
		}
	}
	return ""
}

func fine(d edtf.Date) bool {
	first, last := d.Bounds()
	return !d.IsZero() && !d.Open() && last-first <= 45
}

// near reports whether two documents stand within two years.
func near(a, b *Sketch) bool {
	d, _ := edtf.Parse(a.Dated)
	e, _ := edtf.Parse(b.Dated)
	x, _ := d.Bounds()
	y, _ := e.Bounds()
	return !d.IsZero() && !e.IsZero() && max(x-y, y-x) <= 731
}

// sharedNames returns the names of a that are the same as one of b.
func (m *Session) sharedNames(a, b []string, kind entente.MentionKind) []string {
	var both []string
	for _, x := range a {
		for _, y := range b {
			if m.same(x, y, kind) {
				both = append(both, x)
				break
			}
		}
	}
	sort.Strings(both)
	return both
}

func (m *Session) same(x, y string, kind entente.MentionKind) bool {
	if x == y {
		return true
	}
	if x > y {
		x, y = y, x
	}
	pair := [2]*names.Name{m.readyName(x, kind), m.readyName(y, kind)}
	same, ok := m.known[pair]
	if !ok {
		same = m.names.CompareReady(pair[0], pair[1]).Same
		m.known[pair] = same
	}
	return same
}

func (m *Session) readyName(name string, kind entente.MentionKind) *names.Name {
	of := nameOf{kind, name}
	n := m.ready[of]
	if n == nil {
		n = m.names.Ready(name, kind)
		m.ready[of] = n
	}
	return n
}

func shared(a, b map[string]bool) []string {
	var both []string
	for k := range a {
		if b[k] {
			both = append(both, k)
		}
	}
	sort.Strings(both)
	return both
}

// String returns the proposal in a line.
func (p Proposal) String() string {
	return fmt.Sprintf("%s %s %s: %s", p.A, p.Verdict, p.B, strings.Join(p.Reasons, "; "))
}
