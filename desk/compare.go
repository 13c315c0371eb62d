package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"entente"
	"entente/edtf"
	"entente/names"
	"entente/projection"
)

// A Comparison is a list of known contacts beside those of the register.
type Comparison struct {
	Relation     entente.Relation // the zero Relation: all
	Both         []Meeting        // in the order of the list
	Unsure       []Meeting        // the days meet, but who took part does not, or nothing else says that they are one
	OnlyList     []Known
	OnlyRegister []*Matter // held, of the kinds and within the days of the list; oldest first
}

// A Meeting is a line of a list and the contact of the register that it may
// be.
type Meeting struct {
	Known  Known
	Matter *Matter
	Why    []string

	sure bool
}

// Compare sets a list of known contacts beside those of a relation, or of
// all. A line and a contact are one where their days meet, give or take one,
// and a name or place does; several lines may be one contact. Where only the
// days meet, or each names others, it is unsure. A contact that no line is of counts as missing
// in the list only if it was held, is of a kind that the list holds, and lies
// within its days.
func (r *Register) Compare(ctx context.Context, list []Known, rel entente.Relation) (Comparison, error) {
	c := comparer{names: names.New(r.packs), country: r.countries()}
	var contacts []*Matter
	err := r.store.View(ctx, func(v Snapshot) (err error) {
		contacts, err = projection.Matters(v, entente.Contact, rel)
		return err
	})
	if err != nil {
		return Comparison{}, err
	}
	result := Comparison{Relation: rel}
	seen := map[entente.ClaimID]bool{}
	for _, k := range list {
		best := Meeting{Known: k}
		for _, m := range contacts {
			if met, ok := c.meet(k, m); ok && (best.Matter == nil || len(met.Why) > len(best.Why)) {
				best = met
			}
		}
		switch {
		case best.Matter == nil:
			result.OnlyList = append(result.OnlyList, k)
		case !best.sure:
			result.Unsure = append(result.Unsure, best)
			seen[best.Matter.ID] = true
		default:
			result.Both = append(result.Both, best)
			seen[best.Matter.ID] = true
		}
	}
	for _, m := range contacts {
		if !seen[m.ID] && m.Stage == "held" && covered(list, m) {
			result.OnlyRegister = append(result.OnlyRegister, m)
		}
	}
	slices.SortStableFunc(result.OnlyRegister, func(a, b *Matter) int { return cmp.Compare(a.Date, b.Date) })
	return result, nil
}

// countries returns the codes of states by the folded names of them, their
// people and their capitals.
func (r *Register) countries() map[string]entente.Code {
	codes := map[string]entente.Code{}
	for _, tag := range r.packs.Tags() {
		for _, list := range []string{"countries", "demonyms", "capitals"} {
			for _, e := range r.packs.Pack(tag).List(list).Entries {
				if fold := projection.Fold(e.Words); codes[fold] == "" {
					codes[fold] = entente.Code(e.Value)
				}
			}
		}
	}
	return codes
}

type comparer struct {
	names   *names.Comparer
	country map[string]entente.Code
}

// meet sets a line beside a contact and reports whether their days meet. Why
// says why they are one: the days first, then each name that says so.
func (c *comparer) meet(k Known, m *Matter) (Meeting, bool) {
	held, err := edtf.Parse(m.Date)
	if err != nil || held.IsZero() || held.Open() || k.Kind != "" && !alike(k.Kind, m.Mode) {
		return Meeting{}, false
	}
	a, b := k.Date.Bounds()
	from, to := held.Bounds()
	if a > to+1 || from > b+1 {
		return Meeting{}, false
	}
	met := Meeting{Known: k, Matter: m, Why: []string{"the days meet, " + m.Date}}
	same := func(name, other string) { met.Why = append(met.Why, name+" is "+other) }
	who := c.party(k.Who, m)
	if who != "" {
		same(k.Who, who)
	}
	if with := c.party(k.With, m); with != "" {
		same(k.With, with)
	}
	for _, place := range []string{k.Place, k.With} {
		if place != "" && m.Place != "" && c.samePlace(place, m.Place) {
			same(place, m.Place)
			break
		}
	}
	met.sure = len(met.Why) > 1 && (k.Who == "" || who != "" || !c.person(m))
	return met, true
}

// alike reports whether two modes may be one contact: a visit is told as a
// meeting or a summit as well.
func alike(a, b string) bool {
	open := []string{"visit", "meeting", "summit", ""}
	return a == b || slices.Contains(open, a) && slices.Contains(open, b)
}

// person reports whether the register says which person or body took part.
func (c *comparer) person(m *Matter) bool {
	return slices.ContainsFunc(m.Parties, func(p string) bool {
		return !strings.HasPrefix(p, "@") && len(p) > 2 && c.country[projection.Fold(p)] == ""
	})
}

// party returns the party of a contact that a name is.
func (c *comparer) party(name string, m *Matter) string {
	if name == "" {
		return ""
	}
	for _, p := range m.Parties {
		if strings.HasPrefix(p, "@") {
			continue
		}
		if code := c.country[projection.Fold(name)]; code != "" && (string(code) == p || code == c.country[projection.Fold(p)]) {
			return p
		}
		if c.names.Compare(name, p, entente.MentionPerson).Same {
			return p
		}
	}
	return ""
}

// samePlace reports whether two places are one, or one lies in the other as
// the capital of a state does.
func (c *comparer) samePlace(a, b string) bool {
	for _, part := range strings.Split(a, ",") { // "Astana, Kazakhstan"
		part = strings.TrimSpace(part)
		code := c.country[projection.Fold(part)]
		if code != "" && code == c.country[projection.Fold(b)] || c.names.Compare(part, b, entente.MentionPlace).Same {
			return true
		}
	}
	return false
}

// covered reports whether a list would hold a contact: one like it in kind
// stands there, and its days lie between the first and the last.
func covered(list []Known, m *Matter) bool {
	held, err := edtf.Parse(m.Date)
	if err != nil || held.IsZero() || held.Open() || m.Mode == "correspondence" {
		return false
	}
	from, to := held.Bounds()
	kind, before, after := false, false, false
	for _, k := range list {
		a, b := k.Date.Bounds()
		kind = kind || alike(k.Kind, m.Mode)
		before = before || a <= to
		after = after || b >= from
	}
	return kind && before && after
}
