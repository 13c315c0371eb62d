package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

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

// A scene is who, when and where a clause tells of a contact verb in it.
type scene struct {
	from, to      int // its subject
	who, met      bool
	dated, placed bool
}

func (c *view) scene(h *hit) scene {
	s := c.s
	limit := h.end // what was said has its own dates and places
	for limit < c.cl.to && (s.class(limit) != "that" || !s.finiteBetween(limit+1, c.cl.to)) {
		limit++
	}
	var in scene
	in.dated = len(c.mentions(entente.MentionDate, c.cl.from, limit)) > 0
	in.placed = len(c.mentions(entente.MentionPlace, h.end-1, limit)) > 0 || s.unknownPlace(h) >= 0
	in.from, in.to = c.actor()
	in.who = in.from >= 0 && (s.person(in.from) != "" || c.r.meets(s, in.from, in.to)) || c.reporter(h)
	in.met = c.r.meets(s, h.end, limit)
	if c.cl.kind == relativeClause && h.set["mode"] != "visit" { // "whom I beg you to receive"
		a, b := s.antecedent(c.cl)
		in.met = in.met || in.who && s.person(in.from) != "" && c.r.meets(s, a, b)
	}
	return in
}

// refuted reports whether a contact verb says something else for certain: a
// report is received, goods arrive.
func (c *view) refuted(h *hit, in scene) bool {
	s := c.s
	switch {
	case h.name == "receives" && !in.met && !s.objectBeside(h) && !(in.who && s.auxiliaryBefore(h.end-1)):
		return true
	case h.set["mode"] == "call" && s.tree()[h.start].Rel != "" && s.asked(h): // "called on the Minister to prepare"
		return true
	case h.name == "meeting" && h.end-h.start == 1 && !in.met && c.meetsThing(h): // "to meet the shortage"
		return true
	case h.name == "moves": // whatever goes, only people visit
		return !(in.who && (in.from >= 0 && c.r.meets(s, in.from, in.to) || s.person(in.from) != "" && s.person(in.from) != "third:subj") && (in.dated || in.placed || h.end-h.start > 1))
	case h.set["mode"] != "visit" && h.set["mode"] != "meeting" || c.cl.kind == relativeClause || in.from < 0 || in.who || in.met || c.body(h):
		return false
	}
	return !(h.set["mode"] == "meeting" && in.from > 0 && s.isPossessive(in.from-1)) && s.isThing(in.from, max(in.to, h.start))
}

// asked reports whether the verb h has an infinitive for what is to be done.
func (s *sentence) asked(h *hit) bool {
	k := s.child(h.end-1, "xcomp", "advcl")
	return k > h.end && s.verbal(k) == infinitive
}

// meetsThing reports whether the object of the verb h by the tree is a thing,
// and nobody is named beside it.
func (c *view) meetsThing(h *hit) bool {
	from, to := c.acted(h.start)
	return from >= h.end && c.s.isThing(from, to) && !c.s.offices(from, to) && len(c.r.companions(c.s, h.end, c.cl.to)) == 0
}

// evidentVerb reports whether a contact verb has who and when or where.
func (c *view) evidentVerb(h *hit) bool {
	in := c.scene(h)
	if h.name == "hosted" {
		return (in.dated || in.placed) && c.guest(h) >= 0
	}
	switch {
	case c.refuted(h, in):
		return false
	case h.name == "moves",
		h.set["mode"] == "summit" && (in.who || in.met) && c.attends(h),
		h.end-h.start > 2 && (in.dated || in.placed || in.who && h.set["mode"] == "call"),                   // "joined the call", "sent a delegation to"
		in.from >= 0 && h.name != "visit" && h.name != "correspondence" && c.r.several(c.s, in.from, in.to): // "the two Presidents met"
		return true
	}
	return in.dated && (in.who || in.placed || in.met) || in.placed && in.who || in.who && in.met && h.name != "visit"
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
