package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"entente"
	"entente/desk"
	"entente/edtf"
)

// changesPage is what changed since a day or the last visit.
type changesPage struct {
	page
	desk.Changes
	Day           string // since which, EDTF
	At            string // the time of that day, where it is a visit
	Visit         string // the address that asks for the last visit; "" if that is shown, or none was
	Moves         []moveGroup
	Fresh         []moveGroup // matters of which nothing was known before
	NFresh        int
	Held          []heldView
	MoreHeld      int // not shown
	MoreDocuments int
	MoreMoves     int
	Only          string // the relation in which moves are looked for; "" for those with most news
	Others        []otherNews
}

// otherNews leads to the moves of a relation in which nobody looked for them.
type otherNews struct {
	Relation entente.Relation
	Href     string
}

// A moveGroup is the moves in one relation.
type moveGroup struct {
	Relation entente.Relation
	List     []desk.Move
}

// A heldView is one thing that a person entered.
type heldView struct {
	desk.HeldChange
	Title string
	Said  string
}

const (
	cookieVisit   = "entente-visit"
	visitAfter    = 30 * time.Minute // of nothing looked at, a visit is another
	firstLook     = 7 * 24 * time.Hour
	listedChanges = 100 // of each list
)

// changes shows what changed since ?since=, a date in words, or else since the
// last visit.
func (s *Server) changes(w http.ResponseWriter, r *http.Request) error {
	f := s.faceOf(r)
	p := changesPage{page: s.newPage(r, f.T("changes"))}
	since, visited := s.visit(w, r)
	if written := strings.TrimSpace(r.URL.Query().Get("since")); written != "" {
		d, err := edtf.Parse(s.date(written, s.languageOf(r)))
		if err != nil || d.IsZero() || d.Open() {
			return &entente.InputError{Name: "since", At: -1, Text: f.T("error.date", plainText(written)), Err: entente.ErrInvalid}
		}
		first, _ := d.Bounds()
		y, m, day := first.Civil()
		since, p.Day = time.Date(y, time.Month(m), day, 0, 0, 0, 0, s.Now().Location()), d.String()
		if visited {
			p.Visit = "/changes"
		}
	} else {
		p.Day = since.Format(time.DateOnly)
		if visited {
			p.At = since.Format("15:04")
		}
	}
	var err error
	query := desk.ChangesQuery{Since: since, Limit: listedChanges}
	if rel, ok := entente.ParseRelation(r.URL.Query().Get("relation")); ok {
		query.Relation, p.Only = rel, rel.String()
	}
	if p.Changes, err = s.registerOf(sessionOf(r)).Changes(r.Context(), query); err != nil {
		return err
	}
	for _, m := range p.Changes.Moves {
		list := &p.Moves
		if m.New {
			list = &p.Fresh
		}
		if n := len(*list); n == 0 || (*list)[n-1].Relation != m.Relation {
			*list = append(*list, moveGroup{Relation: m.Relation})
		}
		last := &(*list)[len(*list)-1]
		last.List = append(last.List, m)
	}
	p.NFresh = p.New
	p.MoreDocuments, p.MoreHeld, p.MoreMoves = p.Received-len(p.Documents), p.Entered-len(p.Changes.Held), p.Moved+p.New-len(p.Changes.Moves)
	for _, rel := range p.Left {
		at := url.Values{"relation": {rel.String()}}
		if written := r.URL.Query().Get("since"); written != "" {
			at.Set("since", written)
		}
		p.Others = append(p.Others, otherNews{rel, "/changes?" + at.Encode()})
	}
	for _, h := range p.Changes.Held {
		p.Held = append(p.Held, heldView{h, f.claimTitle(h.Claim.Claim, h.Claim.Stands()), f.heldWords(h)})
	}
	return s.show(w, r, "changes", &p)
}

// heldWords say what was entered.
func (f *face) heldWords(h desk.HeldChange) string {
	switch h.What {
	case desk.ByHandMade:
		return f.T("hand.made")
	case desk.NoteMade:
		return f.T("note")
	case entente.Concluded:
		if h.Outcome == "" {
			return f.T("held.superseded")
		}
		return f.T("outcome") + f.T("colon") + f.T("outcome."+string(h.Outcome))
	case entente.Superseded:
		return f.T("held.superseded")
	case entente.Same, entente.Different, entente.Unsure:
		return f.T("held." + string(h.What))
	}
	return f.T("verdict." + string(h.What))
}

// visit returns when the visit before this one ended, and keeps in a cookie
// when this one was last seen. Who was never here gets a week.
func (s *Server) visit(w http.ResponseWriter, r *http.Request) (before time.Time, known bool) {
	now := s.Now()
	var prior, last int64
	if c, err := r.Cookie(cookieVisit); err == nil {
		a, b, _ := strings.Cut(c.Value, ".")
		prior, _ = strconv.ParseInt(a, 10, 64)
		last, _ = strconv.ParseInt(b, 10, 64)
	}
	if last < 0 || last > now.Unix() {
		last = 0
	}
	if last > 0 && now.Sub(time.Unix(last, 0)) > visitAfter {
		prior = last
	}
	if prior > last || prior < 0 {
		prior = 0
	}
	http.SetCookie(w, &http.Cookie{Name: cookieVisit, Value: fmt.Sprintf("%d.%d", prior, now.Unix()), Path: "/", MaxAge: 400 * 24 * 3600, HttpOnly: true, SameSite: http.SameSiteStrictMode})
	if prior > 0 {
		return time.Unix(prior, 0).In(now.Location()), true
	}
	return now.Add(-firstLook), false
}
