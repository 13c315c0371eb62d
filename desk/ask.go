package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"entente"
	"entente/projection"
)

// The rows of the views, as faces see them.
type (
	Document = projection.Document
	Claim    = projection.Claim
	Matter   = projection.Matter
	Relation = projection.Relation
	Party    = projection.Party
	Person   = projection.Person
)

// An Answer is what Ask found. What was not asked for is nil.
type Answer struct {
	Title     string // what was asked for: "relations", "FR-KZ", "contacts"
	Relations []*Relation
	Documents []*Document
	Matters   []*Matter
	Parties   []Party
	Matter    *MatterFile
	Document  *DocumentFile
}

// A MatterFile is one matter with every claim on it.
type MatterFile struct {
	*Matter
	Claims []ClaimFile
}

// A ClaimFile is a claim and the document that makes it.
type ClaimFile struct {
	*Claim
	Document *Document
}

// A DocumentFile is one document and its claims in the order of its text.
type DocumentFile struct {
	*Document
	Claims []*Claim
}

// Nouns lists the words that Ask takes for lists.
var Nouns = []string{"relations", "documents", "contacts", "agreements", "undertakings", "parties", "people", "organisations"}

// Ask answers one word: a noun of Nouns, a relation ("FR-KZ"), a register
// number ("in/2026/12"), or the start of the id of a document, matter or
// claim; "" asks for relations. of limits lists to one relation; the zero
// Relation does not. It returns entente.ErrNotFound where nothing is meant.
func (r *Register) Ask(ctx context.Context, word string, of entente.Relation) (Answer, error) {
	var answer Answer
	err := r.store.View(ctx, func(view Snapshot) (err error) {
		answer, err = ask(view, strings.ToLower(strings.TrimSpace(word)), of)
		return err
	})
	return answer, err
}

func ask(view Snapshot, word string, of entente.Relation) (a Answer, err error) {
	a.Title = word
	switch word {
	case "", "relations", "relation":
		a.Title = "relations"
		a.Relations, err = projection.Relations(view)
	case "documents", "document":
		a.Documents, err = projection.Documents(view, of)
	case "contacts", "contact":
		a.Matters, err = projection.Matters(view, entente.Contact, of)
	case "agreements", "agreement":
		a.Matters, err = projection.Matters(view, entente.Agreement, of)
	case "undertakings", "undertaking":
		a.Matters, err = projection.Matters(view, entente.Undertaking, of)
	case "parties", "party":
		a.Parties, err = projection.Parties(view, "")
	case "people", "person":
		a.Parties, err = projection.Parties(view, entente.MentionPerson)
	case "organisations", "organisation":
		a.Parties, err = projection.Parties(view, entente.MentionOrganisation)
	default:
		return askOne(view, word)
	}
	return a, err
}

func askOne(view Snapshot, word string) (Answer, error) {
	if rel, ok := entente.ParseRelation(word); ok {
		return askRelation(view, rel)
	}
	if n, ok := entente.ParseNumber(word); ok {
		id, err := projection.Numbered(view, n)
		if err != nil {
			return Answer{}, err
		}
		return askDocument(view, id)
	}
	word = strings.TrimPrefix(word, "sha256:")
	if len(word) < 4 || strings.Trim(word, "0123456789abcdef") != "" {
		return Answer{}, &entente.InputError{Name: word, At: -1, Err: entente.ErrInvalid,
			Text: "nothing of that name; ask for " + strings.Join(Nouns, ", ") + ", a relation such as FR-KZ, a register number such as in/2026/12, or an id of which four characters are enough"}
	}
	found, err := projection.Find(view, word, 2)
	if err != nil {
		return Answer{}, err
	}
	switch len(found.Documents) + len(found.Claims) {
	case 0:
		return Answer{}, fmt.Errorf("no document, matter or claim has an id that starts with %s: %w", word, entente.ErrNotFound)
	case 1:
		if len(found.Documents) == 1 {
			return askDocument(view, found.Documents[0])
		}
		return askMatter(view, found.Claims[0])
	}
	return Answer{}, &entente.InputError{Name: word, At: -1, Text: "several ids start so; give more of it", Err: entente.ErrInvalid}
}

func askRelation(view Snapshot, rel entente.Relation) (Answer, error) {
	row, err := projection.RelationOf(view, rel)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Title: rel.String(), Relations: []*Relation{row}}
	if a.Documents, err = projection.Documents(view, rel); err != nil {
		return a, err
	}
	for _, kind := range []entente.Kind{entente.Contact, entente.Agreement, entente.Undertaking} {
		matters, err := projection.Matters(view, kind, rel)
		if err != nil {
			return a, err
		}
		a.Matters = append(a.Matters, matters...)
	}
	return a, nil
}

func askDocument(view Snapshot, id entente.DocumentID) (Answer, error) {
	doc, err := projection.DocumentOf(view, id)
	if err != nil {
		return Answer{}, err
	}
	claims, err := claimsShown(view, id)
	return Answer{Title: projection.Hex(id), Document: &DocumentFile{doc, claims}}, err
}

// claimsShown returns the claims of a document. What an earlier reading found
// and nobody judged is kept for what rules hold of it, and not shown.
func claimsShown(view Snapshot, id entente.DocumentID) ([]*Claim, error) {
	claims, err := projection.ClaimsOf(view, id)
	return slices.DeleteFunc(claims, func(c *Claim) bool { return !c.Current && !c.Held }), err
}

// askMatter answers with the matter of a claim, or with its document where
// the claim does not stand and so belongs to none.
func askMatter(view Snapshot, id entente.ClaimID) (Answer, error) {
	claim, err := projection.ClaimOf(view, id)
	if err != nil {
		return Answer{}, err
	}
	if claim.Matter == "" {
		return askDocument(view, claim.Document)
	}
	matter, err := projection.MatterOf(view, id)
	if err != nil {
		return Answer{}, err
	}
	file := &MatterFile{Matter: matter}
	for _, id := range matter.Claims {
		claim, err := projection.ClaimOf(view, id)
		if err != nil {
			return Answer{}, err
		}
		doc, err := projection.DocumentOf(view, claim.Document)
		if err != nil {
			return Answer{}, err
		}
		file.Claims = append(file.Claims, ClaimFile{claim, doc})
	}
	return Answer{Title: string(matter.ID), Matter: file}, nil
}
