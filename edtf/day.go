package edtf

import (
	"fmt"
	"math"
)

// A Day is a day of the Gregorian calendar, also before its introduction,
// counted from 1970-01-01, which is 0.
type Day int64

// The days before and after all others: the bounds of open ends.
const (
	Earliest Day = math.MinInt64
	Latest   Day = math.MaxInt64
)

// DayOf returns the day of a year, month and day of the month. Months and
// days beyond their range count on: month 13 is January of the next year,
// day 0 the last of the month before.
func DayOf(year, month, day int) Day {
	y, m := int64(year), int64(month)-1
	y, m = y+floor(m, 12), m-12*floor(m, 12)+1
	if m <= 2 {
		y, m = y-1, m+12
	}
	era := floor(y, 400)
	inEra := y - era*400
	return Day(era*146097 + inEra*365 + inEra/4 - inEra/100 + (153*(m-3)+2)/5 + int64(day) - 719469)
}

func floor(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Civil returns the year, month (1 to 12) and day of the month.
func (d Day) Civil() (year, month, day int) {
	n := int64(d) + 719468
	era := floor(n, 146097)
	in := n - era*146097
	y := (in - in/1460 + in/36524 - in/146096) / 365
	ofYear := in - (365*y + y/4 - y/100)
	m := (5*ofYear + 2) / 153
	day = int(ofYear - (153*m+2)/5 + 1)
	month = int(m + 3)
	if month > 12 {
		month -= 12
		y++
	}
	return int(y + era*400), month, day
}

// Weekday returns the day of the week as ISO counts it: 1 is Monday, 7 Sunday.
func (d Day) Weekday() int {
	n := int64(d) + 3
	return int(n-7*floor(n, 7)) + 1
}

// Date returns d as a Date; none for a day outside the years -9999 to 9999.
func (d Day) Date() Date {
	if d < DayOf(-9999, 1, 1) || d > DayOf(9999, 12, 31) {
		return Date{}
	}
	return OnDay(d.Civil())
}

// MonthLength returns the number of days of a month.
func MonthLength(year, month int) int {
	return int(DayOf(year, month+1, 1) - DayOf(year, month, 1))
}

// OnDay returns the date of a day, none if the calendar has no such day.
func OnDay(year, month, day int) Date {
	return valid(fmt.Sprintf("%s-%02d-%02d", years(year), month, day))
}

// InMonth returns the date of a month or, from 21 on, of a season, a quarter
// or a half of a year.
func InMonth(year, month int) Date { return valid(fmt.Sprintf("%s-%02d", years(year), month)) }

// InYear returns the date of a year.
func InYear(year int) Date { return valid(years(year)) }

// Between returns the interval from start to end; none means an open end.
// It is none if end comes before start, or if either is no single date.
func Between(start, end Date) Date { return valid(orOpen(start.text) + "/" + orOpen(end.text)) }

// Choice returns "one of these", in order of time and without repetition;
// a single date is itself, and no dates are none.
func Choice(dates ...Date) Date { return set(dates) }

func years(year int) string {
	if year < 0 {
		return fmt.Sprintf("-%04d", -year)
	}
	return fmt.Sprintf("%04d", year)
}

func valid(text string) Date {
	d, err := Parse(text)
	if err != nil {
		return Date{}
	}
	return d
}
