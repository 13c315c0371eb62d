package desk

import (
	"slices"
	"strconv"
	"strings"

	"entente"
	"entente/edtf"
)

// conflicts returns where the claims on one matter contradict each other: two
// days are given to one stage of an agreement or to one contact that was
// held, or two sums to one undertaking.
func conflicts(m *Matter, claims []ClaimFile) []Conflict {
	var all []Conflict
	add := func(field entente.Field, clash func(a, b string) bool, counts func(entente.Claim) bool) {
		if values := clashing(valuesOf(claims, field, counts), clash); len(values) > 0 {
			all = append(all, Conflict{m.ID, field, values})
		}
	}
	switch m.Kind {
	case entente.Agreement:
		for _, stage := range []string{"initialled", "signed", "in_force", "expired", "terminated"} {
			add(entente.FieldDate, disjoint, func(c entente.Claim) bool {
				return c.Force == entente.Done && first(c, entente.FieldStage) == stage
			})
		}
	case entente.Undertaking:
		add(entente.FieldAmount, otherSum, func(entente.Claim) bool { return true })
	case entente.Contact:
		add(entente.FieldDate, disjoint, func(c entente.Claim) bool {
			return c.Force == entente.Done && first(c, entente.FieldStatus) == "held"
		})
	}
	return all
}

// clashing returns the values that clash with another, each once, in order.
func clashing(values []ConflictValue, clash func(a, b string) bool) []ConflictValue {
	var kept []ConflictValue
	for _, v := range values {
		if slices.ContainsFunc(kept, func(k ConflictValue) bool { return k.Value == v.Value }) {
			continue
		}
		if slices.ContainsFunc(values, func(o ConflictValue) bool { return clash(v.Value, o.Value) }) {
			kept = append(kept, v)
		}
	}
	return kept
}

// valuesOf returns the said values of a field in the claims that count.
func valuesOf(claims []ClaimFile, field entente.Field, counts func(entente.Claim) bool) []ConflictValue {
	var values []ConflictValue
	for _, c := range claims {
		stands := c.Stands()
		if !counts(stands) {
			continue
		}
		for _, v := range stands.Fields[field] {
			if !v.Inferred {
				values = append(values, ConflictValue{v.Value, c})
			}
		}
	}
	return values
}

// disjoint reports whether two dates cannot be one.
func disjoint(a, b string) bool {
	x, err := edtf.Parse(a)
	y, err2 := edtf.Parse(b)
	return err == nil && err2 == nil && !x.Overlaps(y)
}

// otherSum reports whether two amounts of one unit are told of one thing and
// differ. Sums further apart than by half are taken for the whole and a part.
func otherSum(a, b string) bool {
	n, unit, ok := strings.Cut(a, " ")
	o, unit2, ok2 := strings.Cut(b, " ")
	x, err := strconv.ParseFloat(n, 64)
	y, err2 := strconv.ParseFloat(o, 64)
	return ok && ok2 && unit == unit2 && err == nil && err2 == nil && x != y && max(x, y) <= 1.5*min(x, y)
}
