package edtf

import "strings"

// A component is one date without interval or set: a year, and perhaps a
// month and a day, each possibly qualified or with digits left out.
type component struct {
	first, last Day
	precision   int  // 0 century or decade, 1 year, 2 month or season, 3 day
	unspecified bool // has an X
	qualified   bool // has ? ~ or %
	season      bool
	own         int8 // the level without regard to where the date stands
}

func (c component) level() int8 {
	if c.season && c.qualified {
		return 2
	}
	return c.own
}

// levelAsEnd is the level of an interval that has c as an end: there a
// season may be qualified, but digits may not be left out, below level 2.
func (c component) levelAsEnd() int8 {
	if c.unspecified {
		return 2
	}
	return c.own
}

// date reads one component.
func (p *parser) date() component {
	if p.peek() == 'Y' {
		return p.farYear()
	}
	var c component
	before := p.qualifier() // of the year alone: level 2
	negative := p.take("-")
	year := p.digits(4)
	if negative && strings.Trim(year, "0") == "" {
		p.fail("expected a year other than -0")
	}
	if negative || before {
		c.own = 1
	}
	if len(year) < 4 {
		p.short(&c, year, negative)
		c.qualified = before || c.qualified
		if before {
			c.own = 2
		}
		return c
	}
	c.precision = 1
	if p.peek() == 'S' {
		p.significant(&c, year, negative)
		return c
	}
	// The level is 2 where a qualifier stands anywhere but at the very end.
	inner := before
	after := p.qualifier()
	var month, day string
	if p.take("-") {
		inner = inner || after
		inner = p.qualifier() || inner
		month = p.digits(2)
		if len(month) != 2 {
			p.fail("expected a month, two digits")
		}
		c.precision = 2
		after = p.qualifier()
		if p.peek() == '-' && !p.seasonal(month) {
			p.at++
			inner = inner || after
			inner = p.qualifier() || inner
			day = p.digits(2)
			if len(day) != 2 {
				p.fail("expected a day, two digits")
			}
			c.precision = 3
			after = p.qualifier()
		}
	}
	c.qualified = inner || after
	if after {
		c.own = max(c.own, 1)
	}
	if inner {
		c.own = 2
	}
	if p.fault != "" {
		return c
	}
	c.own = max(c.own, unspecifiedLevel(year, month, day))
	c.unspecified = strings.Contains(year+month+day, "X")
	if p.seasonal(month) {
		c.season = true
		p.span(&c, year, month, negative)
		return c
	}
	if !c.bounds(year, month, day, negative) {
		switch {
		case month != "" && !fits(month, 1, 12):
			p.fail("expected a month 01 to 12, or 21 to 41 for a part of a year")
		default:
			p.fail("expected a day that the month has")
		}
	}
	return c
}

// digits reads up to n digits or X.
func (p *parser) digits(n int) string {
	start := p.at
	for p.at-start < n {
		if b := p.peek(); b != 'X' && (b < '0' || b > '9') {
			break
		}
		p.at++
	}
	if p.at == start {
		p.fail("expected a digit or X")
		return ""
	}
	return p.text[start:p.at]
}

func (p *parser) qualifier() bool { return p.take("?") || p.take("~") || p.take("%") }

// short reads the rest of a century ("19") or a decade ("197").
func (p *parser) short(c *component, digits string, negative bool) {
	if len(digits) < 2 || strings.Contains(digits, "X") {
		p.fail("expected a year of four digits, a decade of three or a century of two")
		return
	}
	c.own = 0
	if len(digits) == 3 {
		c.own = 2
	}
	if p.qualifier() {
		c.qualified, c.own = true, 2
	}
	c.bounds(digits+strings.Repeat("X", 4-len(digits)), "", "", negative)
}

// unspecifiedLevel is 0 without X, 1 where only whole parts at the end, or
// the last digits of a lone year, are left out, and 2 elsewhere.
func unspecifiedLevel(year, month, day string) int8 {
	all := year + month + day
	if !strings.Contains(all, "X") {
		return 0
	}
	known := strings.TrimRight(all, "X")
	if strings.Contains(known, "X") {
		return 2
	}
	if month == "" && len(known) >= 2 || month != "" && (len(known) == 4 || len(known) == 6) {
		return 1
	}
	return 2
}

// fits reports whether some number from low to high is written as digits.
func fits(digits string, low, high int) bool {
	for n := low; n <= high; n++ {
		if matches(digits, n) {
			return true
		}
	}
	return false
}

// matches reports whether n, with leading zeros, is written as digits, where
// X is any digit.
func matches(digits string, n int) bool {
	for i := len(digits) - 1; i >= 0; i-- {
		if digits[i] != 'X' && int(digits[i]-'0') != n%10 {
			return false
		}
		n /= 10
	}
	return n == 0
}

// bounds finds the first and the last day that is written so, and reports
// whether there is one.
func (c *component) bounds(year, month, day string, negative bool) bool {
	if month != "" && !fits(month, 1, 12) || day != "" && !fits(day, 1, 31) {
		return false
	}
	low, high := 0, 9999
	if !strings.Contains(year, "X") {
		low = value(year)
		high = low
	}
	first, last := Latest, Earliest
	// Walk inwards from both ends: the loops end at the first hit.
	for n := low; n <= high && first == Latest; n++ {
		if y := signed(n, negative); matches(year, n) && (n > 0 || !negative) {
			if a, b, ok := inYear(y, month, day); ok {
				first, last = min(first, a), max(last, b)
			}
		}
	}
	if first == Latest {
		return false
	}
	for n := high; n >= low; n-- {
		if y := signed(n, negative); matches(year, n) && (n > 0 || !negative) {
			if a, b, ok := inYear(y, month, day); ok {
				first, last = min(first, a), max(last, b)
				break
			}
		}
	}
	c.first, c.last = first, last
	return true
}

func signed(n int, negative bool) int {
	if negative {
		return -n
	}
	return n
}

// inYear returns the first and the last day of a year that are written as
// month and day, either of which may be "".
func inYear(year int, month, day string) (first, last Day, ok bool) {
	first, last = Latest, Earliest
	if month == "" {
		return DayOf(year, 1, 1), DayOf(year, 12, 31), true
	}
	for m := 1; m <= 12; m++ {
		if !matches(month, m) {
			continue
		}
		n := MonthLength(year, m)
		if day == "" {
			first, last = min(first, DayOf(year, m, 1)), max(last, DayOf(year, m, n))
			continue
		}
		for d := 1; d <= n; d++ {
			if matches(day, d) {
				first, last = min(first, DayOf(year, m, d)), max(last, DayOf(year, m, d))
			}
		}
	}
	return first, last, first != Latest
}

func value(digits string) int {
	n := 0
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}
