package web

import (
	"net/http"
	"strings"

	"entente"
	"entente/desk"
	"entente/edtf"
)

// documentPage is a letter with its claims beside it.
type documentPage struct {
	page
	Letter    *desk.Letter
	Blocks    []block
	Cards     []card
	Waiting   int // claims that nobody has looked at
	Relations []entente.Relation
	Languages string
}

func (s *Server) letter(w http.ResponseWriter, r *http.Request) error {
	register := s.registerOf(sessionOf(r))
	l, err := register.Letter(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	f := s.faceOf(r)
	p := documentPage{page: s.newPage(r, capital(f.document(l.Document))), Letter: l, Blocks: blocksOf(l)}
	for _, rel := range l.Relations {
		p.Relations = append(p.Relations, rel.Relation)
	}
	n := 0
	for _, c := range l.Claims {
		if c.Behind != "" {
			continue
		}
		n++
		k := f.card(c, n, r.URL.Path)
		k.Lost = !c.Stands().Checks(l.Text)
		if c.Verdict == "" {
			p.Waiting++
		}
		p.Cards = append(p.Cards, k)
	}
	return s.show(w, r, "document", &p)
}

// date reads a date that a person wrote and returns it as EDTF, "" for none.
func (s *Server) date(text, language string) string {
	if d, err := edtf.Parse(strings.ToUpper(text)); err == nil && !d.IsZero() {
		return d.String()
	}
	if s.Date == nil {
		return ""
	}
	return s.Date(text, language)
}
