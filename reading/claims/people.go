package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente"
)

// office returns the words for a post or a delegation that start at token i,
// or nil.
func (s *sentence) office(i int) *hit {
	for k := range s.phrases {
		if p := &s.phrases[k]; p.file == "offices" && p.start == i {
			return p
		}
	}
	return nil
}

// withSide reports whether "with the Arcadian side" stands in [from, to).
func (s *sentence) withSide(from, to int) bool {
	for i := from; i < to; i++ {
		for k := i + 1; s.prep(i) == "with" && k < to && k < i+4; k++ {
			if s.lex.sides[s.tokens[k].Norm] {
				return true
			}
		}
	}
	return false
}

// offices reports whether a post, not a name, stands in tokens [from, to).
func (s *sentence) offices(from, to int) bool {
	for k := range s.phrases {
		if p := &s.phrases[k]; p.file == "offices" && from <= p.start && p.end <= to {
			return true
		}
	}
	return false
}

// people returns the parties that tokens [from, to) name: persons, and those
// who are named by their office alone, "the Prime Minister", as printed. Where
// there is neither it is what who returns.
func (r *run) people(s *sentence, from, to int) []entente.Value {
	if from < 0 || from >= to || s.person(from) != "" && !s.isPossessive(from) {
		return r.who(s, from, to, false)
	}
	for _, p := range s.phrases {
		if p.file == "joint" && p.start < to && from < p.end && p.end-p.start > 1 {
			return r.who(s, from, to, false)
		}
	}
	var found []entente.Value
	named := false // an apposition to a name is no other party
	for i := from; i < to; i++ {
		switch {
		case s.mentionKind(i) == entente.MentionPerson:
			end := min(s.mentionEnd(i), to)
			v := r.value(s, s.words(i, end), i, end)
			v.Name = r.titled(s, from, i, end)
			found, named, i = append(found, v), true, end-1
		case s.class(i) == "coord":
			named = false
		case s.office(i) != nil && !named:
			a, b := s.officeSpan(s.office(i), from, to)
			if s.class(b) == "genitive" || s.personAhead(b, to) {
				i = b - 1
				continue
			}
			if name := s.ledBy(b); name >= 0 {
				end := s.mentionEnd(name)
				v := r.value(s, s.words(name, end), name, end)
				found, named, i = append(found, v), true, max(b, end)-1
				continue
			}
			if name := s.nameBeside(b); name >= 0 { // "the Comptroller, Sir Lionel Lind,"
				end := s.mentionEnd(name)
				v := r.value(s, s.words(name, end), name, end)
				v.Name = s.words(name, end)
				found, named, i = append(found, v), true, max(b, end)-1
				continue
			}
			v := r.value(s, "", a, b)
			if a > 0 && s.isPossessive(a-1) {
				v = r.value(s, "", a-1, b)
				v.Name = s.words(a, b)
			}
			found, i = append(found, v), b-1
		}
	}
	if len(found) == 0 {
		return r.who(s, from, to, false)
	}
	return found
}

// ledBy returns the token where the name starts of who leads the delegation
// that ends before token i, "led by Mr Lind", or -1.
func (s *sentence) ledBy(i int) int {
	led := false
	for k := i; k < len(s.tokens) && k < i+9; k++ {
		if s.mentionKind(k) == entente.MentionPerson {
			if led {
				return k
			}
			return -1
		}
		led = led || s.lex.led[s.tokens[k].Norm]
		if s.verbal(k).finite() || s.tokens[k].Norm == ";" || !led && k > i+2 {
			return -1
		}
	}
	return -1
}

// nameBeside returns the token where the name starts of who holds the office
// that ends before token i, its seat between: "our Ambassador in Lune, Mr Lind",
// or -1.
func (s *sentence) nameBeside(i int) int {
	if i+1 < len(s.tokens) && s.isPrep(i) && s.mentionKind(i+1) == entente.MentionPlace {
		i = s.mentionEnd(i + 1)
	}
	if end := s.apposition(i, len(s.tokens)); end > i {
		for k := i; k < end; k++ {
			if s.mentionKind(k) == entente.MentionPerson {
				return k
			}
		}
	}
	return -1
}

// officeSpan returns the words of an office with what stands before it,
// "National Security", and its complement, "of the Interior".
func (s *sentence) officeSpan(h *hit, from, to int) (a, b int) {
	a, b = h.start, h.end
	for a > from && s.class(a-1) == "" && !s.isMark(a-1) && s.nominal(a-1) && s.mentionKind(a-1) != entente.MentionPerson && s.mentionKind(a-1) != entente.MentionDate {
		a--
	}
	limit := b
	for limit < to && s.class(limit) != "coord" && !s.isMark(limit) && s.class(limit) != "genitive" {
		limit++
	}
	if limit > b {
		b = max(b, s.phraseEnd(b-1, limit))
	}
	b = s.forWhat(b, limit)
	for k := h.end; k < b; k++ { // a name is not part of it
		if s.mentionKind(k) == entente.MentionPerson {
			return a, k
		}
	}
	return a, b
}

// forWhat returns where an office ends that goes on at token b with what it is
// for, or where its holders are from: "Minister for Trade", "experts from the
// Institute".
func (s *sentence) forWhat(b, limit int) int {
	k := b + 1
	for k < limit && s.class(k) == "det" {
		k++
	}
	if k >= limit || s.mentionKind(k) == entente.MentionPerson || s.mentionKind(k) == entente.MentionDate {
		return b
	}
	first, _ := utf8.DecodeRuneInString(s.tokens[k].Text)
	if s.prep(b) == "for" && unicode.IsUpper(first) && s.mentionKind(k) != entente.MentionPlace || s.prep(b) == "time" && s.mentionKind(k) == entente.MentionOrganisation {
		return s.phraseEnd(k, limit)
	}
	return b
}

// personAhead reports whether the name of who holds an office follows it at
// token i, a comma, an honorific or a state between.
func (s *sentence) personAhead(i, to int) bool {
	for k := i; k < to && k < i+6; k++ {
		if s.mentionKind(k) == entente.MentionPerson {
			return true
		}
		if s.tokens[k].Norm != "," && s.class(k) != "" && s.prep(k) != "of" && s.class(k) != "det" || s.verbal(k).finite() {
			return false
		}
		if r, _ := utf8.DecodeRuneInString(s.tokens[k].Text); s.class(k) == "" && unicode.IsLower(r) {
			return false
		}
	}
	return false
}

// complement finds whom the noun of a contact is of, with or by: "la visite
// en France du chef d'état-major". A bare noun after "of" tells what kind of
// contact it is: "visite de travail".
func (r *run) complementOf(s *sentence, noun *hit, to int, visit bool) []entente.Value {
	for i := noun.end; i < to && !s.verbal(i).finite() && !s.relative(i) && !s.invitedAt(i); i++ {
		p := s.prep(i)
		if p != "of" && p != "by" && (p != "with" && p != "between" || visit) {
			continue
		}
		a := i + 1
		for a < to && s.class(a) == "det" {
			a++
		}
		if a >= to {
			break
		}
		if p != "by" && p != "between" && a == i+1 && s.mention[a] < 0 && !s.isPossessive(a) && !s.contracted(i) {
			continue // "visite de travail"
		}
		end := s.nextVerb(a, to)
		if p == "of" {
			end = s.phraseEnd(a, end)
		}
		if vs := r.people(s, a, end); len(vs) > 0 {
			return vs
		}
		if visit && p == "of" && s.nominal(a) && s.mention[a] < 0 && s.class(a) == "" {
			return []entente.Value{r.value(s, "", a, s.phraseEnd(a, end))} // "the visit of the President"
		}
	}
	return nil
}

// invitedAt reports whether the noun of an invitation stands at token i.
func (s *sentence) invitedAt(i int) bool {
	for _, h := range s.hits {
		if h.start == i && h.file == "contact" && h.name == "invited" && h.role == roleNoun {
			return true
		}
	}
	return false
}

// contracted reports whether the preposition at i holds an article: "du".
func (s *sentence) contracted(i int) bool {
	return strings.Contains(s.tokens[i].Feats, "Definite=Def") || s.lex.contracted[s.tokens[i].Norm]
}

// nextVerb returns the first finite verb, relative or strong mark in tokens
// [i, to), or to.
func (s *sentence) nextVerb(i, to int) int {
	for ; i < to; i++ {
		if s.verbal(i).finite() || s.relative(i) || s.tokens[i].Norm == ";" {
			return i
		}
	}
	return to
}

// listEnd returns where a list of people that starts at token i ends: at a
// verb, or at a preposition that binds none of its names.
func (s *sentence) listEnd(i, to int) int {
	end := s.phraseEnd(i, to)
	for end < to && (s.tokens[end].Norm == "," || s.class(end) == "coord") {
		k := end + 1
		for k < to && (s.class(k) == "coord" || s.class(k) == "det" || s.isPossessive(k) || s.prep(k) == "with") {
			k++
		}
		if k >= to || s.mentionKind(k) != entente.MentionPerson && s.office(k) == nil && !s.personAhead(k, to) {
			break
		}
		end = s.phraseEnd(k, to)
	}
	return end
}
