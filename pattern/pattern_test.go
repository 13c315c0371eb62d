package pattern_test

import (
	"fmt"
	"strings"
	"testing"

	"entente"
	"entente/pattern"
)

// words makes tokens of "word", "word/lemma" or "word/lemma/POS/feats".
func words(s string) []entente.Token {
	var tokens []entente.Token
	for w := range strings.FieldsSeq(s) {
		f := append(strings.Split(w, "/"), "", "", "")
		tokens = append(tokens, entente.Token{Text: f[0], Norm: strings.ToLower(f[0]), Lemma: f[1], POS: f[2], Feats: f[3]})
	}
	return tokens
}

func TestFind(t *testing.T) {
	env := &pattern.Env{Macros: map[string]string{"day": `/\d{1,2}(er|st|nd|rd|th)?/`, "month": "<march|april>"}}
	for _, test := range []struct{ src, text, want string }{
		{"the visit", "The visit and the Visit", "[0 2][3 5]"},
		{"a b? c", "a c a b c a b b c", "[0 2][2 5]"},
		{"a*", "a a b a", "[0 2][3 4]"},
		{"a+ b", "b a a b", "[1 4]"},
		{"<a b|a> c", "a c a b c", "[0 2][2 5]"},
		{"=sign", "we signed/sign it", "[1 2]"},
		{":VERB", "we signed/sign/VERB it", "[1 2]"},
		{":VERB/Mood=Cnd", "x/x/VERB/Mood=Ind y/y/VERB/Mood=Cnd|Tense=Pres", "[1 2]"},
		{"%day %month", "on 3rd April , 4 march", "[1 3][4 6]"},
		{"a !b", "a b a c", "[2 3]"},
		{"!a _", "a b", "[1 2]"},
		{"from {x} to", "from a b to c to", "[0 4] x=1-3"},
		{"from {x:_ _?} to", "from a to", "[0 3] x=1-2"},
		{"{d:%day} {m:%month}", "2 march", "[0 2] d=0-1 m=1-2"},
		{`\?`, "what ?", "[1 2]"},
	} {
		p, err := pattern.Compile(test.src, env)
		if err != nil {
			t.Errorf("Compile(%q): %v", test.src, err)
			continue
		}
		var got strings.Builder
		for _, m := range p.Find(words(test.text)) {
			fmt.Fprintf(&got, "[%d %d]", m.Start, m.End)
			for _, g := range m.Groups {
				fmt.Fprintf(&got, " %s=%d-%d", g.Name, g.Start, g.End)
			}
		}
		if got.String() != test.want {
			t.Errorf("%q in %q = %s, want %s", test.src, test.text, got.String(), test.want)
		}
	}
}

func TestCompileSaysWhere(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		{"a <b", "expected >"},
		{"a }", "byte 2"},
		{"{}", "expected {name}"},
		{"/a", "closing /"},
		{"/(/", "missing closing"},
		{"@nosuch", "unknown list @nosuch"},
		{"%nosuch", "unknown macro %nosuch"},
		{"%loop", "refers to itself"},
		{"?", "expected an element"},
	} {
		_, err := pattern.Compile(test.src, &pattern.Env{Macros: map[string]string{"loop": "a %loop"}})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("Compile(%q) error = %v, want %q in it", test.src, err, test.want)
		}
	}
}

// A pattern that could try for ever gives up instead.
func TestWorkIsBounded(t *testing.T) {
	p, err := pattern.Compile("<a|a a>* <a|a a>* <a|a a>* {x} b", nil)
	if err != nil {
		t.Fatal(err)
	}
	p.Find(words(strings.Repeat("a ", 500)))
}

// Longest at a place: At finds the same match as trying every way.
func FuzzLongest(f *testing.F) {
	f.Add("a b a a b c")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := pattern.Compile("<a|a b|b a>+ c?", nil)
		if err != nil {
			t.Fatal(err)
		}
		tokens := words(strings.ReplaceAll(text, "/", ""))
		if len(tokens) > 40 {
			return
		}
		for i := range tokens {
			m, ok := p.At(tokens, i)
			if want := longest(tokens, i); ok != (want > i) || ok && m.End != want {
				t.Fatalf("At(%d) = %v %v, want end %d", i, m, ok, want)
			}
		}
	})
}

// longest is the slow, plain way for the pattern of FuzzLongest.
func longest(tokens []entente.Token, start int) int {
	reach, best := map[int]bool{start: true}, -1
	norm := func(i int) string {
		if i < len(tokens) {
			return tokens[i].Norm
		}
		return ""
	}
	for i := start; i <= len(tokens); i++ {
		if !reach[i] {
			continue
		}
		if i > start {
			best = max(best, i)
			if norm(i) == "c" {
				best = max(best, i+1)
			}
		}
		if norm(i) == "a" {
			reach[i+1] = true
		}
		if norm(i) == "a" && norm(i+1) == "b" || norm(i) == "b" && norm(i+1) == "a" {
			reach[i+2] = true
		}
	}
	return best
}
