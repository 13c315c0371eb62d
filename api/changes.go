package api

import (
	"time"

	"entente"
	"entente/desk"
	"entente/edtf"
)

type changesQuery struct {
	Since string `query:"since" maxLength:"40" doc:"An instant (RFC 3339) or a date (EDTF), from its start; without it seven days ago." example:"2026-11-16T09:00:00Z"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"How many of each list at most."`
}

// Changes are what was entered since an instant, and what it moved.
type Changes struct {
	Since     string     `json:"since" format:"date-time"`
	Entries   int        `json:"entries" doc:"Of the ledger."`
	Documents []Document `json:"documents" doc:"Received, the last first."`
	Claimed   int        `json:"claimed" doc:"Claims that were read or made for the first time, and stand."`
	Held      []Held     `json:"held" doc:"What people judged, noted and claimed by hand, the last first."`
	Rules     int        `json:"rules" doc:"Judgements that rules made."`
	Moves     []Move     `json:"moves" doc:"Matters whose stage or outcome is another than before, by relation."`
	Left      Left       `json:"left" doc:"How many of each list are not told."`
}

// A Left counts what is not told.
type Left struct {
	Documents int `json:"documents,omitempty"`
	Held      int `json:"held,omitempty"`
	Moves     int `json:"moves,omitempty"`
	Relations int `json:"relations,omitempty" doc:"With news, in which nobody looked for moves: there are too many."`
}

// A Held is one thing that a person entered about a claim.
type Held struct {
	On      string          `json:"on" format:"date-time"`
	By      string          `json:"by"`
	What    string          `json:"what" doc:"A verdict, noted, or claimed for a claim made by hand."`
	Claim   entente.ClaimID `json:"claim"`
	Other   entente.ClaimID `json:"other,omitempty" doc:"Of two claims."`
	Outcome entente.Outcome `json:"outcome,omitempty"`
	Reason  string          `json:"reason,omitempty"`
	Quote   string          `json:"quote" doc:"The words of the claim."`
}

func heldOf(h desk.HeldChange) Held {
	s := Held{On: instant(h.On), By: h.By, What: string(h.What), Claim: h.Claim.ID, Outcome: h.Outcome, Reason: h.Reason, Quote: h.Claim.Stands().Quote}
	if h.Other != nil {
		s.Other = h.Other.ID
	}
	return s
}

// A Move is a matter whose stage or outcome is another than before.
type Move struct {
	Relation   string          `json:"relation"`
	Matter     Matter          `json:"matter"`
	New        bool            `json:"new" doc:"Nothing was known of it before."`
	WasStage   string          `json:"was_stage,omitempty"`
	Stage      string          `json:"stage,omitempty"`
	WasOutcome entente.Outcome `json:"was_outcome,omitempty"`
	Outcome    entente.Outcome `json:"outcome,omitempty"`
}

func moveOf(m desk.Move) Move {
	return Move{m.Relation.String(), matterOf(m.Matter), m.New, m.WasStage, m.Stage, m.Was, m.Now}
}

func changes(c *call, in *changesQuery) (*reply[Changes], error) {
	since, err := c.since(in.Since)
	if err != nil {
		return nil, err
	}
	found, err := c.register.Changes(c.ctx, desk.ChangesQuery{Since: since, Limit: in.Limit})
	if err != nil {
		return nil, err
	}
	s := Changes{Since: instant(since), Entries: found.Entries, Claimed: found.Claimed, Rules: found.Rules,
		Documents: mapped(found.Documents, documentOf), Held: mapped(found.Held, heldOf), Moves: mapped(found.Moves, moveOf),
		Left: Left{found.Received - len(found.Documents), found.Entered - len(found.Held), found.Moved + found.New - len(found.Moves), len(found.Left)}}
	return &reply[Changes]{s}, nil
}

// since reads an instant or a date; days begin where the server is.
func (c *call) since(text string) (time.Time, error) {
	now := c.api.Now()
	if text == "" {
		return time.Date(now.Year(), now.Month(), now.Day()-7, 0, 0, 0, 0, now.Location()), nil
	}
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		return at, nil
	}
	d, err := edtf.Parse(text)
	if err != nil || d.IsZero() || d.Open() {
		return now, invalid("query.since", "no instant and no date; write one such as 2026-11-16T09:00:00Z or 2026-11-16")
	}
	first, _ := d.Bounds()
	y, m, day := first.Civil()
	return time.Date(y, time.Month(m), day, 0, 0, 0, 0, now.Location()), nil
}

func instant(t time.Time) string { return t.UTC().Format(time.RFC3339) }
