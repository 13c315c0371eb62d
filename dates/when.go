package dates

import (
	"fmt"

	"entente/edtf"
)

// A when is what words say of a date before it is settled: perhaps without
// its year, perhaps only a day of the week.
type when struct {
	unit    string // day, week, month, part (of a year), year, decade, century, range
	date    edtf.Date
	year    int // of a date to come from year, month, day and weekday
	hasYear bool
	month   int // 1 to 12, or 21 to 41 for a part of a year
	day     int
	weekday int // 1 to 7
	fault   string
}

// settled returns a when that is one date whatever the reference.
func settled(unit string, d edtf.Date) (when, bool) { return when{unit: unit, date: d}, !d.IsZero() }

// open reports whether w lacks what only a reference can give.
func (w when) open() bool { return w.date.IsZero() && !w.hasYear }

// when values m. It is not ok where the words have no meaning without a
// reference that is not there, or none at all.
func (m *meaning) when(ref Reference) (when, bool) {
	v := m.eval(m.rule.value, ref)
	if v.when == nil {
		return when{}, false
	}
	return *v.when, true
}

// resolve returns the date, or says why the calendar does not have it.
func (m *meaning) resolve(ref Reference) (edtf.Date, string) {
	w, ok := m.when(ref)
	if !ok {
		return edtf.Date{}, ""
	}
	if w.fault != "" {
		return edtf.Date{}, w.fault
	}
	return w.settle(ref), ""
}

// feats tells the rules above what was found: its unit, and "open" if the
// year is missing.
func (m *meaning) feats(ref Reference) string {
	w, _ := m.when(ref)
	if w.open() {
		return w.unit + "|open|open-" + w.unit
	}
	return w.unit
}

// settle returns the date of w under ref: with its year, the day, month or
// part of a year itself; without, the one that the tense asks for. Without a
// reference the year stays open, XXXX; a lone weekday or day is none.
func (w when) settle(ref Reference) edtf.Date {
	if !w.date.IsZero() {
		return w.date
	}
	if w.hasYear {
		return w.in(w.year)
	}
	if ref.Date.IsZero() {
		return w.yearless()
	}
	first, last := ref.Date.Bounds()
	var candidates []edtf.Date
	switch {
	case w.month > 0:
		if ref.Tense == Unknown {
			ref.Tense, ref.lean = Future, leanOpen
		}
		y, _, _ := first.Civil()
		reach := 1
		if w.month == 2 && w.day == 29 {
			reach = 8
		}
		for year := y - reach; year <= y+reach; year++ {
			candidates = append(candidates, w.in(year))
		}
	case w.day > 0:
		near := ref.Near
		if near.IsZero() {
			near = ref.Date
		} else {
			first, last = near.Bounds()
			ref.Tense = Unknown // the date before it decides
		}
		from, _ := near.Bounds()
		y, m, _ := from.Civil()
		for month := m - 12; month <= m+12; month++ { // a weekday may ask for a far one
			start := edtf.DayOf(y, month, 1)
			yy, mm, _ := start.Civil()
			if w.day <= edtf.MonthLength(yy, mm) {
				candidates = append(candidates, edtf.OnDay(yy, mm, w.day))
			}
		}
	case w.weekday > 0:
		for d := first - 7; d <= last+7; d++ {
			if d != first {
				candidates = append(candidates, d.Date())
			}
		}
		if ref.Tense == Unknown {
			ref.Tense = Past
		}
	}
	if w.weekday > 0 && w.day > 0 {
		if agree := w.agreeing(candidates); len(agree) > 0 {
			if ref.lean > 0 || w.month > 0 { // the weekday knows better
				ref.Tense = Unknown
			}
			return nearest(agree, first, last, ref)
		}
	} else if w.weekday > 0 {
		candidates = w.agreeing(candidates)
	}
	return nearest(candidates, first, last, ref)
}

// in returns w in a year.
func (w when) in(year int) edtf.Date {
	switch {
	case w.day > 0:
		return edtf.OnDay(year, w.month, w.day)
	case w.month > 0:
		return edtf.InMonth(year, w.month)
	}
	return edtf.InYear(year)
}

func (w when) yearless() edtf.Date {
	text := ""
	switch {
	case w.month > 0 && w.month <= 12 && w.day > 0:
		text = fmt.Sprintf("XXXX-%02d-%02d", w.month, w.day)
	case w.month > 0 && w.month <= 12:
		text = fmt.Sprintf("XXXX-%02d", w.month)
	}
	d, err := edtf.Parse(text)
	if err != nil {
		return edtf.Date{}
	}
	return d
}

// agreeing returns the candidates that fall on the weekday.
func (w when) agreeing(candidates []edtf.Date) []edtf.Date {
	var agree []edtf.Date
	for _, c := range candidates {
		if first, _ := c.Bounds(); !c.IsZero() && first.Weekday() == w.weekday {
			agree = append(agree, c)
		}
	}
	return agree
}

// nearest returns the candidate that the tense asks for: the last that has
// begun, the first that is not over, or the one closest by.
func nearest(candidates []edtf.Date, first, last edtf.Day, ref Reference) edtf.Date {
	away := ref.lean
	if away == 0 {
		away = certain
	}
	var best edtf.Date
	var distance edtf.Day
	for _, c := range candidates {
		if c.IsZero() {
			continue
		}
		a, b := c.Bounds()
		var d edtf.Day
		switch {
		case a > last:
			d = a - last
			if ref.Tense == Past {
				d += away
			}
		case b < first:
			d = first - b
			if ref.Tense == Future {
				d += away
			}
		}
		if best.IsZero() || d < distance {
			best, distance = c, d
		}
	}
	return best
}

// date makes a when of numbers that may be missing, and finds what the
// calendar does not have.
func date(c call, day, month, year, weekday val) (when, bool) {
	w := when{unit: "day", day: day.n, month: month.n, weekday: weekday.n}
	switch {
	case !day.none() && (!day.number || day.n < 1):
		return w, false
	case day.none() && !month.none():
		w.unit = "month"
		if w.month > 20 {
			w.unit = "part"
		}
	case day.none() && month.none() && weekday.none():
		w.unit = "year"
	}
	if !year.none() {
		w.year, w.hasYear = c.year(year), true
		if w.year == 0 {
			return w, false
		}
	}
	if !month.none() && (w.month < 1 || w.month > 12 && (w.month < 21 || w.day > 0) || w.month > 41) {
		w.fault = fmt.Sprintf("there is no month %d", w.month)
	} else if w.day > longest(w) {
		w.fault = fmt.Sprintf("month %d has no day %d", w.month, w.day)
		if w.month == 0 {
			w.fault = fmt.Sprintf("no month has a day %d", w.day)
		}
	}
	return w, true
}

// longest returns the last day that w can have.
func longest(w when) int {
	if w.month == 0 {
		return 31
	}
	year := w.year
	if !w.hasYear {
		year = 2000 // a leap year
	}
	return edtf.MonthLength(year, w.month)
}
