package claims

import (
	"slices"

	"entente"
)

// sharing bounds how many claims on a matter are asked for what one lacks.
const sharing = 50

// shareDetails gives undertakings on one matter the kind of act and the place
// that only one of them tells; the one before counts first. A claim without a
// place of its own is where the one before it in its paragraph is.
func (r *run) shareDetails() {
	var drafts []*draft
	on := map[*matter][]int{} // the undertakings on each matter
	for _, d := range r.drafts {
		if !d.dropped && d.kind == entente.Undertaking {
			on[d.matter] = append(on[d.matter], len(drafts))
			drafts = append(drafts, d)
		}
	}
	for n, d := range drafts {
		same := on[d.matter]
		at, _ := slices.BinarySearch(same, n)
		for _, field := range []entente.Field{entente.FieldAction, entente.FieldPlace} {
			for k := at - 1; k >= 0 && k >= at-sharing && !d.has(field); k-- {
				r.inherit(d, drafts[same[k]], field)
			}
			for k := at + 1; k < len(same) && k <= at+sharing && !d.has(field); k++ {
				r.inherit(d, drafts[same[k]], field)
			}
		}
		if n > 0 && !d.has(entente.FieldPlace) && drafts[n-1].s.part == d.s.part && d.s.index-drafts[n-1].s.index <= 1 && sameValue(d.fields[entente.FieldDomain], drafts[n-1].fields[entente.FieldDomain]) {
			r.inherit(d, drafts[n-1], entente.FieldPlace)
		}
	}
}
