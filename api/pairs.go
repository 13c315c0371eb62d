package api

import (
	"strings"

	"entente"
	"entente/desk"
)

// PairPath names two claims.
type PairPath struct {
	A string `path:"a" maxLength:"100" doc:"The id of a claim, or its start."`
	B string `path:"b" maxLength:"100" doc:"The id of another."`
}

// A PairVerdict is what a person holds of two claims: are they about one
// matter?
type PairVerdict struct {
	Verdict entente.Verdict `json:"verdict" enum:"same,different,unsure"`
	Reason  string          `json:"reason,omitempty" maxLength:"2000"`
}

type pairing struct {
	PairPath
	Body PairVerdict
}

// A Pair is two claims and the matters they are about now.
type Pair struct {
	A Claim `json:"a"`
	B Claim `json:"b"`
}

func judgePair(c *call, in *pairing) (*reply[Pair], error) {
	return c.pair(in.PairPath, entente.Judgement{Verdict: in.Body.Verdict, Reason: strings.TrimSpace(in.Body.Reason)})
}

func unjudgePair(c *call, in *PairPath) (*reply[Pair], error) {
	return c.pair(*in, entente.Judgement{Verdict: entente.Superseded})
}

func (c *call) pair(in PairPath, j entente.Judgement) (*reply[Pair], error) {
	var err error
	if j.Subject, err = c.register.ClaimID(c.ctx, in.A); err != nil {
		return nil, err
	}
	if j.Other, err = c.register.ClaimID(c.ctx, in.B); err != nil {
		return nil, err
	}
	if j.Verdict == entente.Superseded {
		_, err = c.register.Unpair(c.ctx, c.api.By, j.Subject, j.Other, "")
	} else {
		_, err = c.register.Judge(c.ctx, c.api.By, j)
	}
	if err != nil {
		return nil, err
	}
	a, err := c.register.Claim(c.ctx, j.Subject)
	if err != nil {
		return nil, err
	}
	b, err := c.register.Claim(c.ctx, j.Other)
	if err != nil {
		return nil, err
	}
	return &reply[Pair]{Pair{claimOf(a), claimOf(b)}}, nil
}

// questionsQuery asks for doubts.
type questionsQuery struct {
	Paging
	Relation string `query:"relation" maxLength:"10" doc:"Only those of a relation." example:"XA-XS"`
}

func questions(c *call, in *questionsQuery) (*listReply[Question], error) {
	rel, err := relation("query.relation", in.Relation)
	if err != nil {
		return nil, err
	}
	return walk(c, in.Paging, func(place string, n int) ([]desk.Listed[desk.OpenQuestion], error) {
		return c.register.QuestionsBehind(c.ctx, rel, place, n)
	}, every(func(q *desk.OpenQuestion) Question { return questionOf(*q) }))
}
