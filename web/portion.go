package web

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"entente"
	"entente/desk"
)

// A letter of hundreds of pages comes in portions, so that the first stands
// at once and no page weighs more than it must. A portion is cut where a
// sheet ends, once it holds this much; a letter that is little longer is one.
const (
	portionText   = 48 << 10 // bytes
	portionClaims = 90
	wholePortion  = "all" // in an address, for all of them on one page
)

// A portion is a run of parts that a page shows, with what stands on them.
type portion struct {
	Number      int // 1 for the first
	First, Last int // sheets of the letter that it is on, from 1
	Sheets      bool
	Current     bool
	parts       []entente.Part
	start, end  int // bytes of the text; those of all portions cover all of it
}

// holds reports whether what starts at a byte of the text is of the portion.
func (p *portion) holds(at int) bool { return p.start <= at && at < p.end }

// Address is that of the page of the portion.
func (p *portion) Address(id entente.DocumentID) string {
	return fmt.Sprintf("/documents/%s?portion=%d", short(id), p.Number)
}

// partsOf returns the parts of a letter, or all its text as one.
func partsOf(l *desk.Letter) []entente.Part {
	if len(l.Parts) == 0 && l.Text != "" {
		return []entente.Part{{Span: entente.Span{End: len(l.Text)}, Kind: entente.PartParagraph}}
	}
	return l.Parts
}

// portionsOf divides a letter; it returns one portion at least.
func portionsOf(l *desk.Letter) []portion {
	parts := partsOf(l)
	var starts []int // of the claims
	for _, c := range l.Claims {
		starts = append(starts, c.Stands().Start)
	}
	slices.Sort(starts)
	// Between two bytes of the text: 1 is a full portion.
	weight := func(from, to int) float64 {
		i, _ := slices.BinarySearch(starts, from)
		j, _ := slices.BinarySearch(starts, to)
		return max(float64(to-from)/portionText, float64(j-i)/portionClaims)
	}
	all := []portion{{parts: parts}}
	if weight(0, len(l.Text)) > 1.5 {
		for i := 1; i < len(parts); i++ {
			last := &all[len(all)-1]
			first := len(parts) - len(last.parts)
			w := weight(last.start, parts[i].Start)
			if w < 1 || w < 1.3 && parts[i].Page == parts[i-1].Page || weight(parts[i].Start, len(l.Text)) < .3 {
				continue
			}
			last.parts, last.end = parts[first:i], parts[i].Start
			all = append(all, portion{parts: parts[i:], start: parts[i].Start})
		}
	}
	all[len(all)-1].end = math.MaxInt // a claim may rest on a longer text that came before
	for i := range all {
		p := &all[i]
		p.Number, p.Sheets = i+1, len(l.Pages) > 1
		if n := len(p.parts); n > 0 {
			p.First, p.Last = p.parts[0].Page+1, p.parts[n-1].Page+1
		}
	}
	return all
}

// chosen returns the portion that a page shows, nil for none of that name.
// All are one.
func chosen(all []portion, name string, l *desk.Letter) *portion {
	switch name {
	case "":
		return &all[0]
	case wholePortion:
		whole := all[0]
		whole.Number, whole.parts, whole.end = 0, partsOf(l), all[len(all)-1].end
		return &whole
	}
	n, err := strconv.Atoi(name)
	if err != nil || n < 1 || n > len(all) {
		return nil
	}
	return &all[n-1]
}
