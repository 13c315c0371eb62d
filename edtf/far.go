package edtf

import "strings"

// A part of a year starts with a month and has a number of months.
var parts = map[string]struct {
	start, months int
	level         int8
}{
	"21": {3, 3, 1}, "22": {6, 3, 1}, "23": {9, 3, 1}, "24": {12, 3, 1}, // seasons; winter starts in December
	"25": {3, 3, 2}, "26": {6, 3, 2}, "27": {9, 3, 2}, "28": {12, 3, 2}, // of the northern half of the earth
	"29": {9, 3, 2}, "30": {12, 3, 2}, "31": {3, 3, 2}, "32": {6, 3, 2}, // of the southern half
	"33": {1, 3, 2}, "34": {4, 3, 2}, "35": {7, 3, 2}, "36": {10, 3, 2}, // quarters
	"37": {1, 4, 2}, "38": {5, 4, 2}, "39": {9, 4, 2}, // thirds
	"40": {1, 6, 2}, "41": {7, 6, 2}, // halves
}

func (p *parser) seasonal(month string) bool {
	_, ok := parts[month]
	return ok
}

// span sets the bounds of a part of a year.
func (p *parser) span(c *component, year, month string, negative bool) {
	part := parts[month]
	c.own = max(c.own, part.level)
	var whole component
	whole.bounds(year, "", "", negative)
	from, _, _ := whole.first.Civil()
	to, _, _ := whole.last.Civil()
	c.first = DayOf(from, part.start, 1)
	c.last = DayOf(to, part.start+part.months, 0)
}

// maxYear keeps days well within an int64.
const maxYear = 1_000_000_000_000_000

// farYear reads "Y170000002", "Y-17E7", "Y3388E2S3".
func (p *parser) farYear() component {
	c := component{precision: 1, own: 1}
	p.at++
	negative := p.take("-")
	start := p.at
	n := p.integer()
	digits := p.at - start
	if p.fault == "" && p.text[start] == '0' {
		p.fail("expected a year without leading zero")
	}
	if p.take("E") {
		c.own = 2
		for e := p.integer(); e > 0 && p.fault == ""; e-- {
			if n *= 10; n > maxYear {
				p.fail("expected a year of at most 15 digits")
			}
		}
		if n <= 9999 {
			p.fail("expected a year beyond 9999")
		}
	} else if digits < 5 {
		p.fail("expected a year of more than four digits after Y")
	}
	low, high := n, n
	if p.take("S") {
		c.own = 2
		low, high = p.estimate(n)
	}
	c.between(low, high, negative)
	return c
}

// significant reads the "S2" of "1950S2".
func (p *parser) significant(c *component, year string, negative bool) {
	p.at++
	c.own = 2
	if strings.Contains(year, "X") {
		p.fail("expected a year without X before S")
		return
	}
	low, high := p.estimate(value(year))
	c.between(low, high, negative)
}

// estimate reads a number of significant digits and returns the least and
// the greatest number that shares as many with n.
func (p *parser) estimate(n int) (low, high int) {
	digits := p.integer()
	if digits == 0 {
		p.fail("expected a number of significant digits")
	}
	unit, rest := 1, 0
	for m := n; m > 0; m /= 10 {
		rest++
	}
	for ; rest > digits; rest-- {
		unit *= 10
	}
	return n - n%unit, n - n%unit + unit - 1
}

func (c *component) between(low, high int, negative bool) {
	if negative {
		low, high = -high, -low
	}
	c.first, c.last = DayOf(low, 1, 1), DayOf(high, 12, 31)
}

// integer reads a number without sign.
func (p *parser) integer() int {
	n, start := 0, p.at
	for b := p.peek(); b >= '0' && b <= '9'; b = p.peek() {
		if n = n*10 + int(b-'0'); n > maxYear {
			p.fail("expected a number of at most 15 digits")
		}
		p.at++
	}
	if p.at == start {
		p.fail("expected a digit")
	}
	return n
}
