package api

import (
	"bytes"
	"fmt"

	"entente"
	"entente/desk"
)

// Lifelines are what the picture of a relation draws.
type Lifelines struct {
	Relation string          `json:"relation" example:"XA-XS"`
	AsOf     string          `json:"as_of"`
	Horizon  int             `json:"horizon" doc:"In months."`
	Lines    []Lifeline      `json:"lines"`
	Contacts []LifelineEvent `json:"contacts"`
}

// A Lifeline is one agreement or undertaking.
type Lifeline struct {
	Matter  entente.ClaimID `json:"matter"`
	Kind    entente.Kind    `json:"kind"`
	Title   string          `json:"title"`
	Outcome entente.Outcome `json:"outcome"`
	Points  []LifelinePoint `json:"points" doc:"In the order of time."`
}

// A LifelinePoint is one document that speaks of a line.
type LifelinePoint struct {
	First string `json:"first" doc:"Day."`
	Last  string `json:"last" doc:"Another than first where the date is not known to the day."`
	Step  string `json:"step" enum:"wished,agreed,signed,moving,halted" doc:"How far it has come, by this document."`
	Label string `json:"label" doc:"Date and words."`
}

// A LifelineEvent is a visit, a meeting or a call.
type LifelineEvent struct {
	Matter entente.ClaimID `json:"matter"`
	Mode   string          `json:"mode"`
	First  string          `json:"first" doc:"Day."`
	Last   string          `json:"last"`
	Held   bool            `json:"held"`
	Label  string          `json:"label"`
}

// steps are the names of lifelines.Step, in its order.
var steps = []string{"wished", "agreed", "signed", "moving", "halted"}

// plain are words of the picture that belong to no language.
func plain() desk.PictureWords {
	w := desk.PictureWords{Title: "%s", Desc: "%d, %d, %s, %s", Outcome: map[entente.Outcome]string{},
		Agreements: string(entente.Agreement), Undertakings: string(entente.Undertaking),
		Stage: func(s string) string { return s }, Date: func(s string) string { return s },
		Matter: func(m *desk.Matter) string { return m.Title }, Href: func(id entente.ClaimID) string { return string(id) }}
	for _, o := range entente.Outcomes {
		w.Outcome[o] = string(o)
	}
	return w
}

func lifelines(c *call, in *RelationQuery) (*reply[Lifelines], error) {
	s, err := in.status(c)
	if err != nil {
		return nil, err
	}
	p := s.Picture(plain())
	l := Lifelines{Relation: s.Relation.String(), AsOf: dayText(s.AsOf), Horizon: s.Horizon, Lines: []Lifeline{}, Contacts: []LifelineEvent{}}
	for _, g := range p.Groups {
		for _, line := range g.Lines {
			shape := Lifeline{entente.ClaimID(line.Href), entente.Kind(g.Title), line.Title, entente.Outcome(line.Outcome), []LifelinePoint{}}
			for _, pt := range line.Points {
				shape.Points = append(shape.Points, LifelinePoint{dayText(pt.First), dayText(pt.Last), steps[pt.Step], pt.Label})
			}
			l.Lines = append(l.Lines, shape)
		}
	}
	for _, e := range p.Contacts {
		l.Contacts = append(l.Contacts, LifelineEvent{entente.ClaimID(e.Href), e.Mode, dayText(e.First), dayText(e.Last), e.Held, e.Label})
	}
	return &reply[Lifelines]{l}, nil
}

type pictureQuery struct {
	RelationQuery
	Language string `query:"language" enum:"en,fr" default:"en" doc:"Of the words in it."`
}

// A picture is an SVG.
type picture struct {
	ContentType string `header:"Content-Type"`
	Body        []byte
}

func lifelinesPicture(c *call, in *pictureQuery) (*picture, error) {
	if c.api.Words == nil {
		return nil, fmt.Errorf("a picture: %w", entente.ErrNotFound)
	}
	s, err := in.status(c)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := s.Picture(c.api.Words(in.Language)).SVG(&b); err != nil {
		return nil, err
	}
	return &picture{"image/svg+xml", b.Bytes()}, nil
}
