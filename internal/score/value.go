package score

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// loose names the fields whose values are also right where that share of
// their words is common.
var loose = map[string]float64{"parties": 0.75, "by": 0.75, "with": 0.75, "host": 0.75, "place": 0.6, "title": 0.4,
	"subject": 0.4, "terms": 0.4, "sender": 0.6, "recipient": 0.6, "amount": 1}

// Equal reports whether read says what gold says: one of its forms is one of
// gold's, it holds gold's key, or it shares enough words.
func Equal(field string, gold, read Value) bool {
	refs, reads := gold.forms(false), read.forms(true)
	for a := range refs {
		if reads[a] {
			return true
		}
	}
	if gold.Key != "" {
		key := words(fold(gold.Key))
		for a := range reads {
			if share(key, words(a)) == len(key) {
				return true
			}
		}
	}
	least, ok := loose[field]
	if !ok {
		return false
	}
	for a := range refs {
		for b := range reads {
			wa, wb := words(a), words(b)
			common := share(wa, wb)
			if len(wa) > 0 && len(wb) > 0 && float64(common)/float64(len(wa)+len(wb)-common) >= least {
				return true
			}
		}
	}
	return false
}

// forms are the folded ways in which v may be said; named adds the name even
// where there is a value.
func (v Value) forms(named bool) map[string]bool {
	first := v.Value
	if first == nil {
		first = v.Name
	}
	all := []*string{first, v.Ref}
	if named {
		all = append(all, v.Name)
	}
	for i := range v.Same {
		all = append(all, &v.Same[i])
	}
	forms := map[string]bool{}
	for _, s := range all {
		if s != nil && *s != "" {
			forms[fold(*s)] = true
		}
	}
	return forms
}

func words(folded string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(folded) {
		set[w] = true
	}
	return set
}

func share(a, b map[string]bool) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// fold lets go of accents, case and marks.
func fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(s) {
		if norm.NFKD.PropertiesString(string(r)).CCC() != 0 {
			continue
		}
		if !isWord(r) && !strings.ContainsRune("@%€$£./+-", r) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		if r == 'ß' || r == 'ẞ' {
			b.WriteString("ss")
		} else if r == 'ς' {
			b.WriteRune('σ')
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

const edge = " \t\n\r.,;:!?()[]«»\"'’“”-–—•*"

var articles = words("the a an on in le la les un une des du de au aux en of " +
	"monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche")

// core is a quote without edges, articles and days of the week, folded: two
// spans with the same core are the same words.
func core(quote string) string {
	quote = strings.Trim(quote, edge)
	for {
		rest := strings.Trim(withoutArticle(quote), edge)
		if rest == quote {
			return fold(quote)
		}
		quote = rest
	}
}

func withoutArticle(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !isWord(r) })
	if end < 0 {
		end = len(s)
	}
	first := strings.ToLower(s[:end])
	switch {
	case articles[first]:
		s = s[end:]
	case first == "l" || first == "d":
		rest, ok := strings.CutPrefix(s[end:], "'")
		if !ok {
			rest, ok = strings.CutPrefix(s[end:], "’")
		}
		if !ok {
			return s
		}
		s = rest
	default:
		return s
	}
	return strings.TrimLeftFunc(s, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
}
