package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"entente"
	"entente/desk"
)

// matterPage is one contact, agreement or undertaking: its history of
// wording, and what was stated beside what is concluded.
type matterPage struct {
	page
	*desk.MatterFile
	Follow    *desk.Following // nil for a contact
	Day       string
	History   []wording // oldest document first
	Holdings  []desk.Holding
	Questions []desk.OpenQuestion
	Outcomes  []entente.Outcome
	Ladder    []rung
}

// A wording is what one document says of the matter.
type wording struct {
	Document *desk.Document
	Cards    []card
}

// A rung is one stage on the way of an agreement or undertaking.
type rung struct {
	Stage   string
	Reached bool
	Now     bool
}

// ladders are the stages that lead upwards; those that lead off stand apart.
var ladders = map[entente.Kind][]string{
	entente.Agreement:   {"proposed", "negotiating", "initialled", "signed", "ratified", "in_force"},
	entente.Undertaking: {"proposed", "negotiating", "agreed", "signed", "under_way", "completed"},
}

func (s *Server) matterFile(w http.ResponseWriter, r *http.Request) error {
	f, register := s.faceOf(r), s.registerOf(sessionOf(r))
	id, err := register.ClaimID(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	a, err := register.Ask(r.Context(), string(id), entente.Relation{})
	if err != nil {
		return err
	}
	if a.Matter == nil { // its claim was rejected: the letter still says so
		if a.Document == nil {
			return fmt.Errorf("matter %s: %w", id, entente.ErrNotFound)
		}
		http.Redirect(w, r, "/documents/"+hex(a.Document.ID)+"#c-"+string(id), http.StatusSeeOther)
		return nil
	}
	p := matterPage{page: s.newPage(r, f.matter(a.Matter.Matter)), MatterFile: a.Matter, Outcomes: outcomes}
	if p.Holdings, err = register.Holdings(r.Context(), id); err != nil {
		return err
	}
	if len(p.Relations) > 0 {
		if err := s.follow(r, register, &p); err != nil {
			return err
		}
	}
	for i, c := range p.Claims {
		if n := len(p.History); n == 0 || p.History[n-1].Document.ID != c.Document.ID {
			p.History = append(p.History, wording{Document: c.Document})
		}
		last := &p.History[len(p.History)-1]
		last.Cards = append(last.Cards, f.card(c.Claim, i+1, r.URL.Path))
	}
	return s.show(w, r, "matter", &p)
}

// follow fills in what became of a matter and what is asked about it.
func (s *Server) follow(r *http.Request, register *desk.Register, p *matterPage) error {
	rel := p.Relations[0]
	day, _, err := s.asOf(r, register, rel)
	if err != nil {
		return err
	}
	status, err := register.Status(r.Context(), rel, day)
	if err != nil {
		return err
	}
	p.Day = status.AsOf.Date().String()
	for _, q := range status.Questions {
		if q.A.Claim.Matter == p.ID || q.B.Claim.Matter == p.ID {
			p.Questions = append(p.Questions, q)
		}
	}
	for _, m := range slices.Concat(status.Agreements, status.Undertakings) {
		if m.ID == p.ID {
			p.Follow = m
			p.Ladder = ladder(m)
		}
	}
	return nil
}

// ladder returns the stages of a matter with those that a document gave.
func ladder(m *desk.Following) []rung {
	steps := ladders[m.Kind]
	top := -1
	var rungs []rung
	for i, stage := range steps {
		for _, c := range m.Claims {
			for _, v := range c.Stands().Fields[entente.FieldStage] {
				if v.Value == stage {
					top = max(top, i)
				}
			}
		}
	}
	for i, stage := range steps {
		rungs = append(rungs, rung{stage, i <= top, stage == m.Stated})
	}
	return rungs
}

// judgeMatter takes what a person holds of a matter's outcome, or takes it
// back.
func (s *Server) judgeMatter(w http.ResponseWriter, r *http.Request) error {
	register := s.registerOf(sessionOf(r))
	id, err := register.ClaimID(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	j := entente.Judgement{Verdict: entente.Concluded, Subject: id, Outcome: entente.Outcome(r.PostFormValue("outcome")), Reason: strings.TrimSpace(r.PostFormValue("reason"))}
	switch {
	case r.PostFormValue("outcome") == "undo":
		j.Outcome = ""
	case !slices.Contains(entente.Outcomes, j.Outcome):
		return &entente.InputError{Name: "outcome", At: -1, Text: s.faceOf(r).T("error.choice"), Err: entente.ErrInvalid}
	}
	if _, err := register.Judge(r.Context(), s.By, j); err != nil {
		return err
	}
	back(w, r, "")
	return nil
}
