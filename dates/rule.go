package dates

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
	"entente/lang"
	"entente/pattern"
)

// The name of the rules files, and the part of speech of a date found.
const (
	rulesFile = "dates"
	datePOS   = "DATE"
)

// levels is the number of levels of rules.
const levels = 4

// A tongue is the compiled grammar of one language.
type tongue struct {
	levels [levels]level
	words  map[string]*word
	sets   int             // how many sets of words there are
	months map[string]bool // the names of months, without the stop of abbreviations
	shifts map[string]bool // words of moving a date
	order  string          // order of numeric dates: "dmy", "mdy", or "" for either
	cues   cues
}

// A word is what the rules want of a word of theirs.
type word struct {
	sets  []uint16        // that it is in
	rules [levels][]*rule // that start with it
}

// A level holds the rules that start with a date, by what it is (day,
// open-month …), and those that start with a regular expression and are tried
// only at tokens with a digit. All others stand with their first words.
type level struct {
	byDate map[string][]*rule
	digits []*rule
}

// startsWithDate tells a pattern that starts with :DATE, and its feature.
var startsWithDate = regexp.MustCompile(`^(?:\{\w+:)*:DATE(?:/([\w-]+))?`)

// A rule is one rule of dates.rules, compiled.
type rule struct {
	name  string
	match *pattern.Pattern
	value *expr
	level int
	part  bool     // stands only inside what other rules find
	span  bool     // measures a stretch of time rather than name a date
	shift bool     // no range after words such as "moved from"
	bare  bool     // a date only where it is all the text
	cased string   // name of the group that must start with a capital
	needs []uint16 // sets of words: a match holds a word of each
}

func newTongue(pack, shared *lang.Pack) (*tongue, error) {
	t := &tongue{words: map[string]*word{}}
	known := map[uint64]uint16{}
	for i := range t.levels {
		t.levels[i].byDate = map[string][]*rule{}
	}
	env := &pattern.Env{Pack: pack, Macros: pack.List("date_macros").Map()}
	for _, r := range append(append([]lang.Rule(nil), shared.Rules(rulesFile)...), pack.Rules(rulesFile)...) {
		for _, source := range r.Values("match") {
			c, err := newRule(r, source, env)
			if err != nil {
				return nil, lang.Fault(r, err.Error())
			}
			for _, set := range c.match.Needs() {
				c.needs = append(c.needs, t.set(set, known))
			}
			l := &t.levels[c.level-1]
			if first := c.match.First(); first != nil {
				for w := range first {
					rules := &t.word(w).rules[c.level-1]
					*rules = append(*rules, c)
				}
			} else if m := startsWithDate.FindStringSubmatch(source); m != nil {
				l.byDate[m[1]] = append(l.byDate[m[1]], c)
			} else {
				l.digits = append(l.digits, c)
			}
		}
	}
	if order := pack.List("date_order").Words(); len(order) == 1 {
		t.order = order[0]
	}
	t.months = map[string]bool{}
	for _, w := range pack.List("months").Words() {
		t.months[strings.TrimSuffix(w, ".")] = true
	}
	t.shifts = map[string]bool{}
	for _, w := range pack.List("date_shifts").Words() {
		t.shifts[w] = true
	}
	t.cues = newCues(pack)
	return t, nil
}

// set returns the number of a set of words, which the same words share.
func (t *tongue) set(words map[string]bool, known map[uint64]uint16) uint16 {
	key := uint64(len(words))
	for w := range words {
		h := uint64(14695981039346656037) // FNV-1a; a sum of hashes has no order
		for i := range len(w) {
			h = (h ^ uint64(w[i])) * 1099511628211
		}
		key += h
	}
	n, ok := known[key]
	if !ok {
		n = uint16(t.sets)
		known[key] = n
		t.sets++
		for w := range words {
			word := t.word(w)
			word.sets = append(word.sets, n)
		}
	}
	return n
}

func (t *tongue) word(norm string) *word {
	w := t.words[norm]
	if w == nil {
		w = &word{}
		t.words[norm] = w
	}
	return w
}

func newRule(r lang.Rule, source string, env *pattern.Env) (*rule, error) {
	c := &rule{name: r.Name, level: 1, cased: r.Value("cased"), part: r.Value("alone") == "no",
		span: r.Value("measure") == "yes", shift: r.Value("shifted") == "no", bare: r.Value("bare") == "yes"}
	var err error
	if s := r.Value("level"); s != "" {
		if c.level, err = strconv.Atoi(s); err != nil || c.level < 1 || c.level > levels {
			return nil, fmt.Errorf("expected a level from 1 to %d, not %q", levels, s)
		}
	}
	if c.match, err = pattern.Compile(source, env); err != nil {
		return nil, err
	}
	c.value, err = parseExpr(r.Value("value"))
	return c, err
}

// allowed reports whether the group that must be cased is.
func (r *rule) allowed(view []entente.Token, m pattern.Match) bool {
	if r.cased == "" {
		return true
	}
	g, ok := m.Group(r.cased)
	if !ok {
		return true
	}
	first, _ := utf8.DecodeRuneInString(view[g.Start].Text)
	return unicode.IsUpper(first)
}
