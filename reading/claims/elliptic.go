package claims

import "entente"

// predicate reports whether the colon at token i stands for the verb of an
// entry in a list or calendar: "Extradition treaty: signed on 4 May". What is
// before it has no verb, and a step of a contact or an agreement opens what is
// after it.
func (s *sentence) predicate(i int) bool {
	if i+1 >= len(s.tokens) || s.verbal(i+1).finite() && s.verbal(i+1) != past {
		return false
	}
	for k := i - 1; k >= 0 && !s.strongMark(k); k-- {
		if s.verbal(k).finite() || s.relative(k) || s.class(k) == "pron" {
			return false
		}
	}
	for _, h := range s.hits {
		if h.start >= i+1 && h.start <= i+2 && h.role == roleStep && (h.file == "contact" || h.file == "agreement") && (h.mood == participle || h.mood == past || h.mood == noMood) {
			return true
		}
	}
	return false
}

// strongMark reports whether a mark stands at token i that parts sentences.
func (s *sentence) strongMark(i int) bool {
	switch s.tokens[i].Norm {
	case ";", ":", "—", "–":
		return true
	}
	return false
}

// beside returns where the name ends that stands beside an office at the end
// of the phrase before token i: "the visit of the Comptroller, Sir Lionel
// Lind", or i.
func (s *sentence) beside(i, limit int) int {
	if i == 0 || i+1 >= limit || s.tokens[i].Norm != "," || s.mention[i-1] >= 0 && s.mentionKind(i-1) == entente.MentionPerson {
		return i
	}
	for k := i + 1; k < limit && k < i+5; k++ {
		if s.mentionKind(k) == entente.MentionPerson {
			return s.mentionEnd(k)
		}
		if s.class(k) != "" || s.isMark(k) && s.tokens[k].Norm != "." || s.mention[k] >= 0 {
			return i
		}
	}
	return i
}
