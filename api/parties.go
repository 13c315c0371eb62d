package api

import (
	"entente"
	"entente/desk"
)

// partiesQuery asks for parties.
type partiesQuery struct {
	Paging
	Kind string `query:"kind" enum:"person,organisation" doc:"Only people, or only organisations."`
}

// A Party is a person or an organisation by its printed name.
type Party struct {
	Kind      entente.MentionKind `json:"kind"`
	Name      string              `json:"name" doc:"The first of its names."`
	Names     []string            `json:"names" doc:"As printed."`
	Documents int                 `json:"documents" doc:"How many name it."`
	Mentions  int                 `json:"mentions"`
}

func partyOf(p *desk.Party) Party {
	s := Party{Kind: p.Kind, Names: same(p.Names), Documents: p.Documents, Mentions: p.Mentions}
	if len(p.Names) > 0 {
		s.Name = p.Names[0]
	}
	return s
}

func parties(c *call, in *partiesQuery) (*listReply[Party], error) {
	return walk(c, in.Paging, func(place string, n int) ([]desk.Listed[desk.Party], error) {
		return c.register.PartiesBehind(c.ctx, entente.MentionKind(in.Kind), place, n)
	}, every(partyOf))
}
