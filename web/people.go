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

func (s *Server) people(w http.ResponseWriter, r *http.Request) (err error) {
	p := peoplePage{page: s.newPage(r, s.faceOf(r).T("people"))}
	register := s.registerOf(sessionOf(r))
	from, _ := strconv.Atoi(r.URL.Query().Get("from"))
	only := entente.MentionKind(r.URL.Query().Get("kind"))
	for _, kind := range []entente.MentionKind{entente.MentionPerson, entente.MentionOrganisation} {
		if only != "" && only != kind {
			continue
		}
		first := 0
		if only != "" {
			first = from
		}
		list := partyList{Kind: kind}
		if list.Parties, list.Next, err = register.Parties(r.Context(), kind, first, perList); err != nil {
			return err
		}
		p.Lists = append(p.Lists, list)
	}
	return s.show(w, r, "people", &p)
}
