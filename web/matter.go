package web

import (
	"net/http"
	"slices"
	"strings"

	"entente"
	"entente/desk"
	"entente/edtf"
)

// matterPage is one contact, agreement or undertaking: its history of
// wording, and what was stated beside what is concluded.
type matterPage struct {
	page
	*desk.History
	Day      string    // as of which all is shown, EDTF
	Wordings []wording // oldest document first
	Outcomes []entente.Outcome
	Ladder   []rung
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
	claim, err := register.Claim(r.Context(), id)
	if err != nil {
		return err
	}
	if claim.Matter == "" { // it was rejected: its letter still says so
		http.Redirect(w, r, "/claims/"+short(id), http.StatusSeeOther)
		return nil
	}
	h, err := register.History(r.Context(), id, edtf.Date{})
	if err != nil {
		return err
	}
	p := matterPage{page: s.newPage(r, f.matter(h.Matter)), History: h, Day: h.AsOf.Date().String(), Outcomes: outcomes}
	if h.Kind != entente.Contact {
		p.Ladder = ladder(h.Following)
	}
	for i, c := range h.Claims {
		if n := len(p.Wordings); n == 0 || p.Wordings[n-1].Document.ID != c.Document.ID {
			p.Wordings = append(p.Wordings, wording{Document: c.Document})
		}
		last := &p.Wordings[len(p.Wordings)-1]
		last.Cards = append(last.Cards, f.card(c.Claim, i+1, r.URL.Path))
	}
	return s.show(w, r, "matter", &p)
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

// noteMatter keeps what a person notes beside a matter: who follows it, what
// is next and until when, and whether it is one of the chosen few.
func (s *Server) noteMatter(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	f, register := s.faceOf(r), s.registerOf(sessionOf(r))
	id, err := register.ClaimID(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	var change desk.NoteChange
	for name, to := range map[string]**string{"owner": &change.Owner, "next": &change.Next, "due": &change.Due, "note": &change.Note} {
		if r.PostForm.Has(name) {
			value := strings.TrimSpace(r.PostForm.Get(name))
			*to = &value
		}
	}
	if change.Due != nil && *change.Due != "" {
		said := s.date(*change.Due, f.tag.String())
		if said == "" {
			return &entente.InputError{Name: "due", At: -1, Text: f.T("error.date", *change.Due), Err: entente.ErrInvalid}
		}
		change.Due = &said
	}
	if r.PostForm.Has("star") {
		on := r.PostForm.Get("star") == "on"
		change.Starred = &on
	}
	if _, err := register.Note(r.Context(), s.By, id, change); err != nil {
		return err
	}
	back(w, r, "")
	return nil
}
