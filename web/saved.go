package web

import (
	"crypto/sha256"
	"encoding/xml"
	"net/http"
	"net/url"
	"strings"
	"time"

	"entente"
	"entente/desk"
)

// inFeed is how many documents, and how many claims, a feed holds.
const inFeed = 50

// A savedView is a search that is kept.
type savedView struct {
	*desk.SavedSearch
	Href string
	Feed string // its address; "" for none
}

// savedSearches returns the searches that are kept in a register.
func (s *Server) savedSearches(r *http.Request, register *desk.Register) ([]savedView, error) {
	list, err := register.Searches(r.Context())
	if err != nil {
		return nil, err
	}
	var all []savedView
	for _, x := range list {
		v := savedView{SavedSearch: x, Href: searchAddress(x.Query, "", 0)}
		if s.FeedKey != "" && !sessionOf(r).inDemo() {
			v.Feed = "http://" + r.Host + "/feeds/" + s.FeedKey + "/search/" + url.PathEscape(x.Name) + ".atom"
		}
		all = append(all, v)
	}
	return all, nil
}

// saveSearch keeps a search under a name, or takes one away.
func (s *Server) saveSearch(w http.ResponseWriter, r *http.Request) error {
	name, query := strings.TrimSpace(r.PostFormValue("name")), strings.TrimSpace(r.PostFormValue("query"))
	if r.PostFormValue("remove") != "" {
		query = ""
	} else if name == "" || query == "" {
		return &entente.InputError{Name: "name", At: -1, Text: s.faceOf(r).T("error.saved"), Err: entente.ErrInvalid}
	}
	if err := s.registerOf(sessionOf(r)).Save(r.Context(), s.By, name, query); err != nil {
		return err
	}
	back(w, r, "saved")
	return nil
}

// searchFeed is what a search that is kept finds, for programs that have a
// key and no session.
func (s *Server) searchFeed(w http.ResponseWriter, r *http.Request) error {
	key, want := sha256.Sum256([]byte(r.PathValue("key"))), sha256.Sum256([]byte(s.FeedKey))
	if s.FeedKey == "" || key != want {
		return errNoSession
	}
	name, is := strings.CutSuffix(r.PathValue("name"), ".atom")
	if !is {
		return entente.ErrNotFound
	}
	news, err := s.Register.News(r.Context(), name, inFeed)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
	_, _ = w.Write(s.faceOf(r).atom(news, "http://"+r.Host, r.URL.EscapedPath())) // the reader may have gone
	return nil
}

// atom writes what a search found, for a program that found it at a path of
// a site.
func (f *face) atom(news *desk.News, site, path string) []byte {
	words, err := xml.MarshalIndent(f.feed(news, site, path), "", " ")
	if err != nil {
		panic("web: a feed: " + err.Error())
	}
	return append([]byte(xml.Header), words...)
}

// An atomFeed is a feed as RFC 4287 has it.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Updated    string         `xml:"updated"`
	Link       atomLink       `xml:"link"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

// feed words what a search found, the latest first. Titles and summaries are
// plain text: what a document says is never markup.
func (f *face) feed(news *desk.News, site, path string) atomFeed {
	feed := atomFeed{
		Lang: f.tag.String(), ID: "urn:entente:search:" + url.PathEscape(news.Name), Title: news.Name, Author: "Entente",
		Links: []atomLink{{"self", "application/atom+xml", site + path}, {"alternate", "text/html", site + searchAddress(news.Query, "", 0)}},
	}
	for _, item := range news.Items {
		d := item.Document
		page := site + "/documents/" + short(d.ID)
		e := atomEntry{ID: "urn:entente:document:" + hex(d.ID), Title: join(f.T("colon"), capital(f.document(d)), f.between(d)), Updated: instantOf(item.Entered), Summary: plainText(item.Words)}
		if c := item.Claim; c != nil {
			e.ID = "urn:entente:claim:" + string(c.ID)
			e.Title = plainText(f.claimTitle(c, c.Stands()))
			e.Categories = append(e.Categories, atomCategory{string(c.Claim.Kind)})
			page = site + "/claims/" + short(c.ID)
		} else if d.Form != "" {
			e.Categories = append(e.Categories, atomCategory{d.Form})
		}
		e.Link = atomLink{"alternate", "text/html", page}
		feed.Entries = append(feed.Entries, e)
	}
	feed.Updated = news.On + "T00:00:00Z"
	if len(feed.Entries) > 0 {
		feed.Updated = max(feed.Updated, feed.Entries[0].Updated)
	}
	return feed
}

func instantOf(t time.Time) string { return t.UTC().Format(time.RFC3339) }
