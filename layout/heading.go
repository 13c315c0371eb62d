package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// heading reports whether line i is a title: it names the form of the
// document, or says in capitals who writes to whom.
func (p *protocol) heading(i int) bool {
	l := &p.lines[i]
	if p.greeting || i-p.from > 12 {
		return false
	}
	norm := strings.TrimLeft(l.norm, "0123456789.°)-–—[( nº")
	if p.starts("forms", norm) || p.starts("forms", l.norm) || p.capitalForm(i) || p.endsInForm(i) {
		return l.Len() < 400
	}
	if l.Len() > 200 {
		return false
	}
	return p.toWhom(i)
}

// capitalForm reports whether line i, in capitals, and those below it name a
// form together: "AGREEMENT", "BETWEEN"; "NOTE", "for the Minister".
func (p *protocol) capitalForm(i int) bool {
	norm := p.lines[i].norm
	for k := i + 1; k < i+3 && k < len(p.lines) && p.lines[k].blank <= 1 && p.lines[k].kind == "" && allCapitals(p.in(k-1)); k++ {
		if norm += " " + p.lines[k].norm; p.starts("forms", norm) {
			return true
		}
	}
	return false
}

// endsInForm reports whether line i, in capitals, ends in the name of a form:
// "ARCADIAN-SYLVANIAN JOINT DECLARATION".
func (p *protocol) endsInForm(i int) bool {
	l := &p.lines[i]
	if p.dated || p.headers || l.Len() > 80 || !allCapitals(p.in(i)) {
		return false
	}
	for at := 0; ; {
		e, k, ok := p.lists["forms"].Find(l.norm[at:])
		if !ok {
			return false
		}
		if at += k + len(e.Words); at == len(l.norm) {
			return e.Value == "joint_statement" || e.Value == "communique" || e.Value == "minutes" || strings.Contains(e.Words, " ")
		}
	}
}

// toWhom reports whether line i is "A to B" where both are names: both sides
// in capitals, or each word with a capital.
func (p *protocol) toWhom(i int) bool {
	l := &p.lines[i]
	norm := strings.TrimLeft(l.norm, "0123456789.°)-–—[( nº")
	_, at, ok := p.lists["addressing"].Find(norm)
	bare := 0 // "TO THE PRESIDENT OF CONGRESS."
	if ok && at == 0 && allCapitals(p.in(i)) {
		bare = 1
	} else if ok && at == 0 {
		_, _, ok = p.lists["addressing"].Find(strings.TrimLeft(norm[1:], "abcdefghijklmnopqrstuvwxyz"))
	}
	j := p.block(i)
	if !ok || p.dated || p.isDated(i) || p.greeting || p.headers || j > i+2 && p.prose(i, j) || j == i+2 && (p.prose(i, j) && p.smallWords(p.in(i)+" "+p.in(j-1)) > 3) {
		return false
	}
	if l.blank == 0 && i > p.from && p.lines[i-1].kind == "" {
		return false
	}
	small := 0 // words that a name does not have, besides links such as "of the"
	words := strings.Fields(p.in(i))
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "_*"))
		if unicode.IsLower(r) && utf8.RuneCountInString(w) > 3 {
			small++
		}
	}
	if p.last(i) == ',' && j == i+2 && p.starts("addressing", p.lines[i+1].norm) && p.lines[i+1].Len() < 100 { // "A, ambassador at Zephyr,", "to B, minister."
		return len(words) <= 24 && small*4 <= len(words)
	}
	return len(words) >= 3-bare && len(words) <= 24 && small*4 <= len(words) && p.last(i) != ',' && p.last(i) != ':' && p.last(i) != ';'
}

// fileNumber reports whether line i is one code, "MCU2019-01183", or letters
// and a code with a stroke: "NV 77/2031".
func (p *protocol) fileNumber(i int) bool {
	t := strings.Trim(p.in(i), "[]()")
	if letters, code, ok := strings.Cut(t, " "); ok && len(letters) < 9 && allCapitals(letters) && strings.Contains(code, "/") {
		t = strings.TrimSpace(code)
	}
	if len(t) < 5 || len(t) > 30 || strings.ContainsAny(t, " \t@") || isNumericDate(t) {
		return false
	}
	digits := 0
	for _, r := range t {
		if unicode.IsDigit(r) {
			digits++
		} else if unicode.IsLower(r) {
			return false
		}
	}
	return digits >= 3
}

// messageNumber reports whether text starts with a number and a full stop:
// that of a telegram, with the name of its series or without, or of the
// first paragraph.
func messageNumber(text string) bool {
	if k := strings.IndexByte(text, ' '); k > 0 && k < 9 && !strings.ContainsAny(text[:k], ".,:0123456789") {
		text = text[k+1:]
	}
	n := len(text) - len(strings.TrimLeft(text, "0123456789"))
	return n > 0 && n < 8 && strings.HasPrefix(text[n:], ". ")
}

// salutation returns the end of a salutation at line i, or 0. Where the text
// goes on in the same line it splits it.
func (p *protocol) salutation(i, end int) int {
	l := &p.lines[i]
	norm := l.norm
	ph, ok := p.lists["salutations"].At(norm)
	if !ok {
		return 0
	}
	text := p.in(i)
	alone := i+1 >= end || p.lines[i+1].blank > 0 || p.lines[i+1].broken || p.lines[i+1].indent != l.indent || p.prose(i+1, min(p.block(i+1), end))
	last := p.last(i)
	runIn := strings.Contains(text[:len(text)-1], "--") || strings.Contains(text[:len(text)-1], ": ")
	if strings.Contains(text, ", ") && i+1 < end && p.lines[i+1].blank == 0 {
		r, _ := utf8.DecodeRuneInString(p.in(i + 1))
		runIn = runIn || unicode.IsLower(r)
	}
	if !runIn && l.Len() <= 90 && alone && (last == ',' || last == ':' || last == '!' || last == '-' || last == '—' || last == '.' || ph.Value == "open" && nameLike(text)) {
		if last != '.' || len(strings.Fields(text)) <= 5 {
			return i + 1
		}
	}
	if p.starts("address_cues", norm) && l.Len() < 70 && i+1 < end && p.lines[i+1].blank == 0 && last != ',' && last != ':' {
		return 0 // an address starts so too
	}
	at := strings.IndexAny(text, ",:;!—.-")
	for at >= 0 && at+1 < len(text) && (text[at] == '.' || text[at] == '-') && !strings.HasPrefix(text[at:], ".--") && !strings.HasPrefix(text[at:], "--") {
		k := strings.IndexAny(text[at+1:], ",:;!—.-")
		if k < 0 {
			return 0
		}
		at += 1 + k
	}
	if at < 0 || at > 90 || at+1 >= len(text) && l.Len() > 90 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(text[at:])
	at += n
	for at < len(text) && (strings.IndexByte(",:.-", text[at]) >= 0 || strings.HasPrefix(text[at:], "—")) {
		_, n := utf8.DecodeRuneInString(text[at:])
		at += n
	}
	if strings.TrimSpace(text[at:]) == "" {
		return i + 1
	}
	if l.Len() < 50 && min(p.block(i), end) == i+1 {
		return 0 // a short line that goes on after the comma is a name
	}
	p.split(i, l.Start+at)
	return i + 1
}
