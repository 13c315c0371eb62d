package identity

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"entente"
	"entente/edtf"
)

// Compare says whether two Locals are about one thing: the verdict is Same,
// Unsure or "" for neither. It depends on the two alone and is symmetric.
func (m *Matcher) Compare(a, b *Sketch) Proposal {
	if b.ID < a.ID {
		a, b = b, a
	}
	p := Proposal{A: a.ID, B: b.ID}
	if a.Kind != b.Kind || a.Document == b.Document || a.Relation != b.Relation || a.Relation == (entente.Relation{}) {
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
func (m *Matcher) things(a, b *Sketch) (entente.Verdict, []string) {
	if a.form != "" && b.form != "" && a.form != b.form && (apart[a.form] || apart[b.form]) {
		return "", nil
	}
	orgs := m.sharedNames(a.orgs, b.orgs, entente.MentionOrganisation)
	places := m.sharedNames(a.places, b.places, entente.MentionPlace)
	concepts := shared(a.concepts, b.concepts)
	domains := shared(a.domains, b.domains)
	smaller := min(len(a.concepts), len(b.concepts))
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

	names := len(orgs) + len(concepts)
	switch {
	case names == 0:
		return "", nil
	case len(orgs) > 0 && len(concepts) > 0 && (whole || len(concepts) >= 2 || len(places) > 0):
		return entente.Same, reasons
	case len(orgs) >= 2 && len(domains) > 0 && !other:
		return entente.Same, reasons
	case len(places) > 0 && len(domains) > 0 && (whole || len(orgs) > 0) && !other:
		return entente.Same, reasons
	case whole && smaller >= 2:
		return entente.Same, reasons
	case whole && a.Kind == entente.Agreement && (len(domains) > 0 || a.form == "partnership" && b.form == a.form):
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
func (m *Matcher) contacts(a, b *Sketch) (entente.Verdict, []string) {
	modes := shared(a.modes, b.modes)
	if len(modes) == 0 || len(a.numbers) > 0 && len(b.numbers) > 0 && len(shared(a.numbers, b.numbers)) == 0 {
		return "", nil
	}
	who := m.sharedNames(a.movers, b.movers, entente.MentionPerson)
	where := m.sharedNames(append(slices.Clone(a.places), a.hosts...), append(slices.Clone(b.places), b.hosts...), entente.MentionPlace)
	if len(a.hosts) > 0 && len(b.hosts) > 0 && len(m.sharedNames(a.hosts, b.hosts, entente.MentionPlace)) == 0 && len(where) == 0 {
		return "", nil // one travels there, the other here
	}
	var reasons []string
	if len(who) > 0 {
		reasons = append(reasons, "both of "+strings.Join(who, ", "))
	}
	if len(where) > 0 {
		reasons = append(reasons, "both to "+strings.Join(where, ", "))
	}
	day := meet(a.dates, b.dates)
	moved := meet(a.earlier, b.dates) + meet(a.dates, b.earlier) + meet(a.earlier, b.earlier)
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
	case precise && !a.modes["visit"] && !a.modes["meeting"]:
		return entente.Same, reasons
	case precise:
		return entente.Unsure, reasons
	case !a.modes["visit"] && !a.modes["commission"] || len(who) == 0 && len(where) == 0:
		return "", nil
	case near(a, b) && (len(a.dates) == 0 || len(b.dates) == 0 || a.moved || b.moved):
		return entente.Unsure, append(reasons, "one gives no date that stands, and the two are told within two years")
	}
	return "", nil
}

// meet returns a date of one list that overlaps one of the other, where both
// are known to six weeks; "" if there is none.
func meet(a, b []edtf.Date) string {
	for _, x := range a {
		for _, y := range b {
			if fine(x) && fine(y) && x.Overlaps(y) {
				return x.String()
			}
		}
	}
	return ""
}

func fine(d edtf.Date) bool {
	first, last := d.Bounds()
	return !d.Open() && last-first <= 45
}

// near reports whether two documents stand within two years.
func near(a, b *Sketch) bool {
	x, _ := a.Dated.Bounds()
	y, _ := b.Dated.Bounds()
	return !a.Dated.IsZero() && !b.Dated.IsZero() && max(x-y, y-x) <= 731
}

// sharedNames returns the names of a that are the same as one of b.
func (m *Matcher) sharedNames(a, b []string, kind entente.MentionKind) []string {
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

func (m *Matcher) same(x, y string, kind entente.MentionKind) bool {
	return x == y || m.names.Compare(x, y, kind).Same
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
