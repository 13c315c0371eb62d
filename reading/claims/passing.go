package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// apart reads the contacts that a clause mentions beside the one it is about,
// "after our call of 4 May, …", and returns what is left of the clause.
func (r *run) apart(c *view, nouns []hit, noun *hit, from, to int) (int, int) {
	var others []hit
	for _, n := range nouns {
		if noun == nil || n.start == noun.start {
			continue
		}
		a, b := c.s.nounSpan(c, &n)
		if a <= noun.start && noun.start < b || len(c.s.mentions(r, entente.MentionDate, a, b)) == 0 {
			continue
		}
		others = append(others, n)
		if b < noun.start && b > from && b < to {
			from = b
		} else if a > noun.start && a < to && a > from {
			to = a
		}
	}
	r.nominalContacts(c, others)
	return from, to
}

// covered reports whether a longer hit of another frame holds h: "lettre de
// crédit", "échange de lettres".
func (c *view) covered(h *hit) bool {
	for _, o := range c.s.hits {
		if o.file != h.file && o.file != "force" && o.start <= h.start && h.end <= o.end && o.end-o.start > h.end-h.start {
			return true
		}
		if o.file == h.file && o.role == roleNoun && o.start < h.start && h.end <= o.end {
			return true
		}
	}
	return false
}

// nominalContacts reads the contacts that a clause mentions in passing:
// "votre lettre du 4 mai".
func (r *run) nominalContacts(c *view, nouns []hit) {
	for _, n := range nouns {
		if r.drafted(c.s, n.start) {
			continue
		}
		from, to := c.s.nounSpan(c, &n)
		from = c.s.compound(n.start, from, c.cl.from)
		to = c.entry(c.dateAhead(c.s.parentheses(to, c.cl.to)))
		k := c.s.hangsOn(c.k, to)
		if !c.evidently(&n, from, to) && !(k >= 0 && !c.s.used[k] && c.had(&n, k)) {
			continue
		}
		if k >= 0 && !c.s.used[k] {
			sub := r.newView(c.s, k)
			if len(sub.mentions(entente.MentionDate, sub.cl.from, sub.cl.to)) > 0 || len(sub.mentions(entente.MentionPlace, sub.cl.from, sub.cl.to)) > 0 || sub.find("contact", roleStep) != nil || sub.find("contact", roleVerb) != nil {
				to = sub.cl.to
				c.s.used[k] = true
			}
		}
		r.contact(c, &n, nil, nil, from, to)
	}
}

// dateAhead returns where the date ends that an aside keeps from the noun
// phrase that stops at token to: "the session, under the chairmanship of Mr
// Lind, on 9 May".
func (c *view) dateAhead(to int) int {
	s := c.s
	if to >= c.cl.to || s.tokens[to].Norm != "," || to+1 >= c.cl.to || !s.isPrep(to+1) {
		return to
	}
	comma := false
	for i := to + 1; i < c.cl.to && i < to+24; i++ {
		switch {
		case s.mentionKind(i) == entente.MentionDate:
			if comma {
				return s.mentionEnd(i)
			}
			return to
		case s.verbal(i).finite() || s.relative(i) || s.nounHit(i):
			return to
		}
		comma = s.tokens[i].Norm == "," || comma && (s.class(i) == "det" || s.isPrep(i))
	}
	return to
}

// parentheses returns where the bracket that opens at token i has closed, or i.
func (s *sentence) parentheses(i, limit int) int {
	if i >= limit || s.tokens[i].Norm != "(" {
		return i
	}
	for k := i + 1; k < limit && k < i+12; k++ {
		if s.tokens[k].Norm == ")" {
			return k + 1
		}
	}
	return i
}

// drafted reports whether token i names a contact already.
func (r *run) drafted(s *sentence, i int) bool {
	for n := len(r.drafts) - 1; n >= 0 && r.drafts[n].s == s; n-- {
		if d := r.drafts[n]; !d.dropped && d.kind == entente.Contact && d.head == i {
			return true
		}
	}
	return false
}

// had reports whether a relative clause says who held the contact n: "the
// talks that our minister had with yours".
func (c *view) had(n *hit, k int) bool {
	sub := c.r.newView(c.s, k)
	said := sub.find("contact", roleStep) != nil || sub.find("contact", roleVerb) != nil
	if !said && n.name != "visit" && n.name != "meeting" && n.name != "call" {
		return false
	}
	if n.name == "summit" || n.name == "commission" {
		return sub.find("contact", roleStep) != nil && len(sub.mentions(entente.MentionDate, sub.cl.from, sub.cl.to))+len(sub.mentions(entente.MentionPlace, sub.cl.from, sub.cl.to)) > 0
	}
	if n.name == "correspondence" {
		return len(sub.mentions(entente.MentionDate, sub.cl.from, sub.cl.to)) > 0
	}
	from, to := sub.subject()
	if from < 0 {
		return false
	}
	pointed := c.s.person(from) != "" || c.s.isPossessive(from) || from > 0 && c.s.isPossessive(from-1) || len(sub.mentions(entente.MentionPerson, from, to)) > 0
	if said && pointed {
		return true
	}
	// "the visit that the Minister paid to Lune", "the audience that he gave
	// to the Ambassador"
	told := len(sub.mentions(entente.MentionDate, to, sub.cl.to))+len(sub.mentions(entente.MentionPlace, to, sub.cl.to)) > 0 || c.r.meets(c.s, to, sub.cl.to)
	return told && (pointed || c.r.meets(c.s, from, to) || c.r.party(c.s, from, to))
}

// evident reports whether what names a contact is a certain one: dated or
// placed, and for what is not dated somebody's. Certain says that it is
// beyond doubt: somebody's own, and dated or placed.
func (c *view) evident(n *hit, from, to int) (evident, certain bool) {
	s := c.s
	dated := len(s.mentions(c.r, entente.MentionDate, from, to)) > 0
	owned, ours := false, false
	for i := max(from, n.start-3); i < n.start; i++ {
		ours = ours || s.isPossessive(i) && !strings.HasPrefix(s.person(i), "third:")
		if s.isPossessive(i) || s.class(i) == "genitive" || s.lex.demonstrative[s.tokens[i].Norm] && n.name != "correspondence" {
			owned = true
		}
	}
	placed := len(s.mentions(c.r, entente.MentionPlace, n.end, to)) > 0
	persons := c.r.meets(s, from, to)
	switch n.name {
	case "correspondence":
		return dated || ours, dated && owned
	case "summit", "commission":
		return dated || placed || n.name == "commission" && c.ahead(n), dated && placed
	}
	met := n.name != "visit" && (len(c.r.companions(s, from, to)) > 0 || s.withSide(from, to))
	return dated || placed || met || ours || owned && persons, owned && (dated || placed)
}

// evidentVerb reports whether a contact verb has who and when or where.
func (c *view) evidentVerb(h *hit) bool {
	s := c.s
	limit := h.end // what was said has its own dates and places
	for limit < c.cl.to && (s.class(limit) != "that" || !s.finiteBetween(limit+1, c.cl.to)) {
		limit++
	}
	dated := len(c.mentions(entente.MentionDate, c.cl.from, limit)) > 0
	placed := len(c.mentions(entente.MentionPlace, h.end-1, limit)) > 0 || s.unknownPlace(h) >= 0
	from, to := c.subject()
	who := from >= 0 && (s.person(from) != "" || c.r.meets(s, from, to)) || c.reporter(h)
	met := c.r.meets(s, h.end, limit)
	if c.cl.kind == relativeClause && h.set["mode"] != "visit" { // "whom I beg you to receive"
		a, b := s.antecedent(c.cl)
		met = met || who && s.person(from) != "" && c.r.meets(s, a, b)
	}
	if h.name == "hosted" {
		return (dated || placed) && c.guest(h) >= 0
	}
	if h.name == "receives" && !met && !s.objectBeside(h) && !(who && s.auxiliaryBefore(h.end-1)) { // a report is received too
		return false
	}
	if (h.set["mode"] == "visit" || h.set["mode"] == "meeting") && c.cl.kind != relativeClause && from >= 0 && !who && !met && !c.body(h) && !(h.set["mode"] == "meeting" && from > 0 && s.isPossessive(from-1)) && s.isThing(from, max(to, h.start)) { // "the tractors arrived"
		return false
	}
	if h.name == "moves" { // whatever goes, only people visit
		return who && (from >= 0 && c.r.meets(s, from, to) || s.person(from) != "" && s.person(from) != "third:subj") && (dated || placed || h.end-h.start > 1)
	}
	if h.set["mode"] == "summit" && (who || met) && c.attends(h) {
		return true
	}
	if h.end-h.start > 2 && (dated || placed || who && h.set["mode"] == "call") { // "joined the call", "sent a delegation to"
		return true
	}
	if from >= 0 && h.name != "visit" && h.name != "correspondence" && c.r.several(s, from, to) { // "the two Presidents met"
		return true
	}
	return dated && (who || placed || met) || placed && who || who && met && h.name != "visit"
}

// attends reports whether the verb h says what somebody has to do with a
// summit or forum that stands after it: "will be represented at the conference".
func (c *view) attends(h *hit) bool {
	for i := range c.hits {
		if o := &c.hits[i]; o.file == "contact" && o.role == roleNoun && o.name == "summit" && o.start >= h.start {
			return true
		}
	}
	return false
}

// objectBeside reports whether "me" or "you" stands right beside the verb h.
func (s *sentence) objectBeside(h *hit) bool {
	if s.isPossessive(h.end) && !s.nounHit(h.end+1) { // "receive your negotiators"
		return true
	}
	for i := max(h.start-2, 0); i < h.end+1 && i < len(s.tokens); i++ {
		if who := s.person(i); strings.HasSuffix(who, ":obj") || who == "recipient:subj" && i >= h.start || who == "we:subj" && i >= h.start {
			return true
		}
	}
	return false
}

// isThing reports whether tokens [from, to) are common nouns alone, so that
// they name nobody.
func (s *sentence) isThing(from, to int) bool {
	for i := from; i < to; i++ {
		if r, _ := utf8.DecodeRuneInString(s.tokens[i].Text); unicode.IsUpper(r) || s.tokens[i].POS == "PROPN" || s.tokens[i].POS == "" || s.mention[i] >= 0 || s.isPossessive(i) || s.class(i) == "pron" || s.person(i) != "" {
			return false
		}
	}
	return true
}

// body reports whether a contact that stands before the verb h is what it
// says happens: "the working group will reconvene".
func (c *view) body(h *hit) bool {
	for _, o := range c.s.hits {
		if o.file == "contact" && o.role == roleNoun && c.cl.has(o.start) && o.end <= h.start {
			return true
		}
	}
	return false
}

// guest returns the token where whoever is received by the verb h is named,
// right after it, or -1: "welcomed Prime Minister Lind to Lune".
func (c *view) guest(h *hit) int {
	s := c.s
	for i := h.end; i < c.cl.to && i < h.end+8; i++ {
		if s.mentionKind(i) == entente.MentionPerson || s.office(i) != nil {
			return h.end
		}
		if s.isPrep(i) || s.isMark(i) || s.class(i) == "that" || s.verbal(i).finite() || s.mentionKind(i) == entente.MentionDate {
			return -1
		}
	}
	return -1
}

// several reports whether tokens [from, to) name two who meet each other.
func (r *run) several(s *sentence, from, to int) bool {
	return s.bothPersons(max(from-3, 0), to) || len(s.mentions(r, entente.MentionPerson, from, to)) > 1
}

// unknownPlace returns the token where a name starts that can only be a place,
// right after the preposition in which the words of a journey end, or -1.
func (s *sentence) unknownPlace(h *hit) int {
	i := h.end
	if h.set["mode"] != "visit" || i >= len(s.tokens) || s.prep(i-1) != "to" && s.prep(i-1) != "in" || s.mention[i] >= 0 || s.tokens[i].POS != "PROPN" || s.office(i) != nil {
		return -1
	}
	return i
}

// reporter reports whether a verb without a subject opens the sentence, as in
// a telegram: "saw Minister at noon". Who writes did it.
func (c *view) reporter(h *hit) bool {
	s := c.s
	if c.r.joint || c.cl.kind != mainClause || s.verbal(h.start) != past && s.verbal(h.start) != participle || s.tokens[h.start].POS == "NOUN" {
		return false
	}
	for i := 0; i < h.start; i++ {
		if !s.isMark(i) && !digits(s.tokens[i].Text) && s.tokens[i].POS != "ADV" {
			return false
		}
	}
	return true
}

// likely reports whether tokens [from, to) hold anything that makes a contact
// a certain one: a date, a place, a name or somebody whose it is.
func (c *view) likely(from, to int) bool {
	s := c.s
	for i := from; i < to; i++ {
		switch s.mentionKind(i) {
		case entente.MentionDate, entente.MentionPlace, entente.MentionPerson, entente.MentionOrganisation:
			return true
		}
		if who := s.person(i); who != "" && !strings.HasPrefix(who, "third:") {
			return true
		}
	}
	return false
}

// ahead reports whether a word such as "next" stands before the contact n.
func (c *view) ahead(n *hit) bool {
	for i := max(n.start-3, c.cl.from); i < n.start; i++ {
		if c.s.lex.coming[c.s.tokens[i].Norm] {
			return true
		}
	}
	return false
}

func (c *view) evidently(n *hit, from, to int) bool {
	evident, _ := c.evident(n, from, to)
	return evident
}

// nominalForce tells the force of a contact named in passing: done, or to
// come if its date is.
func (r *run) nominalForce(c *view, from, to int) entente.Force {
	for k := range c.s.clauses {
		cl := &c.s.clauses[k]
		if cl.parent == c.k && cl.kind == relativeClause && from <= cl.from && cl.to <= to {
			if j := c.s.judge(r, k, 0); j.force != entente.Done {
				return j.force
			}
		}
	}
	for _, i := range c.s.mentions(r, entente.MentionDate, from, to) {
		if r.later(r.mentions[c.s.mention[i]].Value) {
			if j := c.force(); j.force != entente.Done {
				return j.force
			}
			return c.toCome(from, to)
		}
	}
	for i := max(from-4, c.cl.from); i < to; i++ {
		if c.s.lex.coming[c.s.tokens[i].Norm] && c.s.mention[i] < 0 {
			return c.toCome(from, to)
		}
	}
	return entente.Done
}

// toCome is the force of a contact named as one to come: what its author
// plans is promised, what all know of is agreed.
func (c *view) toCome(from, to int) entente.Force {
	for i := from; i < to; i++ {
		if strings.HasPrefix(c.s.person(i), "sender:") {
			return entente.Promised
		}
	}
	return entente.Agreed
}

// demonstrated ties "this visit" to the one last spoken of and takes its date
// and standing.
func (r *run) demonstrated(c *view, d *draft, from int) {
	if c.class(from) != "det" || !c.s.lex.demonstrative[c.s.tokens[from].Norm] {
		return
	}
	m := r.recall(c, entente.Contact)
	if m == nil {
		return
	}
	mode := d.fields[entente.FieldMode]
	if was := m.last.fields[entente.FieldMode]; len(was) > 0 && len(mode) > 0 && was[0].Value != mode[0].Value {
		return
	}
	d.matter = m
	r.inherit(d, m.last, entente.FieldDate, entente.FieldParties)
	if len(d.fields[entente.FieldDate]) > 0 && r.later(d.fields[entente.FieldDate][0].Value) {
		d.force = entente.Agreed
		d.set(entente.FieldStatus, entente.Inferred("planned", "a date to come"))
	}
}
