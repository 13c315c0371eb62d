package web

import (
	"net/http"
	"strconv"

	"entente"
	"entente/desk"
)

// perList is how many names one list shows at once.
const perList = 200

// peoplePage lists people and organisations by their printed names.
type peoplePage struct {
	page
	Lists []partyList
}

// A partyList is a stretch of the names of one kind.
type partyList struct {
	Kind    entente.MentionKind
	Parties []desk.Party
	Next    int // where the next stretch starts; 0 for none
}

func (s *Server) people(w http.ResponseWriter, r *http.Request) error {
	p := peoplePage{page: s.newPage(r, s.faceOf(r).T("people"))}
	register := s.registerOf(sessionOf(r))
	from, _ := strconv.Atoi(r.URL.Query().Get("from"))
	only := entente.MentionKind(r.URL.Query().Get("kind"))
	for _, kind := range []struct {
		entente.MentionKind
		noun string
	}{{entente.MentionPerson, "people"}, {entente.MentionOrganisation, "organisations"}} {
		if only != "" && only != kind.MentionKind {
			continue
		}
		a, err := register.Ask(r.Context(), kind.noun, entente.Relation{})
		if err != nil {
			return err
		}
		list := partyList{Kind: kind.MentionKind, Parties: a.Parties}
		if only != "" {
			list.Parties = list.Parties[min(max(from, 0), len(list.Parties)):]
		}
		if len(list.Parties) > perList {
			list.Parties = list.Parties[:perList]
			list.Next = perList
			if only != "" {
				list.Next += max(from, 0)
			}
		}
		p.Lists = append(p.Lists, list)
	}
	return s.show(w, r, "people", &p)
}
