package api

import (
	"entente/desk"
	"entente/edtf"
)

type dueQuery struct {
	Paging
	Relation string `query:"relation" maxLength:"10" doc:"Only what is due in a relation." example:"XA-XS"`
	AsOf     string `query:"as_of" maxLength:"40" doc:"As known on this day, EDTF; without it, for each relation, today or the day of its newest document."`
}

// A Due is one matter that is due or overdue.
type Due struct {
	Date     string `json:"date" doc:"EDTF."`
	Overdue  bool   `json:"overdue"`
	Next     string `json:"next,omitempty" doc:"The next step that is due, of a note; absent where the matter itself is."`
	Relation string `json:"relation"`
	Matter   Matter `json:"matter"`
}

func dueOf(d desk.DueItem) Due {
	return Due{d.Date.String(), d.Overdue, d.Next, d.Relation.String(), matterOf(d.Matter)}
}

func due(c *call, in *dueQuery) (*listReply[Due], error) {
	items, err := c.due(in.Relation, in.AsOf)
	if err != nil {
		return nil, err
	}
	soonest := order[desk.DueItem]{key: func(d desk.DueItem) key {
		first, _ := d.Date.Bounds()
		return key{dayKey(first), d.Relation.String(), string(d.Matter.ID), d.Next}
	}}
	return page(c, in.Paging, items, soonest, all(dueOf))
}

// due returns what is due in one relation or, for "", in every one.
func (c *call) due(pair, asOf string) ([]desk.DueItem, error) {
	only, err := relation("query.relation", pair)
	if err != nil {
		return nil, err
	}
	if pair == "" && asOf == "" {
		return c.register.Calendar(c.ctx)
	}
	var on edtf.Date
	if pair == "" {
		on, err = day(asOf)
	} else {
		on, err = c.asOf(asOf, only)
	}
	if err != nil {
		return nil, err
	}
	return c.register.Due(c.ctx, only, on)
}
