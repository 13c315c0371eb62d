package web

import (
	"net/http"
	"slices"
	"strings"

	"entente"
	"entente/desk"
)

// A card is one claim as it is reviewed.
type card struct {
	*desk.Claim
	Number int
	Title  string
	Facts  []string
	Fields []fieldRow
	Quote  string
	Back   string // the page to come back to
	Lost   bool   // its words do not stand in the text that is shown
}

// A fieldRow is one field of a claim, in words.
type fieldRow struct {
	Label  string
	Values []valueView
}

// A valueView is a value in words; Why says what an inferred one follows
// from.
type valueView struct {
	Text     string
	Inferred bool
	Why      string
}

// rows are the fields that get a line of their own; the others stand in the
// title or among the facts.
var rows = []entente.Field{entente.FieldParties, entente.FieldBy, entente.FieldWith, entente.FieldHost, entente.FieldPlace, entente.FieldDate,
	entente.FieldEarlierDate, entente.FieldDue, entente.FieldAmount, entente.FieldTerms}

var dateFields = []entente.Field{entente.FieldDate, entente.FieldEarlierDate, entente.FieldDue}

// card returns what a claim's card shows.
func (f *face) card(c *desk.Claim, number int, back string) card {
	claim := c.Stands()
	k := card{Claim: c, Number: number, Title: f.claimTitle(c, claim), Quote: claim.Quote, Back: back}
	k.Facts = append(k.Facts, f.word(string(claim.Kind)), f.T("force."+string(claim.Force)))
	for _, field := range []entente.Field{entente.FieldStatus, entente.FieldStage, entente.FieldAction, entente.FieldDomain} {
		for _, v := range claim.Fields[field] {
			if w := f.word(v.Value); !slices.Contains(k.Facts, w) {
				k.Facts = append(k.Facts, w)
			}
		}
	}
	for _, field := range rows {
		row := fieldRow{Label: f.T("field." + string(field))}
		for _, v := range claim.Fields[field] {
			row.Values = append(row.Values, f.value(c, field, v))
		}
		if len(row.Values) > 0 {
			k.Fields = append(k.Fields, row)
		}
	}
	return k
}

func (f *face) value(c *desk.Claim, field entente.Field, v entente.Value) valueView {
	text := c.Name(v)
	if text == v.Value && v.Name != "" {
		text = v.Name
	}
	if slices.Contains(dateFields, field) {
		text = f.when(v.Value)
	}
	if isPronoun(text) {
		text = f.T("pronoun." + strings.TrimPrefix(text, "@"))
	}
	return valueView{text, v.Inferred, v.Why}
}

func isPronoun(s string) bool {
	return s == entente.AtSender || s == entente.AtRecipient || s == entente.AtSenderState || s == entente.AtRecipientState
}

// claimTitle says what a claim is about, in the fewest words.
func (f *face) claimTitle(c *desk.Claim, claim entente.Claim) string {
	closed := func(field entente.Field) string {
		var out []string
		for _, v := range claim.Fields[field] {
			out = append(out, f.word(v.Value))
		}
		return join(", ", out...)
	}
	title := ""
	switch claim.Kind {
	case entente.Contact:
		title = f.contactTitle(closed(entente.FieldMode), first(claim, entente.FieldLevel), first(claim, entente.FieldOrdinal))
	case entente.Agreement:
		title = join(f.T("colon"), closed(entente.FieldForm), closed(entente.FieldSubject))
	case entente.Undertaking:
		title = closed(entente.FieldTitle)
	}
	if title == "" {
		title = f.word(string(claim.Kind))
	}
	return capital(title)
}

// contactTitle says a kind of contact, with its level and which of several it
// is: "Second state visit".
func (f *face) contactTitle(mode, level, ordinal string) string {
	if level != "" && f.Has("level."+level) {
		mode = f.T("contact.level", mode, f.T("level."+level))
	}
	if ordinal == "" {
		return mode
	}
	if f.Has("ordinal." + ordinal) {
		ordinal = f.T("ordinal." + ordinal)
	}
	return f.T("contact.ordinal", mode, ordinal)
}

// first returns the first value of a field, "" for none.
func first(claim entente.Claim, field entente.Field) string {
	for _, v := range claim.Fields[field] {
		return v.Value
	}
	return ""
}

// verdicts are what a person may say of one claim.
var verdicts = map[string]entente.Verdict{"confirm": entente.Confirmed, "reject": entente.Rejected, "undo": entente.Superseded}

// judgeClaim takes a verdict on a claim.
func (s *Server) judgeClaim(w http.ResponseWriter, r *http.Request) error {
	verdict, ok := verdicts[r.PostFormValue("verdict")]
	if !ok {
		return &entente.InputError{Name: "verdict", At: -1, Text: s.faceOf(r).T("error.verdict"), Err: entente.ErrInvalid}
	}
	return s.judge(w, r, entente.Judgement{Verdict: verdict, Reason: strings.TrimSpace(r.PostFormValue("reason"))})
}

// judge enters a judgement on the claim that a request names, and shows its
// card, alone or on its page.
func (s *Server) judge(w http.ResponseWriter, r *http.Request, j entente.Judgement) error {
	register := s.registerOf(sessionOf(r))
	id, err := register.ClaimID(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	j.Subject = id
	if _, err := register.Judge(r.Context(), s.By, j); err != nil {
		return err
	}
	if !wantsPart(r) {
		back(w, r, "c-"+short(id))
		return nil
	}
	claim, n, err := claimOf(r, register, id)
	if err != nil {
		return err
	}
	f := s.faceOf(r)
	k := f.card(claim, n, r.PostFormValue("back"))
	return f.renderPart(w, "document", "card", http.StatusOK, &k)
}

// claimOf returns a claim and its number on the page of its document.
func claimOf(r *http.Request, register *desk.Register, id entente.ClaimID) (*desk.Claim, int, error) {
	c, err := register.Claim(r.Context(), id)
	if err != nil {
		return nil, 0, err
	}
	l, err := register.Ask(r.Context(), hex(c.Document), entente.Relation{})
	if err != nil {
		return nil, 0, err
	}
	n := 0
	for _, other := range l.Document.Claims {
		if other.Behind == "" {
			n++
		}
		if other.ID == id {
			return other, n, nil
		}
	}
	return c, n, nil
}
