package desk

import (
	"cmp"
	"slices"
	"strconv"
	"sync"

	"entente"
	"entente/identity"
	"entente/ledger"
	"entente/projection"
)

// ByRule is who makes the judgements that identity proposes.
const ByRule = "rule: identity"

// lazyMatcher makes the matcher when it is first needed: a query never does.
func lazyMatcher(r *Register) func() *identity.Matcher {
	return sync.OnceValue(func() *identity.Matcher {
		if r.packs == nil {
			return nil
		}
		return identity.New(r.packs)
	})
}

// identify takes every reading that the ledger holds and the index does not
// into the index, and enters what identity proposes of it and those before as
// judgements by rule. What anybody, a rule or a person, holds of two claims
// already is left alone.
func (r *Register) identify(tx Tx) error {
	m := r.matcher()
	if m == nil {
		return nil
	}
	from, err := indexed(tx)
	if err != nil {
		return err
	}
	until, err := tx.Last()
	if err != nil || from == until {
		return err
	}
	if from == 0 { // new, or restored: what was proposed once is not proposed again
		if from, err = seqAt(tx, nearRule); err != nil {
			return err
		}
		if err := r.index(tx, m, from); err != nil {
			return err
		}
	}
	docs, err := readSince(tx, from)
	if err != nil {
		return err
	}
	n := newNearby(tx, m)
	if err := n.takeAll(docs, true, func() error { return r.settle(n) }); err != nil {
		return err
	}
	if until, err = tx.Last(); err != nil { // what was proposed is in the index by what it joins
		return err
	}
	return setSeq(tx, nearAt, until)
}

// index takes every reading up to an entry into the index and proposes
// nothing.
func (r *Register) index(tx Tx, m *identity.Matcher, until entente.Seq) error {
	if until == 0 {
		return nil
	}
	docs, err := readSince(tx, 0)
	if err != nil {
		return err
	}
	docs = slices.DeleteFunc(docs, func(d *Document) bool { return d.Read > until })
	n := newNearby(tx, m)
	if err := n.takeAll(docs, false, n.flush); err != nil {
		return err
	}
	return setSeq(tx, nearAt, until)
}

// settle enters what was proposed and writes the index.
func (r *Register) settle(n *nearby) error {
	judgements, err := n.judgements()
	if err != nil {
		return err
	}
	if _, err := r.enter(n.tx, ledger.Hand{By: ByRule, At: r.now()}, judgements...); err != nil {
		return err
	}
	return n.flush()
}

// readSince returns the documents whose latest reading came after an entry,
// those of one relation together and in the order of their readings.
func readSince(tx Tx, from entente.Seq) ([]*Document, error) {
	var docs []*Document
	if from == 0 {
		all, err := projection.Documents(tx, entente.Relation{})
		if err != nil {
			return nil, err
		}
		docs = slices.DeleteFunc(all, func(d *Document) bool { return d.Read == 0 })
	} else {
		for entry, err := range decoded(tx.Records(from)) {
			if err != nil {
				return nil, err
			}
			read, ok := entry.Body.(entente.Read)
			if !ok {
				continue
			}
			doc, err := projection.DocumentOf(tx, read.Document.ID)
			if err != nil {
				return nil, err
			}
			if doc.Read == entry.Seq {
				docs = append(docs, doc)
			}
		}
	}
	slices.SortFunc(docs, func(a, b *Document) int {
		return cmp.Or(cmp.Compare(relationOf(a), relationOf(b)), cmp.Compare(a.Read, b.Read))
	})
	return docs, nil
}

func relationOf(d *Document) string {
	if len(d.Relations) == 0 {
		return ""
	}
	return d.Relations[0].Relation.String()
}

// indexed returns the last entry that is in the index, 0 for none.
func indexed(view projection.View) (entente.Seq, error) { return seqAt(view, nearAt) }

// seqAt returns the entry that a row names, 0 for none.
func seqAt(view projection.View, key string) (entente.Seq, error) {
	at, err := view.Get(key)
	seq, _ := strconv.ParseInt(string(at), 10, 64) // "" is before the first
	return entente.Seq(seq), err
}

func setSeq(tx Tx, key string, seq entente.Seq) error {
	return tx.Set(key, strconv.AppendInt(nil, int64(seq), 10))
}
