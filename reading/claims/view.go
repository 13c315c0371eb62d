package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// A view is one clause and the hits that fall into it.
type view struct {
	r     *run
	s     *sentence
	k     int
	cl    *clause
	hits  []hit
	taken bool   // its verb has made a claim
	aside [2]int // tokens of a relative clause that tells another contact
}

func (r *run) newView(s *sentence, k int) *view {
	v := &view{r: r, s: s, k: k, cl: &s.clauses[k]}
	for _, h := range s.hits {
		if v.cl.has(h.start) {
			v.hits = append(v.hits, h)
		}
	}
	return v
}

// find returns the first hit of a file and role in the clause.
func (v *view) find(file, role string) *hit {
	for i := range v.hits {
		if h := &v.hits[i]; h.file == file && h.role == role {
			return h
		}
	}
	return nil
}

func (v *view) all(file, role string) []hit {
	var found []hit
	for _, h := range v.hits {
		if h.file == file && h.role == role {
			found = append(found, h)
		}
	}
	return found
}

// stopped reports whether the clause is courtesy or report, which makes no
// claim of its own.
func (v *view) stopped() bool {
	verb := v.verb()
	for _, h := range v.all("force", roleStop) {
		if h.name == "report" && len(v.r.env.Sender) > 0 {
			continue
		}
		if verb < 0 || h.start <= verb+3 {
			return true
		}
	}
	return false
}

// verb returns the first finite verb of the clause, or -1.
func (v *view) verb() int {
	for i := v.cl.from; i < v.cl.to; i++ {
		if v.cl.has(i) && v.s.verbal(i).finite() {
			return i
		}
	}
	return -1
}

// mentions returns the mentions of a kind whose first token is in [from, to).
func (v *view) mentions(kind entente.MentionKind, from, to int) []int {
	return v.s.mentions(v.r, kind, from, to)
}

func (s *sentence) mentions(r *run, kind entente.MentionKind, from, to int) []int {
	var found []int
	for i := max(from, 0); i < to && i < len(s.tokens); i++ {
		m := s.mention[i]
		if m >= 0 && r.mentions[m].Kind == kind && (i == 0 || s.mention[i-1] != m) {
			found = append(found, i)
		}
	}
	return found
}

// mentionEnd returns the token after the mention that covers i.
func (s *sentence) mentionEnd(i int) int {
	m := s.mention[i]
	for i < len(s.tokens) && s.mention[i] == m {
		i++
	}
	return i
}

func (s *sentence) isMark(i int) bool {
	if i < 0 || i >= len(s.tokens) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.tokens[i].Text)
	return unicode.IsPunct(r) || unicode.IsSymbol(r) && r != '$' && r != '€' && r != '£' && r != '¥'
}

// words returns tokens [from, to) as a reader sees them.
func (s *sentence) words(from, to int) string {
	var b []byte
	for i := from; i < to; i++ {
		if i > from && s.tokens[i].Space {
			b = append(b, ' ')
		}
		b = append(b, s.tokens[i].Text...)
	}
	return string(b)
}

// subjectFrom returns the subject of what of clause k begins at token start.
func (s *sentence) subjectFrom(k, start, depth int) (from, to int) {
	cl := &s.clauses[k]
	verb := -1
	for i := start; i < cl.to; i++ {
		if cl.has(i) && s.verbal(i).finite() {
			verb = i
			break
		}
	}
	end := verb
	if end < 0 {
		end = cl.to
	}
	if verb < 0 && s.bareAhead(cl) { // "to repair roads" has no subject of its own
		end = start
	}
	for i := start; i < end; i++ {
		if !cl.has(i) {
			continue
		}
		if s.person(i) != "" && !s.isPossessive(i) {
			return i, i + 1
		}
		if s.isPrep(i) && s.prep(i) != "of" && i == cl.from && !strings.HasSuffix(s.person(i+1), ":subj") || s.mentionKind(i) == entente.MentionDate {
			// an adverbial before the subject: skip to its comma
			if stop := s.nextStop(i); stop < end {
				i = stop
				continue
			}
			// "To my regret we are unable": or to the pronoun that acts
			if k := s.actsAfter(i, end); k >= 0 {
				return k, k + 1
			}
		}
		if cl.kind == relativeClause && (s.class(i) == "relative" || s.class(i) == "that") {
			if i+1 >= end || s.class(i) == "relative" && s.verbal(i+1).finite() || s.class(i+1) == "filler" || s.class(i+1) == "neg" {
				return s.antecedent(cl)
			}
			continue
		}
		if s.nominal(i) && s.class(i) == "" && !s.isMark(i) {
			to := s.phraseEnd(i, end)
			if to < end && s.tokens[to].Norm == "," && (s.mentionKind(i) == entente.MentionDate || to-i == 1 && s.mention[i] < 0 && i == cl.from) {
				i = to // an adverb: "Secondly,"
				continue
			}
			return i, to
		}
	}
	if depth < 8 && cl.parent >= 0 && (cl.kind == coordinate || cl.kind == infinitiveItem) {
		return s.subjectFrom(cl.parent, s.complement(&s.clauses[cl.parent]), depth+1)
	}
	return -1, -1
}

// subjectInTree returns the word before the verb of a clause that the tree
// says is its subject, or -1.
func (s *sentence) subjectInTree(cl *clause, verb int) int {
	if verb < 0 || s.tree()[verb].Rel == "" {
		return -1
	}
	head := verb
	if rel := s.tokens[verb].Rel; strings.HasPrefix(rel, "aux") || rel == "cop" {
		head = s.tokens[verb].Head
	}
	for i := verb - 1; i >= cl.from; i-- {
		if rel := s.tokens[i].Rel; s.tokens[i].Head == head && (rel == "nsubj" || rel == "nsubj:pass") && cl.has(i) && !s.isMark(i) {
			return i
		}
	}
	return -1
}

// actsAfter returns the pronoun in tokens (i, end) that can only be a subject,
// or -1.
func (s *sentence) actsAfter(i, end int) int {
	for k := i + 1; k < end; k++ {
		if strings.HasSuffix(s.person(k), ":subj") {
			return k
		}
	}
	return -1
}

// bareAhead reports whether a clause starts with an infinitive or gerund,
// prepositions and adverbs aside.
func (s *sentence) bareAhead(cl *clause) bool {
	for i := cl.from; i < cl.to && i < cl.from+5; i++ {
		if s.verbal(i).bare() && (s.tokens[i].POS == "VERB" || s.tokens[i].POS == "") {
			return true
		}
		if !s.isPrep(i) && s.class(i) != "filler" && s.tokens[i].POS != "ADV" && !s.isMark(i) && !digits(s.tokens[i].Text) {
			return false
		}
	}
	return false
}

// complement returns where the clause that "that" opens starts, if one stands
// within cl and has a finite verb: "we regret that the Minister cannot come".
// Else it is the start of cl.
func (s *sentence) complement(cl *clause) int {
	for i := cl.from; i < cl.to; i++ {
		if !cl.has(i) {
			continue
		}
		if i > cl.from && s.class(i) == "that" && !s.inTerms(i) && !s.isPrep(i-1) && !s.isPrep(i+1) && s.finiteBefore(i) && s.finiteAhead(i+1) {
			return i + 1
		}
		if s.lex.says[s.tokens[i].Norm] && s.verbal(i).finite() && s.startsClause(i+1) {
			return i + 1
		}
	}
	return cl.from
}

// finiteAhead reports whether a finite verb stands after token i, before any
// mark or past an aside between two commas: "that its engineer, now in Lune,
// will be here".
func (s *sentence) finiteAhead(i int) bool {
	stop := s.nextStop(i)
	if s.finiteBetween(i, stop) {
		return true
	}
	end := s.nextStop(stop + 1)
	if end >= len(s.tokens) || s.tokens[stop].Norm != "," || s.tokens[end].Norm != "," || s.finiteBetween(stop+1, end) {
		return false
	}
	return s.verbal(end+1).finite() || s.class(end+1) == "filler" && s.verbal(end+2).finite()
}

// startsClause reports whether what is said starts at token i with its subject
// and no word before it: "he said he would come".
func (s *sentence) startsClause(i int) bool {
	if i >= len(s.tokens) || s.isMark(i) || s.verbal(i).finite() {
		return false
	}
	subject := strings.HasSuffix(s.person(i), ":subj") || s.isPossessive(i) || s.class(i) == "det" || s.tokens[i].POS == "PROPN" || s.mention[i] >= 0 && s.mentionKind(i) != entente.MentionDate
	return subject && s.finiteBetween(i+1, s.nextStop(i))
}

// inTerms reports whether token i belongs to a phrase that opens a condition:
// "provided that".
func (s *sentence) inTerms(i int) bool {
	for _, p := range s.phrases {
		if p.file == "phrase" && p.set["class"] == "terms" && p.start <= i && i < p.end {
			return true
		}
	}
	return false
}

// antecedent returns the noun phrase that a relative clause hangs on.
func (s *sentence) antecedent(cl *clause) (from, to int) {
	to = cl.from
	for to > 0 && s.isMark(to-1) {
		to--
	}
	from = to
	for from > 0 && !s.isMark(from-1) && s.class(from-1) != "det" && !s.isPossessive(from-1) && !s.verbal(from-1).finite() && (s.class(from-1) == "" || s.prep(from-1) == "of") {
		from--
	}
	if from > 0 && s.mention[from] >= 0 {
		for from > 0 && s.mention[from-1] == s.mention[from] {
			from--
		}
	}
	return from, to
}

// phraseEnd returns where the noun phrase that holds token i ends, limit at
// the latest.
func (s *sentence) phraseEnd(i, limit int) int {
	j := i + 1
	if s.mention[i] >= 0 {
		j = s.mentionEnd(i)
	}
	for j < limit {
		switch {
		case s.mention[j] >= 0:
			if s.mentionKind(j) == entente.MentionDate {
				return trimPreps(s, i, j)
			}
			j = s.mentionEnd(j)
		case s.prep(j) == "of" || s.prep(j) == "in" && s.plainNext(j+1):
			k := j + 1
			for k < limit && (s.class(k) == "det" || s.isPossessive(k)) {
				k++
			}
			if k >= limit || !s.nominal(k) || s.mention[k] >= 0 && s.mentionKind(k) == entente.MentionDate {
				return j
			}
			j = k
		case s.class(j) == "coord" && j+1 < limit && s.nominal(j+1) && s.class(j+1) == "" && !s.verbal(j+1).finite():
			j++
		case s.nominal(j) && s.class(j) == "" && !s.isMark(j):
			if s.verbal(j) == participle || s.participleStep(j) {
				return j
			}
			if s.mention[j-1] >= 0 && s.tokens[j].POS == "NUM" && s.mentionKind(j-1) != entente.MentionAmount {
				return j // "livrera à l'Arcadie | deux remorqueurs"
			}
			j++
		default:
			return trimPreps(s, i, j)
		}
	}
	return trimPreps(s, i, j)
}

func trimPreps(s *sentence, i, j int) int {
	for j > i+1 && (s.isPrep(j-1) || s.class(j-1) == "det" || s.class(j-1) == "coord") {
		j--
	}
	return j
}

// participleStep reports whether token j starts a step such as "signé" that
// is used as a participle.
func (s *sentence) participleStep(j int) bool {
	for _, h := range s.hits {
		if h.start == j && (h.role == roleStep || h.role == roleVerb) && (h.mood == participle || h.mood == past) && s.tokens[j].POS != "NOUN" && s.tokens[j].POS != "ADJ" {
			return true
		}
	}
	return false
}

// plainNext reports whether a common noun follows, so that a preposition
// binds it: "usine de montage", "dans le domaine spatial".
func (s *sentence) plainNext(i int) bool {
	for i < len(s.tokens) && s.class(i) == "det" {
		i++
	}
	if i >= len(s.tokens) || s.mention[i] >= 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.tokens[i].Text)
	return unicode.IsLower(r) && s.class(i) == "" && s.nominal(i)
}

// mentionKind returns of what kind the mention at token i is, "" for none.
func (s *sentence) mentionKind(i int) entente.MentionKind {
	if i < 0 || i >= len(s.mention) || s.mention[i] < 0 {
		return ""
	}
	return s.kinds[s.mention[i]]
}
