package api

import (
	"fmt"
	"strconv"
	"strings"

	"entente"
	"entente/desk"
	"entente/export"
)

type searchQuery struct {
	Paging
	Query string `query:"q" required:"true" minLength:"1" maxLength:"2000" doc:"As in the field of search: words, \"words side by side\", word* for the start of a word, -word for what must not stand there, and operators: from:, to:, relation:, kind:, outcome:, before:, after:, date:. Accents and endings do not count." example:"tramway outcome:silent"`
	Order string `query:"order" enum:"best,latest" default:"best" doc:"What fits best first, or what was entered last."`
}

// Hits are what a search found.
type Hits struct {
	Documents []DocumentHit `json:"documents"`
	Claims    []ClaimHit    `json:"claims"`
	Found     Counts        `json:"found"`
	Facets    []Facet       `json:"facets" doc:"What would narrow it, the most frequent first."`
	Notes     []QueryNote   `json:"notes" doc:"What of the query was not understood, and what became of it."`
	Next      string        `json:"next,omitempty" doc:"The cursor of the next page of both lists; absent on the last."`
}

// Counts are how many were found in all.
type Counts struct {
	Documents     int  `json:"documents"`
	Claims        int  `json:"claims"`
	MoreDocuments bool `json:"more_documents,omitempty" doc:"There are more than are ranked and counted."`
	MoreClaims    bool `json:"more_claims,omitempty" doc:"There are more than are ranked and counted."`
}

// A Facet is a filter that would narrow what was found.
type Facet struct {
	Query string `json:"query" doc:"As a query asks for it." example:"kind:letter"`
	N     int    `json:"n" doc:"How many documents and claims it would leave."`
}

// A QueryNote is what of a query was not understood.
type QueryNote struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Fault string `json:"fault" example:"date"`
	Text  string `json:"text" doc:"For a person, in English."`
}

// A DocumentHit is a document that a search found.
type DocumentHit struct {
	Document entente.DocumentID `json:"document"`
	Number   string             `json:"number" doc:"Register number."`
	Name     string             `json:"name"`
	Form     string             `json:"form,omitempty"`
	Date     string             `json:"date,omitempty" doc:"EDTF."`
	Words    string             `json:"words" doc:"A stretch of its text."`
	Lit      []export.Page      `json:"lit" doc:"The words found, as offsets in bytes into words."`
}

// A ClaimHit is a claim that a search found.
type ClaimHit struct {
	Claim Claim         `json:"claim"`
	Words string        `json:"words"`
	Lit   []export.Page `json:"lit" doc:"The words found, as offsets in bytes into words."`
}

func documentHit(hit desk.Hit) DocumentHit {
	d := hit.Document
	return DocumentHit{d.ID, d.Number.String(), d.Name, d.Form, d.Date, hit.Words, mapped(hit.Lit, export.PageOf)}
}

func claimHit(hit desk.Hit) ClaimHit {
	return ClaimHit{claimOf(hit.Claim), hit.Words, mapped(hit.Lit, export.PageOf)}
}

type hitsReply struct {
	Link string `header:"Link" doc:"The address of the next page, rel=next; absent on the last."`
	Body Hits
}

func search(c *call, in *searchQuery) (*hitsReply, error) {
	finding := desk.Finding{Query: in.Query, Limit: in.Limit, Latest: in.Order == "latest"}
	if err := from(&finding, in.Cursor); err != nil {
		return nil, err
	}
	found, err := c.register.Find(c.ctx, finding)
	if err != nil {
		return nil, err
	}
	if found.Nothing() {
		return nil, invalid("query.q", "nothing to look for; give at least one word or operator")
	}
	h := Hits{Documents: mapped(found.Documents, documentHit), Claims: mapped(found.Claims, claimHit), Facets: []Facet{}, Notes: []QueryNote{},
		Found: Counts{found.AllDocuments, found.AllClaims, found.MoreDocuments, found.MoreClaims}}
	for _, g := range found.Facets {
		for _, v := range g.Values {
			h.Facets = append(h.Facets, Facet{v.Facet.String(), v.N})
		}
	}
	for _, n := range found.Notes {
		h.Notes = append(h.Notes, QueryNote{n.Start, n.End, string(n.Fault), n.String()})
	}
	out := &hitsReply{Body: h}
	d, k := finding.Documents+len(h.Documents), finding.Claims+len(h.Claims)
	if d < found.AllDocuments || k < found.AllClaims {
		out.Body.Next = key{strconv.Itoa(d), strconv.Itoa(k)}.cursor()
		out.Link = c.next(out.Body.Next)
	}
	return out, nil
}

// from leaves out what the pages before a cursor held.
func from(f *desk.Finding, cursor string) error {
	k, err := keyOf(cursor)
	if err != nil || k == nil {
		return err
	}
	var err2 error
	f.Documents, err = strconv.Atoi(k[0])
	if len(k) == 2 {
		f.Claims, err2 = strconv.Atoi(k[1])
	}
	if len(k) != 2 || err != nil || err2 != nil || f.Documents < 0 || f.Claims < 0 {
		return errCursor
	}
	return nil
}

// A Search is one that is kept under a name.
type Search struct {
	Name  string `json:"name"`
	Query string `json:"query"`
	By    string `json:"by"`
	On    string `json:"on" doc:"The day it was kept."`
}

func searchOf(s *desk.SavedSearch) Search { return Search{s.Name, s.Query, s.By, s.On} }

func searches(c *call, in *Paging) (*listReply[Search], error) {
	list, err := c.register.Searches(c.ctx)
	if err != nil {
		return nil, err
	}
	return page(c, *in, list, order[*desk.SavedSearch]{key: func(s *desk.SavedSearch) key { return key{s.Name} }}, all(searchOf))
}

// SearchPath names one search that is kept.
type SearchPath struct {
	Name string `path:"name" maxLength:"240" doc:"Its name."`
}

// A Query is a search in words.
type Query struct {
	Query string `json:"query" minLength:"1" maxLength:"2000" doc:"As in /search."`
}

type keeping struct {
	SearchPath
	Body Query
}

func keepSearch(c *call, in *keeping) (*reply[Search], error) {
	if err := c.register.Save(c.ctx, c.api.By, in.Name, in.Body.Query); err != nil {
		return nil, err
	}
	list, err := c.register.Searches(c.ctx)
	if err != nil {
		return nil, err
	}
	for _, s := range list {
		if s.Name == strings.TrimSpace(in.Name) {
			return &reply[Search]{searchOf(s)}, nil
		}
	}
	return nil, fmt.Errorf("search %q: taken away meanwhile: %w", in.Name, entente.ErrConflict)
}

func dropSearch(c *call, in *SearchPath) (*struct{}, error) {
	return nil, c.register.Save(c.ctx, c.api.By, in.Name, "")
}

type newsQuery struct {
	SearchPath
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"How many documents, and how many claims, at most."`
}

// News is what a search that is kept finds, what was entered last first.
type News struct {
	Search
	Items []NewsItem `json:"items"`
}

// A NewsItem is a document or a claim, and when it was entered.
type NewsItem struct {
	Entered  string       `json:"entered" format:"date-time"`
	Document *DocumentHit `json:"document,omitempty"`
	Claim    *ClaimHit    `json:"claim,omitempty"`
}

func news(c *call, in *newsQuery) (*reply[News], error) {
	n, err := c.register.News(c.ctx, in.Name, in.Limit)
	if err != nil {
		return nil, err
	}
	s := News{searchOf(n.SavedSearch), []NewsItem{}}
	for _, hit := range n.Items {
		item := NewsItem{Entered: instant(hit.Entered)}
		if hit.Claim != nil {
			h := claimHit(hit.Hit)
			item.Claim = &h
		} else {
			h := documentHit(hit.Hit)
			item.Document = &h
		}
		s.Items = append(s.Items, item)
	}
	return &reply[News]{s}, nil
}
