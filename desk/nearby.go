package desk

import (
	"errors"
	"fmt"

	"entente"
	"entente/edtf"
	"entente/identity"
	"entente/projection"
)

// A nearby compares documents with what is in the index and takes them in, in
// one transaction.
type nearby struct {
	*index
	session  *identity.Session
	standing map[entente.ClaimID]stand
	joined   map[entente.ClaimID]entente.ClaimID // matters that will be one, by what is to be entered
	order    map[entente.ClaimID]int             // in which matters were met
	same     []entente.Body
	doubts   []identity.Proposal
}

func newNearby(tx Tx, m *identity.Matcher) *nearby {
	n := &nearby{index: newIndex(tx)}
	n.clear(m)
	return n
}

func (n *nearby) clear(m *identity.Matcher) {
	n.session = m.Session()
	n.standing, n.joined = map[entente.ClaimID]stand{}, map[entente.ClaimID]entente.ClaimID{}
	n.order = map[entente.ClaimID]int{}
	n.same, n.doubts = nil, nil
}

// flush writes the index and forgets everything.
func (n *nearby) flush() error {
	n.clear(n.session.Matcher)
	return n.index.flush()
}

// A stand is how a claim stands in the views: its matter, and the claim with
// those whose heir it is.
type stand struct {
	matter entente.ClaimID
	selves []entente.ClaimID
	paired bool // something is held of them and others
}

func (n *nearby) stand(id entente.ClaimID) (stand, error) {
	if s, ok := n.standing[id]; ok {
		return s, nil
	}
	row, err := projection.ClaimOf(n.tx, id)
	switch {
	case errors.Is(err, entente.ErrNotFound):
		n.standing[id] = stand{selves: []entente.ClaimID{id}}
	case err != nil:
		return stand{}, err
	default:
		n.note(row)
	}
	return n.standing[id], nil
}

func (n *nearby) note(row *Claim) {
	if _, met := n.order[row.Matter]; !met {
		n.order[row.Matter] = len(n.order)
	}
	n.standing[row.ID] = stand{row.Matter, append([]entente.ClaimID{row.ID}, row.After...), row.Paired || len(row.After) > 0}
}

// matter returns the matter of a claim, as it will be once what is proposed
// is entered.
func (n *nearby) matter(id entente.ClaimID) (entente.ClaimID, error) {
	s, err := n.stand(id)
	m := s.matter
	for n.joined[m] != "" {
		m = n.joined[m]
	}
	return m, err
}

// takeAll takes documents in, those of one relation together, and settles
// after each relation.
func (n *nearby) takeAll(docs []*Document, propose bool, settle func() error) error {
	i := 0
	for entry, err := range decoded(readings(n.tx, docs)) {
		if err != nil {
			return err
		}
		if i > 0 && relationOf(docs[i]) != relationOf(docs[i-1]) {
			if err := settle(); err != nil {
				return err
			}
		}
		if err := n.take(docs[i], entry, propose); err != nil {
			return err
		}
		i++
	}
	return settle()
}

// take puts what a document speaks of into the index, in place of what an
// earlier reading of it spoke of, and notes what is proposed of it and what
// is there.
func (n *nearby) take(doc *Document, entry entente.Entry, propose bool) error {
	read, ok := entry.Body.(entente.Read)
	if !ok {
		return fmt.Errorf("entry %d is no reading: %w", doc.Read, entente.ErrCorrupt)
	}
	if err := n.drop(doc, n.session.Keys); err != nil {
		return err
	}
	locals, err := n.localsOf(doc, read.Reading.Mentions)
	if err != nil {
		return err
	}
	var numbers []int
	for _, l := range locals {
		s := n.session.Sketch(l)
		keys := n.session.Keys(s)
		if propose {
			if err := n.propose(s, keys); err != nil {
				return err
			}
		}
		matter, err := n.matter(s.ID)
		if err != nil {
			return err
		}
		number, err := n.add(s)
		if err != nil {
			return err
		}
		for _, k := range keys {
			if err := n.put(k, placed{number, matterTag(matter)}); err != nil {
				return err
			}
		}
		numbers = append(numbers, number)
	}
	return n.tx.Set(nearOf+projection.Hex(doc.ID), projection.Encode(&numbers, numbersRow))
}

// localsOf groups the current claims of a document by the thing they are
// about.
func (n *nearby) localsOf(doc *Document, mentions []entente.Mention) ([]identity.Local, error) {
	claims, err := projection.ClaimsOf(n.tx, doc.ID)
	if err != nil {
		return nil, err
	}
	dated, _ := edtf.Parse(doc.Date) // "" is none
	var relations []entente.Relation
	for _, rel := range doc.Relations {
		relations = append(relations, rel.Relation)
	}
	var locals []identity.Local
	at := map[string]int{}
	for _, row := range claims {
		n.note(row)
		if !row.Current || !row.Live() {
			continue
		}
		c := identity.Claim{Claim: row.Stands(), Names: row.Names}
		for _, m := range mentions {
			if row.Claim.Contains(m.Span) {
				c.Mentions = append(c.Mentions, m)
			}
		}
		key := string(c.Kind) + " " + row.Claim.About
		if n, ok := at[key]; ok && row.Claim.About != "" {
			locals[n].Claims = append(locals[n].Claims, c)
			continue
		}
		at[key] = len(locals)
		locals = append(locals, identity.Local{ID: row.ID, Document: doc.ID, Relations: relations, Kind: c.Kind, Dated: dated, Claims: []identity.Claim{c}})
	}
	return locals, nil
}
