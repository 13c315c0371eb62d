package api

import (
	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/export"
)

type namesQuery struct {
	A    string `query:"a" required:"true" minLength:"1" maxLength:"500" example:"Nazarbaïev"`
	B    string `query:"b" required:"true" minLength:"1" maxLength:"500" example:"Назарбаев"`
	Kind string `query:"kind" enum:"person,organisation,place" default:"person" doc:"What both name."`
}

// A Likeness is how alike two names are.
type Likeness struct {
	Same   bool    `json:"same" doc:"Enough alike to be written for one another."`
	Unsure bool    `json:"unsure" doc:"Near; a person should look."`
	Score  float64 `json:"score" minimum:"0" maximum:"1"`
	Why    string  `json:"why" doc:"For a person, in English."`
}

// comparer makes what compares names.
func (a *API) comparer() func(string, string, entente.MentionKind) Likeness {
	compare := desk.Names(a.Reader.Packs)
	return func(x, y string, kind entente.MentionKind) Likeness {
		s := compare(x, y, kind)
		return Likeness{s.Same, s.Unsure, float64(int(s.Score*1000+0.5)) / 1000, s.Why}
	}
}

var errNoReader = invalid("path", "this server was started without a reader, so it compares no names and finds no dates")

func names(c *call, in *namesQuery) (*reply[Likeness], error) {
	if c.api.Reader == nil {
		return nil, errNoReader
	}
	return &reply[Likeness]{c.api.names()(in.A, in.B, entente.MentionKind(in.Kind))}, nil
}

type datesQuery struct {
	Text      string `query:"text" required:"true" minLength:"1" maxLength:"2000" example:"our call of 11 February last"`
	Language  string `query:"language" maxLength:"35" doc:"BCP 47; without it that of the text is recognised."`
	Reference string `query:"reference" maxLength:"40" doc:"EDTF date that \"last June\" and the like are read against." example:"2031-03-03"`
}

// Dates are the dates in a text.
type Dates struct {
	Dates []Date `json:"dates"`
}

// A Date is a date and the words that say it.
type Date struct {
	Value string `json:"value" doc:"EDTF."`
	export.Anchor
}

func dates(c *call, in *datesQuery) (*reply[Dates], error) {
	if c.api.Reader == nil {
		return nil, errNoReader
	}
	language := in.Language
	if language != "" {
		var err error
		if language, err = c.api.Reader.Language(language); err != nil {
			return nil, err
		}
	}
	reference, err := edtf.Parse(in.Reference)
	if err != nil && in.Reference != "" {
		return nil, invalid("query.reference", "no date; write EDTF such as 2031-03-03")
	}
	d := Dates{[]Date{}}
	for _, found := range c.api.Reader.Dates(in.Text, language, reference) {
		if found.Value != "" { // else there is no such day
			d.Dates = append(d.Dates, Date{found.Value, export.AnchorOf(entente.At(in.Text, found.Span))})
		}
	}
	return &reply[Dates]{d}, nil
}
