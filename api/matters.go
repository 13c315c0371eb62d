package api

import (
	"fmt"
	"slices"
	"strings"

	"entente"
	"entente/desk"
	"entente/edtf"
)

// mattersQuery asks for matters.
type mattersQuery struct {
	Paging
	Kind     entente.Kind `query:"kind" doc:"Only those of a kind."`
	Relation string       `query:"relation" maxLength:"10" doc:"Only those of a relation." example:"XA-XS"`
	Starred  bool         `query:"starred" doc:"Only the chosen few."`
}

func matters(c *call, in *mattersQuery) (*listReply[Matter], error) {
	rel, err := relation("query.relation", in.Relation)
	if err != nil {
		return nil, err
	}
	kinds := []entente.Kind{in.Kind}
	if in.Kind == "" {
		kinds = kindsOfClaim
	}
	return walk(c, in.Paging, func(place string, n int) ([]desk.Listed[desk.Matter], error) {
		at, place, _ := strings.Cut(place, "/")
		var list []desk.Listed[desk.Matter]
		for _, kind := range kinds[max(0, slices.Index(kinds, entente.Kind(at))):] {
			some, err := c.register.MattersBehind(c.ctx, kind, rel, in.Starred, place, n-len(list))
			if err != nil {
				return nil, err
			}
			for _, m := range some {
				list = append(list, desk.Listed[desk.Matter]{Item: m.Item, Place: string(kind) + "/" + m.Place})
			}
			if place = ""; len(list) == n {
				break
			}
		}
		return list, nil
	}, every(matterOf))
}

// MatterPath names one matter.
type MatterPath struct {
	ID string `path:"id" maxLength:"100" doc:"The id of a matter or of a claim of it, or its start, of which four characters are enough."`
}

type matterQuery struct {
	MatterPath
	AsOf string `query:"as_of" maxLength:"40" doc:"As known on this day, EDTF; without it today or the day of the newest document." example:"2032-06-30"`
}

// A History is one matter with all that is known of it.
type History struct {
	Following
	AsOf      string     `json:"as_of" doc:"The day as of which all is told."`
	Wordings  []Wording  `json:"wordings" doc:"What each document says of it, oldest first."`
	Held      []Holding  `json:"held" doc:"The judgements that stand on it and on its claims."`
	Questions []Question `json:"questions" doc:"Doubts that wait for a person."`
}

// A Wording is what one document says of a matter.
type Wording struct {
	Document entente.DocumentID `json:"document"`
	Number   string             `json:"number" doc:"Register number."`
	Form     string             `json:"form,omitempty"`
	Date     string             `json:"date,omitempty" doc:"EDTF."`
	Claims   []Claim            `json:"claims"`
}

// A Holding is a judgement that stands.
type Holding struct {
	Verdict entente.Verdict `json:"verdict"`
	Claim   entente.ClaimID `json:"claim"`
	Other   entente.ClaimID `json:"other,omitempty" doc:"Of two claims."`
	Outcome entente.Outcome `json:"outcome,omitempty"`
	By      string          `json:"by"`
	Reason  string          `json:"reason,omitempty"`
}

func holdingOf(h desk.Holding) Holding {
	s := Holding{Verdict: h.Verdict, Claim: h.Claim.ID, Outcome: h.Outcome, By: h.By, Reason: h.Reason}
	if h.Other != nil {
		s.Other = h.Other.ID
	}
	return s
}

func matter(c *call, in *matterQuery) (*reply[History], error) {
	on, err := day(in.AsOf)
	if err != nil {
		return nil, err
	}
	id, err := c.matterID(in.ID)
	if err != nil {
		return nil, err
	}
	h, err := c.register.History(c.ctx, id, on)
	if err != nil {
		return nil, err
	}
	s := History{Following: followingOf(h.Following), AsOf: dayText(h.AsOf), Wordings: []Wording{},
		Held: mapped(h.Held, holdingOf), Questions: mapped(h.Questions, questionOf)}
	for _, claim := range h.Claims {
		d := claim.Document
		if n := len(s.Wordings); n == 0 || s.Wordings[n-1].Document != d.ID {
			s.Wordings = append(s.Wordings, Wording{Document: d.ID, Number: d.Number.String(), Form: d.Form, Date: d.Date})
		}
		last := &s.Wordings[len(s.Wordings)-1]
		last.Claims = append(last.Claims, claimOf(claim.Claim))
	}
	return &reply[History]{s}, nil
}

// matterID returns the claim that names a matter, which must be about one.
func (c *call) matterID(prefix string) (entente.ClaimID, error) {
	row, err := c.claim(prefix)
	if err != nil {
		return "", err
	}
	if row.Matter == "" {
		return "", fmt.Errorf("claim %s does not stand, so it is about no matter: %w", prefix, entente.ErrNotFound)
	}
	return row.ID, nil
}

// An OutcomeVerdict is what a person holds of an outcome.
type OutcomeVerdict struct {
	Outcome entente.Outcome `json:"outcome"`
	Reason  string          `json:"reason,omitempty" maxLength:"2000"`
}

type concluding struct {
	MatterPath
	Body OutcomeVerdict
}

func judgeMatter(c *call, in *concluding) (*reply[History], error) {
	return c.conclude(in.MatterPath, in.Body.Outcome, in.Body.Reason)
}

func unjudgeMatter(c *call, in *MatterPath) (*reply[History], error) { return c.conclude(*in, "", "") }

func (c *call) conclude(in MatterPath, outcome entente.Outcome, reason string) (*reply[History], error) {
	id, err := c.matterID(in.ID)
	if err != nil {
		return nil, err
	}
	j := entente.Judgement{Verdict: entente.Concluded, Subject: id, Outcome: outcome, Reason: strings.TrimSpace(reason)}
	if _, err := c.register.Judge(c.ctx, c.api.By, j); err != nil {
		return nil, err
	}
	return matter(c, &matterQuery{MatterPath: in})
}

// A NoteChange says what of a note is to be another.
type NoteChange struct {
	Starred *bool   `json:"starred,omitempty"`
	Owner   *string `json:"owner,omitempty" maxLength:"200"`
	Next    *string `json:"next,omitempty" maxLength:"2000"`
	Due     *string `json:"due,omitempty" maxLength:"40" doc:"EDTF."`
	Note    *string `json:"note,omitempty" maxLength:"10000"`
}

type noting struct {
	MatterPath
	Body NoteChange
}

func noteMatter(c *call, in *noting) (*reply[Matter], error) {
	if due := in.Body.Due; due != nil && *due != "" {
		if d, err := edtf.Parse(*due); err != nil || d.IsZero() {
			return nil, invalid("body.due", "no date; write EDTF such as 2031-03-03")
		}
	}
	id, err := c.matterID(in.ID)
	if err != nil {
		return nil, err
	}
	m, err := c.register.Note(c.ctx, c.api.By, id, desk.NoteChange(in.Body))
	if err != nil {
		return nil, err
	}
	return &reply[Matter]{matterOf(m)}, nil
}
