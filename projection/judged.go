package projection

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
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
		row.Outcome = &Conclusion{j.Subject, j.Outcome, e.By, j.Reason, e.Recorded.Format(time.DateOnly), e.Seq, e.ID}
		return f.hold(row)
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
	if row.Held, row.Joined, err = f.held(row); err != nil || row.Current {
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
	p := Pair{Verdict: j.Verdict, By: e.By, Reason: j.Reason, Seq: e.Seq, Entry: e.ID}
	for _, ids := range [2][2]entente.ClaimID{{row.ID, other.ID}, {other.ID, row.ID}} {
		pairs, err := f.pairs(ids[0])
		if err != nil {
			return err
		}
		f.claims[ids[0]].Paired, f.pairsOf[ids[0]] = true, true
		at, there := slices.BinarySearchFunc(pairs, ids[1], func(l linked, id entente.ClaimID) int { return cmp.Compare(l.other, id) })
		if !there {
			pairs = slices.Insert(pairs, at, linked{other: ids[1]})
		}
		pairs[at].take(p)
		f.linked[ids[0]] = pairs
	}
	for _, r := range []*Claim{row, other} {
		if err := f.hold(r); err != nil {
			return err
		}
	}
	return nil
}

// take lets a judgement on two claims stand. One that takes back takes back
// what stands, and what stood before counts again, as if the other had never
// been made. What a rule made is refused instead: it is not proposed again.
func (l *linked) take(p Pair) {
	n := len(l.under)
	switch {
	case p.Verdict != entente.Superseded:
		if l.Verdict != "" {
			l.under = append(slices.Clip(l.under), l.Pair)
		}
		l.Pair = p
	case l.Verdict == "" || l.Verdict == entente.Superseded || byRule(l.By):
		l.Pair = p
	case n > 0:
		l.Pair, l.under = l.under[n-1], l.under[:n-1]
	default:
		l.Pair = Pair{}
	}
	l.Last, l.lastSeq = p.Entry, p.Seq
}

// held reports whether a person's judgement rests on a claim, and whether one
// by rule joins it to others.
func (f *fold) held(row *Claim) (held, joined bool, err error) {
	held = row.Verdict != "" || row.Outcome != nil && row.Outcome.Outcome != "" || row.Note != nil && !row.Note.Empty()
	pairs, err := f.pairs(row.ID)
	for _, p := range pairs {
		if p.Verdict == entente.Same || p.Verdict == entente.Different {
			held, joined = held || !byRule(p.By), joined || byRule(p.By)
		}
	}
	return held, joined, err
}

// byRule reports whether a rule made a judgement: it bears the rule's name
// behind this word.
func byRule(by string) bool { return strings.HasPrefix(by, "rule: ") }

func (f *fold) noted(e entente.Entry, n entente.Noted) error {
	row, err := f.claim(n.Subject)
	if err != nil {
		return err
	}
	if row == nil {
		return fmt.Errorf("note on claim %s: %w", n.Subject, entente.ErrNotFound)
	}
	f.touched[row.ID] = true
	row.Note = &Note{n, e.By, e.Recorded.Format(time.DateOnly), e.Seq, e.ID}
	return f.hold(row)
}
