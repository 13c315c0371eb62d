package dates

import "entente/edtf"

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
