package claims

// pastApposition returns the stop that the clause ahead of token i reaches to:
// the next one, or the one behind words set off by commas after its subject,
// "and Transimpex, of Belmont, will supply".
func (s *sentence) pastApposition(i int) int {
	stop := s.nextStop(i)
	if stop >= len(s.tokens) || s.tokens[stop].Norm != "," || stop == i || s.finiteBetween(i, stop) {
		return stop
	}
	if k := stop - 1; s.mention[k] < 0 && !s.nominal(k) {
		return stop
	}
	next := s.nextStop(stop + 1)
	if next >= len(s.tokens) || s.tokens[next].Norm != "," || next-stop > 12 || s.finiteBetween(stop+1, next) || s.relative(stop+1) || s.class(stop+1) == "coord" {
		return stop
	}
	k := next + 1
	for k < len(s.tokens) && k < next+4 && (s.tokens[k].POS == "ADV" || s.class(k) == "filler" || s.class(k) == "neg") && !s.verbal(k).finite() {
		k++
	}
	if s.verbal(k).finite() || s.verbal(k) == infinitive && s.lex.be[s.tokens[k].Norm] != "" {
		return s.nextStop(next + 1)
	}
	return stop
}

// verbAhead reports whether a verb starts at token i, adverbs aside, that
// shares the auxiliary or governor of the one before it and has an object of
// its own: "shall meet in May and submit its findings". What is done only in
// order to something else starts no clause.
func (c *cutter) verbAhead(i int) bool {
	s := c.s
	for i < len(s.tokens) && s.tokens[i].POS == "ADV" {
		i++
	}
	if i >= len(s.tokens) || s.tokens[i].POS != "VERB" || !s.verbal(i).bare() || !c.complemented(i) {
		return false
	}
	cl := &c.clauses[c.cur]
	last := -1
	for k := cl.from; k < i; k++ {
		if cl.has(k) && s.tokens[k].POS == "VERB" && s.verbal(k) == s.verbal(i) {
			last = k
		}
	}
	if last < 0 || i-last < 4 || !c.complemented(last) || !c.finite(c.cur, i) && cl.kind != infinitiveItem {
		return false
	}
	tree := s.tree()
	if tree[i].Rel != "conj" {
		return false
	}
	for n, k := 0, tree[i].Head; n < maxDepth && k >= 0; n++ {
		if k < cl.from || k >= i {
			return false
		}
		switch tree[k].Rel {
		case "conj", "xcomp":
			k = tree[k].Head
			continue
		case "root", "ccomp", "parataxis", "acl:relcl":
			return true
		}
		return false
	}
	return false
}

// complemented reports whether a noun follows the verb at token i closely.
func (c *cutter) complemented(i int) bool {
	s := c.s
	for k := i + 1; k < len(s.tokens) && k < i+6 && !s.isMark(k) && s.class(k) != "coord" && s.tokens[k].POS != "VERB"; k++ {
		if s.mention[k] >= 0 || s.tokens[k].POS == "NOUN" || s.tokens[k].POS == "PROPN" {
			return true
		}
	}
	return false
}

// absolute reports whether a participle with a subject of its own starts at
// token i: ", the Chancellery bearing the cost".
func (c *cutter) absolute(i int) bool {
	s := c.s
	if !c.finite(c.cur, i) && c.clauses[c.cur].kind != infinitiveItem {
		return false
	}
	stop := s.nextStop(i)
	verb := -1
	for k := i; k < stop && k < i+10; k++ {
		if s.verbal(k).finite() || s.class(k) == "coord" || s.isPrep(k) && s.prep(k) != "of" {
			return false
		}
		if s.verbal(k) == gerund && s.tokens[k].POS == "VERB" {
			verb = k
			break
		}
	}
	if verb <= i || !c.complemented(verb) {
		return false
	}
	s.tree()
	if s.child(verb, "nsubj") < 0 && s.nominal(verb-1) && s.tokens[verb].Rel == "advcl" {
		return true // the parser took its subject for an apposition
	}
	return s.child(verb, "nsubj") >= i && s.child(verb, "nsubj") < verb && (s.tokens[verb].Rel == "advcl" || s.tokens[verb].Rel == "conj" || s.tokens[verb].Rel == "parataxis")
}

// gerundAhead reports whether the next of a row of gerunds starts at token i:
// "including developing a plan, assisting those who …, and protecting …".
func (c *cutter) gerundAhead(i int) bool {
	s := c.s
	if s.verbal(i) != gerund || s.tokens[i].POS != "VERB" || !s.verbHit(i) || !c.complemented(i) {
		return false
	}
	cl := &c.clauses[c.cur]
	for k := i - 1; k > cl.from; k-- {
		if cl.has(k) && s.tokens[k].POS == "VERB" {
			return s.verbal(k) == gerund && c.complemented(k) && s.tokens[k-1].POS != "NOUN" && s.tokens[k-1].POS != "PROPN" && s.tokens[k-1].Norm != "," && s.lex.be[s.tokens[k-1].Norm] == ""
		}
	}
	return false
}
