package claims

import (
	"strings"

	"entente"
)

// who returns the party that tokens [from, to) name, or the zero Value. As
// says whether a pronoun means the person or the state.
func (r *run) who(s *sentence, from, to int, state bool) []entente.Value {
	if from < 0 || from >= to {
		return nil
	}
	for _, p := range s.phrases {
		if p.file == "joint" && p.start < to && from < p.end && p.end-p.start > 1 {
			return r.both(s, p.start, p.end, p.set["class"] == "states")
		}
	}
	if who := s.person(from); who != "" {
		if vs := r.pronoun(s, from, state); vs != nil {
			if s.isPossessive(from) && from+1 < to {
				// "votre Gouvernement" is the party, "votre visite" only its owner.
				vs[0] = r.value(s, vs[0].Value, from, to)
				vs[0].Name = s.words(from+1, to)
			}
			return vs
		}
		return nil
	}
	if to+1 < len(s.tokens) && s.tokens[to].Norm == "," && len(s.mentions(r, entente.MentionPerson, from, to)) == 0 {
		// "my Minister of Culture, Mr Lind,": the name stands beside.
		next := to + 1
		for next < len(s.tokens) && next < to+4 && s.mention[next] < 0 && !s.isMark(next) && s.class(next) == "" {
			next++
		}
		if next < len(s.tokens) && s.mentionKind(next) == entente.MentionPerson && s.verbal(to+1) == noMood {
			end := s.mentionEnd(next)
			v := r.value(s, s.words(next, end), next, end)
			return []entente.Value{v}
		}
	}
	if from > 0 && s.isPossessive(from-1) {
		if vs := r.pronoun(s, from-1, true); len(vs) == 1 && len(s.mentions(r, entente.MentionPerson, from, to)) == 0 {
			vs[0] = r.value(s, vs[0].Value, from-1, to)
			vs[0].Name = s.words(from, to)
			return vs
		}
	}
	return r.named(s, from, to)
}

// named returns the parties that tokens [from, to) name: the persons, else
// the organisations, else the states, and whoever "and" joins to one of them.
func (r *run) named(s *sentence, from, to int) []entente.Value {
	for _, kind := range []entente.MentionKind{entente.MentionPerson, entente.MentionOrganisation, entente.MentionPlace} {
		var found []entente.Value
		last := -1
		for i := max(from, 0); i < to && i < len(s.tokens); i++ {
			m := s.mention[i]
			if m < 0 || i > 0 && s.mention[i-1] == m {
				continue
			}
			k := r.mentions[m].Kind
			if k != kind && !(s.joined(from, i) && (len(found) > 0 && s.mentionEnd(last) == s.joinedAt(from, i) || r.joinsKind(s, i, to, kind))) {
				continue
			}
			end := s.mentionEnd(i)
			switch k {
			case entente.MentionPlace:
				if v, ok := r.state(s, i, end); ok {
					found, last = append(found, v), i
				}
			case entente.MentionPerson, entente.MentionOrganisation:
				v := r.value(s, s.words(i, end), i, end)
				if k == entente.MentionPerson {
					v.Name = r.titled(s, from, i, end)
				}
				found, last = append(found, v), i
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// joinedAt returns where the words start that join token i to what stands
// before it, "and the", or i.
func (s *sentence) joinedAt(from, i int) int {
	k := i
	for k > from && s.class(k-1) == "det" {
		k--
	}
	if k > from && s.class(k-1) == "coord" {
		k--
		if k > from && s.tokens[k-1].Norm == "," {
			k--
		}
		return k
	}
	return i
}

// joined reports whether "and" joins token i to what stands before it, or it
// stands first.
func (s *sentence) joined(from, i int) bool {
	if s.joinedAt(from, i) < i {
		return true
	}
	for k := from; k < i; k++ {
		if s.class(k) != "det" {
			return false
		}
	}
	return true
}

// joinsKind reports whether "and" joins the mention at i to one of a kind
// right after it.
func (r *run) joinsKind(s *sentence, i, to int, kind entente.MentionKind) bool {
	end := s.mentionEnd(i)
	for k := end; k < to && k < end+4; k++ {
		if s.mention[k] >= 0 {
			return s.mentionKind(k) == kind && s.joinedAt(end, k) == end
		}
	}
	return false
}

// titled returns a person's name with the office before it.
func (r *run) titled(s *sentence, from, i, end int) string {
	a := i
	for a > from && !s.isMark(a-1) && s.class(a-1) == "" {
		a--
	}
	return s.words(a, end)
}

// state returns the party that a country is.
func (r *run) state(s *sentence, i, end int) (entente.Value, bool) {
	code := r.mentions[s.mention[i]].Value
	v := r.value(s, s.words(i, end), i, end)
	if !r.land(s.mention[i]) {
		return v, false
	}
	switch {
	case len(code) != 2:
	case code == stateOf(r.env.Sender):
		v.Value, v.Name = entente.AtSenderState, s.words(i, end)
	case code == stateOf(r.env.Recipient):
		v.Value, v.Name = entente.AtRecipientState, s.words(i, end)
	}
	return v, true
}

func stateOf(people []entente.Correspondent) string {
	if len(people) == 0 {
		return ""
	}
	return people[0].State.Value
}

func nameOf(people []entente.Correspondent) string {
	if len(people) == 0 {
		return ""
	}
	return people[0].Name.Value
}

// pronoun returns whom a pronoun or possessive points at: a person, or with
// state that person's state.
func (r *run) pronoun(s *sentence, i int, state bool) []entente.Value {
	who, slot, _ := strings.Cut(s.person(i), ":")
	at := ""
	switch who {
	case "sender":
		at = entente.AtSender
		if state && slot == "poss" {
			at = entente.AtSenderState
		}
	case "we":
		if r.joint {
			return r.partiesAt(s, i, i+1)
		}
		at = entente.AtSender
		if state {
			at = entente.AtSenderState
		}
	case "recipient":
		at = entente.AtRecipient
		if state && slot != "subj" {
			at = entente.AtRecipientState
		}
	default:
		if r.joint && slot == "subj" {
			return r.partiesAt(s, i, i+1)
		}
		return nil
	}
	if r.joint {
		return nil
	}
	v := r.value(s, at, i, i+1)
	v.Name = r.resolved(at)
	return []entente.Value{v}
}

// resolved returns the name behind "@sender" and the like, where one is known.
func (r *run) resolved(at string) string {
	switch at {
	case entente.AtSender:
		return nameOf(r.env.Sender)
	case entente.AtRecipient:
		return nameOf(r.env.Recipient)
	case entente.AtSenderState:
		return stateOf(r.env.Sender)
	case entente.AtRecipientState:
		return stateOf(r.env.Recipient)
	}
	return ""
}

// partiesAt returns the parties of a joint document, said by tokens [i, j).
func (r *run) partiesAt(s *sentence, i, j int) []entente.Value {
	var vs []entente.Value
	if len(r.env.Parties) > 3 { // too many to name: as printed
		return []entente.Value{r.value(s, "", i, j)}
	}
	for _, p := range r.env.Parties {
		v := p.Name
		if v.Zero() {
			v = p.State
		}
		if v.Zero() {
			continue
		}
		vs = append(vs, r.value(s, v.Value, i, j))
	}
	return vs
}

// both returns the two sides, said by tokens [i, j).
func (r *run) both(s *sentence, i, j int, states bool) []entente.Value {
	if r.joint {
		return r.partiesAt(s, i, j)
	}
	a, b := entente.AtSender, entente.AtRecipient
	if states {
		a, b = entente.AtSenderState, entente.AtRecipientState
	}
	return []entente.Value{r.value(s, a, i, j), r.value(s, b, i, j)}
}

func (r *run) bothInferred(states bool) []entente.Value {
	const why = "the two sides of the document"
	if r.joint || len(r.env.Sender) == 0 {
		return nil
	}
	if states {
		return []entente.Value{entente.Inferred(entente.AtSenderState, why), entente.Inferred(entente.AtRecipientState, why)}
	}
	return []entente.Value{entente.Inferred(entente.AtSender, why), entente.Inferred(entente.AtRecipient, why)}
}
