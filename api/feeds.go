package api

import (
	"fmt"
	"net/http"
	"slices"

	"entente"
	"entente/desk"
	"entente/edtf"
)

// inFeed is how many documents, and how many claims, a feed holds.
const inFeed = 50

// Spoken asks for words in a language.
type Spoken struct {
	Language string `query:"language" enum:"en,fr" doc:"Of the words in it; without it that of Accept-Language."`
}

func (q Spoken) of(c *call) string {
	if q.Language != "" {
		return q.Language
	}
	return languageOf(c.r.Header.Get("Accept-Language"))
}

// A feed is a file for calendars and readers of news.
type feed struct {
	ContentType string `header:"Content-Type"`
	Language    string `header:"Content-Language"`
	Vary        string `header:"Vary"`
	Body        []byte
}

type calendarQuery struct {
	Spoken
	Relation string `query:"relation" maxLength:"10" doc:"Only what is due in a relation." example:"XA-XS"`
	AsOf     string `query:"as_of" maxLength:"40" doc:"As known on this day, EDTF; without it, for each relation, today or the day of its newest document."`
}

func calendarFile(c *call, in *calendarQuery) (*feed, error) {
	if c.api.Calendar == nil {
		return nil, errNoFeed
	}
	items, err := c.due(in.Relation, in.AsOf)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(items, func(a, b desk.DueItem) int { return edtf.Compare(a.Date, b.Date) })
	language := in.of(c)
	return &feed{"text/calendar; charset=utf-8", language, "Accept-Language", c.api.Calendar(items, language, site(c.r))}, nil
}

type feedQuery struct {
	SearchPath
	Spoken
}

func newsFeed(c *call, in *feedQuery) (*feed, error) {
	if c.api.News == nil {
		return nil, errNoFeed
	}
	found, err := c.register.News(c.ctx, in.Name, inFeed)
	if err != nil {
		return nil, err
	}
	language := in.of(c)
	return &feed{"application/atom+xml; charset=utf-8", language, "Accept-Language", c.api.News(found, language, site(c.r), c.r.URL.EscapedPath())}, nil
}

var errNoFeed = fmt.Errorf("a feed: %w", entente.ErrNotFound)

// site is the address at which a program found us.
func site(r *http.Request) string {
	if r.TLS != nil {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}
