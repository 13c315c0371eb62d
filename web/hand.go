package web

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"entente"
	"entente/desk"
)

// handPage is the form in which a person makes a claim of words of a letter.
type handPage struct {
	page
	Document string // its id as it stands in addresses
	Quote    string
	Near     int // a byte of the text near which the words stand; -1 for none
	Places   []placeView
	Problem  string
	Kinds    []kindForm
	Forces   []option
	About    []option
}

// A placeView is one of several places where words stand.
type placeView struct {
	At                   int
	Before, Words, After string
}

// A kindForm is what may be said of one kind of claim.
type kindForm struct {
	option
	Choices []choice
}

// around is how many bytes of the text are shown on each side of words that
// stand several times.
const around = 60

// handForm shows the form, alone or on a page.
func (s *Server) handForm(w http.ResponseWriter, r *http.Request) error {
	register := s.registerOf(sessionOf(r))
	l, err := register.Letter(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	p := s.handPage(r, l)
	if wantsPart(r) {
		return s.faceOf(r).renderPart(w, "hand", "hand", http.StatusOK, p)
	}
	return s.show(w, r, "hand", p)
}

// handPage fills the form with what the request says.
func (s *Server) handPage(r *http.Request, l *desk.Letter) *handPage {
	f := s.faceOf(r)
	p := &handPage{page: s.newPage(r, f.T("hand")), Document: hex(l.ID), Quote: strings.TrimSpace(r.FormValue("quote")), Near: -1}
	if near, err := strconv.Atoi(r.FormValue("near")); err == nil {
		p.Near = near
	}
	kind, force := r.FormValue("kind"), r.FormValue("force")
	for _, k := range []entente.Kind{entente.Undertaking, entente.Agreement, entente.Contact} {
		form := kindForm{option: option{string(k), f.word(string(k)), string(k) == kind || kind == "" && k == entente.Undertaking}}
		for _, rule := range entente.FieldsOf[k] {
			ch := f.choice(rule, entente.Claim{Kind: k})
			ch.Now = r.FormValue(string(k) + "." + string(rule.Field))
			for i := range ch.Options {
				ch.Options[i].Chosen = ch.Options[i].Value == ch.Now
			}
			form.Choices = append(form.Choices, ch)
		}
		p.Kinds = append(p.Kinds, form)
	}
	for _, o := range entente.Forces {
		p.Forces = append(p.Forces, option{string(o), f.T("force." + string(o)), string(o) == force || force == "" && o == entente.Promised})
	}
	n := 0
	for _, c := range l.Claims {
		if c.Behind != "" {
			continue
		}
		n++
		if c.Live() {
			p.About = append(p.About, option{string(c.ID), strconv.Itoa(n) + " " + f.claimTitle(c, c.Stands()) + " · " + f.word(string(c.Claim.Kind)), string(c.ID) == r.FormValue("about")})
		}
	}
	return p
}

// claimByHand enters the claim, or shows the form again with what is wrong.
func (s *Server) claimByHand(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	register := s.registerOf(sessionOf(r))
	l, err := register.Letter(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	p := s.handPage(r, l)
	h, err := s.handClaim(r, p)
	var id entente.ClaimID
	if err == nil {
		id, err = register.ClaimByHand(r.Context(), s.By, h)
	}
	var places *desk.AmbiguousError
	var input *entente.InputError
	switch {
	case errors.As(err, &places):
		p.Problem, p.Places = s.faceOf(r).N("hand.places", len(places.Places)), placesOf(places)
	case errors.As(err, &input):
		p.Problem = input.Text
		if s.faceOf(r).Has("hand.error." + input.Name) {
			p.Problem = s.faceOf(r).T("hand.error." + input.Name)
		}
	case err != nil:
		return err
	default:
		to := "/claims/" + short(id)
		if wantsPart(r) {
			w.Header().Set("Location", to)
			w.WriteHeader(http.StatusCreated)
			return nil
		}
		http.Redirect(w, r, to, http.StatusSeeOther)
		return nil
	}
	return s.faceOf(r).render(w, "hand", http.StatusBadRequest, p)
}

// handClaim reads the form.
func (s *Server) handClaim(r *http.Request, p *handPage) (desk.HandClaim, error) {
	f := s.faceOf(r)
	h := desk.HandClaim{Document: p.Document, Quote: p.Quote, Near: p.Near, Kind: entente.Kind(r.FormValue("kind")), Force: entente.Force(r.FormValue("force")),
		Fields: map[entente.Field][]desk.Correction{}, About: entente.ClaimID(r.FormValue("about"))}
	for _, rule := range entente.FieldsOf[h.Kind] {
		written := r.FormValue(string(h.Kind) + "." + string(rule.Field))
		for line := range strings.Lines(written) {
			line = strings.Join(strings.Fields(line), " ")
			if line == "" {
				continue
			}
			value := writtenValue(s, f, rule, line)
			if value == "" || rule.Values != nil && !slices.Contains(rule.Values, value) {
				return h, f.wrongValue(rule, line)
			}
			h.Fields[rule.Field] = append(h.Fields[rule.Field], desk.Correction{Value: value, Words: line})
		}
	}
	return h, nil
}

func placesOf(e *desk.AmbiguousError) []placeView {
	var all []placeView
	for _, at := range e.Places {
		from, to := max(0, at.Start-around), min(len(e.Text), at.End+around)
		all = append(all, placeView{at.Start, strings.ToValidUTF8(e.Text[from:at.Start], ""), at.In(e.Text), strings.ToValidUTF8(e.Text[at.End:to], "")})
	}
	return all
}

// readDateIn says what a date in words means, for the script of a form.
func (s *Server) readDateIn(w http.ResponseWriter, r *http.Request) error {
	f := s.faceOf(r)
	text := strings.TrimSpace(r.URL.Query().Get("text"))
	said := ""
	if text != "" && len(text) < 200 {
		said = s.date(text, f.tag.String())
	}
	if words := f.when(said); said != "" && words != said && words != text {
		said += " · " + words
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte(said)) // the browser may have gone
	return nil
}
