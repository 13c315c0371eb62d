package dates

import (
	"fmt"

	"entente/edtf"
)

// functions are what the values of rules may call; doc/dates.md lists them.
// A missing group is a val that is none.
var functions = map[string]function{
	"date": {2, 4, func(c call, a []val) (when, bool) { return date(c, at(a, 0), at(a, 1), at(a, 2), at(a, 3)) }},
	"year": {1, 1, func(c call, a []val) (when, bool) { return date(c, val{}, val{}, a[0], val{}) }},
	"weekday": {1, 1, func(c call, a []val) (when, bool) {
		return when{unit: "weekday", weekday: a[0].n}, a[0].number && a[0].n >= 1 && a[0].n <= 7
	}},
	"slash": {2, 4, func(c call, a []val) (when, bool) { return slash(c, a[0], a[1], at(a, 2), at(a, 3)) }},
	"feast": {1, 2, func(c call, a []val) (when, bool) {
		var month, day int
		fmt.Sscanf(a[0].words, "%d-%d", &month, &day)
		return date(c, val{n: day, number: true}, val{n: month, number: true}, at(a, 1), val{})
	}},
	"floating": {1, 2, func(c call, a []val) (when, bool) { return c.floating(a[0].words, at(a, 1)) }},
	"movable":  {1, 2, func(c call, a []val) (when, bool) { return c.movable(a[0].n, at(a, 1)) }},
	"quarter":  {1, 2, func(c call, a []val) (when, bool) { return part(c, 32, 4, a[0], at(a, 1)) }},
	"half":     {1, 2, func(c call, a []val) (when, bool) { return part(c, 39, 2, a[0], at(a, 1)) }},
	"decade": {1, 1, func(c call, a []val) (when, bool) {
		y := a[0].n
		if y < 100 {
			y += 1900
		}
		return when{unit: "decade", date: must(fmt.Sprintf("%03dX", y/10))}, a[0].number && y < 10000
	}},
	"century": {1, 1, func(c call, a []val) (when, bool) { return century(a[0].n) }},
	"years": {2, 2, func(c call, a []val) (when, bool) {
		from, to := a[0].n, a[1].n
		if to < 100 {
			to += from - from%100
		}
		return when{unit: "range", date: edtf.Between(edtf.InYear(from), edtf.InYear(to))}, from < to && to-from < 200
	}},
	"hijri":      {3, 3, func(c call, a []val) (when, bool) { return hijri(a[0].n, a[1].n, a[2].n) }},
	"new_style":  {5, 5, newStyle},
	"era":        {4, 4, era},
	"republican": {3, 3, func(c call, a []val) (when, bool) { return republican(a[0].n, a[1].n, a[2].n) }},

	"today": {0, 0, func(c call, a []val) (when, bool) { return settled("day", c.ref.Date) }},
	"then": {0, 0, func(c call, a []val) (when, bool) {
		if !c.ref.Near.IsZero() {
			return settled("day", c.ref.Near)
		}
		return settled("day", c.ref.Date)
	}},
	"unit": {2, 2, func(c call, a []val) (when, bool) {
		day, ok := c.today()
		if !ok {
			return when{}, false
		}
		return unit(day, a[0].n, a[1].words)
	}},
	"ago": {2, 6, func(c call, a []val) (when, bool) {
		return c.moved(when{unit: "day", date: c.ref.Date}, -1, c.ref, a)
	}},
	"back": {2, 6, func(c call, a []val) (when, bool) {
		return c.moved(when{unit: "day", date: c.ref.Date}, -1, Reference{}, a)
	}},
	"hence": {2, 6, func(c call, a []val) (when, bool) {
		return c.moved(when{unit: "day", date: c.ref.Date}, 1, Reference{}, a)
	}},
	"before": {3, 7, func(c call, a []val) (when, bool) { return c.movedVal(a[0], -1, a[1:]) }},
	"after":  {3, 7, func(c call, a []val) (when, bool) { return c.movedVal(a[0], 1, a[1:]) }},
	"past":   {2, 6, func(c call, a []val) (when, bool) { return c.stretch(-1, a) }},
	"coming": {2, 6, func(c call, a []val) (when, bool) { return c.stretch(1, a) }},

	"whole_past":   {2, 2, func(c call, a []val) (when, bool) { return c.whole(-1, a[0].n, a[1].words) }},
	"whole_coming": {2, 2, func(c call, a []val) (when, bool) { return c.whole(1, a[0].n, a[1].words) }},
	"first_of":     {3, 3, func(c call, a []val) (when, bool) { return c.firstOf(a[0].n, a[1].words, a[2], false) }},
	"last_of":      {3, 3, func(c call, a []val) (when, bool) { return c.firstOf(a[0].n, a[1].words, a[2], true) }},

	"last": {1, 1, func(c call, a []val) (when, bool) { return c.last(a[0]) }},
	"next": {1, 1, func(c call, a []val) (when, bool) { return c.next(a[0]) }},
	"this": {1, 1, func(c call, a []val) (when, bool) {
		if a[0].when == nil || c.ref.Date.IsZero() {
			return when{}, false
		}
		return c.this(*a[0].when)
	}},

	"early":          {1, 1, func(c call, a []val) (when, bool) { return c.portion(a[0], 0) }},
	"mid":            {1, 1, func(c call, a []val) (when, bool) { return c.portion(a[0], 1) }},
	"late":           {1, 1, func(c call, a []val) (when, bool) { return c.portion(a[0], 2) }},
	"close":          {1, 1, func(c call, a []val) (when, bool) { return c.lastDay(a[0]) }},
	"until":          {1, 1, func(c call, a []val) (when, bool) { return c.until(a[0]) }},
	"half_of":        {2, 2, func(c call, a []val) (when, bool) { return c.halfOf(a[0].n, a[1]) }},
	"week_of":        {2, 2, func(c call, a []val) (when, bool) { return c.weekOf(a[0].n, a[1]) }},
	"day_of":         {3, 3, func(c call, a []val) (when, bool) { return c.dayOf(a[0].n, a[1], a[2]) }},
	"weekday_after":  {3, 3, func(c call, a []val) (when, bool) { return c.weekdayFrom(a[0], a[1], a[2], 1) }},
	"weekday_before": {3, 3, func(c call, a []val) (when, bool) { return c.weekdayFrom(a[0], a[1], a[2], -1) }},
	"weekday_in": {2, 2, func(c call, a []val) (when, bool) {
		d := c.settled(a[1])
		first, last := d.Bounds()
		if d.IsZero() || last-first > 6 || a[0].n < 1 {
			return when{}, false
		}
		return settled("day", (first + edtf.Day(a[0].n-first.Weekday())).Date())
	}},
	"week": {1, 1, func(c call, a []val) (when, bool) {
		d := c.settled(a[0])
		if first, last := d.Bounds(); !d.IsZero() && first == last {
			return unit(first, 0, "week")
		}
		return when{}, false
	}},
	"week_of_year": {2, 2, func(c call, a []val) (when, bool) { return c.weekOfYear(a[0].n, c.year(a[1])) }},
	"rest": {1, 1, func(c call, a []val) (when, bool) {
		day, last, ok := c.within(a[0].words, false)
		if !ok {
			return when{}, false
		}
		return days("range", day, last)
	}},
	"so_far": {1, 1, func(c call, a []val) (when, bool) {
		first, day, ok := c.within(a[0].words, true)
		if !ok {
			return when{}, false
		}
		return days("range", first, day-1)
	}},

	"on":      {2, 2, func(c call, a []val) (when, bool) { return on(a[0], a[1]) }},
	"in_year": {2, 2, func(c call, a []val) (when, bool) { return c.inYear(a[0], a[1]) }},
	"range":   {2, 2, func(c call, a []val) (when, bool) { return c.between(a[0], a[1]) }},
	"same": {1, 1, func(c call, a []val) (when, bool) {
		if a[0].when == nil {
			return when{}, false
		}
		return *a[0].when, true
	}},
}

// at returns the i-th argument, or none.
func at(a []val, i int) val {
	if i < len(a) {
		return a[i]
	}
	return val{}
}

func must(text string) edtf.Date {
	d, err := edtf.Parse(text)
	if err != nil {
		return edtf.Date{}
	}
	return d
}

// part returns the n-th of count parts of a year, whose EDTF numbers follow
// base; -1 is the last.
func part(c call, base, count int, n, year val) (when, bool) {
	k := n.n
	if k < 0 {
		k += count + 1
	}
	if k < 1 || k > count {
		return when{}, false
	}
	return date(c, val{}, val{n: base + k, number: true}, year, val{})
}

// slash reads a date all in digits. Where the language writes both orders and
// both are dates, the weekday tells, then the reference if the year is
// missing; else it is one of two.
func slash(c call, first, second, year, weekday val) (when, bool) {
	if !first.number || !second.number {
		return when{}, false
	}
	dmy, ok := date(c, first, second, year, weekday)
	mdy, _ := date(c, second, first, year, weekday)
	switch {
	case !ok:
		return dmy, false
	case c.tongue.order == "dmy" && dmy.month > 12 && mdy.fault == "":
		return mdy, true
	case c.tongue.order == "dmy" || mdy.fault != "" || first.n == second.n:
		return dmy, dmy.fault == "" || dmy.month <= 12
	case c.tongue.order == "mdy" || dmy.fault != "":
		return mdy, true
	}
	a, b := dmy.settle(c.ref), mdy.settle(c.ref)
	if weekday.number {
		day, _ := a.Bounds()
		if day.Weekday() == weekday.n {
			return dmy, true
		}
		return mdy, true
	}
	if year.none() && !c.ref.Date.IsZero() {
		from, to := c.ref.Date.Bounds()
		return settled("day", nearest([]edtf.Date{a, b}, from, to, c.ref))
	}
	return settled("day", edtf.Choice(a, b))
}

// on puts a day of the month in the month of a date.
func on(day, of val) (when, bool) {
	if of.when == nil || !day.number {
		return when{}, false
	}
	w := *of.when
	if !w.date.IsZero() {
		first, last := w.date.Bounds()
		if last-first > 31 {
			return w, false
		}
		w.year, w.month, _ = first.Civil()
		w.hasYear, w.date = true, edtf.Date{}
	}
	if w.month < 1 || w.month > 12 {
		return w, false
	}
	w.unit, w.day, w.weekday = "day", day.n, 0
	if w.day > longest(w) {
		w.fault = fmt.Sprintf("month %d has no day %d", w.month, w.day)
	}
	return w, w.day > 0
}
