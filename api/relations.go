package api

import (
	"fmt"
	"slices"

	"entente"
	"entente/desk"
	"entente/edtf"
)

// A Relation is the row of two states.
type Relation struct {
	Relation     string `json:"relation" example:"XA-XS"`
	Documents    int    `json:"documents"`
	Contacts     int    `json:"contacts"`
	Agreements   int    `json:"agreements"`
	Undertakings int    `json:"undertakings"`
}

func relationOf(r *desk.Relation) Relation {
	return Relation{r.Relation.String(), r.Documents, r.Contacts, r.Agreements, r.Undertakings}
}

func relations(c *call, in *Paging) (*listReply[Relation], error) {
	a, err := c.register.Ask(c.ctx, "relations", entente.Relation{})
	if err != nil {
		return nil, err
	}
	o := order[*desk.Relation]{key: func(r *desk.Relation) key { return key{r.Relation.String()} }}
	return page(c, *in, a.Relations, o, all(relationOf))
}

// RelationPath names one relation.
type RelationPath struct {
	Pair string `path:"pair" maxLength:"10" doc:"Two codes of states, in any order." example:"XA-XS"`
}

func (p RelationPath) relation() (entente.Relation, error) {
	rel, ok := entente.ParseRelation(p.Pair)
	if !ok {
		return rel, fmt.Errorf("relation %s: %w", p.Pair, entente.ErrNotFound)
	}
	return rel, nil
}

// A RelationQuery asks for one relation on a day.
type RelationQuery struct {
	RelationPath
	AsOf string `query:"as_of" maxLength:"40" doc:"As known on this day, EDTF; without it today or the day of the newest document." example:"2032-06-30"`
}

func (in RelationQuery) status(c *call) (desk.Status, error) {
	rel, err := in.relation()
	if err != nil {
		return desk.Status{}, err
	}
	on, err := c.asOf(in.AsOf, rel)
	if err != nil {
		return desk.Status{}, err
	}
	return c.register.Status(c.ctx, rel, on)
}

// A RelationFile is where a relation stands on a day.
type RelationFile struct {
	Relation     string                  `json:"relation" example:"XA-XS"`
	AsOf         string                  `json:"as_of" doc:"The day as of which all is told."`
	Horizon      int                     `json:"horizon" doc:"Months without news after which a matter is asked about."`
	Documents    int                     `json:"documents" doc:"Written by that day."`
	Contacts     int                     `json:"contacts"`
	Agreements   map[entente.Outcome]int `json:"agreements" doc:"How many have each outcome."`
	Undertakings map[entente.Outcome]int `json:"undertakings" doc:"How many have each outcome."`
	LastContact  *Matter                 `json:"last_contact,omitempty" doc:"That was held."`
	NextContact  *Matter                 `json:"next_contact,omitempty" doc:"That is planned."`
	People       []Person                `json:"people" doc:"Who wrote and was written to."`
	Conflicts    []Conflict              `json:"conflicts"`
	Questions    []Question              `json:"questions" doc:"Doubts that wait for a person."`
}

func relationFile(c *call, in *RelationQuery) (*reply[RelationFile], error) {
	s, err := in.status(c)
	if err != nil {
		return nil, err
	}
	f := RelationFile{Relation: s.Relation.String(), AsOf: dayText(s.AsOf), Horizon: s.Horizon, Documents: len(s.Documents), Contacts: len(s.Contacts),
		Agreements: outcomes(s.Agreements), Undertakings: outcomes(s.Undertakings), People: mapped(desk.Correspondents(s.Documents), personOf),
		Conflicts: mapped(s.Conflicts, conflictOf), Questions: mapped(s.Questions, questionOf)}
	if s.LastContact != nil {
		m := matterOf(s.LastContact)
		f.LastContact = &m
	}
	if s.NextContact != nil {
		m := matterOf(s.NextContact)
		f.NextContact = &m
	}
	return &reply[RelationFile]{f}, nil
}

func outcomes(list []*desk.Following) map[entente.Outcome]int {
	counts := map[entente.Outcome]int{}
	for _, f := range list {
		counts[f.Outcome()]++
	}
	return counts
}

type followingsQuery struct {
	RelationQuery
	Paging
	Kind    entente.Kind    `query:"kind" doc:"Only those of a kind."`
	Outcome entente.Outcome `query:"outcome" doc:"Only those with an outcome."`
}

func followings(c *call, in *followingsQuery) (*listReply[Following], error) {
	s, err := in.status(c)
	if err != nil {
		return nil, err
	}
	list := slices.Concat(s.Agreements, s.Undertakings)
	for _, m := range s.Contacts {
		list = append(list, &desk.Following{Matter: m})
	}
	oldest := order[*desk.Following]{key: func(f *desk.Following) key { return key{string(f.Kind), dayKey(f.First), string(f.ID)} }}
	return page(c, in.Paging, list, oldest, func(f *desk.Following) (Following, bool, error) {
		s := followingOf(f)
		return s, (in.Kind == "" || s.Kind == in.Kind) && (in.Outcome == "" || s.Outcome == in.Outcome), nil
	})
}

// A Horizon is the time after which silence is a finding.
type Horizon struct {
	Months int `json:"months" minimum:"0" maximum:"600" doc:"0 goes back to the common one."`
}

type watching struct {
	RelationPath
	Body Horizon
}

func watch(c *call, in *watching) (*reply[RelationFile], error) {
	rel, err := in.relation()
	if err != nil {
		return nil, err
	}
	if err := c.register.Watch(c.ctx, c.api.By, rel, in.Body.Months); err != nil {
		return nil, err
	}
	return relationFile(c, &RelationQuery{RelationPath: in.RelationPath})
}

// dayKey is a day as text that sorts as days do.
func dayKey(d edtf.Day) string { return fmt.Sprintf("%016x", uint64(d)^1<<63) }
