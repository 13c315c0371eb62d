package api

import (
	"errors"
	"runtime"
	"time"

	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/export"
)

// partiesQuery asks for parties.
type partiesQuery struct {
	Paging
	Kind string `query:"kind" enum:"person,organisation" doc:"Only people, or only organisations."`
}

// A Party is a person or an organisation by its printed name.
type Party struct {
	Kind      entente.MentionKind `json:"kind"`
	Name      string              `json:"name" doc:"The first of its names."`
	Names     []string            `json:"names" doc:"As printed."`
	Documents int                 `json:"documents" doc:"How many name it."`
	Mentions  int                 `json:"mentions"`
}

func partyOf(p *desk.Party) Party {
	s := Party{Kind: p.Kind, Names: same(p.Names), Documents: p.Documents, Mentions: p.Mentions}
	if len(p.Names) > 0 {
		s.Name = p.Names[0]
	}
	return s
}

func parties(c *call, in *partiesQuery) (*listReply[Party], error) {
	return walk(c, in.Paging, func(place string, n int) ([]desk.Listed[desk.Party], error) {
		return c.register.PartiesBehind(c.ctx, entente.MentionKind(in.Kind), place, n)
	}, every(partyOf))
}

// A Status tells what the register holds and what runs.
type Status struct {
	Name      string `json:"name" doc:"Of the register."`
	By        string `json:"by" doc:"Whose name stands on what is entered."`
	Version   string `json:"version" doc:"Of the program."`
	API       string `json:"api" doc:"Version of the API."`
	Go        string `json:"go"`
	Since     string `json:"since" format:"date-time" doc:"When the server started."`
	Documents int    `json:"documents"`
	Unread    int    `json:"unread"`
	Relations int    `json:"relations"`
	Newest    string `json:"newest,omitempty" doc:"Day of the latest receipt."`
	Head      string `json:"head" doc:"Of the ledger: note it, and verify can prove that nothing was taken away since." example:"12:9f86d081"`
}

func status(c *call, _ *struct{}) (*reply[Status], error) {
	s := Status{Name: c.api.Name, By: c.api.By, Version: c.api.Program, API: Version, Go: runtime.Version(), Since: c.api.started.UTC().Format(time.RFC3339)}
	in, err := c.register.Inbox(c.ctx, "", 0, 0)
	if err != nil {
		return nil, err
	}
	s.Documents, s.Unread, s.Newest = in.Summary.Documents, in.Summary.ByState[desk.StateUnread], in.Newest
	relations, err := c.register.Ask(c.ctx, "relations", entente.Relation{})
	if err != nil {
		return nil, err
	}
	s.Relations = len(relations.Relations)
	head, err := c.register.Head(c.ctx)
	s.Head = head.String()
	return &reply[Status]{s}, err
}

type verifyQuery struct {
	Head string `query:"head" maxLength:"100" doc:"A head that was noted before; it must still be one of the ledger." example:"12:9f86d081"`
}

// A Verified is what a check of the whole ledger came to.
type Verified struct {
	Sound   bool   `json:"sound"`
	Fault   string `json:"fault,omitempty" doc:"What is wrong first; it names the entry."`
	Head    string `json:"head,omitempty"`
	Entries int    `json:"entries"`
	Texts   int    `json:"texts"`
	Anchors int    `json:"anchors" doc:"Quotes that were set beside their text."`
}

func verify(c *call, in *verifyQuery) (*reply[Verified], error) {
	r, err := c.register.Verify(c.ctx, in.Head)
	v := Verified{Sound: err == nil, Head: r.Head.String(), Entries: r.Entries, Texts: r.Texts, Anchors: r.Anchors}
	if errors.Is(err, entente.ErrCorrupt) {
		v.Fault, v.Head, err = err.Error(), "", nil
	}
	return &reply[Verified]{v}, err
}

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
