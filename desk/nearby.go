package desk

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"entente"
	"entente/edtf"
	"entente/identity"
	"entente/projection"
)

// The rows of the index by which claims on one thing find each other. They
// are a view like any other: made from the ledger, and thrown away with it.
const (
	near       = "near/"
	nearAt     = "near/at"      // the last entry that is in the index
	nearKey    = "near/key/"    // + a key of identity: the ids of the sketches that have it, a line each
	nearSketch = "near/sketch/" // + the id of a sketch
	nearOf     = "near/of/"     // + a document: its sketches and their keys
)

// The bounds of what is compared, so that a document costs as much in a large
// register as in a small one. What is joined stands under a key by some of
// its parts: what speaks of the thing again and is like none of these is
// seldom like the others. And a word that so many things of one relation
// share tells none of them from another.
const (
	parts = 16
	crowd = 1024
)

// A filed is one sketch of a document and the keys it stands under.
type filed struct {
	ID   entente.ClaimID
	Keys []string
}

// A nearby is the index in one transaction: rows are read once, changed in
// memory and written by flush.
type nearby struct {
	tx       Tx
	session  *identity.Session
	sketches map[entente.ClaimID]*identity.Sketch
	buckets  map[string][]entente.ClaimID
	changed  map[string]bool // buckets to be written
	standing map[entente.ClaimID]stand
	joined   map[entente.ClaimID]entente.ClaimID // matters that will be one, by what is to be entered
	same     []entente.Body
	doubts   []identity.Proposal
}

func newNearby(tx Tx, m *identity.Matcher) *nearby {
	n := &nearby{tx: tx}
	n.clear(m)
	return n
}

func (n *nearby) clear(m *identity.Matcher) {
	n.session = m.Session()
	n.sketches, n.buckets, n.changed = map[entente.ClaimID]*identity.Sketch{}, map[string][]entente.ClaimID{}, map[string]bool{}
	n.standing, n.joined = map[entente.ClaimID]stand{}, map[entente.ClaimID]entente.ClaimID{}
	n.same, n.doubts = nil, nil
}

// flush writes the buckets that changed and forgets everything.
func (n *nearby) flush() error {
	for _, key := range slices.Sorted(maps.Keys(n.changed)) {
		var value []byte
		for i, id := range n.buckets[key] {
			if i > 0 {
				value = append(value, '\n')
			}
			value = append(value, id...)
		}
		if err := n.tx.Set(nearKey+key, value); err != nil {
			return err
		}
	}
	n.clear(n.session.Matcher)
	return nil
}

// bucket returns the ids under a key.
func (n *nearby) bucket(key string) ([]entente.ClaimID, error) {
	if ids, ok := n.buckets[key]; ok {
		return ids, nil
	}
	data, err := n.tx.Get(nearKey + key)
	if err != nil {
		return nil, err
	}
	var ids []entente.ClaimID
	for id := range bytes.SplitSeq(data, []byte{'\n'}) {
		if len(id) > 0 {
			ids = append(ids, entente.ClaimID(id))
		}
	}
	n.buckets[key] = ids
	return ids, nil
}

func (n *nearby) sketch(id entente.ClaimID) (*identity.Sketch, error) {
	if s := n.sketches[id]; s != nil {
		return s, nil
	}
	data, err := n.tx.Get(nearSketch + string(id))
	if err != nil {
		return nil, err
	}
	s := new(identity.Sketch)
	if err := json.Unmarshal(data, s); err != nil {
		return nil, fmt.Errorf("view %s%s: %v: %w; entente rebuild makes the views again", nearSketch, id, err, entente.ErrCorrupt)
	}
	n.sketches[id] = s
	return s, nil
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
	of := nearOf + projection.Hex(doc.ID)
	if err := n.drop(of); err != nil {
		return err
	}
	locals, err := n.localsOf(doc, read.Reading.Mentions)
	if err != nil {
		return err
	}
	files := []filed{}
	for _, l := range locals {
		s := n.session.Sketch(l)
		f := filed{s.ID, n.session.Keys(s)}
		if propose {
			if err := n.propose(s, f.Keys); err != nil {
				return err
			}
		}
		data, err := json.Marshal(s)
		if err != nil {
			return err
		}
		if err := n.tx.Set(nearSketch+string(s.ID), data); err != nil {
			return err
		}
		n.sketches[s.ID] = s
		for _, k := range f.Keys {
			if err := n.put(k, s.ID); err != nil {
				return err
			}
		}
		files = append(files, f)
	}
	data, err := json.Marshal(files)
	if err != nil {
		return err
	}
	return n.tx.Set(of, data)
}

// drop takes the sketches of a document out of the index.
func (n *nearby) drop(of string) error {
	data, err := n.tx.Get(of)
	if err != nil || data == nil {
		return err
	}
	var files []filed
	if err := json.Unmarshal(data, &files); err != nil {
		return fmt.Errorf("view %s: %v: %w; entente rebuild makes the views again", of, err, entente.ErrCorrupt)
	}
	for _, f := range files {
		if err := n.tx.Set(nearSketch+string(f.ID), nil); err != nil {
			return err
		}
		delete(n.sketches, f.ID)
		for _, k := range f.Keys {
			ids, err := n.bucket(k)
			if err != nil {
				return err
			}
			n.buckets[k] = slices.DeleteFunc(ids, func(id entente.ClaimID) bool { return id == f.ID })
			n.changed[k] = true
		}
	}
	return nil
}

// put puts a sketch under a key, unless enough of its matter stand there.
func (n *nearby) put(key string, id entente.ClaimID) error {
	ids, err := n.bucket(key)
	if err != nil || len(ids) >= crowd {
		return err
	}
	own, err := n.matter(id)
	if err != nil {
		return err
	}
	there := 0
	for _, other := range ids {
		m, err := n.matter(other)
		if err != nil {
			return err
		}
		if m == own {
			there++
		}
	}
	if there < parts {
		n.buckets[key] = append(ids, id)
		n.changed[key] = true
	}
	return nil
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
