package dates

import (
	"strconv"

	"entente/pattern"
)

// spelled returns the number that the words within group say, "" if none:
// the entries of @cardinals in it, added up, with hundreds and thousands
// multiplying what stands before them.
func spelled(groups []pattern.Group, within pattern.Group) string {
	total, part, any := 0, 0, false
	var words []int
	for _, g := range groups {
		if g.Name != "cardinals" && g.Name != "date_counts" || g.Start < within.Start || g.End > within.End {
			continue
		}
		n, ok := leading(g.Value)
		if !ok {
			return ""
		}
		any = true
		words = append(words, n)
		switch {
		case n == 1000:
			total, part = total+max(part, 1)*1000, 0
		case n == 100:
			part = max(part, 1) * 100
		default:
			part += n
		}
	}
	if !any {
		return ""
	}
	if len(words) == 2 && words[0] > 10 && words[0] < 22 && words[1] > 9 && words[1] < 100 { // nineteen eighty-six
		return strconv.Itoa(words[0]*100 + words[1])
	}
	if len(words) == 3 && words[0] > 10 && words[0] < 22 && words[1] == 0 { // nineteen zero one
		return strconv.Itoa(words[0]*100 + words[2])
	}
	return strconv.Itoa(total + part)
}
