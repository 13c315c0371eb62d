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

// A choice is a field that a person may fill: by one of Options, by a date in
// words, or by words, one value a line.
type choice struct {
	Field   entente.Field
	Label   string
	Options []option // none for a date and for words
	Now     string
	Hint    string
	Date    bool
	Lines   bool
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
	p := correctionPage{page: s.newPage(r, f.T("correct")), Card: f.card(row, n, "/claims/"+short(id))}
	claim := row.Stands()
	for _, force := range entente.Forces {
		p.Forces = append(p.Forces, option{string(force), f.T("force." + string(force)), force == claim.Force})
	}
	for _, rule := range entente.FieldsOf[claim.Kind] {
		p.Choices = append(p.Choices, f.choice(rule, claim))
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

// correct puts what a person wrote into a field of a claim.
func (s *Server) correct(f *face, claim *entente.Claim, rule entente.FieldRule, written string) error {
	old := claim.Fields[rule.Field]
	var values []entente.Value
	for line := range strings.Lines(written) {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" {
			continue
		}
		v, err := s.valueOf(f, claim, rule, line)
		if err != nil {
			return err
		}
		values = append(values, v)
	}
	if len(values) == 1 && len(old) > 0 && !takesLines(rule, old) {
		switch {
		case old[0].Value == values[0].Value:
			return nil // also where there are more of them than the form shows
		case !old[0].Empty() && values[0].Inferred && (rule.Values != nil || slices.Contains(dateFields, rule.Field)):
			v := old[0] // the words are the same, and mean something else
			v.Value, v.Name, v.Inferred, v.Why = values[0].Value, "", false, ""
			values[0] = v
		}
	}
	if len(values) == 0 {
		delete(claim.Fields, rule.Field)
		return nil
	}
	claim.Fields[rule.Field] = values
	return nil
}

// valueOf reads one value. What the claim has already stays as it is; words
// of the claim itself prove it; the rest is marked as inferred.
func (s *Server) valueOf(f *face, claim *entente.Claim, rule entente.FieldRule, line string) (entente.Value, error) {
	for _, v := range claim.Fields[rule.Field] {
		if line == v.Value || rule.Values == nil && line == f.written(rule.Field, v) {
			return v, nil
		}
	}
	value := writtenValue(s, f, rule, line)
	if value == "" || rule.Values != nil && !slices.Contains(rule.Values, value) {
		return entente.Value{}, f.wrongValue(rule, line)
	}
	if at := strings.Index(claim.Quote, line); at >= 0 && rule.Values == nil {
		at += claim.Start
		return entente.Value{Anchor: entente.Anchor{Span: entente.Span{Start: at, End: at + len(line)}, Quote: line}, Value: value}, nil
	}
	return entente.Inferred(value, "corrected by hand"), nil
}

// wrongValue says that what a person wrote is no value of a field.
func (f *face) wrongValue(rule entente.FieldRule, line string) error {
	text := f.T("error.choice")
	switch {
	case rule.Field == entente.FieldAmount:
		text = f.T("error.amount", line)
	case rule.Values == nil:
		text = f.T("error.date", line)
	}
	return &entente.InputError{Name: string(rule.Field), At: -1, Text: text, Err: entente.ErrInvalid}
}

// writtenValue returns what a person's words mean in a field, "" for nothing.
func writtenValue(s *Server, f *face, rule entente.FieldRule, line string) string {
	line = strings.TrimSpace(line)
	switch {
	case slices.Contains(dateFields, rule.Field):
		return s.date(line, f.tag.String())
	case rule.Field == entente.FieldAmount:
		return s.amount(line, f.tag.String())
	case slices.Contains(partyFields, rule.Field):
		for _, p := range pronouns {
			if line == f.pronoun(p) {
				return p
			}
		}
	}
	return line
}

// partyFields hold those who act: several, and pronouns among them.
var partyFields = []entente.Field{entente.FieldParties, entente.FieldHost, entente.FieldBy, entente.FieldWith}

var pronouns = []string{entente.AtSender, entente.AtRecipient, entente.AtSenderState, entente.AtRecipientState}

func (f *face) pronoun(p string) string { return f.T("pronoun." + strings.TrimPrefix(p, "@")) }

// written is a value as a form shows it to be changed.
func (f *face) written(field entente.Field, v entente.Value) string {
	if isPronoun(v.Value) && slices.Contains(partyFields, field) {
		return f.pronoun(v.Value)
	}
	return v.Value
}

// takesLines reports whether a field is shown as a list, one value a line.
func takesLines(rule entente.FieldRule, values []entente.Value) bool {
	return rule.Values == nil && !slices.Contains(dateFields, rule.Field) &&
		(len(values) > 1 || slices.Contains(partyFields, rule.Field) && rule.Field != entente.FieldHost)
}

// choice is the field of a form for a field of a claim.
func (f *face) choice(rule entente.FieldRule, claim entente.Claim) choice {
	values := claim.Fields[rule.Field]
	ch := choice{Field: rule.Field, Label: f.T("field." + string(rule.Field)), Date: slices.Contains(dateFields, rule.Field), Lines: takesLines(rule, values)}
	for i, v := range values {
		if i > 0 && !ch.Lines {
			break
		}
		ch.Now = join("\n", ch.Now, f.written(rule.Field, v))
	}
	switch {
	case ch.Date:
		ch.Hint = f.T("date.hint")
	case rule.Field == entente.FieldAmount:
		ch.Hint = f.T("amount.hint")
	}
	if rule.Values == nil {
		return ch
	}
	ch.Options = []option{{"", f.T("none"), ch.Now == ""}}
	for _, v := range rule.Values {
		ch.Options = append(ch.Options, option{v, f.word(v), v == ch.Now})
	}
	return ch
}
