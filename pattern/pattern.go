// Package pattern matches small patterns over tokens. It is the one matching
// engine of the reader: what a pattern says is in the language packs.
//
// A pattern is a sequence of elements between blanks:
//
//	word        the token's Norm; lower case, apostrophe as '
//	=lemma      the token's Lemma
//	:NOUN       the token's POS; :VERB/Mood=Cnd also asks for a feature
//	/regexp/    the whole Norm matches; no blanks, use \s
//	_           any one token
//	@list       the words of a list, longest first, several tokens long; captured under the list's name
//	%macro      a named pattern of the environment
//	<a b|c>     one of several sequences; they nest
//	{name:a b}  a sequence, captured under a name
//	{name}      up to 12 tokens, as few as possible, captured under a name
//	!x          what follows is not x; takes no token
//	x? x* x+    x once or not, any number of times, once or more
//
// A pattern matches the longest run that starts at a token; one with an open
// {name} takes its first match instead, for the longest would swallow what
// follows. It sees tokens alone; sentences and parts are the caller's affair.
package pattern

import (
	"fmt"
	"regexp"
	"strings"

	"entente"
	"entente/lang"
	"entente/token"
)

// maxRun bounds a {name} run, maxRepeat a starred element, and maxSteps the
// work of one attempt, so that no text and no pattern can stall the reader.
const (
	maxRun    = 12
	maxRepeat = 64
	maxSteps  = 20000
)

// An Env is what @lists and %macros stand for while patterns are compiled.
type Env struct {
	Pack   *lang.Pack        // gives the lists; may be nil
	Macros map[string]string // sources by name, without %

	sets   map[string]*set
	macros map[string]node
}

// A set is a word list as a trie over norms.
type set struct {
	next  map[string]*set
	value string
	end   bool
}

// A Pattern is a compiled pattern. It may be used by many at once.
type Pattern struct {
	src  string
	root node
	// first holds the norms with which a match can start, or is nil if it
	// cannot be told; At uses it to say no at once.
	first map[string]bool
	open  bool // holds an open {name}
}

// A Group is a captured run of tokens [Start, End). Value is the value of the
// list entry for an @list, else "".
type Group struct {
	Name       string
	Start, End int
	Value      string
}

// A Match is a run of tokens [Start, End) and what was captured in it.
type Match struct {
	Start, End int
	Groups     []Group
}

// Group returns the first group of that name and whether there is one.
func (m Match) Group(name string) (Group, bool) {
	for _, g := range m.Groups {
		if g.Name == name {
			return g, true
		}
	}
	return Group{}, false
}

// Value returns the value of the first group of that name, or "".
func (m Match) Value(name string) string {
	g, _ := m.Group(name)
	return g.Value
}

// String returns the source of the pattern.
func (p *Pattern) String() string { return p.src }

// Compile reads a pattern. The error says at which byte it is wrong.
func Compile(src string, env *Env) (*Pattern, error) {
	if env == nil {
		env = &Env{}
	}
	c := &compiler{src: src, env: env}
	root, err := c.sequence("")
	if err != nil {
		return nil, err
	}
	if c.pos < len(c.src) {
		return nil, c.errorf("unexpected %q", c.src[c.pos:c.pos+1])
	}
	first := map[string]bool{}
	if empty, known := root.firsts(first); empty || !known {
		first = nil
	}
	return &Pattern{src: src, root: root, first: first, open: isOpen(root)}, nil
}

// At returns the longest match that starts at token i. Of matches of equal
// length the one that the pattern's order prefers is taken.
func (p *Pattern) At(tokens []entente.Token, i int) (Match, bool) {
	if i >= len(tokens) || p.first != nil && !p.first[tokens[i].Norm] {
		return Match{}, false
	}
	m := matcher{tokens: tokens, best: -1}
	p.root.match(&m, i, func(end int) bool {
		if end > m.best {
			m.best = end
			m.kept = append(m.kept[:0], m.groups...)
		}
		return p.open || end == len(tokens)
	})
	if m.best <= i {
		return Match{}, false
	}
	return Match{Start: i, End: m.best, Groups: append([]Group(nil), m.kept...)}, true
}

// Find returns the leftmost longest matches in tokens, none overlapping.
func (p *Pattern) Find(tokens []entente.Token) []Match {
	var found []Match
	for i := 0; i < len(tokens); {
		if m, ok := p.At(tokens, i); ok {
			found = append(found, m)
			i = m.End
		} else {
			i++
		}
	}
	return found
}

// First returns the norms with which a match can start, or nil if it cannot
// be told. A caller with many patterns indexes them by it.
func (p *Pattern) First() map[string]bool { return p.first }

func (e *Env) set(name string) (*set, error) {
	if s, ok := e.sets[name]; ok {
		return s, nil
	}
	if _, ok := lang.Lists[name]; !ok {
		return nil, fmt.Errorf("unknown list @%s", name)
	}
	root := &set{}
	for _, entry := range e.Pack.List(name).Entries {
		s := root
		words := token.Tokens(entry.Words, entente.Span{End: len(entry.Words)}, e.Pack)
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
