package web

import (
	"net/http"
	"slices"
	"strings"

	"entente"
)

// correctionPage is the form in which a person corrects a claim.
type correctionPage struct {
	page
	Card    card
	Forces  []option
	Choices []choice
}

// A choice is a field that a person may correct: by one of Options, by a
// date in words, or by words.
type choice struct {
	Field   entente.Field
	Label   string
	Options []option // none for a date and for words
	Now     string
	Date    bool
}

type option struct {
	Value, Word string
	Chosen      bool
}

// correction shows the form that corrects a claim, alone or on a page.
func (s *Server) correction(w http.ResponseWriter, r *http.Request) error {
	register := s.registerOf(sessionOf(r))
	id, err := register.ClaimID(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	row, n, err := claimOf(r, register, id)
	if err != nil {
		return err
	}
	f := s.faceOf(r)
	p := correctionPage{page: s.newPage(r, f.T("correct")), Card: f.card(row, n, "/documents/"+hex(row.Document))}
	claim := row.Stands()
	for _, force := range entente.Forces {
		p.Forces = append(p.Forces, option{string(force), f.T("force." + string(force)), force == claim.Force})
	}
	for _, rule := range entente.FieldsOf[claim.Kind] {
		if ch, ok := f.choice(rule, claim); ok {
			p.Choices = append(p.Choices, ch)
		}
	}
	if wantsPart(r) {
		return f.renderPart(w, "correction", "correction", http.StatusOK, &p)
	}
	return s.show(w, r, "correction", &p)
}

// correctClaim puts a claim as a person says it in the place of the one that
// was read. The words it rests on stay.
func (s *Server) correctClaim(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	register := s.registerOf(sessionOf(r))
	id, err := register.ClaimID(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	row, err := register.Claim(r.Context(), id)
	if err != nil {
		return err
	}
	f := s.faceOf(r)
	claim := row.Stands()
	if force := entente.Force(r.PostForm.Get("force")); force != "" {
		if !slices.Contains(entente.Forces, force) {
			return &entente.InputError{Name: "force", At: -1, Text: f.T("error.choice"), Err: entente.ErrInvalid}
		}
		claim.Force = force
	}
	fields := map[entente.Field][]entente.Value{}
	for field, values := range claim.Fields {
		fields[field] = values
	}
	claim.Fields = fields
	for _, rule := range entente.FieldsOf[claim.Kind] {
		if !r.PostForm.Has(string(rule.Field)) {
			continue
		}
		if err := s.correct(f, &claim, rule, strings.TrimSpace(r.PostForm.Get(string(rule.Field)))); err != nil {
			return err
		}
	}
	return s.judge(w, r, entente.Judgement{Verdict: entente.Corrected, Claim: &claim, Reason: strings.TrimSpace(r.PostForm.Get("reason"))})
}

// wordFields are the fields of one value that any words may stand in.
var wordFields = []entente.Field{entente.FieldTitle, entente.FieldSubject, entente.FieldPlace, entente.FieldHost}

// correct puts one value in the place of a field's.
func (s *Server) correct(f *face, claim *entente.Claim, rule entente.FieldRule, value string) error {
	old := claim.Fields[rule.Field]
	switch {
	case slices.Contains(dateFields, rule.Field):
		if value != "" {
			said := s.date(value, f.tag.String())
			if said == "" {
				return &entente.InputError{Name: string(rule.Field), At: -1, Text: f.T("error.date", value), Err: entente.ErrInvalid}
			}
			value = said
		}
	case rule.Values == nil && !slices.Contains(wordFields, rule.Field):
		return nil
	case rule.Values == nil:
		if len(old) > 0 && old[0].Value == value {
			return nil
		}
		if at := strings.Index(claim.Quote, value); value != "" && at >= 0 { // the claim's own words say it
			at += claim.Start
			anchor := entente.Anchor{Span: entente.Span{Start: at, End: at + len(value)}, Quote: value}
			claim.Fields[rule.Field] = []entente.Value{{Anchor: anchor, Value: value}}
			return nil
		}
		old = nil
	case value != "" && !slices.Contains(rule.Values, value):
		return &entente.InputError{Name: string(rule.Field), At: -1, Text: f.T("error.choice"), Err: entente.ErrInvalid}
	}
	switch {
	case value == "":
		delete(claim.Fields, rule.Field)
	case len(old) > 0 && old[0].Value == value:
	case len(old) > 0 && !old[0].Empty():
		v := old[0] // the words are the same, and mean something else
		v.Value, v.Name = value, ""
		claim.Fields[rule.Field] = []entente.Value{v}
	default:
		claim.Fields[rule.Field] = []entente.Value{entente.Inferred(value, "corrected by hand")}
	}
	return nil
}

func (f *face) choice(rule entente.FieldRule, claim entente.Claim) (choice, bool) {
	ch := choice{Field: rule.Field, Label: f.T("field." + string(rule.Field)), Date: slices.Contains(dateFields, rule.Field)}
	values := claim.Fields[rule.Field]
	if len(values) > 0 {
		ch.Now = values[0].Value
	}
	if rule.Values == nil {
		return ch, ch.Date || slices.Contains(wordFields, rule.Field) && len(values) < 2 && !isPronoun(ch.Now)
	}
	ch.Options = []option{{"", f.T("none"), ch.Now == ""}}
	for _, v := range rule.Values {
		ch.Options = append(ch.Options, option{v, f.word(v), v == ch.Now})
	}
	return ch, true
}
