package web

import (
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/lifelines"
)

// relationsPage lists the relations of the register.
type relationsPage struct {
	page
	Relations []*desk.Relation
}

func (s *Server) relations(w http.ResponseWriter, r *http.Request) error {
	a, err := s.registerOf(sessionOf(r)).Ask(r.Context(), "relations", entente.Relation{})
	if err != nil {
		return err
	}
	return s.show(w, r, "relations", &relationsPage{s.newPage(r, s.faceOf(r).T("relations")), a.Relations})
}

// relationPage is the dossier of two states.
type relationPage struct {
	page
	desk.Status
	Picture      template.HTML
	Head         []string // of the table that says the same as the picture
	Rows         [][]string
	Links        []string // of the rows
	Agreements   []outcomeGroup
	Undertakings []outcomeGroup
	Asking       []outcomeCount // undertakings and agreements that ask for attention
	People       []desk.Person
	Day          string // as of which all is shown, EDTF
	Today        bool
}

// An outcomeGroup is the matters with one outcome.
type outcomeGroup struct {
	Outcome entente.Outcome
	List    []*desk.Following
}

type outcomeCount struct {
	Outcome entente.Outcome
	N       int
}

// outcomes in the order in which they ask for attention.
var outcomes = []entente.Outcome{entente.Stalled, entente.Silent, entente.Open, entente.Moving, entente.Dropped, entente.Kept}

func (s *Server) relationFile(w http.ResponseWriter, r *http.Request) error {
	rel, ok := entente.ParseRelation(r.PathValue("pair"))
	if !ok {
		return fmt.Errorf("relation %q: %w", r.PathValue("pair"), entente.ErrNotFound)
	}
	if r.PathValue("pair") != rel.String() {
		http.Redirect(w, r, "/relations/"+rel.String(), http.StatusMovedPermanently)
		return nil
	}
	f, register := s.faceOf(r), s.registerOf(sessionOf(r))
	day, today, err := s.asOf(r, register, rel)
	if err != nil {
		return err
	}
	status, err := register.Status(r.Context(), rel, day)
	if err != nil {
		return err
	}
	p := relationPage{page: s.newPage(r, f.relation(rel)), Status: status, Day: status.AsOf.Date().String(), Today: today,
		Agreements: grouped(status.Agreements), Undertakings: grouped(status.Undertakings), People: desk.Correspondents(status.Documents)}
	for _, o := range []entente.Outcome{entente.Stalled, entente.Silent, entente.Open, entente.Moving} {
		n := 0
		for _, m := range slices.Concat(status.Agreements, status.Undertakings) {
			if m.Outcome() == o {
				n++
			}
		}
		if n > 0 {
			p.Asking = append(p.Asking, outcomeCount{o, n})
		}
	}
	p.Documents = slices.Clone(p.Documents)
	slices.Reverse(p.Documents) // newest first
	picture := status.Picture(f.pictureWords())
	var svg strings.Builder
	svg.Grow(512 << 10) // a few hundred bytes a claim
	if err := picture.SVG(&svg); err != nil {
		return err
	}
	if err := picture.Narrow(&svg); err != nil { // the style sheet shows the one that fits
		return err
	}
	p.Picture = template.HTML(svg.String()) // lifelines escapes every word in it
	p.Head, p.Rows = picture.Table()
	for _, m := range slices.Concat(status.Agreements, status.Undertakings) {
		p.Links = append(p.Links, "/matters/"+short(m.ID))
	}
	return s.show(w, r, "relation", &p)
}

// relationShort sends to the file of a relation whoever writes its address as
// it is said: /relation/XA-XS, or /xa-xs.
func (s *Server) relationShort(w http.ResponseWriter, r *http.Request) error {
	rel, ok := entente.ParseRelation(r.PathValue("pair"))
	if !ok {
		return s.nothing(w, r)
	}
	http.Redirect(w, r, "/relations/"+rel.String(), http.StatusMovedPermanently)
	return nil
}

// asOf returns the day on which a relation is shown: the one asked for, or
// today, or that of the newest document if it bears a later date than today,
// as in dossiers of times to come.
func (s *Server) asOf(r *http.Request, register *desk.Register, rel entente.Relation) (day edtf.Date, today bool, err error) {
	if day, asked, err := s.asked(r); asked || err != nil {
		return day, false, err
	}
	latest, err := register.Today(r.Context(), rel)
	now := s.Now()
	return latest.Date(), latest == edtf.DayOf(now.Year(), int(now.Month()), now.Day()), err
}

// asked returns the day that a request asks for, and whether it does.
func (s *Server) asked(r *http.Request) (day edtf.Date, asked bool, err error) {
	on := r.URL.Query().Get("on")
	if on == "" {
		return day, false, nil
	}
	day, err = edtf.Parse(s.date(on, s.languageOf(r)))
	if err != nil || day.IsZero() || day.Open() {
		return day, false, &entente.InputError{Name: "on", At: -1, Text: s.faceOf(r).T("error.date", on), Err: entente.ErrInvalid}
	}
	return day, true, nil
}

func grouped(list []*desk.Following) []outcomeGroup {
	var groups []outcomeGroup
	for _, o := range outcomes {
		g := outcomeGroup{Outcome: o}
		for _, m := range list {
			if m.Outcome() == o {
				g.List = append(g.List, m)
			}
		}
		if len(g.List) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// pictureWords are the words of the picture.
func (f *face) pictureWords() desk.PictureWords {
	outcome := map[entente.Outcome]string{}
	for _, o := range entente.Outcomes {
		outcome[o] = f.T("outcome." + string(o))
	}
	t := func(key string) string { return f.T("picture." + key) }
	return desk.PictureWords{
		Words: lifelines.Words{Line: t("line"), Outcome: t("outcome"), First: t("first"), Last: t("last"), Mentions: t("mentions"),
			Wished: t("wished"), Agreed: t("agreed"), Signed: t("signed"), Moving: t("moving"), Halted: t("halted"),
			Kept: outcome[entente.Kept], Dropped: outcome[entente.Dropped], Silent: outcome[entente.Silent], Contact: t("contact")},
		Title: t("title"), Desc: t("desc"), Agreements: f.T("agreements"), Undertakings: f.T("undertakings"),
		Outcome: outcome, Stage: f.word, Matter: f.matter, Date: f.when,
		Href: func(id entente.ClaimID) string { return "/matters/" + short(id) },
	}
}

// judgePair takes what a person holds of two claims: one thing, two, or
// neither any more.
func (s *Server) judgePair(w http.ResponseWriter, r *http.Request) error {
	verdict := entente.Verdict(r.PostFormValue("verdict"))
	if !slices.Contains([]entente.Verdict{entente.Same, entente.Different, entente.Unsure, "undo"}, verdict) {
		return &entente.InputError{Name: "verdict", At: -1, Text: s.faceOf(r).T("error.verdict"), Err: entente.ErrInvalid}
	}
	register := s.registerOf(sessionOf(r))
	j := entente.Judgement{Verdict: verdict, Reason: strings.TrimSpace(r.PostFormValue("reason"))}
	var err error
	if j.Subject, err = register.ClaimID(r.Context(), r.PostFormValue("a")); err != nil {
		return err
	}
	if j.Other, err = register.ClaimID(r.Context(), r.PostFormValue("b")); err != nil {
		return err
	}
	if verdict == "undo" {
		_, err = register.Unpair(r.Context(), s.By, j.Subject, j.Other, j.Reason)
	} else {
		_, err = register.Judge(r.Context(), s.By, j)
	}
	if err != nil {
		return err
	}
	back(w, r, r.PostFormValue("at"))
	return nil
}
