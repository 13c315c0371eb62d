package dates

import (
	"fmt"

	"entente/edtf"
)

// hijri returns the Gregorian day of a day of the civil Islamic calendar,
// approximate: the moon may be seen a day sooner or later.
func hijri(day, month, year int) (when, bool) {
	if day < 1 || day > 30 || month < 1 || month > 12 || year < 1 || year > 2000 {
		return when{}, false
	}
	d := edtf.DayOf(622, 7, 19) + edtf.Day(day-1+(59*(month-1)+1)/2+354*(year-1)+(3+11*year)/30)
	return parsed("day", d.Date().String()+"~")
}

// republican returns the Gregorian day of a day of the calendar of the French
// Republic, years I to XIV; month 13 is that of the complementary days.
func republican(day, month, year int) (when, bool) {
	if day < 1 || day > 30 || month < 1 || month > 13 || year < 1 || year > 14 || month == 13 && day > 6 {
		return when{}, false
	}
	leap := year / 4 // the years III, VII and XI are a day longer
	return settled("day", (edtf.DayOf(1792, 9, 22) + edtf.Day(365*(year-1)+leap+30*(month-1)+day-1)).Date())
}

// easter returns the Sunday of Easter in the Gregorian calendar, after the
// rule of Lilius and Clavius.
func easter(year int) edtf.Day {
	century := year / 100
	moon := (19*(year%19) + century - century/4 - (8*century+13)/25 + 15) % 30
	moon -= (moon / 28) * (1 - (29/(moon+1))*((21-year%19)/11))
	sunday := (year + year/4 + moon + 2 - century + century/4) % 7
	return edtf.DayOf(year, 3, 28) + edtf.Day(moon-sunday)
}

// movable returns the feast that lies days after Easter.
func (c call) movable(after int, year val) (when, bool) {
	return c.yearly(year, func(y int) edtf.Day { return easter(y) + edtf.Day(after) })
}

// floating returns the feast that falls on a weekday of a month: "11-4-4" is
// the fourth Thursday of November, "5--1-1" the last Monday of May and
// "11-4-4+1" the day after the first.
func (c call) floating(words string, year val) (when, bool) {
	var month, n, weekday, more int
	fmt.Sscanf(words, "%d-%d-%d+%d", &month, &n, &weekday, &more)
	if month < 1 || weekday < 1 {
		return when{}, false
	}
	return c.yearly(year, func(y int) edtf.Day {
		if n < 0 {
			last := edtf.DayOf(y, month+1, 1) - 1
			return last - edtf.Day((last.Weekday()-weekday+7)%7) + edtf.Day(more)
		}
		first := edtf.DayOf(y, month, 1)
		return first + edtf.Day((weekday-first.Weekday()+7)%7+7*(n-1)+more)
	})
}

// yearly returns the day that each year has, of the year if there is one,
// else that which the tense asks for.
func (c call) yearly(year val, of func(year int) edtf.Day) (when, bool) {
	if y := c.year(year); y != 0 {
		return settled("day", of(y).Date())
	}
	day, ok := c.today()
	if !ok {
		return when{}, false
	}
	var days []edtf.Date
	y, _, _ := day.Civil()
	for n := -1; n <= 1; n++ {
		days = append(days, of(y+n).Date())
	}
	ref := c.ref
	if ref.Tense == Unknown {
		ref.Tense, ref.lean = Future, leanOpen
	}
	return settled("day", nearest(days, day, day, ref))
}

// era returns the date of a year that is counted in another era.
func era(_ call, a []val) (when, bool) {
	year := a[2].n + a[3].n
	if a[3].words == "before" {
		year = 1 - a[2].n
	}
	switch day, month := a[0].n, a[1].n; {
	case month < 1 || month > 12 || year < -9999 || year > 9999:
		return when{}, false
	case day == 0:
		return settled("month", edtf.InMonth(year, month))
	default:
		return settled("day", edtf.OnDay(year, month, day))
	}
}

// newStyle returns the Gregorian day of a date written in both calendars: a
// Julian day and its month, if it differs, then the Gregorian day, month and
// year. It is not ok if the two do not lie 10 to 13 days apart.
func newStyle(c call, a []val) (when, bool) {
	oldDay, oldMonth, day, month := a[0].n, a[1].n, a[2].n, a[3].n
	if a[1].none() {
		oldMonth = month
	}
	year := c.year(a[4])
	old := edtf.DayOf(year, oldMonth, oldDay)
	if oldMonth > month {
		old = edtf.DayOf(year-1, oldMonth, oldDay)
	}
	apart := edtf.DayOf(year, month, day) - old
	return when{unit: "day", date: edtf.OnDay(year, month, day)}, year != 0 && apart >= 10 && apart <= 13
}
