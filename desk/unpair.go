package desk

import (
	"context"

	"entente"
	"entente/projection"
)

// Unpair takes back what is held of two claims being about one matter, and
// returns the entry. What a person held no longer counts, and what stood
// before does: a question is open again. What a rule joined becomes a
// question, for the rule's reason, so that it can be settled either way; a
// question that a rule asks stays, for there is nothing to take back. Errors
// are those of Judge.
func (r *Register) Unpair(ctx context.Context, by string, a, b entente.ClaimID, reason string) (entente.EntryID, error) {
	var held *projection.Pair
	err := r.store.View(ctx, func(view Snapshot) (err error) {
		held, err = projection.PairOf(view, a, b)
		return err
	})
	if err != nil {
		return "", err
	}
	j := entente.Judgement{Verdict: entente.Superseded, Subject: a, Other: b, Reason: reason}
	if held != nil && held.By == ByRule {
		switch held.Verdict {
		case entente.Unsure:
			return held.Entry, nil
		case entente.Same:
			j.Verdict = entente.Unsure
			if j.Reason == "" {
				j.Reason = held.Reason
			}
		}
	}
	return r.Judge(ctx, by, j)
}
