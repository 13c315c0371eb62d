package main

import (
	"bytes"
	"fmt"
	"strings"

	"entente"
	"entente/desk"
	"entente/sqlite"
)

type dueCommand struct {
	Relation string `arg:"" optional:"" help:"Only what belongs to this relation, such as FR-KZ."`
	asOfFlag
	registerFlag
}

func (dueCommand) Help() string {
	return `What is starred comes first, then by date: undertakings and agreements that are neither kept nor dropped, contacts to come, and the next steps of notes.

Examples:

    entente due
    entente due FR-KZ --as-of 2010-01-01`
}

func (c dueCommand) Run(h *house) error {
	var rel entente.Relation
	if c.Relation != "" {
		var err error
		if rel, err = (relationArg{c.Relation}).pair(); err != nil {
			return err
		}
	}
	asOf, err := c.date()
	if err != nil {
		return err
	}
	return c.with(h, desk.RegisterConfig{}, false, func(r *desk.Register, _ *sqlite.Store) error {
		items, err := r.Due(h.ctx, rel, asOf)
		if err != nil {
			return err
		}
		var b bytes.Buffer
		l := h.list(&b)
		for _, item := range items {
			how, word := plain, "due"
			if item.Overdue {
				how, word = yellow, "overdue"
			}
			label := l.id(string(item.Matter.ID))
			what := strings.Join(present(item.Next, star(item.Matter)+capital(matterTitle(item.Matter))), " · ")
			l.line(margin, dim, how, label, fmt.Sprintf("%-9s%s · %s", word, when(item.Date.String()), what))
			facts := present(item.Relation.String(), strings.Join(item.Matter.Parties, ", "))
			if n := item.Matter.Note; n != nil && n.Owner != "" {
				facts = append(facts, n.Owner)
			}
			l.line(margin+len(label)+9, plain, dim, "", strings.Join(facts, " · "))
		}
		if len(items) == 0 {
			l.line(margin, plain, dim, "", "nothing is due")
		}
		_, err = h.stdout.Write(b.Bytes())
		return err
	})
}

type judgeCommand struct {
	Verdict string `arg:"" enum:"same,different,unsure,confirmed,rejected,outcome,undo" help:"same, different or unsure, of two claims or matters; confirmed or rejected, of a claim; outcome, of a matter; undo takes back what is held."`
	ID      string `arg:"" help:"The id of a claim or matter, of which four characters are enough."`
	Other   string `arg:"" optional:"" help:"For same, different and unsure the other id; for outcome one of kept, moving, stalled, silent, dropped, open; for undo of two the other id, of what was judged of a matter outcome."`
	Reason  string `placeholder:"WORDS" help:"Why; it is kept with the judgement."`
	byFlag
	registerFlag
}

func (judgeCommand) Help() string {
	return `A judgement is an entry of the ledger with your name and reason; it can be taken back, also one in the middle of others, and nothing is lost.

Examples:

    entente judge same 0f3a 77b1 --reason "the same plant under its new name"
    entente judge outcome 0f3a dropped --reason "cancelled, as the operator told us"
    entente judge undo 0f3a 77b1
    entente judge undo 0f3a outcome`
}

func (c judgeCommand) Run(h *house) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	pair := c.Verdict == "same" || c.Verdict == "different" || c.Verdict == "unsure"
	if (pair || c.Verdict == "outcome") && c.Other == "" {
		return usage{c.Verdict + " needs a second word; see entente judge --help"}
	}
	if (c.Verdict == "confirmed" || c.Verdict == "rejected") && c.Other != "" {
		return usage{c.Verdict + " is said of one claim; leave " + c.Other + " out"}
	}
	return c.with(h, desk.RegisterConfig{}, false, func(r *desk.Register, _ *sqlite.Store) error {
		j := entente.Judgement{Reason: c.Reason}
		var err error
		if j.Subject, err = r.ClaimID(h.ctx, c.ID); err != nil {
			return err
		}
		switch {
		case c.Verdict == "undo" && c.Other == "outcome":
			a, err := r.Ask(h.ctx, string(j.Subject), entente.Relation{})
			if err != nil {
				return err
			}
			if a.Matter == nil || a.Matter.Outcome == nil {
				return usage{"nothing was judged of what became of " + c.ID}
			}
			j.Verdict, j.Subject = entente.Concluded, a.Matter.Outcome.Claim
		case c.Verdict == "outcome":
			j.Verdict, j.Outcome = entente.Concluded, entente.Outcome(c.Other)
		case pair || c.Verdict == "undo" && c.Other != "":
			j.Verdict = entente.Verdict(c.Verdict)
			if j.Other, err = r.ClaimID(h.ctx, c.Other); err != nil {
				return err
			}
		default:
			j.Verdict = entente.Verdict(c.Verdict)
		}
		if c.Verdict == "undo" && c.Other != "outcome" {
			j.Verdict = entente.Superseded
		}
		var id entente.EntryID
		if j.Verdict == entente.Superseded && j.Other != "" {
			id, err = r.Unpair(h.ctx, by, j.Subject, j.Other, j.Reason)
		} else {
			id, err = r.Judge(h.ctx, by, j)
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(h.stdout, "judged %s\n", short(string(id)))
		return nil
	})
}
