package projection

import (
	"slices"

	"entente"
)

// A place is words of a document and the kind of claim they make.
type place struct {
	kind entente.Kind
	text string
	span entente.Span
}

func placeOf(row *Claim) place { return place{row.Claim.Kind, row.TextSHA256, row.Claim.Span} }

// shade settles, for the claims of a document, how what is held of an earlier
// reading lives on. What a person confirmed or corrected stands, and a claim
// of the same words in the latest reading goes behind it. What else is held
// (that claims are one matter, its outcome, a note) is held of the matter and
// goes to the claim of the same words, its heir.
func (f *fold) shade(id entente.DocumentID) error {
	rows := make([]*Claim, 0, len(f.of[id]))
	held, current := map[place]*Claim{}, map[place]*Claim{}
	for _, c := range f.of[id] {
		row, err := f.claim(c)
		if err != nil {
			return err
		}
		if row == nil {
			continue
		}
		rows = append(rows, row)
		switch {
		case row.Current && current[placeOf(row)] == nil:
			current[placeOf(row)] = row
		case !row.Current && (row.Verdict == entente.Confirmed || row.Verdict == entente.Corrected):
			held[placeOf(row)] = row
		}
	}
	after := map[entente.ClaimID][]entente.ClaimID{}
	for _, row := range rows {
		var heir entente.ClaimID
		next := current[placeOf(row)]
		if !row.Current && next != nil && row.Verdict == "" && (row.Held || row.Joined) {
			heir = next.ID
			after[heir] = append(after[heir], row.ID)
		}
		stood, about := !row.Current && next != nil && heir == "", ""
		switch {
		case row.Current:
			about = row.Claim.About
		case stood:
			about = next.Claim.About
		}
		if row.Heir != heir || row.Stood != stood || row.About != about {
			row.Heir, row.Stood, row.About = heir, stood, about
			f.touched[row.ID], f.said[row.ID] = true, true
		}
	}
	for _, row := range rows {
		var behind entente.ClaimID
		if h := held[placeOf(row)]; row.Current && h != nil {
			behind = h.ID
		}
		if row.Behind != behind || !slices.Equal(row.After, after[row.ID]) {
			row.Behind, row.After = behind, after[row.ID]
			f.touched[row.ID], f.said[row.ID] = true, true
		}
	}
	return nil
}
