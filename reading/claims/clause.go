package claims

import "entente"

// A clause is a run of tokens of one sentence around one verb group. A
// relative clause or an apposition that interrupts it is its hole; the words
// of a hole are a clause of their own.
type clause struct {
	from, to int
	kind     clauseKind
	parent   int    // the clause it hangs on, or -1
	hole     [2]int // tokens of the clause that interrupts it
	resume   int    // where it goes on after the hole, or 0
}

type clauseKind int

const (
	mainClause clauseKind = iota
	relativeClause
	coordinate // shares subject or governor with its parent
	subordinate
	infinitiveItem // "…, to repair roads": governed by the parent's cue
)

// has reports whether token i belongs to the clause itself.
func (c *clause) has(i int) bool {
	return c.from <= i && i < c.to && (i < c.hole[0] || i >= c.hole[1])
}

// A cutter cuts one sentence into clauses.
type cutter struct {
	s       *sentence
	clauses []clause
	cur     int   // the clause that tokens now go to
	open    []int // clauses that wait for the end of a hole
}

// cut returns the clauses of a sentence in the order in which they start.
func cut(s *sentence) []clause {
	c := &cutter{s: s}
	n, first := len(s.tokens), 0
	if n > 2 && digits(s.tokens[0].Text) && s.isMark(1) && s.mention[0] < 0 { // a paragraph's number
		first = 2
	}
	if k := s.lead(); k > 0 {
		first = k
	}
	c.start(first, mainClause, -1)
	for i := first; i < n; i++ {
		if s.mention[i] >= 0 && i > 0 && s.mention[i] == s.mention[i-1] {
			continue
		}
		switch class := s.class(i); {
		case i > c.clauses[c.cur].from && s.strong(i):
			c.closeAll(i)
			c.start(i+1, mainClause, -1)
		case s.relative(i):
			from := i
			if i > 0 && s.isPrep(i-1) && i-1 > c.clauses[c.cur].from {
				from = i - 1
			}
			apart := from > 0 && (s.tokens[from-1].Norm == "," || s.class(from-1) == "coord")
			if apart && c.clauses[c.cur].kind == relativeClause && c.finite(c.cur, i) {
				c.closeRelative(from)
			}
			c.interrupt(from)
		case class == "when" && !s.inTerms(i) && i > c.clauses[c.cur].from+1 && s.finiteBetween(i+1, s.nextStop(i+1)) && c.finite(c.cur, i):
			c.split(i, i, subordinate)
		case s.tokens[i].Norm == ",":
			c.comma(i)
		case class == "coord" && i+1 < n:
			c.coordinator(i, i)
		case len(c.open) > 0 && s.verbal(i).finite() && c.resumes(i):
			c.closeRelative(i)
		}
	}
	c.closeAll(n)
	return c.clauses
}

func (c *cutter) start(from int, kind clauseKind, parent int) {
	c.clauses = append(c.clauses, clause{from: from, to: len(c.s.tokens), kind: kind, parent: parent})
	c.cur = len(c.clauses) - 1
}

// finite reports whether clause k has a finite verb of its own before end.
func (c *cutter) finite(k, end int) bool {
	cl := &c.clauses[k]
	for i := cl.from; i < end; i++ {
		if cl.has(i) && c.s.verbal(i).finite() {
			return true
		}
	}
	return false
}

// interrupt opens a relative clause at from.
func (c *cutter) interrupt(from int) {
	parent := c.cur
	hole := &c.clauses[parent].hole
	if hole[1] == 0 {
		hole[0] = from
	}
	hole[1] = len(c.s.tokens)
	c.open = append(c.open, parent)
	c.start(from, relativeClause, parent)
}

// resumes reports whether the finite verb at i is the interrupted clause's:
// the relative clause has one already, and this one follows no subject.
func (c *cutter) resumes(i int) bool {
	cl := &c.clauses[c.cur]
	if cl.kind != relativeClause || c.finite(c.open[len(c.open)-1], cl.from) || !c.finite(c.cur, i-1) {
		return false
	}
	prev := c.s.class(i - 1)
	return !c.s.verbal(i-1).finite() && prev != "pron" && prev != "neg" && prev != "coord" && prev != "that" && c.s.person(i-1) == ""
}

// closeRelative ends the innermost relative clause before i and goes on with
// the clause that it interrupts.
func (c *cutter) closeRelative(i int) {
	if len(c.open) == 0 {
		return
	}
	c.clauses[c.cur].to = i
	parent := c.open[len(c.open)-1]
	c.open = c.open[:len(c.open)-1]
	c.clauses[parent].hole[1] = i
	c.clauses[parent].resume = i
	c.cur = parent
}

func (c *cutter) closeAll(i int) {
	for len(c.open) > 0 {
		c.closeRelative(i)
		parent := &c.clauses[c.cur]
		parent.resume = 0
	}
	c.clauses[c.cur].to = i
}

// split ends everything before end and starts a clause at from that hangs on
// the present one.
func (c *cutter) split(end, from int, kind clauseKind) {
	parent := c.cur
	if len(c.open) > 0 {
		parent = c.open[0]
	}
	c.closeAll(end)
	c.start(from, kind, parent)
}

func (c *cutter) comma(i int) {
	s, next := c.s, i+1
	if next >= len(s.tokens) {
		return
	}
	for k := range s.hits {
		if h := &s.hits[k]; h.file == "force" && h.start < i && next < h.end {
			return // "s'est, de son côté, engagé": one cue
		}
	}
	switch {
	case len(c.open) > 0 && c.finite(c.cur, i):
		// The relative clause ends here if its parent still needs a verb and
		// finds one, or if a new clause begins.
		parent := c.open[len(c.open)-1]
		if s.bareBe(next) {
			c.closeRelative(next)
			return
		}
		if !c.finite(parent, c.clauses[c.cur].from) {
			if s.finiteBetween(next, s.nextStrong(next)) {
				c.closeRelative(next)
			}
			return
		}
		if s.class(next) != "coord" && s.clauseAhead(next) {
			c.split(i, next, mainClause)
		}
	case s.class(next) == "coord":
		// the coordinator itself will cut
	case c.itemAhead(next), c.absolute(next), c.gerundAhead(next):
		c.split(i, next, infinitiveItem)
	case c.finite(c.cur, i) && !c.conditional(c.cur) && s.clauseAhead(next):
		c.split(i, next, mainClause)
	}
}

// bareBe reports whether a passive without a tense starts at token i: "that
// the second part, which is due in May, | be paid in June".
func (s *sentence) bareBe(i int) bool {
	norm := s.tokens[i].Norm
	return s.lex.be[norm] != "" && s.lex.forms[norm] == infinitive && i+1 < len(s.tokens) && s.verbal(i+1) == participle
}

// conditional reports whether clause k starts with "if" or the like and its
// main clause is still to come.
func (c *cutter) conditional(k int) bool {
	cl := &c.clauses[k]
	switch c.s.class(cl.from) {
	case "if":
		return true
	}
	return false
}

func (c *cutter) governed(k int) bool {
	for k >= 0 {
		cl := &c.clauses[k]
		for _, h := range c.s.hits {
			if h.file == "force" && cl.has(h.start) {
				return true
			}
		}
		k = cl.parent
	}
	return false
}

// itemAhead reports whether the next of a row of verbs that one cue governs
// starts at token i: "to repair", or the bare form where the first had none
// either, "to build …, repair …", "committed to building …, repairing …",
// "including by repairing".
func (c *cutter) itemAhead(i int) bool {
	s := c.s
	if !c.governed(c.cur) {
		return false
	}
	if s.infinitiveAhead(i) {
		return true
	}
	for _, p := range s.phrases {
		if p.file == "phrase" && p.set["class"] == "including" && p.start == i {
			for i = p.end; i < len(s.tokens) && (s.prep(i) == "by" || s.isMark(i)); i++ {
			}
			return i < len(s.tokens) && s.verbal(i) == gerund && s.tokens[i].POS == "VERB" && (s.prep(i-1) == "by" || s.verbHit(i))
		}
	}
	if !s.lex.before {
		return false
	}
	for i < len(s.tokens) && s.tokens[i].POS == "ADV" {
		i++
	}
	if i >= len(s.tokens) || s.tokens[i].POS != "VERB" || !s.verbHit(i) {
		return false
	}
	m := s.verbal(i)
	if !m.bare() {
		return false
	}
	// The last verb before must be the one that the cue governs, not one that
	// says what for, and have what it is done to.
	last := -1
	for k := c.clauses[c.cur].from; k < i; k++ {
		if c.clauses[c.cur].has(k) && s.tokens[k].POS == "VERB" && s.verbal(k).bare() {
			last = k
		}
	}
	if last < 0 || s.verbal(last) != m || i-last <= 2 {
		return false
	}
	if c.clauses[c.cur].kind == infinitiveItem && last-c.clauses[c.cur].from <= 2 {
		return true
	}
	for _, h := range s.hits {
		if h.file == "force" && h.role == roleCue && h.start < last && last-h.end <= 3 && c.clauses[c.cur].has(h.start) {
			return true
		}
	}
	return false
}

func (c *cutter) coordinator(i, end int) {
	s := c.s
	if i > 0 && s.tokens[i-1].Norm == "," {
		end = i - 1
	}
	stop := s.pastApposition(i + 1)
	switch {
	case (i == 0 || !s.verbal(i-1).bare()) && c.itemAhead(i+1), c.absolute(i + 1):
		c.split(end, i+1, infinitiveItem)
	case c.verbAhead(i + 1):
		parent := c.cur
		c.closeAll(end)
		c.start(i+1, infinitiveItem, parent)
	case len(c.open) > 0 && c.finite(c.cur, i) && s.finiteBetween(i+1, stop):
		if s.clauseAhead(i + 1) {
			c.split(end, i+1, coordinate)
		}
	case len(c.open) == 0 && c.finite(c.cur, i) && s.finiteBetween(i+1, stop):
		c.split(end, i+1, coordinate)
	}
}

// lead returns where the text of a release starts after its place and date,
// "LUNE, 3 October - The Minister", or 0.
func (s *sentence) lead() int {
	if len(s.tokens) < 4 || s.mentionKind(0) != entente.MentionPlace {
		return 0
	}
	i := s.mentionEnd(0)
	if i+1 < len(s.tokens) && s.isMark(i) {
		i++
	}
	if i >= len(s.tokens) || s.mentionKind(i) != entente.MentionDate {
		return 0
	}
	if i = s.mentionEnd(i); i+1 < len(s.tokens) && (s.tokens[i].Norm == "-" || s.tokens[i].Norm == "–" || s.tokens[i].Norm == "—") {
		return i + 1
	}
	return 0
}
