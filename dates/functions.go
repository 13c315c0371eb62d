package dates

import (
	"strconv"
	"strings"

	"entente/edtf"
)

// A call is what a function sees besides its arguments.
type call struct {
	ref    Reference
	tongue *tongue
}

// A function makes a date of its arguments. It is not ok if they make none,
// or none without a reference.
type function struct {
	min, max int
	do       func(c call, a []val) (when, bool)
}

// today returns the day of the reference.
func (c call) today() (edtf.Day, bool) {
	day, _ := c.ref.Date.Bounds()
	return day, !c.ref.Date.IsZero()
}

// year returns the year that v says, 0 if none: two digits are a year near
// the reference, at most 30 years after it. Years of
// the first millennium are taken for something else.
func (c call) year(v val) int {
	if v.when != nil {
		if first, _ := v.when.settle(c.ref).Bounds(); !v.when.settle(c.ref).IsZero() {
			y, _, _ := first.Civil()
			return y
		}
		return 0
	}
	y := v.n
	if !v.number || y < 0 || y > 9999 {
		return 0
	}
	if digits := strings.TrimLeft(v.words, "abcdefghijklmnopqrstuvwxyz'’"); digits != "" && len(digits) <= 2 {
		base := 2000
		if day, ok := c.today(); ok {
			base, _, _ = day.Civil()
		}
		y += base - base%100
		if y > base+30 {
			y -= 100
		} else if y <= base-70 {
			y += 100
		}
	} else if y < 1000 {
		return 0
	}
	return y
}

// unit returns the n-th calendar unit from that of the day: the week from
// Monday to Sunday, the month, …
func unit(day edtf.Day, n int, name string) (when, bool) {
	y, m, _ := day.Civil()
	switch name {
	case "day":
		return settled("day", (day + edtf.Day(n)).Date())
	case "week":
		monday := day - edtf.Day(day.Weekday()-1) + edtf.Day(7*n)
		return days("week", monday, monday+6)
	case "weekend":
		saturday := day - edtf.Day(day.Weekday()-6) + edtf.Day(7*n)
		return days("week", saturday, saturday+1)
	case "month":
		y, m, _ = edtf.DayOf(y, m+n, 1).Civil()
		return settled("month", edtf.InMonth(y, m))
	case "quarter":
		y, m, _ = edtf.DayOf(y, m+3*n, 1).Civil()
		return settled("part", edtf.InMonth(y, 33+(m-1)/3))
	case "half":
		y, m, _ = edtf.DayOf(y, m+6*n, 1).Civil()
		return settled("part", edtf.InMonth(y, 40+(m-1)/6))
	case "year":
		return settled("year", edtf.InYear(y+n))
	case "decade":
		return decade(y/10*10 + 10*n)
	case "century":
		return century(y/100 + 1 + n)
	}
	return when{}, false
}

func days(unit string, first, last edtf.Day) (when, bool) {
	return settled(unit, edtf.Between(first.Date(), last.Date()))
}

func decade(year int) (when, bool) {
	return parsed("decade", strconv.Itoa(year/10)+"X")
}

func century(n int) (when, bool) {
	return parsed("century", strconv.Itoa(n-1)+"XX")
}

func parsed(unit, text string) (when, bool) {
	d, err := edtf.Parse(text)
	return when{unit: unit, date: d}, err == nil
}

// shift moves a date by n units. The result is a day, but a year where years
// are counted, for "two years ago" knows no day.
func shift(w when, n int, name string, ref Reference) (when, bool) {
	d := w.settle(ref)
	if d.IsZero() {
		return w, false
	}
	first, _ := d.Bounds()
	y, m, day := first.Civil()
	months := 0
	switch name {
	case "day":
		return settled("day", (first + edtf.Day(n)).Date())
	case "week", "weekend":
		return settled("day", (first + edtf.Day(7*n)).Date())
	case "fortnight":
		return settled("day", (first + edtf.Day(14*n)).Date())
	case "month":
		months = n
	case "quarter":
		months = 3 * n
	case "half":
		months = 6 * n
	case "year", "decade", "century":
		if name == "decade" {
			n *= 10
		} else if name == "century" {
			n *= 100
		}
		if w.unit == "day" && d != ref.Date {
			return settled("day", edtf.OnDay(y+n, m, min(day, edtf.MonthLength(y+n, m))))
		}
		if w.unit == "month" {
			return settled("month", edtf.InMonth(y+n, m))
		}
		return settled("year", edtf.InYear(y+n))
	default:
		return w, false
	}
	y, m, _ = edtf.DayOf(y, m+months, 1).Civil()
	if w.unit == "month" {
		return settled("month", edtf.InMonth(y, m))
	}
	return settled("day", edtf.OnDay(y, m, min(day, edtf.MonthLength(y, m))))
}

// portion returns the early (0), middle (1) or late (2) part of a date.
func portion(w when, which int, ref Reference) (when, bool) {
	d := w.settle(ref)
	if d.IsZero() {
		return w, false
	}
	first, last := d.Bounds()
	y, m, _ := first.Civil()
	switch w.unit {
	case "month":
		if last-first > 31 { // the year is open
			return w, true
		}
		starts := [4]edtf.Day{first, first + 10, first + 20, last + 1}
		return days("range", starts[which], starts[which+1]-1)
	case "year":
		if which == 2 {
			return settled("month", edtf.InMonth(y, 12))
		}
		months := [2][2]int{{1, 3}, {5, 8}}[which]
		return settled("range", edtf.Between(edtf.InMonth(y, months[0]), edtf.InMonth(y, months[1])))
	case "decade":
		years := [3][2]int{{0, 3}, {4, 6}, {7, 9}}[which]
		return settled("range", edtf.Between(edtf.InYear(y+years[0]), edtf.InYear(y+years[1])))
	case "week":
		spans := [3][2]edtf.Day{{0, 2}, {2, 3}, {3, 6}}[which]
		return days("range", first+spans[0], first+spans[1])
	case "part":
		if m%3 == 0 && d.String()[5] == '2' || d.String()[5] == '4' {
			return settled("part", d) // a season or a half is vague enough
		}
		starts := [4]int{m, m + 1, m + 2, m + 3}
		return settled("month", edtf.InMonth(y, starts[which]))
	}
	return w, false
}
