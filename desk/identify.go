package desk

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"entente"
	"entente/edtf"
	"entente/identity"
	"entente/ledger"
	"entente/projection"
)

// ByRule is who makes the judgements that identity proposes.
const ByRule = "rule: identity"

// The rows of the index by which claims on one thing find each other. They
// are a view like any other: made from the ledger, and thrown away with it.
const (
	near       = "near/"
	nearAt     = "near/at"      // the last entry that is in the index
	nearKey    = "near/key/"    // + a key of identity + "/" + the id of a sketch
	nearSketch = "near/sketch/" // + the id of a sketch
	nearOf     = "near/of/"     // + a document: its sketches and their keys
)

// A filed is one sketch of a document and the keys it stands under.
type filed struct {
	ID   entente.ClaimID
	Keys []string
}

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
		if from, err = lastByRule(tx); err != nil {
			return err
		}
		if _, err := r.index(tx, m, 0, from); err != nil {
			return err
		}
	}
	latest, err := r.index(tx, m, from, until)
	if err != nil {
		return err
	}
	for _, id := range latest {
		if err := r.propose(tx, m, id); err != nil {
			return err
		}
	}
	return nil
}

// indexed returns the last entry that is in the index, 0 for none.
func indexed(view projection.View) (entente.Seq, error) {
	at, err := view.Get(nearAt)
	seq, _ := strconv.ParseInt(string(at), 10, 64) // "" is before the first
	return entente.Seq(seq), err
}

// lastByRule returns the last entry that identity made, 0 for none.
func lastByRule(tx Tx) (last entente.Seq, err error) {
	for record, err := range tx.Records(0) {
		if err != nil {
			return 0, err
		}
		entry, err := ledger.EntryOf(record)
		if err != nil {
			return 0, err
		}
		if entry.By == ByRule {
			last = entry.Seq
		}
	}
	return last, nil
}

// index takes the readings after one entry and up to another into the index,
// and returns whose they are.
func (r *Register) index(tx Tx, m *identity.Matcher, from, until entente.Seq) ([]entente.DocumentID, error) {
	var latest []entente.DocumentID
	for record, err := range tx.Records(from) {
		if err != nil {
			return nil, err
		}
		if record.Seq > until {
			break
		}
		entry, err := ledger.EntryOf(record)
		if err != nil {
			return nil, err
		}
		if read, ok := entry.Body.(entente.Read); ok {
			if err := r.file(tx, m, entry.Seq, read); err != nil {
				return nil, err
			}
			latest = append(latest, read.Document.ID)
		}
	}
	return latest, tx.Set(nearAt, strconv.AppendInt(nil, int64(until), 10))
}

// file puts the sketches of a document's reading into the index, in place of
// those of an earlier one.
func (r *Register) file(tx Tx, m *identity.Matcher, seq entente.Seq, read entente.Read) error {
	of := nearOf + projection.Hex(read.Document.ID)
	old, err := sketchesOf(tx, of)
	if err != nil {
		return err
	}
	for _, f := range old {
		if err := tx.Set(nearSketch+string(f.ID), nil); err != nil {
			return err
		}
		for _, k := range f.Keys {
			if err := tx.Set(nearKey+k+"/"+string(f.ID), nil); err != nil {
				return err
			}
		}
	}
	doc, err := projection.DocumentOf(tx, read.Document.ID)
	if err != nil || doc.Read != seq {
		return err // a later reading stands and is filed in its turn
	}
	locals, err := localsOf(tx, doc, read.Reading.Mentions)
	if err != nil {
		return err
	}
	files := []filed{}
	for _, l := range locals {
		s := m.Sketch(l)
		f := filed{s.ID, m.Keys(s)}
		data, err := json.Marshal(s)
		if err != nil {
			return err
		}
		if err := tx.Set(nearSketch+string(s.ID), data); err != nil {
			return err
		}
		for _, k := range f.Keys {
			if err := tx.Set(nearKey+k+"/"+string(f.ID), []byte{'1'}); err != nil {
				return err
			}
		}
		files = append(files, f)
	}
	data, err := json.Marshal(files)
	if err != nil {
		return err
	}
	return tx.Set(of, data)
}

func sketchesOf(tx Tx, key string) ([]filed, error) {
	data, err := tx.Get(key)
	if err != nil || data == nil {
		return nil, err
	}
	var files []filed
	if err := json.Unmarshal(data, &files); err != nil {
		return nil, fmt.Errorf("view %s: %v: %w; entente rebuild makes the views again", key, err, entente.ErrCorrupt)
	}
	return files, nil
}

// localsOf groups the current claims of a document by the thing they are
// about.
func localsOf(tx Tx, doc *Document, mentions []entente.Mention) ([]identity.Local, error) {
	claims, err := projection.ClaimsOf(tx, doc.ID)
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

// propose compares what a document speaks of with all that is near it and
// enters the proposals. Of several doubts about the same two matters one is
// enough.
func (r *Register) propose(tx Tx, m *identity.Matcher, id entente.DocumentID) error {
	files, err := sketchesOf(tx, nearOf+projection.Hex(id))
	if err != nil {
		return err
	}
	sketches := map[entente.ClaimID]*identity.Sketch{}
	load := func(id entente.ClaimID) (*identity.Sketch, error) {
		if s, ok := sketches[id]; ok {
			return s, nil
		}
		data, err := tx.Get(nearSketch + string(id))
		if err != nil {
			return nil, err
		}
		s := new(identity.Sketch)
		if err := json.Unmarshal(data, s); err != nil {
			return nil, fmt.Errorf("view %s%s: %v: %w; entente rebuild makes the views again", nearSketch, id, err, entente.ErrCorrupt)
		}
		sketches[id] = s
		return s, nil
	}
	var same, unsure []identity.Proposal
	for _, f := range files {
		s, err := load(f.ID)
		if err != nil {
			return err
		}
		seen := map[entente.ClaimID]bool{f.ID: true}
		for _, k := range f.Keys {
			prefix := nearKey + k + "/"
			for row, err := range tx.Scan(prefix, "") {
				if err != nil {
					return err
				}
				other := entente.ClaimID(strings.TrimPrefix(row.Key, prefix))
				if seen[other] {
					continue
				}
				seen[other] = true
				o, err := load(other)
				if err != nil {
					return err
				}
				switch p := m.Compare(s, o); p.Verdict {
				case entente.Same:
					same = append(same, p)
				case entente.Unsure:
					unsure = append(unsure, p)
				}
			}
		}
	}
	if err := r.enterProposals(tx, same, false); err != nil {
		return err
	}
	return r.enterProposals(tx, unsure, true)
}

// enterProposals enters proposals of which nothing is held yet and whose two
// claims are in different matters: what joins a matter is a tree of
// judgements, so that taking one back parts it. Doubts are entered once for
// two matters.
func (r *Register) enterProposals(tx Tx, proposals []identity.Proposal, doubt bool) error {
	slices.SortFunc(proposals, func(a, b identity.Proposal) int {
		return cmp.Or(-cmp.Compare(len(a.Reasons), len(b.Reasons)), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	asked := map[[2]entente.ClaimID]bool{}
	joined := map[entente.ClaimID]entente.ClaimID{} // by what is to be entered; matters are joined at the end
	matter := func(id entente.ClaimID) entente.ClaimID {
		for joined[id] != "" {
			id = joined[id]
		}
		return id
	}
	var judgements []entente.Body
	for _, p := range proposals {
		held, err := projection.PairOf(tx, p.A, p.B)
		if err != nil {
			return err
		}
		if held != nil {
			continue
		}
		pair, err := mattersOf(tx, p)
		if err != nil {
			return err
		}
		a, b := matter(pair[0]), matter(pair[1])
		if pair = [2]entente.ClaimID{min(a, b), max(a, b)}; a == b || asked[pair] {
			continue
		}
		if doubt {
			asked[pair] = true
		} else {
			joined[pair[1]] = pair[0]
		}
		judgements = append(judgements, entente.Judgement{Verdict: p.Verdict, Subject: p.A, Other: p.B, Reason: strings.Join(p.Reasons, "; ")})
	}
	_, err := r.enter(tx, ledger.Hand{By: ByRule, At: r.now()}, judgements...)
	return err
}

func mattersOf(tx Tx, p identity.Proposal) ([2]entente.ClaimID, error) {
	a, err := projection.ClaimOf(tx, p.A)
	if err != nil {
		return [2]entente.ClaimID{}, err
	}
	b, err := projection.ClaimOf(tx, p.B)
	if err != nil {
		return [2]entente.ClaimID{}, err
	}
	return [2]entente.ClaimID{min(a.Matter, b.Matter), max(a.Matter, b.Matter)}, nil
}
