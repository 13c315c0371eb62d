package desk

import (
	"context"
	"fmt"
	"reflect"

	"entente"
	"entente/ledger"
	"entente/projection"
)

// Judge enters a judgement by somebody and returns its entry; it adds nothing,
// and returns the entry that stands, where the same person holds the same
// already. TextSHA256 and Follows are filled in here. It returns
// entente.ErrNotFound for a claim that is not in the register and
// entente.ErrInvalid for a judgement that does not hold together.
func (r *Register) Judge(ctx context.Context, by string, j entente.Judgement) (entente.EntryID, error) {
	var id entente.EntryID
	err := r.store.Update(ctx, func(tx Tx) error {
		claim, err := projection.ClaimOf(tx, j.Subject)
		if err != nil {
			return err
		}
		stands, standing, err := standing(tx, claim, j)
		if err != nil {
			return err
		}
		if stands && standing.By == by && standing.Reason == j.Reason && sameJudgement(claim, standing, j) {
			id = standing.Entry
			return nil
		}
		j.Follows = standing.Last
		if j.Claim != nil {
			j.TextSHA256 = claim.TextSHA256
		}
		around, err := claimsAround(tx, j.Subject, j.Other)
		if err != nil {
			return err
		}
		entries, err := r.enter(tx, ledger.Hand{By: by, At: r.now()}, j)
		if err != nil {
			return err
		}
		if len(entries) != 1 {
			return fmt.Errorf("judge claim %s: %w", j.Subject, entente.ErrConflict)
		}
		id = entries[0].ID
		if err := r.rejoin(tx, around); err != nil || claim.Live() {
			return err
		}
		if claim, err = projection.ClaimOf(tx, j.Subject); err != nil || !claim.Live() {
			return err
		}
		return r.revive(tx, claim)
	})
	return id, err
}

// standing returns the latest judgement on what j is about, and whether there
// is one.
func standing(tx Tx, claim *projection.Claim, j entente.Judgement) (bool, projection.Pair, error) {
	switch {
	case j.Verdict == entente.Concluded:
		c := claim.Outcome
		if c == nil {
			return false, projection.Pair{}, nil
		}
		return c.Outcome == j.Outcome, projection.Pair{Verdict: entente.Concluded, By: c.By, Reason: c.Reason, Entry: c.Entry, Last: c.Entry}, nil
	case j.Other != "":
		p, err := projection.PairOf(tx, j.Subject, j.Other)
		if p == nil || err != nil {
			return false, projection.Pair{}, err
		}
		return true, *p, nil
	}
	return claim.Judgement != "", projection.Pair{Verdict: claim.Verdict, By: claim.By, Reason: claim.Reason, Entry: claim.Judgement, Last: claim.Judgement}, nil
}

func sameJudgement(claim *projection.Claim, standing projection.Pair, j entente.Judgement) bool {
	if standing.Verdict != j.Verdict {
		return false
	}
	return j.Claim == nil || claim.Corrected != nil && reflect.DeepEqual(*j.Claim, *claim.Corrected)
}

// Mark puts a handling mark on a passage of a document's latest text.
func (r *Register) Mark(ctx context.Context, by string, id entente.DocumentID, passage entente.Span, mark entente.Mark) error {
	return r.store.Update(ctx, func(tx Tx) error {
		doc, err := projection.DocumentOf(tx, id)
		if err != nil {
			return err
		}
		text, err := tx.Blob(doc.TextSHA256)
		if err != nil {
			return err
		}
		if passage.Start < 0 || passage.End > len(text) || passage.Empty() {
			return fmt.Errorf("mark %d-%d of a text of %d bytes: %w", passage.Start, passage.End, len(text), entente.ErrInvalid)
		}
		_, err = r.enter(tx, ledger.Hand{By: by, At: r.now()}, entente.Marked{Document: id, TextSHA256: doc.TextSHA256,
			Passage: entente.At(string(text), passage), Mark: mark})
		return err
	})
}
