package edtf

import (
	"fmt"
	"slices"
	"strings"

	"entente"
)

// Parse reads one EDTF value. An error is an *entente.InputError that says
// at which byte it fails and what was expected there.
func Parse(text string) (Date, error) {
	if d, ok := plainDay(text); ok {
		return d, nil
	}
	p := parser{text: text}
	d := p.value()
	if p.fault != "" {
		return Date{}, &entente.InputError{Name: "date", At: p.at, Text: p.fault, Err: entente.ErrInvalid}
	}
	return d, nil
}

// plainDay reads a day of the years 0000 to 9999 without anything about it, as
// most dates are; the parser says the same of it, ten times slower.
func plainDay(text string) (Date, bool) {
	if len(text) != len("2009-07-03") || text[4] != '-' || text[7] != '-' {
		return Date{}, false
	}
	n := [10]int{}
	for i := range len(text) {
		if n[i] = int(text[i]) - '0'; (n[i] < 0 || n[i] > 9) && i != 4 && i != 7 {
			return Date{}, false
		}
	}
	year, month, day := n[0]*1000+n[1]*100+n[2]*10+n[3], n[5]*10+n[6], n[8]*10+n[9]
	if month < 1 || month > 12 || day < 1 || day > 28 && day > MonthLength(year, month) {
		return Date{}, false
	}
	on := DayOf(year, month, day)
	return Date{text: text, first: on, last: on}, true
}

// A parser reads text from the byte at on. The first fault stops it.
type parser struct {
	text  string
	at    int
	fault string
}

func (p *parser) fail(format string, a ...any) {
	if p.fault == "" {
		p.fault = fmt.Sprintf(format, a...)
	}
}

func (p *parser) peek() byte {
	if p.fault == "" && p.at < len(p.text) {
		return p.text[p.at]
	}
	return 0
}

func (p *parser) take(words string) bool {
	if p.fault == "" && strings.HasPrefix(p.text[p.at:], words) {
		p.at += len(words)
		return true
	}
	return false
}

func (p *parser) value() Date {
	var d Date
	switch {
	case p.text == "":
		p.fail("expected a date")
		return d
	case p.peek() == '[':
		d = p.set(']')
	case p.peek() == '{':
		d = p.set('}')
	case strings.Contains(p.text, "/"):
		d = p.interval()
	default:
		c := p.date()
		if p.peek() == 'T' {
			p.time(c)
		}
		d = Date{first: c.first, last: c.last, level: c.level()}
	}
	if p.at < len(p.text) {
		p.fail("expected the end of the date")
	}
	d.text = p.text
	return d
}

// interval reads "a/b", where either end may be ".." (open) or nothing
// (unknown), but not both nothing.
func (p *parser) interval() Date {
	d := Date{first: Earliest, last: Latest, level: 1}
	var start, end component
	var starts, ends bool
	if !p.take("..") && p.peek() != '/' {
		start, starts = p.date(), true
	}
	if !p.take("/") {
		p.fail("expected \"/\" between the two ends")
	}
	if !p.take("..") && p.peek() != 0 {
		end, ends = p.date(), true
	}
	if starts && ends {
		d.level = max(start.levelAsEnd(), end.levelAsEnd())
		// An end is as early as it can be written, unless a digit is left out.
		latest := end.first
		if end.unspecified {
			latest = end.last
		}
		if start.first > latest {
			p.fail("expected an end that is not before the start")
		}
	} else if starts {
		d.level = max(1, start.levelAsEnd())
	} else if ends {
		d.level = max(1, end.levelAsEnd())
	} else if p.text == "/" {
		p.fail("expected at least one end")
	}
	if starts {
		d.first = start.first
	}
	if ends {
		d.last = end.last
	}
	return d
}

// set reads "[a,b..c,..d,e..]" or the same in braces.
func (p *parser) set(closing byte) Date {
	p.at++
	d := Date{first: Latest, last: Earliest, level: 2}
	for {
		if p.take("..") {
			d.first = Earliest
			d.last = max(d.last, p.date().last)
		} else {
			c := p.date()
			last := c.last
			if p.take("..") {
				last = Latest
				if b := p.peek(); b != ',' && b != closing {
					end := p.date()
					last = end.last
					if c.first > end.last {
						p.fail("expected a range whose end is not before its start")
					}
				}
			}
			d.first, d.last = min(d.first, c.first), max(d.last, last)
		}
		if !p.take(",") {
			break
		}
	}
	if p.peek() != closing {
		p.fail("expected \",\" or %q", string(closing))
		return d
	}
	p.at++
	return d
}

// time reads a time of day after a full date; only its form is kept.
func (p *parser) time(c component) {
	if c.precision != 3 || c.unspecified || c.qualified {
		p.fail("expected a full date before the time of day")
	}
	p.at++
	h := p.number(24, "an hour")
	p.expect(':')
	m := p.number(59, "minutes")
	p.expect(':')
	s := p.number(59, "seconds")
	if h == 24 && m+s > 0 {
		p.fail("expected an hour up to 23, or 24:00:00")
	}
	if b := p.peek(); b == '+' || b == '-' {
		p.at++
		limit := 14 * 60 // as far as any zone lies east
		if b == '-' {
			limit = 12 * 60
		}
		zone := 60 * p.number(14, "the hours of a zone")
		if p.take(":") {
			zone += p.number(59, "the minutes of a zone")
		}
		if zone > limit || zone == 0 && b == '-' {
			p.fail("expected a zone between -12:00 and +14:00")
		}
		return
	}
	p.take("Z")
}

func (p *parser) expect(b byte) {
	if p.peek() != b {
		p.fail("expected %q", string(b))
		return
	}
	p.at++
}

// number reads two digits up to limit.
func (p *parser) number(limit int, what string) int {
	if p.fault == "" && p.at+2 <= len(p.text) {
		a, b := p.text[p.at]-'0', p.text[p.at+1]-'0'
		if n := int(a)*10 + int(b); a <= 9 && b <= 9 && n <= limit {
			p.at += 2
			return n
		}
	}
	p.fail("expected %s, two digits up to %d", what, limit)
	return 0
}

func set(dates []Date) Date {
	dates = slices.DeleteFunc(slices.Clone(dates), Date.IsZero)
	slices.SortFunc(dates, Compare)
	dates = slices.Compact(dates)
	if len(dates) < 2 {
		if len(dates) == 1 {
			return dates[0]
		}
		return Date{}
	}
	words := make([]string, len(dates))
	for i, d := range dates {
		words[i] = strings.Replace(d.text, "/", "..", 1)
	}
	return valid("[" + strings.Join(words, ",") + "]")
}
