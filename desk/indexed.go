package desk

import (
	"context"
	"slices"
	"strings"

	"entente"
	"entente/projection"
	"entente/search"
)

// takeIn takes what changed into the index of search.
func takeIn(tx Tx, words *search.Analyzer, changed projection.Changed) error {
	x := newIndexer(tx, words)
	for _, id := range changed.Documents {
		if err := x.document(id); err != nil {
			return err
		}
	}
	for _, c := range changed.Claims {
		if err := x.claim(c.ID, c.Row); err != nil {
			return err
		}
	}
	return nil
}

// An indexer writes items for documents and claims, in one transaction.
type indexer struct {
	tx    Tx
	words *search.Analyzer
	docs  map[entente.DocumentID]*Document
	wrote map[entente.DocumentID][2]string // who wrote a document and to whom, in stems
}

func newIndexer(tx Tx, words *search.Analyzer) indexer {
	return indexer{tx, words, map[entente.DocumentID]*Document{}, map[entente.DocumentID][2]string{}}
}

func (x indexer) row(id entente.DocumentID) (*Document, error) {
	if d := x.docs[id]; d != nil {
		return d, nil
	}
	d, err := projection.DocumentOf(x.tx, id)
	if err == nil {
		x.docs[id] = d
	}
	return d, err
}

func (x indexer) document(id entente.DocumentID) error {
	d, err := x.row(id)
	if err != nil {
		return err
	}
	text, err := x.tx.Blob(d.TextSHA256)
	if err != nil {
		return err
	}
	return x.put(d, search.Item{Kind: search.Documents, ID: projection.Hex(id)}, string(text), search.Subject{})
}

// claim puts a claim that counts, and takes away one that does not.
func (x indexer) claim(id entente.ClaimID, row *Claim) error {
	if row == nil || !row.Live() {
		return x.tx.Unindex(search.Claims, string(id))
	}
	d, err := x.row(row.Document)
	if err != nil {
		return err
	}
	return x.put(d, search.Item{Kind: search.Claims, ID: string(id)}, claimWords(row), search.Subject{Kind: row.Claim.Kind})
}

func (x indexer) put(d *Document, i search.Item, words string, s search.Subject) error {
	i.Words = x.words.Stems(d.Language, words)
	who, known := x.wrote[d.ID]
	if !known {
		who = [2]string{x.people(d.Language, slices.Concat(d.Sender, d.Parties)), x.people(d.Language, slices.Concat(d.Recipient, d.Parties))}
		x.wrote[d.ID] = who
	}
	i.From, i.To = who[0], who[1]
	s.Form, s.Date = d.Form, d.Date
	for _, r := range d.Relations {
		s.Relations = append(s.Relations, r.Relation)
	}
	i.Describe(s)
	return x.tx.Index(i)
}

// people are the words by which correspondents are found: their names and
// offices, and the codes of their states.
func (x indexer) people(language string, list []Person) string {
	var all []string
	for _, p := range list {
		all = append(all, x.words.Stems(language, p.Name+"\n"+p.Office), strings.ToLower(string(p.State)))
	}
	return strings.Join(all, " ")
}

// claimWords are the words by which a claim is found: its own, those of its
// values that stand elsewhere or that a person gave, and what its pronouns
// stand for.
func claimWords(c *projection.Claim) string {
	claim := c.Stands()
	words := claim.Quote
	for _, rule := range entente.FieldsOf[claim.Kind] {
		for _, v := range claim.Fields[rule.Field] {
			if !claim.Span.Contains(v.Span) {
				words += "\n" + v.Quote
			}
			if name := c.Name(v); name != v.Value || rule.Values == nil && v.Inferred {
				words += "\n" + name
			}
		}
	}
	return words
}

// reindex makes the index of search again from the views, where it is empty
// though there are documents: an older program made this register, or a newer
// form of the index emptied it.
func (r *Register) reindex(ctx context.Context) error {
	return r.store.Update(ctx, func(tx Tx) error {
		if err := tx.ClearIndex(); err != nil {
			return err
		}
		docs, err := projection.Documents(tx, entente.Relation{})
		if err != nil {
			return err
		}
		slices.SortFunc(docs, func(a, b *Document) int { return int(a.Read - b.Read) })
		for _, d := range docs {
			if d.Read == 0 {
				continue
			}
			x := newIndexer(tx, r.words)
			x.docs[d.ID] = d
			if err := x.document(d.ID); err != nil {
				return err
			}
			claims, err := projection.ClaimsOf(tx, d.ID)
			if err != nil {
				return err
			}
			for _, c := range claims {
				if err := x.claim(c.ID, c); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
