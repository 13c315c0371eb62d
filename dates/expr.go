package dates

import (
	"fmt"
	"strconv"
	"strings"
)

// An expr is the value of a rule: a call "late(month)", the name of a group,
// a number, or a word in quotes.
type expr struct {
	name string
	call func(call, []val) (when, bool) // nil for a group or a number
	args []*expr
	n    int
	num  bool
}

// parseExpr reads an expression and holds its calls to the functions.
func parseExpr(s string) (*expr, error) {
	p := &exprParser{s: s}
	e, err := p.expr()
	if err == nil && strings.TrimSpace(p.s) != "" {
		err = fmt.Errorf("value: unexpected %q", p.s)
	}
	return e, err
}

type exprParser struct{ s string }

func (p *exprParser) expr() (*expr, error) {
	p.s = strings.TrimLeft(p.s, " ")
	i := strings.IndexAny(p.s+",", "(), ")
	e := &expr{name: p.s[:i]}
	p.s = strings.TrimLeft(p.s[i:], " ")
	if e.name == "" {
		return nil, fmt.Errorf("value: expected a function, a group or a number before %q", p.s)
	}
	if n, err := strconv.Atoi(e.name); err == nil {
		e.n, e.num = n, true
		return e, nil
	}
	if !strings.HasPrefix(p.s, "(") {
		return e, nil
	}
	f, ok := functions[e.name]
	if !ok {
		return nil, fmt.Errorf("value: unknown function %q", e.name)
	}
	e.call = f.do
	for p.s[0] != ')' {
		p.s = strings.TrimLeft(p.s[1:], " ")
		if p.s != "" && p.s[0] == ')' {
			break
		}
		a, err := p.expr()
		if err != nil {
			return nil, err
		}
		e.args = append(e.args, a)
		if p.s == "" || p.s[0] != ',' && p.s[0] != ')' {
			return nil, fmt.Errorf("value: expected \",\" or \")\" before %q", p.s)
		}
	}
	p.s = strings.TrimLeft(p.s[1:], " ")
	if len(e.args) < f.min || len(e.args) > f.max {
		return nil, fmt.Errorf("value: %s takes %d to %d arguments, not %d", e.name, f.min, f.max, len(e.args))
	}
	return e, nil
}

// A meaning is a rule and what it captured: enough to value the words under
// any reference.
type meaning struct {
	rule   *rule
	tongue *tongue
	args   []arg
}

// An arg is what a group captured: the value of a list entry, a number
// spelled out, words, or a date found before.
type arg struct {
	name  string
	value string
	date  *meaning
}

func (m *meaning) has(name string) bool {
	for _, a := range m.args {
		if a.name == name {
			return true
		}
	}
	return false
}

// A val is the value of an expr: words, a number, a date, or nothing.
type val struct {
	words  string
	n      int
	number bool
	when   *when
}

func (v val) none() bool { return v.words == "" && !v.number && v.when == nil }

func (m *meaning) eval(e *expr, ref Reference) val {
	switch {
	case e.num:
		return val{n: e.n, number: true}
	case e.name[0] == '"':
		return val{words: strings.Trim(e.name, `"`)}
	case e.call != nil:
		args := make([]val, 0, 4)
		for _, a := range e.args {
			args = append(args, m.eval(a, ref))
		}
		w, ok := e.call(call{ref, m.tongue}, args)
		if !ok {
			return val{}
		}
		return val{when: &w}
	}
	for _, a := range m.args {
		if a.name != e.name {
			continue
		}
		if a.date != nil {
			if w, ok := a.date.when(ref); ok {
				return val{when: &w, n: w.weekday, number: w.unit == "weekday"}
			}
			return val{}
		}
		v := val{words: a.value}
		v.n, v.number = leading(a.value)
		return v
	}
	return val{}
}

// leading returns the first number in s: 3 for "3rd", 2 for "q2".
func leading(s string) (int, bool) {
	i := strings.IndexAny(s, "0123456789")
	if i < 0 {
		return 0, false
	}
	negative := i > 0 && s[i-1] == '-'
	start, n := i, 0
	for ; i < len(s) && '0' <= s[i] && s[i] <= '9' && i-start < 6; i++ {
		n = n*10 + int(s[i]-'0')
	}
	if negative {
		n = -n
	}
	return n, true
}
