package ledger

import (
	"encoding/json"

	"entente"
)

// A parser reads JSON from in at at, until it is bad.
type parser struct {
	in  string
	at  int
	bad bool
}

func (p *parser) peek() byte {
	if p.at < len(p.in) {
		return p.in[p.at]
	}
	return 0
}

func (p *parser) want(b byte) {
	if p.peek() != b {
		p.bad = true
		return
	}
	p.at++
}

// open reads the start of a list or object and reports whether something is
// in it. An empty one is left to the plain way.
func (p *parser) open(start, end byte) bool {
	p.want(start)
	p.bad = p.bad || p.peek() == end
	return !p.bad
}

// more reads what comes after an item and reports whether another does.
func (p *parser) more(end byte) bool {
	if p.bad || p.peek() == ',' {
		p.at++
		return !p.bad
	}
	p.want(end)
	return false
}

// object calls f for each key, with its place in keys, whose order they have.
func (p *parser) object(keys []string, f func(key int)) {
	next := 0
	for more := p.open('{', '}'); more; more = p.more('}') {
		key := p.text()
		for next < len(keys) && keys[next] != key {
			next++
		}
		p.want(':')
		if p.bad || next == len(keys) {
			p.bad = true
			return
		}
		f(next)
		next++
	}
}

func many[T any](p *parser, item func() T) []T {
	var list []T
	for more := p.open('[', ']'); more; more = p.more(']') {
		list = append(list, item())
	}
	return list
}

func (p *parser) span() (s entente.Span) {
	p.want('[')
	s.Start = p.number()
	p.want(',')
	s.End = p.number()
	p.want(']')
	return s
}

func (p *parser) flag() bool {
	const yes = "true"
	p.bad = p.bad || len(p.in)-p.at < len(yes) || p.in[p.at:p.at+len(yes)] != yes
	p.at += len(yes)
	return true
}

// number reads a number that is not negative.
func (p *parser) number() int {
	n, start := 0, p.at
	for ; '0' <= p.peek() && p.peek() <= '9'; p.at++ {
		n = 10*n + int(p.peek()-'0')
	}
	digits := p.at - start
	p.bad = p.bad || digits == 0 || digits > 15 || digits > 1 && p.in[start] == '0'
	return n
}

// text reads a string; one without escapes is a part of the input.
func (p *parser) text() string {
	p.want('"')
	start := p.at
	for ; p.at < len(p.in); p.at++ {
		switch b := p.in[p.at]; {
		case b == '"':
			p.at++
			return p.in[start : p.at-1]
		case b == '\\':
			return p.escaped(start)
		case b < ' ':
			p.bad = true
			return ""
		}
	}
	p.bad = true
	return ""
}

func (p *parser) escaped(start int) (s string) {
	for ; p.at < len(p.in) && p.in[p.at] != '"'; p.at++ {
		if p.in[p.at] == '\\' {
			p.at++
		}
	}
	if p.at >= len(p.in) || json.Unmarshal([]byte(p.in[start-1:p.at+1]), &s) != nil {
		p.bad = true
		return ""
	}
	p.at++
	return s
}
