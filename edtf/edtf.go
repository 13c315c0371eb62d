// Package edtf holds dates as they are known: to the day, the month or the
// decade, approximate, open, or one of several. A [Date] is written in the
// Extended Date/Time Format of ISO 8601-2:2019, levels 0 to 2.
//
//	2009-07-03              a day; also 2009-07, 2009, 200X, 20 (a century)
//	2009-06-21/2009-06-30   an interval; ".." is an open end, nothing an unknown one
//	2010-21 2014-34 2010-41 a season, a quarter, a half of a year (21 to 41)
//	[2008-06,2009-06]       one of these
//	{2008,2010..2012}       all of these
//	1914~ 1914? 1914-?08%   approximate, uncertain, both
//	Y17E8 1950S2            far years, significant digits
package edtf

import (
	"cmp"
	"strings"
)

// A Date is one EDTF value. It is small and comparable; the zero Date is
// none. Two Dates are == when they are written alike.
type Date struct {
	text        string
	first, last Day
	level       int8
}

// String returns the date as EDTF, "" for none. Parse(d.String()) == d.
func (d Date) String() string { return d.text }

// IsZero reports whether d is none.
func (d Date) IsZero() bool { return d.text == "" }

// Level returns the lowest level of ISO 8601-2 that has d: 0, 1 or 2.
func (d Date) Level() int { return int(d.level) }

// Bounds returns the earliest and the latest day that d may mean. They are
// [Earliest] and [Latest] where an end is open or unknown.
func (d Date) Bounds() (first, last Day) { return d.first, d.last }

// Open reports whether d has no first or no last day.
func (d Date) Open() bool { return d.first == Earliest || d.last == Latest }

// Ends returns the two ends of an interval; an end that is open or unknown
// is none. ok is false if d is no interval.
func (d Date) Ends() (start, end Date, ok bool) {
	if d.IsSet() {
		return Date{}, Date{}, false
	}
	a, b, ok := strings.Cut(d.text, "/")
	if !ok {
		return Date{}, Date{}, false
	}
	start, _ = Parse(a) // "" and ".." give none
	end, _ = Parse(b)
	return start, end, true
}

// IsSet reports whether d is one of, or all of, several members.
func (d Date) IsSet() bool { return d.text != "" && (d.text[0] == '[' || d.text[0] == '{') }

// OneOf reports whether d is a choice: one of its members, not known which.
func (d Date) OneOf() bool { return d.text != "" && d.text[0] == '[' }

// Members returns the members of a set in its order, a range "a..b" as the
// interval a/b, and d itself if d is no set.
func (d Date) Members() []Date {
	if !d.IsSet() {
		return []Date{d}
	}
	var members []Date
	for _, m := range strings.Split(d.text[1:len(d.text)-1], ",") {
		if a, b, ok := strings.Cut(m, ".."); ok {
			m = orOpen(a) + "/" + orOpen(b)
		}
		if member, err := Parse(m); err == nil {
			members = append(members, member)
		}
	}
	return members
}

func orOpen(end string) string {
	if end == "" {
		return ".."
	}
	return end
}

// Compare orders dates by their earliest day, then by their latest, then as
// they are written; none comes before all. It returns -1, 0 or +1, and 0
// only if a == b.
func Compare(a, b Date) int {
	if a.IsZero() || b.IsZero() {
		return cmp.Compare(len(a.text), len(b.text))
	}
	return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last), strings.Compare(a.text, b.text))
}

// Before reports whether all of d lies before all of e.
func (d Date) Before(e Date) bool { return !d.IsZero() && !e.IsZero() && d.last < e.first }

// Contains reports whether whatever day e means is one that d allows.
func (d Date) Contains(e Date) bool {
	if d.IsZero() || e.IsZero() {
		return false
	}
	for _, m := range e.Members() {
		in := false
		for _, n := range d.Members() {
			in = in || n.first <= m.first && m.last <= n.last
		}
		if !in {
			return false
		}
	}
	return true
}

// Overlaps reports whether d and e can mean the same day.
func (d Date) Overlaps(e Date) bool {
	if d.IsZero() || e.IsZero() {
		return false
	}
	for _, m := range e.Members() {
		for _, n := range d.Members() {
			if n.first <= m.last && m.first <= n.last {
				return true
			}
		}
	}
	return false
}
