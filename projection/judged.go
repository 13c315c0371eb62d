package projection

import (
	"fmt"
	"time"

	"entente"
)

func (f *fold) judged(e entente.Entry, j entente.Judgement) error {
	row, err := f.claim(j.Subject)
	if err != nil {
		return err
	}
	if row == nil {
		return fmt.Errorf("judge claim %s: %w", j.Subject, entente.ErrNotFound)
	}
	f.touched[row.ID] = true
	switch {
	case j.Verdict == entente.Concluded:
		c := Conclusion{j.Subject, j.Outcome, e.By, j.Reason, e.Recorded.Format(time.DateOnly), e.Seq, e.ID}
		return store(f.tx, outcomeKey(j.Subject), c)
	case j.Other != "":
		return f.pair(e, j, row)
	}
	row.Verdict, row.Judgement, row.By, row.Reason, row.Corrected = j.Verdict, e.ID, e.By, j.Reason, nil
	switch j.Verdict {
	case entente.Corrected:
		row.Corrected = j.Claim
	case entente.Superseded:
		row.Verdict = ""
	}
	f.said[row.ID] = true
	return f.hold(row)
}

// hold notes whether a judgement rests on a claim. Where the latest reading
// lacks the claim, that decides which others stand behind it.
func (f *fold) hold(row *Claim) (err error) {
	if row.Held, err = f.held(row); err != nil || row.Current {
		return err
	}
	f.said[row.ID] = true
	if _, err := f.claimsOf(row.Document); err != nil {
		return err
	}
	return f.shade(row.Document)
}

// pair enters what is held of two claims, under both.
func (f *fold) pair(e entente.Entry, j entente.Judgement, row *Claim) error {
	other, err := f.claim(j.Other)
	if err != nil {
		return err
	}
	if other == nil {
		return fmt.Errorf("judge claim %s: %w", j.Other, entente.ErrNotFound)
	}
	if other.Claim.Kind != row.Claim.Kind && j.Verdict == entente.Same {
		return fmt.Errorf("a %s and a %s are not one matter: %w", row.Claim.Kind, other.Claim.Kind, entente.ErrInvalid)
	}
	f.touched[other.ID] = true
	p := Pair{j.Verdict, e.By, j.Reason, e.ID}
	for _, ids := range [2][2]entente.ClaimID{{row.ID, other.ID}, {other.ID, row.ID}} {
		if err := store(f.tx, pairKey(ids[0], ids[1]), p); err != nil {
			return err
		}
		delete(f.linked, ids[0])
	}
	for _, r := range []*Claim{row, other} {
		if err := f.hold(r); err != nil {
			return err
		}
	}
	return nil
}

// held reports whether a judgement rests on a claim.
func (f *fold) held(row *Claim) (bool, error) {
	if row.Verdict != "" {
		return true, nil
	}
	pairs, err := f.pairs(row.ID)
	for _, p := range pairs {
		if p.Verdict == entente.Same || p.Verdict == entente.Different {
			return true, err
		}
	}
	return false, err
}
