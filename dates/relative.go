package dates

import "entente/edtf"

// settled returns the date that an argument is under the reference.
func (c call) settled(v val) edtf.Date {
	if v.when == nil || v.when.fault != "" {
		return edtf.Date{}
	}
	return v.when.settle(c.ref)
}

// moved moves w by pairs of a number and a unit; those that are missing come
// last. One pair of years alone leads to a year, but to a day if w is not the
// day of ref; several pairs always lead to a day.
func (c call) moved(w when, sign int, ref Reference, pairs []val) (when, bool) {
	if w.date.IsZero() && w.month == 0 && w.day == 0 && w.weekday == 0 && !w.hasYear {
		return w, false
	}
	if d := w.settle(c.ref); len(pairs) > 2 && !pairs[2].none() {
		w.date, ref = d, Reference{}
	} else if w.date.IsZero() {
		w.date = d
	}
	for ; len(pairs) > 1 && !pairs[0].none(); pairs = pairs[2:] {
		var ok bool
		if w, ok = shift(w, sign*pairs[0].n, pairs[1].words, ref); !ok || !pairs[0].number {
			return w, false
		}
	}
	return w, true
}

func (c call) movedVal(v val, sign int, pairs []val) (when, bool) {
	if v.when == nil {
		return when{}, false
	}
	return c.moved(*v.when, sign, c.ref, pairs)
}

// calendar are the units of which a stretch holds whole ones, as calendars
// have them: the last two quarters end before that of the reference.
var calendar = map[string]bool{"quarter": true, "half": true, "decade": true, "century": true}

// stretch returns the n units up to the reference or from it.
func (c call) stretch(sign int, pairs []val) (when, bool) {
	day, ok := c.today()
	if !ok || !pairs[0].number || pairs[0].n < 1 {
		return when{}, false
	}
	if calendar[pairs[1].words] {
		return c.whole(sign, pairs[0].n, pairs[1].words)
	}
	w, ok := c.moved(when{unit: "day", date: day.Date()}, sign, Reference{}, pairs)
	if !ok {
		return w, false
	}
	far, _ := w.date.Bounds()
	if sign > 0 {
		return days("range", day+1, far)
	}
	return days("range", far, day)
}

// whole returns the n units of the calendar before that of the reference or
// after it.
func (c call) whole(sign, n int, name string) (when, bool) {
	day, ok := c.today()
	a, fine := unit(day, sign, name)
	b, good := unit(day, sign*n, name)
	if !ok || !fine || !good || n < 1 {
		return a, false
	}
	if sign < 0 {
		a, b = b, a
	}
	first, _ := a.date.Bounds()
	_, last := b.date.Bounds()
	return days("range", first, last)
}

// firstOf returns the first n units of a date, or the last: "the first three
// months of 2010".
func (c call) firstOf(n int, name string, v val, last bool) (when, bool) {
	d := c.settled(v)
	if d.IsZero() || d.Open() || n < 1 {
		return when{}, false
	}
	from, to := d.Bounds()
	sign := 1
	if last {
		sign = -1
		if name == "week" { // that ends with a week of the calendar
			to -= edtf.Day(to.Weekday() % 7)
		}
		from, to = to+1, from
	}
	w, ok := shift(when{unit: "day", date: from.Date()}, sign*n, name, Reference{})
	if !ok {
		return w, false
	}
	far, _ := w.date.Bounds()
	if last {
		return days("range", far, from-1)
	}
	return days("range", from, far-1)
}

// last returns the one before: a weekday strictly before the reference, a
// month or season that is over. A month that is the current one or one of
// the two before it may also mean that of the year before: one of the two.
func (c call) last(v val) (when, bool) {
	day, ok := c.today()
	if v.when == nil || !ok {
		return when{}, false
	}
	w := *v.when
	if !w.open() {
		return w, true
	}
	y, m, _ := day.Civil()
	if w.unit == "month" {
		ago := (m - w.month + 12) % 12
		if w.month > m {
			y--
		}
		if ago <= 2 {
			return settled("month", edtf.Choice(edtf.InMonth(y-1, w.month), edtf.InMonth(y, w.month)))
		}
		return settled("month", edtf.InMonth(y, w.month))
	}
	ref := c.ref
	ref.Tense, ref.Near = Past, edtf.Date{}
	d := w.settle(ref)
	if _, end := d.Bounds(); end >= day && w.unit != "weekday" && w.month > 0 {
		ref.Date = (day - 366).Date()
		if w.unit == "part" {
			d = w.settle(ref)
		}
	}
	return settled(unitOf(d, w.unit), d)
}

// next returns the one to come.
func (c call) next(v val) (when, bool) {
	day, ok := c.today()
	if v.when == nil || !ok {
		return when{}, false
	}
	w := *v.when
	if !w.open() {
		return w, true
	}
	ref := c.ref
	ref.Tense, ref.Near = Future, edtf.Date{}
	d := w.settle(ref)
	if first, _ := d.Bounds(); first <= day && w.month > 0 { // it has begun
		w.year, _, _ = first.Civil()
		w.year, w.hasYear = w.year+1, true
		return w, true
	}
	return settled(unitOf(d, w.unit), d)
}

// unitOf returns unit, but day for what has become one.
func unitOf(d edtf.Date, unit string) string {
	if first, last := d.Bounds(); first == last {
		return "day"
	}
	return unit
}

// this returns the one in the same year, or in the same week for a weekday.
func (c call) this(w when) (when, bool) {
	if !w.open() {
		return w, true
	}
	day, _ := c.today()
	y, m, _ := day.Civil()
	switch {
	case w.month > 0:
		w.year, w.hasYear = y, true
		return w, true
	case w.day > 0:
		w.year, w.hasYear, w.month = y, true, m
		return w, w.day <= edtf.MonthLength(y, m)
	}
	return settled("day", (day + edtf.Day(w.weekday-day.Weekday())).Date())
}

func (c call) portion(v val, which int) (when, bool) {
	if v.when == nil {
		return when{}, false
	}
	return portion(*v.when, which, c.ref)
}

// lastDay returns the last day of a date.
func (c call) lastDay(v val) (when, bool) {
	d := c.settled(v)
	if d.IsZero() || d.Open() {
		return when{}, false
	}
	_, last := d.Bounds()
	return settled("day", last.Date())
}

// until returns the time up to the last day of a date, open where it began.
func (c call) until(v val) (when, bool) {
	w, ok := c.lastDay(v)
	if !ok {
		return w, false
	}
	return parsed("range", "../"+w.date.String())
}

// halfOf returns the first or second half of a month or a year.
func (c call) halfOf(n int, v val) (when, bool) {
	d := c.settled(v)
	if d.IsZero() || n < 1 && n != -1 || n > 2 {
		return when{}, false
	}
	if n < 0 {
		n = 2
	}
	first, last := d.Bounds()
	if v.when.unit == "year" {
		y, _, _ := first.Civil()
		return settled("part", edtf.InMonth(y, 39+n))
	}
	if v.when.unit != "month" || last-first > 31 {
		return when{}, false
	}
	if n == 1 {
		return days("range", first, first+14)
	}
	return days("range", first+15, last)
}

// weekOf returns the n-th seven days of a month or year, the last for -1.
func (c call) weekOf(n int, v val) (when, bool) {
	d := c.settled(v)
	first, last := d.Bounds()
	switch {
	case d.IsZero() || d.Open() || last-first > 366 || n > 53:
		return when{}, false
	case n < 0: // that with the last Thursday, as calendars count weeks
		return unit(last-edtf.Day((last.Weekday()+3)%7), 0, "week")
	}
	first += edtf.Day(7 * (n - 1))
	return days("range", first, first+6)
}

// weekOfYear returns the n-th week of a year as ISO 8601 counts them: from
// Monday, the first that which holds 4 January. The last is -1.
func (c call) weekOfYear(n, year int) (when, bool) {
	if year == 0 || n == 0 || n > 53 {
		return when{}, false
	}
	day := edtf.DayOf(year, 12, 28)
	if n > 0 {
		day = edtf.DayOf(year, 1, 4) + edtf.Day(7*(n-1))
	}
	return unit(day, 0, "week")
}

// within returns the reference and the last day of its unit, or the first day
// of it and the reference. It is not ok where nothing of the unit is left.
func (c call) within(name string, before bool) (from, to edtf.Day, ok bool) {
	day, ok := c.today()
	if !ok {
		return 0, 0, false
	}
	w, ok := unit(day, 0, name)
	if !ok {
		return 0, 0, false
	}
	first, last := w.settle(c.ref).Bounds()
	if before {
		return first, day, first < day
	}
	return day, last, day < last
}

// weekdayFrom returns the n-th such weekday after or before a date.
func (c call) weekdayFrom(n, weekday, v val, sign edtf.Day) (when, bool) {
	d := c.settled(v)
	first, last := d.Bounds()
	if d.IsZero() || d.Open() || !n.number || n.n < 1 || weekday.n < 1 || weekday.n > 7 {
		return when{}, false
	}
	day := last + 1
	if sign < 0 {
		day = first - 1
	}
	day += sign * edtf.Day((int(sign)*(weekday.n-day.Weekday())+7)%7+7*(n.n-1))
	return settled("day", day.Date())
}

// dayOf returns the n-th such weekday of a month or year, the last for -1.
func (c call) dayOf(n int, weekday, v val) (when, bool) {
	d := c.settled(v)
	first, last := d.Bounds()
	if d.IsZero() || d.Open() || last-first > 366 || !weekday.number {
		return when{}, false
	}
	day := last
	if n > 0 {
		day = first + edtf.Day((weekday.n-first.Weekday()+7)%7+7*(n-1))
	} else {
		day -= edtf.Day((last.Weekday() - weekday.n + 7) % 7)
	}
	if day < first || day > last {
		return when{}, false
	}
	return settled("day", day.Date())
}

// inYear gives a date its year.
func (c call) inYear(v, year val) (when, bool) {
	if v.when == nil || !v.when.open() || v.when.month == 0 {
		return when{}, false
	}
	w := *v.when
	w.year, w.hasYear = c.year(year), true
	return w, w.year != 0
}

// exact are the units that are told in days: an interval with such an end is.
var exact = map[string]bool{"day": true, "week": true, "range": true}

// between returns the interval of two dates, the one lending the other the
// year that it lacks.
func (c call) between(from, to val) (when, bool) {
	if from.when == nil || to.when == nil {
		return when{}, false
	}
	a, b := *from.when, *to.when
	for _, w := range []when{a, b} {
		if w.fault != "" {
			return w, true
		}
	}
	if a.open() && a.month == 0 && a.day > 0 && !(b.open() && b.month == 0) { // "Monday 3 to Friday 7 May"
		w, ok := on(val{n: a.day, number: true}, val{when: &b})
		if !ok {
			return w, false
		}
		a = w
	}
	if a.open() && a.month > 0 && (b.hasYear || !b.date.IsZero()) {
		end, _ := b.settle(c.ref).Bounds()
		a.year, _, _ = end.Civil()
		a.hasYear = true
		if start, _ := a.settle(c.ref).Bounds(); start > end {
			a.year--
		}
	}
	start := a.settle(c.ref)
	if b.open() && b.month > 0 && !(a.open() && c.ref.Date.IsZero()) {
		first, _ := start.Bounds()
		b.year, _, _ = first.Civil()
		b.hasYear = true
		if _, end := b.settle(c.ref).Bounds(); end < first {
			b.year++
		}
	} else if b.open() && b.month == 0 && !start.IsZero() {
		ref := c.ref
		ref.Date, ref.Near, ref.Tense = start, edtf.Date{}, Future
		w, _ := settled(b.unit, b.settle(ref))
		b = w
	}
	end := b.settle(c.ref)
	if (exact[a.unit] || exact[b.unit]) && a.unit+b.unit != "dayday" && !start.IsZero() && !end.IsZero() && !start.OneOf() && !end.OneOf() {
		first, _ := start.Bounds()
		_, last := end.Bounds()
		return days("range", first, last)
	}
	return settled("range", edtf.Between(start, end))
}
