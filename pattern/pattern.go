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
	"slices"

	"entente"
	"entente/lang"
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
	firsts map[int][]map[string]bool // large sets of first words, by size; see shared
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
	return &Pattern{src: src, root: root, first: env.shared(first), open: isOpen(root)}, nil
}

// At returns the longest match that starts at token i. Of matches of equal
// length the one that the pattern's order prefers is taken.
func (p *Pattern) At(tokens []entente.Token, i int) (Match, bool) {
	if i >= len(tokens) || p.first != nil && !p.first[tokens[i].Norm] {
		return Match{}, false
	}
	var m Matcher
	return m.At(p, tokens, i)
}

// At is Pattern.At without a look at First, for callers who index patterns by
// it.
func (m *Matcher) At(p *Pattern, tokens []entente.Token, i int) (Match, bool) {
	m.tokens, m.open = tokens, p.open
	m.groups, m.kept, m.due = m.groups[:0], m.kept[:0], m.due[:0]
	m.steps, m.best = 0, -1
	p.root.match(m, i, whole)
	if m.best <= i {
		return Match{}, false
	}
	return Match{Start: i, End: m.best, Groups: slices.Clone(m.kept)}, true
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
