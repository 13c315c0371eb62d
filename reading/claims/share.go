package claims

import "entente"

// shareDetails gives undertakings on one matter the kind of act and the place
// that only one of them tells; the one before counts first. A claim without a
// place of its own is where the one before it in its paragraph is.
func (r *run) shareDetails() {
	var drafts []*draft
	for _, d := range r.drafts {
		if !d.dropped && d.kind == entente.Undertaking {
			drafts = append(drafts, d)
		}
	}
	for n, d := range drafts {
		for _, field := range []entente.Field{entente.FieldAction, entente.FieldPlace} {
			for k := n - 1; k >= 0 && !d.has(field); k-- {
				if drafts[k].matter == d.matter {
					r.inherit(d, drafts[k], field)
				}
			}
			for k := n + 1; k < len(drafts) && !d.has(field); k++ {
				if drafts[k].matter == d.matter {
					r.inherit(d, drafts[k], field)
				}
			}
		}
		if n > 0 && !d.has(entente.FieldPlace) && drafts[n-1].s.part == d.s.part && d.s.index-drafts[n-1].s.index <= 1 && sameValue(d.fields[entente.FieldDomain], drafts[n-1].fields[entente.FieldDomain]) {
			r.inherit(d, drafts[n-1], entente.FieldPlace)
		}
	}
}
