// Package claims reads what a document says about contacts, agreements and
// undertakings.
//
// Each sentence is cut into clauses. The frames of the pack, words grouped by
// what they evoke, say which clauses are about a contact, an agreement or an
// undertaking; the words that govern a clause and the mood of its verb say
// with what force; the mentions within it and the words around them fill the
// fields. What a frame, a force or a courtesy sounds like in a language
// stands in its pack: contact.rules, agreement.rules, undertaking.rules,
// force.rules and claims.list. Where the tagger was silent the endings of
// verbs decide.
package claims

import (
	"fmt"
	"slices"
	"strconv"

	"entente"
	"entente/dates"
	"entente/lang"
)

// A Reader is the compiled frames of all packs. It may be used by many at
// once.
type Reader struct {
	byTag map[string]*lexicon
}

// New compiles the frames of the packs. The error names the file and line of
// a rule that cannot be used.
func New(packs *lang.Packs, grammar *dates.Grammar) (*Reader, error) {
	r := &Reader{byTag: map[string]*lexicon{}}
	weights, err := weightsOf(packs, "claim_weights")
	if err != nil {
		return nil, err
	}
	roles, err := weightsOf(packs, "role_weights")
	if err != nil {
		return nil, err
	}
	for _, tag := range packs.Languages() {
		l, err := newLexicon(packs.Pack(tag), weights, roles)
		if err != nil {
			return nil, err
		}
		r.byTag[tag] = l
	}
	return r, nil
}

func weightsOf(packs *lang.Packs, list string) (map[string]int, error) {
	weights := map[string]int{}
	for _, e := range packs.Pack("mul").List(list).Entries {
		n, err := strconv.Atoi(e.Value)
		if err != nil {
			return nil, fmt.Errorf("mul: %s: the weight of %s is no number: %q", list, e.Words, e.Value)
		}
		weights[e.Words] = n
	}
	return weights, nil
}

// Claims returns the claims of doc in the order of the text, and what could
// not be read. A document in a language without frames has none.
func (r *Reader) Claims(doc *entente.Document, parts []entente.Part, sentences []entente.Sentence, env entente.Envelope, mentions []entente.Mention) ([]entente.Claim, []entente.Remark) {
	lex := r.byTag[doc.Language]
	if lex == nil || lex.frames.words == nil {
		return nil, nil
	}
	run := newRun(lex, doc, parts, sentences, env, mentions)
	run.lookAhead()
	run.read()
	claims, _ := run.claims()
	return claims, run.remarks
}

// Candidates returns every claim that the frames suggest, however thin the
// evidence, and beside each the evidence that it is believed on. It is what
// cmd/train weighs evidence from.
func (r *Reader) Candidates(doc *entente.Document, parts []entente.Part, sentences []entente.Sentence, env entente.Envelope, mentions []entente.Mention) ([]entente.Claim, [][]string) {
	lex := r.byTag[doc.Language]
	if lex == nil || lex.frames.words == nil {
		return nil, nil
	}
	run := newRun(lex, doc, parts, sentences, env, mentions)
	run.everything = true
	run.read()
	return run.claims()
}

// Roles returns the claims of doc, and beside each the phrases that were
// weighed for its fields. It is what cmd/train weighs roles from.
func (r *Reader) Roles(doc *entente.Document, parts []entente.Part, sentences []entente.Sentence, env entente.Envelope, mentions []entente.Mention) ([]entente.Claim, [][]Role) {
	lex := r.byTag[doc.Language]
	if lex == nil || lex.frames.words == nil {
		return nil, nil
	}
	run := newRun(lex, doc, parts, sentences, env, mentions)
	run.everyRole = true
	run.lookAhead()
	run.read()
	claims, _ := run.claims()
	var roles [][]Role
	for _, d := range run.drafts {
		if !d.dropped && !d.span.Empty() {
			roles = append(roles, d.roles)
		}
	}
	return claims, roles
}

// claims turns the drafts into claims: sorted, numbered, and those on one
// thing joined by About.
func (r *run) claims() ([]entente.Claim, [][]string) {
	r.drafts = append(r.drafts, r.aside...)
	slices.SortStableFunc(r.drafts, func(a, b *draft) int {
		if a.span.Start != b.span.Start {
			return a.span.Start - b.span.Start
		}
		return b.span.End - a.span.End
	})
	var claims []entente.Claim
	var evidence [][]string
	about := map[*matter]string{}
	for _, d := range r.drafts {
		if d.dropped || d.span.Empty() {
			continue
		}
		if about[d.matter] == "" {
			about[d.matter] = fmt.Sprintf("e%d", len(about)+1)
		}
		var names []string
		if d.evidence != nil {
			names = d.evidence.names
		}
		evidence = append(evidence, names)
		claims = append(claims, entente.Claim{
			Anchor: entente.At(r.doc.Text, d.span),
			ID:     fmt.Sprintf("s%d", len(claims)+1),
			Kind:   d.kind,
			Force:  d.force,
			About:  about[d.matter],
			Fields: d.fields,
			Trace:  d.trace,
		})
	}
	return claims, evidence
}
