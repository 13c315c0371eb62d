package web

import (
	"net/http"

	"entente"
	"entente/desk"
)

// peoplePage lists people and organisations by their printed names.
type peoplePage struct {
	page
	People, Organisations []desk.Party
}

func (s *Server) people(w http.ResponseWriter, r *http.Request) error {
	a, err := s.registerOf(sessionOf(r)).Ask(r.Context(), "parties", entente.Relation{})
	if err != nil {
		return err
	}
	p := peoplePage{page: s.newPage(r, s.faceOf(r).T("people"))}
	for _, party := range a.Parties {
		if party.Kind == entente.MentionPerson {
			p.People = append(p.People, party)
		} else {
			p.Organisations = append(p.Organisations, party)
		}
	}
	return s.show(w, r, "people", &p)
}
