package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"entente"
	"entente/desk"
	"entente/edtf"
)

// documentPage is a letter with its claims beside it, or one portion of it.
type documentPage struct {
	page
	Letter    *desk.Letter
	Blocks    []block
	Cards     []card
	Remarks   []entente.Remark
	Count     int // claims of the whole letter
	Waiting   int // of these, those that nobody has looked at
	Relations []entente.Relation
	Portions  []portion // none where the page shows all
	Before    string    // address of the portion before; "" for none
	After     string    // of the next
}

func (s *Server) letter(w http.ResponseWriter, r *http.Request) error {
	register := s.registerOf(sessionOf(r))
	l, err := register.Letter(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	portions := portionsOf(l)
	shown := chosen(portions, r.URL.Query().Get("portion"), l)
	if shown == nil {
		return fmt.Errorf("portion %q: %w", r.URL.Query().Get("portion"), entente.ErrNotFound)
	}
	f := s.faceOf(r)
	p := documentPage{page: s.newPage(r, capital(f.document(l.Document))), Letter: l, Blocks: blocksOf(l, shown)}
	for _, rel := range l.Relations {
		p.Relations = append(p.Relations, rel.Relation)
	}
	for _, c := range l.Claims {
		if c.Behind != "" {
			continue
		}
		p.Count++
		if c.Verdict == "" {
			p.Waiting++
		}
		if claim := c.Stands(); shown.holds(claim.Start) {
			k := f.card(c, p.Count, p.Path)
			k.Lost = !claim.Checks(l.Text)
			p.Cards = append(p.Cards, k)
		}
	}
	for _, remark := range l.Remarks {
		if shown.holds(remark.Start) {
			p.Remarks = append(p.Remarks, remark)
		}
	}
	if n := shown.Number; n > 0 && len(portions) > 1 {
		p.Portions = portions
		p.Portions[n-1].Current = true
		if n > 1 {
			p.Before = portions[n-2].Address(l.ID)
		}
		if n < len(portions) {
			p.After = portions[n].Address(l.ID)
		}
	}
	return s.show(w, r, "document", &p)
}

// claimPlace sends to a claim in its letter, in whichever portion it stands.
func (s *Server) claimPlace(w http.ResponseWriter, r *http.Request) error {
	register := s.registerOf(sessionOf(r))
	id, err := register.ClaimID(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	claim, err := register.Claim(r.Context(), id)
	if err != nil {
		return err
	}
	l, err := register.Letter(r.Context(), hex(claim.Document))
	if err != nil {
		return err
	}
	to := "/documents/" + short(l.ID)
	if portions := portionsOf(l); len(portions) > 1 {
		at := slices.IndexFunc(portions, func(p portion) bool { return p.holds(claim.Stands().Start) })
		to = portions[max(at, 0)].Address(l.ID)
	}
	http.Redirect(w, r, to+"#c-"+short(id), http.StatusSeeOther)
	return nil
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
