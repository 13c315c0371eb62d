// Package identity says which claims of different documents are about one
// thing, and why. It proposes and never merges: a proposal becomes a
// judgement in the ledger, which a person can undo.
//
// The unit is a Local: what one document says of one thing. Two Locals are
// compared by themselves alone, never by what else is in the register, so
// that any order of the same documents gives the same proposals. Strong
// evidence makes a Same: the kind, and two names that tell, or one with place
// and domain. What is near is Unsure and waits for a person.
package identity

import (
	"strings"

	"entente"
	"entente/edtf"
	"entente/lang"
	"entente/names"
)

// A Local is what one document says of one contact, agreement or undertaking:
// its claims with one About.
type Local struct {
	ID        entente.ClaimID // the first of its claims; names the Local
	Document  entente.DocumentID
	Relations []entente.Relation // that the document belongs to
	Kind      entente.Kind
	Dated     edtf.Date // of the document
	Claims    []Claim
}

// A Claim is one claim with what its pronouns stand for.
type Claim struct {
	entente.Claim
	Names    map[string]string // "@sender_state" → "KZ"
	Mentions []entente.Mention // within its words
}

// A Proposal is a judgement to be made on two Locals.
type Proposal struct {
	A, B    entente.ClaimID // A < B
	Verdict entente.Verdict // entente.Same or entente.Unsure
	Reasons []string        // for a person, strongest first
}

// A Matcher compares Locals. It does not change and may be used by many.
type Matcher struct {
	names    *names.Comparer
	concepts map[string]string // folded words, joined by blanks → concept
	longest  int               // words of the longest key of concepts
	generic  map[string]bool
	stops    map[string]bool
	country  map[string]string // folded name or demonym → code
}

// New makes a Matcher of the lists in the packs.
func New(packs *lang.Packs) *Matcher {
	m := &Matcher{names: names.New(packs), concepts: map[string]string{}, generic: map[string]bool{}, stops: map[string]bool{}, country: map[string]string{}}
	mul := packs.Pack("mul")
	for _, e := range mul.List("concepts").Entries {
		words := m.words(e.Words)
		m.longest = max(m.longest, len(words))
		m.concepts[strings.Join(words, " ")] = e.Value
	}
	for _, w := range mul.List("title_generic").Words() {
		for _, f := range m.words(w) {
			m.generic[f] = true
		}
	}
	for _, w := range mul.List("title_stops").Words() {
		for _, f := range m.words(w) { // "dans" is compared without its s
			m.stops[f] = true
		}
	}
	for _, tag := range packs.Tags() {
		for _, list := range []string{"countries", "demonyms"} {
			for _, e := range packs.Pack(tag).List(list).Entries {
				if fold := m.names.Fold(e.Words); m.country[fold] == "" {
					m.country[fold] = e.Value
				}
			}
		}
	}
	return m
}

// words folds s and takes a plural's last letter from each word.
func (m *Matcher) words(s string) []string {
	words := strings.Fields(m.names.Fold(s))
	for i, w := range words {
		if len(w) > 3 && (w[len(w)-1] == 's' || w[len(w)-1] == 'x') {
			words[i] = w[:len(w)-1]
		}
	}
	return words
}

// add puts a name into the list unless one that is the same stands there.
func (m *Matcher) add(list []string, name string, kind entente.MentionKind) []string {
	for _, n := range list {
		if n == name || m.names.Compare(n, name, kind).Same {
			return list
		}
	}
	return append(list, name)
}
