package pattern

import (
	"fmt"
	"maps"
	"regexp"
	"strings"

	"entente"
	"entente/lang"
	"entente/token"
)

func (e *Env) set(name string) (*set, error) {
	if s, ok := e.sets[name]; ok {
		return s, nil
	}
	if _, ok := lang.Lists[name]; !ok {
		return nil, fmt.Errorf("unknown list @%s", name)
	}
	root := &set{}
	var words []entente.Token
	for _, entry := range e.Pack.List(name).Entries {
		s := root
		words = token.Into(words, entry.Words, entente.Span{End: len(entry.Words)}, e.Pack)
		for _, w := range words {
			if s.next == nil {
				s.next = map[string]*set{}
			}
			if s.next[w.Norm] == nil {
				s.next[w.Norm] = &set{}
			}
			s = s.next[w.Norm]
		}
		if !s.end && len(words) > 0 {
			s.end, s.value = true, entry.Value
		}
	}
	if e.sets == nil {
		e.sets = map[string]*set{}
	}
	e.sets[name] = root
	return root, nil
}

// shared returns a set that equals first and that an earlier pattern has, or
// first itself: patterns begin with the same lists again and again.
func (e *Env) shared(first map[string]bool) map[string]bool {
	n := len(first)
	if n < 8 {
		return first
	}
	for _, other := range e.firsts[n] {
		if maps.Equal(other, first) {
			return other
		}
	}
	if e.firsts == nil {
		e.firsts = map[int][]map[string]bool{}
	}
	e.firsts[n] = append(e.firsts[n], first)
	return first
}

func (e *Env) macro(name string) (node, error) {
	if n, ok := e.macros[name]; ok {
		if n == nil {
			return nil, fmt.Errorf("macro %%%s refers to itself", name)
		}
		return n, nil
	}
	src, ok := e.Macros[name]
	if !ok {
		return nil, fmt.Errorf("unknown macro %%%s", name)
	}
	if e.macros == nil {
		e.macros = map[string]node{}
	}
	e.macros[name] = nil
	c := &compiler{src: src, env: e}
	n, err := c.sequence("")
	if err == nil && c.pos < len(src) {
		err = c.errorf("unexpected %q", src[c.pos:c.pos+1])
	}
	if err != nil {
		return nil, fmt.Errorf("macro %%%s: %w", name, err)
	}
	e.macros[name] = n
	return n, nil
}

type compiler struct {
	src string
	pos int
	env *Env
}

func (c *compiler) errorf(format string, args ...any) error {
	return fmt.Errorf("pattern %q, byte %d: %s", c.src, c.pos, fmt.Sprintf(format, args...))
}

func (c *compiler) blanks() {
	for c.pos < len(c.src) && (c.src[c.pos] == ' ' || c.src[c.pos] == '\t') {
		c.pos++
	}
}

// sequence reads elements up to one of the bytes in stop, or to the end.
func (c *compiler) sequence(stop string) (node, error) {
	var seq sequence
	for {
		c.blanks()
		if c.pos == len(c.src) || strings.IndexByte(stop, c.src[c.pos]) >= 0 {
			return seq, nil
		}
		n, err := c.element()
		if err != nil {
			return nil, err
		}
		seq = append(seq, n)
	}
}

func (c *compiler) element() (node, error) {
	n, err := c.atom()
	if err != nil || c.pos == len(c.src) {
		return n, err
	}
	switch c.src[c.pos] {
	case '?':
		c.pos++
		return repeat{n, 0, 1}, nil
	case '*':
		c.pos++
		return repeat{n, 0, maxRepeat}, nil
	case '+':
		c.pos++
		return repeat{n, 1, maxRepeat}, nil
	}
	return n, nil
}

func (c *compiler) atom() (node, error) {
	switch b := c.src[c.pos]; b {
	case '<':
		return c.choice()
	case '{':
		return c.group()
	case '!':
		c.pos++
		n, err := c.atom()
		return not{n}, err
	case '/':
		end := strings.IndexByte(c.src[c.pos+1:], '/')
		if end < 0 {
			return nil, c.errorf("a regular expression without its closing /")
		}
		re, err := regexp.Compile("^(?:" + c.src[c.pos+1:c.pos+1+end] + ")$")
		if err != nil {
			return nil, c.errorf("%v", err)
		}
		c.pos += end + 2
		return expression{re}, nil
	case '>', '}', '|':
		return nil, c.errorf("unexpected %q", string(b))
	}
	start := c.pos
	for c.pos < len(c.src) && strings.IndexByte(" \t<>{}|?*+", c.src[c.pos]) < 0 {
		if c.src[c.pos] == '\\' && c.pos+1 < len(c.src) {
			c.pos++
		}
		c.pos++
	}
	word := strings.ReplaceAll(c.src[start:c.pos], `\`, "")
	if word == "" {
		return nil, c.errorf("expected an element before %q", c.src[c.pos:c.pos+1])
	}
	switch {
	case word == "_":
		return anything{}, nil
	case word[0] == '@' && len(word) > 1:
		s, err := c.env.set(word[1:])
		if err != nil {
			return nil, c.errorf("%v", err)
		}
		return list{word[1:], s}, nil
	case word[0] == '%' && len(word) > 1:
		n, err := c.env.macro(word[1:])
		if err != nil {
			return nil, c.errorf("%v", err)
		}
		return n, nil
	case word[0] == '=' && len(word) > 1:
		return lemma(word[1:]), nil
	case word[0] == ':' && len(word) > 1:
		tag, feat, _ := strings.Cut(word[1:], "/")
		return pos{tag, feat}, nil
	}
	return literal(word), nil
}

func (c *compiler) choice() (node, error) {
	c.pos++
	var ch choice
	for {
		n, err := c.sequence("|>")
		if err != nil {
			return nil, err
		}
		ch = append(ch, n)
		if c.pos == len(c.src) {
			return nil, c.errorf("expected > to close <")
		}
		c.pos++
		if c.src[c.pos-1] == '>' {
			return ch, nil
		}
	}
}

func (c *compiler) group() (node, error) {
	c.pos++
	start := c.pos
	for c.pos < len(c.src) && c.src[c.pos] != '}' && c.src[c.pos] != ':' {
		c.pos++
	}
	name := strings.TrimSpace(c.src[start:c.pos])
	if c.pos == len(c.src) || name == "" {
		return nil, c.errorf("expected {name} or {name:pattern}")
	}
	if c.src[c.pos] == '}' {
		c.pos++
		return run(name), nil
	}
	c.pos++
	n, err := c.sequence("}")
	if err != nil {
		return nil, err
	}
	if c.pos == len(c.src) {
		return nil, c.errorf("expected } to close {%s", name)
	}
	c.pos++
	return group{name, n}, nil
}
